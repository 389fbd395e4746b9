import pytest
from pydicom.dataset import Dataset

from core.imaging.dicom_dataset import quieten_pydicom
from core.imaging.dicom_spacing import read_spacing
from core.imaging.radiograph import SpacingKind


@pytest.fixture(autouse=True)
def _quiet() -> None:
    quieten_pydicom()


def dataset(**attributes: object) -> Dataset:
    result = Dataset()
    result.Modality = "DX"
    for keyword, value in attributes.items():
        setattr(result, keyword, value)
    return result


@pytest.mark.parametrize(
    ("calibration", "kind"),
    [
        ("GEOMETRY", SpacingKind.CALIBRATED_GEOMETRY),
        ("FIDUCIAL", SpacingKind.CALIBRATED_FIDUCIAL),
        ("", SpacingKind.IN_PATIENT),
    ],
)
def test_pixel_spacing_with_its_calibration_wins(calibration: str, kind: SpacingKind) -> None:
    spacing = read_spacing(
        dataset(PixelSpacing=[0.12, 0.13], ImagerPixelSpacing=[0.2, 0.2], PixelSpacingCalibrationType=calibration)
    )
    assert spacing is not None
    assert (spacing.row_mm, spacing.column_mm, spacing.kind, spacing.unit) == (0.12, 0.13, kind, "mm")


def test_equal_spacings_without_calibration_are_the_detectors() -> None:
    spacing = read_spacing(dataset(PixelSpacing=[0.2, 0.2], ImagerPixelSpacing=[0.20001, 0.2]))
    assert spacing is not None
    assert spacing.unit == "mm at detector"


def test_equal_spacings_with_calibration_are_calibrated() -> None:
    spacing = read_spacing(
        dataset(PixelSpacing=[0.2, 0.2], ImagerPixelSpacing=[0.2, 0.2], PixelSpacingCalibrationType="FIDUCIAL")
    )
    assert spacing is not None
    assert spacing.kind is SpacingKind.CALIBRATED_FIDUCIAL


def test_magnification_brings_the_detectors_spacing_into_the_body() -> None:
    spacing = read_spacing(dataset(ImagerPixelSpacing=[0.2, 0.3], EstimatedRadiographicMagnificationFactor=1.25))
    assert spacing is not None
    assert (spacing.row_mm, spacing.column_mm) == pytest.approx((0.16, 0.24))
    assert (spacing.kind, spacing.magnification, spacing.unit) == (SpacingKind.DETECTOR_CORRECTED, 1.25, "mm")


@pytest.mark.parametrize("factor", [0.0, -1.0, 0.5, 1e9])
def test_impossible_magnification_is_ignored(factor: float) -> None:
    spacing = read_spacing(dataset(ImagerPixelSpacing=[0.2, 0.2], EstimatedRadiographicMagnificationFactor=factor))
    assert spacing is not None
    assert (spacing.kind, spacing.row_mm) == (SpacingKind.AT_DETECTOR, 0.2)


@pytest.mark.parametrize("pair", [[0, 0], [-0.1, 0.1], [0.1], ["nan", "1"], ["inf", "1"], [0.1, 0.1, 0.1], [900, 900]])
def test_impossible_spacing_claims_nothing(pair: list[object]) -> None:
    assert read_spacing(dataset(PixelSpacing=pair)) is None
    assert read_spacing(dataset(ImagerPixelSpacing=pair)) is None


def test_nothing_stated_claims_nothing() -> None:
    assert read_spacing(dataset()) is None
    assert read_spacing(dataset(Modality="OT", NominalScannedPixelSpacing=[0.1, 0.1])) is None


def test_digitised_film_is_measured_at_the_detector() -> None:
    spacing = read_spacing(dataset(Modality="OT", ConversionType="DF", NominalScannedPixelSpacing=[0.1, 0.1]))
    assert spacing is not None
    assert spacing.kind is SpacingKind.AT_DETECTOR


def test_frame_spacing_comes_from_the_functional_groups() -> None:
    def group(value: float) -> Dataset:
        measures, item = Dataset(), Dataset()
        measures.PixelSpacing = [value, value]
        item.PixelMeasuresSequence = [measures]
        return item

    image = dataset(PerFrameFunctionalGroupsSequence=[group(0.3), group(0.4)])
    image.SharedFunctionalGroupsSequence = [group(0.9)]
    found = [read_spacing(image, frame) for frame in (0, 1, 2)]
    assert [spacing.row_mm for spacing in found if spacing] == [0.3, 0.4, 0.9]
