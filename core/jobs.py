"""What a long computation is given: a way to report, and a way to be told to stop.

A unit of work is `def work(context: JobContext[Event]) -> Result`. It reports per file or per batch and
calls `context.raise_if_cancelled()` there. It knows nothing of threads or windows.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from core.errors import JobCancelledError

Event = TypeVar("Event")


@dataclass(frozen=True)
class Progress:
    """How far a job is.

    Attributes:
        done: Units finished.
        total: Units in all, None while unknown.
        label: What is being worked on, without patient identifiers.
    """

    done: int
    total: int | None
    label: str = ""


class CancellationToken:
    """A flag that any thread may raise, once and for good."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next check."""
        self._event.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._event.is_set()


def _ignore(event: object) -> None:
    """Receive events nobody listens to."""


@dataclass(frozen=True)
class JobContext(Generic[Event]):
    """The work's only link to whoever started it.

    Attributes:
        report: Called with each event; must be cheap and thread-safe.
        token: Says whether the work should stop.
    """

    report: Callable[[Event], None] = _ignore
    token: CancellationToken = field(default_factory=CancellationToken)

    def raise_if_cancelled(self) -> None:
        """Stop here if asked to.

        Raises:
            JobCancelledError: The token was cancelled.
        """
        if self.token.is_cancelled:
            raise JobCancelledError
