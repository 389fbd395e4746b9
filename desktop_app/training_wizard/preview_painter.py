"""Live pictures of what training makes of images: asks a process for them and never for more than it has drawn."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.jobs import JobContext
from core.training.preview_process import (
    CompositeRequest,
    CompositesDrawn,
    PreviewDrawn,
    PreviewProcess,
    PreviewReady,
    PreviewRequest,
)
from desktop_app.jobs import Job, JobFailure, start_job

_AFTER_MS = 40


class PreviewPainter(QObject):
    """Draws the newest request; those that came and went while another was drawn are left out."""

    drawn = Signal(object)
    """PreviewDrawn."""
    composites_drawn = Signal(object)
    """CompositesDrawn."""
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: PreviewProcess | None = None
        self._job: Job | None = None
        self._waiting: PreviewRequest | CompositeRequest | None = None
        self._is_ready = False
        self._delay = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._delay.timeout.connect(self._send)

    def draw(self, request: PreviewRequest | CompositeRequest) -> None:
        """Draw this, instead of whatever was asked for before; starts the process where there is none."""
        self._waiting = request
        if self._job is None:
            self._start()
        elif self._is_ready:
            self._delay.start()

    @Slot()
    def stop(self) -> None:
        """End the process; nobody looks any more."""
        self._waiting = None
        # What is asked for from now on waits for the next process.
        self._is_ready = False
        self._delay.stop()
        if self._job is not None:
            self._job.cancel()

    def _start(self) -> None:
        process = PreviewProcess()
        self._process, self._is_ready = process, False
        job = start_job(process.run, self)
        self._job = job
        job.progressed.connect(self._on_event)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)

    @Slot()
    def _send(self) -> None:
        process, request = self._process, self._waiting
        if process is None or request is None or not self._is_ready:
            return
        self._waiting, self._is_ready = None, False

        def work(_context: JobContext[object]) -> bool:
            return process.ask(request)

        # In the background: the process may be slow to read.
        start_job(work, self)

    @Slot(object)
    def _on_event(self, event: PreviewReady | PreviewDrawn | CompositesDrawn) -> None:
        self._is_ready = True
        match event:
            case PreviewDrawn():
                self.drawn.emit(event)
            case CompositesDrawn():
                self.composites_drawn.emit(event)
        if self._waiting is not None:
            self._delay.start()

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        # What made the process fail would do so again.
        self._waiting = None
        self.failed.emit(failure.message.text)

    @Slot()
    def _on_finished(self) -> None:
        was_asked = self._waiting
        self._job = self._process = None
        self._is_ready = False
        # Stopped and wanted again before it had ended.
        if was_asked is not None:
            self.draw(was_asked)
