"""Numbers as a reader of a clinical report expects them. Every figure of every document is worded here."""

import math
from dataclasses import dataclass
from datetime import datetime

from core import number_format
from core.imaging.radiograph import ViewPosition
from core.language import mark, tr
from core.number_format import integer, percentage
from core.program_version import program_version
from core.training.results import Estimate

UNDEFINED = "\u2013"
"""Stands where a figure is not defined, such as the sensitivity of a set without a positive image."""

_MOST_CLASSES_NAMED = 4
_LONGEST_CLASS = 18

_VIEWS = {
    ViewPosition.PA: mark("PA"),
    ViewPosition.AP: mark("AP"),
    ViewPosition.LATERAL: mark("LATERAL"),
    ViewPosition.OBLIQUE: mark("OBLIQUE"),
    ViewPosition.OTHER: mark("OTHER"),
}


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
        return tr("Classes: {listed}.").format(listed=listed) if self.is_numbered else ""


def percent(value: float) -> str:
    """A share as a percentage with one decimal; what is not quite all, or not quite none, never reads as that."""
    if not math.isfinite(value):
        return UNDEFINED
    rounded = f"{100 * value:.1f}"
    if rounded == "100.0" and value < 1:
        return f">{number_format.percent(0.999, 1)}"
    if rounded == "0.0" and value > 0:
        return f"<{number_format.percent(0.001, 1)}"
    return number_format.percent(value, 1)


def percent_interval(estimate: Estimate) -> str:
    """An interval in percent, `98.4 to 99.8%`."""
    if not (math.isfinite(estimate.low) and math.isfinite(estimate.high)):
        return UNDEFINED
    return percentage(_from_to(_decimal(100 * estimate.low, 1), _decimal(100 * estimate.high, 1)))


def decimal(value: float, digits: int = 3) -> str:
    """A figure with a fixed number of decimals."""
    return _decimal(value, digits) if math.isfinite(value) else UNDEFINED


def decimal_interval(estimate: Estimate, digits: int = 3) -> str:
    """An interval with a fixed number of decimals, `0.998 to 1.000`."""
    if not (math.isfinite(estimate.low) and math.isfinite(estimate.high)):
        return UNDEFINED
    return _from_to(_decimal(estimate.low, digits), _decimal(estimate.high, digits))


def threshold_words(value: float) -> str:
    """A threshold, with as many decimals as it takes to tell it from 0 and 1."""
    if not math.isfinite(value):
        return UNDEFINED
    for digits in (2, 3, 4, 6):
        rounded = round(value, digits)
        if rounded == value or (0 < rounded < 1 and digits >= 3):
            return _decimal(value, digits)
    mantissa, _, exponent = f"{value:.2e}".partition("e")
    return f"{_decimal(float(mantissa), 2)}e{exponent}"


def duration(seconds: float) -> str:
    """A time span in the two units that matter."""
    if not math.isfinite(seconds) or seconds < 0:
        return UNDEFINED
    if seconds < 60:
        return tr("{seconds} s").format(seconds=f"{seconds:.0f}")
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return tr("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
    return tr("{minutes} min {seconds} s").format(minutes=minutes, seconds=rest)


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
        return number_format.moment(date)
    minutes = round(offset.total_seconds() / 60)
    zone = f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else ""
    return f"{number_format.moment(date)} UTC{zone}"  # untranslated: UTC is the same everywhere


def origin_words(date: datetime) -> str:
    """What made a document, and when: the foot of every page."""
    program = f"Hilum {program_version()}"  # untranslated: a name
    return tr("{program}, {time}. Not a medical device.").format(program=program, time=date_words(date))


def view_words(view: ViewPosition) -> str:
    """The projection, as DICOM names it."""
    return tr(_VIEWS[view])


def shortened(text: str, longest: int) -> str:
    """A text that fits on paper: cut at a word, with a sentence that says where the rest is."""
    if len(text) <= longest:
        return text
    beginning = text[:longest].rsplit(" ", 1)[0]
    return tr("{beginning} \u2026 The whole answer is in the JSON file.").format(beginning=beginning)


def clipped(text: str, longest: int) -> str:
    """A text that a page has room for: what is longer ends in a sign, and says how long it was."""
    if len(text) <= longest:
        return text
    return tr("{beginning}\u2026 ({count} characters)").format(beginning=text[:longest], count=integer(len(text)))


def _decimal(value: float, digits: int) -> str:
    return number_format.decimal(value, digits)


def _from_to(low: str, high: str) -> str:
    return tr("{low} to {high}", "an interval").format(low=low, high=high)
