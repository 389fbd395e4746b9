"""The open port: pynetdicom's server, where no caller holds up the others.

pynetdicom greets encrypted callers one after the other, counts connections only when they have spoken, and collects
garbage whenever it likes. Importing this module imports pynetdicom.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable
from copy import deepcopy
from typing import Any, cast

from pynetdicom.ae import ApplicationEntity
from pynetdicom.association import Association
from pynetdicom.transport import RequestHandler, ThreadedAssociationServer

from core.background_priority import step_back_thread
from core.interchange.receiving.associations import ReceivingAssociation, Surroundings
from core.interchange.receiving.refusals import Reason

LARGEST_PDU = 128 * 2**10
"""Bytes of a message that senders may send; what dcmtk sends at most. Larger ones cost memory, smaller ones time."""
_MOST_CONNECTIONS = 64
_MOST_CONNECTIONS_OF_ONE = 32
"""Connections that are open at the same time, whether or not they have said who they are."""
_JOIN_S = 2.0
_POLL_S = 0.1


class _CallHandler(RequestHandler):  # type: ignore[misc]
    """Makes the association of a new connection."""

    server: "ReceivingServer"

    def _create_association(self) -> Association:
        address = str(self.client_address[0])
        connection = cast(socket.socket, self.request)
        association = ReceivingAssociation(self.ae, connection, address, self.server.surroundings)
        association._server = self.server  # noqa: SLF001  # as pynetdicom's own handler does
        # The server finds its associations by this part of the name.
        association.name = "AcceptorThread@hilum"  # untranslated: a thread
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
        surroundings: What every association has to do with.
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
        surroundings: Surroundings,
    ) -> None:
        """Open the port.

        Raises:
            OSError: It cannot be opened.
        """
        self.surroundings = surroundings
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
        self.surroundings.door.note(Reason.TOO_MANY_SENDERS, "", address)
        return False

    def service_actions(self) -> None:
        """Leave garbage to those whose business it is: pynetdicom would collect it here, in any thread's midst."""

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        """Note what broke, instead of printing it."""
        self.surroundings.door.note(Reason.PROTOCOL_BROKEN, "", str(client_address[0]))

    def _serve(self) -> None:
        # The threads of the associations inherit it: the window goes first.
        step_back_thread()
        self.serve_forever(poll_interval=_POLL_S)
