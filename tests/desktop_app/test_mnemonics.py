"""Keys with Alt, and the letters in menus, reach one thing each, in every language."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget

from core.error_wording import ErrorMessage
from core.language import LANGUAGES, use_language
from core.screening.decision import Decision
from desktop_app.application import Workstation
from desktop_app.main_window import MainWindow
from desktop_app.screening.panel_state import (
    Answered,
    ImpressionAsked,
    NotClassified,
    PanelState,
    Unanswerable,
    Waiting,
)
from desktop_app.training_pack_dialog import TrainingPackDialog
from tests.core.worklist.worklist_examples import scan_result

PROBLEM = ErrorMessage("Something failed.", "Try it again.", "Traceback")


@pytest.fixture(params=LANGUAGES)
def window(request: pytest.FixtureRequest) -> MainWindow:
    """The window in each language."""
    use_language(request.param)
    workstation: Workstation = request.getfixturevalue("workstation")
    return workstation.window


def key_of(text: str) -> str:
    return QKeySequence.mnemonic(text).toString()


def shared_keys(texts: Iterable[str]) -> dict[str, list[str]]:
    """The keys that more than one of the texts has, with those texts."""
    by_key: defaultdict[str, list[str]] = defaultdict(list)
    for text in texts:
        if key := key_of(text):
            by_key[key].append(text)
    return {key: sharing for key, sharing in by_key.items() if len(sharing) > 1}


def menus_of(window: MainWindow) -> Iterator[QMenu]:
    """Every menu that hangs in the bar, with those inside of it."""
    waiting = [action.menu() for action in window.menuBar().actions()]
    while waiting:
        menu = waiting.pop()
        assert isinstance(menu, QMenu)
        yield menu
        waiting.extend(action.menu() for action in menu.actions() if action.menu() is not None)


def seen_texts(window: QWidget) -> list[str]:
    """What a key with Alt can be about: buttons, and labels beside a field."""
    buttons = [button.text() for button in window.findChildren(QAbstractButton) if button.isVisible()]
    labels = [label.text() for label in window.findChildren(QLabel) if label.isVisible() and label.buddy() is not None]
    return [*buttons, *labels]


def test_no_letter_stands_for_two_things_in_a_menu(window: MainWindow) -> None:
    window.actions_of_window._on_recent_about_to_show()
    menus = list(menus_of(window))
    assert len(menus) > 7
    shared = [shared_keys(action.text() for action in menu.actions()) for menu in [window.menuBar(), *menus]]
    assert [keys for keys in shared if keys] == []


def test_every_command_of_a_menu_has_a_letter(window: MainWindow) -> None:
    """Tools and switches of the viewer have none: each has a key of its own that needs no menu."""
    plain = {action.text() for actions in window.viewer.actions_by_group().values() for action in actions}
    plain |= {dock.toggleViewAction().text() for dock in window._docks}
    commands = [action.text() for menu in menus_of(window) for action in menu.actions() if not action.isSeparator()]
    commands = [text for text in commands if text not in plain]
    assert len(commands) > 40
    assert [text for text in commands if not key_of(text) and text != window_recent_note(window)] == []


def window_recent_note(window: MainWindow) -> str:
    """What the list of recent files says while it is empty; nothing to choose."""
    window.actions_of_window._on_recent_about_to_show()
    return window.actions_of_window._recent.actions()[0].text()


@pytest.mark.parametrize(
    "state",
    [
        NotClassified(),
        Waiting("..."),
        ImpressionAsked("COVID-19"),
        Unanswerable(PROBLEM),
        Answered(scan_result(Decision.POSITIVE)),
        Answered(scan_result(Decision.REFUSED)),
    ],
    ids=lambda state: f"{type(state).__name__}",
)
def test_no_key_stands_for_two_things_in_the_window(window: MainWindow, state: PanelState) -> None:
    window._on_panel_state_changed(state)
    window.viewer.frame_chooser.show()
    window.viewer.frame_label.show()
    window.histogram_panel._pages.setCurrentIndex(1)
    window.message_bar.show_error(PROBLEM)
    if isinstance(state, Unanswerable):
        window.viewer.show_problem(PROBLEM)
    else:
        window.viewer._pages.setCurrentWidget(window.viewer.side_by_side)
        window.viewer.side_by_side.open_prior("")
    QApplication.processEvents()
    titles = [action.text() for action in window.menuBar().actions()]
    for page in range(window.histogram_panel.tabs.count()):
        window.histogram_panel.tabs.setCurrentIndex(page)
        texts = seen_texts(window)
        assert len([text for text in texts if key_of(text)]) > 2
        assert shared_keys([*titles, *texts]) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_for_two_things_in_the_welcome(language: str, request: pytest.FixtureRequest) -> None:
    use_language(language)
    workstation: Workstation = request.getfixturevalue("workstation")
    workstation.welcome.show_welcome()
    workstation.window.message_bar.show_error(PROBLEM)
    titles = [action.text() for action in workstation.window.menuBar().actions()]
    assert shared_keys([*titles, *seen_texts(workstation.window)]) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_stands_for_two_things_in_the_dialog_about_the_training_pack(
    language: str, request: pytest.FixtureRequest
) -> None:
    use_language(language)
    request.getfixturevalue("qtbot")
    dialog = TrainingPackDialog()
    dialog.show()
    dialog.message_bar.show_error(PROBLEM)
    dialog.cancel.show()
    assert shared_keys(seen_texts(dialog)) == {}
    dialog.close()
