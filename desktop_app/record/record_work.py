"""The work behind the record's dialog. Nothing here touches a widget."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.jobs import JobContext
from core.record.entry import Entry, EntryKind
from core.record.journal import Journal
from core.record.verification import Verification

PAGE_ENTRIES = 200
"""How many entries are read at a time: more than a screen holds, and read in a few milliseconds."""

Context = JobContext[Any]


@dataclass(frozen=True)
class EntryPage:
    """Some entries, newest first.

    Attributes:
        entries: At most `PAGE_ENTRIES`.
        total: How many there are of the kind that was asked for, on this page and others.
    """

    entries: tuple[Entry, ...]
    total: int

    @property
    def is_last(self) -> bool:
        """Whether there is nothing behind it."""
        return len(self.entries) < PAGE_ENTRIES


def page_work(journal: Journal, kind: EntryKind | None, before: int | None) -> Callable[[Context], EntryPage]:
    """Read the newest entries of a kind whose number is below `before`."""
    kinds = None if kind is None else (kind,)

    def work(_context: Context) -> EntryPage:
        entries = tuple(journal.entries(kinds, before=before, limit=PAGE_ENTRIES, newest_first=True))
        return EntryPage(entries, journal.count(kinds))

    return work


def verify_work(journal: Journal) -> Callable[[Context], Verification]:
    """Look at every entry."""
    return journal.verify


def export_work(journal: Journal, kind: EntryKind | None, file: Path) -> Callable[[Context], tuple[int, Path]]:
    """Write the entries of a kind into a CSV file."""

    def work(context: Context) -> tuple[int, Path]:
        return journal.export_csv(file, None if kind is None else (kind,), context), file

    return work
