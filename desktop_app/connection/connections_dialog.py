"""The connections of a site: its archives, receiving, and watched folders; kept once a person saves them."""

from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QVBoxLayout, QWidget

from core.interchange.archive.nodes import ConnectionSettings
from core.language import tr
from desktop_app.connection.archives_page import ArchivesPage
from desktop_app.connection.connection_work import SiteConnections, keep_work
from desktop_app.connection.fields import clause_sentence
from desktop_app.connection.own_page import OwnPage
from desktop_app.connection.receiving_page import ReceivingPage
from desktop_app.connection.watched_page import WatchedPage
from desktop_app.error_messages import MessageBar
from desktop_app.jobs import JobFailure, start_job
from desktop_app.page_parts import resize_within_screen, scrolling


class Page(IntEnum):
    """The pages, in their order."""

    ARCHIVES = 0
    OWN = 1
    RECEIVING = 2
    WATCHED = 3


class ConnectionsDialog(QDialog):
    """Edits a snapshot of the connections, and closes once what was chosen is kept."""

    connections_kept = Signal(object)
    """SiteConnections that hold from now on."""

    def __init__(self, connections: SiteConnections, parent: QWidget | None = None) -> None:
        """Show connections.

        Args:
            connections: As they are.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Connections"))
        self._connections = connections
        self.message_bar = MessageBar()
        self.own = OwnPage()
        self.archives = ArchivesPage(self._own_settings)
        self.receiving = ReceivingPage()
        self.watched = WatchedPage()
        self.pages = QTabWidget()
        for page, title in (
            (self.archives, tr("Archi&ves")),
            (scrolling(self.own, tr("Hilum itself")), tr("Hilum itsel&f")),
            (scrolling(self.receiving, tr("Receiving")), tr("Receivin&g")),
            (self.watched, tr("Watched f&olders")),
        ):
            self.pages.addTab(page, title)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.keep)
        self.buttons.rejected.connect(self.reject)
        self.save_button = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        layout = QVBoxLayout(self)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.buttons)
        self.own.show_settings(connections.archives)
        self.archives.show_nodes(connections.archives.nodes)
        self.receiving.show_settings(connections.receiver)
        self.watched.show_folders(connections.receiver.watched)
        self.own.changed.connect(self.archives.tell)
        for edited in (self.own, self.archives, self.receiving, self.watched):
            edited.changed.connect(self._tell)
        self._tell()
        resize_within_screen(self, 880, 660)

    @property
    def chosen(self) -> SiteConnections:
        """The connections as they stand in the dialog; they need not be ones that can be."""
        receiver = replace(self.receiving.settings, watched=tuple(self.watched.watched))
        return SiteConnections(replace(self._own_settings(), nodes=tuple(self.archives.nodes)), receiver)

    def show_page(self, page: Page) -> None:
        """Go to a page."""
        self.pages.setCurrentIndex(page)

    @Slot()
    def keep(self) -> None:
        """Keep what was chosen, in the background."""
        self.message_bar.dismiss()
        self.buttons.setEnabled(False)
        job = start_job(keep_work(self._connections, self.chosen), self, steps_back=False)
        job.succeeded.connect(self._on_kept)
        job.failed.connect(self._on_failed)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """Stop a test that nobody waits for any more."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.archives.stop()

    def _own_settings(self) -> ConnectionSettings:
        return self.own.with_own(ConnectionSettings())

    @Slot()
    def _tell(self) -> None:
        """Let connections be saved that can be; of others the button says why not."""
        clauses = (self.archives.clause, self.own.clause, self.receiving.clause, self.watched.clause)
        clause = next((clause for clause in clauses if clause), "")
        self.save_button.setEnabled(not clause)
        self.save_button.setToolTip(clause_sentence(clause) or tr("Keep these connections; they hold at once"))

    @Slot(object)
    def _on_kept(self, connections: SiteConnections) -> None:
        self.connections_kept.emit(connections)
        self.accept()

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self.buttons.setEnabled(True)
        self.message_bar.show_error(failure.message)
