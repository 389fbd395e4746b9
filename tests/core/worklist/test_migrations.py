"""A worklist of every earlier version becomes one of this version, whole, with a copy of what it was."""

import sqlite3
from pathlib import Path

import pytest

from core.errors import DamagedWorklistError
from core.screening.decision import Decision
from core.worklist import database
from core.worklist.database import SCHEMA_VERSION
from core.worklist.entry import EntryState, Origin
from core.worklist.query import WorklistQuery
from core.worklist.worklist import Worklist

from .worklist_examples import identity, path_of

_VERSION_1 = """\
PRAGMA application_id = 1212763223;
PRAGMA user_version = 1;
PRAGMA journal_mode = WAL;
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
);
CREATE INDEX entries_waiting ON entries (number) WHERE state = 'waiting';
CREATE UNIQUE INDEX entries_received ON entries (sop_instance_uid)
WHERE origin = 'received' AND sop_instance_uid <> '';
CREATE INDEX entries_by_patient ON entries (patient_id) WHERE patient_id <> '';
CREATE INDEX entries_by_study ON entries (study_instance_uid) WHERE study_instance_uid <> '';
INSERT INTO entries VALUES (7, '/archive/scan 7.dcm', 'received', 1, '2026-03-01T09:30:00.000000+00:00',
  'Yılmaz, İlker', 'P7', 'CLINIC', '1960-05-04', 'M', '2026-02-28', 'Chest PA', 'A7', 'Clinic', 'DX', 'PA',
  '1.2.7', '1.2.7.1', '1.2.7.1.1', 'classified', 'positive', 0.75, 'pass', 'ward 2', '', 'negative',
  '/reports/7.pdf', 'sent', 'ARCHIVE');
INSERT INTO entries (number, path, origin, is_owned, added, patient_name, patient_id, patient_id_issuer, sex,
  study_description, accession_number, institution, modality, view, study_instance_uid, series_instance_uid,
  sop_instance_uid, state) VALUES (9, x'2F612F52F66E7467656E2E706E67', 'opened', 0, '2026-03-02T09:30:00.000000+00:00',
  '', '', '', '', '', '', '', '', '', '', '', '', 'waiting');
"""
"""The worklist as the first version left it, with an entry that says everything and one that says nothing."""


def _begin_version_1(path: Path) -> None:
    path.parent.mkdir(parents=True)
    connection = sqlite3.connect(path)
    connection.executescript(_VERSION_1)
    connection.close()


def test_the_first_versions_worklist_is_read_whole_by_this_version(tmp_path: Path) -> None:
    path = tmp_path / "worklist" / "worklist.sqlite"
    _begin_version_1(path)

    with Worklist(path) as worklist:
        full, bare = worklist.entries((7, 9))
        found = worklist.numbers(WorklistQuery(text="yilmaz ilker"))
        added = worklist.add(path_of(tmp_path, 1), identity(1), Origin.OPENED)
        worklist.set_thumbnail(7, b"picture")
        pictures = worklist.thumbnails((7,))

    assert (full.path, full.patient_name, full.decision) == (
        Path("/archive/scan 7.dcm"),
        "Yılmaz, İlker",
        Decision.POSITIVE,
    )
    assert (full.impression, full.report_path, full.send_node) == (
        Decision.NEGATIVE,
        Path("/reports/7.pdf"),
        "ARCHIVE",
    )
    assert bare.state is EntryState.WAITING
    assert found == [7]
    assert added > 9
    assert pictures == {7: b"picture"}


def test_migrated_and_new_worklists_have_the_same_form(tmp_path: Path) -> None:
    old, new = tmp_path / "old" / "worklist.sqlite", tmp_path / "new" / "worklist.sqlite"
    _begin_version_1(old)
    forms = []
    for path in (old, new):
        with Worklist(path) as worklist:
            worklist.add(path_of(tmp_path, 1), identity(1), Origin.OPENED)
        connection = sqlite3.connect(path)
        version = connection.execute("PRAGMA user_version").fetchone()
        forms.append((version, set(connection.execute("SELECT type, name, sql FROM sqlite_master"))))
        connection.close()

    assert forms[0] == forms[1]
    assert forms[0][0] == (SCHEMA_VERSION,)


def test_before_it_is_changed_a_copy_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "worklist" / "worklist.sqlite"
    _begin_version_1(path)

    with Worklist(path) as worklist:
        worklist.remove([7])

    (kept,) = path.parent.glob("worklist.version-1.*.sqlite")
    connection = sqlite3.connect(kept)
    assert connection.execute("SELECT number FROM entries").fetchall() == [(7,), (9,)]
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "worklist" / "worklist.sqlite"
    _begin_version_1(path)

    def stumble(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE entries ADD COLUMN half_way")
        connection.execute("INSERT INTO entries VALUES (1)")

    monkeypatch.setattr(database, "MIGRATIONS", (database.MIGRATIONS[0], stumble))
    with pytest.raises(DamagedWorklistError), Worklist(path) as worklist:
        worklist.entry(7)
    monkeypatch.undo()

    with Worklist(path) as worklist:
        assert worklist.count(WorklistQuery()) == 2
