"""DICOMDIR: the table of contents on a hospital's CD (DICOM PS3.3 annex F, PS3.10 section 8)."""

import os
import struct
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import FileError
from core.imaging.opening import check_readable, read_head

if TYPE_CHECKING:
    from pydicom.dataset import Dataset

_MEDIA_STORAGE_DIRECTORY = b"1.2.840.10008.1.3.10"
_RECORD_SEQUENCE, _RECORD_TYPE, _FILE_ID = 0x00041220, 0x00041430, 0x00041500


def is_dicom_directory(path: Path) -> bool:
    """Whether a file is a DICOMDIR, by content; one with a damaged beginning, by its name."""
    try:
        head = read_head(path)
    except FileError:
        return False
    if path.name.upper() == "DICOMDIR":
        return True
    return head[128:132] == b"DICM" and _MEDIA_STORAGE_DIRECTORY in head[:512]


def referenced_files(path: Path) -> tuple[Path, ...]:
    """The images that a DICOMDIR lists, in its order, whether they are there or not.

    `pydicom.fileset` drops listed files that are missing, where a person should hear of them, and follows the
    records' offsets, which burning programs get wrong. The records' own order is the same and always there.

    Args:
        path: The DICOMDIR.

    Returns:
        Files inside the DICOMDIR's folder; none where the DICOMDIR cannot be read or lists no image.
    """
    import pydicom
    from pydicom.errors import InvalidDicomError

    try:
        check_readable(path)
        dataset = pydicom.dcmread(path, specific_tags=[_RECORD_SEQUENCE], force=True)
        records = dataset[_RECORD_SEQUENCE].value if _RECORD_SEQUENCE in dataset else ()
        components = [_file_id(record) for record in records]
    except (
        InvalidDicomError,
        FileError,
        OSError,
        ValueError,
        TypeError,
        LookupError,
        AttributeError,
        NotImplementedError,
        RecursionError,
        EOFError,
        struct.error,
        UserWarning,
    ):
        return ()
    return tuple(_existing_spelling(path.parent, component) for component in components if component)


def _file_id(record: "Dataset") -> tuple[str, ...]:
    """A record's file as the names of folders and file, empty where it is no image or not below the DICOMDIR.

    The raw bytes are taken: pydicom warns of names that break the standard's rules, as most do.
    """
    if _raw_text(record, _RECORD_TYPE).upper() != "IMAGE":
        return ()
    names = tuple(name.strip() for name in _raw_text(record, _FILE_ID).replace("/", "\\").split("\\"))
    return () if any(name in ("", ".", "..") or ":" in name or "\0" in name for name in names) else names


def _raw_text(record: "Dataset", tag: int) -> str:
    """An element's bytes as text, without padding."""
    if tag not in record:
        return ""
    value = record.get_item(tag).value
    return value.decode("latin-1").strip(" \0") if isinstance(value, bytes) else ""


def _existing_spelling(folder: Path, names: tuple[str, ...]) -> Path:
    """The file as it is spelt on this disk: drivers for CDs show the capital names of the DICOMDIR in small letters."""
    exact = folder.joinpath(*names)
    if os.path.lexists(exact):
        return exact
    for name in names:
        folder = folder / _spelling_in(folder, name)
    return folder


def _spelling_in(folder: Path, name: str) -> str:
    """The entry of a folder that has this name but for capitals, the name itself where there is none."""
    try:
        entries = os.listdir(folder)  # noqa: PTH208 - names are all that is needed.
    except OSError:
        return name
    return name if name in entries else next((entry for entry in entries if entry.casefold() == name.casefold()), name)
