"""Hilum on the command line: the same core functions as the window."""

SUBCOMMANDS = frozenset({"classify", "info", "doctor", "densities"})
"""First arguments that belong to the command line; everything else opens the window."""

OPTIONS = frozenset({"--version"})
"""Options that are answered without a window, too."""


def main(argv: list[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: Arguments without the program's name, None for those of the process.

    Returns:
        Exit status: 0 done, 1 some of it failed, 2 nothing could be done, 130 stopped with Ctrl-C.
    """
    import os

    # numpy's small matrix products would otherwise wake threads that spin beside OpenVINO's on the same cores:
    # measured 26 instead of 3 ms of processor time for preparing one image. numpy reads it once, on import.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

    from core.cli.commands import run_command

    return run_command(argv)
