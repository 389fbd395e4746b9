"""Draws masks over the image, as they will be in de-identified copies."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop_app.viewer.legible_drawing import draw_handle
from desktop_app.viewer.mask_layer import MaskLayer
from desktop_app.viewer.view_geometry import ViewGeometry

_BLACK = QColor("#000000")


def draw_masks(
    painter: QPainter, layer: MaskLayer, geometry: ViewGeometry, colour: QColor, selected_colour: QColor
) -> None:
    """Draw every mask black, with a border by which it is found on a dark image."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for index, mask in enumerate(layer.shown):
        is_selected = layer.is_active and index == layer.selected
        chosen = selected_colour if is_selected else colour
        corners = [geometry.to_widget(corner) for corner in layer.corners(mask)]
        painter.setBrush(_BLACK)
        painter.setPen(QPen(chosen, 1.2, Qt.PenStyle.SolidLine if layer.is_active else Qt.PenStyle.DashLine))
        painter.drawPolygon(QPolygonF(corners))
        if layer.is_active:
            for corner in corners:
                draw_handle(painter, corner, chosen, is_selected)
    painter.restore()
