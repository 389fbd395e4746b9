"""Sending objects to an archive: C-STORE, or STOW-RS."""

import io
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from core.durable_files import write_durably
from core.errors import (
    AssociationAbortedError,
    HilumError,
    NodeError,
    NodeFailureError,
    ObjectNotAcceptedError,
)
from core.interchange.archive.association import (
    EXPLICIT,
    IMPLICIT,
    Association,
    Offer,
    accepted_syntaxes,
    association,
    status_of,
)
from core.interchange.archive.dicom_object import DicomObject, in_syntax, is_complete_file, read_object, whole_file
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings, Protocol
from core.interchange.archive.object_classes import VERIFICATION
from core.interchange.archive.web import WebClient, web_client, web_errors
from core.jobs import CancellationToken, JobContext, Progress
from core.language import Worded, mark

MOST_AT_ONCE = 30
"""Objects per association: each may take three presentation contexts, and there are 128 (PS3.8 section 9.3.2.2)."""
_PATIENCE_S = 120.0
"""An archive may write a large object before it answers."""
_ALREADY_THERE = 0x0111
_CLASS_NOT_SUPPORTED = 0x0122
_REFUSALS = frozenset({0x0117, 0x0118, _CLASS_NOT_SUPPORTED, 0xC122, 0xC124})
"""Answers that will not change: no such instance, no such class, transfer syntax not supported (STOW-RS).
Source: DICOM PS3.7 annex C, PS3.18 annex I.2."""


class Sender(ABC):
    """Sends objects one after the other over a connection that is held meanwhile."""

    @abstractmethod
    def send(self, item: DicomObject) -> None:
        """Send an object; the archive has it when this returns.

        Raises:
            ObjectNotAcceptedError: The archive does not take it, now or later.
            NodeFailureError: The archive could not take it now.
            NodeError: The connection broke: whether the archive has it is not known.
            FileError: The file cannot be read or converted.
        """


@contextmanager
def sending(
    node: ArchiveNode, items: Sequence[DicomObject], settings: ConnectionSettings, token: CancellationToken
) -> Iterator[Sender]:
    """Hold a connection over which objects can be sent.

    Args:
        node: The archive; it is reached in the way that it prefers.
        items: What is going to be sent, at most `MOST_AT_ONCE`.
        settings: Names Hilum's AE title.
        token: Breaks off what is under way.

    Raises:
        NodeError: It did not come about; the kind says why.
        JobCancelledError: It was stopped.
    """
    if node.protocol is Protocol.DICOMWEB:
        with web_client(node) as client:
            yield _WebSender(node, client)
        return
    title = settings.calling_title(node)
    with association(node, title, list(_offers(items)), service=mark("storing"), token=token) as opened:
        opened.dimse_timeout = max(node.timeout_s, _PATIENCE_S)
        yield _DimseSender(node, opened)


def send_files(
    node: ArchiveNode,
    paths: Sequence[Path],
    settings: ConnectionSettings,
    context: JobContext[Progress] | None = None,
    on_refused: Callable[[Path, HilumError], None] | None = None,
) -> int:
    """Send files at once, without the queue.

    Args:
        node: The archive.
        paths: DICOM files.
        settings: Names Hilum's AE title.
        context: Progress per object, and when to stop.
        on_refused: Called with each file that the archive has not taken, and why.

    Returns:
        How many the archive has taken.

    Raises:
        NodeError: The connection did not come about, or broke.
        JobCancelledError: It was stopped.
    """
    context = context or JobContext()
    sent = 0
    for start in range(0, len(paths), MOST_AT_ONCE):
        items = []
        for path in paths[start : start + MOST_AT_ONCE]:
            try:
                items.append(read_object(path))
            except HilumError as error:
                _tell(on_refused, path, error)
        if not items:
            continue
        with sending(node, items, settings, context.token) as sender:
            for item in items:
                context.raise_if_cancelled()
                try:
                    sender.send(item)
                except (ObjectNotAcceptedError, NodeFailureError) as error:
                    _tell(on_refused, item.path, error)
                else:
                    sent += 1
                    context.report(Progress(sent, len(paths)))
    return sent


def _tell(on_refused: Callable[[Path, HilumError], None] | None, path: Path, error: HilumError) -> None:
    if on_refused is not None:
        on_refused(path, error)


class _DimseSender(Sender):
    """Sends over an association."""

    def __init__(self, node: ArchiveNode, opened: Association) -> None:
        self._node = node
        self._opened = opened

    def send(self, item: DicomObject) -> None:
        """Send an object by C-STORE, as it lies on the disk where the archive takes that."""
        accepted = accepted_syntaxes(self._opened, item.sop_class_uid)
        if not accepted:
            raise _kind_refused(self._node, item)
        with _as_accepted(item, accepted) as path:
            if path is None:
                raise _syntax_refused(self._node, item)
            if not self._opened.is_established:
                raise AssociationAbortedError(self._node.name, mark("between two objects"))
            answer = self._opened.send_c_store(path)
        status = status_of(self._node, self._opened, answer, mark("while sending an object"))
        problem = storing_problem(self._node, status, item)
        if problem is not None:
            raise problem


@contextmanager
def _as_accepted(item: DicomObject, accepted: frozenset[str]) -> Iterator[Path | None]:
    """The object's own file where an archive takes that, else a temporary one in a form that it takes, or None."""
    if item.transfer_syntax not in accepted:
        content = in_syntax(item, accepted)
        if content is None:
            yield None
            return
    elif is_complete_file(item):
        yield item.path
        return
    else:
        content = whole_file(item)
    with tempfile.TemporaryDirectory(prefix="hilum-") as folder:
        path = Path(folder) / "object.dcm"  # untranslated: a name
        write_durably(path, lambda file: file.write(content))
        yield path


class _WebSender(Sender):
    """Sends by STOW-RS, one object per request: what becomes of it is known by its status."""

    def __init__(self, node: ArchiveNode, client: WebClient) -> None:
        self._node = node
        self._client = client

    def send(self, item: DicomObject) -> None:
        """Send an object by STOW-RS."""
        import requests
        from pydicom import dcmread

        from core.imaging.dicom_dataset import parsing

        with parsing(item.path):
            dataset = dcmread(io.BytesIO(whole_file(item)))
        with web_errors(self._node):
            try:
                answer = self._client.store_instances([dataset])
            except requests.exceptions.HTTPError as error:
                problem = self._problem(error.response, item)
                if problem is None:
                    raise
                raise problem from error
        problem = self._failure(answer, item)
        if problem is not None:
            raise problem

    def _problem(self, response: Any, item: DicomObject) -> HilumError | None:
        """What a refusal of the whole request means for the object; None where it is about something else."""
        from pydicom.dataset import Dataset

        if response.status_code == 415:
            return _syntax_refused(self._node, item)
        if response.status_code not in (400, 409):
            return None
        try:
            answer = Dataset.from_json(response.json())
        except (ValueError, KeyError, TypeError, AttributeError):
            answer = Dataset()
        refused = Worded.of(mark("it refuses it (HTTP status {status})"), status=response.status_code)
        return self._failure(answer, item) or ObjectNotAcceptedError(self._node.name, refused)

    def _failure(self, answer: Any, item: DicomObject) -> HilumError | None:
        from core.imaging.dicom_attributes import integer_of, items_of, text_of

        for failed in items_of(answer, "FailedSOPSequence"):  # untranslated: a name
            if text_of(failed, "ReferencedSOPInstanceUID") in ("", item.sop_uid):
                # Without a reason it may be for want of room.
                reason = integer_of(failed, "FailureReason") or 0xA700  # untranslated: DICOM
                return storing_problem(self._node, reason, item)
        return None


def storing_problem(node: ArchiveNode, status: int, item: DicomObject) -> NodeError | None:
    """What the status of a C-STORE, or the failure reason of STOW-RS, means; None where the archive has the object.

    Source: DICOM PS3.4 table B.2-1, PS3.7 annex C, PS3.18 annex I.2.
    """
    if status in (0, _ALREADY_THERE) or 0xB000 <= status <= 0xBFFF:
        return None
    if status == _CLASS_NOT_SUPPORTED:
        return _kind_refused(node, item)
    if status == 0xC122:
        return _syntax_refused(node, item)
    code = f"0x{status:04X}"
    if status in _REFUSALS or 0xA900 <= status <= 0xA9FF or 0xC000 <= status <= 0xCFFF:
        return ObjectNotAcceptedError(
            node.name, Worded.of(mark("it does not understand it (status {status})"), status=code)
        )
    is_full = 0xA700 <= status <= 0xA7FF
    text = mark("it has no room left, status {status}") if is_full else mark("storing, status {status}")
    return NodeFailureError(node.name, Worded.of(text, status=code))


def _offers(items: Sequence[DicomObject]) -> Iterator[Offer]:
    """Every kind of object in its own transfer syntax and in those that all archives must take, one by one.

    Verification goes along so that an archive that takes none of them says so object by object.
    """
    pairs: dict[tuple[str, str], None] = {}
    for item in items:
        for syntax in (item.transfer_syntax, EXPLICIT, IMPLICIT):
            pairs[item.sop_class_uid, syntax] = None
    yield from (Offer(kind, (syntax,)) for kind, syntax in pairs)
    yield Offer(VERIFICATION)


def _kind_refused(node: ArchiveNode, item: DicomObject) -> ObjectNotAcceptedError:
    from pydicom.uid import UID

    return ObjectNotAcceptedError(
        node.name, Worded.of(mark("it takes no objects of the kind {kind}"), kind=UID(item.sop_class_uid).name)
    )


def _syntax_refused(node: ArchiveNode, item: DicomObject) -> ObjectNotAcceptedError:
    from pydicom.uid import UID

    text = mark("it takes no images stored as {syntax}, nor what Hilum can make of them")
    return ObjectNotAcceptedError(node.name, Worded.of(text, syntax=UID(item.transfer_syntax).name))
