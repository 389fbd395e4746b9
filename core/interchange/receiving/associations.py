"""One caller's association: pynetdicom's, made to outlast callers that mean it harm.

What pynetdicom leaves open and this closes: a caller that begins a message and falls silent is waited for without end,
a message is taken into memory at whatever length it announces, and what a caller provokes in the state machine ends a
thread with the socket left open. Importing this module imports pynetdicom.
"""

import contextlib
import socket
import ssl
import time
from dataclasses import dataclass
from typing import Protocol, cast

from pynetdicom._globals import MODE_ACCEPTOR
from pynetdicom.acse import ACSE
from pynetdicom.ae import ApplicationEntity
from pynetdicom.association import Association
from pynetdicom.fsm import TRANSITION_TABLE, InvalidEventError, StateMachine
from pynetdicom.pdu import A_ABORT_RQ
from pynetdicom.transport import AssociationSocket

from core.imaging.dicom_dataset import PARSING_FAILURES
from core.interchange.receiving.arrivals import ArrivalFolder, ObjectTooLargeError
from core.interchange.receiving.refusals import Reason
from core.interchange.receiving.streaming import BrokenProtocolError, StreamingProvider

_LARGEST_ANNOUNCED = 2**20
"""Bytes that any message may announce; requests for an association with all contexts that there are have some 10 kB."""
_HEADER_BYTES = 6
"""Type, reserved byte and length of a PDU. Source: DICOM PS3.8 section 9.3.1."""
_JOIN_S = 2.0
_OWN_ABORT, _IDLE, _ABORTING = "Evt15", "Sta1", ("AA-1", "AA-7", "AA-8")  # untranslated: a code
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


@dataclass(frozen=True)
class Surroundings:
    """What every association of a receiver has to do with.

    Attributes:
        door: Who decides about callers.
        folder: Where objects go.
        patience: How long callers are waited for.
    """

    door: Door
    folder: ArrivalFolder
    patience: Patience


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
        self, entity: ApplicationEntity, connection: socket.socket, address: str, surroundings: Surroundings
    ) -> None:
        super().__init__(entity, MODE_ACCEPTOR)
        self.caller = ""
        self._address = address
        self._door = surroundings.door
        self._is_inside = False
        self.acse = _Doorkeeper(self)
        self.dul.state_machine = _ContainedStateMachine(self.dul)
        # The program does not wait for a caller when it ends.
        self.dul.daemon = True
        guarded = _GuardedSocket(self, connection, surroundings.patience)
        self.set_socket(guarded)
        self._guarded = guarded
        self.dimse = StreamingProvider(self, surroundings.folder, guarded.expect_next_object, self.note)

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
