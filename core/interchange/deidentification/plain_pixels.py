"""All frames of a DICOM image as plain samples: decoded, masked, with nothing beside the picture in their bytes.

Compressed frames are always decoded. A codestream has room for comments, thumbnails and whatever follows its end, and
each compression has its own; the plain samples have none of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset

from core.errors import MaskOutsideImageError, UnsupportedImageError
from core.imaging.dicom_codecs import ColourModel
from core.imaging.dicom_dataset import DicomFile
from core.imaging.dicom_layout import PixelLayout, read_layout
from core.imaging.dicom_pixels import read_frame
from core.imaging.dicom_transforms import read_inverse
from core.imaging.pixel_mask import PixelMask, black_out
from core.language import mark

_LONGEST_VALUE = 0xFFFFFFFE
_LUMINANCES_ONLY = "YBR_FULL_422"


@dataclass(frozen=True, eq=False)
class PlainPixels:
    """Every frame of an image.

    Attributes:
        data: All samples, frame after frame, little endian, padded to an even length.
        keyword: The attribute that holds them: `PixelData`, `FloatPixelData` or `DoubleFloatPixelData`.
        bits_allocated: Bits that a sample takes.
        bits_stored: Bits that carry its value; 0 for floats.
        photometric_interpretation: What the samples mean.
        samples: Per pixel, 1 or 3.
    """

    data: bytes
    keyword: str
    bits_allocated: int
    bits_stored: int
    photometric_interpretation: str
    samples: int

    def describe_in(self, dataset: Dataset) -> None:
        """Write how the samples are laid out, and the samples, into the copy (Image Pixel module)."""
        dataset.SamplesPerPixel = self.samples
        dataset.PhotometricInterpretation = self.photometric_interpretation
        dataset.BitsAllocated = self.bits_allocated
        if self.bits_stored:
            dataset.BitsStored = self.bits_stored
            dataset.HighBit = self.bits_stored - 1
        if self.samples > 1:
            dataset.PlanarConfiguration = 0
        setattr(dataset, self.keyword, self.data)
        if self.keyword == "PixelData":  # untranslated: DICOM
            dataset["PixelData"].VR = "OW" if self.bits_allocated > 8 else "OB"  # untranslated: DICOM


def read_plain_pixels(file: DicomFile, masks: Sequence[PixelMask]) -> PlainPixels:
    """Decode every frame and black out the masks in each.

    Args:
        file: An open image.
        masks: Rectangles in the pixels of the frames.

    Raises:
        MaskOutsideImageError: A mask lies beside the picture.
        FileError: One of its kinds, saying what is wrong with the file.
    """
    layout = read_layout(file, 0)
    if any(mask.within(layout.rows, layout.columns) is None for mask in masks):
        raise MaskOutsideImageError(file.path)
    if layout.frame_bits * layout.frame_count // 8 > _LONGEST_VALUE:
        raise UnsupportedImageError(file.path, mark("more frames than fit into one file uncompressed"))
    is_inverse = read_inverse(file.dataset, layout.photometric_interpretation)
    frames: list[npt.NDArray[Any]] = []
    bits_stored, colour_model = 0, ColourModel.AS_STATED
    for index in range(layout.frame_count):
        frame = read_frame(file, layout, index)
        bits_stored, colour_model = max(bits_stored, frame.bits_stored), frame.colour_model
        frames.append(black_out(frame.samples, masks, brightest=is_inverse) if masks else frame.samples)
    is_bitmap = layout.bits_allocated == 1 and frames[0].dtype == np.uint8
    allocated = 1 if is_bitmap else 8 * frames[0].dtype.itemsize
    return PlainPixels(
        data=_packed(frames) if is_bitmap else _joined(frames),
        keyword=file.pixels.keyword if file.pixels is not None else "PixelData",  # untranslated: DICOM
        bits_allocated=allocated,
        bits_stored=0 if layout.is_float else min(bits_stored, allocated),
        photometric_interpretation=_interpretation(file, layout, colour_model),
        samples=layout.samples,
    )


def _interpretation(file: DicomFile, layout: PixelLayout, model: ColourModel) -> str:
    """What decoded samples mean; subsampled colour that is stored plain is not read in full, and refused."""
    if layout.samples == 1:
        return layout.photometric_interpretation
    is_plain = file.pixels is not None and file.pixels.length is not None
    if is_plain and layout.photometric_interpretation == _LUMINANCES_ONLY:
        raise UnsupportedImageError(file.path, mark("colour with half the resolution, uncompressed"))
    return "YBR_FULL" if model is ColourModel.YBR else "RGB"


def _joined(frames: Sequence[npt.NDArray[Any]]) -> bytes:
    order = frames[0].dtype.newbyteorder("<")
    data = b"".join(np.ascontiguousarray(frame, dtype=order).tobytes() for frame in frames)
    return data + b"\0" * (len(data) % 2)


def _packed(frames: Sequence[npt.NDArray[Any]]) -> bytes:
    """Bits, the first in the lowest place, frames without gaps between them (DICOM PS3.5 section 8.2)."""
    bits = np.concatenate([frame.reshape(-1) for frame in frames])
    data = np.packbits(bits, bitorder="little").tobytes()
    return data + b"\0" * (len(data) % 2)
