"""The training pack: torch and what it needs, as one file that the frozen program takes in."""

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from build_tools import BUILD, PYTHON, files_below, machine, provide_environment, run, say, sha256_of, size_of, version

PACK_ROOT = "site-packages"
BROUGHT_BY_PROGRAM = ("numpy", "pillow")
"""Two copies of these libraries in one process do not go together."""


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
    install = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(PYTHON, *install, "--target", target, "--constraint", constraints, *options, torch, "torchvision")
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
