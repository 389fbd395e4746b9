"""Hilum on the command line: the same core functions as the window."""

COMMANDS = {
    "archive": "core.cli.archive:archive",
    "audit": "core.cli.audit:audit",
    "check": "core.cli.check:check",
    "classify": "core.cli.classify:classify",
    "clinic": "core.cli.clinic:clinic",
    "commission": "core.cli.commission:commission_here",
    "deidentify": "core.cli.deidentify:deidentify",
    "densities": "core.cli.densities:densities",
    "diagnostics": "core.cli.diagnostics:diagnostics",
    "doctor": "core.cli.doctor:doctor",
    "drift": "core.cli.drift:drift",
    "info": "core.cli.info:info",
    "log": "core.cli.log:log",
    "models": "core.cli.models:models",
    "receive": "core.cli.receive:receive",
    "results": "core.cli.results:results",
    "train": "core.cli.train:train",
    "train-lungs": "core.cli.train_lungs:train_lungs",
    "training-pack": "core.cli.training_pack:training_pack",
    "watch": "core.cli.receive:watch",
    "worklist": "core.cli.worklist:worklist",
}
"""Every command, and the function that carries it out; its module is imported only then."""

SUBCOMMANDS = frozenset(COMMANDS)
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
