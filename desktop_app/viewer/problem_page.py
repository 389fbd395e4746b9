"""What the viewer shows in place of a scan that cannot be read: why, what to do, and a way to try again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.language import tr

if TYPE_CHECKING:
    from core.error_wording import ErrorMessage
    from desktop_app.theme import ThemeColours

_TEXT_WIDTH = 460


class ProblemPage(QWidget):
    """One failure, worded for a person, with its details to copy."""

    retry_requested = Signal()
    """The person mended something and asks for the scan again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = ""
        self._summary = _sentence()
        font = self._summary.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self._summary.setFont(font)
        self._remedy = _sentence()
        self.retry_button = QPushButton(tr("Try a&gain"))
        self.retry_button.setToolTip(tr("Read this scan once more"))
        self.retry_button.clicked.connect(self.retry_requested)
        self.copy_button = QPushButton(tr("C&opy details"))
        self.copy_button.setToolTip(tr("Copy the message and its technical details"))
        self.copy_button.clicked.connect(self.copy)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.retry_button, self.copy_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(14)
        layout.addStretch(1)
        layout.addWidget(self._summary, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._remedy, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(buttons)
        layout.addStretch(1)

    @property
    def text(self) -> str:
        """What is said."""
        return f"{self._summary.text()} {self._remedy.text()}".strip()

    def show_message(self, message: ErrorMessage) -> None:
        """Say what happened and what to do."""
        self._summary.setText(message.summary)
        self._remedy.setText(message.remedy)
        for label in (self._summary, self._remedy):
            # Put in the middle by its layout, a label that wraps is given the height of its guess at a shape, which
            # cuts long sentences: it is told the height that its width needs.
            label.ensurePolished()
            label.setMinimumHeight(0)
            label.setFixedHeight(max(0, label.heightForWidth(_TEXT_WIDTH)))
        self._details = message.details
        self.setAccessibleName(message.text)

    def set_theme(self, colours: ThemeColours) -> None:
        """Take the theme's colours."""
        self._summary.setStyleSheet(f"color: {colours.danger};")
        self._remedy.setStyleSheet(f"color: {colours.text};")

    @Slot()
    def copy(self) -> None:
        """Copy sentence and details to the clipboard."""
        QGuiApplication.clipboard().setText(f"{self.text}\n\n{self._details}".strip())


def _sentence() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setFixedWidth(_TEXT_WIDTH)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
