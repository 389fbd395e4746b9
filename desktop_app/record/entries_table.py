"""The record's entries as a table that is read page by page: what nobody scrolls to is never read."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from core.language import mark, tr
from core.record.describing import KIND_NAMES, describe_entry, describe_time
from core.record.entry import Entry
from desktop_app.record.record_work import EntryPage

Index = QModelIndex | QPersistentModelIndex

HEADINGS = (mark("Number"), mark("Time"), mark("Kind"), mark("Person"), mark("What happened"))
_HEADING_TIPS = (
    mark("Entries are numbered from 1 without a gap"),
    mark("When it was written, in this computer's time zone"),
    mark("What the entry is about"),
    mark("Who did it, where a name is set"),
    mark("What the entry says; the whole of it is below"),
)


class EntriesTable(QAbstractTableModel):
    """A row per entry, newest first."""

    page_wanted = Signal()
    """More rows are looked for; `add_page` brings them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._is_complete = True
        self._is_waiting = False

    @property
    def oldest(self) -> int | None:
        """The number of the last row's entry, None where there is no row."""
        return self._entries[-1].sequence if self._entries else None

    def start_anew(self) -> None:
        """Forget every row; the first page is asked for by the caller."""
        self.beginResetModel()
        self._entries = []
        self._is_complete, self._is_waiting = False, True
        self.endResetModel()

    def add_page(self, page: EntryPage) -> None:
        """Append the rows that were wanted."""
        first = len(self._entries)
        if page.entries:
            self.beginInsertRows(QModelIndex(), first, first + len(page.entries) - 1)
            self._entries.extend(page.entries)
            self.endInsertRows()
        self._is_complete, self._is_waiting = page.is_last, False

    def give_up(self) -> None:
        """Nothing more can be read."""
        self._is_complete, self._is_waiting = True, False

    def entry_at(self, row: int) -> Entry | None:
        """The entry of a row, None where there is no such row."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802  # Qt's name
        """Return whether there is another page that nobody has asked for yet."""
        return not parent.isValid() and not self._is_complete and not self._is_waiting

    def fetchMore(self, parent: Index) -> None:  # noqa: N802  # Qt's name
        """Ask for the next page."""
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.page_wanted.emit()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802  # Qt's name
        """Return the number of entries read so far."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802  # Qt's name
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(HEADINGS)

    def headerData(  # noqa: N802  # Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's heading."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tr(HEADINGS[section])
            case Qt.ItemDataRole.ToolTipRole:
                return tr(_HEADING_TIPS[section])
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignVCenter | _horizontal(section))
            case _:
                return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell."""
        entry = self.entry_at(index.row()) if index.isValid() else None
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cell(entry, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignVCenter | _horizontal(index.column()))
            case _:
                return None


def _cell(entry: Entry, column: int) -> str:
    match column:
        case 0:
            return str(entry.sequence)
        case 1:
            return describe_time(entry.time)
        case 2:
            return tr(KIND_NAMES[entry.kind])
        case 3:
            return entry.person
        case _:
            return describe_entry(entry)


def _horizontal(column: int) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if column == 0 else Qt.AlignmentFlag.AlignLeft
