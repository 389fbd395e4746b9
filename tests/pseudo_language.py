"""A language in which every translated string stands between brackets, so that what bypasses translation is seen."""

import re
from collections.abc import Collection, Iterator

import pyqtgraph as pg
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QDoubleSpinBox,
    QGraphicsView,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QProgressBar,
    QSpinBox,
    QTabBar,
    QTextEdit,
    QWidget,
)

from core.language import SourceCatalogue

OPENING, CLOSING = "\N{LEFT WHITE SQUARE BRACKET}", "\N{RIGHT WHITE SQUARE BRACKET}"
# Qt's own translation files have these.
QT_WORDS = frozenset(
    {"OK", "Cancel", "Close", "Save", "Open", "Apply", "Discard", "Reset", "Help", "Yes", "No", "Abort", "Retry"}
)
_MOST_ROWS = 200


class PseudoCatalogue(SourceCatalogue):
    """Strings between brackets; the signs and patterns of numbers and dates stay as they are."""

    def text(self, source: str, meaning: str) -> str:
        if meaning.startswith("a pattern") or meaning in ("a sign in numbers", "a percentage"):
            return source
        return f"{OPENING}{source}{CLOSING}"

    def plural(self, one: str, many: str, count: int) -> str:
        return f"{OPENING}{super().plural(one, many, count)}{CLOSING}"


def outside_brackets(text: str) -> str:
    """What of a text is in no brackets."""
    depth, outside = 0, []
    for sign in text:
        if sign == OPENING:
            depth += 1
        elif sign == CLOSING:
            depth -= 1
        elif depth <= 0:
            outside.append(sign)
    return "".join(outside)


def untranslated(texts: Collection[str], allowed: Collection[str] = ()) -> list[str]:
    """Texts with words that no translation reaches.

    Args:
        texts: What a person sees.
        allowed: Data that may stand there as it is: names, units, codes, taken out before the look.
    """
    found = []
    for text in texts:
        rest = outside_brackets(re.sub(r"<[^>]*>", " ", text) if "<" in text else text)
        for data in sorted(allowed, key=len, reverse=True):
            rest = rest.replace(data, " ")
        if re.search(r"[^\W\d_]{2,}", rest) and text.replace("&", "") not in QT_WORDS:
            found.append(text)
    return found


def visible_texts(root: QWidget) -> list[str]:
    """Every text of a widget and of what is in it, shown or not yet: labels, buttons, tables, tips, axes of plots."""
    texts: dict[str, None] = {}
    for item in (root, *root.findChildren(QObject)):
        for text in _texts_of(item):
            if text.strip():
                texts.setdefault(text)
    return list(texts)


def _texts_of(item: QObject) -> Iterator[str]:  # noqa: C901 -- one case per kind of widget
    if isinstance(item, QAction):
        yield from (item.text(), item.toolTip(), item.statusTip(), item.whatsThis())
        return
    if isinstance(item, QAbstractItemModel):
        yield from _texts_of_model(item)
        return
    if not isinstance(item, QWidget):
        return
    yield from (item.toolTip(), item.statusTip(), item.whatsThis(), item.accessibleName(), item.accessibleDescription())
    if item.isWindow() or isinstance(item, QDockWidget):
        yield item.windowTitle().replace("[*]", "")
    match item:
        case QMenu() | QGroupBox():
            yield item.title()
        case QLabel() | QAbstractButton():
            yield item.text()
        case QLineEdit():
            if not isinstance(item.parent(), QComboBox | QAbstractSpinBox):
                yield item.placeholderText()
        case QComboBox():
            for index in range(item.count()):
                yield item.itemText(index)
                yield str(item.itemData(index, Qt.ItemDataRole.ToolTipRole) or "")
        case QSpinBox() | QDoubleSpinBox():
            yield from (item.prefix(), item.suffix(), item.specialValueText())
        case QProgressBar():
            yield item.format() if item.isTextVisible() else ""
        case QTabBar():
            for index in range(item.count()):
                yield from (item.tabText(index), item.tabToolTip(index))
        case QTextEdit() | QPlainTextEdit():
            yield from (item.toPlainText(), item.placeholderText())
        case QGraphicsView():
            yield from _texts_of_plot(item)
        case QAbstractItemView():
            if item.model() is not None and not isinstance(item, QHeaderView):
                yield from _texts_of_model(item.model())
        case _:
            pass


def _texts_of_model(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    index = parent if parent is not None else QModelIndex()
    # Of a list model the function is private in Qt.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(index)
    if parent is None:
        for column in range(columns):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.headerData(column, Qt.Orientation.Horizontal, role) or "")
    for row in range(min(model.rowCount(index), _MOST_ROWS)):
        for column in range(columns):
            cell = model.index(row, column, index)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield str(model.data(cell, role) or "")
        yield from _texts_of_model(model, model.index(row, 0, index))


def _texts_of_plot(view: QGraphicsView) -> Iterator[str]:
    for item in view.scene().items() if view.scene() is not None else ():
        if isinstance(item, pg.AxisItem):
            yield item.labelText
        elif isinstance(item, pg.LabelItem):
            yield item.text
        elif isinstance(item, pg.TextItem):
            yield item.toPlainText()
