"""Addresses of databases, as SQLite reads them."""

import contextlib
import sqlite3
from pathlib import Path, PureWindowsPath

import pytest

from core.sqlite_files import address_of


def test_a_file_is_found_whatever_its_name_is(tmp_path: Path) -> None:
    path = tmp_path / "100% #1?" / "kayıt defteri.db"
    path.parent.mkdir()
    with contextlib.closing(sqlite3.connect(path)) as made:
        made.execute("PRAGMA user_version = 7")
    with contextlib.closing(sqlite3.connect(address_of(path, "mode=ro"), uri=True)) as found:
        assert found.execute("PRAGMA user_version").fetchone() == (7,)


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (r"C:\Users\Ayşe K\hilum\a.db", "file:///C:/Users/Ay%C5%9Fe%20K/hilum/a.db?mode=ro"),
        (r"\\server\users$\ayse\a.db", "file:////server/users$/ayse/a.db?mode=ro"),
    ],
)
def test_of_windows_drives_and_shared_folders(path: str, address: str) -> None:
    made = address_of(PureWindowsPath(path), "mode=ro")
    assert made.replace("%24", "$") == address
    # With a computer's name in its place SQLite refuses before it looks for the file.
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        sqlite3.connect(made, uri=True).execute("PRAGMA user_version")
