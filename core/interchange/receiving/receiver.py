"""The receiving node: takes scans that others send, and puts them on the worklist before it says that it has them.

network -> disk (forced) -> looked at -> name -> worklist (forced) -> "success" to the sender
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.errors import (
    FileError,
    HilumError,
    ListeningFailedError,
    NoUserFolderError,
    OutputNotWritableError,
)
from core.interchange.receiving.arrivals import Arrival, ArrivalFolder, DifferentObjectError
from core.interchange.receiving.limits import RateLimit
from core.interchange.receiving.refusals import Reason, Refusal, RefusalLog
from core.interchange.receiving.settings import ReceiverSettings, check_receiver_settings
from core.user_folders import user_folders
from core.worklist.entry import Origin
from core.worklist.identity import ScanIdentity, read_identity
from core.worklist.worklist import Worklist

if TYPE_CHECKING:
    from core.interchange.receiving.listening import ReceivingServer

_PATIENCE_WITH_FAST_S = 10.0
"""The longest that a fast sender's answer is held back; senders wait some 30 s."""

_SUCCESS = 0x0000
_DUPLICATE_INSTANCE = 0x0111
_OUT_OF_RESOURCES = 0xA700
_NOT_WHAT_IT_SAYS = 0xA900
_NOT_UNDERSTOOD = 0xC000
"""Answers to C-STORE. Source: DICOM PS3.4 table B.2-1; 0111 from PS3.7 annex C.5.6."""

_REJECTED_FOR_GOOD, _REJECTED_FOR_NOW = 1, 2
_BY_USER, _BY_PRESENTATION = 1, 3
_CALLING_UNKNOWN, _CALLED_UNKNOWN, _LOCAL_LIMIT = 3, 7, 2
"""Result, source and reason of A-ASSOCIATE-RJ. Source: DICOM PS3.8 table 9-21."""


@dataclass(frozen=True)
class ReceiverCounts:
    """What a receiver did since it was started.

    Attributes:
        received: Scans that came for the first time and were acknowledged.
        repeated: Scans that had come before, acknowledged again.
        refused: Callers and objects that were refused.
        senders: How many are sending at this moment.
    """

    received: int = 0
    repeated: int = 0
    refused: int = 0
    senders: int = 0


class Receiver:
    """The receiving node. Start it, and stop it; it works in threads of its own."""

    def __init__(
        self,
        settings: ReceiverSettings,
        worklist: Worklist,
        folder: Path | None = None,
        *,
        on_arrival: Callable[[int], None] | None = None,
        on_refusal: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Prepare.

        Args:
            settings: What the site chose.
            worklist: Where scans go.
            folder: Where their files go, None for the user's own folder.
            on_arrival: Told of a new entry's number, in a thread of the receiver's.
            on_refusal: Told of what is refused, likewise.

        Raises:
            InvalidNodeError: The settings hold what cannot be.
            NoUserFolderError: This user has no home folder.
        """
        check_receiver_settings(settings)
        self.settings = settings
        self._worklist = worklist
        self._folder_path = folder if folder is not None else received_folder()
        self._on_arrival = on_arrival
        self._refusals = RefusalLog(on_refusal)
        self._rate = RateLimit(settings.objects_per_minute, settings.bytes_per_minute)
        self._lock = threading.Lock()
        self._received = self._repeated = self._senders = 0
        self._stopping = threading.Event()
        self._server: ReceivingServer | None = None
        self._folder: ArrivalFolder | None = None

    @property
    def is_running(self) -> bool:
        """Whether the port is open."""
        return self._server is not None

    @property
    def counts(self) -> ReceiverCounts:
        """What it did so far."""
        with self._lock:
            return ReceiverCounts(self._received, self._repeated, self._refusals.count, self._senders)

    def start(self) -> None:
        """Open the port.

        Raises:
            ListeningFailedError: It is taken, or may not be opened, or the encryption cannot be set up.
            OutputNotWritableError: The folder for what arrives cannot be made.
        """
        from pynetdicom import evt

        from core.interchange.dicom_network import listening_problem, prepare_network_library
        from core.interchange.receiving.associations import Patience, Surroundings
        from core.interchange.receiving.listening import ReceivingServer
        from core.interchange.receiving.presenting import application_entity, encryption_of

        settings = self.settings
        encryption = encryption_of(settings)
        self._folder = ArrivalFolder(self._folder_path, settings.most_bytes, settings.least_free_bytes)
        prepare_network_library()
        patience = Patience(settings.pdu_timeout_s, settings.idle_timeout_s, settings.object_timeout_s)
        try:
            self._server = ReceivingServer(
                application_entity(settings),
                (settings.address, settings.port),
                encryption,
                [(evt.EVT_C_STORE, self._on_store)],
                Surroundings(self, self._folder, patience),
            )
        except OSError as error:
            raise ListeningFailedError(settings.port, listening_problem(settings.address, error)) from error
        self._stopping.clear()

    def stop(self) -> None:
        """Close the port and break off what is under way: those senders were told nothing, and will send again."""
        self._stopping.set()
        server, self._server = self._server, None
        if server is not None:
            server.close()

    def rejection(self, calling: str, called: str, address: str) -> tuple[int, int, int] | None:
        """Why a caller is not let in (result, source and reason of the answer), None where it is.

        Args:
            calling: What it calls itself.
            called: What it calls Hilum.
            address: Where it calls from.
        """
        settings = self.settings
        if not settings.allows(calling, address):
            self.note(Reason.CALLER_NOT_ALLOWED, calling, address)
            return _REJECTED_FOR_GOOD, _BY_USER, _CALLING_UNKNOWN
        if settings.requires_called_title and called != settings.ae_title:
            self.note(Reason.WRONG_CALLED_TITLE, calling, address)
            return _REJECTED_FOR_GOOD, _BY_USER, _CALLED_UNKNOWN
        with self._lock:
            has_room = self._senders < settings.most_associations
            self._senders += has_room
        if not has_room:
            self.note(Reason.TOO_MANY_SENDERS, calling, address)
            return _REJECTED_FOR_NOW, _BY_PRESENTATION, _LOCAL_LIMIT
        return None

    def leave(self) -> None:
        """A caller that was let in is gone."""
        with self._lock:
            self._senders -= 1

    def note(self, reason: Reason, caller: str, address: str) -> None:
        """Note a refusal."""
        self._refusals.note(reason, caller, address)

    def _on_store(self, event: Any) -> int:
        """Answer a C-STORE request. Called by pynetdicom, in the association's thread."""
        association = event.assoc
        arrival: Arrival | None = association.dimse.take_arrival()
        if arrival is None:
            association.note(Reason.NO_IMAGE)
            return _NOT_UNDERSTOOD
        try:
            if arrival.sop_class_uid != str(event.context.abstract_syntax):
                association.note(Reason.OTHER_OBJECT)
                return _NOT_WHAT_IT_SAYS
            return self._take_in(arrival, association.caller, association.note)
        finally:
            arrival.discard()

    def _take_in(self, arrival: Arrival, caller: str, note: Callable[[Reason], None]) -> int:
        """Look at an object, keep it, put it on the worklist; what to answer."""
        try:
            arrival.finish()
        except OutputNotWritableError:
            note(Reason.NO_ROOM)
            return _OUT_OF_RESOURCES
        identity = _identity_of_image(arrival)
        if isinstance(identity, Reason):
            note(identity)
            return _NOT_WHAT_IT_SAYS if identity is Reason.OTHER_OBJECT else _NOT_UNDERSTOOD
        wait_s = self._rate.charge(caller, arrival.byte_count, _PATIENCE_WITH_FAST_S)
        if wait_s is None:
            note(Reason.TOO_FAST)
            return _OUT_OF_RESOURCES
        status = self._keep(arrival, identity, note)
        if wait_s:
            # Held back, a sender sends no faster than it may, and no scan is lost.
            self._stopping.wait(wait_s)
        return status

    def _keep(self, arrival: Arrival, identity: ScanIdentity, note: Callable[[Reason], None]) -> int:
        if self._folder is None:
            return _OUT_OF_RESOURCES
        try:
            path, is_new = self._folder.keep(arrival)
        except DifferentObjectError:
            note(Reason.DIFFERENT_OBJECT)
            return _DUPLICATE_INSTANCE
        except OutputNotWritableError:
            note(Reason.NO_ROOM)
            return _OUT_OF_RESOURCES
        try:
            number = self._worklist.add(path, identity, Origin.RECEIVED, is_owned=True)
        except HilumError:
            # The file stays: sent again, it is found there, and gets its entry then.
            note(Reason.WORKLIST_CLOSED)
            return _OUT_OF_RESOURCES
        with self._lock:
            self._received += is_new
            self._repeated += not is_new
        if self._on_arrival is not None:
            self._on_arrival(number)
        return _SUCCESS


def received_folder() -> Path:
    """Where this user's received scans lie.

    Raises:
        NoUserFolderError: This user has no home folder.
    """
    folders = user_folders()
    if folders is None:
        raise NoUserFolderError
    return folders.data / "received"


def _identity_of_image(arrival: Arrival) -> ScanIdentity | Reason:
    """Whose image was received, or why it is none."""
    from core.imaging.dicom_attributes import text_of
    from core.imaging.dicom_dataset import open_dicom

    try:
        with open_dicom(arrival.path) as file:
            uids = (text_of(file.dataset, "SOPClassUID"), text_of(file.dataset, "SOPInstanceUID"))
            if uids != (arrival.sop_class_uid, arrival.sop_instance_uid):
                return Reason.OTHER_OBJECT
            if file.pixels is None:
                return Reason.NO_IMAGE
        return read_identity(arrival.path)
    except FileError:
        return Reason.NO_IMAGE
