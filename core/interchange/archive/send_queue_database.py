"""The database of what is to be sent: one row per object and archive."""

# untranslated module: statements of SQL

import contextlib
import sqlite3
from pathlib import Path

from core.data_forms import DatabaseForm
from core.errors import DamagedSendQueueError, NewerSendQueueError, OutputNotWritableError
from core.sqlite_files import open_to_write, refusals_as

_APPLICATION_ID = 0x48535155
"""`HSQU`, by which the queue is told from any other SQLite file."""
_FIRST_SCHEMA = (
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


def _make_first_form(connection: sqlite3.Connection) -> None:
    for statement in _FIRST_SCHEMA:
        connection.execute(statement)


FORM = DatabaseForm(_APPLICATION_ID, (_make_first_form,), DamagedSendQueueError, NewerSendQueueError, "list", "objects")
"""What was released is never changed, only followed."""


def connect(path: Path) -> sqlite3.Connection:
    """Open the queue; it is made where it is not there yet, for this user only, and brought up to date if it is older.

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
        FORM.bring_up(connection, path)

    with working_errors(path):
        return open_to_write(path, prepare)


def working_errors(path: Path) -> contextlib.AbstractContextManager[None]:
    """Raise the system's refusals as kinds of `HilumError`."""
    return refusals_as(path, DamagedSendQueueError, OutputNotWritableError)
