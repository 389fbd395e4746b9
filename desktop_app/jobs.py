"""Work in the background: each job on its own thread, with exactly one outcome.

The worker's thread and the window's thread meet in one place, `Job`. Work is a function of a `JobContext`; it gets a
snapshot of values, never a widget. Whatever it does, a job says `progressed` any number of times, then exactly one
of `succeeded`, `failed` or `cancelled`, then `finished`, all of them in the window's thread.
"""

import logging
import time
from collections import defaultdict, deque
from enum import StrEnum

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from core.jobs import CancellationToken
from desktop_app.job_thread import Ending, JobFailure, Work, WorkThread

__all__ = [
    "Job",
    "JobFailure",
    "Lane",
    "Work",
    "active_jobs",
    "forget_stopped_jobs",
    "is_lane_busy",
    "start_job",
    "stop_all_jobs",
]

_SHORTEST_GAP_S = 1 / 30
_LONGEST_DELIVERY_S = 0.004

_log = logging.getLogger(__name__)


class Lane(StrEnum):
    """A contended resource: at most one job at a time runs in each lane, the others wait their turn."""

    INFERENCE = "inference"


class Job(QObject):
    """One unit of work in the background. Start it with `start_job`.

    Attributes:
        lane: The lane it queues in, None where it runs at once.
    """

    progressed = Signal(object)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    finished = Signal()

    def __init__(self, work: Work, lane: Lane | None = None, *, steps_back: bool = True) -> None:
        super().__init__()
        self.lane = lane
        self._token = CancellationToken()
        self._thread = WorkThread(work, self._token, steps_back)
        self._is_started = False
        self._is_settled = False
        self._last_delivery = 0.0
        self._delivery = QTimer(self)
        self._delivery.setSingleShot(True)
        self._delivery.timeout.connect(self._on_delivery_due)
        self._thread.event_waiting.connect(self._on_event_waiting, Qt.ConnectionType.QueuedConnection)
        self._thread.finished.connect(self._on_thread_finished, Qt.ConnectionType.QueuedConnection)

    @property
    def is_finished(self) -> bool:
        """Whether the outcome has been told."""
        return self._is_settled

    @Slot()
    def cancel(self) -> None:
        """Ask the work to stop. Nothing more is told but `cancelled`, unless another outcome has been told already.

        Events still on their way are dropped: nobody wants a closing window to open what a search has just found.
        """
        self._token.cancel()
        if not self._is_started and not self._is_settled:
            # Told from the event loop, so that the caller of cancel() is never re-entered.
            QTimer.singleShot(0, self, self._on_cancelled_while_queued)

    def wait(self, timeout_s: float) -> bool:
        """Block until the thread has ended; for closing the program and for tests.

        Returns:
            Whether it ended in time.
        """
        return not self._is_started or self._thread.wait(max(0, int(timeout_s * 1000)))

    def start(self) -> None:
        """Start the thread. `start_job` and the lane before it call this."""
        if self._is_started or self._is_settled:
            return
        self._is_started = True
        self._thread.start()

    @Slot()
    def _on_cancelled_while_queued(self) -> None:
        if not self._is_started and not self._is_settled:
            self._settle()

    @Slot()
    def _on_event_waiting(self) -> None:
        """Deliver at once after a pause, otherwise at the next tick, so that events cannot flood the window."""
        if self._is_settled or self._delivery.isActive():
            return
        remaining_s = _SHORTEST_GAP_S - (time.monotonic() - self._last_delivery)
        if remaining_s <= 0:
            self._on_delivery_due()
        else:
            self._delivery.start(int(remaining_s * 1000) + 1)

    @Slot()
    def _on_delivery_due(self) -> None:
        """Deliver what waits, for a few milliseconds at most, then let the window breathe."""
        started = time.monotonic()
        while not self._token.is_cancelled and (event := self._thread.next_event()) is not None:
            self.progressed.emit(event)
            if time.monotonic() - started > _LONGEST_DELIVERY_S:
                self._delivery.start(1)
                break
        self._last_delivery = time.monotonic()

    @Slot()
    def _on_thread_finished(self) -> None:
        self._thread.wait()
        self._delivery.stop()
        while not self._token.is_cancelled and (event := self._thread.next_event()) is not None:
            self.progressed.emit(event)
        self._settle()

    def _settle(self) -> None:
        """Tell the outcome, once."""
        if self._is_settled:
            return
        self._is_settled = True
        thread = self._thread
        result, thread.result = thread.result, None
        try:
            if self._token.is_cancelled or thread.ending is Ending.STOPPED:
                if thread.failure is not None:
                    _log.info("A cancelled job ended with %s", thread.failure.kind)
                self.cancelled.emit()
            elif thread.failure is not None:
                self.failed.emit(thread.failure)
            else:
                self.succeeded.emit(result)
        finally:
            _release(self)
            self.finished.emit()


_active: set[Job] = set()
_queues: defaultdict[Lane, deque[Job]] = defaultdict(deque)


def start_job(
    work: Work,
    parent: QObject | None = None,
    lane: Lane | None = None,
    *,
    is_urgent: bool = False,
    steps_back: bool = True,
) -> Job:
    """Run work in the background.

    Call it in the window's thread. Signals are delivered from the event loop, so there is time to connect to them.
    The job keeps itself alive until it has finished.

    Args:
        work: What to run.
        parent: The job is cancelled when this object is destroyed.
        lane: The contended resource to queue for, None to run at once.
        is_urgent: Whether to go to the front of the lane's queue; a job that already runs is not interrupted.
        steps_back: Whether the window's thread and other programs go first; not where a person waits for the outcome.

    Returns:
        The job, already running or queued.
    """
    job = Job(work, lane, steps_back=steps_back)
    if parent is not None:
        # Not a child: a parent's destructor would end the QThread while its work still runs, which aborts.
        parent.destroyed.connect(job.cancel)
    _active.add(job)
    if lane is None:
        job.start()
        return job
    queue = _queues[lane]
    if is_urgent and queue:
        queue.insert(1, job)
    else:
        queue.append(job)
    if queue[0] is job:
        job.start()
    return job


def is_lane_busy(lane: Lane) -> bool:
    """Return whether a job runs or waits in a lane."""
    return bool(_queues[lane])


def active_jobs() -> tuple[Job, ...]:
    """Return the jobs that run or wait."""
    return tuple(_active)


def stop_all_jobs(timeout_s: float = 5.0) -> bool:
    """Cancel every job and wait for the threads; the last thing before the program ends.

    Returns:
        Whether all of them ended in time.
    """
    deadline = time.monotonic() + timeout_s
    jobs = active_jobs()
    for queue in _queues.values():
        queue.clear()
    for job in jobs:
        job.cancel()
    have_ended = True
    for job in jobs:
        have_ended &= job.wait(deadline - time.monotonic())
    if not have_ended:
        _log.warning("A job did not stop in time")
    return have_ended


def forget_stopped_jobs() -> None:
    """Let go of jobs whose threads have ended though no event loop ran any more to tell their outcome."""
    _active.difference_update({job for job in _active if job.wait(0)})


def _release(job: Job) -> None:
    """Forget a finished job and let the next one in its lane start."""
    _active.discard(job)
    if job.lane is None:
        return
    queue = _queues[job.lane]
    was_running = bool(queue) and queue[0] is job
    if job in queue:
        queue.remove(job)
    if was_running and queue:
        queue[0].start()
