"""Two models on the same images: do they differ by more than chance?"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.training.intervals import NORMAL_QUANTILE, UNDEFINED, BoolArray, FloatArray, IntArray, share_estimate
from core.training.results import Estimate
from core.training.roc import auc_estimate, placements


@dataclass(frozen=True)
class ModelComparison:
    """Two models, a and b, on the same images.

    Where one of the models has learnt from some of the images, or a group of images is missing from `groups`, the
    figures flatter it and the p-values are too small: the caller has to know.

    Attributes:
        images: How many.
        groups: How many independent groups they form.
        both_right: Images that both decide rightly.
        only_a_right: Images that a alone decides rightly.
        only_b_right: Images that b alone decides rightly.
        both_wrong: Images that both decide wrongly.
        mcnemar_p: Two-sided mid-p value that both are equally often right.
        mcnemar_exact_p: The same, exact: never too small, mostly too large.
        accuracy_a: Share that a decides rightly.
        accuracy_b: Share that b decides rightly.
        auc_a: Area under the ROC curve of a.
        auc_b: Area under the ROC curve of b.
        difference: `auc_a - auc_b`, -1..1, with its interval; its ends are NaN where nothing varies.
        delong_p: Two-sided p-value that both areas are equal; NaN where a class is absent or nothing varies.
    """

    images: int
    groups: int
    both_right: int
    only_a_right: int
    only_b_right: int
    both_wrong: int
    mcnemar_p: float
    mcnemar_exact_p: float
    accuracy_a: Estimate
    accuracy_b: Estimate
    auc_a: Estimate
    auc_b: Estimate
    difference: Estimate
    delong_p: float


def compare_models(
    scores_a: npt.ArrayLike,
    scores_b: npt.ArrayLike,
    labels01: npt.ArrayLike,
    threshold_a: float,
    threshold_b: float,
    groups: npt.ArrayLike | None = None,
    seed: int = 0,
) -> ModelComparison:
    """Compare decisions (McNemar) and rankings (DeLong) of two models.

    Args:
        scores_a: (n,), probability of the positive class by model a.
        scores_b: (n,), by model b.
        labels01: (n,), 1 or True for the positive class.
        threshold_a: Score from which a decides positive.
        threshold_b: Score from which b does.
        groups: (n,), which images belong together; None takes each for itself.
        seed: Of the bootstrap of the areas' intervals.

    Raises:
        ValueError: The arguments differ in length, hold nothing, or a score is not finite.

    Source: McNemar 1947, Psychometrika 12:153; Fagerland, Lydersen, Laake 2013, BMC Med Res Methodol 13:91 (mid-p);
        DeLong et al. 1988, Biometrics 44:837; with groups Obuchowski 1997, Biometrics 53:567.
    """
    labels = np.asarray(labels01).astype(np.bool_)
    a, b = np.asarray(scores_a, dtype=np.float64), np.asarray(scores_b, dtype=np.float64)
    together = np.arange(labels.size) if groups is None else np.asarray(groups, dtype=np.int64)
    if labels.ndim != 1 or not labels.shape == a.shape == b.shape == together.shape or not labels.size:
        raise ValueError(
            f"labels {labels.shape}, scores {a.shape}, {b.shape} and groups {together.shape} must be alike"
        )
    if not (np.isfinite(a).all() and np.isfinite(b).all()):
        raise ValueError("scores must be finite")
    right_a, right_b = (a >= threshold_a) == labels, (b >= threshold_b) == labels
    exact_p, mid_p = mcnemar_p_values(right_a, right_b, together)
    difference, delong_p = _area_difference(labels, a, b, together)
    return ModelComparison(
        images=int(labels.size),
        groups=int(np.unique(together).size),
        both_right=int((right_a & right_b).sum()),
        only_a_right=int((right_a & ~right_b).sum()),
        only_b_right=int((~right_a & right_b).sum()),
        both_wrong=int((~right_a & ~right_b).sum()),
        mcnemar_p=mid_p,
        mcnemar_exact_p=exact_p,
        accuracy_a=share_estimate(right_a, together),
        accuracy_b=share_estimate(right_b, together),
        auc_a=auc_estimate(labels, a, together, seed),
        auc_b=auc_estimate(labels, b, together, seed),
        difference=difference,
        delong_p=delong_p,
    )


def mcnemar_p_values(right_a: BoolArray, right_b: BoolArray, groups: IntArray) -> tuple[float, float]:
    """Exact and mid-p value that two models are equally often right.

    If they are, a and b could be exchanged within any group: each group's surplus of images that a alone has right
    is as likely positive as negative. The distribution of the sum over groups is computed exactly. Where every group
    holds one image this is McNemar's exact test.

    Args:
        right_a: bool (n,).
        right_b: bool (n,).
        groups: int64 (n,), which images belong together.

    Returns:
        Exact two-sided p-value and mid-p value.
    """
    numbers, group_of_image = np.unique(groups, return_inverse=True)
    surplus = np.bincount(group_of_image, right_a.astype(np.float64) - right_b, numbers.size).astype(np.int64)
    sizes = np.abs(surplus[surplus != 0])
    if not sizes.size:
        return 1.0, 1.0
    reach = int(sizes.sum())
    chances = np.zeros(2 * reach + 1)
    chances[reach] = 1.0
    for size in sizes:
        # Nothing wraps around: the sums reach the ends with the last group only.
        chances = (np.roll(chances, size) + np.roll(chances, -size)) / 2
    observed, sums = abs(int(surplus.sum())), np.abs(np.arange(-reach, reach + 1))
    beyond, equal = float(chances[sums > observed].sum()), float(chances[sums == observed].sum())
    return min(1.0, beyond + equal), min(1.0, beyond + equal / 2)


def _area_difference(labels: BoolArray, a: FloatArray, b: FloatArray, groups: IntArray) -> tuple[Estimate, float]:
    """Difference of two areas under the ROC curve with its interval, and the p-value that it is 0."""
    above_a, below_a = placements(labels, a)
    above_b, below_b = placements(labels, b)
    if not above_a.size:
        return UNDEFINED, math.nan
    difference = float(above_a.mean() - above_b.mean())
    variance = _clustered_variance(labels, above_a - above_b, below_a - below_b, groups)
    if not variance > 0:
        # Same ranking throughout: no difference at all. Otherwise there is too little to judge by.
        same = bool((above_a == above_b).all() and (below_a == below_b).all())
        return Estimate(difference, math.nan, math.nan), 1.0 if same else math.nan
    error = math.sqrt(variance)
    p_value = math.erfc(abs(difference) / error / math.sqrt(2))
    half = NORMAL_QUANTILE * error
    return Estimate(difference, max(difference - half, -1.0), min(difference + half, 1.0)), p_value


def _clustered_variance(labels: BoolArray, of_positive: FloatArray, of_negative: FloatArray, groups: IntArray) -> float:
    """Variance of a mean of structural components whose images come in groups (Obuchowski 1997).

    Equals DeLong's where every group holds one image. NaN where a class has one group only.

    Args:
        labels: bool (n,).
        of_positive: (positives,) components; their mean is the figure.
        of_negative: (negatives,) components, of the same mean.
        groups: int64 (n,).
    """
    numbers, group_of_image = np.unique(groups, return_inverse=True)
    mean = of_positive.mean()

    def sums(chosen: BoolArray, components: FloatArray) -> tuple[FloatArray, int]:
        totals: FloatArray = np.bincount(group_of_image[chosen], components - mean, numbers.size).astype(np.float64)
        return totals, int(np.unique(group_of_image[chosen]).size)

    positive, positive_groups = sums(labels, of_positive)
    negative, negative_groups = sums(~labels, of_negative)
    if min(positive_groups, negative_groups) < 2:
        return math.nan
    m, n, count = of_positive.size, of_negative.size, numbers.size
    variance = positive_groups / (positive_groups - 1) * float((positive**2).sum()) / m**2
    variance += negative_groups / (negative_groups - 1) * float((negative**2).sum()) / n**2
    variance += 2 * count / (count - 1) * float((positive * negative).sum()) / (m * n)
    return variance
