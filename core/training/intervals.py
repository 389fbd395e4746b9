"""95% confidence intervals for shares and resampled figures, with images of one group kept together.

Images of one patient, or copies of one picture, are not independent. Treating them so makes an interval too narrow,
so every function here takes groups.
"""

import math
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from core.training.results import Estimate

CONFIDENCE = 0.95
NORMAL_QUANTILE = 1.959963984540054
"""Standard normal quantile of (1 + CONFIDENCE) / 2."""
RESAMPLES = 2000
_LARGEST_TABLE = 2_000_000
"""Numbers held at once while resampling."""

UNDEFINED = Estimate(math.nan, math.nan, math.nan)

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
FloatArray = npt.NDArray[np.float64]


def wilson_interval(successes: float, trials: float) -> Estimate:
    """A share with its score interval.

    Args:
        successes: How many, 0..trials; effective counts need not be whole.
        trials: Of how many, >= 0; 0 gives NaN.

    Source: Wilson 1927, J Am Stat Assoc 22:209; Newcombe 1998, Stat Med 17:857, method 3.
    """
    if trials <= 0:
        return UNDEFINED
    share, square = successes / trials, NORMAL_QUANTILE**2
    centre = (share + square / (2 * trials)) / (1 + square / trials)
    spread = share * (1 - share) / trials + square / (4 * trials**2)
    half = NORMAL_QUANTILE * math.sqrt(max(spread, 0.0)) / (1 + square / trials)
    # The exact ends are 0 and 1 there; rounding must not put the share outside its own interval.
    low = 0.0 if successes <= 0 else min(centre - half, share)
    high = 1.0 if successes >= trials else max(centre + half, share)
    return Estimate(share, max(low, 0.0), min(high, 1.0))


def effective_counts(successes: BoolArray, groups: IntArray) -> tuple[float, float]:
    """Successes and trials, reduced to what they are worth where images come in groups.

    The variance between groups is divided by the binomial one; both counts are divided by this design effect
    (Rao & Scott 1992, Biometrics 48:577). Without several images in a group the counts are returned as they are.
    Where every image agrees the variance says nothing, and each group counts once.

    Args:
        successes: bool (n,).
        groups: int64 (n,), which images belong together.

    Returns:
        Effective successes and effective trials.
    """
    count, hits = successes.size, int(successes.sum())
    numbers, sizes = np.unique(groups, return_counts=True)
    if count == 0 or numbers.size == count:
        return float(hits), float(count)
    share = hits / count
    if hits in (0, count) or numbers.size == 1:
        effect = count / numbers.size
    else:
        hits_per_group = np.bincount(np.searchsorted(numbers, groups), weights=successes)
        residuals = hits_per_group - sizes * share
        # Equals 1 exactly where every group holds one image.
        correction = numbers.size / (numbers.size - 1) * (count - 1) / count
        effect = correction * float((residuals**2).sum()) / (count * share * (1 - share))
    effect = min(max(effect, 1.0), float(count))
    return hits / effect, count / effect


def share_estimate(successes: BoolArray, groups: IntArray) -> Estimate:
    """Share of successes with its Wilson interval at the effective number of images.

    Args:
        successes: bool (n,); none gives NaN.
        groups: int64 (n,), which images belong together.
    """
    if successes.size == 0:
        return UNDEFINED
    interval = wilson_interval(*effective_counts(successes, groups))
    return Estimate(float(successes.mean()), interval.low, interval.high)


def resampled_totals(counts: IntArray, seed: int, resamples: int = RESAMPLES) -> FloatArray:
    """Totals of counts in cluster bootstrap samples: whole groups are drawn with replacement, as many as there are.

    Groups with equal counts are exchangeable, so how often each kind is drawn follows a multinomial distribution:
    exactly the same bootstrap in a thousandth of the time.

    Args:
        counts: int64 (groups, figures), what each group holds.
        seed: Of the random draws.
        resamples: Bootstrap samples.

    Returns:
        float64 (resamples, figures).

    Source: Davison & Hinkley 1997, Bootstrap Methods and their Application, section 3.8.
    """
    kinds, how_many = np.unique(counts, axis=0, return_counts=True)
    draws = np.random.default_rng(seed).multinomial(len(counts), how_many / len(counts), size=resamples)
    totals: FloatArray = (draws @ kinds).astype(np.float64)
    return totals


def resampled_weights(groups: int, seed: int, resamples: int = RESAMPLES) -> Iterator[npt.NDArray[np.float32]]:
    """How often each group is drawn in each cluster bootstrap sample.

    Args:
        groups: How many groups.
        seed: Of the random draws.
        resamples: Bootstrap samples.

    Yields:
        float32 (some of the samples, groups); each row sums to `groups`. In parts, because all of them do not fit
        into memory for a large collection.
    """
    generator = np.random.default_rng(seed)
    rows = max(1, _LARGEST_TABLE // groups)
    for start in range(0, resamples, rows):
        count = min(rows, resamples - start)
        draws = generator.integers(0, groups, (count, groups))
        draws += np.arange(count)[:, None] * groups
        weights = np.bincount(draws.ravel(), minlength=count * groups)
        yield weights.reshape(count, groups).astype(np.float32)


def percentile_estimate(value: float, resampled: FloatArray) -> Estimate:
    """A figure with the percentile interval of its bootstrap values; undefined resamples (NaN) are left out."""
    defined = resampled[np.isfinite(resampled)]
    if defined.size == 0 or not math.isfinite(value):
        return Estimate(value, math.nan, math.nan)
    tail = 100 * (1 - CONFIDENCE) / 2
    low, high = np.percentile(defined, [tail, 100 - tail])
    return Estimate(value, min(float(low), value), max(float(high), value))


def share_difference(first: Estimate, second: Estimate) -> Estimate:
    """The first of two independent shares less the second, with its interval.

    Args:
        first: With its score interval, which may be of an effective number of images.
        second: Likewise; ends equal to the value stand for a share that is known exactly.

    Source: Newcombe 1998, Stat Med 17:873, method 10.
    """
    difference = first.value - second.value
    below = math.hypot(first.value - first.low, second.high - second.value)
    above = math.hypot(first.high - first.value, second.value - second.low)
    return Estimate(difference, difference - below, difference + above)


def similar_areas(first: Estimate, second: Estimate) -> bool:
    """Whether two independent areas under the ROC curve differ by no more than chance: a z-test on their logits.

    Where an area or an end of an interval is 0 or 1 it has no logit, and their difference is held against its interval
    as that of shares is (Zou & Donner 2008, Stat Med 27:1693).

    Args:
        first: With its interval; one without ends says nothing, and is similar to any.
        second: Likewise; ends equal to the value stand for an area that is known exactly.

    Source: Pepe 2003, The Statistical Evaluation of Medical Tests, section 5.2 (logit scale).
    """
    numbers = (first.low, first.value, first.high, second.low, second.value, second.high)
    if not all(0 < number < 1 for number in numbers):
        difference = share_difference(first, second)
        return not (difference.high < 0 or difference.low > 0)
    low, value, high, other_low, other_value, other_high = (math.log(number / (1 - number)) for number in numbers)
    return abs(value - other_value) <= math.hypot(high - low, other_high - other_low) / 2


def holm(p_values: Sequence[float]) -> tuple[float, ...]:
    """Correct p-values for how many there are, so that the chance of any false finding stays below the error rate.

    Args:
        p_values: Each 0..1; they may depend on each other in any way.

    Returns:
        In the same order, none smaller than it was.

    Source: Holm 1979, Scand J Statist 6:65.
    """
    corrected = [0.0] * len(p_values)
    largest = 0.0
    for rank, number in enumerate(sorted(range(len(p_values)), key=p_values.__getitem__)):
        largest = max(largest, min(1.0, (len(p_values) - rank) * p_values[number]))
        corrected[number] = largest
    return tuple(corrected)


def score_bound(excess: Callable[[float], float], inside: float, outside: float) -> float:
    """Where a confidence limit lies, by bisection.

    Args:
        excess: Negative within the interval, positive beyond it.
        inside: A point within.
        outside: A point beyond, or the end of the scale.
    """
    for _ in range(60):
        middle = (inside + outside) / 2
        if excess(middle) < 0:
            inside = middle
        else:
            outside = middle
    return (inside + outside) / 2


def expit(logit: float) -> float:
    """The share whose logit this is, for logits of any size."""
    return 1 / (1 + math.exp(-logit)) if logit >= 0 else math.exp(logit) / (1 + math.exp(logit))
