"""The checks that come before any byte is interpreted, the same for every format."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from core.errors import (
    EmptyFileError,
    FileError,
    InaccessibleFileError,
    MissingFileError,
    NotRegularFileError,
)
from core.language import mark

HEAD_BYTES = 4096
"""Bytes that suffice to tell the formats apart."""

MAXIMUM_FRAME_PIXELS = 8192 * 8192
"""Values of one frame that are decoded at most: three times the pixels of the largest mammography detectors.

An announced size beyond it is refused before any memory is taken (decompression bombs, absurd headers).
"""

_MISSING_ERRNOS = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENAMETOOLONG)


def check_readable(path: Path) -> os.stat_result:
    """Make sure that a path is a regular file with content, without opening it.

    Opening a device or a pipe can block for ever, so they are told apart first.

    Raises:
        MissingFileError: Nothing there, or a symbolic link that leads nowhere or in a circle.
        NotRegularFileError: A folder, device, socket or pipe.
        EmptyFileError: No bytes.
        InaccessibleFileError: The system does not let us look.
    """
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise file_error_of(path, error) from error
    if stat.S_ISDIR(status.st_mode) and not os.access(path, os.R_OK | os.X_OK):
        raise InaccessibleFileError(path, "folder that may not be listed")
    if not stat.S_ISREG(status.st_mode):
        raise NotRegularFileError(path, _kind_of(status.st_mode))
    if status.st_size == 0:
        raise EmptyFileError(path)
    return status


def open_regular_file(path: Path) -> BinaryIO:
    """Open a regular file for reading, after `check_readable`.

    Raises:
        FileError: As `check_readable`.
    """
    check_readable(path)
    try:
        # Non-blocking, should the path have become a pipe since the check; regular files do not mind.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError) as error:
        raise file_error_of(path, error) from error
    file = os.fdopen(descriptor, "rb")
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        file.close()
        raise NotRegularFileError(path, _kind_of(mode))
    return file


def read_head(path: Path, size: int = HEAD_BYTES) -> bytes:
    """The first bytes of a regular file, at least one.

    Raises:
        FileError: As `check_readable`.
    """
    with open_regular_file(path) as file:
        try:
            head = file.read(size)
        except OSError as error:
            raise file_error_of(path, error) from error
    if not head:
        raise EmptyFileError(path)
    return head


def file_error_of(path: Path, error: OSError | ValueError) -> FileError:
    """The kind of error that a refusal by the operating system means for a person."""
    if not isinstance(error, OSError):
        # pathlib refuses a NUL character in a path: no such file can exist.
        return MissingFileError(path, mark("impossible path"))
    detail = error.strerror or type(error).__name__
    if error.errno in _MISSING_ERRNOS:
        return MissingFileError(path, detail)
    if error.errno == errno.EISDIR:
        return NotRegularFileError(path, mark("folder"))
    return InaccessibleFileError(path, detail)


def _kind_of(mode: int) -> str:
    """What a path that is no regular file is."""
    kinds = (
        (stat.S_ISDIR, mark("folder")),
        (stat.S_ISCHR, mark("character device")),
        (stat.S_ISBLK, mark("block device")),
        (stat.S_ISFIFO, mark("pipe")),
        (stat.S_ISSOCK, mark("socket")),
    )
    return next((name for matches, name in kinds if matches(mode)), mark("special file"))
