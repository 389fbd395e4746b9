"""packaging/develop.py runs before anything is installed."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIND_PACKAGES = """
import runpy, sys
script = runpy.run_path(sys.argv[1])
print(script["missing_packages"]())
"""


def run_bare(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python without the packages that are installed, from a folder that is not the project's."""
    command = [sys.executable, "-I", "-S", "-B", *arguments]
    return subprocess.run(command, cwd="/", capture_output=True, text=True, check=False, timeout=60)


def test_explains_itself_without_any_package() -> None:
    done = run_bare(str(ROOT / "packaging" / "develop.py"), "--help")
    assert done.returncode == 0
    assert "run,test,bench" in done.stdout


def test_finds_missing_libraries_without_any_package() -> None:
    done = run_bare("-c", FIND_PACKAGES, str(ROOT / "packaging" / "develop.py"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("[")
