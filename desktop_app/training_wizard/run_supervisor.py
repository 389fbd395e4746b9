"""Keeps a training run going in the background, and tells how far it is a few times a second."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.training.events import EpochFinished, TrainingEvent
from core.training.wizard_flow import RunPhase
from core.training.wizard_progress import RunProgress
from desktop_app.jobs import Job, JobFailure, start_job
from desktop_app.training_wizard.work import train_work

if TYPE_CHECKING:
    from core.training.control import RunControl
    from core.training.run_folder import RunFolder

_TELL_MS = 200


class RunSupervisor(QObject):
    """One run at a time, in a process of its own."""

    progress_changed = Signal(object)
    """RunProgress, five times a second at most."""
    phase_changed = Signal(object)
    """RunPhase."""
    failed = Signal(object)
    """ErrorMessage."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.progress = RunProgress()
        self._job: Job | None = None
        self._control: RunControl | None = None
        self._telling = QTimer(self, singleShot=True, interval=_TELL_MS)
        self._telling.timeout.connect(self._on_tell_due)

    @property
    def is_running(self) -> bool:
        """Whether a run goes on, or is paused."""
        return self._job is not None

    def start(self, run: RunFolder) -> None:
        """Train a prepared run, or go on with one that had stopped; curves that are known stay."""
        from core.training.control import RunControl

        if self._job is not None:
            return
        self._control = RunControl()
        job = start_job(train_work(run, self._control), self)
        self._job = job
        job.progressed.connect(self.take_event)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.finished.connect(self._on_finished)
        self.phase_changed.emit(RunPhase.RUNNING)

    def forget(self, has_refit: bool, epochs: Iterable[EpochFinished] = ()) -> None:
        """Another run is looked at from now on.

        Args:
            has_refit: Whether a training on all images follows its folds.
            epochs: What is known of its finished epochs.
        """
        self.progress = RunProgress(has_refit).with_epochs(epochs)
        self._telling.start()

    @Slot()
    def pause(self) -> None:
        """Stand still after the current step."""
        if self._control is not None and self._job is not None:
            self._control.pause()
            self.phase_changed.emit(RunPhase.PAUSED)

    @Slot()
    def go_on(self) -> None:
        """Go on after a pause."""
        if self._control is not None and self._job is not None:
            self._control.go_on()
            self.phase_changed.emit(RunPhase.RUNNING)

    @Slot()
    def stop(self) -> None:
        """Stop; the run can be resumed."""
        if self._job is not None:
            self.phase_changed.emit(RunPhase.STOPPING)
            self._job.cancel()

    @Slot(object)
    def take_event(self, event: TrainingEvent) -> None:
        """Remember what the run told; pages hear of it at the next tick."""
        self.progress = self.progress.after(event)
        if not self._telling.isActive():
            self._telling.start()

    @Slot()
    def _on_tell_due(self) -> None:
        self.progress_changed.emit(self.progress)

    @Slot(object)
    def _on_succeeded(self, _nothing: object) -> None:
        self._end(RunPhase.FINISHED)

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self._end(RunPhase.FAILED)
        self.failed.emit(failure.message)

    @Slot()
    def _on_cancelled(self) -> None:
        self._end(RunPhase.STOPPED)

    def _end(self, phase: RunPhase) -> None:
        # Before the phase is told: whoever hears of it may start the next run.
        self._job = self._control = None
        self._telling.stop()
        self.progress_changed.emit(self.progress)
        self.phase_changed.emit(phase)

    @Slot()
    def _on_finished(self) -> None:
        self._telling.stop()
