"""`hilum results`: scans in, DICOM objects of their studies out."""

import argparse
import os
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from core.cli.classify import RecordWriter
from core.cli.commands import DONE, NOTHING_DONE, SOME_FAILED, STOPPED, say_error
from core.cli.console import has_standard_output, printable, say, write_line
from core.error_wording import describe_error
from core.errors import HilumError, NothingToReadError, OutputNotWritableError
from core.imaging.finding import find_scans
from core.imaging.reading import read_radiograph
from core.interchange.results.source import ResultKind, ResultSource, obstacle_to
from core.interchange.results.writing import MakePdf, site_report, write_result_objects
from core.language import in_language
from core.model.runtime import DeviceChoice
from core.record.journal import user_journal
from core.registry.choosing import choose_package
from core.registry.registry import user_registry
from core.registry.standing import screener_of
from core.screening.analysis import analyse_radiograph
from core.screening.recording import ResultRecorder
from core.screening.result import RESEARCH_USE_NOTICE
from core.screening.screener import Screener


@dataclass
class _Counts:
    """How it goes."""

    scans: int = 0
    failed: int = 0
    files: int = 0


def results(options: argparse.Namespace) -> int:
    """Write results of what was named on the command line.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status: 0 all written, 1 some failed, 2 nothing written, 130 stopped with Ctrl-C.

    Raises:
        HilumError: Nothing could be begun: the model, the device or the folder is the reason.
    """
    out = os.path.realpath(options.out)
    if any(os.path.realpath(path) == out for path in options.paths):
        raise OutputNotWritableError(options.out, "scans are read from it; results need a folder of their own")
    screener = screener_of(choose_package(options.model, user_registry()), DeviceChoice(options.device), None)
    say(f"{screener.card.name} {screener.card.version}. {RESEARCH_USE_NOTICE}")
    for statement in screener.statements:
        say(statement)
    if user_journal() is None:
        say("No record is kept, because this user has no home folder.")
    record = RecordWriter(ResultRecorder(user_journal(), options.person))
    counts = _Counts()
    status: int | None = None
    try:
        for path in find_scans(options.paths):
            if not os.path.realpath(path).startswith(out + os.sep):
                _write_one(path, options, screener, record, counts)
    except KeyboardInterrupt:
        status = STOPPED
    except OutputNotWritableError as error:
        say_error(error)
        status = SOME_FAILED if counts.files else NOTHING_DONE
    return _conclude(options, record, counts, status)


def _write_one(
    path: Path, options: argparse.Namespace, screener: Screener, record: RecordWriter, counts: _Counts
) -> None:
    """One scan; why it failed is said, and the next one is tried, unless the folder is the reason."""
    counts.scans += 1
    try:
        radiograph = read_radiograph(path)
        result = analyse_radiograph(radiograph, screener)
        record.write(result, None)
        source = ResultSource(path, radiograph, result, comment=options.comment, person=options.person)
        kinds = _possible(source, [ResultKind(kind) for kind in options.kinds])
        files = write_result_objects(source, kinds, options.out, make_pdf=_report_in(options.language))
    except OutputNotWritableError:
        raise
    except HilumError as error:
        counts.failed += 1
        say(describe_error(error).text)
        return
    counts.files += len(files)
    if has_standard_output():
        for file in files:
            write_line(str(file))


def _report_in(language: str) -> MakePdf:
    """Makes this site's report in a language; what else is written for the archive is English."""

    def make(source: ResultSource, made: datetime) -> bytes:
        with in_language(language):
            return site_report(source, made)

    return make


def _possible(source: ResultSource, kinds: Collection[ResultKind]) -> list[ResultKind]:
    """The kinds that can be made of a scan; of the others it is said why not.

    Of a scan that belongs to no study none can, and writing says so in one sentence.
    """
    obstacles = {kind: obstacle_to(kind, source) for kind in kinds}
    possible = [kind for kind, obstacle in obstacles.items() if obstacle is None]
    if not possible:
        return list(kinds)
    for kind, obstacle in obstacles.items():
        if obstacle is not None:
            say(f"{printable(source.path.name)}: no {kind.words}, because {obstacle}.")
    return possible


def _conclude(options: argparse.Namespace, record: RecordWriter, counts: _Counts, status: int | None) -> int:
    """Write what is still to be recorded, say how it went, and choose the exit status."""
    try:
        record.finish(completed=status is None)
    except HilumError as error:
        say_error(error)
        status = SOME_FAILED if status is None else status
    if not counts.scans and status is None:
        for path in options.paths:
            say_error(NothingToReadError(path))
        return NOTHING_DONE
    before = "Stopped as asked; what was written stays. " if status == STOPPED else ""
    written = counts.scans - counts.failed
    of_scans = f"{_counted(counts.files, 'result')} of {_counted(written, 'scan')} written"
    say(f"{before}{of_scans}, {_counted(counts.failed, 'scan')} failed.")
    if status is not None:
        return status
    if not counts.files:
        return NOTHING_DONE
    return SOME_FAILED if counts.failed else DONE


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
