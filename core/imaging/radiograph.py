"""A radiograph and everything known about how it came to be."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
import numpy.typing as npt

from core.language import mark, tr
from core.number_format import tr_count

Value = TypeVar("Value")

StoredPixels = npt.NDArray[Any]
"""Pixels as decoded, before any transformation: (rows, columns), an integer type or float32/float64."""

DisplayPixels = npt.NDArray[np.uint8]
"""Pixels as shown: (rows, columns), 0 black to 255 white, bone bright unless inverted by hand."""


class ImageFormat(StrEnum):
    """What kind of file the pixels came from, found by content."""

    DICOM = "DICOM"
    PNG = "PNG"
    JPEG = "JPEG"
    TIFF = "TIFF"
    BMP = "BMP"
    WEBP = "WebP"  # untranslated: a name
    CLIPBOARD = mark("Clipboard")


@dataclass(frozen=True)
class Stated(Generic[Value]):
    """A fact with where it was read.

    Attributes:
        value: The fact.
        provenance: Where from, in words a person can check: "DICOM (0018,5101) View Position"; shown by `tr`.
    """

    value: Value
    provenance: str


class ViewPosition(StrEnum):
    """Projection of the beam, DICOM PS3.3 C.8.11.5 and C.8.1.2 reduced to what matters for chest images."""

    PA = "PA"
    AP = "AP"
    LATERAL = "LATERAL"
    OBLIQUE = "OBLIQUE"
    OTHER = "OTHER"

    @property
    def is_frontal(self) -> bool:
        """Whether the beam runs front to back or back to front."""
        return self in (ViewPosition.PA, ViewPosition.AP)


@dataclass(frozen=True)
class PatientStudy:
    """Whose image and from which examination. Never logged. None where not stated."""

    patient_name: Stated[str] | None = None
    patient_id: Stated[str] | None = None
    birth_date: Stated[date] | None = None
    sex: Stated[str] | None = None
    age_years: Stated[float] | None = None
    study_date: Stated[date] | None = None
    study_description: Stated[str] | None = None
    accession_number: Stated[str] | None = None
    institution: Stated[str] | None = None
    study_instance_uid: str = ""
    series_instance_uid: str = ""
    sop_instance_uid: str = ""
    sop_class_uid: str = ""
    patient_id_issuer: str = ""
    """Who gave the patient's ID, DICOM (0010,0021): the same ID of another hospital is another patient."""

    @property
    def age_in_words(self) -> str:
        """Completed months below two years, else completed years; empty where not stated."""
        if self.age_years is None:
            return ""
        years = max(0.0, self.age_years.value)
        if years < 2:
            return tr_count("{count} month", "{count} months", int(years * 12))
        return tr_count("{count} year", "{count} years", int(years))


@dataclass(frozen=True)
class Acquisition:
    """How the image was taken and stored. None where not stated."""

    modality: Stated[str] | None = None
    body_part: Stated[str] | None = None
    view_position: Stated[ViewPosition] | None = None
    laterality: Stated[str] | None = None
    presentation_intent: Stated[str] | None = None
    burned_in_annotation: Stated[bool] | None = None
    lossy_compression: Stated[bool] | None = None
    lossy_compression_ratio: float | None = None
    manufacturer: Stated[str] | None = None
    transfer_syntax: str = ""


class SpacingKind(StrEnum):
    """What a distance between pixels means (DICOM PS3.3 10.7.1.1 and 10.7.1.2); `tr` shows it."""

    CALIBRATED_GEOMETRY = mark("calibrated by geometry")
    CALIBRATED_FIDUCIAL = mark("calibrated by a fiducial")
    IN_PATIENT = mark("as stated, calibration not named")
    DETECTOR_CORRECTED = mark("at the detector, corrected by the estimated magnification")
    AT_DETECTOR = mark("at the detector")


@dataclass(frozen=True)
class PixelSpacing:
    """Distance between the centres of neighbouring pixels.

    Attributes:
        row_mm: Distance between neighbouring rows, mm, > 0.
        column_mm: Distance between neighbouring columns, mm, > 0.
        kind: What plane the distance is measured in.
        provenance: The attributes it was taken from.
        magnification: Estimated radiographic magnification applied, None where none was.
    """

    row_mm: float
    column_mm: float
    kind: SpacingKind
    provenance: str
    magnification: float | None = None

    @property
    def unit(self) -> str:
        """Unit of a length, shown by `tr`: `mm`, or `mm at detector` where the body is smaller than its shadow."""
        return mark("mm at detector") if self.kind is SpacingKind.AT_DETECTOR else "mm"


class ModalityTransform(Protocol):
    """Stored values to values in the modality's unit (DICOM PS3.3 C.11.1)."""

    @property
    def unit(self) -> str:
        """Unit of the result, empty where unspecified."""
        ...

    def apply(self, stored: npt.ArrayLike) -> npt.NDArray[np.float32]:
        """Transform stored values of any shape."""
        ...


class VoiTransform(Protocol):
    """Modality values to 0..1 (DICOM PS3.3 C.11.2), before presentation."""

    @property
    def explanation(self) -> str:
        """Name to show in a menu by `tr`, e.g. the file's own "LUNG"."""
        ...

    def apply(self, modality_values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Transform modality values of any shape to 0..1."""
        ...


@dataclass(frozen=True, eq=False)
class Overlay:
    """A one-bit graphic drawn over the image (DICOM PS3.3 C.9.2).

    Attributes:
        bitmap: (rows, columns) of bool, in its own size.
        origin_row: Row of the image under the overlay's first row, from 0; may be negative.
        origin_column: Column of the image under the overlay's first column, from 0.
        description: What it shows, in the file's words.
    """

    bitmap: npt.NDArray[np.bool_]
    origin_row: int
    origin_column: int
    description: str = ""


class Stage(StrEnum):
    """Stages a pixel goes through, in this order; `tr` shows them."""

    DECODE = mark("Decode")
    ORIENT = mark("Orient")
    GREYSCALE = mark("Reduce to greyscale")
    PADDING = mark("Pixel padding")
    MODALITY = mark("Modality")
    VOI = mark("Values of interest")
    PRESENTATION = mark("Presentation")


@dataclass(frozen=True)
class ProcessingStep:
    """One thing that was done to the pixels.

    Attributes:
        stage: When in the pipeline.
        description: What, with its numbers: "x 1.0 - 1024, result in HU"; English as it is, shown by `tr`.
        provenance: Why: the attribute or rule it follows; likewise.
        loses_colour: Whether it gave up differences of colour; colour channels that are all the same hold none.
    """

    stage: Stage
    description: str
    provenance: str
    loses_colour: bool = False


@dataclass(frozen=True, eq=False)
class Radiograph:
    """One image, ready to be looked at, measured and classified. Its arrays are read-only.

    Attributes:
        path: Where it was read, None for a pasted picture.
        format: Kind of file, by content.
        stored: Pixels as decoded and oriented, (rows, columns), one grey channel. Integers as stored, or floats.
        bits_stored: Significant bits of a stored value, 0 for floats.
        padding: (rows, columns), True where the pixel is padding and no measurement, None where no pixel is.
        modality_transform: Stored to modality values.
        voi_options: Ways to map modality values to grey; the first is the one the file asks for. Never empty.
        inverse: Whether presentation turns black into white (MONOCHROME1, Presentation LUT Shape INVERSE).
        photometric_interpretation: As in the file, e.g. MONOCHROME1.
        spacing: Physical size of a pixel, None where none may be claimed.
        patient_study: Whose image.
        acquisition: How it was taken.
        overlays: Graphics stored with the image.
        frame_index: Which frame this is, from 0.
        frame_count: How many frames the file has.
        steps: What was done to the pixels on reading, in order, up to and including `stored`.
    """

    path: Path | None
    format: ImageFormat
    stored: StoredPixels
    bits_stored: int
    padding: npt.NDArray[np.bool_] | None
    modality_transform: ModalityTransform
    voi_options: tuple[VoiTransform, ...]
    inverse: bool
    photometric_interpretation: str
    spacing: PixelSpacing | None
    patient_study: PatientStudy
    acquisition: Acquisition
    overlays: tuple[Overlay, ...] = ()
    frame_index: int = 0
    frame_count: int = 1
    steps: tuple[ProcessingStep, ...] = ()

    @property
    def rows(self) -> int:
        """Height in pixels."""
        return int(self.stored.shape[0])

    @property
    def columns(self) -> int:
        """Width in pixels."""
        return int(self.stored.shape[1])

    @property
    def name(self) -> str:
        """File name to show, or what stands for it."""
        return self.path.name if self.path is not None else tr("Pasted picture")
