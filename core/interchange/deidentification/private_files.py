"""Files that undo the de-identification: the key, and the list of who is who. For their owner's eyes only."""

import os
from pathlib import Path
from typing import BinaryIO

from core.durable_files import not_writable, write_durably
from core.errors import OutputNotWritableError, SecretBesideCopiesError
from core.language import mark


def write_privately(path: Path, content: bytes) -> None:
    """Write a file that other users of this computer cannot read, where the system knows such a thing.

    Raises:
        OutputNotWritableError: It cannot be written; what was there before remains.
    """

    def write(file: BinaryIO) -> None:
        if os.name == "posix":
            # Before the content: at no moment may others read it.
            os.fchmod(file.fileno(), 0o600)
        file.write(content)

    write_durably(path, write)


def reserve_privately(path: Path) -> None:
    """Make an empty file that other users cannot read, to be filled later, so that no other program can take its name.

    Raises:
        OutputNotWritableError: It cannot be made, or there is a file of this name already.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError as error:
        raise OutputNotWritableError(path, mark("a file of this name is there already")) from error
    except OSError as error:
        raise not_writable(path, error) from error


def refuse_beside_copies(path: Path | None, folder: Path) -> None:
    """Keep what undoes the de-identification out of the folder that is handed on.

    Args:
        path: Key or list, None where there is none.
        folder: Where the copies go.

    Raises:
        SecretBesideCopiesError: The path lies in that folder, or in one of its folders.
    """
    if path is not None and path.resolve().is_relative_to(folder.resolve()):
        raise SecretBesideCopiesError(path)
