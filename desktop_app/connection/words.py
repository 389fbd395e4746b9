"""What the pages about connections say of archives, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.error_wording import describe_error
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings, Protocol, Retrieval
from core.interchange.archive.probe import NodeCheck, NodeTestOutcome, Service
from core.language import mark, tr
from core.number_format import decimal

if TYPE_CHECKING:
    from core.interchange.receiving.settings import ReceiverSettings

PROTOCOL_WORDS = {Protocol.DIMSE: mark("DICOM"), Protocol.DICOMWEB: mark("DICOMweb")}
_SERVICE_WORDS = {
    Service.VERIFICATION: mark("being tested"),
    Service.FIND: mark("searching"),
    Service.GET: mark("retrieving (C-GET)"),
    Service.MOVE: mark("retrieving by sending back (C-MOVE)"),
    Service.STORE: mark("storing"),
    Service.COMMITMENT: mark("storage commitment"),
    Service.WEB_SEARCH: mark("searching"),
}
_SIGNS = {True: "\N{CHECK MARK}", False: "\N{MULTIPLICATION X}"}
"""Beside the words: a colour alone says nothing to an eye that cannot tell it."""


def describe_outcome(outcome: NodeTestOutcome, node: ArchiveNode, settings: ConnectionSettings) -> str:
    """What was tried, what came back, and what to do.

    Args:
        outcome: Of the test.
        node: The archive as it was tested.
        settings: With the AE title that it was tested with.
    """
    return "\n".join(_describe_check(check, node, settings) for check in outcome.checks)


def _describe_check(check: NodeCheck, node: ArchiveNode, settings: ConnectionSettings) -> str:
    sign = _SIGNS[check.error is None]
    if check.protocol is Protocol.DICOMWEB:
        tried = tr("DICOMweb, a search at {address}").format(address=node.dicomweb_url)
    else:
        tried = tr("DICOM, from {calling} to {called} at {host}:{port}").format(
            calling=settings.calling_title(node), called=node.ae_title, host=node.host, port=node.port
        )
    if check.error is not None:
        return f"{sign} {tried}: {describe_error(check.error).text}"
    offered = ", ".join(
        tr(_SERVICE_WORDS[service]) for service in check.services if service is not Service.VERIFICATION
    )
    said = (
        tr("It offers Hilum: {services}.").format(services=offered)
        if offered
        else tr("It offers Hilum nothing beyond this test.")
    )
    lacking = " ".join(_lacking(check, node))
    answered = tr("{tried}: answered in {seconds} s.").format(tried=tried, seconds=decimal(check.seconds, 1))
    return f"{sign} {answered} {said} {lacking}".strip()


def _lacking(check: NodeCheck, node: ArchiveNode) -> list[str]:
    """What was chosen for this archive, and is not offered."""
    if check.protocol is not Protocol.DIMSE:
        return []
    found = []
    chosen = Service.MOVE if node.retrieval is Retrieval.MOVE else Service.GET
    other = Service.GET if chosen is Service.MOVE else Service.MOVE
    if Service.FIND in check.services and chosen not in check.services:
        found.append(
            tr("Images cannot be retrieved in the way that is chosen above: choose the other way.")
            if other in check.services
            else tr("Images cannot be retrieved in the way that is chosen above: ask whoever looks after the archive.")
        )
    if node.asks_commitment and Service.COMMITMENT not in check.services:
        found.append(tr("It does not offer storage commitment: what is sent will not be promised to be kept."))
    return found


def describe_node(node: ArchiveNode) -> str:
    """Where an archive is, in one line."""
    if Protocol.DIMSE in node.protocols:
        return tr("{title} at {host}:{port}").format(title=node.ae_title, host=node.host, port=node.port)
    return node.dicomweb_url


def describe_receiving(settings: ReceiverSettings) -> str:
    """What it means that receiving is on, or off, with these settings."""
    if not settings.is_enabled:
        return tr("Receiving is off: nothing can be sent to Hilum from anywhere.")
    if settings.is_for_this_computer_only:
        reach = tr("Only programs on this computer can reach it.")
    else:
        reach = tr("Other computers of the network can reach it.")
        if not settings.tls.is_used:
            unsafe = tr("Without encryption others in the network can read the scans and patients' names on their way.")
            reach = f"{reach} {unsafe}"
    taken = (
        tr("Scans of the senders listed here are taken in, put on the worklist and classified; nobody else is let in.")
        if settings.callers
        else tr("No sender is listed yet, so nobody is let in.")
    )
    listens = tr("While this window is open, Hilum listens at {address}, port {port}, as {title}.").format(
        address=settings.address, port=settings.port, title=settings.ae_title
    )
    return f"{listens} {reach} {taken}"
