"""What was taken out of a copy or replaced in it: names of attributes and counts, never a value."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from pydicom.datadict import dictionary_description, dictionary_has_tag
from pydicom.tag import BaseTag, Tag

from core.language import mark


class Change(StrEnum):
    """What happened to an attribute; `tr` shows it."""

    REMOVED = mark("removed")
    EMPTIED = mark("emptied")
    REPLACED = mark("replaced")
    SHIFTED = mark("dates moved")


@dataclass(frozen=True)
class AttributeChange:
    """What happened to one attribute of one file.

    Attributes:
        tag: As "(0010,0010)"; empty for what is no DICOM attribute.
        name: Its name in the standard, or what it is; shown by `tr`.
        change: What happened.
        count: How often; attributes can stand in sequences.
    """

    tag: str
    name: str
    change: Change
    count: int


class ChangeTally:
    """Counts changes while a copy is made."""

    def __init__(self) -> None:
        self._attributes: Counter[tuple[int, Change]] = Counter()
        self._others: Counter[tuple[str, Change]] = Counter()

    def note(self, tag: int, change: Change) -> None:
        """Count one change of an attribute."""
        self._attributes[int(tag), change] += 1

    def note_other(self, name: str, change: Change) -> None:
        """Count a change of something that is no attribute.

        Args:
            name: What it is, in words.
            change: What happened to it.
        """
        self._others[name, change] += 1

    def changes(self) -> tuple[AttributeChange, ...]:
        """All of them, in the order of their tags."""
        attributes = [
            AttributeChange(f"({tag >> 16:04X},{tag & 0xFFFF:04X})", _name(Tag(tag)), change, count)
            for (tag, change), count in sorted(self._attributes.items())
        ]
        others = [AttributeChange("", name, change, count) for (name, change), count in sorted(self._others.items())]
        return (*attributes, *others)


def _name(tag: BaseTag) -> str:
    if tag.is_private:
        # A private block's creator can name a hospital, so it is not repeated.
        return mark("private attribute")
    if tag.group & 0xFF00 == 0x6000:
        return mark("overlay")
    if tag.group & 0xFF00 == 0x5000:
        return mark("curve")
    return dictionary_description(tag) if dictionary_has_tag(tag) else mark("attribute unknown to the standard")
