"""Which characters the documents' fonts can show.

PDF/A forbids empty boxes in place of letters, so a character that no face has is written as its code point.
"""
# untranslated module: names of font files

import struct
import unicodedata
from functools import cache
from importlib import resources
from pathlib import Path

FACES = ("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf", "Inter-Italic.otf")
"""Of these, every face must have a character, as any of them may have to show it."""

FALLBACK_FACES = ("DroidSansFallbackFull.ttf", "NanumGothic.ttf")
"""Chinese and Japanese, Korean: asked, in this order, for what Inter does not have; each has one face."""

_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
"""Unicode categories that a reader cannot see, or that turn the text around them."""


def font_folder() -> Path:
    """Folder of the bundled fonts."""
    return Path(str(resources.files("resources"))) / "fonts"


def printable(text: str) -> str:
    """Make every character of a text visible.

    Args:
        text: Any text: names of files and classes may hold anything that a file system or a spreadsheet allows.

    Returns:
        The text in its composed form; line breaks and tabs are spaces, and what the fonts cannot show, or a reader
        could not see, is `<U+XXXX>`.
    """
    composed = unicodedata.normalize("NFC", text).replace("\r\n", " ")
    return "".join(_visible(character) for character in composed)


def _visible(character: str) -> str:
    if character in "\n\r\t\u00a0":
        return " "
    if unicodedata.category(character) in _INVISIBLE or ord(character) not in _covered():
        return f"<U+{ord(character):04X}>"
    return character


@cache
def _covered() -> frozenset[int]:
    """Code points that all faces of Inter have, or one of those that stand in for it."""
    inter, others = (
        [characters_of_font((font_folder() / face).read_bytes()) for face in faces] for faces in (FACES, FALLBACK_FACES)
    )
    return frozenset.intersection(*inter).union(*others)


def characters_of_font(font: bytes) -> frozenset[int]:
    """Read the code points of an OpenType font.

    Args:
        font: The font file.

    Returns:
        Code points that have a glyph.

    Source:
        OpenType 1.9, `cmap`, format 12 (segmented coverage) and format 4 (segment mapping to delta values).
    """
    start = _table_offset(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    points: set[int] = set()
    for number in range(count):
        platform, _, offset = struct.unpack_from(">HHL", font, start + 4 + 8 * number)
        table = start + offset
        (form,) = struct.unpack_from(">H", font, table)
        if form == 12:
            points.update(_segmented_coverage(font, table))
        elif form == 4 and platform in (0, 3):
            points.update(_segment_mapping(font, table))
    return frozenset(points)


def _table_offset(font: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for number in range(count):
        name, _, offset, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * number)
        if name == tag:
            return int(offset)
    raise ValueError(f"no table {tag!r}")


def _segmented_coverage(font: bytes, table: int) -> set[int]:
    (groups,) = struct.unpack_from(">L", font, table + 12)
    points: set[int] = set()
    for number in range(groups):
        first, last, _ = struct.unpack_from(">LLL", font, table + 16 + 12 * number)
        points.update(range(first, last + 1))
    return points


def _segment_mapping(font: bytes, table: int) -> set[int]:
    (twice,) = struct.unpack_from(">H", font, table + 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", font, table + 14)
    starts = struct.unpack_from(f">{count}H", font, table + 16 + twice)
    points: set[int] = set()
    for first, last in zip(starts, ends, strict=True):
        points.update(range(first, last + 1))
    points.discard(0xFFFF)
    return points
