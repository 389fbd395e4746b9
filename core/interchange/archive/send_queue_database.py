"""The database of what is to be sent: one row per object and archive."""

import contextlib
import sqlite3
from pathlib import Path

from core.errors import DamagedSendQueueError, NewerSendQueueError, OutputNotWritableError
from core.sqlite_files import (
    open_to_write,
    refusals_as,
    transaction,
)

SCHEMA_VERSION = 1
_APPLICATION_ID = 0x48535155
"""`HSQU`, by which the queue is told from any other SQLite file."""
_SCHEMA = (
    """\
CREATE TABLE objects (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  node TEXT NOT NULL,
  sop_class_uid TEXT NOT NULL,
  sop_uid TEXT NOT NULL,
  study_uid TEXT NOT NULL,
  series_uid TEXT NOT NULL,
  transfer_syntax TEXT NOT NULL,
  digest TEXT NOT NULL,
  file TEXT NOT NULL,
  entry INTEGER,
  asks_commitment INTEGER NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt REAL NOT NULL,
  is_unclear INTEGER NOT NULL DEFAULT 0,
  problem TEXT NOT NULL DEFAULT '',
  owner TEXT NOT NULL DEFAULT '',
  lease REAL NOT NULL DEFAULT 0,
  added REAL NOT NULL,
  changed REAL NOT NULL
)""",
    # The same bytes go to the same archive once.
    "CREATE UNIQUE INDEX objects_once ON objects (node, sop_uid, digest)",
    "CREATE INDEX objects_due ON objects (state, next_attempt)",
    "CREATE INDEX objects_of_entry ON objects (entry, node)",
)


def connect(path: Path) -> sqlite3.Connection:
    """Open the queue; it is made where it is not there yet, for this user only.

    Args:
        path: The database; its folder is made as well.

    Returns:
        A connection without a transaction, which any one thread at a time may use. A commit is on the disk when it
        returns.

    Raises:
        OutputNotWritableError: It cannot be made or written.
        DamagedSendQueueError: It is no queue, or damaged.
        NewerSendQueueError: A newer Hilum wrote it.
    """

    def prepare(connection: sqlite3.Connection) -> None:
        connection.row_factory = sqlite3.Row
        with transaction(connection):
            if not _holds_queue(connection, path):
                for statement in _SCHEMA:
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")

    with working_errors(path):
        return open_to_write(path, prepare)


def working_errors(path: Path) -> contextlib.AbstractContextManager[None]:
    """Raise the system's refusals as kinds of `HilumError`."""
    return refusals_as(path, DamagedSendQueueError, OutputNotWritableError)


def _holds_queue(connection: sqlite3.Connection, path: Path) -> bool:
    """Whether the queue has been begun; False where the file is still empty."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if (version, application, tables) == (0, 0, 0):
        return False
    if application != _APPLICATION_ID or version < 1 or not tables:
        raise DamagedSendQueueError(path, "it is not a list of Hilum's")
    if version > SCHEMA_VERSION:
        raise NewerSendQueueError(path, f"version {version}, this Hilum knows {SCHEMA_VERSION}")
    return True
