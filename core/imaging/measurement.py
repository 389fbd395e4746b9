"""Lengths, angles and ratios on an image, in the units that its spacing allows."""

import math
from dataclasses import dataclass

from core.imaging.radiograph import PixelSpacing
from core.language import tr
from core.number_format import decimal


@dataclass(frozen=True)
class Point:
    """A place on an image; the centre of the upper left pixel is (0, 0).

    Attributes:
        row: Downwards, pixels.
        column: To the right, pixels.
    """

    row: float
    column: float


@dataclass(frozen=True)
class Measurement:
    """A number with its unit.

    Attributes:
        value: The number.
        unit: `mm`, `mm at detector`, `px` or the degree sign.
    """

    value: float
    unit: str

    def __str__(self) -> str:
        """As written on the image: "123.4 mm", "87.2°"."""
        separator = "" if self.unit == DEGREE else " "
        return f"{decimal(self.value, 1)}{separator}{tr(self.unit)}"


@dataclass(frozen=True)
class CardiothoracicRatio:
    """Width of the heart as a share of the width of the chest (Danzer 1919).

    Attributes:
        ratio: Heart width divided by thoracic diameter; without unit, so valid without any spacing.
        right_heart: Largest extent of the heart to one side of the midline.
        left_heart: Largest extent of the heart to the other side of the midline.
        thorax: Largest internal diameter of the thorax, measured at right angles to the midline.
    """

    ratio: float
    right_heart: Measurement
    left_heart: Measurement
    thorax: Measurement


DEGREE = "\N{DEGREE SIGN}"
PIXEL = "px"


def length_unit(spacing: PixelSpacing | None) -> str:
    """Unit of lengths on an image with this spacing; pixels where no physical size may be claimed."""
    return spacing.unit if spacing is not None else PIXEL


def measure_length(a: Point, b: Point, spacing: PixelSpacing | None) -> Measurement:
    """Distance between two points, physical where the spacing allows it."""
    return Measurement(math.hypot(*_vector(a, b, spacing)), length_unit(spacing))


def measure_angle(a: Point, vertex: Point, b: Point, spacing: PixelSpacing | None) -> Measurement:
    """Angle at `vertex` between the arms to `a` and to `b`, 0 to 180 degrees.

    Measured in the plane of the body or detector: with pixels that are not square, an angle on the pixel grid
    would be wrong. An arm without length gives 0.
    """
    first, second = _vector(vertex, a, spacing), _vector(vertex, b, spacing)
    cross = first[0] * second[1] - first[1] * second[0]
    dot = first[0] * second[0] + first[1] * second[1]
    return Measurement(math.degrees(math.atan2(abs(cross), dot)), DEGREE)


def cardiothoracic_ratio(
    midline: tuple[Point, Point],
    right_heart: Point,
    left_heart: Point,
    thorax: tuple[Point, Point],
    spacing: PixelSpacing | None,
) -> CardiothoracicRatio:
    """Heart width over thoracic width, all measured at right angles to the midline.

    Args:
        midline: Two different points on the line through the spinous processes.
        right_heart: The heart border farthest from the midline on one side.
        left_heart: The heart border farthest from the midline on the other side.
        thorax: The inner borders of the ribs where the chest is widest.
        spacing: Physical size of a pixel, None where unknown: the ratio holds for square pixels all the same.

    Raises:
        ValueError: The midline's points coincide, or the thorax has no width.
    """
    unit = length_unit(spacing)
    right = _offset_from(midline, right_heart, spacing)
    left = _offset_from(midline, left_heart, spacing)
    chest = abs(_offset_from(midline, thorax[1], spacing) - _offset_from(midline, thorax[0], spacing))
    if chest == 0.0:
        raise ValueError("the thorax has no width")
    # Signed offsets: a heart that lies wholly on one side of the midline is as wide as its borders are apart.
    heart = abs(left - right)
    return CardiothoracicRatio(
        heart / chest, Measurement(abs(right), unit), Measurement(abs(left), unit), Measurement(chest, unit)
    )


def position_of(point: Point, spacing: PixelSpacing | None) -> tuple[Measurement, Measurement]:
    """How far a point lies from the centre of the upper left pixel: downwards, to the right."""
    down, right = _vector(Point(0.0, 0.0), point, spacing)
    unit = length_unit(spacing)
    return Measurement(down, unit), Measurement(right, unit)


def _vector(start: Point, end: Point, spacing: PixelSpacing | None) -> tuple[float, float]:
    """From `start` to `end`: down and right, in the spacing's unit."""
    row_mm, column_mm = (spacing.row_mm, spacing.column_mm) if spacing is not None else (1.0, 1.0)
    return (end.row - start.row) * row_mm, (end.column - start.column) * column_mm


def _offset_from(line: tuple[Point, Point], point: Point, spacing: PixelSpacing | None) -> float:
    """Signed distance of a point from a line."""
    down, right = _vector(line[0], line[1], spacing)
    length = math.hypot(down, right)
    if length == 0.0:
        raise ValueError("the midline's points coincide")
    point_down, point_right = _vector(line[0], point, spacing)
    return (down * point_right - right * point_down) / length
