"""What mouse, wheel and fingers do on the image."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

from desktop_app.viewer.viewer_values import ViewerTool
from desktop_app.viewer.window_drag import WindowDrag

if TYPE_CHECKING:
    from desktop_app.viewer.image_view import ImageView

WHEEL_STEP = 120.0
"""Eighths of a degree in one notch of a wheel."""
ZOOM_PER_NOTCH = 1.2
ZOOM_PER_PIXEL = 1.008


class Drag(Enum):
    """What the pressed button is doing."""

    NOTHING = auto()
    WINDOW = auto()
    PAN = auto()
    ZOOM = auto()
    MEASURE = auto()
    MASK = auto()


class PointerControl:
    """Turns the events of one `ImageView` into changes of it.

    Right button: window. Middle button: pan. Left button: the tool. Wheel and pinch: zoom at the pointer.
    """

    def __init__(self, view: ImageView) -> None:
        self._view = view
        self._drag = Drag.NOTHING
        self._button = Qt.MouseButton.NoButton
        self._pressed_at = QPointF()
        self._last = QPointF()
        self._window_drag: WindowDrag | None = None

    @property
    def is_dragging(self) -> bool:
        """Whether a button holds the image."""
        return self._drag is not Drag.NOTHING

    def press(self, event: QMouseEvent) -> None:
        """A button went down; further ones are ignored until it comes up."""
        if self._drag is not Drag.NOTHING or self._view.radiograph is None:
            return
        self._pressed_at = self._last = event.position()
        self._button = event.button()
        self._drag = self._drag_for(event)
        if self._drag is Drag.WINDOW:
            self._window_drag = self._view.begin_window_drag()

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved."""
        position, view = event.position(), self._view
        step = position - self._last
        match self._drag:
            case Drag.WINDOW if self._window_drag is not None:
                view.set_voi(self._window_drag.moved(position - self._pressed_at))
            case Drag.PAN:
                view.pan(step)
            case Drag.ZOOM:
                view.zoom_at(self._pressed_at, ZOOM_PER_PIXEL ** (-step.y()))
            case Drag.MASK:
                view.masks.move(position, view.geometry_of_view)
            case _:
                view.measurements.move(position, view.geometry_of_view)
        self._last = position
        view.point_at(position)

    def release(self, event: QMouseEvent) -> None:
        """The button came up."""
        if event.button() != self._button:
            return
        if self._drag is Drag.MEASURE:
            self._view.measurements.release(event.position(), self._view.geometry_of_view)
        elif self._drag is Drag.MASK:
            self._view.masks.release(event.position(), self._view.geometry_of_view)
        self._drag, self._button = Drag.NOTHING, Qt.MouseButton.NoButton
        self._view.point_at(event.position())

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom at the pointer."""
        notches = event.angleDelta().y() / WHEEL_STEP
        if notches:
            self._view.zoom_at(event.position(), ZOOM_PER_NOTCH**notches)
        event.accept()

    def gesture(self, event: QEvent) -> bool:
        """Zoom with two fingers, on a touch screen or a touch pad. Returns whether it was one."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
                return False
            self._view.zoom_at(event.position(), max(0.1, 1.0 + event.value()))
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._view.zoom_at(self._view.mapFromGlobal(pinch.centerPoint()), pinch.scaleFactor())
                return True
        return False

    def _drag_for(self, event: QMouseEvent) -> Drag:
        view = self._view
        if event.button() == Qt.MouseButton.RightButton:
            return Drag.WINDOW
        if event.button() == Qt.MouseButton.MiddleButton:
            return Drag.PAN
        if event.button() != Qt.MouseButton.LeftButton:
            return Drag.NOTHING
        if view.tool is ViewerTool.MASK:
            view.masks.press(event.position(), view.geometry_of_view)
            return Drag.MASK
        if view.measurements.press(event.position(), view.geometry_of_view):
            return Drag.MEASURE
        match view.tool:
            case ViewerTool.WINDOW:
                return Drag.WINDOW
            case ViewerTool.ZOOM:
                return Drag.ZOOM
            case _:
                return Drag.PAN
