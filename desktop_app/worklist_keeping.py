"""Puts on the worklist what is opened, classified and read in the window, in the background."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias, assert_never

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QImageWriter

from core.error_wording import ErrorMessage
from core.errors import FileError
from core.jobs import JobContext
from core.screening.decision import Decision
from core.screening.result import ScanResult
from core.worklist.entry import Origin
from core.worklist.identity import ScanIdentity, read_identity
from core.worklist.thumbnails import LONGEST_SIDE, MOST_BYTES
from core.worklist.worklist import Worklist
from desktop_app.jobs import Job, JobFailure, start_job
from desktop_app.screening.controller import ScreeningController
from desktop_app.screening.panel_state import Answered, PanelState
from desktop_app.screening.scan_session import ENTRY_ROLE, ScanEntry

_SOON_MS = 150
_AT_ONCE = 50
_MOST_AT_END = 200
_QUALITIES = (80, 60, 40, 20)


@dataclass(frozen=True)
class ScanOpened:
    """A file was opened."""

    path: Path


@dataclass(frozen=True, eq=False)
class PictureMade:
    """A file has its small picture."""

    path: Path
    picture: QImage


@dataclass(frozen=True, eq=False)
class ScanAnswered:
    """The model answered about a file."""

    path: Path
    result: ScanResult


@dataclass(frozen=True)
class ScanFailed:
    """A file has no answer."""

    path: Path
    message: ErrorMessage


@dataclass(frozen=True)
class AnswerShown:
    """A person was shown the answer, and may have said what they see before."""

    path: Path
    impression: Decision | None


@dataclass(frozen=True)
class ReportWritten:
    """There is a report about a file."""

    path: Path
    report: Path


Note: TypeAlias = ScanOpened | PictureMade | ScanAnswered | ScanFailed | AnswerShown | ReportWritten


class WorklistKeeper(QObject):
    """Notes what happens in the window, and writes it a moment later, one piece of work at a time."""

    problem_met = Signal(object)
    """ErrorMessage: the worklist does not take what happens; told once until it does again."""

    def __init__(self, worklist: Worklist, controller: ScreeningController, parent: QObject) -> None:
        super().__init__(parent)
        self.is_on = True
        self._worklist = worklist
        self._controller = controller
        self._session = controller.session
        self._notes: list[Note] = []
        self._numbers: dict[Path, int] = {}
        self._pictured: set[Path] = set()
        self._failed: set[Path] = set()
        self._shown: dict[Path, Decision | None] = {}
        self._job: Job | None = None
        self._has_told = False
        self._delay = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._delay.timeout.connect(self._start)
        self._session.rowsInserted.connect(self._on_scans_added)
        self._session.dataChanged.connect(self._on_scans_changed)
        controller.result_arrived.connect(self._on_result_arrived)
        controller.panel_state_changed.connect(self._on_panel_state_changed)

    @Slot(object, object)
    def note_report(self, report: Path, numbers: Sequence[int]) -> None:
        """Keep where the report about open scans lies.

        Args:
            report: The file.
            numbers: The scans' numbers in the window.
        """
        for number in numbers:
            entry = self._session.entry(number)
            if entry is not None and entry.path is not None:
                self._note(ReportWritten(entry.path, report))

    def stop(self) -> None:
        """Write what waits; the window closes."""
        self._delay.stop()
        if self._job is None or self._job.wait(2.0):
            notes, self._notes = self._notes[:_MOST_AT_END], []
            try:
                keeping_work(self._worklist, notes, self._numbers)(JobContext())
            except FileError:
                return  # It was told while the window was open, or there is nobody any more to tell.

    @Slot(QModelIndex, int, int)
    def _on_scans_added(self, _parent: QModelIndex, first: int, last: int) -> None:
        for entry in self._entries(first, last):
            if entry.path is not None:
                self._note(ScanOpened(entry.path))

    @Slot(QModelIndex, QModelIndex)
    def _on_scans_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        for entry in self._entries(first.row(), last.row()):
            if entry.path is None:
                continue
            if entry.thumbnail is not None and entry.path not in self._pictured:
                self._pictured.add(entry.path)
                self._note(PictureMade(entry.path, entry.thumbnail))
            if entry.failure is None:
                self._failed.discard(entry.path)
            elif entry.path not in self._failed:
                self._failed.add(entry.path)
                self._note(ScanFailed(entry.path, entry.failure))

    @Slot(int, object)
    def _on_result_arrived(self, number: int, result: ScanResult) -> None:
        entry = self._session.entry(number)
        if entry is not None and entry.path is not None:
            self._note(ScanAnswered(entry.path, result))
            if not entry.is_sealed:
                # It stands in the strip, whichever scan is shown.
                self._note_shown(entry.path, None)

    @Slot(object)
    def _on_panel_state_changed(self, state: PanelState) -> None:
        entry = self._controller.selected_entry
        if isinstance(state, Answered) and entry is not None and entry.path is not None:
            self._note_shown(entry.path, state.impression)

    def _note_shown(self, path: Path, impression: Decision | None) -> None:
        if path not in self._shown or (impression is not None and self._shown[path] is not impression):
            self._shown[path] = impression
            self._note(AnswerShown(path, impression))

    def _entries(self, first: int, last: int) -> list[ScanEntry]:
        return [self._session.index(row).data(ENTRY_ROLE) for row in range(first, last + 1)]

    def _note(self, note: Note) -> None:
        if not self.is_on:
            return
        self._notes.append(note)
        if self._job is None:
            self._delay.start()

    @Slot()
    def _start(self) -> None:
        if self._job is not None or not self._notes:
            return
        notes, self._notes = self._notes[:_AT_ONCE], self._notes[_AT_ONCE:]
        # Not a child's job: it is let to its end when the window closes, and never stopped half way.
        job = self._job = start_job(keeping_work(self._worklist, notes, self._numbers))
        job.succeeded.connect(self._on_kept)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)

    @Slot(object)
    def _on_kept(self, _nothing: object) -> None:
        self._has_told = False

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        if not self._has_told:
            self._has_told = True
            self.problem_met.emit(failure.message)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        if self._notes:
            self._delay.start()


def keeping_work(
    worklist: Worklist, notes: Sequence[Note], numbers: dict[Path, int]
) -> Callable[[JobContext[Any]], None]:
    """Write notes onto the worklist.

    Args:
        worklist: Where to.
        notes: In the order in which they happened.
        numbers: Entries of files that are known already; filled. One piece of work at a time may use it.
    """

    def work(_context: JobContext[Any]) -> None:
        for note in notes:
            if note.path not in numbers:
                numbers[note.path] = _added(worklist, note.path)
            _write(worklist, numbers[note.path], note)

    return work


def _added(worklist: Worklist, path: Path) -> int:
    try:
        identity = read_identity(path)
    except FileError:
        identity = ScanIdentity()
    # The window classifies what is opened in it.
    return worklist.add(path, identity, Origin.OPENED, waits=False)


def _write(worklist: Worklist, number: int, note: Note) -> None:
    match note:
        case ScanOpened():
            pass
        case PictureMade():
            worklist.set_thumbnail(number, thumbnail_of(note.picture))
        case ScanAnswered():
            worklist.note_result(number, note.result)
        case ScanFailed():
            worklist.note_failure(number, note.message)
        case AnswerShown():
            if note.impression is not None:
                worklist.note_impression(number, note.impression)
            worklist.note_seen(number)
        case ReportWritten():
            worklist.note_report(number, note.report)
        case _:
            assert_never(note)


def thumbnail_of(picture: QImage) -> bytes:
    """A small picture of the window's as the worklist keeps it."""
    small = picture
    if max(picture.width(), picture.height()) > LONGEST_SIDE:
        small = picture.scaled(
            LONGEST_SIDE,
            LONGEST_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    written = b""
    for quality in _QUALITIES:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QImageWriter(buffer, QByteArray(b"jpeg"))
        writer.setQuality(quality)
        writer.write(small)
        written = bytes(buffer.data().data())
        if len(written) <= MOST_BYTES:
            break
    return written
