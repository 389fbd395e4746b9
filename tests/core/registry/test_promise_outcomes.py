"""A card is contradicted where the difference itself is more than chance, and not where nothing could be seen."""

import math

import pytest

from core.model.card import MeasuredFigures
from core.registry.commissioned import PromiseOutcome
from core.registry.promise_outcomes import outcome_of, promised_estimate
from core.training.intervals import wilson_interval
from core.training.results import Estimate


def test_overlapping_intervals_do_not_hide_a_difference() -> None:
    promised, here = wilson_interval(180, 200), wilson_interval(48, 60)
    assert here.high > promised.low
    assert outcome_of("sensitivity", promised, here) is PromiseOutcome.LOWER
    assert outcome_of("sensitivity", here, promised) is PromiseOutcome.HIGHER
    assert outcome_of("sensitivity", promised, wilson_interval(24, 30)) is PromiseOutcome.NOT_DIFFERENT


def test_areas_are_compared_on_their_logits() -> None:
    promised = Estimate(0.95, 0.92, 0.97)
    assert outcome_of("auc", promised, Estimate(0.88, 0.79, 0.935)) is PromiseOutcome.LOWER
    assert outcome_of("auc", promised, Estimate(0.90, 0.78, 0.96)) is PromiseOutcome.NOT_DIFFERENT
    assert outcome_of("auc", Estimate(0.8, math.nan, math.nan), Estimate(0.9, 0.85, 0.94)) is PromiseOutcome.HIGHER
    assert outcome_of("auc", Estimate(0.8, 0.75, 0.85), Estimate(1.0, 0.93, 1.0)) is PromiseOutcome.HIGHER
    assert outcome_of("auc", promised, Estimate(1.0, 0.93, 1.0)) is PromiseOutcome.NOT_DIFFERENT


def test_the_interval_of_a_promise_follows_from_what_the_card_says() -> None:
    # 200 ill and 1,000 well: 0.71 x 200 + 0.997 x 1,000 = 0.949 x 1,200, as rounded on the card.
    figures = {"sensitivity": 0.71, "specificity": 0.997, "accuracy": 0.949, "auc": 0.911}
    card = MeasuredFigures("elsewhere", 1200, figures, "")
    of_share = promised_estimate(card, "sensitivity")
    assert (of_share.low, of_share.high) == pytest.approx((0.644, 0.769), abs=0.002)
    assert math.isnan(promised_estimate(card, "auc").low)
    unknown = MeasuredFigures("elsewhere", None, figures, "")
    assert math.isnan(promised_estimate(unknown, "sensitivity").low)
    alike = MeasuredFigures("elsewhere", 1200, {"sensitivity": 0.9, "specificity": 0.9, "accuracy": 0.9}, "")
    assert math.isnan(promised_estimate(alike, "sensitivity").high)
    stated = MeasuredFigures("elsewhere", 1200, {**figures, "sensitivity_low": 0.5, "sensitivity_high": 0.8}, "")
    assert promised_estimate(stated, "sensitivity") == Estimate(0.71, 0.5, 0.8)
