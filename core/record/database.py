"""The record's database: SQLite with a write-ahead log, in which entries can be added at the end and nothing else.

A commit returns when the entry is on the disk (`synchronous=FULL`). Triggers refuse everything but the next entry of
the chain. What gets round them, with another tool or on the disk itself, is found by `core.record.verification`.
"""

# untranslated module: statements of SQL

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from core.data_forms import DatabaseForm
from core.errors import (
    DamagedJournalError,
    HilumError,
    InaccessibleFileError,
    JournalNotWritableError,
    NewerJournalError,
    OutputNotWritableError,
)
from core.language import mark
from core.sqlite_files import (
    READING_PATIENCE_S,
    address_of,
    is_damage,
    open_to_write,
    refusal_of,
    refusals_as,
)

_APPLICATION_ID = 0x48494C4D
"""`HILM`, by which the record is told from any other SQLite file."""

SCHEMA = {
    "entries": """\
CREATE TABLE entries (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  time TEXT NOT NULL CHECK (typeof(time) = 'text'),
  kind TEXT NOT NULL CHECK (typeof(kind) = 'text'),
  person TEXT NOT NULL CHECK (typeof(person) = 'text'),
  content TEXT NOT NULL CHECK (typeof(content) = 'text'),
  previous TEXT NOT NULL CHECK (typeof(previous) = 'text'),
  digest TEXT NOT NULL CHECK (typeof(digest) = 'text')
)""",
    "entries_by_kind": "CREATE INDEX entries_by_kind ON entries (kind, sequence)",
    "entries_follow_each_other": """\
CREATE TRIGGER entries_follow_each_other BEFORE INSERT ON entries
WHEN NEW.sequence IS NOT (SELECT ifnull(max(sequence), 0) + 1 FROM entries)
  OR NEW.previous IS NOT ifnull((SELECT digest FROM entries ORDER BY sequence DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT RAISE(ABORT, 'an entry can only follow the last one'); END""",
    "entries_are_never_changed": """\
CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END""",
    "entries_are_never_removed": """\
CREATE TRIGGER entries_are_never_removed BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END""",
}
"""Name of each part to the statement that makes it, as SQLite keeps it."""


def _make_first_form(connection: sqlite3.Connection) -> None:
    for statement in SCHEMA.values():
        connection.execute(statement)


FORM = DatabaseForm(_APPLICATION_ID, (_make_first_form,), DamagedJournalError, NewerJournalError, "record")
"""What was released is never changed, only followed."""


def connect_to_write(path: Path) -> sqlite3.Connection:
    """Open the record to add entries; it is made where it is not there yet, for this user only.

    Args:
        path: The database; its folder is made as well.

    Returns:
        A connection without a transaction, which any one thread at a time may use.

    Raises:
        JournalNotWritableError: It cannot be made or written.
        DamagedJournalError: It is no record, or damaged.
        NewerJournalError: A newer Hilum wrote it.
    """
    with writing_errors(path):
        return open_to_write(path, lambda connection: FORM.bring_up(connection, path))


@contextlib.contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection | None]:
    """Open the record to read it as it is at this moment; writers go on meanwhile.

    TEXT arrives as `str` even where it is no valid UTF-8, so that damage can be told from what is not text at all.

    Args:
        path: The database.

    Yields:
        A connection within a transaction; None where there is no record yet.

    Raises:
        DamagedJournalError: It is no record, or damaged.
        NewerJournalError: A newer Hilum wrote it.
        InaccessibleFileError: It may not be read.
    """
    try:
        path.stat()
    except FileNotFoundError:
        yield None
        return
    except OSError as error:
        raise InaccessibleFileError(path, error.strerror or "") from error
    with reading_errors(path):
        _bring_up_older(path)
        connection = sqlite3.connect(
            address_of(path.absolute(), _way_of_reading(path)),
            uri=True,
            timeout=READING_PATIENCE_S,
            isolation_level=None,
            check_same_thread=False,
        )
        with contextlib.closing(connection):
            connection.text_factory = _text
            connection.execute("PRAGMA cell_size_check = ON")
            connection.execute("BEGIN")
            yield connection if FORM.version_of(connection, path) else None


def _way_of_reading(path: Path) -> str:
    """SQLite puts shared memory beside a database it reads. Where it may not, nobody may write who needs it for that.

    A write-ahead log that is there holds entries, and cannot be left out.
    """
    has_log = path.with_name(path.name + "-wal").exists()
    return "mode=ro" if has_log or os.access(path.parent, os.W_OK) else "immutable=1"


def writing_errors(path: Path) -> contextlib.AbstractContextManager[None]:
    """Raise the system's refusals while writing as kinds of `HilumError`."""
    return refusals_as(path, DamagedJournalError, JournalNotWritableError)


@contextlib.contextmanager
def reading_errors(path: Path) -> Iterator[None]:
    """Raise the system's refusals while reading as kinds of `HilumError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise _damage(path, error) or InaccessibleFileError(path, refusal_of(error)) from error
    except UnicodeDecodeError as error:
        # From within Python's sqlite3, where SQLite quotes in an error what it found in the database.
        raise DamagedJournalError(path, mark("its schema is no text")) from error


def schema_is_whole(connection: sqlite3.Connection) -> bool:
    """Whether table, index and triggers are the ones that the record was made with."""
    found = dict(connection.execute("SELECT name, sql FROM sqlite_master").fetchall())
    return found == SCHEMA


def _bring_up_older(path: Path) -> None:
    """Bring a record of an older Hilum up to date before it is read.

    Raises:
        InaccessibleFileError: It is older, and may not be changed.
    """
    if FORM.version == 1:
        return
    with contextlib.closing(sqlite3.connect(address_of(path.absolute(), _way_of_reading(path)), uri=True)) as found:
        version = FORM.version_of(found, path)
    if 0 < version < FORM.version:
        try:
            connect_to_write(path).close()
        except OutputNotWritableError as error:
            raise InaccessibleFileError(path, error.detail) from error


def _damage(path: Path, error: sqlite3.Error) -> HilumError | None:
    """The error's kind where the file itself is at fault; None where the disk, its rights or another program are."""
    return DamagedJournalError(path, str(error)) if is_damage(error) else None


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", errors="surrogateescape")
