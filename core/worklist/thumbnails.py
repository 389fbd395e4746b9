"""Small pictures for the worklist, small enough that a hundred thousand of them are no burden."""

import io

from core.imaging.radiograph import DisplayPixels, Radiograph

LONGEST_SIDE = 96
"""Height or width of a picture, pixels."""
MOST_BYTES = 10_000
"""What a picture takes at most in the database."""
_QUALITIES = (80, 60, 40, 20)


def thumbnail_jpeg(radiograph: Radiograph) -> bytes:
    """A radiograph's small picture as a JPEG file of at most `MOST_BYTES`."""
    from core.imaging.thumbnail import make_thumbnail

    return jpeg_of(make_thumbnail(radiograph, LONGEST_SIDE))


def jpeg_of(pixels: DisplayPixels) -> bytes:
    """A small picture as a JPEG file of at most `MOST_BYTES`, coarser where it has to be.

    Args:
        pixels: (rows, columns) of uint8, at most `LONGEST_SIDE` either way.
    """
    from PIL import Image

    picture = Image.fromarray(pixels)
    for quality in _QUALITIES:
        file = io.BytesIO()
        picture.save(file, "JPEG", quality=quality)
        if len(file.getvalue()) <= MOST_BYTES:
            break
    return file.getvalue()
