"""The record is listed page by page, filtered, verified and exported without the window waiting."""

import csv
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from pytestqt.qtbot import QtBot

from core.record.contents import settings_content
from core.record.entry import Draft, EntryKind
from core.record.journal import Journal, user_journal
from desktop_app import jobs
from desktop_app.application import Workstation
from desktop_app.record.record_dialog import RecordDialog
from desktop_app.record.record_work import PAGE_ENTRIES

COUNT = 2 * PAGE_ENTRIES + 50


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """A record of three pages; every tenth entry is a change of settings."""
    made = Journal(tmp_path / "record" / "journal.sqlite3")
    made.append_many(
        Draft(EntryKind.SETTINGS_CHANGED, settings_content(setting="error level", before=0.05, after=number), "Dr A")
        if number % 10 == 0
        else Draft(EntryKind.RESULT, {"number": number})
        for number in range(1, COUNT + 1)
    )
    made.close()
    return made


@pytest.fixture
def dialog(qtbot: QtBot, journal: Journal) -> Iterator[RecordDialog]:
    made = RecordDialog(journal)
    qtbot.addWidget(made)
    made.show()
    settle(qtbot)
    yield made
    made.close()
    settle(qtbot)


def settle(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=10_000)


def row(dialog: RecordDialog, number: int) -> list[str]:
    model = dialog.table_model
    return [str(model.data(model.index(number, column))) for column in range(model.columnCount())]


def test_the_newest_entries_come_first_and_the_first_is_selected(dialog: RecordDialog) -> None:
    assert dialog.table_model.rowCount() == PAGE_ENTRIES
    assert row(dialog, 0)[0] == str(COUNT)
    assert row(dialog, 0)[2:] == ["Settings changed", "Dr A", f"error level: 0.05 became {COUNT}"]
    assert f"{COUNT} entries, the newest {PAGE_ENTRIES} of them" in dialog.count_label.text()
    assert f"after: {COUNT}" in dialog.details.toPlainText()
    assert "digest: " in dialog.details.toPlainText()


def test_scrolling_down_brings_older_entries_until_the_first(qtbot: QtBot, dialog: RecordDialog) -> None:
    for expected in (2 * PAGE_ENTRIES, COUNT):
        dialog.table.scrollToBottom()
        settle(qtbot)
        assert dialog.table_model.rowCount() == expected
    assert [row(dialog, number)[0] for number in range(COUNT)] == [str(number) for number in range(COUNT, 0, -1)]
    assert not dialog.table_model.canFetchMore(QModelIndex())
    assert dialog.count_label.text() == f"{COUNT} entries"


def test_only_what_is_scrolled_to_is_read(qtbot: QtBot, dialog: RecordDialog) -> None:
    assert dialog.table_model.canFetchMore(QModelIndex())
    dialog.table_model.fetchMore(QModelIndex())
    assert not dialog.table_model.canFetchMore(QModelIndex()), "one page at a time"
    settle(qtbot)
    assert dialog.table_model.rowCount() == 2 * PAGE_ENTRIES


def test_one_kind_is_shown_and_exported(
    qtbot: QtBot, dialog: RecordDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog.kind_chooser.setCurrentText("Settings changed")
    settle(qtbot)
    assert dialog.table_model.rowCount() == COUNT // 10
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "changes"), ""))

    qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    settle(qtbot)

    assert dialog.message_bar.text == f"{COUNT // 10} entries are in changes.csv."
    with (tmp_path / "changes.csv").open(encoding="utf-8", newline="") as file:
        assert {line["kind"] for line in csv.DictReader(file)} == {"settings_changed"}
    dialog.kind_chooser.setCurrentText("Override")
    settle(qtbot)
    assert dialog.count_label.text() == "There is no entry of this kind."


def test_kinds_can_be_chosen_one_after_the_other_without_waiting(qtbot: QtBot, dialog: RecordDialog) -> None:
    for name in ("Result", "Override", "Every kind", "Settings changed"):
        dialog.kind_chooser.setCurrentText(name)
    settle(qtbot)

    assert dialog.table_model.rowCount() == COUNT // 10
    assert {row(dialog, number)[2] for number in range(COUNT // 10)} == {"Settings changed"}


def test_an_unbroken_record_is_said_so_with_the_digest_to_write_down(
    qtbot: QtBot, dialog: RecordDialog, journal: Journal
) -> None:
    qtbot.mouseClick(dialog.verify_button, Qt.MouseButton.LeftButton)
    assert not dialog.verify_button.isEnabled()
    settle(qtbot)

    assert f"unbroken: all {COUNT} entries" in dialog.message_bar.text
    newest = journal.last()
    assert newest is not None
    assert newest.digest in dialog.message_bar.text
    assert dialog.verify_button.isEnabled()


def test_a_broken_record_is_said_with_its_first_broken_entry(
    qtbot: QtBot, dialog: RecordDialog, journal: Journal
) -> None:
    connection = sqlite3.connect(journal.path)
    trigger = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'entries_are_never_changed'").fetchone()
    with connection:
        connection.execute("DROP TRIGGER entries_are_never_changed")
        connection.execute("UPDATE entries SET person = 'Dr B' WHERE sequence = 7")
        connection.execute(trigger[0])
    connection.close()

    dialog.verify()
    settle(qtbot)

    assert "Entry 7 was changed" in dialog.message_bar.text
    assert str(journal.path.parent) in dialog.message_bar.text


def test_a_damaged_record_is_a_sentence_and_no_row(qtbot: QtBot, dialog: RecordDialog, journal: Journal) -> None:
    journal.path.write_bytes(b"something else " * 1000)

    dialog.refresh()
    settle(qtbot)

    assert "is damaged" in dialog.message_bar.text
    assert dialog.table_model.rowCount() == 0
    assert not dialog.table_model.canFetchMore(QModelIndex())


def test_an_empty_record_and_no_record_are_said_so(qtbot: QtBot, tmp_path: Path) -> None:
    for journal, sentence in (
        (Journal(tmp_path / "new" / "journal.sqlite3"), "begins with the next entry"),
        (None, "no home folder"),
    ):
        dialog = RecordDialog(journal)
        qtbot.addWidget(dialog)
        dialog.show()
        settle(qtbot)
        assert sentence in dialog.count_label.text()
        assert dialog.verify_button.isEnabled() is (journal is not None)
        dialog.close()


def test_closing_stops_verifying(qtbot: QtBot, dialog: RecordDialog) -> None:
    dialog.verify()
    dialog.close()
    settle(qtbot)

    assert dialog.message_bar.text == ""


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_window_shows_the_users_record(qtbot: QtBot, workstation: Workstation) -> None:
    journal = user_journal()
    assert journal is not None
    journal.append(EntryKind.SETTINGS_CHANGED, settings_content(setting="error level", before=0.05, after=0.1))

    workstation.window.actions_of_window.record.trigger()
    settle(qtbot)

    dialog = workstation.record.dialog
    assert dialog.isVisible()
    assert row(dialog, 0)[-1] == "error level: 0.05 became 0.1"
    assert not [
        button.text() for button in dialog.findChildren(QAbstractButton) if button.text() and not tip_of(button)
    ]
    dialog.close()


def tip_of(button: QAbstractButton) -> str:
    """What a button of ours says it does; Qt's own need not."""
    return button.toolTip() or ("Qt" if button.text().strip("&") == "Close" else "")
