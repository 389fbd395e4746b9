"""The work behind commissioning and drift watch. Nothing here touches a widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.jobs import JobContext, Progress
from core.language import tr

if TYPE_CHECKING:
    from core.model.package import ModelPackage
    from core.registry.commissioned import Commissioning
    from core.registry.commissioning import Decided, SiteChoice
    from core.registry.drift import DriftReport
    from core.registry.registry import ModelRegistry
    from core.registry.site_cases import SiteAnswers, SiteData
    from core.registry.standing import Standing

Context = JobContext[Any]


@dataclass(frozen=True, eq=False)
class ModelHere:
    """The active model and how it stands at this site.

    Attributes:
        package: The model.
        standing: How it stands.
        label: Name and version.
        threshold: The card's.
    """

    package: ModelPackage
    standing: Standing
    label: str
    threshold: float


@dataclass(frozen=True, eq=False)
class FoundCases:
    """Cases of a folder.

    Attributes:
        data: The cases.
        sentences: How many there are, and how sure their figures can be.
        are_enough: Whether the model can be tried on them.
    """

    data: SiteData
    sentences: tuple[str, ...]
    are_enough: bool


@dataclass(frozen=True, eq=False)
class Tried:
    """What a model said about the cases.

    Attributes:
        answers: Its answers.
        cases: Which cases the figures are of: sentences.
        promises: The card's promise beside what was found: sentences.
        broken: Which of these sentences tell of a promise that was not kept, by position.
        calibration: What "undetermined" is decided by, a sentence.
        balanced: The threshold with the largest sum of sensitivity and specificity.
    """

    answers: SiteAnswers
    cases: tuple[str, ...]
    promises: tuple[str, ...]
    broken: frozenset[int]
    calibration: str
    balanced: float


@dataclass(frozen=True)
class Consequences:
    """What a choice means on the cases.

    Attributes:
        figures: Sentences.
        people: Of a thousand people, a sentence.
        of_positive: What becomes of the cases with the finding, lungs and error level taken in.
        of_negative: The same of the others.
    """

    figures: tuple[str, ...]
    people: str
    of_positive: Decided
    of_negative: Decided


@dataclass(frozen=True, eq=False)
class Watched:
    """What the drift watch says of the active model.

    Attributes:
        here: The model.
        report: What it says.
    """

    here: ModelHere
    report: DriftReport


def model_work(registry: ModelRegistry) -> Callable[[Context], ModelHere]:
    """Load the active model's card, and how it stands here."""
    return lambda _context: _model_here(registry)


def cases_work(here: ModelHere, folder: Path, positive_label: str | None) -> Callable[[Context], FoundCases]:
    """Read which cases a folder holds."""

    def work(context: Context) -> FoundCases:
        from core.registry.commissioning_words import describe_data
        from core.registry.site_cases import LEAST_PER_CLASS, read_site_data

        context.report(Progress(0, None, tr("Counting the cases")))
        data = read_site_data(folder, here.package.card, positive_label, JobContext(token=context.token))
        fewest = min(data.positives, data.negatives)
        return FoundCases(data, describe_data(data, here.package.card), fewest >= LEAST_PER_CLASS)

    return work


def try_work(here: ModelHere, data: SiteData, device: str) -> Callable[[Context], Tried]:
    """Ask the model about every case."""

    def work(context: Context) -> Tried:
        from core.model.runtime import DeviceChoice
        from core.registry.commissioned import PromiseOutcome
        from core.registry.commissioning import best_threshold, promised_figures, promises_of
        from core.registry.commissioning_words import describe_calibration, describe_cases, describe_promises
        from core.registry.site_cases import ask_about_cases
        from core.screening.screener import load_screener

        context.report(Progress(0, None, tr("Loading the model")))
        answers = ask_about_cases(data, load_screener(here.package, DeviceChoice(device)), context)
        context.report(Progress(0, None, tr("Working out the figures")))
        promises = promises_of(answers)
        promised = promised_figures(here.package.card)
        return Tried(
            answers,
            describe_cases(answers),
            describe_promises(promises, promised.data_set if promised is not None else ""),
            frozenset(number for number, each in enumerate(promises) if each.outcome is PromiseOutcome.LOWER),
            describe_calibration(answers),
            best_threshold(answers),
        )

    return work


def consequences_work(answers: SiteAnswers, choice: SiteChoice, prevalence: float) -> Callable[[Context], Consequences]:
    """Work out what a threshold and an error level mean on the cases."""

    def work(_context: Context) -> Consequences:
        from core.registry.commissioning import scored_cases, site_figures
        from core.registry.commissioning_words import describe_figures, describe_people
        from core.training.operating_point import consequences

        point = consequences(scored_cases(answers), choice.threshold, prevalence)
        found = site_figures(answers, choice)
        return Consequences(describe_figures(found), describe_people(point), found.of_positive, found.of_negative)

    return work


def commission_work(
    answers: SiteAnswers, choice: SiteChoice, person: str, place: str
) -> Callable[[Context], Commissioning]:
    """Record the commissioning and let it hold."""

    def work(context: Context) -> Commissioning:
        from core.registry.commissioning import commission

        context.report(Progress(0, None, tr("Recording")))
        return commission(answers, choice, person, place)

    return work


def watch_work(registry: ModelRegistry) -> Callable[[Context], Watched]:
    """Hold the last scans of the active model against earlier ones."""

    def work(context: Context) -> Watched:
        from core.registry.drift_watching import watch_model

        context.report(Progress(0, None, tr("Reading the record")))
        here = _model_here(registry)
        return Watched(here, watch_model(here.standing, context=context))

    return work


def _model_here(registry: ModelRegistry) -> ModelHere:
    from core.registry.standing import standing_of

    version = registry.active_version()
    package = version.load()
    return ModelHere(package, standing_of(package), version.label, package.card.threshold)
