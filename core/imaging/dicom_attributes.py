"""Single attributes of a data set as plain values; a damaged attribute counts as absent, never fails the read."""

# untranslated module: names of DICOM attributes

import math
from collections.abc import Sequence
from datetime import date

from pydicom.datadict import tag_for_keyword
from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset
from pydicom.multival import MultiValue
from pydicom.valuerep import PersonName

from core.imaging.dicom_dataset import PARSING_FAILURES

LARGEST_SEQUENCE_BYTES = 4 * 2**20
MOST_ITEMS = 50_000
"""Sequences longer than this, or of more items, are not unfolded: parsing them would take many seconds."""

_ITEM_TAGS = (b"\xfe\xff\x00\xe0", b"\xff\xfe\xe0\x00")


def value_of(dataset: Dataset, keyword: str) -> object | None:
    """The attribute's value as pydicom parses it, None where absent, empty or damaged."""
    tag = tag_for_keyword(keyword)
    if tag is None or tag not in dataset:
        return None
    try:
        raw: object = dataset.get_item(tag)
        if isinstance(raw, RawDataElement) and _was_skipped(raw):
            return None
        value: object = dataset[tag].value
    except PARSING_FAILURES:
        return None
    return None if value is None or value == "" else value


def text_of(dataset: Dataset, keyword: str) -> str:
    """The attribute as text, several values joined by backslashes; empty where absent."""
    return "\\".join(texts_of(dataset, keyword))


def texts_of(dataset: Dataset, keyword: str) -> tuple[str, ...]:
    """Each value of the attribute as text without padding."""
    value = value_of(dataset, keyword)
    if value is None:
        return ()
    try:
        return tuple(_clean(str(item)) for item in _as_values(value))
    except PARSING_FAILURES:
        return ()


def person_name_of(dataset: Dataset, keyword: str) -> str:
    """A person's name as written in lists: "Yamada, Tarou (山田, 太郎)"; empty where absent."""
    value = value_of(dataset, keyword)
    if isinstance(value, MultiValue):
        value = value[0] if len(value) else None
    if not isinstance(value, PersonName):
        return _clean(str(value)) if isinstance(value, str) else ""
    try:
        groups = [_format_name(group) for group in str(value).split("=")]
    except PARSING_FAILURES:
        return ""
    shown = [group for group in dict.fromkeys(groups) if group]
    return f"{shown[0]} ({', '.join(shown[1:])})" if len(shown) > 1 else "".join(shown)


def numbers_of(dataset: Dataset, keyword: str) -> tuple[float, ...]:
    """Each value of the attribute as a number; empty where absent or where one is no finite number."""
    value = value_of(dataset, keyword)
    if value is None or isinstance(value, bytes):
        return ()
    try:
        numbers = tuple(float(str(item)) for item in _as_values(value))
    except PARSING_FAILURES:
        return ()
    return numbers if all(math.isfinite(number) for number in numbers) else ()


def number_of(dataset: Dataset, keyword: str) -> float | None:
    """The attribute's first value as a finite number."""
    numbers = numbers_of(dataset, keyword)
    return numbers[0] if numbers else None


def integer_of(dataset: Dataset, keyword: str) -> int | None:
    """The attribute's first value as a whole number."""
    number = number_of(dataset, keyword)
    return int(number) if number is not None else None


def date_of(dataset: Dataset, keyword: str) -> date | None:
    """The attribute as a date, from 20260131 or the older 2026.01.31."""
    digits = text_of(dataset, keyword).replace(".", "").replace("-", "")[:8]
    if len(digits) != 8 or not digits.isascii() or not digits.isdigit():
        return None
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def items_of(dataset: Dataset, keyword: str) -> Sequence[Dataset]:
    """The items of a sequence; empty where absent, damaged or absurdly long."""
    tag = tag_for_keyword(keyword)
    if tag is None or tag not in dataset:
        return ()
    try:
        raw: object = dataset.get_item(tag)
    except PARSING_FAILURES:
        return ()
    if isinstance(raw, RawDataElement) and _is_endless(raw):
        return ()
    value = value_of(dataset, keyword)
    if isinstance(value, (str, bytes)) or not isinstance(value, Sequence):
        return ()
    return [item for item in value if isinstance(item, Dataset)]


def frame_item(dataset: Dataset, frame_index: int, keyword: str) -> Dataset:
    """Where a frame's attributes of one functional group stand (DICOM PS3.3 C.7.6.16).

    Args:
        dataset: The whole image.
        frame_index: From 0.
        keyword: The functional group's sequence, e.g. `PixelMeasuresSequence`.

    Returns:
        The frame's own item, else the one shared by all frames, else the data set itself.
    """
    per_frame = items_of(dataset, "PerFrameFunctionalGroupsSequence")
    candidates = list(per_frame[frame_index : frame_index + 1])
    candidates += list(items_of(dataset, "SharedFunctionalGroupsSequence")[:1])
    for groups in candidates:
        group = items_of(groups, keyword)
        if group:
            return group[0]
    return dataset


def _is_endless(raw: RawDataElement) -> bool:
    """Whether a sequence not yet unfolded is too long to be."""
    content = raw.value or b""
    return len(content) > LARGEST_SEQUENCE_BYTES or any(content.count(tag) > MOST_ITEMS for tag in _ITEM_TAGS)


def _was_skipped(raw: RawDataElement) -> bool:
    """Whether an element was passed over on reading for its size; pydicom would try to open the file again."""
    return raw.value is None and raw.length > 0


def _as_values(value: object) -> Sequence[object]:
    """One or several values as several."""
    if isinstance(value, (MultiValue, list, tuple)):
        return list(value)
    return [value]


def _clean(text: str) -> str:
    """Text without padding and control characters."""
    return "".join(character for character in text if character.isprintable()).strip()


def _format_name(group: str) -> str:
    """One component group, "Family^Given^Middle^Prefix^Suffix", as "Family, Prefix Given Middle, Suffix"."""
    parts = [_clean(part) for part in group.split("^")]
    family, given, middle, prefix, suffix = (*parts, "", "", "", "", "")[:5]
    forenames = " ".join(part for part in (prefix, given, middle) if part)
    return ", ".join(part for part in (family, forenames, suffix) if part)
