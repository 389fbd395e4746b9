"""The first start: what Hilum is and is not, and a scan to try it with."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.language import LANGUAGES, tr, use_language
from desktop_app import welcome_commands
from desktop_app.application import Workstation
from desktop_app.jobs import active_jobs
from desktop_app.settings import SettingsStore
from desktop_app.theme import Theme, colours
from desktop_app.welcome_page import WelcomePage
from tests.pseudo_language import untranslated, visible_texts

LEFT = Qt.MouseButton.LeftButton


def page_of(workstation: Workstation) -> WelcomePage:
    page = workstation.welcome.page
    assert page is not None
    return page


@pytest.fixture
def welcomed(workstation: Workstation) -> Workstation:
    workstation.welcome.show_at_first_start()
    return workstation


def test_the_first_start_shows_the_welcome_in_the_viewers_place(welcomed: Workstation) -> None:
    page = page_of(welcomed)
    assert page.isVisible()
    assert not welcomed.window.viewer.isVisible()
    text = " ".join(label.text() for label in page.findChildren(QLabel))
    for said in ("research use only", "not a medical device", "DeGrave", "Roberts", "Nothing leaves this computer"):
        assert said in text
    assert page.sample_button.hasFocus()


def test_it_is_shown_once_per_user(welcomed: Workstation) -> None:
    welcomed.window.close()
    path = welcomed.store.path
    assert SettingsStore(path).load().was_welcomed
    welcomed.welcome.close_welcome()
    welcomed.welcome.show_at_first_start()
    assert welcomed.welcome.page is None


def test_the_sample_is_opened_with_a_click(
    qtbot: QtBot, welcomed: Workstation, chest_dicom: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    QTest.mouseClick(page_of(welcomed).sample_button, LEFT)
    qtbot.waitUntil(lambda: welcomed.controller.shown_radiograph is not None, timeout=15_000)
    assert welcomed.welcome.page is None
    assert welcomed.window.viewer.isVisible()
    qtbot.waitUntil(lambda: not active_jobs(), timeout=15_000)


def test_without_a_sample_the_button_says_why(workstation: Workstation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(welcome_commands, "sample_path", lambda: None)
    workstation.welcome.show_welcome()
    page = page_of(workstation)
    assert not page.sample_button.isEnabled()
    assert "not installed" in page.sample_button.toolTip()
    assert page.open_button.hasFocus()
    QTest.mouseClick(page.sample_button, LEFT)
    assert workstation.welcome.page is page


def test_files_can_be_chosen(
    qtbot: QtBot, welcomed: Workstation, jpeg_scans: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app import window_commands

    monkeypatch.setattr(window_commands.QFileDialog, "getOpenFileNames", lambda *_arguments: ([str(jpeg_scans[0])], ""))
    QTest.mouseClick(page_of(welcomed).open_button, LEFT)
    qtbot.waitUntil(lambda: welcomed.controller.shown_radiograph is not None, timeout=15_000)
    assert welcomed.welcome.page is None
    qtbot.waitUntil(lambda: not active_jobs(), timeout=15_000)


def test_files_can_be_dropped_on_it(qtbot: QtBot, welcomed: Workstation, jpeg_scans: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(jpeg_scans[0]))])
    middle = QPointF(page_of(welcomed).mapTo(welcomed.window, page_of(welcomed).rect().center()))
    event = QDropEvent(middle, Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    assert not any(child.acceptDrops() for child in page_of(welcomed).findChildren(QLabel))
    enter = QDragEnterEvent(middle.toPoint(), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(welcomed.window, enter)
    QApplication.sendEvent(welcomed.window, event)
    qtbot.waitUntil(lambda: welcomed.controller.shown_radiograph is not None, timeout=15_000)
    assert welcomed.welcome.page is None
    qtbot.waitUntil(lambda: not active_jobs(), timeout=15_000)


def test_it_goes_with_a_click_or_escape_and_comes_back_by_the_menu(qtbot: QtBot, welcomed: Workstation) -> None:
    QTest.mouseClick(page_of(welcomed).close_button, LEFT)
    assert welcomed.welcome.page is None
    assert welcomed.window.viewer.isVisible()
    welcomed.window.actions_of_window.welcome.trigger()
    page = page_of(welcomed)
    qtbot.waitUntil(page.sample_button.hasFocus, timeout=2000)
    QTest.keyClick(page.sample_button, Qt.Key.Key_Escape)
    assert welcomed.welcome.page is None
    assert welcomed.window.viewer.image_view.hasFocus() or welcomed.window.viewer.isVisible()


def test_it_comes_over_an_open_scan_and_gives_it_back(
    qtbot: QtBot, workstation: Workstation, jpeg_scans: list[Path]
) -> None:
    workstation.controller.open_paths(jpeg_scans[:1])
    qtbot.waitUntil(lambda: workstation.controller.shown_radiograph is not None, timeout=15_000)
    qtbot.waitUntil(lambda: not active_jobs(), timeout=15_000)
    workstation.welcome.show_welcome()
    assert not workstation.window.viewer.isVisible()
    QTest.mouseClick(page_of(workstation).close_button, LEFT)
    assert workstation.window.viewer.image_view.isVisible()


def test_a_language_chosen_there_is_kept(welcomed: Workstation) -> None:
    box = page_of(welcomed).language
    box.setFocus()
    codes = [box.itemData(row) for row in range(box.count())]
    assert codes == ["", *LANGUAGES]
    QTest.keyClick(box, Qt.Key.Key_End)
    assert SettingsStore(welcomed.store.path).load().language == list(LANGUAGES)[-1]
    assert page_of(welcomed).language_hint.text()


@pytest.mark.parametrize("theme", [Theme.DARK, Theme.LIGHT])
def test_it_follows_the_theme(welcomed: Workstation, theme: Theme) -> None:
    welcomed.commands.take_settings(replace(welcomed.store.current, theme=theme))
    assert colours(theme).surface in page_of(welcomed).styleSheet()


def test_nothing_is_cut_off_where_the_window_is_small_and_the_letters_large(qtbot: QtBot) -> None:
    page = WelcomePage(has_sample=True)
    qtbot.addWidget(page)
    page.setFont(QFont(page.font().family(), 16))
    page.resize(420, 300)
    page.show()
    qtbot.waitExposed(page)
    for label in page.findChildren(QLabel):
        if label.text():
            assert label.height() >= label.heightForWidth(label.width()) or not label.wordWrap()


def test_everything_can_be_translated(qtbot: QtBot, pseudo_language: None) -> None:
    for has_sample in (True, False):
        page = WelcomePage(has_sample=has_sample)
        qtbot.addWidget(page)
        page.language.activated.emit(0)
        assert untranslated(visible_texts(page), allowed=list(LANGUAGES.values())) == []


@pytest.mark.parametrize("language", list(LANGUAGES))
def test_no_key_means_two_things(welcomed: Workstation, language: str) -> None:
    use_language(language)
    page = WelcomePage(has_sample=True)
    texts = [button.text() for button in page.findChildren(QPushButton)]
    texts += [label.text() for label in page.findChildren(QLabel) if label.buddy() is not None]
    menus = ["&File", "&View", "&Tools", "&Archive", "&Window", "&Help"]
    keys = [text.partition("&")[2][:1] for text in (*texts, *map(tr, menus)) if "&" in text]
    folded = [key.replace("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", "i").casefold() for key in keys]
    assert len(set(folded)) == len(folded), sorted(folded)
    page.deleteLater()
