"""`hilum training-pack`: whether this installation can train, and letting it."""

import argparse
from contextlib import ExitStack
from importlib.util import find_spec

from core.cli.commands import DONE, NOTHING_DONE
from core.cli.console import say, shows_progress
from core.jobs import JobContext, Progress
from core.training_pack import find_training_pack, install_training_pack, remove_training_pack


def training_pack(options: argparse.Namespace) -> int:
    """Say which pack there is, take one in, or remove it.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status: 0 done, 2 there is none.

    Raises:
        HilumError: It could not be done; the kind says why.
    """
    match options.action:
        case "install":
            with ExitStack() as stack:
                context = JobContext[Progress]()
                if shows_progress():
                    from core.cli.progress import ProgressDisplay

                    display = stack.enter_context(ProgressDisplay(None, "Taking the pack in"))
                    context = JobContext(report=display.show)
                pack = install_training_pack(options.file, context, options.sha256)
            say(f"torch {pack.torch} is in {pack.folder}. Training can begin; a window that is open must be restarted.")
            return DONE
        case "remove":
            removed = remove_training_pack()
            say("The training pack is removed." if removed else "There is no training pack in your folder.")
            return DONE if removed else NOTHING_DONE
        case _:
            return _state()


def _state() -> int:
    pack = find_training_pack()
    if pack is not None:
        say(f"torch {pack.torch} is in {pack.folder}.")
        return DONE
    if find_spec("torch") is not None:
        say("torch is installed beside Hilum; no training pack is needed.")
        return DONE
    say("There is no training pack: this installation looks, classifies and reports, and cannot train.")
    return NOTHING_DONE
