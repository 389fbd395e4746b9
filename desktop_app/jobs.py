"""Work in the background: each job on its own thread, with exactly one outcome.

The worker's thread and the window's thread meet in one place, `Job`. Work is a function of a `JobContext`; it gets a
snapshot of values, never a widget. Whatever it does, a job says `progressed` any number of times, then exactly one
of `succeeded`, `failed` or `cancelled`, then `finished`, all of them in the window's thread.
"""

import logging
import os
import sys
import threading
import time
import traceback
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, StrEnum, auto
from typing import Any, TypeAlias

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from core.error_wording import ErrorMessage, describe_defect, describe_error
from core.errors import HilumError, JobCancelledError
from core.jobs import CancellationToken, JobContext, Progress

Work: TypeAlias = Callable[[JobContext[Any]], object]
"""What a job runs, in its own thread."""

_SHORTEST_GAP_S = 1 / 30
_LONGEST_DELIVERY_S = 0.004

_NICENESS = 10

_log = logging.getLogger(__name__)


class Lane(StrEnum):
    """A contended resource: at most one job at a time runs in each lane, the others wait their turn."""

    INFERENCE = "inference"


@dataclass(frozen=True)
class JobFailure:
    """Why a job failed. Holds text only: an exception would keep its frames, and so whole tensors, alive.

    Attributes:
        kind: Name of the exception's class.
        message: What happened and what to do, for a person.
        traceback: For the details to copy.
    """

    kind: str
    message: ErrorMessage
    traceback: str


class _Ending(Enum):
    """How the work itself ended."""

    RETURNED = auto()
    RAISED = auto()
    STOPPED = auto()


class _WorkThread(QThread):
    """The thread that runs one unit of work and remembers how it ended."""

    event_waiting = Signal()

    def __init__(self, work: Work, token: CancellationToken, steps_back: bool) -> None:
        super().__init__()
        self.setObjectName("hilum-job")
        self._work: Work | None = work
        self._token = token
        self._steps_back = steps_back
        self._lock = threading.Lock()
        self._events: deque[object] = deque()
        self.ending = _Ending.STOPPED
        self.result: object = None
        self.failure: JobFailure | None = None

    def run(self) -> None:
        """Run the work. Called by Qt in the new thread."""
        work, self._work = self._work, None
        if work is None:
            return
        if self._steps_back:
            _step_back()
        try:
            self.result = work(JobContext(report=self._report, token=self._token))
            self.ending = _Ending.RETURNED
        except JobCancelledError:
            self.ending = _Ending.STOPPED
        except BaseException as error:  # noqa: BLE001  # the one place where anything at all becomes an outcome
            self.failure = _failure_of(error)
            self.ending = _Ending.RAISED

    def _report(self, event: object) -> None:
        """Take an event from the work; of consecutive `Progress` only the newest is kept."""
        with self._lock:
            was_empty = not self._events
            if isinstance(event, Progress) and self._events and isinstance(self._events[-1], Progress):
                self._events[-1] = event
            else:
                self._events.append(event)
        if was_empty:
            self.event_waiting.emit()

    def next_event(self) -> object | None:
        """Take the oldest waiting event, None where there is none."""
        with self._lock:
            return self._events.popleft() if self._events else None


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
        self._thread = _WorkThread(work, self._token, steps_back)
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
            if self._token.is_cancelled or thread.ending is _Ending.STOPPED:
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


def _step_back() -> None:
    """Let the window's thread go first where cores are short.

    Threads started from here inherit it, the network's among them. Linux ignores QThread's priorities for ordinary
    threads, but there each thread can be nice by itself.
    """
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICENESS)
    else:
        QThread.currentThread().setPriority(QThread.Priority.LowPriority)


def _failure_of(error: BaseException) -> JobFailure:
    """Return an exception as text."""
    text = "".join(traceback.format_exception(error))
    if isinstance(error, HilumError):
        message = describe_error(error)
    else:
        message = replace(describe_defect(type(error).__name__), details=text)
    return JobFailure(type(error).__name__, message, text)
