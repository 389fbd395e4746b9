"""What cross-validation found out: values only; `core.training.summary` computes them."""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.training.dataset import LabelledImage

FloatCurve = npt.NDArray[np.float64]

DEFAULT_THRESHOLD = 0.5
"""Probability from which a decision is positive where nobody chose one; any other was chosen on the figures."""


@dataclass(frozen=True)
class OutOfFoldPrediction:
    """What a network that never saw an image says about it.

    Attributes:
        image: The image.
        fold: The fold it was held out in, from 0.
        logits: (classes,), before softmax.
        group: Number of the group (same patient or duplicates) it belongs to.
    """

    image: LabelledImage
    fold: int
    logits: tuple[float, ...]
    group: int


@dataclass(frozen=True)
class Estimate:
    """A figure with its 95% confidence interval, all 0..1; NaN where it is not defined.

    Attributes:
        value: The figure.
        low: Lower end.
        high: Upper end.
    """

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class DecisionFigures:
    """How decisions about the positive class went, at one threshold.

    Wilson intervals take the effective number of images where groups hold several (`core.training.intervals`).

    Attributes:
        threshold: Probability from which a decision is positive.
        true_positive: Count.
        false_positive: Count.
        true_negative: Count.
        false_negative: Count.
        accuracy: Wilson interval.
        sensitivity: Wilson interval.
        specificity: Wilson interval.
        positive_predictive_value: At the data set's own prevalence; Wilson interval.
        negative_predictive_value: At the data set's own prevalence; Wilson interval.
        f1: Grouped bootstrap interval.
        auc: DeLong interval, grouped bootstrap where groups hold several images.
    """

    threshold: float
    true_positive: int
    false_positive: int
    true_negative: int
    false_negative: int
    accuracy: Estimate
    sensitivity: Estimate
    specificity: Estimate
    positive_predictive_value: Estimate
    negative_predictive_value: Estimate
    f1: Estimate
    auc: Estimate

    @property
    def count(self) -> int:
        """Images in all."""
        return self.true_positive + self.false_positive + self.true_negative + self.false_negative


@dataclass(frozen=True)
class NamedFigures:
    """Figures of a part of the images.

    Attributes:
        kind: What the part is: `fold`, `source` or `split`.
        name: Which one; for a fold its number, from 1.
        figures: Its figures.
    """

    kind: str
    name: str
    figures: DecisionFigures


@dataclass(frozen=True, eq=False)
class RocCurve:
    """Receiver operating characteristic; empty, its area NaN, where one of the two classes is absent.

    Attributes:
        name: `pooled` or `fold 1` ...
        false_positive_rate: (n,) ascending from 0 to 1.
        true_positive_rate: (n,).
        thresholds: (n,) descending; the first is infinite.
        auc: Area.
    """

    name: str
    false_positive_rate: FloatCurve
    true_positive_rate: FloatCurve
    thresholds: FloatCurve
    auc: float


@dataclass(frozen=True, eq=False)
class PrecisionRecallCurve:
    """Precision against recall, pooled; empty where no image is positive.

    Attributes:
        recall: (n,) ascending from 0.
        precision: (n,).
        average_precision: 0..1.
    """

    recall: FloatCurve
    precision: FloatCurve
    average_precision: float


@dataclass(frozen=True, eq=False)
class CalibrationCurve:
    """Predicted probability against observed share, in bins of equal width.

    Attributes:
        predicted: (bins,) mean predicted probability of each bin that holds an image.
        observed: (bins,) share of positive images.
        counts: (bins,) images.
        expected_calibration_error: 0..1.
        brier_score: Mean squared difference of probability and outcome, 0..1.
    """

    predicted: FloatCurve
    observed: FloatCurve
    counts: npt.NDArray[np.int64]
    expected_calibration_error: float
    brier_score: float = math.nan


@dataclass(frozen=True, eq=False)
class CrossValidationSummary:
    """Everything that is said about a cross-validated model, from out-of-fold predictions only.

    Attributes:
        classes: Class names in the order of the outputs.
        positive_class: The class that decisions are about.
        predictions: One per image, in the data set's order.
        confusion: int64 (classes, classes), rows true, columns most probable class; with two classes the decision
            at `pooled.threshold`. With more, every figure below is about the positive class against the rest.
        pooled: Figures over all images.
        parts: Figures per fold, and per source or split where the index names them.
        roc: Pooled first, then one per fold.
        precision_recall: Pooled.
        calibration: Pooled, before temperature.
        calibration_after: Pooled, after temperature.
        temperature: What logits are divided by, fitted on out-of-fold logits, > 0. `pooled`, `parts` and the curves
            but `calibration_after` are about probabilities before it.
    """

    classes: tuple[str, ...]
    positive_class: str
    predictions: tuple[OutOfFoldPrediction, ...]
    confusion: npt.NDArray[np.int64]
    pooled: DecisionFigures
    parts: tuple[NamedFigures, ...]
    roc: tuple[RocCurve, ...]
    precision_recall: PrecisionRecallCurve
    calibration: CalibrationCurve
    calibration_after: CalibrationCurve
    temperature: float
