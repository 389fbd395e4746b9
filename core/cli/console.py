"""The only place that writes to the terminal: answers to standard output, everything else to standard error.

Either may be closed, or lead to a full disk or to a program that went away.
"""

import contextlib
import errno
import os
import sys
from pathlib import Path

from core.errors import OutputNotWritableError

STANDARD_OUTPUT = "-"
_STANDARD_OUTPUT_IN_WORDS = Path("standard output")
_NOBODY_READS = {errno.EPIPE, errno.EINVAL} if os.name == "nt" else {errno.EPIPE}
"""What the system says where the reader has gone: on Windows (`hilum ... | more`) often "invalid argument"."""


class OutputClosedError(Exception):
    """Whoever read our output went away (`hilum ... | head`); nothing is wrong."""


def write_line(text: str) -> None:
    """Write a line of the answer, at once.

    Args:
        text: Without its line break. What the terminal cannot show is written as escapes.

    Raises:
        OutputClosedError: Nobody reads any more.
        OutputNotWritableError: Standard output is closed, or its disk is full.
    """
    write_text(text + "\n")


def write_text(text: str) -> None:
    """Write a piece of the answer, at once.

    Raises:
        OutputClosedError: Nobody reads any more.
        OutputNotWritableError: Standard output is closed, or its disk is full.
    """
    if not has_standard_output():
        raise OutputNotWritableError(_STANDARD_OUTPUT_IN_WORDS, "it is closed")
    try:
        sys.stdout.write(_showable(text, sys.stdout.encoding))
        sys.stdout.flush()
    except OSError as error:
        _drop_standard_output()
        if error.errno in _NOBODY_READS:
            raise OutputClosedError from error
        raise OutputNotWritableError(_STANDARD_OUTPUT_IN_WORDS, (error.strerror or "").lower()) from error


def say(text: str) -> None:
    """Write a line to the person, on standard error; where nobody can read it, the work is worth doing all the same."""
    # Python has no stream where the process was started with a closed one.
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            sys.stderr.write(_showable(text, sys.stderr.encoding) + "\n")
            sys.stderr.flush()


def has_standard_output() -> bool:
    """Whether the process was started with a standard output at all."""
    return sys.stdout is not None


def shows_progress() -> bool:
    """Whether standard error is a terminal that can redraw a progress bar."""
    return sys.stderr is not None and sys.stderr.isatty()


def printable(text: str) -> str:
    """Text in one line: what would move the cursor or command the terminal, in a file's name, is written as escapes."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)


def _drop_standard_output() -> None:
    """Keep Python from complaining at exit that it cannot flush what nobody takes."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _showable(text: str, encoding: str | None) -> str:
    chosen = encoding or "utf-8"
    return text.encode(chosen, errors="backslashreplace").decode(chosen)
