import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.imaging.measurement import (
    Point,
    cardiothoracic_ratio,
    measure_angle,
    measure_length,
    position_of,
)
from core.imaging.radiograph import PixelSpacing, SpacingKind

points = st.builds(Point, st.floats(-5000, 5000), st.floats(-5000, 5000))


def spacing(row_mm: float, column_mm: float, kind: SpacingKind = SpacingKind.IN_PATIENT) -> PixelSpacing:
    return PixelSpacing(row_mm, column_mm, kind, "test")


def test_length_uses_both_spacings() -> None:
    measured = measure_length(Point(0, 0), Point(30, 40), spacing(0.1, 0.2))
    assert measured.value == pytest.approx(math.hypot(3, 8))
    assert measured.unit == "mm"


def test_length_without_spacing_is_in_pixels_and_at_the_detector_says_so() -> None:
    assert str(measure_length(Point(0, 0), Point(3, 4), None)) == "5.0 px"
    assert str(measure_length(Point(0, 0), Point(3, 4), spacing(1, 1, SpacingKind.AT_DETECTOR))) == "5.0 mm at detector"


def test_angle_is_physical() -> None:
    assert str(measure_angle(Point(1, 0), Point(0, 0), Point(0, 1), None)) == "90.0°"
    corner = measure_angle(Point(1, 1), Point(0, 0), Point(0, 1), spacing(2.0, 1.0))
    assert corner.value == pytest.approx(math.degrees(math.atan(2.0)))
    assert measure_angle(Point(0, 0), Point(0, 0), Point(1, 1), None).value == 0.0


@given(points, points, points)
def test_angle_is_symmetric_and_bounded(a: Point, vertex: Point, b: Point) -> None:
    angle = measure_angle(a, vertex, b, None).value
    assert 0.0 <= angle <= 180.0
    assert angle == pytest.approx(measure_angle(b, vertex, a, None).value)


def test_cardiothoracic_ratio() -> None:
    result = cardiothoracic_ratio(
        (Point(0, 500), Point(900, 500)),
        Point(600, 440),
        Point(650, 600),
        (Point(700, 200), Point(710, 800)),
        spacing(0.5, 0.5),
    )
    assert result.ratio == pytest.approx(160 / 600)
    assert (result.right_heart.value, result.left_heart.value, result.thorax.value) == pytest.approx((30, 50, 300))


@given(st.floats(-math.pi, math.pi))
def test_cardiothoracic_ratio_does_not_depend_on_tilt(angle: float) -> None:
    def turned(row: float, column: float) -> Point:
        cosine, sine = math.cos(angle), math.sin(angle)
        return Point(cosine * row - sine * column, sine * row + cosine * column)

    result = cardiothoracic_ratio(
        (turned(0, 0), turned(900, 0)), turned(600, -60), turned(650, 100), (turned(7, -300), turned(9, 300)), None
    )
    assert result.ratio == pytest.approx(160 / 600)
    assert result.thorax.unit == "px"


def test_impossible_ratios_are_refused() -> None:
    here, there = Point(0, 0), Point(1, 1)
    with pytest.raises(ValueError, match="midline"):
        cardiothoracic_ratio((here, here), here, there, (here, there), None)
    with pytest.raises(ValueError, match="thorax"):
        cardiothoracic_ratio((here, Point(9, 0)), here, there, (here, here), None)


def test_position() -> None:
    down, right = position_of(Point(10, 20), spacing(0.5, 0.25))
    assert (down.value, right.value) == (5.0, 5.0)
