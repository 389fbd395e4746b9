"""What the viewer shows before there is an image."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from core.language import tr

if TYPE_CHECKING:
    from desktop_app.theme import ThemeColours


class EmptyPage(QWidget):
    """An invitation to open something."""

    open_requested = Signal()
    """The button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heading = QLabel(tr("Drop a chest X-ray here"))
        font = self._heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        self._heading.setFont(font)
        self._hint = QLabel(tr("Files or folders: DICOM, PNG, JPEG, TIFF, BMP or WebP.\nOr paste a picture."))
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.open_button = QPushButton(tr("&Open\N{HORIZONTAL ELLIPSIS}"))
        self.open_button.setAccessibleDescription(tr("Choose radiographs to open"))
        self.open_button.setToolTip(tr("Choose radiographs to open (Ctrl+O)"))
        self.open_button.clicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addStretch(1)
        for widget in (self._heading, self._hint, self.open_button):
            layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def set_theme(self, colours: ThemeColours) -> None:
        """Take the theme's colours."""
        self._heading.setStyleSheet(f"color: {colours.text};")
        self._hint.setStyleSheet(f"color: {colours.muted};")

    def _on_clicked(self) -> None:
        self.open_requested.emit()
