"""The record: its entries, newest first, whether they are unbroken, and the way out as a table."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.error_wording import ErrorMessage
from core.jobs import Progress
from core.language import tr
from core.number_format import integer, tr_count
from core.record.describing import KIND_NAMES, describe_content, describe_verification
from core.record.entry import EntryKind
from core.record.journal import Journal
from core.record.verification import Verification
from desktop_app.error_messages import MessageBar
from desktop_app.jobs import Job, JobFailure, Work, start_job
from desktop_app.record.entries_table import EntriesTable
from desktop_app.record.record_work import EntryPage, export_work, page_work, verify_work

_COLUMN_WIDTHS = (80, 150, 130, 140)
_ROW_PADDING = 9


class RecordDialog(QDialog):
    """Shows entries as they are scrolled to, and verifies or exports the whole of them in the background."""

    def __init__(self, journal: Journal | None, parent: QWidget | None = None) -> None:
        """Make the dialog; the record is read when it is shown.

        Args:
            journal: The record, None where the user has none.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Record"))
        self._journal = journal
        self._page_job: Job | None = None
        self._job: Job | None = None
        self.message_bar = MessageBar()
        self.kind_chooser = QComboBox()
        self.kind_chooser.setAccessibleName(tr("Kind of entries"))
        self.kind_chooser.setToolTip(tr("Show and export only entries of this kind"))
        self.kind_chooser.addItem(tr("Every kind"), None)
        for kind, name in KIND_NAMES.items():
            self.kind_chooser.addItem(tr(name), kind)
        self.kind_chooser.currentIndexChanged.connect(self.refresh)
        self.table_model = EntriesTable(self)
        self.table_model.page_wanted.connect(self._read_page)
        self.table = self._table_view()
        self.count_label = QLabel()
        self.count_label.setProperty("role", "muted")
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setAccessibleName(tr("The selected entry"))
        self.details.setPlaceholderText(tr("Select an entry to see the whole of it."))
        self._buttons()
        self._lay_out()
        self._show_activity()
        self.resize(1020, 600)

    @property
    def kind(self) -> EntryKind | None:
        """The kind of entries that are shown, None for all."""
        chosen = self.kind_chooser.currentData()
        return None if chosen is None else EntryKind(chosen)

    @Slot()
    def refresh(self) -> None:
        """Read the newest entries again."""
        if self._page_job is not None:
            self._page_job.cancel()
        self.table_model.start_anew()
        self.details.clear()
        self.count_label.setText("")
        self._read_page()

    @Slot()
    def verify(self) -> None:
        """Look at every entry and say whether the record is unbroken."""
        if self._journal is not None:
            self._run(verify_work(self._journal), self._on_verified)

    @Slot()
    def choose_export_file(self) -> None:
        """Ask where to, and write the entries of the chosen kind as a table."""
        if self._journal is None:
            return
        name = "record.csv"  # untranslated: a file's name
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Export the record"), name, tr("Tables (*.csv)"))
        if chosen:
            target = Path(chosen) if Path(chosen).suffix else Path(chosen).with_suffix(".csv")
            self._run(export_work(self._journal, self.kind, target), self._on_exported)

    @Slot()
    def stop(self) -> None:
        """Stop verifying or exporting."""
        if self._job is not None:
            self._job.cancel()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """Read the record whenever the dialog comes up: entries were added since."""
        super().showEvent(event)
        if not event.spontaneous():
            self.message_bar.dismiss()
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """Stop verifying or exporting, which nobody waits for any more."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.stop()

    @Slot()
    def _read_page(self) -> None:
        if self._journal is None:
            self.table_model.give_up()
            self.count_label.setText(tr("No record is kept, because this user has no home folder."))
            return
        self._page_job = job = start_job(
            page_work(self._journal, self.kind, self.table_model.oldest), self, steps_back=False
        )
        job.succeeded.connect(self._on_page_read)
        job.failed.connect(self._on_page_failed)

    @Slot(object)
    def _on_page_read(self, page: EntryPage) -> None:
        self._page_job = None
        is_first = not self.table_model.rowCount()
        self.table_model.add_page(page)
        shown = self.table_model.rowCount()
        if is_first and shown:
            self.table.selectRow(0)
        if page.total:
            self.count_label.setText(_counted(page.total, shown))
        elif self.kind is None:
            self.count_label.setText(tr("The record is empty: it begins with the next entry."))
        else:
            self.count_label.setText(tr("There is no entry of this kind."))

    @Slot(object)
    def _on_page_failed(self, failure: JobFailure) -> None:
        self._page_job = None
        self.table_model.give_up()
        self.message_bar.show_error(failure.message)

    def _run(self, work: Work, on_success: Callable[[Any], None]) -> None:
        if self._job is not None:
            return
        self.message_bar.dismiss()
        self._job = job = start_job(work, self)
        job.progressed.connect(self._on_progressed)
        job.succeeded.connect(on_success)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self._progress.setRange(0, 0)
        self._show_activity()

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        self._progress_label.setText(tr(progress.label))
        self._progress.setRange(0, progress.total or 0)
        self._progress.setValue(progress.done)

    @Slot(object)
    def _on_verified(self, verification: Verification) -> None:
        sentence = describe_verification(verification)
        if not verification.ok and self._journal is not None:
            remedy = tr("Move the whole folder {folder} to another place and keep it; a new record begins then.")
            first_broken = tr("First broken entry: {number}").format(number=verification.first_broken or tr("none"))
            message = ErrorMessage(
                sentence,
                remedy.format(folder=self._journal.path.parent),
                f"{first_broken}\n{_head_line(verification)}",  # untranslated: lines of translated words
            )
            self.message_bar.show_error(message)
        elif verification.count:
            self.message_bar.show_note(f"{sentence}\n{_head_line(verification)}")
        else:
            self.message_bar.show_note(sentence)

    @Slot(object)
    def _on_exported(self, outcome: tuple[int, Path]) -> None:
        count, path = outcome
        note = tr_count("{count} entry is in {file}.", "{count} entries are in {file}.", count, file=path.name)
        self.message_bar.show_note(note)

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self.message_bar.show_error(failure.message)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        self._show_activity()

    @Slot()
    def _show_selection(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        entry = self.table_model.entry_at(rows[0].row()) if rows else None
        self.details.setPlainText("" if entry is None else describe_content(entry))

    def _show_activity(self) -> None:
        """Offer what can be done now."""
        idle = self._job is None
        for button in (self.verify_button, self.export_button):
            button.setEnabled(idle and self._journal is not None)
        for widget in (self._progress, self._progress_label, self._stop_button):
            widget.setVisible(not idle)

    def _table_view(self) -> QTableView:
        table = QTableView()
        table.setModel(self.table_model)
        table.setAccessibleName(tr("Entries"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        # Rows of one height: Qt would otherwise ask for every row's as pages come in.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + _ROW_PADDING)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setHighlightSections(False)
        for column, width in enumerate(_COLUMN_WIDTHS):
            table.setColumnWidth(column, width)
        table.selectionModel().selectionChanged.connect(self._show_selection)
        return table

    def _buttons(self) -> None:
        self.verify_button = _button(
            tr("&Verify"), tr("Look at every entry and say whether anything was changed or removed"), self.verify
        )
        self.export_button = _button(
            tr("&Export as CSV\N{HORIZONTAL ELLIPSIS}"),
            tr("Write the entries of the chosen kind into a table for spreadsheet programs"),
            self.choose_export_file,
        )
        self._stop_button = _button(tr("S&top"), tr("Stop verifying or exporting; no half table is kept"), self.stop)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(tr("Progress"))
        self._progress_label = QLabel()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        label = QLabel(tr("&Show"))
        label.setBuddy(self.kind_chooser)
        for widget in (label, self.kind_chooser, self.count_label):
            top.addWidget(widget)
        top.addStretch(1)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.table)
        halves.addWidget(self.details)
        halves.setStretchFactor(0, 2)
        halves.setStretchFactor(1, 1)
        halves.setChildrenCollapsible(False)
        bottom = QHBoxLayout()
        for button in (self.verify_button, self.export_button):
            bottom.addWidget(button)
        for activity in (self._progress_label, self._progress, self._stop_button):
            bottom.addWidget(activity)
        bottom.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.close)
        bottom.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.message_bar)
        layout.addLayout(top)
        layout.addWidget(halves, 1)
        layout.addLayout(bottom)


def _counted(total: int, listed: int) -> str:
    if listed >= total:
        return tr_count("{count} entry", "{count} entries", total)
    return tr_count(
        "{count} entry, the newest {listed} of them listed; scroll down for more",
        "{count} entries, the newest {listed} of them listed; scroll down for more",
        total,
        listed=integer(listed),
    )


def _head_line(verification: Verification) -> str:
    head = verification.head
    line = tr("Digest of entry {number}, to be written down elsewhere: {digest}")
    return line.format(number=head.sequence, digest=head.digest)


def _button(text: str, tip: str, slot: Callable[[], None]) -> QPushButton:
    button = QPushButton(text)
    button.setToolTip(tip)
    button.setAutoDefault(False)
    button.clicked.connect(slot)
    return button
