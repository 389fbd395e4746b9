"""The test of a node: does it answer, and what does it offer to Hilum?"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.errors import HilumError, JobCancelledError, NodeError, NodeFailureError, ServiceNotOfferedError
from core.interchange.archive.association import Association, Offer, association, status_of
from core.interchange.archive.nodes import ArchiveNode, Protocol, check_node
from core.interchange.archive.object_classes import (
    COMPUTED_RADIOGRAPHY,
    STORAGE_COMMITMENT,
    STUDY_ROOT_FIND,
    STUDY_ROOT_GET,
    STUDY_ROOT_MOVE,
    VERIFICATION,
)
from core.interchange.archive.web import web_client
from core.jobs import CancellationToken, JobContext, Progress
from core.language import Worded, mark


class Service(StrEnum):
    """What a node may offer."""

    VERIFICATION = "verification"
    FIND = "find"
    GET = "get"
    MOVE = "move"
    STORE = "store"
    COMMITMENT = "commitment"
    WEB_SEARCH = "web search"  # untranslated: a code


_OFFERED_BY = {
    Service.VERIFICATION: VERIFICATION,
    Service.FIND: STUDY_ROOT_FIND,
    Service.GET: STUDY_ROOT_GET,
    Service.MOVE: STUDY_ROOT_MOVE,
    Service.STORE: COMPUTED_RADIOGRAPHY,
    Service.COMMITMENT: STORAGE_COMMITMENT,
}


@dataclass(frozen=True)
class NodeCheck:
    """The test of one way to a node.

    Attributes:
        protocol: The way.
        services: What is offered over it, to the AE title that was used.
        seconds: How long it took.
        error: Why it failed, None where it answered; `core.error_wording` words it.
    """

    protocol: Protocol
    services: tuple[Service, ...]
    seconds: float
    error: HilumError | None = None


@dataclass(frozen=True)
class NodeTestOutcome:
    """What the test of a node found.

    Attributes:
        node: The node's name.
        checks: One per way to it that was entered.
    """

    node: str
    checks: tuple[NodeCheck, ...]

    @property
    def is_reached(self) -> bool:
        """Whether it answered on every way that was entered."""
        return all(check.error is None for check in self.checks)


def probe_node(node: ArchiveNode, own_ae_title: str, context: JobContext[Progress] | None = None) -> NodeTestOutcome:
    """Test a node: verification (C-ECHO) and what it offers, and a search for nothing over DICOMweb.

    Args:
        node: The node, which need not be kept yet.
        own_ae_title: Hilum's AE title; the node's own `calling_ae_title` goes first.
        context: Says when to stop.

    Returns:
        What was found; failures of the network are in it, not raised.

    Raises:
        InvalidNodeError: A field of the node holds what cannot be.
        JobCancelledError: It was stopped.
    """
    context = context or JobContext()
    check_node(node)
    checks = []
    for number, protocol in enumerate(node.protocols):
        context.raise_if_cancelled()
        context.report(Progress(number, len(node.protocols), protocol.value))
        probe = _probe_dimse if protocol is Protocol.DIMSE else _probe_web
        checks.append(_timed(protocol, probe, node, node.calling_ae_title or own_ae_title, context.token))
    return NodeTestOutcome(node.name, tuple(checks))


Probe = Callable[[ArchiveNode, str, CancellationToken], tuple[Service, ...]]


def _timed(
    protocol: Protocol, probe: Probe, node: ArchiveNode, calling_title: str, token: CancellationToken
) -> NodeCheck:
    start = time.monotonic()
    error: HilumError | None = None
    services: tuple[Service, ...] = ()
    try:
        services = probe(node, calling_title, token)
    except JobCancelledError:
        raise
    except NodeError as problem:
        error = problem
    return NodeCheck(protocol, services, time.monotonic() - start, error)


def _probe_dimse(node: ArchiveNode, calling_title: str, token: CancellationToken) -> tuple[Service, ...]:
    """Ask for everything at once: a node answers for each service whether this AE title may use it."""
    offers = [Offer(syntax) for syntax in _OFFERED_BY.values()]
    with association(node, calling_title, offers, service=mark("any of its services"), token=token) as opened:
        services = tuple(_services(opened))
        if Service.VERIFICATION not in services:
            if not services:
                raise ServiceNotOfferedError(node.name, mark("verification"))
            return services
        status = status_of(node, opened, opened.send_c_echo(), mark("while asked whether it is there"))
        if status != 0:
            raise NodeFailureError(
                node.name, Worded.of(mark("verification, status {status}"), status=f"0x{status:04X}")
            )
        return services


def _services(opened: Association) -> Iterator[Service]:
    accepted = {str(context.abstract_syntax) for context in opened.accepted_contexts}
    return (service for service, syntax in _OFFERED_BY.items() if syntax in accepted)


def _probe_web(node: ArchiveNode, _calling_title: str, _token: CancellationToken) -> tuple[Service, ...]:
    with web_client(node) as client:
        answer = client.search_for_studies(limit=1)
        if not isinstance(answer, list):
            raise TypeError("the answer is no list")
    return (Service.WEB_SEARCH,)
