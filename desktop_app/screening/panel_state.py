"""What the result panel can be showing."""

from dataclasses import dataclass
from typing import TypeAlias

from core.error_wording import ErrorMessage
from core.screening.agreement import Agreement
from core.screening.decision import Decision
from core.screening.result import ScanResult


@dataclass(frozen=True)
class NothingOpen:
    """No scan is selected."""


@dataclass(frozen=True)
class NotClassified:
    """The scan was not classified, and nobody asked for it."""


@dataclass(frozen=True)
class Waiting:
    """The answer will come.

    Attributes:
        sentence: What for.
        can_be_cancelled: Whether a Cancel button makes sense.
    """

    sentence: str
    can_be_cancelled: bool = True


@dataclass(frozen=True)
class ImpressionAsked:
    """The person is asked what they see before any answer is shown.

    Attributes:
        finding: What the question is about: the model's positive class, empty while no model is loaded.
    """

    finding: str


@dataclass(frozen=True)
class Unanswerable:
    """There will be no answer.

    Attributes:
        message: Why, and what to do.
    """

    message: ErrorMessage


@dataclass(frozen=True)
class Answered:
    """The model's answer. Results are compared by identity.

    Attributes:
        result: The answer.
        impression: What the person said beforehand, None where nobody was asked or nothing was said.
        agreement: How often impressions and answers were the same so far, None where that was not counted.
    """

    result: ScanResult
    impression: Decision | None = None
    agreement: Agreement | None = None


PanelState: TypeAlias = NothingOpen | NotClassified | Waiting | ImpressionAsked | Unanswerable | Answered
