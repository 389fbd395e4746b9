r"""Set Hilum up from its source and run it, or test it. Standard library only: it runs before anything is installed.

    python3 packaging/develop.py run     what `make run` does: the window with a sample scan
    python3 packaging/develop.py test    what `make test` does: lint, types, contracts, tests
    python3 packaging/develop.py bench   what `make bench` does: every benchmark

On Windows: `py packaging\develop.py run`. The virtual environment is `.venv` beside pyproject.toml.
"""

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")


def say(sentence: str) -> None:
    """Tell the person what happens."""
    sys.stdout.write(f"hilum: {sentence}\n")
    sys.stdout.flush()


def missing_packages() -> list[str]:
    """Find the Debian packages of the system libraries that the window needs and this machine lacks."""
    if not sys.platform.startswith("linux"):
        return []
    # The list lives with the program, which needs it too where nobody ran this script; that module needs nothing.
    sys.path.insert(0, str(ROOT))
    from desktop_app.display_check import XCB_LIBRARIES
    from desktop_app.display_check import missing_packages as missing_packages_of

    return sorted(missing_packages_of(tuple(XCB_LIBRARIES)))


def provide_libraries() -> None:
    """Install the missing system libraries where this user may, else name them."""
    packages = missing_packages()
    if not packages:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") and os.geteuid() == 0:
        say(f"installing system libraries: {' '.join(packages)}")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=environment)
        subprocess.run(install, check=False, env=environment, stdout=subprocess.DEVNULL)
    left = missing_packages()
    if left:
        say(f"missing system libraries: {', '.join(left)}. The window needs them; install them with:")
        say(f"    sudo {' '.join(install)}")


def provide_environment(extra: str) -> None:
    """Make the virtual environment and install Hilum into it, unless that was done for this pyproject.toml.

    Args:
        extra: The optional dependencies wanted, as in pyproject.toml.
    """
    if not (VENV / "pyvenv.cfg").is_file() or not PYTHON.is_file():
        say(f"making the virtual environment {VENV}")
        made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
        if made.returncode:
            version = f"{sys.version_info.major}.{sys.version_info.minor}"
            sys.exit(f"hilum: python cannot make a virtual environment; try: sudo apt-get install python{version}-venv")
    fingerprint = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = VENV / f"hilum-{extra}.installed"
    if stamp.is_file() and stamp.read_text(encoding="ascii") == fingerprint:
        return
    say("installing Hilum and what it needs (some minutes the first time)")
    install = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable"]
    if subprocess.run([*install, f"{ROOT}[{extra}]"], check=False).returncode:
        sys.exit("hilum: the installation failed; the lines above say why. Check the network and run this again.")
    stamp.write_text(fingerprint, encoding="ascii")


def run(arguments: list[str]) -> int:
    """Open the window, with the sample scan where no other is named."""
    provide_libraries()
    provide_environment("sample")
    return subprocess.run([str(PYTHON), "-m", "desktop_app", *(arguments or ["--sample"])], check=False).returncode


def test(arguments: list[str]) -> int:
    """Check everything, quickest first, and stop at the first that fails."""
    provide_libraries()
    provide_environment("dev")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for check in (
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["mypy", "packaging/develop.py"],
        ["lint-imports"],
        # A worker that dies ends the run, with the name of its test: after a restart the run can hang at its end.
        ["pytest", "-n", "2", "--dist", "loadfile", "--max-worker-restart", "0", *arguments],
    ):
        say(f"--- {' '.join(check)}")
        tool = BIN / (f"{check[0]}.exe" if WINDOWS else check[0])
        code = subprocess.run([str(tool), *check[1:]], check=False, cwd=ROOT, env=environment).returncode
        if code:
            return code
    return 0


def bench(arguments: list[str]) -> int:
    """Print every figure that Hilum promises, as a ratio to its reference."""
    provide_libraries()
    provide_environment("dev")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [str(PYTHON), "tests/benchmarks/run_all.py", *arguments], check=False, cwd=ROOT, env=environment
    ).returncode


def main() -> int:
    """Do what the command line asks."""
    if not (3, 11) <= sys.version_info[:2] < (3, 14):
        sys.exit(f"hilum: Python 3.11, 3.12 or 3.13 is needed; this is {sys.version.split()[0]}.")
    parser = argparse.ArgumentParser(description="Set Hilum up from its source and run or test it.")
    parser.add_argument("task", choices=("run", "test", "bench"))
    options, rest = parser.parse_known_args()
    tasks = {"run": run, "test": test, "bench": bench}
    return tasks[options.task](rest)


if __name__ == "__main__":
    sys.exit(main())
