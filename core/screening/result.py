"""What classifying a scan gives: a result, or the reason why there is none."""

from dataclasses import dataclass
from pathlib import Path

from core.errors import HilumError
from core.language import mark
from core.model.activation import ActivationMap
from core.model.card import ModelIdentity
from core.model.conformal import DEFAULT_ERROR_LEVEL
from core.model.runtime import RuntimeInfo
from core.screening.decision import Decision, LungEvidence, Verdict
from core.screening.gate import GateLevel, GateOutcome
from core.screening.measurements import ScanMeasurements
from core.screening.notices import Notice

RESEARCH_USE_NOTICE = mark("Research use only, not for diagnosis.")
"""Shown with every result, wherever it goes; by `tr` where a person reads it."""


OVERRIDE_NOTICE = mark("The gate refused this scan and a person overrode it: the answer means little here.")
"""Shown with every result of a refused scan that a person wanted to see; by `tr` where a person reads it."""


@dataclass(frozen=True)
class Override:
    """A person's wish to see the answer about a refused scan.

    Attributes:
        person: Who, as the settings name the person; may be empty.
        time: When, ISO 8601 in UTC.
    """

    person: str
    time: str


@dataclass(frozen=True)
class StageTimes:
    """How long each stage took for one scan, milliseconds of wall time.

    Attributes:
        read_ms: Reading and decoding the file.
        prepare_ms: Making the picture and the network's input.
        inference_ms: Its share of the classifier's forward pass, activation map included.
        evidence_ms: Its share of the lung network's forward pass, gate and decision included.
    """

    read_ms: float
    prepare_ms: float
    inference_ms: float
    evidence_ms: float = 0.0

    @property
    def total_ms(self) -> float:
        """All stages together."""
        return self.read_ms + self.prepare_ms + self.inference_ms + self.evidence_ms


@dataclass(frozen=True, eq=False)
class ScanResult:
    """A model's answer about one scan, with everything needed to judge it. Holds no pixels of the scan.

    Attributes:
        path: The file, None for a pasted picture.
        frame_index: Which frame of it, from 0.
        model: Which model answered.
        runtime: What it ran on.
        classes: The model's classes.
        probabilities: One per class, 0..1, summing to 1.
        positive_class: The class that the decision is about.
        threshold: Probability of the positive class from which the classifier leans positive.
        verdict: The answer with its reasons.
        gate: Whether the model may judge the scan.
        evidence: What the lungs show, None where the lung network could not be asked.
        activation: Where the evidence for the positive class lies.
        notices: What to know about the scan, warnings first.
        timing: How long it took.
        input_sha256: SHA-256 of what the classifier saw, 64 hexadecimal digits.
        lung_model: Which lung network was asked, None where none was.
        error_level: Share of scans of either class whose true answer the prediction set may exclude.
        is_commissioned: Whether the model was commissioned at this site then.
        override: Who wanted to see the answer about a refused scan, None where nobody did.
        statements: What every answer of this model carries with it here: the audit of its training images, whether
            it was tried on scans of this site; a sentence each, English as it is, shown by `tr`.
        measurements: What the scan is like, for telling when scans change; None where that was not measured.
        limits: The model's limits in one sentence, from its card.
        origin: What the model was trained on and what its figures were measured on, from its card.
    """

    path: Path | None
    frame_index: int
    model: ModelIdentity
    runtime: RuntimeInfo
    classes: tuple[str, ...]
    probabilities: tuple[float, ...]
    positive_class: str
    threshold: float
    verdict: Verdict
    gate: GateOutcome
    evidence: LungEvidence | None
    activation: ActivationMap
    notices: tuple[Notice, ...]
    timing: StageTimes
    input_sha256: str = ""
    lung_model: ModelIdentity | None = None
    error_level: float = DEFAULT_ERROR_LEVEL
    is_commissioned: bool = False
    override: Override | None = None
    statements: tuple[str, ...] = ()
    measurements: ScanMeasurements | None = None
    limits: str = ""
    origin: str = ""

    @property
    def positive_probability(self) -> float:
        """Probability of the positive class, 0..1."""
        return self.probabilities[self.classes.index(self.positive_class)]

    @property
    def decision(self) -> Decision:
        """The answer."""
        return self.verdict.decision

    @property
    def is_refused(self) -> bool:
        """Whether the gate refused the scan."""
        return self.gate.level is GateLevel.REFUSE

    @property
    def shown_evidence(self) -> LungEvidence | None:
        """What the lungs show, where it may be shown: it is an answer too."""
        return self.evidence if self.shows_probabilities else None

    @property
    def shows_probabilities(self) -> bool:
        """Whether probabilities may be shown: of a refused scan only where a person overrode that."""
        return not self.is_refused or self.override is not None


@dataclass(frozen=True, eq=False)
class ScanFailure:
    """A scan that could not be classified.

    Attributes:
        path: The file.
        error: Why not. Carries no traceback, which would keep the pixels of the scan in memory.
    """

    path: Path
    error: HilumError


ScanOutcome = ScanResult | ScanFailure
"""What becomes of one scan of a batch."""
