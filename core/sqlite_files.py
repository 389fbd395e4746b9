"""Databases of the program's own: SQLite files that survive a power cut and several programs at once.

What the databases have in common: how a file is made, how its write-ahead log is begun, how a step is written whole or
not at all, and what SQLite's refusals mean. What is in them is said by the packages that own them.
"""

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath

from core.durable_files import not_writable as not_writable_of
from core.errors import FileError, OutputNotWritableError
from core.language import mark

WRITING_PATIENCE_S = 30.0
"""How long to wait for other programs that write at the same time."""
READING_PATIENCE_S = 10.0

_DAMAGES = frozenset(
    {
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_FORMAT,
        sqlite3.SQLITE_MISMATCH,
        # The statements are always the same: what does not suit them is the database.
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_CONSTRAINT,
    }
)

_REFUSALS = {
    sqlite3.SQLITE_FULL: mark("the disk is full"),
    sqlite3.SQLITE_READONLY: mark("it may not be written"),
    sqlite3.SQLITE_PERM: mark("the system refuses"),
    sqlite3.SQLITE_AUTH: mark("the system refuses"),
    sqlite3.SQLITE_CANTOPEN: mark("it cannot be opened"),
    sqlite3.SQLITE_IOERR: mark("the disk does not take or give it"),
    sqlite3.SQLITE_BUSY: mark("another program holds it"),
    sqlite3.SQLITE_LOCKED: mark("another program holds it"),
    sqlite3.SQLITE_PROTOCOL: mark("another program holds it"),
    sqlite3.SQLITE_NOMEM: mark("the memory is used up"),
    sqlite3.SQLITE_TOOBIG: mark("the entry is too long"),
}


def address_of(path: PurePath, options: str) -> str:
    """A database's file as SQLite's address of it, for what a plain name cannot say.

    Args:
        path: The file, absolute.
        options: E.g. `mode=ro`.
    """
    address = path.as_uri()
    # A folder shared by another computer: SQLite takes no computer's name in an address, only in the path.
    if path.drive.startswith("\\\\"):
        address = address.replace("file://", "file:////", 1)
    return f"{address}?{options}"


def make_private_file(path: Path) -> None:
    """Make an empty file that only this user may read; what SQLite puts beside it takes the same permissions.

    Args:
        path: The file; the folder it lies in is made as well, for this user only.

    Raises:
        OSError: The system refuses.
    """
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    path.parent.mkdir(mode=0o700, exist_ok=True)
    # Opened only where it is made here: closing it would end the locks of this process's other connections.
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def open_to_write(path: Path, prepare: Callable[[sqlite3.Connection], None]) -> sqlite3.Connection:
    """Open a database to write to it; it is made where it is not there yet, for this user only.

    Args:
        path: The database; its folder is made as well.
        prepare: Makes what is to be in it, or brings it up to date; what it raises closes the database.

    Returns:
        A connection without a transaction, which any one thread at a time may use. A commit returns when it is on the
        disk.

    Raises:
        sqlite3.Error: SQLite refuses.
        OSError: The system refuses.
    """
    make_private_file(path)
    connection = sqlite3.connect(path, timeout=WRITING_PATIENCE_S, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA cell_size_check = ON")
        prepare(connection)
        use_write_ahead_log(connection)
    except BaseException:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def refusals_as(path: Path, damaged: type[FileError], not_writable: type[OutputNotWritableError]) -> Iterator[None]:
    """Raise what SQLite and the system refuse while writing as kinds of `HilumError`.

    Args:
        path: The database.
        damaged: What is raised where what is in it is damaged.
        not_writable: What is raised where it cannot be written.
    """
    try:
        yield
    except sqlite3.Error as error:
        if is_damage(error):
            raise damaged(path, str(error)) from error
        raise not_writable(path, refusal_of(error)) from error
    except UnicodeDecodeError as error:
        # From within Python's sqlite3, where SQLite quotes in an error what it found in the database.
        raise damaged(path, mark("what it holds is no text")) from error
    except OSError as error:
        raise not_writable_of(path, error, not_writable) from error


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold the write lock, and commit at the end or not at all.

    Args:
        connection: One without a transaction of Python's own (`isolation_level=None`).

    Raises:
        sqlite3.Error: SQLite refuses.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        raise


def use_write_ahead_log(connection: sqlite3.Connection) -> None:
    """Let readers and a writer work side by side. Where SQLite cannot, as on network drives, it keeps its other way.

    While another program opens the file at this very moment, SQLite refuses at once instead of waiting.
    """
    end = time.monotonic() + WRITING_PATIENCE_S
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(0.01)
        else:
            return


def file_identity(path: Path) -> tuple[int, int] | None:
    """Which file lies at a path now, None for none: one that was moved away stays open, and its name stays free."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is at fault, and not the disk, its rights or another program.

    Raises:
        sqlite3.Error: The error, where it is neither: a defect of the program.
    """
    if not hasattr(error, "sqlite_errorcode"):
        raise error
    primary = error.sqlite_errorcode & 0xFF
    if primary not in _DAMAGES and primary not in _REFUSALS:
        raise error
    return primary in _DAMAGES


def refusal_of(error: sqlite3.Error) -> str:
    """What SQLite's refusal means, as a clause; for errors that are no damage (`is_damage`)."""
    return _REFUSALS[error.sqlite_errorcode & 0xFF]
