"""The image that is looked at, alone or with an earlier one of the same patient beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from desktop_app.viewer.image_view import ImageView

if TYPE_CHECKING:
    from core.imaging.radiograph import Radiograph
    from desktop_app.theme import ThemeColours
    from desktop_app.viewer.prior_pane import PriorPane


class SideBySide(QSplitter):
    """Makes room for an earlier scan where one is asked for; lines above the images say which is which."""

    prior_closed = Signal()
    """There is no earlier scan beside the image any more."""

    def __init__(self, view: ImageView, switches: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        """Show an image.

        Args:
            view: The image that is looked at.
            switches: The viewer's actions `annotations`, `identity` and `overlays`, which both images follow.
            parent: The viewer.
        """
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._view = view
        self._switches = switches
        self._pane: PriorPane | None = None
        self._colours: ThemeColours | None = None
        self._line = QLabel()
        self._line.setContentsMargins(8, 0, 8, 0)
        self._line.setTextFormat(Qt.TextFormat.PlainText)
        self._line.hide()
        current = QWidget()
        column = QVBoxLayout(current)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._line)
        column.addWidget(view, 1)
        self.setChildrenCollapsible(False)
        self.addWidget(current)

    @property
    def prior_pane(self) -> PriorPane | None:
        """What shows an earlier scan beside the image, None where nothing does."""
        return self._pane if self._pane is not None and not self._pane.isHidden() else None

    def open_prior(self, current_words: str) -> PriorPane:
        """Make room for an earlier scan, which is still to be shown in it.

        Args:
            current_words: Which scan the image is, for the line above it.
        """
        if self._pane is None:
            self._pane = self._made_pane()
        half = max(1, self.width() // 2)
        self._pane.show_prior(None)
        self._pane.show()
        self._line.setText(current_words)
        self._line.setMinimumHeight(self._pane.header.sizeHint().height())
        self._line.show()
        self.setSizes([half, half])
        return self._pane

    def show_prior(self, radiograph: Radiograph, note: str) -> None:
        """Show an earlier scan in the room made for it, linked to the image unless a person does not want that.

        Args:
            radiograph: The earlier scan.
            note: What to know about it.
        """
        if self.prior_pane is not None and self._pane is not None:
            self._pane.show_prior(radiograph, note)
            self._link.follow_first()

    @Slot()
    def close_prior(self) -> None:
        """Show the image alone."""
        if self.prior_pane is not None and self._pane is not None:
            self._pane.hide()
            self._pane.show_prior(None)
            self._line.hide()
            self.prior_closed.emit()

    def set_theme(self, colours: ThemeColours) -> None:
        """Take the theme's colours; the image that is looked at is given them by the viewer."""
        self._colours = colours
        if self._pane is not None:
            self._pane.set_theme(colours)

    def _made_pane(self) -> PriorPane:
        # Imported with the first earlier scan: the window opens without it.
        from desktop_app.viewer.prior_pane import PriorPane
        from desktop_app.viewer.view_link import ViewLink

        pane = PriorPane(self)
        self.addWidget(pane)
        self._link = ViewLink(self._view, pane.image_view, pane)
        pane.linked.toggled.connect(self._link.set_on)
        pane.closed.connect(self.close_prior)
        earlier = pane.image_view
        for name, slot in (
            ("annotations", earlier.set_annotations_visible),
            ("identity", earlier.set_identity_visible),
            ("overlays", earlier.set_overlays_visible),
        ):
            self._switches[name].toggled.connect(slot)
            slot(self._switches[name].isChecked())
        if self._colours is not None:
            pane.set_theme(self._colours)
        return pane
