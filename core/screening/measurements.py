"""What a scan and its picture are like, apart from what they show: for telling when scans change over time."""

from dataclasses import dataclass

import numpy as np

from core.imaging.radiograph import DisplayPixels, Radiograph

OLDEST_AGE = 90.0
"""Higher ages count as this one: beyond it an age may name a person. Source: 45 CFR 164.514(b)(2)(i)(C)."""

_BRIGHTEST = 255


@dataclass(frozen=True)
class PictureMeasurements:
    """Measured before anything is asked.

    Attributes:
        grey_median: Median displayed grey of the whole picture, 0 black to 1 white.
        grey_spread: Difference of the quartiles of the displayed grey, 0..1.
        manufacturer: Who made the equipment, as the file says; empty where it does not.
        age_years: The patient's age, at most `OLDEST_AGE`; None where it is not known.
    """

    grey_median: float
    grey_spread: float
    manufacturer: str
    age_years: float | None


@dataclass(frozen=True)
class ScanMeasurements:
    """All that is measured of a scan.

    Attributes:
        picture: Of the picture and its file.
        feature_distance: How far the classifier's features lie from those of its training images
            (`core.model.feature_distance`), None where its package says nothing about these.
    """

    picture: PictureMeasurements
    feature_distance: float | None

    def as_values(self) -> dict[str, float | str | None]:
        """What the record keeps: numbers and the maker's name, none of which names a patient."""
        picture = self.picture
        return {
            "grey_median": picture.grey_median,
            "grey_spread": picture.grey_spread,
            "manufacturer": picture.manufacturer,
            "age": picture.age_years,
            "feature_distance": self.feature_distance,
        }


def measure_picture(display: DisplayPixels, radiograph: Radiograph) -> PictureMeasurements:
    """Measure a scan's picture.

    Args:
        display: uint8 (rows, columns), the picture as displayed, at any size.
        radiograph: Where it comes from.
    """
    up_to = np.cumsum(np.bincount(display.ravel(), minlength=_BRIGHTEST + 1))
    low, middle, high = np.searchsorted(up_to, np.array([0.25, 0.5, 0.75]) * display.size)
    manufacturer = radiograph.acquisition.manufacturer
    age = radiograph.patient_study.age_years
    return PictureMeasurements(
        grey_median=float(middle) / _BRIGHTEST,
        grey_spread=float(high - low) / _BRIGHTEST,
        manufacturer=manufacturer.value.strip() if manufacturer is not None else "",
        age_years=min(age.value, OLDEST_AGE) if age is not None else None,
    )
