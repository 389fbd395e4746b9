"""What happened to a run on the way: when it ran, on what, how long, and what went differently. Imports no torch."""

import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.errors import InvalidRunError
from core.language import mark
from core.training.durable_files import read_json, write_json_durably
from core.training.events import (
    EpochFinished,
    FoldFinished,
    MicroBatchReduced,
    RunContinued,
    RunPaused,
    RunStarted,
    TrainingEvent,
)
from core.training.run_epochs import append_epoch

HISTORY_NAME = "history.json"  # untranslated: a file name

# Kept in English; `core.training.stored_sentences` says them in the person's language.
_INTERRUPTED = mark("went on after an interruption")
_LESS_AT_ONCE = mark("out of memory: {number} images at once from then on, same batch of {batch}")
NOTES = (_INTERRUPTED, _LESS_AT_ONCE)
"""What can happen on the way."""


@dataclass(frozen=True)
class RunStretch:
    """One uninterrupted stretch of a run.

    Attributes:
        started: When, ISO 8601 in UTC.
        ended: When it was last heard of, ISO 8601 in UTC: its end, or its last finished fold where it was cut off.
        seconds: Time spent until then, without pauses.
        device: What it ran on, in words.
        precision: Arithmetic of the forward pass.
        notes: What happened, in English: "out of memory: 16 images at once".
    """

    started: str
    ended: str
    seconds: float
    device: str
    precision: str
    notes: tuple[str, ...] = ()


def read_history(folder: Path) -> tuple[RunStretch, ...]:
    """A run's stretches, oldest first; none before it started.

    Raises:
        InvalidRunError: They are damaged.
    """
    path = folder / HISTORY_NAME
    if not path.exists():
        return ()
    try:
        return tuple(
            RunStretch(**{**stretch, "notes": tuple(stretch["notes"])}) for stretch in read_json(path)["stretches"]
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidRunError(path, f"not a run's history: {error}") from error


class HistoryKeeper:
    """Listens to a run's events and writes its history down, at the start, after each fold and at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._earlier = read_history(folder)
        self._started = datetime.now(UTC)
        self._begin = time.monotonic()
        self._paused_at: float | None = None
        self._device = self._precision = ""
        self._notes: list[str] = []

    def listen(self, event: TrainingEvent) -> None:
        """Take note of an event.

        Raises:
            RunNotWritableError: The history cannot be written.
        """
        match event:
            case RunStarted():
                self._device, self._precision = event.device, event.precision
                if event.resumed:
                    self._notes.append(_INTERRUPTED)
                self.write()
            case MicroBatchReduced():
                self._notes.append(_LESS_AT_ONCE.format(number=event.micro_batch, batch=event.batch_size))
            case RunPaused():
                self._paused_at = time.monotonic()
            case RunContinued() if self._paused_at is not None:
                self._begin += time.monotonic() - self._paused_at
                self._paused_at = None
            case EpochFinished():
                append_epoch(self._folder, event)
            case FoldFinished():
                self.write()
            case _:
                pass

    def write(self) -> None:
        """Write the history with what happened so far.

        Raises:
            RunNotWritableError: It cannot be written.
        """
        now = self._paused_at if self._paused_at is not None else time.monotonic()
        stretch = RunStretch(
            self._started.isoformat(timespec="seconds"),
            datetime.now(UTC).isoformat(timespec="seconds"),
            round(now - self._begin, 3),
            self._device,
            self._precision,
            tuple(self._notes),
        )
        content: list[dict[str, Any]] = [asdict(known) for known in (*self._earlier, stretch)]
        write_json_durably(self._folder / HISTORY_NAME, {"stretches": content})
