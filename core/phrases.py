"""Sentences that are worded when they are shown, and sentences that were kept in English and are to be shown now.

A `Phrase` is a marked string and what is filled in; as a string it is in the language that is in force. So one value
can be shown in the person's language and written to a file in English.

What was kept is English, as every program can read it. `restated` finds the string that a kept sentence was made from,
and says it in the person's language.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from string import Formatter
from typing import TypeAlias

from core.language import Worded, plural_form, tr
from core.number_format import decimal, integer

Template: TypeAlias = str | tuple[str, str]
"""A string from `mark`, or the two forms from `mark_count`."""

_INTEGER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
_DECIMAL = re.compile(r"\d+\.(\d+)")
_SENTENCE_END = re.compile(r"(?<=[.!?]) ")
_SEPARATORS = ("; ", ", ")
_NUMBERS = frozenset({"count", "number", "total"})
"""Fields that hold nothing but a number; others may hold anything."""
_LONGEST = 1500
"""Letters of the longest text that is looked into: none of the program's is as long, a stranger's card could be, and
the search takes time with the cube of it."""


@dataclass(frozen=True)
class Phrase:
    """A string with what is filled in, worded anew each time that it is read.

    Attributes:
        template: The string, or its forms for a count of 1 and for others.
        fields: What is filled in, by name: whole numbers are written as the language writes them, several phrases as a
            list. Where the string has two forms, `count` chooses.
    """

    template: Template
    fields: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """The words in the language that is in force."""
        return _worded(self.template, {name: _shown(value) for name, value in self.fields.items()}, self.fields)


def phrase(template: Template, **fields: object) -> Phrase:
    """A phrase with its fields."""
    return Phrase(template, fields)


def restated(text: str, templates: Iterable[Template], otherwise: Callable[[str], str] = str) -> str:
    """Say a sentence that was kept in English in the language that is in force.

    Args:
        text: One sentence or several, as `Phrase` words them in English.
        templates: What it may have been made from.
        otherwise: Says what was filled in and was made from none of them; names and other data stay as they are.

    Returns:
        The sentence; as it was where it was made from none of them.
    """
    # Of two that fit, the one with more words of its own says more.
    by_length = sorted(templates, key=lambda template: -len(_words_of(template)))
    return _restated(text, by_length, otherwise) or text


def was_made_from(text: str, template: Template) -> bool:
    """Whether a sentence that was kept in English can have been made from a string."""
    return any(_pattern(form).fullmatch(text) for form in _forms(template))


def kept(text: str, templates: Iterable[Template]) -> str:
    """A sentence that was kept in English, so that `tr` says it in the language that is in force.

    Args:
        text: As for `restated`.
        templates: As for `restated`.

    Returns:
        The sentence, worded by `tr`; what was made from none of the templates stays a plain string.
    """
    every = tuple(templates)
    return Worded(lambda: restated(text, every)) if _restated(text, list(every), str) is not None else text


def _restated(text: str, templates: list[Template], otherwise: Callable[[str], str]) -> str | None:
    if len(text) > _LONGEST:
        return None
    ends = [end.span() for end in _SENTENCE_END.finditer(text)]
    starts, stops = [0, *(after for _, after in ends)], [*(before for before, _ in ends), len(text)]
    # What is said from each sentence to the end, None where that was made from none of them; the last of all first.
    said: list[str | None] = [None] * len(starts) + [""]
    for first in reversed(range(len(starts))):
        # Few sentences first: what is filled in at the end of one could hold all that follow.
        for last in range(first, len(starts)):
            after = said[last + 1]
            piece = _one(text[starts[first] : stops[last]], templates, otherwise) if after is not None else None
            if piece is not None:
                said[first] = " ".join(filter(None, (piece, after)))
                break
    return said[0]


def _one(text: str, templates: list[Template], otherwise: Callable[[str], str]) -> str | None:
    """What was made from one of the templates, be it a sentence, several or a part of one."""
    for template in templates:
        found = next((match for form in _forms(template) if (match := _pattern(form).fullmatch(text))), None)
        if found is not None:
            kept = found.groupdict()
            words = {name: _field(value, templates, otherwise) for name, value in kept.items()}
            return _worded(template, words, kept)
    return None


def _field(value: str, templates: list[Template], otherwise: Callable[[str], str]) -> str:
    """What was filled in: a number, a phrase, a list of either, or a name."""
    if _INTEGER.fullmatch(value):
        return integer(int(value.replace(",", ""))) if "," in value else value
    if number := _DECIMAL.fullmatch(value):
        return decimal(float(value), len(number[1]))
    for separator in _SEPARATORS:
        parts = [_restated(part, templates, otherwise) for part in value.split(separator)]
        if len(parts) > 1 and None not in parts:
            return separator.join(filter(None, parts))
    return _restated(value, templates, otherwise) or otherwise(value)


def _worded(template: Template, words: Mapping[str, str], fields: Mapping[str, object]) -> str:
    if isinstance(template, str):
        return tr(template).format_map(words)
    # Whoever wrote a text that was kept may have set thousands apart by another sign.
    count = int(re.sub(r"\D", "", str(fields["count"])))
    return plural_form(*template, count).format_map(words)


def _shown(value: object) -> str:
    if isinstance(value, int):
        return integer(value)
    if isinstance(value, tuple):
        return ", ".join(map(_shown, value))
    return str(value)


def _forms(template: Template) -> tuple[str, ...]:
    return (template,) if isinstance(template, str) else template


def _words_of(template: Template) -> str:
    return "".join(literal for literal, *_ in Formatter().parse(_forms(template)[-1]))


@cache
def _pattern(form: str) -> re.Pattern[str]:
    """What sentences made from a string look like."""
    parts: list[str] = []
    for literal, name, *_ in Formatter().parse(form):
        parts.append(re.escape(literal))
        if name is None:
            continue
        new = rf"(?P<{name}>\d[\d.,]*)" if name in _NUMBERS else f"(?P<{name}>.+?)"
        parts.append(f"(?P={name})" if new in parts else new)
    return re.compile("".join(parts), re.DOTALL)
