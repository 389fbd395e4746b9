"""Runs a command, and turns whatever ends it into one sentence and an exit status."""

import argparse
from collections.abc import Sequence

from core.cli.arguments import parse_arguments
from core.cli.console import OutputClosedError, say
from core.error_wording import describe_error
from core.errors import HilumError

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
    match options.command:
        case "classify":
            from core.cli.classify import classify

            return classify(options)
        case "info":
            from core.cli.info import info

            return info(options)
        case "models":
            from core.cli.models import models

            return models(options)
        case "log":
            from core.cli.log import log

            return log(options)
        case "results":
            from core.cli.results import results

            return results(options)
        case "check":
            from core.cli.check import check

            return check(options)
        case "audit":
            from core.cli.audit import audit

            return audit(options)
        case "doctor":
            from core.cli.doctor import doctor

            return doctor(options)
        case "train":
            from core.cli.train import train

            return train(options)
        case "train-lungs":
            from core.cli.train_lungs import train_lungs

            return train_lungs(options)
        case "densities":
            from core.cli.densities import densities

            return densities(options)
        case _:
            return _carry_out_at_site(options)


def _carry_out_at_site(options: argparse.Namespace) -> int:
    """The same for the commands about a site: its model, its scans, the computers around it."""
    match options.command:
        case "clinic":
            from core.cli.clinic import clinic

            return clinic(options)
        case "commission":
            from core.cli.commission import commission_here

            return commission_here(options)
        case "drift":
            from core.cli.drift import drift

            return drift(options)
        case "deidentify":
            from core.cli.deidentify import deidentify

            return deidentify(options)
        case "receive":
            from core.cli.receive import receive

            return receive(options)
        case "watch":
            from core.cli.receive import watch

            return watch(options)
        case _:
            from core.cli.worklist import worklist

            return worklist(options)


def say_error(error: HilumError) -> None:
    """Word an error on standard error."""
    say(describe_error(error).text)
