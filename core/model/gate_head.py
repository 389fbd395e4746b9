"""What a picture is, told from the lung network's features: an upright chest, a turned one, no chest at all.

A multinomial logistic regression on the means of each feature over the four quarters of the picture. Quarters, because
up, down, left and right must stay apart; means, because a patient never lies in exactly the same place.
"""

# untranslated module: technical details of damaged packages

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.errors import InvalidModelPackageError
from core.language import Worded, mark
from core.model.lung_card import GateClass, LungMeasure
from core.model.lung_regions import LungRegions

Features = npt.NDArray[np.float32]

GATE_NAME = "gate.safetensors"


@dataclass(frozen=True, eq=False)
class GateHead:
    """The regression.

    Attributes:
        classes: In the order of the rows.
        weights: float32 (classes, inputs).
        biases: float32 (classes,).
    """

    classes: tuple[GateClass, ...]
    weights: Features
    biases: Features

    def log_odds(self, features: Features) -> dict[GateClass, float]:
        """Logarithms of each other class's odds against an upright chest.

        Args:
            features: float32 (channels, rows, columns), the lung network's, of one picture.
        """
        # Not as a matrix product: a BLAS library would start its threads for it, which wait for a core.
        scores = np.einsum("ci,i->c", self.weights, mean_over_quarters(features), dtype=np.float64) + self.biases
        upright = float(scores[self.classes.index(GateClass.UPRIGHT)])
        return {
            name: float(score) - upright
            for name, score in zip(self.classes, scores, strict=True)
            if name is not GateClass.UPRIGHT
        }


def mean_over_quarters(features: Features) -> Features:
    """What the regression sees: float32 (channels * 4,), each channel's upper two quarters, then its lower two.

    Args:
        features: float32 (channels, rows, columns), rows and columns even.
    """
    channels, rows, columns = features.shape
    quarters = features.reshape(channels, 2, rows // 2, 2, columns // 2)
    means: Features = quarters.mean(axis=(2, 4), dtype=np.float32).ravel()
    return means


def measure_lungs(regions: LungRegions) -> dict[LungMeasure, float] | None:
    """Measure how two lung fields lie.

    Args:
        regions: The lung fields of a picture.

    Returns:
        Every measure; None where there are not two fields.
    """
    if len(regions.fields) != 2:
        return None
    one, other = regions.fields
    return {
        LungMeasure.AREA: one.area + other.area,
        LungMeasure.BALANCE: min(one.area, other.area) / max(one.area, other.area),
        LungMeasure.DISTANCE: other.centre_column - one.centre_column,
        LungMeasure.TILT: one.centre_row - other.centre_row,
        LungMeasure.HEIGHT: (one.centre_row + other.centre_row) / 2,
        LungMeasure.MIDDLE: (one.centre_column + other.centre_column) / 2,
        LungMeasure.ELSEWHERE: regions.other_area,
    }


def head_tensors(head: GateHead) -> Mapping[str, Features]:
    """The tensors of a package's gate file: `weights` and `biases`, float32."""
    return {"weights": head.weights, "biases": head.biases}


def read_gate_head(path: Path, classes: tuple[GateClass, ...]) -> GateHead:
    """Read a package's gate file.

    Args:
        path: The file.
        classes: From its card, in the order of the rows.

    Raises:
        InvalidModelPackageError: It is gone, damaged or has other classes.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        tensors = load_file(path)
        weights, biases = (np.asarray(tensors[name], dtype=np.float32) for name in ("weights", "biases"))
    except (OSError, SafetensorError, ValueError, KeyError) as error:
        raise InvalidModelPackageError(path, Worded.of(mark("cannot be read: {reason}"), reason=str(error))) from error
    if weights.ndim != 2 or weights.shape[0] != len(classes) or biases.shape != (len(classes),):
        raise InvalidModelPackageError(path, "its tensors do not fit the classes")
    if not (np.isfinite(weights).all() and np.isfinite(biases).all()):
        raise InvalidModelPackageError(path, "its tensors hold values that are not finite")
    return GateHead(classes, weights, biases)
