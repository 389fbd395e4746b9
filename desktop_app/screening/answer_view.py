"""The answer itself: what is decided and why, what both methods say, what speaks against it, which model it was."""

from collections.abc import Callable
from html import escape
from textwrap import fill
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from core.language import tr
from core.number_format import decimal
from core.screening.answer_words import (
    decision_heading,
    decision_source,
    impression_sentence,
    information_sentences,
    reason_sentences,
    warning_sentences,
)
from core.screening.decision import Decision
from core.screening.description import describe_device, describe_model
from core.screening.result import ScanResult
from desktop_app.decision_colour import decision_colour
from desktop_app.screening.methods_view import MethodsView
from desktop_app.screening.panel_state import Answered
from desktop_app.screening.text_labels import set_text, text_label
from desktop_app.theme import Theme, ThemeColours, colours

_HASH_LETTERS = 12
_TIP_LETTERS = 80


class AnswerView(QWidget):
    """Shows one answer after the other.

    Its widgets stay and take the next answer's words: building them anew took 8 ms for every scan, in the thread that
    also has to paint the picture.
    """

    hash_copy_requested = Signal()
    override_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours(Theme.DARK)
        self._state: Answered | None = None
        self._decision = text_label()
        self._decision.setTextFormat(Qt.TextFormat.RichText)
        self._decision.setObjectName("decision")
        self._reasons = _Rows(text_label)
        self._override = QPushButton(tr("Show the a&nswer all the same\N{HORIZONTAL ELLIPSIS}"))
        self._override.setObjectName("override")
        self._override.setToolTip(tr("Show what the networks compute for this scan, though it means little"))
        self._override.clicked.connect(self.override_requested)
        self._impression = text_label()
        self._impression.setObjectName("impression")
        self._frame = text_label("muted")
        self._warnings = _Rows(_warning_line)
        self._information = _Rows(_information_line)
        self._methods = MethodsView()
        self._limits = text_label()
        self._limits.setObjectName("limits")
        self._model = text_label()
        self._device = text_label()
        self._time = text_label()
        self._hash = QToolButton()
        self._hash.setStyleSheet("padding: 0;")
        self._hash.setAccessibleName(tr("Copy the SHA-256 of the weights"))
        self._hash.clicked.connect(self.hash_copy_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._decision)
        layout.addLayout(self._reasons)
        layout.addWidget(self._override, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._impression)
        layout.addWidget(self._frame)
        layout.addLayout(self._warnings)
        layout.addWidget(self._methods)
        layout.addLayout(self._information)
        layout.addWidget(_line())
        layout.addWidget(self._limits)
        layout.addLayout(self._particulars())

    def show_answer(self, state: Answered) -> None:
        """Show an answer."""
        self._state = state
        result = state.result
        self._show_decision(result)
        reasons = reason_sentences(result)
        if result.decision is Decision.UNDETERMINED:
            # Why it is so comes first; what the classifier alone says is not the answer.
            reasons = (*reasons, decision_source(result))
        for label, sentence in zip(self._reasons.take(len(reasons)), reasons, strict=True):
            set_text(label, sentence)
        self._override.setVisible(not result.shows_probabilities)
        self._show_impression(state)
        self._frame.setVisible(result.frame_index > 0)
        set_text(self._frame, tr("About frame {number}.").format(number=result.frame_index + 1))
        for rows, sentences in (
            (self._warnings, warning_sentences(result)),
            (self._information, information_sentences(result)),
        ):
            for line, sentence in zip(rows.take(len(sentences)), sentences, strict=True):
                line.show_sentence(sentence)
        self._methods.setVisible(result.shows_probabilities)
        if result.shows_probabilities:
            self._methods.show_result(result)
        set_text(self._limits, tr("Limits: {limits}").format(limits=tr(result.limits)))
        self._show_particulars(result)

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._colours = theme
        self._methods.set_theme(theme)
        if self._state is not None:
            self.show_answer(self._state)

    def _show_decision(self, result: ScanResult) -> None:
        """Say what the model says, and that it is the model who says it. No colour means well or ill."""
        heading, source = decision_heading(result), decision_source(result)
        colour = decision_colour(self._colours, result.decision)
        below = "" if result.decision is Decision.UNDETERMINED else f"<br>{escape(source)}"  # untranslated: markup
        set_text(
            self._decision,
            f'<span style="font-size: x-large; font-weight: 600; color: {colour}">'  # untranslated: markup
            f"{escape(heading)}</span>{below}",
        )
        self._decision.setAccessibleName(" ".join((f"{heading}.", source, *reason_sentences(result))))

    def _show_impression(self, state: Answered) -> None:
        self._impression.setVisible(state.impression is not None)
        if state.impression is None:
            return
        agreement = f" {state.agreement.sentence}" if state.agreement is not None else ""
        set_text(self._impression, f"{impression_sentence(state.impression, state.result)}{agreement}")

    def _particulars(self) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(2)
        for heading, field in (
            (tr("Model"), self._model),
            ("SHA-256", self._hash),
            (tr("Device"), self._device),
            (tr("Time", "how long it took"), self._time),
        ):
            label = text_label("muted", wraps=False)
            label.setText(heading)
            form.addRow(label, field)
        return form

    def _show_particulars(self, result: ScanResult) -> None:
        timing = result.timing
        spent = tr("{total} ms (read {read}, prepare {prepare}, classifier {classifier}, lungs {lungs})").format(
            total=decimal(timing.total_ms, 0),
            read=decimal(timing.read_ms, 0),
            prepare=decimal(timing.prepare_ms, 0),
            classifier=decimal(timing.inference_ms, 0),
            lungs=decimal(timing.evidence_ms, 0),
        )
        set_text(self._model, describe_model(result))
        # A tip that is one line is as wide as it is long, wider than a screen.
        self._model.setToolTip(fill(tr(result.origin), _TIP_LETTERS))
        set_text(self._device, describe_device(result))
        set_text(self._time, spent)
        sha256 = result.model.weights_sha256
        self._hash.setText(f"{sha256[:_HASH_LETTERS]}\N{HORIZONTAL ELLIPSIS}")
        self._hash.setToolTip(tr("SHA-256 of the weights; press to copy\n{sha256}").format(sha256=sha256))


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


class _SentenceLine(QWidget):
    """A sentence behind its sign."""

    def __init__(self, role: str, sign: str, meaning: str) -> None:
        super().__init__()
        label = text_label(role, wraps=False)
        label.setText(sign)
        label.setAccessibleName(meaning)
        self._sentence = text_label()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._sentence, 1)

    def show_sentence(self, sentence: str) -> None:
        """Show another sentence."""
        set_text(self._sentence, sentence)


def _warning_line() -> _SentenceLine:
    """A line for what can change the answer's worth."""
    return _SentenceLine("warning", "\N{WARNING SIGN}", tr("Warning"))


def _information_line() -> _SentenceLine:
    return _SentenceLine("muted", "\N{INFORMATION SOURCE}", tr("Information"))


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setForegroundRole(line.backgroundRole())
    return line
