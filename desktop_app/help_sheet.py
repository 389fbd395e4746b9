"""Every shortcut on one page, made from the actions themselves so that it cannot be out of date."""

from collections.abc import Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from core.language import mark, tr
from desktop_app.viewer.viewer_actions import group_title

ActionGroups = Mapping[str, Sequence[QAction]]

_BY_MOUSE = (
    (mark("Right button, drag"), mark("Window: sideways its width (contrast), up and down its level (brightness)")),
    (mark("Wheel, or two fingers"), mark("Zoom at the pointer")),
    (mark("Middle button, drag"), mark("Move the image")),
    (mark("Left button, drag"), mark("What the chosen tool does; Move is the first of them")),
    (mark("Double click"), mark("Fit to the window, while the tool is Move")),
    (mark("Drag a measurement"), mark("Move it, or one of its ends")),
    (mark("Drag a line in the histogram"), mark("One end of the window")),
    (mark("Right button in the list of scans"), mark("Close, try again, show in folder, copy the path")),
    (mark("Drop files or folders"), mark("Open them")),
)

_ON_THE_IMAGE = (
    (mark("Arrow keys"), mark("Move the image; with Shift further")),
    (Qt.Key.Key_Space, mark("Reset the view")),
    (Qt.Key.Key_Backspace, mark("Delete the selected measurement")),
    (Qt.Key.Key_Escape, mark("Give up the measurement that was begun")),
)


class HelpSheet(QDialog):
    """A window that may stay open beside the work."""

    def __init__(self, groups: ActionGroups, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard and mouse"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text = QTextBrowser()
        self._text.setHtml(shortcuts_as_html(groups))
        self._text.setAccessibleName(tr("Keyboard shortcuts"))
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
            parts.append(_section(group_title(group), rows))
    mouse = "".join(_row(tr(how), tr(what)) for how, what in _BY_MOUSE)
    keys = "".join(_row(tr(key) if isinstance(key, str) else _native(key), tr(what)) for key, what in _ON_THE_IMAGE)
    parts.append(_section(tr("While the image has the focus"), keys))
    parts.append(_section(tr("Mouse"), mouse))
    return "".join(parts)


def _section(title: str, rows: str) -> str:
    return f"<h3>{escape(title)}</h3><table cellpadding='3'>{rows}</table>"  # untranslated: markup


def _row(keys: str, what: str) -> str:
    return f"<tr><td width='190'><b>{escape(keys)}</b></td><td>{escape(what)}</td></tr>"  # untranslated: markup


def _keys(action: QAction) -> str:
    """Name the one shortcut a person would press; a standard key may have others, for keyboards of long ago."""
    return _native(action.shortcut())


def _native(keys: QKeySequence | Qt.Key) -> str:
    """Keys as the person's keyboard and language name them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _title(action: QAction) -> str:
    return action.text().replace("&", "").rstrip("\N{HORIZONTAL ELLIPSIS}")
