"""The record as a table for spreadsheet programs and statistics."""

from __future__ import annotations

import contextlib
import csv
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import OutputNotWritableError
from core.jobs import JobContext, Progress
from core.language import mark, tr
from core.record.entry import Entry, EntryKind, canonical_json

if TYPE_CHECKING:
    from core.record.journal import Journal

_BEFORE = ("sequence", "time", "kind", "person")
_BEHIND = ("content", "previous", "digest")
_REPORT_EVERY = 500


def harmless_cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula: what would begin one gets an apostrophe before it."""
    return f"'{text}" if text[:1] and text[:1] in "=+-@\t\r" else text


def export_csv(journal: Journal, path: Path, kinds: Collection[EntryKind] | None, context: JobContext[Progress]) -> int:
    """Write entries as comma-separated values: UTF-8, a row per entry, oldest first.

    What the contents hold has a column per name; `content` has all of it as the JSON that the digest was taken over, so
    that the chain can be checked from the table alone.

    Args:
        journal: The record.
        path: The file, replaced when the new one is whole.
        kinds: Only these, None for all.
        context: Told how many entries were written; may stop it, and then what was there before remains.

    Returns:
        How many entries were written.

    Raises:
        JobCancelledError: It was stopped.
        OutputNotWritableError: It cannot be written, or is a file of the record itself.
        DamagedJournalError: The record is damaged.
        NewerJournalError: A newer Hilum wrote it.
        InaccessibleFileError: The record may not be read.
    """
    if path.parent.resolve() == journal.path.parent.resolve():
        raise OutputNotWritableError(path, mark("this folder is the record's own"))
    # What is added meanwhile could bring columns of its own.
    end, total = journal.count() + 1, journal.count(kinds)
    names: dict[str, None] = {}
    for entry in journal.entries(kinds, before=end):
        context.raise_if_cancelled()
        names.update(dict.fromkeys(entry.content))
    partial = path.with_name(path.name + ".partial")
    try:
        with partial.open("w", encoding="utf-8", newline="") as file:
            # With line ends as RFC 4180 has them, Python also puts quotes around a lone carriage return.
            writer = csv.writer(file)
            writer.writerow((*_BEFORE, *(harmless_cell(_column(name)) for name in names), *_BEHIND))
            count = 0
            for entry in journal.entries(kinds, before=end):
                context.raise_if_cancelled()
                if count % _REPORT_EVERY == 0:
                    context.report(Progress(count, total, tr("Exporting")))
                writer.writerow([harmless_cell(cell) for cell in _cells(entry, names)])
                count += 1
        partial.replace(path)
    except OSError as error:
        detail = error.strerror or mark("the system refuses")
        raise OutputNotWritableError(path, detail[:1].lower() + detail[1:]) from error
    finally:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
    return count


def _column(name: str) -> str:
    name = _writable(name)
    return f"content.{name}" if name in (*_BEFORE, *_BEHIND) else name  # untranslated: a column


def _cells(entry: Entry, names: Collection[str]) -> Iterator[str]:
    yield from (str(entry.sequence), entry.time, str(entry.kind), _writable(entry.person))
    for name in names:
        yield _cell(entry.content.get(name))  # untranslated: a column
    yield from (canonical_json(entry.content), entry.previous, entry.digest)


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case str():
            return _writable(value)
        case list() if all(isinstance(item, str) for item in value):
            return _writable("; ".join(value))
        case _:
            return canonical_json(value)


def _writable(text: str) -> str:
    """Names of files may hold what is no valid text."""
    return text.encode("utf-8", errors="backslashreplace").decode("utf-8")
