"""The work behind the worklist's window. Nothing here touches a widget."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from core.jobs import JobContext
from core.worklist.csv_export import export_csv
from core.worklist.entry import WorklistEntry
from core.worklist.query import WorklistQuery
from core.worklist.retention import Removal, remove_entries
from core.worklist.worklist import Worklist

PAGE_ENTRIES = 200
"""How many entries are read at a time: more than a screen holds, and read in a few milliseconds."""

Context = JobContext[Any]


@dataclass(frozen=True)
class Listing:
    """What a query lists.

    Attributes:
        query: The query.
        numbers: The scans' numbers, in its order.
        total: How many scans there are on the whole worklist.
    """

    query: WorklistQuery
    numbers: list[int]
    total: int


@dataclass(frozen=True, eq=False)
class EntryPage:
    """Some rows of a listing.

    Attributes:
        first_row: The first row's place, a multiple of `PAGE_ENTRIES`.
        numbers: The rows' numbers.
        entries: By number; those that are gone are missing.
        pictures: Small pictures by number, of those that have one.
    """

    first_row: int
    numbers: tuple[int, ...]
    entries: dict[int, WorklistEntry]
    pictures: dict[int, QImage]


def listing_work(worklist: Worklist, query: WorklistQuery) -> Callable[[Context], Listing]:
    """Find what a query lists."""

    def work(_context: Context) -> Listing:
        numbers = worklist.numbers(query)
        return Listing(query, numbers, worklist.count(WorklistQuery()))

    return work


def page_work(worklist: Worklist, first_row: int, numbers: Sequence[int]) -> Callable[[Context], EntryPage]:
    """Read the rows of a page, with their pictures."""

    def work(context: Context) -> EntryPage:
        entries = {entry.number: entry for entry in worklist.entries(numbers)}
        pictures: dict[int, QImage] = {}
        for number, jpeg in worklist.thumbnails(numbers).items():
            context.raise_if_cancelled()
            picture = QImage.fromData(jpeg)
            if not picture.isNull():
                pictures[number] = picture
        return EntryPage(first_row, tuple(numbers), entries, pictures)

    return work


def entries_work(worklist: Worklist, numbers: Sequence[int]) -> Callable[[Context], tuple[WorklistEntry, ...]]:
    """Read entries that were selected; they may not have been looked at."""

    def work(_context: Context) -> tuple[WorklistEntry, ...]:
        return worklist.entries(numbers)

    return work


def export_work(
    worklist: Worklist, numbers: Sequence[int], path: Path, *, with_identity: bool, seals_unseen: bool
) -> Callable[[Context], tuple[int, Path]]:
    """Write entries into a CSV file."""

    def work(context: Context) -> tuple[int, Path]:
        count = export_csv(worklist, numbers, path, context, with_identity=with_identity, seals_unseen=seals_unseen)
        return count, path

    return work


def remove_work(worklist: Worklist, numbers: Sequence[int], *, deletes_owned: bool) -> Callable[[Context], Removal]:
    """Take entries off the worklist."""

    def work(_context: Context) -> Removal:
        return remove_entries(worklist, numbers, deletes_owned_files=deletes_owned)

    return work
