"""Calibration curves and the temperature."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.training.calibration import (
    HIGHEST_TEMPERATURE,
    LOWEST_TEMPERATURE,
    MISTAKES_THAT_SHOW,
    calibration_curve,
    fit_temperature,
    mean_log_loss,
)
from core.training.intervals import FloatArray, IntArray


def calibrated(count: int, classes: int, seed: int = 0) -> tuple[FloatArray, IntArray]:
    """Logits that mean what they say."""
    generator = np.random.default_rng(seed)
    logits = generator.normal(0, 1.5, (count, classes))
    shares = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    labels = (shares.cumsum(axis=1) < generator.random((count, 1))).sum(axis=1)
    return logits, labels


def test_a_curve_of_bins_by_hand() -> None:
    curve = calibration_curve([0, 1, 1, 1, 0], [0.02, 0.04, 0.95, 1.0, 0.55])
    assert curve.counts.tolist() == [2, 1, 2]
    assert curve.predicted == pytest.approx([0.03, 0.55, 0.975])
    assert curve.observed == pytest.approx([0.5, 0.0, 1.0])
    assert curve.expected_calibration_error == pytest.approx((2 * 0.47 + 0.55 + 2 * 0.025) / 5)
    assert curve.brier_score == pytest.approx((0.02**2 + 0.96**2 + 0.05**2 + 0.55**2) / 5)


def test_a_curve_agrees_with_scikit_learn() -> None:
    reference = pytest.importorskip("sklearn.calibration")
    metrics = pytest.importorskip("sklearn.metrics")
    generator = np.random.default_rng(1)
    scores = generator.random(500)
    labels = generator.random(500) < scores**2
    observed, predicted = reference.calibration_curve(labels, scores, n_bins=10)
    curve = calibration_curve(labels, scores)
    assert curve.predicted == pytest.approx(predicted)
    assert curve.observed == pytest.approx(observed)
    assert curve.brier_score == pytest.approx(metrics.brier_score_loss(labels, scores))


def test_a_curve_without_images_is_empty() -> None:
    curve = calibration_curve([], [])
    assert curve.counts.size == 0
    assert math.isnan(curve.expected_calibration_error)


@pytest.mark.parametrize("classes", [2, 3, 10])
@pytest.mark.parametrize("factor", [0.5, 1.0, 3.0])
def test_the_temperature_undoes_what_made_logits_too_sure(classes: int, factor: float) -> None:
    logits, labels = calibrated(6000, classes)
    assert fit_temperature(factor * logits, labels) == pytest.approx(factor, rel=0.08)


def test_the_temperature_is_scipys_minimum() -> None:
    optimize = pytest.importorskip("scipy.optimize")
    logits, labels = calibrated(300, 3, seed=5)
    found = optimize.minimize_scalar(
        lambda temperature: mean_log_loss(logits, labels, temperature), bounds=(0.3, 8), method="bounded"
    )
    assert fit_temperature(logits, labels) == pytest.approx(found.x, rel=1e-3)


def test_the_loss_is_scikit_learns() -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    logits, labels = calibrated(50, 4)
    shares = np.exp(logits / 2) / np.exp(logits / 2).sum(axis=1, keepdims=True)
    assert mean_log_loss(logits, labels, 2.0) == pytest.approx(metrics.log_loss(labels, shares))


def test_perfect_separation_makes_nobody_surer() -> None:
    labels = np.arange(100) % 2
    logits = np.where(np.arange(2) == labels[:, None], 1.0, -1.0)
    assert fit_temperature(logits, labels) == 1.0
    assert fit_temperature(1000 * logits, labels) == 1.0


def test_the_temperature_stays_within_its_bounds() -> None:
    labels = np.arange(400) % 2
    nearly = np.where(np.arange(2) == labels[:, None], 0.01, -0.01)
    nearly[:MISTAKES_THAT_SHOW] *= -1
    assert fit_temperature(nearly, labels) == LOWEST_TEMPERATURE
    assert fit_temperature(-50 * nearly, labels) == HIGHEST_TEMPERATURE
    assert fit_temperature(np.empty((0, 2)), np.empty(0, np.int64)) == 1.0


@settings(max_examples=40)
@given(st.lists(st.tuples(st.floats(-200, 200), st.floats(-200, 200), st.integers(0, 1)), min_size=1, max_size=30))
def test_the_temperature_never_makes_the_loss_larger(images: list[tuple[float, float, int]]) -> None:
    logits, labels = np.array([image[:2] for image in images]), np.array([image[2] for image in images])
    temperature = fit_temperature(logits, labels)
    assert LOWEST_TEMPERATURE <= temperature <= HIGHEST_TEMPERATURE
    assert mean_log_loss(logits, labels, temperature) <= mean_log_loss(logits, labels) + 1e-9


def test_a_few_mistakes_do_not_make_a_model_surer() -> None:
    logits = np.tile([[0.0, 3.0]], (40, 1))
    labels = np.ones(40, dtype=np.int64)
    labels[0] = 0
    assert fit_temperature(logits, labels) == pytest.approx(1.0)
    logits, labels = np.tile(logits, (10, 1)), np.tile(labels, 10)
    assert fit_temperature(logits, labels) < 0.9
