"""What a compressed frame says about itself, read from its header before any decoder sees it."""

import struct
from dataclasses import dataclass


@dataclass(frozen=True)
class CodestreamHeader:
    """Size and sample format of a compressed frame.

    Attributes:
        rows: Height, pixels.
        columns: Width, pixels.
        samples: Values per pixel.
        precision: Bits per value.
        signed: Whether values are two's complement; only JPEG 2000 can say so.
    """

    rows: int
    columns: int
    samples: int
    precision: int
    signed: bool = False


_JPEG_START = b"\xff\xd8"
_J2K_START = b"\xff\x4f\xff\x51"
_JP2_CODESTREAM_BOX = b"jp2c"
_STANDALONE_MARKERS = frozenset({0x01, *range(0xD0, 0xD9)})
_FRAME_MARKERS = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC} | {0xF7}
"""Start-of-frame markers of JPEG (ITU-T T.81 table B.1) and of JPEG-LS (T.87)."""


def read_codestream_header(data: bytes) -> CodestreamHeader:
    """Read the header of a JPEG, JPEG-LS or JPEG 2000 codestream.

    Raises:
        ValueError: It is none of them, or is cut short.
    """
    try:
        if data.startswith(_JPEG_START):
            return _read_jpeg(data)
        start = data.find(_J2K_START, 0, 4096)
        if start == 0 or (start > 0 and _JP2_CODESTREAM_BOX in data[:start]):
            return _read_jpeg2000(data, start)
    except (struct.error, IndexError) as error:
        raise ValueError("the compressed frame's header is cut short") from error
    raise ValueError("the compressed frame is neither JPEG, JPEG-LS nor JPEG 2000")


def _read_jpeg(data: bytes) -> CodestreamHeader:
    """Walk the marker segments to the frame header (ITU-T T.81 B.2.2)."""
    position = 2
    while True:
        if data[position] != 0xFF:
            raise ValueError("a JPEG marker is missing")
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
            continue
        if marker in _STANDALONE_MARKERS:
            position += 2
            continue
        if marker in _FRAME_MARKERS:
            precision, rows, columns, samples = struct.unpack_from(">BHHB", data, position + 4)
            return CodestreamHeader(rows, columns, samples, precision)
        length = struct.unpack_from(">H", data, position + 2)[0]
        if length < 2:
            raise ValueError("a JPEG segment has no length")
        position += 2 + length


def _read_jpeg2000(data: bytes, start: int) -> CodestreamHeader:
    """Read the SIZ segment (ITU-T T.800 A.5.1)."""
    width, height, left, top = struct.unpack_from(">IIII", data, start + 8)
    tile_width, tile_height = struct.unpack_from(">II", data, start + 24)
    samples, depth, step_x, step_y = struct.unpack_from(">HBBB", data, start + 40)
    if width <= left or height <= top or not tile_width or not tile_height or not samples or not (step_x and step_y):
        raise ValueError("the JPEG 2000 frame has no size")
    return CodestreamHeader(height - top, width - left, samples, (depth & 0x7F) + 1, bool(depth & 0x80))
