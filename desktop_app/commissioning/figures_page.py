"""How the model did on the cases, and what threshold and error level would mean."""

from __future__ import annotations

import math

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from core.language import mark, tr
from core.model.conformal import DEFAULT_ERROR_LEVEL, ERROR_LEVELS
from core.number_format import general, integer, percent
from desktop_app.commissioning.commissioning_work import Consequences, Tried
from desktop_app.decimal_field import DecimalField
from desktop_app.page_parts import button, column, heading, scrolling, sentence, write_in_percent

_STEPS = 1000
_COLUMN_WIDTH = 160
_USUAL_PREVALENCE = 5.0
_LONGEST_TEXT = 80
_ANSWERS = (mark("positive"), mark("negative"), mark("undetermined"))
_ROWS = (mark("with the finding"), mark("without it"))
_FLATTERING = mark(
    "A threshold chosen by these figures flatters them: scans that come later do somewhat worse. The card's own"
    " threshold is {threshold}."
)


class FiguresPage(QWidget):
    """Shows figures; asks for the consequences of what is chosen."""

    choice_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._threshold = self._cards_threshold = 0.5
        self._balanced = math.nan
        self.cases = sentence()
        self.promises = QVBoxLayout()
        self.calibration = sentence("", "muted")
        self.figures = sentence()
        self.people = sentence()
        self.flattering = sentence("", "warning")
        self.decided = {(row, answer): QLabel() for row in _ROWS for answer in _ANSWERS}
        self._make_fields()
        content = QWidget()
        self._lay_out(content)
        column(self).addWidget(scrolling(content, tr("How the model did")))

    @property
    def threshold(self) -> float:
        """The threshold that is chosen."""
        return self._threshold

    @property
    def is_chosen_here(self) -> bool:
        """Whether the threshold is another than the card's: chosen by these figures."""
        return self._threshold != self._cards_threshold

    @property
    def error_level(self) -> float:
        """The error level that is chosen, 0..1."""
        return float(self.level_chooser.currentData())

    @property
    def prevalence(self) -> float:
        """Share of people with the finding, 0..1."""
        return self.prevalence_field.value() / 100

    def show_tried(self, tried: Tried, threshold: float, person: str) -> None:
        """Show what came out, at the card's threshold first.

        Args:
            tried: What the model said.
            threshold: The card's.
            person: Who the settings say is here.
        """
        self._balanced = tried.balanced
        self._cards_threshold = threshold
        self.cases.setText(" ".join(tried.cases))
        while (item := self.promises.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for number, text in enumerate(tried.promises):
            role = "warning" if number in tried.broken else "muted" if number == len(tried.promises) - 1 else ""
            self.promises.addWidget(sentence(text, role))
        self.calibration.setText(tried.calibration)
        if not self.person_field.text():
            self.person_field.setText(person)
        self.set_threshold(threshold)

    def show_consequences(self, found: Consequences) -> None:
        """Show what the choice means."""
        self.figures.setText("\n".join(found.figures))
        self.people.setText(found.people)
        for row, decided in zip(_ROWS, (found.of_positive, found.of_negative), strict=True):
            for answer, count in zip(_ANSWERS, (decided.positive, decided.negative, decided.undetermined), strict=True):
                cell = self.decided[row, answer]
                cell.setText(integer(count))
                name = tr("Cases {row}, answered {answer}: {count}")
                cell.setAccessibleName(name.format(row=tr(row), answer=tr(answer), count=integer(count)))

    @Slot()
    def take_balanced(self) -> None:
        """Choose the balanced threshold."""
        self.set_threshold(self._balanced)

    @Slot()
    def take_cards(self) -> None:
        """Choose the card's threshold."""
        self.set_threshold(self._cards_threshold)

    def set_threshold(self, threshold: float) -> None:
        """Choose a threshold, exactly; the number shows it rounded."""
        if not math.isfinite(threshold):
            return
        self._threshold = threshold
        with QSignalBlocker(self.slider), QSignalBlocker(self.number):
            self.slider.setValue(round(threshold * _STEPS))
            self.number.setValue(threshold)
        self.flattering.setText(tr(_FLATTERING).format(threshold=general(self._cards_threshold, 3)))
        self.flattering.setVisible(self.is_chosen_here)
        self.choice_changed.emit()

    def _make_fields(self) -> None:
        tip = tr("Probability from which the classifier leans to the finding")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setAccessibleName(tr("Threshold"))
        self.slider.setToolTip(tip)
        self.slider.valueChanged.connect(self._on_slid)
        self.number = DecimalField()
        self.number.setRange(0.0, 1.0)
        self.number.setDecimals(3)
        self.number.setSingleStep(0.01)
        self.number.setAccessibleName(tr("Threshold, probability"))
        self.number.setToolTip(tip)
        self.number.valueChanged.connect(self.set_threshold)
        self.level_chooser = QComboBox()
        self.level_chooser.setAccessibleName(tr("Error level"))
        self.level_chooser.setToolTip(
            tr("Share of scans of either class whose true answer may be excluded; a lower one leaves more undetermined")
        )
        for level in ERROR_LEVELS:
            self.level_chooser.addItem(percent(level), level)
        self.level_chooser.setCurrentIndex(ERROR_LEVELS.index(DEFAULT_ERROR_LEVEL))
        self.level_chooser.currentIndexChanged.connect(self.choice_changed)
        self.prevalence_field = DecimalField()
        self.prevalence_field.setRange(0.0, 100.0)
        self.prevalence_field.setDecimals(1)
        write_in_percent(self.prevalence_field)
        self.prevalence_field.setValue(_USUAL_PREVALENCE)
        self.prevalence_field.setAccessibleName(tr("Prevalence, percent"))
        self.prevalence_field.setToolTip(tr("How many of a hundred people who are X-rayed here have the finding"))
        self.prevalence_field.valueChanged.connect(self.choice_changed)
        self.person_field, self.place_field = (QLineEdit() for _ in range(2))
        for field, name, hint in (
            (self.person_field, tr("Person"), tr("Name or initials; may stay empty")),
            (self.place_field, tr("Place or scanner"), tr("Such as “emergency room, portable”; may stay empty")),
        ):
            field.setObjectName("field")
            field.setMaxLength(_LONGEST_TEXT)
            field.setAccessibleName(name)
            field.setPlaceholderText(hint)

    def _lay_out(self, content: QWidget) -> None:
        row = QHBoxLayout()
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        row.addWidget(
            button(
                tr("&Balanced"),
                tr("The threshold with the largest sum of sensitivity and specificity"),
                self.take_balanced,
            )
        )
        row.addWidget(button(tr("As on the car&d"), tr("The model's own threshold"), self.take_cards))
        form = QFormLayout()
        threshold = QLabel(tr("T&hreshold"))
        threshold.setBuddy(self.slider)
        form.addRow(threshold, row)
        form.addRow(tr("Error &level"), self.level_chooser)
        form.addRow(tr("Pre&valence"), self.prevalence_field)
        who = QFormLayout()
        who.addRow(tr("&Person"), self.person_field)
        who.addRow(tr("Pl&ace"), self.place_field)
        layout = column(content, margin=4, spacing=10)
        layout.addWidget(heading(tr("Does the model keep its promise here?")))
        layout.addLayout(self.promises)
        layout.addWidget(self.cases)
        layout.addWidget(heading(tr("What shall hold here?")))
        layout.addLayout(form)
        layout.addWidget(self.figures)
        layout.addLayout(self._answers_grid())
        for widget in (self.people, self.flattering, self.calibration):
            layout.addWidget(widget)
        layout.addWidget(heading(tr("Who commissions?")))
        layout.addLayout(who)
        layout.addStretch(1)

    def _answers_grid(self) -> QGridLayout:
        """What becomes of the cases, lungs and error level taken in."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.addWidget(sentence(tr("Answers about the cases"), "muted"), 0, 0)
        for column_number, answer in enumerate(_ANSWERS, 1):
            grid.addWidget(sentence(tr(answer), "muted"), 0, column_number)
            for row_number, row in enumerate(_ROWS, 1):
                grid.addWidget(self.decided[row, answer], row_number, column_number)
        for row_number, row in enumerate(_ROWS, 1):
            grid.addWidget(QLabel(tr(row)), row_number, 0)
        grid.setColumnStretch(len(_ANSWERS) + 1, 1)
        for number in range(len(_ANSWERS) + 1):
            grid.setColumnMinimumWidth(number, _COLUMN_WIDTH)
        return grid

    @Slot(int)
    def _on_slid(self, position: int) -> None:
        self.set_threshold(position / _STEPS)
