"""Entries as rows of the database, and back."""

import os
from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

from core.errors import DamagedWorklistError
from core.language import Worded, mark
from core.screening.decision import Decision
from core.screening.gate import GateLevel
from core.worklist.entry import EntryState, Origin, SendState, WorklistEntry

COLUMNS = tuple(field.name for field in fields(WorklistEntry))
"""The columns of `entries` that `entry_of` reads, in its order."""


def path_value(path: Path) -> str | bytes:
    """A path as the database keeps it: text, or the system's bytes where they are no valid text."""
    name = str(path)
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return os.fsencode(name)
    return name


def stored_text(text: str) -> str:
    """The text without what no UTF-8 can hold."""
    return text.encode("utf-8", errors="backslashreplace").decode("utf-8")


def entry_of(worklist: Path, row: Sequence[Any]) -> WorklistEntry:
    """An entry from its row.

    Args:
        worklist: The database, for the error.
        row: The values of `COLUMNS`.

    Raises:
        DamagedWorklistError: A value is of no kind that Hilum writes.
    """
    values = dict(zip(COLUMNS, row, strict=True))
    try:
        for name, read in _READERS.items():
            if values[name] is not None:
                values[name] = read(values[name])
        return WorklistEntry(**values)
    except (ValueError, TypeError) as error:
        raise DamagedWorklistError(worklist, Worded.of(mark("entry {number} cannot be read"), number=row[0])) from error


def _path(value: str | bytes) -> Path:
    return Path(os.fsdecode(value))


_READERS: dict[str, Any] = {
    "path": _path,
    "origin": Origin,
    "is_owned": bool,
    "is_seen": bool,
    "added": datetime.fromisoformat,
    "birth_date": date.fromisoformat,
    "study_date": date.fromisoformat,
    "state": EntryState,
    "decision": Decision,
    "gate": GateLevel,
    "impression": Decision,
    "report_path": _path,
    "send_state": SendState,
}
