"""Whether prediction sets keep their promise, tried on images that they were not made from.

Scores of all folds but one make the sets, and the images of that one are judged by them: as new images of the same
collection would be.
"""

from dataclasses import dataclass

import numpy as np

from core.model.conformal import calibration_scores
from core.training.folds import split_by_group
from core.training.intervals import BoolArray, IntArray, share_estimate
from core.training.results import CrossValidationSummary, Estimate
from core.training.summary import scores_of

SHOWN_LEVELS = (0.05, 0.10)
_PARTS_OF_ONE_FOLD = 5


@dataclass(frozen=True)
class PromiseKept:
    """What became of the images of one class at one error level.

    Attributes:
        error_level: Share of them whose true answer may be excluded.
        is_positive: Whether it is the positive class; else it is all others.
        images: How many.
        kept: Share whose true answer stayed possible; promised is 1 - `error_level`.
        undetermined: Share with no single possible answer.
    """

    error_level: float
    is_positive: bool
    images: int
    kept: Estimate
    undetermined: Estimate


def promises_of(summary: CrossValidationSummary, seed: int = 0) -> tuple[PromiseKept, ...]:
    """What prediction sets do on held-out images, per error level and class.

    Args:
        summary: The cross-validated model. With one fold only, its images are parted anew, groups kept together.
        seed: Of that.

    Returns:
        None at all where a class is missing, or has images in one part only.
    """
    is_positive, scores, groups = scores_of(summary)
    parts = _parts(summary, is_positive, groups, seed)
    if parts is None:
        return ()
    found = []
    for level in SHOWN_LEVELS:
        keeps, is_open = np.empty(scores.size, np.bool_), np.empty(scores.size, np.bool_)
        for part in np.unique(parts):
            own = parts == part
            calibration = calibration_scores(scores[~own], is_positive[~own])
            for number in np.flatnonzero(own).tolist():
                sets = calibration.predict(float(scores[number]), level)
                keeps[number] = sets.allows_positive if is_positive[number] else sets.allows_negative
                is_open[number] = sets.allows_positive == sets.allows_negative
        for side in (True, False):
            members = is_positive == side
            found.append(
                PromiseKept(
                    level,
                    side,
                    int(members.sum()),
                    share_estimate(keeps[members], groups[members]),
                    share_estimate(is_open[members], groups[members]),
                )
            )
    return tuple(found)


def _parts(summary: CrossValidationSummary, is_positive: BoolArray, groups: IntArray, seed: int) -> IntArray | None:
    """The part each image belongs to; None where without one of the parts a class is missing."""
    parts = np.array([prediction.fold for prediction in summary.predictions], dtype=np.int64)
    count = min(_PARTS_OF_ONE_FOLD, np.unique(groups).size)
    if np.unique(parts).size == 1 and count > 1:
        for fold in split_by_group(is_positive.astype(np.int64), groups, count, seed):
            parts[fold.validation] = fold.number
    held = [np.unique(parts[is_positive == side]).size for side in (True, False)]
    return parts if min(held) > 1 else None
