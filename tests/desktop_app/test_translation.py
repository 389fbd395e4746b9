"""Every word of the window itself, its menus and its small dialogs can be translated."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMessageBox
from pytestqt.qtbot import QtBot

from core.error_wording import ErrorMessage
from core.jobs import Progress
from core.language import LANGUAGES, current_language, use_language
from core.screening.decision import Decision
from core.screening.screener import Screener
from desktop_app.about_dialog import about_as_html
from desktop_app.answer_commands import wants_override
from desktop_app.application import Workstation
from desktop_app.error_messages import MessageBar
from desktop_app.help_sheet import shortcuts_as_html
from desktop_app.main_window import _batch_sentence
from desktop_app.prior_commands import NO_PRIOR
from desktop_app.settings import Settings, SettingsStore
from desktop_app.settings_dialog import SettingsDialog, expectation_sentence
from desktop_app.start_language import LANGUAGE_VARIABLE, choose_language, speak
from desktop_app.theme import Theme
from desktop_app.window_parts import ProgressLine
from tests.core.worklist.worklist_examples import scan_result
from tests.pseudo_language import untranslated, visible_texts

# Names, units, and words of Qt's and pyqtgraph's own.
DATA = (
    "SHA-256",
    "Hilum",
    "COVID-19",
    "DICOM",
    "PNG",
    "px",
    "Ctrl",
    "Shift",
    "Del",
    "Space",
    "Backspace",
    "Esc",
    "PgDown",
    "PgUp",
    "Left",
    "Right",
)
OF_LIBRARIES = (
    "Export",
    "Scroll Left",
    "Scroll Right",
    "nbsp",
    "Close Tab",
    "Float",
    "Undocks and re-attaches the dock widget",
    "Closes the dock widget",
)


@pytest.mark.usefixtures("pseudo_language")
def test_the_whole_window_before_a_scan_is_open(workstation: Workstation) -> None:
    workstation.window.actions_of_window._on_recent_about_to_show()
    texts = visible_texts(workstation.window)
    assert untranslated(texts, (*DATA, *OF_LIBRARIES)) == []


@pytest.mark.usefixtures("pseudo_language")
def test_the_help_sheet_has_its_headings_and_keys(workstation: Workstation) -> None:
    text = shortcuts_as_html(workstation.window.actions_of_window.groups)
    lines = text.replace("<", "\n<").splitlines()
    assert untranslated(lines, DATA) == []
    assert QKeySequence(Qt.Key.Key_Escape).toString(QKeySequence.SequenceFormat.NativeText) in text


@pytest.mark.usefixtures("pseudo_language")
@pytest.mark.parametrize("is_loaded", [True, False])
def test_the_settings(qtbot: QtBot, pretend_screener: Screener, is_loaded: bool) -> None:
    dialog = SettingsDialog(Settings(), pretend_screener if is_loaded else None)
    qtbot.addWidget(dialog)
    # Each language stands there by its own name.
    assert untranslated(visible_texts(dialog), (*LANGUAGES.values(), *DATA)) == []
    assert untranslated([expectation_sentence(dialog._screener, 0.1)], DATA) == []


@pytest.mark.usefixtures("pseudo_language")
def test_the_first_page_about_hilum() -> None:
    assert untranslated(about_as_html("", ()).replace("<", "\n<").splitlines(), (*DATA, "dev")) == []


@pytest.mark.usefixtures("pseudo_language")
def test_messages_and_progress(qtbot: QtBot) -> None:
    bar, line = MessageBar(), ProgressLine()
    qtbot.addWidget(bar)
    qtbot.addWidget(line)
    bar.show_error(ErrorMessage("", "", "Traceback"))
    line.show_progress(Progress(2, 5, "Classifying"))
    texts = [*visible_texts(bar), *visible_texts(line), _batch_sentence(3, 0), _batch_sentence(1, 2)]
    assert untranslated(texts, ("Traceback",)) == []


@pytest.mark.usefixtures("pseudo_language")
def test_the_question_before_an_override(workstation: Workstation, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def note(box: QMessageBox) -> int:
        asked.extend(visible_texts(box))
        return 0

    monkeypatch.setattr(QMessageBox, "exec", note)
    assert not wants_override(scan_result(Decision.REFUSED), workstation.window)
    # The gate's sentence of the example is made up.
    assert untranslated(asked, ("It shows no chest.", *DATA)) == []
    assert any("Leave it refused" in text for text in asked)


@pytest.mark.usefixtures("pseudo_language")
def test_notes_of_commands(workstation: Workstation) -> None:
    window, commands = workstation.window, workstation.commands
    QGuiApplication.clipboard().setText("no picture")
    commands.paste()
    notes = [window.message_bar.text]
    window.actions_of_window.compare_prior.setEnabled(True)
    window.actions_of_window.compare_prior.trigger()
    notes.append(window.message_bar.text)
    assert NO_PRIOR in notes[-1]
    notes.append(commands._model_sentence())
    assert all(notes)
    assert untranslated(notes, (*DATA, *_names_of_the_model(workstation))) == []


def _names_of_the_model(workstation: Workstation) -> tuple[str, ...]:
    screener = workstation.runner.screener
    return (screener.card.name, screener.card.version) if screener is not None else ()


def test_the_language_is_chosen_by_environment_then_settings_then_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(LANGUAGE_VARIABLE, raising=False)
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _locale: ["de-DE", "tr-TR", "en"])
    assert choose_language("") == "tr"
    assert choose_language("en") == "en"
    assert choose_language("xx") == "tr"
    monkeypatch.setenv(LANGUAGE_VARIABLE, "tr_TR.UTF-8")
    assert choose_language("en") == "tr"
    monkeypatch.setenv(LANGUAGE_VARIABLE, "de")
    assert choose_language("tr") == "en"


def test_qts_own_buttons_and_numbers_follow(qtbot: QtBot, qapp: QApplication) -> None:
    before = QLocale()
    words = speak(qapp, "tr")
    try:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        assert (
            box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")
            == "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}ptal"
        )
        assert QLocale().decimalPoint() == ","
        assert QKeySequence("Ctrl+Shift+O").toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Shift+O"
        assert current_language() == "tr"
    finally:
        for translator in words:
            qapp.removeTranslator(translator)
        QLocale.setDefault(before)
        use_language("en")


def test_the_dialog_returns_the_language_that_was_chosen(qtbot: QtBot) -> None:
    dialog = SettingsDialog(Settings(theme=Theme.LIGHT))
    qtbot.addWidget(dialog)
    assert dialog.language.currentData() == ""
    dialog.language.setCurrentIndex(
        dialog.language.findText("T\N{LATIN SMALL LETTER U WITH DIAERESIS}rk\N{LATIN SMALL LETTER C WITH CEDILLA}e")
    )
    assert dialog.chosen.language == "tr"


def test_a_language_that_hilum_does_not_speak_costs_a_note(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[General]\nlanguage=xx\n", encoding="utf-8")
    store = SettingsStore(path)
    assert store.load().language == ""
    assert store.note
