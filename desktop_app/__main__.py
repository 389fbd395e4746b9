"""`hilum`: the window, or a command of `core.cli`. Qt is imported only where a window opens."""

# untranslated module: what it says goes to a terminal, whose language is English

import gc
import os
import sys
from pathlib import Path

from core.cli import OPTIONS, SUBCOMMANDS
from core.program_version import is_frozen
from desktop_app.sample_scan import sample_path


def main(argv: list[str] | None = None) -> int:
    """Run Hilum.

    Args:
        argv: Arguments without the program's name, None for those of the process: a command of `core.cli`, or
            files and folders to open in the window; `--sample` opens a real radiograph.

    Returns:
        The exit status.
    """
    if is_frozen():
        from multiprocessing import freeze_support

        from core.training_pack import use_training_pack

        # Before the next call: the process that trains needs it most.
        use_training_pack()
        # The process that trains is this program again: then this call does the work and does not return.
        freeze_support()
    arguments = sys.argv[1:] if argv is None else argv
    if arguments and arguments[0] in SUBCOMMANDS | OPTIONS:
        return _run_command(arguments)
    names = [argument for argument in arguments if argument != "--sample"]
    unknown = next((name for name in names if name.startswith("-") and not Path(name).exists()), None)
    if unknown is not None:
        _say(f"There is no option {unknown}; `hilum --help` lists the commands.")
        return 2
    if "--sample" in arguments:
        sample = sample_path()
        if sample is None:
            _say("The sample scan is not installed; install it with: pip install pydicom-data")
            return 2
        names.append(str(sample))
    from desktop_app.display_check import why_no_window

    reason = why_no_window()
    if reason:
        return _classify_without_window(reason, names)
    # As in the command line: numpy's small matrix products must not wake threads that spin beside the network's.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Imports make no garbage worth a look, which costs 40 ms; `run` says when to look from then on.
    gc.disable()
    from desktop_app.qt_import import import_qt

    import_qt()
    from desktop_app.application import run

    # Absolute, because the working folder may change and the recent list outlives it.
    return run([Path(name).absolute() for name in names])


def _run_command(arguments: list[str]) -> int:
    from core.cli import main as run_command

    return run_command(arguments)


def _classify_without_window(reason: str, names: list[str]) -> int:
    """Say why there is no window, and give the answers on the terminal instead."""
    if not names:
        _say(f"{reason} Name files or folders to have them classified here instead.")
        return 2
    _say(f"{reason} The files are classified here instead.")
    return _run_command(["classify", "--", *names])


def _say(sentence: str) -> None:
    sys.stderr.write(f"hilum: {sentence}\n")


if __name__ == "__main__":
    sys.exit(main())
