"""An object in the queue of what is to be sent, and how far it is."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from core.interchange.archive.dicom_object import DicomObject


class QueueState(StrEnum):
    """How far an object is. The values are stable: they are written into the database."""

    WAITING = "waiting"
    """It is to be sent, now or at its next attempt."""
    SENDING = "sending"
    SENT = "sent"
    """The archive has acknowledged it."""
    COMMITTED = "committed"
    """The archive has promised to keep it."""
    FAILED = "failed"
    """It is not tried again by itself."""


@dataclass(frozen=True)
class QueuedObject:
    """An object in the queue.

    Attributes:
        number: Its number in the queue.
        node: The archive's name.
        item: What it is; its file is the queue's own copy, which goes once nothing needs it.
        state: How far it is.
        attempts: How often it was tried.
        next_attempt: When it is tried next; means something while it waits.
        is_unclear: Whether an attempt ended without an answer, so that the archive may have it.
        problem: What went wrong last, a sentence; empty where nothing did.
        entry: Its number on the worklist, None where it has none.
        asks_commitment: Whether the archive is asked to commit itself.
        added: When it was put in.
        changed: When its state last changed.
    """

    number: int
    node: str
    item: DicomObject
    state: QueueState
    attempts: int
    next_attempt: datetime
    is_unclear: bool
    problem: str
    entry: int | None
    asks_commitment: bool
    added: datetime
    changed: datetime


def queued_object(row: sqlite3.Row, folder: Path) -> QueuedObject:
    """An object from its row.

    Args:
        row: Of the table `objects`.
        folder: Where the queue's files lie.
    """
    item = DicomObject(
        folder / row["file"],
        row["sop_class_uid"],
        row["sop_uid"],
        row["study_uid"],
        row["series_uid"],
        row["transfer_syntax"],
    )
    return QueuedObject(
        row["number"],
        row["node"],
        item,
        QueueState(row["state"]),
        row["attempts"],
        _time(row["next_attempt"]),
        bool(row["is_unclear"]),
        row["problem"],
        row["entry"],
        bool(row["asks_commitment"]),
        _time(row["added"]),
        _time(row["changed"]),
    )


def common_state(states: Sequence[QueueState]) -> QueueState:
    """How far several objects are together: as far as the one that is least far, and failed where one failed."""
    order = (QueueState.FAILED, QueueState.SENDING, QueueState.WAITING, QueueState.SENT, QueueState.COMMITTED)
    return min(states, key=order.index)


def _time(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
