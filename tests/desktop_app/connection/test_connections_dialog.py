"""Archives, receiving and watched folders are entered, tested and kept."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QSpinBox
from pytestqt.qtbot import QtBot

from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings, read_connections, write_connections
from core.interchange.receiving.settings import LOOPBACK, AllowedCaller, ReceiverSettings, read_receiver_settings
from core.language import LANGUAGES, use_language
from core.site_settings import site_settings_path
from desktop_app import jobs
from desktop_app.connection.connection_work import SiteConnections, read_site_connections
from desktop_app.connection.connections_dialog import ConnectionsDialog, Page

from ...dicom_servers import HOST, OrthancServer, RunningServer, free_port  # noqa: TID252

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def open_dialog(qtbot: QtBot) -> Iterator[Callable[..., ConnectionsDialog]]:
    opened: list[ConnectionsDialog] = []

    def make(archives: ConnectionSettings | None = None, receiver: ReceiverSettings | None = None) -> ConnectionsDialog:
        connections = SiteConnections(archives or ConnectionSettings(), receiver or ReceiverSettings())
        dialog = ConnectionsDialog(connections)
        qtbot.addWidget(dialog)
        dialog.show()
        opened.append(dialog)
        return dialog

    yield make
    for dialog in opened:
        dialog.close()
    settle(qtbot)


def settle(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=20_000)


def type_into(field: QLineEdit, text: str) -> None:
    field.selectAll()
    QTest.keyClicks(field, text)


def set_number(box: QSpinBox, value: int) -> None:
    box.selectAll()
    QTest.keyClicks(box, str(value))


def enter_node(qtbot: QtBot, dialog: ConnectionsDialog, server: RunningServer, **fields: str) -> None:
    page = dialog.archives
    qtbot.mouseClick(page.add_button, LEFT)
    type_into(page.form.name, fields.get("name", "Archive"))
    type_into(page.form.ae_title, fields.get("ae_title", server.ae_title))
    type_into(page.form.host, fields.get("host", HOST))
    set_number(page.form.port, int(fields.get("port", server.port)))


def test_an_archive_is_entered_and_kept_where_only_this_user_reads_it(
    qtbot: QtBot, open_dialog: Callable[..., ConnectionsDialog]
) -> None:
    dialog = open_dialog()
    page = dialog.archives
    assert page.empty_note.isVisible()
    qtbot.mouseClick(page.add_button, LEFT)
    type_into(page.form.name, "Hospital")
    assert "neither a host nor a DICOMweb address" in page.problem.text()
    assert not dialog.save_button.isEnabled()
    type_into(page.form.host, "pacs.example")
    assert "AE title is missing" in page.problem.text()
    type_into(page.form.ae_title, "PACS")
    assert not page.problem.isVisible()
    type_into(page.form.dicomweb_url, "https://pacs.example/dicom-web")
    type_into(page.form.user_name, "reader")
    type_into(page.form.password, "secret")
    with qtbot.waitSignal(dialog.connections_kept, timeout=5000):
        qtbot.mouseClick(dialog.save_button, LEFT)
    settle(qtbot)
    kept = read_connections().node("hospital")
    assert (kept.ae_title, kept.host, kept.port, kept.password) == ("PACS", "pacs.example", 104, "secret")
    path = site_settings_path("connections")
    assert path is not None
    assert path.stat().st_mode & 0o077 == 0
    assert dialog.result() == QDialog.DialogCode.Accepted
    # What was not changed was not written.
    assert not Path(path.parent, "receiver.json").exists()


@pytest.mark.parametrize(
    ("field", "text", "clause"),
    [
        ("ae_title", "A\\B", "no backslash"),
        ("host", "pacs example", "a name or an address alone"),
        ("dicomweb_url", "ftp://pacs", "must begin with https:// or http://"),
        ("calling_title", "Ö", "plain letters"),
        ("name", "second", "nother archive has this name"),
    ],
)
def test_what_cannot_be_is_said_while_it_is_typed(
    qtbot: QtBot, open_dialog: Callable[..., ConnectionsDialog], field: str, text: str, clause: str
) -> None:
    nodes = (ArchiveNode("First", "PACS", "pacs.example"), ArchiveNode("Second", "PACS", "pacs.example"))
    dialog = open_dialog(ConnectionSettings(nodes=nodes))
    assert dialog.save_button.isEnabled()
    type_into(getattr(dialog.archives.form, field), text)
    assert clause in dialog.archives.problem.text()
    assert not dialog.save_button.isEnabled()
    assert clause in dialog.save_button.toolTip()
    assert not dialog.archives.test_button.isEnabled()


def test_certificates_that_are_not_there_are_missed(
    open_dialog: Callable[..., ConnectionsDialog], tmp_path: Path
) -> None:
    dialog = open_dialog(ConnectionSettings(nodes=(ArchiveNode("First", "PACS", "pacs.example"),)))
    form = dialog.archives.form
    assert not form.ca_file.isEnabled()
    form.is_encrypted.click()
    assert form.ca_file.isEnabled()
    type_into(form.ca_file.line, str(tmp_path / "ca.pem"))
    assert "ca.pem is not there" in dialog.archives.problem.text()
    (tmp_path / "ca.pem").write_text("x")
    type_into(form.ca_file.line, str(tmp_path / "ca.pem"))
    assert dialog.save_button.isEnabled()


def test_archives_are_removed(qtbot: QtBot, open_dialog: Callable[..., ConnectionsDialog]) -> None:
    nodes = (ArchiveNode("First", "ONE", "pacs.example"), ArchiveNode("Second", "TWO", "pacs.example"))
    dialog = open_dialog(ConnectionSettings(nodes=nodes))
    qtbot.mouseClick(dialog.archives.remove_button, LEFT)
    assert dialog.archives.form.name.text() == "Second"
    assert dialog.chosen.archives.nodes == nodes[1:]


def test_the_test_of_an_archive_says_what_it_offers(
    qtbot: QtBot, open_dialog: Callable[..., ConnectionsDialog], orthanc: OrthancServer
) -> None:
    dialog = open_dialog()
    page = dialog.archives
    enter_node(qtbot, dialog, orthanc)
    type_into(page.form.dicomweb_url, orthanc.dicomweb_url)
    qtbot.mouseClick(page.test_button, LEFT)
    settle(qtbot)
    dimse, web = page.outcome.text().split("\n")
    assert dimse.startswith(f"\N{CHECK MARK} DICOM, from HILUM to ORTHANC at {HOST}:{orthanc.port}: answered")
    assert "searching, retrieving (C-GET)" in dimse
    assert "storing" in dimse
    assert web.startswith("\N{CHECK MARK} DICOMweb, a search at http://127.0.0.1")


def test_the_test_of_an_archive_says_why_it_failed_and_what_to_do(
    qtbot: QtBot, open_dialog: Callable[..., ConnectionsDialog], orthanc: OrthancServer
) -> None:
    dialog = open_dialog()
    page = dialog.archives
    enter_node(qtbot, dialog, orthanc, ae_title="WRONG")
    qtbot.mouseClick(page.test_button, LEFT)
    settle(qtbot)
    assert "does not go by the AE title WRONG. Correct its AE title" in page.outcome.text()
    assert page.outcome.property("role") == "danger"
    set_number(page.form.port, free_port())
    assert page.outcome.text() == ""
    qtbot.mouseClick(page.test_button, LEFT)
    settle(qtbot)
    assert "nothing listens at" in page.outcome.text()


def test_receiving_is_off_and_for_this_computer_until_a_person_says_otherwise(
    qtbot: QtBot, open_dialog: Callable[..., ConnectionsDialog]
) -> None:
    dialog = open_dialog()
    dialog.show_page(Page.RECEIVING)
    page = dialog.receiving
    assert not page.is_enabled.isChecked()
    assert page.settings.address == LOOPBACK
    assert page.meaning.text().startswith("Receiving is off")
    page.is_enabled.click()
    assert "Only programs on this computer can reach it. No sender is listed yet" in page.meaning.text()
    page.address.setCurrentIndex(1)
    assert "Without encryption others in the network can read" in page.meaning.text()
    assert page.meaning.property("role") == "warning"
    qtbot.mouseClick(page.callers.add_button, LEFT)
    assert "AE title is missing" in page.problem.text()
    assert not dialog.save_button.isEnabled()
    editor = page.callers.table.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "XRAY1")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.problem.isVisible(), timeout=5000)
    with qtbot.waitSignal(dialog.connections_kept, timeout=5000):
        qtbot.mouseClick(dialog.save_button, LEFT)
    settle(qtbot)
    kept = read_receiver_settings()
    assert kept.is_enabled
    assert kept.address == "0.0.0.0"  # noqa: S104
    assert kept.callers == (AllowedCaller("XRAY1"),)
    assert kept.most_bytes == ReceiverSettings().most_bytes


def test_the_receivers_other_fields_are_checked_and_kept(open_dialog: Callable[..., ConnectionsDialog]) -> None:
    given = ReceiverSettings(address="192.168.7.7", port=4000, callers=(AllowedCaller("A", "10.0.0.0/8"),))
    page = open_dialog(receiver=given).receiving
    assert page.settings == given
    page.address.setEditText("nowhere")
    assert "Nowhere is no address of this computer" in page.problem.text()
    page.address.setEditText(LOOPBACK)
    page.is_encrypted.click()
    assert "encryption needs a certificate" in page.problem.text().lower()


def test_watched_folders_are_added_and_kept(
    qtbot: QtBot, open_dialog: Callable[..., ConnectionsDialog], tmp_path: Path
) -> None:
    dialog = open_dialog()
    dialog.show_page(Page.WATCHED)
    page = dialog.watched
    page.add_folder(tmp_path / "incoming")
    type_into(page.done, str(tmp_path / "incoming" / "done"))
    assert "must not lie in the watched one" in page.problem.text()
    assert not dialog.save_button.isEnabled()
    type_into(page.done, str(tmp_path / "done"))
    with qtbot.waitSignal(dialog.connections_kept, timeout=5000):
        qtbot.mouseClick(dialog.save_button, LEFT)
    settle(qtbot)
    (watched,) = read_receiver_settings().watched
    assert (watched.folder, watched.done_folder) == (tmp_path / "incoming", tmp_path / "done")


def test_connections_that_cannot_be_kept_are_said_and_not_lost(
    qtbot: QtBot, open_dialog: Callable[..., ConnectionsDialog]
) -> None:
    path = site_settings_path("connections")
    assert path is not None
    path.parent.parent.mkdir(parents=True, exist_ok=True)
    path.parent.write_text("a file where the folder should be")
    dialog = open_dialog()
    type_into(dialog.own.title, "WARD")
    qtbot.mouseClick(dialog.save_button, LEFT)
    qtbot.waitUntil(dialog.message_bar.isVisible, timeout=5000)
    assert dialog.isVisible()
    assert dialog.own.title.text() == "WARD"
    assert dialog.save_button.isEnabled()


def test_the_dialog_shows_what_is_kept(open_dialog: Callable[..., ConnectionsDialog]) -> None:
    given = ConnectionSettings(own_ae_title="WARD", nodes=(ArchiveNode("A", "AA", "a.example", password=""),))
    write_connections(given)
    read = read_site_connections()
    assert json.loads((site_settings_path("connections") or Path()).read_text())["own_ae_title"] == "WARD"
    assert open_dialog(read.archives, read.receiver).chosen == read


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_parts_of_a_page_answer_to_the_same_key(qtbot: QtBot, source_language: None, language: str) -> None:
    use_language(language)
    dialog = ConnectionsDialog(
        SiteConnections(ConnectionSettings(nodes=(ArchiveNode("Ward", "A", "h"),)), ReceiverSettings())
    )
    qtbot.addWidget(dialog)
    tabs = [dialog.pages.tabText(number) for number in range(dialog.pages.count())]
    for number in range(dialog.pages.count()):
        page = dialog.pages.widget(number)
        buttons = [each.text() for each in page.findChildren(QAbstractButton)]
        labels = [each.text() for each in page.findChildren(QLabel) if each.buddy() is not None]
        keys = [text.partition("&")[2][:1] for text in (*tabs, *buttons, *labels) if "&" in text]
        assert sorted({key.casefold() for key in keys}) == sorted(key.casefold() for key in keys)
        assert len(keys) > len(tabs)
