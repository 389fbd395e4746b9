"""Every shortcut on one page, made from the actions themselves so that it cannot be out of date."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

ActionGroups = Mapping[str, Sequence[QAction]]

_BY_MOUSE = (
    ("Right button, drag", "Window: sideways its width (contrast), up and down its level (brightness)"),
    ("Wheel, or two fingers", "Zoom at the pointer"),
    ("Middle button, drag", "Move the image"),
    ("Left button, drag", "What the chosen tool does; Move is the first of them"),
    ("Double click", "Fit to the window, while the tool is Move"),
    ("Drag a measurement", "Move it, or one of its ends"),
    ("Drag a line in the histogram", "One end of the window"),
    ("Right button in the list of scans", "Close, try again, show in folder, copy the path"),
    ("Drop files or folders", "Open them"),
)

_ON_THE_IMAGE = (
    ("Arrow keys", "Move the image; with Shift further"),
    ("Space", "Reset the view"),
    ("Backspace", "Delete the selected measurement"),
    ("Escape", "Give up the measurement that was begun"),
)


class HelpSheet(QDialog):
    """A window that may stay open beside the work."""

    def __init__(self, groups: ActionGroups, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keyboard and mouse")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = QTextBrowser()
        self._text.setHtml(shortcuts_as_html(groups))
        self._text.setAccessibleName("Keyboard shortcuts")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self._text)
        layout.addWidget(buttons)
        self.resize(560, 640)


def shortcuts_as_html(groups: ActionGroups) -> str:
    """Return the actions with a shortcut as tables, one per group, and what the mouse does."""
    parts = []
    for group, actions in groups.items():
        rows = "".join(_row(_keys(action), _title(action)) for action in actions if action.shortcuts())
        if rows:
            parts.append(f"<h3>{escape(group)}</h3><table cellpadding='3'>{rows}</table>")
    mouse = "".join(_row(keys, what) for keys, what in _BY_MOUSE)
    keys = "".join(_row(key, what) for key, what in _ON_THE_IMAGE)
    parts.append(f"<h3>While the image has the focus</h3><table cellpadding='3'>{keys}</table>")
    parts.append(f"<h3>Mouse</h3><table cellpadding='3'>{mouse}</table>")
    return "".join(parts)


def _row(keys: str, what: str) -> str:
    return f"<tr><td width='190'><b>{escape(keys)}</b></td><td>{escape(what)}</td></tr>"


def _keys(action: QAction) -> str:
    """Name the one shortcut a person would press; a standard key may have others, for keyboards of long ago."""
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _title(action: QAction) -> str:
    return action.text().replace("&", "").rstrip("\N{HORIZONTAL ELLIPSIS}")
