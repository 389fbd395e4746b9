"""One process at a time trains in a run's folder.

The lock is the operating system's own, on an open file: it ends with the process that holds it, however that ends,
so there is no stale lock after a crash or a kill. The file names the process for whoever looks.
"""

import contextlib
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from core.errors import RunInUseError
from core.file_lock import try_lock, unlock
from core.language import mark
from core.phrases import kept
from core.training.durable_files import not_writable

LOCK_NAME = "lock"
_HOLDER = mark("process {number} since {moment}")
_PATIENCE_S = 1.0
"""How long to try: `is_locked` of another process holds the lock for an instant."""


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a run's folder.

    Args:
        folder: The run's folder.

    Raises:
        RunInUseError: Another process trains in it.
        RunNotWritableError: The folder cannot be written, or its file system has no locks.
    """
    path = folder / LOCK_NAME
    try:
        file = path.open("a+b")
    except OSError as error:
        raise not_writable(path, error) from error
    with file:
        end = time.monotonic() + _PATIENCE_S
        while not _lock(file, path):
            if time.monotonic() > end:
                raise RunInUseError(folder, _holder(path))
            time.sleep(0.05)
        try:
            _write_holder(file)
            yield
        finally:
            unlock(file)


def is_locked(folder: Path) -> bool:
    """Whether a process trains in a run's folder now."""
    try:
        file = (folder / LOCK_NAME).open("r+b")
    except OSError:
        return False
    with file:
        try:
            if not try_lock(file):
                return True
        except OSError:
            return False  # Nobody can hold it: this file system has no locks.
        unlock(file)
        return False


def _lock(file: BinaryIO, path: Path) -> bool:
    try:
        return try_lock(file)
    except OSError as error:
        raise not_writable(path, error) from error


def _write_holder(file: BinaryIO) -> None:
    started = datetime.now(UTC).isoformat(timespec="seconds")
    with contextlib.suppress(OSError):  # A full disk: the name is for people, the lock holds without it.
        file.truncate(0)
        file.write(f"{_HOLDER.format(number=os.getpid(), moment=started)}\n".encode())
        file.flush()


def _holder(path: Path) -> str:
    try:
        return kept(path.read_text(encoding="utf-8", errors="replace").strip(), (_HOLDER,))
    except OSError:
        return ""
