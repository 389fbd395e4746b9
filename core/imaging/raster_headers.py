"""What PNG, JPEG, TIFF, BMP and WebP files announce, read without decoding a pixel.

A file may announce anything. What a decoder would believe is looked at here first, in bounded time and memory.
"""

import struct
from typing import BinaryIO

from core.imaging.radiograph import ImageFormat

MOST_TIFF_PAGES = 10_000
"""Pages counted at most: a page costs a hostile file 18 bytes, and whoever walks them all a millisecond each."""

MOST_WEBP_CHUNKS = 1_000
"""Chunks looked at until the first picture of a WebP file."""

_BLOCK_BYTES = 1 << 20
_START_OF_SCAN = b"\xff\xda"
_BMP_HEADER_SIZES = (12, 16, 40, 52, 56, 64, 108, 124)
_DICOM_MAGIC_OFFSET = 128


def sniff_raster(head: bytes) -> ImageFormat | None:
    """The format that a file's first bytes announce, None where it is none of these.

    Args:
        head: The first bytes of the file, 132 or more unless the file is shorter. A DICOM file may carry another
            format's signature in its preamble (PS3.10 section 7.1) and is no picture of that format.
    """
    if head[_DICOM_MAGIC_OFFSET : _DICOM_MAGIC_OFFSET + 4] == b"DICM":
        return None
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return ImageFormat.PNG
    if head.startswith(b"\xff\xd8\xff"):
        return ImageFormat.JPEG
    if head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
        return ImageFormat.TIFF
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return ImageFormat.WEBP
    if head.startswith(b"BM") and len(head) >= 18 and int.from_bytes(head[14:18], "little") in _BMP_HEADER_SIZES:
        return ImageFormat.BMP
    return None


def png_bit_depth(head: bytes) -> int:
    """Bits per channel of a PNG file (IHDR), 0 where the head is too short.

    Source: PNG (Third Edition), section 11.2.1.
    """
    return head[24] if len(head) > 24 else 0


def count_jpeg_scans(file: BinaryIO, limit: int) -> int:
    """How often a JPEG file goes over its pixels, counted up to `limit`.

    Entropy-coded data never holds the marker; an embedded preview may, so the count can only be too large.

    Args:
        file: Read from its beginning; left at an unspecified position.
        limit: Where to stop counting.
    """
    file.seek(0)
    scans, last_byte = 0, b""
    while scans < limit and (block := file.read(_BLOCK_BYTES)):
        scans += (last_byte + block).count(_START_OF_SCAN)
        last_byte = block[-1:]
    return min(scans, limit)


def webp_canvas(head: bytes) -> tuple[int, int] | None:
    """Announced (columns, rows) of a WebP file, None where the head does not say.

    Source: WebP Container Specification (RFC 9649), sections 2.5 to 2.7.
    """
    kind = head[12:16]
    if kind == b"VP8X" and len(head) >= 30:
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if kind == b"VP8 " and head[23:26] == b"\x9d\x01\x2a" and len(head) >= 30:
        columns, rows = struct.unpack_from("<HH", head, 26)
        return columns & 0x3FFF, rows & 0x3FFF
    if kind == b"VP8L" and len(head) >= 25 and head[20] == 0x2F:
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return None


def is_webp_lossy(file: BinaryIO) -> bool | None:
    """Whether a WebP file's first picture is compressed with loss, None where no picture was found.

    Source: WebP Container Specification (RFC 9649), section 2.3: `VP8 ` is lossy, `VP8L` lossless.
    """
    offset = 12
    for _ in range(MOST_WEBP_CHUNKS):
        file.seek(offset)
        header = file.read(8)
        if len(header) < 8:
            return None
        if header[:4] in (b"VP8 ", b"VP8L"):
            return header[:4] == b"VP8 "
        if header[:4] == b"ANMF":
            offset += 8 + 16
            continue
        size = int.from_bytes(header[4:], "little")
        offset += 8 + size + size % 2
    return None


def count_tiff_pages(file: BinaryIO) -> int:
    """How many pages a TIFF file's chain of directories has, counted up to `MOST_TIFF_PAGES`.

    A chain that runs in a circle or out of the file ends there.

    Source: TIFF 6.0, section 2; BigTIFF for files with version 43.
    """
    file.seek(0)
    head = file.read(16)
    order = "<" if head[:2] == b"II" else ">"
    is_big = head[2:4] in (b"+\0", b"\0+")
    count_format, offset_format, entry_bytes = (
        (order + "Q", order + "Q", 20) if is_big else (order + "H", order + "I", 12)
    )
    first_at = 8 if is_big else 4
    count_bytes, offset_bytes = struct.calcsize(count_format), struct.calcsize(offset_format)
    if len(head) < first_at + offset_bytes:
        return 0
    (offset,) = struct.unpack_from(offset_format, head, first_at)
    seen: set[int] = set()
    while offset and offset not in seen and offset < 2**62 and len(seen) < MOST_TIFF_PAGES:
        file.seek(offset)
        count = file.read(count_bytes)
        if len(count) < count_bytes:
            break
        seen.add(offset)
        (entries,) = struct.unpack(count_format, count)
        if entries > 2**32:
            break
        file.seek(offset + count_bytes + entries * entry_bytes)
        following = file.read(offset_bytes)
        if len(following) < offset_bytes:
            break
        (offset,) = struct.unpack(offset_format, following)
    return len(seen)
