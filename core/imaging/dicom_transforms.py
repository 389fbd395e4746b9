"""The grey pipeline that a file asks for: its modality and VOI transformations and its presentation."""

# untranslated module: names of DICOM attributes

from typing import Any

import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset

from core.imaging.dicom_attributes import (
    frame_item,
    items_of,
    number_of,
    numbers_of,
    text_of,
    texts_of,
    value_of,
)
from core.imaging.greyscale_stages import (
    IdentityModality,
    ModalityLut,
    Rescale,
    VoiFunction,
    VoiLut,
    VoiWindow,
)
from core.imaging.radiograph import ModalityTransform, VoiTransform
from core.language import Worded, tr

LARGEST_TABLE = 65536
MOST_OPTIONS = 32
"""Windows and curves read at most: a menu nobody can read otherwise."""

_UNSPECIFIED_UNITS = ("", "US")


def read_modality_transform(
    dataset: Dataset, frame_index: int, signed: bool, little_endian: bool = True
) -> ModalityTransform:
    """Stored values to modality values: a table, else a rescale, else as they are (DICOM PS3.3 C.11.1).

    Args:
        dataset: The image.
        frame_index: From 0.
        signed: Whether stored values are two's complement.
        little_endian: Byte order of the data set, for tables stored as words.
    """
    for item in items_of(dataset, "ModalityLUTSequence")[:1]:
        lut = _read_lut(item, signed, little_endian)
        if lut is not None:
            first, table, _ = lut
            return ModalityLut(first, table, _unit(text_of(item, "ModalityLUTType")), text_of(item, "LUTExplanation"))
    source = frame_item(dataset, frame_index, "PixelValueTransformationSequence")
    slope, intercept = number_of(source, "RescaleSlope"), number_of(source, "RescaleIntercept")
    unit = _unit(text_of(source, "RescaleType"))
    if slope is None and intercept is None:
        return IdentityModality(unit)
    if slope == 0.0 or (slope in (1.0, None) and not intercept):
        # A slope of 0 would erase the image; 1 and 0 change nothing.
        return IdentityModality(unit)
    return Rescale(1.0 if slope is None else slope, intercept or 0.0, unit)


def read_voi_options(
    dataset: Dataset, frame_index: int, negative_values: bool, little_endian: bool = True
) -> tuple[VoiTransform, ...]:
    """Every way the file states to map modality values to grey, curves before windows, in the file's order.

    Args:
        dataset: The image.
        frame_index: From 0.
        negative_values: Whether modality values can be negative, so that a curve's first value is signed.
        little_endian: Byte order of the data set, for tables stored as words.
    """
    options: list[VoiTransform] = []
    for item in items_of(dataset, "VOILUTSequence")[:MOST_OPTIONS]:
        lut = _read_lut(item, negative_values, little_endian)
        if lut is not None:
            first, table, largest = lut
            name = text_of(item, "LUTExplanation") or _numbered_curve(len(options) + 1)
            options.append(VoiLut(first, table, largest, name))
    return (*options, *_read_windows(frame_item(dataset, frame_index, "FrameVOILUTSequence")))


def read_inverse(dataset: Dataset, photometric_interpretation: str) -> bool:
    """Whether black and white are exchanged, last and once.

    MONOCHROME1 and Presentation LUT Shape INVERSE (2050,0020) say the same thing twice (PS3.3 C.11.6): an image
    with both is inverted once, not back and forth.
    """
    shape = text_of(dataset, "PresentationLUTShape").upper()
    monochrome = photometric_interpretation.startswith("MONOCHROME")
    return photometric_interpretation == "MONOCHROME1" or (monochrome and shape == "INVERSE")


def _read_windows(source: Dataset) -> tuple[VoiWindow, ...]:
    """Window Center and Width, several of each, with their explanations; impossible ones are left out."""
    centers, widths = numbers_of(source, "WindowCenter"), numbers_of(source, "WindowWidth")
    names = texts_of(source, "WindowCenterWidthExplanation")
    stated = text_of(source, "VOILUTFunction").upper()
    function = VoiFunction(stated) if stated in tuple(VoiFunction) else VoiFunction.LINEAR
    windows: list[VoiWindow] = []
    for index, (center, width) in enumerate(zip(centers, widths, strict=False)):
        name = names[index] if index < len(names) and names[index] else _numbered_window(index + 1)
        if width > 0.0 and len(windows) < MOST_OPTIONS:
            window = VoiWindow(center, width, function, name)
            if all((window.center, window.width) != (other.center, other.width) for other in windows):
                windows.append(window)
    return tuple(windows)


def _numbered_curve(number: int) -> str:
    return Worded(lambda: tr("Curve {number}").format(number=number))


def _numbered_window(number: int) -> str:
    return Worded(lambda: tr("Window {number}", "of grey values").format(number=number))


def _read_lut(item: Dataset, signed: bool, little_endian: bool) -> tuple[int, npt.NDArray[Any], int] | None:
    """A look-up table (DICOM PS3.3 C.11.1.1): first value mapped, entries, the entry that means white."""
    descriptor = numbers_of(item, "LUTDescriptor")
    if len(descriptor) != 3:
        return None
    count, first, bits = (int(number) for number in descriptor)
    # Descriptors are 16 bits wide: 65536 entries are written as 0, and a negative first value may be read unsigned.
    count = count % LARGEST_TABLE or LARGEST_TABLE
    if signed and first >= 1 << 15:
        first -= 1 << 16
    table = _read_entries(item, count, bits, little_endian)
    if table is None or table.size == 0:
        return None
    largest = (1 << bits) - 1 if 1 <= bits <= 16 else (1 << 16) - 1
    # Some files state fewer bits than their entries have; the entries are right.
    largest = max(largest, (1 << int(table.max()).bit_length()) - 1)
    table.setflags(write=False)
    return first, table, largest


def _read_entries(item: Dataset, count: int, bits: int, little_endian: bool) -> npt.NDArray[Any] | None:
    """LUT Data (0028,3006): words, or bytes packed two to a word where entries have up to 8 bits."""
    data = value_of(item, "LUTData")
    if data is None:
        return None
    order = "<" if little_endian else ">"
    if isinstance(data, bytes):
        packed = data
    else:
        words = np.array([int(number) & 0xFFFF for number in numbers_of(item, "LUTData")], dtype=np.uint16)
        packed, order = words.astype("<u2").tobytes(), "<"
    if bits <= 8 and count <= len(packed) < 2 * count:
        entries = np.frombuffer(packed, np.uint8)
        if order == ">":
            entries = entries[: entries.size // 2 * 2].reshape(-1, 2)[:, ::-1].reshape(-1)
        return entries[:count].astype(np.uint16)
    return np.frombuffer(packed[: len(packed) // 2 * 2], f"{order}u2")[:count].astype(np.uint16)


def _unit(stated: str) -> str:
    """A unit to show; `US` is DICOM's "unspecified"."""
    return "" if stated.upper() in _UNSPECIFIED_UNITS else stated
