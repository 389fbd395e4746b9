"""What measurements say, as coded concepts with numbers."""

from collections.abc import Iterator

from pydicom.sr.coding import Code

from core.imaging.drawn_measurement import DrawnMeasurement, MeasurementKind
from core.imaging.measurement import Measurement, cardiothoracic_ratio, measure_angle, measure_length
from core.imaging.radiograph import PixelSpacing
from core.interchange.results import codes


def numbers_of(drawn: DrawnMeasurement, spacing: PixelSpacing | None) -> tuple[tuple[Code, Measurement], ...]:
    """What a measurement says, each number under its name; nothing where its points coincide.

    Args:
        drawn: A finished measurement.
        spacing: Physical size of a pixel, None where unknown.
    """
    return tuple(_numbers(drawn, spacing))


def _numbers(drawn: DrawnMeasurement, spacing: PixelSpacing | None) -> Iterator[tuple[Code, Measurement]]:
    match drawn.kind:
        case MeasurementKind.LENGTH:
            yield codes.LENGTH, measure_length(drawn.points[0], drawn.points[1], spacing)
        case MeasurementKind.ANGLE:
            first, vertex, second = drawn.points
            yield codes.ANGLE, measure_angle(first, vertex, second, spacing)
        case MeasurementKind.CARDIOTHORACIC:
            yield from _cardiothoracic(drawn, spacing)
        case MeasurementKind.RECTANGLE | MeasurementKind.ELLIPSE:
            top_left, top_right, _, bottom_left = drawn.corners()
            yield codes.WIDTH, measure_length(top_left, top_right, spacing)
            yield codes.HEIGHT, measure_length(top_left, bottom_left, spacing)


def _cardiothoracic(drawn: DrawnMeasurement, spacing: PixelSpacing | None) -> Iterator[tuple[Code, Measurement]]:
    top, bottom, right_heart, left_heart, right_chest, left_chest = drawn.points
    try:
        found = cardiothoracic_ratio((top, bottom), right_heart, left_heart, (right_chest, left_chest), spacing)
    except ValueError:
        return  # Points that coincide measure nothing.
    yield codes.CARDIOTHORACIC_RATIO, Measurement(found.ratio, "")
    yield codes.RIGHT_HEART, found.right_heart
    yield codes.LEFT_HEART, found.left_heart
    yield codes.THORAX, found.thorax
