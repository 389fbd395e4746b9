"""Every word of the windows about archives can be translated."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pydicom.uid import EncapsulatedPDFStorage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.interchange.archive.dicom_object import DicomObject
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings, Protocol, Retrieval
from core.interchange.archive.probe import NodeCheck, NodeTestOutcome, Service
from core.interchange.archive.queries import FoundSeries, FoundStudies, FoundStudy
from core.interchange.archive.queued_object import QueuedObject, QueueState
from core.interchange.receiving.receiver import ReceiverCounts
from core.interchange.receiving.settings import AllowedCaller, ReceiverSettings, WatchedFolderSettings
from core.interchange.receiving.watched_folder import WatchCounts
from core.interchange.results.source import ResultKind
from core.screening.recording import ResultRecorder
from desktop_app.connection.connection_status import ConnectionStatus, receiving_text
from desktop_app.connection.connection_work import Retrieved, SiteConnections
from desktop_app.connection.connections_dialog import ConnectionsDialog
from desktop_app.connection.query_dialog import QueryDialog
from desktop_app.connection.queue_window import QueueWindow
from desktop_app.connection.queue_work import QueueCounts, QueueRow
from desktop_app.connection.receiving_work import ReceivingState
from desktop_app.connection.send_dialog import SendDialog
from desktop_app.connection.sending_controller import SendingController
from desktop_app.connection.sending_work import Enqueued, ResultsMaker, ScanToSend
from desktop_app.connection.words import describe_outcome, describe_receiving
from desktop_app.connection_commands import enqueued_sentence
from tests.pseudo_language import QT_WORDS, untranslated, visible_texts

# Names of the standards and units, and what Qt itself says and translates.
TERMS = (
    "DICOMweb",
    "DICOM",
    "HILUM",
    "MiB",
    "GiB",
    "https://pacs.hospital.example/dicom-web",
    "CR",
    "DX",
    *QT_WORDS,
    "Scroll Left",
    "Scroll Right",
)
NODE = ArchiveNode("Ward", "PACS", "pacs.example", 104, dicomweb_url="https://pacs.example/web")
WATCHED = WatchedFolderSettings(Path("/films"), Path("/done"))
RECEIVER = ReceiverSettings(is_enabled=True, callers=(AllowedCaller("XRAY"),), watched=(WATCHED,))

pytestmark = pytest.mark.usefixtures("pseudo_language")


def untranslated_in(widget: QWidget, *data: str) -> list[str]:
    return untranslated(visible_texts(widget), allowed=(*TERMS, *data))


def test_the_connections(qtbot: QtBot) -> None:
    dialog = ConnectionsDialog(SiteConnections(ConnectionSettings(nodes=(NODE,)), RECEIVER))
    qtbot.addWidget(dialog)
    outcome = NodeTestOutcome(NODE.name, (NodeCheck(Protocol.DIMSE, (Service.FIND, Service.GET), 0.5),))
    dialog.archives.outcome.setText(describe_outcome(outcome, NODE, ConnectionSettings()))
    assert untranslated_in(dialog, "Ward", "PACS", "pacs.example", "XRAY", "/films", "/done", "Save") == []


@pytest.mark.parametrize("retrieval", Retrieval)
@pytest.mark.parametrize("services", [(), tuple(Service)])
def test_what_the_test_of_an_archive_found(retrieval: Retrieval, services: tuple[Service, ...]) -> None:
    node = ArchiveNode("Ward", "PACS", "pacs.example", 104, retrieval=retrieval, asks_commitment=True)
    checks = tuple(NodeCheck(protocol, services, 1.25) for protocol in Protocol)
    told = describe_outcome(NodeTestOutcome(node.name, checks), node, ConnectionSettings())
    assert untranslated(told.splitlines()) == []


def test_what_receiving_means() -> None:
    for settings in (ReceiverSettings(), RECEIVER, ReceiverSettings(is_enabled=True, address="10.0.0.1")):
        assert untranslated([describe_receiving(settings)]) == []


def test_studies_that_were_found(qtbot: QtBot) -> None:
    dialog = QueryDialog(None)
    qtbot.addWidget(dialog)
    assert untranslated_in(dialog) == []
    dialog.offer(ConnectionSettings(nodes=(NODE,)))
    day = date(2026, 11, 1)
    study = FoundStudy("1.2", "Yilmaz, Ayse", "P1", day, "F", day, "10:05", "Chest", "A1", ("DX",), 1, 1200)
    series = FoundSeries("1.2", "1.2.1", "DX", "Chest PA", "CHEST", 3, 1)
    dialog.tree.show_studies([study])
    dialog.tree.show_series(study, [series])
    found: list[object] = []
    for studies in (FoundStudies((study,), is_cut=False), FoundStudies((), is_cut=False), FoundStudies((study,), True)):
        dialog._on_found(studies)
        found.append(dialog.summary.text())
    for numbers, failed in (((), 0), ((1,), 0), ((), 1)):
        dialog._on_retrieved(Retrieved((Path("a.dcm"),), numbers, failed, 1))
        found.append(dialog.summary.text())
    assert untranslated([str(text) for text in found]) == []
    dialog.tree.show_studies([study])
    dialog.tree.show_series(study, [series])
    assert untranslated_in(dialog, "Ward", "Yilmaz, Ayse", "P1", "A1", "Chest PA", "Chest", "CHEST") == []


@pytest.fixture
def controller(qtbot: QtBot) -> SendingController:
    def recorder() -> ResultRecorder:
        raise AssertionError("nothing is sent")

    return SendingController(ResultsMaker(lambda: None, recorder))


def test_the_queue(qtbot: QtBot, controller: SendingController) -> None:
    window = QueueWindow(controller, None)
    qtbot.addWidget(window)
    now = datetime(2026, 11, 1, 10, 5, tzinfo=UTC)
    item = DicomObject(Path("a.dcm"), EncapsulatedPDFStorage, "1.2.3", "1.2", "1.2.1", "1.2.840.10008.1.2.1")
    rows = [
        QueueRow(
            QueuedObject(number, "Ward", item, state, number, now, False, "", None, number > 1, now, now),
            "Encapsulated PDF",
            "Yilmaz, Ayse",
        )
        for number, state in enumerate((*QueueState, QueueState.SENT))
    ]
    window._on_listed(tuple(rows))
    assert untranslated_in(window, "Ward", "Yilmaz, Ayse") == []


@pytest.mark.parametrize("count", [1, 3])
def test_what_is_sent(qtbot: QtBot, count: int) -> None:
    scans = [ScanToSend(Path("a.dcm"), is_held_back=number == 1) for number in range(count)]
    dialog = SendDialog(scans, [NODE], dict.fromkeys(ResultKind))
    qtbot.addWidget(dialog)
    assert untranslated_in(dialog, "Ward") == []
    enqueued = [Enqueued("Ward", count, 2, 1), Enqueued("Ward")]
    assert untranslated([enqueued_sentence(made) for made in enqueued], allowed=["Ward"]) == []


def test_the_status_bar(qtbot: QtBot) -> None:
    status = ConnectionStatus()
    qtbot.addWidget(status)
    state = ReceivingState(RECEIVER, ReceiverCounts(1200, 0, 2), {WATCHED: WatchCounts(is_reachable=False)})
    status.show_receiving(state)
    status.show_sending(QueueCounts(2, 1))
    assert untranslated(visible_texts(status)) == []
    assert untranslated([state.text]) == []


def test_what_comes_in_is_said_in_the_language_s_numbers() -> None:
    state = ReceivingState(RECEIVER, ReceiverCounts(1200), {WATCHED: WatchCounts(taken=1)})
    assert receiving_text(state).count("\N{LEFT WHITE SQUARE BRACKET}") == 3
