"""The worklist's file: refused where it is foreign, damaged or newer, and never replaced."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import DamagedWorklistError, NewerWorklistError, WorklistNotWritableError
from core.worklist.entry import Origin
from core.worklist.worklist import Worklist

from .worklist_examples import identity, path_of


def _garble(path: Path) -> None:
    path.write_bytes(b"no database at all" * 400)


def _write_foreign(path: Path) -> None:
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (text)")
    connection.close()


def _write_newer(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 999")
    connection.close()


def _drop_tables(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE name = 'entries'").fetchall():
            connection.execute(f"DROP TABLE {name}")
    connection.close()


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (_garble, DamagedWorklistError),
        (_write_foreign, DamagedWorklistError),
        (_drop_tables, DamagedWorklistError),
        (_write_newer, NewerWorklistError),
    ],
)
def test_a_file_that_is_no_worklist_of_this_version_is_reported_and_left(
    worklist: Worklist, tmp_path: Path, change: Callable[[Path], None], kind: type[Exception]
) -> None:
    worklist.add(path_of(tmp_path, 1), identity(1), Origin.OPENED)
    worklist.close()
    change(worklist.path)
    before = worklist.path.read_bytes()

    with pytest.raises(kind):
        worklist.add(path_of(tmp_path, 2), identity(2), Origin.OPENED)
    with pytest.raises(kind):
        worklist.waiting(10)

    assert worklist.path.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(WorklistNotWritableError):
        Worklist(tmp_path / "file" / "worklist" / "worklist.sqlite").add(tmp_path, identity(), Origin.OPENED)
