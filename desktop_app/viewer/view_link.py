"""Two images side by side that are windowed, zoomed and moved together."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Slot

from core.imaging.greyscale import VoiWindow, default_window
from desktop_app.viewer.image_canvas import ImageCanvas
from desktop_app.viewer.view_geometry import LARGEST_SCALE, ViewGeometry

if TYPE_CHECKING:
    from core.imaging.radiograph import Radiograph, VoiTransform


@dataclass(frozen=True)
class SharedScale:
    """What counts as equally long in two images.

    Attributes:
        first: Length of the shorter side of a pixel of the first image.
        second: Of the second image, in the same unit.
        is_in_mm: Whether that unit is the millimetre; otherwise it is the longer side of each image.
    """

    first: float
    second: float
    is_in_mm: bool


def shared_scale(first: Radiograph, second: Radiograph) -> SharedScale:
    """How two images are compared: in mm where both state them in the same plane, else by their own sizes."""
    mine, other = first.spacing, second.spacing
    if mine is not None and other is not None and mine.unit == other.unit:
        return SharedScale(min(mine.row_mm, mine.column_mm), min(other.row_mm, other.column_mm), True)
    return SharedScale(1.0 / _longer_side(first), 1.0 / _longer_side(second), False)


def linked_geometry(source: ViewGeometry, target: ViewGeometry, source_unit: float, target_unit: float) -> ViewGeometry:
    """How an image is shown that follows another one: as large, and as far from its middle.

    Args:
        source: How the other one is shown.
        target: How this one is shown now; its orientation and its place in the window stay.
        source_unit: Length of the shorter side of the other image's pixels.
        target_unit: Of this image's pixels, in the same unit.

    Returns:
        The same length on the screen for the same length of the body, and the same distance and direction on the screen
        from the middle of the image; where this image ends before, its edge is in the middle.
    """
    turn, own = source.orientation, target.orientation
    across = (source.x - source.columns / 2) * source.pixel_width * source_unit
    down = (source.y - source.rows / 2) * source.pixel_height * source_unit
    seen = QPointF(turn.xx * across + turn.xy * down, turn.yx * across + turn.yy * down)
    # The orientation's matrix is orthogonal: its transpose turns back.
    across, down = own.xx * seen.x() + own.yx * seen.y(), own.xy * seen.x() + own.yy * seen.y()
    x = target.columns / 2 + across / (target.pixel_width * target_unit)
    y = target.rows / 2 + down / (target.pixel_height * target_unit)
    return replace(
        target,
        scale=min(source.scale / source_unit * target_unit, LARGEST_SCALE),
        x=min(max(x, 0.0), float(target.columns)),
        y=min(max(y, 0.0), float(target.rows)),
        is_fitted=False,
    )


def linked_window(window: VoiWindow, source: Radiograph, target: Radiograph) -> VoiWindow:
    """A window that changes an image as another one's was changed.

    Grey values of two radiographs mean the same only where the same device took them: what is carried over is the
    change, measured in the windows that the files ask for. Where these are the same, so are the windows.
    """
    before, own = default_window(source), default_window(target)
    # Where black and white are exchanged between the files, brighter lies in the other direction.
    sign = 1.0 if source.inverse is target.inverse else -1.0
    shift = sign * (window.center - before.center) / before.width
    return VoiWindow(own.center + shift * own.width, own.width * window.width / before.width)


class ViewLink(QObject):
    """Lets each of two views follow the other, whichever a person moves."""

    def __init__(self, first: ImageCanvas, second: ImageCanvas, parent: QObject) -> None:
        super().__init__(parent)
        self._views = (first, second)
        self._leader = first
        self._is_on = True
        # What was handed on last: its announcement by the view that took it is no change by a person.
        self._handed: dict[ImageCanvas, VoiTransform | None] = {first: None, second: None}
        for view in self._views:
            view.view_moved.connect(self._on_moved)
            view.view_resized.connect(self._on_resized)
            view.window_changed.connect(self._on_window_changed)
            view.inverted_changed.connect(self._on_inverted)

    @property
    def is_on(self) -> bool:
        """Whether the views follow each other."""
        return self._is_on

    @Slot(bool)
    def set_on(self, is_on: bool) -> None:
        """Let the views follow each other from now on, beginning with how the first one is shown; or let them be."""
        self._is_on = is_on
        self._leader = self._views[0]
        self.follow_first()

    def follow_first(self) -> None:
        """Show the second image as the first one is shown."""
        if self._scale() is not None:
            self._leader = self._views[0]
            self._hand_on_geometry()
            self._hand_on_window(self._leader)
            self._views[1].set_inverted(self._leader.is_inverted)

    @Slot()
    def _on_moved(self) -> None:
        view = self.sender()
        if isinstance(view, ImageCanvas) and self._scale() is not None:
            self._leader = view
            self._hand_on_geometry()

    @Slot()
    def _on_resized(self) -> None:
        if self._scale() is not None:
            self._hand_on_geometry()

    @Slot(object)
    def _on_window_changed(self, _window: VoiWindow) -> None:
        view = self.sender()
        if isinstance(view, ImageCanvas) and self._scale() is not None and view.voi is not self._handed[view]:
            self._hand_on_window(view)

    @Slot(bool)
    def _on_inverted(self, is_inverted: bool) -> None:
        view = self.sender()
        if isinstance(view, ImageCanvas) and self._scale() is not None:
            self._follower(view).set_inverted(is_inverted)

    def _hand_on_geometry(self) -> None:
        scale = self._scale()
        if scale is None:
            return
        follower = self._follower(self._leader)
        units = (scale.first, scale.second) if self._leader is self._views[0] else (scale.second, scale.first)
        follower.follow(linked_geometry(self._leader.geometry_of_view, follower.geometry_of_view, *units))

    def _hand_on_window(self, view: ImageCanvas) -> None:
        follower = self._follower(view)
        if view.radiograph is None or follower.radiograph is None:
            return
        voi = None if view.voi is None else linked_window(view.current_window, view.radiograph, follower.radiograph)
        self._handed[view], self._handed[follower] = view.voi, voi
        follower.set_voi(voi)

    def _follower(self, leader: ImageCanvas) -> ImageCanvas:
        return self._views[1] if leader is self._views[0] else self._views[0]

    def _scale(self) -> SharedScale | None:
        """What is equally long in both images; None where they do not follow each other now."""
        first, second = (view.radiograph for view in self._views)
        if not self._is_on or first is None or second is None:
            return None
        return shared_scale(first, second)


def _longer_side(radiograph: Radiograph) -> float:
    """In shorter sides of a pixel, as `ViewGeometry` counts."""
    spacing = radiograph.spacing
    if spacing is None:
        return float(max(radiograph.rows, radiograph.columns))
    shorter = min(spacing.row_mm, spacing.column_mm)
    return max(radiograph.rows * spacing.row_mm, radiograph.columns * spacing.column_mm) / shorter
