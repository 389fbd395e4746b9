"""Hilum's own port, where archives send what they were asked for: images (C-MOVE) and storage commitments.

It is open only while something is awaited, and takes nothing else. All that is awaited in this process shares it.
"""

import contextlib
import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from core.errors import HilumError, ListeningFailedError
from core.interchange.archive.arrivals import CANNOT_UNDERSTAND, NOT_ASKED_FOR, Arrivals, identify
from core.interchange.archive.encryption import server_context
from core.interchange.archive.nodes import ConnectionSettings
from core.interchange.archive.object_classes import (
    IMAGE_CLASSES,
    KEPT_SYNTAXES,
    OTHER_CLASSES,
    STORAGE_COMMITMENT,
    VERIFICATION,
)
from core.interchange.dicom_network import (
    IMPLEMENTATION_CLASS_UID,
    implementation_version_name,
    listening_problem,
    prepare_network_library,
)

_IDLE_S = 60.0
_MOST_ASSOCIATIONS = 8


@dataclass
class _OpenPort:
    """One open port and who awaits what at it."""

    server: Any = None
    users: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)
    studies: dict[str, Arrivals] = field(default_factory=dict)
    reports: dict[str, "queue.SimpleQueue[Any]"] = field(default_factory=dict)

    def stored(self, event: Any) -> int:
        """Answer C-STORE."""
        return take_event(event, self.study)

    def study(self, study_uid: str) -> Arrivals | None:
        with self.lock:
            return self.studies.get(study_uid)

    def reported(self, event: Any) -> tuple[int, None]:
        """Answer N-EVENT-REPORT."""
        return take_report(event, self.awaiting)

    def awaiting(self, transaction_uid: str) -> "queue.SimpleQueue[Any] | None":
        with self.lock:
            return self.reports.get(transaction_uid)


_ports: dict[tuple[str, int, str], _OpenPort] = {}
_ports_lock = threading.Lock()


@contextlib.contextmanager
def awaiting_study(settings: ConnectionSettings, study_uid: str, arrivals: Arrivals) -> Iterator[None]:
    """Take the objects of a study that archives send meanwhile.

    Args:
        settings: Names own address, port and AE title.
        study_uid: The study.
        arrivals: Keeps them.

    Raises:
        ListeningFailedError: The port cannot be opened.
    """
    with _open(settings) as port:
        with port.lock:
            port.studies[study_uid] = arrivals
        try:
            yield
        finally:
            with port.lock:
                port.studies.pop(study_uid, None)


@contextlib.contextmanager
def awaiting_commitment(
    settings: ConnectionSettings, transaction_uid: str, reports: "queue.SimpleQueue[Any]"
) -> Iterator[None]:
    """Take an archive's answer to a request for commitment.

    Args:
        settings: As for `awaiting_study`.
        transaction_uid: The request's.
        reports: Where the answer's data set is put.

    Raises:
        ListeningFailedError: The port cannot be opened.
    """
    with _open(settings) as port:
        with port.lock:
            port.reports[transaction_uid] = reports
        try:
            yield
        finally:
            with port.lock:
                port.reports.pop(transaction_uid, None)


def take_event(event: Any, find: Callable[[str], Arrivals | None]) -> int:
    """Keep the object of a C-STORE event where its study is awaited; the answer to it.

    Args:
        event: The library's.
        find: Gives what awaits a study, None where nothing does.
    """
    try:
        arrived = event.encoded_dataset()
        study_uid, _ = identify(arrived)
    except (HilumError, ValueError):
        return CANNOT_UNDERSTAND
    arrivals = find(study_uid)
    return NOT_ASKED_FOR if arrivals is None else arrivals.take(arrived)


def take_report(event: Any, find: Callable[[str], "queue.SimpleQueue[Any] | None"]) -> tuple[int, None]:
    """Hand on the data set of an N-EVENT-REPORT event whose transaction is awaited."""
    from core.imaging.dicom_attributes import text_of

    reports = find(text_of(event.event_information, "TransactionUID"))  # untranslated: DICOM
    if reports is None:
        return 0x0110, None
    reports.put(event.event_information)
    return 0x0000, None


@contextlib.contextmanager
def _open(settings: ConnectionSettings) -> Iterator[_OpenPort]:
    place = (settings.listen_address, settings.listen_port, settings.own_ae_title)
    with _ports_lock:
        port = _ports.get(place) or _OpenPort()
        if port.server is None:
            port.server = _start(settings, port)
            _ports[place] = port
        port.users += 1
    try:
        yield port
    finally:
        with _ports_lock:
            port.users -= 1
            if port.users == 0:
                del _ports[place]
                _stop(port.server)


def _start(settings: ConnectionSettings, port: _OpenPort) -> Any:
    from pynetdicom import AE, evt

    prepare_network_library()
    entity = AE(settings.own_ae_title)
    entity.implementation_class_uid = IMPLEMENTATION_CLASS_UID
    entity.implementation_version_name = implementation_version_name()
    entity.require_called_aet = True
    entity.maximum_associations = _MOST_ASSOCIATIONS
    entity.network_timeout = entity.acse_timeout = entity.dimse_timeout = _IDLE_S
    entity.add_supported_context(VERIFICATION)
    for kind in (*IMAGE_CLASSES, *OTHER_CLASSES):
        entity.add_supported_context(kind, list(KEPT_SYNTAXES))
    # The archive comes as the one that gives the service (SCP), so it is let choose its role.
    entity.add_supported_context(STORAGE_COMMITMENT, scu_role=True, scp_role=True)
    handlers = [(evt.EVT_C_STORE, port.stored), (evt.EVT_N_EVENT_REPORT, port.reported)]
    encryption = server_context(settings)
    try:
        return entity.start_server(
            (settings.listen_address, settings.listen_port),
            block=False,
            evt_handlers=handlers,
            ssl_context=encryption,
        )
    except OSError as error:
        problem = listening_problem(settings.listen_address, error)
        raise ListeningFailedError(settings.listen_port, problem) from error


def _stop(server: Any) -> None:
    """Close the port and end what is still under way at it."""
    entity = server.ae
    server.shutdown()
    for opened in entity.active_associations:
        if opened.is_established:
            opened.abort()
        else:
            # Somebody who has said nothing yet: the library takes its own farewell to them for an error.
            opened.dul.socket.close()
            opened.dul.to_user_queue.put(None)
