"""The only place that writes to the terminal: answers to standard output, everything else to standard error."""

import sys

STANDARD_OUTPUT = "-"


class OutputClosedError(Exception):
    """Whoever read our output went away (`hilum ... | head`); nothing is wrong."""


def write_line(text: str) -> None:
    """Write a line of the answer, at once.

    Args:
        text: Without its line break. What the terminal cannot show is written as escapes.

    Raises:
        OutputClosedError: Nobody reads any more.
    """
    write_text(text + "\n")


def write_text(text: str) -> None:
    """Write a piece of the answer, at once.

    Raises:
        OutputClosedError: Nobody reads any more.
    """
    try:
        sys.stdout.write(_showable(text, sys.stdout.encoding))
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise OutputClosedError from error


def say(text: str) -> None:
    """Write a line to the person, on standard error."""
    try:
        sys.stderr.write(_showable(text, sys.stderr.encoding) + "\n")
        sys.stderr.flush()
    except BrokenPipeError as error:
        raise OutputClosedError from error


def shows_answers_to_person() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def shows_progress() -> bool:
    """Whether standard error is a terminal that can redraw a progress bar."""
    return sys.stderr.isatty()


def _showable(text: str, encoding: str | None) -> str:
    chosen = encoding or "utf-8"
    return text.encode(chosen, errors="backslashreplace").decode(chosen)
