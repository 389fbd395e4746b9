"""Outcomes as rows: CSV, JSON and lines for a person, each written as it comes and never kept."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from core.cli.console import printable
from core.cli.outputs import OutputFile
from core.error_wording import describe_error
from core.model.card import ModelCard
from core.program_version import program_version
from core.record.csv_export import harmless_cell
from core.screening.description import describe_device, describe_model
from core.screening.notices import NoticeSeverity
from core.screening.result import RESEARCH_USE_NOTICE, ScanFailure, ScanOutcome, ScanResult
from core.screening.screener import Screener

OK = "ok"
FAILED = "failed"


_COLUMNS_BEHIND = (
    "decision",
    "gate",
    "opacity_extent",
    "lung_fraction",
    "activation_in_lungs",
    "model",
    "device",
    "milliseconds",
    "warnings",
    "error",
)
"""Columns behind the probabilities."""


class OutcomeWriter(Protocol):
    """Receives the outcomes of a run, one at a time."""

    def write(self, outcome: ScanOutcome, heat_map: Path | None) -> None:
        """Write one outcome, so that it is kept whatever happens next."""
        ...

    def finish(self, completed: bool) -> None:
        """Make the output whole; `completed` says whether the run came to its end."""
        ...


def probability_columns(classes: tuple[str, ...]) -> tuple[str, ...]:
    """Column names for the classes' probabilities: `probability_covid19` for COVID-19.

    Args:
        classes: Class names; letters of any script are kept, classes that look alike are numbered.
    """
    seen: Counter[str] = Counter()
    columns = []
    for name in classes:
        joined = re.sub(r"(?<=[^\W\d_])-(?=\d)", "", name.casefold())
        slug = re.sub(r"\W+", "_", joined).strip("_") or "class"
        seen[slug] += 1
        columns.append(f"probability_{slug}" if seen[slug] == 1 else f"probability_{slug}_{seen[slug]}")
    return tuple(columns)


def csv_columns(classes: tuple[str, ...]) -> tuple[str, ...]:
    """The CSV's header."""
    return ("file", "status", *probability_columns(classes), *_COLUMNS_BEHIND)


class CsvWriter:
    """Comma-separated values, UTF-8, a line break per row, flushed row by row.

    Spreadsheet programs run cells that begin with `=`, `+`, `-` or `@` as formulas. A file name that does is written
    with `./` before it, which names the same file; any other text gets an apostrophe.
    """

    def __init__(self, output: OutputFile, card: ModelCard) -> None:
        self._output = output
        self._class_count = len(card.classes)
        self._write_row(csv_columns(card.classes))

    def write(self, outcome: ScanOutcome, heat_map: Path | None) -> None:  # noqa: ARG002 (rows do not name it)
        """Write one row."""
        match outcome:
            case ScanResult():
                self._write_row(_result_cells(outcome))
            case ScanFailure():
                error = harmless_cell(describe_error(outcome.error).text)
                empty = ("",) * (self._class_count + len(_COLUMNS_BEHIND) - 1)
                self._write_row((harmless_file(str(outcome.path)), FAILED, *empty, error))

    def finish(self, completed: bool) -> None:  # noqa: ARG002 (a CSV is whole after every row)
        """Close the file."""
        self._output.close()

    def _write_row(self, cells: tuple[str, ...]) -> None:
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(cells)
        self._output.write(line.getvalue())


class JsonWriter:
    """One JSON object whose `scans` grows as results come; valid once the run is over, stopped or not."""

    def __init__(self, output: OutputFile, screener: Screener, now: Callable[[], str]) -> None:
        self._output = output
        self._counts: Counter[str] = Counter()
        card = screener.card
        identity = {
            "name": card.name,
            "version": card.version,
            "weights_sha256": card.weights_sha256,
            "classes": card.classes,
            "positive_class": card.positive_class,
            "threshold": screener.threshold,
            "error_level": screener.policy.error_level,
            "commissioned_here": screener.is_commissioned,
            "statements": list(screener.statements),
            "origin": card.origin,
            "limits": card.limits.sentence,
        }
        head = {"notice": RESEARCH_USE_NOTICE, "program": f"hilum {program_version()}", "started": now()}
        fields = [f" {json.dumps(key)}: {_json(value)}" for key, value in {**head, "model": identity}.items()]
        self._output.write("{\n" + ",\n".join(fields) + ',\n "scans": [')

    def write(self, outcome: ScanOutcome, heat_map: Path | None) -> None:
        """Append one scan."""
        match outcome:
            case ScanResult():
                status, values = OK, _result_json(outcome, heat_map)
            case ScanFailure():
                status, values = FAILED, _failure_json(outcome)
        separator = ",\n  " if self._counts.total() else "\n  "
        self._counts[status] += 1
        self._output.write(separator + _json(values))

    def finish(self, completed: bool) -> None:
        """Close the list and say how the run ended."""
        summary = {"classified": self._counts[OK], "failed": self._counts[FAILED], "completed": completed}
        self._output.write(f'\n ],\n "summary": {_json(summary)}\n}}\n')
        self._output.close()


def describe_row(outcome: ScanOutcome) -> str:
    """One outcome as a line for a person."""
    path = printable(str(outcome.path))
    match outcome:
        case ScanResult():
            probability = f"{outcome.positive_probability:>6.1%}" if outcome.shows_probabilities else f"{'':>6}"
            kinds = [str(reason.kind) for reason in outcome.verdict.reasons]
            kinds += [f"gate: {finding.sentence}" for finding in outcome.gate.findings]
            kinds += [notice.kind for notice in outcome.notices if notice.severity is NoticeSeverity.WARNING]
            more = f"  ({'; '.join(kind.replace('_', ' ') for kind in dict.fromkeys(kinds))})" if kinds else ""
            return f"{outcome.decision.value:<12} P({outcome.positive_class}) {probability}  {path}{more}"
        case ScanFailure():
            return f"{FAILED:<12} {path}  {describe_error(outcome.error).text}"


def harmless_file(name: str) -> str:
    """A file's name that no spreadsheet takes for a formula and that still names the file."""
    return f"./{name}" if name[:1] in "=+-@\t\r" else name


def _result_cells(result: ScanResult) -> tuple[str, ...]:
    is_shown = result.shows_probabilities
    return (
        harmless_file(str(result.path)),
        OK,
        *(f"{probability:.6f}" if is_shown else "" for probability in result.probabilities),
        result.decision.value,
        result.gate.level.value,
        *_evidence_cells(result),
        harmless_cell(describe_model(result)),
        harmless_cell(describe_device(result)),
        f"{result.timing.total_ms:.1f}",
        harmless_cell(" ".join(_warnings(result))),
        "",
    )


def _evidence_cells(result: ScanResult) -> tuple[str, str, str]:
    """Opacity extent, lung fraction and activation; of a refused scan only where the lungs are."""
    fraction = f"{result.evidence.finding.lung_fraction:.4f}" if result.evidence is not None else ""
    shown = result.shown_evidence
    if shown is None:
        return "", fraction, ""
    share = shown.activation_in_lungs
    return f"{shown.finding.opacity_extent:.4f}", fraction, "" if share is None else f"{share:.4f}"


def _warnings(result: ScanResult) -> list[str]:
    """Everything that can change what the answer is worth, each sentence once."""
    sentences = [reason.sentence for reason in result.verdict.reasons]
    sentences += [finding.sentence for finding in result.gate.findings]
    sentences += [notice.sentence for notice in result.notices if notice.severity is NoticeSeverity.WARNING]
    return list(dict.fromkeys((*sentences, *result.statements)))


def _result_json(result: ScanResult, heat_map: Path | None) -> Mapping[str, object]:
    return {
        "file": str(result.path),
        "status": OK,
        "frame": result.frame_index + 1,
        "probabilities": dict(zip(result.classes, result.probabilities, strict=True))
        if result.shows_probabilities
        else None,
        "decision": result.decision,
        "reasons": [{"kind": reason.kind, "sentence": reason.sentence} for reason in result.verdict.reasons],
        "gate": {
            "level": result.gate.level,
            "findings": [
                {"check": finding.check, "level": finding.level, "sentence": finding.sentence}
                for finding in result.gate.findings
            ],
        },
        "prediction_set": _prediction_set_json(result),
        "lungs": _evidence_json(result),
        "statements": list(result.statements),
        "input_sha256": result.input_sha256,
        "device": describe_device(result),
        "milliseconds": {
            "read": round(result.timing.read_ms, 2),
            "prepare": round(result.timing.prepare_ms, 2),
            "inference": round(result.timing.inference_ms, 2),
            "evidence": round(result.timing.evidence_ms, 2),
            "total": round(result.timing.total_ms, 2),
        },
        "notices": [
            {"kind": notice.kind, "severity": notice.severity, "sentence": notice.sentence} for notice in result.notices
        ],
        "heat_map": str(heat_map) if heat_map is not None else None,
    }


def _prediction_set_json(result: ScanResult) -> Mapping[str, object] | None:
    possible = result.verdict.prediction_set
    if possible is None or not result.shows_probabilities:
        return None
    return {
        "error_level": possible.error_level,
        "allows_positive": possible.allows_positive,
        "allows_negative": possible.allows_negative,
        "p_positive": possible.positive_p,
        "p_negative": possible.negative_p,
    }


def _evidence_json(result: ScanResult) -> Mapping[str, object] | None:
    """What the lungs show; of a refused scan only how much of the picture they are."""
    if result.evidence is None:
        return None
    values: dict[str, object] = {"lung_fraction": result.evidence.finding.lung_fraction}
    shown = result.shown_evidence
    if shown is None:
        return values
    return values | {
        "opacity_extent": shown.finding.opacity_extent,
        "activation_in_lungs": shown.activation_in_lungs,
        "fields": [
            {"side": field.side, "opacity_extent": field.opacity_extent, "zones": dict(field.zone_extents)}
            for field in shown.regions.fields
        ],
    }


def _failure_json(failure: ScanFailure) -> Mapping[str, object]:
    message = describe_error(failure.error)
    return {
        "file": str(failure.path),
        "status": FAILED,
        "error": {"kind": type(failure.error).__name__, "summary": message.summary, "remedy": message.remedy},
    }


def _json(value: object) -> str:
    # A file name that is no valid UTF-8 arrives with surrogates, which JSON can only hold as escapes.
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8", errors="backslashreplace").decode("utf-8")
