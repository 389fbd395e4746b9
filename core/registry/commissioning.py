"""Trying a model on a site's own cases: figures against the card's promise, a threshold, and the act itself."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import numpy as np

from core.errors import NoUserFolderError
from core.model.card import MeasuredFigures, ModelCard
from core.model.conformal import DEFAULT_ERROR_LEVEL, CalibrationScores, calibration_scores
from core.record.contents import Content, commissioning_content
from core.record.entry import EntryKind
from core.record.journal import Journal, user_journal
from core.registry.commissioned import (
    CaseCounts,
    Commissioning,
    KeptCommissionings,
    LocalScores,
    Metric,
    Promise,
    SiteReference,
    figures_of,
    user_commissionings,
)
from core.registry.promise_outcomes import outcome_of, promised_estimate
from core.registry.scan_numbers import together
from core.registry.site_cases import SiteAnswers, possible_answers
from core.screening.decision import Decision
from core.training.intervals import share_estimate, wilson_interval
from core.training.metrics import figures_with_auc
from core.training.operating_point import ScoredCases, balanced_threshold
from core.training.results import DecisionFigures, Estimate

LEAST_TO_CALIBRATE = 100
"""Different cases of either class from which prediction sets are made from them alone: the smallest p-value that they
can give is 1/101, below the smallest error level."""


@dataclass(frozen=True)
class SiteChoice:
    """What a person sets.

    Attributes:
        threshold: Probability from which the classifier leans positive, 0..1.
        error_level: Share of scans of either class whose true answer may be excluded, 0..1.
        chosen_here: Whether the threshold was chosen by the figures of these same cases.
    """

    threshold: float
    error_level: float = DEFAULT_ERROR_LEVEL
    chosen_here: bool = False


@dataclass(frozen=True)
class Decided:
    """What became of the cases of one class.

    Attributes:
        positive: Answered positive.
        negative: Answered negative.
        undetermined: Without a plain answer.
    """

    positive: int
    negative: int
    undetermined: int


@dataclass(frozen=True)
class SiteFigures:
    """How a model did on a site's cases.

    Attributes:
        figures: Of the classifier alone, at the threshold.
        of_positive: What became of the cases of the positive class, with lungs and prediction sets.
        of_negative: What became of the others.
        undetermined: Share of the judged cases without a plain answer.
        refused: Share of the readable cases that the gate refused.
    """

    figures: DecisionFigures
    of_positive: Decided
    of_negative: Decided
    undetermined: Estimate
    refused: Estimate


def scored_cases(answers: SiteAnswers) -> ScoredCases:
    """The judged cases as thresholds are weighed on."""
    labels, scores, groups = answers.labels, answers.scores, answers.groups
    return ScoredCases(labels, scores, groups, answers.figures.auc)


def site_figures(answers: SiteAnswers, choice: SiteChoice) -> SiteFigures:
    """How the model did, with a threshold and an error level.

    Args:
        answers: What it said about the cases.
        choice: Threshold and error level.
    """
    cases = scored_cases(answers)
    calibration, is_local = calibration_here(answers)
    decisions = np.array(
        [
            answers.verdict(
                case, choice.threshold, possible_answers(case, calibration, choice.error_level, is_own=is_local)
            ).decision
            for case in answers.cases
        ]
    )
    return SiteFigures(
        figures_with_auc(cases.labels, cases.scores, cases.groups, choice.threshold, cases.auc, seed=0),
        _decided(decisions[cases.labels].tolist()),
        _decided(decisions[~cases.labels].tolist()),
        share_estimate(decisions == Decision.UNDETERMINED, cases.groups),
        refused_share(answers),
    )


def calibration_here(answers: SiteAnswers) -> tuple[CalibrationScores | None, bool]:
    """What prediction sets are made from here, and whether that is these cases themselves.

    From `LEAST_TO_CALIBRATE` different cases of either class on, the cases of the site replace the package's images:
    the promise then holds for scans like those seen here. With fewer the package's own remain.

    Args:
        answers: What the model said about the cases.
    """
    local = local_scores(answers)
    return (local.calibration, True) if local is not None else (answers.calibration, False)


def local_scores(answers: SiteAnswers) -> LocalScores | None:
    """Scores of one case per patient, None where there are too few."""
    if min(answers.different(positive=True), answers.different(positive=False)) < LEAST_TO_CALIBRATE:
        return None
    _, first = np.unique(np.stack([answers.groups, answers.labels]), axis=1, return_index=True)
    scores = calibration_scores(answers.scores[first], answers.labels[first])
    return LocalScores(scores.positive, scores.negative)


def best_threshold(answers: SiteAnswers) -> float:
    """The threshold with the largest sum of sensitivity and specificity on the cases."""
    return balanced_threshold(scored_cases(answers))


def refused_share(answers: SiteAnswers) -> Estimate:
    """Share of the readable cases that the gate refused."""
    return wilson_interval(len(answers.refused), len(answers.refused) + len(answers.cases))


def promises_of(answers: SiteAnswers) -> tuple[Promise, ...]:
    """What the model's card says beside what was found, both at the card's threshold.

    Args:
        answers: What the model said about the cases.
    """
    promised = promised_figures(answers.card)
    if promised is None:
        return ()
    return tuple(_promises(answers, promised))


def promised_figures(card: ModelCard) -> MeasuredFigures | None:
    """The figures of a card that a site holds a model to: the first it names."""
    return card.measured[0] if card.measured else None


def commission(
    answers: SiteAnswers,
    choice: SiteChoice,
    person: str = "",
    place: str = "",
    kept: KeptCommissionings | None = None,
    journal: Journal | None = None,
) -> Commissioning:
    """Let a model count as commissioned here from now on, with what was set, and put that into the record.

    Args:
        answers: What it said about the site's cases.
        choice: Threshold and error level from now on.
        person: Who; may be empty.
        place: Which site or scanner the cases are from; may be empty.
        kept: Where commissionings are kept, None for the user's own.
        journal: The record, None for the user's own.

    Raises:
        NoUserFolderError: Nothing can be kept here.
        OutputNotWritableError: The commissioning or the record cannot be written; the model stands as before.
        DamagedJournalError: The record is damaged.
        NewerJournalError: A newer Hilum wrote the record.
        UnknownModelError: The model has a name that no file can have.
    """
    commissionings = kept if kept is not None else user_commissionings()
    record = journal if journal is not None else user_journal()
    if commissionings.folder is None or record is None:
        raise NoUserFolderError
    made = _made(answers, choice, person, place)
    commissionings.path_of(answers.card)
    # Recorded first: a model that counts as commissioned without an entry could not be accounted for.
    record.append(EntryKind.COMMISSIONING, _content(made), person)
    commissionings.write(answers.card, made)
    return made


def _made(answers: SiteAnswers, choice: SiteChoice, person: str, place: str) -> Commissioning:
    card = answers.card
    found = site_figures(answers, choice)
    promised = promised_figures(card)
    return Commissioning(
        model=card.name,
        version=card.version,
        weights_sha256=card.weights_sha256,
        temperature=card.calibration_temperature,
        positive_class=card.positive_class,
        date=datetime.now(UTC).isoformat(timespec="seconds"),
        person=person,
        place=place,
        data_sha256=answers.data_sha256,
        cases=CaseCounts(
            int(answers.labels.sum()),
            int((~answers.labels).sum()),
            len(answers.refused),
            len(answers.unreadable),
            answers.learnt,
            answers.contradicting,
        ),
        threshold=choice.threshold,
        chosen_here=choice.chosen_here,
        error_level=choice.error_level,
        sensitivity=found.figures.sensitivity,
        specificity=found.figures.specificity,
        auc=found.figures.auc,
        undetermined=found.undetermined,
        promises=promises_of(answers),
        promised_on=promised.data_set if promised is not None else "",
        reference=_reference(answers, found.refused),
        local_scores=local_scores(answers),
    )


def _reference(answers: SiteAnswers, refused: Estimate) -> SiteReference:
    of_positive = [case.numbers for case in answers.cases if case.is_positive]
    of_negative = [case.numbers for case in answers.cases if not case.is_positive]
    return SiteReference(together(of_positive), together(of_negative), refused)


def _content(made: Commissioning) -> Content:
    figures = {name: (value.value, value.low, value.high) for name, value in figures_of(made).items()}
    undetermined = made.undetermined
    figures["undetermined"] = (undetermined.value, undetermined.low, undetermined.high)
    left_out = {"refused": made.cases.refused, "unreadable": made.cases.unreadable}
    return commissioning_content(
        model=made.model,
        model_version=made.version,
        weights_sha256=made.weights_sha256,
        data_sha256=made.data_sha256,
        cases={
            made.positive_class: made.cases.positive,
            f"not {made.positive_class}": made.cases.negative,
            **{name: count for name, count in left_out.items() if count},
        },
        figures=figures,
        promised={promise.metric: promise.promised.value for promise in made.promises},
        threshold=made.threshold,
        error_level=made.error_level,
        place=made.place,
    )


def _decided(decisions: list[str]) -> Decided:
    kinds = (Decision.POSITIVE, Decision.NEGATIVE, Decision.UNDETERMINED)
    return Decided(*(decisions.count(kind) for kind in kinds))


def _promises(answers: SiteAnswers, promised: MeasuredFigures) -> Iterator[Promise]:
    figures, positives, everything = answers.figures, int(answers.labels.sum()), answers.labels.size
    found: dict[Metric, tuple[Estimate, int]] = {
        "auc": (figures.auc, everything),
        "sensitivity": (figures.sensitivity, positives),
        "specificity": (figures.specificity, everything - positives),
    }
    for metric, (here, cases) in found.items():
        if metric in promised.metrics and math.isfinite(here.value):
            estimate = promised_estimate(promised, metric)
            yield Promise(metric, estimate, here, outcome_of(metric, estimate, here), cases)
