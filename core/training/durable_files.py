"""Files of a training run: written by `core.durable_files`, with the run's own kinds of errors."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from core import durable_files
from core.durable_files import PARTIAL_SUFFIX
from core.errors import InvalidRunError, OutputNotWritableError, RunNotWritableError

__all__ = [
    "PARTIAL_SUFFIX",
    "make_folder",
    "not_writable",
    "read_json",
    "write_durably",
    "write_json_durably",
]


def write_durably(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Write a file of a run; see `core.durable_files.write_durably`.

    Raises:
        RunNotWritableError: The disk is full, or the folder cannot be written. What was there before remains.
    """
    durable_files.write_durably(path, write, RunNotWritableError)


def write_json_durably(path: Path, content: Any) -> None:
    """Write a JSON file with `write_durably`.

    Raises:
        RunNotWritableError: See `write_durably`.
    """
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
    write_durably(path, lambda file: file.write(text.encode("utf-8", errors="surrogateescape")))


def read_json(path: Path) -> Any:
    """Read a JSON file of a run.

    Raises:
        InvalidRunError: It is gone or damaged.
    """
    try:
        return json.loads(path.read_bytes().decode("utf-8", errors="surrogateescape"))
    except (OSError, ValueError, RecursionError) as error:
        raise InvalidRunError(path, f"cannot be read: {error}") from error


def make_folder(path: Path) -> None:
    """Make a folder of a run where it is not there yet.

    Raises:
        RunNotWritableError: It cannot be made.
    """
    durable_files.make_folder(path, RunNotWritableError)


def not_writable(path: Path, error: OSError) -> OutputNotWritableError:
    """What the system's refusal means for a run: a `RunNotWritableError`."""
    return durable_files.not_writable(path, error, RunNotWritableError)
