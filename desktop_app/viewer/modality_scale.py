"""Between stored values and modality values, for placing a window's handles on a histogram's axis."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.imaging.histogram import PixelUnit
from core.imaging.radiograph import ModalityTransform


@dataclass(frozen=True, eq=False)
class ModalityScale:
    """The modality transformation sampled along an axis, and back again.

    Attributes:
        axis: Rising places on the axis.
        modality: Their modality values, rising or falling.
    """

    axis: npt.NDArray[np.float64]
    modality: npt.NDArray[np.float64]

    @classmethod
    def along(cls, edges: npt.NDArray[np.float64], unit: PixelUnit, transform: ModalityTransform) -> "ModalityScale":
        """For an axis with these bin edges, in stored or modality values."""
        if unit is PixelUnit.MODALITY:
            return cls(edges, edges)
        # Half-integer edges mean nothing to a look-up table.
        whole = np.unique(np.rint(edges)) if np.ptp(edges) >= 2 else edges
        return cls(whole, transform.apply(whole).astype(np.float64))

    @property
    def is_usable(self) -> bool:
        """Whether every modality value has one place on the axis."""
        steps = np.diff(self.modality)
        return bool(steps.size and ((steps >= 0).all() or (steps <= 0).all()) and self.modality[0] != self.modality[-1])

    def to_axis(self, modality_value: float) -> float:
        """Where a modality value lies; beyond the ends on the straight line through them."""
        rising = self.modality[-1] >= self.modality[0]
        known, places = (self.modality, self.axis) if rising else (self.modality[::-1], self.axis[::-1])
        return _interpolated(modality_value, known, places)

    def to_modality(self, place: float) -> float:
        """The modality value at a place of the axis."""
        return _interpolated(place, self.axis, self.modality)


def _interpolated(value: float, known: npt.NDArray[np.float64], wanted: npt.NDArray[np.float64]) -> float:
    if known[0] <= value <= known[-1]:
        return float(np.interp(value, known, wanted))
    slope = (wanted[-1] - wanted[0]) / (known[-1] - known[0])
    end = 0 if value < known[0] else -1
    return float(wanted[end] + (value - known[end]) * slope)
