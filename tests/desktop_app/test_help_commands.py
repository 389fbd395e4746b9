"""The user's folders and the diagnostics, from the Help menu."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from core.diagnostics.collecting import README
from core.user_folders import user_folders
from desktop_app import diagnostics_dialog, help_commands
from desktop_app.application import Workstation
from desktop_app.diagnostics_dialog import DiagnosticsDialog
from desktop_app.jobs import active_jobs
from tests.pseudo_language import untranslated, visible_texts

LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


def few_checks() -> Iterator[str]:
    yield "Versions"
    yield "  ok      numpy: 2.0"


@pytest.fixture
def dialog(qtbot: QtBot) -> DiagnosticsDialog:
    shown = DiagnosticsDialog(few_checks)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: bool(shown.members) and not active_jobs(), timeout=15_000)
    return shown


def click_tick(dialog: DiagnosticsDialog, row: int) -> None:
    """Click the box before a file, as a person does."""
    index = dialog.parts.indexFromItem(dialog.parts.item(row))
    option = QStyleOptionViewItem()
    dialog.parts.initViewItemOption(option)
    option.rect = dialog.parts.visualRect(index)
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box = dialog.parts.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, dialog.parts)
    QTest.mouseClick(dialog.parts.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, box.center())


def click_row(dialog: DiagnosticsDialog, row: int) -> None:
    place = dialog.parts.visualItemRect(dialog.parts.item(row))
    QTest.mouseClick(
        dialog.parts.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(place.right() - 4, place.center().y())
    )


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """What is handed to the system's file manager."""
    seen: list[Path] = []

    def open_url(url: QUrl) -> bool:
        seen.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(help_commands.QDesktopServices, "openUrl", open_url)
    return seen


def test_the_folders_are_made_and_opened(workstation: Workstation, opened: list[Path]) -> None:
    folders = user_folders()
    assert folders is not None
    actions = workstation.window.actions_of_window
    actions.open_data_folder.trigger()
    actions.open_log_folder.trigger()
    assert opened == [folders.data, folders.log]
    assert folders.data.is_dir()
    assert folders.log.is_dir()


def test_without_a_file_manager_the_folder_is_named(workstation: Workstation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(help_commands.QDesktopServices, "openUrl", lambda _url: False)
    workstation.window.actions_of_window.open_data_folder.trigger()
    folders = user_folders()
    assert folders is not None
    assert str(folders.data) in workstation.window.message_bar.text


def test_without_a_home_folder_that_is_said(
    workstation: Workstation, opened: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(help_commands, "user_folders", lambda: None)
    workstation.window.actions_of_window.open_data_folder.trigger()
    assert "no home folder" in workstation.window.message_bar.text
    assert opened == []


def test_a_folder_that_cannot_be_made_is_said(
    workstation: Workstation, opened: list[Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    workstation.window.actions_of_window.open_data_folder.trigger()
    assert "could not" in workstation.window.message_bar.text
    assert opened == []


def test_the_menu_collects_diagnostics_in_one_dialog(qtbot: QtBot, workstation: Workstation) -> None:
    action = workstation.window.actions_of_window.diagnostics
    action.trigger()
    dialog = workstation.help.dialog
    assert dialog is not None
    action.trigger()
    assert workstation.help.dialog is dialog
    assert not dialog.isModal()
    assert not dialog.save_button.isEnabled()
    qtbot.waitUntil(lambda: bool(dialog.members) and not active_jobs(), timeout=60_000)
    assert any("arithmetic" in member.text for member in dialog.members)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    assert workstation.help.dialog is None


def test_every_file_can_be_read_before_it_is_written(dialog: DiagnosticsDialog) -> None:
    assert dialog.parts.item(0).text() == README
    assert dialog.text.toPlainText() == dialog.members[0].text
    for row, member in enumerate(dialog.members):
        click_row(dialog, row)
        assert dialog.text.toPlainText() == member.text
        assert dialog.description.text() == member.description
    assert dialog.text.isReadOnly()


def test_what_is_ticked_is_written(
    qtbot: QtBot, dialog: DiagnosticsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [member.name for member in dialog.members]
    click_tick(dialog, names.index("models.txt"))
    monkeypatch.setattr(
        diagnostics_dialog.QFileDialog, "getSaveFileName", lambda *_arguments: (str(tmp_path / "for the developer"), "")
    )
    QTest.mouseClick(dialog.save_button, LEFT)
    target = tmp_path / "for the developer.zip"
    qtbot.waitUntil(lambda: target.exists() and not active_jobs(), timeout=15_000)
    with zipfile.ZipFile(target) as archive:
        written = archive.namelist()
    assert written == [name for name in names if name != "models.txt"]
    assert target.name in dialog.message_bar.text


def test_a_file_that_cannot_be_written_is_said(
    qtbot: QtBot, dialog: DiagnosticsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        diagnostics_dialog.QFileDialog, "getSaveFileName", lambda *_arguments: (str(tmp_path / "none" / "d.zip"), "")
    )
    QTest.mouseClick(dialog.save_button, LEFT)
    qtbot.waitUntil(lambda: bool(dialog.message_bar.text), timeout=15_000)
    assert "d.zip" in dialog.message_bar.text


def test_nothing_is_written_where_nobody_chooses(
    dialog: DiagnosticsDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diagnostics_dialog.QFileDialog, "getSaveFileName", lambda *_arguments: ("", ""))
    QTest.mouseClick(dialog.save_button, LEFT)
    assert not active_jobs()
    assert dialog.message_bar.text == ""


def test_closing_stops_the_collecting(qtbot: QtBot) -> None:
    def endless() -> Iterator[str]:
        while True:
            yield "still looking"

    shown = DiagnosticsDialog(endless)
    shown.show()
    shown.close()
    qtbot.waitUntil(lambda: not active_jobs(), timeout=5000)


def test_everything_can_be_translated(pseudo_language: None, dialog: DiagnosticsDialog) -> None:
    for row in range(len(dialog.members)):
        dialog.parts.setCurrentRow(row)
        data = [member.name for member in dialog.members] + [member.text for member in dialog.members]
        assert untranslated(visible_texts(dialog), allowed=[*data, dialog.members[row].text.strip()]) == []
