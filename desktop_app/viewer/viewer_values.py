"""Small values that travel out of the viewer."""

import math
from dataclasses import dataclass
from enum import StrEnum

from core.imaging.measurement import Point, position_of
from core.imaging.radiograph import Radiograph
from core.language import mark, tr
from core.number_format import decimal, general

MM_AT_DETECTOR = mark("mm at detector")
"""The one unit of length that is words; `core.imaging.radiograph.PixelSpacing` says when it holds."""


class ViewerTool(StrEnum):
    """What the left mouse button does on the image."""

    PAN = "pan"
    WINDOW = "window"
    ZOOM = "zoom"
    LENGTH = "length"
    ANGLE = "angle"
    CARDIOTHORACIC = "cardiothoracic"
    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"
    MASK = "mask"


@dataclass(frozen=True)
class CursorReadout:
    """What lies under the pointer.

    Attributes:
        row: Row of the pixel, from 0.
        column: Column of the pixel, from 0.
        stored_value: The pixel as stored; None where it is padding and no measurement.
        modality_value: The same in the modality's unit.
        modality_unit: That unit, empty where unspecified.
        down: Distance from the centre of the first pixel, downwards, in `position_unit`.
        right: The same, to the right.
        position_unit: "mm", "mm at detector" or "px".
    """

    row: int
    column: int
    stored_value: float | None
    modality_value: float | None
    modality_unit: str
    down: float
    right: float
    position_unit: str

    def __str__(self) -> str:
        """As written in the status line, in the person's language."""
        place = tr("row {row}, column {column}").format(row=self.row, column=self.column)
        if self.position_unit != "px":
            distances = tr("{right} right, {down} down {unit}").format(
                right=decimal(self.right, 1), down=decimal(self.down, 1), unit=tr(self.position_unit)
            )
            place += f"   {distances}"
        if self.stored_value is None:
            return f"{place}   {tr('padding, no measurement')}"
        stored = general(self.stored_value)
        modality = f"{general(self.modality_value or 0.0)} {self.modality_unit}".strip()
        said = f"{place}   {tr('stored {value}').format(value=stored)}"
        return said + (f"   {modality}" if modality != stored else "")


def read_cursor(radiograph: Radiograph, point: Point) -> CursorReadout | None:
    """What the image holds at a point; None beside the image."""
    row, column = math.floor(point.row + 0.5), math.floor(point.column + 0.5)
    if not (0 <= row < radiograph.rows and 0 <= column < radiograph.columns):
        return None
    down, right = position_of(Point(row, column), radiograph.spacing)
    is_padding = radiograph.padding is not None and bool(radiograph.padding[row, column])
    stored = radiograph.stored[row, column]
    transform = radiograph.modality_transform
    return CursorReadout(
        row=row,
        column=column,
        stored_value=None if is_padding else float(stored),
        modality_value=None if is_padding else float(transform.apply(stored)),
        modality_unit=transform.unit,
        down=down.value,
        right=right.value,
        position_unit=down.unit,
    )
