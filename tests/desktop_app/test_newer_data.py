"""Data of a newer Hilum costs a sentence, and never the rest of the program, nor the data."""

import contextlib
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.errors import NewerModelError
from core.interchange.archive.send_queue import SendQueue
from core.model.package import bundled_package
from core.record.entry import EntryKind
from core.record.journal import Journal
from core.registry.commissioned import user_commissionings
from core.registry.registry import user_registry
from core.site_settings import site_settings_path
from core.user_folders import UserFolders, user_folders
from core.worklist.entry import Origin
from core.worklist.worklist import Worklist
from desktop_app.application import build
from desktop_app.jobs import active_jobs
from desktop_app.screening.scan_session import ScanState
from desktop_app.settings import SettingsStore
from tests.core.worklist.worklist_examples import identity


def _newer_database(path: Path) -> Path:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    return path


def _record(folders: UserFolders) -> Path:
    path = folders.data / "record" / "journal.sqlite3"
    with Journal(path) as journal:
        journal.append(EntryKind.RESULT, {})
    return _newer_database(path)


def _worklist(folders: UserFolders) -> Path:
    path = folders.data / "worklist" / "worklist.sqlite"
    with Worklist(path) as worklist:
        worklist.add(folders.data / "a.dcm", identity(1), Origin.OPENED)
    return _newer_database(path)


def _queue(folders: UserFolders) -> Path:
    SendQueue().close()
    return _newer_database(folders.data / "send_queue" / "queue.sqlite")


def _site_settings(subject: str) -> Callable[[UserFolders], Path]:
    def write(_folders: UserFolders) -> Path:
        path = site_settings_path(subject)
        assert path is not None
        return _newer_document(path)

    return write


def _newer_document(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"schema_version": 99}), encoding="utf-8")
    return path


def _settings(folders: UserFolders) -> Path:
    path = folders.settings / "settings.ini"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("[General]\nschema_version=99\ntheme=sepia\n", encoding="utf-8")
    return path


STORES = {
    "record": _record,
    "worklist": _worklist,
    "queue": _queue,
    "settings": _settings,
    **{subject: _site_settings(subject) for subject in ("connections", "receiver", "worklist settings", "clinic")},
    "commissioning": lambda _folders: _newer_document(user_commissionings().path_of(bundled_package().card)),
}


@pytest.mark.parametrize("store", STORES)
def test_the_window_works_beside_a_newer_store(
    qtbot: QtBot,
    jpeg_scans: list[Path],
    pretend_screener: object,
    expected_warnings: set[str],
    store: str,
) -> None:
    folders = user_folders()
    assert folders is not None
    path = STORES[store](folders)
    before = path.read_bytes()
    settings = SettingsStore()
    settings.load()
    built = build(settings)
    built.runner.screener = pretend_screener
    built.runner.model_ready.emit(pretend_screener)
    built.window.show()
    built.receiving.begin()
    built.connections.begin()
    built.controller.open_paths(jpeg_scans[:2])

    def is_answered() -> bool:
        states = [entry.state for entry in built.controller.session]
        return states == [ScanState.CLASSIFIED] * 2 and not active_jobs()

    qtbot.waitUntil(is_answered, timeout=15_000)
    assert built.controller.shown_radiograph is not None
    built.window.close()
    qtbot.waitUntil(lambda: not active_jobs(), timeout=5000)
    built.window.deleteLater()
    assert path.read_bytes() == before
    if store == "settings":
        assert "newer version of Hilum" in settings.note


def test_a_newer_choice_of_model_is_said_and_no_other_model_takes_its_place(make_package: Callable[..., Path]) -> None:
    registry = user_registry()
    assert registry.folder is not None
    registry.add(make_package())
    _newer_document(registry.folder / "active.json")
    with pytest.raises(NewerModelError):
        registry.active()


@pytest.mark.parametrize("command", ["log", "worklist", "archive", "clinic", "models"])
def test_the_command_line_says_the_sentence(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    from core.cli import main

    folders = user_folders()
    assert folders is not None
    makers = {
        "log": _record,
        "worklist": _worklist,
        "archive": _site_settings("connections"),
        "clinic": _site_settings("clinic"),
        "models": lambda folders: _newer_document(folders.data / "models" / "active.json"),
    }
    path = makers[command](folders)
    before = path.read_bytes()
    arguments = {"archive": ["archive", "nodes"], "models": ["models", "rollback"]}.get(command, [command])
    status = main(arguments)
    told = capsys.readouterr()
    assert "newer version of Hilum" in told.err + told.out, (status, told)
    assert path.read_bytes() == before
