"""Pausing a training run, from whichever thread."""

import threading
import time

from core.jobs import CancellationToken, JobContext
from core.training.events import RunContinued, RunPaused, TrainingEvent

_LONGEST_WAIT_S = 0.1


class RunControl:
    """A switch between going on and standing still. Any thread may use it."""

    def __init__(self) -> None:
        self._runs = threading.Event()
        self._runs.set()

    def pause(self) -> None:
        """Ask the run to stand still after its current step."""
        self._runs.clear()

    def go_on(self) -> None:
        """Let the run go on."""
        self._runs.set()

    @property
    def is_paused(self) -> bool:
        """Whether the run was asked to stand still."""
        return not self._runs.is_set()

    def wait_while_paused(self, token: CancellationToken) -> None:
        """Stand still until told to go on, or to stop for good.

        Args:
            token: Ends the wait when it is cancelled.
        """
        while not self._runs.wait(_LONGEST_WAIT_S):
            if token.is_cancelled:
                return


def stand_by(control: RunControl, context: JobContext[TrainingEvent]) -> float:
    """What a run does between two steps: stop if cancelled, stand still if paused, and say so.

    Returns:
        Seconds it stood still.

    Raises:
        JobCancelledError: The run is to stop.
    """
    context.raise_if_cancelled()
    if not control.is_paused:
        return 0.0
    begin = time.monotonic()
    context.report(RunPaused())
    control.wait_while_paused(context.token)
    context.raise_if_cancelled()
    context.report(RunContinued())
    return time.monotonic() - begin
