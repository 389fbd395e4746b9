"""The window as a person uses it: real drops, keys, pastes and clicks."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.error_wording import ErrorMessage
from core.errors import DeviceOutOfMemoryError
from core.jobs import JobContext
from core.model.conformal import calibration_scores
from core.screening.decision import DecisionPolicy
from core.screening.result import RESEARCH_USE_NOTICE
from core.screening.screener import Screener
from desktop_app.application import Workstation, build
from desktop_app.help_sheet import shortcuts_as_html
from desktop_app.jobs import Lane, active_jobs, start_job
from desktop_app.screening.panel_state import Answered, Unanswerable
from desktop_app.screening.scan_session import ScanState
from desktop_app.settings import Settings, SettingsStore
from desktop_app.settings_dialog import SettingsDialog, expectation_sentence
from desktop_app.theme import Theme, colours

COPY, LEFT, NO_KEYS = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def drop(workstation: Workstation, paths: Sequence[Path]) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window = workstation.window
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(50, 50), COPY, data, LEFT, NO_KEYS))
    event = QDropEvent(QPointF(50, 50), COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(window, event)
    return event


def states(workstation: Workstation) -> list[ScanState]:
    return [entry.state for entry in workstation.controller.session]


def wait_for_rest(qtbot: QtBot, workstation: Workstation, count: int) -> None:
    def is_at_rest() -> bool:
        done = {ScanState.CLASSIFIED, ScanState.FAILED}
        return len(states(workstation)) == count and set(states(workstation)) <= done and not active_jobs()

    qtbot.waitUntil(is_at_rest, timeout=15_000)


def test_dropped_dicom_is_shown_and_classified(qtbot: QtBot, workstation: Workstation, chest_dicom: Path) -> None:
    assert drop(workstation, [chest_dicom]).isAccepted()
    wait_for_rest(qtbot, workstation, 1)
    window = workstation.window
    assert window.shown_result is not None
    assert window.shown_result.path == chest_dicom
    shown = workstation.controller.shown_radiograph
    assert shown is not None
    assert (shown.rows, shown.columns) == (1955, 1841)
    assert next(iter(workstation.controller.session)).thumbnail is not None
    assert chest_dicom.name in window.windowTitle()
    assert window.findChild(QLabel, "decision").accessibleName().startswith("COVID-19 pattern. According to this model")


def test_drop_never_moves_files(workstation: Workstation, jpeg_scans: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(jpeg_scans[0]))])
    move = Qt.DropAction.MoveAction
    enter = QDragEnterEvent(QPoint(5, 5), move | COPY, data, LEFT, NO_KEYS)
    QApplication.sendEvent(workstation.window, enter)
    assert enter.dropAction() is COPY


def test_highlight_comes_and_goes(workstation: Workstation, jpeg_scans: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(jpeg_scans[0]))])
    window = workstation.window
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NO_KEYS))
    assert window._highlight.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window._highlight.isVisible()


def test_text_is_not_accepted(workstation: Workstation) -> None:
    data = QMimeData()
    data.setText("hello")
    enter = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NO_KEYS)
    enter.ignore()
    QApplication.sendEvent(workstation.window, enter)
    assert not enter.isAccepted()


def test_dropped_folder_with_bad_files_goes_on(qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]) -> None:
    folder = jpeg_scans[0].parent
    (folder / "broken.jpg").write_bytes(jpeg_scans[0].read_bytes()[:400])
    drop(workstation, [folder])
    wait_for_rest(qtbot, workstation, 6)
    assert Counter(states(workstation)) == {ScanState.CLASSIFIED: 5, ScanState.FAILED: 1}
    failed = next(entry for entry in workstation.controller.session if entry.state is ScanState.FAILED)
    assert failed.failure is not None
    assert "broken.jpg" in failed.failure.summary


def test_selecting_a_bad_file_says_why_in_a_sentence(
    qtbot: QtBot, workstation: Workstation, tmp_path: Path, jpeg_scans: list[Path]
) -> None:
    bad = tmp_path / "notes.dcm"
    bad.write_text("not an image", encoding="utf-8")
    drop(workstation, [bad, jpeg_scans[0]])
    wait_for_rest(qtbot, workstation, 2)
    window = workstation.window
    assert "notes.dcm" in window.viewer.problem_page.text
    assert window.viewer.problem_page.isVisible()
    assert isinstance(window.result_panel.state, Unanswerable)
    qtbot.keyClick(window.strip.list_view, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: isinstance(window.result_panel.state, Answered))
    qtbot.waitUntil(lambda: window.viewer.image_view.radiograph is not None)
    assert not window.viewer.problem_page.isVisible()


def test_missing_file_says_so(qtbot: QtBot, workstation: Workstation, tmp_path: Path) -> None:
    workstation.controller.open_paths([tmp_path / "gone.png"])
    qtbot.waitUntil(lambda: "gone.png" in workstation.window.viewer.problem_page.text)


def test_empty_folder_says_so(qtbot: QtBot, workstation: Workstation, tmp_path: Path) -> None:
    (tmp_path / "empty folder").mkdir()
    workstation.controller.open_paths([tmp_path / "empty folder"])
    qtbot.waitUntil(lambda: "empty folder" in workstation.window.message_bar.text)


def test_same_file_twice_is_one_entry(qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]) -> None:
    drop(workstation, jpeg_scans[:2])
    wait_for_rest(qtbot, workstation, 2)
    drop(workstation, jpeg_scans[:2])
    qtbot.wait(100)
    wait_for_rest(qtbot, workstation, 2)


def test_pasted_picture(qtbot: QtBot, workstation: Workstation) -> None:
    image = QImage(333, 222, QImage.Format.Format_RGB32)
    image.fill(0x808080)
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(workstation.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait_for_rest(qtbot, workstation, 1)
    shown = workstation.controller.shown_radiograph
    assert shown is not None
    assert (shown.rows, shown.columns, shown.path) == (222, 333, None)
    assert workstation.window.shown_result is not None


def test_pasted_files(qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in jpeg_scans[:3]])
    QGuiApplication.clipboard().setMimeData(data)
    workstation.window.actions_of_window.paste.trigger()
    wait_for_rest(qtbot, workstation, 3)


def test_pasting_nothing_says_so(workstation: Workstation) -> None:
    QGuiApplication.clipboard().setText("words")
    workstation.window.actions_of_window.paste.trigger()
    assert "clipboard" in workstation.window.message_bar.text


def test_keys_walk_through_scans_and_delete_closes(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]
) -> None:
    drop(workstation, jpeg_scans)
    wait_for_rest(qtbot, workstation, 5)
    window = workstation.window
    window.strip.list_view.setFocus()
    qtbot.keyClick(window.strip.list_view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: workstation.controller.selected_entry.path == jpeg_scans[4])
    qtbot.keyClick(window.strip.list_view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(states(workstation)) == 4)
    qtbot.waitUntil(lambda: workstation.controller.selected_entry.path == jpeg_scans[3])
    assert jpeg_scans[4].exists()
    for _ in range(4):
        window.strip.list_view.setFocus()
        qtbot.keyClick(window.strip.list_view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not states(workstation))
    assert workstation.controller.shown_radiograph is None


def test_filter_shows_only_what_was_chosen(qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]) -> None:
    drop(workstation, jpeg_scans)
    wait_for_rest(qtbot, workstation, 5)
    strip = workstation.window.strip
    strip._choice.setCurrentText("Negative")
    assert strip.list_view.model().rowCount() == 0
    strip._choice.setCurrentText("Positive")
    assert strip.list_view.model().rowCount() == 5


def test_without_automatic_classification_nothing_is_classified_until_asked(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]
) -> None:
    workstation.controller.classifies_automatically = False
    drop(workstation, jpeg_scans)
    qtbot.waitUntil(
        lambda: (
            all(entry.thumbnail is not None for entry in workstation.controller.session)
            and len(states(workstation)) == 5
        )
    )
    assert set(states(workstation)) == {ScanState.OPENED}
    qtbot.mouseClick(workstation.window.result_panel.findChild(QPushButton, "classify"), LEFT)
    qtbot.waitUntil(lambda: states(workstation).count(ScanState.CLASSIFIED) == 1)
    workstation.window.actions_of_window.classify_all.trigger()
    wait_for_rest(qtbot, workstation, 5)


def test_classify_again_and_copy_as_text(qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]) -> None:
    drop(workstation, jpeg_scans[:1])
    wait_for_rest(qtbot, workstation, 1)
    first = workstation.window.shown_result
    qtbot.keyClick(workstation.window, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: workstation.window.shown_result not in (None, first))
    qtbot.mouseClick(workstation.window.result_panel.findChild(QPushButton, "copy"), LEFT)
    text = QGuiApplication.clipboard().text()
    assert "scan 0.jpg" in text
    assert text.endswith(RESEARCH_USE_NOTICE)
    wait_for_rest(qtbot, workstation, 1)


def test_heat_map_is_saved(qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path], tmp_path: Path) -> None:
    drop(workstation, jpeg_scans[:1])
    wait_for_rest(qtbot, workstation, 1)
    workstation.commands.save_heat_map(tmp_path / "map")
    qtbot.waitUntil((tmp_path / "map.png").exists)
    qtbot.waitUntil(lambda: not active_jobs())
    assert not QImage(str(tmp_path / "map.png")).isNull()
    workstation.commands.save_heat_map(tmp_path / "no such folder" / "map.png")
    qtbot.waitUntil(lambda: "map.png" in workstation.window.message_bar.text)


def test_stopping_leaves_the_rest_unclassified(qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]) -> None:
    def block(context: JobContext[Any]) -> None:
        while not context.token.is_cancelled:
            time.sleep(0.001)

    blocker = start_job(block, lane=Lane.INFERENCE)
    drop(workstation, jpeg_scans)
    qtbot.waitUntil(lambda: states(workstation) == [ScanState.WAITING] * 5)
    qtbot.waitUntil(workstation.window.progress_line.isVisible)
    workstation.window.actions_of_window.cancel.trigger()
    assert set(states(workstation)) == {ScanState.OPENED}
    blocker.cancel()
    qtbot.waitUntil(lambda: not active_jobs())
    assert set(states(workstation)) == {ScanState.OPENED}
    assert not workstation.window.progress_line.isVisible()


def test_closing_while_jobs_run(
    qtbot: QtBot, settings_store: SettingsStore, pretend_screener: Any, jpeg_scans: list[Path]
) -> None:
    workstation = build(settings_store)
    workstation.runner.screener = pretend_screener
    workstation.window.show()
    drop(workstation, [jpeg_scans[0].parent])
    qtbot.waitUntil(lambda: len(states(workstation)) == 5)
    workstation.window.close()
    assert all(job.wait(0) for job in active_jobs())
    qtbot.waitUntil(lambda: not active_jobs())
    workstation.window.deleteLater()


def test_model_that_cannot_be_loaded_leaves_a_viewer(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]
) -> None:
    workstation.runner.screener = None
    workstation.runner.model_failure = ErrorMessage("No model.", "Install Hilum again.")
    workstation.runner.model_failed.emit(workstation.runner.model_failure)
    drop(workstation, jpeg_scans)
    qtbot.waitUntil(lambda: workstation.controller.shown_radiograph is not None)
    assert isinstance(workstation.window.result_panel.state, Unanswerable)
    qtbot.waitUntil(lambda: not active_jobs())


def test_recent_files_are_kept_and_cleared(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path], settings_store: SettingsStore
) -> None:
    drop(workstation, jpeg_scans[:1])
    wait_for_rest(qtbot, workstation, 1)
    assert workstation.commands.recent_files() == (str(jpeg_scans[0]),)
    actions = workstation.window.actions_of_window
    actions._recent.aboutToShow.emit()
    assert next(action.data() for action in actions._recent.actions()) == str(jpeg_scans[0])
    actions.clear_recent.trigger()
    assert settings_store.load().recent_files == ()


def test_theme_switch_reaches_every_part(qtbot: QtBot, workstation: Workstation, settings_store: SettingsStore) -> None:
    workstation.window.actions_of_window.themes[Theme.LIGHT].trigger()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert app.palette().window().color().name() == colours(Theme.LIGHT).background
    assert settings_store.load().theme is Theme.LIGHT
    workstation.window.actions_of_window.themes[Theme.DARK].trigger()
    assert app.palette().window().color().name() == colours(Theme.DARK).background


def test_layout_and_settings_survive(qtbot: QtBot, settings_store: SettingsStore) -> None:
    first = build(settings_store)
    first.window.show()
    first.window._docks[2].hide()
    first.window.resize(1100, 700)
    first.window.close()
    settings_store.load()
    second = build(settings_store)
    second.window.show()
    assert not second.window._docks[2].isVisible()
    second.window.actions_of_window.reset_layout.trigger()
    assert second.window._docks[2].isVisible()
    second.window.close()
    for workstation in (first, second):
        workstation.window.deleteLater()


def test_garbage_layout_is_ignored(qtbot: QtBot, settings_store: SettingsStore) -> None:
    settings_store.current = Settings(window_geometry=b"rubbish", window_layout=b"rubbish")
    workstation = build(settings_store)
    workstation.window.show()
    assert all(dock.isVisible() for dock in workstation.window._docks)
    workstation.window.close()
    workstation.window.deleteLater()


def test_research_use_is_always_visible(workstation: Workstation) -> None:
    for dock in workstation.window._docks:
        dock.hide()
    banner = workstation.window.findChild(QLabel, "researchUseBanner")
    assert banner.isVisible()
    assert banner.text() == RESEARCH_USE_NOTICE


def test_no_shortcut_is_taken_twice(workstation: Workstation) -> None:
    everywhere, somewhere = Counter[str](), set[str]()
    for actions in workstation.window.actions_of_window.groups.values():
        for action in actions:
            keys = {key.toString(QKeySequence.SequenceFormat.PortableText) for key in action.shortcuts()}
            if action.shortcutContext() is Qt.ShortcutContext.WindowShortcut:
                everywhere.update(keys)
            else:
                somewhere |= keys
    assert max(everywhere.values()) == 1
    assert not somewhere & set(everywhere)


def test_help_sheet_lists_every_shortcut(qtbot: QtBot, workstation: Workstation) -> None:
    groups = workstation.window.actions_of_window.groups
    html = shortcuts_as_html(groups)
    assert "Open files" in html
    assert "Ctrl+Shift+R" in html
    workstation.window.actions_of_window.help_sheet.trigger()
    workstation.window.actions_of_window.about.trigger()


def test_fits_a_small_screen(workstation: Workstation) -> None:
    hint = workstation.window.minimumSizeHint()
    assert hint.width() <= 1366
    assert hint.height() <= 700


def test_identity_can_be_hidden(qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]) -> None:
    drop(workstation, jpeg_scans[:1])
    wait_for_rest(qtbot, workstation, 1)
    workstation.window.set_identity_visible(False)
    assert workstation.window.windowTitle() == "Hilum"


def test_opening_many_files_keeps_the_window_alive(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path], tmp_path: Path
) -> None:
    count = 500
    many = tmp_path / "many"
    many.mkdir()
    for number in range(count):
        (many / f"{number:03}.jpg").hardlink_to(jpeg_scans[number % 5])
    workstation.controller.classifies_automatically = False
    started = time.perf_counter()
    drop(workstation, [many])
    assert time.perf_counter() - started < 0.2
    qtbot.waitUntil(lambda: len(states(workstation)) == count, timeout=20_000)
    session = workstation.controller.session
    qtbot.waitUntil(lambda: all(entry.thumbnail is not None for entry in session), timeout=30_000)
    qtbot.waitUntil(lambda: not active_jobs())


class BrokenRuntime:
    info = None

    def run(self, inputs: Any) -> Any:
        raise DeviceOutOfMemoryError("GPU 0", len(inputs))


def test_network_that_fails_is_reported_and_can_be_asked_again(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]
) -> None:
    working = workstation.runner.screener
    assert working is not None
    workstation.runner.screener = replace(working, classifier=replace(working.classifier, runtime=BrokenRuntime()))
    drop(workstation, jpeg_scans)
    qtbot.waitUntil(lambda: "GPU 0" in workstation.window.message_bar.text)
    qtbot.waitUntil(lambda: len(states(workstation)) == 5 and not active_jobs())
    assert ScanState.WAITING not in states(workstation)
    workstation.runner.screener = working
    workstation.window.actions_of_window.classify_all.trigger()
    wait_for_rest(qtbot, workstation, 5)


def test_what_the_viewer_shows_is_remembered(qtbot: QtBot, settings_store: SettingsStore) -> None:
    first = build(settings_store)
    first.window.show()
    first.window.viewer.viewer_actions["identity"].setChecked(False)
    first.window.viewer.viewer_actions["annotations"].setChecked(False)
    first.window.viewer.opacity_slider.setValue(80)
    first.window.close()
    kept = SettingsStore(settings_store.path).load()
    assert (kept.shows_identity, kept.shows_annotations, kept.heat_map_opacity) == (False, False, 0.8)
    second = build(settings_store)
    assert not second.window.viewer.viewer_actions["identity"].isChecked()
    assert second.window.viewer.opacity_slider.value() == 80
    second.window.close()
    for workstation in (first, second):
        workstation.window.deleteLater()


def test_settings_say_what_to_expect_of_an_error_level(pretend_screener: Screener) -> None:
    assert "No model is loaded" in expectation_sentence(None, 0.05)
    assert "no calibration scores" in expectation_sentence(pretend_screener, 0.05)
    scores = calibration_scores([0.2, 0.6, 0.9, 0.95, 0.1, 0.2, 0.3, 0.7], [True] * 4 + [False] * 4)
    calibrated = replace(pretend_screener, calibration=scores)
    expected = scores.expected(0.3, pretend_screener.threshold)
    sentence = expectation_sentence(calibrated, 0.3)
    assert f"about {expected.undetermined_of_positive:.0%} with COVID-19" in sentence
    assert f"{expected.undetermined_of_negative:.0%} without" in sentence
    otherwise_chosen = replace(calibrated, policy=DecisionPolicy(0.1))
    assert expectation_sentence(otherwise_chosen, 0.3) == sentence
    commissioned = replace(calibrated, policy=DecisionPolicy(0.05), is_commissioned=True)
    for level in (0.05, 0.3):
        told = expectation_sentence(commissioned, level)
        assert "commissioned here with an error level of 5%: that level holds" in told


def test_settings_dialog_gives_back_what_was_chosen(qtbot: QtBot) -> None:
    settings = Settings(recent_files=("/a.dcm",))
    dialog = SettingsDialog(settings)
    qtbot.addWidget(dialog)
    assert dialog.chosen == settings
    dialog.theme.setCurrentIndex(dialog.theme.findData("light"))
    dialog.device.setCurrentIndex(dialog.device.findData("cpu"))
    dialog.automatic.setChecked(False)
    dialog.error_level.setCurrentText("10%")
    dialog.reads_first.setChecked(True)
    dialog.person.setText(" AB ")
    dialog.recent.setChecked(False)
    expected = Settings(
        theme=Theme.LIGHT,
        device="cpu",
        classifies_automatically=False,
        error_level=0.1,
        reads_first=True,
        person="AB",
        keeps_recent_files=False,
        recent_files=(),
    )
    assert dialog.chosen == expected


def test_a_reset_layout_leaves_no_empty_place(qtbot: QtBot, workstation: Workstation) -> None:
    window = workstation.window
    window.showNormal()
    window.resize(1366, 768)
    for _ in range(2):
        window.reset_layout()
        qtbot.wait(300)  # Docks are moved with an animation.
        _, result, histogram = (dock.geometry() for dock in window._docks)
        assert result.top() == window.centralWidget().geometry().top()
        assert histogram.top() - result.bottom() < 10
