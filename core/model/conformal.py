"""Prediction sets with a promise per class: class-conditional (Mondrian) split conformal prediction.

Images with known answers, on which the network had not learnt, are ranked by how little their score speaks for their
own class. A new scan gets, for either answer, the share of those images that fit it no better than this scan does: a
p-value. Answers whose p-value is above the error level stay possible. If new scans are like those images, a scan of
either class loses its true answer no more often than the error level says, whatever the network is worth: a poor
network pays with "both are possible", not with errors.

With more than two classes the question is the positive class against all others.

Source: Vovk, Gammerman, Shafer 2005, "Algorithmic Learning in a Random World", section 4.5 (Mondrian); Papadopoulos et
al. 2002 (split, or inductive, conformal prediction).
"""

# untranslated module: technical details of damaged packages

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.errors import InvalidModelPackageError
from core.language import Worded, mark

CONFORMAL_NAME = "conformal.safetensors"
DEFAULT_ERROR_LEVEL = 0.05
ERROR_LEVELS = (0.01, 0.02, 0.05, 0.10, 0.15, 0.20, 0.30)
"""What a person may choose from: share of scans of either class whose true answer may be excluded."""

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True)
class PredictionSet:
    """Which answers remain possible for a scan.

    Attributes:
        positive_p: p-value of the positive answer, 0..1.
        negative_p: p-value of the negative answer, 0..1.
        error_level: Share of scans of either class whose true answer may be excluded.
    """

    positive_p: float
    negative_p: float
    error_level: float

    @property
    def allows_positive(self) -> bool:
        """Whether the positive answer remains possible."""
        return self.positive_p > self.error_level

    @property
    def allows_negative(self) -> bool:
        """Whether the negative answer remains possible."""
        return self.negative_p > self.error_level


@dataclass(frozen=True)
class ExpectedAnswers:
    """What to expect of scans like the calibration images, as shares 0..1. What the lungs add is not in it.

    Attributes:
        undetermined_of_positive: Of scans of the positive class, those with no single possible answer, or with one that
            the threshold does not bear out.
        undetermined_of_negative: The same of the other scans.
        wrong_of_positive: Of scans of the positive class, those whose only possible answer is the wrong one.
        wrong_of_negative: The same of the other scans.
    """

    undetermined_of_positive: float
    undetermined_of_negative: float
    wrong_of_positive: float
    wrong_of_negative: float


@dataclass(frozen=True, eq=False)
class CalibrationScores:
    """Scores of images with known answers.

    Attributes:
        positive: float64 (n,), ascending, not empty: the positive class's probability on images of the positive class.
        negative: float64 (m,), ascending, not empty: the same on all other images.

    Scores are of single precision, as the file keeps them, and so is whatever is compared with them: near to 1, where
    a sure network has many of its scores, an exact probability would rank below the rounded ones that it equals, and
    true answers would be lost beyond the promise.
    """

    positive: Scores
    negative: Scores

    def predict(self, probability: float, error_level: float) -> PredictionSet:
        """Which answers remain possible.

        Args:
            probability: The positive class's, by the same network with the same temperature, 0..1.
            error_level: Share of scans of either class whose true answer may be excluded, 0..1.
        """
        score = float(np.float32(probability))
        at_most = int(np.searchsorted(self.positive, score, side="right"))
        at_least = self.negative.size - int(np.searchsorted(self.negative, score, side="left"))
        # As unlike the images of its class as this one, or more: the positive ones with no more probability.
        return PredictionSet(
            (at_most + 1) / (self.positive.size + 1), (at_least + 1) / (self.negative.size + 1), error_level
        )

    def expected(self, error_level: float, threshold: float) -> ExpectedAnswers:
        """What to expect, from the calibration images themselves, each held against all others.

        Args:
            error_level: As for `predict`.
            threshold: Probability from which the classifier leans positive, 0..1: an answer stands where it is the
                only possible one and the classifier leans to it.
        """
        called_positive, called_negative = self._called(self.positive, error_level, threshold, is_positive=True)
        false_positive, true_negative = self._called(self.negative, error_level, threshold, is_positive=False)
        return ExpectedAnswers(
            undetermined_of_positive=1 - called_positive - called_negative,
            undetermined_of_negative=1 - false_positive - true_negative,
            wrong_of_positive=called_negative,
            wrong_of_negative=false_positive,
        )

    def _called(
        self, scores: Scores, error_level: float, threshold: float, *, is_positive: bool
    ) -> tuple[float, float]:
        """Shares of calibration images of one class that are called positive, and negative."""
        positive_p, negative_p = self._of_own(scores, is_positive=is_positive)
        allows_positive, allows_negative = positive_p > error_level, negative_p > error_level
        leans_positive = scores >= threshold
        return (
            float((allows_positive & ~allows_negative & leans_positive).mean()),
            float((allows_negative & ~allows_positive & ~leans_positive).mean()),
        )

    def _of_own(self, scores: Scores, *, is_positive: bool) -> tuple[Scores, Scores]:
        """P-values of both answers for calibration images, each left out of its own class."""
        own = 1 if is_positive else 0
        n, m = self.positive.size - own, self.negative.size - (1 - own)
        positive = (np.searchsorted(self.positive, scores, side="right") - own + 1) / (n + 1)
        negative = (self.negative.size - np.searchsorted(self.negative, scores, side="left") - (1 - own) + 1) / (m + 1)
        return positive, negative


def calibration_scores(probabilities: npt.ArrayLike, is_positive: npt.ArrayLike) -> CalibrationScores:
    """Sort scores of images with known answers.

    Args:
        probabilities: (n,), the positive class's, 0..1, by networks that had not learnt from these images; rounded to
            single precision.
        is_positive: (n,), whether an image is of the positive class; both must occur.

    Raises:
        ValueError: A class is absent, or a value is not a probability.
    """
    scores = np.asarray(probabilities, dtype=np.float64)
    positive = np.asarray(is_positive).astype(np.bool_)
    if scores.shape != positive.shape or scores.ndim != 1 or not positive.any() or positive.all():
        raise ValueError("scores of both classes are needed")
    if not ((scores >= 0) & (scores <= 1)).all():
        raise ValueError("scores must be probabilities")
    rounded = scores.astype(np.float32).astype(np.float64)
    return CalibrationScores(np.sort(rounded[positive]), np.sort(rounded[~positive]))


def conformal_tensors(scores: CalibrationScores) -> dict[str, npt.NDArray[np.float32]]:
    """The tensors of a package's calibration file: `positive` and `negative`, float32, ascending."""
    return {"positive": scores.positive.astype(np.float32), "negative": scores.negative.astype(np.float32)}


def read_conformal(path: Path) -> CalibrationScores:
    """Read a package's calibration file.

    Raises:
        InvalidModelPackageError: It is gone, or holds something else.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        tensors = load_file(path)
        positive, negative = (np.asarray(tensors[name], dtype=np.float64) for name in ("positive", "negative"))
    except (OSError, SafetensorError, ValueError, KeyError) as error:
        raise InvalidModelPackageError(path, Worded.of(mark("cannot be read: {reason}"), reason=str(error))) from error
    for scores in (positive, negative):
        if scores.ndim != 1 or not scores.size or not ((scores >= 0) & (scores <= 1)).all():
            raise InvalidModelPackageError(path, "its scores are no probabilities")
    return CalibrationScores(np.sort(positive), np.sort(negative))
