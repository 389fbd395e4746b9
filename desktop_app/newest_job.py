"""Background work of which only the newest matters: a preview that follows a slider."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.jobs import Job, JobFailure, Work, start_job


class NewestJob(QObject):
    """Runs one piece of work at a time; what is asked for meanwhile replaces what waits."""

    progressed = Signal(object)
    succeeded = Signal(object)
    """The result of the newest work only."""
    failed = Signal(object)
    """JobFailure of the newest work only."""
    finished = Signal()
    """Nothing runs and nothing waits any more."""

    def __init__(self, parent: QObject, delay_ms: int = 0, *, interrupts: bool = True, steps_back: bool = True) -> None:
        """Make it.

        Args:
            parent: Work is cancelled when it is destroyed.
            delay_ms: How long to wait for something newer before starting.
            interrupts: Whether newer work cancels what runs; else that is let to its end, and shown.
            steps_back: Whether other programs go first; not where a person waits for the outcome.
        """
        super().__init__(parent)
        self._interrupts = interrupts
        self._steps_back = steps_back
        self._job: Job | None = None
        self._waiting: Work | None = None
        self._delay = QTimer(self, singleShot=True, interval=delay_ms)
        self._delay.timeout.connect(self._start)

    @property
    def is_busy(self) -> bool:
        """Whether something runs or waits."""
        return self._job is not None or self._waiting is not None

    def request(self, work: Work) -> None:
        """Run this, instead of whatever was asked for before."""
        self._waiting = work
        if self._job is not None:
            if self._interrupts:
                self._job.cancel()
        elif not self._delay.isActive() or self._delay.interval():
            self._delay.start()

    @Slot()
    def cancel(self) -> None:
        """Stop, and forget what waits."""
        self._waiting = None
        self._delay.stop()
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def _start(self) -> None:
        work, self._waiting = self._waiting, None
        if work is None or self._job is not None:
            return
        job = start_job(work, self, steps_back=self._steps_back)
        self._job = job
        job.progressed.connect(self.progressed)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)

    @Slot(object)
    def _on_succeeded(self, result: object) -> None:
        if self._waiting is None or not self._interrupts:
            self.succeeded.emit(result)

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        if self._waiting is None or not self._interrupts:
            self.failed.emit(failure)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        if self._waiting is not None:
            self._delay.start()
        else:
            self.finished.emit()
