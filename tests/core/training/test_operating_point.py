"""What a threshold means at a prevalence."""

import math
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.dataset import LabelledImage
from core.training.operating_point import operating_point, threshold_for_sensitivity, youden_threshold
from core.training.results import CrossValidationSummary, OutOfFoldPrediction
from core.training.summary import summarise_folds


def summary_of(probabilities: list[float], labels: list[bool]) -> CrossValidationSummary:
    predictions = [
        OutOfFoldPrediction(
            LabelledImage(Path(f"{number}.png"), "sick" if positive else "well"),
            0,
            (math.log(probability / (1 - probability)), 0.0),
            number,
        )
        for number, (probability, positive) in enumerate(zip(probabilities, labels, strict=True))
    ]
    return summarise_folds(predictions, ("sick", "well"), "sick")


UNSURE = summary_of(np.random.default_rng(2).uniform(0.05, 0.95, 40).round(1).tolist(), [True, False] * 20)


@pytest.fixture(scope="module")
def summary() -> CrossValidationSummary:
    # At 0.5: 90 of 100 found, 90 of 100 cleared.
    return summary_of([0.8] * 90 + [0.2] * 10 + [0.8] * 10 + [0.2] * 90, [True] * 100 + [False] * 100)


def test_bayes_theorem_of_a_textbook(summary: CrossValidationSummary) -> None:
    # Sensitivity and specificity 90%, prevalence 1%: of 1,000 people 9 found, 1 missed, 99 false alarms.
    point = operating_point(summary, 0.5, 0.01)
    assert point.figures == summary.pooled
    people = (point.found, point.missed, point.false_alarms, point.rightly_cleared)
    assert [each.value for each in people] == pytest.approx([9, 1, 99, 891])
    assert point.positive_predictive_value.value == pytest.approx(9 / 108)
    assert point.negative_predictive_value.value == pytest.approx(891 / 892)


def test_at_the_data_sets_own_prevalence_nothing_changes(summary: CrossValidationSummary) -> None:
    point = operating_point(summary, 0.5, 0.5)
    assert point.positive_predictive_value.value == pytest.approx(summary.pooled.positive_predictive_value.value)
    assert point.negative_predictive_value.value == pytest.approx(summary.pooled.negative_predictive_value.value)


@given(st.floats(0, 1), st.floats(0, 1))
def test_people_add_up_and_intervals_hold_their_figure(threshold: float, prevalence: float) -> None:
    point = operating_point(UNSURE, threshold, prevalence)
    assert point.found.value + point.missed.value == pytest.approx(1000 * prevalence)
    assert point.false_alarms.value + point.rightly_cleared.value == pytest.approx(1000 * (1 - prevalence))
    for each in (point.found, point.missed, point.false_alarms, point.rightly_cleared):
        assert -1e-9 <= each.low <= each.value + 1e-9
        assert each.value <= each.high + 1e-9
    for share in (point.positive_predictive_value, point.negative_predictive_value):
        assert math.isnan(share.value) or 0 <= share.low <= share.value <= share.high <= 1


def test_more_disease_makes_alarms_truer(summary: CrossValidationSummary) -> None:
    points = [operating_point(summary, 0.5, prevalence) for prevalence in (0.001, 0.01, 0.1, 0.5, 0.9)]
    alarms = [point.positive_predictive_value for point in points]
    assert all(rarer.value < oftener.value for rarer, oftener in pairwise(alarms))
    assert all(each.low < each.value < each.high for each in alarms)


def test_predictive_values_have_the_coverage_they_claim() -> None:
    # True sensitivity 0.9, specificity 0.8, prevalence 5%.
    true_value = 0.045 / (0.045 + 0.19)
    generator = np.random.default_rng(1)
    covered = 0
    for _ in range(100):
        found, cleared = generator.binomial(60, 0.9), generator.binomial(60, 0.8)
        scores = [0.8] * found + [0.2] * (60 - found) + [0.2] * cleared + [0.8] * (60 - cleared)
        interval = operating_point(summary_of(scores, [True] * 60 + [False] * 60), 0.5, 0.05).positive_predictive_value
        covered += interval.low <= true_value <= interval.high
    assert covered / 100 > 0.9


def test_perfect_decisions_are_no_certainty() -> None:
    point = operating_point(summary_of([0.9] * 30 + [0.1] * 30, [True] * 30 + [False] * 30), 0.5, 0.01)
    assert point.positive_predictive_value.value == point.positive_predictive_value.high == 1
    assert point.positive_predictive_value.low < 0.5


@pytest.mark.parametrize(("prevalence", "alarm"), [(0.0, 0.0), (1.0, 1.0)])
def test_where_nobody_or_everybody_is_ill(summary: CrossValidationSummary, prevalence: float, alarm: float) -> None:
    point = operating_point(summary, 0.5, prevalence)
    assert point.positive_predictive_value.value == alarm
    assert point.found.value == pytest.approx(900 * prevalence)


def test_without_alarms_their_worth_is_unknown(summary: CrossValidationSummary) -> None:
    assert math.isnan(operating_point(summary, 1.0, 0.1).positive_predictive_value.value)


@pytest.mark.parametrize(("threshold", "prevalence"), [(-0.1, 0.5), (0.5, 1.1), (math.nan, 0.5)])
def test_impossible_questions_are_refused(summary: CrossValidationSummary, threshold: float, prevalence: float) -> None:
    with pytest.raises(ValueError, match="must be within"):
        operating_point(summary, threshold, prevalence)


def test_youdens_threshold_is_the_best_there_is() -> None:
    generator = np.random.default_rng(5)
    labels = generator.random(120) < 0.4
    scores = np.clip(generator.normal(0.3 + 0.35 * labels, 0.2), 0.01, 0.99)
    summary = summary_of(scores.tolist(), labels.tolist())

    def gain(threshold: float) -> float:
        figures = operating_point(summary, threshold, 0.5).figures
        return figures.sensitivity.value + figures.specificity.value

    best = youden_threshold(summary)
    assert gain(best) == pytest.approx(max(gain(float(score)) for score in scores))


def test_thresholds_lie_between_images() -> None:
    summary = summary_of([0.2, 0.4, 0.6, 0.9], [False, True, False, True])
    assert threshold_for_sensitivity(summary, 1.0) == pytest.approx(0.3)
    assert threshold_for_sensitivity(summary, 0.5) == pytest.approx(0.75)
    assert threshold_for_sensitivity(summary, 0.0) == pytest.approx(0.95)
    assert youden_threshold(summary) in (pytest.approx(0.3), pytest.approx(0.75))


@given(st.floats(0, 1))
def test_the_wanted_share_of_positives_is_found(share: float) -> None:
    threshold = threshold_for_sensitivity(UNSURE, share)
    assert operating_point(UNSURE, threshold, 0.5).figures.sensitivity.value >= share - 1e-9


def test_one_class_leaves_no_threshold_to_choose() -> None:
    assert math.isnan(youden_threshold(summary_of([0.2, 0.7], [False, False])))
    assert math.isnan(threshold_for_sensitivity(summary_of([0.2, 0.7], [False, False]), 0.9))
    with pytest.raises(ValueError, match="must be within"):
        threshold_for_sensitivity(summary_of([0.2], [True]), 1.5)
