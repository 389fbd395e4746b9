"""What `hilum worklist` accepts."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

DECISIONS = ("positive", "negative", "undetermined", "refused")
STATES = ("listed", "waiting", "classified", "failed", "ignored")
ORIGINS = ("opened", "received", "watched", "batch")
SORT_KEYS = (
    "added",
    "patient",
    "study date",
    "view",
    "decision",
    "probability",
    "gate",
    "model",
    "impression",
    "report",
    "sent",
)
# The enumerations of `core.worklist` and `core.screening` would take numpy and a fifth of a second to import.

_DESCRIPTION = """\
The worklist: every scan that was opened, received or classified with --worklist, and what became of it. Without an
action its newest scans are listed; patients and files are named only with --identity.
Nothing is ever removed unless somebody asks for it here or a site sets a retention."""


def add_worklist(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",  # it has no public name
    named: Callable[[str], Path],
    positive: Callable[[str], int],
) -> None:
    """Add the command.

    Args:
        commands: Of the whole command line.
        named: Reads a path.
        positive: Reads a whole number from 1 on.
    """
    common = argparse.ArgumentParser(add_help=False)
    # May stand before an action or behind it: without SUPPRESS, its absence behind would undo what stands before.
    common.add_argument(
        "--worklist", type=named, metavar="FILE", default=argparse.SUPPRESS, help="another worklist than this user's"
    )
    parser = commands.add_parser(
        "worklist",
        parents=[common],
        help="scans that were opened, received or classified: list, export, remove",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(action="list")
    _add_filters(parser)
    _add_list_options(parser, positive)
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    listed = actions.add_parser("list", parents=[common], help="list scans, as without an action")
    _add_filters(listed)
    _add_list_options(listed, positive)
    export = actions.add_parser("export", parents=[common], help="write scans into a CSV file")
    export.add_argument("file", type=named, metavar="FILE")
    _add_filters(export)
    export.add_argument("--identity", action="store_true", help="also write patients, files and exact dates")
    remove = actions.add_parser("remove", parents=[common], help="take scans off the worklist")
    remove.add_argument("numbers", nargs="+", type=positive, metavar="NUMBER", help="as listed")
    remove.add_argument(
        "--delete-received-files",
        action="store_true",
        help="also delete those of the files that Hilum received itself; files elsewhere are never deleted",
    )
    _add_retention(actions.add_parser("retention", parents=[common], help="how long scans stay on the worklist"))


def _add_filters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--search", metavar="TEXT", default="", help="words of patient, ID, accession, file or study")
    parser.add_argument("--decision", choices=DECISIONS, action="append", default=[], help="only with this answer")
    parser.add_argument("--state", choices=STATES, action="append", default=[], help="only those that are so far")
    parser.add_argument("--origin", choices=ORIGINS, action="append", default=[], help="only those that came this way")
    parser.add_argument("--modality", metavar="CODE", default="", help="only of this modality: CR, DX")
    parser.add_argument("--from", dest="first_date", type=_day, metavar="DATE", help="studies from this day on")
    parser.add_argument("--to", dest="last_date", type=_day, metavar="DATE", help="studies up to this day")
    parser.add_argument("--sort", choices=SORT_KEYS, default="added", help="by what (default: added)")
    parser.add_argument("--ascending", action="store_true", help="the smallest or oldest first")


def _add_list_options(parser: argparse.ArgumentParser, positive: Callable[[str], int]) -> None:
    parser.add_argument("--limit", type=positive, default=20, metavar="N", help="list so many (default: 20)")
    parser.add_argument("--identity", action="store_true", help="also print patients and files")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_retention(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Say how long scans stay and which would go now. With a number, set it; 0 means for ever, or any number. The"
        " window and the receiving node keep to it. A scan that waits for its answer or for being sent always stays."
    )
    parser.add_argument("--keep-days", type=_count, metavar="N", help="days after which a scan goes")
    parser.add_argument("--most", type=_count, metavar="N", help="how many scans stay, the newest ones")
    parser.add_argument(
        "--delete-received-files",
        choices=("yes", "no"),
        help="whether files that Hilum received itself are deleted with them; files elsewhere never are",
    )
    parser.add_argument("--apply", action="store_true", help="remove now what has stayed long enough")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2026-03-01") from None


def _count(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = -1
    if number < 0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0 on")
    return number
