"""Where a training run stands."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from core.errors import InvalidRunError
from core.training.durable_files import read_json, write_json_durably
from core.training.run_lock import is_locked

STATE_NAME = "state.json"  # untranslated: a file name


class RunState(StrEnum):
    """Where a training run stands."""

    PREPARED = "prepared"
    """Plan and data are written down, nothing was trained yet."""
    RUNNING = "running"
    """A process is at it."""
    STOPPED = "stopped"
    """Cancelled, killed or cut off; goes on from its last epoch when it is started again."""
    FINISHED = "finished"
    """Everything is there."""
    FAILED = "failed"
    """An error ended it; starting it again tries again from its last epoch."""


@dataclass(frozen=True)
class RunRecord:
    """What a run's folder says about its state.

    Attributes:
        state: The state.
        changed: When it was entered, ISO 8601 in UTC.
        detail: Why it failed, empty otherwise.
    """

    state: RunState
    changed: str
    detail: str = ""


def write_state(folder: Path, state: RunState, detail: str = "") -> None:
    """Write down a run's state.

    Raises:
        RunNotWritableError: The folder cannot be written.
    """
    changed = datetime.now(UTC).isoformat(timespec="seconds")
    write_json_durably(folder / STATE_NAME, {"state": state.value, "changed": changed, "detail": detail})


def read_state(folder: Path) -> RunRecord:
    """Read a run's state. A run that says it is running, but whose process is gone, was stopped.

    Raises:
        InvalidRunError: There is none, or it is damaged.
    """
    path = folder / STATE_NAME
    content = read_json(path)
    try:
        record = RunRecord(RunState(content["state"]), str(content["changed"]), str(content["detail"]))
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidRunError(path, f"not a run's state: {error}") from error
    if record.state is RunState.RUNNING and not is_locked(folder):
        return RunRecord(RunState.STOPPED, record.changed)
    return record
