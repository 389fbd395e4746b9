"""The image that a person works with: the canvas with mouse, keys and tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop_app.viewer.image_canvas import ImageCanvas
from desktop_app.viewer.mask_layer import MaskLayer
from desktop_app.viewer.measurement_layer import MeasurementLayer
from desktop_app.viewer.pointer_control import PointerControl
from desktop_app.viewer.viewer_values import ViewerTool, read_cursor
from desktop_app.viewer.window_drag import WindowDrag

if TYPE_CHECKING:
    from core.model.lungs import LungFinding

ARROW_STEP = 40.0
CURSORS = {
    ViewerTool.PAN: Qt.CursorShape.OpenHandCursor,
    ViewerTool.WINDOW: Qt.CursorShape.SizeAllCursor,
    ViewerTool.ZOOM: Qt.CursorShape.SizeVerCursor,
}
ARROWS = {
    Qt.Key.Key_Left: QPointF(1, 0),
    Qt.Key.Key_Right: QPointF(-1, 0),
    Qt.Key.Key_Up: QPointF(0, 1),
    Qt.Key.Key_Down: QPointF(0, -1),
}


class ImageView(ImageCanvas):
    """A radiograph with window, zoom, pan, measurements, annotations, heat map and lungs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tool = ViewerTool.PAN
        self._pointer = PointerControl(self)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.set_tool(ViewerTool.PAN)

    def set_magnifier(self, shown: bool) -> None:
        """Show or hide the magnifier at the pointer."""
        self._has_magnifier = shown
        self.update()

    def set_lungs(self, finding: LungFinding | None) -> None:
        """Lay lung fields and opacities over the image."""
        layer = None
        if finding is not None and self.radiograph is not None:
            # Imported with the first answer: the viewer opens without the model's modules.
            from desktop_app.viewer.lung_layer import LungLayer

            layer = LungLayer(finding, self.radiograph.rows, self.radiograph.columns)
        self._painter.set_lungs(layer)
        self.update()

    def set_lungs_visible(self, visible: bool) -> None:
        """Show or hide lung fields and opacities."""
        self.look.shows_lungs = visible
        self._redraw()

    def set_lungs_opacity(self, opacity: float) -> None:
        """0 transparent to 1 opaque."""
        self.look.lungs_opacity = min(max(opacity, 0.0), 1.0)
        self._redraw()

    def set_lungs_filled(self, filled: bool) -> None:
        """Fill lung fields and opacities, or outline them only."""
        self.look.fills_lungs = filled
        self._redraw()

    def set_tool(self, tool: ViewerTool) -> None:
        """What the left mouse button does."""
        self.tool = tool
        self.measurements.set_tool(tool)
        self.masks.set_tool(tool)
        self.setCursor(CURSORS.get(tool, Qt.CursorShape.CrossCursor))

    def begin_window_drag(self) -> WindowDrag | None:
        """Start changing the window from what is shown now; None without an image."""
        if self.radiograph is None:
            return None
        return WindowDrag.begin(self.radiograph, self.voi, self.is_inverted)

    def delete_selected_measurement(self) -> None:
        """Delete the selected measurement, or with its tool mask, else the latest one."""
        self._drawing_layer.delete_selected()

    def delete_all_measurements(self) -> None:
        """Delete every measurement of this image, or with its tool every mask."""
        self._drawing_layer.delete_all()

    @property
    def _drawing_layer(self) -> MeasurementLayer | MaskLayer:
        """What the left mouse button draws on, and Delete concerns."""
        return self.masks if self.tool is ViewerTool.MASK else self.measurements

    def point_at(self, position: QPointF | None) -> None:
        """The pointer is here, or has left."""
        self._pointer_at = position
        if self.radiograph is None:
            return
        readout = None
        if position is not None:
            readout = read_cursor(self.radiograph, self.geometry_of_view.to_image(position))
            if not self._pointer.is_dragging and self.tool in CURSORS:
                on_handle = self.measurements.is_handle_at(position, self.geometry_of_view)
                self.setCursor(Qt.CursorShape.PointingHandCursor if on_handle else CURSORS[self.tool])
        self.cursor_moved.emit(readout)
        if self._has_magnifier:
            self.update()

    def event(self, event: QEvent) -> bool:
        """Two fingers zoom."""
        if event.type() in (QEvent.Type.Gesture, QEvent.Type.NativeGesture) and self._pointer.gesture(event):
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """See `PointerControl`."""
        self._pointer.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Fit the image while the hand moves it; with other tools a second quick press is a press like any other."""
        is_on_handle = self.measurements.is_handle_at(event.position(), self.geometry_of_view)
        if event.button() == Qt.MouseButton.LeftButton and self.tool is ViewerTool.PAN and not is_on_handle:
            self.fit()
        else:
            self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """See `PointerControl`."""
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """See `PointerControl`."""
        self._pointer.release(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """See `PointerControl`."""
        self._pointer.wheel(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802, ARG002
        """The pointer has left."""
        self.point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows pan, Space resets; Backspace and Escape concern measurements. Other keys are actions' shortcuts."""
        key = Qt.Key(event.key())
        step = ARROW_STEP * (4 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        if key in ARROWS:
            self.pan(ARROWS[key] * step)
        elif key == Qt.Key.Key_Space:
            self.reset_view()
        elif key == Qt.Key.Key_Backspace:
            self.delete_selected_measurement()
        elif key != Qt.Key.Key_Escape or not self._drawing_layer.cancel():
            super().keyPressEvent(event)
