"""The heat map with its legend as a Secondary Capture of the scan's study (DICOM PS3.3 A.8.1)."""

# untranslated module: written into DICOM objects

import io

import numpy as np
from pydicom.dataset import Dataset
from pydicom.uid import SecondaryCaptureImageStorage

from core.interchange.results.cleaning import valid_text
from core.interchange.results.codes import CLASS_ACTIVATION, SOURCE_IMAGE, code_item
from core.interchange.results.equipment import MANUFACTURER, MODEL_NAME, NewObject, begin_object, software_version
from core.interchange.results.source import ResultSource
from core.interchange.results.study import SourceStudy
from core.screening.heat_map_picture import heat_map_png
from core.screening.result import RESEARCH_USE_NOTICE, ScanResult


def heat_map_capture(source: ResultSource, study: SourceStudy, new: NewObject) -> Dataset:
    """Make the Secondary Capture of a scan's heat map. The patient's name is not burned in.

    Args:
        source: The scan, with an answer that shows probabilities.
        study: Where the object belongs.
        new: What it is called.

    Raises:
        ValueError: There is no such answer.
    """
    from PIL import Image

    result = source.result
    if result is None:
        raise ValueError("a heat map needs an answer")
    with Image.open(io.BytesIO(heat_map_png(result, source.radiograph))) as picture:
        pixels = np.asarray(picture.convert("RGB"))
    dataset = begin_object(study, new, SecondaryCaptureImageStorage, "OT")
    dataset.ConversionType = "WSD"
    dataset.DateOfSecondaryCapture, dataset.TimeOfSecondaryCapture = dataset.ContentDate, dataset.ContentTime
    dataset.SecondaryCaptureDeviceManufacturer = MANUFACTURER
    dataset.SecondaryCaptureDeviceManufacturerModelName = MODEL_NAME
    dataset.SecondaryCaptureDeviceSoftwareVersions = software_version()
    dataset.ImageType = ["DERIVED", "SECONDARY"]
    dataset.PatientOrientation = list(study.orientation) if len(study.orientation) == 2 else ""
    dataset.BurnedInAnnotation = "YES"
    dataset.DerivationDescription = valid_text(_derivation(result), "ST")
    dataset.DerivationCodeSequence = [code_item(CLASS_ACTIVATION)]
    origin = study.reference()
    origin.PurposeOfReferenceCodeSequence = [code_item(SOURCE_IMAGE)]
    dataset.SourceImageSequence = [origin]
    dataset.ImageComments = RESEARCH_USE_NOTICE
    _set_pixels(dataset, pixels)
    _say_lossy(dataset, study)
    return dataset


def _derivation(result: ScanResult) -> str:
    return (
        f"Class activation map for {result.positive_class} over the scan, made smaller, with a legend burned in."
        f" Model {result.model.name} {result.model.version}, weights SHA-256 {result.model.weights_sha256}."
    )


def _set_pixels(dataset: Dataset, pixels: np.ndarray) -> None:
    """Write RGB pixels, (rows, columns, 3) of uint8."""
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation, dataset.PlanarConfiguration = 3, "RGB", 0
    dataset.Rows, dataset.Columns = pixels.shape[:2]
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = 8, 8, 7, 0
    content = pixels.tobytes()
    dataset.PixelData = content if len(content) % 2 == 0 else content + b"\x00"
    dataset["PixelData"].VR = "OB"


def _say_lossy(dataset: Dataset, study: SourceStudy) -> None:
    """A picture of an image that lost detail has lost it too."""
    dataset.LossyImageCompression = "00" if study.lossy_ratio is None else "01"
    if study.lossy_ratio:
        dataset.LossyImageCompressionRatio = f"{study.lossy_ratio:.4g}"
        if study.lossy_method:
            dataset.LossyImageCompressionMethod = study.lossy_method
