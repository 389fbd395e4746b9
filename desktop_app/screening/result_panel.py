"""The model's answer, with everything needed to judge it."""

from typing import assert_never

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.screening.description import describe_device, describe_model
from core.screening.notices import Notice, NoticeSeverity
from core.screening.result import OUTSIDE_PURPOSE_NOTICE, Decision, ScanResult
from desktop_app.screening.panel_state import (
    Answered,
    NotClassified,
    NothingOpen,
    PanelState,
    Unanswerable,
    Waiting,
)
from desktop_app.screening.probability_bar import ProbabilityBar
from desktop_app.theme import Theme, ThemeColours, colours

_HASH_LETTERS = 12


class ResultPanel(QWidget):
    """Shows one `PanelState`. Emits what its buttons ask for."""

    classification_requested = Signal()
    cancel_requested = Signal()
    copy_requested = Signal()
    heat_map_export_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours(Theme.DARK)
        self._state: PanelState = NothingOpen()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName("Answer of the model")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._classify_button = self._button("Classif&y", "Ask the model about the shown scan", "classify")
        self._classify_button.clicked.connect(self.classification_requested)
        self._copy_button = self._button("&Copy text", "Copy the answer with its notices and the model", "copy")
        self._copy_button.clicked.connect(self.copy_requested)
        self._save_button = self._button("&Save map", "Save picture and heat map as a PNG file", "save")
        self._save_button.clicked.connect(self.heat_map_export_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self._classify_button, self._copy_button, self._save_button):
            buttons.addWidget(button, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(buttons)
        self.setMinimumWidth(270)
        self.show_state(NothingOpen())

    @property
    def state(self) -> PanelState:
        """What is shown."""
        return self._state

    @Slot(object)
    def show_state(self, state: PanelState) -> None:
        """Show an answer, or why there is none."""
        if state != self._state or self._scroll.widget() is None:
            self._build(state)

    def _build(self, state: PanelState) -> None:
        self._state = state
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.setSpacing(6)
        is_answered = isinstance(state, Answered)
        self._copy_button.setEnabled(is_answered)
        self._save_button.setEnabled(is_answered)
        self._classify_button.setToolTip(
            "Ask the model about the shown scan once more" if is_answered else "Ask the model about the shown scan"
        )
        self._classify_button.setEnabled(not isinstance(state, NothingOpen | Waiting | Unanswerable))
        match state:
            case NothingOpen():
                layout.addWidget(_label("Open a scan to see what the model says about it.", "muted"))
            case NotClassified():
                layout.addWidget(_label("This scan was not classified.", "muted"))
            case Waiting():
                self._add_waiting(layout, state)
            case Unanswerable():
                layout.addWidget(_label(state.message.summary, "danger"))
                layout.addWidget(_label(state.message.remedy))
            case Answered():
                self._add_answer(layout, state.result)
            case _:
                assert_never(state)
        layout.addStretch(1)
        self._scroll.setWidget(content)

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._colours = theme
        self._build(self._state)

    @Slot()
    def copy_hash(self) -> None:
        """Copy the whole hash of the model's weights."""
        if isinstance(self._state, Answered):
            QGuiApplication.clipboard().setText(self._state.result.model.weights_sha256)

    def _button(self, text: str, tip: str, name: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setToolTip(tip)
        return button

    def _add_waiting(self, layout: QVBoxLayout, state: Waiting) -> None:
        layout.addWidget(_label(state.sentence))
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setMaximumHeight(8)
        bar.setTextVisible(False)
        bar.setAccessibleName(state.sentence)
        layout.addWidget(bar)
        if state.can_be_cancelled:
            cancel = QPushButton("Cance&l")
            cancel.clicked.connect(self.cancel_requested)
            layout.addWidget(cancel, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_answer(self, layout: QVBoxLayout, result: ScanResult) -> None:
        layout.addWidget(self._decision_label(result))
        if result.frame_index:
            layout.addWidget(_label(f"About frame {result.frame_index + 1}.", "muted"))
        pairs = list(zip(result.classes, result.probabilities, strict=True))
        for name, probability in sorted(pairs, key=lambda pair: pair[0] != result.positive_class):
            is_positive_class = name == result.positive_class
            bar = ProbabilityBar(name, probability, result.threshold if is_positive_class else None, is_positive_class)
            bar.set_theme(self._colours)
            layout.addWidget(bar)
        for notice in result.notices:
            layout.addLayout(_notice_line(notice))
        layout.addWidget(_line())
        limits = _label(f"Limits: {result.limits}")
        limits.setObjectName("limits")
        layout.addWidget(limits)
        layout.addLayout(self._particulars(result))

    def _decision_label(self, result: ScanResult) -> QLabel:
        """Say what the model says, and that it is the model who says it. Neither colour means well or ill."""
        is_positive = result.decision is Decision.POSITIVE
        relation = "at or above" if is_positive else "below"
        pattern = f"{'' if is_positive else 'No '}{result.positive_class} pattern"
        colour = self._colours.positive if is_positive else self._colours.negative
        doubt = ""
        if result.is_outside_purpose:
            colour, doubt = self._colours.muted, f"{OUTSIDE_PURPOSE_NOTICE} "
        label = _label("")
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setText(
            f'<span style="font-size: large; font-weight: 600; color: {colour}">{pattern}</span><br>'
            f'<span style="color: {self._colours.warning}">{doubt}</span>'
            f"According to this model: {relation} its threshold of {result.threshold:.3g}"
        )
        label.setObjectName("decision")
        label.setAccessibleName(
            f"{doubt}{pattern} according to this model, {relation} threshold {result.threshold:.3g}"
        )
        return label

    def _particulars(self, result: ScanResult) -> QFormLayout:
        form = QFormLayout()
        form.setVerticalSpacing(2)
        short_hash = QToolButton()
        short_hash.setText(f"{result.model.weights_sha256[:_HASH_LETTERS]}\N{HORIZONTAL ELLIPSIS}")
        short_hash.setStyleSheet("padding: 0;")
        short_hash.setToolTip(f"SHA-256 of the weights; press to copy\n{result.model.weights_sha256}")
        short_hash.setAccessibleName("Copy the SHA-256 of the weights")
        short_hash.clicked.connect(self.copy_hash)
        timing = result.timing
        parts = f"read {timing.read_ms:.0f}, prepare {timing.prepare_ms:.0f}, model {timing.inference_ms:.0f}"
        for heading, field in (
            ("Model", _label(describe_model(result))),
            ("SHA-256", short_hash),
            ("Device", _label(describe_device(result))),
            ("Time", _label(f"{timing.total_ms:.0f} ms ({parts})")),
        ):
            form.addRow(_label(heading, "muted", wraps=False), field)
        return form


def _label(text: str, role: str = "", *, wraps: bool = True) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    if wraps:
        # Only sentences are worth copying; each selectable label costs the answer about 0.3 ms.
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setForegroundRole(line.backgroundRole())
    return line


def _notice_line(notice: Notice) -> QHBoxLayout:
    """Return a notice with its sign: a triangle for what can change the answer's worth."""
    is_warning = notice.severity is NoticeSeverity.WARNING
    sign_text = "\N{WARNING SIGN}" if is_warning else "\N{INFORMATION SOURCE}"
    sign = _label(sign_text, "warning" if is_warning else "muted", wraps=False)
    sign.setAccessibleName("Warning" if is_warning else "Information")
    sentence = _label(notice.sentence)
    layout = QHBoxLayout()
    layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(sentence, 1)
    return layout
