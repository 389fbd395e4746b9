"""Which scans are in the files and folders that a person named."""

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.errors import EmptyFileError, FileError
from core.imaging.dicom_directory import is_dicom_directory, referenced_files
from core.imaging.dicom_sniffing import looks_like_dicom
from core.imaging.opening import read_head
from core.imaging.raster_headers import sniff_raster
from core.jobs import JobContext, Progress

IMAGE_SUFFIXES = frozenset(
    {".dcm", ".dicom", ".dic", ".ima", ".png", ".apng", ".jpg", ".jpeg", ".jpe", ".jfif", ".tif", ".tiff", ".bmp"}
    | {".dib", ".webp", ".gif", ".jp2", ".j2k", ".jpf", ".jpx", ".heic", ".heif", ".avif"}
)
"""Names that promise an image, readable or not: such files get a row even where they are empty or damaged."""

_DIGEST_BYTES = 16
_DIGITS = re.compile(r"([0-9]+)")


def find_scans(paths: Iterable[Path], context: JobContext[Progress] | None = None) -> Iterator[Path]:
    """Files that hold scans, found one at a time, in a stable order, each of them once.

    A path that is not a folder is always handed on, so that reading it says what is wrong with it. In folders,
    hidden files, DICOMDIRs and files of other kinds are left out: those that are no image by content and do not
    call themselves one. A folder that may not be listed is handed on itself, so that it is not passed over in silence.

    Args:
        paths: Files, folders (searched with all folders in them; symbolic links are followed, circles are not)
            and DICOMDIRs (the images they list; the folder around it where it cannot be read).
        context: Told how many were found; may ask to stop.

    Raises:
        JobCancelledError: The context asked to stop.
    """
    search = _Search(context if context is not None else JobContext())
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a parent may not be entered.
            yield from search.in_folder(path)
        elif is_dicom_directory(path):
            yield from search.in_dicom_directory(path)
        else:
            yield from search.new(path, os.path.realpath(path) if "\0" not in str(path) else str(path))


class _Search:
    """One search: remembers which files and folders it has met."""

    def __init__(self, context: JobContext[Progress]) -> None:
        self._context = context
        self._files: set[bytes] = set()
        self._folders: set[tuple[int, int] | str] = set()

    def new(self, path: Path, real_path: str) -> Iterator[Path]:
        """The path, unless the file was met under this or another name."""
        self._context.raise_if_cancelled()
        # A short digest: the names of a million files would take hundreds of megabytes.
        name = os.path.normcase(real_path).encode("utf-8", errors="surrogatepass")
        key = hashlib.blake2b(name, digest_size=_DIGEST_BYTES).digest()
        if key not in self._files:
            self._files.add(key)
            self._context.report(Progress(len(self._files), None))
            yield path

    def in_dicom_directory(self, path: Path) -> Iterator[Path]:
        """The images a DICOMDIR lists, or those around it."""
        listed = referenced_files(path)
        if not listed:
            yield from self.in_folder(path.parent)
        for file in listed:
            yield from self.new(file, os.path.realpath(file))

    def in_folder(self, folder: Path) -> Iterator[Path]:
        """The scans in a folder and all folders in it, depth first.

        The open folders are kept on a list, not on Python's stack, which deep trees would exhaust.
        """
        remaining = [self._entries(folder)]
        while remaining:
            self._context.raise_if_cancelled()
            found = next(remaining[-1], None)
            if found is None:
                remaining.pop()
                continue
            path, real_path, is_folder = found
            if is_folder:
                remaining.append(self._entries(path))
            else:
                yield from self.new(path, real_path)

    def _entries(self, folder: Path) -> Iterator[tuple[Path, str, bool]]:
        """Path, real path and whether it is a folder, of what is to be looked at in one folder, in natural order."""
        try:
            status = os.stat(folder)  # noqa: PTH116 - one call for all of these, with the same errors.
            real_folder = os.path.realpath(folder)
            # Some network drives of Windows number no file: all of their folders would be one.
            identity = (status.st_dev, status.st_ino) if status.st_ino else real_folder
            if identity in self._folders:
                return
            self._folders.add(identity)
            with os.scandir(folder) as listing:
                entries = sorted((entry for entry in listing if not _is_hidden(entry)), key=_natural_order)
        except OSError:
            yield folder, str(folder), False
            return
        for entry in entries:
            path = folder / entry.name
            if _is_folder(entry):
                yield path, "", True
            elif _may_be_scan(path, entry):
                real_path = os.path.realpath(path) if entry.is_symlink() else f"{real_folder}{os.sep}{entry.name}"
                yield path, real_path, False


def _natural_order(entry: "os.DirEntry[str]") -> tuple[list[str | int], str]:
    """Sorts image10 behind image9, as file browsers do."""
    pieces = _DIGITS.split(entry.name.casefold())
    return [int(piece) if index % 2 else piece for index, piece in enumerate(pieces)], entry.name


def _is_hidden(entry: "os.DirEntry[str]") -> bool:
    """Whether the system's file browser would hide it."""
    if entry.name.startswith("."):
        return True
    if os.name != "nt":
        return False
    try:
        attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    except OSError:
        return False
    return bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Whether it is a folder or a link to one."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _may_be_scan(path: Path, entry: "os.DirEntry[str]") -> bool:
    """Whether a file in a folder is an image by content, or calls itself one."""
    if entry.name.upper() == "DICOMDIR":
        return False
    suffix = path.suffix.lower()
    if suffix in IMAGE_SUFFIXES:
        return True
    try:
        if not entry.is_file():
            return False
        head = read_head(path)
    except EmptyFileError:
        return False
    except (OSError, FileError):
        # It cannot be told; DICOM files often have no suffix.
        return suffix == ""
    return sniff_raster(head) is not None or looks_like_dicom(head)
