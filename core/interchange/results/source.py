"""What a scan's DICOM results are made of."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.imaging.drawn_measurement import DrawnMeasurement, MeasurementKind
from core.imaging.greyscale import ModalityLut, VoiWindow
from core.imaging.radiograph import ImageFormat, ModalityTransform, Radiograph
from core.interchange.results.lookup_tables import fits_lookup_table
from core.interchange.results.measured_numbers import numbers_of
from core.language import mark
from core.screening.result import ScanResult


class ResultKind(StrEnum):
    """A kind of DICOM object. The values are those of the command line."""

    STRUCTURED_REPORT = "sr"
    """Comprehensive SR by TID 1500: finding, probability, measurements, coded."""
    HEAT_MAP = "sc"
    """Secondary Capture of the heat map with its legend."""
    PRESENTATION_STATE = "gsps"
    """Grayscale Softcopy Presentation State: window and measurements, for the archive's own viewer."""
    REPORT = "pdf"
    """Encapsulated PDF of the report."""

    @property
    def words(self) -> str:
        """What a person calls it, by `tr`."""
        return _WORDS[self]


_WORDS = {
    ResultKind.STRUCTURED_REPORT: mark("structured report"),
    ResultKind.HEAT_MAP: mark("heat map"),
    ResultKind.PRESENTATION_STATE: mark("presentation state"),
    ResultKind.REPORT: mark("PDF report"),
}


@dataclass(frozen=True, eq=False)
class ResultSource:
    """A scan with what is known about it.

    Attributes:
        path: Its file; the results join the study that it belongs to.
        radiograph: The scan, of the frame that everything else is about.
        result: The model's answer about that frame, None where it was not classified.
        measurements: What a person drew.
        window: As it is shown, None for as the file asks for.
        is_inverted: Whether black and white were turned by hand.
        comment: What a person wrote about it.
        person: Who had the results made; may be empty.
    """

    path: Path
    radiograph: Radiograph
    result: ScanResult | None = None
    measurements: tuple[DrawnMeasurement, ...] = ()
    window: VoiWindow | None = None
    is_inverted: bool = False
    comment: str = ""
    person: str = ""

    @property
    def finished_measurements(self) -> tuple[DrawnMeasurement, ...]:
        """Those with all their points."""
        return tuple(drawn for drawn in self.measurements if drawn.has_all_points)

    @property
    def is_of_chest(self) -> bool:
        """Whether the scan was taken for a chest radiograph: by the gate or against it, or by who measured a heart."""
        is_judged = self.result is not None and self.result.shows_probabilities
        return is_judged or any(drawn.kind is MeasurementKind.CARDIOTHORACIC for drawn in self.finished_measurements)


def obstacle_to(kind: ResultKind, source: ResultSource) -> str | None:
    """Say why a kind of result cannot be made of a scan.

    Args:
        kind: Which.
        source: The scan.

    Returns:
        A clause that a sentence can hold, by `tr`; None where nothing is in the way.
    """
    if source.radiograph.format is not ImageFormat.DICOM:
        return mark("it is no DICOM file and so belongs to no study")
    result = source.result
    match kind:
        case ResultKind.STRUCTURED_REPORT if result is None and not _is_measured(source):
            return mark("it was neither classified nor measured")
        case ResultKind.HEAT_MAP if result is None:
            return mark("it was not classified")
        case ResultKind.HEAT_MAP if result is not None and not result.shows_probabilities:
            return mark("it was refused, and a refused scan has no heat map")
        case ResultKind.PRESENTATION_STATE if not source.radiograph.photometric_interpretation.startswith("MONOCHROME"):
            return mark("it is stored in colour, and a greyscale presentation state cannot refer to it")
        case ResultKind.PRESENTATION_STATE if not _can_state(source.radiograph.modality_transform):
            return mark("its table of values is not one that a presentation state can hold")
        case _:
            return None


def _is_measured(source: ResultSource) -> bool:
    return any(numbers_of(drawn, source.radiograph.spacing) for drawn in source.finished_measurements)


def _can_state(transform: ModalityTransform) -> bool:
    """Whether a presentation state can say how stored values become the modality's."""
    return not isinstance(transform, ModalityLut) or fits_lookup_table(transform.first_value, transform.table)
