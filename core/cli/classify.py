"""`hilum classify`: many scans in, a row for each of them out."""

import argparse
import os
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from core.cli.commands import DONE, NOTHING_DONE, SOME_FAILED, STOPPED, say_error
from core.cli.console import STANDARD_OUTPUT, has_standard_output, say, shows_progress, write_line
from core.cli.heat_maps import HeatMapFolder
from core.cli.outputs import OutputFile
from core.cli.progress import ProgressDisplay, estimate_total
from core.cli.tables import FAILED, OK, CsvWriter, JsonWriter, OutcomeWriter, describe_row
from core.errors import HilumError, NothingToReadError, OutputNotWritableError
from core.imaging.finding import find_scans
from core.model.runtime import DeviceChoice
from core.record.journal import user_journal
from core.registry.choosing import choose_package
from core.registry.registry import user_registry
from core.registry.standing import screener_of
from core.screening.batch import DEFAULT_BATCH_SIZE, analyse_scans
from core.screening.recording import ResultRecorder
from core.screening.result import RESEARCH_USE_NOTICE, ScanFailure, ScanResult
from core.screening.screener import Screener

BATCH_SIZE_ON_CUDA = 64


class _LineWriter:
    """Lines for a person on standard output."""

    def write(self, outcome: ScanResult | ScanFailure, heat_map: Path | None) -> None:  # noqa: ARG002
        write_line(describe_row(outcome))

    def finish(self, completed: bool) -> None:
        """There is nothing to close."""


class RecordWriter:
    """Results into this user's record. Where that fails the classification goes on, and says so once at its end."""

    def __init__(self, recorder: ResultRecorder) -> None:
        self._recorder: ResultRecorder | None = recorder
        self._failure: HilumError | None = None

    def write(self, outcome: ScanResult | ScanFailure, heat_map: Path | None) -> None:  # noqa: ARG002
        """Take one outcome."""
        if self._recorder is not None and isinstance(outcome, ScanResult):
            try:
                self._recorder.add(outcome)
            except HilumError as error:
                self._recorder, self._failure = None, error

    def finish(self, completed: bool) -> None:  # noqa: ARG002 (what was answered is recorded, stopped or not)
        """Write what waits.

        Raises:
            HilumError: Not everything could be recorded.
        """
        if self._failure is not None:
            raise self._failure
        if self._recorder is not None:
            self._recorder.write()


@dataclass(frozen=True)
class _Outputs:
    """Where a run writes to, all of it opened before the first scan is read."""

    writers: tuple[OutcomeWriter, ...]
    heat_maps: HeatMapFolder | None
    own_files: frozenset[str]

    def holds(self, path: Path) -> bool:
        """Whether a path is something that this run writes, and no scan."""
        if self.heat_maps is not None and self.heat_maps.holds(path):
            return True
        return bool(self.own_files) and os.path.realpath(path) in self.own_files


def classify(options: argparse.Namespace) -> int:
    """Classify what was named on the command line.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status: 0 all classified, 1 some failed, 2 none, 130 stopped with Ctrl-C.

    Raises:
        HilumError: Nothing could be begun: the model, the device or an output is the reason.
    """
    if options.csv and options.json and str(options.csv) == str(options.json):
        say("--csv and --json name the same output; name two, or leave one out.")
        return NOTHING_DONE
    package = choose_package(options.model, user_registry())
    screener = screener_of(package, DeviceChoice(options.device), options.error_level)
    outputs = _open_outputs(options, screener)
    info = screener.classifier.runtime.info
    card = screener.card
    say(f"{card.name} {card.version} on {info.device.value} ({info.device_name}). {RESEARCH_USE_NOTICE}")
    for statement in _statements(options, screener):
        say(statement)
    counts: Counter[str] = Counter()
    status: int | None = None
    try:
        _run(options, screener, outputs, counts)
    except KeyboardInterrupt:
        status = STOPPED
    except OutputNotWritableError as error:
        say_error(error)
        status = SOME_FAILED
    return _conclude(options, outputs, counts, status)


def _statements(options: argparse.Namespace, screener: Screener) -> Iterator[str]:
    """What holds for every answer of this run."""
    yield from screener.statements
    level = screener.policy.error_level
    if options.error_level is not None and options.error_level != level:
        yield f"The error level set when the model was commissioned here holds: {level:g}, not {options.error_level:g}."
    if user_journal() is None:
        yield "No record is kept, because this user has no home folder."


def _run(options: argparse.Namespace, screener: Screener, outputs: _Outputs, counts: Counter[str]) -> None:
    """Classify to the end, writing each outcome as it comes."""
    batch_size = options.batch or _fitting_batch_size(screener)
    scans = (path for path in find_scans(options.paths) if not outputs.holds(path))
    with ExitStack() as stack:
        outcomes = stack.enter_context(closing(analyse_scans(scans, screener, batch_size=batch_size)))
        display = None
        if shows_progress():
            display = stack.enter_context(ProgressDisplay(estimate_total(options.paths), "Classifying"))
        for outcome in outcomes:
            counts[OK if isinstance(outcome, ScanResult) else FAILED] += 1
            heat_map = None
            if outputs.heat_maps is not None and isinstance(outcome, ScanResult):
                heat_map = outputs.heat_maps.save(outcome)
            for writer in outputs.writers:
                writer.write(outcome, heat_map)
            if display is not None:
                display.advance(counts[FAILED])


def _conclude(options: argparse.Namespace, outputs: _Outputs, counts: Counter[str], status: int | None) -> int:
    """Close the outputs, say how it went, and choose the exit status."""
    for writer in outputs.writers:
        try:
            writer.finish(completed=status is None)
        except HilumError as error:
            if status is None:
                say_error(error)
                status = SOME_FAILED
    if status is None and not counts.total():
        for path in options.paths:
            say_error(NothingToReadError(path))
        return NOTHING_DONE
    stopped = "Stopped as asked; the rows so far are kept. " if status == STOPPED else ""
    say(f"{stopped}{counts[OK]:,} classified, {counts[FAILED]:,} failed.")
    if status is not None:
        return status
    if not counts[OK]:
        return NOTHING_DONE
    return SOME_FAILED if counts[FAILED] else DONE


def _open_outputs(options: argparse.Namespace, screener: Screener) -> _Outputs:
    card = screener.card
    writers: list[OutcomeWriter] = []
    files: list[OutputFile] = []
    try:
        heat_maps = HeatMapFolder(options.heatmaps, options.paths) if options.heatmaps is not None else None
        if options.report is not None:
            from core.cli.report_writer import ReportWriter

            writers.append(ReportWriter(options, card, estimate_total(options.paths)))
        if options.csv is not None:
            files.append(OutputFile(options.csv))
            writers.append(CsvWriter(files[-1], card))
        if options.json is not None:
            files.append(OutputFile(options.json))
            writers.append(JsonWriter(files[-1], screener, now=_now))
    except OutputNotWritableError:
        for file in files:
            file.abandon()
        raise
    if has_standard_output() and STANDARD_OUTPUT not in (str(options.csv), str(options.json)):
        writers.append(_LineWriter())
    recorder = ResultRecorder(user_journal(), options.person, keeps_file_names=options.record_file_names)
    writers.append(RecordWriter(recorder))
    if options.worklist:
        from core.cli.worklist_writer import WorklistWriter

        writers.append(WorklistWriter())
    own_files = frozenset(file.real_path for file in files if file.real_path is not None)
    return _Outputs(tuple(writers), heat_maps, own_files)


def _fitting_batch_size(screener: Screener) -> int:
    return BATCH_SIZE_ON_CUDA if screener.classifier.runtime.info.device is DeviceChoice.CUDA else DEFAULT_BATCH_SIZE


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
