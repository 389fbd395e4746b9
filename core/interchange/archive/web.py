"""DICOMweb (DICOM PS3.18): a client for a node, and what its failures mean."""

import contextlib
import logging
import ssl
from collections.abc import Iterator
from typing import Any

from core.errors import (
    AssociationAbortedError,
    LoginRefusedError,
    NodeEncryptionError,
    NodeError,
    NodeFailureError,
    NodeSilentError,
    NodeUnreachableError,
    NotDicomWebError,
    ServiceNotOfferedError,
)
from core.interchange.archive.encryption import client_context, encryption_problem
from core.interchange.archive.nodes import ArchiveNode, check_node
from core.interchange.archive.web_address import as_tcp_node
from core.interchange.dicom_network import prepare_network_library
from core.language import Worded, mark, tr
from core.number_format import general

_CONNECTIONS = 2
WebClient = Any
"""dicomweb_client's DICOMwebClient; it comes without types that a reader could use."""


@contextlib.contextmanager
def web_client(node: ArchiveNode) -> Iterator[WebClient]:
    """Hold a client for a node's DICOMweb services; what fails within is raised as a kind of `NodeError`.

    Only what a person entered is used: no proxy and no password from this computer's environment.

    Args:
        node: The archive; it must have a DICOMweb address.

    Raises:
        NodeError: One of its kinds.
    """
    import requests
    from dicomweb_client import DICOMwebClient

    check_node(node)
    prepare_network_library()
    # It logs addresses, which hold UIDs, and warnings of servers as they come.
    logging.getLogger("dicomweb_client").setLevel(logging.CRITICAL + 1)
    with contextlib.closing(requests.Session()) as session, web_errors(node):
        session.trust_env = False
        if node.user_name:
            session.auth = (node.user_name, node.password)
        session.mount(node.dicomweb_url, _adapter(node))
        if node.tls.ca_file is not None:
            session.verify = str(node.tls.ca_file)
        client = DICOMwebClient(
            node.dicomweb_url.rstrip("/"), session=session, timeout=node.timeout_s, permissive_uid=True
        )
        client.set_http_retry_params(retry=False)
        yield client


@contextlib.contextmanager
def web_errors(node: ArchiveNode) -> Iterator[None]:
    """Raise what the web client raises as kinds of `NodeError`; texts of servers may quote patients."""
    import requests

    try:
        yield
    except requests.exceptions.HTTPError as error:
        raise _refusal(node, error.response) from error
    except requests.exceptions.SSLError as error:
        raise NodeEncryptionError(node.name, _encryption_clause(error)) from error
    except requests.exceptions.Timeout as error:
        raise NodeSilentError(node.name, _seconds(node.timeout_s)) from error
    except requests.exceptions.ConnectionError as error:
        raise _connection_problem(node) from error
    except requests.exceptions.RequestException as error:
        raise NodeFailureError(node.name, type(error).__name__) from error
    except (ValueError, KeyError, TypeError, AttributeError, EOFError) as error:
        # What came is neither the JSON nor the parts that the standard asks for.
        raise NotDicomWebError(node.name, mark("the answer is not in DICOM's form")) from error


def _refusal(node: ArchiveNode, response: Any) -> NodeError:
    status = int(response.status_code)
    stated = Worded.of(mark("HTTP status {status}"), status=status)
    if status in (401, 403):
        return LoginRefusedError(node.name, stated)
    if status in (404, 405, 501):
        return NotDicomWebError(node.name, stated)
    if status in (406, 415):
        return ServiceNotOfferedError(
            node.name, Worded.of(mark("images in this form (HTTP status {status})"), status=status)
        )
    if status in (408, 504):
        return NodeSilentError(node.name, stated)
    return NodeFailureError(node.name, stated)


def _seconds(timeout_s: float) -> str:
    return Worded(lambda: tr("{time} seconds").format(time=general(timeout_s)))


def _connection_problem(node: ArchiveNode) -> NodeError:
    """Ask the network itself, as for DICOM's own connections: the web library only has nested texts."""
    from core.interchange.archive.diagnosis import connection_problem

    found = connection_problem(as_tcp_node(node))
    if isinstance(found, NodeUnreachableError):
        return AssociationAbortedError(node.name, mark("its web service"))
    return found


def _encryption_clause(error: BaseException) -> str:
    """The clause for the handshake's own error, which lies somewhere within what the web library raises."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLError):
            return encryption_problem(seen)
        inner = getattr(seen, "reason", None) or next(
            (argument for argument in seen.args if isinstance(argument, BaseException)), None
        )
        seen = inner if isinstance(inner, BaseException) else seen.__cause__ or seen.__context__
    return mark("the two could not agree on an encryption")


def _adapter(node: ArchiveNode) -> Any:
    """What sends requests: encrypted by the node's settings, with wildcards as they are."""
    from requests.adapters import HTTPAdapter

    adapter = HTTPAdapter()
    if node.dicomweb_url.startswith("https"):
        # None is for "as the context says"; only False turns the check off.
        names = {} if node.tls.checks_name else {"assert_hostname": False}
        adapter.init_poolmanager(_CONNECTIONS, _CONNECTIONS, ssl_context=client_context(node), **names)
    address = adapter.request_url
    adapter.request_url = lambda request, proxies: _with_plain_wildcards(address(request, proxies))
    return adapter


def _with_plain_wildcards(address: str) -> str:
    """Signs that may stand in a query as they are (RFC 3986 section 3.4): Orthanc 1.10 takes them in no other form."""
    path, mark, query = address.partition("?")
    for sign in "*?/:@,":
        query = query.replace(f"%{ord(sign):02X}", sign)
    return f"{path}{mark}{query}"
