"""Why no connection comes about: asked of the network itself, step by step, once one did not.

The DICOM library only says that it failed. Here the name is looked up, the port knocked at and encryption tried, and
the first step that fails is the answer.
"""

import contextlib
import errno
import socket
import ssl
from dataclasses import replace

from core.errors import (
    ConnectionRefusedByHostError,
    HostUnknownError,
    NodeEncryptionError,
    NodeError,
    NodeSilentError,
    NodeUnreachableError,
)
from core.interchange.archive.encryption import PROBABLY_PLAIN, client_context, encryption_problem
from core.interchange.archive.nodes import ArchiveNode
from core.language import Worded, mark, tr
from core.number_format import general

_SHORT_LOOK_S = 2.0
"""Long enough for a handshake with a node that has just answered."""
_NO_WAY = frozenset({errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN, errno.EADDRNOTAVAIL})


def connection_problem(node: ArchiveNode) -> NodeError:
    """Why a node could not be connected to.

    Args:
        node: The archive.

    Returns:
        The error to raise.
    """
    try:
        plain = _connect(node)
    except OSError as error:
        return socket_problem(node, error)
    with contextlib.closing(plain):
        found = _handshake_problem(node, plain) if node.tls.is_used else None
    return found or NodeUnreachableError(node.name, mark("it could be reached a moment later"))


def problem_after_connecting(node: ArchiveNode) -> NodeError | None:
    """What encryption has to do with it where a node broke off after the connection was made; None where nothing.

    A node that wants encryption breaks off when spoken to without. With TLS 1.3 one that wants a certificate says so
    after the handshake only.
    """
    try:
        plain = _connect(node)
    except OSError:
        return None
    with contextlib.closing(plain):
        if node.tls.is_used:
            return _handshake_problem(node, plain)
        encrypted = replace(node, tls=replace(node.tls, ca_file=None, certificate=None, key=None, checks_name=False))
        context = client_context(encrypted)
        context.verify_mode = ssl.CERT_NONE
        plain.settimeout(min(node.timeout_s, _SHORT_LOOK_S))
        try:
            with context.wrap_socket(plain, server_hostname=node.host):
                pass
        except ssl.SSLError as error:
            # A node that refuses by an alert of TLS's speaks it.
            if "ALERT" not in (error.reason or ""):
                return None
        except OSError:
            return None
    return NodeEncryptionError(node.name, mark("it wants encryption, and is entered without"))


def socket_problem(node: ArchiveNode, error: OSError) -> NodeError:
    """What the system's refusal to connect means."""
    where = Worded.of(mark("{host}, port {port}"), host=node.host, port=node.port)
    if isinstance(error, socket.gaierror):
        return HostUnknownError(node.name, node.host)
    if isinstance(error, TimeoutError):
        return NodeSilentError(node.name, _no_answer(where, node.timeout_s))
    if isinstance(error, ConnectionRefusedError):
        return ConnectionRefusedByHostError(node.name, where)
    if error.errno in _NO_WAY:
        return NodeUnreachableError(node.name, (error.strerror or "").lower())
    return NodeUnreachableError(node.name, error.strerror or type(error).__name__)


def _no_answer(where: str, timeout_s: float) -> str:
    return Worded(lambda: tr("{where}, {time} seconds").format(where=tr(where), time=general(timeout_s)))


def _connect(node: ArchiveNode) -> socket.socket:
    return socket.create_connection((node.host, node.port), timeout=node.timeout_s)


def _handshake_problem(node: ArchiveNode, plain: socket.socket) -> NodeError | None:
    """What goes wrong with encryption by the node's settings, None where nothing does."""
    plain.settimeout(min(node.timeout_s, _SHORT_LOOK_S))
    try:
        with (
            client_context(node).wrap_socket(plain, server_hostname=node.host) as encrypted,
            contextlib.suppress(TimeoutError),
        ):
            # What the other side has against our certificate comes with the first bytes only.
            encrypted.settimeout(_SHORT_LOOK_S)
            encrypted.recv(1)
    except NodeEncryptionError as error:
        return error
    except ssl.SSLError as error:
        return NodeEncryptionError(node.name, encryption_problem(error))
    except TimeoutError:
        return NodeEncryptionError(node.name, PROBABLY_PLAIN)
    except OSError:
        return NodeEncryptionError(
            node.name, mark("it broke off while encryption was agreed on; perhaps it is not used at this port")
        )
    return None
