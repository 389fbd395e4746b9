"""What the pages about connections say of archives, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.error_wording import describe_error
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings, Protocol, Retrieval
from core.interchange.archive.probe import NodeCheck, NodeTestOutcome, Service

if TYPE_CHECKING:
    from core.interchange.receiving.settings import ReceiverSettings

PROTOCOL_WORDS = {Protocol.DIMSE: "DICOM", Protocol.DICOMWEB: "DICOMweb"}
_SERVICE_WORDS = {
    Service.VERIFICATION: "being tested",
    Service.FIND: "searching",
    Service.GET: "retrieving (C-GET)",
    Service.MOVE: "retrieving by sending back (C-MOVE)",
    Service.STORE: "storing",
    Service.COMMITMENT: "storage commitment",
    Service.WEB_SEARCH: "searching",
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
        tried = f"DICOMweb, a search at {node.dicomweb_url}"
    else:
        tried = f"DICOM, from {settings.calling_title(node)} to {node.ae_title} at {node.host}:{node.port}"
    if check.error is not None:
        return f"{sign} {tried}: {describe_error(check.error).text}"
    offered = ", ".join(_SERVICE_WORDS[service] for service in check.services if service is not Service.VERIFICATION)
    said = f"It offers Hilum: {offered}." if offered else "It offers Hilum nothing beyond this test."
    lacking = " ".join(_lacking(check, node))
    return f"{sign} {tried}: answered in {check.seconds:.1f} s. {said} {lacking}".strip()


def _lacking(check: NodeCheck, node: ArchiveNode) -> list[str]:
    """What was chosen for this archive, and is not offered."""
    if check.protocol is not Protocol.DIMSE:
        return []
    found = []
    chosen = Service.MOVE if node.retrieval is Retrieval.MOVE else Service.GET
    other = Service.GET if chosen is Service.MOVE else Service.MOVE
    if Service.FIND in check.services and chosen not in check.services:
        advice = "choose the other way" if other in check.services else "ask whoever looks after the archive"
        found.append(f"Images cannot be retrieved in the way that is chosen above: {advice}.")
    if node.asks_commitment and Service.COMMITMENT not in check.services:
        found.append("It does not offer storage commitment: what is sent will not be promised to be kept.")
    return found


def describe_node(node: ArchiveNode) -> str:
    """Where an archive is, in one line."""
    if Protocol.DIMSE in node.protocols:
        return f"{node.ae_title} at {node.host}:{node.port}"
    return node.dicomweb_url


def describe_receiving(settings: ReceiverSettings) -> str:
    """What it means that receiving is on, or off, with these settings."""
    if not settings.is_enabled:
        return "Receiving is off: nothing can be sent to Hilum from anywhere."
    if settings.is_for_this_computer_only:
        reach = "Only programs on this computer can reach it."
    else:
        reach = "Other computers of the network can reach it."
        if not settings.tls.is_used:
            reach += " Without encryption others in the network can read the scans and patients' names on their way."
    taken = (
        "Scans of the senders listed here are taken in, put on the worklist and classified; nobody else is let in."
        if settings.callers
        else "No sender is listed yet, so nobody is let in."
    )
    return (
        f"While this window is open, Hilum listens at {settings.address}, port {settings.port}, as"
        f" {settings.ae_title}. {reach} {taken}"
    )
