"""Texts as a search compares them: without regard to case, accents and the four i's of Turkish."""

import unicodedata
from collections.abc import Iterable

from core.worklist.rows import stored_text

_LETTERS = str.maketrans(
    {
        # Turkish has an i with and one without a dot, each with a capital of its own: who types one means all four.
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
        # Letters with a stroke are letters of their own and do not come apart into letter and accent.
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŧ": "t",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        # DICOM's separators within names, and the one of name lists.
        "^": " ",
        "=": " ",
        ",": " ",
    }
)
FIELD_END = "\n"
"""Between the fields of a searchable text; no term holds it, so that none is found across two fields."""


def fold(text: str) -> str:
    """A text as it is compared.

    Args:
        text: Anything a person typed or a file says.

    Returns:
        The text in small letters without accents, its words separated by single spaces.
    """
    for _ in range(2):
        # Twice: some letters come apart only once they are small.
        apart = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(_LETTERS)
    return " ".join(unicodedata.normalize("NFC", text).split())


def search_terms(text: str) -> tuple[str, ...]:
    """The words of what a person typed, folded; each must be found for a scan to be listed."""
    return tuple(dict.fromkeys(fold(text).split(" "))) if fold(text) else ()


def searchable_text(fields: Iterable[str]) -> str:
    """Some fields as one text to search in, folded."""
    return stored_text(FIELD_END.join(fold(field) for field in fields))
