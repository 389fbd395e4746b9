"""How a training run looks on a terminal: a line for what has happened, a bar for what goes on."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING

from core.cli.console import printable, say, shows_progress
from core.training.events import TrainingEvent
from core.training.wizard_progress import RunProgress, describe_duration

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_FULL = 1000
"""Length of the bar in its own units."""


class TrainingDisplay:
    """What a person sees of a run, on standard error, from entering to leaving the context."""

    def __init__(self, has_refit: bool, is_silent: bool = False) -> None:
        """Prepare the display.

        Args:
            has_refit: Whether a training on all images follows the folds.
            is_silent: Whether nothing is shown; for all but the first of several processes.
        """
        self.progress = RunProgress(has_refit)
        self._is_silent = is_silent
        self._bar = _bar() if shows_progress() and not is_silent else None
        self._task = self._bar.add_task("", total=_FULL, left="", speed="") if self._bar is not None else None

    def __enter__(self) -> "TrainingDisplay":
        if self._bar is not None:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def show(self, event: TrainingEvent) -> None:
        """Show an event of the run."""
        known = len(self.progress.log)
        self.progress = self.progress.after(event)
        if self._is_silent:
            return
        for line in self.progress.log[known:]:
            say(printable(line))
        if self._bar is not None and self._task is not None:
            left, speed = self.progress.seconds_left, self.progress.images_per_second
            self._bar.update(
                self._task,
                description=self.progress.sentence,
                completed=round(_FULL * self.progress.share),
                left=f"{describe_duration(left)} left" if left is not None else "",
                speed=f"{speed:,.0f} images/s" if speed else "",
            )


def _bar() -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[left]}"),
        TextColumn("{task.fields[speed]}"),
        console=Console(stderr=True),
        transient=True,
        # Lines on the same terminal go above the bar; lines into a pipe must not be touched.
        redirect_stdout=sys.stdout is not None and sys.stdout.isatty(),
        redirect_stderr=True,
    )
