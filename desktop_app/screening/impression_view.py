"""The question that is asked before an answer is shown: what do you see yourself?"""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from core.language import tr
from core.model.class_words import class_word
from core.screening.decision import Decision
from desktop_app.screening.panel_state import ImpressionAsked
from desktop_app.screening.text_labels import set_text, text_label


class ImpressionView(QWidget):
    """Three answers, and a way past the question: nobody is forced to answer it."""

    impression_given = Signal(object)
    """Decision: positive, negative, or undetermined for unsure."""
    skip_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        heading = text_label("heading", wraps=False)
        heading.setText(tr("Your impression first"))
        self._question = text_label()
        self._buttons = {
            Decision.POSITIVE: self._button(tr("&Present"), tr("Record that you see it, then show the answer")),
            Decision.NEGATIVE: self._button(
                tr("&Not present"), tr("Record that you do not see it, then show the answer")
            ),
            Decision.UNDETERMINED: self._button(
                tr("&Unsure"), tr("Record that you are not sure, then show the answer")
            ),
        }
        for impression, button in self._buttons.items():
            button.setObjectName(f"impression_{impression.value}")
            button.clicked.connect(self._on_pressed)
        self._skip = self._button(tr("Show the answe&r without"), tr("Record nothing, and show the answer"))
        self._skip.setObjectName("impression_skip")
        self._skip.clicked.connect(self.skip_requested)
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in self._buttons.values():
            row.addWidget(button, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(heading)
        layout.addWidget(self._question)
        layout.addLayout(row)
        layout.addWidget(self._skip, 0, Qt.AlignmentFlag.AlignLeft)

    def show_question(self, state: ImpressionAsked) -> None:
        """Ask about a scan."""
        question = (
            tr("Do you see a {finding} pattern in this scan?").format(finding=class_word(state.finding))
            if state.finding
            else tr("Do you see the finding in this scan?")
        )
        consequence = tr(
            "What you say is written into the record, with your name from the settings; the model's answer is shown"
            " afterwards."
        )
        set_text(self._question, f"{question} {consequence}")

    @Slot()
    def _on_pressed(self) -> None:
        pressed = self.sender()
        for impression, button in self._buttons.items():
            if button is pressed:
                self.impression_given.emit(impression)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        # Three of them beside each other in a narrow panel.
        button.setStyleSheet("padding: 5px 4px;")
        return button
