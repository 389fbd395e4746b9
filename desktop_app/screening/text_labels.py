"""Labels of the result panel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


def text_label(role: str = "", *, wraps: bool = True) -> QLabel:
    """Return an empty label for plain text; `role` names its look in the theme."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    if wraps:
        # Only sentences are worth copying; each selectable label costs about 0.3 ms.
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


def set_text(label: QLabel, text: str) -> None:
    """Set a label's text where it is another one: setting the same text lays it out again."""
    if label.text() != text:
        label.setText(text)
