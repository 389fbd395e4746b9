"""A model in one file, to be carried to another computer.

A `.hilum-model` file is a zip archive, not compressed: `manifest.json` with the SHA-256 and size of every other file,
and the package's files, without folders. It comes from outside, so nothing of it is believed: names, sizes, hashes,
the card and every tensor are checked before the model gets a place.
"""

import contextlib
import hashlib
import json
import os
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO
from uuid import uuid4

from core.durable_files import not_writable
from core.errors import InvalidModelFileError, InvalidModelPackageError, ModelHashMismatchError
from core.language import Worded, mark
from core.model.card import ModelCard
from core.model.card_reading import FILE_NAME
from core.model.package import CARD_NAME, LARGEST_CARD_BYTES, load_package
from core.registry.version import DOSSIER_JSON, DOSSIER_PDF
from core.training.out_of_fold import OUT_OF_FOLD_NAME, read_out_of_fold

MODEL_SUFFIX = ".hilum-model"
MANIFEST_NAME = "manifest.json"  # untranslated: a file
FORMAT = "hilum-model"
SCHEMA_VERSION = 1
LARGEST_FILE_BYTES = 2**30
"""The weights of the largest network that is read are about 100 MB."""
LARGEST_MANIFEST_BYTES = 2**16
MOST_FILES = 16
_OTHER_NAMES = frozenset({CARD_NAME, OUT_OF_FOLD_NAME, DOSSIER_JSON, DOSSIER_PDF})
_PART_BYTES = 1 << 20
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The same model makes the same file, whenever it is exported."""


def write_model_file(directory: Path, names: Sequence[str], target: Path) -> None:
    """Write a package's files into one file, which appears whole or not at all.

    Args:
        directory: The package's folder.
        names: Its files.
        target: The file; one that is there is replaced.

    Raises:
        OutputNotWritableError: The file cannot be written.
    """
    # Not by tempfile, whose files nobody else may read: this one is to be handed on.
    partial = target.with_name(f".{uuid4().hex}{MODEL_SUFFIX}")
    try:
        with partial.open("x+b") as file:
            _write_archive(file, directory, names)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError as error:
        raise not_writable(target, error) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)


def unpack_model_file(file: Path, folder: Path) -> ModelCard:
    """Check an exported model and write its files into a folder.

    Args:
        file: What somebody says is an exported model.
        folder: An empty folder.

    Returns:
        The model's card.

    Raises:
        InvalidModelFileError: It is none, damaged, or holds what does not belong there.
        OutputNotWritableError: The folder cannot be written.
    """
    with _refusing(file), zipfile.ZipFile(file) as archive:
        sizes = _checked_sizes(archive, file)
        for name, (sha256, size) in _manifest(archive, sizes, file).items():
            _unpack(archive, name, folder / name, sha256, size, file)
    try:
        package = load_package(folder)
        package.read_weights()
        read_out_of_fold(folder)
    except (InvalidModelPackageError, ModelHashMismatchError) as error:
        raise InvalidModelFileError(file, error.detail) from error
    return package.card


def _write_archive(file: BinaryIO, directory: Path, names: Sequence[str]) -> None:
    files: dict[str, object] = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name in names:
            digest, size = hashlib.sha256(), 0
            with (directory / name).open("rb") as original, archive.open(_entry(name), "w", force_zip64=True) as copy:
                while part := original.read(_PART_BYTES):
                    digest.update(part)
                    size += len(part)
                    copy.write(part)
            files[name] = {"sha256": digest.hexdigest(), "size": size}
        manifest = {"format": FORMAT, "schema_version": SCHEMA_VERSION, "files": files}
        archive.writestr(_entry(MANIFEST_NAME), json.dumps(manifest, indent=1))


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.external_attr = 0o644 << 16
    return entry


@contextlib.contextmanager
def _refusing(file: Path) -> Iterator[None]:
    """Turn whatever a strange archive makes the reader raise into one kind of error."""
    try:
        yield
    except InvalidModelFileError:
        raise
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, ValueError, KeyError, TypeError) as error:
        # What the reader says is English, and no more than this to a person; the traceback keeps it.
        raise InvalidModelFileError(file, mark("not a sound archive")) from error
    except OSError as error:
        raise InvalidModelFileError(
            file, Worded.of(mark("cannot be read: {reason}"), reason=error.strerror or str(error))
        ) from error


def _checked_sizes(archive: zipfile.ZipFile, file: Path) -> dict[str, int]:
    """Sizes of the archive's files by name, after everything that the archive itself says was checked."""
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise InvalidModelFileError(file, Worded.of(mark("it holds {count} files"), count=len(entries)))
    sizes: dict[str, int] = {}
    for entry in entries:
        name = entry.filename
        is_allowed = name == MANIFEST_NAME or name in _OTHER_NAMES or name.endswith(".safetensors")
        if not (is_allowed and FILE_NAME.fullmatch(name)) or name in sizes:
            raise InvalidModelFileError(
                file, Worded.of(mark("it holds {name}, which does not belong there"), name=repr(name[:60]))
            )
        # Not compressed, so that no small file can become a huge one.
        if entry.compress_type != zipfile.ZIP_STORED or entry.compress_size != entry.file_size:
            raise InvalidModelFileError(file, mark("it is compressed"))
        if entry.flag_bits & 1:
            raise InvalidModelFileError(file, mark("it is encrypted"))
        if entry.file_size > _largest(name):
            raise InvalidModelFileError(
                file, Worded.of(mark("{name} in it is larger than {count} bytes"), name=name, count=_largest(name))
            )
        sizes[name] = entry.file_size
    return sizes


def _largest(name: str) -> int:
    if name == MANIFEST_NAME:
        return LARGEST_MANIFEST_BYTES
    return LARGEST_CARD_BYTES if name == CARD_NAME else LARGEST_FILE_BYTES


def _manifest(archive: zipfile.ZipFile, sizes: dict[str, int], file: Path) -> dict[str, tuple[str, int]]:
    """Hash and size of every file, as the manifest says; it names exactly the files that are there."""
    if MANIFEST_NAME not in sizes:
        raise InvalidModelFileError(file, mark("it has no manifest"))
    values: Any = json.loads(archive.read(MANIFEST_NAME))
    if values["format"] != FORMAT or values["schema_version"] != SCHEMA_VERSION:
        raise InvalidModelFileError(file, mark("it was written by another version of Hilum"))
    listed = {str(name): (str(entry["sha256"]), int(entry["size"])) for name, entry in values["files"].items()}
    if set(listed) != set(sizes) - {MANIFEST_NAME} or CARD_NAME not in listed:
        raise InvalidModelFileError(file, mark("its manifest names other files than it holds"))
    if any(size != sizes[name] for name, (_, size) in listed.items()):
        raise InvalidModelFileError(file, mark("its manifest names other sizes"))
    return listed


def _unpack(archive: zipfile.ZipFile, name: str, target: Path, sha256: str, size: int, file: Path) -> None:
    digest, left = hashlib.sha256(), size
    with archive.open(name) as source:
        try:
            with target.open("xb") as copy:
                while left and (part := source.read(min(_PART_BYTES, left))):
                    digest.update(part)
                    left -= len(part)
                    copy.write(part)
        except OSError as error:
            raise not_writable(target, error) from error
    if left or digest.hexdigest() != sha256:
        raise InvalidModelFileError(file, Worded.of(mark("{name} in it is not what the manifest says"), name=name))
