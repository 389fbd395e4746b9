"""A progress bar on standard error, for a person at a terminal."""

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from time import monotonic
from types import TracebackType

from core.jobs import Progress

ESTIMATE_SECONDS = 0.3


def estimate_total(paths: Iterable[Path]) -> int | None:
    """How many files there are about, without opening any; None where counting takes too long.

    Args:
        paths: Files and folders.
    """
    deadline = monotonic() + ESTIMATE_SECONDS
    total = 0
    for path in paths:
        if not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises where a parent may not be entered.
            total += 1
            continue
        for _, _, files in os.walk(path):
            total += len(files)
            if monotonic() > deadline:
                return None
    return total


class ProgressDisplay:
    """The bar, from entering to leaving the context."""

    def __init__(self, total: int | None, label: str) -> None:
        """Make the bar.

        Args:
            total: How many scans there are about, None where unknown.
            label: What is being done.
        """
        from rich import progress as rich_progress
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn

        self._bar = rich_progress.Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[failed]}"),
            console=Console(stderr=True),
            transient=True,
            # Lines on the same terminal go above the bar; lines into a pipe must not be touched.
            redirect_stdout=sys.stdout is not None and sys.stdout.isatty(),
            redirect_stderr=True,
        )
        self._task = self._bar.add_task(label, total=total, failed="")

    def __enter__(self) -> "ProgressDisplay":
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._bar.stop()

    def show(self, progress: Progress) -> None:
        """Show how far a job says it is."""
        self._bar.update(self._task, completed=progress.done, total=progress.total)

    def advance(self, failed: int) -> None:
        """Count one more scan.

        Args:
            failed: How many failed so far.
        """
        self._bar.update(self._task, advance=1, failed=f"{failed} failed" if failed else "")
