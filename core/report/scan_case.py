"""One scan of a report, with all that is known about it."""

from dataclasses import dataclass
from pathlib import Path

from core.errors import HilumError
from core.imaging.drawn_measurement import DrawnMeasurement
from core.imaging.radiograph import Radiograph
from core.language import tr
from core.model.card import ModelCard
from core.screening.decision import Decision
from core.screening.result import ScanResult


@dataclass(frozen=True, eq=False)
class ScanCase:
    """A scan to be reported.

    Attributes:
        radiograph: The scan, None where it could not be read.
        result: The model's answer about it, None where there is none.
        failure: Why it could not be read or classified, None where nothing went wrong.
        measurements: What a person drew on it.
        comment: What a person wrote about it.
        impression: What a person said they see, None where nobody was asked.
        card: The card of the model that answered; None looks for it among the models kept here.
        path: The file, for a scan that could not be read.
    """

    radiograph: Radiograph | None
    result: ScanResult | None = None
    failure: HilumError | None = None
    measurements: tuple[DrawnMeasurement, ...] = ()
    comment: str = ""
    impression: Decision | None = None
    card: ModelCard | None = None
    path: Path | None = None

    @property
    def file_name(self) -> str:
        """Name of the file, or what stands for it."""
        if self.radiograph is not None:
            return file_words(self.radiograph)
        return self.path.name if self.path is not None else tr("Pasted picture")


def file_words(radiograph: Radiograph) -> str:
    """Name of a scan's file as it is, or what stands for it."""
    return radiograph.name if radiograph.path is not None else tr(radiograph.name)
