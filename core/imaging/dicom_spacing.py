"""What a distance on the image is worth in the body, by the rules of DICOM PS3.3 10.7."""

# untranslated module: names of DICOM attributes, as the standard and the file have them

import math

from pydicom.dataset import Dataset

from core.imaging.dicom_attributes import frame_item, number_of, numbers_of, text_of
from core.imaging.dicom_identity import provenance
from core.imaging.radiograph import PixelSpacing, SpacingKind

RELATIVE_TOLERANCE = 1e-4
"""Spacings closer than this are the same number, written with different roundings."""

LARGEST_SPACING_MM = 50.0
"""A pixel wider than this is no measurement but a slip of units."""

_PROJECTION_MODALITIES = frozenset({"CR", "DX", "DR", "RG", "RF", "XA", "MG", "PX", "IO", "DXR"})


def read_spacing(dataset: Dataset, frame_index: int = 0) -> PixelSpacing | None:
    """Physical size of a pixel, None where none may be claimed.

    In this order (PS3.3 10.7.1.1 to 10.7.1.3): Pixel Spacing with its calibration; Pixel Spacing that differs
    from the detector's or has no detector's beside it; the detector's, corrected by the estimated magnification
    where that is stated. In a projection, a Pixel Spacing equal to Imager Pixel Spacing is the detector's.
    """
    measures = frame_item(dataset, frame_index, "PixelMeasuresSequence")
    properties = frame_item(dataset, frame_index, "FramePixelDataPropertiesSequence")
    stated = _pair(measures, "PixelSpacing") or _pair(dataset, "PixelSpacing")
    detector = _pair(properties, "ImagerPixelSpacing") or _pair(dataset, "ImagerPixelSpacing")
    if stated is not None:
        calibrated = _calibrated(dataset, stated)
        if calibrated is not None:
            return calibrated
        is_projection = text_of(dataset, "Modality").upper() in _PROJECTION_MODALITIES
        if not (is_projection and detector is not None and _same(stated, detector)):
            return PixelSpacing(*stated, SpacingKind.IN_PATIENT, provenance("PixelSpacing"))
    if detector is not None:
        return _at_detector(dataset, detector)
    return _of_film(dataset)


def _calibrated(dataset: Dataset, stated: tuple[float, float]) -> PixelSpacing | None:
    kinds = {"GEOMETRY": SpacingKind.CALIBRATED_GEOMETRY, "FIDUCIAL": SpacingKind.CALIBRATED_FIDUCIAL}
    kind = kinds.get(text_of(dataset, "PixelSpacingCalibrationType").upper())
    if kind is None:
        return None
    source = f"{provenance('PixelSpacing')}, {provenance('PixelSpacingCalibrationType').removeprefix('DICOM ')}"
    return PixelSpacing(*stated, kind, source)


def _at_detector(dataset: Dataset, detector: tuple[float, float]) -> PixelSpacing:
    """The detector's spacing, and divided by the magnification where that is known (PS3.3 10.7.1.2)."""
    source = provenance("ImagerPixelSpacing")
    magnification = number_of(dataset, "EstimatedRadiographicMagnificationFactor")
    # The body lies between tube and detector: its shadow is never smaller than itself.
    if magnification is None or not 1.0 <= magnification <= 10.0:
        return PixelSpacing(*detector, SpacingKind.AT_DETECTOR, source)
    factor = provenance("EstimatedRadiographicMagnificationFactor").removeprefix("DICOM ")
    rows, columns = detector[0] / magnification, detector[1] / magnification
    return PixelSpacing(rows, columns, SpacingKind.DETECTOR_CORRECTED, f"{source} / {factor}", magnification)


def _of_film(dataset: Dataset) -> PixelSpacing | None:
    """A digitised film's spacing: the film lay on the detector's place, so its millimetres are a detector's."""
    if text_of(dataset, "ConversionType").upper() != "DF" and text_of(dataset, "Modality").upper() != "RG":
        return None
    scanned = _pair(dataset, "NominalScannedPixelSpacing")
    if scanned is None:
        return None
    return PixelSpacing(*scanned, SpacingKind.AT_DETECTOR, provenance("NominalScannedPixelSpacing"))


def _pair(dataset: Dataset, keyword: str) -> tuple[float, float] | None:
    """Row and column spacing in mm, None unless both make sense."""
    numbers = numbers_of(dataset, keyword)
    if len(numbers) != 2 or not all(0.0 < number <= LARGEST_SPACING_MM for number in numbers):
        return None
    return numbers[0], numbers[1]


def _same(first: tuple[float, float], second: tuple[float, float]) -> bool:
    return all(math.isclose(a, b, rel_tol=RELATIVE_TOLERANCE) for a, b in zip(first, second, strict=True))
