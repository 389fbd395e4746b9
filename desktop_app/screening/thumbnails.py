"""Small pictures of the open scans, made one after the other in the background."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop_app.jobs import Job, JobFailure, start_job
from desktop_app.screening.scan_session import ScanEntry, ScanSession
from desktop_app.screening.scan_work import ReadingFailed, ThumbnailRead, thumbnails_work

_AT_ONCE = 64
_SOON_MS = 150


class ThumbnailLoader(QObject):
    """Gives every entry of a session its thumbnail."""

    problem_met = Signal(object)
    """ErrorMessage about something that concerns no single file."""

    def __init__(self, session: ScanSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: dict[int, None] = {}
        self._job: Job | None = None
        self._delay = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._delay.timeout.connect(self._start)

    def load_soon(self, entries: Iterable[ScanEntry]) -> None:
        """Make thumbnails of more entries, a moment later than the first scan, which the person waits for."""
        self._waiting.update(dict.fromkeys(entry.number for entry in entries))
        self._delay.start()

    def load(self, entries: Iterable[ScanEntry]) -> None:
        """Make thumbnails of more entries."""
        self._waiting.update(dict.fromkeys(entry.number for entry in entries))
        self._start()

    def cancel(self) -> None:
        """Make no more thumbnails."""
        self._delay.stop()
        self._waiting.clear()
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def _start(self) -> None:
        if self._job is not None or not self._waiting:
            return
        batch = []
        for number in tuple(self._waiting)[:_AT_ONCE]:
            del self._waiting[number]
            entry = self._session.entry(number)
            # The scan that is shown got its thumbnail from the radiograph already in memory.
            if entry is not None and entry.path is not None and entry.thumbnail is None and entry.failure is None:
                batch.append((number, entry.path))
        job = start_job(thumbnails_work(batch), self)
        job.progressed.connect(self._on_progressed)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._job = job

    @Slot(object)
    def _on_progressed(self, event: ThumbnailRead | ReadingFailed) -> None:
        if isinstance(event, ThumbnailRead):
            self._session.set_thumbnail(event.number, event.image)
        else:
            self._session.set_failure(event.number, event.message)

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self.problem_met.emit(failure.message)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        self._start()
