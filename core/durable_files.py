"""Files that survive a crash, a power cut and a full disk: whole, or as they were before."""

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from core.errors import OutputNotWritableError
from core.language import mark

PARTIAL_SUFFIX = ".partial"
_PATIENCE_S = 3.0 if os.name == "nt" else 0.0
"""Windows replaces no file that somebody has open: the window that reads a state, a virus scanner that looks at what
was just written. Both are gone in a moment."""


def write_durably(
    path: Path, write: Callable[[BinaryIO], object], kind: type[OutputNotWritableError] = OutputNotWritableError
) -> None:
    """Write a file so that at every moment either the old one is there, whole, or the new one.

    The content goes to a file beside it, is forced to the disk and takes the name then.

    Args:
        path: The file; its folder must exist.
        write: Called with the open file.
        kind: What is raised where it cannot be written.

    Raises:
        OutputNotWritableError: The disk is full, or the folder cannot be written. What was there before remains.
    """
    partial = path.with_name(path.name + PARTIAL_SUFFIX)
    try:
        with partial.open("wb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        _take_name(partial, path)
        _force_names_to_disk(path.parent)
    except OSError as error:
        # A partial file on a full disk would take the space that going on needs.
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise not_writable(path, error, kind) from error
    except BaseException:
        # A person stopped it: what is half written is of no use to anybody.
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


def take_name_durably(finished: Path, path: Path, kind: type[OutputNotWritableError] = OutputNotWritableError) -> None:
    """Give a file that is already on the disk its final name, in a way that survives a power cut.

    Args:
        finished: The file, forced to the disk, on the same drive.
        path: The name; its folder must exist. What has it is replaced.
        kind: What is raised where that cannot be.

    Raises:
        OutputNotWritableError: The system refuses.
    """
    try:
        _take_name(finished, path)
        _force_names_to_disk(path.parent)
    except OSError as error:
        raise not_writable(path, error, kind) from error


def make_folder(path: Path, kind: type[OutputNotWritableError] = OutputNotWritableError) -> None:
    """Make a folder where it is not there yet.

    Args:
        path: The folder; those that it lies in are made as well.
        kind: What is raised where it cannot be made.

    Raises:
        OutputNotWritableError: It cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise not_writable(path, error, kind) from error


def reserve_name(wanted: Path) -> Path:
    """Make an empty file under a name that nothing had, also where several programs look for one at the same moment.

    Args:
        wanted: The name; a number is added to it where something has it. Its folder must exist.

    Returns:
        The file's name, for something whole to take.

    Raises:
        OSError: It cannot be made.
    """
    path, number = wanted, 1
    while True:
        try:
            path.open("xb").close()
        except FileExistsError:
            number += 1
            path = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        else:
            return path


def not_writable(
    path: Path, error: OSError, kind: type[OutputNotWritableError] = OutputNotWritableError
) -> OutputNotWritableError:
    """What the system's refusal means for a person, as an error of the kind asked for."""
    detail = error.strerror or mark("the system refuses")
    return kind(path, detail[:1].lower() + detail[1:])


def _take_name(partial: Path, path: Path) -> None:
    end = time.monotonic() + _PATIENCE_S
    while True:
        try:
            partial.replace(path)
        except PermissionError:
            if time.monotonic() >= end:
                raise
            time.sleep(0.05)
        else:
            return


def _force_names_to_disk(folder: Path) -> None:
    """Make a rename durable. Windows has no such call for folders, and needs none."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        # Some network file systems refuse it for folders; the rename itself has happened.
        with contextlib.suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
