"""References of a structured report to the scan, and to its frame where it has several."""

from typing import TYPE_CHECKING

from core.interchange.results.study import SourceStudy

if TYPE_CHECKING:
    import highdicom as hd


def source_of_group(study: SourceStudy) -> "hd.sr.SourceImageForMeasurementGroup":
    """The scan as what a group of measurements was made on."""
    import highdicom as hd

    return hd.sr.SourceImageForMeasurementGroup(study.class_uid, study.instance_uid, _frames(study))


def source_of_region(study: SourceStudy) -> "hd.sr.SourceImageForRegion":
    """The scan as what coordinates lie on."""
    import highdicom as hd

    return hd.sr.SourceImageForRegion(study.class_uid, study.instance_uid, _frames(study))


def _frames(study: SourceStudy) -> list[int] | None:
    return [study.frame_number] if study.frame_number is not None else None
