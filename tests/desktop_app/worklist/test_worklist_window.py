"""A person finds scans on the worklist and says what is to be done with them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from core.screening.decision import Decision
from core.worklist.query import SortKey
from core.worklist.worklist import Worklist
from desktop_app.worklist.cells import ADDED, ANSWER, IMPRESSION, PATIENT, PROBABILITY, SEALED
from desktop_app.worklist.worklist_table import GROUP_START_ROLE
from desktop_app.worklist.worklist_window import WorklistWindow
from tests.core.worklist.worklist_examples import scan_result

AddScans = Callable[..., list[int]]


def _show(qtbot: QtBot, window: WorklistWindow, count: int) -> None:
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: len(window.table_model.numbers) == count)
    qtbot.waitUntil(lambda: not count or window.table_model.entry_at(0) is not None)


def _text(window: WorklistWindow, row: int, column: int) -> str:
    return str(window.table_model.index(row, column).data() or "")


def test_scans_are_shown_newest_first_with_their_pictures(
    qtbot: QtBot, worklist: Worklist, worklist_window: WorklistWindow, add_scans: AddScans, picture: bytes
) -> None:
    numbers = add_scans(3)
    worklist.set_thumbnail(numbers[2], picture)
    worklist.note_result(numbers[2], scan_result(Decision.POSITIVE, 0.875))

    _show(qtbot, worklist_window, 3)

    assert "Yılmaz, Number 3" in _text(worklist_window, 0, PATIENT)
    assert _text(worklist_window, 0, ANSWER) == "+ positive"
    assert _text(worklist_window, 0, PROBABILITY) == "87.5%"
    assert _text(worklist_window, 1, ANSWER) == "not classified"
    index = worklist_window.table_model.index(0, PATIENT)
    assert index.data(Qt.ItemDataRole.DecorationRole).width() == 40
    assert worklist_window.filter_bar.count_label.text() == "3 scans"


def test_typing_and_chips_narrow_the_list(
    qtbot: QtBot, worklist: Worklist, worklist_window: WorklistWindow, add_scans: AddScans
) -> None:
    numbers = add_scans(4)
    worklist.note_result(numbers[0], scan_result(Decision.POSITIVE))
    _show(qtbot, worklist_window, 4)

    qtbot.keyClicks(worklist_window.filter_bar.search_field, "yilmaz")
    qtbot.waitUntil(lambda: worklist_window.table_model.numbers == [numbers[2], numbers[0]])
    assert worklist_window.filter_bar.count_label.text() == "2 of 4 scans"
    qtbot.mouseClick(worklist_window.filter_bar.chip(Decision.POSITIVE), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: worklist_window.table_model.numbers == [numbers[0]])

    qtbot.mouseClick(worklist_window.filter_bar.chip(Decision.NEGATIVE), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(worklist_window.filter_bar.chip(Decision.POSITIVE), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: worklist_window.table_model.numbers == [])
    assert not worklist_window.table.isVisible()
    worklist_window.filter_bar.clear()
    qtbot.waitUntil(lambda: len(worklist_window.table_model.numbers) == 4)
    assert worklist_window.table.isVisible()


def test_a_click_on_a_heading_sorts(qtbot: QtBot, worklist_window: WorklistWindow, add_scans: AddScans) -> None:
    numbers = add_scans(3)
    _show(qtbot, worklist_window, 3)
    header = worklist_window.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(PATIENT) + 20, header.height() // 2)

    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)

    qtbot.waitUntil(lambda: worklist_window.table_model.numbers == [numbers[1], numbers[0], numbers[2]])
    assert worklist_window.query.sort is SortKey.PATIENT
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: worklist_window.table_model.numbers == [numbers[2], numbers[0], numbers[1]])


def test_studies_stand_together_with_a_line_between(
    qtbot: QtBot, worklist_window: WorklistWindow, add_scans: AddScans
) -> None:
    add_scans(4, first=2)
    _show(qtbot, worklist_window, 4)

    qtbot.mouseClick(worklist_window.filter_bar.groups, Qt.MouseButton.LeftButton)

    model = worklist_window.table_model
    qtbot.waitUntil(lambda: [bool(model.index(row, 0).data(GROUP_START_ROLE)) for row in range(4)] == [0, 0, 1, 0])


def test_only_pages_that_are_looked_at_are_read(
    qtbot: QtBot, worklist_window: WorklistWindow, add_scans: AddScans
) -> None:
    add_scans(650)
    _show(qtbot, worklist_window, 650)
    read: list[int] = []
    worklist_window.table_model.page_wanted.connect(read.append)

    worklist_window.table.scrollToBottom()

    qtbot.waitUntil(lambda: worklist_window.table_model.entry_at(649) is not None)
    assert set(read) <= {400, 600}
    assert "Number 1\n" in _text(worklist_window, 649, PATIENT)


def test_changes_by_another_program_appear_and_the_selection_stays(
    qtbot: QtBot,
    worklist: Worklist,
    worklist_window: WorklistWindow,
    add_scans: AddScans,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    numbers = add_scans(3)
    _show(qtbot, worklist_window, 3)
    worklist_window.table.selectRow(1)

    with Worklist(worklist.path) as other:
        other.note_result(numbers[1], scan_result(Decision.NEGATIVE))
        other.remove([numbers[0]])
    worklist_window._look_for_changes()
    qtbot.waitUntil(lambda: len(worklist_window.table_model.numbers) == 2)
    added = add_scans(1, first=10)
    worklist_window._look_for_changes()

    qtbot.waitUntil(lambda: worklist_window.table_model.numbers == [*added, numbers[2], numbers[1]])
    qtbot.waitUntil(lambda: _text(worklist_window, 2, ANSWER) == "\N{MINUS SIGN} negative")
    assert worklist_window.selected_numbers == [numbers[1]]


def test_nothing_is_told_about_answers_that_would_be_asked_about_first(
    qtbot: QtBot, worklist: Worklist, worklist_window: WorklistWindow, add_scans: AddScans
) -> None:
    sealed, seen = add_scans(2)
    for number in (sealed, seen):
        worklist.note_result(number, scan_result(Decision.POSITIVE, 0.9))
    worklist.note_seen(seen)
    worklist.note_impression(seen, Decision.NEGATIVE)
    worklist_window.set_sealing(True)

    _show(qtbot, worklist_window, 2)

    assert _text(worklist_window, 0, ANSWER) == "+ positive"
    assert _text(worklist_window, 0, IMPRESSION) == "finding not present"
    assert _text(worklist_window, 1, ANSWER) == SEALED
    row = [_text(worklist_window, 1, column) for column in range(worklist_window.table_model.columnCount())]
    row.append(worklist_window.table_model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert not any("positive" in text or "90" in text for text in row)


def test_nobody_is_named_where_names_are_hidden(
    qtbot: QtBot, worklist_window: WorklistWindow, add_scans: AddScans
) -> None:
    add_scans(1)
    worklist_window.set_identity_visible(False)
    _show(qtbot, worklist_window, 1)

    model = worklist_window.table_model
    texts = [_text(worklist_window, 0, column) for column in range(model.columnCount())]
    texts.append(model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole))
    assert not any("Yılmaz" in text or "P1" in text or "scan 1.dcm" in text for text in texts)


def test_selected_scans_are_asked_for(qtbot: QtBot, worklist_window: WorklistWindow, add_scans: AddScans) -> None:
    numbers = add_scans(3)
    _show(qtbot, worklist_window, 3)
    window = worklist_window
    assert not window.open_button.isEnabled()
    window.table.selectRow(0)
    window.table.selectionModel().select(
        window.table_model.index(2, 0),
        window.table.selectionModel().SelectionFlag.Select | window.table.selectionModel().SelectionFlag.Rows,
    )

    for button, asked in (
        (window.open_button, window.open_asked),
        (window.classify_button, window.classification_asked),
        (window.remove_button, window.removal_asked),
    ):
        with qtbot.waitSignal(asked) as blocker:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert [entry.number for entry in blocker.args[0]] == [numbers[2], numbers[0]]
        qtbot.waitUntil(lambda: window._entry_job is not None and window._entry_job.is_finished)
    with qtbot.waitSignal(window.export_asked) as blocker:
        qtbot.mouseClick(window.export_button, Qt.MouseButton.LeftButton)
    assert blocker.args == [[numbers[2], numbers[0]]]


def test_a_double_click_opens(qtbot: QtBot, worklist_window: WorklistWindow, add_scans: AddScans) -> None:
    numbers = add_scans(2)
    _show(qtbot, worklist_window, 2)
    table = worklist_window.table
    place = table.visualRect(worklist_window.table_model.index(1, ADDED)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    with qtbot.waitSignal(worklist_window.open_asked) as blocker:
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert [entry.number for entry in blocker.args[0]] == [numbers[0]]


def test_a_damaged_worklist_is_said(
    qtbot: QtBot, worklist: Worklist, worklist_window: WorklistWindow, add_scans: AddScans, tmp_path: Path
) -> None:
    add_scans(1)
    worklist.close()
    worklist.path.write_bytes(b"no database" * 500)

    worklist_window.show()

    qtbot.waitUntil(lambda: "damaged" in worklist_window.message_bar.text)
