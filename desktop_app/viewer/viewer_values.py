"""Small values that travel out of the viewer."""

from dataclasses import dataclass
from enum import StrEnum


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
