"""Small values that travel out of the viewer."""

import math
from dataclasses import dataclass
from enum import StrEnum

from core.imaging.measurement import Point, position_of
from core.imaging.radiograph import Radiograph


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
        """As written in the status line."""
        place = f"row {self.row}, column {self.column}"
        if self.position_unit != "px":
            place += f"   {self.right:.1f} right, {self.down:.1f} down {self.position_unit}"
        if self.stored_value is None:
            return f"{place}   padding, no measurement"
        stored = f"{self.stored_value:g}"
        modality = f"{self.modality_value:g} {self.modality_unit}".strip()
        return f"{place}   stored {stored}" + (f"   {modality}" if modality != stored else "")


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
