"""How often each grey value occurs, counted over all pixels.

Integer images are counted level by level, so that every figure is exact; a transformation to the modality's unit is
applied to the levels, not to the pixels.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from core.errors import NothingToCountError
from core.imaging.greyscale_stages import IdentityModality, Rescale
from core.imaging.radiograph import Radiograph, StoredPixels
from core.imaging.regions import EllipseRegion, PolygonRegion, RectangleRegion, Region
from core.language import mark

__all__ = [
    "EllipseRegion",
    "Histogram",
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

COUNTED_AT_ONCE = 2**20
"""Pixels per counting step: bounds the 8-byte copy numpy makes of them, and is the fastest size measured."""


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
        unit_name: Their unit, as shown at the axis by `tr`.
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
    pixels = _pixels_to_count(radiograph, region)
    if pixels.size == 0:
        raise NothingToCountError
    unit_name = mark("stored value")
    if unit is PixelUnit.MODALITY:
        unit_name = radiograph.modality_transform.unit or mark("modality value")
    if pixels.dtype.kind == "f":
        floats = pixels if unit is PixelUnit.STORED else radiograph.modality_transform.apply(pixels)
        return _histogram_of_floats(floats, bins, unit, unit_name)
    levels, counts = _count_levels(pixels)
    lowest, highest = int(levels[0]), int(levels[-1])
    if 0 < radiograph.bits_stored <= 8 and lowest >= 0 and highest <= 255:
        lowest, highest = 0, 255
    if unit is PixelUnit.STORED:
        values = levels.astype(np.float64)
        edges = _level_edges(float(lowest), float(highest), 1.0, bins)
    else:
        values, counts = _merge_equal(_modality_levels(radiograph, levels), counts)
        edges = _modality_edges(radiograph, lowest, highest, values, bins)
    return Histogram(edges, _count_in_bins(values, counts, edges), unit, unit_name, _statistics(values, counts))


def _pixels_to_count(radiograph: Radiograph, region: Region | None) -> StoredPixels:
    """The stored values of the region that are no padding and no missing number, 1-D."""
    stored, padding = radiograph.stored, radiograph.padding
    wanted: npt.NDArray[np.bool_] | None = None
    if region is not None:
        box = region.box(radiograph.rows, radiograph.columns)
        stored = stored[box.slices]
        padding = padding[box.slices] if padding is not None else None
        wanted = None if isinstance(region, RectangleRegion) else region.mask_in(box)
    if padding is not None:
        wanted = ~padding if wanted is None else wanted & ~padding
    pixels = stored.reshape(-1) if wanted is None else stored[wanted]
    return pixels[np.isfinite(pixels)] if pixels.dtype.kind == "f" else pixels


def _count_levels(pixels: StoredPixels) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The distinct values of integer pixels, rising, and how often each occurs."""
    lowest, highest = int(pixels.min()), int(pixels.max())
    if highest - lowest >= MOST_COUNTED_LEVELS:
        levels, counts = np.unique(pixels, return_counts=True)
        return levels.astype(np.int64), counts.astype(np.int64)
    # bincount needs values from 0. Small types are counted over their whole width: signed ones are viewed as unsigned
    # with the sign turned around, which is the same as subtracting their smallest value, and needs no wider copy.
    is_small = pixels.dtype.itemsize <= 2
    sign_bit = 1 << (8 * pixels.dtype.itemsize - 1) if is_small and pixels.dtype.kind == "i" else 0
    offset = -sign_bit if is_small else lowest
    all_counts = np.zeros(highest - offset + 1, dtype=np.int64)
    for start in range(0, pixels.size, COUNTED_AT_ONCE):
        part = pixels[start : start + COUNTED_AT_ONCE]
        if sign_bit:
            unsigned = np.dtype(f"u{part.dtype.itemsize}")
            part = part.view(unsigned) ^ unsigned.type(sign_bit)
        elif offset:
            part = part.astype(np.int64) - offset
        all_counts += np.bincount(part, minlength=all_counts.size)
    positions = np.flatnonzero(all_counts)
    return positions + offset, all_counts[positions]


def _modality_levels(radiograph: Radiograph, levels: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """What each level means in the modality's unit."""
    return radiograph.modality_transform.apply(levels).astype(np.float64)


def _merge_equal(
    values: npt.NDArray[np.float64], counts: npt.NDArray[np.int64]
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]:
    """Values in rising order; levels that a table maps to the same value are counted together."""
    distinct, position = np.unique(values, return_inverse=True)
    merged = np.zeros(distinct.size, dtype=np.int64)
    np.add.at(merged, position.reshape(-1), counts)
    return distinct, merged


def _level_edges(lowest: float, highest: float, step: float, bins: int) -> npt.NDArray[np.float64]:
    """Edges half a level outside the levels, with a whole number of levels in each bin.

    Bins that alternate between, say, 15 and 16 levels would show a comb that is not in the image.
    """
    levels = round((highest - lowest) / step) + 1
    levels_per_bin = max(1, math.ceil(levels / bins))
    used = math.ceil(levels / levels_per_bin)
    return lowest - step / 2 + step * levels_per_bin * np.arange(used + 1, dtype=np.float64)


def _modality_edges(
    radiograph: Radiograph, lowest: int, highest: int, values: npt.NDArray[np.float64], bins: int
) -> npt.NDArray[np.float64]:
    """Edges for transformed levels: as for stored levels where the transformation is a straight line."""
    match radiograph.modality_transform:
        case IdentityModality():
            return _level_edges(float(lowest), float(highest), 1.0, bins)
        case Rescale(slope=slope):
            ends = _modality_levels(radiograph, np.array([lowest, highest], dtype=np.int64))
            return _level_edges(float(ends.min()), float(ends.max()), abs(slope), bins)
        case _:
            return _even_edges(float(values[0]), float(values[-1]), bins)


def _even_edges(lowest: float, highest: float, bins: int) -> npt.NDArray[np.float64]:
    """Edges from the smallest to the largest value."""
    if highest <= lowest:
        lowest, highest = lowest - 0.5, lowest + 0.5
    edges = np.linspace(lowest, highest, bins + 1)
    # Values too close together for so many different edges share one bin.
    return edges if bool(np.all(np.diff(edges) > 0)) else np.array([lowest, highest])


def _count_in_bins(
    values: npt.NDArray[np.float64], counts: npt.NDArray[np.int64], edges: npt.NDArray[np.float64]
) -> npt.NDArray[np.int64]:
    """How many pixels fall into each bin."""
    position = np.clip(np.searchsorted(edges, values, side="right") - 1, 0, edges.size - 2)
    binned = np.zeros(edges.size - 1, dtype=np.int64)
    np.add.at(binned, position, counts)
    return binned


def _histogram_of_floats(values: StoredPixels, bins: int, unit: PixelUnit, unit_name: str) -> Histogram:
    """Floats are binned and sorted: their distinct values are too many to count one by one."""
    edges = _even_edges(float(values.min()), float(values.max()), bins)
    counts = np.histogram(values, edges)[0].astype(np.int64)
    points = np.percentile(values, PERCENTS)
    statistics = PixelStatistics(
        count=int(values.size),
        minimum=float(values.min()),
        maximum=float(values.max()),
        mean=float(values.mean(dtype=np.float64)),
        standard_deviation=float(values.std(dtype=np.float64)),
        percentiles=tuple(zip(PERCENTS, (float(point) for point in points), strict=True)),
        entropy_bits=_entropy_bits(counts),
    )
    return Histogram(edges, counts, unit, unit_name, statistics)


def _statistics(values: npt.NDArray[np.float64], counts: npt.NDArray[np.int64]) -> PixelStatistics:
    """Exact figures of pixels given as rising distinct values and their counts."""
    count = int(counts.sum())
    mean = float(np.dot(values, counts) / count)
    variance = float(np.dot((values - mean) ** 2, counts) / count)
    return PixelStatistics(
        count=count,
        minimum=float(values[0]),
        maximum=float(values[-1]),
        mean=mean,
        standard_deviation=math.sqrt(variance),
        percentiles=_percentiles(values, counts),
        entropy_bits=_entropy_bits(counts),
    )


def _percentiles(values: npt.NDArray[np.float64], counts: npt.NDArray[np.int64]) -> tuple[tuple[float, float], ...]:
    """Percentiles as if all pixels lay sorted side by side, linear between neighbours (numpy's default)."""
    behind = np.cumsum(counts)
    found = []
    for percent in PERCENTS:
        position = percent / 100.0 * (int(behind[-1]) - 1)
        below = float(values[np.searchsorted(behind, math.floor(position), side="right")])
        above = float(values[np.searchsorted(behind, math.ceil(position), side="right")])
        found.append((percent, below + (above - below) * (position - math.floor(position))))
    return tuple(found)


def _entropy_bits(counts: npt.NDArray[np.int64]) -> float:
    """Shannon entropy of a distribution given by counts.

    Source: Shannon, "A Mathematical Theory of Communication", 1948, section 6.
    """
    share = counts[counts > 0] / counts.sum()
    # The sum of a single-valued image is -0.0.
    return abs(float(-np.dot(share, np.log2(share))))
