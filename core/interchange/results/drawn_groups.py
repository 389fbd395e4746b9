"""Measurements that a person drew as groups of TID 1501, each with its coordinates on the scan."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydicom.sr.coding import Code

from core.imaging.measurement import DEGREE, PIXEL, Measurement
from core.imaging.radiograph import PixelSpacing, SpacingKind
from core.interchange.results import codes
from core.interchange.results.geometry import Outline, outlines_of
from core.interchange.results.image_reference import source_of_group, source_of_region
from core.interchange.results.measured_numbers import numbers_of
from core.interchange.results.source import ResultSource
from core.interchange.results.study import SourceStudy
from core.interchange.results.uids import new_uid

if TYPE_CHECKING:
    import highdicom as hd

_DECIMALS = 3


def drawn_groups(source: ResultSource, study: SourceStudy) -> "Iterator[hd.sr.MeasurementsAndQualitativeEvaluations]":
    """A group per finished measurement.

    Args:
        source: The scan with its measurements. Lengths are in mm where its spacing allows that, else in pixels.
        study: The scan's study.
    """
    import highdicom as hd

    spacing = source.radiograph.spacing
    for number, drawn in enumerate(source.finished_measurements, start=1):
        numbers = numbers_of(drawn, spacing)
        if not numbers:
            continue
        coordinates = [_coordinates(outline, study) for outline in outlines_of(drawn, source.radiograph)]
        yield hd.sr.MeasurementsAndQualitativeEvaluations(
            tracking_identifier=hd.sr.TrackingIdentifier(uid=new_uid(), identifier=f"{drawn.kind.value} {number}"),
            measurements=[_measurement(name, value, spacing, coordinates) for name, value in numbers],
            source_images=[source_of_group(study)],
        )


def _measurement(
    name: Code,
    value: Measurement,
    spacing: PixelSpacing | None,
    coordinates: "list[hd.sr.CoordinatesForMeasurement]",
) -> "hd.sr.Measurement":
    import highdicom as hd

    unit = _unit(value)
    is_at_detector = unit == codes.MILLIMETRE and spacing is not None and spacing.kind is SpacingKind.AT_DETECTOR
    return hd.sr.Measurement(
        name=name,
        value=round(value.value, _DECIMALS),
        unit=unit,
        method=codes.AT_DETECTOR if is_at_detector else None,
        referenced_coordinates=coordinates,
    )


def _unit(value: Measurement) -> Code:
    if not value.unit:
        return codes.NO_UNITS
    if value.unit == DEGREE:
        return codes.DEGREE
    return codes.PIXELS if value.unit == PIXEL else codes.MILLIMETRE


def _coordinates(outline: Outline, study: SourceStudy) -> "hd.sr.CoordinatesForMeasurement":
    import highdicom as hd

    return hd.sr.CoordinatesForMeasurement(outline.graphic_type, outline.points, source_of_region(study))
