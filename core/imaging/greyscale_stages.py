"""The stages of the grey pipeline as values: modality (DICOM PS3.3 C.11.1) and values of interest (C.11.2)."""

import math
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from core.imaging.radiograph import ModalityTransform, StoredPixels
from core.language import mark

FloatValues = npt.NDArray[np.float32]

LARGEST_SIGMOID_EXPONENT = 60.0
"""exp() beyond this no longer changes a float32 result and would overflow further out."""


@dataclass(frozen=True)
class IdentityModality:
    """Stored values are the modality values: the file states no transformation."""

    unit: str = ""

    def apply(self, stored: npt.ArrayLike) -> FloatValues:
        """Pass stored values of any shape through."""
        return np.asarray(stored, dtype=np.float32)


@dataclass(frozen=True)
class Rescale:
    """Modality value = stored x slope + intercept (DICOM PS3.3 C.11.1.1.2).

    Attributes:
        slope: Rescale Slope (0028,1053), finite and not 0.
        intercept: Rescale Intercept (0028,1052), finite.
        unit: Rescale Type (0028,1054), e.g. `HU`; empty where unspecified.
    """

    slope: float
    intercept: float
    unit: str = ""

    def __post_init__(self) -> None:
        """Refuse numbers that would erase the image."""
        if not (math.isfinite(self.slope) and math.isfinite(self.intercept)) or self.slope == 0.0:
            raise ValueError(f"no such rescale: slope {self.slope}, intercept {self.intercept}")

    def apply(self, stored: npt.ArrayLike) -> FloatValues:
        """Rescale stored values of any shape; computed in double precision, returned in single."""
        with np.errstate(over="ignore", invalid="ignore"):
            return np.asarray(np.asarray(stored, dtype=np.float64) * self.slope + self.intercept, dtype=np.float32)


def _look_up(table: npt.NDArray[Any], first_value: int, values: npt.ArrayLike) -> npt.NDArray[Any]:
    """Table entries for `values`; those before the first or behind the last entry take that entry."""
    last = table.size - 1
    with np.errstate(invalid="ignore"):
        position = np.rint(np.asarray(values, dtype=np.float64) - first_value)
    indices = np.clip(np.nan_to_num(position, nan=0.0, posinf=last, neginf=0.0), 0, last).astype(np.intp)
    found: npt.NDArray[Any] = table[indices]
    return found


@dataclass(frozen=True, eq=False)
class ModalityLut:
    """Modality value by look-up (Modality LUT Sequence, DICOM PS3.3 C.11.1.1.1).

    Attributes:
        first_value: Stored value that the first entry belongs to.
        table: Entries (n,), n >= 1.
        unit: Modality LUT Type (0028,3004); empty where unspecified.
        explanation: LUT Explanation (0028,3003).
    """

    first_value: int
    table: npt.NDArray[Any]
    unit: str = ""
    explanation: str = ""

    def apply(self, stored: npt.ArrayLike) -> FloatValues:
        """Look up stored values of any shape."""
        return _look_up(self.table, self.first_value, stored).astype(np.float32)


class VoiFunction(StrEnum):
    """Shape of a window, VOI LUT Function (0028,1056)."""

    LINEAR = "LINEAR"
    LINEAR_EXACT = "LINEAR_EXACT"
    SIGMOID = "SIGMOID"


@dataclass(frozen=True)
class VoiWindow:
    """A window over modality values (DICOM PS3.3 C.11.2.1.2 and C.11.2.1.3).

    Attributes:
        center: Window Center (0028,1050), modality values.
        width: Window Width (0028,1051), modality values, > 0.
        function: How grey rises over the window.
        explanation: Name to show in a menu.
    """

    center: float
    width: float
    function: VoiFunction = VoiFunction.LINEAR
    explanation: str = ""

    def __post_init__(self) -> None:
        """Refuse windows that have no meaning."""
        if not (math.isfinite(self.center) and math.isfinite(self.width)) or self.width <= 0.0:
            raise ValueError(f"no such window: center {self.center}, width {self.width}")

    @property
    def lower(self) -> float:
        """Modality value at which a linear window is black (where a sigmoid one is 12% bright)."""
        return self._ramp[0]

    @property
    def upper(self) -> float:
        """Modality value at which a linear window is white (where a sigmoid one is 88% bright)."""
        return self._ramp[0] + self._ramp[1]

    @property
    def _ramp(self) -> tuple[float, float]:
        """Start and length of the ramp, modality values; length 0 is a step behind the start.

        LINEAR counts whole values, so its ramp runs over `width - 1` steps around `center - 0.5`. A LINEAR width
        below 1 is not allowed by the standard but found in files of float images: it is read as LINEAR_EXACT.
        """
        if self.function is VoiFunction.LINEAR and self.width >= 1.0:
            return self.center - 0.5 - (self.width - 1.0) / 2.0, self.width - 1.0
        return self.center - self.width / 2.0, self.width

    def apply(self, modality_values: FloatValues) -> FloatValues:
        """Map modality values of any shape to 0..1; NaN becomes 0."""
        values = np.asarray(modality_values, dtype=np.float64)
        with np.errstate(over="ignore", invalid="ignore", under="ignore"):
            if self.function is VoiFunction.SIGMOID:
                exponent = (values - self.center) * (-4.0 / self.width)
                limit = LARGEST_SIGMOID_EXPONENT
                fraction = 1.0 / (1.0 + np.exp(np.clip(exponent, -limit, limit)))
            else:
                start, length = self._ramp
                fraction = (values - start) / length if length > 0.0 else (values > start).astype(np.float64)
        fraction = np.nan_to_num(fraction, nan=0.0, posinf=1.0, neginf=0.0)
        return np.clip(fraction, 0.0, 1.0).astype(np.float32)


@dataclass(frozen=True, eq=False)
class VoiLut:
    """A curve over modality values (VOI LUT Sequence, DICOM PS3.3 C.11.2.1.1).

    Attributes:
        first_value: Modality value that the first entry belongs to.
        table: Entries (n,), n >= 1, 0 to `largest_entry`.
        largest_entry: Entry that means white: 2**bits - 1.
        explanation: LUT Explanation (0028,3003).
    """

    first_value: int
    table: npt.NDArray[Any]
    largest_entry: int
    explanation: str = ""

    def apply(self, modality_values: FloatValues) -> FloatValues:
        """Look up modality values of any shape as 0..1."""
        entries = _look_up(self.table, self.first_value, modality_values).astype(np.float32)
        fraction: FloatValues = np.clip(entries / np.float32(self.largest_entry), 0.0, 1.0)
        return fraction

    @cached_property
    def nearest_window(self) -> VoiWindow:
        """The linear window that spans the curve's rise: between a tenth and nine tenths of it, extended linearly."""
        entries = self.table.astype(np.float64)
        low, high = float(entries.min()), float(entries.max())
        if high <= low:
            return VoiWindow(self.first_value + entries.size / 2, max(1.0, entries.size), explanation=self.explanation)
        rise = (entries - low) / (high - low)
        inside = np.flatnonzero((rise >= 0.1) & (rise <= 0.9))
        if inside.size == 0:
            inside = np.array([int(np.argmax(np.abs(np.diff(entries))))])
        first, last = float(inside[0]), float(inside[-1])
        width = max(1.0, (last - first) / 0.8)
        center = self.first_value + (first + last) / 2
        return VoiWindow(center, width, VoiFunction.LINEAR_EXACT, self.explanation)


@dataclass(frozen=True, eq=False)
class MeasuredRange:
    """A window measured on the image's own pixels, padding left out; measured when first asked for.

    Attributes:
        stored: The image, (rows, columns).
        padding: Where the image is padding, None where it nowhere is.
        modality_transform: Stored to modality values.
        lower_percent: Share of the pixels, percent, that is darker than the window. 0 and 100 are the extremes.
        upper_percent: Share of the pixels, percent, that is darker than the window's end.
        explanation: Name to show in a menu.
    """

    stored: StoredPixels = field(repr=False)
    padding: npt.NDArray[np.bool_] | None = field(repr=False)
    modality_transform: ModalityTransform = field(repr=False)
    lower_percent: float = 0.0
    upper_percent: float = 100.0
    explanation: str = mark("Full range")

    @cached_property
    def window(self) -> VoiWindow:
        """The measured window, LINEAR_EXACT."""
        ends = self.modality_transform.apply(np.array(self._stored_ends()))
        low, high = float(ends.min()), float(ends.max())
        if not (math.isfinite(low) and math.isfinite(high)):
            low, high = 0.0, 1.0
        width = high - low
        # A single-valued image has no range: a width of 1 around its value shows it mid-grey.
        return VoiWindow((low + high) / 2, width if width > 0.0 else 1.0, VoiFunction.LINEAR_EXACT, self.explanation)

    def apply(self, modality_values: FloatValues) -> FloatValues:
        """Map modality values of any shape to 0..1."""
        return self.window.apply(modality_values)

    def _stored_ends(self) -> tuple[Any, Any]:
        """The stored values at both ends: the extremes, or percentiles."""
        pixels = self.stored if self.padding is None else self.stored[~self.padding]
        if pixels.size == 0:
            pixels = self.stored
        if pixels.dtype.kind == "f":
            pixels = pixels[np.isfinite(pixels)]
            if pixels.size == 0:
                return 0.0, 1.0
        if (self.lower_percent, self.upper_percent) == (0.0, 100.0):
            return pixels.min(), pixels.max()
        return _percentile(pixels, self.lower_percent), _percentile(pixels, self.upper_percent)


def _percentile(pixels: StoredPixels, percent: float) -> Any:
    """The pixel value below or at which `percent` of the pixels lie; counted for up to 16 bits, else partitioned."""
    if pixels.dtype.kind in "iu" and pixels.dtype.itemsize <= 2:
        smallest = int(np.iinfo(pixels.dtype).min)
        counts = np.bincount(pixels.ravel().astype(np.int32) - smallest)
        # At least the first pixel: a rank of 0 would be the type's smallest value, which may occur nowhere.
        rank = max(1.0, percent / 100.0 * pixels.size)
        return smallest + int(np.searchsorted(np.cumsum(counts), rank))
    return np.percentile(pixels, percent, method="inverted_cdf")
