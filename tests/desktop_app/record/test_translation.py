"""Every word of the record's dialog can be translated."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.record.contents import settings_content
from core.record.entry import Draft, EntryKind
from core.record.journal import Journal
from desktop_app import jobs
from desktop_app.record.record_dialog import RecordDialog
from desktop_app.record.record_work import PAGE_ENTRIES
from tests.pseudo_language import QT_WORDS, untranslated, visible_texts

pytestmark = pytest.mark.usefixtures("pseudo_language")


def settle(qtbot: QtBot) -> None:
    qtbot.wait(10)
    qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=10_000)


def untranslated_in(dialog: RecordDialog, *data: str) -> list[str]:
    return untranslated([*visible_texts(dialog), dialog.message_bar.text], (*QT_WORDS, "error level", "AB", *data))


@pytest.mark.parametrize("count", [0, 1, PAGE_ENTRIES + 1])
def test_the_entries_and_their_verification(qtbot: QtBot, tmp_path: Path, count: int) -> None:
    journal = Journal(tmp_path / "journal.sqlite3")
    content = settings_content(setting="error level", before=0.05, after=0.1)
    journal.append_many(Draft(EntryKind.SETTINGS_CHANGED, content, "AB") for _ in range(count))
    last = journal.last(EntryKind.SETTINGS_CHANGED)
    digests = (last.digest, last.previous) if last is not None else ()
    dialog = RecordDialog(journal)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot)
    assert not untranslated_in(dialog, *digests)
    dialog.verify()
    settle(qtbot)
    assert dialog.message_bar.text
    assert not untranslated_in(dialog, *digests)
    dialog.close()
    settle(qtbot)


def test_no_record(qtbot: QtBot) -> None:
    dialog = RecordDialog(None)
    qtbot.addWidget(dialog)
    dialog.show()
    settle(qtbot)
    assert not untranslated_in(dialog)
