"""The model and the scans that wait for it."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from core.error_wording import ErrorMessage
from core.jobs import JobContext, Progress
from core.language import tr
from core.screening.screener import Screener
from desktop_app.jobs import Job, JobFailure, Lane, is_lane_busy, start_job
from desktop_app.screening.record_work import RecordChoice, ResultsNotRecorded
from desktop_app.screening.scan_work import (
    ClassificationQueue,
    FileClassified,
    FileFailed,
    batch_work,
    load_model_work,
)


class ClassificationRunner(QObject):
    """Loads the model once, then classifies what is queued, one job at a time.

    Attributes:
        screener: The model with all that keeps its answers honest, None until it is loaded.
        record_choice: What is written into the record with results from now on.
        model_failure: Why there is no model, None while there may be one.
    """

    model_ready = Signal(object)
    """Screener."""
    model_failed = Signal(object)
    file_answered = Signal(object)
    """FileClassified or FileFailed."""
    progressed = Signal(object)
    """Progress, or None when nothing is queued any more."""
    batch_ended = Signal(int, int)
    """How many files were classified, and how many could not be."""
    problem_met = Signal(object)
    """ErrorMessage about something that concerns no single file."""

    record_failed = Signal(object)
    """ErrorMessage: results are there that the record could not take."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.screener: Screener | None = None
        self.model_failure: ErrorMessage | None = None
        self.record_choice = RecordChoice()
        self._queue = ClassificationQueue()
        self._batch: Job | None = None
        self._model_job: Job | None = None
        self._classified = 0
        self._failed = 0
        self._total = 0

    @property
    def is_idle(self) -> bool:
        """Whether the model is loaded and nothing runs on it."""
        return self.screener is not None and not is_lane_busy(Lane.INFERENCE)

    def load_model(self, device: str, error_level: float) -> None:
        """Load the active model in the background, also again where anything about it was chosen anew.

        Args:
            device: Where to run it: one of `DEVICES` of the settings.
            error_level: Share of scans of either class whose true answer may be excluded, 0..1.
        """
        if self._model_job is not None:
            self._model_job.cancel()
        self.screener = None
        self.model_failure = None
        self._queue.hold()
        job = start_job(load_model_work(device, error_level), self, Lane.INFERENCE, is_urgent=True)
        job.progressed.connect(self.progressed)
        job.succeeded.connect(self._on_model_loaded)
        job.failed.connect(self._on_model_failed)
        self._model_job = job

    def enqueue(self, paths: Iterable[Path]) -> None:
        """Classify files when their turn comes."""
        new_paths = list(paths)
        if not new_paths:
            return
        self._queue.extend(new_paths)
        self._total += len(new_paths)
        self._tell_progress()
        self._start_batch()

    def prioritise(self, path: Path) -> None:
        """Classify a queued file next."""
        self._queue.prioritise(path)

    def discard(self, path: Path) -> None:
        """Do not classify a queued file after all."""
        before = len(self._queue)
        self._queue.discard(path)
        self._total -= before - len(self._queue)

    def cancel(self) -> tuple[Path, ...]:
        """Stop classifying.

        Returns:
            The files that were still queued.
        """
        left = self._queue.clear()
        if self._batch is not None:
            self._batch.cancel()
        else:
            self._reset_counts()
        return left

    def run_urgently(self, work: Callable[[JobContext[Any]], object]) -> Job:
        """Run work on the model ahead of everything queued."""
        self._queue.hold()
        job = start_job(work, self, Lane.INFERENCE, is_urgent=True, steps_back=False)
        job.finished.connect(self._on_urgent_finished)
        return job

    def _start_batch(self) -> None:
        if self._batch is not None or self.screener is None or not len(self._queue):
            return
        self._queue.resume()
        job = start_job(batch_work(self._queue, self.screener, self.record_choice), self, Lane.INFERENCE)
        job.progressed.connect(self._on_file_answered)
        job.failed.connect(self._on_batch_failed)
        job.finished.connect(self._on_batch_finished)
        self._batch = job

    @Slot(object)
    def _on_model_loaded(self, screener: Screener) -> None:
        self._model_job = None
        self.screener = screener
        self.model_ready.emit(screener)
        self._tell_progress()
        self._start_batch()

    @Slot(object)
    def _on_model_failed(self, failure: JobFailure) -> None:
        self._model_job = None
        self.model_failure = failure.message
        self._queue.clear()
        self._reset_counts()
        self.model_failed.emit(failure.message)

    @Slot(object)
    def _on_file_answered(self, event: FileClassified | FileFailed | ResultsNotRecorded) -> None:
        if isinstance(event, ResultsNotRecorded):
            self.record_failed.emit(event.message)
            return
        if isinstance(event, FileClassified):
            self._classified += 1
        else:
            self._failed += 1
        self.file_answered.emit(event)
        self._tell_progress()

    @Slot(object)
    def _on_batch_failed(self, failure: JobFailure) -> None:
        self._queue.clear()
        self.problem_met.emit(failure.message)

    @Slot()
    def _on_batch_finished(self) -> None:
        self._batch = None
        if len(self._queue):
            self._start_batch()
            return
        classified, failed = self._classified, self._failed
        self._reset_counts()
        self.batch_ended.emit(classified, failed)

    @Slot()
    def _on_urgent_finished(self) -> None:
        self._queue.resume()
        self._start_batch()

    def _reset_counts(self) -> None:
        self._classified = self._failed = self._total = 0
        self.progressed.emit(None)

    def _tell_progress(self) -> None:
        if self._total:
            self.progressed.emit(Progress(self._classified + self._failed, self._total, tr("Classifying")))
        else:
            self.progressed.emit(None)
