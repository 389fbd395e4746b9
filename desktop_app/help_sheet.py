"""Every shortcut on one page, made from the actions themselves so that it cannot be out of date."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

ActionGroups = Mapping[str, Sequence[QAction]]

_BY_MOUSE = (
    ("Right button, drag", "Window: sideways width, up and down level"),
    ("Wheel", "Zoom at the pointer"),
    ("Left button, drag", "What the chosen tool does; pan otherwise"),
    ("Double click", "Fit to the window"),
    ("Drop files or folders", "Open them"),
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
    parts.append(f"<h3>Mouse</h3><table cellpadding='3'>{mouse}</table>")
    return "".join(parts)


def _row(keys: str, what: str) -> str:
    return f"<tr><td width='190'><b>{escape(keys)}</b></td><td>{escape(what)}</td></tr>"


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return " or ".join(dict.fromkeys(key.toString(native) for key in action.shortcuts()))


def _title(action: QAction) -> str:
    return action.text().replace("&", "").rstrip("\N{HORIZONTAL ELLIPSIS}")
