"""Scans and results are sent from the window; the queue shows how far each object is."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pydicom import dcmread
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings, write_connections
from core.interchange.archive.queued_object import QueueState
from core.interchange.archive.send_queue import SendQueue
from core.interchange.receiving.receiver import ReceiverCounts
from core.interchange.receiving.settings import AllowedCaller, ReceiverSettings, WatchedFolderSettings
from core.interchange.receiving.watched_folder import WatchCounts
from core.interchange.results.source import ResultKind
from core.record.entry import EntryKind
from core.record.journal import user_journal
from core.worklist.entry import Origin, SendState, WorklistEntry
from core.worklist.identity import ScanIdentity, read_identity
from core.worklist.worklist import Worklist
from desktop_app import jobs
from desktop_app.application import Workstation
from desktop_app.connection.connection_status import receiving_text, sending_text
from desktop_app.connection.connections_dialog import ConnectionsDialog, Page
from desktop_app.connection.queue_window import QueueWindow
from desktop_app.connection.queue_work import QueueCounts
from desktop_app.connection.receiving_work import ReceivingState
from desktop_app.connection.send_dialog import SendDialog
from desktop_app.connection.sending_work import ScanToSend, SendRequest
from desktop_app.screening.scan_session import ScanState

from ...dicom_servers import HOST, OrthancServer, RunningServer, free_port  # noqa: TID252

LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
"""Of Qt's offscreen platform, at every window that is brought up."""
STRUCTURED_REPORT = "1.2.840.10008.5.1.4.1.1.88"
ENCAPSULATED_PDF = "1.2.840.10008.5.1.4.1.1.104.1"


@pytest.fixture
def sending_station(qtbot: QtBot, workstation: Workstation) -> Iterator[Workstation]:
    """The window; its queue is stopped at the end as closing does."""
    yield workstation
    workstation.connections.sending.stop()
    qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=10_000)


def open_scan(qtbot: QtBot, workstation: Workstation, path: Path) -> None:
    def is_classified() -> bool:
        entries = list(workstation.controller.session)
        return bool(entries) and entries[-1].path == path and entries[-1].state is ScanState.CLASSIFIED

    workstation.controller.open_paths([path])
    qtbot.waitUntil(is_classified, timeout=15_000)
    qtbot.waitUntil(lambda: workstation.controller.shown_radiograph is not None, timeout=15_000)
    worklist = workstation.worklist.worklist
    assert worklist is not None
    qtbot.waitUntil(lambda: worklist.entry_of_path(path) is not None, timeout=5000)


def answering(kind: type[QDialog], drive: Callable[..., None]) -> None:
    """Drive a dialog once it is open."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            drive(dialog)
        else:
            QTimer.singleShot(20, look)

    QTimer.singleShot(0, look)


def states() -> list[QueueState]:
    with SendQueue() as queue:
        return [item.state for item in queue.items()]


def entry_of(workstation: Workstation, path: Path) -> WorklistEntry:
    worklist = workstation.worklist.worklist
    assert worklist is not None
    entry = worklist.entry_of_path(path)
    assert entry is not None
    return entry


def send_state(worklist: Worklist, number: int) -> SendState | None:
    entry = worklist.entry(number)
    return entry.send_state if entry is not None else None


def all_sent(count: int) -> Callable[[], bool]:
    return lambda: states() == [QueueState.SENT] * count


def test_results_and_scan_of_the_shown_scan_arrive_in_the_archive(
    qtbot: QtBot, sending_station: Workstation, node: ArchiveNode, orthanc: OrthancServer, scan: Path
) -> None:
    station = sending_station
    open_scan(qtbot, station, scan)

    def drive(dialog: SendDialog) -> None:
        assert dialog.node.currentText() == node.name
        dialog.with_image.click()
        dialog.boxes[ResultKind.HEAT_MAP].click()
        QTest.keyClicks(dialog.comment, "Seen")
        qtbot.mouseClick(dialog.send_button, LEFT)

    answering(SendDialog, drive)
    with qtbot.waitSignal(station.connections.sending.enqueued, timeout=20_000) as told:
        station.window.actions_of_window.send.trigger()
    assert (told.args[0].count, told.args[0].problems) == (4, ())
    qtbot.waitUntil(all_sent(4), timeout=20_000)
    source = dcmread(scan, stop_before_pixels=True)
    assert source.SOPInstanceUID in orthanc.instances
    assert len(orthanc.instances) == 4
    qtbot.waitUntil(lambda: station.connections.sending.counts == QueueCounts(done=4), timeout=5000)
    assert not station.connections.status.sending.isVisible()
    # Nothing of the results lies about.
    results = Path(user_data(station), "results")
    assert not any(path.is_file() for path in results.rglob("*"))
    qtbot.waitUntil(lambda: entry_of(station, scan).send_state is SendState.SENT, timeout=5000)
    assert entry_of(station, scan).send_node == node.name


def user_data(station: Workstation) -> Path:
    worklist = station.worklist.worklist
    assert worklist is not None
    return worklist.path.parent.parent


def test_scans_on_the_worklist_are_answered_on_the_record_and_sent(
    qtbot: QtBot,
    sending_station: Workstation,
    node: ArchiveNode,
    orthanc: OrthancServer,
    make_scan: Callable[..., Path],
) -> None:
    station = sending_station
    worklist = station.worklist.worklist
    assert worklist is not None
    paths = [make_scan() for _ in range(5)]
    numbers = [worklist.add(path, read_identity(path), Origin.RECEIVED, waits=False) for path in paths]
    answering(SendDialog, lambda dialog: qtbot.mouseClick(dialog.send_button, LEFT))
    with qtbot.waitSignal(station.connections.sending.enqueued, timeout=60_000) as told:
        station.worklist.sending_asked.emit(worklist.entries(numbers))
    made = told.args[0]
    assert (made.count, made.node) == (20, node.name)
    qtbot.waitUntil(all_sent(20), timeout=30_000)
    assert len(orthanc.instances) == 20
    journal = user_journal()
    assert journal is not None
    assert journal.count([EntryKind.RESULT]) == 5
    for number in numbers:
        qtbot.waitUntil(lambda number=number: send_state(worklist, number) is SendState.SENT, timeout=5000)
        entry = worklist.entry(number)
        assert entry is not None
        assert entry.decision is not None


def test_what_a_person_was_not_shown_yet_is_not_sent(
    qtbot: QtBot,
    sending_station: Workstation,
    node: ArchiveNode,
    orthanc: OrthancServer,
    make_scan: Callable[..., Path],
) -> None:
    scans = (ScanToSend(make_scan(), is_held_back=True), ScanToSend(make_scan()))
    request = SendRequest(scans, node, (ResultKind.STRUCTURED_REPORT,))
    with qtbot.waitSignal(sending_station.connections.sending.enqueued, timeout=30_000) as told:
        sending_station.connections.send(request)
    assert (told.args[0].count, told.args[0].held_back) == (1, 1)
    qtbot.waitUntil(all_sent(1), timeout=20_000)
    assert len(orthanc.instances) == 1


def test_a_picture_without_a_study_is_named_and_the_rest_is_sent(
    qtbot: QtBot, sending_station: Workstation, node: ArchiveNode, scan: Path, jpeg_scans: list[Path]
) -> None:
    worklist = sending_station.worklist.worklist
    assert worklist is not None
    picture = worklist.add(jpeg_scans[0], ScanIdentity(), Origin.OPENED, waits=False)
    request = SendRequest((ScanToSend(jpeg_scans[0]), ScanToSend(scan)), node, (ResultKind.REPORT,), with_image=True)
    with qtbot.waitSignal(sending_station.connections.sending.enqueued, timeout=30_000) as told:
        sending_station.connections.send(request)
    assert told.args[0].count == 2
    assert len(told.args[0].problems) == 1
    assert jpeg_scans[0].name in told.args[0].problems[0]
    assert send_state(worklist, picture) is SendState.NOT_SENT
    assert "2 objects wait to be sent" in sending_station.window.message_bar.text
    qtbot.waitUntil(all_sent(2), timeout=20_000)


def test_the_same_scan_is_not_sent_twice(
    qtbot: QtBot, sending_station: Workstation, node: ArchiveNode, orthanc: OrthancServer, scan: Path
) -> None:
    request = SendRequest((ScanToSend(scan),), node, with_image=True)
    sending = sending_station.connections.sending
    with qtbot.waitSignal(sending.enqueued, timeout=20_000):
        sending_station.connections.send(request)
    qtbot.waitUntil(all_sent(1), timeout=20_000)
    with qtbot.waitSignal(sending.enqueued, timeout=20_000) as told:
        sending_station.connections.send(request)
    assert (told.args[0].count, told.args[0].already) == (0, 1)
    assert "had arrived there before" in sending_station.window.statusBar().currentMessage()
    assert len(orthanc.instances) == 1


def test_a_scan_that_arrived_before_is_noted_as_sent(
    qtbot: QtBot, sending_station: Workstation, node: ArchiveNode, orthanc: OrthancServer, scan: Path
) -> None:
    worklist = sending_station.worklist.worklist
    assert worklist is not None
    request = SendRequest((ScanToSend(scan),), node, with_image=True)
    for _ in range(2):
        with qtbot.waitSignal(sending_station.connections.sending.enqueued, timeout=20_000):
            sending_station.connections.send(request)
        qtbot.waitUntil(all_sent(1), timeout=20_000)
        number = worklist.add(scan, read_identity(scan), Origin.OPENED, waits=False)
    assert send_state(worklist, number) is SendState.SENT


def test_results_made_for_an_archive_are_sent_and_deleted_here(
    qtbot: QtBot, sending_station: Workstation, node: ArchiveNode, orthanc: OrthancServer, scan: Path
) -> None:
    from desktop_app.results_commands import outgoing_folder
    from desktop_app.results_dialog import ChosenResults

    station = sending_station
    open_scan(qtbot, station, scan)
    assert list(station.results.nodes()) == [node.name]
    source = station.results.shown_source()
    assert source is not None
    station.results.make_results(source, ChosenResults((ResultKind.REPORT,), None, node.name, ""))
    qtbot.waitUntil(lambda: len(orthanc.instances) == 1, timeout=20_000)
    assert not list(outgoing_folder().glob("*.dcm"))


def test_the_queue_says_why_and_lets_one_try_again_and_remove(
    qtbot: QtBot,
    sending_station: Workstation,
    silent_node: ArchiveNode,
    storescp: RunningServer,
    scan: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    station = sending_station
    open_scan(qtbot, station, scan)
    station.connections.send(SendRequest((ScanToSend(scan),), silent_node, with_image=True))
    station.window.actions_of_window.sending_queue.trigger()
    queue = station.connections.queue_window
    qtbot.waitUntil(lambda: "nothing listens at" in _problem(queue), timeout=20_000)
    assert queue.table.item(0, 3).text() == "waits"
    assert queue.table.item(0, 5).text() != ""
    qtbot.waitUntil(lambda: station.connections.status.sending.text() == "Sending: 1 waiting", timeout=5000)
    assert station.connections.status.sending.isVisible()
    queue.table.selectRow(0)
    assert "nothing listens at" in queue.reason.text()
    assert queue.table.item(0, 1).text() == entry_of(station, scan).patient_name
    station.window.set_identity_visible(False)
    assert queue.table.isColumnHidden(1)
    # The archive is where it should be now.
    here = ArchiveNode(silent_node.name, storescp.ae_title, HOST, storescp.port)
    write_connections(ConnectionSettings(nodes=(here,)))
    qtbot.mouseClick(queue.again_button, LEFT)
    qtbot.waitUntil(all_sent(1), timeout=20_000)
    qtbot.waitUntil(lambda: queue.table.item(0, 3).text().endswith("sent"), timeout=5000)
    assert len(storescp.files) == 1
    monkeypatch.setattr(QMessageBox, "question", _not_asked)
    queue.table.selectRow(0)
    qtbot.mouseClick(queue.remove_button, LEFT)
    qtbot.waitUntil(queue.empty_note.isVisible, timeout=5000)
    assert states() == []
    # What was sent stays sent.
    assert entry_of(station, scan).send_state is SendState.SENT


def test_what_was_not_sent_is_removed_after_a_question_only(
    qtbot: QtBot,
    sending_station: Workstation,
    silent_node: ArchiveNode,
    scan: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    station = sending_station
    open_scan(qtbot, station, scan)
    station.connections.send(SendRequest((ScanToSend(scan),), silent_node, with_image=True))
    station.connections.show_queue()
    queue = station.connections.queue_window
    qtbot.waitUntil(lambda: bool(_problem(queue)), timeout=20_000)
    answers = iter([QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes])
    monkeypatch.setattr(QMessageBox, "question", lambda *_arguments: next(answers))
    queue.table.selectRow(0)
    qtbot.mouseClick(queue.remove_button, LEFT)
    assert states() == [QueueState.WAITING]
    qtbot.mouseClick(queue.remove_button, LEFT)
    qtbot.waitUntil(lambda: states() == [], timeout=5000)
    qtbot.waitUntil(lambda: entry_of(station, scan).send_state is SendState.NOT_SENT, timeout=5000)


def test_what_waited_from_earlier_is_sent_when_the_window_opens(
    qtbot: QtBot, sending_station: Workstation, node: ArchiveNode, orthanc: OrthancServer, scan: Path
) -> None:
    with SendQueue() as queue:
        queue.add([scan], node.name)
    sending_station.connections.begin()
    qtbot.waitUntil(all_sent(1), timeout=20_000)
    assert len(orthanc.instances) == 1


def test_nothing_runs_where_no_archive_is_entered(qtbot: QtBot, sending_station: Workstation) -> None:
    sending_station.connections.begin()
    # A job that sends would not end by itself.
    qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=5000)
    assert not Path(user_data(sending_station), "send_queue").exists()
    sending_station.connections.send_selected()
    assert "Scans are sent that are files" in sending_station.window.message_bar.text


def test_without_archives_sending_says_where_to_enter_one(
    qtbot: QtBot, sending_station: Workstation, scan: Path
) -> None:
    open_scan(qtbot, sending_station, scan)
    sending_station.window.actions_of_window.send.trigger()
    assert "Archive > Connections" in sending_station.window.message_bar.text


def test_the_window_closes_promptly_while_an_archive_does_not_answer(
    qtbot: QtBot, workstation: Workstation, scan: Path
) -> None:
    with socket.create_server((HOST, 0)) as silent:
        node = ArchiveNode("Silent", "SILENT", HOST, silent.getsockname()[1], timeout_s=60.0)
        write_connections(ConnectionSettings(nodes=(node,)))
        with SendQueue() as queue:
            queue.add([scan], node.name)
        workstation.connections.begin()
        qtbot.waitUntil(lambda: states() == [QueueState.SENDING], timeout=5000)
        workstation.window.close()
        qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=3000)
    assert states() == [QueueState.WAITING]


def test_connections_that_are_saved_hold_at_once(
    qtbot: QtBot, sending_station: Workstation, node: ArchiveNode, orthanc: OrthancServer, scan: Path
) -> None:
    station = sending_station
    station.connections.show_query()
    query = station.connections._query  # the dialog that is up
    assert query is not None

    def drive(dialog: ConnectionsDialog) -> None:
        assert dialog.pages.currentIndex() == Page.ARCHIVES
        dialog.archives.form.name.selectAll()
        QTest.keyClicks(dialog.archives.form.name, "Renamed")
        qtbot.mouseClick(dialog.save_button, LEFT)

    answering(ConnectionsDialog, drive)
    qtbot.mouseClick(query.connections_button, LEFT)
    assert query.node.currentText() == "Renamed"
    assert station.connections.node_names() == ("Renamed",)
    query.close()


def test_receiving_is_switched_on_and_off_in_the_dialog_and_shown_in_the_status_bar(
    qtbot: QtBot, sending_station: Workstation
) -> None:
    connections = sending_station.connections
    port = free_port()

    def switch_on(dialog: ConnectionsDialog) -> None:
        assert dialog.pages.currentIndex() == Page.RECEIVING
        dialog.receiving.is_enabled.click()
        dialog.receiving.port.setValue(port)
        dialog.receiving.callers.show_callers([AllowedCaller("XRAY")])
        qtbot.mouseClick(dialog.save_button, LEFT)

    def switch_off(dialog: ConnectionsDialog) -> None:
        assert dialog.receiving.callers.callers == (AllowedCaller("XRAY"),)
        dialog.receiving.is_enabled.click()
        qtbot.mouseClick(dialog.save_button, LEFT)

    answering(ConnectionsDialog, switch_on)
    connections.show_receiving()
    shown = connections.status.receiving
    qtbot.waitUntil(lambda: shown.text().startswith(f"Receiving at 127.0.0.1:{port}"), timeout=10_000)
    answering(ConnectionsDialog, switch_off)
    qtbot.mouseClick(shown, LEFT)
    qtbot.waitUntil(lambda: not shown.isVisible(), timeout=10_000)


def test_damaged_connections_are_said_and_left(qtbot: QtBot, sending_station: Workstation, node: ArchiveNode) -> None:
    from core.site_settings import site_settings_path

    path = site_settings_path("connections")
    assert path is not None
    path.write_text("{")
    sending_station.connections.show_connections()
    assert "connections.json" in sending_station.window.message_bar.text
    assert path.read_text() == "{"


def test_the_dialog_says_what_cannot_be_made(qtbot: QtBot, node: ArchiveNode, scan: Path) -> None:
    obstacles = {kind: "it was not classified" if kind is ResultKind.HEAT_MAP else None for kind in ResultKind}
    dialog = SendDialog([ScanToSend(scan), ScanToSend(scan, is_held_back=True)], [node], obstacles)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.boxes[ResultKind.HEAT_MAP].isEnabled()
    assert ResultKind.HEAT_MAP not in dialog.chosen.kinds
    for kind, box in dialog.boxes.items():
        if kind is not ResultKind.HEAT_MAP:
            box.click()
    assert not dialog.send_button.isEnabled()
    dialog.with_image.click()
    assert dialog.send_button.isEnabled()
    assert dialog.chosen.with_image


def test_the_status_says_what_comes_in_and_what_waits() -> None:
    assert receiving_text(ReceivingState()) == ""
    settings = ReceiverSettings(port=11119)
    receiving = ReceivingState(settings, ReceiverCounts(received=1200, refused=2))
    assert receiving_text(receiving) == (
        "Receiving at 127.0.0.1:11119 \N{MIDDLE DOT} 1,200 received \N{MIDDLE DOT} 2 refused"
    )
    watched = WatchedFolderSettings(Path("/somewhere"))
    watching = ReceivingState(folders={watched: WatchCounts(taken=3, is_reachable=False)})
    assert receiving_text(watching) == "Watching 1 folder, 3 taken in \N{MIDDLE DOT} 1 not reachable"
    assert sending_text(QueueCounts(done=4)) == ""
    assert sending_text(QueueCounts(2, 1)) == "Sending: 2 waiting, 1 failed"


def _problem(queue: QueueWindow) -> str:
    item = queue.table.item(0, 0)
    return item.toolTip() if item is not None else ""


def _not_asked(*_arguments: object) -> QMessageBox.StandardButton:
    pytest.fail("a question about what was sent already")


def test_results_are_of_the_kinds_that_were_chosen(
    qtbot: QtBot, sending_station: Workstation, silent_node: ArchiveNode, scan: Path
) -> None:
    request = SendRequest((ScanToSend(scan),), silent_node, (ResultKind.STRUCTURED_REPORT, ResultKind.REPORT))
    with qtbot.waitSignal(sending_station.connections.sending.enqueued, timeout=30_000):
        sending_station.connections.send(request)
    with SendQueue() as queue:
        classes = {item.item.sop_class_uid for item in queue.items()}
        studies = {item.item.study_uid for item in queue.items()}
    assert ENCAPSULATED_PDF in classes
    assert any(uid.startswith(STRUCTURED_REPORT) for uid in classes)
    assert studies == {str(dcmread(scan, stop_before_pixels=True).StudyInstanceUID)}
