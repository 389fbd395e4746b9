"""RLE Lossless frames (DICOM PS3.5 annex G), expanded to exactly the size announced."""

import struct

import numpy as np
import numpy.typing as npt

HEADER_BYTES = 64
MOST_SEGMENTS = 15


def decode_rle(data: bytes, rows: int, columns: int, samples: int, bytes_per_sample: int) -> npt.NDArray[np.uint8]:
    """Expand one frame.

    Args:
        data: The frame, header first.
        rows: Height, pixels.
        columns: Width, pixels.
        samples: Values per pixel.
        bytes_per_sample: 1, 2 or 4.

    Returns:
        (samples, rows, columns, bytes_per_sample), least significant byte first.

    Raises:
        ValueError: The frame is cut short or has another number of segments.
    """
    if len(data) < HEADER_BYTES:
        raise ValueError("the RLE header is cut short")
    count, *offsets = struct.unpack_from("<16L", data)
    if count != samples * bytes_per_sample or count > MOST_SEGMENTS:
        raise ValueError(f"{count} RLE segments, expected {samples * bytes_per_sample}")
    bounds = [*offsets[:count], len(data)]
    pixels = rows * columns
    frame = np.empty((samples, pixels, bytes_per_sample), dtype=np.uint8)
    for segment in range(count):
        if not HEADER_BYTES <= bounds[segment] <= bounds[segment + 1] <= len(data):
            raise ValueError("RLE segments overlap or lie outside the frame")
        plane = _expand(data, bounds[segment], bounds[segment + 1], pixels)
        # Segments run from the most significant byte downwards (PS3.5 G.2).
        sample, byte = divmod(segment, bytes_per_sample)
        frame[sample, :, bytes_per_sample - 1 - byte] = np.frombuffer(plane, dtype=np.uint8)
    return frame.reshape(samples, rows, columns, bytes_per_sample)


def _expand(data: bytes, start: int, end: int, size: int) -> bytearray:
    """Expand one segment to `size` bytes; it stops there, however much more it would expand to."""
    expanded = bytearray()
    position = start
    while len(expanded) < size and position < end:
        code = data[position]
        if code < 128:
            expanded += data[position + 1 : min(position + 2 + code, end)]
            position += 2 + code
        elif code > 128:
            expanded += data[position + 1 : min(position + 2, end)] * (257 - code)
            position += 2
        else:
            position += 1
    if len(expanded) < size:
        raise ValueError("an RLE segment is cut short")
    del expanded[size:]
    return expanded
