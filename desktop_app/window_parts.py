"""Small parts of the window: the banner, the highlight while something is dragged over it, the progress line."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from core.jobs import Progress
from core.language import tr
from core.screening.result import RESEARCH_USE_NOTICE
from desktop_app.theme import Theme, ThemeColours, colours


def research_use_banner() -> QLabel:
    """Return the sentence that is above every image. Nothing in the window can hide it."""
    banner = QLabel(tr(RESEARCH_USE_NOTICE))
    banner.setObjectName("researchUseBanner")
    banner.setAlignment(Qt.AlignmentFlag.AlignCenter)
    banner.setAccessibleName(tr(RESEARCH_USE_NOTICE))
    return banner


def chain_focus(first: Sequence[QWidget], parts: Sequence[QWidget]) -> None:
    """Let the Tab key go through some widgets, then through all others of each part in turn.

    Qt's own order is that of creation, in which what lies in a dock comes before what lies in the middle.
    """
    stops = [*first, *(widget for part in parts for widget in part.findChildren(QWidget))]
    # The list of a combo box is a window of its own.
    window = first[0].window()
    stops = [
        widget
        for widget in dict.fromkeys(stops)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is window
    ]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


class DropHighlight(QWidget):
    """Covers the window while files hang over it. Lets every event through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._covered = window
        self._colours = colours(Theme.DARK)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        window.installEventFilter(self)
        self.hide()

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._colours = theme

    def show_over_window(self) -> None:
        """Cover the window."""
        self.setGeometry(self._covered.rect())
        self.raise_()
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
        """Keep covering a window that changes its size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._covered.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw a veil, a frame and what to do."""
        painter = QPainter(self)
        veil = QColor(self._colours.background)
        veil.setAlpha(190)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(QColor(self._colours.accent), 4))
        painter.drawRect(self.rect().adjusted(6, 6, -7, -7))
        font = painter.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        painter.setFont(font)
        painter.setPen(QColor(self._colours.text))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Drop files or folders to open them"))


class ProgressLine(QWidget):
    """How far a long job is, with a button to stop it."""

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(160)
        self._bar.setMaximumHeight(14)
        self._bar.setAccessibleName(tr("Progress"))
        stop = QPushButton(tr("Stop"))
        stop.setToolTip(tr("Stop classifying (Ctrl+.)"))
        stop.setFlat(True)
        stop.clicked.connect(self.cancel_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        for widget in (self._label, self._bar, stop):
            layout.addWidget(widget)
        self.hide()

    @Slot(object)
    def show_progress(self, progress: Progress | None) -> None:
        """Show how far the job is; None hides the line."""
        self.setVisible(progress is not None)
        if progress is None:
            return
        total = progress.total or 0
        label = tr(progress.label) if progress.label else ""
        counted = tr("{what} {done} of {total}").format(what=label, done=progress.done, total=total)
        self._label.setText(counted if total else label)
        self._bar.setRange(0, total)
        self._bar.setValue(progress.done)
        self._bar.setTextVisible(bool(total))
