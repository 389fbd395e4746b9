"""A small picture for the strip of opened scans, made as quickly as the file's format allows."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from core.imaging.greyscale import render
from core.imaging.opening import read_head
from core.imaging.radiograph import DisplayPixels, ImageFormat, Radiograph
from core.imaging.raster_headers import sniff_raster
from core.imaging.reading import read_radiograph

if TYPE_CHECKING:
    from PIL.Image import Image

SAMPLES_PER_SIDE = 4
"""Stored pixels rendered per pixel of the thumbnail and direction, before averaging: more would not be seen."""


def read_thumbnail(path: Path, longest_side: int) -> DisplayPixels:
    """A small picture of the image, the right way round and never enlarged.

    Args:
        path: The file.
        longest_side: Largest height and width, pixels, >= 1.

    Returns:
        (rows, columns) of uint8, read-only, in the image's proportions.

    Raises:
        FileError: One of its kinds, saying what is wrong with the file.
    """
    if sniff_raster(read_head(path)) is ImageFormat.JPEG:
        return _jpeg_thumbnail(path, longest_side)
    return make_thumbnail(read_radiograph(path), longest_side)


def make_thumbnail(radiograph: Radiograph, longest_side: int) -> DisplayPixels:
    """A small picture of an image that is already in memory.

    Args:
        radiograph: The image, shown as its file asks.
        longest_side: Largest height and width, pixels, >= 1.

    Returns:
        (rows, columns) of uint8, read-only, in the image's proportions.
    """
    from PIL import Image

    step = max(1, max(radiograph.rows, radiograph.columns) // (longest_side * SAMPLES_PER_SIDE))
    padding = radiograph.padding
    sampled = replace(
        radiograph,
        stored=np.ascontiguousarray(radiograph.stored[::step, ::step]),
        padding=np.ascontiguousarray(padding[::step, ::step]) if padding is not None else None,
    )
    return _reduce(Image.fromarray(render(sampled)), (radiograph.columns, radiograph.rows), longest_side)


def _jpeg_thumbnail(path: Path, longest_side: int) -> DisplayPixels:
    """The decoder itself makes the picture smaller, by 2, 4 or 8, and leaves the colours out."""
    from PIL import Image

    from core.imaging.raster_grey import grey_picture
    from core.imaging.raster_opening import open_raster
    from core.imaging.raster_reading import orient

    with open_raster(path, ImageFormat.JPEG) as raster:
        size = raster.image.size
        raster.image.draft("L", (2 * longest_side, 2 * longest_side))
        grey = grey_picture(raster.image, raster.bits_per_channel).pixels
    if raster.orientation >= 5:
        size = size[1], size[0]
    return _reduce(Image.fromarray(orient(grey, raster.orientation)), size, longest_side)


def _reduce(picture: "Image", size: tuple[int, int], longest_side: int) -> DisplayPixels:
    """Average the picture down to the proportions of an image of `size` (columns, rows)."""
    from PIL import Image

    scale = min(1.0, longest_side / max(size))
    target = max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
    if picture.size != target:
        picture = picture.resize(target, Image.Resampling.BOX)
    return np.asarray(picture)
