"""Scans that come in by themselves while the window is open: received, watched for, classified in the background."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from core.error_wording import describe_error
from desktop_app.connection.receiving_work import (
    CLASSIFIED_AT_ONCE,
    CountsChanged,
    FolderLookedAt,
    PortOpened,
    ReceivingState,
    ScanArrived,
    SenderRefused,
    classifying_work,
    read_settings_work,
    receiving_work,
    watching_work,
)
from desktop_app.jobs import Job, JobFailure, Lane, start_job

if TYPE_CHECKING:
    from core.interchange.receiving.settings import ReceiverSettings
    from core.interchange.receiving.waiting import EntryAnswered, WaitingOutcome
    from core.screening.recording import ResultRecorder
    from core.screening.screener import Screener
    from core.worklist.worklist import Worklist

_TELLS_EVERY_MS = 250
"""How often the worklist's window is told of changes; a hundred scans a second would keep it busy otherwise."""

_LOOKS_AFTER_OTHERS_MS = 60_000
"""When to look whether scans that another program classified have their answers: it may have been killed."""


class ReceivingController(QObject):
    """Opens the port and watches folders as the site's settings say, and classifies what waits on the worklist.

    Attributes:
        state: What a person wants to know at a glance.
    """

    entries_changed = Signal(object)
    """Numbers of the worklist's entries (a tuple) that are new or have an answer now."""
    state_changed = Signal(object)
    """ReceivingState."""
    sender_refused = Signal(object)
    """Refusal."""
    problem_met = Signal(object)
    """ErrorMessage."""

    def __init__(
        self,
        worklist: Worklist,
        screener_source: Callable[[], Screener | None],
        make_recorder: Callable[[], ResultRecorder],
        parent: QObject | None = None,
    ) -> None:
        """Prepare; nothing is opened yet.

        Args:
            worklist: Where scans go, and wait.
            screener_source: The model that the window has loaded, None while there is none. Called in any thread.
            make_recorder: The record of results as it is chosen to be written now. Called in any thread.
            parent: The window.
        """
        super().__init__(parent)
        self.state = ReceivingState()
        self._worklist = worklist
        self._screener_source = screener_source
        self._make_recorder = make_recorder
        self._jobs: set[Job] = set()
        self._next_settings: ReceiverSettings | None = None
        self._classifying: Job | None = None
        self._is_asked_again = False
        self._changed: dict[int, None] = {}
        self._tell = QTimer(self, interval=_TELLS_EVERY_MS, singleShot=True)
        self._tell.timeout.connect(self._on_tell)
        self._look_after_others = QTimer(self, interval=_LOOKS_AFTER_OTHERS_MS, singleShot=True)
        self._look_after_others.timeout.connect(self.classify)

    @Slot()
    def begin(self) -> None:
        """Do what the site's settings say, and classify what waits since the last time."""
        job = start_job(read_settings_work(), self)
        job.succeeded.connect(self.apply)
        job.failed.connect(self._on_failed)
        self.classify()

    @Slot(object)
    def apply(self, settings: ReceiverSettings) -> None:
        """Receive and watch by these settings from now on; what ran by others ends first.

        Args:
            settings: What the site chose.
        """
        self._next_settings = settings
        if self._jobs:
            for job in self._jobs:
                job.cancel()
        else:
            self._start()

    @Slot()
    def stop(self) -> None:
        """Close the port and watch no more."""
        self._next_settings = None
        for job in self._jobs:
            job.cancel()
        self._look_after_others.stop()
        if self._classifying is not None:
            self._classifying.cancel()

    @Slot()
    def classify(self) -> None:
        """Classify what waits on the worklist, in the background, a few at a time."""
        if self._classifying is not None:
            self._is_asked_again = True
            return
        if self._screener_source() is None:
            return
        self._is_asked_again = False
        work = classifying_work(self._worklist, self._screener_source, self._make_recorder)
        job = start_job(work, self, Lane.INFERENCE)
        job.progressed.connect(self._on_answered)
        job.succeeded.connect(self._on_classified)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_classifying_finished)
        self._classifying = job

    def _start(self) -> None:
        settings, self._next_settings = self._next_settings, None
        self._set_state(ReceivingState())
        if settings is None:
            return
        works = [watching_work(watched, self._worklist) for watched in settings.watched]
        if settings.is_enabled:
            works.append(receiving_work(settings, self._worklist))
        for work in works:
            job = start_job(work, self)
            job.progressed.connect(self._on_event)
            job.failed.connect(self._on_failed)
            job.finished.connect(self._on_job_finished)
            self._jobs.add(job)

    @Slot(object)
    def _on_event(self, event: PortOpened | ScanArrived | SenderRefused | CountsChanged | FolderLookedAt) -> None:
        match event:
            case ScanArrived():
                self._note_changed(event.number)
            case SenderRefused():
                self.sender_refused.emit(event.refusal)
            case PortOpened():
                self._set_state(replace(self.state, settings=event.settings))
            case CountsChanged():
                self._set_state(replace(self.state, counts=event.counts))
            case FolderLookedAt():
                folders = self.state.folders | {event.settings: event.counts}
                self._set_state(replace(self.state, folders=folders))

    @Slot(object)
    def _on_answered(self, event: EntryAnswered) -> None:
        self._note_changed(event.number)

    @Slot(object)
    def _on_classified(self, outcome: WaitingOutcome) -> None:
        if outcome.record_failure is not None:
            self.problem_met.emit(describe_error(outcome.record_failure))
        # A full turn: there may be more.
        self._is_asked_again |= outcome.classified + outcome.failed >= CLASSIFIED_AT_ONCE
        if outcome.is_left_to_others:
            self._look_after_others.start()

    @Slot()
    def _on_classifying_finished(self) -> None:
        self._classifying = None
        if self._is_asked_again:
            self.classify()

    @Slot()
    def _on_job_finished(self) -> None:
        self._jobs = {job for job in self._jobs if not job.is_finished}
        if self._jobs:
            return
        if self._next_settings is not None:
            self._start()
        else:
            self._set_state(ReceivingState())

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self._is_asked_again = False
        self.problem_met.emit(failure.message)

    def _note_changed(self, number: int) -> None:
        self._changed[number] = None
        if not self._tell.isActive():
            self._tell.start()

    @Slot()
    def _on_tell(self) -> None:
        numbers = tuple(self._changed)
        self._changed.clear()
        self.entries_changed.emit(numbers)
        self.classify()

    def _set_state(self, state: ReceivingState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)
