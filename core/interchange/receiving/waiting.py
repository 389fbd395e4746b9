"""What waits on the worklist, classified in the background."""

import contextlib
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from typing import assert_never

from core.error_wording import describe_error
from core.errors import FileError, HilumError, UnsupportedImageError
from core.jobs import JobContext
from core.screening.batch import DEFAULT_BATCH_SIZE, analyse_scans
from core.screening.recording import ResultRecorder
from core.screening.result import ScanFailure, ScanOutcome, ScanResult
from core.screening.screener import Screener
from core.worklist.claims import LEASE_S, new_claimant
from core.worklist.entry import EntryState, WorklistEntry
from core.worklist.thumbnails import LONGEST_SIDE, jpeg_of
from core.worklist.worklist import Worklist

TAKEN_AT_ONCE = 64
"""Entries that are taken from the worklist at once. Their answers are written together."""
_LOOKS_EVERY_S = 0.5
_CANCEL_CHECK_S = 0.05
_RENEWS_EVERY_S = LEASE_S / 4


@dataclass(frozen=True)
class EntryAnswered:
    """An entry of the worklist has an answer, or a reason why it has none.

    Attributes:
        number: The entry's.
        state: What it is now.
    """

    number: int
    state: EntryState


@dataclass(frozen=True)
class WaitingOutcome:
    """What became of the entries that waited.

    Attributes:
        classified: How many have an answer.
        failed: How many could not be classified, or are no images.
        record_failure: Why the record did not take results, None where it took them all. They are on the worklist.
        is_left_to_others: Whether scans still wait, which another program classifies at this moment.
    """

    classified: int = 0
    failed: int = 0
    record_failure: HilumError | None = None
    is_left_to_others: bool = False


def classify_waiting(
    worklist: Worklist,
    screener: Screener,
    recorder: ResultRecorder,
    context: JobContext[EntryAnswered],
    *,
    most: int | None = None,
    until: Callable[[], bool] | None = None,
    batch_size: int = DEFAULT_BATCH_SIZE,
) -> WaitingOutcome:
    """Classify what waits on the worklist, oldest first.

    Each result is written into the record first and onto the worklist then: what a kill interrupts is classified again.
    Several programs may do this with one worklist at the same time: each scan is answered by one of them.

    Args:
        worklist: Where scans wait and answers go.
        screener: The model with all that keeps its answers honest.
        recorder: The record of results.
        context: Told of each entry; may ask to stop.
        most: How many entries at most, None for all. The window classifies few at a time, so that a scan that somebody
            opens meanwhile need not wait.
        until: Asked whenever nothing waits: True ends the work. None ends it when nothing waits for the first time.
        batch_size: Most images per forward pass.

    Raises:
        JobCancelledError: The context asked to stop.
        HilumError: The worklist cannot be read or written.
    """
    work = _Work(worklist, screener, recorder, context, batch_size)
    while most is None or work.done < most:
        limit = TAKEN_AT_ONCE if most is None else min(TAKEN_AT_ONCE, most - work.done)
        if work.classify_some(limit):
            continue
        if until is None or until():
            return replace(work.outcome, is_left_to_others=bool(worklist.waiting(1)))
        _pause(context)
    return work.outcome


class _Work:
    """The counts of one call of `classify_waiting`, and what it works with."""

    def __init__(
        self,
        worklist: Worklist,
        screener: Screener,
        recorder: ResultRecorder,
        context: JobContext[EntryAnswered],
        batch_size: int,
    ) -> None:
        self._worklist = worklist
        self._screener = screener
        self._recorder = recorder
        self._context = context
        self._batch_size = batch_size
        self._claimant = new_claimant()
        self._counts = {EntryState.CLASSIFIED: 0, EntryState.FAILED: 0, EntryState.IGNORED: 0}
        self._record_failure: HilumError | None = None

    @property
    def done(self) -> int:
        """How many entries were dealt with."""
        return sum(self._counts.values())

    @property
    def outcome(self) -> WaitingOutcome:
        """What became of them."""
        classified = self._counts[EntryState.CLASSIFIED]
        return WaitingOutcome(classified, self.done - classified, self._record_failure)

    def classify_some(self, limit: int) -> bool:
        """Classify so many entries at most; False where none is left to this program.

        What was answered is written also where the work is stopped in between.
        """
        entries = self._worklist.claim_waiting(self._claimant, limit)
        if not entries:
            return False
        answered: list[tuple[WorklistEntry, ScanOutcome]] = []
        try:
            self._analyse(entries, answered)
        finally:
            try:
                self._write(self._still_claimed(answered))
            finally:
                # Where that fails the claims end by themselves.
                with contextlib.suppress(HilumError):
                    self._worklist.release_claims(self._claimant)
        return True

    def _analyse(self, entries: tuple[WorklistEntry, ...], answered: list[tuple[WorklistEntry, ScanOutcome]]) -> None:
        """Add to `answered` as outcomes come."""
        job = JobContext[object](token=self._context.token)
        paths, numbers = [entry.path for entry in entries], [entry.number for entry in entries]
        renewed = time.monotonic()
        with closing(analyse_scans(paths, self._screener, batch_size=self._batch_size, context=job)) as outcomes:  # type: ignore[arg-type]
            for entry, outcome in zip(entries, outcomes, strict=False):
                answered.append((entry, outcome))
                if time.monotonic() - renewed > _RENEWS_EVERY_S:
                    self._worklist.renew_claims(self._claimant, numbers)
                    renewed = time.monotonic()

    def _still_claimed(
        self, answered: list[tuple[WorklistEntry, ScanOutcome]]
    ) -> list[tuple[WorklistEntry, ScanOutcome]]:
        """Without scans that somebody else answered meanwhile, or that wait anew."""
        if not answered:
            return []
        claimed = self._worklist.renew_claims(self._claimant, [entry.number for entry, _ in answered])
        return [(entry, outcome) for entry, outcome in answered if entry.number in claimed]

    def _write(self, answered: list[tuple[WorklistEntry, ScanOutcome]]) -> None:
        if self._record_failure is None:
            try:
                for _, outcome in answered:
                    if isinstance(outcome, ScanResult):
                        self._recorder.add(outcome)
                self._recorder.write()
            except HilumError as error:
                self._record_failure = error
        for entry, outcome in answered:
            state = self._note(entry.number, outcome)
            if state is EntryState.CLASSIFIED:
                self._keep_thumbnail(entry)
            self._counts[state] += 1
            self._context.report(EntryAnswered(entry.number, state))

    def _note(self, number: int, outcome: ScanOutcome) -> EntryState:
        match outcome:
            case ScanResult():
                self._worklist.note_result(number, outcome)
                return EntryState.CLASSIFIED
            case ScanFailure(error=UnsupportedImageError() as error):
                self._worklist.note_ignored(number, describe_error(error).source_text)
                return EntryState.IGNORED
            case ScanFailure():
                self._worklist.note_failure(number, outcome.error)
                return EntryState.FAILED
            case _:
                assert_never(outcome)

    def _keep_thumbnail(self, entry: WorklistEntry) -> None:
        from core.imaging.reading import read_thumbnail

        # The scan has just been read; that it is gone since then is said when somebody opens it.
        try:
            thumbnail = jpeg_of(read_thumbnail(entry.path, LONGEST_SIDE))
        except FileError:
            return
        self._worklist.set_thumbnail(entry.number, thumbnail)


def _pause(context: JobContext[EntryAnswered]) -> None:
    end = time.monotonic() + _LOOKS_EVERY_S
    while time.monotonic() < end:
        context.raise_if_cancelled()
        time.sleep(_CANCEL_CHECK_S)
