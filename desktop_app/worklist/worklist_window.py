"""The worklist's window: find scans, and open, classify, report, export, send or remove those selected."""

from dataclasses import replace

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTableView,
    QWidget,
)

from core.language import tr
from core.number_format import integer
from core.worklist.query import WorklistQuery
from core.worklist.worklist import Worklist
from desktop_app.error_messages import MessageBar
from desktop_app.jobs import Job, JobFailure, start_job
from desktop_app.newest_job import NewestJob
from desktop_app.page_parts import button, column, resize_within_screen
from desktop_app.theme import ThemeColours
from desktop_app.worklist.cells import ADDED, COLUMNS
from desktop_app.worklist.filter_bar import FilterBar
from desktop_app.worklist.row_delegate import PICTURE_SIDE, RowDelegate
from desktop_app.worklist.worklist_table import WorklistTable
from desktop_app.worklist.worklist_work import EntryPage, Listing, entries_work, listing_work, page_work

_WIDTHS = (180, 132, 74, 130, 80, 72, 146, 126, 58, 100, 118)
_TYPING_MS = 40
"""How long to wait for another letter."""
_LOOK_MS = 1000
"""How often to look whether another program has changed the worklist."""
_MOST_RESELECTED = 2000


class WorklistWindow(QWidget):
    """Shows a worklist of any length; what is done to scans is asked for by signals."""

    open_asked = Signal(object)
    """Tuple of the selected entries, to be shown in the viewer; of all the others below as well."""
    classification_asked = Signal(object)
    report_asked = Signal(object)
    sending_asked = Signal(object)
    export_asked = Signal(object)
    """List of the numbers of the selected scans, or of all listed where fewer than two are selected."""
    removal_asked = Signal(object)
    retention_asked = Signal()
    """How long scans stay is to be chosen."""

    def __init__(self, worklist: Worklist, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Worklist"))
        self.setObjectName("worklistWindow")
        self._worklist = worklist
        self._query = WorklistQuery()
        self._mark: tuple[object, ...] = ()
        self._page_jobs: set[Job] = set()
        self._entry_job: Job | None = None
        self.message_bar = MessageBar()
        self.filter_bar = FilterBar()
        self.filter_bar.filter_changed.connect(self.list_anew)
        self.table_model = WorklistTable(self)
        self.table_model.page_wanted.connect(self._read_page)
        self._delegate = RowDelegate(self)
        self.table = self._table_view()
        self._listing = NewestJob(self, _TYPING_MS, steps_back=False)
        self._listing.succeeded.connect(self._on_listed)
        self._listing.failed.connect(self._on_failed)
        self._looking = QTimer(self, interval=_LOOK_MS)
        self._looking.timeout.connect(self._look_for_changes)
        self._add_buttons()
        self._lay_out()
        QShortcut(QKeySequence.StandardKey.Find, self, self._go_to_search)
        resize_within_screen(self, 1280, 720)
        self._tell_selection()

    @property
    def selected_numbers(self) -> list[int]:
        """The numbers of the selected scans, in the order of the rows."""
        numbers, selection = self.table_model.numbers, self.table.selectionModel()
        rows = sorted(index.row() for index in selection.selectedRows())
        return [numbers[row] for row in rows if row < len(numbers)]

    @property
    def query(self) -> WorklistQuery:
        """What is listed."""
        return self._query

    @Slot()
    def list_anew(self) -> None:
        """Find what filter and order list now."""
        self._query = self.filter_bar.query(self._query)
        if self.isVisible():
            self._mark = self._worklist.change_mark()
            self._listing.request(listing_work(self._worklist, self._query))

    def set_sealing(self, seals_unseen: bool) -> None:
        """Keep answers back that nobody was shown yet, or show all."""
        self._query = replace(self._query, seals_unseen=seals_unseen)
        self.table_model.set_sealing(seals_unseen)
        self.list_anew()

    def set_identity_visible(self, is_visible: bool) -> None:
        """Name patients, or do not."""
        self.table_model.set_identity_visible(is_visible)

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._delegate.set_theme(theme)
        self.table_model.set_theme(theme)

    def offer_reports(self) -> None:
        """Show the button that asks for reports."""
        self.report_button.show()

    def offer_sending(self) -> None:
        """Show the button that asks for sending."""
        self.send_button.show()

    def stop(self) -> None:
        """Start nothing more; the program ends."""
        self._looking.stop()
        self._listing.cancel()
        for job in (*self._page_jobs, *([self._entry_job] if self._entry_job is not None else [])):
            job.cancel()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  # Qt's name
        """Read the worklist, and follow it while it can be seen."""
        super().showEvent(event)
        self.list_anew()
        self._looking.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  # Qt's name
        """Read nothing that nobody sees."""
        super().hideEvent(event)
        self._looking.stop()

    @Slot()
    def _look_for_changes(self) -> None:
        if not self._listing.is_busy and self._worklist.change_mark() != self._mark:
            self.list_anew()

    @Slot(object)
    def _on_listed(self, listing: Listing) -> None:
        selected = self.selected_numbers
        at_top = self.table.verticalScrollBar().value() == 0
        if self.table_model.show_listing(listing) and selected:
            self._select_again(selected)
        if at_top:
            self.table.scrollToTop()
        self.filter_bar.show_count(len(listing.numbers), listing.total)
        self._show_emptiness(listing)
        self._tell_selection()

    def _select_again(self, numbers: list[int]) -> None:
        """Select the scans that were selected, wherever they stand now; not where there are very many."""
        if len(numbers) > _MOST_RESELECTED:
            return
        wanted, last_column = set(numbers), len(COLUMNS) - 1
        selection = QItemSelection()
        for row, number in enumerate(self.table_model.numbers):
            if number in wanted:
                selection.select(self.table_model.index(row, 0), self.table_model.index(row, last_column))
        self.table.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _show_emptiness(self, listing: Listing) -> None:
        if listing.numbers:
            self._pages.setCurrentWidget(self.table)
            return
        is_open = self.filter_bar.is_open
        self._empty_text.setText(
            tr("Nothing is on the worklist yet.\nScans that you open or receive appear here.")
            if is_open
            else tr("No scan on the worklist fits.")
        )
        self._clear_button.setVisible(not is_open)
        self._pages.setCurrentWidget(self._empty_page)

    @Slot(int)
    def _read_page(self, first_row: int) -> None:
        job = start_job(
            page_work(self._worklist, first_row, self.table_model.page_numbers(first_row)), self, steps_back=False
        )
        self._page_jobs.add(job)
        job.succeeded.connect(self._on_page_read)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_page_job_finished)

    @Slot(object)
    def _on_page_read(self, page: EntryPage) -> None:
        self.table_model.add_page(page)

    @Slot()
    def _on_page_job_finished(self) -> None:
        self._page_jobs = {job for job in self._page_jobs if not job.is_finished}

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self.message_bar.show_error(failure.message)

    @Slot(int, Qt.SortOrder)
    def _on_sorted(self, section: int, order: Qt.SortOrder) -> None:
        _, key, _ = COLUMNS[section]
        self._query = replace(self._query, sort=key, descending=order is Qt.SortOrder.DescendingOrder)
        self.list_anew()

    @Slot()
    def _tell_selection(self) -> None:
        count = len(self.table.selectionModel().selectedRows())
        for needy in (
            self.open_button,
            self.classify_button,
            self.report_button,
            self.send_button,
            self.remove_button,
        ):
            needy.setEnabled(count > 0)
        self.export_button.setText(
            tr("Export selected\N{HORIZONTAL ELLIPSIS}") if count > 1 else tr("Export list\N{HORIZONTAL ELLIPSIS}")
        )
        self.export_button.setEnabled(bool(self.table_model.numbers))
        self._selection_label.setText("" if count < 2 else tr("{count} selected").format(count=integer(count)))

    @Slot()
    def _ask_to_open(self) -> None:
        self._ask(self.open_asked)

    @Slot()
    def _ask_to_classify(self) -> None:
        self._ask(self.classification_asked)

    @Slot()
    def _ask_for_report(self) -> None:
        self._ask(self.report_asked)

    @Slot()
    def _ask_to_send(self) -> None:
        self._ask(self.sending_asked)

    @Slot()
    def _ask_to_remove(self) -> None:
        self._ask(self.removal_asked)

    @Slot()
    def _ask_to_export(self) -> None:
        selected = self.selected_numbers
        self.export_asked.emit(selected if len(selected) > 1 else list(self.table_model.numbers))

    def _ask(self, asked: SignalInstance) -> None:
        """Read the selected entries in the background and hand them on: a selection can reach beyond what was read."""
        numbers = self.selected_numbers
        if not numbers or (self._entry_job is not None and not self._entry_job.is_finished):
            return
        self._entry_job = start_job(entries_work(self._worklist, numbers), self, steps_back=False)
        self._entry_job.succeeded.connect(asked)
        self._entry_job.failed.connect(self._on_failed)

    @Slot()
    def _go_to_search(self) -> None:
        self.filter_bar.search_field.setFocus()
        self.filter_bar.search_field.selectAll()

    def _table_view(self) -> QTableView:
        table = QTableView()
        table.setModel(self.table_model)
        table.setItemDelegate(self._delegate)
        table.setAccessibleName(tr("Scans on the worklist"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = table.verticalHeader()
        rows.hide()
        # Rows that are all as high need not be measured, however many there are.
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(PICTURE_SIDE + 6)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(ADDED, Qt.SortOrder.DescendingOrder)
        header.sortIndicatorChanged.connect(self._on_sorted)
        for section, width in enumerate(_WIDTHS):
            # Headings are longer in some languages.
            table.setColumnWidth(section, max(width, header.sectionSizeHint(section)))
        table.doubleClicked.connect(self._ask_to_open)
        table.selectionModel().selectionChanged.connect(self._tell_selection)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(key), table, self._ask_to_open)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete = QShortcut(QKeySequence.StandardKey.Delete, table, self._ask_to_remove)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        return table

    def _add_buttons(self) -> None:
        self.open_button = button(tr("&Open"), tr("Show the selected scans in the viewer (Enter)"), self._ask_to_open)
        self.classify_button = button(
            tr("&Classify"), tr("Classify the selected scans, also again"), self._ask_to_classify
        )
        self.report_button = button(
            tr("&Report\N{HORIZONTAL ELLIPSIS}"), tr("Write a report about the selected scans"), self._ask_for_report
        )
        self.send_button = button(
            tr("&Send\N{HORIZONTAL ELLIPSIS}"),
            tr("Send results of the selected scans to an archive"),
            self._ask_to_send,
        )
        self.export_button = button(
            tr("Export list\N{HORIZONTAL ELLIPSIS}"), tr("Write a table of scans for statistics"), self._ask_to_export
        )
        self.remove_button = button(
            tr("Re&move\N{HORIZONTAL ELLIPSIS}"),
            tr("Take the selected scans off the worklist (Delete)"),
            self._ask_to_remove,
        )
        self.retention_button = button(
            tr("&Keep for\N{HORIZONTAL ELLIPSIS}"), tr("How long scans stay on the worklist"), self.retention_asked.emit
        )
        # Shown by what can answer them.
        self.report_button.hide()
        self.send_button.hide()

    def _lay_out(self) -> None:
        self._selection_label = QLabel()
        self._selection_label.setProperty("role", "muted")
        buttons = QHBoxLayout()
        buttons.setContentsMargins(8, 6, 8, 8)
        buttons.setSpacing(6)
        for made in (self.open_button, self.classify_button, self.report_button, self.send_button):
            buttons.addWidget(made)
        buttons.addWidget(self._selection_label)
        buttons.addStretch(1)
        buttons.addWidget(self.retention_button)
        buttons.addWidget(self.export_button)
        buttons.addWidget(self.remove_button)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._empty_page = self._make_empty_page()
        self._pages.addWidget(self._empty_page)
        layout = column(self, spacing=0)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self._pages, 1)
        layout.addLayout(buttons)

    def _make_empty_page(self) -> QWidget:
        page = QWidget()
        self._empty_text = QLabel()
        self._empty_text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty_text.setProperty("role", "muted")
        self._clear_button = button(tr("Show &all scans"), tr("Take every restriction away"), self.filter_bar.clear)
        layout = column(page)
        layout.addStretch(1)
        layout.addWidget(self._empty_text)
        layout.addWidget(self._clear_button, 0, Qt.AlignmentFlag.AlignCenter)
        layout.addStretch(1)
        return page
