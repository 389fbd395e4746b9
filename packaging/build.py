r"""Build what people install: the frozen program, its installers, the training pack. Standard library only.

    python3 packaging/build.py program          build/dist/hilum, one folder, for the system this runs on
    python3 packaging/build.py deb              build/hilum_VERSION_amd64.deb (Linux; builds the program if need be)
    python3 packaging/build.py tar              build/hilum-VERSION-linux-x86_64.tar.xz (Linux)
    python3 packaging/build.py training-pack    build/hilum-training-VERSION-....zip, what training needs beside it
    python3 packaging/build.py sbom             build/hilum-VERSION-....cdx.json, the bill of materials (CycloneDX)
    python3 packaging/build.py checksums        build/SHA256SUMS
    python3 packaging/build.py check-version TAG   whether a tag names the version

The program is built in an environment of its own, build/venv, without torch. The version is that of pyproject.toml.
Windows' and macOS' installers are made from build/dist by packaging/windows/hilum.iss and packaging/macos/dmg.sh.
"""

import argparse
import shutil
import subprocess
import sys
from pathlib import Path

from build_bill import build_sbom, write_checksums
from build_pack import build_training_pack
from build_tools import (
    BUILD,
    HERE,
    PROGRAM,
    PYTHON,
    ROOT,
    WINDOWS,
    copy_to,
    machine,
    make_readable,
    provide_environment,
    run,
    say,
    size_of,
    version,
)
from trim_icu import trim_icu

SAMPLE = "RG1_J2KI.dcm"
"""A real chest radiograph of pydicom-data, the smallest form that its compression leaves: 0.7 MB."""
STRIPPED_FROM = 300_000
"""Bytes: smaller libraries are not worth a call."""
NEVER_STRIPPED = ("numpy.libs", "pillow.libs", "PySide6", "python_gdcm.libs", "openvino")
"""Libraries whose sections were moved by auditwheel, which strip can break, or that are stripped already."""


def build_program() -> None:
    """The frozen program in `build/dist/hilum`."""
    provide_environment()
    prepare_sample()
    prepare_licences()
    prepare_icons()
    if WINDOWS:
        write_version_resource()
    shutil.rmtree(PROGRAM, ignore_errors=True)
    run(
        *(PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"),
        *("--distpath", BUILD / "dist", "--workpath", BUILD / "work", HERE / "hilum.spec"),
    )
    if sys.platform.startswith("linux"):
        strip_libraries()
        say(trim_icu(PROGRAM / "_internal" / "PySide6" / "Qt" / "lib"))
    say(f"{PROGRAM}: {size_of(PROGRAM) / 2**20:.0f} MiB")


def prepare_sample() -> None:
    """The sample scan, from the package that brings it."""
    folder = BUILD / "sample"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    find = "import data_store; print(list(data_store.__path__)[0])"
    found = subprocess.run([str(PYTHON), "-c", find], check=True, capture_output=True, text=True).stdout.strip()
    shutil.copy(Path(found) / "data" / SAMPLE, folder / SAMPLE)


def prepare_licences() -> None:
    """The licence texts of all that is built in."""
    folder = BUILD / "licences"
    shutil.rmtree(folder, ignore_errors=True)
    run(PYTHON, HERE / "collect_licences.py", folder)


def prepare_icons() -> None:
    """The icon in all sizes, drawn from the SVG by Qt."""
    run(PYTHON, HERE / "draw_icons.py", ROOT / "resources" / "icons" / "hilum.svg", BUILD / "icons")


def write_version_resource() -> None:
    """What Windows shows in a program's properties."""
    numbers = tuple(int(part) for part in (*version().split("."), "0", "0", "0")[:4])
    text = (HERE / "windows" / "version_resource.txt").read_text(encoding="utf-8")
    text = text.replace("@NUMBERS@", repr(numbers)).replace("@VERSION@", version())
    (BUILD / "version_resource.txt").write_text(text, encoding="utf-8")


def strip_libraries() -> None:
    """Remove the symbols that nothing looks up at run time."""
    for path in PROGRAM.rglob("*.so*"):
        is_small = path.is_symlink() or path.stat().st_size < STRIPPED_FROM
        if not is_small and not any(part in path.as_posix() for part in NEVER_STRIPPED):
            subprocess.run(["strip", "--strip-unneeded", str(path)], check=False, stderr=subprocess.DEVNULL)


def build_deb(quickly: bool) -> None:
    """A package for Debian and Ubuntu.

    Args:
        quickly: Whether to pack it loosely, to try it.
    """
    require_program()
    root = BUILD / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(PROGRAM, root / "opt" / "hilum", symlinks=True)
    applications = root / "usr" / "share" / "applications"
    for folder in (root / "DEBIAN", applications, root / "usr" / "bin", root / "usr" / "share" / "metainfo"):
        folder.mkdir(parents=True)
    shutil.copy(HERE / "linux" / "hilum.desktop", applications)
    shutil.copy(HERE / "linux" / "org.hilum.workstation.metainfo.xml", root / "usr" / "share" / "metainfo")
    for path in sorted((BUILD / "icons").glob("hilum_*.png")):
        side = path.stem.removeprefix("hilum_")
        copy_to(path, root / "usr/share/icons/hicolor" / f"{side}x{side}" / "apps/hilum.png")
    copy_to(ROOT / "resources/icons/hilum.svg", root / "usr/share/icons/hicolor/scalable/apps/hilum.svg")
    copy_to(HERE / "linux" / "copyright", root / "usr/share/doc/hilum/copyright")
    (root / "usr" / "bin" / "hilum").symlink_to("/opt/hilum/hilum")
    control = (HERE / "linux" / "control").read_text(encoding="utf-8")
    architecture = {"x86_64": "amd64", "aarch64": "arm64"}[machine()]
    values = {"@VERSION@": version(), "@ARCHITECTURE@": architecture, "@SIZE@": str(size_of(root) // 1024)}
    for place, value in values.items():
        control = control.replace(place, value)
    (root / "DEBIAN" / "control").write_text(control, encoding="utf-8")
    make_readable(root)
    target = BUILD / f"hilum_{version()}_{architecture}.deb"
    write_deb(root, target, quickly)
    say(f"{target}: {target.stat().st_size / 2**20:.0f} MiB, {size_of(root) / 2**20:.0f} MiB installed")


def write_deb(root: Path, target: Path, quickly: bool) -> None:
    """Pack a package's tree, as deb(5) has it.

    dpkg-deb would do the same, but cannot let xz look at jumps in machine code, which takes 5% off.

    Args:
        root: The tree, with the folder DEBIAN.
        target: The package.
        quickly: Whether to pack it loosely, to try it.
    """
    parts = BUILD / "deb_parts"
    shutil.rmtree(parts, ignore_errors=True)
    parts.mkdir()
    (parts / "debian-binary").write_text("2.0\n", encoding="ascii")
    jumps = {"x86_64": "--x86", "aarch64": "--arm64"}[machine()]
    packing = "gzip -1" if quickly else f"xz {jumps} --lzma2=preset=9e -T1"
    suffix = "gz" if quickly else "xz"
    archive = ("tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", "-I", packing, "-cf")
    run(*archive, parts / f"control.tar.{suffix}", "-C", root / "DEBIAN", ".")
    run(*archive, parts / f"data.tar.{suffix}", "--exclude=./DEBIAN", "-C", root, ".")
    target.unlink(missing_ok=True)
    members = ("debian-binary", f"control.tar.{suffix}", f"data.tar.{suffix}")
    run("ar", "rcD", target, *(parts / name for name in members))
    run("dpkg-deb", "--info", target)


def build_tar() -> None:
    """An archive for other Linux systems: unpack it anywhere and start `hilum/hilum`."""
    require_program()
    target = BUILD / f"hilum-{version()}-linux-{machine()}.tar.xz"
    run("tar", "-C", PROGRAM.parent, "-cJf", target, PROGRAM.name, XZ_OPT="-9e")
    say(f"{target}: {target.stat().st_size / 2**20:.0f} MiB")


def check_version(tag: str) -> None:
    """Make sure that a release is called as the program calls itself."""
    if tag != f"v{version()}":
        sys.exit(f"hilum: the tag is {tag}, but pyproject.toml says version {version()}")


def require_program() -> None:
    """Build the program unless it is there."""
    if not (PROGRAM / "hilum").is_file():
        build_program()


def main() -> None:
    """Build one thing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("program", "tar", "sbom", "checksums"):
        commands.add_parser(name)
    check = commands.add_parser("check-version")
    check.add_argument("tag", help="e.g. v1.2.3")
    deb = commands.add_parser("deb")
    deb.add_argument("--quickly", action="store_true", help="pack it loosely, to try it")
    pack = commands.add_parser("training-pack")
    pack.add_argument("--torch", default="torch>=2.9,<2.15", help="requirement (default: %(default)s)")
    pack.add_argument("--index-url", default="", help="package index to take torch from, for CPU builds on Linux")
    pack.add_argument("--quickly", action="store_true", help="pack it loosely, to try it")
    pack.add_argument("--unpruned", action="store_true", help="keep headers and tests")
    options = parser.parse_args()
    BUILD.mkdir(exist_ok=True)
    match options.command:
        case "program":
            build_program()
        case "deb":
            build_deb(options.quickly)
        case "tar":
            build_tar()
        case "training-pack":
            build_training_pack(options.torch, options.index_url, options.unpruned, options.quickly)
        case "sbom":
            build_sbom()
        case "check-version":
            check_version(options.tag)
        case "checksums":
            write_checksums()


if __name__ == "__main__":
    main()
