"""The scans that are open in the window, as a list model.

An entry is known by its number for as long as the program runs, so that a background job can name it whatever was
removed or sorted meanwhile.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from core.error_wording import ErrorMessage
from core.imaging.radiograph import Radiograph
from core.language import mark, tr
from core.model.class_words import class_word
from core.number_format import percent
from core.screening.agreement import Agreement
from core.screening.decision import Decision
from core.screening.result import ScanResult

ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The row's `ScanEntry`."""

Index = QModelIndex | QPersistentModelIndex


class ScanState(StrEnum):
    """How far an entry is."""

    OPENED = "opened"
    WAITING = "waiting"
    CLASSIFIED = "classified"
    FAILED = "failed"


_STATES = {
    ScanState.OPENED: mark("not classified"),
    ScanState.WAITING: mark("waiting"),
    ScanState.CLASSIFIED: mark("classified"),
    ScanState.FAILED: mark("could not be read"),
}
_DECISIONS = {
    Decision.POSITIVE: mark("positive, {probability}"),
    Decision.NEGATIVE: mark("negative, {probability}"),
    Decision.UNDETERMINED: mark("undetermined, {probability}"),
    Decision.REFUSED: mark("not judged"),
}


@dataclass
class ScanEntry:
    """One open scan.

    Attributes:
        number: Its identity; never used twice.
        path: The file, None for a pasted picture.
        radiograph: Kept only for a pasted picture, which cannot be read again.
        state: How far it is.
        thumbnail: A small picture, None until one is made.
        result: The model's answer on its first frame, or on the frame last shown.
        failure: Why it cannot be shown or classified.
        is_sealed: Whether its answer is kept from the person until they said what they see, or asked for it.
        impression: What they said.
        impression_frame: Number of the frame that they said it about, from 0.
        agreement: How often impressions and answers were the same, when this one was recorded.
    """

    number: int
    path: Path | None
    radiograph: Radiograph | None = None
    state: ScanState = ScanState.OPENED
    thumbnail: QImage | None = None
    result: ScanResult | None = None
    failure: ErrorMessage | None = None
    is_sealed: bool = False
    impression: Decision | None = None
    impression_frame: int = 0
    agreement: Agreement | None = None

    @property
    def shown_result(self) -> ScanResult | None:
        """The answer that may be seen."""
        return None if self.is_sealed else self.result

    @property
    def name(self) -> str:
        """What to call it."""
        return self.path.name if self.path is not None else tr("Pasted picture")

    @property
    def label(self) -> str:
        """Its name, with the frame that its answer is about where that is not the first."""
        frame = self.result.frame_index if self.result is not None else 0
        return tr("{name}, frame {number}").format(name=self.name, number=frame + 1) if frame else self.name

    @property
    def summary(self) -> str:
        """Its state in a few words, for screen readers and below its thumbnail."""
        match self.state:
            case ScanState.CLASSIFIED if self.is_sealed:
                return tr("your impression first")
            case ScanState.CLASSIFIED if self.result is not None:
                if self.result.is_refused:
                    return tr("not judged")
                return tr(_DECISIONS[self.result.decision]).format(probability=_probability(self.result))
            case _:
                return tr(_STATES[self.state])


def answer_in_brief(result: ScanResult) -> str:
    """An answer in the width of a thumbnail: its sign, then the probability where it may be shown."""
    probability = _probability(result)
    match result.decision:
        case Decision.POSITIVE:
            return f"+ {probability}"
        case Decision.NEGATIVE:
            return f"\N{MINUS SIGN} {probability}"
        case Decision.UNDETERMINED:
            return f"? {probability}"
        case Decision.REFUSED:
            return tr("\N{MULTIPLICATION SIGN} not judged")


def _probability(result: ScanResult) -> str:
    return f"{class_word(result.positive_class)} {percent(result.positive_probability, 1)}"


class ScanSession(QAbstractListModel):
    """Every open scan, in the order of opening.

    Attributes:
        seals_answers: Whether answers about scans opened from now on are kept until the person said what they see.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.seals_answers = False
        self._entries: list[ScanEntry] = []
        self._rows: dict[int, int] = {}
        self._numbers_by_path: dict[Path, int] = {}
        self._numbers = count(1)

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802  # Qt's name
        """Return the number of scans."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return what a view asks of a row."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.label
            case Qt.ItemDataRole.ToolTipRole:
                return f"{entry.label}\n{entry.failure.text if entry.failure is not None else entry.summary}"
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.label}, {entry.summary}"
            case _:
                return entry if role == ENTRY_ROLE else None

    def __iter__(self) -> Iterator[ScanEntry]:
        return iter(tuple(self._entries))

    def __len__(self) -> int:
        return len(self._entries)

    def entry(self, number: int) -> ScanEntry | None:
        """Return the entry of a number, None once it was removed."""
        row = self._rows.get(number)
        return None if row is None else self._entries[row]

    def entry_of_path(self, path: Path) -> ScanEntry | None:
        """Return the entry of a file, None where it is not open."""
        number = self._numbers_by_path.get(path)
        return None if number is None else self.entry(number)

    def row_of(self, number: int) -> int | None:
        """Return an entry's row, None once it was removed."""
        return self._rows.get(number)

    def add_paths(self, paths: Iterable[Path]) -> list[ScanEntry]:
        """Add files that are not open yet, in one step.

        Returns:
            The new entries.
        """
        new_paths = [path for path in dict.fromkeys(paths) if path not in self._numbers_by_path]
        return self._append([self._new(path) for path in new_paths])

    def add_pasted(self, radiograph: Radiograph) -> ScanEntry:
        """Add a picture that has no file."""
        return self._append([self._new(None, radiograph)])[0]

    def remove(self, numbers: Sequence[int]) -> None:
        """Close scans. Their files stay as they are."""
        for row in sorted((self._rows[number] for number in numbers if number in self._rows), reverse=True):
            self.beginRemoveRows(QModelIndex(), row, row)
            entry = self._entries.pop(row)
            if entry.path is not None:
                self._numbers_by_path.pop(entry.path, None)
            self._rows = {entry.number: position for position, entry in enumerate(self._entries)}
            self.endRemoveRows()

    def set_thumbnail(self, number: int, thumbnail: QImage) -> None:
        """Give an entry its small picture."""
        if (entry := self.entry(number)) is not None:
            entry.thumbnail = thumbnail
            self._tell_changed(number)

    def set_state(self, numbers: Iterable[int], state: ScanState) -> None:
        """Move entries on, and say so once: two hundred files opened at once are one change of the strip."""
        changed = [entry for number in numbers if (entry := self.entry(number)) and entry.state is not state]
        for entry in changed:
            entry.state = state
        if changed:
            rows = [self._rows[entry.number] for entry in changed]
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))

    def set_result(self, number: int, result: ScanResult) -> None:
        """Give an entry the model's answer."""
        if (entry := self.entry(number)) is not None:
            entry.result, entry.failure, entry.state = result, None, ScanState.CLASSIFIED
            self._tell_changed(number)

    def forget_answer(self, number: int) -> None:
        """Let an entry be classified again. What the person saw stays; the agreement counted the answer before."""
        if (entry := self.entry(number)) is not None:
            entry.result = entry.agreement = None
            self._tell_changed(number)

    def start_over(self, number: int) -> None:
        """Forget what is known about an entry's frame, the person's impression too: another frame is a new picture."""
        if (entry := self.entry(number)) is not None:
            self.forget_impression(number)
            entry.is_sealed = self.seals_answers
            self.forget_answer(number)

    def set_sealing(self, seals_answers: bool) -> None:
        """Keep answers back that are not known yet, or let all of them be seen."""
        self.seals_answers = seals_answers
        changed = False
        for entry in self._entries:
            is_sealed = seals_answers and (entry.is_sealed or entry.result is None)
            changed |= is_sealed is not entry.is_sealed
            entry.is_sealed = is_sealed
        if changed:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    def set_impression(self, number: int, impression: Decision, frame_index: int) -> None:
        """Note what the person sees in a frame; the answer stays sealed."""
        if (entry := self.entry(number)) is not None:
            entry.impression, entry.impression_frame = impression, frame_index

    def forget_impression(self, number: int) -> None:
        """Ask anew what the person sees; the answer stays sealed."""
        if (entry := self.entry(number)) is not None:
            entry.impression, entry.impression_frame = None, 0

    def unseal(self, number: int, agreement: Agreement | None = None) -> None:
        """Let an entry's answer be seen."""
        if (entry := self.entry(number)) is not None:
            entry.is_sealed, entry.agreement = False, agreement
            self._tell_changed(number)

    def set_failure(self, number: int, failure: ErrorMessage) -> None:
        """Say why an entry cannot be used."""
        if (entry := self.entry(number)) is not None:
            entry.failure, entry.state = failure, ScanState.FAILED
            self._tell_changed(number)

    def forget_failure(self, number: int) -> None:
        """Let an entry be tried again."""
        entry = self.entry(number)
        if entry is not None and entry.failure is not None:
            entry.failure, entry.state = None, ScanState.OPENED
            self._tell_changed(number)

    def _new(self, path: Path | None, radiograph: Radiograph | None = None) -> ScanEntry:
        return ScanEntry(next(self._numbers), path, radiograph, is_sealed=self.seals_answers)

    def _append(self, entries: list[ScanEntry]) -> list[ScanEntry]:
        if not entries:
            return entries
        first = len(self._entries)
        self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
        self._entries.extend(entries)
        for row, entry in enumerate(entries, start=first):
            self._rows[entry.number] = row
            if entry.path is not None:
                self._numbers_by_path[entry.path] = entry.number
        self.endInsertRows()
        return entries

    def _tell_changed(self, number: int) -> None:
        index = self.index(self._rows[number])
        self.dataChanged.emit(index, index)
