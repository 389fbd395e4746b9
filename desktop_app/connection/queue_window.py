"""The queue of what is sent to archives: how far each object is, and why."""

from PySide6.QtCore import QItemSelectionModel, Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.interchange.archive.queued_object import QueuedObject, QueueState
from core.kept_sentences import kept_words
from core.language import mark, tr
from core.number_format import integer, moment, tr_count
from core.worklist.worklist import Worklist
from desktop_app.connection.queue_work import QueueRow, kind_word, listing_work
from desktop_app.connection.sending_controller import SendingController
from desktop_app.error_messages import MessageBar
from desktop_app.jobs import JobFailure
from desktop_app.newest_job import NewestJob
from desktop_app.page_parts import button, sentence

_COLUMNS = (
    mark("Archive"),
    mark("Patient"),
    mark("What"),
    mark("State"),
    mark("Attempts"),
    mark("Next attempt"),
    mark("Added"),
)
_WIDTHS = (140, 170, 250, 190, 76, 104, 120)
_PATIENT = 1
_STATES = {
    QueueState.WAITING: mark("waits"),
    QueueState.SENDING: mark("is being sent"),
    QueueState.SENT: mark("\N{CHECK MARK} sent"),
    QueueState.COMMITTED: mark("\N{CHECK MARK} sent and kept there"),
    QueueState.FAILED: mark("\N{MULTIPLICATION X} failed"),
}
_LOOK_MS = 200


class QueueWindow(QWidget):
    """Lists the queue, follows it while it can be seen, and lets objects be tried again or taken out."""

    def __init__(self, controller: SendingController, worklist: Worklist | None, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Sending queue"))
        self._controller = controller
        self._worklist = worklist
        self._rows: tuple[QueueRow, ...] = ()
        self.message_bar = MessageBar()
        self.table = self._make_table()
        self.reason = sentence()
        self.empty_note = QLabel(tr("Nothing was sent yet, and nothing waits."))
        self.empty_note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty_note.setProperty("role", "muted")
        self.again_button = button(
            tr("&Try again now"), tr("Send the selected objects at once"), self.try_again, "tryAgain"
        )
        self.remove_button = button(
            tr("Re&move\N{HORIZONTAL ELLIPSIS}"),
            tr("Take the selected objects out of the queue"),
            self.ask_to_remove,
            "remove",
        )
        self.close_button = button(tr("Close"), tr("Close this window; sending goes on"), self.close)
        self._lay_out()
        self._listing = NewestJob(self, _LOOK_MS, interrupts=False, steps_back=False)
        self._listing.succeeded.connect(self._on_listed)
        self._listing.failed.connect(self._on_failed)
        controller.queue_changed.connect(self.refresh)
        self.resize(1100, 460)
        self._tell_selection()

    @property
    def selected(self) -> list[QueuedObject]:
        """The objects of the selected rows."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        return [self._rows[row].item for row in rows if row < len(self._rows)]

    @Slot()
    def refresh(self) -> None:
        """List the queue anew, where it can be seen."""
        if self.isVisible():
            self._listing.request(listing_work(self._worklist))

    def set_identity_visible(self, is_visible: bool) -> None:
        """Name patients, or do not."""
        self.table.setColumnHidden(_PATIENT, not is_visible)

    @Slot()
    def try_again(self) -> None:
        """Send the selected objects at once."""
        self._controller.try_again([item.number for item in self.selected])

    @Slot()
    def ask_to_remove(self) -> None:
        """Ask once where something was not sent yet, and take the selected objects out."""
        selected = self.selected
        open_ones = [item for item in selected if item.state in (QueueState.WAITING, QueueState.FAILED)]
        if open_ones:
            count = len(open_ones)
            question = tr_count(
                "{count} object was not sent, and will not be once removed. Remove?",
                "{count} objects were not sent, and will not be once removed. Remove?",
                count,
            )
            if QMessageBox.question(self, tr("Sending queue"), question) != QMessageBox.StandardButton.Yes:
                return
        self._controller.remove([item.number for item in selected])

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """List the queue."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """Read nothing that nobody sees."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._listing.cancel()

    @Slot(object)
    def _on_listed(self, rows: tuple[QueueRow, ...]) -> None:
        selected = {item.number for item in self.selected}
        self._rows = rows
        self.table.setRowCount(len(rows))
        model, selection = self.table.model(), self.table.selectionModel()
        selection.blockSignals(True)
        self.table.clearSelection()
        for number, row in enumerate(rows):
            for place, text in enumerate(_texts(row)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(kept_words(row.item.problem))
                self.table.setItem(number, place, cell)
            if row.item.number in selected:
                flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
                selection.select(model.index(number, 0), flags)
        selection.blockSignals(False)
        self.table.viewport().update()
        self._tell_selection()

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self.message_bar.show_error(failure.message)

    @Slot()
    def _tell_selection(self) -> None:
        """Say why the selected object is as it is, and offer what can be done."""
        selected = self.selected
        problems = list(dict.fromkeys(item.problem for item in selected if item.problem))
        self.reason.setText("\n".join(map(kept_words, problems[:2])))
        self.reason.setVisible(bool(problems))
        retriable = (QueueState.WAITING, QueueState.FAILED)
        self.again_button.setEnabled(any(item.state in retriable for item in selected))
        self.remove_button.setEnabled(any(item.state is not QueueState.SENDING for item in selected))
        self.table.setVisible(bool(self._rows))
        self.empty_note.setVisible(not self._rows)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, len(_COLUMNS))
        table.setHorizontalHeaderLabels([tr(heading) for heading in _COLUMNS])
        table.setAccessibleName(tr("What is sent"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, width in enumerate(_WIDTHS):
            # Headings are longer in some languages.
            table.setColumnWidth(place, max(width, table.horizontalHeader().sectionSizeHint(place)))
        table.itemSelectionChanged.connect(self._tell_selection)
        return table

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        bottom.addWidget(self.again_button)
        bottom.addWidget(self.remove_button)
        bottom.addStretch(1)
        bottom.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 10)
        layout.setSpacing(8)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.empty_note, 1)
        layout.addWidget(self.reason)
        layout.addLayout(bottom)


def _texts(row: QueueRow) -> tuple[str, ...]:
    item = row.item
    waits_for_later = item.state is QueueState.WAITING and item.attempts > 0
    state = tr(_STATES[item.state])
    if item.state is QueueState.SENT and item.asks_commitment:
        state = tr("\N{CHECK MARK} sent; promise awaited")
    return (
        item.node,
        row.patient,
        kind_word(row.kind),
        state,
        integer(item.attempts),
        f"{item.next_attempt.astimezone():%H:%M:%S}" if waits_for_later else "",
        moment(item.added.astimezone()),
    )
