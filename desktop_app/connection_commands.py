"""What the window's actions about archives do: connections, searching, sending, the queue, the status bar."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QDialog

from core.error_wording import describe_error
from core.errors import HilumError
from core.interchange.archive.nodes import ConnectionSettings, read_connections
from core.jobs import Progress
from core.language import mark, tr
from core.number_format import integer, tr_count
from core.worklist.entry import WorklistEntry
from desktop_app.connection.connection_status import ConnectionStatus
from desktop_app.connection.sending_controller import SendingController
from desktop_app.connection.sending_work import Enqueued, ResultsMaker, ScanToSend, SendRequest
from desktop_app.main_window import MainWindow
from desktop_app.receiving_commands import ReceivingCommands
from desktop_app.results_commands import ResultsCommands
from desktop_app.screening.scan_session import ScanEntry
from desktop_app.settings import SettingsStore
from desktop_app.worklist_commands import WorklistCommands

if TYPE_CHECKING:
    from core.interchange.results.source import ResultKind
    from desktop_app.connection.connection_work import Retrieved, SiteConnections
    from desktop_app.connection.connections_dialog import Page
    from desktop_app.connection.query_dialog import QueryDialog
    from desktop_app.connection.queue_window import QueueWindow

_MESSAGE_MS = 10_000
_MOST_PROBLEMS = 3


class ConnectionCommands(QObject):
    """Makes each dialog when it is first asked for, and sends what is in the queue while the window is open."""

    def __init__(
        self,
        window: MainWindow,
        store: SettingsStore,
        worklist: WorklistCommands,
        receiving: ReceivingCommands,
        results: ResultsCommands,
    ) -> None:
        """Wire the connections; nothing connects before `begin`.

        Args:
            window: The main window.
            store: Names the person, and whether impressions come first.
            worklist: Asks for sending, and notes what became of it.
            receiving: Takes new settings; has the model and the record.
            results: Hands over results that were made for an archive.
        """
        super().__init__(window)
        self._window = window
        self._store = store
        self._worklist = worklist
        self._receiving = receiving
        self._query: QueryDialog | None = None
        self._queue: QueueWindow | None = None
        self.sending = SendingController(ResultsMaker(receiving.screener, receiving.recorder, worklist.worklist), self)
        self.status = ConnectionStatus()
        window.statusBar().addPermanentWidget(self.status)
        results.nodes = self.node_names
        results.send_results = self.send_files
        worklist.offer_sending()
        self._connect()

    def begin(self) -> None:
        """Send what is in the queue from earlier. Where no archive is entered, nothing runs."""
        if self._read().nodes:
            self.sending.begin()

    def node_names(self) -> tuple[str, ...]:
        """The archives by name."""
        return tuple(node.name for node in self._read().nodes)

    @Slot()
    def show_connections(self) -> None:
        """Let a person enter archives, receiving and watched folders."""
        from desktop_app.connection.connections_dialog import Page

        self._edit_connections(Page.ARCHIVES)

    @Slot()
    def show_receiving(self) -> None:
        """Let a person set up receiving."""
        from desktop_app.connection.connections_dialog import Page

        self._edit_connections(Page.RECEIVING)

    @Slot()
    def show_query(self) -> None:
        """Bring the search up."""
        if self._query is None:
            from desktop_app.connection.query_dialog import QueryDialog

            self._query = QueryDialog(self._worklist.worklist, self._window)
            self._query.studies_retrieved.connect(self._on_retrieved)
            self._query.connections_asked.connect(self.show_connections)
        self._query.offer(self._read())
        _bring_up(self._query)

    @property
    def queue_window(self) -> QueueWindow:
        """The queue's window, made where there is none yet."""
        if self._queue is None:
            from desktop_app.connection.queue_window import QueueWindow

            self._queue = QueueWindow(self.sending, self._worklist.worklist, self._window)
            self._queue.set_identity_visible(self._window.viewer.viewer_actions["identity"].isChecked())
        return self._queue

    @Slot()
    def show_queue(self) -> None:
        """Bring the queue up."""
        _bring_up(self.queue_window)

    @Slot()
    def send_selected(self) -> None:
        """Send of the scans that are selected in the strip."""
        entries = self._window.strip.selected_entries()
        if not entries and self._window.controller.selected_entry is not None:
            entries = [self._window.controller.selected_entry]
        self._ask([scan for entry in entries if (scan := self._open_scan(entry)) is not None])

    @Slot(object)
    def send_entries(self, entries: Sequence[WorklistEntry]) -> None:
        """Send of scans on the worklist; what is open is sent as it is seen."""
        open_scans = {entry.path: entry for entry in self._window.controller.session if entry.path is not None}
        scans: list[ScanToSend] = []
        for entry in entries:
            found = open_scans.get(entry.path)
            scan = self._open_scan(found) if found is not None else None
            held_back = self._store.current.reads_first and not entry.is_seen
            scans.append(scan if scan is not None else ScanToSend(entry.path, is_held_back=held_back))
        self._ask(scans)

    def send(self, request: SendRequest) -> None:
        """Put what a person chose into the queue, and send it."""
        self.sending.send(request)

    def send_files(self, paths: Sequence[Path], name: str, scan: Path) -> None:
        """Send results that were written for this.

        Args:
            paths: The results; they are deleted once the queue has copies.
            name: The archive.
            scan: The file of the scan that they are about.
        """
        try:
            node = self._read().node(name)
        except HilumError as error:
            self._window.message_bar.show_error(describe_error(error))
            return
        self.sending.send_files(paths, node, scan)

    def _connect(self) -> None:
        window, actions = self._window, self._window.actions_of_window
        actions.find_studies.triggered.connect(self.show_query)
        actions.send.triggered.connect(self.send_selected)
        actions.sending_queue.triggered.connect(self.show_queue)
        actions.connections.triggered.connect(self.show_connections)
        self._worklist.sending_asked.connect(self.send_entries)
        self.status.receiving_clicked.connect(self.show_receiving)
        self.status.sending_clicked.connect(self.show_queue)
        self.sending.counts_changed.connect(self.status.show_sending)
        self.sending.enqueued.connect(self._on_enqueued)
        self.sending.progressed.connect(self._on_progressed)
        self.sending.problem_met.connect(window.message_bar.show_error)
        if self._receiving.controller is not None:
            self._receiving.controller.state_changed.connect(self.status.show_receiving)
        window.viewer.viewer_actions["identity"].toggled.connect(self._on_identity_toggled)
        window.closed.connect(self.sending.stop)

    def _edit_connections(self, page: Page) -> None:
        from desktop_app.connection.connection_work import read_site_connections
        from desktop_app.connection.connections_dialog import ConnectionsDialog

        try:
            connections = read_site_connections()
        except HilumError as error:
            self._window.message_bar.show_error(describe_error(error))
            return
        above = self._query if self._query is not None and self._query.isVisible() else self._window
        dialog = ConnectionsDialog(connections, above)
        dialog.show_page(page)
        dialog.connections_kept.connect(self._on_connections_kept)
        dialog.exec()
        dialog.deleteLater()

    def _ask(self, scans: Sequence[ScanToSend]) -> None:
        """Ask what to send of scans and where to."""
        from desktop_app.connection.send_dialog import SendDialog

        if not scans:
            self._window.message_bar.show_note(
                tr("Scans are sent that are files: open one, or choose on the worklist.")
            )
            return
        nodes = self._read().nodes
        if not nodes:
            self._window.message_bar.show_note(tr("No archive is entered yet: add one under Archive > Connections."))
            return
        dialog = SendDialog(scans, nodes, self._obstacles(scans), self._store.current.person, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.send(dialog.chosen)
        dialog.deleteLater()

    def _obstacles(self, scans: Sequence[ScanToSend]) -> dict[ResultKind, str | None]:
        """Why a kind of result can be made of none of the scans, as far as is known before they are read."""
        from core.interchange.results.source import ResultKind, ResultSource, obstacle_to

        if all(scan.is_held_back for scan in scans):
            return dict.fromkeys(ResultKind, mark("you are asked first what you see, before the answer is shown"))
        scan = scans[0]
        if len(scans) > 1 or scan.radiograph is None:
            return dict.fromkeys(ResultKind)
        source = ResultSource(scan.path, scan.radiograph, scan.result, scan.measurements)
        is_answered_anew = scan.result is None and self._receiving.screener() is not None
        return {
            kind: None if is_answered_anew and kind is not ResultKind.PRESENTATION_STATE else obstacle_to(kind, source)
            for kind in ResultKind
        }

    def _open_scan(self, entry: ScanEntry) -> ScanToSend | None:
        """An open scan as it is seen now; None for a pasted picture. What is drawn is known of the shown one only."""
        if entry.path is None:
            return None
        controller, viewer = self._window.controller, self._window.viewer
        shown = controller.shown_radiograph if entry is controller.selected_entry else None
        result = entry.shown_result
        if shown is not None and result is not None and result.frame_index != shown.frame_index:
            result = None  # Another frame is looked at than the answer is about.
        if shown is None:
            frame_index = result.frame_index if result is not None else 0
            return ScanToSend(entry.path, frame_index, result=result, is_held_back=entry.is_sealed)
        view = viewer.image_view
        return ScanToSend(
            entry.path,
            shown.frame_index,
            shown,
            result,
            viewer.drawn_measurements(),
            view.current_window if view.voi is not None else None,
            view.is_inverted,
            entry.is_sealed,
        )

    def _read(self) -> ConnectionSettings:
        """The connections as they are now: the command line may have changed them."""
        try:
            return read_connections()
        except HilumError as error:
            self._window.message_bar.show_error(describe_error(error))
            return ConnectionSettings()

    @Slot(object)
    def _on_connections_kept(self, connections: SiteConnections) -> None:
        if self._query is not None:
            self._query.offer(connections.archives)
        if self._receiving.controller is not None:
            self._receiving.controller.apply(connections.receiver)
        if connections.archives.nodes:
            self.sending.begin()

    @Slot(object, bool)
    def _on_retrieved(self, retrieved: Retrieved, is_shown: bool) -> None:
        if is_shown:
            self._window.controller.open_paths(list(retrieved.files))
        elif self._receiving.controller is not None:
            self._receiving.controller.classify()

    @Slot(object)
    def _on_enqueued(self, made: Enqueued) -> None:
        text = enqueued_sentence(made)
        if made.problems:
            self._window.message_bar.show_note(" ".join((text, *made.problems[:_MOST_PROBLEMS])))
        else:
            self._window.statusBar().showMessage(text, _MESSAGE_MS)

    @Slot(object)
    def _on_progressed(self, progress: Progress | None) -> None:
        if progress is not None:
            text = tr("{what}: {done} of {total}").format(
                what=progress.label, done=integer(progress.done + 1), total=integer(progress.total or 0)
            )
            self._window.statusBar().showMessage(text)
        else:
            self._window.statusBar().clearMessage()

    @Slot(bool)
    def _on_identity_toggled(self, is_visible: bool) -> None:
        if self._queue is not None:
            self._queue.set_identity_visible(is_visible)


def enqueued_sentence(made: Enqueued) -> str:
    """What was put into the queue, in words."""
    if made.count:
        waiting = tr_count(
            "{count} object waits to be sent to {archive}.",
            "{count} objects wait to be sent to {archive}.",
            made.count,
            archive=made.node,
        )
    else:
        waiting = tr("Nothing is sent to {archive}.").format(archive=made.node)
    parts = [waiting]
    if made.already:
        parts.append(tr("{count} had arrived there before.").format(count=integer(made.already)))
    if made.held_back:
        parts.append(
            tr("Results of {count} were left out: your impression is asked for first.").format(
                count=integer(made.held_back)
            )
        )
    return " ".join(parts)


def _bring_up(window: QDialog | QueueWindow) -> None:
    window.show()
    window.raise_()
    window.activateWindow()
