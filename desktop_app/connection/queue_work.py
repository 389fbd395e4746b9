"""The work at the queue of what is sent: sending it, counting, listing and changing it. Nothing here touches a widget.

Each function returns work for a `Job`: a function of a `JobContext`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.interchange.archive.nodes import read_connections
from core.interchange.archive.queued_object import QueuedObject, QueueState
from core.jobs import JobContext
from core.language import mark, tr
from core.worklist.entry import SendState

if TYPE_CHECKING:
    from core.interchange.archive.queue_worker import QueueEvent
    from core.interchange.archive.send_queue import SendQueue
    from core.worklist.worklist import Worklist

_KINDS = (
    mark("Computed Radiography Image"),
    mark("Digital X-Ray Image Storage - For Presentation"),
    mark("Digital X-Ray Image Storage - For Processing"),
    mark("Secondary Capture Image"),
    mark("Comprehensive SR"),
    mark("Grayscale Softcopy Presentation State"),
    mark("Encapsulated PDF"),
)
"""What Hilum receives and makes, in the standard's words."""

ACKNOWLEDGED = (QueueState.SENT, QueueState.COMMITTED)
"""The archive has it."""

Context = JobContext[Any]


@dataclass(frozen=True)
class QueueRow:
    """An object in the queue, as it is listed.

    Attributes:
        item: The object.
        kind: What it is, in the standard's words.
        patient: Whose it is, where the worklist knows; else empty.
    """

    item: QueuedObject
    kind: str
    patient: str = ""


@dataclass(frozen=True)
class QueueCounts:
    """How many objects are how far.

    Attributes:
        waiting: They are sent now, or at their next attempt.
        failed: They are not tried again by themselves.
        done: The archives have them.
    """

    waiting: int = 0
    failed: int = 0
    done: int = 0


def kind_word(kind: str) -> str:
    """What an object is, as a person reads it; of kinds that Hilum does not make, the standard's name for it."""
    return tr(kind) if kind in _KINDS else kind


def sending_work(worklist: Worklist | None) -> Callable[[JobContext[QueueEvent]], None]:
    """Send what is due, until cancelled; reports `QueueEvent`."""

    def work(context: JobContext[QueueEvent]) -> None:
        from core.interchange.archive.queue_worker import run_queue

        with open_queue() as queue:
            run_queue(queue, read_connections, context, worklist=worklist)

    return work


def counts_work() -> Callable[[Context], QueueCounts]:
    """Count what is in the queue."""

    def work(_context: Context) -> QueueCounts:
        with open_queue() as queue:
            counts = queue.counts()
        return QueueCounts(
            counts[QueueState.WAITING] + counts[QueueState.SENDING],
            counts[QueueState.FAILED],
            sum(counts[state] for state in ACKNOWLEDGED),
        )

    return work


def listing_work(worklist: Worklist | None) -> Callable[[Context], tuple[QueueRow, ...]]:
    """List what is in the queue, the newest first."""

    def work(_context: Context) -> tuple[QueueRow, ...]:
        from pydicom.uid import UID

        with open_queue() as queue:
            items = queue.items()
        numbers = sorted({item.entry for item in items if item.entry is not None})
        entries = worklist.entries(numbers) if worklist is not None else ()
        patients = {entry.number: entry.patient_name or entry.patient_id for entry in entries}
        return tuple(
            QueueRow(
                item,
                UID(item.item.sop_class_uid).name.removesuffix(" Storage"),
                patients.get(item.entry, "") if item.entry is not None else "",
            )
            for item in items
        )

    return work


def try_again_work(numbers: Sequence[int]) -> Callable[[Context], None]:
    """Let objects be tried at once."""

    def work(_context: Context) -> None:
        with open_queue() as queue:
            queue.try_again(numbers)

    return work


def remove_work(numbers: Sequence[int], worklist: Worklist | None) -> Callable[[Context], None]:
    """Take objects out of the queue; a scan of which nothing is left in it was not sent, as far as Hilum knows."""

    def work(_context: Context) -> None:
        with open_queue() as queue:
            going = [item for number in numbers if (item := queue.item(number)) is not None]
            queue.remove(numbers)
            for item in going:
                is_left = item.state in ACKNOWLEDGED or item.entry is None
                if not is_left and worklist is not None and queue.entry_state(item.entry or 0, item.node) is None:
                    worklist.note_sent(item.entry or 0, SendState.NOT_SENT, "")

    return work


@contextmanager
def open_queue() -> Iterator[SendQueue]:
    """This user's queue."""
    from core.interchange.archive.send_queue import SendQueue

    with SendQueue() as queue:
        yield queue
