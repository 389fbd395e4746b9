"""The worklist as a table of any length: it knows the scans' numbers, and reads only the pages that are looked at."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPixmap

from core.language import tr
from core.worklist.entry import EntryState, WorklistEntry
from desktop_app.decision_colour import decision_colour
from desktop_app.theme import Theme, ThemeColours, colours
from desktop_app.worklist.cells import (
    ANSWER,
    COLUMNS,
    PATIENT,
    PROBABILITY,
    cell_text,
    column_heading,
    is_sealed,
    tool_tip,
)
from desktop_app.worklist.worklist_work import PAGE_ENTRIES, EntryPage, Listing

Index = QModelIndex | QPersistentModelIndex

GROUP_START_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""Whether a row begins another study, where studies stand together."""
_MOST_ENTRIES = 20 * PAGE_ENTRIES
"""Entries kept: some thousand rows around what is looked at."""
_NOT_READ = "\N{HORIZONTAL ELLIPSIS}"


class WorklistTable(QAbstractTableModel):
    """A row per scan of a listing."""

    page_wanted = Signal(int)
    """First row of a page that is looked at and was not read; `add_page` brings it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers: list[int] = []
        self._entries: dict[int, WorklistEntry | None] = {}
        self._pictures: dict[int, QImage | QPixmap] = {}
        self._looked_at: list[int] = []
        self._wanted: dict[int, None] = {}
        self._colours = colours(Theme.DARK)
        self._seals_unseen = False
        self._shows_identity = True
        self._groups_studies = False
        # Cells are asked for one by one while a view paints; their pages are asked for once, the last one first.
        self._asking = QTimer(self, singleShot=True, interval=0)
        self._asking.timeout.connect(self._ask)

    @property
    def numbers(self) -> list[int]:
        """The listed scans' numbers, in order."""
        return self._numbers

    def show_listing(self, listing: Listing) -> bool:
        """Show what a query lists now. Entries that were read stay until they are read again.

        Returns:
            Whether the rows are others; False where they stayed, or new ones were put before them.
        """
        before, now = self._numbers, listing.numbers
        more = len(now) - len(before)
        self._groups_studies = listing.query.groups_studies
        is_other = now != before and not (before and 0 < more < PAGE_ENTRIES and now[more:] == before)
        if is_other:
            self.beginResetModel()
            self._numbers = now
            self.endResetModel()
        elif more:
            self.beginInsertRows(QModelIndex(), 0, more - 1)
            self._numbers = now
            self.endInsertRows()
        self.read_again()
        return is_other

    def read_again(self) -> None:
        """Anything may have changed: what is looked at is read again, what was read otherwise is forgotten."""
        looked_at = [first_row for first_row in self._looked_at if first_row < len(self._numbers)]
        kept = {number for first_row in looked_at for number in self.page_numbers(first_row)}
        for number in [number for number in self._entries if number not in kept]:
            self._forget(number)
        self._wanted.update(dict.fromkeys(looked_at))
        if self._wanted:
            self._asking.start()

    def add_page(self, page: EntryPage) -> None:
        """Fill in the rows that were wanted."""
        for number in page.numbers:
            self._forget(number)
            self._entries[number] = page.entries.get(number)
            if (picture := page.pictures.get(number)) is not None:
                self._pictures[number] = picture
        while len(self._entries) > _MOST_ENTRIES:
            self._forget(next(iter(self._entries)))
        if page.first_row < len(self._numbers):
            last_row = min(page.first_row + PAGE_ENTRIES, len(self._numbers)) - 1
            self.dataChanged.emit(self.index(page.first_row, 0), self.index(last_row, len(COLUMNS) - 1))

    def page_numbers(self, first_row: int) -> list[int]:
        """The numbers of the rows of a page."""
        return self._numbers[first_row : first_row + PAGE_ENTRIES]

    def entry_at(self, row: int) -> WorklistEntry | None:
        """The entry of a row, None where it was not read yet, or is gone."""
        if not 0 <= row < len(self._numbers):
            return None
        number, first_row = self._numbers[row], row - row % PAGE_ENTRIES
        if not self._looked_at or self._looked_at[-1] != first_row:
            # The last few pages that were painted: a screen shows parts of two.
            others = [page for page in self._looked_at if page != first_row]
            self._looked_at = [*others[-2:], first_row]
        if number not in self._entries and first_row not in self._wanted:
            self._wanted[first_row] = None
            self._asking.start()
        return self._entries.get(number)

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._colours = theme
        self._tell_all_changed()

    def set_sealing(self, seals_unseen: bool) -> None:
        """Keep answers back that nobody was shown yet, or show all."""
        self._seals_unseen = seals_unseen
        self._tell_all_changed()

    def set_identity_visible(self, is_visible: bool) -> None:
        """Name patients, or do not."""
        self._shows_identity = is_visible
        self._tell_all_changed()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802  # Qt's name
        """Return the number of scans listed."""
        return 0 if parent is not None and parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802  # Qt's name
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def headerData(  # noqa: N802  # Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return a column's heading."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(COLUMNS):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column_heading(section)
            case Qt.ItemDataRole.ToolTipRole:
                return tr("{tip}\nClick to sort by it").format(tip=tr(COLUMNS[section][2]))
            case Qt.ItemDataRole.TextAlignmentRole:
                return int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
            case _:
                return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a view asks of a cell."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        entry = self.entry_at(row)
        if entry is None:
            return _NOT_READ if role == Qt.ItemDataRole.DisplayRole and column == PATIENT else None
        sealed = is_sealed(entry, self._seals_unseen)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell_text(entry, column, sealed=sealed, shows_identity=self._shows_identity)
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(entry, sealed=sealed, shows_identity=self._shows_identity)
            case Qt.ItemDataRole.ForegroundRole:
                return self._text_colour(entry, column, sealed)
            case Qt.ItemDataRole.DecorationRole if column == PATIENT:
                return self._picture(entry.number)
            case _:
                return self._begins_group(row, entry) if role == GROUP_START_ROLE else None

    def _text_colour(self, entry: WorklistEntry, column: int, sealed: bool) -> QColor | None:
        if column == ANSWER and entry.state in (EntryState.FAILED, EntryState.IGNORED):
            return QColor(self._colours.warning if entry.state is EntryState.FAILED else self._colours.muted)
        if column not in (ANSWER, PROBABILITY):
            return None
        if sealed or entry.decision is None or entry.state is not EntryState.CLASSIFIED:
            return QColor(self._colours.muted)
        return QColor(decision_colour(self._colours, entry.decision))

    def _picture(self, number: int) -> QPixmap | None:
        picture = self._pictures.get(number)
        if isinstance(picture, QImage):
            # Pixmaps are made in this thread only, and of what is painted only.
            picture = self._pictures[number] = QPixmap.fromImage(picture)
        return picture

    def _begins_group(self, row: int, entry: WorklistEntry) -> bool:
        if not self._groups_studies or row == 0:
            return False
        above = self.entry_at(row - 1)
        return above is None or not entry.study_instance_uid or above.study_instance_uid != entry.study_instance_uid

    def _forget(self, number: int) -> None:
        self._entries.pop(number, None)
        self._pictures.pop(number, None)

    def _ask(self) -> None:
        wanted = [first_row for first_row in self._wanted if first_row < len(self._numbers)]
        self._wanted.clear()
        # What was scrolled past in the meantime need not be read.
        for first_row in wanted[-3:]:
            self.page_wanted.emit(first_row)

    def _tell_all_changed(self) -> None:
        if self._numbers:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._numbers) - 1, len(COLUMNS) - 1))
