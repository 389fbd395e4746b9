"""Black rectangles over text in the pictures: drawing, moving and deleting them. They are for de-identified copies."""

import math
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QPointF, Signal

from core.imaging.measurement import Point
from core.imaging.pixel_mask import PixelMask
from core.imaging.radiograph import Radiograph
from core.language import mark, tr
from desktop_app.viewer.view_geometry import ViewGeometry
from desktop_app.viewer.viewer_values import ViewerTool

HANDLE_REACH = 9.0
"""Screen pixels around a corner within which it is grabbed."""
PROMPT = mark("Mask for copies: drag over text")
_SMALLEST_SIDE = 2
"""Pixels of the picture; what is smaller was a click beside a mask."""


class MaskLayer(QObject):
    """Holds the masks of every scan of this session, and turns presses, moves and releases into changes of them."""

    changed = Signal()
    """Something must be redrawn."""
    edited = Signal()
    """A mask was finished, moved or deleted."""
    prompted = Signal(str)
    """What to do next."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.selected: int | None = None
        self.is_active = False
        self._by_file: dict[Path | None, list[PixelMask]] = {}
        self._path: Path | None = None
        self._size = (0, 0)
        self._anchor: Point | None = None
        self._moving_from: tuple[Point, PixelMask] | None = None
        self._drawn: PixelMask | None = None
        self._reshaped: PixelMask | None = None

    @property
    def shown(self) -> tuple[PixelMask, ...]:
        """The masks on the shown picture, the one being drawn last."""
        drawn = (self._drawn,) if self._drawn is not None else ()
        return (*self._masks, *drawn)

    @property
    def _masks(self) -> list[PixelMask]:
        return self._by_file.get(self._path, [])

    def masks_by_file(self) -> Mapping[Path, tuple[PixelMask, ...]]:
        """The masks of every file that has some, in the pixels of its picture."""
        return {path: tuple(masks) for path, masks in self._by_file.items() if path is not None and masks}

    def show_radiograph(self, radiograph: Radiograph | None) -> None:
        """Go to another picture; masks stay with their file, those of a pasted picture are gone."""
        self._let_go()
        self._by_file.pop(None, None)
        self._path = radiograph.path if radiograph is not None else None
        self._size = (radiograph.rows, radiograph.columns) if radiograph is not None else (0, 0)
        self.selected = None
        self.changed.emit()

    def set_tool(self, tool: ViewerTool) -> None:
        """Masks are drawn and moved with their own tool only."""
        self.is_active = tool is ViewerTool.MASK
        self._let_go()
        self.selected = None
        if self.is_active:
            self.prompted.emit(tr(PROMPT))
        self.changed.emit()

    def corners(self, mask: PixelMask) -> tuple[Point, Point, Point, Point]:
        """Corners of a mask around the picture's pixels, clockwise from its upper left."""
        top, left = mask.row - 0.5, mask.column - 0.5
        bottom, right = top + mask.rows, left + mask.columns
        return Point(top, left), Point(top, right), Point(bottom, right), Point(bottom, left)

    def press(self, position: QPointF, geometry: ViewGeometry) -> None:
        """Grab a corner or a mask, or begin another one."""
        point = self._clamped(geometry.to_image(position))
        grabbed = self._corner_at(position, geometry)
        if grabbed is not None:
            self.selected, corner = grabbed
            mask = self._masks.pop(self.selected)
            self._anchor = self.corners(mask)[(corner + 2) % 4]
            self._drawn = self._reshaped = mask
            self.selected = None
        else:
            self.selected = self._mask_at(point)
            if self.selected is not None:
                self._moving_from = (point, self._masks[self.selected])
            else:
                self._anchor, self._drawn = point, None
        self.changed.emit()

    def move(self, position: QPointF, geometry: ViewGeometry) -> None:
        """Follow the pointer."""
        point = self._clamped(geometry.to_image(position))
        if self._anchor is not None:
            self._drawn = _around(self._anchor, point)
        elif self._moving_from is not None and self.selected is not None:
            begin, mask = self._moving_from
            row = mask.row + round(point.row - begin.row)
            column = mask.column + round(point.column - begin.column)
            rows, columns = self._size
            self._masks[self.selected] = PixelMask(
                min(max(row, 0), max(0, rows - mask.rows)),
                min(max(column, 0), max(0, columns - mask.columns)),
                mask.rows,
                mask.columns,
            )
        self.changed.emit()

    def release(self, position: QPointF, geometry: ViewGeometry) -> None:
        """Let go: keep what was drawn or moved, unless it is too small to cover anything."""
        self.move(position, geometry)
        drawn = self._drawn
        if drawn is not None and min(drawn.rows, drawn.columns) >= _SMALLEST_SIDE:
            self._reshaped = None
            self._by_file.setdefault(self._path, []).append(drawn)
            self.selected = len(self._masks) - 1
        self._let_go()
        self.edited.emit()
        self.changed.emit()

    def cancel(self) -> bool:
        """Drop what is half drawn, else the selection. Returns whether there was anything."""
        had_something = self._anchor is not None or self.selected is not None
        self._let_go()
        self.selected = None
        self.changed.emit()
        return had_something

    def delete_selected(self) -> bool:
        """Delete the selected mask, else the latest one. Returns whether there was one."""
        if self._anchor is not None:
            return self.cancel()
        if not self._masks:
            return False
        self._masks.pop(self.selected if self.selected is not None else -1)
        self.selected = None
        self.edited.emit()
        self.changed.emit()
        return True

    def delete_all(self) -> None:
        """Delete every mask of the shown picture."""
        self._let_go()
        self._by_file.pop(self._path, None)
        self.selected = None
        self.edited.emit()
        self.changed.emit()

    def _let_go(self) -> None:
        """End what the pointer does; a mask whose corner was held and not put down stays as it was."""
        if self._reshaped is not None:
            self._by_file.setdefault(self._path, []).append(self._reshaped)
        self._reshaped = None
        self._anchor = self._moving_from = self._drawn = None

    def _corner_at(self, position: QPointF, geometry: ViewGeometry) -> tuple[int, int] | None:
        for index in reversed(range(len(self._masks))):
            for corner, point in enumerate(self.corners(self._masks[index])):
                offset = geometry.to_widget(point) - position
                if math.hypot(offset.x(), offset.y()) <= HANDLE_REACH:
                    return index, corner
        return None

    def _mask_at(self, point: Point) -> int | None:
        for index in reversed(range(len(self._masks))):
            first, _, last, _ = self.corners(self._masks[index])
            if first.row <= point.row <= last.row and first.column <= point.column <= last.column:
                return index
        return None

    def _clamped(self, point: Point) -> Point:
        rows, columns = self._size
        return Point(min(max(point.row, -0.5), rows - 0.5), min(max(point.column, -0.5), columns - 0.5))


def _around(first: Point, second: Point) -> PixelMask:
    """Every pixel that a rectangle touches: a pixel reaches half a pixel around its centre."""
    top, bottom = sorted((first.row, second.row))
    left, right = sorted((first.column, second.column))
    row, column = math.floor(top + 0.5), math.floor(left + 0.5)
    return PixelMask(row, column, max(1, math.ceil(bottom + 0.5) - row), max(1, math.ceil(right + 0.5) - column))
