"""The thread of a job: runs one unit of work, and remembers what it reported and how it ended."""

import logging
import threading
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any, TypeAlias

from PySide6.QtCore import QThread, Signal

from core.background_priority import step_back_thread
from core.crash_reports import lines_of_exception
from core.error_wording import ErrorMessage, describe_defect, describe_error
from core.errors import HilumError, JobCancelledError
from core.jobs import CancellationToken, JobContext, Progress

Work: TypeAlias = Callable[[JobContext[Any]], object]
"""What a job runs, in its own thread."""

_log = logging.getLogger("desktop_app.jobs")  # untranslated: a logger


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


class Ending(Enum):
    """How the work itself ended."""

    RETURNED = auto()
    RAISED = auto()
    STOPPED = auto()


class WorkThread(QThread):
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
        self.ending = Ending.STOPPED
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
            self.ending = Ending.RETURNED
        except JobCancelledError:
            self.ending = Ending.STOPPED
        except BaseException as error:  # noqa: BLE001  # the one place where anything at all becomes an outcome
            self.failure = _failure_of(error)
            self.ending = Ending.RAISED

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


def _step_back() -> None:
    """Let the window's thread go first where cores are short. Linux ignores QThread's priorities."""
    if not step_back_thread():
        QThread.currentThread().setPriority(QThread.Priority.LowPriority)


def _failure_of(error: BaseException) -> JobFailure:
    """Return an exception as text."""
    text = "".join(traceback.format_exception(error))
    if isinstance(error, HilumError):
        message = describe_error(error)
    else:
        message = replace(describe_defect(type(error).__name__), details=text)
        # As text, not as an exception: whatever collects log records would keep what it refers to alive.
        places = "\n".join(lines_of_exception(type(error), error.__traceback__))
        _log.info("A job met an error that nobody expected\n%s", places)
    return JobFailure(type(error).__name__, message, text)
