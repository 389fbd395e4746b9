"""Whether probabilities mean what they say, and the temperature that brings them nearer to it."""

import math

import numpy as np
import numpy.typing as npt

from core.training.intervals import FloatArray, IntArray
from core.training.results import CalibrationCurve

BINS = 10
LOWEST_TEMPERATURE = 0.25
HIGHEST_TEMPERATURE = 10.0
MISTAKES_THAT_SHOW = 10
"""Mistakes from which a model may be made surer than it is."""
_GOLDEN = (math.sqrt(5) - 1) / 2
_PRECISION = 1e-7


def calibration_curve(labels01: npt.ArrayLike, scores: npt.ArrayLike, bins: int = BINS) -> CalibrationCurve:
    """Predicted probability against observed share, in bins of equal width.

    Args:
        labels01: (n,), 1 or True for the positive class.
        scores: (n,), probability of the positive class, 0..1.
        bins: How many; those without an image are left out.

    Returns:
        The curve with its expected calibration error (Guo et al. 2017, ICML, equation 3; here of the positive
        class's probability) and Brier score (Brier 1950, Mon Weather Rev 78:1). Empty and NaN without images.
    """
    labels, values = np.asarray(labels01).astype(np.float64), np.asarray(scores, dtype=np.float64)
    if labels.size == 0:
        return CalibrationCurve(np.empty(0), np.empty(0), np.empty(0, np.int64), math.nan, math.nan)
    bin_of_image = np.minimum((values * bins).astype(np.int64), bins - 1)
    counts = np.bincount(bin_of_image, minlength=bins)
    filled = counts > 0
    predicted = np.bincount(bin_of_image, values, bins)[filled] / counts[filled]
    observed = np.bincount(bin_of_image, labels, bins)[filled] / counts[filled]
    error = float((counts[filled] * np.abs(predicted - observed)).sum() / labels.size)
    brier = float(((values - labels) ** 2).mean())
    return CalibrationCurve(predicted, observed, counts[filled].astype(np.int64), error, brier)


def fit_temperature(logits: npt.ArrayLike, labels: IntArray) -> float:
    """The temperature that makes the true classes most likely.

    One number for all classes, so no decision by the most probable class changes. The likelihood has one maximum in
    1 / temperature; it is found by golden-section search between `LOWEST_TEMPERATURE` and `HIGHEST_TEMPERATURE`.

    Where the true class has the largest logit for every image, the likelihood would ask for a temperature of 0:
    "always be certain". Images without a mistake do not show that, nor do a few mistakes (18 images with one asked for
    0.53), so below `MISTAKES_THAT_SHOW` the temperature does not go below 1: such a model is never made surer than it
    is.

    Args:
        logits: (n, classes), of images that their network had not learnt from.
        labels: int64 (n,), true class of each.

    Returns:
        The temperature; 1 without images.

    Source: Guo, Pleiss, Sun, Weinberger 2017, On Calibration of Modern Neural Networks, ICML, section 4.2.
    """
    values = np.asarray(logits, dtype=np.float64)
    if values.size == 0:
        return 1.0
    true = values[np.arange(len(labels)), labels]
    mistakes = int((true < values.max(axis=1)).sum())
    lowest = LOWEST_TEMPERATURE if mistakes >= MISTAKES_THAT_SHOW else 1.0
    low, high = 1 / HIGHEST_TEMPERATURE, 1 / lowest
    margins: FloatArray = values - true[:, None]
    left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
    left_loss, right_loss = _mean_loss(margins, left), _mean_loss(margins, right)
    while high - low > _PRECISION:
        if left_loss <= right_loss:
            high, right, right_loss = right, left, left_loss
            left = high - _GOLDEN * (high - low)
            left_loss = _mean_loss(margins, left)
        else:
            low, left, left_loss = left, right, right_loss
            right = low + _GOLDEN * (high - low)
            right_loss = _mean_loss(margins, right)
    return _best_end(margins, (low + high) / 2, (1 / lowest, 1 / HIGHEST_TEMPERATURE))


def mean_log_loss(logits: npt.ArrayLike, labels: IntArray, temperature: float = 1.0) -> float:
    """Mean negative log-likelihood of the true classes, natural logarithm.

    Args:
        logits: (n, classes), n >= 1.
        labels: int64 (n,).
        temperature: > 0.
    """
    values = np.asarray(logits, dtype=np.float64)
    return _mean_loss(values - values[np.arange(len(labels)), labels][:, None], 1 / temperature)


def _mean_loss(margins: FloatArray, sharpness: float) -> float:
    """Mean of log sum exp of the logits' distances from the true one's, times 1 / temperature."""
    scaled = margins * sharpness
    largest = scaled.max(axis=1)
    return float((largest + np.log(np.exp(scaled - largest[:, None]).sum(axis=1))).mean())


def _best_end(margins: FloatArray, sharpness: float, ends: tuple[float, float]) -> float:
    """The temperature of a maximum, or the bound itself where the search ran into it."""
    best = min((*ends, sharpness), key=lambda candidate: _mean_loss(margins, candidate))
    return 1 / best
