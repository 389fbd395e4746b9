"""How the worklist's rows are drawn: a line where another study begins."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.theme import Theme, ThemeColours, colours
from desktop_app.worklist.worklist_table import GROUP_START_ROLE

PICTURE_SIDE = 40
"""Height and width of a row's picture, logical pixels."""


class RowDelegate(QStyledItemDelegate):
    """Draws cells as usual, and the line above a study's first scan."""

    _colours: ThemeColours = colours(Theme.DARK)

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._colours = theme

    def initStyleOption(  # noqa: N802  # Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Give pictures of all proportions the same room."""
        super().initStyleOption(option, index)
        option.decorationSize = QSize(PICTURE_SIDE, PICTURE_SIDE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a cell."""
        super().paint(painter, option, index)
        if index.data(GROUP_START_ROLE):
            painter.save()
            painter.setPen(QPen(QColor(self._colours.muted), 1))
            painter.drawLine(option.rect.topLeft(), option.rect.topRight())
            painter.restore()
