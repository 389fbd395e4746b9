"""ROC curves, their area, and precision against recall."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.comparison import _clustered_variance
from core.training.intervals import NORMAL_QUANTILE, BoolArray, FloatArray
from core.training.roc import auc_estimate, auc_of, placements, precision_recall_curve, roc_curve

SCORED = st.lists(st.tuples(st.booleans(), st.integers(0, 12)), min_size=2, max_size=80)


def split(images: list[tuple[bool, int]]) -> tuple[BoolArray, FloatArray]:
    labels, scores = zip(*images, strict=True)
    return np.array(labels), np.array(scores) / 12


def drawn(count: int, seed: int, shift: float = 1.5) -> tuple[BoolArray, FloatArray]:
    generator = np.random.default_rng(seed)
    labels = generator.random(count) < 0.3
    return labels, generator.normal(shift * labels, 1.0)


def area_below(x: FloatArray, y: FloatArray) -> float:
    return float((np.diff(x) * (y[1:] + y[:-1])).sum() / 2)


@given(SCORED)
def test_the_area_is_the_chance_that_a_positive_lies_above_a_negative(images: list[tuple[bool, int]]) -> None:
    labels, scores = split(images)
    positive, negative = scores[labels][:, None], scores[~labels][None, :]
    auc = auc_of(labels, scores)
    if labels.all() or not labels.any():
        assert math.isnan(auc)
        return
    assert auc == pytest.approx(((positive > negative) + (positive == negative) / 2).mean())
    assert auc_of(~labels, scores) == pytest.approx(1 - auc)
    curve = roc_curve(labels, scores)
    assert curve.auc == auc
    assert area_below(curve.false_positive_rate, curve.true_positive_rate) == pytest.approx(auc)


@given(SCORED)
def test_a_curve_rises_from_the_origin_to_the_corner(images: list[tuple[bool, int]]) -> None:
    labels, scores = split(images)
    curve = roc_curve(labels, scores, "fold 1")
    assert curve.name == "fold 1"
    if labels.all() or not labels.any():
        assert curve.false_positive_rate.size == curve.thresholds.size == 0
        return
    assert (curve.false_positive_rate[0], curve.true_positive_rate[0]) == (0, 0)
    assert (curve.false_positive_rate[-1], curve.true_positive_rate[-1]) == (1, 1)
    assert math.isinf(curve.thresholds[0])
    assert (np.diff(curve.thresholds) < 0).all()
    assert (np.diff(curve.false_positive_rate) >= 0).all()
    assert (np.diff(curve.true_positive_rate) >= 0).all()
    for x, y, threshold in zip(curve.false_positive_rate, curve.true_positive_rate, curve.thresholds, strict=True):
        assert x == (scores[~labels] >= threshold).mean()
        assert y == (scores[labels] >= threshold).mean()


@pytest.mark.parametrize("seed", [0, 1])
def test_curves_agree_with_scikit_learn(seed: int) -> None:
    reference = pytest.importorskip("sklearn.metrics")
    labels, scores = drawn(300, seed)
    scores = np.round(scores, seed + 1)  # with ties, many and few
    curve = roc_curve(labels, scores)
    x, y, thresholds = reference.roc_curve(labels, scores, drop_intermediate=False)
    points = list(zip(x, y, thresholds, strict=True))
    ours = list(zip(curve.false_positive_rate, curve.true_positive_rate, curve.thresholds, strict=True))
    # Ours are the corners of the same curve: the same area with fewer points.
    assert set(ours) <= set(points)
    assert len(ours) < len(points)
    assert area_below(curve.false_positive_rate, curve.true_positive_rate) == pytest.approx(area_below(x, y))
    assert curve.auc == pytest.approx(reference.roc_auc_score(labels, scores))
    precise = precision_recall_curve(labels, scores)
    precision, recall, _ = reference.precision_recall_curve(labels, scores)
    assert np.allclose(precise.precision, precision[::-1])
    assert np.allclose(precise.recall, recall[::-1])
    assert precise.average_precision == pytest.approx(reference.average_precision_score(labels, scores))


def test_precision_is_not_defined_without_a_positive_image() -> None:
    curve = precision_recall_curve([0, 0], [0.2, 0.4])
    assert curve.recall.size == curve.precision.size == 0
    assert math.isnan(curve.average_precision)


def test_delongs_interval_is_that_of_its_definition() -> None:
    labels, scores = drawn(120, 5)
    scores = np.round(scores, 1)
    positive, negative = scores[labels], scores[~labels]
    wins = (positive[:, None] > negative[None, :]) + (positive[:, None] == negative[None, :]) / 2
    above, below = placements(labels, scores)
    assert above == pytest.approx(wins.mean(axis=1))
    assert below == pytest.approx(wins.mean(axis=0))
    auc = wins.mean()
    variance = wins.mean(axis=1).var(ddof=1) / positive.size + wins.mean(axis=0).var(ddof=1) / negative.size
    half = NORMAL_QUANTILE * math.sqrt(variance) / (auc * (1 - auc))
    estimate = auc_estimate(labels, scores, np.arange(120))
    assert estimate.value == pytest.approx(auc)
    for end, side in ((estimate.low, -1), (estimate.high, 1)):
        assert math.log(end / (1 - end)) == pytest.approx(math.log(auc / (1 - auc)) + side * half)


def test_delongs_interval_covers_the_true_area() -> None:
    true_area = 0.5 * math.erfc(-1.5 / math.sqrt(2) / math.sqrt(2))
    covered = 0
    for seed in range(400):
        estimate = auc_estimate(*drawn(150, seed), np.arange(150))
        covered += estimate.low <= true_area <= estimate.high
    assert 0.92 <= covered / 400 <= 0.985


@pytest.mark.parametrize("auc", [0.0, 1.0])
def test_perfect_separation_is_no_certainty(auc: float) -> None:
    widths = []
    for count in (4, 20, 200):
        labels = np.arange(count) % 2 == 0
        estimate = auc_estimate(labels, np.where(labels == (auc == 1), 0.9, 0.1), np.arange(count))
        assert estimate.value == auc
        assert auc in (estimate.low, estimate.high)
        widths.append(estimate.high - estimate.low)
    assert widths[0] > 0.4
    assert widths[0] > widths[1] > widths[2] > 0.01


def test_perfect_separation_counts_groups() -> None:
    labels = np.arange(60) % 2 == 0
    single = auc_estimate(labels, labels.astype(float), np.arange(60))
    grouped = auc_estimate(labels, labels.astype(float), np.arange(60) // 6)
    assert grouped.low < single.low


@pytest.mark.parametrize("labels", [[True], [False, False], [True, True, True]])
def test_one_class_has_no_area(labels: list[bool]) -> None:
    estimate = auc_estimate(np.array(labels), np.linspace(0, 1, len(labels)), np.arange(len(labels)))
    assert all(math.isnan(value) for value in (estimate.value, estimate.low, estimate.high))


def test_a_single_positive_image_leaves_a_wide_interval() -> None:
    labels = np.arange(30) == 20
    estimate = auc_estimate(labels, np.arange(30.0), np.arange(30))
    assert estimate.value == pytest.approx(20 / 29)
    assert estimate.high - estimate.low > 0.5


def test_groups_are_resampled_whole() -> None:
    labels, scores = drawn(200, 7)
    groups = np.arange(200)
    single = auc_estimate(labels, scores, groups)
    # Each image four times: no more is known than before.
    copied = auc_estimate(np.repeat(labels, 4), np.repeat(scores, 4), np.repeat(groups, 4), seed=1)
    assert copied.value == pytest.approx(single.value)
    assert copied.low == pytest.approx(single.low, abs=0.015)
    assert copied.high == pytest.approx(single.high, abs=0.015)
    assert copied == auc_estimate(np.repeat(labels, 4), np.repeat(scores, 4), np.repeat(groups, 4), seed=1)


def test_the_grouped_bootstrap_agrees_with_the_variance_of_clustered_data() -> None:
    generator = np.random.default_rng(11)
    groups = np.arange(400) // 2
    labels = generator.random(400) < 0.4
    scores = generator.normal(labels, 1.0) + generator.normal(0, 1.0, 200)[groups]
    scores = np.round(scores, 1)
    estimate = auc_estimate(labels, scores, groups, seed=3)
    error = math.sqrt(_clustered_variance(labels, *placements(labels, scores), groups))
    assert estimate.high - estimate.low == pytest.approx(2 * NORMAL_QUANTILE * error, rel=0.1)


def test_the_grouped_bootstrap_is_the_one_that_draws_images() -> None:
    labels, scores = drawn(40, 9)
    scores = np.round(scores, 1)
    groups = np.arange(40) // 2
    generator = np.random.default_rng(0)
    areas = []
    for _ in range(1500):
        picked = np.concatenate([[2 * group, 2 * group + 1] for group in generator.integers(0, 20, 20)])
        areas.append(auc_of(labels[picked], scores[picked]))
    expected = np.nanpercentile(areas, [2.5, 97.5])
    estimate = auc_estimate(labels, scores, groups, seed=5)
    assert (estimate.low, estimate.high) == pytest.approx(tuple(expected), abs=0.02)
