"""The input gate's outcome: may the model judge this scan at all?

`core.screening.gate_checks` looks; this module says what it can find and what that means.
"""

from dataclasses import dataclass
from enum import StrEnum


class GateLevel(StrEnum):
    """What a finding means for the answer."""

    PASS = "pass"  # noqa: S105 (no password)
    WARN = "warn"
    """The answer is shown, with the warning."""
    REFUSE = "refuse"
    """No probability is shown unless a person overrides it, which is recorded."""


class GateCheck(StrEnum):
    """What was looked at. The values are stable: they are written into JSON and into the record."""

    PICTURE = "picture"
    """Is there a picture: enough pixels, enough grey values."""
    RADIOGRAPH = "radiograph"
    """Is it a radiograph, and not a photograph, a document, a drawing or a slice of a CT or MR."""
    CHEST = "chest"
    """Does it show a chest."""
    VIEW = "view"
    """Is it frontal."""
    POLARITY = "polarity"
    """Is bone bright."""
    ORIENTATION = "orientation"
    """Is it upright."""
    LUNGS = "lungs"
    """Are there two lung fields where they belong."""
    PROCESSING = "processing"
    """Is it made for presentation."""
    AGE = "age"
    """Is the patient of the age that the model was trained on."""
    LIKENESS = "likeness"
    """Is it like the images that the model was trained on."""


_ORDER = (GateLevel.PASS, GateLevel.WARN, GateLevel.REFUSE)


@dataclass(frozen=True)
class GateFinding:
    """One thing that speaks against judging a scan.

    Attributes:
        check: What was looked at.
        level: What it means for the answer; never `PASS`.
        sentence: What was found and what to do, for a person; English as it is, shown by `tr`.
    """

    check: GateCheck
    level: GateLevel
    sentence: str


@dataclass(frozen=True)
class GateOutcome:
    """Whether the model may judge a scan.

    Attributes:
        findings: What speaks against it, the gravest first; empty where nothing does.
    """

    findings: tuple[GateFinding, ...] = ()

    @property
    def level(self) -> GateLevel:
        """The gravest finding's level."""
        return max((finding.level for finding in self.findings), key=_ORDER.index, default=GateLevel.PASS)

    def at(self, level: GateLevel) -> tuple[GateFinding, ...]:
        """The findings of one level."""
        return tuple(finding for finding in self.findings if finding.level is level)


def gate_outcome(findings: tuple[GateFinding, ...]) -> GateOutcome:
    """Put findings in order, the gravest first; of several about the same check only the gravest stays."""
    ordered = sorted(findings, key=lambda finding: _ORDER.index(finding.level), reverse=True)
    kept: dict[GateCheck, GateFinding] = {}
    for finding in ordered:
        kept.setdefault(finding.check, finding)
    return GateOutcome(tuple(kept.values()))
