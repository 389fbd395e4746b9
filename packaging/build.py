r"""Build what people install: the frozen program, its installers, the training pack. Standard library only.

    python3 packaging/build.py program          build/dist/hilum, one folder, for the system this runs on
    python3 packaging/build.py deb              build/hilum_VERSION_amd64.deb (Linux; builds the program if need be)
    python3 packaging/build.py tar              build/hilum-VERSION-linux-x86_64.tar.xz (Linux)
    python3 packaging/build.py training-pack    build/hilum-training-VERSION-....zip, what training needs beside it
    python3 packaging/build.py sbom             build/hilum-VERSION.cdx.json, the bill of materials (CycloneDX)
    python3 packaging/build.py checksums        build/SHA256SUMS

The program is built in an environment of its own, build/venv, without torch. The version is that of pyproject.toml.
Windows' and macOS' installers are made from build/dist by packaging/windows/hilum.iss and packaging/macos/dmg.sh.
"""

import argparse
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from trim_icu import trim_icu

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "packaging"
BUILD = ROOT / "build"
PROGRAM = BUILD / "dist" / "hilum"
VENV = BUILD / "venv"
WINDOWS, MACOS = os.name == "nt", sys.platform == "darwin"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
FREEZER = "pyinstaller>=6.16,<7"
SAMPLE = "RG1_J2KI.dcm"
"""A real chest radiograph of pydicom-data, the smallest form that its compression leaves: 0.7 MB."""
STRIPPED_FROM = 300_000
"""Bytes: smaller libraries are not worth a call."""
NEVER_STRIPPED = ("numpy.libs", "pillow.libs", "PySide6", "python_gdcm.libs", "openvino")
"""Libraries whose sections were moved by auditwheel, which strip can break, or that are stripped already."""
PACK_ROOT = "site-packages"
BROUGHT_BY_PROGRAM = ("numpy", "pillow")
"""Two copies of these libraries in one process do not go together."""


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
    copy_to(ROOT / "LICENSE", root / "usr/share/doc/hilum/copyright")
    (root / "usr" / "bin" / "hilum").symlink_to("/opt/hilum/hilum")
    control = (HERE / "linux" / "control").read_text(encoding="utf-8")
    architecture = {"x86_64": "amd64", "aarch64": "arm64"}[machine()]
    values = {"@VERSION@": version(), "@ARCHITECTURE@": architecture, "@SIZE@": str(size_of(root) // 1024)}
    for place, value in values.items():
        control = control.replace(place, value)
    (root / "DEBIAN" / "control").write_text(control, encoding="utf-8")
    make_readable(root)
    target = BUILD / f"hilum_{version()}_{architecture}.deb"
    packing = ("-Zgzip", "-z1") if quickly else ("-Zxz", "-z9", "-Sextreme")
    run("dpkg-deb", "--root-owner-group", *packing, "--build", root, target)
    say(f"{target}: {target.stat().st_size / 2**20:.0f} MiB, {size_of(root) / 2**20:.0f} MiB installed")


def build_tar() -> None:
    """An archive for other Linux systems: unpack it anywhere and start `hilum/hilum`."""
    require_program()
    target = BUILD / f"hilum-{version()}-linux-{machine()}.tar.xz"
    run("tar", "-C", PROGRAM.parent, "-cJf", target, PROGRAM.name, XZ_OPT="-9e")
    say(f"{target}: {target.stat().st_size / 2**20:.0f} MiB")


def build_training_pack(torch: str, index: str, unpruned: bool, quickly: bool) -> None:
    """What training needs beside the program, as one file that the program takes in.

    Args:
        torch: Requirement for torch, e.g. `torch==2.14.1`.
        index: Where to get it from, empty for pip's own choice: PyPI's Linux wheels are CUDA builds.
        unpruned: Whether headers and tests are kept.
        quickly: Whether to pack it loosely, to try it.
    """
    if not PYTHON.is_file():
        provide_environment()
    folder = BUILD / "training_pack"
    shutil.rmtree(folder, ignore_errors=True)
    target = folder / PACK_ROOT
    options = ["--index-url", index] if index else []
    # Torch must fit the versions that the program brings.
    held = subprocess.run([str(PYTHON), "-m", "pip", "freeze"], check=True, capture_output=True, text=True).stdout
    constraints = BUILD / "constraints.txt"
    kept = [line for line in held.splitlines() if "==" in line and not line.startswith("hilum")]
    constraints.write_text("\n".join(kept), encoding="utf-8")
    run(
        *(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", target),
        *("--constraint", constraints, *options, torch, "torchvision"),
    )
    drop_what_the_program_has(target)
    if not unpruned:
        prune_pack(target)
    say(f"{target}: {size_of(target) / 2**20:.0f} MiB")
    try_pack(target)
    write_pack(folder, quickly)


def try_pack(target: Path) -> None:
    """Import what training imports, as the program will: its own libraries first, then the pack."""
    look = "import sys; sys.path.append(sys.argv[1]); import torch, torchvision; print(torch.__version__)"
    run(PYTHON, "-c", look, target)


def drop_what_the_program_has(target: Path) -> None:
    """Remove the libraries that the program brings; of what is Python only, the program's copy is found first."""
    for info in sorted(target.glob("*.dist-info")):
        if info.name.partition("-")[0].lower() not in BROUGHT_BY_PROGRAM:
            continue
        for line in (info / "RECORD").read_text(encoding="utf-8").splitlines():
            path = (target / line.partition(",")[0]).resolve()
            if path.is_relative_to(target) and path.is_file():
                path.unlink()
        shutil.rmtree(info, ignore_errors=True)


def prune_pack(target: Path) -> None:
    """Remove what compiling against torch and testing it would need."""
    for name in ("torch/include", "torch/share", "torch/test", "torch/utils/benchmark", "bin", "functorch/_src"):
        shutil.rmtree(target / name, ignore_errors=True)
    for pattern in ("*.lib", "*.a", "*.pyi", "__pycache__"):
        for path in list(target.rglob(pattern)):
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def write_pack(folder: Path, quickly: bool) -> None:
    """Zip the pack with a list of its files and their hashes in front."""
    import zipfile

    target = folder / PACK_ROOT
    torch = next(iter(target.glob("torch-*.dist-info"))).name.removeprefix("torch-").removesuffix(".dist-info")
    files = {path.relative_to(folder).as_posix(): sha256_of(path) for path in files_below(target)}
    manifest = {
        "kind": "hilum-training-pack",
        "schema_version": 1,
        "program_version": version(),
        "torch": torch,
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "platform": f"{sys.platform}-{machine()}",
        "files": files,
    }
    path = BUILD / f"hilum-training-{version()}-torch{torch.replace('+', '_')}-{sys.platform}-{machine()}.zip"
    packing = zipfile.ZIP_STORED if quickly else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(path, "w", packing, compresslevel=6) as archive:
        archive.writestr("pack.json", json.dumps(manifest, indent=1))
        for name in files:
            archive.write(folder / name, name)
    say(f"{path}: {path.stat().st_size / 2**20:.0f} MiB, {size_of(target) / 2**20:.0f} MiB unpacked")


def build_sbom() -> None:
    """The bill of materials of what is frozen."""
    if not PYTHON.is_file():
        provide_environment()
    # Its own environment: what the tool needs is no part of the program.
    tools = BUILD / "sbom_venv"
    python = tools / PYTHON.relative_to(VENV)
    if not python.is_file():
        run(sys.executable, "-m", "venv", tools)
        run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "cyclonedx-bom>=7")
    target = BUILD / f"hilum-{version()}.cdx.json"
    run(
        *(python, "-m", "cyclonedx_py", "environment", "--pyproject", ROOT / "pyproject.toml"),
        *("--output-reproducible", "-o", target, PYTHON),
    )
    keep_what_is_frozen(target)


def keep_what_is_frozen(target: Path) -> None:
    """Leave in the bill what is in the program: not the tools of its environment, but Python itself."""
    names = "from core.licences import installed_licences as i; print(*(part.name for part in i()), sep='\\n')"
    listed = subprocess.run([str(PYTHON), "-I", "-c", names], check=True, capture_output=True, text=True).stdout
    frozen = {plain_name(name) for name in (*listed.split(), "pydicom-data")}
    bill = json.loads(target.read_text(encoding="utf-8"))
    bill["components"] = [part for part in bill["components"] if plain_name(part["name"]) in frozen]
    python = platform.python_version()
    bill["components"].append(
        {
            "type": "platform",
            "bom-ref": f"python=={python}",
            "name": "CPython",
            "version": python,
            "licenses": [{"license": {"id": "PSF-2.0"}}],
            "cpe": f"cpe:2.3:a:python:python:{python}:*:*:*:*:*:*:*",
        }
    )
    kept = {part["bom-ref"] for part in bill["components"]} | {bill["metadata"]["component"]["bom-ref"]}
    bill["dependencies"] = [
        {**entry, "dependsOn": [name for name in entry.get("dependsOn", ()) if name in kept]}
        for entry in bill.get("dependencies", ())
        if entry["ref"] in kept
    ]
    target.write_text(json.dumps(bill, indent=2), encoding="utf-8")
    say(f"{target}: {len(bill['components'])} components")


def plain_name(name: str) -> str:
    """A distribution's name as PEP 503 compares them."""
    return re.sub(r"[-_.]+", "-", name).lower()


def write_checksums() -> None:
    """Hashes of everything that is handed out."""
    kinds = (".deb", ".xz", ".zip", ".exe", ".dmg", ".json", ".AppImage")
    made = sorted(path for path in BUILD.iterdir() if path.is_file() and path.suffix in kinds)
    lines = [f"{sha256_of(path)}  {path.name}\n" for path in made]
    (BUILD / "SHA256SUMS").write_text("".join(lines), encoding="ascii")
    say(f"{BUILD / 'SHA256SUMS'}: {len(lines)} files")


def require_program() -> None:
    """Build the program unless it is there."""
    if not (PROGRAM / "hilum").is_file():
        build_program()


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


def main() -> None:
    """Build one thing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("program", "tar", "sbom", "checksums"):
        commands.add_parser(name)
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
        case "checksums":
            write_checksums()


if __name__ == "__main__":
    main()
