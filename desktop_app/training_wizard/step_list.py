"""The wizard's pages as a list: where one is, where one can go, and why not elsewhere."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from core.training.wizard_flow import Step, WizardState

TITLES = {
    Step.FOLDER: "Folder",
    Step.CHECK: "Check",
    Step.AUDIT: "Audit",
    Step.LOOK: "Look",
    Step.PLAN: "Plan",
    Step.RUN: "Run",
    Step.RESULT: "Result",
}


class StepList(QListWidget):
    """One row for each page; those that cannot be entered are greyed and say why."""

    step_chosen = Signal(object)
    """Step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Steps of the training")
        self.setFixedWidth(132)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSpacing(3)
        for number, title in enumerate(TITLES.values(), start=1):
            self.addItem(QListWidgetItem(f"{number}   {title}"))
        self.currentRowChanged.connect(self._on_row_changed)

    def show_state(self, state: WizardState) -> None:
        """Mark the page shown and those that can be entered."""
        with QSignalBlocker(self):
            for row, step in enumerate(Step):
                item = self.item(row)
                reason = state.why_not(step)
                flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
                item.setFlags(Qt.ItemFlag.NoItemFlags if reason else flags)
                item.setToolTip(reason or f"Go to “{TITLES[step]}”")
            self.setCurrentRow(tuple(Step).index(state.step))

    @Slot(int)
    def _on_row_changed(self, row: int) -> None:
        if row >= 0:
            self.step_chosen.emit(tuple(Step)[row])
