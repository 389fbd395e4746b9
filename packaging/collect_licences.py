"""Write the licence texts of everything that is frozen into the program, one file a part.

collect_licences.py FOLDER, run by the environment that is frozen.
"""

import platform
import re
import sys
import sysconfig
from pathlib import Path

from core.licences import Licence, write_licences

FORGOTTEN = Path(__file__).resolve().parent / "licences"
"""Texts that wheels forget to bring, by the name of the distribution."""
SYSTEM_LIBRARIES = {
    "OpenSSL": "libssl*",
    "SQLite": "libsqlite3-0*",
    "libffi": "libffi[0-9]*",
    "bzip2": "libbz2-1.0*",
    "XZ Utils": "liblzma5*",
    "libuuid": "libuuid1*",
}
"""Libraries that come along with Python on Linux (`packaging/hilum.spec`), with Debian's packages of them."""


def main() -> None:
    """Write the files."""
    folder = Path(sys.argv[1])
    write_licences(folder)
    write_licences(folder, "pydicom-data")
    add_forgotten(folder)
    write(folder, Licence("Python", platform.python_version(), "PSF-2.0", python_text()))
    for name, package in SYSTEM_LIBRARIES.items():
        found = next(iter(sorted(Path("/usr/share/doc").glob(f"{package}/copyright"))), None)
        if found is not None:
            write(folder, Licence(name, "", "", found.read_text(encoding="utf-8", errors="replace")))


def add_forgotten(folder: Path) -> None:
    """Add the texts that are kept here for wheels without."""
    for path in sorted(FORGOTTEN.glob("*.txt")):
        target = folder / f"{path.stem.lower().replace('_', '-')}.txt"
        before = f"{target.read_text(encoding='utf-8').rstrip()}\n\n" if target.exists() else ""
        target.write_text(before + path.read_text(encoding="utf-8"), encoding="utf-8")


def python_text() -> str:
    """Python's own licence, as it was installed.

    Raises:
        SystemExit: It is not there; a program without it must not be handed out.
    """
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    for path in (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/{version}/copyright"),
    ):
        if path.is_file():
            return path.read_text(encoding="utf-8", errors="replace")
    sys.exit("hilum: the licence of Python is not installed here")


def write(folder: Path, licence: Licence) -> None:
    """Write one part's file."""
    name = re.sub(r"[^a-z0-9]+", "-", licence.name.lower())
    (folder / f"{name}.txt").write_text(licence.as_file(), encoding="utf-8")


if __name__ == "__main__":
    main()
