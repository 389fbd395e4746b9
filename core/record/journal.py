"""The record: entries are added at its end, each chained to the one before, and never changed or removed.

What the chain proves, and what it does not: every entry's digest covers the entry and the digest before it, so an entry
that was changed, removed, exchanged or inserted breaks the chain at that place, and `Journal.verify` finds it. The file
beside the database (`core.record.head_file`) shows that entries were cut off at the end. But there is no secret in any
of it: whoever can write all of these files can compute the chain anew from any entry on, and nothing in the files would
show it. The remedy lies outside: the digest of the last entry, which `hilum log verify` prints, written down or sent to
somebody else. It stands for everything before it, and `hilum log verify --head` says whether the record still leads
there. Nor does the chain say that what was written is true, or that the computer's clock was right.
"""

# untranslated module: statements of SQL

import contextlib
import json
import sqlite3
import threading
import weakref
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.errors import DamagedJournalError
from core.jobs import JobContext, Progress
from core.language import Worded, mark
from core.record.database import connect_to_write, reading, writing_errors
from core.record.entry import NO_DIGEST, Draft, Entry, EntryKind, Head, JsonValue, canonical_json, digest_of
from core.record.head_file import advance_head, read_head, write_head
from core.record.verification import Verification, verify_record
from core.sqlite_files import transaction
from core.user_folders import user_folders

_INSERT = "INSERT INTO entries (sequence, time, kind, person, content, previous, digest) VALUES (?, ?, ?, ?, ?, ?, ?)"
_SELECT = "SELECT sequence, time, kind, person, content, previous, digest FROM entries"


def utc_now() -> str:
    """This moment, ISO 8601 in UTC with microseconds."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


class Journal:
    """A record in a file. Programs may use it side by side, and so may the threads of one.

    Nothing is opened or made before the first use. What is open is closed when the object goes, or by `close`.
    """

    def __init__(self, path: Path, now: Callable[[], str] = utc_now) -> None:
        """Name the record.

        Args:
            path: The database, in a folder that is the record's alone.
            now: Says the time of an entry: ISO 8601 in UTC, with microseconds.
        """
        self.path = path
        self._now = now
        self._lock = threading.Lock()
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._closing: weakref.finalize[..., Journal] | None = None

    def append(self, kind: EntryKind, content: Mapping[str, JsonValue], person: str = "") -> Entry:
        """Add an entry. When this returns it is on the disk, and no kill and no power cut takes it away.

        Args:
            kind: What it is about.
            content: What there is to say, made by `core.record.contents`.
            person: Who did it; may be empty.

        Raises:
            JournalNotWritableError: The disk is full, or the record may not be written; it is as it was before.
            DamagedJournalError: The record is damaged, or entries are gone from its end; it is left as it is.
            NewerJournalError: A newer Hilum wrote it.
        """
        return self.append_many((Draft(kind, content, person),))[0]

    def append_many(self, drafts: Iterable[Draft]) -> tuple[Entry, ...]:
        """Add entries in one step: all of them, or none.

        Raises:
            JournalNotWritableError: See `append`.
            DamagedJournalError: See `append`.
            NewerJournalError: See `append`.
        """
        prepared = [(draft.kind, _valid_text(draft.person), canonical_json(draft.content)) for draft in drafts]
        if not prepared:
            return ()
        with self._lock, self._changing() as connection:
            with transaction(connection):
                head = _head_of(connection)
                rows: list[tuple[int, str, str, str, str, str, str]] = []
                for kind, person, content in prepared:
                    time, sequence = self._now(), head.sequence + 1
                    digest = digest_of(sequence, time, kind, person, content, head.digest)
                    rows.append((sequence, time, str(kind), person, content, head.digest, digest))
                    head = Head(sequence, digest)
                connection.executemany(_INSERT, rows)
            self._keep_head(connection)
        return tuple(_entry(self.path, row) for row in rows)

    def entries(
        self,
        kinds: Collection[EntryKind] | None = None,
        after: int = 0,
        before: int | None = None,
        limit: int | None = None,
        *,
        newest_first: bool = False,
    ) -> Iterator[Entry]:
        """Read entries one at a time, as the record was when the first one was taken.

        Args:
            kinds: Only these, None for all.
            after: Only entries with a larger number.
            before: Only entries with a smaller number, None for all.
            limit: At most so many, None for all.
            newest_first: Whether the last one comes first.

        Raises:
            DamagedJournalError: The record is damaged.
            NewerJournalError: A newer Hilum wrote it.
            InaccessibleFileError: It may not be read.
        """
        conditions = ["sequence > ?"]
        values: list[int | str] = [after]
        if before is not None:
            conditions.append("sequence < ?")
            values.append(before)
        if kinds is not None:
            conditions.append(f"kind IN ({', '.join('?' * len(kinds))})")
            values.extend(str(kind) for kind in kinds)
        order = "DESC" if newest_first else "ASC"
        query = f"{_SELECT} WHERE {' AND '.join(conditions)} ORDER BY sequence {order} LIMIT ?"
        values.append(-1 if limit is None else limit)
        with reading(self.path) as connection:
            if connection is not None:
                for row in connection.execute(query, values):
                    yield _entry(self.path, row)

    def count(self, kinds: Collection[EntryKind] | None = None) -> int:
        """How many entries there are.

        Args:
            kinds: Of these kinds only, None for all.

        Raises:
            DamagedJournalError: The record is damaged.
            NewerJournalError: A newer Hilum wrote it.
            InaccessibleFileError: It may not be read.
        """
        with reading(self.path) as connection:
            if connection is None:
                return 0
            if kinds is None:
                return _head_of(connection).sequence
            query = "SELECT count(*) FROM entries WHERE kind = ?"
            return sum(int(connection.execute(query, (str(kind),)).fetchone()[0]) for kind in set(kinds))

    def last(self, kind: EntryKind | None = None) -> Entry | None:
        """The newest entry of a kind, or of all; None where there is none.

        Raises:
            DamagedJournalError: The record is damaged.
            NewerJournalError: A newer Hilum wrote it.
            InaccessibleFileError: It may not be read.
        """
        kinds = None if kind is None else (kind,)
        return next(self.entries(kinds, limit=1, newest_first=True), None)

    def verify(self, context: JobContext[Progress] | None = None, known_head: str = "") -> Verification:
        """Look at every entry and say whether the record is unbroken. Nothing is changed; damage is reported.

        Args:
            context: Told how many entries were looked at; may stop it.
            known_head: A digest that was written down earlier, which the record must lead through; empty for none.

        Raises:
            NewerJournalError: A newer Hilum wrote it.
            InaccessibleFileError: It may not be read.
            JobCancelledError: It was stopped.
        """
        return verify_record(self.path, context or JobContext(), known_head)

    def export_csv(
        self,
        path: Path,
        kinds: Collection[EntryKind] | None = None,
        context: JobContext[Progress] | None = None,
    ) -> int:
        """Write entries as comma-separated values, oldest first; see `core.record.csv_export`.

        Args:
            path: The file, replaced when the new one is whole.
            kinds: Only these, None for all.
            context: Told how many entries were written; may stop it.

        Returns:
            How many entries were written.

        Raises:
            OutputNotWritableError: It cannot be written, or is a file of the record itself.
            DamagedJournalError: The record is damaged.
            NewerJournalError: A newer Hilum wrote it.
            InaccessibleFileError: The record may not be read.
            JobCancelledError: It was stopped.
        """
        from core.record.csv_export import export_csv

        return export_csv(self, path, kinds, context or JobContext())

    def close(self) -> None:
        """Close the database; the next use opens it again."""
        with self._lock:
            self._drop_connection()

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @contextlib.contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """The open connection; after whatever goes wrong on it, the next use begins with a new one."""
        try:
            with writing_errors(self.path):
                yield self._open()
        except BaseException:
            self._drop_connection()
            raise

    def _open(self) -> sqlite3.Connection:
        # A file that was moved away stays open: what is written to it would be lost with the program's end.
        if self._connection is not None and self._file != _identity(self.path):
            self._drop_connection()
        if self._connection is None:
            self._connection = connection = connect_to_write(self.path)
            self._closing = weakref.finalize(self, connection.close)
            self._file = _identity(self.path)
            self._check_end(connection)
        return self._connection

    def _check_end(self, connection: sqlite3.Connection) -> None:
        """Refuse a record that has lost its end: going on would give new entries the numbers of lost ones."""
        with transaction(connection):
            kept, head = read_head(self.path), _head_of(connection)
            if kept is None:
                if not head.sequence:
                    write_head(self.path, head)
                return
            if kept.sequence > head.sequence:
                detail = Worded.of(
                    mark("entry {number} was written, but the last one that is there is {last}"),
                    number=kept.sequence,
                    last=head.sequence,
                )
                raise DamagedJournalError(self.path, detail)
            if _digest_at(connection, kept.sequence) != kept.digest:
                raise DamagedJournalError(self.path, _other_entry(kept.sequence))

    def _keep_head(self, connection: sqlite3.Connection) -> None:
        """Move the file beside the database forward, under the write lock so that it never goes back.

        The entries are committed: whatever goes wrong here loses none, and the file lags behind.
        """
        with contextlib.suppress(sqlite3.Error), transaction(connection):
            advance_head(self.path, _head_of(connection))

    def _drop_connection(self) -> None:
        if self._closing is not None:
            self._closing()
        self._connection = self._closing = self._file = None


def user_journal() -> Journal | None:
    """This user's record, None where there is no home folder."""
    folders = user_folders()
    return None if folders is None else Journal(folders.data / "record" / "journal.sqlite3")


def _other_entry(number: int) -> str:
    return Worded.of(mark("entry {number} is not the one that was written"), number=number)


def _head_of(connection: sqlite3.Connection) -> Head:
    row = connection.execute("SELECT sequence, digest FROM entries ORDER BY sequence DESC LIMIT 1").fetchone()
    return Head() if row is None else Head(*row)


def _digest_at(connection: sqlite3.Connection, sequence: int) -> str | None:
    if not sequence:
        return NO_DIGEST
    row = connection.execute("SELECT digest FROM entries WHERE sequence = ?", (sequence,)).fetchone()
    return None if row is None else str(row[0])


def _entry(path: Path, row: tuple[Any, ...]) -> Entry:
    """An entry from its row. What was damaged in its content is shown as it stands, so that the rest can be read."""
    sequence, time, kind, person, content, previous, digest = row
    if kind not in set(EntryKind) or not all(isinstance(cell, str) for cell in row[1:]):
        raise DamagedJournalError(path, Worded.of(mark("entry {number} cannot be read"), number=sequence))
    try:
        values = json.loads(content)
    except ValueError:
        values = None
    if not isinstance(values, dict):
        values = {"unreadable": content}
    return Entry(sequence, time, EntryKind(kind), person, values, previous, digest)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _valid_text(text: str) -> str:
    """The text without what no UTF-8 can hold."""
    return text.encode("utf-8", errors="backslashreplace").decode("utf-8")
