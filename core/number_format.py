"""Numbers, dates and times as the person's language writes them.

In English these are what Python's own formats give, with ISO 8601's dates, which no reader takes for another day. Other
languages bring their signs and patterns in the translation file, beside their words.
"""

import math
from datetime import date, datetime

from core.language import SOURCE_LANGUAGE, current_language, plural_form, tr


def integer(value: int) -> str:
    """A whole number with groups of thousands: `1,200`, `1.200` in Turkish."""
    return _with_signs(f"{value:,}")


def tr_count(one: str, many: str, count: int, **fields: object) -> str:
    """Return what is said of a count, in the form that the person's language has for it.

    Args:
        one: The English sentence for a count of 1, literal: `"{count} scan"`.
        many: That for all others: `"{count} scans"`.
        count: The count; `{count}` in the sentence is replaced by it, written as the language writes numbers.
        fields: What else is filled in.
    """
    return plural_form(one, many, count).format(count=integer(count), **fields)


def decimal(value: float, digits: int, *, grouped: bool = False) -> str:
    """A number with fixed decimals: `0.998`, `0,998` in Turkish.

    Args:
        value: The number.
        digits: How many decimals.
        grouped: Whether thousands are set apart.
    """
    return _with_signs(f"{value:{',' if grouped else ''}.{digits}f}")


def general(value: float, significant: int = 6) -> str:
    """A number in as few digits as say it, as Python's `g` does: `2.5`, `1e-05`."""
    return _with_signs(f"{value:.{significant}g}")


def percent(value: float, digits: int = 0) -> str:
    """A share as a percentage: `96.1%`, `%96,1` in Turkish.

    Args:
        value: The share, 1 for all.
        digits: How many decimals.
    """
    return percentage(_with_signs(f"{100 * value:.{digits}f}" if math.isfinite(value) else f"{value}"))


def percentage(number: str) -> str:
    """A number that is already words, with the sign of percent where the language has it: `98.4 to 99.8%`."""
    return tr("{number}%", "a percentage").format(number=number)


def day(value: date) -> str:
    """A day: `2026-11-24`, `24.11.2026` in Turkish."""
    return value.strftime(tr("%Y-%m-%d", "a pattern of Python's strftime"))


def moment(value: datetime, *, seconds: bool = False) -> str:
    """A day and a time, without the time zone: `2026-11-24 10:05`."""
    return f"{day(value)} {value:%H:%M:%S}" if seconds else f"{day(value)} {value:%H:%M}"


def capitalised(text: str) -> str:
    """Text with a capital first letter; Turkish has one of its own for i."""
    if current_language() == "tr" and text.startswith("i"):
        return "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}" + text[1:]
    return text[:1].upper() + text[1:]


def with_small_initial(text: str) -> str:
    """Text with a small first letter, as inside a sentence; Turkish has its own for I."""
    first = text[:1]
    if current_language() == "tr" and first in ("I", "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}"):
        return ("\N{LATIN SMALL LETTER DOTLESS I}" if first == "I" else "i") + text[1:]
    return first.lower() + text[1:]


def _with_signs(number: str) -> str:
    if current_language() == SOURCE_LANGUAGE:
        return number
    point, comma = tr(".", "a sign in numbers"), tr(",", "a sign in numbers")
    return "".join({".": point, ",": comma}.get(sign, sign) for sign in number)
