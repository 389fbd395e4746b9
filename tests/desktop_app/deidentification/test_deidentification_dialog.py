"""Copies without identity are made from the window, with the masks that were drawn in the viewer."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pydicom import dcmread
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.imaging.measurement import Point
from core.imaging.pixel_mask import PixelMask
from core.imaging.reading import read_radiograph
from core.interchange.deidentification.options import DatePolicy
from desktop_app import jobs
from desktop_app.application import Workstation
from desktop_app.deidentification.deidentification_dialog import DeidentificationDialog
from desktop_app.deidentification.deidentification_work import OpenScans

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def masks() -> dict[Path, tuple[PixelMask, ...]]:
    """The masks that are drawn; add to it."""
    return {}


@pytest.fixture
def dialog(
    qtbot: QtBot, chest_dicom: Path, jpeg_scans: list[Path], masks: dict[Path, tuple[PixelMask, ...]]
) -> Iterator[DeidentificationDialog]:
    made = DeidentificationDialog(lambda: OpenScans(chest_dicom, (chest_dicom, *jpeg_scans)), lambda: masks)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()
    settle(qtbot)


def settle(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=20_000)


def press(qtbot: QtBot, dialog: DeidentificationDialog) -> None:
    qtbot.mouseClick(dialog.copy_button, LEFT)
    settle(qtbot)


def test_nothing_is_copied_before_a_folder_is_named(dialog: DeidentificationDialog, tmp_path: Path) -> None:
    assert not dialog.copy_button.isEnabled()
    QTest.keyClicks(dialog.options_page.target_field, str(tmp_path / "copies"))
    assert dialog.copy_button.isEnabled()
    dialog.options_page.target_field.clear()
    assert not dialog.copy_button.isEnabled()


def test_the_shown_scan_is_copied_and_what_changed_is_listed(
    qtbot: QtBot, dialog: DeidentificationDialog, tmp_path: Path, chest_dicom: Path
) -> None:
    dialog.options_page.target_field.setText(str(tmp_path / "copies"))
    press(qtbot, dialog)
    assert dialog.pages.currentWidget() is dialog.outcome_page
    (copy,) = (tmp_path / "copies").glob("*.dcm")
    original = dcmread(chest_dicom, stop_before_pixels=True)
    assert str(original.PatientID).encode() not in copy.read_bytes()
    page = dialog.outcome_page
    names = {page.table.item(row, 3).text() for row in range(page.table.rowCount())}
    assert {"Patient's Name", "Patient ID", "Study Instance UID"} <= names
    assert "1 copy without identity" in page.summary.text()
    assert "look at each copy" in page.warnings.text().lower()
    qtbot.mouseClick(dialog.back_button, LEFT)
    assert dialog.copy_button.isVisible()


def test_masks_and_choices_reach_the_copies(
    qtbot: QtBot,
    chest_dicom: Path,
    dialog: DeidentificationDialog,
    masks: dict[Path, tuple[PixelMask, ...]],
    tmp_path: Path,
) -> None:
    masks[chest_dicom] = (PixelMask(0, 0, 50, 70),)
    dialog.go_back()
    page = dialog.options_page
    assert page.masks_label.text() == "Masks are drawn on this scan."
    page.target_field.setText(str(tmp_path / "copies"))
    page.dates_chooser.setCurrentIndex(page.dates_chooser.findData(str(DatePolicy.KEEP)))
    page.characteristics_box.click()
    page.no_text_box.click()
    press(qtbot, dialog)
    (path,) = (tmp_path / "copies").glob("*.dcm")
    copy, original = dcmread(path), dcmread(chest_dicom)
    assert copy.StudyDate == original.StudyDate
    assert copy.PatientSex == original.PatientSex
    assert copy.BurnedInAnnotation == "NO"
    assert len(np.unique(read_radiograph(path).stored[:50, :70])) == 1
    assert dialog.outcome_page.warnings.isHidden()


def test_what_was_confirmed_holds_for_the_scans_it_was_said_of(dialog: DeidentificationDialog) -> None:
    page = dialog.options_page
    page.no_text_box.click()
    assert page.options.is_text_free
    page.scans_chooser.setCurrentIndex(page.scans_chooser.findData("listed"))
    assert not page.options.is_text_free


def test_every_scan_of_the_list_is_copied_once_and_failures_are_told(
    qtbot: QtBot, dialog: DeidentificationDialog, jpeg_scans: list[Path], tmp_path: Path
) -> None:
    jpeg_scans[2].write_bytes(b"\xff\xd8\xff\xe0 no picture")
    page = dialog.options_page
    page.scans_chooser.setCurrentIndex(page.scans_chooser.findData("listed"))
    page.target_field.setText(str(tmp_path / "copies"))
    press(qtbot, dialog)
    assert len(list((tmp_path / "copies").glob("*.jpg"))) == 4
    assert "5 copies" in dialog.outcome_page.summary.text()
    assert "scan 2.jpg" in dialog.outcome_page.failures.text()


def test_a_folder_is_copied(qtbot: QtBot, dialog: DeidentificationDialog, tmp_path: Path) -> None:
    (tmp_path / "films").mkdir()
    Image.fromarray(np.zeros((20, 30), np.uint8)).save(tmp_path / "films" / "a.png")
    page = dialog.options_page
    page.copy_folder(tmp_path / "films")
    assert "films" in page.scans_chooser.currentText()
    page.target_field.setText(str(tmp_path / "copies"))
    press(qtbot, dialog)
    assert len(list((tmp_path / "copies").glob("*.png"))) == 1


def test_the_originals_folder_is_refused_in_words(
    qtbot: QtBot, dialog: DeidentificationDialog, jpeg_scans: list[Path]
) -> None:
    page = dialog.options_page
    page.scans_chooser.setCurrentIndex(page.scans_chooser.findData("listed"))
    page.target_field.setText(str(jpeg_scans[0].parent))
    before = sorted(jpeg_scans[0].parent.iterdir())
    press(qtbot, dialog)
    assert "originals lie there" in dialog.message_bar.text
    assert sorted(jpeg_scans[0].parent.iterdir()) == before
    assert dialog.copy_button.isEnabled()


def test_the_list_of_who_is_who_asks_where_to(
    qtbot: QtBot, dialog: DeidentificationDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = dialog.options_page
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.mapping_box.click()
    assert not page.mapping_box.isChecked()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "who.csv"), ""))
    page.mapping_box.click()
    page.key_box.click()
    page.target_field.setText(str(tmp_path / "first"))
    press(qtbot, dialog)
    assert (tmp_path / "who.csv").exists()
    qtbot.mouseClick(dialog.back_button, LEFT)
    page.mapping_box.click()
    page.target_field.setText(str(tmp_path / "second"))
    press(qtbot, dialog)
    first, second = (next((tmp_path / name).glob("*.dcm")).name for name in ("first", "second"))
    assert first == second


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_from_the_menu_with_a_mask_drawn_in_the_viewer(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path], tmp_path: Path
) -> None:
    window, view = workstation.window, workstation.window.viewer.image_view
    workstation.controller.open_paths(jpeg_scans[:2])
    qtbot.waitUntil(lambda: view.radiograph is not None and not jobs.active_jobs(), timeout=10_000)
    window.viewer.viewer_actions["mask"].trigger()
    begin, end = (view.geometry_of_view.to_widget(Point(*at)).toPoint() for at in ((10, 10), (60, 90)))
    QTest.mousePress(view, LEFT, Qt.KeyboardModifier.NoModifier, begin)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, Qt.KeyboardModifier.NoModifier, end)
    window.actions_of_window.deidentify.trigger()
    dialog = workstation.deidentification.dialog
    assert dialog.isVisible()
    assert dialog.options_page.masks_label.text() == "Masks are drawn on this scan."
    dialog.options_page.target_field.setText(str(tmp_path / "copies"))
    press(qtbot, dialog)
    (copy,) = (tmp_path / "copies").glob("*.png")
    (mask,) = view.masks.masks_by_file()[jpeg_scans[0]]
    covered = read_radiograph(copy).stored[mask.row : mask.row + mask.rows, mask.column : mask.column + mask.columns]
    assert covered.size > 1000
    assert len(np.unique(covered)) == 1
    dialog.close()
