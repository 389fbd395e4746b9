"""Whether a figure found here differs from the one on a model's card by more than chance."""

import math

from core.model.card import MeasuredFigures
from core.registry.commissioned import Metric, PromiseOutcome
from core.training.intervals import share_difference, similar_areas, wilson_interval
from core.training.results import Estimate

_LEAST_APART = 0.05
"""Difference of sensitivity and specificity on a card from which both classes' sizes follow from its accuracy."""


def promised_estimate(promised: MeasuredFigures, metric: Metric) -> Estimate:
    """A figure of a card with its interval.

    Where the card has none, that of a share is worked out from how many images there were of its class, as far as
    these follow from the card's figures. Else the ends are NaN.

    Args:
        promised: The card's figures; they hold this metric.
        metric: Which.
    """
    metrics = promised.metrics
    value = metrics[metric]
    keys = (f"{metric}_low", f"{metric}_high")  # untranslated: keys
    low, high = (metrics.get(key, math.nan) for key in keys)
    if math.isfinite(low) and math.isfinite(high):
        return Estimate(value, low, high)
    cases = _cases_on_card(promised, metric)
    interval = wilson_interval(value * cases, cases)
    return Estimate(value, interval.low, interval.high)


def outcome_of(metric: Metric, promised: Estimate, here: Estimate) -> PromiseOutcome:
    """Whether a figure is lower or higher here than promised, by more than chance (5%).

    The difference is tested itself: intervals may overlap where it is certain. A promise without an interval is taken
    as exact.

    Args:
        metric: Which figure.
        promised: On the card.
        here: On this site's cases.
    """
    exact = Estimate(promised.value, promised.value, promised.value)
    promise = promised if math.isfinite(promised.low) and math.isfinite(promised.high) else exact
    if metric == "auc":
        differs = not similar_areas(here, promise)
    else:
        difference = share_difference(here, promise)
        differs = difference.high < 0 or difference.low > 0
    if not differs:
        return PromiseOutcome.NOT_DIFFERENT
    return PromiseOutcome.LOWER if here.value < promised.value else PromiseOutcome.HIGHER


def _cases_on_card(promised: MeasuredFigures, metric: Metric) -> float:
    """Images of the class that a share on a card is of, 0 where that does not follow.

    Accuracy is the mean of sensitivity and specificity, weighted by how many images there are of either class.
    """
    accuracy, sensitivity, specificity = (
        promised.metrics.get(name, math.nan) for name in ("accuracy", "sensitivity", "specificity")
    )
    if promised.images is None or not abs(sensitivity - specificity) > _LEAST_APART:
        return 0.0
    share = (accuracy - specificity) / (sensitivity - specificity)
    if not 0 < share < 1:
        return 0.0
    return round(promised.images * {"sensitivity": share, "specificity": 1 - share}.get(metric, 0.0))
