"""How the registry's folder is changed: by one process at a time, and so that a kill leaves nothing half done.

Whatever is added is written below `.incoming` first and renamed when it is whole. Whoever holds the lock knows that
nobody else is writing there: what lies in `.incoming` then was left by a process that is gone, and is swept away.
"""

import contextlib
import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from core.durable_files import make_folder, not_writable, write_durably
from core.errors import ModelsInUseError, NoUserFolderError, OutputNotWritableError, RunInUseError, RunNotWritableError
from core.training.run_lock import locked

INCOMING_NAME = ".incoming"
PATIENCE_S = 30.0
"""How long to wait for another copy of the program: taking in a model takes a second or two."""
_PART_BYTES = 1 << 20


@contextlib.contextmanager
def changing(folder: Path | None) -> Iterator[Path]:
    """Hold the registry's folder while it is changed; it is made where it is not there yet.

    Args:
        folder: The registry's folder, None where the user has none.

    Raises:
        NoUserFolderError: There is no folder.
        ModelsInUseError: Another process holds it for longer than one waits.
        OutputNotWritableError: It may not be written, or the disk is full.
    """
    if folder is None:
        raise NoUserFolderError
    with _about_models(), contextlib.ExitStack() as held:
        make_folder(folder)
        _hold(folder, held)
        shutil.rmtree(folder / INCOMING_NAME, ignore_errors=True)
        yield folder


@contextlib.contextmanager
def incoming(folder: Path) -> Iterator[Path]:
    """A folder to write into, which is gone afterwards unless it was renamed.

    Args:
        folder: The registry's folder, held.
    """
    make_folder(folder / INCOMING_NAME)
    partial = Path(tempfile.mkdtemp(dir=folder / INCOMING_NAME))
    try:
        yield partial
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def put_in_place(partial: Path, target: Path) -> None:
    """Give a whole folder its name; its files are on the disk already.

    Raises:
        OutputNotWritableError: The system refuses.
    """
    make_folder(target.parent)
    try:
        partial.rename(target)
    except OSError as error:
        raise not_writable(target, error) from error
    _force_to_disk(target)
    _force_to_disk(target.parent)


def take_away(target: Path, folder: Path) -> None:
    """Make a folder disappear in one step, then delete what was in it.

    Args:
        target: What to remove.
        folder: The registry's folder, held.

    Raises:
        OutputNotWritableError: The system refuses.
    """
    with incoming(folder) as partial:
        try:
            target.rename(partial / target.name)
        except OSError as error:
            raise not_writable(target, error) from error


def copy_file(source: Path, target: Path) -> str:
    """Copy a file, hand it to the disk, and return the SHA-256 of what was copied.

    Raises:
        OutputNotWritableError: The copy could not be written, or the original not be read.
    """
    digest = hashlib.sha256()
    try:
        with source.open("rb") as original, target.open("xb") as copy:
            while part := original.read(_PART_BYTES):
                digest.update(part)
                copy.write(part)
            copy.flush()
            os.fsync(copy.fileno())
    except OSError as error:
        raise not_writable(target, error) from error
    return digest.hexdigest()


def write_text(path: Path, text: str) -> None:
    """Write a small file whole or not at all.

    Raises:
        OutputNotWritableError: The disk is full, or the folder may not be written.
    """
    write_durably(path, lambda file: file.write(text.encode()))


def _hold(folder: Path, held: contextlib.ExitStack) -> None:
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            held.enter_context(locked(folder))
        except RunInUseError as error:
            if time.monotonic() > end:
                raise ModelsInUseError from error
        else:
            return


@contextlib.contextmanager
def _about_models() -> Iterator[None]:
    """Say of a model what the functions shared with training runs would say of a run."""
    try:
        yield
    except RunNotWritableError as error:
        raise OutputNotWritableError(error.path, error.detail) from error


def _force_to_disk(folder: Path) -> None:
    """Make names in a folder outlive a power loss; Windows has no such call, and needs none."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
