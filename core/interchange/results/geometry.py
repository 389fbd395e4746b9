"""Measurements as the figures that DICOM draws: polylines and ellipses in image-relative coordinates."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.imaging.drawn_measurement import DrawnMeasurement, MeasurementKind
from core.imaging.measurement import Point
from core.imaging.radiograph import Radiograph

POLYLINE = "POLYLINE"
ELLIPSE = "ELLIPSE"

_HALF_PIXEL = 0.5
"""Here the centre of the upper left pixel is (0, 0), in DICOM its upper left corner (PS3.3 C.10.5.1.2, C.18.6.1.1)."""


@dataclass(frozen=True, eq=False)
class Outline:
    """One figure.

    Attributes:
        graphic_type: `POLYLINE` or `ELLIPSE`.
        points: float64 (n, 2) of column and row, the upper left corner of the image being (0, 0). Of an ellipse the
            ends of its long axis, then those of its short one.
    """

    graphic_type: str
    points: npt.NDArray[np.float64]


def outlines_of(drawn: DrawnMeasurement, radiograph: Radiograph) -> tuple[Outline, ...]:
    """The figures of a finished measurement, kept within the image."""
    match drawn.kind:
        case MeasurementKind.LENGTH | MeasurementKind.ANGLE:
            return (Outline(POLYLINE, _coordinates(drawn.points, radiograph)),)
        case MeasurementKind.CARDIOTHORACIC:
            segments = drawn.segments(radiograph.spacing)
            return tuple(Outline(POLYLINE, _coordinates(segment, radiograph)) for segment in segments)
        case MeasurementKind.RECTANGLE:
            corners = drawn.corners()
            return (Outline(POLYLINE, _coordinates((*corners, corners[0]), radiograph)),)
        case MeasurementKind.ELLIPSE:
            return (Outline(ELLIPSE, _coordinates(_axes(drawn), radiograph)),)


def anchor_of(drawn: DrawnMeasurement, radiograph: Radiograph) -> tuple[float, float]:
    """Where a measurement's text belongs, column and row: at its last point."""
    column, row = _coordinates(drawn.points[-1:], radiograph)[0]
    return float(column), float(row)


def _axes(drawn: DrawnMeasurement) -> tuple[Point, Point, Point, Point]:
    """Ends of an ellipse's long axis, then of its short one."""
    first, _, second, _ = drawn.corners()
    row, column = (first.row + second.row) / 2, (first.column + second.column) / 2
    vertical = Point(min(first.row, second.row), column), Point(max(first.row, second.row), column)
    horizontal = Point(row, min(first.column, second.column)), Point(row, max(first.column, second.column))
    is_tall = abs(first.row - second.row) > abs(first.column - second.column)
    return (*vertical, *horizontal) if is_tall else (*horizontal, *vertical)


def _coordinates(points: tuple[Point, ...], radiograph: Radiograph) -> npt.NDArray[np.float64]:
    placed = np.array([(point.column, point.row) for point in points], dtype=np.float64) + _HALF_PIXEL
    return np.clip(placed, 0.0, (radiograph.columns, radiograph.rows))
