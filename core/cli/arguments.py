"""What the command line accepts. Parsing imports nothing heavy, so that a wrong option is answered at once."""

import argparse
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from core.cli.archive_arguments import add_archive
from core.cli.deidentify_arguments import add_deidentify
from core.cli.receive_arguments import add_receive, add_watch
from core.cli.report_arguments import add_clinic, add_language, add_report_options
from core.cli.results_arguments import add_results
from core.cli.worklist_arguments import add_worklist
from core.program_version import program_version
from core.record.entry import EntryKind

if TYPE_CHECKING:
    # argparse has no public name for it.
    _Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001

DEVICES = ("auto", "cpu", "cuda", "gpu")
BALANCED = "balanced"
"""Says to choose the threshold with the largest sum of sensitivity and specificity."""

_CLASSIFY = """\
Classify radiographs: files, folders with all folders in them, DICOMDIRs. Unreadable files get a row that says why.
Rows come as they are known; a CSV or JSON file that exists is replaced, an image never is.
The CSV names what can change a result's worth (warnings); the JSON holds every notice, and how each file was timed.
Exit status: 0 all classified, 1 some failed, 2 none could be classified, 130 stopped with Ctrl-C.
Research use only, not for diagnosis."""


_TRAIN = """\
Train a model on a folder with one subfolder of images per class, or on a CSV index (file, label, optional patient_id,
source, split), and say how good it is on images that it has not learnt from. The images are checked first; copies of
an image and images of one patient are never split between learning and testing.
A run can be stopped with Ctrl-C and goes on with --resume; so it does after a crash. On several GPUs:
torchrun --nproc-per-node N -m -- core.cli train ...
Exit status: 0 done, 1 begun but not finished, 2 nothing begun, 130 stopped with Ctrl-C.
Research use only, not for diagnosis."""


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
    _add_diagnostics(commands)
    _add_densities(commands)
    _add_check(commands)
    _add_audit(commands)
    _add_models(commands)
    _add_training_pack(commands)
    _add_commission(commands)
    _add_drift(commands)
    _add_log(commands)
    add_clinic(commands, _named)
    add_worklist(commands, _named, _positive)
    _add_model(add_results(commands, _named, DEVICES))
    add_deidentify(commands, _named)
    _add_model(add_receive(commands, _named, DEVICES))
    _add_model(add_watch(commands, _named, DEVICES))
    add_archive(commands, _named, _positive)
    _add_train(commands)
    _add_train_lungs(commands)
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
    parser.add_argument(
        "--error-level",
        type=_error_level,
        metavar="SHARE",
        help="share of scans of either class whose true answer may be excluded; a lower one leaves more scans"
        " undetermined (default: 0.05; what was set when the model was commissioned here goes first)",
    )
    _add_person(parser, "who asks, for the record (default: nobody named)")
    parser.add_argument(
        "--record-file-names", action="store_true", help="keep the files' names in the record (default: only hashes)"
    )
    parser.add_argument("--worklist", action="store_true", help="put the scans and their answers on the worklist")
    add_report_options(parser, _named)
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


def _add_diagnostics(commands: "_Commands") -> None:
    parser = commands.add_parser(
        "diagnostics",
        help="collect what a developer needs into a zip file",
        description="Write versions, what doctor finds, settings, logs and crash reports into a zip file, so that a"
        " fault can be found. No patient, person, file, folder or other computer is named in it, and it is sent"
        " nowhere: look into it, then hand it to whoever helps. Exit status: 0 done, 2 not written, 130 stopped.",
    )
    parser.add_argument(
        "file", type=_named, metavar="FILE.zip", help="where to write; a file that is there is replaced"
    )


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


def _add_train(commands: "_Commands") -> None:
    parser = commands.add_parser(
        "train",
        help="train and cross-validate a model on local images",
        description=_TRAIN,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", nargs="?", type=_named, metavar="FOLDER", help="images, or a CSV index of them")
    purpose = parser.add_mutually_exclusive_group(required=True)
    purpose.add_argument("--out", type=_named, metavar="DIR", help="folder of the run, made here")
    purpose.add_argument(
        "--estimate", action="store_true", help="only measure how long each depth would take on this computer"
    )
    parser.add_argument("--resume", action="store_true", help="go on with the run in DIR, with its own settings")
    parser.add_argument("--depth", choices=("quick", "partial", "full"), help="how much learns (default: quick)")
    parser.add_argument("--folds", type=_positive, metavar="N", help="folds (default: 5); 1 trains one of five")
    parser.add_argument("--epochs", type=_positive, metavar="N", help="passes over the images (default: 10)")
    parser.add_argument("--batch-size", type=_positive, metavar="N", help="images per step (default: 32)")
    parser.add_argument("--learning-rate", type=float, metavar="RATE", help="of Adam (default: 0.0003)")
    parser.add_argument("--weight-decay", type=float, metavar="DECAY", help="of AdamW (default: 0, plain Adam)")
    parser.add_argument(
        "--recipe",
        choices=("paper", "pretrain"),
        default="paper",
        help="how it learns; pretrain makes a network like the bundled one's first stage (default: paper)",
    )
    parser.add_argument(
        "--start",
        metavar="START",
        help="bundled (default), imagenet, random, a package's folder or a safetensors file",
    )
    parser.add_argument("--allow-download", action="store_true", help="ImageNet weights may be downloaded once")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), help="where to train (default: auto)")
    parser.add_argument("--seed", type=int, metavar="N", help="of everything random (default: 0)")
    parser.add_argument("--name", metavar="NAME", help="of the model (default: the folder's)")
    parser.add_argument("--positive-class", metavar="CLASS", help="the class that decisions are about")
    parser.add_argument(
        "--against-shortcuts",
        action="store_true",
        help="put each image's lungs into other images' bodies and mix spectra while training, so that the model learns"
        " from the lungs; quick depth: six times as many passes",
    )
    parser.add_argument(
        "--leave-out-invisible",
        action="store_true",
        help="do not learn from positive images in whose lungs no opacity is seen; they are tested on all the same",
    )
    parser.add_argument("--no-audit", action="store_true", help="do not look for shortcuts in the images first")
    parser.add_argument("--no-refit", action="store_true", help="only the figures: no model trained on all images")
    parser.add_argument(
        "--threshold",
        type=_threshold,
        metavar="T",
        help="probability, before temperature, from which the model decides positive, or balanced: the largest sum of"
        " sensitivity and specificity (default: 0.5); a finished run is kept once more with another one by --resume",
    )
    parser.add_argument("--activate", action="store_true", help="classify with the new model from then on")
    add_language(parser, "the dossier's")
    _add_person(parser, "who trains and activates, for the record")
    parser.add_argument("--json", type=_named, metavar="FILE", help="write a summary; - for standard output")


def _add_train_lungs(commands: "_Commands") -> None:
    parser = commands.add_parser(
        "train-lungs",
        help="make the network again that draws lungs and opacities",
        description="Train the network that draws lung fields and opacities, from random weights. FOLDER holds images,"
        " lungs and opacities; an image and its masks (white is inside) have the same name. A fifth of the images is"
        " held out, and the figures are from these. Exit status: 0 done, 2 nothing made, 130 stopped with Ctrl-C.",
    )
    parser.add_argument("folder", type=_named, metavar="FOLDER", help="images with outlines")
    parser.add_argument("--negatives", type=_named, metavar="FOLDER", help="normal scans: no opacity is in them")
    parser.add_argument("--out", type=_named, required=True, metavar="DIR", help="the network's package, made here")
    parser.add_argument("--steps", type=_positive, default=4000, metavar="N", help="batches (default: 4000)")
    parser.add_argument("--batch-size", type=_positive, default=16, metavar="N", help="images per step (default: 16)")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="where (default: auto)")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="of everything random (default: 0)")


def _add_training_pack(commands: "_Commands") -> None:
    parser = commands.add_parser(
        "training-pack",
        help="let an installed program train",
        description="The training pack holds torch, which the installed program does not bring. Without an action it is"
        " said whether there is one. Exit status: 0 done, 2 there is none or it cannot be used, 130 stopped.",
    )
    parser.set_defaults(action="state")
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    install = actions.add_parser("install", help="take a pack in; it holds program code, as the program itself does")
    install.add_argument("file", type=_named, metavar="FILE", help="hilum-training-VERSION-....zip")
    install.add_argument("--sha256", default="", metavar="HASH", help="the file's hash in SHA256SUMS, to be checked")
    actions.add_parser("remove", help="delete the pack in your folder")


def _add_models(commands: "_Commands") -> None:
    parser = commands.add_parser(
        "models",
        help="models kept here: list, activate, compare, carry",
        description="The models kept here. A model is named `ward@2`, or `ward` for its newest version; the one of the"
        " installation is called `bundled`. Without an action they are listed, the active one with a star.",
    )
    parser.set_defaults(action="list")
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    listing = actions.add_parser("list", help="list them with their figures")
    listing.add_argument("--json", action="store_true", help="print JSON")
    activate = actions.add_parser("activate", help="let a model answer from now on")
    _add_names(activate, "name")
    rollback = actions.add_parser("rollback", help="let the model answer that was active before")
    for changing in (activate, rollback):
        _add_person(changing, "who changes it, for the record")
    export = actions.add_parser("export", help="write a model into one file")
    _add_names(export, "name")
    export.add_argument("file", type=_named, metavar="FILE", help="file to write, NAME.hilum-model")
    export.add_argument("--with-dossier", action="store_true", help="with its dossier, which names every image")
    take_in = actions.add_parser("import", help="take in a model from a file; it does not become active by itself")
    take_in.add_argument("file", type=_named, metavar="FILE")
    _add_names(actions.add_parser("remove", help="delete a version for good, as `ward@2`"), "name")
    compare = actions.add_parser("compare", help="compare two models on the same images (McNemar, DeLong)")
    _add_names(compare, "first", "second")
    compare.add_argument(
        "folder",
        nargs="?",
        type=_named,
        metavar="FOLDER",
        help="labelled images, one subfolder per class, or a CSV index; without it, the images that both were"
        " cross-validated on",
    )
    compare.add_argument("--device", choices=DEVICES, default="auto", help="where the networks run (default: auto)")
    compare.add_argument("--json", type=_named, metavar="FILE", help="also write it there; - for standard output")


def _add_person(parser: argparse.ArgumentParser, help_text: str) -> None:
    parser.add_argument("--person", default="", metavar="NAME", help=help_text)


def _add_names(parser: argparse.ArgumentParser, *names: str) -> None:
    for name in names:
        parser.add_argument(name, metavar="NAME", help="a model, as `hilum models` lists it")


def _add_commission(commands: "_Commands") -> None:
    parser = commands.add_parser(
        "commission",
        help="try a model on labelled scans of this site, and let it count as commissioned here",
        description="Ask a model about labelled scans of this site, at least 30 with the finding and 30 without, say"
        " how it did against what its card promises, and set the threshold and error level that it answers with here"
        " from now on. That is kept for this very version, and recorded. Exit status: 0 done, 2 nothing done.",
    )
    parser.add_argument("folder", type=_named, metavar="FOLDER", help="one subfolder per class, or a CSV index")
    parser.add_argument(
        "--threshold",
        type=_threshold,
        metavar="P",
        help=f"probability from which it leans to the finding, or `{BALANCED}` (default: the card's)",
    )
    parser.add_argument(
        "--error-level",
        type=_error_level,
        metavar="SHARE",
        help="share of scans of either class whose true answer may be excluded (default: 0.05)",
    )
    parser.add_argument("--positive-class", metavar="CLASS", help="which class has the finding (default: by its name)")
    _add_person(parser, "who commissions, for the record")
    parser.add_argument("--place", default="", metavar="TEXT", help="which site or scanner the scans are from")
    parser.add_argument("--device", choices=DEVICES, default="auto", help="where the network runs (default: auto)")
    parser.add_argument("--json", type=_named, metavar="FILE", help="write everything found; - for standard output")
    parser.add_argument("--dry-run", action="store_true", help="say how it would be; keep and record nothing")
    _add_model(parser)


def _add_drift(commands: "_Commands") -> None:
    parser = commands.add_parser(
        "drift",
        help="are the last scans like those that the model was commissioned on?",
        description="Hold the last scans of the record against those at the commissioning of the model, or, without"
        " one, against the first ones it saw here. Exit status: 0 as before or too early to say, 1 something differs,"
        " 2 it cannot be told.",
    )
    parser.add_argument("--last", type=_positive, default=200, metavar="N", help="look at so many (default: 200)")
    parser.add_argument("--json", type=_named, metavar="FILE", help="write everything found; - for standard output")
    _add_model(parser)


def _add_log(commands: "_Commands") -> None:
    common = argparse.ArgumentParser(add_help=False)
    # May stand before an action or behind it: without SUPPRESS, its absence behind would undo what stands before.
    common.add_argument(
        "--record",
        type=_named,
        metavar="FILE",
        default=argparse.SUPPRESS,
        help="another record than this user's, as one that was moved away",
    )
    by_kind = argparse.ArgumentParser(add_help=False)
    by_kind.add_argument(
        "--kind",
        choices=[str(kind) for kind in EntryKind],
        metavar="KIND",
        default=argparse.SUPPRESS,
        help=f"only entries of this kind: {', '.join(EntryKind)}",
    )
    parser = commands.add_parser(
        "log",
        parents=[common, by_kind],
        help="the record: list, verify, export",
        description="The record of results, overrides, impressions, models and settings, which nothing is ever removed"
        " from. Without an action its newest entries are listed. Exit status of verify: 0 unbroken, 1 broken.",
    )
    parser.add_argument("--limit", type=_positive, default=20, metavar="N", help="list so many (default: 20)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(action="list")
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    verify = actions.add_parser("verify", parents=[common], help="look at every entry: is the record unbroken?")
    verify.add_argument(
        "--head", type=_digest, metavar="DIGEST", help="a digest printed earlier, which it must still lead through"
    )
    export = actions.add_parser("export", parents=[common, by_kind], help="write entries into a CSV file")
    export.add_argument("file", type=_named, metavar="FILE")


def _add_check(commands: "_Commands") -> None:
    parser = commands.add_parser(
        "check",
        help="check labelled images before training on them",
        description="Say what is wrong with labelled images and what to do about it: unreadable files, copies within"
        " and across classes, patients in several classes, odd pictures. Exit status: 0 they can be trained on,"
        " 1 something must be mended first, 2 there is nothing to check.",
    )
    parser.add_argument("folder", type=_named, metavar="FOLDER", help="one subfolder per class, or a CSV index")
    parser.add_argument("--json", type=_named, metavar="FILE", help="write everything found; - for standard output")


def _add_audit(commands: "_Commands") -> None:
    parser = commands.add_parser(
        "audit",
        help="look for shortcuts in labelled images before training on them",
        description="Say what gives the class of labelled images away other than the disease: what lies around the"
        " lungs, corners, edges, greys, noise, size, storage, DICOM headers, file names, and the source. The images are"
        " checked first. Exit status: 0 no shortcut found, 1 suspected, or class and source cannot be told apart,"
        " 2 there is nothing to audit.",
    )
    parser.add_argument("folder", type=_named, metavar="FOLDER", help="one subfolder per class, or a CSV index")
    parser.add_argument("--json", type=_named, metavar="FILE", help="write everything found; - for standard output")
    parser.add_argument("--positive-class", metavar="CLASS", help="the class to be told from all others")
    parser.add_argument("--seed", type=int, metavar="N", help="of folds and permutations (default: 0)")


def _add_model(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--model",
        metavar="MODEL",
        help="a model as `hilum models` lists it, or the folder of a model package (default: the active one)",
    )


def _named(text: str) -> Path:
    """A path that was really named: for pathlib an empty one, as from an unset variable, is the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("no file or folder named")
    return Path(text)


def _threshold(text: str) -> float | str:
    """A probability, or the word for the balanced one."""
    if text == BALANCED:
        return text
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is neither a probability from 0 to 1 nor {BALANCED}")
    return number


def _digest(text: str) -> str:
    """A SHA-256 as 64 hexadecimal digits."""
    digest = text.strip().lower()
    if len(digest) != 64 or set(digest) - set("0123456789abcdef"):
        raise argparse.ArgumentTypeError(f"{text!r} is no digest of 64 hexadecimal digits")
    return digest


def _error_level(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not 0 < number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no share between 0 and 1")
    return number


def _positive(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 on")
    return number
