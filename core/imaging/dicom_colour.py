"""Colour and palette images reduced to one grey channel: their luminance."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset
from pydicom.pixels.processing import apply_color_lut

from core.errors import DamagedFileError
from core.imaging.dicom_attributes import numbers_of, value_of
from core.imaging.dicom_codecs import ColourModel
from core.imaging.dicom_dataset import DicomFile
from core.imaging.dicom_pixels import StoredFrame
from core.imaging.radiograph import ProcessingStep, Stage
from core.language import Worded, mark, tr

Samples = npt.NDArray[Any]

LUMINANCE_WEIGHTS = (299, 587, 114)
"""Thousandths of red, green and blue in luminance (ITU-R BT.601), whole numbers so that grey stays exactly itself."""

_BLOCK_ROWS = 256
_LARGEST_PALETTE = 65536


@dataclass(frozen=True, eq=False)
class GreyFrame:
    """A frame with one grey channel.

    Attributes:
        stored: (rows, columns).
        bits_stored: Significant bits, 0 for floats.
        step: What was done, None where the frame was grey already.
    """

    stored: Samples
    bits_stored: int
    step: ProcessingStep | None


def reduce_to_grey(file: DicomFile, frame: StoredFrame, photometric: str) -> GreyFrame:
    """One grey channel of any frame.

    Raises:
        DamagedFileError: A palette is missing or cut short.
    """
    if photometric == "PALETTE COLOR" and frame.samples.ndim == 2:
        return _from_palette(file, frame)
    if frame.samples.ndim == 2:
        return GreyFrame(frame.samples, frame.bits_stored, None)
    source = Worded(lambda: tr("photometric interpretation {name}").format(name=photometric))
    if frame.colour_model is ColourModel.YBR:
        luminance = np.ascontiguousarray(frame.samples[:, :, 0])
        # Colour differences of grey are half of the range (PS3.3 C.7.6.3.1.2).
        loses_colour = not bool((frame.samples[:, :, 1:] == 1 << (frame.bits_stored - 1)).all())
        text = mark("colour reduced to grey: the luminance channel Y")
        return GreyFrame(luminance, frame.bits_stored, ProcessingStep(Stage.GREYSCALE, text, source, loses_colour))
    text = mark("colour reduced to grey: luminance 0.299 R + 0.587 G + 0.114 B")
    step = ProcessingStep(Stage.GREYSCALE, text, source, not _is_grey(frame.samples))
    return GreyFrame(_luminance(frame.samples), frame.bits_stored, step)


def _is_grey(colour: Samples) -> bool:
    """Whether the three channels of (rows, columns, 3) are the same."""
    return all(
        bool((block[..., :2] == block[..., 1:]).all())
        for block in (colour[start : start + _BLOCK_ROWS] for start in range(0, colour.shape[0], _BLOCK_ROWS))
    )


def _luminance(colour: Samples) -> Samples:
    """Luminance of (rows, columns, 3), in the same integer type; in blocks, to keep memory bounded."""
    red, green, blue = LUMINANCE_WEIGHTS
    grey = np.empty(colour.shape[:2], dtype=colour.dtype)
    for start in range(0, colour.shape[0], _BLOCK_ROWS):
        block = colour[start : start + _BLOCK_ROWS].astype(np.int64)
        total = red * block[..., 0] + green * block[..., 1] + blue * block[..., 2]
        grey[start : start + _BLOCK_ROWS] = (total + 500) // 1000
    return grey


def _from_palette(file: DicomFile, frame: StoredFrame) -> GreyFrame:
    """Look colours up in the file's palette (DICOM PS3.3 C.7.6.3.1.5) and take their luminance."""
    descriptor = numbers_of(file.dataset, "RedPaletteColorLookupTableDescriptor")  # untranslated: DICOM
    if len(descriptor) != 3 or frame.samples.dtype.itemsize > 2 or frame.samples.dtype.kind == "f":
        raise DamagedFileError(file.path, mark("the colour palette is missing"))
    entries, bits = int(descriptor[0]) or _LARGEST_PALETTE, 16 if descriptor[2] > 8 else 8
    limits = np.iinfo(frame.samples.dtype)
    every_value = np.arange(limits.min, int(limits.max) + 1, dtype=np.int32)
    colours = np.asarray(apply_color_lut(every_value.reshape(1, -1), _little_endian_palette(file)))
    table = _luminance(colours)[0]
    stored = table[frame.samples.astype(np.int32) - int(limits.min)]
    text = Worded(
        lambda: tr("colour palette of {entries} entries looked up, then reduced to luminance").format(entries=entries)
    )
    source = Worded(lambda: tr("photometric interpretation {name}").format(name="PALETTE COLOR"))  # untranslated: DICOM
    return GreyFrame(stored, bits, ProcessingStep(Stage.GREYSCALE, text, source, not _is_grey(colours)))


def _little_endian_palette(file: DicomFile) -> Dataset:
    """The palette's attributes; pydicom reads its words as little endian, whatever the file's byte order."""
    palette = Dataset()
    for element in file.dataset.group_dataset(0x0028):
        if "Palette" in element.keyword:
            palette.add(element)
    palette.set_original_encoding(False, True)
    if not file.little_endian:
        colours = ("Red", "Green", "Blue", "SegmentedRed", "SegmentedGreen", "SegmentedBlue")  # untranslated: DICOM
        for keyword in (f"{colour}PaletteColorLookupTableData" for colour in colours):  # untranslated: DICOM
            words = value_of(palette, keyword)
            if isinstance(words, bytes):
                swapped = np.frombuffer(words[: len(words) // 2 * 2], ">u2").astype("<u2")
                setattr(palette, keyword, swapped.tobytes())
    return palette
