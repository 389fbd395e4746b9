"""The model's answer, with everything needed to judge it."""

from typing import assert_never

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.language import tr
from desktop_app.screening.answer_view import AnswerView
from desktop_app.screening.impression_view import ImpressionView
from desktop_app.screening.panel_state import (
    Answered,
    ImpressionAsked,
    NotClassified,
    NothingOpen,
    PanelState,
    Unanswerable,
    Waiting,
)
from desktop_app.screening.text_labels import set_text, text_label
from desktop_app.theme import ThemeColours


class ResultPanel(QWidget):
    """Shows one `PanelState`. Emits what its buttons ask for."""

    classification_requested = Signal()
    cancel_requested = Signal()
    copy_requested = Signal()
    heat_map_export_requested = Signal()
    override_requested = Signal()
    """The answer about a refused scan is asked for."""
    impression_given = Signal(object)
    """Decision: what the person sees."""
    impression_skipped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: PanelState = NothingOpen()
        self._answer = AnswerView()
        self._answer.hash_copy_requested.connect(self.copy_hash)
        self._answer.override_requested.connect(self.override_requested)
        self._impression = ImpressionView()
        self._impression.impression_given.connect(self.impression_given)
        self._impression.skip_requested.connect(self.impression_skipped)
        self._statements = text_label()
        self._statements.setObjectName("statements")
        self._sentence = text_label("muted")
        self._problem = text_label("danger")
        self._remedy = text_label()
        self._waiting = _WaitingView()
        self._waiting.cancel_requested.connect(self.cancel_requested)
        self._scroll = self._scroll_area()
        self._classify_button = self._button(tr("Class&ify"), tr("Ask the model about the shown scan"), "classify")
        self._classify_button.clicked.connect(self.classification_requested)
        self._copy_button = self._button(tr("Copy text"), tr("Copy the answer with its notices and the model"), "copy")
        self._copy_button.clicked.connect(self.copy_requested)
        self._save_button = self._button(tr("Save map"), tr("Save picture and heat map as a PNG file"), "save")
        self._save_button.clicked.connect(self.heat_map_export_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self._classify_button, self._copy_button, self._save_button):
            buttons.addWidget(button, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.addWidget(self._scroll, 1)
        # Below the scrolled part: what every answer of this model carries is seen with every answer.
        layout.addWidget(self._statements)
        layout.addLayout(buttons)
        self.setMinimumWidth(270)
        self._show(NothingOpen())

    @property
    def state(self) -> PanelState:
        """What is shown."""
        return self._state

    @Slot(object)
    def show_state(self, state: PanelState) -> None:
        """Show an answer, or why there is none."""
        if state != self._state:
            self._show(state)

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._answer.set_theme(theme)

    @Slot()
    def copy_hash(self) -> None:
        """Copy the whole hash of the model's weights."""
        if isinstance(self._state, Answered):
            QGuiApplication.clipboard().setText(self._state.result.model.weights_sha256)

    def _show(self, state: PanelState) -> None:
        self._state = state
        is_answered = isinstance(state, Answered)
        self._copy_button.setEnabled(is_answered)
        self._save_button.setEnabled(isinstance(state, Answered) and state.result.shows_probabilities)
        self._show_statements(state)
        self._classify_button.setToolTip(
            tr("Ask the model about the shown scan once more")
            if is_answered
            else tr("Ask the model about the shown scan")
        )
        self._classify_button.setEnabled(not isinstance(state, NothingOpen | Waiting | Unanswerable))
        match state:
            case NothingOpen():
                set_text(self._sentence, tr("Open a scan to see what the model says about it."))
                self._show_only(self._sentence)
            case NotClassified():
                set_text(self._sentence, tr("This scan was not classified."))
                self._show_only(self._sentence)
            case Waiting():
                self._waiting.show_waiting(state)
                self._show_only(self._waiting)
            case ImpressionAsked():
                self._impression.show_question(state)
                self._show_only(self._impression)
            case Unanswerable():
                set_text(self._problem, state.message.summary)
                set_text(self._remedy, state.message.remedy)
                self._show_only(self._problem, self._remedy)
            case Answered():
                self._answer.show_answer(state)
                self._show_only(self._answer)
                self._scroll.verticalScrollBar().setValue(0)
            case _:
                assert_never(state)

    def _show_statements(self, state: PanelState) -> None:
        statements = state.result.statements if isinstance(state, Answered) else ()
        self._statements.setVisible(bool(statements))
        set_text(self._statements, "\n".join(tr(statement) for statement in statements))

    def _show_only(self, *shown: QWidget) -> None:
        for view in self._views():
            view.setVisible(view in shown)

    def _views(self) -> tuple[QWidget, ...]:
        return self._sentence, self._problem, self._remedy, self._waiting, self._impression, self._answer

    def _scroll_area(self) -> QScrollArea:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(6)
        for view in self._views():
            layout.addWidget(view)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(tr("Answer of the model"))
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(content)
        return scroll

    def _button(self, text: str, tip: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setToolTip(tip)
        return button


class _WaitingView(QWidget):
    """What is waited for, and a way to stop it."""

    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sentence = text_label()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setMaximumHeight(8)
        self._bar.setTextVisible(False)
        self._cancel = QPushButton(tr("Ca&ncel", "of a classification"))
        self._cancel.setToolTip(tr("Stop; what is known stays"))
        self._cancel.clicked.connect(self.cancel_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._sentence)
        layout.addWidget(self._bar)
        layout.addWidget(self._cancel, 0, Qt.AlignmentFlag.AlignLeft)

    def show_waiting(self, state: Waiting) -> None:
        """Show what is waited for."""
        set_text(self._sentence, state.sentence)
        self._bar.setAccessibleName(state.sentence)
        self._cancel.setVisible(state.can_be_cancelled)
