"""The worklist's database: how it is made, opened, and brought from the form of an older Hilum to this one's.

Entries are kept by number, which is never given twice. Names of files that are no valid text are kept as the bytes that
the system has for them.
"""

# untranslated module: statements of SQL

import contextlib
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from core.data_forms import DatabaseForm
from core.errors import DamagedWorklistError, NewerWorklistError, WorklistNotWritableError
from core.sqlite_files import open_to_write, refusals_as
from core.worklist.folding import searchable_text

_APPLICATION_ID = 0x48494C57
"""`HILW`, by which the worklist is told from any other SQLite file."""

_FIRST_SCHEMA = (
    """\
CREATE TABLE entries (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  path NOT NULL UNIQUE,
  origin TEXT NOT NULL,
  is_owned INTEGER NOT NULL,
  added TEXT NOT NULL,
  patient_name TEXT NOT NULL,
  patient_id TEXT NOT NULL,
  patient_id_issuer TEXT NOT NULL,
  birth_date TEXT,
  sex TEXT NOT NULL,
  study_date TEXT,
  study_description TEXT NOT NULL,
  accession_number TEXT NOT NULL,
  institution TEXT NOT NULL,
  modality TEXT NOT NULL,
  view TEXT NOT NULL,
  study_instance_uid TEXT NOT NULL,
  series_instance_uid TEXT NOT NULL,
  sop_instance_uid TEXT NOT NULL,
  state TEXT NOT NULL,
  decision TEXT,
  probability REAL,
  gate TEXT,
  model TEXT NOT NULL DEFAULT '',
  failure TEXT NOT NULL DEFAULT '',
  impression TEXT,
  report_path,
  send_state TEXT NOT NULL DEFAULT '',
  send_node TEXT NOT NULL DEFAULT ''
)""",
    "CREATE INDEX entries_waiting ON entries (number) WHERE state = 'waiting'",
    """\
CREATE UNIQUE INDEX entries_received ON entries (sop_instance_uid)
WHERE origin = 'received' AND sop_instance_uid <> ''""",
    "CREATE INDEX entries_by_patient ON entries (patient_id) WHERE patient_id <> ''",
    "CREATE INDEX entries_by_study ON entries (study_instance_uid) WHERE study_instance_uid <> ''",
)


def _make_first_schema(connection: sqlite3.Connection) -> None:
    for statement in _FIRST_SCHEMA:
        connection.execute(statement)


_SECOND_SCHEMA = (
    "ALTER TABLE entries ADD COLUMN is_seen INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE entries ADD COLUMN search_text TEXT NOT NULL DEFAULT ''",
    """\
UPDATE entries
SET search_text = searchable(patient_name, patient_id, accession_number, study_description, path)""",
    # Whatever a list is filtered and sorted by: reading the entries themselves would take several times as long.
    """\
CREATE INDEX entries_listed ON entries (
  search_text, state, decision, is_seen, origin, modality, study_date,
  probability, gate, model, view, impression, report_path, send_state
)""",
    """\
CREATE TABLE thumbnails (
  number INTEGER PRIMARY KEY REFERENCES entries (number) ON DELETE CASCADE,
  jpeg BLOB NOT NULL
)""",
)


def _add_search_and_thumbnails(connection: sqlite3.Connection) -> None:
    connection.create_function("searchable", 5, _searchable, deterministic=True)
    for statement in _SECOND_SCHEMA:
        connection.execute(statement)


def _searchable(name: str, patient_id: str, accession: str, description: str, path: str | bytes) -> str:
    return searchable_text((name, patient_id, accession, description, Path(os.fsdecode(path)).name))


_THIRD_SCHEMA = (
    "ALTER TABLE entries ADD COLUMN claimed_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE entries ADD COLUMN claimed_until REAL NOT NULL DEFAULT 0",
)
"""Which program classifies a scan that waits, and until when: see `core.worklist.claims`."""


def _add_claims(connection: sqlite3.Connection) -> None:
    for statement in _THIRD_SCHEMA:
        connection.execute(statement)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _make_first_schema,
    _add_search_and_thumbnails,
    _add_claims,
)
"""From each version to the next, from the empty file on; what was released is never changed, only followed."""

SCHEMA_VERSION = len(MIGRATIONS)


def connect(path: Path) -> sqlite3.Connection:
    """Open the worklist; it is made where it is not there yet, and brought to this version's form where it is older.

    Before an older one is changed, a copy of it is kept beside it, named after its version and the day.

    Args:
        path: The database, in a folder that is the worklist's alone.

    Returns:
        A connection without a transaction, which any one thread at a time may use. A commit is on the disk when it
        returns.

    Raises:
        WorklistNotWritableError: It cannot be made or written.
        DamagedWorklistError: It is no worklist, or damaged.
        NewerWorklistError: A newer Hilum wrote it.
    """

    def prepare(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA foreign_keys = ON")
        _form().bring_up(connection, path)

    with working_errors(path):
        return open_to_write(path, prepare)


def working_errors(path: Path) -> contextlib.AbstractContextManager[None]:
    """Raise the system's refusals as kinds of `HilumError`."""
    return refusals_as(path, DamagedWorklistError, WorklistNotWritableError)


def _form() -> DatabaseForm:
    return DatabaseForm(_APPLICATION_ID, MIGRATIONS, DamagedWorklistError, NewerWorklistError, "worklist")
