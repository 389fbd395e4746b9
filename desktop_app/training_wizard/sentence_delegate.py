"""Sentences in a list, wrapped and whole."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex

_FLAGS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
_MARGIN = 3
_HIGHEST = 10_000


class SentenceDelegate(QStyledItemDelegate):
    """Wraps an item's text to the list's width without the scroll bar, whether that is there or not.

    Qt measures an item once with the bar and once without it: where that makes a line more or less, the last line is
    cut, or replaced by an ellipsis.
    """

    def __init__(self, view: QListView) -> None:
        """Draw the items of a list.

        Args:
            view: The list.
        """
        super().__init__(view)
        self._view = view
        # Else its items keep the height that they have at the width before.
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setItemDelegate(self)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802  # Qt's name
        """Return the room that the whole sentence takes."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        width = self._width()
        whole = drawn.fontMetrics.boundingRect(QRect(0, 0, width - 2 * _MARGIN, _HIGHEST), int(_FLAGS), drawn.text)
        return QSize(width, whole.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an item: what the style draws without a text, and the text."""
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        text, drawn.text = drawn.text, ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, self._view)
        is_selected = bool(drawn.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_selected else QPalette.ColorRole.Text
        room = QRect(drawn.rect.topLeft(), QSize(self._width(), drawn.rect.height()))
        painter.save()
        painter.setFont(drawn.font)
        painter.setPen(drawn.palette.color(role))
        painter.drawText(room.adjusted(_MARGIN, 0, -_MARGIN, 0), int(_FLAGS), text)
        painter.restore()

    def _width(self) -> int:
        view = self._view
        beside = view.verticalScrollBar().sizeHint().width() + 2 * view.frameWidth() + 2 * view.spacing()
        return max(1, view.width() - beside)
