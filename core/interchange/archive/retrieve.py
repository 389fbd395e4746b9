"""Bringing a study from an archive into a folder: C-GET, C-MOVE to Hilum's own port, or WADO-RS."""

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import CallingTitleUnknownError, NodeFailureError, NotDicomWebError
from core.interchange.archive.arrivals import Arrivals
from core.interchange.archive.association import Association, Offer, association, status_of
from core.interchange.archive.find import Finder, finding
from core.interchange.archive.nodes import ArchiveNode, ConnectionSettings, Protocol, Retrieval
from core.interchange.archive.object_classes import (
    COMPRESSED_SYNTAXES,
    IMAGE_CLASSES,
    IMAGE_MODALITIES,
    OTHER_CLASSES,
    STUDY_ROOT_GET,
    STUDY_ROOT_MOVE,
    UNCOMPRESSED_SYNTAXES,
)
from core.interchange.archive.own_port import awaiting_study, take_event
from core.interchange.archive.queries import FoundSeries
from core.interchange.archive.web import web_client
from core.jobs import JobContext, Progress
from core.language import Worded, mark

_WARNING = 0xB000
_DESTINATION_UNKNOWN = 0xA801
_PATIENCE_S = 120.0
"""An archive may have to fetch images from a tape before it answers."""


@dataclass(frozen=True)
class RetrievedStudy:
    """What came of a study.

    Attributes:
        files: The objects, each in a file named by its SOP Instance UID.
        failed: How many objects the archive could not send.
    """

    files: tuple[Path, ...]
    failed: int = 0


def retrieve(
    node: ArchiveNode,
    study_uid: str,
    folder: Path,
    settings: ConnectionSettings,
    context: JobContext[Progress] | None = None,
    *,
    series_uids: tuple[str, ...] = (),
    with_other_objects: bool = False,
) -> RetrievedStudy:
    """Bring a study's images into a folder. Each is on the disk, whole, before the archive is told that it arrived.

    Args:
        node: The archive; how images come from it is its setting.
        study_uid: Study Instance UID.
        folder: Where the files go; made where it is not there.
        settings: Hilum's AE title, and its own port for C-MOVE.
        context: Progress per image, and when to stop; what has come by then stays.
        series_uids: Only these series, empty for all that may hold radiographs.
        with_other_objects: Also reports, presentation states and other results.

    Raises:
        NodeError: The archive was not reached or could not send; the kind says why.
        ListeningFailedError: Hilum's own port could not be opened (C-MOVE).
        OutputNotWritableError: The folder cannot be written.
        JobCancelledError: It was stopped.
    """
    context = context or JobContext()
    with finding(node, settings, context.token) as finder:
        listed = finder.series(study_uid)
        if not listed:
            raise NodeFailureError(node.name, mark("it does not have this study"))
        chosen = [series for series in listed if _is_wanted(series, series_uids, with_other_objects)]
        if node.protocol is Protocol.DICOMWEB:
            plan = _images(finder, chosen, with_other_objects=with_other_objects)
    known = [series.image_count for series in chosen]
    total = sum(count for count in known if count is not None) if None not in known else None
    arrivals = Arrivals(folder, study_uid, lambda count: context.report(Progress(count, total)))
    if node.protocol is Protocol.DICOMWEB:
        failed = _fetch(node, plan, arrivals, context)
    elif node.retrieval is Retrieval.MOVE:
        failed = _move(node, chosen, settings, arrivals, context)
    else:
        failed = _get(node, chosen, settings, arrivals, context, with_other_objects=with_other_objects)
    arrivals.raise_failure()
    return RetrievedStudy(arrivals.files, failed)


def _is_wanted(series: FoundSeries, series_uids: tuple[str, ...], with_other_objects: bool) -> bool:
    if series_uids:
        return series.series_uid in series_uids
    return with_other_objects or not series.modality or series.modality.upper() in IMAGE_MODALITIES


def _get(
    node: ArchiveNode,
    chosen: list[FoundSeries],
    settings: ConnectionSettings,
    arrivals: Arrivals,
    context: JobContext[Progress],
    *,
    with_other_objects: bool,
) -> int:
    """C-GET, series by series over one association; how many objects failed."""
    from pynetdicom import evt

    offers = [Offer(STUDY_ROOT_GET), *_received(with_other_objects=with_other_objects)]
    handlers = [(evt.EVT_C_STORE, lambda event: take_event(event, lambda _: arrivals))]
    title = settings.calling_title(node)
    with association(
        node,
        title,
        offers,
        service=mark("retrieving (C-GET)"),
        needed=STUDY_ROOT_GET,
        token=context.token,
        handlers=handlers,
    ) as opened:
        opened.dimse_timeout = max(node.timeout_s, _PATIENCE_S)
        failed = 0
        for series in chosen:
            context.raise_if_cancelled()
            responses = opened.send_c_get(_series(series), STUDY_ROOT_GET)
            before = len(arrivals.files)
            more, status = _follow(node, opened, responses, title)
            if status and len(arrivals.files) == before:
                arrivals.raise_failure()
                raise NodeFailureError(
                    node.name, Worded.of(mark("sending images, status {status}"), status=f"0x{status:04X}")
                )
            failed += more
        return failed


def _received(*, with_other_objects: bool) -> Iterator[Offer]:
    """What the archive may send over an association of Hilum's.

    An archive takes one of the transfer syntaxes of an offer and must then convert what it keeps in another, which not
    every one can. So each compression is offered by itself, as far as 128 offers go.
    """
    for kind in IMAGE_CLASSES:
        yield from (Offer(kind, (syntax,), is_received=True) for syntax in COMPRESSED_SYNTAXES)
        yield Offer(kind, UNCOMPRESSED_SYNTAXES, is_received=True)
    if with_other_objects:
        yield from (Offer(kind, UNCOMPRESSED_SYNTAXES, is_received=True) for kind in OTHER_CLASSES)


def _move(
    node: ArchiveNode,
    chosen: list[FoundSeries],
    settings: ConnectionSettings,
    arrivals: Arrivals,
    context: JobContext[Progress],
) -> int:
    """C-MOVE to Hilum's own port, series by series; how many objects failed."""
    study_uid = chosen[0].study_uid if chosen else ""
    with (
        awaiting_study(settings, study_uid, arrivals),
        association(
            node,
            settings.calling_title(node),
            [Offer(STUDY_ROOT_MOVE)],
            service=mark("retrieving (C-MOVE)"),
            token=context.token,
        ) as opened,
    ):
        opened.dimse_timeout = max(node.timeout_s, _PATIENCE_S)
        failed = 0
        for series in chosen:
            context.raise_if_cancelled()
            before = len(arrivals.files)
            responses = opened.send_c_move(_series(series), settings.own_ae_title, STUDY_ROOT_MOVE)
            more, status = _follow(node, opened, responses, settings.own_ae_title)
            if (more or status) and len(arrivals.files) == before:
                arrivals.raise_failure()
                text = mark("it could not send the images to port {port} of this computer; perhaps it is blocked there")
                raise NodeFailureError(node.name, Worded.of(text, port=settings.listen_port))
            failed += more
        return failed


def _follow(
    node: ArchiveNode, opened: Association, responses: Iterable[tuple[Any, Any]], title: str
) -> tuple[int, int]:
    """Follow the responses to C-GET or C-MOVE to the end: how many objects failed, and the status, 0 for none.

    Archives that fail as a whole count their failures, or give a status, or both.

    Raises:
        CallingTitleUnknownError: The archive does not know where to send to.
    """
    failed, status = 0, 0
    for response, _ in responses:
        status = status_of(node, opened, response, mark("while sending images"))
        failed = int(getattr(response, "NumberOfFailedSuboperations", None) or 0)
    if status == _DESTINATION_UNKNOWN:
        raise CallingTitleUnknownError(node.name, title)
    return failed, 0 if status == _WARNING else status


def _fetch(
    node: ArchiveNode, images: list[tuple[str, str, str]], arrivals: Arrivals, context: JobContext[Progress]
) -> int:
    """WADO-RS, object by object; how many failed."""
    failed = 0
    with web_client(node) as client:
        for study_uid, series_uid, sop_uid in images:
            context.raise_if_cancelled()
            # In whichever compression the archive keeps it.
            scan = client.retrieve_instance(study_uid, series_uid, sop_uid, (("application/dicom", "*"),))
            arrived = io.BytesIO()
            scan.save_as(arrived, enforce_file_format=True)
            failed += arrivals.take(arrived.getvalue()) != 0
            arrivals.raise_failure()
    if images and failed == len(images):
        raise NotDicomWebError(node.name, mark("what came is not what was asked for"))
    return failed


def _images(finder: Finder, chosen: list[FoundSeries], *, with_other_objects: bool) -> list[tuple[str, str, str]]:
    """Study, series and object of everything that is fetched one by one."""
    return [
        (image.study_uid, image.series_uid, image.sop_uid)
        for series in chosen
        for image in finder.images(series.study_uid, series.series_uid)
        if with_other_objects or not image.sop_class_uid or image.sop_class_uid in IMAGE_CLASSES
    ]


def _series(series: FoundSeries) -> Any:
    """A C-GET or C-MOVE identifier: unique keys only. Source: DICOM PS3.4 C.4.2.1.4."""
    from pydicom.dataset import Dataset

    identifier = Dataset()
    identifier.QueryRetrieveLevel = "SERIES"
    identifier.StudyInstanceUID = series.study_uid
    identifier.SeriesInstanceUID = series.series_uid
    return identifier
