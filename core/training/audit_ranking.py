"""How well numbers that say nothing of the disease rank the images by their label, and whether that is chance.

Scores are out of fold: a linear model is fitted without the images that it ranks. It has a closed form, so that it is
fitted anew for each of a thousand permutations of the labels in one matrix product.
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.training.folds import split_by_group
from core.training.intervals import NORMAL_QUANTILE, UNDEFINED, expit
from core.training.results import Estimate
from core.training.roc import auc_estimate

FOLDS = 5
PERMUTATIONS = 999
"""With Holm's correction the smallest p, 1 / 1000, stays below 5% for up to 50 probes."""
LEAST_GROUPS = 10
"""Groups that a class must have in a source for the source to be looked at by itself."""

_COLUMNS_AT_ONCE = 250
_LARGEST_SCORE = 4.0
"""Standard deviations at which a number is cut off: one odd image must not bend the whole fit."""

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Ranking:
    """How images are ranked by numbers.

    Attributes:
        auc: Area under the ROC curve of the out-of-fold scores, with its 95% interval.
        p_value: Share of permutations that reach the same area, 0..1; the unpermuted labels count as one.
    """

    auc: Estimate
    p_value: float


@dataclass(frozen=True, eq=False)
class _Part:
    """One fold of one stratum: image numbers learnt from and held out."""

    stratum: int
    training: Integers
    held_out: Integers


class Contrast:
    """Which images are to be told from which, the folds, and the labels permuted.

    Groups of images (one patient, copies) are never divided between folds. Permuting exchanges the labels of whole
    groups within a fold and stratum, so that each permutation has as many groups of each class in each fold as the
    truth; groups with images of both classes keep theirs. The model is fitted anew for each permutation, and the
    area compared is the one that is reported.

    Source: Ojala & Garriga 2010, J Mach Learn Res 11:1833, test 1 (the labels are permuted and the classifier is
        fitted again); Phipson & Smyth 2010, Stat Appl Genet Mol Biol 9:39 (p = (b + 1) / (m + 1) is never 0);
        Winkler et al. 2015, NeuroImage 123:253 (whole blocks as units of exchange).
    """

    def __init__(
        self,
        labels: Bools,
        groups: Integers,
        strata: Integers | None = None,
        seed: int = 0,
        permutations: int = PERMUTATIONS,
    ) -> None:
        """Draw the folds and permutations.

        Args:
            labels: bool (images,), the class to be ranked high.
            groups: int64 (images,).
            strata: int64 (images,), such as the sources: images are compared within one only. Negative leaves an image
                out. None takes all together.
            seed: Of folds, permutations and intervals.
            permutations: How many.
        """
        self.labels = labels
        self.groups = groups
        self.strata = strata if strata is not None else np.zeros(labels.size, dtype=np.int64)
        self.seed = seed
        self._parts = tuple(self._draw_folds())
        self._relabelled = self._permuted(permutations)

    @property
    def can_rank(self) -> bool:
        """Whether there are enough images of both classes to be told apart."""
        return bool(self._parts)

    def rank(self, features: npt.NDArray[np.floating]) -> Ranking:
        """Rank the images by numbers.

        Args:
            features: (images, numbers), finite.
        """
        columns = self._relabelled.shape[1]
        areas = np.empty(columns)
        fitted = self._fitted(features)
        true_ranks = self._ranks(fitted, self._relabelled[:, :1])
        for start in range(0, columns, _COLUMNS_AT_ONCE):
            relabelled = self._relabelled[:, start : start + _COLUMNS_AT_ONCE]
            areas[start : start + _COLUMNS_AT_ONCE] = self._areas(self._ranks(fitted, relabelled), relabelled)
        reached = int((areas[1:] >= areas[0] - 1e-12).sum())
        return Ranking(self._estimate(true_ranks[:, 0]), (reached + 1) / columns)

    def area(self, features: npt.NDArray[np.floating]) -> float:
        """The area alone, 0..1, without permutations.

        Args:
            features: (images, numbers), finite.
        """
        labels = self.labels[:, None]
        return float(self._areas(self._ranks(self._fitted(features), labels), labels)[0])

    def _fitted(self, features: npt.NDArray[np.floating]) -> "list[_Fit]":
        return [_Fit.prepare(features, part, self.strata) for part in self._parts]

    def _ranks(self, fitted: "list[_Fit]", relabelled: Bools) -> Floats:
        """Where each image stands within its fold, 0..1, when fitted to each column of labels."""
        ranks = np.zeros(relabelled.shape)
        for part, fit in zip(self._parts, fitted, strict=True):
            scores = fit.scores(relabelled[part.training])
            ranks[part.held_out] = (column_midranks(scores) - 0.5) / len(scores)
        return ranks

    def _areas(self, ranks: Floats, relabelled: Bools) -> Floats:
        """The area of each column, over the strata weighted by what they know."""
        total, weights = np.zeros(ranks.shape[1]), np.zeros(ranks.shape[1])
        for stratum in sorted({part.stratum for part in self._parts}):
            members = self.strata == stratum
            positive = relabelled[members]
            positives = positive.sum(axis=0)
            negatives = len(positive) - positives
            midranks = column_midranks(ranks[members])
            won = (midranks * positive).sum(axis=0) - positives * (positives + 1) / 2
            weight = positives * negatives / (positives + negatives)
            with np.errstate(invalid="ignore", divide="ignore"):
                area = np.where(weight > 0, won / (positives * negatives), 0.5)
            total += weight * area
            weights += weight
        return np.asarray(total / np.maximum(weights, 1e-12))

    def _estimate(self, ranks: Floats) -> Estimate:
        """The area with its interval; over strata as in a stratified analysis (van Elteren's weights)."""
        found = []
        for stratum in sorted({part.stratum for part in self._parts}):
            members = np.flatnonzero(self.strata == stratum)
            labels = self.labels[members]
            estimate = auc_estimate(labels, ranks[members], self.groups[members], self.seed)
            positives = int(labels.sum())
            found.append((estimate, positives * (labels.size - positives) / labels.size))
        return _combined(found)

    def _draw_folds(self) -> list[_Part]:
        parts = []
        for stratum in np.unique(self.strata[self.strata >= 0]).tolist():
            members = np.flatnonzero(self.strata == stratum)
            labels, groups = self.labels[members].astype(np.int64), self.groups[members]
            fewest = min(np.unique(groups[labels == side]).size for side in (0, 1))
            folds = min(FOLDS, fewest, np.unique(groups).size)
            if folds >= 2:
                drawn = split_by_group(labels, groups, folds, self.seed)
                parts += [_Part(stratum, members[fold.training], members[fold.validation]) for fold in drawn]
        return parts

    def _permuted(self, permutations: int) -> Bools:
        """Labels bool (images, 1 + permutations), the true ones first."""
        generator = np.random.default_rng([self.seed, 1])
        relabelled = np.repeat(self.labels[:, None], permutations + 1, axis=1)
        for part in self._parts:
            _, first, members = np.unique(self.groups[part.held_out], return_index=True, return_inverse=True)
            labels = self.labels[part.held_out]
            shares = np.bincount(members, weights=labels) / np.bincount(members)
            pure = np.flatnonzero((shares == 0) | (shares == 1))
            of_group = np.repeat(labels[first][:, None], permutations, axis=1)
            of_group[pure] = generator.permuted(of_group[pure], axis=0)
            moved = np.isin(members, pure)
            relabelled[part.held_out[moved], 1:] = of_group[members[moved]]
        return relabelled


@dataclass(frozen=True, eq=False)
class _Fit:
    """A ridge regression on one fold's training images, solved for any labels."""

    solved: Floats
    """(held out, training): scores are this times the centred labels."""
    steepest: Floats
    """(numbers, training): how the numbers vary, to find the one that goes best with the labels."""
    held_out: Floats

    @classmethod
    def prepare(cls, features: npt.NDArray[np.floating], part: _Part, strata: Integers) -> "_Fit":
        """Standardise, and solve the part that does not depend on the labels."""
        within = features[strata == part.stratum].astype(np.float64)
        mean, deviation = within.mean(axis=0), within.std(axis=0)
        varies = deviation > 1e-9 * np.maximum(1.0, np.abs(mean))

        def standard(numbers: Integers) -> Floats:
            scaled = (features[numbers][:, varies] - mean[varies]) / deviation[varies]
            return np.asarray(np.clip(scaled, -_LARGEST_SCORE, _LARGEST_SCORE))

        training, held_out = standard(part.training), standard(part.held_out)
        if not varies.any():
            empty = np.zeros((len(part.held_out), len(part.training)))
            return cls(empty, np.zeros((0, len(part.training))), held_out)
        centre = training.mean(axis=0)
        training, held_out = training - centre, held_out - centre
        # The penalty that is right where the numbers together explain about half of the label.
        penalty = float(training.shape[1])
        if training.shape[1] <= len(training):
            gram = training.T @ training
            gram[np.diag_indices_from(gram)] += penalty
            solved = held_out @ np.linalg.solve(gram, training.T)
        else:
            gram = training @ training.T
            gram[np.diag_indices_from(gram)] += penalty
            solved = np.linalg.solve(gram, training @ held_out.T).T
        norms = np.sqrt((training**2).sum(axis=0)) + 1e-12
        return cls(solved, (training / norms).T, held_out / norms)

    def scores(self, labels: Bools) -> Floats:
        """Scores (held out, columns) after fitting to labels bool (training, columns)."""
        centred = labels.astype(np.float64)
        centred -= centred.mean(axis=0)
        ridge = self.solved @ centred
        if not len(self.steepest):
            return np.asarray(ridge)
        slopes = self.steepest @ centred
        best = np.abs(slopes).argmax(axis=0)
        columns = np.arange(slopes.shape[1])
        single = self.held_out[:, best] * np.sign(slopes[best, columns])
        return np.asarray(_unit(ridge) + _unit(single))


def _unit(scores: Floats) -> Floats:
    """Columns brought to one spread. Rounded: equal images must tie, whatever the last bits of a product say."""
    spread = scores.std(axis=0)
    return np.asarray(np.round(scores / np.where(spread > 0, spread, 1.0), 9))


def column_midranks(values: Floats) -> Floats:
    """Ranks from 1 within each column; equal values share the mean of theirs.

    Args:
        values: (images, columns).
    """
    count = len(values)
    order = np.argsort(values, axis=0)
    ordered = np.take_along_axis(values, order, axis=0)
    positions = np.arange(count)[:, None]
    starts = np.ones(ordered.shape, dtype=np.bool_)
    starts[1:] = ordered[1:] != ordered[:-1]
    first = np.maximum.accumulate(np.where(starts, positions, 0), axis=0)
    ends = np.ones(ordered.shape, dtype=np.bool_)
    ends[:-1] = starts[1:]
    last = np.minimum.accumulate(np.where(ends, positions, count)[::-1], axis=0)[::-1]
    ranks = np.empty(values.shape)
    np.put_along_axis(ranks, order, (first + last) / 2 + 1, axis=0)
    return ranks


def _combined(found: list[tuple[Estimate, float]]) -> Estimate:
    """Areas of several strata as one."""
    if len(found) == 1:
        return found[0][0]
    total = sum(weight for _, weight in found)
    if not total:
        return UNDEFINED
    value = sum(weight * estimate.value for estimate, weight in found) / total
    error = math.sqrt(
        sum((weight * (estimate.high - estimate.low) / (2 * NORMAL_QUANTILE)) ** 2 for estimate, weight in found)
    )
    inside = min(max(value, 1e-6), 1 - 1e-6)
    logit, half = math.log(inside / (1 - inside)), NORMAL_QUANTILE * error / total / (inside * (1 - inside))
    return Estimate(value, min(expit(logit - half), value), max(expit(logit + half), value))
