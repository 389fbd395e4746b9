"""Measurements as a person drew them on an image: what they lie on, and what they say."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from core.imaging.histogram import EllipseRegion, RectangleRegion, Region
from core.imaging.measurement import Point, cardiothoracic_ratio, measure_angle, measure_length
from core.imaging.radiograph import PixelSpacing
from core.language import tr
from core.number_format import decimal


class MeasurementKind(StrEnum):
    """What is measured."""

    LENGTH = "length"
    ANGLE = "angle"
    CARDIOTHORACIC = "cardiothoracic ratio"  # untranslated: a code
    RECTANGLE = "rectangle"
    ELLIPSE = "ellipse"


POINT_COUNTS: Mapping[MeasurementKind, int] = {
    MeasurementKind.LENGTH: 2,
    MeasurementKind.ANGLE: 3,
    MeasurementKind.CARDIOTHORACIC: 6,
    MeasurementKind.RECTANGLE: 2,
    MeasurementKind.ELLIPSE: 2,
}
"""How many points each takes."""

Segment = tuple[Point, Point]


@dataclass(frozen=True)
class DrawnMeasurement:
    """One measurement, finished or being drawn.

    Attributes:
        kind: What is measured.
        points: Where, in image coordinates, in the order in which they were set: the vertex of an angle is the
            second; of a cardiothoracic ratio the midline's ends come first, then the heart's, then the chest's.
    """

    kind: MeasurementKind
    points: tuple[Point, ...]

    @property
    def has_all_points(self) -> bool:
        """Whether no further point is needed."""
        return len(self.points) == POINT_COUNTS[self.kind]

    def corners(self) -> tuple[Point, Point, Point, Point]:
        """Corners of a region's box, around it."""
        a, b = self.points[0], self.points[-1]
        return a, Point(a.row, b.column), b, Point(b.row, a.column)

    def region(self) -> Region | None:
        """The region of interest, None for measurements that enclose none."""
        if len(self.points) < 2:
            return None
        a, b = self.points[0], self.points[1]
        top, bottom = sorted((a.row, b.row))
        left, right = sorted((a.column, b.column))
        match self.kind:
            case MeasurementKind.RECTANGLE:
                return RectangleRegion(top, left, bottom, right)
            case MeasurementKind.ELLIPSE:
                return EllipseRegion((top + bottom) / 2, (left + right) / 2, (bottom - top) / 2, (right - left) / 2)
            case _:
                return None

    def segments(self, spacing: PixelSpacing | None) -> tuple[Segment, ...]:
        """Lines to draw, beside a region's outline."""
        points = self.points
        if self.kind in (MeasurementKind.LENGTH, MeasurementKind.ANGLE):
            return tuple(itertools.pairwise(points))
        if self.kind is MeasurementKind.CARDIOTHORACIC and len(points) >= 2:
            midline = (points[0], points[1])
            return (midline, *((point, _foot(point, midline, spacing)) for point in points[2:]))
        return ()

    def texts(self, spacing: PixelSpacing | None) -> tuple[str, ...]:
        """The result, one string per line; empty while there is none."""
        if not self.has_all_points:
            return ()
        match self.kind:
            case MeasurementKind.LENGTH:
                return (str(measure_length(self.points[0], self.points[1], spacing)),)
            case MeasurementKind.ANGLE:
                a, vertex, b = self.points
                return (str(measure_angle(a, vertex, b, spacing)),)
            case MeasurementKind.CARDIOTHORACIC:
                return _cardiothoracic_texts(self.points, spacing)
            case MeasurementKind.RECTANGLE | MeasurementKind.ELLIPSE:
                top_left, top_right, _, bottom_left = self.corners()
                width = measure_length(top_left, top_right, spacing)
                height = measure_length(top_left, bottom_left, spacing)
                return (f"{decimal(width.value, 1)} x {height}",)
            case _:
                assert_never(self.kind)


def _cardiothoracic_texts(points: tuple[Point, ...], spacing: PixelSpacing | None) -> tuple[str, ...]:
    top, bottom, right_heart, left_heart, right_chest, left_chest = points
    try:
        found = cardiothoracic_ratio((top, bottom), right_heart, left_heart, (right_chest, left_chest), spacing)
    except ValueError:
        return (tr("Cardiothoracic ratio: points coincide"),)
    right = decimal(found.right_heart.value, 1)
    return (
        tr("Cardiothoracic ratio {ratio}").format(ratio=decimal(found.ratio, 2)),
        tr("heart {right} + {left}").format(right=right, left=found.left_heart),
        tr("chest {width}").format(width=found.thorax),
    )


def _foot(point: Point, line: Segment, spacing: PixelSpacing | None) -> Point:
    """Where the perpendicular from `point` meets `line`: for drawing only, nothing is computed from it."""
    row_mm, column_mm = (spacing.row_mm, spacing.column_mm) if spacing is not None else (1.0, 1.0)
    down, right = (line[1].row - line[0].row) * row_mm, (line[1].column - line[0].column) * column_mm
    length_squared = down * down + right * right
    if length_squared == 0.0:
        return line[0]
    along = (point.row - line[0].row) * row_mm * down + (point.column - line[0].column) * column_mm * right
    share = along / length_squared
    return Point(line[0].row + share * down / row_mm, line[0].column + share * right / column_mm)
