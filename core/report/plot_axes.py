"""Axes with round ticks, and curves with no more points than are seen."""

import math

import numpy as np
import numpy.typing as npt

from core.number_format import decimal
from core.report.blocks import Axis

_MOST_POINTS = 400


def curve_points(x: npt.NDArray[np.float64], y: npt.NDArray[np.float64]) -> tuple[tuple[float, float], ...]:
    """Points of a curve: finite, without those that lie between their neighbours on a line, and not too many."""
    both = np.column_stack([x, y]).astype(np.float64)
    both = both[np.isfinite(both).all(axis=1)]
    if len(both) > 2:
        steps = np.diff(both, axis=0)
        turns = steps[:-1, 0] * steps[1:, 1] - steps[:-1, 1] * steps[1:, 0]
        both = both[np.concatenate([[True], np.abs(turns) > 1e-12, [True]])]
    if len(both) > _MOST_POINTS:
        both = both[np.unique(np.linspace(0, len(both) - 1, _MOST_POINTS).round().astype(int))]
    return tuple((round(float(a), 5), round(float(b), 5)) for a, b in both)


def axis_between(title: str, low: float, high: float) -> Axis:
    """An axis with four to eight ticks at round values."""
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.999)
    digits = max(0, -math.floor(math.log10(step) + 1e-9)) + (1 if round(step / power, 3) == 2.5 else 0)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    ticks = tuple(
        (round(number * step, 9), decimal(number * step, digits).replace("-", "\u2212"))
        for number in range(first, last + 1)
    )
    return Axis(title, low, high, ticks)
