"""Who may send scans to Hilum: a table to type into."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTableWidget, QTableWidgetItem, QWidget

from core.interchange.receiving.settings import AllowedCaller, caller_problem
from core.language import tr
from desktop_app.page_parts import button, column

_TITLE, _NETWORK = 0, 1
_HEIGHT = 120


class CallersTable(QWidget):
    """Edits the list of allowed senders."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = QTableWidget(0, 2)
        self.table.setHorizontalHeaderLabels(
            [tr("AE title of the sender"), tr("From (address or network; empty: anywhere)")]
        )
        self.table.setAccessibleName(tr("Senders that are let in"))
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setColumnWidth(_TITLE, max(190, self.table.horizontalHeader().sectionSizeHint(_TITLE)))
        self.table.setMinimumHeight(_HEIGHT)
        self.table.itemChanged.connect(self.changed)
        self.table.itemSelectionChanged.connect(self._offer)
        self.add_button = button(tr("Add s&ender"), tr("Let another sender in"), self.add_caller, "addCaller")
        self.remove_button = button(
            tr("Re&move sender"), tr("Let this sender in no more"), self.remove_callers, "removeCaller"
        )
        row = QHBoxLayout()
        for each in (self.add_button, self.remove_button):
            each.setAutoDefault(False)
            row.addWidget(each)
        row.addStretch(1)
        layout = column(self, spacing=6)
        layout.addWidget(self.table)
        layout.addLayout(row)
        self._offer()

    @property
    def callers(self) -> tuple[AllowedCaller, ...]:
        """The senders as they stand in the table."""
        return tuple(
            AllowedCaller(self._text(row, _TITLE), self._text(row, _NETWORK)) for row in range(self.table.rowCount())
        )

    @property
    def clause(self) -> str:
        """Why the list cannot be kept; empty where it can."""
        return next((tr(problem) for caller in self.callers if (problem := caller_problem(caller))), "")

    def show_callers(self, callers: Sequence[AllowedCaller]) -> None:
        """Put senders into the table."""
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for caller in callers:
            self._append(caller)
        self.table.blockSignals(False)
        self._offer()

    @Slot()
    def add_caller(self) -> None:
        """Add a row, and begin to type into it."""
        self._append(AllowedCaller(""))
        row = self.table.rowCount() - 1
        self.table.setCurrentCell(row, _TITLE)
        self.table.edit(self.table.model().index(row, _TITLE))
        self.changed.emit()

    @Slot()
    def remove_callers(self) -> None:
        """Take the selected senders away."""
        for row in sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True):
            self.table.removeRow(row)
        self._offer()
        self.changed.emit()

    @Slot()
    def _offer(self) -> None:
        self.remove_button.setEnabled(bool(self.table.selectedIndexes()))

    def _append(self, caller: AllowedCaller) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for place, text in ((_TITLE, caller.ae_title), (_NETWORK, caller.network)):
            item = QTableWidgetItem(text)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.table.setItem(row, place, item)

    def _text(self, row: int, place: int) -> str:
        item = self.table.item(row, place)
        return item.text().strip() if item is not None else ""
