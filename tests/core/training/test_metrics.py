"""Figures at a threshold."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.intervals import wilson_interval
from core.training.metrics import confusion_matrix, f1_estimate, figures_at, probabilities_of

IMAGES = st.lists(st.tuples(st.booleans(), st.floats(0, 1), st.integers(0, 9)), max_size=60)


@given(IMAGES, st.floats(0, 1))
def test_every_figure_is_within_0_and_1_or_undefined(images: list[tuple[bool, float, int]], threshold: float) -> None:
    labels, scores, groups = ([image[column] for image in images] for column in range(3))
    figures = figures_at(labels, scores, groups, threshold)
    assert figures.count == len(images)
    for name in (
        "accuracy",
        "sensitivity",
        "specificity",
        "positive_predictive_value",
        "negative_predictive_value",
        "f1",
        "auc",
    ):
        estimate = getattr(figures, name)
        if math.isnan(estimate.value):
            assert math.isnan(estimate.low)
            assert math.isnan(estimate.high)
        else:
            assert 0 <= estimate.low <= estimate.value <= estimate.high <= 1, name


def test_figures_of_a_textbook_table() -> None:
    # 20 ill of whom 18 are found, 80 well of whom 8 are alarmed.
    labels = [1] * 20 + [0] * 80
    scores = [0.9] * 18 + [0.1] * 2 + [0.9] * 8 + [0.1] * 72
    figures = figures_at(labels, scores, threshold=0.9)
    cells = (figures.true_positive, figures.false_negative, figures.false_positive, figures.true_negative)
    assert cells == (18, 2, 8, 72)
    assert figures.sensitivity == wilson_interval(18, 20)
    assert figures.specificity == wilson_interval(72, 80)
    assert figures.positive_predictive_value == wilson_interval(18, 26)
    assert figures.negative_predictive_value == wilson_interval(72, 74)
    assert figures.accuracy == wilson_interval(90, 100)
    assert figures.f1.value == pytest.approx(2 * 0.9 * (18 / 26) / (0.9 + 18 / 26))
    assert figures.auc.value == pytest.approx(0.9)


def test_figures_agree_with_scikit_learn() -> None:
    reference = pytest.importorskip("sklearn.metrics")
    generator = np.random.default_rng(2)
    labels = generator.random(400) < 0.2
    scores = np.clip(generator.normal(0.3 + 0.4 * labels, 0.2), 0, 1)
    figures = figures_at(labels, scores, threshold=0.55)
    decided = scores >= 0.55
    assert figures.f1.value == pytest.approx(reference.f1_score(labels, decided))
    assert figures.accuracy.value == pytest.approx(reference.accuracy_score(labels, decided))
    assert figures.auc.value == pytest.approx(reference.roc_auc_score(labels, scores))
    expected = reference.confusion_matrix(labels, decided)
    assert np.array_equal(confusion_matrix(labels.astype(np.int64), decided.astype(np.int64), 2), expected)


def test_a_confusion_matrix_of_ten_classes_counts_every_image() -> None:
    generator = np.random.default_rng(0)
    labels, decided = generator.integers(0, 10, (2, 500))
    cells = confusion_matrix(labels, decided, 10)
    assert cells.sum() == 500
    assert np.array_equal(cells.sum(axis=1), np.bincount(labels, minlength=10))
    assert cells[3, 7] == ((labels == 3) & (decided == 7)).sum()


def test_undefined_figures_are_nan() -> None:
    figures = figures_at([0, 0, 0], [0.1, 0.2, 0.3])
    for estimate in (figures.sensitivity, figures.positive_predictive_value, figures.f1, figures.auc):
        assert math.isnan(estimate.value)
    assert figures.specificity.value == 1


@pytest.mark.parametrize(
    ("labels", "scores", "groups"),
    [([1, 0], [0.5], None), ([1, 0], [0.5, math.nan], None), ([1, 0], [0.2, 0.3], [1]), ([[1]], [[0.5]], [[1]])],
)
def test_figures_of_nonsense_are_refused(labels: list[int], scores: list[float], groups: list[int] | None) -> None:
    with pytest.raises(ValueError, match="must be"):
        figures_at(labels, scores, groups)


def test_f1_is_resampled_by_groups() -> None:
    generator = np.random.default_rng(4)
    labels = np.repeat(generator.random(150) < 0.4, 3)
    positive = labels ^ np.repeat(generator.random(150) < 0.15, 3)
    groups = np.arange(450) // 3
    grouped, single = f1_estimate(labels, positive, groups), f1_estimate(labels, positive, np.arange(450))
    assert grouped.value == single.value
    # Three copies of everything: the interval is that of a third of the images, wider by the root of three.
    assert (grouped.high - grouped.low) / (single.high - single.low) == pytest.approx(math.sqrt(3), rel=0.1)
    assert grouped == f1_estimate(labels, positive, groups)
    alone = f1_estimate(labels[::3], positive[::3], groups[::3])
    assert (grouped.low, grouped.high) == pytest.approx((alone.low, alone.high), abs=0.01)


def test_f1_without_a_mistake_is_no_certainty() -> None:
    labels = np.arange(40) % 4 == 0
    estimate = f1_estimate(labels, labels, np.arange(40))
    assert estimate.value == estimate.high == 1
    assert 0.7 < estimate.low < 0.95
    nothing_found = f1_estimate(labels, np.zeros(40, bool), np.arange(40))
    assert nothing_found.value == nothing_found.low == 0
    assert 0 < nothing_found.high < 0.6


def test_probabilities_of_huge_logits_stay_finite() -> None:
    probabilities = probabilities_of([[1e4, -1e4], [-1e4, 1e4], [0, 0]])
    assert probabilities.tolist() == [[1, 0], [0, 1], [0.5, 0.5]]
