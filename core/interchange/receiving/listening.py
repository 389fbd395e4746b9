"""The open port: pynetdicom's server, made to outlast callers that mean it harm.

What pynetdicom leaves open and this closes: a caller that begins a message and falls silent is waited for without end,
a message is taken into memory at whatever length it announces, a TLS handshake holds up everybody else, connections are
not counted until they speak, and what a caller provokes in its state machine ends a thread with the socket left open.
Importing this module imports pynetdicom.
"""

import contextlib
import logging
import socket
import ssl
import threading
import time
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Protocol, cast

from pynetdicom import _config
from pynetdicom._globals import MODE_ACCEPTOR
from pynetdicom.acse import ACSE
from pynetdicom.ae import ApplicationEntity
from pynetdicom.association import Association
from pynetdicom.fsm import TRANSITION_TABLE, InvalidEventError, StateMachine
from pynetdicom.pdu import A_ABORT_RQ
from pynetdicom.transport import AssociationSocket, RequestHandler, ThreadedAssociationServer

from core.background_priority import step_back_thread
from core.imaging.dicom_dataset import PARSING_FAILURES
from core.interchange.receiving.arrivals import ArrivalFolder, ObjectTooLargeError
from core.interchange.receiving.refusals import Reason
from core.interchange.receiving.streaming import BrokenProtocolError, StreamingProvider

LARGEST_PDU = 128 * 2**10
"""Bytes of a message that senders may send; what dcmtk sends at most. Larger ones cost memory, smaller ones time."""
_LARGEST_ANNOUNCED = 2**20
"""Bytes that any message may announce; requests for an association with all contexts that there are have some 10 kB."""
_HEADER_BYTES = 6
"""Type, reserved byte and length of a PDU. Source: DICOM PS3.8 section 9.3.1."""
_MOST_CONNECTIONS = 64
_MOST_CONNECTIONS_OF_ONE = 32
"""Connections that are open at the same time, whether or not they have said who they are."""
_JOIN_S = 2.0
_POLL_S = 0.1
_OWN_ABORT, _IDLE, _ABORTING = "Evt15", "Sta1", ("AA-1", "AA-7", "AA-8")
"""An event, a state, and the actions on what may not come now. Source: DICOM PS3.8 tables 9-5 to 9-10."""
_BY_PROVIDER = 2
"""Source of an A-ABORT: the service provider. Source: DICOM PS3.8 table 9-26."""

PROVOKED = (*PARSING_FAILURES, OSError, MemoryError, InvalidEventError, BrokenProtocolError, ObjectTooLargeError)
"""What hostile messages make pynetdicom and pydicom raise."""


class Door(Protocol):
    """Who decides about callers."""

    def rejection(self, calling: str, called: str, address: str) -> tuple[int, int, int] | None:
        """Why a caller is not let in: result, source and reason of an A-ASSOCIATE-RJ (DICOM PS3.8 table 9-21)."""

    def leave(self) -> None:
        """A caller that was let in is gone."""

    def note(self, reason: Reason, caller: str, address: str) -> None:
        """Note a refusal."""


@dataclass(frozen=True)
class Patience:
    """How long callers are waited for, seconds.

    Attributes:
        pdu_s: For one message of the network.
        idle_s: For the next one.
        object_s: For the next whole object.
    """

    pdu_s: float
    idle_s: float
    object_s: float


class _GuardedSocket(AssociationSocket):  # type: ignore[misc]
    """A caller's socket that waits and takes within bounds."""

    def __init__(self, association: "ReceivingAssociation", connection: socket.socket, patience: Patience) -> None:
        super().__init__(association, client_socket=connection)
        self._patience = patience
        self._pdu_deadline = 0.0
        self._object_deadline = time.monotonic() + patience.object_s

    def expect_next_object(self) -> None:
        """An object has come through: the time for the next one begins."""
        self._object_deadline = time.monotonic() + self._patience.object_s

    def recv(self, nr_bytes: int) -> bytearray:
        """Read so many bytes.

        Raises:
            OSError: They did not come in time, or are more than a message may have; the connection is closed.
        """
        if nr_bytes > _LARGEST_ANNOUNCED:
            self._end(Reason.PROTOCOL_BROKEN)
        if nr_bytes == _HEADER_BYTES:
            self._pdu_deadline = time.monotonic() + self._patience.pdu_s
        received = bytearray(nr_bytes)
        view, count = memoryview(received), 0
        connection = cast(socket.socket, self.socket)
        while count < nr_bytes:
            remaining = min(self._pdu_deadline, self._object_deadline) - time.monotonic()
            if remaining <= 0:
                self._end(Reason.TOO_SLOW)
            try:
                connection.settimeout(remaining)
                got = connection.recv_into(view[count:])
            except TimeoutError:
                self._end(Reason.TOO_SLOW)
            except ssl.SSLError:
                self._end(Reason.NOT_ENCRYPTED)
            if not got:
                break
            count += got
        view.release()
        del received[count:]
        return received

    def send(self, bytestream: bytes) -> None:
        """Write bytes; a caller that does not read them is not waited for longer than for one that does not write."""
        if self.socket is not None:
            with contextlib.suppress(OSError):
                self.socket.settimeout(self._patience.pdu_s)
        super().send(bytestream)

    def _end(self, reason: Reason) -> None:
        cast(ReceivingAssociation, self.assoc).note(reason)
        self._shutdown_socket()
        raise ConnectionAbortedError


class _ContainedStateMachine(StateMachine):  # type: ignore[misc]
    """pynetdicom's state machine, where whatever a message provokes ends its association and nothing else."""

    def do_action(self, event: str) -> None:
        """Act on an event."""
        association = cast(ReceivingAssociation, self.dul.assoc)
        if event != _OWN_ABORT and TRANSITION_TABLE.get((event, self.current_state)) in _ABORTING:
            association.note(Reason.PROTOCOL_BROKEN)
        try:
            super().do_action(event)
        except ObjectTooLargeError:
            association.cut_off(Reason.TOO_LARGE)
        except PROVOKED:
            association.cut_off(Reason.PROTOCOL_BROKEN)
        if self.current_state == _IDLE:
            association.wake()


class _Doorkeeper(ACSE):  # type: ignore[misc]
    """Asks the door before pynetdicom negotiates."""

    def _negotiate_as_acceptor(self) -> None:
        association = cast(ReceivingAssociation, self.assoc)
        request = association.requestor.primitive
        rejection = association.ask_door(str(request.calling_ae_title or ""), str(request.called_ae_title or ""))
        if rejection is None:
            super()._negotiate_as_acceptor()
            return
        self.send_reject(*rejection)
        association.kill()


class ReceivingAssociation(Association):  # type: ignore[misc]
    """One caller's association.

    Attributes:
        caller: AE title of the caller, empty until it has said so.
    """

    def __init__(
        self, entity: ApplicationEntity, connection: socket.socket, address: str, server: "ReceivingServer"
    ) -> None:
        super().__init__(entity, MODE_ACCEPTOR)
        self.caller = ""
        self._address = address
        self._door = server.door
        self._is_inside = False
        self.acse = _Doorkeeper(self)
        self.dul.state_machine = _ContainedStateMachine(self.dul)
        # The program does not wait for a caller when it ends.
        self.dul.daemon = True
        guarded = _GuardedSocket(self, connection, server.patience)
        self.set_socket(guarded)
        self._guarded = guarded
        self.dimse = StreamingProvider(self, server.folder, guarded.expect_next_object, self.note)

    @property
    def address(self) -> str:
        """Where the caller calls from."""
        return self._address

    def note(self, reason: Reason) -> None:
        """Note a refusal of this caller."""
        self._door.note(reason, self.caller, self._address)

    def ask_door(self, calling: str, called: str) -> tuple[int, int, int] | None:
        """Why the caller is not let in, None where it is."""
        self.caller = calling.strip()
        rejection = self._door.rejection(self.caller, called.strip(), self._address)
        self._is_inside = rejection is None
        return rejection

    def run(self) -> None:
        """Serve the caller until it is gone, and leave nothing of it behind."""
        try:
            super().run()
        except PROVOKED:
            self.note(Reason.PROTOCOL_BROKEN)
        finally:
            self._shut()
            self.dimse.close()
            if self._is_inside:
                self._door.leave()

    def cut_off(self, reason: Reason) -> None:
        """End the association at once; called in the thread that reads from it."""
        self.note(reason)
        farewell = A_ABORT_RQ()
        farewell.source = _BY_PROVIDER
        farewell.reason_diagnostic = 0
        if self._guarded.socket is not None:
            self._guarded.send(farewell.encode())
        self._guarded._shutdown_socket()  # noqa: SLF001  # as pynetdicom does itself
        self.is_aborted = True
        self.is_established = False
        self._kill = True
        self.dul.kill_dul()
        self.wake()

    def wake(self) -> None:
        """Let the association's thread see that its caller is gone, where it still waits for a request."""
        if self.requestor.primitive is None:
            self.dul.to_user_queue.put(None)

    def _shut(self) -> None:
        """Close the connection and wait for the thread that reads from it."""
        self._kill = True
        self.dul.kill_dul()
        if self._guarded.socket is not None:
            self._guarded._shutdown_socket()  # noqa: SLF001
        if self.dul.is_alive():
            self.dul.join(_JOIN_S)

    def end(self) -> None:
        """Break the association off, from any other thread."""
        self._kill = True
        if self._guarded.socket is not None:
            self._guarded._shutdown_socket()  # noqa: SLF001
        self.wake()


class _CallHandler(RequestHandler):  # type: ignore[misc]
    """Makes the association of a new connection."""

    server: "ReceivingServer"

    def _create_association(self) -> Association:
        address = str(self.client_address[0])
        association = ReceivingAssociation(self.ae, cast(socket.socket, self.request), address, self.server)
        association._server = self.server  # noqa: SLF001  # as pynetdicom's own handler does
        # The server finds its associations by this part of the name.
        association.name = "AcceptorThread@hilum"
        association.acceptor.maximum_length = self.ae.maximum_pdu_size
        association.acceptor.ae_title = self.server.ae_title
        association.acceptor.address_info = self.local
        association.acceptor.implementation_class_uid = self.ae.implementation_class_uid
        association.acceptor.implementation_version_name = self.ae.implementation_version_name
        association.acceptor.supported_contexts = deepcopy(self.server.contexts)
        association.requestor.address_info = self.remote
        for event, bound in self.server._handlers.items():  # noqa: SLF001
            if event.is_intervention and bound:
                association.bind(event, *cast(tuple[Callable[..., Any], Any], bound))
        return association


class ReceivingServer(ThreadedAssociationServer):  # type: ignore[misc]
    """The open port.

    Attributes:
        door: Who decides about callers.
        folder: Where objects go.
        patience: How long callers are waited for.
    """

    daemon_threads = True
    block_on_close = False
    request_queue_size = _MOST_CONNECTIONS

    def __init__(
        self,
        entity: ApplicationEntity,
        address: tuple[str, int],
        encryption: ssl.SSLContext | None,
        handlers: list[Any],
        *,
        door: Door,
        folder: ArrivalFolder,
        patience: Patience,
    ) -> None:
        """Open the port.

        Raises:
            OSError: It cannot be opened.
        """
        quieten_pynetdicom()
        self.door, self.folder, self.patience = door, folder, patience
        super().__init__(
            entity, address, entity.ae_title, entity.supported_contexts, encryption, handlers, _CallHandler
        )
        # `shutdown` takes it out again.
        entity._servers.append(self)  # noqa: SLF001
        self._thread = threading.Thread(target=self._serve, name="hilum-receive", daemon=True)
        self._thread.start()

    @property
    def callers(self) -> list[ReceivingAssociation]:
        """Everybody who is connected."""
        return cast(list[ReceivingAssociation], self.active_associations)

    def close(self) -> None:
        """Close the port, and break off what is under way. What was acknowledged is kept."""
        self.shutdown()
        self._thread.join(_JOIN_S)
        callers = self.callers
        for caller in callers:
            caller.end()
        deadline = time.monotonic() + _JOIN_S
        for caller in callers:
            caller.join(max(0.0, deadline - time.monotonic()))

    def get_request(self) -> tuple[socket.socket, Any]:
        """Take the next connection. An encrypted one is greeted by its own thread: it may be slow."""
        try:
            connection, address = cast(socket.socket, self.socket).accept()
        except OSError:
            # Mostly too many open files; the loop would come back at once.
            time.sleep(0.05)
            raise
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self.ssl_context is not None:
            connection = self.ssl_context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        return connection, address

    def verify_request(self, request: Any, client_address: Any) -> bool:  # noqa: ARG002
        """Whether a connection may stay open at all."""
        callers = self.callers
        address = str(client_address[0])
        of_one = sum(caller.address == address for caller in callers)
        if len(callers) < _MOST_CONNECTIONS and of_one < _MOST_CONNECTIONS_OF_ONE:
            return True
        self.door.note(Reason.TOO_MANY_SENDERS, "", address)
        return False

    def service_actions(self) -> None:
        """Leave garbage to those whose business it is: pynetdicom would collect it here, in any thread's midst."""

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """Note what broke, instead of printing it."""
        self.door.note(Reason.PROTOCOL_BROKEN, "", str(client_address[0]))

    def _serve(self) -> None:
        # The threads of the associations inherit it: the window goes first.
        step_back_thread()
        self.serve_forever(poll_interval=_POLL_S)


def quieten_pynetdicom() -> None:
    """Keep pynetdicom's own messages out of the log: they quote what was sent."""
    _config.LOG_HANDLER_LEVEL = "none"
    logging.getLogger("pynetdicom").setLevel(logging.CRITICAL + 1)
