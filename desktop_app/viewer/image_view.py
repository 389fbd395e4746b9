"""The canvas on which a radiograph is looked at and measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.viewer.viewer_values import ViewerTool

if TYPE_CHECKING:
    from core.imaging.radiograph import Radiograph, VoiTransform
    from core.model.activation import ActivationMap


class ImageView(QWidget):
    """A radiograph with window, zoom, pan, measurements, annotations and heat map."""

    window_changed = Signal(object)
    """VoiWindow now in force (the nearest one for a lookup table)."""
    cursor_moved = Signal(object)
    """CursorReadout, or None when the pointer left the image."""
    region_changed = Signal(object)
    """core.imaging.histogram.Region last drawn or moved, or None when there is none."""
    measurements_changed = Signal(object)
    """Tuple of the texts of all measurements."""

    def show_radiograph(self, radiograph: Radiograph | None) -> None:
        """Show another image, or nothing."""

    def set_voi(self, voi: VoiTransform | None) -> None:
        """Choose how values become grey, None for the file's own way."""

    def set_inverted(self, inverted: bool) -> None:
        """Turn black and white once more, by hand."""

    def set_heat_map(self, heat: ActivationMap | None, title: str = "") -> None:
        """Lay a heat map over the image."""

    def set_heat_map_opacity(self, opacity: float) -> None:
        """0 transparent to 1 opaque."""

    def set_tool(self, tool: ViewerTool) -> None:
        """What the left mouse button does."""
