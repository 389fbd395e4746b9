"""A JPEG file without what is written beside its picture; the compressed picture itself stays as it is."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from core.language import Worded, mark

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_JFIF, _EXIF, _ADOBE, _LAST_APPLICATION, _COMMENT = 0xE0, 0xE1, 0xEE, 0xEF, 0xFE
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})
_ADOBE_LENGTH = 12


@dataclass(frozen=True)
class _Segment:
    """A marker with what belongs to it.

    Attributes:
        marker: Second byte of the marker.
        content: Behind its length; empty where it has none.
        scan: Compressed samples that follow a start of scan.
    """

    marker: int
    content: bytes
    scan: bytes = b""


def strip_jpeg(data: bytes, orientation: int) -> tuple[bytes, tuple[str, ...]]:
    """Take out comments, camera and person data, colour profiles, thumbnails and whatever follows the picture.

    Args:
        data: The whole file.
        orientation: How the picture is to be turned, 1 to 8 (Exif); written anew where it is not 1.

    Returns:
        The file without them, and what was taken out, in words.

    Raises:
        ValueError: The file's structure is broken.

    Source: ITU-T T.81 annex B.
    """
    kept, removed = [b"\xff\xd8"], []
    is_adobe, end = False, 2
    if data[:2] != b"\xff\xd8":
        raise ValueError("no start of image")
    for segment, following in _segments(data):
        end = following
        if segment.marker == _ADOBE and segment.content.startswith(b"Adobe"):
            # Says how colours are stored; nothing else fits into its 12 bytes.
            kept.append(_written(_ADOBE, segment.content[:_ADOBE_LENGTH]))
            is_adobe = True
        elif segment.marker == _COMMENT:
            removed.append(mark("JPEG comment"))
        elif _JFIF <= segment.marker <= _LAST_APPLICATION:
            removed.append(_application(segment))
        elif segment.marker not in _WITHOUT_LENGTH and segment.marker != _END:
            kept.append(_written(segment.marker, segment.content) + segment.scan)
    if data[end:].strip(b"\0\xff"):
        removed.append(mark("bytes behind the picture"))
    heading = []
    if not is_adobe:
        heading.append(_written(_JFIF, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"))
    if orientation != 1:
        heading.append(_written(_EXIF, _orientation_alone(orientation)))
    return b"".join([kept[0], *heading, *kept[1:], b"\xff\xd9"]), tuple(removed)


def _segments(data: bytes) -> Iterator[tuple[_Segment, int]]:
    """Every segment up to the end of the picture, and where the next begins."""
    position = 2
    while True:
        if position + 2 > len(data):
            raise ValueError("no end of image")
        if data[position] != 0xFF:
            raise ValueError("no marker where one must be")
        while data[position + 1 : position + 2] == b"\xff":
            position += 1
        if position + 2 > len(data):
            raise ValueError("no end of image")
        marker = data[position + 1]
        position += 2
        if marker == _END:
            yield _Segment(_END, b""), position
            return
        if marker in _WITHOUT_LENGTH:
            yield _Segment(marker, b""), position
            continue
        if marker == _START or position + 2 > len(data):
            raise ValueError("a picture within the picture")
        (length,) = struct.unpack_from(">H", data, position)
        if length < 2 or position + length > len(data):
            raise ValueError("a segment longer than the file")
        content = data[position + 2 : position + length]
        position += length
        end = _end_of_scan(data, position) if marker == _SCAN else position
        yield _Segment(marker, content, data[position:end]), end
        position = end


def _end_of_scan(data: bytes, start: int) -> int:
    """Where compressed samples end: at a marker that is neither a stuffed byte nor a restart."""
    position = start
    while True:
        position = data.find(b"\xff", position)
        if position < 0 or position + 1 >= len(data):
            raise ValueError("no end of image")
        following = data[position + 1]
        if following != 0x00 and not 0xD0 <= following <= 0xD7 and following != 0xFF:
            return position
        position += 1 if following == 0xFF else 2


def _application(segment: _Segment) -> str:
    """What an application's segment is, in words."""
    names = {
        b"JFIF": mark("JFIF header (a plain one was written)"),
        b"Exif": mark("Exif data"),
        b"http:": mark("XMP data"),
        b"Photo": mark("Photoshop or IPTC data"),
        b"ICC_P": mark("colour profile"),
    }
    found = (name for start, name in names.items() if segment.content.startswith(start))
    return next(found, Worded.of(mark("application data {number}"), number=segment.marker - _JFIF))


def _written(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def _orientation_alone(orientation: int) -> bytes:
    """Exif data that say how to turn the picture and nothing else (TIFF with one entry)."""
    return b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHHI", 0x0112, 3, 1, orientation, 0, 0)
