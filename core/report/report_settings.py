"""What a person chooses about a report of scans."""

from dataclasses import dataclass, field

from core.report.blocks import Paper
from core.report.clinic import Clinic

LONGEST_COMMENT = 10_000
"""Letters of a comment that a report takes; about two pages."""


@dataclass(frozen=True)
class ReportSettings:
    """How a report is made.

    Attributes:
        clinic: Who issues it.
        anonymous: Whether everything that names the patient is left out: name, number, dates, institution, the name of
            the file. Text that is burned into the picture stays, and the report says so.
        paper: Page size, None for the clinic's.
        is_small: Whether pictures are made small enough for e-mail.
        shows_heat_map: Whether the scan is shown a second time, with its heat map.
        person: Who makes the report; may be empty.
    """

    clinic: Clinic = field(default_factory=Clinic)
    anonymous: bool = False
    paper: Paper | None = None
    is_small: bool = False
    shows_heat_map: bool = True
    person: str = ""

    @property
    def page_size(self) -> Paper:
        """The page size that holds."""
        return self.paper if self.paper is not None else self.clinic.paper
