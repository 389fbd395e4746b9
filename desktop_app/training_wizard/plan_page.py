"""Fourth page: what is trained, and how long that takes here."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from core.language import mark, tr
from core.number_format import general
from core.training.plan import Depth, TrainingPlan
from core.training.validate import MOST_BATCH_SIZE, MOST_EPOCHS, MOST_FOLDS
from core.training.wizard_plan import LARGEST_SEED, FieldProblem, depth_sentence
from core.training.wizard_progress import describe_duration
from desktop_app.page_parts import button, column, scrolling, sentence
from desktop_app.training_wizard.shortcut_panel import ShortcutPanel
from desktop_app.training_wizard.start_chooser import KeptVersion, StartChooser

if TYPE_CHECKING:
    from core.training.estimate import RunEstimate

_DEVICES = {
    "auto": mark("Automatic: the fastest there is"),
    "cpu": mark("Processor"),
    "cuda": mark("NVIDIA graphics (CUDA)"),
}
_DEPTH_NAMES = {Depth.QUICK: mark("&Quick"), Depth.PARTIAL: mark("&Partial"), Depth.FULL: mark("F&ull")}


@dataclass(frozen=True)
class _Row:
    """A field of the form with the place for what is wrong with it."""

    widget: QWidget
    problem: QLabel


class PlanPage(QWidget):
    """Edits a `TrainingPlan`; says at each field what is wrong with it."""

    plan_changed = Signal(object)
    """TrainingPlan, as entered."""
    estimate_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: TrainingPlan | None = None
        self._rows: dict[str, _Row] = {}
        self.name, self.rate, self.decay = QLineEdit(), QLineEdit(), QLineEdit()
        self.name.setMaxLength(60)
        for edit in (self.name, self.rate, self.decay):
            edit.setObjectName("field")
            edit.setMaximumWidth(320)
        self.positive = QComboBox()
        self.start = StartChooser()
        self.folds = _number(1, MOST_FOLDS, tr("2 to 20; 1 trains one fold of five for a quick look"))
        self.folds.setSpecialValueText(tr("1 of 5, a quick look"))
        self.epochs = _number(0, MOST_EPOCHS, tr("Passes over the training images of a fold"))
        self.epochs.setSpecialValueText(tr("as the recipe says"))
        self.batch = _number(2, MOST_BATCH_SIZE, tr("Images per step; the paper's is 32"))
        self.rate.setToolTip(tr("Learning rate of Adam; the paper's is 0.0003"))
        self.decay.setToolTip(tr("Weight decay; 0 is plain Adam, as in the paper"))
        self.seed = _number(
            0, LARGEST_SEED, tr("Of everything random: the same seed gives the same run on a processor")
        )
        self.device = QComboBox()
        for value, title in _DEVICES.items():
            self.device.addItem(tr(title), value)
        self.shortcuts = ShortcutPanel()
        self.refits = QCheckBox(tr("Train the final model on all images after the folds"))
        self.refits.setToolTip(tr("Without it there are figures but no model to use"))
        self.depths, self.depth_times = self._depth_choice()
        self._estimate_note = sentence("", "muted")
        self._measure = button(
            tr("&Measure again"), tr("Measure again how long each depth takes here"), self.estimate_requested.emit
        )
        self.advanced = QCheckBox(tr("Ad&vanced settings"))
        self.advanced.setToolTip(tr("Batch, learning rate, weight decay, seed, device, final training"))
        self._advanced_inside = QWidget()
        self.advanced.toggled.connect(self._advanced_inside.setVisible)
        self._lay_out()
        self._connect()

    def show_plan(self, plan: TrainingPlan) -> None:
        """Take a plan without saying so."""
        self._plan = plan
        blockers = [QSignalBlocker(row.widget) for row in self._rows.values()]
        blockers += [QSignalBlocker(choice) for choice in self.depths.values()]
        if self.name.text() != plan.name:
            self.name.setText(plan.name)
        if [self.positive.itemText(row) for row in range(self.positive.count())] != list(plan.classes):
            self.positive.clear()
            self.positive.addItems(list(plan.classes))
        self.positive.setCurrentText(plan.positive_class)
        self.start.show_start(plan.start)
        self.depths[plan.depth].setChecked(True)
        self.folds.setValue(plan.folds)
        self.epochs.setValue(plan.epochs or 0)
        self.batch.setValue(plan.batch_size)
        for edit, value in ((self.rate, plan.learning_rate), (self.decay, plan.weight_decay)):
            if not _same(edit.text(), value):
                edit.setText(general(value))
        self.seed.setValue(plan.seed)
        self.device.setCurrentIndex(max(0, self.device.findData(plan.device)))
        self.refits.setChecked(plan.refits)
        self.shortcuts.show_plan(plan)
        del blockers

    def show_problems(self, problems: Sequence[FieldProblem]) -> None:
        """Say at each field what is wrong with it."""
        found = {problem.field: problem.sentence for problem in problems}
        for field, row in self._rows.items():
            text = found.get(field, "")
            row.problem.setText(text)
            row.problem.setVisible(bool(text))
            row.widget.setAccessibleDescription(text)
        if {"batch_size", "learning_rate", "weight_decay", "seed"} & set(found):
            self.advanced.setChecked(True)

    def show_versions(self, versions: Sequence[KeptVersion]) -> None:
        """Offer the versions that are kept here as start weights."""
        self.start.show_versions(versions)

    def show_measuring(self) -> None:
        """Say that the times are being measured."""
        self._measure.setEnabled(False)
        self._estimate_note.setText(tr("Measuring how long each depth takes here\N{HORIZONTAL ELLIPSIS}"))

    def show_estimate(self, estimate: RunEstimate) -> None:
        """Show the measured times, and which depth is recommended."""
        self._measure.setEnabled(True)
        for depth, label in self.depth_times.items():
            seconds = estimate.seconds.get(depth)
            label.setText(_time_words(seconds, is_recommended=depth is estimate.recommended))
        self._estimate_note.setText(tr("Measured with a few real steps on this computer, for the whole run."))

    def show_estimate_problem(self, text: str) -> None:
        """Say why the times could not be measured."""
        self._measure.setEnabled(True)
        for label in self.depth_times.values():
            label.setText("")
        self._estimate_note.setText(text)

    def forget_estimate(self) -> None:
        """The plan has changed so much that the times no longer hold."""
        self._measure.setEnabled(True)
        for label in self.depth_times.values():
            label.setText("")
        self._estimate_note.setText(tr("The times have not been measured for these settings."))

    @Slot()
    def _on_changed(self) -> None:
        if self._plan is None:
            return
        self._plan = replace(
            self._plan,
            name=self.name.text().strip(),
            positive_class=self.positive.currentText(),
            start=self.start.start,
            depth=next(depth for depth, choice in self.depths.items() if choice.isChecked()),
            folds=self.folds.value(),
            epochs=self.epochs.value() or None,
            batch_size=self.batch.value(),
            learning_rate=_value_of(self.rate.text()),
            weight_decay=_value_of(self.decay.text()),
            seed=self.seed.value(),
            device=str(self.device.currentData()),
            refits=self.refits.isChecked(),
            against_shortcuts=self.shortcuts.switch.isChecked(),
            leaves_out_invisible=self.shortcuts.leave_out.isChecked(),
        )
        self.plan_changed.emit(self._plan)

    def _connect(self) -> None:
        for edit in (self.name, self.rate, self.decay):
            edit.textChanged.connect(self._on_changed)
        for combo in (self.positive, self.device):
            combo.currentIndexChanged.connect(self._on_changed)
        for number in (self.folds, self.epochs, self.batch, self.seed):
            number.valueChanged.connect(self._on_changed)
        self._depth_group.buttonToggled.connect(self._on_changed)
        self.start.changed.connect(self._on_changed)
        self.refits.toggled.connect(self._on_changed)
        self.shortcuts.changed.connect(self._on_changed)

    def _depth_choice(self) -> tuple[dict[Depth, QRadioButton], dict[Depth, QLabel]]:
        self._depth_group = QButtonGroup(self)
        choices, times = {}, {}
        for depth, title in _DEPTH_NAMES.items():
            choice = QRadioButton(tr(title))
            choice.setToolTip(depth_sentence(depth))
            choice.setAccessibleDescription(depth_sentence(depth))
            self._depth_group.addButton(choice)
            choices[depth] = choice
            times[depth] = QLabel()
        choices[Depth.QUICK].setChecked(True)
        return choices, times

    def _lay_out(self) -> None:
        content = QWidget()
        layout = column(content, spacing=10)
        form = self._form()
        self._add(form, tr("N&ame of the model"), "name", self.name)
        self._add(form, tr("P&ositive class"), "positive_class", self.positive)
        self._add(form, tr("Start wei&ghts"), "start", self.start)
        self._add(form, tr("Depth"), "depth", self._depth_widget())
        self._add(form, tr("&Folds"), "folds", self.folds)
        self._add(form, tr("&Epochs"), "epochs", self.epochs)
        self._add(form, tr("Shortcuts"), "against_shortcuts", self.shortcuts)
        layout.addLayout(form)
        advanced = self._form()
        self._add(advanced, tr("Batc&h"), "batch_size", self.batch)
        self._add(advanced, tr("&Learning rate"), "learning_rate", self.rate)
        self._add(advanced, tr("&Weight decay"), "weight_decay", self.decay)
        self._add(advanced, tr("See&d"), "seed", self.seed)
        self._add(advanced, tr("Devi&ce"), "device", self.device)
        self._add(advanced, "", "refits", self.refits)
        self._advanced_inside.setLayout(advanced)
        self._advanced_inside.hide()
        layout.addWidget(self.advanced)
        layout.addWidget(self._advanced_inside)
        layout.addStretch()
        column(self).addWidget(scrolling(content, tr("Plan")))

    def _depth_widget(self) -> QWidget:
        widget = QWidget()
        layout = column(widget, spacing=4)
        for depth, choice in self.depths.items():
            row = QHBoxLayout()
            row.addWidget(choice)
            row.addWidget(self.depth_times[depth])
            row.addStretch()
            layout.addLayout(row)
            layout.addWidget(_indented(sentence(depth_sentence(depth), "muted")))
        row = QHBoxLayout()
        row.addWidget(self._measure)
        row.addWidget(self._estimate_note, 1)
        layout.addLayout(row)
        return widget

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setHorizontalSpacing(16)
        return form

    def _add(self, form: QFormLayout, title: str, field: str, widget: QWidget) -> None:
        holder = QWidget()
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        row = QHBoxLayout()
        row.addWidget(widget)
        if widget.layout() is None:
            # A field stays as narrow as it is; what is wrong with it has the whole width to be said in.
            row.addStretch()
        inside.addLayout(row)
        problem = sentence("", "danger")
        problem.setObjectName(f"problem_{field}")
        problem.hide()
        inside.addWidget(problem)
        label = QLabel(title)
        label.setBuddy(widget)
        if title and not widget.accessibleName():
            widget.setAccessibleName(title.replace("&", ""))
        form.addRow(label, holder)
        self._rows[field] = _Row(widget, problem)


def _number(least: int, most: int, tip: str) -> QSpinBox:
    spin = QSpinBox()
    spin.setRange(least, most)
    spin.setToolTip(tip)
    spin.setMaximumWidth(200)
    return spin


def _time_words(seconds: float | None, *, is_recommended: bool) -> str:
    text = tr("about {duration}").format(duration=describe_duration(seconds)) if seconds is not None else ""
    return tr("{time} \N{EN DASH} recommended here").format(time=text) if is_recommended else text


def _indented(widget: QWidget) -> QWidget:
    widget.setContentsMargins(22, 0, 0, 0)
    return widget


def _value_of(text: str) -> float:
    """The number a person typed, with a point or a comma; NaN where it is none."""
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return math.nan


def _same(text: str, value: float) -> bool:
    typed = _value_of(text)
    return typed == value or (math.isnan(typed) and math.isnan(value))
