"""Training runs on disk: open, continue, remove."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.language import mark, tr
from core.number_format import integer
from desktop_app.error_messages import MessageBar
from desktop_app.jobs import JobFailure, start_job
from desktop_app.newest_job import NewestJob
from desktop_app.page_parts import button, sentence
from desktop_app.training_wizard.result_work import RunRow, remove_work, runs_work

if TYPE_CHECKING:
    from core.training.run_state import RunState

_COLUMNS = (mark("name"), mark("state"), mark("changed"), mark("images"), mark("what"), mark("figures"))
_STATES = {
    "prepared": mark("not begun", "state of a run"),
    "running": mark("training", "state of a run"),
    "stopped": mark("stopped, can be resumed", "state of a run"),
    "finished": mark("finished", "state of a run"),
    "failed": mark("failed, can be resumed", "state of a run"),
}
_STATE_OF_A_RUN = "state of a run"  # untranslated: a meaning
_IMAGES = 3
_RESUMABLE = ("prepared", "stopped", "failed")


class RunsWindow(QWidget):
    """A list that is read anew each time it is shown."""

    open_requested = Signal(object)
    """Path of a run to look at."""
    resume_requested = Signal(object)
    """Path of a run to go on with."""
    train_requested = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.setWindowTitle(tr("Training runs \N{EN DASH} Hilum"))
        self._folder = folder
        self._rows: tuple[RunRow, ...] = ()
        self._listing = NewestJob(self)
        self._listing.succeeded.connect(self.show_rows)
        self._listing.failed.connect(self._on_failed)
        self.message_bar = MessageBar()
        self.note = sentence("", "muted")
        self.table = QTableWidget(0, len(_COLUMNS))
        self.table.setAccessibleName(tr("Training runs"))
        self.table.setHorizontalHeaderLabels([tr(name) for name in _COLUMNS])
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.itemSelectionChanged.connect(self._on_selection_changed)
        self.table.itemActivated.connect(self.open_selected)
        self.open = button(tr("&Open"), tr("Show the run in the training window"), self.open_selected, "open")
        self.resume = button(
            tr("&Resume"), tr("Go on training from the last finished epoch"), self.resume_selected, "resume"
        )
        self.remove = button(
            tr("Re&move"), tr("Delete the run's files; models that were kept stay"), self.remove_selected, "remove"
        )
        row = QHBoxLayout()
        row.addWidget(self.note, 1)
        row.addWidget(
            button(tr("&Train a model\N{HORIZONTAL ELLIPSIS}"), tr("Begin a new training"), self.train_requested.emit)
        )
        for widget in (self.open, self.resume, self.remove):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        self.resize(900, 420)
        self._on_selection_changed()

    @Slot()
    def refresh(self) -> None:
        """Read the runs again."""
        self._listing.request(runs_work(self._folder))

    @Slot(object)
    def show_rows(self, rows: tuple[RunRow, ...]) -> None:
        """List runs."""
        selected = {row.path for row in self._selected()}
        self._rows = rows
        self.table.setRowCount(len(rows))
        for number, run in enumerate(rows):
            images = integer(run.images) if run.state is not None else ""
            texts = (run.name, _state(run.state), run.changed, images, run.what, run.figures or run.detail)
            for position, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(str(run.path) if not position else text)
                if position == _IMAGES:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(number, position, item)
            if run.path in selected:
                self.table.selectRow(number)
        if rows and not selected:
            self.table.selectRow(0)
        self.note.setText(
            tr("In {folder}").format(folder=self._folder)
            if rows
            else tr("There is no training run yet: Tools > Train a model.")
        )
        self._on_selection_changed()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """Read the runs each time the window comes up."""
        super().showEvent(event)
        self.refresh()

    @Slot()
    def open_selected(self) -> None:
        """Look at the selected run."""
        if chosen := self._selected():
            self.open_requested.emit(chosen[0].path)

    @Slot()
    def resume_selected(self) -> None:
        """Go on with the selected run."""
        if chosen := self._selected():
            self.resume_requested.emit(chosen[0].path)

    @Slot()
    def remove_selected(self) -> None:
        """Ask, then delete the selected runs."""
        chosen = self._selected()
        if not chosen:
            return
        names = ", ".join(row.name for row in chosen[:5]) + (" ..." if len(chosen) > 5 else "")
        question = tr(
            "Delete {runs}? The figures and everything else of the run are gone then; models that were kept stay."
        ).format(runs=names)
        answer = QMessageBox.question(self, tr("Remove training runs"), question)
        if answer == QMessageBox.StandardButton.Yes:
            job = start_job(remove_work([row.path for row in chosen]), self)
            job.failed.connect(self._on_failed)
            job.finished.connect(self.refresh)

    def stop(self) -> None:
        """The program ends."""
        self._listing.cancel()

    def _selected(self) -> list[RunRow]:
        numbers = sorted({index.row() for index in self.table.selectedIndexes()})
        return [self._rows[number] for number in numbers if number < len(self._rows)]

    @Slot()
    def _on_selection_changed(self) -> None:
        chosen = self._selected()
        is_one = len(chosen) == 1
        self.open.setEnabled(is_one and chosen[0].state is not None and str(chosen[0].state) != "prepared")
        self.resume.setEnabled(is_one and str(chosen[0].state) in _RESUMABLE)
        self.remove.setEnabled(bool(chosen) and all(str(row.state) != "running" for row in chosen))

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self.message_bar.show_error(failure.message)


def _state(state: RunState | None) -> str:
    if state is None:
        return tr("cannot be read", "state of a run")
    return tr(_STATES[str(state)], _STATE_OF_A_RUN) if str(state) in _STATES else str(state)
