"""The canvas that draws a radiograph: its window, its place on the screen, what lies over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from core.imaging.greyscale import VoiWindow, default_window, nearest_window
from core.language import tr
from desktop_app.viewer.image_renderer import ImageRenderer
from desktop_app.viewer.mask_layer import MaskLayer
from desktop_app.viewer.mask_painter import draw_masks
from desktop_app.viewer.measurement_layer import MeasurementLayer
from desktop_app.viewer.view_geometry import Orientation, ViewGeometry
from desktop_app.viewer.view_painter import ViewLook, ViewPainter

if TYPE_CHECKING:
    from core.imaging.radiograph import Radiograph, VoiTransform
    from core.model.activation import ActivationMap
    from desktop_app.theme import ThemeColours

ANNOUNCE_MS = 16
"""The window is announced to others at most once per refresh of a screen."""
REGION_MS = 60
"""A region being dragged is announced at most this often: its histogram is counted over all its pixels."""
REST_MS = 120
"""After this long without movement the image is drawn as sharp as the screen can show."""
KEY_ZOOM = 1.25
EMPTY_GEOMETRY = ViewGeometry(1, 1)
NO_WINDOW = VoiWindow(0.5, 1.0)


class ImageCanvas(QWidget):
    """Draws a radiograph; mouse and keys are `ImageView`'s."""

    window_changed = Signal(object)
    """VoiWindow now in force (the nearest one for a lookup table); at most once per screen refresh."""
    cursor_moved = Signal(object)
    """CursorReadout, or None when the pointer left the image."""
    region_changed = Signal(object)
    """core.imaging.histogram.Region that counts now, or None when there is none."""
    measurements_changed = Signal(object)
    """Tuple of the texts of all measurements."""
    prompt_changed = Signal(str)
    """What the tool waits for, empty for nothing."""
    view_moved = Signal()
    """The image was zoomed, moved or turned: `geometry_of_view` is another one."""
    view_resized = Signal()
    """The place for the image has another size."""
    inverted_changed = Signal(bool)
    """Black and white were turned by hand, or back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.radiograph: Radiograph | None = None
        self.voi: VoiTransform | None = None
        self.is_inverted = False
        self.geometry_of_view = EMPTY_GEOMETRY
        self.measurements = MeasurementLayer(self)
        self.masks = MaskLayer(self)
        self._pointer_at: QPointF | None = None
        self._has_magnifier = False
        self.look = ViewLook(QColor("#000000"), QColor("#e8d27a"), QColor("#7fa8d1"))
        self._painter = ViewPainter(self.look)
        self._renderer: ImageRenderer | None = None
        self._refinement: Iterator[None] | None = None
        self._is_moving = False
        self._announce_timer = self._timer(ANNOUNCE_MS, self._announce_window)
        self._region_timer = self._timer(REGION_MS, self._announce_region)
        self._rest_timer = self._timer(REST_MS, self._on_rest)
        self._refine_timer = self._timer(0, self._refine)
        self.measurements.changed.connect(self.update)
        self.measurements.edited.connect(self._on_measurements_edited)
        self.measurements.prompted.connect(self.prompt_changed)
        self.masks.changed.connect(self.update)
        self.masks.prompted.connect(self.prompt_changed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(tr("Radiograph"))

    def sizeHint(self) -> QSize:  # noqa: N802
        """Large enough to be useful."""
        return QSize(640, 640)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Small enough for a side-by-side layout."""
        return QSize(200, 160)

    @property
    def current_window(self) -> VoiWindow:
        """Window in force: the nearest one for a lookup table."""
        if self.radiograph is None:
            return NO_WINDOW
        return default_window(self.radiograph) if self.voi is None else nearest_window(self.radiograph, self.voi)

    def show_radiograph(self, radiograph: Radiograph | None) -> None:
        """Show another image, fitted and with the file's own window, or nothing."""
        self.radiograph = radiograph
        self.voi, self.is_inverted = None, False
        self._renderer = ImageRenderer(radiograph) if radiograph is not None else None
        self._painter.show(radiograph, self._renderer)
        # Begun when the image rests: meanwhile the model answers, and averaging would take its cores (10 ms of 75).
        self._refinement = self._renderer.pyramid.refine() if self._renderer is not None else None
        self._refine_timer.stop()
        self.geometry_of_view = _geometry_of(radiograph).resized(QSizeF(self.size()), self.devicePixelRatioF())
        self.measurements.show_radiograph(radiograph)
        self.masks.show_radiograph(radiograph)
        # The first look is quick; a large window gets its sharp picture a moment later.
        self.begin_movement()
        self.cursor_moved.emit(None)
        self.inverted_changed.emit(False)
        self._announce_timer.start()
        self.update()

    def set_voi(self, voi: VoiTransform | None) -> None:
        """Choose how values become grey, None for the file's own way."""
        if voi == self.voi:
            return
        self.voi = voi
        self._apply_presentation()

    def set_inverted(self, inverted: bool) -> None:
        """Turn black and white once more, by hand."""
        if inverted == self.is_inverted:
            return
        self.is_inverted = inverted
        self._apply_presentation()
        self.inverted_changed.emit(inverted)

    def set_heat_map(self, heat: ActivationMap | None, title: str = "") -> None:
        """Lay a heat map over the image; `title` names its colour bar."""
        layer = None
        if heat is not None and self.radiograph is not None:
            # Imported with the first heat map: the viewer opens without the model's modules.
            from desktop_app.viewer.heat_map_layer import HeatMapLayer

            layer = HeatMapLayer(heat, self.radiograph.rows, self.radiograph.columns, title)
        self._painter.set_heat_map(layer)
        self.update()

    def set_heat_map_opacity(self, opacity: float) -> None:
        """0 transparent to 1 opaque."""
        self.look.heat_map_opacity = min(max(opacity, 0.0), 1.0)
        self._redraw()

    def set_heat_map_visible(self, visible: bool) -> None:
        """Show or hide the heat map."""
        self.look.shows_heat_map = visible
        self._redraw()

    def set_annotations_visible(self, visible: bool) -> None:
        """Show or hide all that is written over the image, but not the measurements."""
        self.look.shows_annotations = visible
        self.update()

    def set_identity_visible(self, visible: bool) -> None:
        """Show or hide what names the patient."""
        self.look.shows_identity = visible
        self.update()

    def set_overlays_visible(self, visible: bool) -> None:
        """Show or hide graphics stored with the image."""
        self.look.shows_overlays = visible
        self._redraw()

    def set_theme(self, colours: ThemeColours) -> None:
        """Take the theme's colours."""
        self.look.background = QColor(colours.image_background)
        self.look.annotation = QColor(colours.annotation)
        # Lightened: a light theme's accent is dark, and the image is dark in every theme.
        accent = QColor(colours.accent).toHsl()
        self.look.accent = QColor.fromHslF(accent.hslHueF(), accent.hslSaturationF(), max(0.74, accent.lightnessF()))
        self._redraw()

    def fit(self) -> None:
        """Show the whole image, as large as possible."""
        self._set_geometry(self.geometry_of_view.fitted())

    def zoom_to_actual_pixels(self) -> None:
        """Show one image pixel on one pixel of the screen."""
        self._set_geometry(self.geometry_of_view.at_actual_pixels())

    def zoom_at(self, position: QPointF, factor: float) -> None:
        """Zoom by a factor; what is at `position` of the widget stays there."""
        self._move_to(self.geometry_of_view.zoomed_at(QPointF(position), factor))

    def zoom_in(self) -> None:
        """Zoom in at the middle."""
        self.zoom_at(QPointF(self.rect().center()), KEY_ZOOM)

    def zoom_out(self) -> None:
        """Zoom out at the middle."""
        self.zoom_at(QPointF(self.rect().center()), 1.0 / KEY_ZOOM)

    def pan(self, offset: QPointF) -> None:
        """Move the image by `offset` logical screen pixels."""
        self._move_to(self.geometry_of_view.panned(offset))

    def rotate_clockwise(self) -> None:
        """Turn by a quarter clockwise."""
        self._orient(self.geometry_of_view.orientation.turned_clockwise())

    def rotate_counterclockwise(self) -> None:
        """Turn by a quarter counterclockwise."""
        self._orient(self.geometry_of_view.orientation.turned_counterclockwise())

    def flip_horizontally(self) -> None:
        """Exchange left and right of the screen."""
        self._orient(self.geometry_of_view.orientation.flipped_horizontally())

    def flip_vertically(self) -> None:
        """Exchange top and bottom of the screen."""
        self._orient(self.geometry_of_view.orientation.flipped_vertically())

    def reset_view(self) -> None:
        """The file's own window, upright, fitted. Measurements stay."""
        self.set_inverted(False)
        self.set_voi(None)
        self._set_geometry(self.geometry_of_view.oriented(Orientation()).fitted())

    def follow(self, geometry: ViewGeometry) -> None:
        """Show the image as another one beside it is shown; `view_moved` is not told, a person moved the other."""
        self.begin_movement()
        self.geometry_of_view = geometry
        self._redraw()

    def begin_movement(self) -> None:
        """Draw quickly until nothing has moved for a moment."""
        self._is_moving = True
        self._rest_timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802, ARG002
        """Draw everything."""
        painter = QPainter(self)
        if self.radiograph is None:
            painter.fillRect(self.rect(), self.look.background)
            painter.end()
            return
        geometry = self.geometry_of_view
        self._painter.paint_base(painter, geometry, self._is_moving)
        draw_masks(painter, self.masks, geometry, self.look.annotation, self.look.accent)
        self._painter.paint_over(painter, geometry, self.measurements, self.current_window, self.is_inverted)
        if self._has_magnifier and self._pointer_at is not None:
            self._painter.paint_lens(painter, geometry, self._pointer_at)
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setPen(QPen(self.look.accent, 1))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802, ARG002
        """Keep the place, or the fit."""
        self._take_size()

    def event(self, event: QEvent) -> bool:
        """Follow the window to a screen with another pixel ratio."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._take_size()
        return super().event(event)

    def _apply_presentation(self) -> None:
        if self._renderer is not None:
            self._renderer.set_presentation(self.voi, self.is_inverted)
        self.begin_movement()
        self._redraw()
        if not self._announce_timer.isActive():
            self._announce_timer.start()

    def _orient(self, orientation: Orientation) -> None:
        self._set_geometry(self.geometry_of_view.oriented(orientation))

    def _move_to(self, geometry: ViewGeometry) -> None:
        if self.radiograph is not None:
            self.begin_movement()
            self._set_geometry(geometry)

    def _set_geometry(self, geometry: ViewGeometry) -> None:
        self.geometry_of_view = geometry
        self._redraw()
        self.view_moved.emit()

    def _take_size(self) -> None:
        self.geometry_of_view = self.geometry_of_view.resized(QSizeF(self.size()), self.devicePixelRatioF())
        self._redraw()
        self.view_resized.emit()

    def _redraw(self) -> None:
        self._painter.invalidate()
        self.update()

    def _on_rest(self) -> None:
        self._is_moving = False
        if not self._painter.is_sharp:
            self._redraw()
        if self._refinement is not None:
            self._refine_timer.start()

    def _refine(self) -> None:
        """Average one more strip of the smaller copies while nothing else is to be done."""
        for _ in self._refinement or ():
            self._refine_timer.start()
            return
        self._refinement = None
        self._redraw()

    def _announce_window(self) -> None:
        if self.radiograph is not None:
            self.window_changed.emit(self.current_window)

    def _announce_region(self) -> None:
        item = self.measurements.region_item()
        self.region_changed.emit(item.region() if item is not None else None)

    def _on_measurements_edited(self) -> None:
        self.measurements_changed.emit(self.measurements.texts())
        if not self._region_timer.isActive():
            self._region_timer.start()

    def _timer(self, milliseconds: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer


def _geometry_of(radiograph: Radiograph | None) -> ViewGeometry:
    if radiograph is None:
        return EMPTY_GEOMETRY
    spacing = radiograph.spacing
    if spacing is None:
        return ViewGeometry(radiograph.rows, radiograph.columns)
    shorter = min(spacing.row_mm, spacing.column_mm)
    return ViewGeometry(radiograph.rows, radiograph.columns, spacing.row_mm / shorter, spacing.column_mm / shorter)
