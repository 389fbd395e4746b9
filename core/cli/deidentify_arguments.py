"""What `hilum deidentify` accepts."""

import argparse
from collections.abc import Callable
from pathlib import Path

_DESCRIPTION = """\
Write copies of scans without identity: DICOM by the Basic Application Level Confidentiality Profile of PS3.15, pictures
without what is written beside the picture. Originals are not changed. A table in the folder says what was left out.
Text in the picture itself is not found by the program: look, and cover it with --mask.
Exit status: 0 all copied, 1 some not, 2 none, 130 stopped with Ctrl-C."""


def add_deidentify(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",  # it has no public name
    named: Callable[[str], Path],
) -> None:
    """Add the command.

    Args:
        commands: The program's commands.
        named: Turns an argument into a path.
    """
    parser = commands.add_parser(
        "deidentify",
        help="write copies without identity",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="+", type=named, metavar="PATH", help="file, folder or DICOMDIR")
    parser.add_argument("--out", type=named, required=True, metavar="FOLDER", help="where the copies go")
    parser.add_argument(
        "--dates",
        choices=("remove", "shift", "keep"),
        default="remove",
        help="remove them, move all dates of a patient by the same days, or keep them; the date of birth always goes"
        " (default: remove)",
    )
    parser.add_argument(
        "--keep-uids", action="store_true", help="keep identifiers of study, series and image, by which others find it"
    )
    parser.add_argument(
        "--keep-characteristics", action="store_true", help="keep age (up to 90 years), sex, size, weight and the like"
    )
    parser.add_argument(
        "--mask",
        action="append",
        type=_mask,
        default=[],
        metavar="X,Y,W,H",
        help="black out a rectangle of every picture: left, top, width, height in pixels; may be given several times",
    )
    parser.add_argument(
        "--no-text-left",
        action="store_true",
        help="you looked at every picture: outside the masks no text names the patient; copies state that",
    )
    parser.add_argument(
        "--key-file",
        type=named,
        metavar="FILE",
        help="a secret, made there the first time: later exports with it give the same names and identifiers",
    )
    parser.add_argument(
        "--mapping", type=named, metavar="FILE", help="write a CSV that says who is who; keep it away from the copies"
    )


def _mask(text: str) -> tuple[int, int, int, int]:
    """Left, top, width and height; the mask itself is made later, for it takes numpy to import."""
    try:
        column, row, columns, rows = (int(part) for part in text.split(","))
    except ValueError:
        columns = rows = column = row = 0
    if columns < 1 or rows < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no rectangle like 0,0,300,80 (left, top, width, height)")
    return column, row, columns, rows
