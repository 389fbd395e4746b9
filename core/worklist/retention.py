"""How long scans stay on the worklist, and what becomes of their files. Nothing is deleted unless a site chose so."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from core.worklist.entry import EntryState, SendState, WorklistEntry
from core.worklist.query import WorklistQuery

if TYPE_CHECKING:
    from core.worklist.worklist import Worklist

SUBJECT = "worklist"
"""Name of these settings for `core.site_settings`."""
_AT_ONCE = 500
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RetentionSettings:
    """What a site chose.

    Attributes:
        keep_days: For how many days a scan stays after it was added, 0 for ever.
        most_entries: How many scans stay at most, the newest ones; 0 for any number.
        deletes_owned_files: Whether files that Hilum received itself are deleted with their entries. Files elsewhere
            never are.
    """

    keep_days: int = 0
    most_entries: int = 0
    deletes_owned_files: bool = False

    @property
    def removes_anything(self) -> bool:
        """Whether there is anything to do at all."""
        return self.keep_days > 0 or self.most_entries > 0


@dataclass(frozen=True)
class Removal:
    """What was taken off the worklist.

    Attributes:
        entries: How many scans.
        files_deleted: How many files of Hilum's own.
        files_left: How many of these are still on the disk. Those that could not be deleted are still on the worklist.
    """

    entries: int
    files_deleted: int = 0
    files_left: int = 0


def apply_retention(worklist: Worklist, settings: RetentionSettings, now: datetime) -> Removal:
    """Take off the worklist what has stayed long enough.

    A scan that still waits for its answer or for being sent stays, however old it is.

    Args:
        worklist: The worklist.
        settings: What the site chose.
        now: This moment, with its time zone.

    Raises:
        WorklistNotWritableError: The worklist could not take the change.
        DamagedWorklistError: It is damaged.
        NewerWorklistError: A newer Hilum wrote it.
    """
    return remove_entries(
        worklist, expired_numbers(worklist, settings, now), deletes_owned_files=settings.deletes_owned_files
    )


def expired_numbers(worklist: Worklist, settings: RetentionSettings, now: datetime) -> list[int]:
    """The scans that `apply_retention` would take off the worklist."""
    if not settings.removes_anything:
        return []
    newest_first = worklist.numbers(WorklistQuery())
    oldest_kept = now - timedelta(days=settings.keep_days) if settings.keep_days else None
    expired: list[int] = []
    for start in range(0, len(newest_first), _AT_ONCE):
        part = newest_first[start : start + _AT_ONCE]
        positions = {number: start + offset for offset, number in enumerate(part)}
        for entry in worklist.entries(part):
            is_surplus = 0 < settings.most_entries <= positions[entry.number]
            is_old = oldest_kept is not None and entry.added < oldest_kept
            if (is_surplus or is_old) and not _is_in_work(entry):
                expired.append(entry.number)
    return expired


def remove_entries(worklist: Worklist, numbers: Sequence[int], *, deletes_owned_files: bool) -> Removal:
    """Take scans off the worklist.

    Args:
        worklist: The worklist.
        numbers: Which.
        deletes_owned_files: Whether files that Hilum received itself are deleted, too. Files elsewhere never are. A
            scan whose file cannot be deleted stays on the worklist, so that it is not forgotten on the disk.

    Raises:
        WorklistNotWritableError: The worklist could not take the change.
        DamagedWorklistError: It is damaged.
        NewerWorklistError: A newer Hilum wrote it.
    """
    removed = deleted = left = 0
    for start in range(0, len(numbers), _AT_ONCE):
        entries = worklist.entries(numbers[start : start + _AT_ONCE])
        going = [entry for entry in entries if not (deletes_owned_files and entry.is_owned) or _delete_file(entry)]
        owned = sum(entry.is_owned for entry in going)
        deleted += owned if deletes_owned_files else 0
        left += len(entries) - len(going) + (0 if deletes_owned_files else owned)
        removed += worklist.remove([entry.number for entry in going])
    return Removal(removed, deleted, left)


def _is_in_work(entry: WorklistEntry) -> bool:
    return entry.state is EntryState.WAITING or entry.send_state is SendState.WAITING


def _delete_file(entry: WorklistEntry) -> bool:
    """Delete a file of Hilum's own, and its folder where nothing else lies in it; False where that fails."""
    try:
        entry.path.unlink(missing_ok=True)
    except OSError as error:
        _log.warning("A received file could not be deleted: %s", type(error).__name__)
        return False
    with contextlib.suppress(OSError):
        entry.path.parent.rmdir()
    return True
