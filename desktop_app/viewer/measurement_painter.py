"""Draws measurements over the image."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from core.imaging.drawn_measurement import MeasurementKind
from desktop_app.viewer.legible_drawing import draw_ellipse, draw_handle, draw_label, draw_polyline
from desktop_app.viewer.measurement_items import MeasurementItem
from desktop_app.viewer.measurement_layer import MeasurementLayer
from desktop_app.viewer.view_geometry import ViewGeometry


def draw_measurements(
    painter: QPainter, layer: MeasurementLayer, geometry: ViewGeometry, colour: QColor, selected_colour: QColor
) -> None:
    """Draw every measurement, and the one being drawn."""
    items = [*layer.items, layer.drawing] if layer.drawing is not None else layer.items
    bounds = QRectF(0, 0, geometry.width, geometry.height)
    for item in items:
        is_selected = item is layer.selected
        chosen = selected_colour if is_selected else colour
        _draw_lines(painter, item, layer, geometry, chosen)
        places = [geometry.to_widget(point) for point in item.points]
        is_outline = item.region() is not None
        # The corners of a region's box lie beside an ellipse: shown only where they are of use.
        for place in places if is_selected or not is_outline else ():
            draw_handle(painter, place, chosen, is_selected)
        texts = item.texts(layer.spacing)
        if texts:
            draw_label(painter, _label_place(item, places), texts, chosen, bounds)


def _draw_lines(
    painter: QPainter, item: MeasurementItem, layer: MeasurementLayer, geometry: ViewGeometry, colour: QColor
) -> None:
    for index, (start, end) in enumerate(item.segments(layer.spacing)):
        is_midline = item.kind is MeasurementKind.CARDIOTHORACIC and index == 0
        draw_polyline(painter, [geometry.to_widget(start), geometry.to_widget(end)], colour, dashed=is_midline)
    if item.kind in (MeasurementKind.RECTANGLE, MeasurementKind.ELLIPSE):
        around = [geometry.to_widget(corner) for corner in item.corners()]
        if item.kind is MeasurementKind.RECTANGLE:
            draw_polyline(painter, [*around, around[0]], colour)
        else:
            draw_ellipse(painter, around, colour)
            if item is layer.selected:
                draw_polyline(painter, [*around, around[0]], colour, width=0.8, dashed=True)


def _label_place(item: MeasurementItem, places: list[QPointF]) -> QPointF:
    """Beside the vertex of an angle, else right of the measurement."""
    if item.kind is MeasurementKind.ANGLE:
        return places[1]
    return max(places, key=QPointF.x)
