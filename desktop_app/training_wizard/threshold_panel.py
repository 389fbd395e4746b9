"""A threshold and what it would mean where the model is used."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QGridLayout, QHBoxLayout, QLabel, QSlider, QWidget

from core.language import mark, tr
from core.number_format import decimal, percent
from desktop_app.decimal_field import DecimalField
from desktop_app.page_parts import button, column, heading, sentence, write_in_percent
from desktop_app.training_wizard.words import share_words

if TYPE_CHECKING:
    from core.training.operating_point import OperatingPoint, People

_STEPS = 1000
_ROWS = (mark("found"), mark("missed"), mark("false alarms"), mark("rightly cleared"))


class ThresholdPanel(QWidget):
    """Asks for the consequences of what is chosen, and shows those it is given."""

    point_requested = Signal(float, float)
    """Threshold and prevalence, both 0..1."""
    best_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._threshold = 0.5
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setValue(_STEPS // 2)
        self.slider.setAccessibleName(tr("Threshold"))
        self.slider.setToolTip(tr("Probability from which the decision is positive"))
        self.number = DecimalField()
        self.number.setRange(0.0, 1.0)
        self.number.setDecimals(3)
        self.number.setSingleStep(0.01)
        self.number.setValue(0.5)
        self.number.setAccessibleName(tr("Threshold, probability"))
        self.number.setToolTip(tr("Probability from which the decision is positive"))
        self.prevalence = DecimalField()
        self.prevalence.setRange(0.0, 100.0)
        self.prevalence.setDecimals(2)
        write_in_percent(self.prevalence)
        self.prevalence.setMaximumWidth(140)
        self.prevalence.setValue(5.0)
        self.prevalence.setAccessibleName(tr("Prevalence, percent"))
        self.prevalence.setToolTip(tr("How many of a hundred people who are X-rayed where you work have the condition"))
        self.people = {row: QLabel() for row in _ROWS}
        self.figures = sentence()
        self._lay_out()
        self.slider.valueChanged.connect(self._on_slid)
        self.number.valueChanged.connect(self._on_number_changed)
        self.prevalence.valueChanged.connect(self.request)

    @property
    def chosen(self) -> float:
        """The threshold, exactly; the number shows it rounded."""
        return self._threshold

    @Slot()
    def request(self) -> None:
        """Ask for the consequences of what is chosen."""
        self.point_requested.emit(self._threshold, self.prevalence.value() / 100)

    def set_threshold(self, threshold: float) -> None:
        """Choose a threshold. Between well-divided classes it may lie nearer to 0 or 1 than the number can show."""
        if not math.isfinite(threshold):
            return
        self._threshold = threshold
        with QSignalBlocker(self.slider), QSignalBlocker(self.number):
            self.slider.setValue(round(threshold * _STEPS))
            self.number.setValue(threshold)
        self.request()

    def show_point(self, point: OperatingPoint, positive_class: str) -> None:
        """Show the consequences."""
        values = (point.found, point.missed, point.false_alarms, point.rightly_cleared)
        for row, people in zip(_ROWS, values, strict=True):
            self.people[row].setText(_people(people))
        figures = point.figures
        here = tr("On these images: sensitivity {sensitivity}, specificity {specificity}.").format(
            sensitivity=share_words(figures.sensitivity), specificity=share_words(figures.specificity)
        )
        there = tr(
            "At {prevalence} prevalence a decision “{positive}” is right in {right}, any other in {other_right}."
        ).format(
            prevalence=percent(point.prevalence, 2),
            positive=positive_class,
            right=share_words(point.positive_predictive_value),
            other_right=share_words(point.negative_predictive_value),
        )
        self.figures.setText(f"{here}\n{there}")

    def _lay_out(self) -> None:
        form = QFormLayout()
        row = QHBoxLayout()
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        row.addWidget(
            button(
                tr("Balanc&ed"),
                tr("The threshold with the largest sum of sensitivity and specificity"),
                self.best_requested.emit,
            )
        )
        label = QLabel(tr("T&hreshold"))
        label.setBuddy(self.slider)
        form.addRow(label, row)
        form.addRow(tr("Pre&valence"), self.prevalence)
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        for number, (name, label) in enumerate(self.people.items()):
            label.setProperty("role", "heading")
            label.setAccessibleName(tr(name))
            grid.addWidget(QLabel(tr(name)), number, 0)
            grid.addWidget(label, number, 1)
        grid.setColumnStretch(2, 1)
        layout = column(self, margin=8, spacing=10)
        layout.addLayout(form)
        layout.addWidget(heading(tr("Of 1,000 people who are X-rayed")))
        layout.addLayout(grid)
        layout.addWidget(self.figures)
        layout.addWidget(
            sentence(
                tr(
                    "This holds where people are as ill and as well as in these images. A threshold chosen by these "
                    "figures flatters them: images that come later do somewhat worse. “Use this model” and the dossier "
                    "take what is chosen here."
                ),
                "warning",
            )
        )
        layout.addStretch()

    @Slot(int)
    def _on_slid(self, position: int) -> None:
        self.number.setValue(position / _STEPS)

    @Slot(float)
    def _on_number_changed(self, value: float) -> None:
        self.set_threshold(value)


def _people(people: People) -> str:
    if not math.isfinite(people.value):
        return tr("not defined")
    if not math.isfinite(people.low + people.high):
        return decimal(people.value, 1)
    value, low, high = (decimal(number, 1) for number in (people.value, people.low, people.high))
    return tr("{value}  ({low} to {high})").format(value=value, low=low, high=high)
