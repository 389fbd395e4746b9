"""`hilum check`: what is wrong with labelled images, before anything is trained on them."""

import argparse
import json
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from core.cli.commands import DONE, SOME_FAILED
from core.cli.console import STANDARD_OUTPUT, printable, say, shows_progress, write_line
from core.cli.outputs import OutputFile
from core.jobs import JobContext, Progress
from core.training.check import DatasetCheck, Severity, check_dataset
from core.training.check_report import check_to_json
from core.training.events import ImagesPrepared
from core.training.findings import Finding
from core.user_folders import user_folders

IMAGE_CACHE = "training_images"
"""Folder in the user's cache where small pictures of training images are kept."""

_MOST_FILES = 5
_TITLES = {
    Severity.BLOCKING: "Must be mended before anything can be trained",
    Severity.WARNING: "Warnings",
    Severity.INFO: "Information",
}
_COLOURS = {Severity.BLOCKING: "red", Severity.WARNING: "yellow", Severity.INFO: ""}


def check(options: argparse.Namespace) -> int:
    """Check a labelled folder or a CSV index.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status: 0 nothing forbids training, 1 something does.

    Raises:
        HilumError: There is no such folder, it holds no labelled images, or the output cannot be written.
    """
    from core.model.package import bundled_package

    output = OutputFile(options.json) if options.json is not None else None
    with ExitStack() as stack:
        if output is not None:
            stack.callback(output.abandon)
        outcome = check_dataset(options.folder, bundled_package().card.input, cache_folder(), check_context(stack))
        if output is not None:
            text = json.dumps(check_to_json(outcome), ensure_ascii=False, indent=1)
            # A file name that is no valid UTF-8 arrives with surrogates, which JSON can only hold as escapes.
            output.write(text.encode("utf-8", errors="backslashreplace").decode("utf-8") + "\n")
            output.close()
    if str(options.json) == STANDARD_OUTPUT:
        say_findings(outcome)
    else:
        _write_findings(outcome)
    return DONE if outcome.can_train else SOME_FAILED


def cache_folder() -> Path | None:
    """Where small pictures of training images are kept, None for a user without a home."""
    folders = user_folders()
    return folders.cache / IMAGE_CACHE if folders is not None else None


def say_findings(outcome: DatasetCheck) -> None:
    """Tell the findings on standard error, the answer being something else."""
    for line in _lines(outcome):
        say(line)


def _write_findings(outcome: DatasetCheck) -> None:
    """The findings as the answer, on standard output: in colour where a person reads it at a terminal."""
    import sys

    if sys.stdout is None or not sys.stdout.isatty():
        for line in _lines(outcome):
            write_line(line)
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    styles = {title: _COLOURS[severity] for severity, title in _TITLES.items()}
    for line in _lines(outcome):
        style = styles.get(line.rstrip(":"))
        console.print(Text(line, style=f"bold {style}".strip() if style is not None else ""))


def _lines(outcome: DatasetCheck) -> list[str]:
    lines: list[str] = []
    for severity, title in _TITLES.items():
        findings = [finding for finding in outcome.findings if finding.severity is severity]
        if findings:
            lines += [f"{title}:", *(line for finding in findings for line in _finding_lines(finding, outcome)), ""]
    lines.append(_verdict(outcome))
    return lines


def _finding_lines(finding: Finding, outcome: DatasetCheck) -> list[str]:
    lines = [f"  {printable(finding.sentence)}"]
    if finding.remedy:
        lines.append(f"    {printable(finding.remedy)}")
    for group in finding.files[:_MOST_FILES]:
        names = [_name(path, outcome.dataset.root) for path in group[:_MOST_FILES]]
        more = f" and {len(group) - _MOST_FILES:,} more" if len(group) > _MOST_FILES else ""
        lines.append(f"      {printable('  =  '.join(names))}{more}")
    if len(finding.files) > _MOST_FILES:
        lines.append(f"      and {len(finding.files) - _MOST_FILES:,} more (--json lists all)")
    return lines


def _name(path: Path, root: Path) -> str:
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)


def _verdict(outcome: DatasetCheck) -> str:
    groups = int(outcome.groups.max()) + 1 if outcome.groups.size else 0
    if not outcome.can_train:
        return "These images cannot be trained on yet."
    return f"A model can be trained on these {len(outcome.dataset.images):,} images, {groups:,} of them independent."


def check_context(stack: ExitStack) -> JobContext[Any]:
    """A progress bar where a person can see it."""
    if not shows_progress():
        return JobContext[Any]()
    from core.cli.progress import ProgressDisplay

    display = stack.enter_context(ProgressDisplay(None, "Checking"))

    def show(event: ImagesPrepared | Progress) -> None:
        display.show(Progress(event.done, event.total))

    return JobContext(report=show)
