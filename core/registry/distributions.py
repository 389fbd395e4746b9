"""Whether numbers are distributed as they were: population stability index and Kolmogorov-Smirnov, with weights.

Cases of a commissioning are chosen, half of them with the finding; later scans come as they come. So the numbers of
either class are weighted first to the share of the finding that later scores speak for (`share_of_positives`): what is
left then is not explained by more or less disease.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

MOST_BINS = 10
FEWEST_PER_BIN = 6
"""Comparable earlier numbers in a bin; with fewer the index is all chance."""

DRAWN_BINS = 20
"""Of equal width, for plots."""
_NARROWEST = 1e-6

_EM_ROUNDS = 500
_EM_STEP = 1e-7

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class WeightedSample:
    """Numbers that do not all count alike.

    Attributes:
        values: float64 (n,), ascending.
        weights: float64 (n,), how much each counts; they sum to 1.
    """

    values: FloatArray
    weights: FloatArray

    @property
    def worth(self) -> float:
        """How many equally weighted numbers they are worth. Source: Kish 1965, Survey Sampling, section 11.2."""
        return float(1 / (self.weights**2).sum()) if self.values.size else 0.0

    def quantile(self, share: float) -> float:
        """The smallest value that this share of the sample does not exceed."""
        up_to = np.cumsum(self.weights)
        return float(self.values[min(int(np.searchsorted(up_to, share - 1e-12)), self.values.size - 1)])

    def share_up_to(self, points: FloatArray) -> FloatArray:
        """Share of the sample at or below points: float64 like `points`."""
        up_to = np.concatenate([[0.0], np.cumsum(self.weights)])
        return np.asarray(up_to[np.searchsorted(self.values, points, side="right")], dtype=np.float64)


@dataclass(frozen=True, eq=False)
class Comparison:
    """Earlier numbers against later ones.

    Attributes:
        index: Population stability index, beyond what chance alone would give; 0 where it is no more than that.
        statistic: Largest difference of the cumulative distributions, 0..1.
        p: Chance of so large a difference where nothing changed.
        edges: float64 (bins + 1,) for drawing, from the smallest number to the largest.
        then: float64 (bins,), share of the earlier numbers in each bin.
        now: float64 (bins,), share of the later ones.
    """

    index: float
    statistic: float
    p: float
    edges: FloatArray
    then: FloatArray
    now: FloatArray


def mixed(positive: Sequence[float], negative: Sequence[float], share: float) -> WeightedSample:
    """Numbers of two classes, weighted so that a share of them is of the positive one.

    Args:
        positive: Of the positive class; may be empty, as may be the other.
        negative: Of the other class.
        share: 0..1; a class without numbers leaves all weight to the other.
    """
    if not positive or not negative:
        share = float(bool(positive))
    values = np.array([*positive, *negative], dtype=np.float64)
    weights = np.concatenate(
        [
            np.full(len(part), portion / max(1, len(part)))
            for part, portion in ((positive, share), (negative, 1 - share))
        ]
    )
    order = np.argsort(values, kind="stable")
    return WeightedSample(values[order], weights[order])


def share_of_positives(positive: Sequence[float], negative: Sequence[float], now: Sequence[float]) -> float:
    """Which share of later scans has the finding, if both classes score as they did.

    Args:
        positive: Earlier scores of the positive class, at least one.
        negative: Earlier scores of the other.
        now: Later scores.

    Source: Saerens, Latinne & Decaestecker 2002, Neural Computation 14:21 (EM on the priors).
    """
    first, second, later = (np.asarray(part, dtype=np.float64) for part in (positive, negative, now))
    earlier = mixed(positive, negative, 0.5)
    edges = _edges(earlier, _bins(min(first.size, second.size)))
    of_positive, of_negative, of_later = (_shares(part, edges) for part in (first, second, later))
    share = 0.5
    for _ in range(_EM_ROUNDS):
        likely = share * of_positive / (share * of_positive + (1 - share) * of_negative)
        following = float((of_later * likely).sum())
        if abs(following - share) < _EM_STEP:
            break
        share = following
    return share


def compare(then: WeightedSample, now: Sequence[float]) -> Comparison:
    """Hold later numbers against earlier ones.

    The index is lowered by its expectation where nothing changed, (bins - 1)(1/n + 1/m): of some hundred numbers it
    often passes the usual limits by chance alone.

    Args:
        then: Earlier numbers, at least one.
        now: Later numbers, at least one.

    Source: Siddiqi 2006, Credit Risk Scorecards, chapter 9 (index); Yurdakul & Naranjo 2020, J Risk Model Validation
        14(4):89 (its distribution); Stephens 1970, J R Stat Soc B 32:115 (Kolmogorov-Smirnov).
    """
    later = np.sort(np.asarray(now, dtype=np.float64))
    edges = _edges(then, _bins(then.worth))
    expected = _smooth(_weighted_shares(then, edges), then.worth)
    found = _shares(later, edges)
    raw = float(((found - expected) * np.log(found / expected)).sum())
    chance = (expected.size - 1) * (1 / later.size + 1 / then.worth)
    points = np.union1d(then.values, later)
    statistic = float(np.abs(then.share_up_to(points) - np.searchsorted(later, points, "right") / later.size).max())
    lowest, highest = min(then.values[0], later[0]), max(then.values[-1], later[-1])
    drawn = np.linspace(lowest, max(highest, lowest + _NARROWEST), DRAWN_BINS + 1)
    counts = np.histogram(later, drawn)[0] / later.size
    weighted = np.histogram(then.values, drawn, weights=then.weights)[0]
    p = kolmogorov_p(statistic, then.worth * later.size / (then.worth + later.size))
    return Comparison(max(0.0, raw - chance), statistic, p, drawn, weighted, counts)


def kolmogorov_p(statistic: float, worth: float) -> float:
    """Chance of so large a difference of two cumulative distributions where nothing changed.

    Args:
        statistic: Their largest difference, 0..1.
        worth: Product of both sizes over their sum, > 0.
    """
    root = math.sqrt(worth)
    scaled = (root + 0.12 + 0.11 / root) * statistic
    if scaled < 0.2:
        return 1.0  # The series converges slowly there, to 1 within 1e-12.
    terms = (2 * (-1) ** (k - 1) * math.exp(-2 * (k * scaled) ** 2) for k in range(1, 101))
    return min(1.0, max(0.0, math.fsum(terms)))


def exact_p(first: tuple[int, int], second: tuple[int, int]) -> float:
    """Chance of so different shares where they are the same, by Fisher's exact test, two-sided.

    Args:
        first: Successes and trials.
        second: Successes and trials.
    """
    hits, trials = first[0] + second[0], first[1] + second[1]
    logs = [
        _log_choose(first[1], k) + _log_choose(second[1], hits - k) - _log_choose(trials, hits)
        for k in range(max(0, hits - second[1]), min(hits, first[1]) + 1)
    ]
    own = logs[first[0] - max(0, hits - second[1])]
    return min(1.0, math.fsum(math.exp(log) for log in logs if log <= own + 1e-9))


def _bins(worth: float) -> int:
    return max(2, min(MOST_BINS, int(worth // FEWEST_PER_BIN)))


def _edges(sample: WeightedSample, bins: int) -> FloatArray:
    """Inner edges of bins that hold equal shares of a sample; fewer where values repeat: (at most bins - 1,)."""
    return np.unique(np.array([sample.quantile(number / bins) for number in range(1, bins)], dtype=np.float64))


def _shares(values: FloatArray, edges: FloatArray) -> FloatArray:
    """Share of values per bin (edges + 1,); none is 0, whose logarithm would be infinite."""
    counts = np.bincount(np.searchsorted(edges, values, side="left"), minlength=edges.size + 1)
    return _smooth(counts / max(1, values.size), values.size)


def _weighted_shares(sample: WeightedSample, edges: FloatArray) -> FloatArray:
    bins = np.searchsorted(edges, sample.values, side="left")
    return np.asarray(np.bincount(bins, weights=sample.weights, minlength=edges.size + 1), dtype=np.float64)


def _smooth(shares: FloatArray, worth: float) -> FloatArray:
    """Shares as if each bin held half a number more."""
    return np.asarray((shares * worth + 0.5) / (worth + 0.5 * shares.size), dtype=np.float64)


def _log_choose(n: int, k: int) -> float:
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)
