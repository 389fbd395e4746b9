"""Data of an older Hilum is migrated with a copy beside it; a newer one's is refused and left as it is."""

import contextlib
import errno
import json
import os
import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from core import data_forms, site_settings
from core.data_forms import (
    MOST_COPIES,
    DatabaseForm,
    DocumentForm,
    copies_of,
    keep_copy,
    keep_copy_of_database,
)
from core.error_wording import describe_error
from core.errors import (
    DamagedWorklistError,
    HilumError,
    NewerModelError,
    NewerRunError,
    NewerSiteSettingsError,
    NewerWorklistError,
    OutputNotWritableError,
)
from core.interchange.archive import send_queue_database
from core.record import database as record_database
from core.record.entry import EntryKind
from core.record.journal import Journal
from core.registry import activation
from core.registry.activation import Activation, read_activations, write_activations
from core.registry.registry import ModelRegistry
from core.report.clinic import Clinic, write_clinic
from core.site_settings import read_site_settings, site_settings_path, write_site_settings
from core.training.run_data import data_from_json
from core.worklist import database as worklist_database
from core.worklist.entry import Origin
from core.worklist.query import WorklistQuery
from core.worklist.worklist import Worklist
from tests.core.worklist.worklist_examples import identity, path_of

NEVER = Activation("ward@1", "0" * 64, "2026-11-28")


@dataclass(frozen=True)
class Door:
    name: str = ""
    gate: int = 104


def _rename_port(content: dict[str, Any]) -> dict[str, Any]:
    changed = dict(content)
    changed["gate"] = changed.pop("port")
    return changed


@pytest.fixture
def newer_door(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program be a later one, in which the port of a door is called its gate."""
    monkeypatch.setattr(site_settings, "STEPS", {"door": (_rename_port,)})


def _add_colour(connection: sqlite3.Connection) -> None:
    connection.execute("CREATE TABLE colours (number INTEGER PRIMARY KEY, colour TEXT NOT NULL)")


def _fail_half_way(connection: sqlite3.Connection) -> None:
    _add_colour(connection)
    connection.execute("INSERT INTO a_table_that_is_not_there VALUES (1)")


def test_an_older_document_is_read_in_the_new_form_and_stays_as_it_is(tmp_path: Path, newer_door: None) -> None:
    path = tmp_path / "door.json"
    path.write_text('{"name": "Göğüs", "port": 7}', encoding="utf-8")
    before = path.read_bytes()

    assert read_site_settings("door", Door, tmp_path) == Door("Göğüs", 7)
    assert path.read_bytes() == before
    assert copies_of(path) == []


def test_before_an_older_document_is_written_over_a_copy_is_kept(tmp_path: Path, newer_door: None) -> None:
    path = tmp_path / "door.json"
    path.write_text('{"name": "Göğüs", "port": 7}', encoding="utf-8")
    before = path.read_bytes()

    write_site_settings("door", Door("Göğüs", 8), tmp_path)

    (copy,) = copies_of(path)
    assert copy.read_bytes() == before
    assert copy.name.startswith("door.version-1.2")
    assert json.loads(path.read_text(encoding="utf-8")) == {"schema_version": 2, "name": "Göğüs", "gate": 8}
    assert read_site_settings("door", Door, tmp_path) == Door("Göğüs", 8)


def test_a_newer_document_is_neither_read_nor_written_over(tmp_path: Path) -> None:
    path = tmp_path / "door.json"
    path.write_text('{"schema_version": 9, "doors": []}', encoding="utf-8")
    for use in (
        lambda: read_site_settings("door", Door, tmp_path),
        lambda: write_site_settings("door", Door("mine"), tmp_path),
    ):
        with pytest.raises(NewerSiteSettingsError) as refusal:
            use()
        assert "newer version of Hilum" in describe_error(refusal.value).text
    assert path.read_text(encoding="utf-8") == '{"schema_version": 9, "doors": []}'


def test_what_a_later_hilum_added_without_another_form_stays(tmp_path: Path) -> None:
    write_site_settings("door", Door("old"), tmp_path)
    path = site_settings_path("door", tmp_path)
    assert path is not None
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**content, "bell": "loud"}), encoding="utf-8")

    write_site_settings("door", Door("new"), tmp_path)

    assert json.loads(path.read_text(encoding="utf-8"))["bell"] == "loud"
    assert read_site_settings("door", Door, tmp_path) == Door("new")


def test_where_no_copy_can_be_kept_nothing_is_written(
    tmp_path: Path, newer_door: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "door.json"
    path.write_text('{"port": 7}', encoding="utf-8")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputNotWritableError):
        write_site_settings("door", Door(gate=8), tmp_path)
    assert path.read_text(encoding="utf-8") == '{"port": 7}'
    assert list(tmp_path.iterdir()) == [path]


def test_the_active_model_of_an_older_hilum_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrap(content: dict[str, Any]) -> dict[str, Any]:
        return {"activated": [{**entry, "date": f"{entry['date']}T00:00:00"} for entry in content["activated"]]}

    write_activations(tmp_path, (NEVER,))
    before = (tmp_path / "active.json").read_bytes()
    monkeypatch.setattr(activation, "FORM", replace(activation.FORM, steps=(wrap,)))

    (found,) = read_activations(tmp_path)
    assert found.date == "2026-11-28T00:00:00"
    write_activations(tmp_path, (found, found))
    assert [copy.read_bytes() for copy in copies_of(tmp_path / "active.json")] == [before]
    assert read_activations(tmp_path) == (found, found)


def test_the_choice_of_a_newer_hilum_is_left_to_it(tmp_path: Path, make_package: Callable[..., Path]) -> None:
    registry = ModelRegistry(tmp_path / "models")
    version = registry.add(make_package())
    chosen = tmp_path / "models" / "active.json"
    chosen.write_text('{"schema_version": 2, "chosen": "ward@1"}', encoding="utf-8")

    for use in (
        registry.active_version,
        registry.roll_back,
        lambda: registry.activate(version),
        lambda: registry.remove(version),
    ):
        with pytest.raises(NewerModelError):
            use()
    assert chosen.read_text(encoding="utf-8") == '{"schema_version": 2, "chosen": "ward@1"}'
    assert version in registry.versions()


def test_a_newer_models_card_is_refused_in_a_sentence(tmp_path: Path, make_package: Callable[..., Path]) -> None:
    registry = ModelRegistry(tmp_path / "models")
    version = registry.add(make_package())
    card = version.directory / "card.json"
    content = json.loads(card.read_text(encoding="utf-8"))
    card.write_text(json.dumps({**content, "schema_version": 2}), encoding="utf-8")

    with pytest.raises(NewerModelError) as refusal:
        version.load()
    assert "newer version of Hilum" in describe_error(refusal.value).summary
    assert registry.active_version() == registry.bundled


def test_a_newer_run_is_refused_in_a_sentence() -> None:
    with pytest.raises(NewerRunError) as refusal:
        data_from_json({"format": 2, "pictures": []}, Path("/runs/a/dataset.json"))
    assert "newer version of Hilum" in describe_error(refusal.value).summary


@pytest.mark.parametrize("content", [None, [], {}, {"schema_version": "2"}, {"schema_version": True}, {"x": 1}])
def test_what_has_no_form_is_left_to_its_reader(content: Any) -> None:
    form = DocumentForm(NewerModelError)
    assert form.brought_up(content, Path("x.json")) is content


@given(steps=st.integers(0, 6), version=st.integers(1, 9))
def test_exactly_the_missing_steps_are_taken(steps: int, version: int) -> None:
    def step(number: int) -> Callable[[dict[str, Any]], dict[str, Any]]:
        return lambda content: {**content, "taken": [*content["taken"], number]}

    form = DocumentForm(NewerModelError, tuple(step(number) for number in range(1, steps + 1)))
    content = {"schema_version": version, "taken": []}
    if version > form.version:
        with pytest.raises(NewerModelError):
            form.brought_up(content, Path("x.json"))
        return
    found = form.brought_up(content, Path("x.json"))
    assert found == {"schema_version": form.version, "taken": list(range(version, steps + 1))}
    assert content["taken"] == []


def test_a_record_of_an_older_hilum_is_migrated_by_reading_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "record" / "journal.sqlite3"
    with Journal(path) as journal:
        journal.append(EntryKind.RESULT, {"decision": "positive"}, "Ayşe")
    form = record_database.FORM
    monkeypatch.setattr(record_database, "FORM", replace(form, steps=(*form.steps, _add_colour)))
    colours = "CREATE TABLE colours (number INTEGER PRIMARY KEY, colour TEXT NOT NULL)"
    monkeypatch.setattr(record_database, "SCHEMA", {**record_database.SCHEMA, "colours": colours})

    with Journal(path) as journal:
        assert journal.count() == 1
        assert journal.verify().ok
        assert journal.append(EntryKind.RESULT, {}).sequence == 2

    (copy,) = copies_of(path)
    with contextlib.closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("PRAGMA user_version").fetchone() == (1,)
        assert kept.execute("SELECT person FROM entries").fetchall() == [("Ayşe",)]


def test_a_queue_of_an_older_hilum_is_migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "queue" / "queue.sqlite"
    send_queue_database.connect(path).close()
    form = send_queue_database.FORM
    monkeypatch.setattr(send_queue_database, "FORM", replace(form, steps=(*form.steps, _add_colour)))

    with contextlib.closing(send_queue_database.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM colours").fetchone()[0] == 0
        assert connection.execute("PRAGMA user_version").fetchone()[0] == 2
    assert len(copies_of(path)) == 1


def test_a_worklist_that_cannot_be_migrated_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "worklist" / "worklist.sqlite"
    with Worklist(path) as worklist:
        worklist.add(path_of(tmp_path, 1), identity(1), Origin.OPENED)
    steps = worklist_database.MIGRATIONS
    monkeypatch.setattr(worklist_database, "MIGRATIONS", (*steps, _fail_half_way))
    with pytest.raises(HilumError), Worklist(path) as worklist:
        worklist.count(WorklistQuery())

    monkeypatch.setattr(worklist_database, "MIGRATIONS", steps)
    with Worklist(path) as worklist:
        assert worklist.count(WorklistQuery()) == 1


def _database(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "PRAGMA application_id = 7; PRAGMA user_version = 1; CREATE TABLE entries (x);"
            " INSERT INTO entries VALUES (1)"
        )


@pytest.mark.parametrize("refusal", ["fsync", "quick_check"])
def test_without_a_sound_copy_a_database_is_not_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: str
) -> None:
    path = tmp_path / "data.sqlite"
    _database(path)
    before = path.read_bytes()
    form = DatabaseForm(7, (_add_colour, _add_colour), DamagedWorklistError, NewerWorklistError, "worklist")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    if refusal == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        # Another form than its name would say: the copy is not what was asked for.
        monkeypatch.setattr(data_forms, "keep_copy_of_database", lambda path, _version: keep_copy_of_database(path, 5))
    with (
        contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection,
        pytest.raises((OSError, sqlite3.Error, HilumError)),
    ):
        form.bring_up(connection, path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_programs_that_migrate_at_once_do_it_once(tmp_path: Path) -> None:
    path = tmp_path / "data.sqlite"
    _database(path)
    form = DatabaseForm(7, (_add_colour, _add_colour), DamagedWorklistError, NewerWorklistError, "worklist")
    gate = threading.Barrier(6)

    def open_it(_number: int) -> int:
        with contextlib.closing(sqlite3.connect(path, timeout=30, isolation_level=None)) as connection:
            gate.wait()
            form.bring_up(connection, path)
            return int(connection.execute("SELECT count(*) FROM colours").fetchone()[0])

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(open_it, range(6))) == [0] * 6
    assert len(copies_of(path)) == 1
    assert sorted(tmp_path.iterdir()) == sorted([path, *copies_of(path)])


def test_what_is_only_in_the_write_ahead_log_is_in_the_copy(tmp_path: Path) -> None:
    path = tmp_path / "data.sqlite"
    _database(path)
    form = DatabaseForm(7, (_add_colour, _add_colour), DamagedWorklistError, NewerWorklistError, "worklist")
    with (
        contextlib.closing(sqlite3.connect(path, isolation_level=None)) as writer,
        contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection,
    ):
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("INSERT INTO entries VALUES (2)")
        form.bring_up(connection, path)
    (copy,) = copies_of(path)
    with contextlib.closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT x FROM entries").fetchall() == [(1,), (2,)]


def test_the_logo_of_a_newer_clinic_stays(tmp_path: Path) -> None:
    (tmp_path / "clinic.json").write_text('{"schema_version": 2, "logo": "clinic_logo.png"}', encoding="utf-8")
    (tmp_path / "clinic_logo.png").write_bytes(b"theirs")
    mine = tmp_path / "mine.png"
    Image.new("L", (8, 8)).save(mine)
    with pytest.raises(NewerSiteSettingsError):
        write_clinic(Clinic(name="Mine", logo=mine), tmp_path)
    assert (tmp_path / "clinic_logo.png").read_bytes() == b"theirs"


def test_copies_are_bounded_and_the_newest_stay(tmp_path: Path) -> None:
    path = tmp_path / "a [1].json"
    for number in range(MOST_COPIES + 3):
        path.write_text(f'{{"number": {number}}}', encoding="utf-8")
        copy = keep_copy(path, 1, date(2026, 11, 28))
        os.utime(copy, (number, number))
    kept = copies_of(path)
    assert len(kept) == MOST_COPIES
    assert json.loads(kept[-1].read_text(encoding="utf-8")) == {"number": MOST_COPIES + 2}
    assert all("version-1.2026-11-28" in copy.name for copy in kept)


def test_the_same_content_is_kept_once(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("{}", encoding="utf-8")
    assert keep_copy(path, 1) == keep_copy(path, 1)
    assert len(copies_of(path)) == 1


@pytest.mark.skipif(os.name != "posix", reason="Windows' folders see to that")
def test_copies_are_the_users_alone(tmp_path: Path) -> None:
    document, data = tmp_path / "a.json", tmp_path / "a.sqlite"
    document.write_text("{}", encoding="utf-8")
    _database(data)
    for copy in (keep_copy(document, 1), keep_copy_of_database(data, 1)):
        assert copy.stat().st_mode & 0o077 == 0


def test_a_copy_that_found_no_room_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "list.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")

    def full(partial: Path, _path: Path) -> None:
        partial.with_name(f"{partial.name}-journal").write_bytes(b"Yilmaz")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(data_forms, "take_name_durably", full)
    with pytest.raises(OSError, match="No space left"):
        keep_copy_of_database(path, 1)
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_program_has_half_copied_goes(tmp_path: Path) -> None:
    path = tmp_path / "list.sqlite"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")
    left = [tmp_path / f"list.version-1.2020-01-0{day}.sqlite.partial{end}" for day, end in ((1, ""), (2, "-journal"))]
    other = tmp_path / "list.version-1.of mine.partial"
    for file in (*left, other):
        file.write_bytes(b"Yilmaz")
    copy = keep_copy_of_database(path, 1)
    assert sorted(tmp_path.iterdir()) == sorted([path, copy, other])
