"""The work that runs in the background while scans come in by themselves. Nothing here touches a widget.

Each function returns work for a `Job`: a function of a `JobContext` that reports frozen events.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from core.jobs import JobContext
from core.language import tr
from core.number_format import integer, tr_count

if TYPE_CHECKING:
    from core.interchange.receiving.receiver import ReceiverCounts
    from core.interchange.receiving.refusals import Refusal
    from core.interchange.receiving.settings import ReceiverSettings, WatchedFolderSettings
    from core.interchange.receiving.waiting import WaitingOutcome
    from core.interchange.receiving.watched_folder import WatchCounts
    from core.screening.recording import ResultRecorder
    from core.screening.screener import Screener
    from core.worklist.worklist import Worklist

CLASSIFIED_AT_ONCE = 8
"""Scans of one turn with the model: one forward pass. A scan that a person opens goes next."""

_CHECKS_EVERY_S = 0.1

Context = JobContext[Any]


@dataclass(frozen=True)
class PortOpened:
    """The receiving node listens."""

    settings: ReceiverSettings


@dataclass(frozen=True)
class ScanArrived:
    """A scan came over the network, or appeared in a watched folder.

    Attributes:
        number: Its entry on the worklist.
    """

    number: int


@dataclass(frozen=True)
class SenderRefused:
    """Somebody was not let in, or something not taken."""

    refusal: Refusal


@dataclass(frozen=True)
class CountsChanged:
    """The receiving node did something."""

    counts: ReceiverCounts


@dataclass(frozen=True)
class FolderLookedAt:
    """A watched folder was looked into."""

    settings: WatchedFolderSettings
    counts: WatchCounts


@dataclass(frozen=True)
class ReceivingState:
    """What a person wants to know at a glance.

    Attributes:
        settings: The receiving node's, None where its port is closed.
        counts: What it did since its port was opened, None likewise.
        folders: What was found in each watched folder.
    """

    settings: ReceiverSettings | None = None
    counts: ReceiverCounts | None = None
    folders: dict[WatchedFolderSettings, WatchCounts] = field(default_factory=dict)

    @property
    def is_receiving(self) -> bool:
        """Whether the port is open."""
        return self.settings is not None

    @property
    def text(self) -> str:
        """In words; empty where nothing comes in by itself."""
        parts = []
        if self.settings is not None and self.counts is not None:
            reach = tr("this computer only") if self.settings.is_for_this_computer_only else self.settings.address
            parts.append(
                tr("Receiving at port {port} ({reach}): {scans}").format(
                    port=self.settings.port, reach=reach, scans=_scans(self.counts.received)
                )
            )
            if self.counts.refused:
                parts.append(tr("{count} refused").format(count=integer(self.counts.refused)))
        if self.folders:
            taken = sum(counts.taken for counts in self.folders.values())
            watching = tr_count(
                "Watching {count} folder: {scans}",
                "Watching {count} folders: {scans}",
                len(self.folders),
                scans=_scans(taken),
            )
            parts.append(watching)
            gone = sum(not counts.is_reachable for counts in self.folders.values())
            parts += [tr("{count} out of reach").format(count=integer(gone))] if gone else []
        return ", ".join(parts)


def _scans(count: int) -> str:
    return tr_count("{count} scan", "{count} scans", count)


def receiving_work(settings: ReceiverSettings, worklist: Worklist) -> Callable[[Context], None]:
    """Receive until cancelled; reports `PortOpened`, then `ScanArrived`, `SenderRefused` and `CountsChanged`."""

    def work(context: Context) -> None:
        from core.interchange.receiving.receiver import Receiver

        receiver = Receiver(
            settings,
            worklist,
            on_arrival=lambda number: context.report(ScanArrived(number)),
            on_refusal=lambda refusal: context.report(SenderRefused(refusal)),
        )
        receiver.start()
        try:
            context.report(PortOpened(settings))
            said = None
            while True:
                counts = receiver.counts
                if counts != said:
                    context.report(CountsChanged(counts))
                    said = counts
                context.raise_if_cancelled()
                time.sleep(_CHECKS_EVERY_S)
        finally:
            receiver.stop()

    return work


def watching_work(settings: WatchedFolderSettings, worklist: Worklist) -> Callable[[Context], None]:
    """Watch a folder until cancelled; reports `ScanArrived` and `FolderLookedAt`."""

    def work(context: Context) -> None:
        from core.interchange.receiving.watched_folder import WatchedFolder

        folder = WatchedFolder(settings, worklist, on_arrival=lambda number: context.report(ScanArrived(number)))
        folder.watch(JobContext(lambda counts: context.report(FolderLookedAt(settings, counts)), token=context.token))

    return work


def classifying_work(
    worklist: Worklist, screener_source: Callable[[], Screener | None], make_recorder: Callable[[], ResultRecorder]
) -> Callable[[Context], WaitingOutcome]:
    """Classify a few of the scans that wait; reports `EntryAnswered` for each.

    The model is asked for when the turn comes, not before: another one may have become active meanwhile.
    """

    def work(context: Context) -> WaitingOutcome:
        from core.interchange.receiving.waiting import WaitingOutcome, classify_waiting

        screener = screener_source()
        if screener is None:
            return WaitingOutcome()
        return classify_waiting(worklist, screener, make_recorder(), context, most=CLASSIFIED_AT_ONCE)

    return work


def read_settings_work() -> Callable[[Context], ReceiverSettings]:
    """Read what the site chose about receiving."""

    def work(_context: Context) -> ReceiverSettings:
        from core.interchange.receiving.settings import read_receiver_settings

        return read_receiver_settings()

    return work
