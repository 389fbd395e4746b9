from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.imaging.radiograph import Acquisition, PatientStudy, Radiograph, Stated
from core.model.feature_distance import FeatureDistribution
from core.screening.analysis import analyse_radiograph
from core.screening.gate_checks import ScanGate
from core.screening.measurements import measure_picture
from core.screening.screener import Screener

SCAN = st.lists(st.integers(0, 255), min_size=4, max_size=400)


def test_the_median_and_the_quartiles_are_those_of_the_displayed_grey(radiograph: Radiograph) -> None:
    measured = measure_picture(np.arange(256, dtype=np.uint8).reshape(16, 16), radiograph)
    assert measured.grey_median == pytest.approx(0.5, abs=0.01)
    assert measured.grey_spread == pytest.approx(0.5, abs=0.01)
    assert (measured.manufacturer, measured.age_years) == ("", None)


@pytest.mark.parametrize(("age", "kept"), [(47.0, 47.0), (101.0, 90.0)])
def test_high_ages_name_nobody(radiograph: Radiograph, age: float, kept: float) -> None:
    scan = replace(
        radiograph,
        patient_study=PatientStudy(age_years=Stated(age, "PatientAge")),
        acquisition=Acquisition(manufacturer=Stated(" Maker ", "Manufacturer")),
    )
    measured = measure_picture(np.zeros((4, 4), np.uint8), scan)
    assert (measured.manufacturer, measured.age_years) == ("Maker", kept)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(grey=SCAN)
def test_measurements_stay_within_the_scale(radiograph: Radiograph, grey: list[int]) -> None:
    measured = measure_picture(np.array([grey], np.uint8), radiograph)
    assert min(grey) / 255 <= measured.grey_median <= max(grey) / 255
    assert 0 <= measured.grey_spread <= (max(grey) - min(grey)) / 255


def test_a_result_carries_what_was_measured(radiograph: Radiograph, screener: Screener) -> None:
    result = analyse_radiograph(radiograph, screener)
    assert result.measurements is not None
    assert result.measurements.feature_distance is None
    assert 0 <= result.measurements.picture.grey_median <= 1


def test_a_result_says_how_far_its_features_lie_from_the_training_images(
    radiograph: Radiograph, screener: Screener
) -> None:
    distribution = FeatureDistribution(
        np.zeros(4, np.float32), np.eye(1, 4, dtype=np.float32), np.full(1, 4.0, np.float32), 1.0
    )
    result = analyse_radiograph(radiograph, replace(screener, gate=ScanGate(distribution=distribution)))
    assert result.measurements is not None
    # The features are ones: 1 / 4 along the direction, 3 beside it, per feature.
    assert result.measurements.feature_distance == pytest.approx((0.25 + 3) / 4)
    assert result.measurements.as_values()["feature_distance"] == result.measurements.feature_distance
