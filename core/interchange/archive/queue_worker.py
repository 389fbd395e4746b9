"""The work of the queue: what is due is sent, what is unclear is asked for, what failed is tried again later."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from core.error_wording import describe_error
from core.errors import (
    FileError,
    HilumError,
    InvalidNodeError,
    JobCancelledError,
    NodeError,
    NodeFailureError,
    ObjectNotAcceptedError,
    ServiceNotOfferedError,
    UnknownNodeError,
)
from core.interchange.archive.commitment import request_commitment
from core.interchange.archive.find import finding
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings
from core.interchange.archive.queue_leases import LEASE_S, QueueLeases
from core.interchange.archive.queued_object import QueuedObject, QueueState
from core.interchange.archive.send import MOST_AT_ONCE, Sender, sending
from core.interchange.archive.send_queue import SendQueue
from core.jobs import JobContext
from core.kept_sentences import NO_REASON, NOT_KEPT, NOT_YET_KEPT
from core.worklist.entry import SendState
from core.worklist.worklist import Worklist

_LOOK_S = 1.0
_CANCELLATION_LOOK_S = 0.1
_WAIT_FOR_COMMITMENT_S = 30.0
_FOR_GOOD = (ObjectNotAcceptedError, FileError, UnknownNodeError, InvalidNodeError)
"""What another attempt would not change."""
_SEND_STATES = {
    QueueState.WAITING: SendState.WAITING,
    QueueState.SENDING: SendState.WAITING,
    QueueState.SENT: SendState.SENT,
    QueueState.COMMITTED: SendState.COMMITTED,
    QueueState.FAILED: SendState.FAILED,
}


@dataclass(frozen=True)
class QueueEvent:
    """An object's state changed.

    Attributes:
        number: Its number in the queue.
        node: The archive's name.
        state: How far it is now.
        entry: Its number on the worklist, None where it has none.
        problem: What went wrong, a sentence; empty where nothing did.
    """

    number: int
    node: str
    state: QueueState
    entry: int | None
    problem: str


def run_queue(
    queue: SendQueue,
    current_settings: Callable[[], ConnectionSettings],
    context: JobContext[QueueEvent] | None = None,
    *,
    until_idle: bool = False,
    worklist: Worklist | None = None,
    wait_for_commitment_s: float = _WAIT_FOR_COMMITMENT_S,
) -> None:
    """Send what is due, until stopped. Several programs may do so at once.

    Args:
        queue: The queue.
        current_settings: Gives the archives as they are now; asked before each batch.
        context: Told of each change; says when to stop. What is under way then waits again.
        until_idle: Whether to end once nothing is due at the moment.
        worklist: Where the states of its entries are noted, None for nowhere.
        wait_for_commitment_s: How long to wait for an archive's commitment before asking again later.

    Raises:
        JobCancelledError: It was stopped.
        OutputNotWritableError: The queue cannot be written.
        HilumError: The settings or the queue cannot be read.
    """
    worker = _Worker(queue, context or JobContext(), worklist, wait_for_commitment_s)
    while True:
        worker.context.raise_if_cancelled()
        settings = current_settings()
        if worker.send_due(settings) or worker.commit_due(settings):
            continue
        if until_idle:
            return
        due = queue.next_due()
        worker.pause(_LOOK_S if due is None else min(_LOOK_S, max(due, _CANCELLATION_LOOK_S)))


class _Worker:
    """Works at the queue."""

    def __init__(
        self, queue: SendQueue, context: JobContext[QueueEvent], worklist: Worklist | None, wait_s: float
    ) -> None:
        self.context = context
        self._queue = queue
        self._worklist = worklist
        self._wait_s = wait_s
        self._leases = QueueLeases(queue.storage)
        self._under_way: int | None = None

    def pause(self, seconds: float) -> None:
        """Wait, and look whether to stop."""
        end = threading.Event()
        for _ in range(max(1, round(seconds / _CANCELLATION_LOOK_S))):
            self.context.raise_if_cancelled()
            end.wait(_CANCELLATION_LOOK_S)

    def send_due(self, settings: ConnectionSettings) -> bool:
        """Send what is due to one archive; whether there was anything."""
        taken = self._leases.claim(MOST_AT_ONCE)
        if not taken:
            return False
        for item in taken:
            self._tell(item)
        open_items = {item.number: item for item in taken}
        self._under_way = None
        with self._keeping_alive():
            try:
                node = settings.node(taken[0].node)
                self._send_all(node, taken, settings, open_items)
            except (JobCancelledError, KeyboardInterrupt):
                for item in open_items.values():
                    # Whether the one that was under way arrived is not known.
                    self._leases.give_back(item, is_unclear=item.number == self._under_way)
                    self._tell(item)
                raise
            except HilumError as error:
                for item in open_items.values():
                    self._note_problem(item, error, is_unclear=False)
        return True

    def _send_all(
        self,
        node: ArchiveNode,
        taken: Sequence[QueuedObject],
        settings: ConnectionSettings,
        open_items: dict[int, QueuedObject],
    ) -> None:
        """Settle each object; what is not settled when this raises is left in `open_items`."""
        to_send = []
        for item in taken:
            if item.is_unclear and self._has_already(node, item, settings):
                del open_items[item.number]
                self._leases.note_sent(item)
                self._tell(item)
            else:
                to_send.append(item)
        if not to_send:
            return
        with sending(node, [item.item for item in to_send], settings, self.context.token) as sender:
            for item in to_send:
                self.context.raise_if_cancelled()
                self._send(sender, item, open_items)

    def _send(self, sender: Sender, item: QueuedObject, open_items: dict[int, QueuedObject]) -> None:
        self._under_way = item.number
        try:
            sender.send(item.item)
        except (ObjectNotAcceptedError, NodeFailureError, FileError) as error:
            # The archive has answered, or nothing was sent: the others go on.
            del open_items[item.number]
            self._note_problem(item, error, is_unclear=False)
        except NodeError as error:
            if self.context.token.is_cancelled:
                raise JobCancelledError from error
            del open_items[item.number]
            self._note_problem(item, error, is_unclear=True)
            raise
        else:
            del open_items[item.number]
            self._leases.note_sent(item)
            self._tell(item)

    def _has_already(self, node: ArchiveNode, item: QueuedObject, settings: ConnectionSettings) -> bool:
        """Ask an archive whether it has an object; one that cannot say has not, as far as is known."""
        described = item.item
        if not described.study_uid or not described.series_uid:
            return False
        try:
            with finding(node, settings, self.context.token) as finder:
                found = finder.images(described.study_uid, described.series_uid, described.sop_uid)
        except (ServiceNotOfferedError, NodeFailureError):
            return False
        return any(image.sop_uid == described.sop_uid for image in found)

    def commit_due(self, settings: ConnectionSettings) -> bool:
        """Ask one archive to commit itself to what it has acknowledged; whether there was anything to ask."""
        taken = self._leases.claim_commitments(MOST_AT_ONCE)
        if not taken:
            return False
        with self._keeping_alive():
            try:
                node = settings.node(taken[0].node)
                objects = [(item.item.sop_class_uid, item.item.sop_uid) for item in taken]
                report = request_commitment(node, objects, settings, self.context, wait_s=self._wait_s)
            except JobCancelledError:
                raise
            except HilumError as error:
                is_final = isinstance(error, ServiceNotOfferedError | UnknownNodeError | InvalidNodeError)
                self._note_uncommitted(taken, describe_error(error).source_text, is_final=is_final)
                return True
            if report is None:
                self._note_uncommitted(taken, NOT_YET_KEPT.format(node=node.name), is_final=False)
                return True
            for item in taken:
                if item.item.sop_uid in report.committed:
                    self._leases.note_committed(item)
                else:
                    reason = report.refused.get(item.item.sop_uid, NO_REASON)
                    self._leases.send_anew(item, NOT_KEPT.format(node=node.name, reason=reason))
                self._tell(item)
        return True

    def _note_uncommitted(self, taken: Sequence[QueuedObject], problem: str, *, is_final: bool) -> None:
        for item in taken:
            self._leases.note_not_committed(item, problem, is_final=is_final)
            self._tell(item)

    def _note_problem(self, item: QueuedObject, error: HilumError, *, is_unclear: bool) -> None:
        problem = describe_error(error).source_text
        if isinstance(error, _FOR_GOOD):
            self._leases.note_failed(item, problem)
        else:
            self._leases.note_delayed(item, problem, is_unclear=is_unclear)
        self._tell(item)

    def _tell(self, item: QueuedObject) -> None:
        """Report how far an object is now, and note it on the worklist."""
        now = self._queue.item(item.number)
        if now is None:
            return
        self.context.report(QueueEvent(now.number, now.node, now.state, now.entry, now.problem))
        if self._worklist is not None and now.entry is not None:
            state = self._queue.entry_state(now.entry, now.node)
            if state is not None:
                self._worklist.note_sent(now.entry, _SEND_STATES[state], now.node)

    @contextmanager
    def _keeping_alive(self) -> Iterator[None]:
        """Renew the lease while an archive is waited for."""
        is_over = threading.Event()

        def renew() -> None:
            while not is_over.wait(LEASE_S / 4):
                self._leases.renew()

        keeper = threading.Thread(target=renew, name="lease of the send queue")  # untranslated: a thread
        keeper.start()
        try:
            yield
        finally:
            is_over.set()
            keeper.join()
