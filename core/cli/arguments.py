"""What the command line accepts. Parsing imports nothing heavy, so that a wrong option is answered at once."""

import argparse
import tomllib
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    # argparse has no public name for it.
    _Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001

DEVICES = ("auto", "cpu", "cuda", "gpu")

_CLASSIFY = """\
Classify radiographs: files, folders with all folders in them, DICOMDIRs. Unreadable files get a row that says why.
Rows come as they are known; a CSV or JSON file that exists is replaced, an image never is.
The CSV names what can change a result's worth (warnings); the JSON holds every notice, and how each file was timed.
Exit status: 0 all classified, 1 some failed, 2 none could be classified, 130 stopped with Ctrl-C.
Research use only, not for diagnosis."""


def program_version() -> str:
    """Hilum's version: that of the installed package, else that of the source tree it runs from."""
    try:
        return version("hilum")
    except PackageNotFoundError:
        return _version_of_source_tree()


def _version_of_source_tree() -> str:
    """The version that `pyproject.toml` states, which is where the installed package has its own from."""
    try:
        text = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
        return f"{tomllib.loads(text)['project']['version']} (not installed)"
    except (OSError, ValueError, LookupError):
        return "unknown (not installed)"


def parse_arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    """Parse the arguments of one command.

    Args:
        argv: Arguments without the program's name, None for those of the process.

    Returns:
        `command` and the command's options.

    Raises:
        SystemExit: Help or version was asked for (0), or the arguments are wrong (2).
    """
    return build_parser().parse_args(argv)


def build_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="hilum",
        description="A workstation for chest radiographs. Without a command, `hilum [FILE...]` opens the window.",
        epilog="Research use only, not for diagnosis.",
    )
    parser.add_argument("--version", action="version", version=f"hilum {program_version()}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_classify(commands)
    _add_info(commands)
    _add_doctor(commands)
    _add_densities(commands)
    return parser


def _add_classify(commands: "_Commands") -> None:
    parser = commands.add_parser(
        "classify",
        help="classify radiographs",
        description=_CLASSIFY,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="+", type=_named, metavar="PATH", help="file, folder or DICOMDIR")
    parser.add_argument("--csv", type=_named, metavar="FILE", help="write a row per scan; - for standard output")
    parser.add_argument("--json", type=_named, metavar="FILE", help="write everything known; - for standard output")
    parser.add_argument(
        "--heatmaps",
        type=_named,
        metavar="DIR",
        help="save each scan with its heat map as PNG; images in DIR are not read",
    )
    parser.add_argument("--device", choices=DEVICES, default="auto", help="where the network runs (default: auto)")
    parser.add_argument("--batch", type=_positive, metavar="N", help="most images per forward pass (default: fitting)")
    _add_model(parser)


def _add_info(commands: "_Commands") -> None:
    parser = commands.add_parser(
        "info",
        help="what a file is and how its picture is made",
        description="Say what a file is, how it was taken and how its picture is made. The patient stays unnamed.",
    )
    parser.add_argument("file", type=_named, metavar="FILE")
    parser.add_argument("--frame", type=_positive, default=1, metavar="N", help="which frame, from 1")
    parser.add_argument("--identity", action="store_true", help="also print whose image it is")
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_doctor(commands: "_Commands") -> None:
    parser = commands.add_parser(
        "doctor",
        help="check this installation",
        description="Check versions, devices, decoders, the model and the user's folders. Exit status 1 if a needed"
        " part is missing.",
    )
    parser.add_argument("--device", choices=DEVICES, default="auto", help="device of the model's check")


def _add_densities(commands: "_Commands") -> None:
    parser = commands.add_parser(
        "densities",
        help="pixel-density distributions of labelled images",
        description="Average the pixel-density distributions of a folder with one subfolder of images per class,"
        " as a model's card holds them.",
    )
    parser.add_argument("folder", type=_named, metavar="FOLDER")
    parser.add_argument("--json", type=_named, metavar="FILE", help="write there instead of to standard output")
    _add_model(parser)


def _add_model(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--model", type=_named, metavar="DIR", help="folder of a model package (default: the bundled one)"
    )


def _named(text: str) -> Path:
    """A path that was really named: for pathlib an empty one, as from an unset variable, is the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("no file or folder named")
    return Path(text)


def _positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 on")
    return number
