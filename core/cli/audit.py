"""`hilum audit`: what gives the class of labelled images away, other than the disease."""

import argparse
import json
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from core.cli.commands import DONE, NOTHING_DONE, SOME_FAILED
from core.cli.console import STANDARD_OUTPUT, printable, say, shows_progress, write_line
from core.cli.outputs import OutputFile
from core.jobs import JobContext, Progress

if TYPE_CHECKING:
    from core.training.audit_report import AuditReport
    from core.training.check import DatasetCheck


def audit(options: argparse.Namespace) -> int:
    """Audit a labelled folder or a CSV index.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status: 0 no shortcut found, 1 suspected or inseparable, 2 nothing could be audited.

    Raises:
        HilumError: There is no such folder, it holds no labelled images, or the output cannot be written.
    """
    from core.cli.check import cache_folder, check_context, say_findings
    from core.model.card import ShortcutVerdict
    from core.model.package import bundled_package
    from core.training.audit_report import audit_to_json
    from core.training.check import check_dataset

    output = OutputFile(options.json) if options.json is not None else None
    with ExitStack() as stack:
        if output is not None:
            stack.callback(output.abandon)
        with ExitStack() as checking:
            check = check_dataset(options.folder, bundled_package().card.input, cache_folder(), check_context(checking))
        if not check.can_train:
            say_findings(check)
            return NOTHING_DONE
        report = audit_checked(check, options.positive_class, options.seed)
        if output is not None:
            text = json.dumps(audit_to_json(report), ensure_ascii=False, indent=1)
            output.write(text.encode("utf-8", errors="backslashreplace").decode("utf-8") + "\n")
            output.close()
    tell = say if str(options.json) == STANDARD_OUTPUT else write_line
    for line in report_lines(report):
        tell(printable(line))
    return DONE if report.verdict is ShortcutVerdict.NONE_FOUND else SOME_FAILED


def audit_checked(check: "DatasetCheck", positive_class: str | None, seed: int | None) -> "AuditReport":
    """Audit images that were checked, with a progress bar where a person can see it.

    Args:
        check: The images.
        positive_class: The class to be told from the others, None for the likely one.
        seed: Of folds and permutations, None for 0.

    Raises:
        HilumError: See `core.training.audit.audit_dataset`.
    """
    from core.cli.check import cache_folder
    from core.errors import InvalidDatasetError
    from core.training.audit import audit_dataset

    if positive_class is not None and positive_class not in check.dataset.classes:
        raise InvalidDatasetError(check.dataset.root, f"it has no class “{positive_class}”")
    with ExitStack() as stack:
        return audit_dataset(check, _context(stack), seed or 0, positive_class, cache_folder())


def report_lines(report: "AuditReport") -> list[str]:
    """The report as lines of text, the worst first."""
    from core.training.audit_report import Strength
    from core.training.audit_wording import (
        describe_result,
        describe_source,
        figure,
        sources_summary,
        verdict_explanation,
        verdict_headline,
    )

    looked = f"{report.images_looked_at:,} of {report.images:,} images" * (report.images_looked_at < report.images)
    lines = [f"{verdict_headline(report.verdict)}.", f"  {verdict_explanation(report)}"]
    lines += [f"  Looked at {looked}, drawn at random."] if looked else []
    lines += ["", f"How well “{report.positive_class}” can be told, AUC with 95% interval (0.5 is chance):"]
    for result in report.results:
        words = describe_result(result, report)
        lines.append(f"  {figure(result.auc)}  p {result.corrected_p:.3f}  {words.title}")
        if result.strength is not Strength.NOTHING:
            lines.append(f"      {words.meaning}")
            lines += [f"      {words.remedy}"] if words.remedy else []
    lines += ["", sources_summary(report)]
    lines += [f"  {describe_source(source, report)}" for source in report.sources if source.name]
    lines += ["", "p is corrected for the number of probes (Holm): below 0.05 it is not chance."]
    return lines


def _context(stack: ExitStack) -> JobContext[Any]:
    if not shows_progress():
        return JobContext[Any]()
    from core.cli.progress import ProgressDisplay

    display = stack.enter_context(ProgressDisplay(None, "Looking for shortcuts"))

    def show(event: Progress) -> None:
        display.show(event)

    return JobContext(report=show)
