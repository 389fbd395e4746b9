"""The small file beside the record that keeps the last entry's number and digest.

A chain of digests cannot show that entries were cut off at its end. This file can: it is written after each commit,
and only ever moves forward. After a kill it may lag behind, which means nothing; if it is ahead, entries are gone.
"""

import contextlib
import json
import os
import re
from pathlib import Path

from core.record.entry import Head

_LONGEST_BYTES = 4096
_DIGEST = re.compile(r"[0-9a-f]{64}\Z")


def head_path(journal: Path) -> Path:
    """Where the last entry of a record is kept.

    Args:
        journal: The record's database.
    """
    return journal.with_name(journal.name + ".head")


def read_head(journal: Path) -> Head | None:
    """The entry that was written last, as far as the file knows.

    Args:
        journal: The record's database.

    Returns:
        None where the file is not there, or says nothing that makes sense.
    """
    try:
        with head_path(journal).open("rb") as file:
            kept = json.loads(file.read(_LONGEST_BYTES))
        sequence, digest = kept["sequence"], kept["digest"]
    except (OSError, ValueError, LookupError, TypeError):
        return None
    if type(sequence) is not int or sequence < 0 or not isinstance(digest, str) or not _DIGEST.match(digest):
        return None
    return Head(sequence, digest)


def write_head(journal: Path, head: Head) -> None:
    """Keep another last entry. At every moment the old file is there, whole, or the new one.

    Args:
        journal: The record's database, on which the caller holds the write lock: nobody else writes this file then.
        head: The last entry.

    Raises:
        OSError: The disk is full, or the folder may not be written. What was there before remains.
    """
    target = head_path(journal)
    partial = target.with_name(target.name + ".partial")
    try:
        descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with open(descriptor, "w", encoding="ascii") as file:  # noqa: PTH123 (a descriptor, made for one user only)
            json.dump({"sequence": head.sequence, "digest": head.digest}, file)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


def advance_head(journal: Path, head: Head) -> None:
    """Move the file forward after a commit; where that is not possible it lags behind, and a later commit does it.

    A file that is gone is not made again and one that is ahead not set back: either would hide that something happened.

    Args:
        journal: The record's database, on which the caller holds the write lock.
        head: The last entry.
    """
    kept = read_head(journal)
    if kept is not None and kept.sequence < head.sequence:
        # The entry is safe even so: on a full disk, or on Windows where somebody looks at the file at this moment.
        with contextlib.suppress(OSError):
            write_head(journal, head)
