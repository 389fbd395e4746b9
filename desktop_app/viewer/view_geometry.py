"""Where each pixel of the image lies on the screen."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QTransform

from core.imaging.measurement import Point

LARGEST_SCALE = 64.0
"""Most screen pixels per image pixel; more shows nothing new."""
FIT_MARGIN = 4.0
"""Screen pixels left free around a fitted image."""


@dataclass(frozen=True)
class Orientation:
    """Quarter turns and mirrorings as a 2x2 matrix of -1, 0 and 1 from image (x, y) to screen (x, y)."""

    xx: int = 1
    xy: int = 0
    yx: int = 0
    yy: int = 1

    @property
    def swaps_sides(self) -> bool:
        """Whether rows of the image run up and down on the screen."""
        return self.xx == 0

    @property
    def is_mirrored(self) -> bool:
        """Whether left and right are exchanged: no rotation could bring the image to this."""
        return self.xx * self.yy - self.xy * self.yx < 0

    @property
    def quarter_turns(self) -> int:
        """Turns clockwise, 0 to 3, after mirroring left to right where mirrored."""
        sign = -1 if self.is_mirrored else 1
        column = (sign * self.xx, sign * self.yx)
        return ((1, 0), (0, 1), (-1, 0), (0, -1)).index(column)

    def turned_clockwise(self) -> "Orientation":
        """One quarter turn clockwise on the screen."""
        return Orientation(-self.yx, -self.yy, self.xx, self.xy)

    def turned_counterclockwise(self) -> "Orientation":
        """One quarter turn counterclockwise on the screen."""
        return Orientation(self.yx, self.yy, -self.xx, -self.xy)

    def flipped_horizontally(self) -> "Orientation":
        """Left and right of the screen exchanged."""
        return Orientation(-self.xx, -self.xy, self.yx, self.yy)

    def flipped_vertically(self) -> "Orientation":
        """Top and bottom of the screen exchanged."""
        return Orientation(self.xx, self.xy, -self.yx, -self.yy)


@dataclass(frozen=True)
class ViewGeometry:
    """Zoom, place and orientation of an image in its widget.

    Continuous image coordinates: pixel (row, column) covers x from column to column + 1, y from row to row + 1.

    Attributes:
        rows: Height of the image, pixels.
        columns: Width of the image, pixels.
        pixel_height: Height of a pixel, as a multiple of its shorter side: pixels need not be square.
        pixel_width: Width of a pixel, likewise.
        width: Width of the widget, logical screen pixels.
        height: Height of the widget.
        device_ratio: Device pixels per logical pixel.
        scale: Logical screen pixels per shorter side of an image pixel.
        x: Continuous image coordinate in the middle of the widget.
        y: Likewise.
        orientation: Quarter turns and mirrorings.
        is_fitted: Whether the whole image is shown as large as possible and stays so when the widget is resized.
    """

    rows: int
    columns: int
    pixel_height: float = 1.0
    pixel_width: float = 1.0
    width: float = 1.0
    height: float = 1.0
    device_ratio: float = 1.0
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    orientation: Orientation = Orientation()
    is_fitted: bool = True

    @property
    def device_scale(self) -> float:
        """Device pixels per shorter side of an image pixel; 1 shows actual pixels."""
        return self.scale * self.device_ratio

    @property
    def fit_scale(self) -> float:
        """The scale at which the whole image just fits."""
        wide, high = self.columns * self.pixel_width, self.rows * self.pixel_height
        if self.orientation.swaps_sides:
            wide, high = high, wide
        room_x, room_y = max(1.0, self.width - 2 * FIT_MARGIN), max(1.0, self.height - 2 * FIT_MARGIN)
        return min(room_x / wide, room_y / high)

    def transform(self) -> QTransform:
        """Continuous image coordinates to logical screen pixels; the origin lies on a whole device pixel."""
        turn, across, down = self.orientation, self.pixel_width * self.scale, self.pixel_height * self.scale
        m11, m21 = turn.xx * across, turn.xy * down
        m12, m22 = turn.yx * across, turn.yy * down
        dx = self.width / 2 - (m11 * self.x + m21 * self.y)
        dy = self.height / 2 - (m12 * self.x + m22 * self.y)
        # On a whole device pixel, actual pixels are copied and not blurred by interpolation.
        dx, dy = (round(offset * self.device_ratio) / self.device_ratio for offset in (dx, dy))
        return QTransform(m11, m12, m21, m22, dx, dy)

    def inverse(self) -> QTransform:
        """Logical screen pixels to continuous image coordinates."""
        inverse, _ = self.transform().inverted()
        return inverse

    def to_image(self, position: QPointF) -> Point:
        """Where on the image a place of the widget is; pixel centres are whole numbers."""
        place = self.inverse().map(position)
        return Point(row=place.y() - 0.5, column=place.x() - 0.5)

    def to_widget(self, point: Point) -> QPointF:
        """Where in the widget a place on the image is."""
        return self.transform().map(QPointF(point.column + 0.5, point.row + 0.5))

    def image_rect(self) -> QRectF:
        """The image in the widget."""
        return self.transform().mapRect(QRectF(0, 0, self.columns, self.rows))

    def fitted(self) -> "ViewGeometry":
        """The whole image, as large as possible."""
        return replace(self, scale=self.fit_scale, x=self.columns / 2, y=self.rows / 2, is_fitted=True)

    def at_actual_pixels(self) -> "ViewGeometry":
        """One image pixel on one device pixel."""
        return replace(self, scale=1.0 / self.device_ratio, is_fitted=False)

    def resized(self, size: QSizeF, device_ratio: float) -> "ViewGeometry":
        """The same view in a widget of another size."""
        changed = replace(self, width=size.width(), height=size.height(), device_ratio=device_ratio)
        return changed.fitted() if self.is_fitted else changed

    def zoomed_at(self, position: QPointF, factor: float) -> "ViewGeometry":
        """Larger or smaller; what is under `position` stays there."""
        smallest = min(self.fit_scale, 1.0 / self.device_ratio) / 4
        scale = min(max(self.scale * factor, smallest), LARGEST_SCALE)
        held = self.inverse().map(position)
        zoomed = replace(self, scale=scale, x=held.x(), y=held.y(), is_fitted=False)
        offset = position - QPointF(self.width / 2, self.height / 2)
        return zoomed.panned(offset)

    def panned(self, offset: QPointF) -> "ViewGeometry":
        """Moved over the screen; the image's edge stops in the middle of the widget."""
        turn = self.orientation
        # The orientation's matrix is orthogonal: its transpose turns back.
        x = self.x - (turn.xx * offset.x() + turn.yx * offset.y()) / (self.scale * self.pixel_width)
        y = self.y - (turn.xy * offset.x() + turn.yy * offset.y()) / (self.scale * self.pixel_height)
        return replace(self, x=min(max(x, 0.0), self.columns), y=min(max(y, 0.0), self.rows), is_fitted=False)

    def oriented(self, orientation: Orientation) -> "ViewGeometry":
        """The same place, turned or mirrored."""
        changed = replace(self, orientation=orientation)
        return changed.fitted() if self.is_fitted else changed

    def visible_pixels(self) -> tuple[int, int, int, int]:
        """First row, first column, end row, end column that the widget shows; empty when end <= first."""
        seen = self.inverse().mapRect(QRectF(0, 0, self.width, self.height))
        first_row, first_column = max(0, int(seen.top())), max(0, int(seen.left()))
        return first_row, first_column, min(self.rows, int(seen.bottom()) + 1), min(self.columns, int(seen.right()) + 1)
