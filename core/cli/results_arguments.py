"""What `hilum results` accepts."""

import argparse
from collections.abc import Callable
from pathlib import Path

from core.cli.report_arguments import add_language

KINDS = ("sr", "sc", "gsps", "pdf")
# The enumeration of `core.interchange.results` would take numpy and a fifth of a second to import.

_DESCRIPTION = """\
Classify DICOM scans and write what was found as DICOM objects of the same study, ready for the archive:
sr a structured report, sc the heat map, gsps a presentation state, pdf the report. Files are named by their UIDs.
Each run makes new objects: to send the same ones again, keep the files.
Exit status: 0 all written, 1 some failed, 2 nothing written, 130 stopped with Ctrl-C.
Research use only, not for diagnosis."""


def add_results(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",  # it has no public name
    named: Callable[[str], Path],
    devices: tuple[str, ...],
) -> argparse.ArgumentParser:
    """Add the command.

    Args:
        commands: Of the whole command line.
        named: Reads a path.
        devices: Where a network may run.

    Returns:
        Its parser, for options that several commands share.
    """
    parser = commands.add_parser(
        "results",
        help="write results as DICOM objects for the archive",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="+", type=named, metavar="SCAN", help="DICOM file, folder or DICOMDIR")
    parser.add_argument(
        "--kinds", type=_kinds, default=KINDS, metavar="KINDS", help=f"which, parted by commas: {','.join(KINDS)}"
    )
    parser.add_argument("--out", type=named, required=True, metavar="FOLDER", help="where to; made if needed")
    parser.add_argument("--comment", default="", metavar="TEXT", help="a comment for the reports")
    parser.add_argument("--person", default="", metavar="NAME", help="who has them made, for reports and the record")
    add_language(parser, "the PDF report's")
    parser.add_argument("--device", choices=devices, default="auto", help="where the network runs (default: auto)")
    return parser


def _kinds(text: str) -> tuple[str, ...]:
    """Kinds parted by commas, each once."""
    kinds = tuple(dict.fromkeys(part.strip().lower() for part in text.split(",") if part.strip()))
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown or not kinds:
        raise argparse.ArgumentTypeError(f"{text!r} is not made of {', '.join(KINDS)}")
    return kinds
