"""Numbers as a reader of a clinical report expects them. Every figure of every document is worded here."""

import math
from dataclasses import dataclass
from datetime import datetime

from core.training.results import Estimate

UNDEFINED = "\u2013"
"""Stands where a figure is not defined, such as the sensitivity of a set without a positive image."""

_MOST_CLASSES_NAMED = 4
_LONGEST_CLASS = 18


@dataclass(frozen=True)
class ClassLegend:
    """Class names where there is little room: as they are, or as numbers that a note explains.

    Attributes:
        classes: Class names, in the order of the outputs.
    """

    classes: tuple[str, ...]

    @property
    def is_numbered(self) -> bool:
        """Whether the names are too many or too long."""
        return len(self.classes) > _MOST_CLASSES_NAMED or max(map(len, self.classes)) > _LONGEST_CLASS

    @property
    def heads(self) -> tuple[str, ...]:
        """What stands for each class."""
        return tuple(str(number) for number in range(1, len(self.classes) + 1)) if self.is_numbered else self.classes

    @property
    def note(self) -> str:
        """What the numbers mean, empty where names stand."""
        listed = "; ".join(f"{number} {name}" for number, name in enumerate(self.classes, 1))
        return f"Classes: {listed}." if self.is_numbered else ""


def percent(value: float) -> str:
    """A share as a percentage with one decimal; what is not quite all, or not quite none, never reads as that."""
    if not math.isfinite(value):
        return UNDEFINED
    words = f"{100 * value:.1f}%"
    if words == "100.0%" and value < 1:
        return ">99.9%"
    if words == "0.0%" and value > 0:
        return "<0.1%"
    return words


def percent_interval(estimate: Estimate) -> str:
    """An interval in percent, `98.4 to 99.8%`."""
    if not (math.isfinite(estimate.low) and math.isfinite(estimate.high)):
        return UNDEFINED
    return f"{100 * estimate.low:.1f} to {100 * estimate.high:.1f}%"


def decimal(value: float, digits: int = 3) -> str:
    """A figure with a fixed number of decimals."""
    return f"{value:.{digits}f}" if math.isfinite(value) else UNDEFINED


def decimal_interval(estimate: Estimate, digits: int = 3) -> str:
    """An interval with a fixed number of decimals, `0.998 to 1.000`."""
    if not (math.isfinite(estimate.low) and math.isfinite(estimate.high)):
        return UNDEFINED
    return f"{estimate.low:.{digits}f} to {estimate.high:.{digits}f}"


def threshold_words(value: float) -> str:
    """A threshold, with as many decimals as it takes to tell it from 0 and 1."""
    if not math.isfinite(value):
        return UNDEFINED
    for digits in (2, 3, 4, 6):
        rounded = round(value, digits)
        if rounded == value or (0 < rounded < 1 and digits >= 3):
            return f"{value:.{digits}f}"
    return f"{value:.2e}"


def duration(seconds: float) -> str:
    """A time span in the two units that matter."""
    if not math.isfinite(seconds) or seconds < 0:
        return UNDEFINED
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s"


def moment(iso: str) -> str:
    """A point in time, `2026-11-23 10:00 UTC`; what is no ISO 8601 stays as it is."""
    try:
        parsed = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    return date_words(parsed)


def date_words(date: datetime) -> str:
    """A point in time with its distance from UTC: names of time zones differ from system to system."""
    offset = date.utcoffset()
    if offset is None:
        return f"{date:%Y-%m-%d %H:%M}"
    minutes = round(offset.total_seconds() / 60)
    zone = f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else ""
    return f"{date:%Y-%m-%d %H:%M} UTC{zone}"


def counted(count: int, noun: str) -> str:
    """A number and what it counts: `1 file`, `2,000 files`, `no files`."""
    return f"{count:,} {noun}" if count == 1 else f"{f'{count:,}' if count else 'no'} {noun}s"


def shortened(text: str, longest: int) -> str:
    """A text that fits on paper: cut at a word, with a sentence that says where the rest is."""
    if len(text) <= longest:
        return text
    return f"{text[:longest].rsplit(' ', 1)[0]} \u2026 The whole answer is in the JSON file."


def clipped(text: str, longest: int) -> str:
    """A text that a page has room for: what is longer ends in a sign, and says how long it was."""
    return text if len(text) <= longest else f"{text[:longest]}\u2026 ({len(text):,} characters)"
