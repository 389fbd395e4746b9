"""A table cell that draws how well something tells the class: a bar from chance to always, with its interval."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.theme import ThemeColours

BAR_ROLE = Qt.ItemDataRole.UserRole + 1
_CHANCE = 0.5
_HEIGHT = 10
_MARGIN = 8


@dataclass(frozen=True)
class AreaBar:
    """What is drawn in a cell.

    Attributes:
        value: Area under the ROC curve, 0..1; the bar runs from 0.5 to it.
        low: Lower end of its interval.
        high: Upper end.
        strength: `inseparable`, `suspected`, `trace` or `nothing`: decides the colour.
    """

    value: float
    low: float
    high: float
    strength: str


class AreaBarDelegate(QStyledItemDelegate):
    """Draws the `AreaBar` that a cell holds under `BAR_ROLE`."""

    def __init__(self, theme: ThemeColours, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._theme = theme

    def sizeHint(  # noqa: N802  # Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Wide enough to compare bars."""
        return QSize(180, super().sizeHint(option, index).height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the track, the bar and the interval."""
        super().paint(painter, option, index)
        bar = index.data(BAR_ROLE)
        if not isinstance(bar, AreaBar):
            return
        rectangle: QRectF = QRectF(option.rect).adjusted(_MARGIN, 0, -_MARGIN, 0)
        middle = rectangle.center().y()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(rectangle.left(), middle - _HEIGHT / 2, rectangle.width(), _HEIGHT)
        painter.fillRect(track, QColor(self._theme.border))
        track.setRight(_place(bar.value, rectangle))
        painter.fillRect(track, QColor(self._colour(bar.strength)))
        low, high = _place(bar.low, rectangle), _place(bar.high, rectangle)
        painter.setPen(QPen(QColor(self._theme.text), 1.6))
        painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        for end in (low, high):
            painter.drawLine(QPointF(end, middle - _HEIGHT / 2), QPointF(end, middle + _HEIGHT / 2))
        painter.restore()

    def _colour(self, strength: str) -> str:
        colours = {"inseparable": self._theme.danger, "suspected": self._theme.warning}
        return colours.get(strength, self._theme.muted)


def _place(area: float, rectangle: QRectF) -> float:
    share = min(max((area - _CHANCE) / (1 - _CHANCE), 0.0), 1.0)
    return rectangle.left() + share * rectangle.width()
