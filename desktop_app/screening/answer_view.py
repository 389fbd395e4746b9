"""The answer itself: what the model says, how sure it is, what speaks against it, and which model it was."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from core.screening.decision import Decision
from core.screening.description import describe_device, describe_model
from core.screening.notices import Notice, NoticeSeverity
from core.screening.result import ScanResult
from desktop_app.screening.probability_bar import ProbabilityBar
from desktop_app.theme import Theme, ThemeColours, colours

_HASH_LETTERS = 12


class AnswerView(QWidget):
    """Shows one `ScanResult` after the other.

    Its widgets stay and take the next answer's words: building them anew took 8 ms for every scan, in the thread that
    also has to paint the picture.
    """

    hash_copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours(Theme.DARK)
        self._result: ScanResult | None = None
        self._decision = text_label()
        self._decision.setTextFormat(Qt.TextFormat.RichText)
        self._decision.setObjectName("decision")
        self._frame = text_label("muted")
        self._bars = _Rows(ProbabilityBar)
        self._notices = _Rows(_NoticeLine)
        self._limits = text_label()
        self._limits.setObjectName("limits")
        self._model = text_label()
        self._device = text_label()
        self._time = text_label()
        self._hash = QToolButton()
        self._hash.setStyleSheet("padding: 0;")
        self._hash.setAccessibleName("Copy the SHA-256 of the weights")
        self._hash.clicked.connect(self.hash_copy_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._decision)
        layout.addWidget(self._frame)
        layout.addLayout(self._bars)
        layout.addLayout(self._notices)
        layout.addWidget(_line())
        layout.addWidget(self._limits)
        layout.addLayout(self._particulars())

    def show_result(self, result: ScanResult) -> None:
        """Show an answer."""
        self._result = result
        self._show_decision(result)
        self._frame.setVisible(result.frame_index > 0)
        set_text(self._frame, f"About frame {result.frame_index + 1}.")
        pairs = list(zip(result.classes, result.probabilities, strict=True))
        pairs.sort(key=lambda pair: pair[0] != result.positive_class)
        for bar, (name, probability) in zip(self._bars.take(len(pairs)), pairs, strict=True):
            is_positive_class = name == result.positive_class
            threshold = result.threshold if is_positive_class else None
            bar.show_probability(name, probability, threshold, is_positive_class)
        for line, notice in zip(self._notices.take(len(result.notices)), result.notices, strict=True):
            line.show_notice(notice)
        set_text(self._limits, f"Limits: {result.limits}")
        self._show_particulars(result)

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._colours = theme
        self._bars.configure(lambda bar: bar.set_theme(theme))
        if self._result is not None:
            self.show_result(self._result)

    def _show_decision(self, result: ScanResult) -> None:
        """Say what the model says, and that it is the model who says it. Neither colour means well or ill."""
        is_positive = result.decision is Decision.POSITIVE
        relation = "at or above" if is_positive else "below"
        pattern = f"{'' if is_positive else 'No '}{result.positive_class} pattern"
        colour = self._colours.positive if is_positive else self._colours.negative
        doubt = " ".join(reason.sentence for reason in result.verdict.reasons)
        if result.is_refused:
            colour = self._colours.muted
        set_text(
            self._decision,
            f'<span style="font-size: large; font-weight: 600; color: {colour}">{pattern}</span><br>'
            f'<span style="color: {self._colours.warning}">{doubt}</span>'
            f"According to this model: {relation} its threshold of {result.threshold:.3g}",
        )
        self._decision.setAccessibleName(
            f"{doubt}{pattern} according to this model, {relation} threshold {result.threshold:.3g}"
        )

    def _particulars(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(2)
        for heading, field in (
            ("Model", self._model),
            ("SHA-256", self._hash),
            ("Device", self._device),
            ("Time", self._time),
        ):
            label = text_label("muted", wraps=False)
            label.setText(heading)
            form.addRow(label, field)
        return form

    def _show_particulars(self, result: ScanResult) -> None:
        timing = result.timing
        parts = f"read {timing.read_ms:.0f}, prepare {timing.prepare_ms:.0f}, model {timing.inference_ms:.0f}"
        set_text(self._model, describe_model(result))
        self._model.setToolTip(result.origin)
        set_text(self._device, describe_device(result))
        set_text(self._time, f"{timing.total_ms:.0f} ms ({parts})")
        sha256 = result.model.weights_sha256
        self._hash.setText(f"{sha256[:_HASH_LETTERS]}\N{HORIZONTAL ELLIPSIS}")
        self._hash.setToolTip(f"SHA-256 of the weights; press to copy\n{sha256}")


_Row = TypeVar("_Row", bound=QWidget)


class _Rows(QVBoxLayout, Generic[_Row]):
    """Widgets of one kind below each other, as many as an answer needs; those it does not need are hidden."""

    def __init__(self, build: Callable[[], _Row]) -> None:
        super().__init__()
        self._build = build
        self._rows: list[_Row] = []
        self._configure: Callable[[_Row], object] = lambda _row: None

    def take(self, count: int) -> list[_Row]:
        """Return the first `count` rows, which are shown, and hide the others."""
        while len(self._rows) < count:
            row = self._build()
            self._configure(row)
            self._rows.append(row)
            self.addWidget(row)
        for index, row in enumerate(self._rows):
            row.setVisible(index < count)
        return self._rows[:count]

    def configure(self, configure: Callable[[_Row], object]) -> None:
        """Do something to every row, also to those that are not built yet."""
        self._configure = configure
        for row in self._rows:
            configure(row)


class _NoticeLine(QWidget):
    """A notice with its sign: a triangle for what can change the answer's worth."""

    def __init__(self) -> None:
        super().__init__()
        self._signs = {
            NoticeSeverity.WARNING: self._sign("warning", "\N{WARNING SIGN}", "Warning"),
            NoticeSeverity.INFO: self._sign("muted", "\N{INFORMATION SOURCE}", "Information"),
        }
        self._sentence = text_label()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for sign in self._signs.values():
            layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._sentence, 1)

    def show_notice(self, notice: Notice) -> None:
        """Show a notice."""
        for severity, sign in self._signs.items():
            sign.setVisible(severity is notice.severity)
        set_text(self._sentence, notice.sentence)

    def _sign(self, role: str, text: str, meaning: str) -> QLabel:
        sign = text_label(role, wraps=False)
        sign.setText(text)
        sign.setAccessibleName(meaning)
        return sign


def text_label(role: str = "", *, wraps: bool = True) -> QLabel:
    """Return an empty label for plain text; `role` names its look in the theme."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    if wraps:
        # Only sentences are worth copying; each selectable label costs about 0.3 ms.
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


def set_text(label: QLabel, text: str) -> None:
    """Set a label's text where it is another one: setting the same text lays it out again."""
    if label.text() != text:
        label.setText(text)


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setForegroundRole(line.backgroundRole())
    return line
