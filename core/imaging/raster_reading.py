"""Pictures that are not DICOM: PNG, JPEG, TIFF, BMP, WebP."""

from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.imaging.radiograph import ImageFormat, Radiograph


def sniff_raster(head: bytes) -> ImageFormat | None:
    """The format that a file's first bytes announce, None where it is none of these.

    Args:
        head: At least the first 16 bytes.
    """
    raise NotImplementedError


def read_raster(path: Path, image_format: ImageFormat, frame_index: int = 0) -> Radiograph:
    """Read one picture.

    Args:
        path: The file.
        image_format: What `sniff_raster` said.
        frame_index: Which page or frame, from 0.
    """
    raise NotImplementedError


def radiograph_from_pixels(pixels: npt.NDArray[np.uint8], image_format: ImageFormat) -> Radiograph:
    """A radiograph from a picture that is already in memory.

    Args:
        pixels: (rows, columns) or (rows, columns, 3 or 4) of uint8.
        image_format: Where the pixels come from.
    """
    raise NotImplementedError
