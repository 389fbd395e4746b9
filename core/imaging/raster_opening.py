"""Opening PNG, JPEG, TIFF, BMP and WebP files: their headers read, believed only as far as they can be afforded.

Pillow reads them. Its format classes are called directly, not through `Image.open`: the format is already known by
content, and the announced size is checked by our limit instead of by warnings that would go to nobody.
"""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from core.errors import (
    DamagedFileError,
    InsufficientMemoryError,
    NoSuchFrameError,
    OversizedImageError,
    UnsupportedImageError,
)
from core.imaging.opening import HEAD_BYTES, open_regular_file
from core.imaging.radiograph import ImageFormat, Stated
from core.imaging.raster_headers import (
    count_jpeg_scans,
    count_tiff_pages,
    is_webp_lossy,
    png_bit_depth,
    webp_canvas,
)
from core.language import Worded, mark

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

MAXIMUM_RASTER_PIXELS = 1 << 26
"""Pixels decoded at most, 8192 x 8192: more than the largest film digitisers make."""

MAXIMUM_RASTER_BYTES = 1 << 27
"""Bytes of pixels decoded at most, all channels counted. Pillow's own copies, the grey picture and what is shown come
on top: at this limit reading stays below 1 GiB, and below 5 s on a slow machine."""

MAXIMUM_WEBP_PIXELS = 1 << 25
"""Pixels of a WebP file, whose decoder holds the picture four times with 4 bytes per pixel."""

MOST_SCANNED_PIXELS = 20 * MAXIMUM_RASTER_PIXELS
"""Pixels times scans of a JPEG at most: a few kilobytes of empty progressive scans could otherwise keep the decoder
busy for minutes. Real progressive files have up to about a dozen scans."""

LARGEST_WEBP_BYTES = 1 << 28
"""WebP files are decoded from memory as a whole."""

_ORIENTATION_TAG = 0x0112
_BITS_TAG, _COMPRESSION_TAG, _TILE_WIDTH_TAG, _TILE_LENGTH_TAG = 258, 259, 322, 323
_LOSSY_TIFF_COMPRESSIONS = {6: "JPEG", 7: "JPEG", 34892: "lossy JPEG", 50001: "WebP"}  # untranslated: names

_DECODING_ERRORS = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    AttributeError,
    EOFError,
    struct.error,
    zlib.error,
    UserWarning,
)
"""What Pillow raises when a file contradicts itself; the warning, where the program runs with warnings as errors."""

_UNSUPPORTED_PHRASES = (
    "unsupported",
    "unknown pixel mode",  # untranslated: Pillow
    "unknown data organization",  # untranslated: Pillow
    "-bit layers",  # untranslated: Pillow
)
"""Words in Pillow's messages about sound files of a kind it does not decode."""


@dataclass(frozen=True, eq=False)
class OpenRaster:
    """A picture whose header was read and found believable, not decoded yet.

    Attributes:
        image: Pillow's picture, at the frame asked for.
        frame_count: How many frames the file has.
        bits_per_channel: As stored, 0 where not known.
        min_is_white: Whether small values are bright (TIFF photometric interpretation 0).
        lossy: Whether compression lost something, with where that is stated.
        orientation: Exif orientation, 1 to 8.
        orients_itself: Whether Pillow applies the orientation on decoding.
    """

    image: "ImageFile"
    frame_count: int
    bits_per_channel: int
    min_is_white: bool
    lossy: Stated[bool] | None
    orientation: int
    orients_itself: bool


@contextmanager
def open_raster(path: Path, image_format: ImageFormat, frame_index: int = 0) -> Iterator[OpenRaster]:
    """Open a picture and check what it announces, ready to be decoded inside the `with` block.

    Whatever Pillow raises inside the block leaves it as the kind of error that it means.

    Raises:
        FileError: One of its kinds, saying what is wrong with the file.
    """
    from PIL import Image

    if frame_index < 0:
        raise NoSuchFrameError(path, frame_index, 0)
    with open_regular_file(path) as file:
        try:
            yield _open_checked(path, file, image_format, frame_index)
        except Image.DecompressionBombError as error:
            raise UnsupportedImageError(
                path, Worded.of(mark("more pixels than are decoded: {reason}"), reason=str(error))
            ) from error
        except MemoryError as error:
            raise InsufficientMemoryError(path) from error
        except _DECODING_ERRORS as error:
            detail = f"{type(error).__name__}: {error}"
            if any(phrase in detail.lower() for phrase in _UNSUPPORTED_PHRASES):
                raise UnsupportedImageError(path, f"{image_format}, {error}") from error
            raise DamagedFileError(path, f"{image_format}, {detail}") from error


def _open_checked(path: Path, file: BinaryIO, image_format: ImageFormat, frame_index: int) -> OpenRaster:
    """Read the header and refuse what cannot be decoded in bounded time and memory."""
    head = file.read(HEAD_BYTES)
    frame_count, bits, min_is_white, orients_itself = 1, 8, False, False
    lossy: Stated[bool] | None = None
    match image_format:
        case ImageFormat.PNG:
            from PIL.PngImagePlugin import PngImageFile

            file.seek(0)
            image: ImageFile = PngImageFile(file)
            bits = png_bit_depth(head)
        case ImageFormat.JPEG:
            image = _open_jpeg(path, file)
            lossy = Stated(True, mark("JPEG file"))
        case ImageFormat.TIFF:
            frame_count = count_tiff_pages(file)
            _check_frame(path, frame_index, frame_count)
            image, bits, min_is_white, lossy = _open_tiff(path, file, frame_index)
            orients_itself = True
        case ImageFormat.BMP:
            from PIL.BmpImagePlugin import BmpImageFile

            file.seek(0)
            image = BmpImageFile(file)
        case ImageFormat.WEBP:
            image, lossy = _open_webp(path, file, head)
        case _:
            raise UnsupportedImageError(path, str(image_format))
    _check_size(path, image.size, _pixel_limit(image, bits))
    if image_format is not ImageFormat.TIFF:
        frame_count = max(1, int(getattr(image, "n_frames", 1)))
        _check_frame(path, frame_index, frame_count)
        if frame_index:
            image.seek(frame_index)
    return OpenRaster(image, frame_count, bits, min_is_white, lossy, _orientation(image), orients_itself)


def _open_jpeg(path: Path, file: BinaryIO) -> "ImageFile":
    """A JPEG file's first picture; depth maps and other views behind it are left out."""
    from PIL.JpegImagePlugin import JpegImageFile

    file.seek(0)
    image = JpegImageFile(file)
    _check_size(path, image.size)
    position = file.tell()
    pixels = image.width * image.height
    most_scans = MOST_SCANNED_PIXELS // max(1, pixels)
    if count_jpeg_scans(file, most_scans + 1) > most_scans:
        raise UnsupportedImageError(
            path,
            Worded.of(mark("JPEG with more than {scans} scans of {pixels} pixels"), scans=most_scans, pixels=pixels),
        )
    file.seek(position)
    return image


def _open_tiff(path: Path, file: BinaryIO, frame_index: int) -> "tuple[ImageFile, int, bool, Stated[bool] | None]":
    """A TIFF file's page, its bits per channel, whether small values are bright, and whether it is lossy."""
    from core.imaging.tiff_page import open_tiff_page

    file.seek(0)
    image = open_tiff_page(file, frame_index)
    tags = image.tag_v2
    _check_size(path, (tags.get(_TILE_WIDTH_TAG, 1), tags.get(_TILE_LENGTH_TAG, 1)))
    bits = tags.get(_BITS_TAG, (1,))
    compression = tags.get(_COMPRESSION_TAG, 1)
    name = _LOSSY_TIFF_COMPRESSIONS.get(compression)
    lossy = Stated(True, f"TIFF Compression (0103): {name}") if name else None  # untranslated: TIFF
    return image, int(max(bits)), image.min_is_white, lossy


def _open_webp(path: Path, file: BinaryIO, head: bytes) -> "tuple[ImageFile, Stated[bool] | None]":
    """A WebP file; its decoder takes memory for the announced canvas at once, so that is checked before."""
    from PIL.WebPImagePlugin import WebPImageFile

    canvas = webp_canvas(head)
    if canvas is None:
        raise DamagedFileError(path, "WebP file without a size")
    _check_size(path, canvas, MAXIMUM_WEBP_PIXELS)
    if file.seek(0, 2) > LARGEST_WEBP_BYTES:
        raise UnsupportedImageError(
            path, Worded.of(mark("WebP file of more than {size} MiB"), size=LARGEST_WEBP_BYTES >> 20)
        )
    is_lossy = is_webp_lossy(file)
    file.seek(0)
    chunk = "WebP VP8 chunk" if is_lossy else "WebP VP8L chunk"  # untranslated: WebP
    lossy = None if is_lossy is None else Stated(is_lossy, chunk)
    return WebPImageFile(file), lossy


def _check_size(path: Path, size: tuple[int, int], pixel_limit: int = MAXIMUM_RASTER_PIXELS) -> None:
    """Refuse an announced (columns, rows) that is not decoded."""
    columns, rows = size
    if columns < 1 or rows < 1:
        raise DamagedFileError(path, f"{columns} x {rows} pixels")
    if columns * rows > pixel_limit:
        raise OversizedImageError(path, rows, columns, pixel_limit)


def _pixel_limit(image: "ImageFile", bits_per_channel: int) -> int:
    """The most pixels of this kind that are decoded."""
    bytes_per_channel = 4 if image.mode in ("I", "F") else 2 if bits_per_channel > 8 else 1
    return min(MAXIMUM_RASTER_PIXELS, MAXIMUM_RASTER_BYTES // (bytes_per_channel * len(image.getbands())))


def _check_frame(path: Path, frame_index: int, frame_count: int) -> None:
    """Refuse a frame that the file does not have."""
    if frame_count < 1:
        raise DamagedFileError(path, "no page in the file")
    if frame_index >= frame_count:
        raise NoSuchFrameError(path, frame_index, frame_count)


def _orientation(image: "ImageFile") -> int:
    """Exif orientation, 1 where none is stated or what is stated cannot be read: the pixels are sound even so."""
    try:
        stated = image.getexif().get(_ORIENTATION_TAG, 1)
    except _DECODING_ERRORS:
        return 1
    return stated if stated in range(1, 9) else 1
