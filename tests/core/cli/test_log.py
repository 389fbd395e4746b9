"""`hilum log`: the same record as the window's."""

import csv
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from core.record.contents import activation_content, settings_content
from core.record.entry import EntryKind
from core.record.journal import Journal, user_journal

Hilum = Callable[..., tuple[int, str, str]]


@pytest.fixture
def journal() -> Journal:
    """The user's record with thirty entries."""
    made = user_journal()
    assert made is not None
    activation = activation_content(
        model="ward", model_version="2", weights_sha256="ab" * 32, before=None, rolled_back=False
    )
    made.append(EntryKind.ACTIVATION, activation, "Dr Müller")
    for number in range(29):
        content = settings_content(setting="error level", before=number / 100, after=(number + 1) / 100)
        made.append(EntryKind.SETTINGS_CHANGED, content)
    made.close()
    return made


def test_the_newest_entries_are_listed(hilum: Hilum, journal: Journal) -> None:
    status, out, err = hilum("log")

    assert status == 0
    lines = out.splitlines()
    assert len(lines) == 20
    assert lines[0].split()[0] == "30"
    assert "error level: 0.28 became 0.29" in lines[0]
    assert "The newest 20 of 30 entries" in err
    assert len(hilum("log", "--limit", 3)[1].splitlines()) == 3
    status, out, err = hilum("log", "--kind", "activation")
    assert "Dr Müller: ward 2 answers from then on" in out
    assert not err
    assert "no such entry" in hilum("log", "--kind", "override")[2]


def test_entries_as_json(hilum: Hilum, journal: Journal) -> None:
    status, out, _ = hilum("log", "--json", "--limit", 2)

    assert status == 0
    newest, older = json.loads(out)["entries"]
    assert newest["previous"] == older["digest"]
    assert newest["kind"] == "settings_changed"
    assert newest["content"]["after"] == 0.29


def test_verifying_prints_the_digest_to_write_down(hilum: Hilum, journal: Journal) -> None:
    status, out, err = hilum("log", "verify")

    newest = journal.last()
    assert newest is not None
    assert status == 0
    assert "unbroken: all 30 entries" in out
    assert "Entries found unbroken: 30" in out
    assert newest.digest in out
    assert "Write the digest down" in err
    assert hilum("log", "verify", "--head", newest.digest)[0] == 0
    assert hilum("log", "verify", "--head", "1" * 64)[0] == 1
    assert hilum("log", "verify", "--head", "abc")[0] == 2


def test_a_broken_record_is_said_with_its_first_broken_entry(hilum: Hilum, journal: Journal) -> None:
    connection = sqlite3.connect(journal.path)
    trigger = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'entries_are_never_changed'").fetchone()
    with connection:
        connection.execute("DROP TRIGGER entries_are_never_changed")
        connection.execute("UPDATE entries SET person = 'Dr Meier' WHERE sequence = 1")
        connection.execute(trigger[0])
    connection.close()

    status, out, err = hilum("log", "verify")

    assert status == 1
    assert "The record is broken. Entry 1 was changed" in out
    assert "First broken entry: 1" in out
    assert str(journal.path.parent) in err


def test_the_record_is_exported_as_a_table(hilum: Hilum, journal: Journal, tmp_path: Path) -> None:
    status, _, err = hilum("log", "export", tmp_path / "record.csv", "--kind", "settings_changed")

    assert status == 0
    assert "29 entries are in record.csv" in err
    with (tmp_path / "record.csv").open(encoding="utf-8", newline="") as file:
        assert [row["after"] for row in csv.DictReader(file)][-1] == "0.29"
    assert hilum("log", "export", tmp_path / "no folder" / "record.csv")[0] == 2


def test_an_image_is_not_overwritten(hilum: Hilum, journal: Journal, scans: Path) -> None:
    before = (scans / "b.jpg").read_bytes()

    assert hilum("log", "export", scans / "b.jpg")[0] == 2
    assert (scans / "b.jpg").read_bytes() == before


def test_a_record_that_was_moved_away_can_still_be_read(hilum: Hilum, journal: Journal, tmp_path: Path) -> None:
    journal.path.parent.rename(tmp_path / "kept")
    kept = tmp_path / "kept" / "journal.sqlite3"

    assert hilum("log")[1] == ""
    assert "The record is empty" in hilum("log", "verify")[1]
    for arguments in (("verify", "--record", kept), ("--record", kept, "verify")):
        assert "all 30 entries" in hilum("log", *arguments)[1]
    assert hilum("log", "--record", tmp_path / "nothing")[0] == 2


def test_a_damaged_record_is_a_sentence(hilum: Hilum, journal: Journal) -> None:
    journal.path.write_bytes(b"something else " * 1000)

    status, _, err = hilum("log")
    assert status == 2
    assert "is damaged" in err
    assert str(journal.path.parent) in err
    assert hilum("log", "verify")[0] == 1


def test_without_a_home_folder_there_is_no_record(hilum: Hilum, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.record.journal.user_folders", lambda: None)

    status, _, err = hilum("log")

    assert status == 2
    assert "home folder" in err


@pytest.mark.parametrize("arguments", [("export",), ("--kind", "bogus"), ("--limit", "0"), ("nonsense",)])
def test_wrong_options_are_answered_with_usage(hilum: Hilum, arguments: tuple[str, ...]) -> None:
    assert hilum("log", *arguments)[0] == 2
