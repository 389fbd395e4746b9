"""Fit the part of the gate that lives in the lung network's package: what a picture is, and where lungs may lie.

scikit-learn, which belongs to training, is imported on first use.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.imaging.radiograph import DisplayPixels
from core.model.gate_head import GateHead, mean_over_quarters, measure_lungs
from core.model.input import prepare_input
from core.model.lung_card import GateClass, GateThresholds, LungMeasure
from core.model.lung_regions import lung_regions
from core.model.lungs import LungNetwork, LungReading

FOLDS = 5
CHESTS_WARNED_OF = 0.001
"""Share of upright chests that each class's threshold warns of, at most."""
SUREST = float(np.log(100.0))
"""A picture is refused only from odds of 100 to 1 on, and only beyond what any upright chest reached..."""
MARGIN = float(np.log(10.0))
"""... by another 10 to 1."""
LUNGS_WARNED_OF = 0.0005
"""Share of chests on each side of each limit of the lung fields."""

_REGULARISATION = 0.003
_MOST_ITERATIONS = 300
_BATCH = 16


@dataclass(frozen=True, eq=False)
class PictureReadings:
    """What the gate sees of many pictures.

    Attributes:
        quarters: float32 (n, inputs), `mean_over_quarters` of each.
        measures: float64 (n, measures), in the order of `LungMeasure`; NaN where there are not two lung fields.
    """

    quarters: npt.NDArray[np.float32]
    measures: npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class FittedGate:
    """What was fitted.

    Attributes:
        head: Tells what a picture is.
        thresholds: When it speaks.
        lung_limits: Where lung fields may lie.
    """

    head: GateHead
    thresholds: Mapping[GateClass, GateThresholds]
    lung_limits: Mapping[LungMeasure, tuple[float, float]]


def read_pictures(pictures: Sequence[DisplayPixels], network: LungNetwork) -> PictureReadings:
    """Ask the lung network about pictures.

    Args:
        pictures: uint8 (rows, columns) each, as displayed.
        network: The lung network.
    """
    spec = network.package.card.input
    readings: list[LungReading] = []
    rows = []
    for start in range(0, len(pictures), _BATCH):
        part = pictures[start : start + _BATCH]
        readings = list(network.read(np.stack([prepare_input(picture, spec) for picture in part])))
        rows += [gate_row(reading) for reading in readings]
    return PictureReadings(np.stack([row[0] for row in rows]), np.stack([row[1] for row in rows]))


def gate_row(reading: LungReading) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float64]]:
    """One picture's row of `PictureReadings`."""
    measures = measure_lungs(lung_regions(reading.finding))
    values = (
        np.full(len(LungMeasure), np.nan) if measures is None else np.array([measures[name] for name in LungMeasure])
    )
    return mean_over_quarters(reading.features), values


def fit_gate(
    quarters: Mapping[GateClass, npt.NDArray[np.float32]],
    groups: Mapping[GateClass, npt.NDArray[np.int64]],
    chest_measures: npt.NDArray[np.float64],
    seed: int = 0,
) -> FittedGate:
    """Fit regression, thresholds and limits.

    The thresholds come from upright chests that the regression had not learnt from: it is fitted on four fifths of all
    groups and asked about the last, five times.

    Args:
        quarters: `mean_over_quarters` of pictures of every class, float32 (n, inputs).
        groups: Which original each of them was made from, int64 (n,): copies of one stay on one side.
        chest_measures: float64 (n, measures), of upright chests.
        seed: Of the division into folds.
    """
    classes = tuple(quarters)
    inputs = np.concatenate([quarters[name] for name in classes])
    labels = np.concatenate([np.full(len(quarters[name]), number) for number, name in enumerate(classes)])
    originals = np.concatenate([groups[name] for name in classes])
    folds = np.random.default_rng(seed).integers(0, FOLDS, int(originals.max()) + 1)[originals]
    upright = classes.index(GateClass.UPRIGHT)
    asked: list[npt.NDArray[np.float64]] = []
    for fold in range(FOLDS):
        weights, biases = _regression(inputs[folds != fold], labels[folds != fold])
        chests = inputs[(folds == fold) & (labels == upright)]
        scores = chests @ weights.T + biases
        asked.append(scores - scores[:, [upright]])
    odds = np.concatenate(asked)
    thresholds = {name: _thresholds(odds[:, number]) for number, name in enumerate(classes) if number != upright}
    weights, biases = _regression(inputs, labels)
    head = GateHead(classes, weights.astype(np.float32), biases.astype(np.float32))
    return FittedGate(head, thresholds, lung_limits(chest_measures))


def lung_limits(chest_measures: npt.NDArray[np.float64]) -> dict[LungMeasure, tuple[float, float]]:
    """Smallest and largest value of each measure in chests, but for the outermost few.

    Args:
        chest_measures: float64 (n, measures), of upright chests.
    """
    found = chest_measures[np.isfinite(chest_measures).all(axis=1)]
    low, high = np.quantile(found, (LUNGS_WARNED_OF, 1 - LUNGS_WARNED_OF), axis=0)
    limits = {
        name: (round(float(low[number]), 4), round(float(high[number]), 4)) for number, name in enumerate(LungMeasure)
    }
    # Nothing is wrong with lungs of the same size, or with nothing elsewhere.
    limits[LungMeasure.BALANCE] = (limits[LungMeasure.BALANCE][0], 1.0)
    limits[LungMeasure.ELSEWHERE] = (0.0, limits[LungMeasure.ELSEWHERE][1])
    return limits


def _thresholds(odds: npt.NDArray[np.float64]) -> GateThresholds:
    """From log odds of upright chests against being upright."""
    warn = max(float(np.quantile(odds, 1 - CHESTS_WARNED_OF)), 0.0)
    refuse = max(float(odds.max()) + MARGIN, SUREST, warn)
    return GateThresholds(round(warn, 3), round(refuse, 3))


def _regression(
    inputs: npt.NDArray[np.float32], labels: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Weights (classes, inputs) and biases (classes,), of the inputs as they are."""
    from sklearn.linear_model import LogisticRegression

    mean = inputs.mean(axis=0, dtype=np.float64)
    scale = inputs.std(axis=0, dtype=np.float64) + np.finfo(np.float32).eps
    model = LogisticRegression(C=_REGULARISATION, max_iter=_MOST_ITERATIONS, tol=1e-3)
    model.fit((inputs - mean) / scale, labels)
    weights = model.coef_ / scale
    return weights, model.intercept_ - weights @ mean
