"""Commissioning in sentences: the same in the window and on the command line."""

import math
from collections.abc import Iterable

from core.model.card import ModelCard
from core.registry.commissioned import Promise, PromiseOutcome
from core.registry.commissioning import (
    LEAST_TO_CALIBRATE,
    Decided,
    SiteFigures,
    calibration_here,
    promised_figures,
)
from core.registry.site_cases import LEAST_PER_CLASS, SiteAnswers, SiteData, expected_interval
from core.registry.standing import share_text
from core.training.operating_point import PEOPLE, OperatingPoint
from core.training.results import Estimate

USUAL_SHARE = 0.8
"""Sensitivity that intervals are foretold for where the card promises none."""

_METRICS = {"auc": "AUC", "sensitivity": "Sensitivity", "specificity": "Specificity"}


def describe_data(data: SiteData, card: ModelCard) -> tuple[str, ...]:
    """How many cases there are, and how sure their figures can be: sentences, before anything is asked.

    Args:
        data: The cases.
        card: The model's.
    """
    positives, negatives = data.positives, data.negatives
    lines = [f"{positives:,} scans count as {card.positive_class} (“{data.positive_label}”), {negatives:,} as not."]
    promised = promised_figures(card)
    metrics = promised.metrics if promised is not None else {}
    for name, cases in (("sensitivity", positives), ("specificity", negatives)):
        if cases:
            share = metrics.get(name, USUAL_SHARE)
            interval = expected_interval(cases, share)
            lines.append(
                f"From {cases:,} scans a {name} of {share_text(_alone(share))} would be known only as"
                f" {interval.low:.0%} to {interval.high:.0%}."
            )
    if min(positives, negatives) < LEAST_PER_CLASS:
        lines.append(f"That is too few: it takes at least {LEAST_PER_CLASS} of either.")
    return tuple(lines)


def describe_cases(answers: SiteAnswers) -> tuple[str, ...]:
    """Which cases the figures are of, and which were left out: sentences."""
    labels = answers.labels
    lines = [f"The model judged {int(labels.sum()):,} cases with the finding and {int((~labels).sum()):,} without."]
    if repeated := len(answers.cases) - len({case.group for case in answers.cases}):
        lines.append(
            f"{repeated:,} of them show a patient or a picture once more; the intervals take that into account."
        )
    left_out = (
        (len(answers.refused), "refused by the gate: the model gives no answer about them"),
        (len(answers.unreadable), "not readable"),
        (answers.learnt, "left out, because the model was trained on them"),
        (answers.contradicting, "left out, because the same picture lies in both classes"),
    )
    lines += [f"{count:,} {_were(count)} {why}." for count, why in left_out if count]
    return tuple(lines)


def describe_figures(found: SiteFigures) -> tuple[str, ...]:
    """What came out at the threshold and error level: sentences."""
    figures = found.figures
    return (
        (
            f"Sensitivity {share_text(figures.sensitivity)}: the classifier leans to the finding in"
            f" {figures.true_positive:,} of {figures.true_positive + figures.false_negative:,} cases that have it."
        ),
        (
            f"Specificity {share_text(figures.specificity)}: it leans away from it in {figures.true_negative:,} of"
            f" {figures.true_negative + figures.false_positive:,} cases that do not."
        ),
        f"AUC {_area(figures.auc)}.",
        f"Undetermined {share_text(found.undetermined)}, refused {share_text(found.refused)}.",
    )


def describe_decided(found: SiteFigures) -> str:
    """What becomes of the cases with lungs and error level taken in: a sentence."""
    with_it, without_it = _decided("with the finding", found.of_positive), _decided("without it", found.of_negative)
    return f"Answers, lungs and error level taken in: {with_it}; {without_it}."


def describe_promises(promises: Iterable[Promise], promised_on: str) -> tuple[str, ...]:
    """Whether the model was found to do otherwise here than its card says: a sentence per figure.

    Args:
        promises: Figures of the card beside those found.
        promised_on: Which images the card's figures are from.
    """
    lines = [_promise(promise) for promise in promises]
    if not lines:
        return ("The model's card promises no figures to compare with.",)
    return (*lines, f"The card's figures are from: {promised_on}. All are at the card's own threshold.")


def describe_people(point: OperatingPoint) -> str:
    """What the threshold would mean for a thousand people, of whom some have the finding."""
    ill = PEOPLE * point.prevalence
    return (
        f"Of {PEOPLE:,} people of whom {ill:.0f} have the finding, the classifier alone would find"
        f" {point.found.value:.0f}, miss {point.missed.value:.0f}, and raise {point.false_alarms.value:.0f} false"
        " alarms."
    )


def describe_calibration(answers: SiteAnswers) -> str:
    """What prediction sets are made from here, and why."""
    calibration, is_local = calibration_here(answers)
    if is_local:
        return "“Undetermined” is decided by these cases themselves: its error level holds for scans like them."
    if calibration is None:
        return "The model has nothing to decide “undetermined” by but the lungs."
    return (
        "“Undetermined” is decided by the images that the model came with, whose error level may not hold here: it"
        f" takes {LEAST_TO_CALIBRATE} different cases of either class to decide by your own."
    )


def _promise(promise: Promise) -> str:
    name, is_area = _METRICS[promise.metric], promise.metric == "auc"
    here = _area(promise.here) if is_area else share_text(promise.here)
    card = f"{promise.promised.value:.2f}" if is_area else share_text(promise.promised)
    match promise.outcome:
        case PromiseOutcome.NOT_DIFFERENT:
            return (
                f"{name}: no difference that these {promise.cases:,} cases could show. {here} here, {card} on the card."
            )
        case PromiseOutcome.LOWER:
            return f"{name}: LOWER than promised. {here} here, {card} on the card."
        case PromiseOutcome.HIGHER:
            return f"{name}: higher than promised. {here} here, {card} on the card."


def _decided(which: str, decided: Decided) -> str:
    return (
        f"{which} {decided.positive:,} positive, {decided.negative:,} negative, {decided.undetermined:,} undetermined"
    )


def _area(estimate: Estimate) -> str:
    if not math.isfinite(estimate.low):
        return f"{estimate.value:.2f}"
    return f"{estimate.value:.2f} ({estimate.low:.2f} to {estimate.high:.2f})"


def _alone(share: float) -> Estimate:
    return Estimate(share, math.nan, math.nan)


def _were(count: int) -> str:
    return "was" if count == 1 else "were"
