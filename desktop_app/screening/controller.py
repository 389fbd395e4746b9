"""From dropped files to answers: finds scans, shows the selected one, classifies all of them in the background."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias, assert_never

from PySide6.QtCore import QObject, Signal, Slot

from core.error_wording import ErrorMessage
from core.imaging.radiograph import Radiograph
from core.screening.result import ScanResult
from desktop_app.jobs import Job, JobFailure, start_job
from desktop_app.screening.classification import ClassificationRunner
from desktop_app.screening.entry_state import panel_state_of
from desktop_app.screening.kept_radiographs import KeptRadiographs
from desktop_app.screening.record_work import ResultsNotRecorded
from desktop_app.screening.scan_session import ScanEntry, ScanSession, ScanState
from desktop_app.screening.scan_work import (
    FileClassified,
    FileFailed,
    RadiographRead,
    ReadingFailed,
    ScanClassified,
    ScansFound,
    ThumbnailRead,
    classify_work,
    find_work,
    open_work,
)
from desktop_app.screening.thumbnails import ThumbnailLoader

ScanEvent: TypeAlias = RadiographRead | ReadingFailed | ScanClassified | ThumbnailRead | ResultsNotRecorded


class ScreeningController(QObject):
    """Wires the open scans to the jobs that read and classify them."""

    radiograph_opened = Signal(object)
    """Radiograph to show, or None for nothing."""
    panel_state_changed = Signal(object)
    """PanelState of the selected scan."""
    selection_moved = Signal(int)
    """Number of the entry that is selected now."""
    problem_met = Signal(object)
    """ErrorMessage to show in the window."""
    scan_awaited = Signal()
    """Another scan was selected and is being read: what was shown belongs to the one before."""
    scan_unreadable = Signal(object)
    """ErrorMessage to show in place of the selected scan."""
    result_arrived = Signal(int, object)
    """Number and result of a scan that has an answer now."""
    opening_succeeded = Signal(object)
    """Path of a file that was read; for the recent list."""

    def __init__(self, session: ScanSession, runner: ClassificationRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.runner = runner
        self.classifies_automatically = True
        self._thumbnails = ThumbnailLoader(session, self)
        self._thumbnails.problem_met.connect(self.problem_met)
        self._kept = KeptRadiographs()
        self._selected: int | None = None
        self._shown: Radiograph | None = None
        self._selects_next_found = False
        self._opening: Job | None = None
        self._opening_classifies = False
        self._urgent: Job | None = None
        runner.model_ready.connect(self._on_model_changed)
        runner.model_failed.connect(self._on_model_stumbled)
        runner.file_answered.connect(self._on_file_answered)
        runner.record_failed.connect(self.problem_met)
        runner.problem_met.connect(self._on_model_stumbled)

    @property
    def selected_entry(self) -> ScanEntry | None:
        """The scan that is shown."""
        return None if self._selected is None else self.session.entry(self._selected)

    @property
    def shown_radiograph(self) -> Radiograph | None:
        """The pixels that are shown."""
        return self._shown

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files and folders; the first scan found is shown."""
        self._selects_next_found = True
        job = start_job(find_work(list(paths)), self)
        job.progressed.connect(self._on_scans_found)
        job.failed.connect(self._on_job_failed)

    def open_pasted(self, radiograph: Radiograph) -> None:
        """Open a picture that has no file."""
        entry = self.session.add_pasted(radiograph)
        self.select(entry.number)
        if self.classifies_automatically:
            self.classify_selected()

    @Slot(int)
    def select(self, number: int) -> None:
        """Show a scan."""
        entry = self.session.entry(number)
        # The strip says so too when it follows a selection made here.
        if entry is None or number == self._selected:
            return
        self._leave_opening()
        self._selected = number
        self._shown = None
        self.selection_moved.emit(number)
        # Shown on the frame that its answer is about.
        frame_index = entry.result.frame_index if entry.result is not None else 0
        kept = entry.radiograph or self._kept.get(number, frame_index)
        if entry.failure is not None and kept is None:
            self.scan_unreadable.emit(entry.failure)
        elif kept is not None:
            self._show(number, kept)
        else:
            self.scan_awaited.emit()
            self._open(entry, frame_index)
        self.tell_panel()

    @Slot()
    def retry_selected(self) -> None:
        """Read a scan again that could not be read."""
        if self._selected is not None:
            self.retry([self._selected])

    @Slot(list)
    def retry(self, numbers: Sequence[int]) -> None:
        """Read scans again that could not be read: the disk is back, the file was copied to its end."""
        entries = [entry for number in numbers if (entry := self.session.entry(number)) and entry.failure is not None]
        for entry in entries:
            self.session.forget_failure(entry.number)
        shown = self.selected_entry
        if shown in entries and self._shown is None:
            self._open(shown, frame_index=0)
        others = [entry for entry in entries if entry is not shown or not self._opening_classifies]
        if self.classifies_automatically:
            self._enqueue(others)
        self._thumbnails.load([entry for entry in others if entry is not shown])
        self.tell_panel()

    @Slot(int)
    def show_frame(self, frame_index: int) -> None:
        """Show another frame of the selected scan, and classify that one."""
        entry = self.selected_entry
        if entry is None or entry.path is None:
            return
        self._leave_opening()
        self.session.start_over(entry.number)
        self._open(entry, frame_index)
        self.tell_panel()

    @Slot()
    def classify_selected(self) -> None:
        """Classify what is shown, also again."""
        entry, radiograph, screener = self.selected_entry, self._shown, self.runner.screener
        if entry is None or radiograph is None:
            return
        if screener is None:
            if self.runner.model_failure is None and entry.path is not None:
                self._enqueue([entry])
            elif self.runner.model_failure is not None:
                self.problem_met.emit(self.runner.model_failure)
            self.tell_panel()
            return
        if entry.path is not None:
            self.runner.discard(entry.path)
        self.session.forget_answer(entry.number)
        self.session.set_state([entry.number], ScanState.WAITING)
        self._urgent = self.runner.run_urgently(
            classify_work(entry.number, radiograph, screener, self.runner.record_choice)
        )
        self._urgent.progressed.connect(self._on_scan_event)
        self._urgent.failed.connect(self._on_job_failed)
        self._urgent.cancelled.connect(self._on_urgent_cancelled)
        self.tell_panel()

    def classify_paths(self, paths: Sequence[Path]) -> None:
        """Classify files, also again; those that are not open yet are opened, and what is shown stays."""
        self.session.add_paths(paths)
        entries = [entry for path in dict.fromkeys(paths) if (entry := self.session.entry_of_path(path)) is not None]
        for entry in entries:
            self.session.forget_failure(entry.number)
            self.session.forget_answer(entry.number)
        self._enqueue(entries)
        self._thumbnails.load_soon([entry for entry in entries if entry.thumbnail is None])
        self.tell_panel()

    @Slot()
    def classify_all(self) -> None:
        """Classify every open scan that has no answer yet, or one that would not be given any more."""
        outdated = [entry for entry in self.session if self._is_outdated(entry)]
        for entry in outdated:
            self.session.forget_answer(entry.number)
        self._enqueue([entry for entry in self.session if entry.state is ScanState.OPENED or entry in outdated])
        self.tell_panel()

    def _is_outdated(self, entry: ScanEntry) -> bool:
        """Whether a file's answer is another model's, or was decided by other rules.

        Answers about later frames are asked for one by one.
        """
        screener, result = self.runner.screener, entry.result
        if screener is None or result is None or entry.path is None or result.frame_index:
            return False
        return (
            result.model != screener.classifier.package.identity
            or result.threshold != screener.threshold
            or result.statements != screener.statements
            or result.error_level != screener.policy.error_level
        )

    @Slot()
    def cancel(self) -> None:
        """Stop classifying; what is known stays."""
        left = self.runner.cancel()
        if self._urgent is not None:
            self._urgent.cancel()
        stopped = [entry for entry in self.session if entry.state is ScanState.WAITING or entry.path in left]
        self.session.set_state([entry.number for entry in stopped], ScanState.OPENED)
        self.tell_panel()

    def stop(self) -> None:
        """Start nothing more; the window closes."""
        self._thumbnails.cancel()
        self.cancel()

    def remove(self, numbers: Sequence[int]) -> None:
        """Close scans; the next one is shown."""
        row = self.session.row_of(self._selected) if self._selected in numbers and self._selected is not None else None
        for number in numbers:
            entry = self.session.entry(number)
            if entry is not None and entry.path is not None:
                self.runner.discard(entry.path)
            self._kept.forget(number)
        self.session.remove(numbers)
        if row is None or self._selected not in numbers:
            # Another scan was shown, or the strip has already moved on to the next one.
            self.selection_moved.emit(self._selected or 0)
            return
        self._leave_opening()
        self._selected = self._shown = None
        remaining = list(self.session)
        if remaining:
            self.select(remaining[min(row, len(remaining) - 1)].number)
        else:
            self.radiograph_opened.emit(None)
            self.tell_panel()

    def _open(self, entry: ScanEntry, frame_index: int) -> None:
        """Read an entry; classify it in the same breath where nothing else runs on the model."""
        if entry.path is None:
            return
        wants_answer = self.classifies_automatically and entry.result is None
        screener = self.runner.screener if wants_answer and self.runner.is_idle else None
        work = open_work(entry.number, entry.path, frame_index, screener, self.runner.record_choice)
        if screener is not None:
            self.runner.discard(entry.path)
            self.session.set_state([entry.number], ScanState.WAITING)
            job = self.runner.run_urgently(work)
        else:
            job = start_job(work, self)
            if frame_index:
                # The batch reads first frames; this one is classified when it was read.
                self.runner.discard(entry.path)
            else:
                self.runner.prioritise(entry.path)
        self._opening_classifies = screener is not None
        self._opening = job
        job.progressed.connect(self._on_scan_event)
        job.failed.connect(self._on_job_failed)
        job.finished.connect(self._on_opening_finished)

    def _leave_opening(self) -> None:
        """Stop reading what is no longer looked at; its answer is still wanted."""
        job, self._opening = self._opening, None
        if job is None or job.is_finished:
            return
        job.finished.disconnect(self._on_opening_finished)
        job.cancel()
        entry = self.selected_entry
        if self._opening_classifies and entry is not None and entry.result is None:
            self._enqueue([entry])

    def _enqueue(self, entries: Sequence[ScanEntry]) -> None:
        if self.runner.model_failure is not None:
            return
        self.session.set_state([entry.number for entry in entries], ScanState.WAITING)
        self.runner.enqueue([entry.path for entry in entries if entry.path is not None])

    def _show(self, number: int, radiograph: Radiograph) -> None:
        self._shown = radiograph
        self._kept.put(number, radiograph)
        self.radiograph_opened.emit(radiograph)

    def tell_panel(self) -> None:
        """Say anew what the panel is to show."""
        self.panel_state_changed.emit(panel_state_of(self.selected_entry, self.runner))

    @Slot(object)
    def _on_scans_found(self, event: ScansFound) -> None:
        entries = self.session.add_paths(event.paths)
        first = self.session.entry_of_path(event.paths[0]) if self._selects_next_found else None
        if first is not None:
            self._selects_next_found = False
            self.select(first.number)
        if self.classifies_automatically:
            is_first_answered = first is not None and self._opening_classifies
            self._enqueue([entry for entry in entries if not (is_first_answered and entry is first)])
            self.tell_panel()
        self._thumbnails.load_soon(entries)

    @Slot(object)
    def _on_scan_event(self, event: ScanEvent) -> None:
        match event:
            case RadiographRead():
                if event.number == self._selected:
                    self._show(event.number, event.radiograph)
                    if event.radiograph.frame_index and self.classifies_automatically and not self._opening_classifies:
                        self.classify_selected()
                    self.tell_panel()
                if event.radiograph.path is not None:
                    self.opening_succeeded.emit(event.radiograph.path)
            case ReadingFailed():
                self._take_failure(event.number, event.message)
            case ScanClassified():
                self.take_result(event.number, event.result)
            case ResultsNotRecorded():
                self.problem_met.emit(event.message)
            case ThumbnailRead():
                self.session.set_thumbnail(event.number, event.image)
            case _:
                assert_never(event)

    @Slot(object)
    def _on_file_answered(self, event: FileClassified | FileFailed) -> None:
        entry = self.session.entry_of_path(event.path)
        if entry is None:
            return
        match event:
            case FileClassified() if self._shows_other_frame(entry, event.result):
                pass
            case FileClassified():
                self.take_result(entry.number, event.result)
            case FileFailed():
                self._take_failure(entry.number, event.message)
            case _:
                assert_never(event)

    def _shows_other_frame(self, entry: ScanEntry, result: ScanResult) -> bool:
        """Whether a person meanwhile looks at another frame of this scan than the answer is about."""
        shown = self._shown if entry.number == self._selected else None
        return shown is not None and shown.frame_index != result.frame_index

    def take_result(self, number: int, result: ScanResult) -> None:
        """Keep an answer about a scan, and show it where that is the selected one."""
        self.session.set_result(number, result)
        if number == self._selected:
            self.tell_panel()
        self.result_arrived.emit(number, result)

    def _take_failure(self, number: int, message: ErrorMessage) -> None:
        entry = self.session.entry(number)
        was_known = entry is not None and entry.failure is not None
        self.session.set_failure(number, message)
        if number == self._selected:
            self.tell_panel()
            if self._shown is None and not was_known:
                self.scan_unreadable.emit(message)
            elif not was_known:
                # It could be read, and is looked at: only its answer is missing.
                self.problem_met.emit(message)

    @Slot()
    def _on_opening_finished(self) -> None:
        self._opening = None

    @Slot()
    def _on_urgent_cancelled(self) -> None:
        self._urgent = None
        self.tell_panel()

    @Slot(object)
    def _on_job_failed(self, failure: JobFailure) -> None:
        entry = self.selected_entry
        if entry is not None and entry.state is ScanState.WAITING:
            self.session.set_state([entry.number], ScanState.OPENED)
        self.problem_met.emit(failure.message)
        self.tell_panel()

    @Slot(object)
    def _on_model_stumbled(self, message: ErrorMessage) -> None:
        """Let a person ask again for what the model did not get to."""
        waiting = [entry.number for entry in self.session if entry.state is ScanState.WAITING]
        self.session.set_state(waiting, ScanState.OPENED)
        self.problem_met.emit(message)
        self.tell_panel()

    @Slot(object)
    def _on_model_changed(self, _screener: Any) -> None:
        self.tell_panel()
