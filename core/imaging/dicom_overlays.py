"""One-bit graphics stored with an image (Overlay Plane module, DICOM PS3.3 C.9.2)."""

from typing import Any

import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset
from pydicom.tag import Tag

from core.imaging.dicom_dataset import PARSING_FAILURES
from core.imaging.opening import MAXIMUM_FRAME_PIXELS
from core.imaging.radiograph import Overlay

FIRST_GROUP, LAST_GROUP = 0x6000, 0x601E

_ROWS, _COLUMNS, _FRAMES, _DESCRIPTION = 0x0010, 0x0011, 0x0015, 0x0022
_ORIGIN, _FIRST_FRAME, _BIT_POSITION, _LABEL, _DATA = 0x0050, 0x0051, 0x0102, 0x1500, 0x3000


def read_overlays(dataset: Dataset, raw: npt.NDArray[Any] | None, frame_index: int) -> tuple[Overlay, ...]:
    """Every overlay of one frame; damaged ones are left out, the image is worth seeing without.

    Args:
        dataset: The image's attributes.
        raw: The frame with all allocated bits, (rows, columns), where overlays may be embedded; else None.
        frame_index: The frame, from 0.
    """
    overlays = []
    for group in range(FIRST_GROUP, LAST_GROUP + 1, 2):
        try:
            overlay = _read_overlay(dataset, group, raw, frame_index)
        except PARSING_FAILURES:
            continue
        if overlay is not None:
            overlays.append(overlay)
    return tuple(overlays)


def _read_overlay(dataset: Dataset, group: int, raw: npt.NDArray[Any] | None, frame_index: int) -> Overlay | None:
    bitmap = _separate_bitmap(dataset, group, frame_index)
    if bitmap is None:
        bitmap = _embedded_bitmap(dataset, group, raw)
    if bitmap is None or not bitmap.any():
        return None
    bitmap.setflags(write=False)
    origin = _value(dataset, group, _ORIGIN)
    row, column = (int(origin[0]), int(origin[1])) if origin is not None and len(origin) == 2 else (1, 1)
    description = str(_value(dataset, group, _DESCRIPTION) or _value(dataset, group, _LABEL) or "").strip()
    # Overlay Origin counts from 1.
    return Overlay(bitmap, row - 1, column - 1, description)


def _separate_bitmap(dataset: Dataset, group: int, frame_index: int) -> npt.NDArray[np.bool_] | None:
    """Overlay Data (60xx,3000): bits packed from the least significant one, frames without gaps."""
    data = _value(dataset, group, _DATA)
    if not isinstance(data, bytes):
        return None
    rows, columns = int(_value(dataset, group, _ROWS) or 0), int(_value(dataset, group, _COLUMNS) or 0)
    frames = int(_value(dataset, group, _FRAMES) or 1)
    position = frame_index - (int(_value(dataset, group, _FIRST_FRAME) or 1) - 1) if frames > 1 else 0
    if not (0 < rows * columns <= MAXIMUM_FRAME_PIXELS and rows > 0 and 0 <= position < frames):
        return None
    first = position * rows * columns
    packed = np.frombuffer(data, np.uint8)[first // 8 : (first + rows * columns + 7) // 8]
    bits = np.unpackbits(packed, bitorder="little")[first % 8 : first % 8 + rows * columns]
    return bits.astype(np.bool_).reshape(rows, columns) if bits.size == rows * columns else None


def _embedded_bitmap(dataset: Dataset, group: int, raw: npt.NDArray[Any] | None) -> npt.NDArray[np.bool_] | None:
    """An overlay in an unused bit of the pixels (retired in 2004, found in older files)."""
    position = _value(dataset, group, _BIT_POSITION)
    if raw is None or raw.ndim != 2 or not position or not 0 < int(position) < raw.dtype.itemsize * 8:
        return None
    bitmap: npt.NDArray[np.bool_] = (raw >> int(position)) & 1 != 0
    return bitmap


def _value(dataset: Dataset, group: int, element: int) -> Any:
    tag = Tag(group, element)
    return dataset[tag].value if tag in dataset else None
