"""The wizard's pages as a list: where one is, where one can go, and why not elsewhere."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from core.language import mark, tr
from core.training.wizard_flow import Step, WizardState

TITLES = {
    Step.FOLDER: mark("Folder"),
    Step.CHECK: mark("Check"),
    Step.AUDIT: mark("Audit"),
    Step.LOOK: mark("Look"),
    Step.PLAN: mark("Plan"),
    Step.RUN: mark("Run"),
    Step.RESULT: mark("Result"),
}


class StepList(QListWidget):
    """One row for each page; those that cannot be entered are greyed and say why."""

    step_chosen = Signal(object)
    """Step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Steps of the training"))
        self.setFixedWidth(132)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(3)
        for number, title in enumerate(TITLES.values(), start=1):
            self.addItem(QListWidgetItem(f"{number}   {tr(title)}"))
        self.currentRowChanged.connect(self._on_row_changed)

    def show_state(self, state: WizardState) -> None:
        """Mark the page shown and those that can be entered."""
        with QSignalBlocker(self):
            for row, step in enumerate(Step):
                item = self.item(row)
                reason = state.why_not(step)
                flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                item.setFlags(Qt.ItemFlag.NoItemFlags if reason else flags)
                item.setToolTip(reason or tr("Go to “{page}”").format(page=tr(TITLES[step])))
            self.setCurrentRow(tuple(Step).index(state.step))

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        if row >= 0:
            self.step_chosen.emit(tuple(Step)[row])
