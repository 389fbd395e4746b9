"""What happens on the result page: figures, use, dossier, comparison."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from core.language import tr
from desktop_app.jobs import Job, JobFailure, Work, start_job
from desktop_app.newest_job import NewestJob
from desktop_app.training_wizard.result_work import (
    RunResult,
    compare_work,
    dossier_work,
    point_work,
    result_at_work,
    result_work,
    use_work,
)

if TYPE_CHECKING:
    from core.registry.version import ModelVersion
    from core.training.run_folder import RunFolder


class ResultController(QObject):
    """Computes what the result page shows, and does what its buttons ask for.

    Attributes:
        result: What is shown, None while there is nothing.
    """

    result_ready = Signal(object)
    """RunResult."""
    figures_ready = Signal(object)
    """RunResult of the same run at another threshold."""
    result_missing = Signal(str)
    point_ready = Signal(object)
    """OperatingPoint."""
    comparison_ready = Signal(object)
    """The comparison in words."""
    busy_changed = Signal(bool)
    model_activated = Signal(object)
    """ModelVersion that answers from now on."""
    note_made = Signal(str)
    problem_met = Signal(object)
    """ErrorMessage."""

    def __init__(self, person: Callable[[], str] = str, parent: QObject | None = None) -> None:
        """Choose whom the record names.

        Args:
            person: Says who lets a model answer; may be empty.
            parent: As of any object of Qt's.
        """
        super().__init__(parent)
        self.result: RunResult | None = None
        self._person = person
        self._results = NewestJob(self)
        self._results.succeeded.connect(self._on_result)
        self._results.failed.connect(self._on_result_failed)
        self._figures = NewestJob(self, 150, interrupts=False)
        self._figures.succeeded.connect(self._on_figures)
        self._figures.failed.connect(self._on_failed)
        self._points = NewestJob(self, 30, interrupts=False)
        self._points.succeeded.connect(self.point_ready)
        self._points.failed.connect(self._on_failed)

    def show_run(self, run: RunFolder) -> None:
        """Compute the figures of a finished run."""
        if self.result is not None and self.result.run.path == run.path:
            return
        self.clear()
        self.result_missing.emit(tr("Computing the figures\N{HORIZONTAL ELLIPSIS}"))
        self._results.request(result_work(run))

    def clear(self) -> None:
        """No finished run is looked at."""
        self.result = None
        self._results.cancel()
        self._figures.cancel()
        self._points.cancel()

    @Slot(float, float)
    def work_out_point(self, threshold: float, prevalence: float) -> None:
        """Work out what a threshold would mean."""
        if self.result is not None:
            self._points.request(point_work(self.result.summary, threshold, prevalence))
            if self._figures.is_busy or threshold != self.result.summary.pooled.threshold:
                self._figures.request(result_at_work(self.result, threshold))

    @Slot(float)
    def use_model(self, threshold: float) -> None:
        """Keep the model and let it answer from now on, at this threshold."""
        if self.result is not None:
            self._start(use_work(self.result.run, threshold, self._person())).succeeded.connect(self._on_used)

    @Slot(object, float)
    def save_dossier(self, path: Path, threshold: float) -> None:
        """Write the dossier at this threshold: the PDF, and JSON beside it."""
        if self.result is not None:
            self._start(dossier_work(self.result.run, path, threshold)).succeeded.connect(self._on_dossier_saved)

    @Slot(float)
    def compare(self, threshold: float) -> None:
        """Compare the model at this threshold with the one that answers now."""
        if self.result is not None:
            self._start(compare_work(self.result, threshold)).succeeded.connect(self.comparison_ready)

    @Slot()
    def open_folder(self) -> None:
        """Show the run's files in the file manager."""
        if self.result is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.result.run.path)))

    def stop(self) -> None:
        """The program ends."""
        self.clear()

    def _start(self, work: Work) -> Job:
        self.busy_changed.emit(True)
        job = start_job(work, self)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        return job

    @Slot(object)
    def _on_result(self, result: RunResult) -> None:
        self.result = result
        self.result_ready.emit(result)

    @Slot(object)
    def _on_figures(self, result: RunResult) -> None:
        if self.result is not None and self.result.run.path == result.run.path:
            self.result = result
            self.figures_ready.emit(result)

    @Slot(object)
    def _on_result_failed(self, failure: JobFailure) -> None:
        self.result_missing.emit(failure.message.text)
        self.problem_met.emit(failure.message)

    @Slot(object)
    def _on_used(self, version: ModelVersion) -> None:
        note = tr("{model} is kept and classifies from now on. Tools > Models goes back.")
        self.note_made.emit(note.format(model=version.label))
        self.model_activated.emit(version)

    @Slot(object)
    def _on_dossier_saved(self, path: Path) -> None:
        note = tr("Dossier saved as {pdf} and {json}.")
        self.note_made.emit(note.format(pdf=path.name, json=path.with_suffix(".json").name))

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self.problem_met.emit(failure.message)

    @Slot()
    def _on_finished(self) -> None:
        self.busy_changed.emit(False)
