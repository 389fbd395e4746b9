"""Values of a file's header as the standard allows them, so that what is copied is valid whatever was stored."""

import re
from collections.abc import Mapping

from pydicom.dataset import Dataset

from core.imaging.dicom_attributes import date_of, texts_of, value_of

_LONGEST = {"SH": 16, "CS": 16, "LO": 64, "ST": 1024, "LT": 10240, "UT": 100_000}
"""Characters per value, DICOM PS3.5 table 6.2-1; UT has no limit of its own."""

_LONGEST_NAME_GROUP = 64
_UID = re.compile(r"[0-9]+(\.[0-9]+)+")
_LONGEST_UID = 64
_TIME = re.compile(r"([01]\d|2[0-3])([0-5]\d([0-5]\d(\.\d{1,6})?)?)?")
_AGE = re.compile(r"\d{3}[DWMY]")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?")
_CODE = re.compile(r"[A-Z0-9 _]*")


def valid_text(text: str, representation: str) -> str:
    """Text cut to what a value representation holds, in one line unless it may have several.

    Args:
        text: Any.
        representation: SH, LO, ST, LT, UT or CS.
    """
    allows_lines = representation in ("ST", "LT", "UT")
    kept = "".join(letter for letter in text if letter.isprintable() or (allows_lines and letter in "\n\r\t"))
    # A backslash parts values, except in the representations of long text.
    kept = kept if allows_lines else kept.replace("\\", "/")
    return kept[: _LONGEST[representation]].strip()


def valid_person_name(text: str) -> str:
    """A name in up to three component groups of five components (DICOM PS3.5 6.2.1.2), each cut to its length."""
    groups = []
    for group in text.replace("\\", " ").split("=")[:3]:
        printable = "".join(letter for letter in group if letter.isprintable())
        groups.append("^".join(printable.split("^")[:5])[:_LONGEST_NAME_GROUP].strip())
    return "=".join(groups).rstrip("=")


def observer_name(text: str) -> str:
    """A person's name as somebody typed it, as a name of one component; empty where there is none."""
    name = valid_person_name(" ".join(text.replace("=", " ").split()))
    # The caret says that the single component is meant so, and no name with its parts run together.
    return name if not name or "^" in name else f"{name[: _LONGEST_NAME_GROUP - 1]}^"


def valid_uid(dataset: Dataset, keyword: str) -> str:
    """A UID as it stands, empty where there is none that a reference could hold.

    Leading zeros in a component are against the standard, but the file is known by them everywhere else.
    """
    uid = next(iter(texts_of(dataset, keyword)), "")
    return uid if len(uid) <= _LONGEST_UID and _UID.fullmatch(uid) else ""


def valid_value(dataset: Dataset, keyword: str, representation: str) -> str:
    """One attribute of a header as the standard allows it; empty where absent, or where nothing valid is in it.

    Args:
        dataset: The header.
        keyword: The attribute.
        representation: Its VR.
    """
    if representation == "PN":
        value = value_of(dataset, keyword)
        return valid_person_name(str(value).split("\\", maxsplit=1)[0]) if value is not None else ""
    if representation == "DA":
        day = date_of(dataset, keyword)
        return f"{day:%Y%m%d}" if day is not None else ""
    text = next(iter(texts_of(dataset, keyword)), "")
    if representation in _PATTERNS:
        text = text.replace(":", "") if representation == "TM" else text.upper()
        return text if _PATTERNS[representation].fullmatch(text) and len(text) <= _LONGEST_PATTERN else ""
    return valid_text(text, representation)


_LONGEST_PATTERN = 16
_PATTERNS: Mapping[str, re.Pattern[str]] = {"TM": _TIME, "AS": _AGE, "DS": _NUMBER, "CS": _CODE}
