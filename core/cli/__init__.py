"""Hilum on the command line: the same core functions as the window."""

SUBCOMMANDS = frozenset(
    {
        "check",
        "classify",
        "clinic",
        "commission",
        "densities",
        "doctor",
        "drift",
        "info",
        "log",
        "models",
        "receive",
        "results",
        "train",
        "watch",
        "worklist",
    }
)
"""First arguments that belong to the command line; everything else opens the window."""

OPTIONS = frozenset({"-h", "--help", "--version"})
"""First arguments that are answered without a window, too."""


def main(argv: list[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: Arguments without the program's name, None for those of the process.

    Returns:
        Exit status: 0 done, 1 some of it failed, 2 nothing could be done, 130 stopped with Ctrl-C.
    """
    import os

    # numpy's small matrix products (activation maps) would wake threads that spin beside OpenVINO's on the same
    # cores. numpy reads this once, on import, and Hilum multiplies nothing large with it.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

    from core.cli.commands import run_command

    return run_command(argv)
