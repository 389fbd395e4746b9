"""`hilum commission`: try a model on a site's own labelled cases, and let it count as commissioned here."""

import argparse
import json
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from core.cli.arguments import BALANCED
from core.cli.commands import DONE
from core.cli.console import STANDARD_OUTPUT, printable, say, shows_progress, write_line
from core.cli.outputs import OutputFile
from core.error_wording import describe_error
from core.jobs import JobContext, Progress
from core.model.conformal import DEFAULT_ERROR_LEVEL
from core.model.runtime import DeviceChoice
from core.registry.choosing import choose_package
from core.registry.commissioned import Commissioning, Promise
from core.registry.commissioning import (
    SiteChoice,
    SiteFigures,
    best_threshold,
    commission,
    promised_figures,
    promises_of,
    site_figures,
)
from core.registry.commissioning_words import (
    describe_calibration,
    describe_cases,
    describe_data,
    describe_decided,
    describe_figures,
    describe_promises,
)
from core.registry.registry import user_registry
from core.registry.site_cases import SiteAnswers, ask_about_cases, read_site_data
from core.registry.standing import commissioned_sentence
from core.screening.result import RESEARCH_USE_NOTICE
from core.screening.screener import load_screener
from core.typed_json import to_plain

_MOST_FILES = 10


def commission_here(options: argparse.Namespace) -> int:
    """Ask a model about labelled cases, print how it did, and keep that it was commissioned.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status 0.

    Raises:
        HilumError: It could not be done; the kind says why.
    """
    package = choose_package(options.model, user_registry(options.person))
    card = package.card
    data = read_site_data(options.folder, card, options.positive_class)
    output = OutputFile(options.json) if options.json is not None else None
    with ExitStack() as stack:
        if output is not None:
            stack.callback(output.abandon)
        for line in describe_data(data, card):
            say(line)
        # The package as it came: neither an earlier threshold nor an earlier calibration has a part in this.
        answers = ask_about_cases(data, load_screener(package, DeviceChoice(options.device)), _context(stack))
        choice = _choice(options, answers)
        found, promises = site_figures(answers, choice), promises_of(answers)
        made = None
        if not options.dry_run:
            made = commission(answers, choice, options.person, options.place)
        if output is not None:
            content = _as_json(answers, choice, found, promises, made)
            output.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")
            output.close()
    tell = say if str(options.json) == STANDARD_OUTPUT else write_line
    promised = promised_figures(card)
    for line in (
        *describe_cases(answers),
        *_left_out(answers, options.folder),
        "",
        f"At threshold {choice.threshold:.3g} and error level {choice.error_level:.0%}:",
        *describe_figures(found),
        describe_decided(found),
        describe_calibration(answers),
        "",
        *describe_promises(promises, promised.data_set if promised is not None else ""),
        "",
        commissioned_sentence(made) if made is not None else "Nothing was kept (--dry-run).",
    ):
        tell(printable(line))
    say(RESEARCH_USE_NOTICE)
    return DONE


def _choice(options: argparse.Namespace, answers: SiteAnswers) -> SiteChoice:
    """Threshold and error level as asked for; the card's threshold where nothing was."""
    level = options.error_level if options.error_level is not None else DEFAULT_ERROR_LEVEL
    if options.threshold == BALANCED:
        return SiteChoice(best_threshold(answers), level, chosen_here=True)
    card = answers.card
    return SiteChoice(options.threshold if options.threshold is not None else card.threshold, level)


def _left_out(answers: SiteAnswers, folder: Path) -> list[str]:
    """The files that no answer was given about, and why."""
    reasons = [(case.path, case.sentence) for case in answers.refused]
    reasons += [(failure.path, describe_error(failure.error).summary) for failure in answers.unreadable]
    lines = [f"  {_name(path, folder)}: {reason}" for path, reason in reasons[:_MOST_FILES]]
    if len(reasons) > _MOST_FILES:
        lines.append(f"  and {len(reasons) - _MOST_FILES:,} more (--json lists all)")
    return lines


def _as_json(
    answers: SiteAnswers,
    choice: SiteChoice,
    found: SiteFigures,
    promises: tuple[Promise, ...],
    made: Commissioning | None,
) -> dict[str, Any]:
    identity = answers.card.identity
    return {
        "research_use": RESEARCH_USE_NOTICE,
        "model": to_plain(identity),
        "commissioned": made.date if made is not None else None,
        "data_sha256": answers.data_sha256,
        "choice": to_plain(choice),
        "figures": to_plain(found),
        "promises": to_plain(promises),
        "cases": {
            "positive": int(answers.labels.sum()),
            "negative": int((~answers.labels).sum()),
            "learnt": answers.learnt,
            "contradicting": answers.contradicting,
        },
        "refused": [{"file": _utf8(case.path), "reason": case.sentence} for case in answers.refused],
        "unreadable": [
            {"file": _utf8(failure.path), "reason": describe_error(failure.error).text}
            for failure in answers.unreadable
        ],
    }


def _utf8(path: Path) -> str:
    """A file's name that JSON can hold: bytes that are no UTF-8 as escapes."""
    return str(path).encode("utf-8", errors="backslashreplace").decode("utf-8")


def _name(path: Path, root: Path) -> str:
    root = root.absolute()
    return str(path.relative_to(root)) if path.is_relative_to(root) else str(path)


def _context(stack: ExitStack) -> JobContext[Progress]:
    """A progress bar where a person can see it."""
    if not shows_progress():
        return JobContext[Progress]()
    from core.cli.progress import ProgressDisplay

    return JobContext(report=stack.enter_context(ProgressDisplay(None, "Trying the model")).show)
