"""What classifying a scan gives: a result, or the reason why there is none."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.errors import HilumError
from core.model.activation import ActivationMap
from core.model.card import ModelIdentity
from core.model.runtime import RuntimeInfo
from core.screening.notices import OUTSIDE_PURPOSE, Notice

RESEARCH_USE_NOTICE = "Research use only, not for diagnosis."
"""Shown with every result, wherever it goes."""


OUTSIDE_PURPOSE_NOTICE = "This scan is not of the kind the model was made for; its answer means nothing here."
"""Shown with every result for which `ScanResult.is_outside_purpose` holds."""


class Decision(StrEnum):
    """What the probability means at the package's threshold."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


@dataclass(frozen=True)
class StageTimes:
    """How long each stage took for one scan, milliseconds of wall time.

    Attributes:
        read_ms: Reading and decoding the file.
        prepare_ms: Making the picture and the network's input.
        inference_ms: Its share of the forward pass, activation map included.
    """

    read_ms: float
    prepare_ms: float
    inference_ms: float

    @property
    def total_ms(self) -> float:
        """All stages together."""
        return self.read_ms + self.prepare_ms + self.inference_ms


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
        threshold: Probability of the positive class from which the decision is positive.
        decision: The probability of the positive class held against the threshold.
        activation: Where the evidence for the positive class lies.
        notices: What to know about the scan, warnings first.
        timing: How long it took.
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
    decision: Decision
    activation: ActivationMap
    notices: tuple[Notice, ...]
    timing: StageTimes
    limits: str = ""
    origin: str = ""

    @property
    def positive_probability(self) -> float:
        """Probability of the positive class, 0..1."""
        return self.probabilities[self.classes.index(self.positive_class)]

    @property
    def is_outside_purpose(self) -> bool:
        """Whether the scan is of a kind that the model was not made for."""
        return any(notice.kind in OUTSIDE_PURPOSE for notice in self.notices)


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
