"""The copy of a PNG, JPEG, TIFF, BMP or WebP file without what is written beside the picture."""

import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from core.errors import DamagedFileError, MaskOutsideImageError, UnsupportedImageError
from core.imaging.opening import open_regular_file
from core.imaging.pixel_mask import PixelMask, black_out
from core.imaging.radiograph import ImageFormat
from core.imaging.raster_opening import OpenRaster, open_raster
from core.imaging.raster_reading import orient
from core.interchange.deidentification.changes import Change, ChangeTally
from core.interchange.deidentification.jpeg_segments import strip_jpeg
from core.language import Worded, mark

if TYPE_CHECKING:
    from PIL.Image import Image

_SAVED_AS_THEY_ARE = frozenset({"1", "L", "LA", "RGB", "RGBA", "I;16"})
_EXPANDED = {"P": "RGBA", "PA": "RGBA", "CMYK": "RGB", "YCbCr": "RGB", "La": "LA", "RGBa": "RGBA", "RGBX": "RGB"}


@dataclass(frozen=True, eq=False)
class PictureCopy:
    """Copies of a file's pages, not written yet.

    Attributes:
        pages: Whole files, one per page or frame of the original.
        suffix: With its dot.
        digest: What the original is known by: SHA-256 of its bytes.
    """

    pages: tuple[bytes, ...]
    suffix: str
    digest: str


def copy_picture(path: Path, image_format: ImageFormat, masks: Sequence[PixelMask], tally: ChangeTally) -> PictureCopy:
    """Make the copy of one picture file.

    A JPEG without masks keeps its compressed picture, bit for bit. Everything else becomes PNG, which loses nothing.

    Args:
        path: The original.
        image_format: What it is.
        masks: Rectangles to black out, in the pixels of the upright picture.
        tally: Told what is left out or replaced.

    Raises:
        MaskOutsideImageError: A mask lies beside the picture.
        FileError: One of its kinds, saying what is wrong with the file.
    """
    with open_regular_file(path) as file:
        data = file.read()
    digest = hashlib.sha256(data).hexdigest()
    if image_format is ImageFormat.JPEG and not masks:
        with open_raster(path, image_format) as raster:
            # Decoded to be sure that it is a whole picture.
            raster.image.load()
            orientation = raster.orientation
        try:
            stripped, removed = strip_jpeg(data, orientation)
        except ValueError as error:
            raise DamagedFileError(path, f"JPEG, {error}") from error
        for name in removed:
            tally.note_other(name, Change.REMOVED)
        return PictureCopy((stripped,), ".jpg", digest)
    pages, index, count = [], 0, 1
    while index < count:
        with open_raster(path, image_format, index) as raster:
            raster.image.load()
            count = raster.frame_count
            pages.append(_png(path, raster, masks, tally))
        index += 1
    return PictureCopy(tuple(pages), ".png", digest)


def _png(path: Path, raster: OpenRaster, masks: Sequence[PixelMask], tally: ChangeTally) -> bytes:
    """One page as PNG, from its pixels alone."""
    from PIL import Image

    for name in sorted(key for key in raster.image.info if isinstance(key, str)):
        tally.note_other(_in_words(name), Change.REMOVED)
    pixels = _upright(_pixels(path, raster), raster)
    if raster.min_is_white:
        pixels = np.iinfo(pixels.dtype).max - pixels if pixels.dtype != np.bool_ else ~pixels
    if any(mask.within(*pixels.shape[:2]) is None for mask in masks):
        raise MaskOutsideImageError(path)
    if masks:
        pixels = _opaque_under(masks, black_out(pixels, masks))
        tally.note_other(mark("part of the picture under a mask"), Change.REPLACED)
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(pixels)).save(buffer, "PNG")
    return buffer.getvalue()


def _pixels(path: Path, raster: OpenRaster) -> npt.NDArray[Any]:
    """The page's pixels in a form that PNG holds without loss."""
    image: Image = raster.image
    if raster.bits_per_channel > 8 and len(image.getbands()) > 1:
        raise UnsupportedImageError(
            path, Worded.of(mark("colour with {bits} bits per channel"), bits=raster.bits_per_channel)
        )
    if image.mode in _EXPANDED or "transparency" in image.info:
        image = image.convert(_EXPANDED.get(image.mode, "RGBA"))
    elif image.mode.startswith("I;16"):
        return np.asarray(image).astype(np.uint16)
    elif image.mode not in _SAVED_AS_THEY_ARE:
        raise UnsupportedImageError(path, mark("pixels with decimals, or with more than 16 bits"))
    return np.asarray(image)


def _upright(pixels: npt.NDArray[Any], raster: OpenRaster) -> npt.NDArray[Any]:
    """The picture turned as the original asks: what asked for it is not in the copy."""
    if raster.orientation == 1 or raster.orients_itself:
        return pixels
    if pixels.ndim == 2:
        return orient(pixels, raster.orientation)
    channels = [orient(pixels[..., channel], raster.orientation) for channel in range(pixels.shape[2])]
    return np.stack(channels, axis=-1)


def _opaque_under(masks: Sequence[PixelMask], pixels: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """A mask is black and not see-through: the last of two or four channels is opacity."""
    if pixels.ndim == 3 and pixels.shape[2] in (2, 4):
        for mask in masks:
            pixels[max(0, mask.row) : mask.row + mask.rows, max(0, mask.column) : mask.column + mask.columns, -1] = 255
    return pixels


def _in_words(name: str) -> str:
    """What Pillow calls a piece of information beside the picture. Names that a file chose itself are not repeated."""
    known = {
        "exif": mark("Exif data"),
        "icc_profile": mark("colour profile"),
        "dpi": mark("resolution"),
        "xmp": mark("XMP data"),
    }
    return known.get(name.lower(), mark("other data beside the picture"))
