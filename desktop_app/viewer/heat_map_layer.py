"""The heat map over the image, the frame of what the network saw, and the colour bar."""

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from core.model.activation import ActivationMap, colour_bar, colour_heat_map, heat_map_on_image
from core.number_format import general
from desktop_app.viewer.legible_drawing import draw_polyline, draw_text
from desktop_app.viewer.view_geometry import ViewGeometry

LONGEST_SIDE = 512
"""The map has a few cells per side: more pixels than this would show nothing more."""
BAR_WIDTH = 14.0
BAR_MARGIN = 14.0
TICK_ROOM = 34.0
"""Left of the bar, for its figures."""
TITLE_WIDTH = 110.0


class HeatMapLayer:
    """One heat map, ready to be drawn over its image."""

    def __init__(self, activation: ActivationMap, rows: int, columns: int, title: str) -> None:
        self.title = title
        self._view = activation.field_of_view
        self._rows, self._columns = rows, columns
        reduction = max(1.0, max(rows, columns) / LONGEST_SIDE)
        heat = heat_map_on_image(activation, max(1, round(rows / reduction)), max(1, round(columns / reduction)))
        self._picture = _picture(colour_heat_map(heat))
        legend = colour_bar()
        self._low, self._high = legend.lowest, legend.highest
        # From the highest value at the top downwards.
        self._bar = _picture(legend.colours.reshape(-1, 1, 4)[::-1])

    def field_of_view(self) -> QRectF:
        """What the network saw, continuous image coordinates."""
        view = self._view
        top_left = QPointF(view.left * self._columns, view.top * self._rows)
        return QRectF(top_left, QPointF(view.right * self._columns, view.bottom * self._rows))

    def draw(self, painter: QPainter, geometry: ViewGeometry, opacity: float) -> None:
        """Draw the map."""
        painter.save()
        painter.setOpacity(opacity)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(geometry.transform(), True)
        # Clipped: interpolation would bleed the map's edge over what the network did not see.
        painter.setClipRect(self.field_of_view())
        painter.drawImage(QRectF(0, 0, self._columns, self._rows), self._picture)
        painter.restore()

    def draw_field_of_view(self, painter: QPainter, geometry: ViewGeometry, colour: QColor) -> None:
        """Draw a thin dashed frame around what the network saw."""
        frame = geometry.transform().mapRect(self.field_of_view())
        around = [frame.topLeft(), frame.topRight(), frame.bottomRight(), frame.bottomLeft(), frame.topLeft()]
        draw_polyline(painter, around, colour, width=1.0, dashed=True)

    def draw_colour_bar(self, painter: QPainter, geometry: ViewGeometry, colour: QColor) -> None:
        """Draw the colour bar at the right edge, with its ticks, and its title above it, on a ground of their own."""
        height = min(220.0, geometry.height * 0.4)
        bar = QRectF(geometry.width - BAR_MARGIN - BAR_WIDTH, (geometry.height - height) / 2, BAR_WIDTH, height)
        metrics = QFontMetricsF(painter.font(), painter.device())
        lines = _wrapped(self.title, metrics)
        _draw_ground(painter, bar, lines, metrics)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        # On black, as the map lies over the dark lung: colours near 0 are transparent.
        painter.fillRect(bar, Qt.GlobalColor.black)
        painter.drawImage(bar, self._bar)
        painter.setPen(QPen(QColor(0, 0, 0, 210), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(bar)
        for value in _ticks(self._low, self._high):
            y = bar.bottom() - (value - self._low) / (self._high - self._low) * height
            text = _signed(value)
            painter.setPen(QPen(colour, 1.0))
            painter.drawLine(QPointF(bar.left() - 4, y), QPointF(bar.left(), y))
            left = bar.left() - 8 - metrics.horizontalAdvance(text)
            draw_text(painter, QPointF(left, y + metrics.ascent() / 2 - 1), text, colour)
        for index, line in enumerate(reversed(lines)):
            left = bar.right() - metrics.horizontalAdvance(line)
            draw_text(painter, QPointF(left, bar.top() - 14 - index * metrics.lineSpacing()), line, colour)


def _signed(value: float) -> str:
    """A number with its sign; 0 has none."""
    if not value:
        return "0"
    return ("+" if value > 0 else "\N{MINUS SIGN}") + general(abs(value), 3)


def _picture(colours: npt.NDArray[np.uint8]) -> QImage:
    height, width = colours.shape[:2]
    pixels = np.ascontiguousarray(colours)
    # Converted once to the format that is drawn fastest; the result owns its pixels.
    straight = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    return straight.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _wrapped(title: str, metrics: QFontMetricsF) -> list[str]:
    """Break a title into lines of at most `TITLE_WIDTH`, where its words allow that."""
    lines: list[str] = []
    for word in title.split():
        longer = f"{lines[-1]} {word}" if lines else ""
        if lines and metrics.horizontalAdvance(longer) <= TITLE_WIDTH:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _draw_ground(painter: QPainter, bar: QRectF, lines: list[str], metrics: QFontMetricsF) -> None:
    """Darken what lies under bar, ticks and title: they must be readable over bone."""
    widest = max((metrics.horizontalAdvance(line) for line in lines), default=0.0)
    widest = max(widest, bar.width() + TICK_ROOM)
    top = bar.top() - 18 - metrics.lineSpacing() * len(lines)
    ground = QRectF(QPointF(bar.right() - widest - 6, top), QPointF(bar.right() + 6, bar.bottom() + 10))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 130))
    painter.drawRoundedRect(ground, 4, 4)


def _ticks(low: float, high: float) -> tuple[float, ...]:
    step = (high - low) / 3
    return tuple(low + index * step for index in range(4))
