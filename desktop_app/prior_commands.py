"""Puts a scan of the same patient from another examination beside the one that is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Slot

from core.imaging.radiograph import Radiograph
from core.jobs import JobContext
from core.language import mark, tr
from core.number_format import day
from core.worklist.entry import WorklistEntry
from core.worklist.worklist import Worklist
from desktop_app.jobs import Job, JobFailure, Work, start_job
from desktop_app.main_window import MainWindow

NO_PRIOR = mark("No other examination of this patient is on the worklist.")


@dataclass(frozen=True, eq=False)
class PriorsFound:
    """Earlier scans of the patient whose scan is looked at.

    Attributes:
        entries: The newest first.
    """

    entries: tuple[WorklistEntry, ...]


@dataclass(frozen=True, eq=False)
class PriorRead:
    """An earlier scan that can be shown.

    Attributes:
        number: Its number on the worklist.
        radiograph: The scan.
    """

    number: int
    radiograph: Radiograph


class PriorCommands(QObject):
    """Looks for earlier scans on the worklist and reads the one that is chosen, in the background."""

    def __init__(self, window: MainWindow, worklist: Worklist | None) -> None:
        super().__init__(window)
        self._window = window
        self._worklist = worklist
        self._shown: Radiograph | None = None
        self._wanted: int | None = None
        self._is_wired = False
        self._job: Job | None = None
        action = window.actions_of_window.compare_prior
        action.setEnabled(False)
        action.triggered.connect(self.toggle)
        window.controller.radiograph_opened.connect(self._on_radiograph_opened)
        window.controller.scan_awaited.connect(self._on_scan_awaited)
        window.viewer.side_by_side.prior_closed.connect(self._on_prior_closed)

    @Slot()
    def toggle(self) -> None:
        """Show the newest earlier scan of the patient beside the image, or close the one that is there."""
        if self._window.viewer.side_by_side.prior_pane is not None:
            self._window.viewer.side_by_side.close_prior()
            return
        radiograph = self._window.controller.shown_radiograph
        if radiograph is None or radiograph.path is None or self._worklist is None:
            self._window.message_bar.show_note(tr(NO_PRIOR))
            return
        self._shown = radiograph
        self._start(find_priors_work(self._worklist, radiograph.path), self._on_found)

    @Slot(int)
    def show_prior(self, number: int) -> None:
        """Show another earlier scan.

        Args:
            number: Its number on the worklist.
        """
        pane = self._window.viewer.side_by_side.prior_pane
        if pane is None or self._worklist is None:
            return
        self._wanted = number
        pane.show_prior(None, tr("is being read\N{HORIZONTAL ELLIPSIS}"))
        self._start(read_prior_work(self._worklist, number), self._on_read)

    def _start(self, work: Work, answer: Any) -> None:
        if self._job is not None:
            self._job.cancel()
        self._job = start_job(work, self, steps_back=False)
        self._job.succeeded.connect(answer)
        self._job.failed.connect(self._on_failed)

    @Slot(object)
    def _on_found(self, found: PriorsFound) -> None:
        if self._shown is None or self._window.controller.shown_radiograph is not self._shown:
            return  # Another patient's scan may be shown by now.
        if not found.entries:
            self._window.message_bar.show_note(tr(NO_PRIOR))
            return
        pane = self._window.viewer.side_by_side.open_prior(tr("Current  {scan}").format(scan=_words_of(self._shown)))
        if not self._is_wired:
            self._is_wired = True
            pane.prior_chosen.connect(self.show_prior)
        pane.offer([(entry.number, words_of_prior(entry)) for entry in found.entries])
        self.show_prior(found.entries[0].number)

    @Slot(object)
    def _on_read(self, read: PriorRead) -> None:
        if read.number != self._wanted or self._window.controller.shown_radiograph is not self._shown:
            return
        current = self._shown
        if current is not None:
            note = "" if _is_same_size_known(current, read.radiograph) else tr("not to scale")
            self._window.viewer.side_by_side.show_prior(read.radiograph, note)

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        pane = self._window.viewer.side_by_side.prior_pane
        if pane is not None:
            # Another one can still be chosen.
            pane.show_prior(None, tr("cannot be shown"))
        self._window.message_bar.show_error(failure.message)

    @Slot(object)
    def _on_radiograph_opened(self, radiograph: Radiograph | None) -> None:
        has_place = radiograph is not None and radiograph.path is not None and self._worklist is not None
        self._window.actions_of_window.compare_prior.setEnabled(has_place)

    @Slot()
    def _on_scan_awaited(self) -> None:
        self._window.actions_of_window.compare_prior.setEnabled(False)

    @Slot()
    def _on_prior_closed(self) -> None:
        self._wanted = None
        if self._job is not None:
            self._job.cancel()


def find_priors_work(worklist: Worklist, path: Path) -> Work:
    """Find earlier scans of the patient whose scan a file holds."""

    def work(_context: JobContext[Any]) -> PriorsFound:
        from core.worklist.identity import read_identity

        return PriorsFound(worklist.priors_of(read_identity(path), path))

    return work


def read_prior_work(worklist: Worklist, number: int) -> Work:
    """Read a scan that is on the worklist."""

    def work(context: JobContext[Any]) -> PriorRead:
        from core.errors import JobCancelledError
        from core.imaging.reading import read_radiograph

        entry = worklist.entry(number)
        if entry is None:
            raise JobCancelledError  # It was taken off the worklist meanwhile.
        radiograph = read_radiograph(entry.path)
        context.raise_if_cancelled()
        return PriorRead(number, radiograph)

    return work


def words_of_prior(entry: WorklistEntry) -> str:
    """An earlier scan in the width of a chooser."""
    study_date = entry.study_date
    taken = day(study_date) if study_date is not None else tr("added {date}").format(date=day(entry.added))
    return "  ".join(word for word in (taken, entry.modality, entry.view) if word)


def _words_of(radiograph: Radiograph) -> str:
    study, acquisition = radiograph.patient_study, radiograph.acquisition
    facts = (study.study_date, acquisition.modality, acquisition.view_position)
    return "  ".join(_fact_words(fact.value) for fact in facts if fact is not None)


def _fact_words(value: object) -> str:
    return day(value) if isinstance(value, date) else str(value)


def _is_same_size_known(first: Radiograph, second: Radiograph) -> bool:
    from desktop_app.viewer.view_link import shared_scale

    return shared_scale(first, second).is_in_mm
