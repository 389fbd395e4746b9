"""The training pack: torch and what it needs, which the frozen program does not bring and finds beside itself.

A pack is one zip file that `packaging/build.py training-pack` makes: `pack.json` with the hash of every file, and the
files below `site-packages`. Taken in, it lies in the user's data folder; whoever installs for everybody may unpack it
beside the program instead, as `training_pack`. It is code: it comes from where the program came from, and its own
hash is in the same list (`SHA256SUMS`).
"""

import contextlib
import hashlib
import json
import platform
import shutil
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from core.durable_files import make_folder, not_writable
from core.errors import (
    InaccessibleFileError,
    InvalidTrainingPackError,
    MissingFileError,
    NoUserFolderError,
    TrainingPackHashMismatchError,
)
from core.jobs import JobContext, Progress
from core.language import Worded, mark
from core.program_version import is_frozen
from core.user_folders import user_folders

FOLDER_NAME = "training_pack"
MANIFEST_NAME = "pack.json"  # untranslated: a file
PACKAGES_NAME = "site-packages"
_OLD_NAME = f".{FOLDER_NAME}.old"  # untranslated: a folder
_KIND, _SCHEMA_VERSION = "hilum-training-pack", 1
_LARGEST_MANIFEST = 64 * 2**20
_BLOCK = 2**20


@dataclass(frozen=True)
class TrainingPack:
    """A pack that was taken in.

    Attributes:
        folder: Where it lies.
        torch: Version of torch in it.
    """

    folder: Path
    torch: str

    @property
    def packages(self) -> Path:
        """The folder that Python looks into."""
        return self.folder / PACKAGES_NAME

    @property
    def is_removable(self) -> bool:
        """Whether it is this user's own; one beside the program is for everybody."""
        folders = user_folders()
        return folders is not None and self.folder.parent == folders.data


def this_platform() -> str:
    """The system and processor that a pack must be made for."""
    name = platform.machine().lower()
    return f"{sys.platform}-{ {'amd64': 'x86_64', 'arm64': 'aarch64'}.get(name, name) }"


def this_python() -> str:
    """The Python that a pack must be made for."""
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def find_training_pack(beside: Path | None = None) -> TrainingPack | None:
    """The pack that this program can use: beside the program, else the user's; None where there is none.

    Args:
        beside: The program's folder, None for that of the running one.
    """
    folders = user_folders()
    program = beside if beside is not None else Path(sys.executable).parent
    for folder in (program / FOLDER_NAME, *((folders.data / FOLDER_NAME,) if folders is not None else ())):
        with contextlib.suppress(OSError, ValueError, InvalidTrainingPackError):
            manifest = json.loads((folder / MANIFEST_NAME).read_bytes())
            _check_fits(folder, manifest)
            return TrainingPack(folder, str(manifest["torch"]))
    return None


def use_training_pack() -> TrainingPack | None:
    """Let a frozen program import torch from the pack, where there is one. Costs the look at one file.

    The program's own modules come first: only what it lacks is taken from the pack.
    """
    if not is_frozen():
        return None
    pack = find_training_pack()
    if pack is not None and str(pack.packages) not in sys.path:
        sys.path.append(str(pack.packages))
    return pack


def install_training_pack(
    file: Path, context: JobContext[Progress], expected_sha256: str = "", into: Path | None = None
) -> TrainingPack:
    """Take a pack in, in place of the one there was. At every moment the old one is there, whole, or the new one.

    Args:
        file: The zip file.
        context: Told how far it is; may cancel.
        expected_sha256: The file's hash as the list of hashes has it; empty to trust the file.
        into: Folder to put it in, None for the user's data folder.

    Raises:
        InvalidTrainingPackError: It is no pack, is damaged, or is made for another Python, system or processor.
        TrainingPackHashMismatchError: The file is not the one of the list.
        NoUserFolderError: This user has no home folder.
        OutputNotWritableError: No room or no permission; the pack there was remains.
        JobCancelledError: As asked.
    """
    if into is None:
        folders = user_folders()
        if folders is None:
            raise NoUserFolderError
        into = folders.data
    if not file.exists():
        raise MissingFileError(file)
    if expected_sha256:
        _check_hash(file, expected_sha256)
    target, incoming = into / FOLDER_NAME, into / f".{FOLDER_NAME}.incoming"  # untranslated: a folder
    make_folder(into)
    shutil.rmtree(incoming, ignore_errors=True)
    try:
        manifest = _unpack(file, incoming, context)
        _put_in_place(incoming, target)
    except OSError as error:
        raise not_writable(target, error) from error
    finally:
        shutil.rmtree(incoming, ignore_errors=True)
    return TrainingPack(target, str(manifest["torch"]))


def remove_training_pack(folder: Path | None = None) -> bool:
    """Remove the user's pack; returns whether there was one.

    Raises:
        OutputNotWritableError: It cannot be removed.
    """
    folders = user_folders()
    parent = folder if folder is not None else folders.data if folders is not None else None
    if parent is None or not (parent / FOLDER_NAME).exists():
        return False
    target, old = parent / FOLDER_NAME, parent / _OLD_NAME
    try:
        shutil.rmtree(old, ignore_errors=True)
        # Renamed first: where a running program holds its files, Windows refuses here, and the pack stays whole.
        target.rename(old)
        shutil.rmtree(old)
    except OSError as error:
        raise not_writable(target, error) from error
    return True


def _unpack(file: Path, folder: Path, context: JobContext[Progress]) -> Mapping[str, Any]:
    """Unpack what the manifest lists, each file checked against its hash; nothing else is written."""
    try:
        with zipfile.ZipFile(file) as archive:
            manifest = _read_manifest(file, archive)
            files: Mapping[str, str] = manifest["files"]
            for number, (name, digest) in enumerate(files.items()):
                context.raise_if_cancelled()
                if number % 100 == 0:
                    context.report(Progress(number, len(files)))
                _unpack_one(file, archive, name, digest, folder)
            (folder / MANIFEST_NAME).write_text(json.dumps({**manifest, "files": len(files)}), encoding="utf-8")
            context.report(Progress(len(files), len(files)))
            return manifest
    except PermissionError as error:
        if error.filename == str(file):
            raise InaccessibleFileError(file) from error
        raise
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise InvalidTrainingPackError(file, Worded.of(mark("it is damaged ({reason})"), reason=str(error))) from error


def _read_manifest(file: Path, archive: zipfile.ZipFile) -> Mapping[str, Any]:
    try:
        if archive.getinfo(MANIFEST_NAME).file_size > _LARGEST_MANIFEST:
            raise InvalidTrainingPackError(file, mark("its list of files is too long"))
        manifest = json.loads(archive.read(MANIFEST_NAME))
    except (KeyError, ValueError) as error:
        raise InvalidTrainingPackError(file, mark("it has no list of its files")) from error
    _check_fits(file, manifest)
    files = manifest.get("files")
    if not isinstance(files, dict) or not all(
        _is_plain(name) and isinstance(hash_, str) for name, hash_ in files.items()
    ):
        raise InvalidTrainingPackError(file, mark("its list of files is not one"))
    return dict(manifest)


def _check_fits(path: Path, manifest: Any) -> None:
    """Make sure that a manifest is one, of a pack for this program."""
    if not isinstance(manifest, dict) or manifest.get("kind") != _KIND:
        raise InvalidTrainingPackError(path, mark("it is something else"))
    if manifest.get("schema_version") != _SCHEMA_VERSION:
        raise InvalidTrainingPackError(path, mark("it was made for another version of Hilum"))
    for key, wanted in (("python", this_python()), ("platform", this_platform())):
        if manifest.get(key) != wanted:
            raise InvalidTrainingPackError(
                path,
                Worded.of(
                    mark("it was made for {key} {found}, this is {wanted}"),
                    key=key,
                    found=manifest.get(key),
                    wanted=wanted,
                ),
            )
    if not isinstance(manifest.get("torch"), str):
        raise InvalidTrainingPackError(path, mark("it does not say which torch it holds"))


def _is_plain(name: Any) -> bool:
    """Whether a name stays below the folder of packages, on every system."""
    if not isinstance(name, str) or "\\" in name or ":" in name or "\0" in name:
        return False
    parts = PurePosixPath(name).parts
    return len(parts) > 1 and parts[0] == PACKAGES_NAME and ".." not in parts and not name.startswith("/")


def _unpack_one(file: Path, archive: zipfile.ZipFile, name: str, digest: str, folder: Path) -> None:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    hashed = hashlib.sha256()
    try:
        with archive.open(name) as packed, target.open("wb") as unpacked:
            while block := packed.read(_BLOCK):
                hashed.update(block)
                unpacked.write(block)
    except KeyError as error:
        raise InvalidTrainingPackError(file, Worded.of(mark("{name} is missing"), name=name)) from error
    if hashed.hexdigest() != digest:
        raise InvalidTrainingPackError(file, Worded.of(mark("{name} is damaged"), name=name))


def _put_in_place(incoming: Path, target: Path) -> None:
    old = target.with_name(_OLD_NAME)
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    try:
        incoming.rename(target)
    except OSError:
        if old.exists():
            old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _check_hash(file: Path, expected: str) -> None:
    with file.open("rb") as opened:
        actual = hashlib.file_digest(opened, "sha256").hexdigest()
    if actual != expected.strip().lower():
        raise TrainingPackHashMismatchError(file, expected, actual)
