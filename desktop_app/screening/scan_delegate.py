"""How one scan of the strip is drawn: picture, name, and its answer as a sign, a number and a bar."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.language import tr
from desktop_app.decision_colour import decision_colour
from desktop_app.screening.scan_session import ENTRY_ROLE, ScanEntry, ScanState, answer_in_brief
from desktop_app.screening.scan_work import THUMBNAIL_SIDE
from desktop_app.theme import Theme, ThemeColours, colours

_MARGIN = 6


class ScanDelegate(QStyledItemDelegate):
    """Draws a `ScanEntry`. A page of twenty takes about a millisecond: only small, ready-made images are scaled."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._colours = colours(Theme.DARK)

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._colours = theme

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: N802
        """Return the size of one scan."""
        line = QFontMetrics(option.font).height()
        return QSize(THUMBNAIL_SIDE + 2 * _MARGIN, THUMBNAIL_SIDE + 2 * line + 4 * _MARGIN)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one scan."""
        entry = index.data(ENTRY_ROLE)
        if not isinstance(entry, ScanEntry):
            return
        painter.save()
        area = option.rect.adjusted(2, 2, -2, -2)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(self._colours.raised))
        if is_selected:
            has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(QColor(self._colours.accent), 2 if has_focus else 1))
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        line = option.fontMetrics.height()
        picture = QRect(area.left() + _MARGIN, area.top() + _MARGIN, area.width() - 2 * _MARGIN, THUMBNAIL_SIDE - 4)
        self._paint_picture(painter, picture, entry)
        name = QRect(picture.left(), picture.bottom() + 4, picture.width(), line)
        painter.setPen(QColor(self._colours.text))
        text = option.fontMetrics.elidedText(entry.label, Qt.TextElideMode.ElideMiddle, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignLeft, text)
        self._paint_answer(painter, name.translated(0, line + 2), entry, option.fontMetrics)
        painter.restore()

    def _paint_picture(self, painter: QPainter, area: QRect, entry: ScanEntry) -> None:
        painter.fillRect(area, QColor(self._colours.image_background))
        if entry.thumbnail is not None:
            target = _fitted(entry.thumbnail, area)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(target, entry.thumbnail)
            return
        is_failed = entry.state is ScanState.FAILED
        # On the always dark image background the dark theme's tones are the readable ones.
        painter.setPen(QColor(colours(Theme.DARK).danger if is_failed else colours(Theme.DARK).muted))
        text = tr("unreadable") if is_failed else "\N{HORIZONTAL ELLIPSIS}"
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_answer(self, painter: QPainter, area: QRect, entry: ScanEntry, metrics: QFontMetrics) -> None:
        result = entry.shown_result
        if entry.state is ScanState.CLASSIFIED and result is not None:
            colour = QColor(decision_colour(self._colours, result.decision))
            painter.fillRect(QRect(area.left(), area.bottom() + 1, area.width(), 3), QColor(self._colours.border))
            if not result.is_refused:
                width = round(area.width() * result.positive_probability)
                painter.fillRect(QRect(area.left(), area.bottom() + 1, width, 3), colour)
            text = answer_in_brief(result)
        else:
            is_failed = entry.state is ScanState.FAILED
            colour = QColor(self._colours.danger if is_failed else self._colours.muted)
            text = entry.summary
        painter.setPen(colour)
        elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft, elided)


def _fitted(image: QImage, area: QRect) -> QRect:
    """Return the largest rectangle of the image's shape in the middle of an area."""
    size = image.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRect(area.topLeft(), size)
    target.moveCenter(area.center())
    return target
