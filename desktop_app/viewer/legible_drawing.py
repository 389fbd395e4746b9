"""Lines and text that can be read on black, on white and on everything between."""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap, QPolygonF

SHADOW = QColor(0, 0, 0, 210)
SHADOW_OFFSETS = tuple((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if (x, y) != (0, 0))
TEXT_POINTS = 9.5
_OUTLINE = 2
_KEPT_TEXTS = 256


def annotation_font() -> QFont:
    """The font of everything written on an image."""
    font = QFont()
    font.setPointSizeF(TEXT_POINTS)
    return font


def draw_text(painter: QPainter, baseline: QPointF, text: str, colour: QColor) -> None:
    """Write one line, with a dark outline; `baseline` is its lower left end."""
    ratio = painter.device().devicePixelRatioF()
    picture, ascent = _text_picture(text, colour.rgba(), painter.font(), ratio)
    # On whole pixels of the screen, where the letters were drawn.
    left = round((baseline.x() - _OUTLINE) * ratio) / ratio
    top = round((baseline.y() - ascent - _OUTLINE) * ratio) / ratio
    painter.drawPixmap(QPointF(left, top), picture)


@lru_cache(maxsize=_KEPT_TEXTS)
def _text_picture(text: str, colour: int, font: QFont, ratio: float) -> tuple[QPixmap, float]:
    """Return an outlined line of text and its ascent.

    The same few lines are drawn in every repaint; nine calls for each of them, each giving the interpreter's lock away
    and waiting for it, were a good part of the longest stalls while scans were classified.
    """
    metrics = QFontMetricsF(font)
    ascent = ceil(metrics.ascent())
    bounds = metrics.boundingRect(text)
    width = ceil(max(metrics.horizontalAdvance(text), bounds.right())) + 2 * _OUTLINE
    picture = QPixmap(ceil(width * ratio), ceil((ascent + metrics.descent() + 2 * _OUTLINE) * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    baseline = QPointF(_OUTLINE, _OUTLINE + ascent)
    painter = QPainter(picture)
    painter.setFont(font)
    painter.setPen(SHADOW)
    for x, y in SHADOW_OFFSETS:
        painter.drawText(baseline + QPointF(x, y), text)
    painter.setPen(QColor.fromRgba(colour))
    painter.drawText(baseline, text)
    painter.end()
    return picture, ascent


def draw_label(painter: QPainter, place: QPointF, lines: Sequence[str], colour: QColor, bounds: QRectF) -> None:
    """Write lines beside a place, kept inside `bounds`."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    width = max(metrics.horizontalAdvance(line) for line in lines)
    height = metrics.lineSpacing() * len(lines)
    left = min(max(place.x() + 10, bounds.left() + 4), bounds.right() - width - 4)
    top = min(max(place.y() - height / 2, bounds.top() + 4), bounds.bottom() - height - 4)
    for index, line in enumerate(lines):
        draw_text(painter, QPointF(left, top + metrics.ascent() + index * metrics.lineSpacing()), line, colour)


def draw_polyline(
    painter: QPainter, points: Sequence[QPointF], colour: QColor, width: float = 1.5, dashed: bool = False
) -> None:
    """Draw a line with a dark border."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in _outlined_pens(colour, width, dashed):
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF(points))


def draw_ellipse(painter: QPainter, outline: Sequence[QPointF], colour: QColor, width: float = 1.5) -> None:
    """Draw the ellipse that touches the parallel-sided box with these corners, which is upright on the screen."""
    box = QPolygonF(outline).boundingRect()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in _outlined_pens(colour, width, dashed=False):
        painter.setPen(pen)
        painter.drawEllipse(box)


def draw_handle(painter: QPainter, place: QPointF, colour: QColor, selected: bool) -> None:
    """Draw the end of a measurement, which can be dragged."""
    radius = 4.5 if selected else 3.0
    painter.setPen(QPen(SHADOW, 1.0))
    painter.setBrush(colour if selected else QColor(0, 0, 0, 90))
    if not selected:
        painter.setPen(QPen(colour, 1.2))
    painter.drawEllipse(place, radius, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _outlined_pens(colour: QColor, width: float, dashed: bool) -> tuple[QPen, QPen]:
    border, line = QPen(SHADOW, width + 2.0), QPen(colour, width)
    for pen in (border, line):
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if dashed:
        line.setCapStyle(Qt.PenCapStyle.FlatCap)
        line.setDashPattern([5.0, 4.0])
        border.setColor(QColor(0, 0, 0, 120))
    return border, line
