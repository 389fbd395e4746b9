"""The measurements on one image: drawing new ones, moving and deleting them."""

import math

from PySide6.QtCore import QObject, QPointF, Signal

from core.imaging.drawn_measurement import DrawnMeasurement, MeasurementKind
from core.imaging.measurement import Point
from core.imaging.radiograph import PixelSpacing, Radiograph
from core.language import tr
from desktop_app.viewer.measurement_items import KIND_OF_TOOL, PROMPTS, MeasurementItem
from desktop_app.viewer.view_geometry import ViewGeometry
from desktop_app.viewer.viewer_values import ViewerTool

HANDLE_REACH = 9.0
"""Screen pixels around a handle within which it is grabbed."""
LINE_REACH = 6.0
DRAG_DISTANCE = 5.0
"""Screen pixels the pointer moves before a press counts as a drag and not as a click."""


class MeasurementLayer(QObject):
    """Holds the measurements and turns presses, moves and releases into changes of them."""

    changed = Signal()
    """Something must be redrawn."""
    edited = Signal()
    """A measurement was finished, moved or deleted."""
    prompted = Signal(str)
    """What to do next, empty for nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.items: list[MeasurementItem] = []
        self.selected: MeasurementItem | None = None
        self.drawing: MeasurementItem | None = None
        self.spacing: PixelSpacing | None = None
        self._tool_kind: MeasurementKind | None = None
        self._limits = (0.0, 0.0)
        self._grabbed_point: int | None = None
        self._is_grabbed = False
        self._is_first_press = False
        self._pressed_at = QPointF()
        self._last = Point(0.0, 0.0)

    def show_radiograph(self, radiograph: Radiograph | None) -> None:
        """Start afresh on another image."""
        self.items, self.selected, self.drawing = [], None, None
        self.spacing = radiograph.spacing if radiograph is not None else None
        self._limits = (radiograph.rows - 0.5, radiograph.columns - 0.5) if radiograph is not None else (0.0, 0.0)
        self._is_grabbed = False
        self.edited.emit()
        self.changed.emit()

    def set_tool(self, tool: ViewerTool) -> None:
        """Draw with another tool; what is half drawn is dropped."""
        self.drawing = None
        self._tool_kind = KIND_OF_TOOL.get(tool)
        self._prompt()
        self.changed.emit()

    def texts(self) -> tuple[str, ...]:
        """All results, one string per measurement."""
        return tuple(", ".join(item.texts(self.spacing)) for item in self.items)

    def drawn(self) -> tuple[DrawnMeasurement, ...]:
        """All finished measurements as values, for reports and results."""
        return tuple(item.drawn for item in self.items if item.has_all_points)

    def region_item(self) -> MeasurementItem | None:
        """The region of interest that counts: the selected one, else the latest."""
        regions = [item for item in self.items if item.region() is not None]
        if self.selected in regions:
            return self.selected
        return regions[-1] if regions else None

    def is_handle_at(self, position: QPointF, geometry: ViewGeometry) -> bool:
        """Whether a press here would grab a measurement's handle."""
        return self._handle_at(position, geometry) is not None

    def press(self, position: QPointF, geometry: ViewGeometry) -> bool:
        """Begin, go on with, or grab a measurement.

        Returns:
            Whether the press belongs to a measurement.
        """
        self._pressed_at = position
        point = self._last = self._clamped(geometry.to_image(position))
        if self.drawing is not None:
            self._is_first_press = False
            self.drawing.points[-1] = point
        elif self._grab(position, geometry):
            pass
        elif self._tool_kind is not None:
            self.drawing = MeasurementItem(self._tool_kind, [point, point])
            self.selected = self.drawing
            self._is_first_press = True
        else:
            self.selected = None
            self.changed.emit()
            return False
        self._prompt()
        self.changed.emit()
        return True

    def move(self, position: QPointF, geometry: ViewGeometry) -> bool:
        """Follow the pointer. Returns whether a measurement moved."""
        point = self._clamped(geometry.to_image(position))
        if self.drawing is not None:
            self.drawing.points[-1] = point
        elif self._is_grabbed and self.selected is not None:
            self._drag_selected(point)
            self.edited.emit()
        else:
            return False
        self.changed.emit()
        return True

    def release(self, position: QPointF, geometry: ViewGeometry) -> bool:
        """Let go: fix a point, or drop what was dragged. Returns whether it concerned a measurement."""
        if self._is_grabbed:
            self._is_grabbed = False
            self.edited.emit()
            return True
        if self.drawing is None:
            return False
        offset = position - self._pressed_at
        if math.hypot(offset.x(), offset.y()) > DRAG_DISTANCE or not self._is_first_press:
            self._fix_point(self._clamped(geometry.to_image(position)))
        self.changed.emit()
        return True

    def cancel(self) -> bool:
        """Drop what is half drawn, else the selection. Returns whether there was anything."""
        had_something = self.drawing is not None or self.selected is not None
        self.drawing, self.selected = None, None
        self._prompt()
        self.changed.emit()
        return had_something

    def delete_selected(self) -> bool:
        """Delete the selected measurement, else the latest one. Returns whether there was one."""
        if self.drawing is not None:
            return self.cancel()
        item = self.selected if self.selected in self.items else (self.items[-1] if self.items else None)
        if item is None:
            return False
        self.items.remove(item)
        self.selected = None
        self.edited.emit()
        self.changed.emit()
        return True

    def delete_all(self) -> None:
        """Delete every measurement."""
        self.items, self.selected, self.drawing = [], None, None
        self._prompt()
        self.edited.emit()
        self.changed.emit()

    def _fix_point(self, point: Point) -> None:
        item = self.drawing
        if item is None:
            return
        item.points[-1] = point
        if item.has_all_points:
            self.drawing = None
            if item.kind is not MeasurementKind.LENGTH or item.points[0] != item.points[1]:
                self.items.append(item)
            self.edited.emit()
        else:
            item.points.append(point)
        self._prompt()

    def _grab(self, position: QPointF, geometry: ViewGeometry) -> bool:
        found = self._handle_at(position, geometry)
        if found is None and self._tool_kind is None:
            item = self._line_at(position, geometry)
            found = (item, None) if item is not None else None
        if found is None:
            return False
        self.selected, self._grabbed_point = found
        self._is_grabbed = True
        self.edited.emit()
        return True

    def _drag_selected(self, point: Point) -> None:
        item = self.selected
        if item is None:
            return
        if self._grabbed_point is not None:
            item.points[self._grabbed_point] = point
        else:
            down, right = point.row - self._last.row, point.column - self._last.column
            item.points = [Point(old.row + down, old.column + right) for old in item.points]
        self._last = point

    def _handle_at(self, position: QPointF, geometry: ViewGeometry) -> tuple[MeasurementItem, int | None] | None:
        for item in reversed(self.items):
            for index, point in enumerate(item.points):
                offset = geometry.to_widget(point) - position
                if math.hypot(offset.x(), offset.y()) <= HANDLE_REACH:
                    return item, index
        return None

    def _line_at(self, position: QPointF, geometry: ViewGeometry) -> MeasurementItem | None:
        for item in reversed(self.items):
            segments = item.segments(self.spacing)
            if item.region() is not None:
                around = item.corners()
                segments = tuple(zip(around, (*around[1:], around[0]), strict=True))
            for start, end in segments:
                if _distance(position, geometry.to_widget(start), geometry.to_widget(end)) <= LINE_REACH:
                    return item
        return None

    def _clamped(self, point: Point) -> Point:
        rows, columns = self._limits
        return Point(min(max(point.row, -0.5), rows), min(max(point.column, -0.5), columns))

    def _prompt(self) -> None:
        if self._tool_kind is None:
            self.prompted.emit("")
            return
        placed = len(self.drawing.points) - 1 if self.drawing is not None else 0
        self.prompted.emit(tr(PROMPTS[self._tool_kind][placed]))


def _distance(position: QPointF, start: QPointF, end: QPointF) -> float:
    """From a place on the screen to a line on it."""
    line, offset = end - start, position - start
    length_squared = QPointF.dotProduct(line, line)
    share = 0.0 if length_squared == 0.0 else min(max(QPointF.dotProduct(offset, line) / length_squared, 0.0), 1.0)
    nearest = offset - line * share
    return math.hypot(nearest.x(), nearest.y())
