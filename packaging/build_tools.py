"""Where things are built, and what the steps of `packaging/build.py` share. Standard library only."""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "packaging"
BUILD = ROOT / "build"
PROGRAM = BUILD / "dist" / "hilum"
VENV = BUILD / "venv"
WINDOWS, MACOS = os.name == "nt", sys.platform == "darwin"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
FREEZER = "pyinstaller>=6.16,<7"


def say(sentence: str) -> None:
    """Tell the person what happens."""
    sys.stdout.write(f"hilum: {sentence}\n")
    sys.stdout.flush()


def run(*command: str | Path, **variables: str) -> None:
    """Run a command; end with its status where it fails."""
    environment = {**os.environ, **variables}
    code = subprocess.run([str(part) for part in command], check=False, cwd=ROOT, env=environment).returncode
    if code:
        sys.exit(f"hilum: this failed with status {code}: {' '.join(str(part) for part in command)}")


def version() -> str:
    """The version that `pyproject.toml` states: the one place."""
    content = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(content["project"]["version"])


def machine() -> str:
    """The processor's kind as file names have it."""
    name = platform.machine().lower()
    return {"amd64": "x86_64", "arm64": "aarch64"}.get(name, name)


def system() -> str:
    """The operating system as file names have it."""
    return {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)


def provide_environment() -> None:
    """An environment with the program as users get it and what freezes it, and nothing else."""
    if not PYTHON.is_file():
        say(f"making {VENV}")
        run(sys.executable, "-m", "venv", "--clear", VENV)
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, FREEZER, "pydicom-data")
    # Installed anew each time, as a copy: an editable installation would freeze whatever lies around.
    run(*pip, "--upgrade", ROOT)
    run(*pip, "--force-reinstall", "--no-deps", ROOT)


def files_below(folder: Path) -> Iterator[Path]:
    """All files in a folder, by name."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def size_of(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def sha256_of(path: Path) -> str:
    """A file's hash, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy_to(source: Path, target: Path) -> None:
    """Copy a file, making its folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(source, target)


def make_readable(root: Path) -> None:
    """Give files and folders the modes that packages have, whatever the umask was."""
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or bool(path.stat().st_mode & 0o100)
            path.chmod(0o755 if runs else 0o644)
