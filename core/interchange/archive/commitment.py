"""Asking an archive to commit itself to keeping objects (DICOM PS3.4 annex J): only then may the sender's copy go."""

import queue
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from core.errors import ListeningFailedError, NodeFailureError, ServiceNotOfferedError
from core.interchange.archive.association import Offer, association, status_of
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings
from core.interchange.archive.object_classes import STORAGE_COMMITMENT, STORAGE_COMMITMENT_INSTANCE
from core.interchange.archive.own_port import awaiting_commitment, take_report
from core.jobs import JobContext
from core.language import Worded, mark

_REQUEST = 1
_LOOK_S = 0.1
_REASONS = {
    # Failure Reason (0008,1197), DICOM PS3.3 section C.14.1.1.
    0x0110: mark("it could not look for it"),
    0x0112: mark("it does not have it"),
    0x0119: mark("it has it as another kind of object"),
    0x0122: mark("it does not keep this kind of object"),
    0x0213: mark("it has no room for it"),
}


@dataclass(frozen=True)
class CommitmentReport:
    """What an archive commits itself to.

    Attributes:
        committed: SOP Instance UIDs that it promises to keep.
        refused: The others, and why as a clause.
    """

    committed: frozenset[str]
    refused: dict[str, str]


def request_commitment(
    node: ArchiveNode,
    objects: Sequence[tuple[str, str]],
    settings: ConnectionSettings,
    context: JobContext[Any] | None = None,
    *,
    wait_s: float = 30.0,
) -> CommitmentReport | None:
    """Ask an archive to commit itself, and wait for its answer: on the same association, or at Hilum's own port.

    Args:
        node: The archive, reached by DICOM's own network.
        objects: SOP class and SOP instance of each.
        settings: Hilum's AE title and own port. Where the port is taken, only the same association is waited on.
        context: Says when to stop.
        wait_s: How long to wait for the answer, in seconds. Archives may answer hours later; they are asked again then.

    Returns:
        The answer, None where none came in time.

    Raises:
        NodeError: The archive was not reached, or refuses the request; `ServiceNotOfferedError` where it does not
            commit itself at all.
        JobCancelledError: It was stopped.
    """
    from pydicom.uid import generate_uid
    from pynetdicom import evt

    if not node.host:
        raise ServiceNotOfferedError(node.name, mark("storage commitment, which DICOMweb does not have"))
    context = context or JobContext()
    transaction_uid = str(generate_uid(prefix=None))
    reports: queue.SimpleQueue[Any] = queue.SimpleQueue()
    handlers = [(evt.EVT_N_EVENT_REPORT, lambda event: take_report(event, {transaction_uid: reports}.get))]
    with ExitStack() as stack:
        try:
            stack.enter_context(awaiting_commitment(settings, transaction_uid, reports))
            has_port = True
        except ListeningFailedError:
            has_port = False
        with association(
            node,
            settings.calling_title(node),
            [Offer(STORAGE_COMMITMENT)],
            service=mark("storage commitment"),
            token=context.token,
            handlers=handlers,
        ) as opened:
            response, _ = opened.send_n_action(
                _request(transaction_uid, objects), _REQUEST, STORAGE_COMMITMENT, STORAGE_COMMITMENT_INSTANCE
            )
            status = status_of(node, opened, response, mark("while asked to commit itself"))
            if status != 0:
                raise NodeFailureError(
                    node.name, Worded.of(mark("storage commitment, status {status}"), status=f"0x{status:04X}")
                )
            # An archive that answers over this association does so at once or never.
            answer = _next(reports, context, wait_s if not has_port else min(wait_s, 1.0))
        answer = answer if answer is not None or not has_port else _next(reports, context, wait_s)
    return None if answer is None else _report(answer)


def _request(transaction_uid: str, objects: Sequence[tuple[str, str]]) -> Any:
    from pydicom.dataset import Dataset

    request = Dataset()
    request.TransactionUID = transaction_uid
    request.ReferencedSOPSequence = []
    for sop_class_uid, sop_uid in objects:
        item = Dataset()
        item.ReferencedSOPClassUID = sop_class_uid
        item.ReferencedSOPInstanceUID = sop_uid
        request.ReferencedSOPSequence.append(item)
    return request


def _next(reports: "queue.SimpleQueue[Any]", context: JobContext[Any], wait_s: float) -> Any | None:
    end = time.monotonic() + wait_s
    while True:
        context.raise_if_cancelled()
        try:
            return reports.get(timeout=_LOOK_S)
        except queue.Empty:
            if time.monotonic() >= end:
                return None


def _report(answer: Any) -> CommitmentReport:
    from core.imaging.dicom_attributes import integer_of, items_of, text_of

    committed = frozenset(
        text_of(item, "ReferencedSOPInstanceUID")  # untranslated: DICOM
        for item in items_of(answer, "ReferencedSOPSequence")  # untranslated: DICOM
    )
    refused = {}
    for item in items_of(answer, "FailedSOPSequence"):  # untranslated: DICOM
        reason = integer_of(item, "FailureReason") or 0  # untranslated: DICOM
        refused[text_of(item, "ReferencedSOPInstanceUID")] = _REASONS.get(  # untranslated: DICOM
            reason, Worded.of(mark("reason {code}"), code=f"0x{reason:04X}")
        )
    return CommitmentReport(committed, refused)
