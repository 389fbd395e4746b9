"""A file in, a radiograph out: the format is found by content, never by suffix."""

from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.errors import UnrecognisedFileError
from core.imaging.opening import read_head
from core.imaging.radiograph import DisplayPixels, ImageFormat, Radiograph


def read_radiograph(path: Path, frame_index: int = 0) -> Radiograph:
    """Read one image.

    Args:
        path: A DICOM, PNG, JPEG, TIFF, BMP or WebP file, whatever its name.
        frame_index: Which frame of a file that has several, from 0.

    Raises:
        FileError: One of its kinds, saying what is wrong with the file.
    """
    from core.imaging.dicom_sniffing import looks_like_dicom
    from core.imaging.raster_reading import read_raster, sniff_raster

    head = read_head(path)
    raster_format = sniff_raster(head)
    if raster_format is not None:
        return read_raster(path, raster_format, frame_index)
    if looks_like_dicom(head):
        from core.imaging.dicom_reading import read_dicom

        return read_dicom(path, frame_index)
    raise UnrecognisedFileError(path)


def radiograph_from_pixels(pixels: npt.NDArray[np.uint8], format: ImageFormat = ImageFormat.CLIPBOARD) -> Radiograph:  # noqa: A002
    """A radiograph from a picture that is already in memory, e.g. pasted.

    Args:
        pixels: (rows, columns) or (rows, columns, 3 or 4) of uint8.
        format: Where the pixels come from.
    """
    from core.imaging import raster_reading

    return raster_reading.radiograph_from_pixels(pixels, format)


def read_thumbnail(path: Path, longest_side: int) -> DisplayPixels:
    """A small picture of the image, made as quickly as its format allows.

    Args:
        path: The file.
        longest_side: Largest height and width, pixels.

    Raises:
        FileError: One of its kinds, saying what is wrong with the file.
    """
    from core.imaging import thumbnail

    return thumbnail.read_thumbnail(path, longest_side)
