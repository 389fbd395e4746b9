"""Dates moved by a number of days."""

import re
from datetime import date, timedelta

_DATE = re.compile(r"(\d{4})\.?(\d{2})\.?(\d{2})")
_DATE_TIME = re.compile(r"(\d{4})(\d{2})(\d{2})((?:\d{2}){0,3}(?:\.\d{1,6})?(?:[+-]\d{4})?)")


def shifted(text: str, representation: str, days: int) -> str | None:
    """A date or date and time moved by some days.

    Args:
        text: As DICOM writes it: 20260131, or 20260131123000.5+0100.
        representation: `DA` or `DT`.
        days: How far; negative is earlier.

    Returns:
        The moved one, None where the text is no whole date: a month or a year alone cannot be moved by days.
    """
    pattern = _DATE if representation == "DA" else _DATE_TIME
    found = pattern.fullmatch(text.strip())
    if found is None:
        return None
    try:
        moved = date(*(int(part) for part in found.groups()[:3])) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None
    rest = found.group(4) if representation == "DT" else ""
    return f"{moved.year:04d}{moved.month:02d}{moved.day:02d}{rest}"
