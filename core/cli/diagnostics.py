"""`hilum diagnostics`: what a developer needs, in one zip file without a trace of a patient."""

import argparse
from contextlib import nullcontext

from core.cli.commands import DONE
from core.cli.console import say, shows_progress, write_line
from core.cli.doctor import lines_to_share
from core.cli.outputs import refuse_image
from core.diagnostics.collecting import collect_diagnostics, write_diagnostics
from core.jobs import JobContext, Progress


def diagnostics(options: argparse.Namespace) -> int:
    """Collect diagnostics and write them.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status: 0 done.

    Raises:
        OutputNotWritableError: The file cannot be written.
    """
    refuse_image(options.file)
    display = None
    if shows_progress():
        from core.cli.progress import ProgressDisplay

        display = ProgressDisplay(None, "Collecting")
    with display or nullcontext():
        context: JobContext[Progress] = JobContext(report=display.show) if display is not None else JobContext()
        members = collect_diagnostics(lines_to_share, context=context)
    write_diagnostics(members, options.file)
    for member in members:
        write_line(f"{member.name:<28} {member.description}")
    say(f"Written to {options.file.name}. It is sent nowhere: look into it, then hand it to whoever helps.")
    return DONE
