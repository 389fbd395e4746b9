"""What is measured on each file for the shortcut audit: its pixels at their own size, and how it was stored."""

# untranslated module: attributes of DICOM by their keywords, and names that are kept with an audit

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.errors import FileError
from core.imaging.greyscale import render
from core.imaging.opening import read_head
from core.imaging.reading import read_radiograph
from core.training.audit_details import PictureDetails, picture_details

CATEGORY_TAGS = (
    "Manufacturer",
    "ManufacturerModelName",
    "InstitutionName",
    "StationName",
    "SoftwareVersions",
    "Modality",
    "BodyPartExamined",
    "ViewPosition",
    "PatientSex",
    "DetectorType",
    "PresentationIntentType",
)
"""Attributes of DICOM whose value is a word. Whose image it is (name, identity, dates) is not looked at."""
NUMBER_TAGS = ("PixelSpacing", "ImagerPixelSpacing", "KVP", "Exposure", "DistanceSourceToDetector", "Grid")
"""Attributes of DICOM whose value is a number; of several values the first."""
AGE = "PatientAge"

_STORAGE_TAGS = (
    "PhotometricInterpretation",
    "BitsAllocated",
    "BitsStored",
    "PixelRepresentation",
    "SpecificCharacterSet",
)


@dataclass(frozen=True, eq=False)
class FileMeasures:
    """What is known of one file.

    Attributes:
        details: Of its pixels, None where they cannot be read any more.
        storage_words: How it is stored, as words: format, bit depth, quantisation tables ...
        storage_numbers: The same as numbers: coarseness of the JPEG tables ...
        tag_words: Of its DICOM header, as words; empty for other files.
        tag_numbers: Of its DICOM header, as numbers.
        bytes_per_pixel: Natural logarithm of the file's size over the number of pixels; NaN where not measured.
    """

    details: PictureDetails | None = None
    storage_words: Mapping[str, str] = field(default_factory=dict)
    storage_numbers: Mapping[str, float] = field(default_factory=dict)
    tag_words: Mapping[str, str] = field(default_factory=dict)
    tag_numbers: Mapping[str, float] = field(default_factory=dict)
    bytes_per_pixel: float = math.nan


def measure_file(path: Path) -> FileMeasures:
    """Measure a file.

    Args:
        path: A file that could be read when the data set was checked. One that has gone since is measured as empty.
    """
    try:
        return _measure(path)
    except (FileError, MemoryError):
        return FileMeasures()


def _measure(path: Path) -> FileMeasures:
    from core.imaging.raster_headers import sniff_raster

    display = render(read_radiograph(path))
    size = math.log(max(path.stat().st_size / max(display.size, 1), 1e-6))
    details = picture_details(display)
    image_format = sniff_raster(read_head(path))
    if image_format is None:
        words, tag_words, tag_numbers = _dicom_facts(path)
        return FileMeasures(details, words, {}, tag_words, tag_numbers, size)
    words, numbers = _raster_facts(path)
    return FileMeasures(details, words, numbers, bytes_per_pixel=size)


def _raster_facts(path: Path) -> tuple[dict[str, str], dict[str, float]]:
    """How a picture is stored: its format, and for a JPEG how hard it was compressed."""
    from core.imaging.raster_headers import sniff_raster
    from core.imaging.raster_opening import open_raster

    image_format = sniff_raster(read_head(path))
    assert image_format is not None  # noqa: S101 - measured just before.
    with open_raster(path, image_format) as raster:
        image = raster.image
        tables = dict(getattr(image, "quantization", None) or {})
        info = image.info
        words = {
            "file format": str(image_format),
            "colour channels": image.mode,
            "bit depth": str(raster.bits_per_channel),
            "orientation": str(raster.orientation),
            "progressive": str(bool(info.get("progressive") or info.get("interlace"))),
            "resolution": str(info.get("dpi") or info.get("jfif_density") or ""),
            "embedded blocks": " ".join(name for name in ("icc_profile", "exif", "comment", "adobe") if info.get(name)),
        }
    if not tables:
        return words, {}
    content = repr(sorted((number, tuple(table)) for number, table in tables.items()))
    words["JPEG tables"] = hashlib.sha256(content.encode()).hexdigest()[:16]
    brightness = np.asarray(next(iter(tables.values())), dtype=np.float64)
    return words, {
        "JPEG quality": float(np.log(brightness.mean())),
        "JPEG quality of coarse structures": float(np.log(max(brightness.flat[0], 1.0))),
    }


def _dicom_facts(path: Path) -> tuple[dict[str, str], dict[str, str], dict[str, float]]:
    """How a DICOM file is stored, and what its header says of device, place and patient."""
    from core.imaging.dicom_attributes import number_of, text_of
    from core.imaging.dicom_dataset import open_dicom, parsing
    from core.imaging.dicom_identity import read_patient_study

    with open_dicom(path) as file, parsing(path):
        dataset = file.dataset
        storage = {"file format": "DICOM", "compression": file.transfer_syntax}
        storage |= {name: text_of(dataset, name) for name in _STORAGE_TAGS}
        words = {name: text_of(dataset, name).casefold() for name in CATEGORY_TAGS}
        found = {name: number_of(dataset, name) for name in NUMBER_TAGS}
        age = read_patient_study(dataset).age_years
        if age is not None:
            found[AGE] = age.value
    return storage, words, {name: value for name, value in found.items() if value is not None}


def details_matrix(measures: list[FileMeasures], name: str) -> npt.NDArray[np.float32]:
    """One kind of detail of every file: float32 (files, numbers); NaN where a file could not be measured.

    Args:
        measures: Of each file.
        name: Attribute of `PictureDetails`.
    """
    rows = [getattr(item.details, name) if item.details is not None else None for item in measures]
    known = next((row for row in rows if row is not None), None)
    if known is None:
        return np.zeros((len(rows), 0), dtype=np.float32)
    absent = np.full(known.shape, np.nan, dtype=np.float32)
    return np.stack([row if row is not None else absent for row in rows])
