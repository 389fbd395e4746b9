"""Sends what is in the queue while the window is open, and puts into it what a person wants to send."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.interchange.archive.nodes import ArchiveNode
from desktop_app.connection.queue_work import QueueCounts, counts_work, remove_work, sending_work, try_again_work
from desktop_app.connection.sending_work import (
    Enqueued,
    ResultsMaker,
    SendRequest,
    enqueue_files_work,
    enqueue_work,
)
from desktop_app.jobs import Job, JobFailure, Lane, Work, start_job
from desktop_app.newest_job import NewestJob

if TYPE_CHECKING:
    from collections.abc import Sequence

_TELLS_EVERY_MS = 250


class SendingController(QObject):
    """Works at the queue of what is to be sent.

    Attributes:
        counts: How many objects are how far.
    """

    counts_changed = Signal(object)
    """QueueCounts."""
    queue_changed = Signal()
    """Something in the queue is otherwise than before."""
    enqueued = Signal(object)
    """Enqueued: what a person wanted to send is in the queue."""
    progressed = Signal(object)
    """Progress of making what is to be sent; None when that is over."""
    problem_met = Signal(object)
    """ErrorMessage."""

    def __init__(self, maker: ResultsMaker, parent: QObject | None = None) -> None:
        """Prepare; nothing is sent before `begin`.

        Args:
            maker: What results are made with, and the worklist.
            parent: The window.
        """
        super().__init__(parent)
        self.counts = QueueCounts()
        self._maker = maker
        self._worker: Job | None = None
        self._making: Job | None = None
        self._waiting: deque[tuple[SendRequest, bool]] = deque()
        self._ends_request = False
        self._made: Enqueued | None = None
        self._is_stopped = False
        self._counting = NewestJob(self)
        self._counting.succeeded.connect(self._on_counted)
        self._counting.failed.connect(self._on_failed)
        self._tell = QTimer(self, interval=_TELLS_EVERY_MS, singleShot=True)
        self._tell.timeout.connect(self._on_tell)

    @property
    def is_making(self) -> bool:
        """Whether something is being made that will be sent."""
        return self._making is not None

    @Slot()
    def begin(self) -> None:
        """Send what is due, from now on until `stop`."""
        self._is_stopped = False
        if self._worker is None:
            self._worker = job = start_job(sending_work(self._maker.worklist), self)
            job.progressed.connect(self._note_change)
            job.failed.connect(self._on_failed)
            job.finished.connect(self._on_worker_finished)
        self._on_tell()

    @Slot()
    def stop(self) -> None:
        """Send nothing more; what is in the queue stays there."""
        self._is_stopped = True
        self._waiting.clear()
        self._tell.stop()
        self._counting.cancel()
        for job in (self._worker, self._making):
            if job is not None:
                job.cancel()

    def send(self, request: SendRequest) -> None:
        """Make what is to be sent, in the background, put it into the queue, and send it."""
        *parts, last = request.parts()
        self._waiting.extend([*((part, False) for part in parts), (last, True)])
        self._make_next()

    def send_files(self, paths: Sequence[Path], node: ArchiveNode, scan: Path) -> None:
        """Send results that were written for this; they are deleted once the queue has copies.

        Args:
            paths: The results.
            node: The archive.
            scan: The file of the scan that they are about.
        """
        job = start_job(enqueue_files_work(paths, node, scan, self._maker.worklist))
        job.succeeded.connect(self._on_files_enqueued)
        job.failed.connect(self._on_failed)

    @Slot()
    def cancel_making(self) -> None:
        """Make no more of what was to be sent; what is in the queue already is sent."""
        self._waiting.clear()
        if self._making is not None:
            self._making.cancel()

    def try_again(self, numbers: Sequence[int]) -> None:
        """Try objects at once."""
        self._change(try_again_work(numbers))

    def remove(self, numbers: Sequence[int]) -> None:
        """Take objects out of the queue."""
        self._change(remove_work(numbers, self._maker.worklist))

    def _change(self, work: Work) -> None:
        job = start_job(work, self, steps_back=False)
        job.succeeded.connect(self._on_changed)
        job.failed.connect(self._on_failed)

    def _make_next(self) -> None:
        if self._making is not None or not self._waiting:
            return
        request, self._ends_request = self._waiting.popleft()
        lane = Lane.INFERENCE if request.needs_model else None
        self._making = job = start_job(enqueue_work(request, self._maker), self, lane)
        job.progressed.connect(self.progressed)
        job.succeeded.connect(self._on_made)
        job.failed.connect(self._on_making_failed)
        job.finished.connect(self._on_making_finished)

    @Slot(object)
    def _on_made(self, made: Enqueued) -> None:
        self._made = made if self._made is None else self._made + made
        self._on_changed()

    @Slot()
    def _on_making_finished(self) -> None:
        self._making = None
        if not self._waiting:
            self.progressed.emit(None)
        if self._ends_request or not self._waiting:
            made, self._made = self._made, None
            if made is not None:
                self.enqueued.emit(made)
        self._make_next()

    @Slot(object)
    def _on_making_failed(self, failure: JobFailure) -> None:
        """The queue itself takes nothing: neither would it take the rest."""
        self._waiting.clear()
        self._on_failed(failure)

    @Slot(object)
    def _on_files_enqueued(self, made: Enqueued) -> None:
        self._on_changed()
        self.enqueued.emit(made)

    @Slot()
    def _on_changed(self) -> None:
        """The queue was changed from here: something may be due."""
        if not self._is_stopped:
            self.begin()

    @Slot()
    def _note_change(self) -> None:
        if not self._tell.isActive():
            self._tell.start()

    @Slot()
    def _on_tell(self) -> None:
        self._counting.request(counts_work())
        self.queue_changed.emit()

    @Slot(object)
    def _on_counted(self, counts: QueueCounts) -> None:
        if counts != self.counts:
            self.counts = counts
            self.counts_changed.emit(counts)

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self.problem_met.emit(failure.message)

    @Slot()
    def _on_worker_finished(self) -> None:
        self._worker = None
