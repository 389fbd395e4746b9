"""The viewer as the window embeds it: toolbar, image, heat-map controls and status line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.viewer.image_view import ImageView

if TYPE_CHECKING:
    from core.imaging.radiograph import Radiograph
    from core.model.activation import ActivationMap
    from desktop_app.theme import ThemeColours


class ViewerPanel(QWidget):
    """Image with its tools. `image_view` is the canvas and carries the signals about window, cursor and region."""

    frame_requested = Signal(int)
    """Another frame of the file was chosen, from 0."""
    open_requested = Signal()
    """The Open button of the empty viewer was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image_view = ImageView(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.image_view, 1)

    def show_radiograph(self, radiograph: Radiograph | None) -> None:
        """Show another image, or the empty state."""
        self.image_view.show_radiograph(radiograph)

    def set_heat_map(self, heat: ActivationMap | None, title: str = "") -> None:
        """Offer a heat map over the image; `title` names its colour bar ("contribution to COVID-19 logit")."""
        self.image_view.set_heat_map(heat, title)

    def set_theme(self, colours: ThemeColours) -> None:
        """Take the theme's colours; icons are tinted with its text colour."""

    def actions_by_group(self) -> Mapping[str, Sequence[QAction]]:
        """Every action under the heading that menus and the help sheet show it under."""
        return {}

    def show_provenance(self) -> None:
        """Say how this picture was made, step by step."""
