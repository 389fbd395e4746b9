"""DICOM results from the window: the dialog, the files, and the way to an archive."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pydicom import dcmread
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from core.imaging.drawn_measurement import MeasurementKind
from core.interchange.results.source import ResultKind
from desktop_app.application import Workstation
from desktop_app.jobs import active_jobs
from desktop_app.results_dialog import ChosenResults, ResultsDialog
from desktop_app.screening.scan_session import ScanState

LEFT = Qt.MouseButton.LeftButton
OK = QDialogButtonBox.StandardButton.Ok


def open_scan(qtbot: QtBot, workstation: Workstation, path: Path) -> None:
    def is_classified() -> bool:
        entries = list(workstation.controller.session)
        shown = workstation.controller.shown_radiograph
        return bool(entries) and entries[-1].state is ScanState.CLASSIFIED and shown is not None and not active_jobs()

    workstation.controller.open_paths([path])
    qtbot.waitUntil(is_classified, timeout=15_000)


def answering(drive: Callable[[ResultsDialog], None]) -> None:
    """Drive the dialog once it is open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, ResultsDialog):
            drive(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


@pytest.fixture
def scan(tmp_path: Path, chest_dicom: Path) -> Path:
    path = tmp_path / "scans" / "scan.dcm"
    path.parent.mkdir(exist_ok=True)
    shutil.copy(chest_dicom, path)
    return path


def test_results_of_the_shown_scan_are_written(
    qtbot: QtBot, workstation: Workstation, scan: Path, tmp_path: Path
) -> None:
    open_scan(qtbot, workstation, scan)
    folder = tmp_path / "results"

    def drive(dialog: ResultsDialog) -> None:
        qtbot.mouseClick(dialog.boxes[ResultKind.REPORT], LEFT, pos=dialog.boxes[ResultKind.REPORT].rect().center() / 4)
        dialog.folder.setText(str(folder))
        qtbot.keyClicks(dialog.comment, "Seen")
        qtbot.mouseClick(dialog.buttons.button(OK), LEFT)

    answering(drive)
    workstation.window.actions_of_window.dicom_results.trigger()
    qtbot.waitUntil(lambda: not active_jobs(), timeout=15_000)

    written = [dcmread(path) for path in folder.iterdir()]
    assert {dataset.Modality for dataset in written} == {"SR", "OT", "PR"}
    assert {dataset.StudyInstanceUID for dataset in written} == {dcmread(scan).StudyInstanceUID}
    report = next(dataset for dataset in written if dataset.Modality == "SR")
    assert '"Seen"' in report.to_json()
    assert "3 results written" in workstation.window.statusBar().currentMessage()


def test_what_is_shown_goes_into_the_results(qtbot: QtBot, workstation: Workstation, scan: Path) -> None:
    open_scan(qtbot, workstation, scan)
    results = workstation.results
    plain = results.shown_source()
    assert plain is not None
    assert plain.window is None
    assert plain.result is not None

    view = workstation.window.viewer.image_view
    view.set_inverted(True)
    changed = results.shown_source()
    assert changed is not None
    assert changed.is_inverted
    assert [drawn.kind for drawn in changed.measurements if drawn.kind is MeasurementKind.LENGTH] == []


def test_a_sealed_answer_stays_out_of_the_results(qtbot: QtBot, workstation: Workstation, scan: Path) -> None:
    workstation.controller.session.set_sealing(True)
    open_scan(qtbot, workstation, scan)

    source = workstation.results.shown_source()

    assert source is not None
    assert source.result is None


def test_a_picture_says_why_it_has_no_results(qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]) -> None:
    open_scan(qtbot, workstation, jpeg_scans[0])
    seen: list[tuple[bool, bool]] = []

    def drive(dialog: ResultsDialog) -> None:
        seen.append((any(box.isEnabled() for box in dialog.boxes.values()), dialog.buttons.button(OK).isEnabled()))
        dialog.reject()

    answering(drive)
    workstation.window.actions_of_window.dicom_results.trigger()

    assert seen == [(False, False)]


def test_nothing_open_is_said(workstation: Workstation) -> None:
    workstation.window.actions_of_window.dicom_results.trigger()

    assert "open a DICOM file" in workstation.window.message_bar.text


def test_results_go_to_an_archive(qtbot: QtBot, workstation: Workstation, scan: Path) -> None:
    open_scan(qtbot, workstation, scan)
    sent: list[tuple[Sequence[Path], str]] = []
    workstation.results.nodes = lambda: ["Hospital"]
    workstation.results.send_results = lambda paths, node, _scan: sent.append((paths, node))

    def drive(dialog: ResultsDialog) -> None:
        assert dialog.target.isVisible()
        dialog.target.setCurrentIndex(1)
        assert not dialog.folder.isVisible()
        for kind, box in dialog.boxes.items():
            box.setChecked(kind is ResultKind.PRESENTATION_STATE)
        qtbot.mouseClick(dialog.buttons.button(OK), LEFT)

    answering(drive)
    workstation.window.actions_of_window.dicom_results.trigger()
    qtbot.waitUntil(lambda: bool(sent), timeout=15_000)

    ((paths, node),) = sent
    assert node == "Hospital"
    assert [dcmread(path).Modality for path in paths] == ["PR"]


def test_a_folder_that_cannot_be_written_is_said(
    qtbot: QtBot, workstation: Workstation, scan: Path, tmp_path: Path
) -> None:
    open_scan(qtbot, workstation, scan)
    blocked = tmp_path / "a file"
    blocked.write_text("in the way")
    source = workstation.results.shown_source()
    assert source is not None

    workstation.results.make_results(source, ChosenResults((ResultKind.PRESENTATION_STATE,), blocked, "", ""))
    qtbot.waitUntil(lambda: not active_jobs(), timeout=15_000)

    assert "could not be written" in workstation.window.message_bar.text
