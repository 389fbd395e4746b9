"""The pages of a report, one at a time, as wide as there is room."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QWidget

from core.language import tr
from desktop_app.page_parts import button, column

_MARGIN = 8


class PagePicture(QWidget):
    """One page, fitted to its width."""

    def __init__(self) -> None:
        super().__init__()
        self._page = QImage()
        self.setAccessibleName(tr("Page of the report"))

    def show_page(self, page: QImage) -> None:
        """Show another page."""
        self._page = page
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Take the height that belongs to a width."""
        page = self._page
        height = round((width - 2 * _MARGIN) * page.height() / page.width()) + 2 * _MARGIN if page.width() else 0
        self.setMinimumHeight(height)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """As large as its minimum; the scroll area gives it its width."""
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw the page."""
        if self._page.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = self.width() - 2 * _MARGIN
        height = width * self._page.height() / self._page.width()
        painter.drawImage(QRectF(_MARGIN, _MARGIN, width, height), self._page)


class PagePreview(QWidget):
    """A page with buttons to turn pages, and a line that says what is shown."""

    page_turned = Signal(int)
    """Number of the page that is shown now, from 0."""

    def __init__(self) -> None:
        super().__init__()
        self._pages: tuple[QImage, ...] = ()
        self._index = 0
        self._note = ""
        self.picture = PagePicture()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.setAccessibleName(tr("Preview of the report"))
        self._area.setWidget(self.picture)
        self.status = QLabel()
        self.status.setProperty("role", "muted")
        self.previous = button(tr("Pre&vious page"), tr("Show the page before"), self.show_previous, "previousPage")
        self.next = button(tr("Ne&xt page"), tr("Show the page behind"), self.show_next, "nextPage")
        line = QHBoxLayout()
        line.addWidget(self.previous)
        line.addWidget(self.next)
        line.addWidget(self.status, 1)
        layout = column(self, spacing=6)
        layout.addWidget(self._area, 1)
        layout.addLayout(line)
        self._show()

    @property
    def page_count(self) -> int:
        """How many pages there are to see."""
        return len(self._pages)

    def show_pages(self, pages: tuple[QImage, ...], note: str = "") -> None:
        """Show another report, at the page where one was.

        Args:
            pages: The pages; none for an empty preview.
            note: What to know about them, empty for nothing.
        """
        self._pages, self._note = pages, note
        self._index = min(self._index, max(0, len(pages) - 1))
        self._show()

    def say(self, sentence: str) -> None:
        """Say what goes on, in place of which page is shown; an empty sentence says that again."""
        self.status.setText(sentence or self._page_words())

    @Slot()
    def show_next(self) -> None:
        """Turn to the next page."""
        self._turn(1)

    @Slot()
    def show_previous(self) -> None:
        """Turn to the page before."""
        self._turn(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """Fit the page to the new width."""
        super().resizeEvent(event)
        self.picture.fit(self._area.viewport().width())

    def _turn(self, step: int) -> None:
        index = self._index + step
        if 0 <= index < len(self._pages):
            self._index = index
            self._show()
            self._area.verticalScrollBar().setValue(0)
            self.page_turned.emit(index)

    def _show(self) -> None:
        count = len(self._pages)
        self.picture.show_page(self._pages[self._index] if count else QImage())
        self.picture.fit(self._area.viewport().width())
        self.previous.setEnabled(self._index > 0)
        self.next.setEnabled(self._index + 1 < count)
        self.status.setText(self._page_words())

    def _page_words(self) -> str:
        if not self._pages:
            return ""
        place = tr("Page {number} of {count}.").format(number=self._index + 1, count=len(self._pages))
        return f"{place} {self._note}".strip()
