"""`hilum receive` and `hilum watch`: what comes in by itself, put on the worklist and classified without a window."""

import argparse
import logging
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from core.cli.commands import DONE, SOME_FAILED, say_error
from core.cli.console import say
from core.errors import NothingToReadError
from core.interchange.receiving.receiver import Receiver, ReceiverCounts
from core.interchange.receiving.settings import (
    AllowedCaller,
    ReceiverSettings,
    ReceiverTls,
    WatchedFolderSettings,
    read_receiver_settings,
)
from core.interchange.receiving.waiting import EntryAnswered, WaitingOutcome, classify_waiting
from core.interchange.receiving.watched_folder import WatchedFolder
from core.jobs import JobContext
from core.site_settings import read_site_settings
from core.worklist.entry import EntryState
from core.worklist.retention import SUBJECT, RetentionSettings, apply_retention
from core.worklist.worklist import Worklist

_SAYS_EVERY_S = 5.0
_LOOKS_EVERY_S = 0.2
_RETENTION_EVERY_S = 3600.0


def receive(options: argparse.Namespace) -> int:
    """Receive scans and classify them, until Ctrl-C.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status: 0 ended as asked, 1 some scans could not be classified.

    Raises:
        HilumError: It could not be begun; the kind says why.
    """
    settings = _settings(options)
    with Worklist() as worklist, _said_log():
        receiver = Receiver(settings, worklist)
        if not settings.callers:
            say("Nobody is let in: name the senders' AE titles with --allow.")
        answers, retention = _Answers(), _Retention(worklist)
        progress = _Progress(lambda: _received(receiver.counts) + answers.text)

        def is_over() -> bool:
            retention.keep_to()
            progress.say()
            counts = receiver.counts
            has_received = bool(counts.received or counts.repeated)
            return options.once and has_received and not counts.senders and not _waits(options, worklist)

        receiver.start()
        try:
            reach = "this computer only" if settings.is_for_this_computer_only else "the network"
            encryption = "encrypted" if settings.tls.is_used else "not encrypted"
            say(f"{settings.ae_title} receives at {settings.address}, port {settings.port}: {reach}, {encryption}.")
            outcome = _classify(options, worklist, answers, is_over)
        finally:
            receiver.stop()
        progress.say(at_last=True)
        return _status(outcome)


def watch(options: argparse.Namespace) -> int:
    """Watch folders and classify what appears in them, until Ctrl-C; see `receive`."""
    watched = tuple(WatchedFolderSettings(folder, options.done, options.interval) for folder in options.folders)
    watched = watched or read_receiver_settings().watched
    if not watched or not all(each.folder.is_dir() for each in watched):
        raise NothingToReadError(next((each.folder for each in watched if not each.folder.is_dir()), Path()))
    _check(watched)
    with Worklist() as worklist, _said_log():
        folders = [WatchedFolder(each, worklist) for each in watched]
        answers, retention = _Answers(), _Retention(worklist)
        progress = _Progress(lambda: _found(folders) + answers.text)
        next_looks = dict.fromkeys(range(len(folders)), 0.0)

        def is_over() -> bool:
            for index, folder in enumerate(folders):
                if time.monotonic() >= next_looks[index]:
                    folder.look()
                    next_looks[index] = time.monotonic() + watched[index].interval_s
            retention.keep_to()
            progress.say()
            return options.once and all(folder.has_settled for folder in folders) and not _waits(options, worklist)

        say("Watching; Ctrl-C ends it.")
        outcome = _classify(options, worklist, answers, is_over)
        progress.say(at_last=True)
        return _status(outcome)


class _Retention:
    """Takes off the worklist what has stayed long enough, as the site chose, at once and every hour."""

    def __init__(self, worklist: Worklist) -> None:
        self._worklist = worklist
        self._next = time.monotonic()

    def keep_to(self) -> None:
        """Do it, if it is time."""
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + _RETENTION_EVERY_S
        apply_retention(self._worklist, read_site_settings(SUBJECT, RetentionSettings), datetime.now(UTC))


class _Answers:
    """Counts answers as they come."""

    def __init__(self) -> None:
        self._classified = self._failed = 0

    @property
    def text(self) -> str:
        return f"{self._classified:,} classified, {self._failed:,} failed."

    def take(self, event: EntryAnswered) -> None:
        """Count one."""
        is_classified = event.state is EntryState.CLASSIFIED
        self._classified += is_classified
        self._failed += not is_classified


class _Progress:
    """Says how far it is, where that has changed and not too often."""

    def __init__(self, text: Callable[[], str]) -> None:
        self._text = text
        self._said = text()
        self._last = time.monotonic()

    def say(self, *, at_last: bool = False) -> None:
        """Say it now, if it is time."""
        text = self._text()
        if at_last or (text != self._said and time.monotonic() - self._last >= _SAYS_EVERY_S):
            say(text)
            self._said, self._last = text, time.monotonic()


def _classify(
    options: argparse.Namespace, worklist: Worklist, answers: _Answers, is_over: Callable[[], bool]
) -> WaitingOutcome:
    """Classify what comes until it is over, or Ctrl-C."""
    try:
        with _ended_by_signals():
            if options.no_classify:
                while not is_over():
                    time.sleep(_LOOKS_EVERY_S)
                return WaitingOutcome()
            from core.model.runtime import DeviceChoice
            from core.record.journal import user_journal
            from core.registry.choosing import choose_package
            from core.registry.registry import user_registry
            from core.registry.standing import screener_of
            from core.screening.recording import ResultRecorder

            screener = screener_of(choose_package(options.model, user_registry()), DeviceChoice(options.device))
            recorder = ResultRecorder(user_journal(), options.person)
            return classify_waiting(worklist, screener, recorder, JobContext(answers.take), until=is_over)
    except KeyboardInterrupt:
        say("Stopped as asked.")
        return WaitingOutcome()


def _settings(options: argparse.Namespace) -> ReceiverSettings:
    """What the site chose, with what was given here instead."""
    settings = read_receiver_settings()
    if options.allow:
        settings = replace(settings, callers=tuple(_caller(text) for text in options.allow))
    if options.tls_certificate is not None:
        settings = replace(settings, tls=ReceiverTls(True, options.tls_certificate, options.tls_key, options.tls_ca))
    if options.most_mib is not None:
        settings = replace(settings, most_bytes=int(options.most_mib * 2**20))
    return replace(
        settings,
        port=settings.port if options.port is None else options.port,
        address=options.address or settings.address,
        ae_title=options.ae or settings.ae_title,
        requires_called_title=settings.requires_called_title and not options.any_title,
    )


def _caller(text: str) -> AllowedCaller:
    """A sender as --allow names it."""
    title, _, network = text.partition("@")
    return AllowedCaller(title.strip(), network.strip())


def _check(watched: tuple[WatchedFolderSettings, ...]) -> None:
    from core.interchange.receiving.settings import check_receiver_settings

    check_receiver_settings(ReceiverSettings(watched=watched))


def _waits(options: argparse.Namespace, worklist: Worklist) -> bool:
    return not options.no_classify and bool(worklist.waiting(1))


def _received(counts: ReceiverCounts) -> str:
    again = f" ({counts.repeated:,} again)" if counts.repeated else ""
    return f"{counts.received:,} received{again}, {counts.refused:,} refused, "


def _found(folders: list[WatchedFolder]) -> str:
    taken, odd = (sum(getattr(folder.counts, name) for folder in folders) for name in ("taken", "odd"))
    gone = sum(not folder.counts.is_reachable for folder in folders)
    return f"{taken:,} found, {odd:,} no scans, {f'{gone:,} folders out of reach, ' if gone else ''}"


def _status(outcome: WaitingOutcome) -> int:
    if outcome.record_failure is not None:
        say_error(outcome.record_failure)
        return SOME_FAILED
    return SOME_FAILED if outcome.failed else DONE


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """Let SIGTERM, with which services are ended, do what Ctrl-C does."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class _SayingHandler(logging.Handler):
    """The log of what is refused, on standard error."""

    def emit(self, record: logging.LogRecord) -> None:
        """Say one record; none names a patient or a file."""
        say(f"{time.strftime('%H:%M:%S', time.localtime(record.created))} {record.getMessage()}")


@contextmanager
def _said_log() -> Iterator[None]:
    log = logging.getLogger("core.interchange.receiving")
    handler = _SayingHandler(logging.INFO)
    log.addHandler(handler)
    try:
        yield
    finally:
        log.removeHandler(handler)
