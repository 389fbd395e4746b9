"""What the result panel can be showing."""

from dataclasses import dataclass
from typing import TypeAlias

from core.error_wording import ErrorMessage
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
class Unanswerable:
    """There will be no answer.

    Attributes:
        message: Why, and what to do.
    """

    message: ErrorMessage


@dataclass(frozen=True)
class Answered:
    """The model's answer. Results are compared by identity."""

    result: ScanResult


PanelState: TypeAlias = NothingOpen | NotClassified | Waiting | Unanswerable | Answered
