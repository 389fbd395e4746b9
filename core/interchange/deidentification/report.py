"""What de-identification did, for a person and as a table beside the copies."""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.durable_files import write_durably
from core.errors import HilumError
from core.interchange.deidentification.changes import AttributeChange
from core.language import mark
from core.record.csv_export import harmless_cell

REPORT_STEM = "deidentification-report"
_COLUMNS = ("copy", "burned_in_text", "tag", "attribute", "change", "count")
_MAPPING_COLUMNS = (
    "original_file",
    "copy",
    "original_name",
    "original_id",
    "copy_name_and_id",
    "original_sop_instance_uid",
    "copy_sop_instance_uid",
    "days_moved",
)


class BurnedInText(StrEnum):
    """What is known of text in a picture's pixels, which no attribute's removal takes away; `tr` shows it."""

    STATED = mark("the file says that there is text in the picture")
    UNKNOWN = mark("the file does not say whether there is text in the picture")
    STATED_NONE = mark("the file says that there is no text in the picture")
    CONFIRMED_NONE = mark("a person looked and says that no text is left")


@dataclass(frozen=True)
class Origin:
    """Whose copy it is; only for the list of who is who.

    Attributes:
        patient_name: As in the original.
        patient_id: As in the original.
        sop_instance_uid: As in the original.
        days_moved: How far dates were moved.
    """

    patient_name: str = ""
    patient_id: str = ""
    sop_instance_uid: str = ""
    days_moved: int = 0


@dataclass(frozen=True)
class CopiedFile:
    """One original and what was made of it.

    Attributes:
        original: Where it lies.
        copies: The files made, in the copies' folder; several for a picture of several pages.
        uid: SOP Instance UID in the copy, or for a picture what it is named by.
        patient: Name and ID of the patient in the copy; empty for pictures, which hold none.
        changes: What was left out or replaced.
        masks: How many rectangles were blacked out.
        text: What is known of text in the pixels.
        origin: Whose it is.
    """

    original: Path
    copies: tuple[Path, ...]
    uid: str
    patient: str
    changes: tuple[AttributeChange, ...]
    masks: int
    text: BurnedInText
    origin: Origin


@dataclass(frozen=True)
class FailedFile:
    """One original that no copy was made of.

    Attributes:
        original: Where it lies.
        error: Why not.
    """

    original: Path
    error: HilumError


@dataclass(frozen=True)
class DeidentificationReport:
    """What a run did.

    Attributes:
        folder: Where the copies lie.
        copied: Every original with its copies.
        failed: Every original without.
        table: The table of changes beside the copies, None where no copy was made.
        not_reached: How many originals were not tried, because the folder took no more.
    """

    folder: Path
    copied: tuple[CopiedFile, ...]
    failed: tuple[FailedFile, ...]
    table: Path | None
    not_reached: int = 0

    @property
    def totals(self) -> tuple[AttributeChange, ...]:
        """What was changed in all files together, in the order of the tags; what is no attribute comes last."""
        counts: Counter[tuple[bool, str, str, str]] = Counter()
        kinds = {}
        for file in self.copied:
            for change in file.changes:
                key = (not change.tag, change.tag, change.name, str(change.change))
                counts[key] += change.count
                kinds[key] = change.change
        return tuple(AttributeChange(key[1], key[2], kinds[key], counts[key]) for key in sorted(counts))

    def with_text(self, text: BurnedInText) -> tuple[CopiedFile, ...]:
        """The files of which this is known about text in their pixels."""
        return tuple(file for file in self.copied if file.text is text)


def write_table(path: Path, copied: Sequence[CopiedFile]) -> None:
    """Write what was changed: a row per copy and attribute. Neither values nor names of originals are in it.

    Raises:
        OutputNotWritableError: It cannot be written.
    """
    rows = [
        (copy.name, str(file.text), change.tag, change.name, str(change.change), str(change.count))
        for file in copied
        for copy in file.copies
        for change in file.changes
    ]
    content = _csv(_COLUMNS, rows)
    write_durably(path, lambda file: file.write(content))


def mapping_table(copied: Sequence[CopiedFile]) -> bytes:
    """Who is who, as CSV: what undoes the de-identification."""
    return _csv(
        _MAPPING_COLUMNS,
        [
            (
                str(file.original),
                copy.name,
                file.origin.patient_name,
                file.origin.patient_id,
                file.patient,
                file.origin.sop_instance_uid,
                file.uid,
                str(file.origin.days_moved),
            )
            for file in copied
            for copy in file.copies
        ],
    )


def _csv(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([harmless_cell(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8", errors="backslashreplace")
