"""What `hilum classify` accepts about reports, and what `hilum clinic` accepts."""

import argparse
from collections.abc import Callable
from pathlib import Path

from core.language import LANGUAGES, SOURCE_LANGUAGE

PAPERS = {"a4": "a4", "letter": "us-letter"}
"""Names of page sizes, and Typst's names for them. `core.report.blocks.Paper` would import numpy for every command."""


def add_report_options(parser: argparse.ArgumentParser, named: Callable[[str], Path]) -> None:
    """Add the options about a report.

    Args:
        parser: Of `hilum classify`.
        named: Reads a path.
    """
    group = parser.add_argument_group("report")
    group.add_argument("--report", type=named, metavar="FILE", help="write a report of all scans, as PDF")
    group.add_argument(
        "--report-anonymous", action="store_true", help="leave out what names the patient, the names of files too"
    )
    group.add_argument("--report-paper", choices=tuple(PAPERS), help="page size (default: the clinic's)")
    group.add_argument("--report-small", action="store_true", help="small pictures, for e-mail")
    group.add_argument("--report-no-heat-map", action="store_true", help="show each scan once, without its heat map")
    group.add_argument("--comment", default="", metavar="TEXT", help="stands on the page of each scan")
    add_language(group, "the report's")


def add_language(parser: "argparse.ArgumentParser | argparse._ArgumentGroup", whose: str) -> None:
    """Add the option that says what language a PDF is in; the command line itself speaks English.

    Args:
        parser: Of a command that makes a PDF.
        whose: What the option's help calls it: `the report's`.
    """
    parser.add_argument(
        "--language", choices=tuple(LANGUAGES), default=SOURCE_LANGUAGE, help=f"{whose} language (default: en)"
    )


def add_clinic(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",  # it has no public name
    named: Callable[[str], Path],
) -> None:
    """Add `hilum clinic`.

    Args:
        commands: Of the whole command line.
        named: Reads a path.
    """
    parser = commands.add_parser(
        "clinic",
        help="the clinic at the head of reports: show, change",
        description="Show the clinic that stands at the head of reports, or change what is named; an empty text takes a"
        " line away. Exit status: 0 done, 2 nothing changed.",
    )
    parser.add_argument("--name", metavar="TEXT", help="the clinic's name")
    parser.add_argument("--department", metavar="TEXT", help="department or practice")
    parser.add_argument("--address", metavar="TEXT", help="address, in a line")
    parser.add_argument("--phone", metavar="TEXT", help="phone, e-mail, web page")
    logo = parser.add_mutually_exclusive_group()
    logo.add_argument("--logo", type=named, metavar="FILE", help="PNG, JPEG or SVG; it is copied")
    logo.add_argument("--no-logo", action="store_true", help="no logo any more")
    parser.add_argument("--paper", choices=tuple(PAPERS), help="page size of reports")
    parser.add_argument("--json", action="store_true", help="print JSON")
