"""What is opened and answered in the window stands on the worklist, and can be opened from it again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QMessageBox
from pytestqt.qtbot import QtBot

from core.screening.decision import Decision
from core.site_settings import read_site_settings, write_site_settings
from core.worklist.entry import EntryState, Origin, WorklistEntry
from core.worklist.identity import ScanIdentity
from core.worklist.query import WorklistQuery
from core.worklist.retention import SUBJECT, RetentionSettings
from core.worklist.worklist import Worklist
from desktop_app import jobs
from desktop_app.application import Workstation
from desktop_app.worklist.retention_dialog import RetentionDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def listed(workstation: Workstation) -> Worklist:
    """The worklist of the window."""
    assert workstation.worklist.worklist is not None
    return workstation.worklist.worklist


@pytest.fixture(autouse=True)
def all_written(workstation: Workstation, qtbot: QtBot) -> Iterator[None]:
    yield
    if workstation.worklist.worklist_window is not None:
        workstation.worklist.worklist_window.stop()
    qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=10_000)


def _entries(worklist: Worklist) -> dict[str, WorklistEntry]:
    return {entry.path.name: entry for entry in worklist.find(WorklistQuery())}


def test_opened_scans_are_listed_with_picture_and_answer(
    qtbot: QtBot, workstation: Workstation, listed: Worklist, jpeg_scans: list[Path], chest_dicom: Path
) -> None:
    workstation.controller.open_paths([chest_dicom, *jpeg_scans])

    qtbot.waitUntil(
        lambda: [entry.state for entry in _entries(listed).values()] == [EntryState.CLASSIFIED] * 6, timeout=15_000
    )
    numbers = listed.numbers(WorklistQuery())
    qtbot.waitUntil(lambda: len(listed.thumbnails(numbers)) == 6, timeout=15_000)
    dicom = _entries(listed)[chest_dicom.name]
    assert dicom.patient_name
    assert dicom.origin is Origin.OPENED
    assert dicom.decision is Decision.POSITIVE
    assert dicom.is_seen
    assert all(len(picture) <= 10_000 for picture in listed.thumbnails(numbers).values())


def test_what_cannot_be_read_says_so(qtbot: QtBot, workstation: Workstation, listed: Worklist, tmp_path: Path) -> None:
    path = tmp_path / "cut.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 60)

    workstation.controller.open_paths([path])

    qtbot.waitUntil(lambda: [entry.state for entry in _entries(listed).values()] == [EntryState.FAILED])
    assert "cut.png" in _entries(listed)["cut.png"].failure


def test_nothing_is_listed_where_a_person_does_not_want_it(
    qtbot: QtBot, workstation: Workstation, listed: Worklist, jpeg_scans: list[Path]
) -> None:
    workstation.commands.settings_applied.emit(replace(workstation.store.current, keeps_worklist=False))

    with qtbot.waitSignal(workstation.controller.result_arrived, timeout=10_000):
        workstation.controller.open_paths(jpeg_scans[:1])
    qtbot.waitUntil(lambda: not jobs.active_jobs())

    assert listed.count(WorklistQuery()) == 0


def test_an_answer_stays_sealed_until_the_person_has_said_what_they_see(
    qtbot: QtBot, workstation: Workstation, listed: Worklist, jpeg_scans: list[Path]
) -> None:
    workstation.controller.session.set_sealing(True)
    workstation.controller.open_paths(jpeg_scans[:2])
    qtbot.waitUntil(
        lambda: [entry.state for entry in _entries(listed).values()] == [EntryState.CLASSIFIED] * 2, timeout=15_000
    )
    assert not any(entry.is_seen for entry in _entries(listed).values())

    workstation.answers.take_impression(Decision.NEGATIVE)

    qtbot.waitUntil(lambda: _entries(listed)[jpeg_scans[0].name].is_seen)
    assert _entries(listed)[jpeg_scans[0].name].impression is Decision.NEGATIVE
    assert not _entries(listed)[jpeg_scans[1].name].is_seen


def test_the_window_opens_by_its_key_and_opens_scans(
    qtbot: QtBot, workstation: Workstation, listed: Worklist, jpeg_scans: list[Path]
) -> None:
    listed.add(jpeg_scans[3], ScanIdentity(patient_name="Yılmaz, İlker"), Origin.RECEIVED)
    qtbot.keyClick(workstation.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    shown = workstation.worklist.worklist_window
    assert shown is not None
    qtbot.waitUntil(lambda: shown.isVisible() and shown.table_model.entry_at(0) is not None)
    with qtbot.waitActive(shown):
        shown.activateWindow()
    shown.table.setFocus()
    shown.table.selectRow(0)

    with qtbot.waitSignal(workstation.controller.radiograph_opened, timeout=10_000):
        qtbot.keyClick(shown.table, Qt.Key.Key_Return)

    assert workstation.controller.shown_radiograph is not None
    assert workstation.controller.shown_radiograph.path == jpeg_scans[3]
    qtbot.waitUntil(lambda: _entries(listed)[jpeg_scans[3].name].state is EntryState.CLASSIFIED, timeout=10_000)
    assert _entries(listed)[jpeg_scans[3].name].patient_name == "Yılmaz, İlker"


def test_classifying_from_the_worklist_leaves_what_is_shown(
    qtbot: QtBot, workstation: Workstation, listed: Worklist, jpeg_scans: list[Path]
) -> None:
    workstation.controller.open_paths(jpeg_scans[:1])
    qtbot.waitUntil(lambda: workstation.controller.shown_radiograph is not None, timeout=10_000)
    number = listed.add(jpeg_scans[1], ScanIdentity(), Origin.RECEIVED)
    entry = listed.entry(number)
    assert entry is not None

    workstation.worklist.classify_entries((entry,))

    qtbot.waitUntil(lambda: _entries(listed)[jpeg_scans[1].name].state is EntryState.CLASSIFIED, timeout=10_000)
    assert workstation.controller.shown_radiograph is not None
    assert workstation.controller.shown_radiograph.path == jpeg_scans[0]


def test_removing_asks_once_and_deletes_only_received_files(
    qtbot: QtBot, workstation: Workstation, listed: Worklist, jpeg_scans: list[Path]
) -> None:
    elsewhere = listed.add(jpeg_scans[0], ScanIdentity(), Origin.OPENED, waits=False)
    owned = listed.add(jpeg_scans[1], ScanIdentity(), Origin.RECEIVED, is_owned=True, waits=False)
    workstation.worklist.show_worklist()
    entries = listed.entries((elsewhere, owned))

    def agree() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        box.findChild(QCheckBox).setChecked(True)
        qtbot.mouseClick(
            box.buttons()[0] if "emove" in box.buttons()[0].text() else box.buttons()[1], Qt.MouseButton.LeftButton
        )

    QTimer.singleShot(200, agree)
    workstation.worklist.ask_to_remove(entries)

    qtbot.waitUntil(lambda: listed.count(WorklistQuery()) == 0)
    qtbot.waitUntil(lambda: not jpeg_scans[1].exists())
    assert jpeg_scans[0].exists()


def test_a_table_is_written_without_names(
    qtbot: QtBot, workstation: Workstation, listed: Worklist, jpeg_scans: list[Path], tmp_path: Path
) -> None:
    number = listed.add(jpeg_scans[0], ScanIdentity(patient_name="Yılmaz, İlker"), Origin.OPENED, waits=False)
    workstation.worklist.show_worklist()

    workstation.worklist.export([number], tmp_path / "list.csv", with_identity=False)

    shown = workstation.worklist.worklist_window
    assert shown is not None
    qtbot.waitUntil(lambda: "1 scan is in list.csv" in shown.message_bar.text)
    assert "Yılmaz" not in (tmp_path / "list.csv").read_text(encoding="utf-8")


def test_the_window_keeps_to_what_the_site_chose(qtbot: QtBot, workstation: Workstation, listed: Worklist) -> None:
    for number in range(3):
        listed.add(Path(f"/scans/{number}.dcm"), ScanIdentity(), Origin.OPENED, waits=False)
    write_site_settings(SUBJECT, RetentionSettings(most_entries=1))

    workstation.worklist.tidy()

    qtbot.waitUntil(lambda: listed.numbers(WorklistQuery()) == [3])


def test_how_long_scans_stay_is_chosen_in_a_dialog(qtbot: QtBot) -> None:
    dialog = RetentionDialog(read_site_settings(SUBJECT, RetentionSettings))
    qtbot.addWidget(dialog)
    assert dialog.days.text() == "For ever"

    dialog.days.setValue(30)
    dialog.deletes.click()

    assert dialog.chosen == RetentionSettings(30, 0, deletes_owned_files=True)


def test_what_waits_is_written_when_the_window_closes(
    qtbot: QtBot, workstation: Workstation, listed: Worklist, jpeg_scans: list[Path]
) -> None:
    with qtbot.waitSignal(workstation.controller.result_arrived, timeout=10_000):
        workstation.controller.open_paths(jpeg_scans[:1])

    workstation.window.close()

    assert [entry.state for entry in _entries(listed).values()] == [EntryState.CLASSIFIED]


def test_a_report_is_asked_for_from_the_worklist_and_noted_there(
    qtbot: QtBot, workstation: Workstation, listed: Worklist, jpeg_scans: list[Path], tmp_path: Path
) -> None:
    workstation.controller.open_paths(jpeg_scans[:1])
    qtbot.waitUntil(
        lambda: [entry.state for entry in _entries(listed).values()] == [EntryState.CLASSIFIED], timeout=15_000
    )
    number = next(iter(workstation.controller.session)).number

    workstation.report.report_saved.emit(tmp_path / "report.pdf", (number,))

    qtbot.waitUntil(lambda: _entries(listed)[jpeg_scans[0].name].report_path == tmp_path / "report.pdf")


def test_sending_is_offered_where_something_answers_it(
    qtbot: QtBot, workstation: Workstation, listed: Worklist
) -> None:
    workstation.worklist.show_worklist()
    shown = workstation.worklist.worklist_window
    assert shown is not None
    assert shown.report_button.isVisible()
    workstation.worklist.offer_sending()
    assert shown.send_button.isVisible()
    number = listed.add(Path("/scans/1.dcm"), ScanIdentity(), Origin.OPENED, waits=False)
    shown.list_anew()
    qtbot.waitUntil(lambda: shown.table_model.numbers == [number])
    shown.table.selectRow(0)

    with qtbot.waitSignal(workstation.worklist.sending_asked) as blocker:
        qtbot.mouseClick(shown.send_button, Qt.MouseButton.LeftButton)

    assert [entry.number for entry in blocker.args[0]] == [number]
