"""What a hurried day brings: broken files, files that go away, things dropped and closed while the model works."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desktop_app.application import Workstation
from desktop_app.jobs import active_jobs
from desktop_app.screening.panel_state import Answered
from desktop_app.screening.scan_session import ScanState
from desktop_app.settings import SettingsStore

LEFT = Qt.MouseButton.LeftButton


def open_and_wait(qtbot: QtBot, workstation: Workstation, paths: list[Path], count: int | None = None) -> None:
    workstation.controller.open_paths(paths)
    rest(qtbot, workstation, len(paths) if count is None else count)


def rest(qtbot: QtBot, workstation: Workstation, count: int) -> None:
    def is_at_rest() -> bool:
        entries = list(workstation.controller.session)
        done = {ScanState.CLASSIFIED, ScanState.FAILED}
        return len(entries) == count and {entry.state for entry in entries} <= done and not active_jobs()

    qtbot.waitUntil(is_at_rest, timeout=15_000)


@pytest.fixture
def broken_scan(jpeg_scans: list[Path], tmp_path: Path) -> Path:
    """A picture of which only the beginning was copied."""
    path = tmp_path / "half copied.jpg"
    path.write_bytes(jpeg_scans[0].read_bytes()[:500])
    return path


def test_mended_file_can_be_tried_again(
    qtbot: QtBot, workstation: Workstation, broken_scan: Path, jpeg_scans: list[Path]
) -> None:
    open_and_wait(qtbot, workstation, [broken_scan])
    page = workstation.window.viewer.problem_page
    assert page.isVisible()
    broken_scan.write_bytes(jpeg_scans[0].read_bytes())
    qtbot.mouseClick(page.retry_button, LEFT)
    rest(qtbot, workstation, 1)
    assert not page.isVisible()
    assert isinstance(workstation.window.result_panel.state, Answered)


def test_file_that_is_still_broken_says_so_again(qtbot: QtBot, workstation: Workstation, broken_scan: Path) -> None:
    open_and_wait(qtbot, workstation, [broken_scan])
    page = workstation.window.viewer.problem_page
    qtbot.mouseClick(page.retry_button, LEFT)
    rest(qtbot, workstation, 1)
    assert page.isVisible()
    assert "half copied.jpg" in page.text


def test_problem_is_copied_with_its_details(qtbot: QtBot, workstation: Workstation, broken_scan: Path) -> None:
    open_and_wait(qtbot, workstation, [broken_scan])
    qtbot.mouseClick(workstation.window.viewer.problem_page.copy_button, LEFT)
    assert "half copied.jpg" in QGuiApplication.clipboard().text()


def test_context_menu_of_a_broken_scan_offers_another_try(
    qtbot: QtBot, workstation: Workstation, broken_scan: Path, jpeg_scans: list[Path]
) -> None:
    open_and_wait(qtbot, workstation, [broken_scan])
    broken_scan.write_bytes(jpeg_scans[0].read_bytes())
    strip = workstation.window.strip
    assert strip.retry_action in strip.menu_for_selection().actions()
    strip.retry_action.trigger()
    rest(qtbot, workstation, 1)
    assert isinstance(workstation.window.result_panel.state, Answered)


def test_each_scan_has_its_own_heat_map_however_long_ago_it_was_seen(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]
) -> None:
    open_and_wait(qtbot, workstation, jpeg_scans)
    window = workstation.window
    for entry in workstation.controller.session:
        workstation.controller.select(entry.number)
        qtbot.waitUntil(lambda: not active_jobs())
        shown = workstation.controller.shown_radiograph
        assert shown is not None
        assert shown.path == entry.path
        assert window.viewer.heat_map_button.isVisible(), entry.name


def test_picture_of_another_scan_never_stands_beside_an_answer(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]
) -> None:
    open_and_wait(qtbot, workstation, jpeg_scans)
    window = workstation.window
    last = list(workstation.controller.session)[-1]
    workstation.controller.select(last.number)
    # Still being read: the picture before it has gone.
    assert window.viewer.image_view.radiograph is None
    qtbot.waitUntil(lambda: window.viewer.image_view.radiograph is not None)
    shown = window.viewer.image_view.radiograph
    assert shown is not None
    assert shown.path == last.path
    qtbot.waitUntil(lambda: not active_jobs())


def test_same_file_twice_selects_the_one_that_is_open(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]
) -> None:
    open_and_wait(qtbot, workstation, jpeg_scans)
    workstation.controller.open_paths([jpeg_scans[3]])
    qtbot.waitUntil(lambda: not active_jobs())
    assert len(workstation.controller.session) == 5
    selected = workstation.controller.selected_entry
    assert selected is not None
    assert selected.path == jpeg_scans[3]


def test_file_that_was_moved_away_is_named(qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]) -> None:
    open_and_wait(qtbot, workstation, jpeg_scans)
    jpeg_scans[4].rename(jpeg_scans[4].with_suffix(".moved"))
    last = list(workstation.controller.session)[-1]
    workstation.controller.select(last.number)
    qtbot.waitUntil(workstation.window.viewer.problem_page.isVisible)
    assert "scan 4.jpg" in workstation.window.viewer.problem_page.text
    qtbot.waitUntil(lambda: not active_jobs())


def test_pasted_files_and_pictures_are_opened(qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]) -> None:
    clipboard = QGuiApplication.clipboard()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(jpeg_scans[0].parent))])
    clipboard.setMimeData(data)
    workstation.window.actions_of_window.paste.trigger()
    rest(qtbot, workstation, 5)
    pixels = np.random.default_rng(9).integers(0, 255, (200, 220), dtype=np.uint8)
    clipboard.setImage(QImage(pixels.data, 220, 200, 220, QImage.Format.Format_Grayscale8).copy())
    workstation.window.actions_of_window.paste.trigger()
    rest(qtbot, workstation, 6)
    selected = workstation.controller.selected_entry
    assert selected is not None
    assert selected.path is None


def test_scans_dropped_and_closed_while_others_are_classified(
    qtbot: QtBot, workstation: Workstation, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    paths = []
    for number in range(40):
        pixels = np.random.default_rng(number).integers(0, 255, (260, 240), dtype=np.uint8)
        paths.append(folder / f"{number:03}.jpg")
        Image.fromarray(pixels).save(paths[-1])
    controller = workstation.controller
    controller.open_paths(paths[:20])
    qtbot.waitUntil(lambda: len(controller.session) == 20)
    controller.open_paths([folder])
    qtbot.waitUntil(lambda: len(controller.session) == 40)
    controller.remove([entry.number for entry in controller.session][:15])
    rest(qtbot, workstation, 25)
    shown = controller.selected_entry
    assert shown is not None
    assert controller.shown_radiograph is not None
    assert controller.shown_radiograph.path == shown.path


def test_window_closes_at_once_while_scans_are_classified(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]
) -> None:
    workstation.controller.open_paths(jpeg_scans)
    qtbot.waitUntil(lambda: len(workstation.controller.session) > 0)
    workstation.window.close()
    qtbot.waitUntil(lambda: not active_jobs(), timeout=3000)


def test_settings_folder_that_is_no_folder_costs_a_note(qtbot: QtBot, tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("", encoding="utf-8")
    store = SettingsStore(blocker / "settings.ini")
    assert store.load() == store.current
    assert not store.save(store.current)
    assert "could not be saved" in store.note


def test_chosen_frame_keeps_its_own_answer(
    qtbot: QtBot, workstation: Workstation, chest_dicom: Path, jpeg_scans: list[Path]
) -> None:
    frames = chest_dicom.parent / "emri_small.dcm"
    open_and_wait(qtbot, workstation, [frames, *jpeg_scans])
    window, controller = workstation.window, workstation.controller
    chooser = window.viewer.frame_chooser
    assert chooser.isVisible()
    window.viewer.viewer_actions["next_frame"].trigger()
    window.viewer.viewer_actions["next_frame"].trigger()
    rest(qtbot, workstation, 6)
    assert window.shown_result is not None
    assert window.shown_result.frame_index == 2
    first = next(iter(controller.session))
    assert first.label == "emri_small.dcm, frame 3"
    for entry in [*list(controller.session)[1:], first]:
        controller.select(entry.number)
        qtbot.waitUntil(lambda: not active_jobs())
    shown = controller.shown_radiograph
    assert shown is not None
    assert (shown.frame_index, chooser.value()) == (2, 3)
    assert window.viewer.heat_map_button.isVisible()


def test_heat_map_can_be_switched_off_and_says_so(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]
) -> None:
    open_and_wait(qtbot, workstation, jpeg_scans[:1])
    viewer = workstation.window.viewer
    with_map = viewer.image_view.grab().toImage()
    qtbot.mouseClick(viewer.heat_map_button, LEFT)
    assert viewer.heat_map_button.text() == "Heat map off"
    assert not viewer.opacity_slider.isEnabled()
    without = viewer.image_view.grab().toImage()
    assert without != with_map
    # Neither frame nor legend is left: nothing but grey, apart from the annotations.
    viewer.viewer_actions["annotations"].setChecked(False)
    bare = viewer.image_view.grab().toImage()
    middle = bare.height() // 2
    colours = {bare.pixelColor(column, middle).getRgb()[:3] for column in range(bare.width() - 60, bare.width() - 4)}
    assert all(len(set(colour)) == 1 for colour in colours)
