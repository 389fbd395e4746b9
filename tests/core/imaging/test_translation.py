"""What is said of a picture's way to the screen is in the person's language, and English in its values."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.imaging.drawn_measurement import DrawnMeasurement, MeasurementKind
from core.imaging.greyscale import describe_pipeline
from core.imaging.measurement import Point
from core.imaging.radiograph import ImageFormat, PixelSpacing, ProcessingStep, SpacingKind
from core.imaging.raster_reading import radiograph_from_pixels
from core.imaging.reading import read_radiograph
from core.language import tr
from tests.pseudo_language import untranslated

_NAMES = [
    "DICOM",
    "Transfer Syntax UID",
    "Photometric Interpretation",
    "MONOCHROME1",
    "MONOCHROME2",
    "Exif Orientation",
]
_NAMES += [
    "Window Center",
    "Window Width",
    "Rescale Slope",
    "Rescale Intercept",
    "High Bit",
    "Explicit VR Little Endian",
]
_NAMES += ["Pixel Padding Value", "VOI LUT Sequence", "NORMAL"]


def texts_of(steps: tuple[ProcessingStep, ...]) -> list[str]:
    return [tr(text) for step in steps for text in (step.stage, step.description, step.provenance)]


@pytest.mark.parametrize("inverted", [False, True])
def test_every_step_of_a_dicom_file_is_translated(chest_dicom: Path, inverted: bool, pseudo_language: None) -> None:
    radiograph = read_radiograph(chest_dicom)

    steps = describe_pipeline(radiograph, inverted=inverted)

    assert untranslated(texts_of(steps), _NAMES) == []
    assert not any("〚" in text for step in steps for text in (step.stage, step.description, step.provenance))


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "RGBA", "P", "CMYK", "I;16", "F"])
def test_every_step_of_a_picture_is_translated(mode: str, tmp_path: Path, pseudo_language: None) -> None:
    colour = np.random.default_rng(7).integers(0, 255, (24, 24, 4)).astype(np.uint8)
    if mode == "I;16":
        image = Image.fromarray(colour[..., 0].astype(np.uint16) * 200)
    elif mode == "F":
        image = Image.fromarray(np.where(colour[..., 0] > 250, np.nan, colour[..., 0]).astype(np.float32))
    else:
        image = Image.fromarray(colour, "RGBA").convert("RGB" if mode in ("P", "CMYK", "1") else mode).convert(mode)
    path = tmp_path / "scan.tiff"
    image.save(path)
    radiograph = read_radiograph(path)

    texts = texts_of(describe_pipeline(radiograph))

    assert untranslated(texts, ["TIFF PhotometricInterpretation"]) == []
    assert untranslated([tr(voi.explanation) for voi in radiograph.voi_options]) == []


def test_measurements_and_units_are_translated(pseudo_language: None) -> None:
    spacing = PixelSpacing(0.1, 0.1, SpacingKind.AT_DETECTOR, "")
    points = tuple(Point(row, column) for row, column in ((0, 5), (9, 5), (6, 4), (6, 7), (7, 1), (7, 9)))

    heart = DrawnMeasurement(MeasurementKind.CARDIOTHORACIC, points).texts(spacing)
    length = DrawnMeasurement(MeasurementKind.LENGTH, points[:2]).texts(spacing)

    assert untranslated([*heart, *length]) == []
    assert spacing.unit == "mm at detector", "compared by programs"
    assert tr(spacing.kind) == "〚at the detector〛"


def test_a_pasted_picture_has_a_translated_name(pseudo_language: None) -> None:
    pasted = radiograph_from_pixels(np.zeros((4, 4), np.uint8), ImageFormat.CLIPBOARD)

    assert pasted.name == "〚Pasted picture〛"
