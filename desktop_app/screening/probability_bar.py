"""One class's probability as a bar with its number."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.language import tr
from core.number_format import decimal, general, percent
from desktop_app.theme import Theme, ThemeColours, colours

_BAR_HEIGHT = 10


class ProbabilityBar(QWidget):
    """Class name, probability in percent, and a bar; a tick on it marks the threshold where there is one."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._probability = 0.0
        self._threshold: float | None = None
        self._is_positive_class = False
        self._colours = colours(Theme.DARK)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # No `sizeHint` in Python: a layout asks for it a dozen times, each time waiting for the interpreter's lock
        # (seen in stalls of 60 ms while scans were classified).
        self.setFixedHeight(self.fontMetrics().height() + _BAR_HEIGHT + 8)

    def show_probability(self, name: str, probability: float, threshold: float | None, is_positive_class: bool) -> None:
        """Show a class's probability, 0 to 1; `threshold` is None for a class that has none."""
        self._name, self._probability = name, probability
        self._threshold, self._is_positive_class = threshold, is_positive_class
        self.setAccessibleName(
            tr("Probability of {class_name}: {probability}").format(class_name=name, probability=self.number)
        )
        exact = f"{name}: {decimal(probability, 6)}"
        self.setToolTip(
            tr("{probability}; the tick marks the threshold, {threshold}").format(
                probability=exact, threshold=general(threshold, 3)
            )
            if threshold is not None
            else exact
        )
        self.update()

    @property
    def number(self) -> str:
        """The probability as written."""
        return percent(self._probability, 1)

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._colours = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """Draw name, number and bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = QRectF(0, 0, self.width(), self.fontMetrics().height() + 2)
        painter.setPen(QColor(self._colours.text))
        metrics = self.fontMetrics()
        room = self.width() - metrics.horizontalAdvance(f" {self.number}")
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self.number)
        bar = QRectF(0, line.bottom() + 2, self.width(), _BAR_HEIGHT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.raised))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setBrush(QColor(self._colours.positive if self._is_positive_class else self._colours.negative))
        painter.drawRoundedRect(QRectF(0, bar.top(), bar.width() * self._probability, bar.height()), 3, 3)
        if self._threshold is not None:
            position = bar.width() * self._threshold
            painter.setPen(QPen(QColor(self._colours.text), 2))
            painter.drawLine(round(position), round(bar.top()) - 2, round(position), round(bar.bottom()) + 2)
