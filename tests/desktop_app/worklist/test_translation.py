"""Every word of the worklist's windows can be translated."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from core.screening.decision import Decision
from core.worklist.entry import EntryState, SendState, WorklistEntry
from core.worklist.query import WorklistQuery
from core.worklist.retention import RetentionSettings
from core.worklist.worklist import Worklist
from desktop_app import jobs
from desktop_app.worklist.cells import COLUMNS, cell_text, tool_tip
from desktop_app.worklist.filter_bar import FilterBar
from desktop_app.worklist.retention_dialog import RetentionDialog
from desktop_app.worklist.worklist_window import WorklistWindow
from desktop_app.worklist.worklist_work import Listing
from desktop_app.worklist_commands import ask_about_names, ask_to_remove
from tests.core.worklist.worklist_examples import scan_result
from tests.pseudo_language import QT_WORDS, untranslated, visible_texts

# What the scans of these tests are called, and what they hold.
DATA = ("Yılmaz", "Müller", "Number", "DX", "PA", "scan", ".dcm", "ward", "Ward archive", *QT_WORDS)

pytestmark = pytest.mark.usefixtures("pseudo_language")


def cells(entries: tuple[WorklistEntry, ...], *, sealed: bool = False, shows_identity: bool = False) -> list[str]:
    texts = [
        cell_text(entry, column, sealed=sealed, shows_identity=shows_identity)
        for entry in entries
        for column in range(len(COLUMNS))
    ]
    tips = [tool_tip(entry, sealed=sealed, shows_identity=shows_identity) for entry in entries]
    return [text for text in (*texts, *tips) if text]


@pytest.fixture
def entries(worklist: Worklist, add_scans: Callable[..., list[int]]) -> tuple[WorklistEntry, ...]:
    """A scan in each state that a cell can tell of."""
    decisions, states = list(Decision), [state for state in SendState if state is not SendState.NOT_SENT]
    numbers = add_scans(len(decisions) + 2)
    for number, decision, state in zip(numbers, decisions, states, strict=False):
        worklist.note_result(number, scan_result(decision))
        worklist.note_sent(number, state, "Ward archive")
    for number, impression in zip(numbers, (Decision.POSITIVE, Decision.NEGATIVE, Decision.UNDETERMINED), strict=False):
        worklist.note_impression(number, impression)
    worklist.note_report(numbers[0], Path("report.pdf"))
    worklist.note_ignored(numbers[-1], "")
    made = worklist.entries(numbers)
    assert {entry.state for entry in made} >= {EntryState.CLASSIFIED, EntryState.LISTED, EntryState.IGNORED}
    return made


def test_the_cells(entries: tuple[WorklistEntry, ...]) -> None:
    assert untranslated(cells(entries), DATA) == []
    assert untranslated(cells(entries, sealed=True), DATA) == []


def test_the_worklist_s_window(
    qtbot: QtBot, worklist_window: WorklistWindow, entries: tuple[WorklistEntry, ...]
) -> None:
    window = worklist_window
    window.offer_reports()
    window.offer_sending()
    window.set_identity_visible(False)
    window.show()
    qtbot.waitUntil(lambda: len(window.table_model.numbers) == len(entries))
    qtbot.waitUntil(lambda: window.table_model.entry_at(0) is not None and not jobs.active_jobs())
    window.table.selectAll()
    assert untranslated(visible_texts(window), DATA) == []
    # Where nothing is listed, for both reasons.
    window._show_emptiness(Listing(WorklistQuery(), [], 0))
    empty = [window._empty_text.text()]
    window.filter_bar.search_field.setText("nobody")
    window._show_emptiness(Listing(WorklistQuery(), [], 0))
    assert untranslated([*empty, window._empty_text.text()]) == []


def test_the_filter_bar(qtbot: QtBot) -> None:
    bar = FilterBar()
    qtbot.addWidget(bar)
    for listed, total in ((1, 1), (3, 3), (2, 1200)):
        bar.show_count(listed, total)
        assert untranslated(visible_texts(bar)) == []


def test_how_long_scans_stay(qtbot: QtBot) -> None:
    dialog = RetentionDialog(RetentionSettings(30, 1000))
    qtbot.addWidget(dialog)
    assert untranslated(visible_texts(dialog), QT_WORDS) == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_questions(
    worklist: Worklist,
    worklist_window: WorklistWindow,
    add_scans: Callable[..., list[int]],
    monkeypatch: pytest.MonkeyPatch,
    count: int,
) -> None:
    asked: list[str] = []

    def note(box: QMessageBox) -> int:
        asked.extend((box.text(), box.informativeText(), *visible_texts(box)))
        return 0

    monkeypatch.setattr(QMessageBox, "exec", note)
    ask_about_names(worklist_window)
    ask_to_remove(worklist.entries(add_scans(count)), worklist_window)
    assert len(asked) > 6
    assert untranslated(asked, QT_WORDS) == []
