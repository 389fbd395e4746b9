"""How decisions about one class went: counts at a threshold, and the figures made of them."""

import math

import numpy as np
import numpy.typing as npt

from core.model.classifier import softmax
from core.training.intervals import (
    UNDEFINED,
    BoolArray,
    FloatArray,
    IntArray,
    percentile_estimate,
    resampled_totals,
    share_estimate,
    wilson_interval,
)
from core.training.results import DecisionFigures, Estimate
from core.training.roc import auc_estimate


def probabilities_of(logits: npt.ArrayLike, temperature: float = 1.0) -> FloatArray:
    """The classifier's own softmax, of whatever numpy takes for an array.

    Args:
        logits: (n, classes).
        temperature: > 0.

    Returns:
        float64 (n, classes); rows sum to 1.
    """
    return softmax(np.asarray(logits, dtype=np.float64), temperature)


def confusion_matrix(labels: IntArray, decided: IntArray, classes: int) -> IntArray:
    """How often each class was taken for each.

    Args:
        labels: int64 (n,), true class, 0..classes - 1.
        decided: int64 (n,), decided class.
        classes: How many classes.

    Returns:
        int64 (classes, classes), rows true, columns decided.
    """
    cells = np.bincount(labels * classes + decided, minlength=classes**2)
    return cells.reshape(classes, classes).astype(np.int64)


def figures_at(
    labels01: npt.ArrayLike,
    scores: npt.ArrayLike,
    groups: npt.ArrayLike | None = None,
    threshold: float = 0.5,
    seed: int = 0,
) -> DecisionFigures:
    """Every figure about the positive class at one threshold, with 95% intervals.

    Args:
        labels01: (n,), 1 or True for the positive class.
        scores: (n,), probability of the positive class.
        groups: (n,), which images belong together (same patient, copies); None takes each image for itself.
        threshold: Score from which the decision is positive.
        seed: Of the bootstrap.

    Raises:
        ValueError: The arguments differ in length, or a score is not finite.
    """
    labels = np.asarray(labels01).astype(np.bool_)
    values = np.asarray(scores, dtype=np.float64)
    together = np.arange(labels.size) if groups is None else np.asarray(groups, dtype=np.int64)
    if not labels.shape == values.shape == together.shape or labels.ndim != 1:
        raise ValueError(f"labels {labels.shape}, scores {values.shape} and groups {together.shape} must be alike")
    if not np.isfinite(values).all():
        raise ValueError("scores must be finite")
    return figures_with_auc(labels, values, together, threshold, auc_estimate(labels, values, together, seed), seed)


def figures_with_auc(
    labels: BoolArray, scores: FloatArray, groups: IntArray, threshold: float, auc: Estimate, seed: int
) -> DecisionFigures:
    """As `figures_at` where the area is known already: it does not depend on the threshold, and takes longest."""
    positive = scores >= threshold
    right = positive == labels
    return DecisionFigures(
        threshold=float(threshold),
        true_positive=int((labels & positive).sum()),
        false_positive=int((~labels & positive).sum()),
        true_negative=int((~labels & ~positive).sum()),
        false_negative=int((labels & ~positive).sum()),
        accuracy=share_estimate(right, groups),
        sensitivity=share_estimate(positive[labels], groups[labels]),
        specificity=share_estimate(~positive[~labels], groups[~labels]),
        positive_predictive_value=share_estimate(labels[positive], groups[positive]),
        negative_predictive_value=share_estimate(~labels[~positive], groups[~positive]),
        f1=f1_estimate(labels, positive, groups, seed),
        auc=auc,
    )


def f1_estimate(labels: BoolArray, positive: BoolArray, groups: IntArray, seed: int = 0) -> Estimate:
    """F1 with the percentile interval of a bootstrap of whole groups.

    Where no decision is wrong, or no positive image is found, every resample is the same and its interval would
    have no width. There F1 is a function of the share of right ones among all that are positive or decided so,
    J = F1 / (2 - F1), and takes that share's Wilson interval at the number of groups.

    Args:
        labels: bool (n,).
        positive: bool (n,), the decisions.
        groups: int64 (n,), which images belong together.
        seed: Of the bootstrap.

    Returns:
        NaN where no image is positive or decided so.
    """
    cells = np.stack([labels & positive, labels != positive], axis=1)
    numbers, group_of_image = np.unique(groups, return_inverse=True)
    per_group = np.zeros((numbers.size, 2), np.int64)
    np.add.at(per_group, group_of_image, cells)
    found, wrong = (int(total) for total in per_group.sum(axis=0))
    if found + wrong == 0:
        return UNDEFINED
    value = _f1(found, wrong)
    if found == 0 or wrong == 0:
        touched = int(per_group.any(axis=1).sum())
        share = wilson_interval(touched if wrong == 0 else 0, touched)
        return Estimate(value, *(2 * end / (1 + end) for end in (share.low, share.high)))
    totals = resampled_totals(per_group, seed)
    with np.errstate(invalid="ignore"):
        return percentile_estimate(value, 2 * totals[:, 0] / (2 * totals[:, 0] + totals[:, 1]))


def _f1(found: int, wrong: int) -> float:
    """Harmonic mean of sensitivity and positive predictive value, from found and wrong decisions."""
    return 2 * found / (2 * found + wrong) if found + wrong else math.nan
