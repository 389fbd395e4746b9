"""Runs a command, and turns whatever ends it into one sentence and an exit status."""

import argparse
import importlib
from collections.abc import Callable, Sequence

from core.cli import COMMANDS
from core.cli.arguments import parse_arguments
from core.cli.console import OutputClosedError, say
from core.error_wording import describe_error
from core.errors import HilumError, TrainingProcessError

DONE = 0
SOME_FAILED = 1
NOTHING_DONE = 2
STOPPED = 130
"""As shells report a program ended by Ctrl-C."""
OUTPUT_CLOSED = 141
"""As shells report a program whose reader went away."""


def run_command(argv: Sequence[str] | None) -> int:
    """Run one command.

    Args:
        argv: Arguments without the program's name, None for those of the process.

    Returns:
        Exit status.
    """
    try:
        options = parse_arguments(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else NOTHING_DONE
    try:
        return _carry_out(options)
    except HilumError as error:
        say_error(error)
        return NOTHING_DONE
    except KeyboardInterrupt:
        say("Stopped as asked.")
        return STOPPED
    except OutputClosedError:
        return OUTPUT_CLOSED


def _carry_out(options: argparse.Namespace) -> int:
    """Import the command that was asked for, and nothing of the others."""
    module, _, function = COMMANDS[options.command].partition(":")
    carry_out: Callable[[argparse.Namespace], int] = getattr(importlib.import_module(module), function)
    return carry_out(options)


def say_error(error: HilumError) -> None:
    """Word an error on standard error."""
    message = describe_error(error)
    say(message.text)
    if isinstance(error, TrainingProcessError) and message.details:
        # The process that trained was of this program: what it said last is all there is to find the reason with.
        say(message.details)
