"""Whether bytes are the beginning of a DICOM file, with preamble or without (PS3.10 section 7.1)."""

import struct
from dataclasses import dataclass

PREAMBLE_LENGTH = 128
MAGIC = b"DICM"

PLAUSIBLE_ELEMENTS = 3
"""Data elements in ascending order that must follow each other before bytes without a preamble count as DICOM."""

_FIRST_GROUPS = (0x0002, 0x0008)
_KNOWN_VRS = frozenset(
    b"AE AS AT CS DA DS DT FD FL IS LO LT OB OD OF OL OV OW PN SH SL SQ SS ST SV TM UC UI UL UN UR US UT UV".split()
)
_LONG_VRS = frozenset(b"OB OD OF OL OV OW SQ SV UC UN UR UT UV".split())
_UNDEFINED_LENGTH = 0xFFFFFFFF
_LARGEST_TEXT = 0x10000


def looks_like_dicom(head: bytes) -> bool:
    """Whether a file that begins with `head` is DICOM.

    With a preamble the magic word decides. Without one, the first bytes must read as data elements of group
    0002 or 0008 in ascending order, with believable value representations and lengths.

    Args:
        head: The first bytes of the file, a few hundred at least unless the file is shorter.
    """
    if head[PREAMBLE_LENGTH : PREAMBLE_LENGTH + len(MAGIC)] == MAGIC:
        return True
    return guess_encoding(head) is not None


@dataclass(frozen=True)
class Encoding:
    """How data elements are written (DICOM PS3.5 section 7 and annex A).

    Attributes:
        explicit: Whether each element names its value representation.
        little_endian: Byte order.
    """

    explicit: bool
    little_endian: bool


def guess_encoding(elements: bytes) -> Encoding | None:
    """How bytes without a preamble are encoded, None where they are no data elements."""
    for encoding in (Encoding(True, True), Encoding(False, True), Encoding(True, False)):
        order = "<" if encoding.little_endian else ">"
        if _count_elements(elements, order, encoding.explicit) >= PLAUSIBLE_ELEMENTS:
            return encoding
    return None


def _count_elements(head: bytes, order: str, explicit: bool) -> int:
    """How many believable data elements stand at the beginning, counted up to `PLAUSIBLE_ELEMENTS`."""
    offset, last_tag, count = 0, -1, 0
    while count < PLAUSIBLE_ELEMENTS:
        if offset + 8 > len(head):
            # A head that ends inside the second or third element: what was there was believable.
            return PLAUSIBLE_ELEMENTS if count and offset >= len(head) else count
        group, element = struct.unpack_from(order + "HH", head, offset)
        tag = group << 16 | element
        if tag <= last_tag or (count == 0 and group not in _FIRST_GROUPS) or group > 0x0028 or group % 2:
            return count
        parsed = _explicit_value(head, offset, order) if explicit else _implicit_value(head, offset, order)
        if parsed is None:
            return count
        value_start, length = parsed
        if explicit and group == 0x0002 and order == ">":
            return count
        last_tag = tag
        count += 1
        if length == _UNDEFINED_LENGTH:
            return PLAUSIBLE_ELEMENTS if count > 1 else count
        offset = value_start + length
    return count


def _explicit_value(head: bytes, offset: int, order: str) -> tuple[int, int] | None:
    """Where an explicit element's value begins and its length, None where it is no such element."""
    representation = head[offset + 4 : offset + 6]
    if representation not in _KNOWN_VRS:
        return None
    if representation in _LONG_VRS:
        if offset + 12 > len(head):
            return None
        length = int(struct.unpack_from(order + "I", head, offset + 8)[0])
        return offset + 12, length
    length = int(struct.unpack_from(order + "H", head, offset + 6)[0])
    return None if length % 2 else (offset + 8, length)


def _implicit_value(head: bytes, offset: int, order: str) -> tuple[int, int] | None:
    """Where an implicit element's value begins and its length, None where it is no such element."""
    length = int(struct.unpack_from(order + "I", head, offset + 4)[0])
    if length != _UNDEFINED_LENGTH and (length % 2 or length > _LARGEST_TEXT):
        return None
    return offset + 8, length
