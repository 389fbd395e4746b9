"""Ranking of images by their scores: ROC curve, its area with an interval, precision against recall."""

import math

import numpy as np
import numpy.typing as npt

from core.training.intervals import (
    NORMAL_QUANTILE,
    UNDEFINED,
    BoolArray,
    FloatArray,
    IntArray,
    expit,
    percentile_estimate,
    resampled_weights,
    score_bound,
)
from core.training.results import Estimate, PrecisionRecallCurve, RocCurve


def auc_of(labels01: npt.ArrayLike, scores: npt.ArrayLike) -> float:
    """Area under the ROC curve: the chance that a positive image scores above a negative one, ties half.

    Args:
        labels01: (n,), 1 or True for the positive class.
        scores: (n,), higher means more likely positive.

    Returns:
        0..1, NaN where one of the two classes is absent.
    """
    above_negative, _ = placements(_as_bool(labels01), np.asarray(scores, dtype=np.float64))
    return float(above_negative.mean()) if above_negative.size else math.nan


def placements(labels: BoolArray, scores: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Structural components of the area, by mid-ranks in O(n log n).

    Args:
        labels: bool (n,).
        scores: float64 (n,).

    Returns:
        For each positive image the share of negatives below it, (positives,), and for each negative image the share
        of positives above it, (negatives,); ties count half. Both empty where one class is absent.

    Source: DeLong et al. 1988, Biometrics 44:837; Sun & Xu 2014, IEEE Signal Process Lett 21:1389.
    """
    positive, negative = scores[labels], scores[~labels]
    if not positive.size or not negative.size:
        return np.empty(0), np.empty(0)
    both = _midranks(scores)
    above_negative = (both[labels] - _midranks(positive)) / negative.size
    below_positive = 1 - (both[~labels] - _midranks(negative)) / positive.size
    return above_negative, below_positive


def auc_estimate(labels: BoolArray, scores: FloatArray, groups: IntArray, seed: int = 0) -> Estimate:
    """Area under the ROC curve with its 95% interval.

    DeLong's variance on the logit scale, so that the interval stays within 0..1. Where a group holds several images,
    the percentile interval of a bootstrap of whole groups. Where neither has anything to vary (an area of 1 or 0, or
    a single image or group of a class), Newcombe's interval for that many groups: perfect separation of ten images
    is no proof of a perfect model. Above an area of about 0.99 DeLong's interval covers less than it says
    (`core.training.statements`).

    Args:
        labels: bool (n,).
        scores: float64 (n,).
        groups: int64 (n,), which images belong together.
        seed: Of the bootstrap.

    Source: DeLong et al. 1988; Pepe 2003, The Statistical Evaluation of Medical Tests, section 5.2 (logit scale);
        Newcombe 2006, Stat Med 25:559, method 5.
    """
    above_negative, below_positive = placements(labels, scores)
    if not above_negative.size:
        return UNDEFINED
    auc = float(above_negative.mean())
    positive_groups, negative_groups = np.unique(groups[labels]).size, np.unique(groups[~labels]).size
    if not 0 < auc < 1 or min(positive_groups, negative_groups) < 2:
        return _newcombe_interval(auc, positive_groups, negative_groups)
    if np.unique(groups).size < groups.size:
        return percentile_estimate(auc, _resampled_aucs(labels, scores, groups, seed))
    variance = above_negative.var(ddof=1) / above_negative.size + below_positive.var(ddof=1) / below_positive.size
    if variance <= 0:
        return _newcombe_interval(auc, positive_groups, negative_groups)
    logit, half = math.log(auc / (1 - auc)), NORMAL_QUANTILE * math.sqrt(variance) / (auc * (1 - auc))
    return Estimate(auc, expit(logit - half), expit(logit + half))


def roc_curve(labels01: npt.ArrayLike, scores: npt.ArrayLike, name: str = "pooled") -> RocCurve:
    """Receiver operating characteristic.

    A curve pooled over folds ranks images of different folds by scores of different networks. That assumes that the
    networks' scores mean the same; where they are shifted against each other, the pooled area is too low (Parker et
    al. 2007, BMC Bioinformatics 8:326; Airola et al. 2011, Comput Stat Data Anal 55:1828), which is why the folds'
    own curves stand beside it.

    Args:
        labels01: (n,), 1 or True for the positive class.
        scores: (n,), higher means more likely positive.
        name: `pooled` or `fold 1` ...

    Returns:
        The curve without points on straight stretches; empty, its area NaN, where a class is absent.
    """
    labels, values = _as_bool(labels01), np.asarray(scores, dtype=np.float64)
    if labels.all() or not labels.any():
        return RocCurve(name, np.empty(0), np.empty(0), np.empty(0), math.nan)
    thresholds, true_positives, false_positives = _counts_by_threshold(labels, values)
    x = np.concatenate([[0.0], false_positives / (~labels).sum()])
    y = np.concatenate([[0.0], true_positives / labels.sum()])
    # Compared in whole numbers: rounding must not decide which points are corners.
    across: IntArray = np.diff(false_positives, prepend=0).astype(np.int64)
    upward: IntArray = np.diff(true_positives, prepend=0).astype(np.int64)
    bends = across[:-1] * upward[1:] != across[1:] * upward[:-1]
    kept = np.concatenate([[True], bends, [True]])
    return RocCurve(name, x[kept], y[kept], np.concatenate([[np.inf], thresholds])[kept], auc_of(labels, values))


def precision_recall_curve(labels01: npt.ArrayLike, scores: npt.ArrayLike) -> PrecisionRecallCurve:
    """Precision against recall, from no image found to all.

    Average precision is the sum of precisions weighted by the steps of recall, without interpolation: a straight
    line between two points would be too favourable (Davis & Goadrich 2006, ICML).

    Args:
        labels01: (n,), 1 or True for the positive class.
        scores: (n,), higher means more likely positive.

    Returns:
        The curve, recall ascending from 0; empty, its average NaN, where no image is positive.
    """
    labels, values = _as_bool(labels01), np.asarray(scores, dtype=np.float64)
    if not labels.any():
        return PrecisionRecallCurve(np.empty(0), np.empty(0), math.nan)
    _, true_positives, false_positives = _counts_by_threshold(labels, values)
    precision = true_positives / (true_positives + false_positives)
    recall = true_positives / labels.sum()
    average = float((np.diff(recall, prepend=0.0) * precision).sum())
    # Where nothing is found yet no precision is defined; the curve starts with 1 by convention.
    return PrecisionRecallCurve(np.concatenate([[0.0], recall]), np.concatenate([[1.0], precision]), average)


def _counts_by_threshold(labels: BoolArray, scores: FloatArray) -> tuple[FloatArray, IntArray, IntArray]:
    """Distinct scores, descending, with the true and false positives from each on."""
    order = np.argsort(-scores, kind="stable")
    ordered = scores[order]
    last_of_value = np.flatnonzero(np.append(np.diff(ordered) != 0, True))
    true_positives = np.cumsum(labels[order], dtype=np.int64)[last_of_value]
    return ordered[last_of_value], true_positives, last_of_value + 1 - true_positives


def _midranks(values: FloatArray) -> FloatArray:
    """Ranks from 1; equal values share the mean of theirs."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ranks: FloatArray = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    return ranks


def _resampled_aucs(labels: BoolArray, scores: FloatArray, groups: IntArray, seed: int) -> FloatArray:
    """The area in bootstrap samples of whole groups, (resamples,); NaN where a sample lacks a class."""
    numbers, group_of_image = np.unique(groups, return_inverse=True)
    of_positive = group_of_image[labels]
    order = np.argsort(scores[~labels], kind="stable")
    of_negative, negative_scores = group_of_image[~labels][order], scores[~labels][order]
    below = np.searchsorted(negative_scores, scores[labels], side="left")
    not_above = np.searchsorted(negative_scores, scores[labels], side="right")
    areas = []
    for weights in resampled_weights(numbers.size, seed):
        passed = np.zeros((len(weights), of_negative.size + 1), np.float32)
        np.cumsum(weights[:, of_negative], axis=1, out=passed[:, 1:])
        drawn = weights[:, of_positive]
        won = (drawn * (passed[:, below] + passed[:, not_above])).sum(axis=1, dtype=np.float64) / 2
        pairs = drawn.sum(axis=1, dtype=np.float64) * passed[:, -1]
        areas.append(np.divide(won, pairs, out=np.full(len(weights), np.nan), where=pairs > 0))
    return np.concatenate(areas)


def _newcombe_interval(auc: float, positives: int, negatives: int) -> Estimate:
    """Score-like interval of an area from the area and the class sizes alone (Newcombe 2006, method 5)."""
    mean_size = (positives + negatives) / 2 - 1

    def excess(area: float) -> float:
        shape = 1 + mean_size * ((1 - area) / (2 - area) + area / (1 + area))
        variance = area * (1 - area) * shape / (positives * negatives)
        return (auc - area) ** 2 - NORMAL_QUANTILE**2 * variance

    low = 0.0 if auc <= 0 else min(score_bound(excess, auc, 0.0), auc)
    high = 1.0 if auc >= 1 else max(score_bound(excess, auc, 1.0), auc)
    return Estimate(auc, low, high)


def _as_bool(labels01: npt.ArrayLike) -> BoolArray:
    return np.asarray(labels01).astype(np.bool_)
