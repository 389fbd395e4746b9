"""Paints an `ImageView`: the image once per change, what lies over it on each repaint."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

from core.imaging.greyscale import VoiWindow
from desktop_app.viewer.annotations import corner_texts, draw_corner_texts, draw_scale_bar
from desktop_app.viewer.image_renderer import ImageRenderer
from desktop_app.viewer.legible_drawing import annotation_font
from desktop_app.viewer.measurement_layer import MeasurementLayer
from desktop_app.viewer.measurement_painter import draw_measurements
from desktop_app.viewer.overlay_layer import OverlayLayer
from desktop_app.viewer.view_geometry import ViewGeometry

if TYPE_CHECKING:
    from core.imaging.radiograph import Radiograph
    from desktop_app.viewer.heat_map_layer import HeatMapLayer
    from desktop_app.viewer.lung_layer import LungLayer

LENS_RADIUS = 120.0
LENS_FACTOR = 2.5


@dataclass
class ViewLook:
    """What is drawn beside the image, and how.

    Attributes:
        background: Around the image.
        annotation: Text and lines over it.
        accent: The selected measurement and the focus frame.
        shows_annotations: Whether corners and scale bar are written.
        shows_identity: Whether they may name the patient.
        shows_overlays: Whether graphics stored with the image are drawn.
        shows_heat_map: Whether the heat map is drawn, where there is one.
        heat_map_opacity: 0 transparent to 1 opaque.
        shows_lungs: Whether lung fields and opacities are drawn, where they are known.
        lungs_opacity: 0 transparent to 1 opaque.
        fills_lungs: Whether they are filled, or outlined only.
    """

    background: QColor
    annotation: QColor
    accent: QColor
    shows_annotations: bool = True
    shows_identity: bool = True
    shows_overlays: bool = True
    shows_heat_map: bool = True
    heat_map_opacity: float = 0.45
    shows_lungs: bool = True
    lungs_opacity: float = 0.8
    fills_lungs: bool = False


class ViewPainter:
    """Draws one radiograph with everything over it."""

    def __init__(self, look: ViewLook) -> None:
        self.look = look
        self.is_sharp = True
        self._radiograph: Radiograph | None = None
        self._renderer: ImageRenderer | None = None
        self._heat_map: HeatMapLayer | None = None
        self._lungs: LungLayer | None = None
        self._overlays: OverlayLayer | None = None
        self._base: QImage | None = None

    def show(self, radiograph: Radiograph | None, renderer: ImageRenderer | None) -> None:
        """Draw another image."""
        self._radiograph, self._renderer = radiograph, renderer
        self._heat_map = self._lungs = None
        self._overlays = OverlayLayer(radiograph) if radiograph is not None and radiograph.overlays else None
        self.invalidate()

    def set_heat_map(self, layer: HeatMapLayer | None) -> None:
        """Lay a heat map over the image."""
        self._heat_map = layer
        self.invalidate()

    def set_lungs(self, layer: LungLayer | None) -> None:
        """Lay lung fields and opacities over the image."""
        self._lungs = layer
        self.invalidate()

    def invalidate(self) -> None:
        """Draw the image anew at the next repaint: its window, its place or what lies over it changed."""
        self._base = None

    def paint_base(self, painter: QPainter, geometry: ViewGeometry, moving: bool) -> None:
        """Draw image, overlays, heat map and lungs, from the last repaint where nothing changed."""
        if self._base is None:
            self._base = self._drawn_base(geometry, moving)
        painter.drawImage(QPointF(0, 0), self._base)

    def paint_over(
        self, painter: QPainter, geometry: ViewGeometry, layer: MeasurementLayer, window: VoiWindow, inverted: bool
    ) -> None:
        """Draw frame, measurements, annotations and legends."""
        radiograph = self._radiograph
        if radiograph is None:
            return
        look = self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(annotation_font())
        heat_map = self._heat_map if look.shows_heat_map else None
        if heat_map is not None:
            heat_map.draw_field_of_view(painter, geometry, look.annotation)
        draw_measurements(painter, layer, geometry, look.annotation, look.accent)
        if look.shows_annotations:
            texts = corner_texts(radiograph, window, geometry, inverted, look.shows_identity)
            draw_corner_texts(painter, texts, geometry, look.annotation)
            draw_scale_bar(painter, radiograph, geometry, look.annotation)
        if heat_map is not None:
            heat_map.draw_colour_bar(painter, geometry, look.annotation)
        if self._lungs is not None and look.shows_lungs:
            self._lungs.draw_legend(painter, geometry, look.annotation)

    def paint_lens(self, painter: QPainter, geometry: ViewGeometry, position: QPointF) -> None:
        """Draw the magnifier around `position`, at full resolution."""
        if self._renderer is None:
            return
        place = geometry.inverse().map(position)
        scale = max(geometry.scale * LENS_FACTOR, 1.0 / geometry.device_ratio)
        side = 2 * LENS_RADIUS
        lens = replace(geometry, width=side, height=side, scale=scale, x=place.x(), y=place.y(), is_fitted=False)
        circle = QPainterPath()
        circle.addEllipse(QPointF(LENS_RADIUS, LENS_RADIUS), LENS_RADIUS, LENS_RADIUS)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(position - QPointF(LENS_RADIUS, LENS_RADIUS))
        painter.save()
        painter.setClipPath(circle)
        painter.fillRect(QRectF(0, 0, side, side), self.look.background)
        self._renderer.draw(painter, lens, moving=False)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen in (QPen(QColor(0, 0, 0, 210), 4.0), QPen(self.look.annotation, 1.5)):
            painter.setPen(pen)
            painter.drawPath(circle)
        painter.restore()

    def _drawn_base(self, geometry: ViewGeometry, moving: bool) -> QImage:
        ratio = geometry.device_ratio
        width, height = max(1, round(geometry.width * ratio)), max(1, round(geometry.height * ratio))
        base = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        base.setDevicePixelRatio(ratio)
        base.fill(self.look.background)
        if self._renderer is None:
            return base
        painter = QPainter(base)
        self.is_sharp = self._renderer.draw(painter, geometry, moving)
        if self._overlays is not None and self.look.shows_overlays:
            self._overlays.draw(painter, geometry, self.look.annotation)
        if self._heat_map is not None and self.look.shows_heat_map:
            self._heat_map.draw(painter, geometry, self.look.heat_map_opacity)
        if self._lungs is not None and self.look.shows_lungs:
            self._lungs.draw(painter, geometry, self.look.lungs_opacity, is_filled=self.look.fills_lungs)
        painter.end()
        return base
