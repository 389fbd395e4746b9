"""The patient's other examinations, and nobody else's, can be put beside the scan that is looked at."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pydicom
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.worklist.entry import Origin
from core.worklist.identity import read_identity
from core.worklist.worklist import Worklist
from desktop_app import jobs
from desktop_app.application import Workstation
from desktop_app.prior_commands import NO_PRIOR
from desktop_app.viewer.prior_pane import PriorPane

MakeStudy = Callable[..., Path]


@pytest.fixture(autouse=True)
def all_done(workstation: Workstation, qtbot: QtBot) -> Iterator[None]:
    yield
    qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=10_000)


@pytest.fixture
def make_study(tmp_path: Path, chest_dicom: Path) -> MakeStudy:
    """Write a patient's examination of a day."""

    def make(name: str, day: str, patient: str = "P1") -> Path:
        dataset = pydicom.dcmread(chest_dicom)
        dataset.PatientID, dataset.StudyDate, dataset.PatientName = patient, day, "Yılmaz^İlker"
        dataset.SpecificCharacterSet = "ISO_IR 192"
        dataset.StudyInstanceUID, dataset.SOPInstanceUID = f"1.2.3.{day}", f"1.2.3.{day}.1"
        path = tmp_path / f"{name}.dcm"
        dataset.save_as(path)
        return path

    return make


@pytest.fixture
def listed(workstation: Workstation) -> Worklist:
    assert workstation.worklist.worklist is not None
    return workstation.worklist.worklist


def _show(qtbot: QtBot, workstation: Workstation, path: Path) -> None:
    with qtbot.waitSignal(workstation.controller.radiograph_opened, timeout=10_000):
        workstation.controller.open_paths([path])


def _press_key(qtbot: QtBot, workstation: Workstation) -> None:
    qtbot.keyClick(workstation.window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)


def _pane(workstation: Workstation) -> PriorPane | None:
    return workstation.window.viewer.side_by_side.prior_pane


def _shown_path(workstation: Workstation) -> Path | None:
    pane = _pane(workstation)
    if pane is None or pane.image_view.radiograph is None:
        return None
    return pane.image_view.radiograph.path


def test_the_newest_other_examination_appears_linked_and_another_can_be_chosen(
    qtbot: QtBot, workstation: Workstation, listed: Worklist, make_study: MakeStudy
) -> None:
    old, newer, current = (make_study(day, day) for day in ("20200101", "20240101", "20260101"))
    for path in (old, newer, make_study("other", "20250101", patient="P2")):
        listed.add(path, read_identity(path), Origin.RECEIVED, waits=False)
    _show(qtbot, workstation, current)

    _press_key(qtbot, workstation)

    qtbot.waitUntil(lambda: _shown_path(workstation) == newer, timeout=10_000)
    pane = _pane(workstation)
    assert pane is not None
    assert [pane.chooser.itemText(row)[:10] for row in range(pane.chooser.count())] == ["2024-01-01", "2020-01-01"]
    mine, other = workstation.window.viewer.image_view, pane.image_view
    mine.zoom_in()
    assert other.geometry_of_view.scale == pytest.approx(mine.geometry_of_view.scale)
    assert "2026-01-01" in workstation.window.viewer.side_by_side._line.text()

    pane.chooser.setCurrentIndex(1)
    pane.chooser.activated.emit(1)
    qtbot.waitUntil(lambda: _shown_path(workstation) == old, timeout=10_000)

    _press_key(qtbot, workstation)
    qtbot.waitUntil(lambda: _pane(workstation) is None)


def test_another_scan_takes_the_prior_of_the_one_before_away(
    qtbot: QtBot, workstation: Workstation, listed: Worklist, make_study: MakeStudy, jpeg_scans: list[Path]
) -> None:
    old, current = make_study("old", "20200101"), make_study("current", "20260101")
    listed.add(old, read_identity(old), Origin.RECEIVED, waits=False)
    _show(qtbot, workstation, current)
    _press_key(qtbot, workstation)
    qtbot.waitUntil(lambda: _shown_path(workstation) == old, timeout=10_000)

    _show(qtbot, workstation, jpeg_scans[0])

    assert _pane(workstation) is None
    _press_key(qtbot, workstation)
    qtbot.waitUntil(lambda: workstation.window.message_bar.text == NO_PRIOR)


def test_a_prior_that_is_gone_is_said(
    qtbot: QtBot, workstation: Workstation, listed: Worklist, make_study: MakeStudy
) -> None:
    old, current = make_study("old", "20200101"), make_study("current", "20260101")
    listed.add(old, read_identity(old), Origin.RECEIVED, waits=False)
    old.unlink()
    _show(qtbot, workstation, current)

    _press_key(qtbot, workstation)

    qtbot.waitUntil(lambda: "old.dcm" in workstation.window.message_bar.text, timeout=10_000)
    pane = _pane(workstation)
    assert pane is not None
    assert pane.note.text() == "cannot be shown"
