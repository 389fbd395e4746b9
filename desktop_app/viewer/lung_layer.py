"""Lung fields and opacities over the image, as outlines or filled, with their legend."""

from functools import cached_property

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QTransform

from core.language import tr
from core.model.lungs import LEVELS, LungFinding
from core.number_format import percent
from desktop_app.viewer.contour_lines import Outline, contour_lines
from desktop_app.viewer.legible_drawing import SHADOW, draw_text
from desktop_app.viewer.view_geometry import ViewGeometry

LUNG_COLOUR = QColor("#5ab8ff")
OPACITY_COLOUR = QColor("#ff8ce0")
"""Blue and pink occur nowhere in the heat map's colours, and are told apart with any kind of colour vision: pink turns
grey or white where blue stays blue. Opacities are drawn thicker besides."""

LUNG_WIDTH = 1.4
OPACITY_WIDTH = 2.2
LUNG_FILL = 0.22
OPACITY_FILL = 0.4
"""How much of what lies below a filled area is covered at full opacity: the lung must be seen through it."""

_MORE_LIKELY_THAN_NOT = LEVELS / 2
_FEW_POINTS = 16
"""A speck is drawn with all its points."""
_SWATCH = 16.0
_MARGIN = 12.0


class LungLayer:
    """What the lung network draws in one picture, ready to be drawn over it."""

    def __init__(self, finding: LungFinding, rows: int, columns: int) -> None:
        self._rows, self._columns = rows, columns
        self._finding = finding
        self._legend = (
            (LUNG_COLOUR, tr("Lung fields")),
            (OPACITY_COLOUR, tr("Opacity, {share} of the lungs").format(share=percent(finding.opacity_extent, 1))),
        )

    # Made at the first drawing: the answer's words come first, and what is hidden costs nothing.
    @cached_property
    def lung_outlines(self) -> QPainterPath:
        """The lung fields; the picture's width and height are 1."""
        return _outlines(self._finding.lungs)

    @cached_property
    def opacity_outlines(self) -> QPainterPath:
        """Opacities within the lungs, for those alone count; the picture's width and height are 1."""
        return _outlines(np.minimum(self._finding.lungs, self._finding.opacities))

    def draw(self, painter: QPainter, geometry: ViewGeometry, opacity: float, *, is_filled: bool) -> None:
        """Draw fields and opacities; `opacity` is 0 transparent to 1 opaque."""
        whole = QTransform.fromScale(self._columns, self._rows) * geometry.transform()
        painter.save()
        painter.setOpacity(opacity)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Mapped first and drawn in the screen's pixels: a line is as wide at every zoom.
        lungs, opacities = whole.map(self.lung_outlines), whole.map(self.opacity_outlines)
        if is_filled:
            painter.fillPath(lungs, _covering(LUNG_COLOUR, LUNG_FILL))
            painter.fillPath(opacities, _covering(OPACITY_COLOUR, OPACITY_FILL))
        for path, colour, width in ((lungs, LUNG_COLOUR, LUNG_WIDTH), (opacities, OPACITY_COLOUR, OPACITY_WIDTH)):
            painter.strokePath(path, QPen(SHADOW, width + 1.6))
            painter.strokePath(path, QPen(colour, width))
        painter.restore()

    def draw_legend(self, painter: QPainter, geometry: ViewGeometry, text: QColor) -> None:
        """Say at the left edge what the colours mean, on a ground of its own."""
        metrics = QFontMetricsF(painter.font(), painter.device())
        spacing = metrics.lineSpacing() + 4
        width = _SWATCH + 8 + max(metrics.horizontalAdvance(words) for _, words in self._legend)
        top = (geometry.height - spacing * len(self._legend)) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 130))
        painter.drawRoundedRect(QRectF(_MARGIN - 6, top - 6, width + 12, spacing * len(self._legend) + 10), 4, 4)
        for index, (colour, words) in enumerate(self._legend):
            middle = top + (index + 0.5) * spacing
            painter.setPen(QPen(colour, OPACITY_WIDTH if index else LUNG_WIDTH))
            painter.setBrush(_covering(colour, OPACITY_FILL))
            painter.drawRect(QRectF(_MARGIN, middle - 5, _SWATCH, 10))
            draw_text(painter, QPointF(_MARGIN + _SWATCH + 8, middle + metrics.ascent() / 2 - 1), words, text)
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _outlines(likelihood: npt.NDArray[np.uint8]) -> QPainterPath:
    """Where a map is more likely than not, in shares of the picture's width and height."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    rows, columns = likelihood.shape
    for outline in contour_lines(likelihood, _MORE_LIKELY_THAN_NOT):
        _add_smoothly(path, outline / (columns, rows))
    return path


def _add_smoothly(path: QPainterPath, outline: Outline) -> None:
    """Add an outline as a quadratic B-spline: it has no corners, however much it is enlarged.

    Every other point is enough for that, and is drawn in half the time. The line stays within half a pixel of the
    network's map, which has a hundred times fewer of them than the picture.
    """
    corners = outline[::2] if len(outline) >= _FEW_POINTS else outline
    middles = ((corners + np.roll(corners, -1, axis=0)) / 2).tolist()
    path.moveTo(*middles[-1])
    for corner, middle in zip(corners.tolist(), middles, strict=True):
        path.quadTo(*corner, *middle)
    path.closeSubpath()


def _covering(colour: QColor, share: float) -> QColor:
    covering = QColor(colour)
    covering.setAlphaF(share)
    return covering
