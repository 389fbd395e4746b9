"""What `hilum receive` and `hilum watch` accept."""

import argparse
import math
from collections.abc import Callable
from pathlib import Path

_RECEIVE = """\
Open Hilum's own port, put the radiographs that other systems send on the worklist, and classify them, until Ctrl-C.
What is not given here is as the site's settings have it; without them the port is reached from this computer only.
Only senders that are named with --allow, or in the settings, are let in.
Exit status: 0 ended with Ctrl-C or --once, 1 some scans could not be classified, 2 nothing begun.
Research use only, not for diagnosis."""

_WATCH = """\
Watch folders, put the radiographs that appear in them on the worklist, and classify them, until Ctrl-C. A file is taken
when it has stopped changing. Without FOLDER the folders of the site's settings are watched.
Exit status: 0 ended with Ctrl-C or --once, 1 some scans could not be classified, 2 nothing begun.
Research use only, not for diagnosis."""


def add_receive(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",  # it has no public name
    named: Callable[[str], Path],
    devices: tuple[str, ...],
) -> argparse.ArgumentParser:
    """Add `hilum receive`.

    Args:
        commands: Of the whole command line.
        named: Reads a path.
        devices: Where a network may run.

    Returns:
        Its parser, for options that several commands share.
    """
    parser = commands.add_parser(
        "receive",
        help="receive radiographs over the network and classify them",
        description=_RECEIVE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--port", type=int, metavar="N", help="own port (default: 11112)")
    parser.add_argument("--address", metavar="ADDRESS", help="own address (default: 127.0.0.1, this computer only)")
    parser.add_argument("--ae", metavar="TITLE", help="own AE title (default: HILUM)")
    parser.add_argument(
        "--allow",
        action="append",
        metavar="TITLE[@NETWORK]",
        help="AE title of a sender, and where it may call from (CT1@192.168.1.0/24); may be given several times",
    )
    parser.add_argument("--any-title", action="store_true", help="let senders call Hilum by any AE title")
    parser.add_argument("--most-mib", type=_positive_number, metavar="N", help="largest object, MiB (default: 512)")
    parser.add_argument("--tls-certificate", type=named, metavar="FILE", help="own certificate: senders must encrypt")
    parser.add_argument("--tls-key", type=named, metavar="FILE", help="its private key")
    parser.add_argument("--tls-ca", type=named, metavar="FILE", help="authority that senders' certificates must be of")
    parser.add_argument("--once", action="store_true", help="end when something was received and is classified")
    _add_classifying(parser, devices)
    return parser


def add_watch(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",  # it has no public name
    named: Callable[[str], Path],
    devices: tuple[str, ...],
) -> argparse.ArgumentParser:
    """Add `hilum watch`; see `add_receive`."""
    parser = commands.add_parser(
        "watch",
        help="watch folders and classify the radiographs that appear in them",
        description=_WATCH,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folders", nargs="*", type=named, metavar="FOLDER", help="folder, with all folders in it")
    parser.add_argument("--done", type=named, metavar="DIR", help="move what was taken there (default: leave it)")
    parser.add_argument(
        "--interval", type=_positive_number, default=5.0, metavar="S", help="seconds between two looks (default: 5)"
    )
    parser.add_argument("--once", action="store_true", help="end when what is there now is classified")
    _add_classifying(parser, devices)
    return parser


def _add_classifying(parser: argparse.ArgumentParser, devices: tuple[str, ...]) -> None:
    parser.add_argument("--no-classify", action="store_true", help="only put the scans on the worklist")
    parser.add_argument("--device", choices=devices, default="auto", help="where the network runs (default: auto)")
    parser.add_argument("--person", default="", metavar="NAME", help="who asks, for the record (default: nobody named)")


def _positive_number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 < number < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number above 0")
    return number
