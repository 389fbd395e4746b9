"""What a result must say of its numbers: how few, how vague, or how good they are."""

import math
from collections.abc import Iterator

from core.language import mark, tr
from core.number_format import integer, percent, tr_count
from core.training.results import CrossValidationSummary

FEWEST_GROUPS = 100
"""Independent positive, and negative, cases below which figures are called uncertain.

Source: Collins, Ogundimu, Altman 2016, Stat Med 35:214; Vergouwe et al. 2005, J Clin Epidemiol 58:475.
"""
WIDE_INTERVAL = 0.10
_WIDE_SENSITIVITY = mark("sensitivity {low} to {high}")
_WIDE_SPECIFICITY = mark("specificity {low} to {high}")
_NEARLY_ONE = 0.99
"""Area from which DeLong's interval is known to cover less than 95%.

Source: Kottas, Kuss, Zapf 2014, BMC Med Res Methodol 14:26. Own simulation, two normal distributions, 200 positive and
    1,000 negative: 90% at an area of 0.998, 87% at 0.9998.
"""


def statements_about_numbers(summary: CrossValidationSummary) -> Iterator[str]:
    """That there are few cases, that intervals are wide, that nothing was wrong: each where it holds.

    Args:
        summary: The figures.
    """
    positive = {p.group for p in summary.predictions if p.image.label == summary.positive_class}
    negative = {p.group for p in summary.predictions if p.image.label != summary.positive_class}
    if few := _few_cases(len(positive), len(negative)):
        yield few
    wide = [
        tr(name).format(low=percent(estimate.low, 1), high=percent(estimate.high, 1))
        for name, estimate in (
            (_WIDE_SENSITIVITY, summary.pooled.sensitivity),
            (_WIDE_SPECIFICITY, summary.pooled.specificity),
        )
        if estimate.high - estimate.low > WIDE_INTERVAL
    ]
    if wide:
        yield tr("Wide intervals: {intervals}. A larger collection could give quite different figures.").format(
            intervals=", ".join(wide)
        )
    if _NEARLY_ONE < summary.pooled.auc.value < 1:
        yield tr(
            "So near to 1 the interval of the area under the ROC curve is too narrow: it holds the true area about nine"
            " times in ten, not nineteen times in twenty."
        )
    lacking = [
        part.name
        for part in summary.parts
        if part.kind == "fold" and not (math.isfinite(part.figures.auc.value) and part.figures.count)
    ]
    if lacking:
        yield tr_count(
            "Fold {folds} held out images of one class only: some of their figures are not defined.",
            "Folds {folds} held out images of one class only: some of their figures are not defined.",
            len(lacking),
            folds=", ".join(lacking),
        )
    wrong = summary.pooled.false_positive + summary.pooled.false_negative
    if wrong == 0:
        yield tr(
            "Not one decision was wrong. On a collection of this size that is compatible with errors up to the ends of"
            " the intervals, and it often means that the classes differ by more than the disease."
        )


def _few_cases(positive: int, negative: int) -> str:
    """That there are few independent cases of either kind; empty where there are enough."""
    if positive >= FEWEST_GROUPS and negative >= FEWEST_GROUPS:
        return ""
    if negative >= FEWEST_GROUPS:
        sentence = tr(
            "There are only {positive} positive independent cases; with fewer than {fewest} of either, figures are"
            " uncertain, and the intervals matter more than the figures."
        )
    elif positive >= FEWEST_GROUPS:
        sentence = tr(
            "There are only {negative} negative independent cases; with fewer than {fewest} of either, figures are"
            " uncertain, and the intervals matter more than the figures."
        )
    else:
        sentence = tr(
            "There are only {positive} positive and {negative} negative independent cases; with fewer than {fewest} of"
            " either, figures are uncertain, and the intervals matter more than the figures."
        )
    return sentence.format(positive=integer(positive), negative=integer(negative), fewest=integer(FEWEST_GROUPS))
