"""What a threshold means where a model would be used: predictive values at that prevalence, people found and missed."""

import math
from dataclasses import dataclass

import numpy as np

from core.training.intervals import (
    NORMAL_QUANTILE,
    UNDEFINED,
    BoolArray,
    FloatArray,
    IntArray,
    effective_counts,
    expit,
)
from core.training.metrics import figures_with_auc
from core.training.results import CrossValidationSummary, DecisionFigures, Estimate
from core.training.summary import scores_of

PEOPLE = 1000


@dataclass(frozen=True)
class People:
    """How many of 1,000 people, with the 95% interval. NaN where it is not defined.

    Attributes:
        value: How many.
        low: Lower end.
        high: Upper end.
    """

    value: float
    low: float
    high: float


@dataclass(frozen=True, eq=False)
class ScoredCases:
    """Cases with known answers and a model's scores.

    Attributes:
        labels: bool (n,), cases of the positive class.
        scores: float64 (n,), probability of the positive class.
        groups: int64 (n,), which cases belong together (same patient, copies).
        auc: Area under their ROC curve.
    """

    labels: BoolArray
    scores: FloatArray
    groups: IntArray
    auc: Estimate


@dataclass(frozen=True)
class OperatingPoint:
    """A threshold and its consequences at a prevalence.

    A threshold that was chosen by these same figures flatters them: images that come later do somewhat worse.

    Attributes:
        threshold: Probability from which a decision is positive.
        prevalence: Share of people who have the condition where the model would be used, 0..1.
        figures: On the data set itself, with its own prevalence.
        positive_predictive_value: At `prevalence`.
        negative_predictive_value: At `prevalence`.
        found: Of 1,000 people, who have it and are decided positive.
        missed: Of 1,000 people, who have it and are decided negative.
        false_alarms: Of 1,000 people, who do not have it and are decided positive.
        rightly_cleared: Of 1,000 people, who do not have it and are decided negative.
    """

    threshold: float
    prevalence: float
    figures: DecisionFigures
    positive_predictive_value: Estimate
    negative_predictive_value: Estimate
    found: People
    missed: People
    false_alarms: People
    rightly_cleared: People


def operating_point(
    summary: CrossValidationSummary, threshold: float, prevalence: float, seed: int = 0
) -> OperatingPoint:
    """Work out what a cross-validated model's threshold would mean at a prevalence; see `consequences`."""
    return consequences(_cases_of(summary), threshold, prevalence, seed)


def consequences(cases: ScoredCases, threshold: float, prevalence: float, seed: int = 0) -> OperatingPoint:
    """Work out what a threshold would mean at a prevalence.

    Sensitivity and specificity are taken over from the data set; predictive values follow by Bayes' theorem. That
    holds where the people are as ill, and as well, as those of the data set: a collection of textbook cases promises
    more than a clinic will see.

    Args:
        cases: Cases with known answers.
        threshold: Probability from which a decision is positive, 0..1.
        prevalence: Share of people who have the condition, 0..1.
        seed: Of the bootstrap of F1.

    Raises:
        ValueError: Threshold or prevalence is not within 0..1.

    Source: intervals of predictive values by Mercaldo, Lau & Zhou 2007, Stat Med 26:2170, "adjusted logit".
    """
    if not (0 <= threshold <= 1 and 0 <= prevalence <= 1):
        raise ValueError(f"threshold {threshold} and prevalence {prevalence} must be within 0..1")
    labels, scores, groups = cases.labels, cases.scores, cases.groups
    positive = scores >= threshold
    figures = figures_with_auc(labels, scores, groups, threshold, cases.auc, seed)
    found = effective_counts(positive[labels], groups[labels])
    cleared = effective_counts(~positive[~labels], groups[~labels])
    ill, well = PEOPLE * prevalence, PEOPLE * (1 - prevalence)
    return OperatingPoint(
        threshold=threshold,
        prevalence=prevalence,
        figures=figures,
        positive_predictive_value=_predictive_value(found, cleared, prevalence),
        negative_predictive_value=_predictive_value(cleared, found, 1 - prevalence),
        found=_people(ill, figures.sensitivity),
        missed=_people(ill, _complement(figures.sensitivity)),
        false_alarms=_people(well, _complement(figures.specificity)),
        rightly_cleared=_people(well, figures.specificity),
    )


def youden_threshold(summary: CrossValidationSummary) -> float:
    """A cross-validated model's balanced threshold; see `balanced_threshold`."""
    return balanced_threshold(_cases_of(summary))


def balanced_threshold(cases: ScoredCases) -> float:
    """The threshold with the largest sum of sensitivity and specificity; the one nearest 0.5 where several have it.

    It lies midway between two images' probabilities. NaN where one of the classes is absent.

    Source: Youden 1950, Cancer 3:32.
    """
    thresholds, sensitivity, specificity = _candidates(cases)
    if not thresholds.size or not math.isfinite(sensitivity[0] + specificity[0]):
        return math.nan
    gain = sensitivity + specificity
    best = thresholds[gain >= gain.max() - 1e-12]
    return float(best[np.argmin(np.abs(best - 0.5))])


def threshold_for_sensitivity(summary: CrossValidationSummary, at_least: float) -> float:
    """The highest threshold that still finds a share of the positive images.

    It lies midway between two images' probabilities. NaN where no image is positive.

    Args:
        summary: A cross-validated model.
        at_least: Sensitivity wanted, 0..1.

    Raises:
        ValueError: `at_least` is not within 0..1.
    """
    if not 0 <= at_least <= 1:
        raise ValueError(f"sensitivity {at_least} must be within 0..1")
    thresholds, sensitivity, _ = _candidates(_cases_of(summary))
    enough = thresholds[sensitivity >= at_least - 1e-12]
    return float(enough.max()) if enough.size else math.nan


def _cases_of(summary: CrossValidationSummary) -> ScoredCases:
    return ScoredCases(*scores_of(summary), summary.pooled.auc)


def _candidates(cases: ScoredCases) -> tuple[FloatArray, FloatArray, FloatArray]:
    """One threshold per way to divide the images, descending from 1, with sensitivity and specificity."""
    labels, scores = cases.labels, cases.scores
    values = np.unique(scores)[::-1]
    below = np.append(values[1:], 0.0)
    thresholds = (values + below) / 2
    if values[0] < 1:
        thresholds = np.concatenate([[(1 + values[0]) / 2], thresholds])
    with np.errstate(invalid="ignore"):
        positive, negative = np.sort(scores[labels]), np.sort(scores[~labels])
        sensitivity = 1 - np.searchsorted(positive, thresholds, side="left") / np.float64(positive.size)
        specificity = np.searchsorted(negative, thresholds, side="left") / np.float64(negative.size)
    return thresholds, sensitivity, specificity


def _predictive_value(hits: tuple[float, float], rejections: tuple[float, float], prevalence: float) -> Estimate:
    """Chance that a decision is right, from how often it is made rightly and how often its contrary is.

    Args:
        hits: Effective successes and trials of the decision where it would be right.
        rejections: Effective successes and trials of the contrary decision where that would be right.
        prevalence: Share of people for whom the decision would be right.
    """
    if hits[1] <= 0 or rejections[1] <= 0:
        return UNDEFINED
    right = prevalence * hits[0] / hits[1]
    wrong = (1 - prevalence) * (1 - rejections[0] / rejections[1])
    if right + wrong <= 0:
        return UNDEFINED
    value = right / (right + wrong)
    if prevalence in (0, 1):
        return Estimate(value, value, value)
    square = NORMAL_QUANTILE**2
    hit_share = (hits[0] + square / 2) / (hits[1] + square)
    slip_share = 1 - (rejections[0] + square / 2) / (rejections[1] + square)
    logit = math.log(prevalence / (1 - prevalence)) + math.log(hit_share / slip_share)
    variance = (1 - hit_share) / hit_share / (hits[1] + square)
    variance += (1 - slip_share) / slip_share / (rejections[1] + square)
    half = NORMAL_QUANTILE * math.sqrt(variance)
    low, high = expit(logit - half), expit(logit + half)
    # The interval's own centre is drawn towards one half, so at the ends the value may lie outside.
    return Estimate(value, min(low, value), max(high, value))


def _complement(share: Estimate) -> Estimate:
    return Estimate(1 - share.value, 1 - share.high, 1 - share.low)


def _people(total: float, share: Estimate) -> People:
    return People(total * share.value, total * share.low, total * share.high)
