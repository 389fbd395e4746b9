"""The worklist as a table for spreadsheet programs and statistics, without names of patients unless they are wanted."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from core.durable_files import write_durably
from core.jobs import JobContext, Progress
from core.language import tr
from core.record.csv_export import harmless_cell
from core.worklist.entry import WorklistEntry
from core.worklist.rows import stored_text

if TYPE_CHECKING:
    from core.worklist.worklist import Worklist

IDENTIFIERS = (
    "path",
    "patient_name",
    "patient_id",
    "birth_date",
    "study_description",
    "accession_number",
    "study_instance_uid",
    "series_instance_uid",
    "sop_instance_uid",
    "report_path",
)
"""What names a patient or leads to one; names of files do too, and descriptions are free text."""
_ALWAYS = (
    "number",
    "added",
    "origin",
    "sex",
    "study_date",
    "institution",
    "modality",
    "view",
    "state",
    "failure_stated",
    "decision",
    "probability",
    "gate",
    "model",
    "impression",
    "report_written",
    "send_state",
    "send_node",
)
_ANSWER = frozenset({"decision", "probability", "gate", "model"})
_AT_ONCE = 500


def export_csv(
    worklist: Worklist,
    numbers: Sequence[int],
    path: Path,
    context: JobContext[Progress] | None = None,
    *,
    with_identity: bool = False,
    seals_unseen: bool = False,
) -> int:
    """Write entries as comma-separated values: UTF-8, a row per scan, in the order of their numbers given.

    Without identity there are neither patients nor files nor anything that leads to them, and of a study's date only
    the year; entries are told apart by their numbers.

    Args:
        worklist: Where they are.
        numbers: Which; those that are gone are passed over.
        path: The file, replaced when the new one is whole.
        context: Told how many were written; may stop it, and then what was there before remains.
        with_identity: Whether patients, files and exact dates are written.
        seals_unseen: Whether answers that nobody was shown yet are left out.

    Returns:
        How many were written.

    Raises:
        OutputNotWritableError: It cannot be written.
        JobCancelledError: It was stopped.
        WorklistNotWritableError: The worklist cannot be opened.
        DamagedWorklistError: The worklist is damaged.
        NewerWorklistError: A newer Hilum wrote it.
    """
    context = context or JobContext()
    columns = (*_ALWAYS, *IDENTIFIERS) if with_identity else _ALWAYS
    count = 0

    def write(file: BinaryIO) -> None:
        nonlocal count
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        writer = csv.writer(text)
        writer.writerow(columns)
        for start in range(0, len(numbers), _AT_ONCE):
            context.raise_if_cancelled()
            context.report(Progress(start, len(numbers), tr("Exporting")))
            for entry in worklist.entries(numbers[start : start + _AT_ONCE]):
                is_sealed = seals_unseen and not entry.is_seen
                writer.writerow([_cell(entry, name, with_identity, is_sealed) for name in columns])
                count += 1
        text.flush()
        text.detach()

    write_durably(path, write)
    return count


def _cell(entry: WorklistEntry, name: str, with_identity: bool, is_sealed: bool) -> str:
    if is_sealed and name in _ANSWER:
        return ""
    match name:
        case "failure_stated":
            return "yes" if entry.failure else "no"
        case "report_written":
            return "yes" if entry.report_path is not None else "no"
        case "study_date" if not with_identity:
            return "" if entry.study_date is None else str(entry.study_date.year)
        case "added":
            return entry.added.isoformat() if with_identity else str(entry.added.year)
    value = getattr(entry, name)
    return "" if value is None else harmless_cell(stored_text(str(value)))
