"""What `hilum archive` accepts."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    # argparse has no public name for it.
    _Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001

_DESCRIPTION = """\
The hospital's archives: entered, tested, searched, retrieved from and sent to, by DICOM's own network or DICOMweb.
Nothing is connected to that was not entered here or in the window. Without an action the archives are listed.
Exit status: 0 done, 1 only in part (a way to the archive failed, some objects were not sent yet), 2 nothing done,
130 stopped with Ctrl-C."""


def add_archive(commands: "_Commands", named: Callable[[str], Path], positive: Callable[[str], int]) -> None:
    """Add the command.

    Args:
        commands: The program's commands.
        named: Turns an argument into a path.
        positive: Turns an argument into a whole number from 1 on.
    """
    parser = commands.add_parser(
        "archive",
        help="the hospital's archives: test, find, retrieve, send",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(action="nodes", json=False)
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    listing = actions.add_parser("nodes", help="list the archives that were entered")
    listing.add_argument("--json", action="store_true", help="print JSON")
    _add_add(actions, named, positive)
    _add_own(actions, named, positive)
    _name(actions.add_parser("remove", help="take an archive out of the list"))
    _name(actions.add_parser("test", help="does it answer, and what does it offer?"))
    _add_find(actions, positive)
    _add_retrieve(actions, named)
    _add_send(actions, named)
    _add_queue(actions, positive)


def _add_add(actions: "_Commands", named: Callable[[str], Path], positive: Callable[[str], int]) -> None:
    parser = actions.add_parser("add", help="enter an archive")
    _name(parser)
    parser.add_argument("--replace", action="store_true", help="put it in the place of the one of this name")
    parser.add_argument("--ae", default="", metavar="TITLE", help="its AE title (the called one)")
    parser.add_argument("--host", default="", metavar="HOST", help="its name or address on the network")
    parser.add_argument("--port", type=positive, metavar="PORT", help="its port (default: 104, encrypted 2762)")
    parser.add_argument("--calling", default="", metavar="TITLE", help="Hilum's AE title towards it")
    parser.add_argument("--tls", action="store_true", help="encrypt")
    parser.add_argument("--ca", type=named, metavar="FILE", help="certificates of trusted authorities, PEM")
    parser.add_argument("--certificate", type=named, metavar="FILE", help="Hilum's own certificate, PEM")
    parser.add_argument("--key", type=named, metavar="FILE", help="its private key, PEM, without a password")
    parser.add_argument("--any-name", action="store_true", help="its certificate may be for another host")
    parser.add_argument("--web", default="", metavar="URL", help="address of its DICOMweb services")
    parser.add_argument("--user", default="", metavar="NAME", help="user name there; the password is asked for")
    parser.add_argument("--prefer-web", action="store_true", help="use DICOMweb where there are both")
    parser.add_argument("--retrieve-by", choices=("get", "move"), default="get", help="C-GET or C-MOVE (default: get)")
    parser.add_argument("--commitment", action="store_true", help="ask it to commit itself to keeping what it is sent")
    parser.add_argument("--timeout", type=positive, default=15, metavar="S", help="seconds to wait (default: 15)")


def _add_own(actions: "_Commands", named: Callable[[str], Path], positive: Callable[[str], int]) -> None:
    parser = actions.add_parser("own", help="Hilum's own AE title and port; without options they are printed")
    parser.add_argument("--ae", metavar="TITLE", help="Hilum's AE title")
    parser.add_argument("--port", type=positive, metavar="PORT", help="where archives send to (C-MOVE, commitments)")
    parser.add_argument("--address", metavar="ADDRESS", help="own address for that; empty for all of this computer's")
    parser.add_argument("--certificate", type=named, metavar="FILE", help="where they send encrypted: certificate, PEM")
    parser.add_argument("--key", type=named, metavar="FILE", help="its private key, PEM, without a password")


def _add_find(actions: "_Commands", positive: Callable[[str], int]) -> None:
    parser = actions.add_parser("find", help="look for studies")
    _name(parser)
    parser.add_argument("--patient", default="", metavar="NAME", help="as `family, given`, or with * and ?")
    parser.add_argument("--id", default="", metavar="ID", help="patient ID")
    parser.add_argument("--accession", default="", metavar="NUMBER", help="accession number")
    parser.add_argument("--from", type=_day, dest="first", metavar="DAY", help="not before, as 2026-01-31")
    parser.add_argument("--to", type=_day, dest="last", metavar="DAY", help="not after")
    parser.add_argument("--modality", action="append", default=[], metavar="CR", help="may be given several times")
    parser.add_argument("--study", default="", metavar="UID", help="exactly this study")
    parser.add_argument("--limit", type=positive, default=200, metavar="N", help="at most so many (default: 200)")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_retrieve(actions: "_Commands", named: Callable[[str], Path]) -> None:
    parser = actions.add_parser("retrieve", help="bring a study's images into a folder")
    _name(parser)
    parser.add_argument("study", metavar="STUDY", help="Study Instance UID, as `find` prints it")
    parser.add_argument("--out", type=named, required=True, metavar="FOLDER", help="where the files go")
    parser.add_argument("--all", action="store_true", help="also reports and other results")


def _add_send(actions: "_Commands", named: Callable[[str], Path]) -> None:
    parser = actions.add_parser(
        "send",
        help="send DICOM files",
        description="Send DICOM files through the queue, which keeps copies: what does not arrive now is sent later by"
        " the window, or by `hilum archive queue --run`.",
    )
    _name(parser)
    parser.add_argument("files", nargs="+", type=named, metavar="FILE")


def _add_queue(actions: "_Commands", positive: Callable[[str], int]) -> None:
    parser = actions.add_parser("queue", help="what is to be sent, and how far it is")
    parser.add_argument("--run", action="store_true", help="send what is due, until Ctrl-C")
    parser.add_argument("--once", action="store_true", help="send what is due now")
    parser.add_argument("--again", nargs="+", type=positive, default=[], metavar="N", help="try these again at once")
    parser.add_argument("--remove", nargs="+", type=positive, default=[], metavar="N", help="take these out for good")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _name(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="an archive, as `hilum archive` lists it")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day, such as 2026-01-31") from None
