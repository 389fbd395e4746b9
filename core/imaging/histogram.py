"""How often each grey value occurs, counted over all pixels.

Integer images are counted level by level, so that every figure is exact; a transformation to the modality's unit is
applied to the levels, not to the pixels.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from core.errors import HilumError
from core.imaging.radiograph import Radiograph
from core.imaging.regions import EllipseRegion, PolygonRegion, RectangleRegion, Region

__all__ = [
    "EllipseRegion",
    "Histogram",
    "NothingToCountError",
    "PixelStatistics",
    "PixelUnit",
    "PolygonRegion",
    "RectangleRegion",
    "Region",
    "compute_histogram",
]

PERCENTS = (1.0, 5.0, 25.0, 50.0, 75.0, 95.0, 99.0)
"""Which percentiles are stated."""

MOST_COUNTED_LEVELS = 2**20
"""Integer images that span more levels (some 32-bit TIFFs) are sorted instead of counted."""

COUNTED_AT_ONCE = 2**18
"""Pixels per counting step: their 8-byte copy (2 MiB) stays in the processor's cache."""


class NothingToCountError(HilumError):
    """The region holds no pixel of the image, or every pixel in it is padding."""


class PixelUnit(StrEnum):
    """Which values are counted."""

    STORED = "stored"
    MODALITY = "modality"


@dataclass(frozen=True)
class PixelStatistics:
    """What the counted pixels have in common.

    Attributes:
        count: How many pixels, > 0.
        minimum: Smallest value.
        maximum: Largest value.
        mean: Arithmetic mean.
        standard_deviation: Of these pixels as a whole population (divided by the count).
        percentiles: (percent, value) for 1, 5, 25, 50, 75, 95 and 99 percent, linear between neighbouring values.
        entropy_bits: Shannon entropy in bits, of the distinct values; of the bins for float images.
    """

    count: int
    minimum: float
    maximum: float
    mean: float
    standard_deviation: float
    percentiles: tuple[tuple[float, float], ...]
    entropy_bits: float


@dataclass(frozen=True, eq=False)
class Histogram:
    """Counts over equally wide bins.

    Attributes:
        edges: (n + 1,) float64, increasing. A bin holds its lower edge, the last one both.
        counts: (n,) int64, how many pixels are in each bin.
        unit: Which values were counted.
        unit_name: Their unit, as shown at the axis.
        statistics: Over the pixels, not over the bins.
    """

    edges: npt.NDArray[np.float64]
    counts: npt.NDArray[np.int64]
    unit: PixelUnit
    unit_name: str
    statistics: PixelStatistics


def compute_histogram(
    radiograph: Radiograph, unit: PixelUnit = PixelUnit.STORED, region: Region | None = None, bins: int = 256
) -> Histogram:
    """Count all pixels of an image, or of a region, that are not padding.

    Args:
        radiograph: The image.
        unit: Count stored or modality values.
        region: The part to count, None for all.
        bins: Most bins, >= 1. Integer images get bins that hold equally many levels each, so that none sticks out,
            which may make fewer; 8-bit images always span 0 to 255.

    Raises:
        NothingToCountError: There is no pixel to count.
    """
    raise NotImplementedError
