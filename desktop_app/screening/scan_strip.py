"""The strip of thumbnails: everything that is open, with its answer."""

from pathlib import Path

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSortFilterProxyModel,
    Qt,
    QUrl,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QListView, QMenu, QVBoxLayout, QWidget

from core.language import mark, tr
from core.number_format import integer, tr_count
from core.screening.decision import Decision
from desktop_app.screening.scan_delegate import ScanDelegate
from desktop_app.screening.scan_session import ENTRY_ROLE, ScanEntry, ScanSession, ScanState
from desktop_app.theme import ThemeColours

_FILTERS: tuple[tuple[str, Decision | ScanState | None], ...] = (
    (mark("All"), None),
    (mark("Positive"), Decision.POSITIVE),
    (mark("Negative"), Decision.NEGATIVE),
    (mark("Undetermined"), Decision.UNDETERMINED),
    (mark("Not judged"), Decision.REFUSED),
    (mark("Not classified"), ScanState.OPENED),
    (mark("Could not be read"), ScanState.FAILED),
)


class ScanFilter(QSortFilterProxyModel):
    """Lets through the scans that a person wants to see."""

    def __init__(self, session: ScanSession) -> None:
        super().__init__(session)
        self._wanted: Decision | ScanState | None = None
        self.setSourceModel(session)

    def set_wanted(self, wanted: Decision | ScanState | None) -> None:
        """Show scans with this decision or in this state; None shows all."""
        self._wanted = wanted
        self.invalidate()

    def filterAcceptsRow(self, row: int, parent: QModelIndex | QPersistentModelIndex) -> bool:  # noqa: N802  # Qt's name
        """Return whether a row of the session is shown."""
        if self._wanted is None:
            return True
        entry = self.sourceModel().index(row, 0, parent).data(ENTRY_ROLE)
        if isinstance(self._wanted, ScanState):
            if self._wanted is ScanState.OPENED:
                return entry.state in (ScanState.OPENED, ScanState.WAITING)
            return bool(entry.state is self._wanted)
        result = entry.shown_result
        return result is not None and result.decision is self._wanted


class ScanStrip(QWidget):
    """Thumbnails with names and answers. Arrow keys move, Delete closes."""

    scan_selected = Signal(int)
    removal_requested = Signal(list)
    """Numbers of the entries to close."""
    retry_requested = Signal(list)
    """Numbers of entries to read again."""

    def __init__(self, session: ScanSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._filter = ScanFilter(session)
        self._delegate = ScanDelegate(self)
        self.list_view = self._make_list()
        self._count = QLabel(tr("No scans"))
        self._count.setProperty("role", "muted")
        self._choice = QComboBox()
        self._choice.addItems([tr(words) for words, _ in _FILTERS])
        self._choice.setToolTip(tr("Which scans the strip shows"))
        self._choice.setAccessibleName(tr("Filter of the strip"))
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.currentIndexChanged.connect(self._on_filter_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 0, 4)
        layout.setSpacing(4)
        layout.addWidget(self._choice)
        layout.addWidget(self.list_view, 1)
        layout.addWidget(self._count)
        self._make_actions()
        for signal in (session.rowsInserted, session.rowsRemoved, session.dataChanged):
            signal.connect(self._on_session_changed)

    def set_theme(self, colours: ThemeColours) -> None:
        """Take the theme's colours."""
        self._delegate.set_theme(colours)
        self.list_view.viewport().update()

    def set_horizontal(self, is_horizontal: bool) -> None:
        """Lay the thumbnails out for a dock at the bottom or at the side."""
        flow = QListView.Flow.LeftToRight if is_horizontal else QListView.Flow.TopToBottom
        self.list_view.setFlow(flow)

    @Slot(int)
    def show_selected(self, number: int) -> None:
        """Move the selection to an entry without telling anyone."""
        index = self._index_of(number)
        selection = self.list_view.selectionModel()
        if index.isValid() and not selection.isSelected(index):
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list_view.scrollTo(index)

    def selected_entries(self) -> list[ScanEntry]:
        """Return the scans that are selected, in the order of the strip."""
        indexes = sorted(self.list_view.selectionModel().selectedIndexes(), key=QModelIndex.row)
        return [index.data(ENTRY_ROLE) for index in indexes]

    @Slot()
    def select_next(self) -> None:
        """Move to the next scan."""
        self._move(1)

    @Slot()
    def select_previous(self) -> None:
        """Move to the scan before."""
        self._move(-1)

    @Slot()
    def remove_selected(self) -> None:
        """Ask for the selected scans to be closed."""
        numbers = [entry.number for entry in self.selected_entries()]
        if numbers:
            self.removal_requested.emit(numbers)

    @Slot()
    def retry_selected(self) -> None:
        """Ask for selected scans that could not be read to be read again."""
        self.retry_requested.emit([entry.number for entry in self.selected_entries() if entry.failure is not None])

    @Slot()
    def copy_paths(self) -> None:
        """Copy the paths of the selected scans."""
        paths = [str(entry.path) for entry in self.selected_entries() if entry.path is not None]
        QGuiApplication.clipboard().setText("\n".join(paths))

    @Slot()
    def reveal(self) -> None:
        """Show the folder of the current scan in the system's file manager."""
        entry = self.list_view.currentIndex().data(ENTRY_ROLE)
        if isinstance(entry, ScanEntry) and isinstance(entry.path, Path):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(entry.path.parent)))

    def _make_list(self) -> QListView:
        view = QListView()
        view.setModel(self._filter)
        view.setItemDelegate(self._delegate)
        view.setUniformItemSizes(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setMouseTracking(True)
        view.setAccessibleName(tr("Open scans"))
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_menu_requested)
        view.selectionModel().currentChanged.connect(self._on_current_changed)
        return view

    def _make_actions(self) -> None:
        self.remove_action = QAction(tr("&Close scan"), self)
        self.remove_action.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self.remove_action.setToolTip(tr("Take the selected scans out of the window; their files stay"))
        self.remove_action.triggered.connect(self.remove_selected)
        self.retry_action = QAction(tr("Tr&y again"), self)
        self.retry_action.setShortcut(QKeySequence(Qt.Key.Key_F5))
        self.retry_action.setToolTip(tr("Read selected scans that could not be read once more"))
        self.retry_action.triggered.connect(self.retry_selected)
        self.copy_path_action = QAction(tr("Copy p&ath"), self)
        self.copy_path_action.triggered.connect(self.copy_paths)
        self.reveal_action = QAction(tr("Sho&w in folder"), self)
        self.reveal_action.triggered.connect(self.reveal)
        self.next_action = QAction(tr("&Next scan"), self)
        self.next_action.setShortcut(QKeySequence(Qt.Key.Key_PageDown))
        self.next_action.triggered.connect(self.select_next)
        self.previous_action = QAction(tr("Pre&vious scan"), self)
        self.previous_action.setShortcut(QKeySequence(Qt.Key.Key_PageUp))
        self.previous_action.triggered.connect(self.select_previous)

    def _index_of(self, number: int) -> QModelIndex:
        row = self._session.row_of(number)
        return QModelIndex() if row is None else self._filter.mapFromSource(self._session.index(row))

    def _move(self, step: int) -> None:
        row = self.list_view.currentIndex().row() + step
        if 0 <= row < self._filter.rowCount():
            self.list_view.setCurrentIndex(self._filter.index(row, 0))

    def menu_for_selection(self) -> QMenu:
        """Return what can be done with the selected scans."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if any(entry.failure is not None for entry in self.selected_entries()):
            menu.addAction(self.retry_action)
        menu.addActions([self.remove_action, self.reveal_action, self.copy_path_action])
        return menu

    @Slot(QPoint)
    def _on_menu_requested(self, position: QPoint) -> None:
        if self.selected_entries():
            self.menu_for_selection().popup(self.list_view.viewport().mapToGlobal(position))

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        entry = current.data(ENTRY_ROLE)
        if isinstance(entry, ScanEntry):
            self.scan_selected.emit(entry.number)

    @Slot(int)
    def _on_filter_chosen(self, index: int) -> None:
        self._filter.set_wanted(_FILTERS[index][1])

    @Slot()
    def _on_session_changed(self) -> None:
        failed = sum(entry.state is ScanState.FAILED for entry in self._session)
        total = len(self._session)
        if not total:
            self._count.setText(tr("No scans"))
        elif failed:
            self._count.setText(
                tr_count(
                    "{count} scan, {failed} unreadable",
                    "{count} scans, {failed} unreadable",
                    total,
                    failed=integer(failed),
                )
            )
        else:
            self._count.setText(tr_count("{count} scan", "{count} scans", total))
