"""An association with a node (DICOM PS3.8): opened, or the reason why not in one kind of error per cause."""

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from core.errors import (
    AssociationAbortedError,
    AssociationRejectedError,
    CalledTitleUnknownError,
    CallingTitleUnknownError,
    HostUnknownError,
    JobCancelledError,
    NodeError,
    NodeSilentError,
    ServiceNotOfferedError,
)
from core.interchange.archive.diagnosis import connection_problem, problem_after_connecting
from core.interchange.archive.encryption import client_context
from core.interchange.archive.nodes import ArchiveNode, check_node
from core.interchange.dicom_network import (
    IMPLEMENTATION_CLASS_UID,
    implementation_version_name,
    prepare_network_library,
)
from core.jobs import CancellationToken, JobContext
from core.language import Worded, mark

Association = Any
"""pynetdicom's; it has no types of its own that a reader could use."""
IMPLICIT = "1.2.840.10008.1.2"
EXPLICIT = "1.2.840.10008.1.2.1"
_CANCELLATION_LOOK_S = 0.05
_ENDING_PATIENCE_S = 5.0
_REASONS = {
    # Source, reason: DICOM PS3.8 section 9.3.4, table 9-21.
    (1, 1): mark("it gives no reason"),
    (1, 2): mark("it does not know this use of the network (application context)"),
    (2, 1): mark("it gives no reason"),
    (2, 2): mark("it does not speak this version of the protocol"),
    (3, 1): mark("it is overloaded at the moment"),
    (3, 2): mark("as many as it allows are connected already"),
}
_CALLING_TITLE_UNKNOWN = (1, 3)
_CALLED_TITLE_UNKNOWN = (1, 7)


@dataclass(frozen=True)
class Offer:
    """One presentation context to offer: a service or kind of object, and how its data may be encoded.

    Attributes:
        abstract_syntax: UID of the SOP class.
        transfer_syntaxes: UIDs, the preferred first; the node takes one of them.
        is_received: Whether the node sends such objects over this association (C-GET).
    """

    abstract_syntax: str
    transfer_syntaxes: tuple[str, ...] = (EXPLICIT, IMPLICIT)
    is_received: bool = False


@dataclass
class _Course:
    """What happened while an association was asked for, noted in the library's own threads."""

    is_connected: bool = False
    is_accepted: bool = False

    def connected(self, _event: Any) -> None:
        self.is_connected = True

    def accepted(self, _event: Any) -> None:
        self.is_accepted = True


class _OpenedSockets:
    """The sockets that pynetdicom opens: it drops those on which no connection comes about without closing them."""

    def __init__(self, encryption: ssl.SSLContext | None) -> None:
        self._encryption = encryption
        self._opened: list[socket.socket] = []

    def watch(self, entity: Any) -> None:
        create = entity._create_socket  # noqa: SLF001 - there is no public way to its sockets

        def create_and_keep(*arguments: Any) -> Any:
            made = create(*arguments)
            self._opened.append(made.socket)
            return made

        entity._create_socket = create_and_keep  # noqa: SLF001

    def wrap_socket(self, plain: socket.socket, *, server_side: bool, server_hostname: str) -> ssl.SSLSocket:
        """What pynetdicom calls of a context."""
        assert self._encryption is not None  # noqa: S101 - else nothing is encrypted
        wrapped = self._encryption.wrap_socket(plain, server_side=server_side, server_hostname=server_hostname)
        self._opened.append(wrapped)
        return wrapped

    def shut_down(self) -> None:
        """Wake whoever waits for one of them: closing alone does not."""
        for opened in tuple(self._opened):
            with contextlib.suppress(OSError):
                opened.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        for opened in self._opened:
            with contextlib.suppress(OSError):
                opened.close()


@contextlib.contextmanager
def association(
    node: ArchiveNode,
    calling_title: str,
    offers: Sequence[Offer],
    *,
    service: str,
    needed: str | None = None,
    token: CancellationToken | None = None,
    handlers: Sequence[tuple[Any, Any]] = (),
    timeout_s: float | None = None,
) -> Iterator[Association]:
    """Hold an association with a node, which is released at the end, or aborted where something went wrong.

    Args:
        node: The archive.
        calling_title: Hilum's AE title.
        offers: What is offered, at most 128.
        service: What the association is for, in words, where the node offers none of it.
        needed: The SOP class without which the association is of no use, None where any one will do.
        token: Breaks the association off where it is cancelled, so that nothing waits for the node any more.
        handlers: pynetdicom events and what handles them.
        timeout_s: How long to wait for an answer, None for the node's own time.

    Raises:
        NodeError: It did not come about; the kind says why.
        JobCancelledError: The token was cancelled.
    """
    token = token or CancellationToken()
    JobContext[object](token=token).raise_if_cancelled()
    opened = _open(node, calling_title, offers, service, handlers, timeout_s or node.timeout_s, token)
    watching = threading.Event()
    watcher = threading.Thread(target=_abort_when_cancelled, args=(opened, token, watching), name="cancellation")
    watcher.start()
    is_sound = False
    try:
        if needed is not None and all(str(context.abstract_syntax) != needed for context in opened.accepted_contexts):
            is_sound = True
            raise ServiceNotOfferedError(node.name, service)
        yield opened
        is_sound = True
    finally:
        watching.set()
        watcher.join()
        _close(opened, is_sound=is_sound)
        if token.is_cancelled and not is_sound:
            raise JobCancelledError


def status_of(node: ArchiveNode, opened: Association, status: Any, doing: str) -> int:
    """The status in a response.

    Args:
        node: The archive.
        opened: The association.
        status: pynetdicom's data set; empty where no response came.
        doing: When that was, as a clause from `mark`: `while searching`.

    Raises:
        AssociationAbortedError: The node broke off.
        NodeSilentError: Nothing came in time.
    """
    if "Status" in status:
        return int(status.Status)
    if opened.acse.is_aborted("a-abort") or opened.acse.is_aborted("a-p-abort"):
        raise AssociationAbortedError(node.name, doing)
    raise NodeSilentError(node.name, doing)


def accepted_syntaxes(opened: Association, abstract_syntax: str) -> frozenset[str]:
    """The transfer syntaxes that the node took for a SOP class, of those offered one by one."""
    return frozenset(
        str(context.transfer_syntax[0])
        for context in opened.accepted_contexts
        if str(context.abstract_syntax) == abstract_syntax
    )


def _open(
    node: ArchiveNode,
    calling_title: str,
    offers: Sequence[Offer],
    service: str,
    handlers: Sequence[tuple[Any, Any]],
    timeout_s: float,
    token: CancellationToken,
) -> Association:
    from pynetdicom import AE, evt

    check_node(node)
    prepare_network_library()
    entity = AE(ae_title=calling_title)
    entity.implementation_class_uid = IMPLEMENTATION_CLASS_UID
    entity.implementation_version_name = implementation_version_name()
    entity.connection_timeout = entity.acse_timeout = entity.dimse_timeout = entity.network_timeout = timeout_s
    course = _Course()
    encryption = client_context(node) if node.tls.is_used else None
    sockets = _OpenedSockets(encryption)
    sockets.watch(entity)
    start = time.monotonic()
    noting: list[tuple[Any, Any]] = [
        (evt.EVT_CONN_OPEN, course.connected),
        (evt.EVT_ACCEPTED, course.accepted),
    ]
    try:
        with _shutting_down_when_cancelled(sockets, token):
            opened = entity.associate(
                node.host,
                node.port,
                contexts=_contexts(offers),
                ae_title=node.ae_title,
                ext_neg=_roles(offers),
                evt_handlers=[*noting, *handlers],
                tls_args=(sockets, node.host) if encryption is not None else None,
            )
    except socket.gaierror as error:
        raise HostUnknownError(node.name, node.host) from error
    if opened.is_established:
        _drop_late_messages(opened)
        return opened
    _close(opened, is_sound=False)
    sockets.close()
    JobContext[object](token=token).raise_if_cancelled()
    waited_in_vain = time.monotonic() - start >= timeout_s
    raise _reason(node, calling_title, opened, course, service, waited_in_vain=waited_in_vain)


def _drop_late_messages(opened: Association) -> None:
    """Let a message that is on its way while the association is aborted come to nothing.

    pynetdicom's thread would end with an exception there, as of a defect. The answer to an object that the node sends
    while a person stops is such a message.

    Source: PS3.8 table 9-10: in state 13, which waits for the connection's end, nothing is sent any more.
    """
    from pynetdicom.fsm import InvalidEventError

    machine = opened.dul.state_machine
    act = machine.do_action

    def do_action(event: str) -> None:
        try:
            act(event)
        except InvalidEventError:
            if (event, machine.current_state) != ("Evt9", "Sta13"):
                raise

    machine.do_action = do_action


def _contexts(offers: Sequence[Offer]) -> list[Any]:
    from pynetdicom import build_context

    return [build_context(offer.abstract_syntax, list(offer.transfer_syntaxes)) for offer in offers]


def _roles(offers: Sequence[Offer]) -> list[Any]:
    from pynetdicom import build_role

    received = dict.fromkeys(offer.abstract_syntax for offer in offers if offer.is_received)
    return [build_role(syntax, scp_role=True) for syntax in received]


def _reason(
    node: ArchiveNode,
    calling_title: str,
    opened: Association,
    course: _Course,
    service: str,
    *,
    waited_in_vain: bool,
) -> NodeError:
    """Why an association did not come about."""
    if course.is_accepted:
        return ServiceNotOfferedError(node.name, service)
    if opened.is_rejected:
        return _rejection(node, calling_title, opened.acceptor.primitive)
    if not course.is_connected:
        return connection_problem(node)
    found = problem_after_connecting(node)
    if found is not None:
        return found
    if waited_in_vain:
        return NodeSilentError(node.name, mark("the connection was made, and what is there does not answer in DICOM"))
    return AssociationAbortedError(node.name, mark("before the two had agreed on anything"))


def _rejection(node: ArchiveNode, calling_title: str, answer: Any) -> NodeError:
    cause = (int(answer.result_source), int(answer.diagnostic))
    if cause == _CALLED_TITLE_UNKNOWN:
        return CalledTitleUnknownError(node.name, node.ae_title)
    if cause == _CALLING_TITLE_UNKNOWN:
        return CallingTitleUnknownError(node.name, calling_title)
    unknown = Worded.of(mark("source {source}, reason {reason}"), source=cause[0], reason=cause[1])
    return AssociationRejectedError(node.name, _REASONS.get(cause, unknown))


@contextlib.contextmanager
def _shutting_down_when_cancelled(sockets: _OpenedSockets, token: CancellationToken) -> Iterator[None]:
    """Wait no longer for a node that neither refuses nor answers, once nobody wants it any more."""
    is_over = threading.Event()

    def watch() -> None:
        while not is_over.wait(_CANCELLATION_LOOK_S):
            if token.is_cancelled:
                # Again and again: a name may have several addresses, which are tried one after the other.
                sockets.shut_down()

    watcher = threading.Thread(target=watch, name="cancellation")
    watcher.start()
    try:
        yield
    finally:
        is_over.set()
        watcher.join()


def _abort_when_cancelled(opened: Association, token: CancellationToken, is_over: threading.Event) -> None:
    while not is_over.wait(_CANCELLATION_LOOK_S):
        if token.is_cancelled:
            opened.abort()
            # Whoever waits for a message would wait on: an abort of one's own wakes nobody.
            opened.dimse.msg_queue.put((None, None))
            return


def _close(opened: Association, *, is_sound: bool) -> None:
    """End an association, its threads and its socket."""
    if opened.is_established and is_sound:
        opened.release()
    elif opened.is_established:
        opened.abort()
    opened.dul.kill_dul()
    for thread in (opened, opened.dul):
        if thread.is_alive():
            thread.join(_ENDING_PATIENCE_S)
    _close_socket(opened)


def _close_socket(opened: Association) -> None:
    """Close the socket whose other side has gone already: pynetdicom leaves that open."""
    wrapped = opened.dul.socket
    if wrapped is not None and wrapped.socket is not None:
        with contextlib.suppress(OSError):
            wrapped.socket.close()
