"""Results as files: all of a scan's, each of them whole, or none."""

import contextlib
from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from pydicom.dataset import Dataset

from core.durable_files import make_folder, write_durably
from core.errors import NoStudyToJoinError, ResultNotPossibleError
from core.imaging.radiograph import ImageFormat
from core.interchange.results.equipment import NewObject, finish_object
from core.interchange.results.source import ResultKind, ResultSource, obstacle_to
from core.interchange.results.study import SourceStudy, read_source_study
from core.jobs import JobContext, Progress
from core.language import Worded, in_source_language, mark, tr

SUFFIX = ".dcm"

MakePdf = Callable[[ResultSource, datetime], bytes]
"""Gives the report about a scan as a PDF file; the time is when it is made, with its time zone."""


def write_result_objects(
    source: ResultSource,
    kinds: Collection[ResultKind],
    folder: Path,
    *,
    make_pdf: MakePdf | None = None,
    made: datetime | None = None,
    context: JobContext[Progress] | None = None,
) -> tuple[Path, ...]:
    """Write results of a scan as DICOM files, each named by its SOP Instance UID.

    Each call makes new objects. Whoever sends them, and sends them again where that failed, keeps the files.

    Args:
        source: The scan.
        kinds: Which results; they are made in the order of `ResultKind`.
        folder: Where to; made where it is not there.
        make_pdf: Gives the report, None for this site's own one.
        made: When the results were made, None for now.
        context: Told of each object; may ask to stop between them.

    Returns:
        The files.

    Raises:
        NoStudyToJoinError: The scan is no DICOM file, or its file lacks what results are filed by.
        ResultNotPossibleError: A kind cannot be made of this scan; `obstacle_to` says so before. Nothing is written.
        FileError: The scan's file cannot be read any more.
        OutputNotWritableError: The disk is full, or the folder cannot be written. No result of this call is left.
    """
    job = context if context is not None else JobContext[Progress]()
    chosen = [kind for kind in ResultKind if kind in kinds]
    study = _joined_study(source, chosen)
    time = (made if made is not None else datetime.now().astimezone()).replace(microsecond=0)
    objects: list[Dataset] = []
    for done, kind in enumerate(chosen):
        job.raise_if_cancelled()
        job.report(Progress(done, len(chosen), tr(kind.words)))
        new = NewObject(kind, time)
        pdf = (make_pdf or site_report)(source, time) if kind is ResultKind.REPORT else b""
        # Whoever reads them may speak another language than who is at this computer.
        with in_source_language():
            objects.append(finish_object(_make(source, study, new, pdf), study, new))
    make_folder(folder)
    paths = tuple(folder / f"{dataset.SOPInstanceUID}{SUFFIX}" for dataset in objects)
    try:
        for path, dataset in zip(paths, objects, strict=True):
            write_durably(path, _writer_of(dataset))
    except BaseException:
        # The next attempt makes new objects: what is left of this one would be in the archive beside them.
        for path in paths:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        raise
    job.report(Progress(len(chosen), len(chosen)))
    return paths


def site_report(source: ResultSource, made: datetime) -> bytes:
    """The report about a scan as this site makes it.

    Args:
        source: The scan.
        made: When.

    Raises:
        InvalidSiteSettingsError: What the site chose for its reports is damaged.
    """
    from core.report.clinic import read_clinic
    from core.report.report_settings import ReportSettings
    from core.report.scan_case import ScanCase
    from core.report.scan_report import scan_report_pdf

    case = ScanCase(source.radiograph, source.result, measurements=source.measurements, comment=source.comment)
    return scan_report_pdf([case], ReportSettings(read_clinic(), person=source.person), made)


def _joined_study(source: ResultSource, chosen: list[ResultKind]) -> SourceStudy:
    if source.radiograph.format is not ImageFormat.DICOM:
        raise NoStudyToJoinError(source.path, mark("it is no DICOM file"))
    for kind in chosen:
        obstacle = obstacle_to(kind, source)
        if obstacle is not None:
            raise ResultNotPossibleError(source.path, _obstacle_words(kind.words, obstacle))
    return read_source_study(source.path, source.radiograph.frame_index)


def _obstacle_words(kind: str, obstacle: str) -> str:
    return Worded(lambda: f"{tr(kind)}: {tr(obstacle)}")


def _make(source: ResultSource, study: SourceStudy, new: NewObject, pdf: bytes) -> Dataset:
    """One object. What makes it is imported here: each kind brings its own libraries."""
    match new.kind:
        case ResultKind.STRUCTURED_REPORT:
            from core.interchange.results.structured_report import structured_report

            return structured_report(source, study, new)
        case ResultKind.HEAT_MAP:
            from core.interchange.results.secondary_capture import heat_map_capture

            return heat_map_capture(source, study, new)
        case ResultKind.PRESENTATION_STATE:
            from core.interchange.results.presentation_state import presentation_state

            return presentation_state(source, study, new)
        case ResultKind.REPORT:
            from core.interchange.results.encapsulated_pdf import encapsulated_report

            return encapsulated_report(pdf, study, new)


def _writer_of(dataset: Dataset) -> Callable[[BinaryIO], object]:
    def write(file: BinaryIO) -> None:
        dataset.save_as(file, enforce_file_format=True)

    return write
