"""A DICOM file's attributes, read without its pixels and within bounds."""

# untranslated module: names of DICOM attributes

import errno
import io
import logging
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from pydicom import config
from pydicom.dataset import Dataset
from pydicom.errors import BytesLengthException, InvalidDicomError
from pydicom.filereader import read_dataset
from pydicom.tag import BaseTag
from pydicom.uid import (
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    ImplicitVRLittleEndian,
)

from core.errors import DamagedFileError, HilumError, InsufficientMemoryError, UnrecognisedFileError
from core.imaging.dicom_sniffing import MAGIC, PREAMBLE_LENGTH, guess_encoding
from core.imaging.opening import HEAD_BYTES, file_error_of, open_regular_file

PARSING_FAILURES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
    BytesLengthException,
    InvalidDicomError,
    struct.error,
    zlib.error,
)
"""What pydicom and the decoders raise for damaged content; RuntimeError includes RecursionError."""

LARGEST_ATTRIBUTE_BYTES = 16 * 2**20
"""Attributes longer than this (other than pixels) are skipped: nothing that is shown is that long."""

LARGEST_INFLATED_BYTES = 256 * 2**20
"""Most bytes a deflated data set may expand to."""

MOST_READS = 200_000
"""Pieces a header is read in at most, a second or two of work; files made of millions of tiny elements are refused."""

_PIXEL_KEYWORDS = {0x7FE00008: "FloatPixelData", 0x7FE00009: "DoubleFloatPixelData", 0x7FE00010: "PixelData"}
_UNDEFINED_LENGTH = 0xFFFFFFFF
_LONG_HEADER_VRS = frozenset({"OB", "OW", "OF", "OD", "OL", "OV", "UN", "UT"})
_WARNING_FILTER = "pydicom"


@dataclass(frozen=True)
class PixelElement:
    """Where a file keeps its pixels.

    Attributes:
        keyword: `PixelData`, `FloatPixelData` or `DoubleFloatPixelData`.
        offset: First byte of the value in the source.
        length: Bytes of the value, None where it is undefined (encapsulated).
        representation: Its VR, empty where implicit.
    """

    keyword: str
    offset: int
    length: int | None
    representation: str


@dataclass(frozen=True, eq=False)
class DicomFile:
    """An open DICOM file: attributes parsed, pixels still on disk.

    Attributes:
        path: The file.
        dataset: Everything before the pixels.
        transfer_syntax: UID, as stated or as recognised.
        source: The file, or what it inflates to.
        pixels: Where the pixels are, None where there are none.
        little_endian: Byte order of the data set.
    """

    path: Path
    dataset: Dataset
    transfer_syntax: str
    source: BinaryIO
    pixels: PixelElement | None
    little_endian: bool


class _BoundedReader(io.RawIOBase):
    """A file that never takes memory for bytes it does not have, and never serves endless tiny reads."""

    def __init__(self, file: BinaryIO) -> None:
        super().__init__()
        self._file = file
        self._size = file.seek(0, io.SEEK_END)
        self._reads = 0
        file.seek(0)

    def read(self, size: int = -1) -> bytes:
        self._reads += 1
        if self._reads > MOST_READS:
            # Not EOFError, which pydicom takes for the regular end of the attributes.
            raise ValueError("too many elements")
        remaining = max(0, self._size - self._file.tell())
        return self._file.read(remaining if size < 0 else min(size, remaining))

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True


def quieten_pydicom() -> None:
    """Keep pydicom's remarks on odd files out of the console and the log: they quote patients' attributes.

    `warnings.catch_warnings` is not safe with several threads, so one filter is set for the process, and set
    again where someone has replaced the filters since.
    """
    if not any(getattr(entry[3], "pattern", None) == _WARNING_FILTER for entry in warnings.filters):
        warnings.filterwarnings("ignore", module=_WARNING_FILTER)
    for name in ("pydicom", "pylibjpeg", "openjpeg"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    config.settings.reading_validation_mode = config.IGNORE


@contextmanager
def parsing(path: Path) -> Iterator[None]:
    """Turn what a damaged file makes pydicom raise into a `DamagedFileError`, and tell a lack of memory from it.

    Only the kind of the failure is kept: its text may quote patients' attributes.
    """
    try:
        yield
    except HilumError:
        raise
    except OSError as error:
        if error.errno in (None, errno.EINVAL):
            # A seek to nowhere: the file's own offsets are wrong, the system is not to blame.
            raise DamagedFileError(path, type(error).__name__) from error
        raise file_error_of(path, error) from error
    except MemoryError as error:
        raise InsufficientMemoryError(path) from error
    except PARSING_FAILURES as error:
        raise DamagedFileError(path, type(error).__name__) from error


@contextmanager
def open_dicom(path: Path) -> Iterator[DicomFile]:
    """Open a DICOM file and parse its attributes; it is closed again at the end of the block.

    Raises:
        FileError: One of its kinds, saying what is wrong with the file.
    """
    quieten_pydicom()
    with open_regular_file(path) as file:
        with parsing(path):
            opened = _parse(path, cast(BinaryIO, _BoundedReader(file)))
        yield opened


def _parse(path: Path, source: BinaryIO) -> DicomFile:
    """File meta information, then the data set up to the pixels."""
    head = source.read(HEAD_BYTES)
    has_preamble = head[PREAMBLE_LENGTH : PREAMBLE_LENGTH + len(MAGIC)] == MAGIC
    start = PREAMBLE_LENGTH + len(MAGIC) if has_preamble else 0
    source.seek(start)
    meta = _read_meta(source, head[start:])
    body = source.tell()
    syntax = str(meta.get("TransferSyntaxUID", "") or "").strip("\x00 ")
    if syntax == DeflatedExplicitVRLittleEndian:
        source = cast(BinaryIO, _BoundedReader(io.BytesIO(_inflate(path, source.read()))))
        body = 0
    elif not syntax:
        source.seek(body)
        guess = guess_encoding(source.read(HEAD_BYTES))
        if guess is None:
            if has_preamble:
                raise DamagedFileError(path, "neither a transfer syntax nor readable elements")
            raise UnrecognisedFileError(path)
        syntax = str(
            ImplicitVRLittleEndian
            if not guess.explicit
            else ExplicitVRLittleEndian
            if guess.little_endian
            else ExplicitVRBigEndian
        )
    source.seek(body)
    little_endian = syntax != ExplicitVRBigEndian
    dataset, pixels = _read_to_pixels(source, syntax == ImplicitVRLittleEndian, little_endian)
    dataset.update(meta)
    return DicomFile(path, dataset, syntax, source, pixels, little_endian)


def _read_meta(source: BinaryIO, head: bytes) -> Dataset:
    """Group 0002: always explicit little endian by the standard, implicit in a few files."""
    if head[:2] != b"\x02\x00":
        return Dataset()
    implicit = not head[4:6].isalpha()
    return read_dataset(source, implicit, True, stop_when=lambda tag, _vr, _length: tag >> 16 != 0x0002)


def _read_to_pixels(source: BinaryIO, implicit: bool, little_endian: bool) -> tuple[Dataset, PixelElement | None]:
    """The data set up to, not including, the pixels; and where those are."""
    found: list[tuple[int, str | None, int]] = []

    def at_pixels(tag: BaseTag, representation: str | None, length: int) -> bool:
        if int(tag) in _PIXEL_KEYWORDS:
            found.append((int(tag), representation, length))
        return bool(found)

    dataset = read_dataset(source, implicit, little_endian, stop_when=at_pixels, defer_size=LARGEST_ATTRIBUTE_BYTES)
    if not found:
        return dataset, None
    tag, representation, length = found[0]
    # read_dataset rewinds to the element's tag; its value begins behind the 8 or 12 bytes of its header.
    header = 12 if representation in _LONG_HEADER_VRS else 8
    known_length = None if length == _UNDEFINED_LENGTH else length
    return dataset, PixelElement(_PIXEL_KEYWORDS[tag], source.tell() + header, known_length, representation or "")


def _inflate(path: Path, deflated: bytes) -> bytes:
    """Expand a deflated data set (DICOM PS3.5 A.5), up to a limit: such files can hide gigabytes."""
    expander = zlib.decompressobj(-zlib.MAX_WBITS)
    inflated = expander.decompress(deflated, LARGEST_INFLATED_BYTES)
    if not expander.eof and expander.unconsumed_tail:
        raise DamagedFileError(path, f"deflated data set expands beyond {LARGEST_INFLATED_BYTES} bytes")
    return inflated
