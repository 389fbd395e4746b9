"""What the record says about the scans that a model has seen here, in numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.jobs import JobContext
from core.model.card import ModelIdentity
from core.record.entry import Entry, EntryKind
from core.record.journal import Journal
from core.registry.scan_numbers import ScanNumbers, ScansInNumbers, numbers_in, together

SCANS = 200
"""How many of the last scans are looked at, and how many of the first."""
MOST_LOOKED_AT = 50_000
"""Entries of the record that are searched for them from either end."""


@dataclass(frozen=True)
class ScanHistory:
    """A model's scans here.

    Attributes:
        last: The last ones.
        first: The first ones, none of which is among the last; not looked for where only scans from a day on were
            asked for.
        since: Time of the earliest of the last ones, ISO 8601; empty where there is none.
        first_date: Time of the first scan of all, ISO 8601; empty where there is none.
        other_model: Time when another model answered last, ISO 8601, where that was met on the way back through the
            last scans; empty where it was not.
    """

    last: ScansInNumbers
    first: ScansInNumbers
    since: str = ""
    first_date: str = ""
    other_model: str = ""


def read_history(
    journal: Journal,
    model: ModelIdentity,
    scans: int = SCANS,
    context: JobContext[Any] | None = None,
    since: datetime | None = None,
) -> ScanHistory:
    """Read a model's last and first scans from the record. A scan that was seen several times counts once.

    Args:
        journal: The record.
        model: Whose scans.
        scans: How many of either.
        context: May ask to stop.
        since: With its time zone: only scans from then on, such as from the commissioning that they are to be held
            against; None for all.

    Raises:
        DamagedJournalError: The record is damaged.
        NewerJournalError: A newer Hilum wrote it.
        InaccessibleFileError: It may not be read.
        JobCancelledError: The context asked to stop.
    """
    job = context if context is not None else JobContext[Any]()
    last: dict[str, ScanNumbers] = {}
    earliest = other = ""
    newest = journal.entries([EntryKind.RESULT], limit=MOST_LOOKED_AT, newest_first=True)
    for entry in _watched(newest, job):
        # Not compared as text: commissionings are dated to the second, entries to the microsecond.
        if since is not None and datetime.fromisoformat(entry.time) < since:
            break
        if not _is_of(entry, model):
            other = other or entry.time
            continue
        if len(last) >= scans:
            break
        numbers = numbers_in(entry.content)
        last.setdefault(numbers.input_sha256, numbers)
        earliest = entry.time
    if since is not None:
        return ScanHistory(together(list(last.values())), together([]), earliest, other_model=other)
    first: dict[str, ScanNumbers] = {}
    first_date = ""
    for entry in _watched(journal.entries([EntryKind.RESULT], limit=MOST_LOOKED_AT), job):
        if len(first) >= scans:
            break
        if _is_of(entry, model):
            first_date = first_date or entry.time
            numbers = numbers_in(entry.content)
            if numbers.input_sha256 not in last:
                first.setdefault(numbers.input_sha256, numbers)
    return ScanHistory(together(list(last.values())), together(list(first.values())), earliest, first_date, other)


def _watched(entries: Iterable[Entry], job: JobContext[Any]) -> Iterator[Entry]:
    for entry in entries:
        job.raise_if_cancelled()
        yield entry


def _is_of(entry: Entry, model: ModelIdentity) -> bool:
    content = entry.content
    mine = (model.name, model.version, model.weights_sha256)
    return (content.get("model"), content.get("model_version"), content.get("weights_sha256")) == mine
