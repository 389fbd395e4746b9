"""Sentences that a database keeps, in the person's language.

Why a scan could not be classified, or an object not be sent, is kept as an English sentence, as programs read it that
know no other. Where it is shown, the template that it was made of is found again, and filled in another language.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from string import Formatter

from core.error_wording import error_templates
from core.language import mark, tr

NOT_YET_KEPT = mark("“{node}” has not yet said that it keeps this.")
NOT_KEPT = mark("“{node}” does not keep this: {reason}.")
NO_REASON = mark("it gives no reason")


def kept_words(kept: str) -> str:
    """A kept sentence as a person reads it.

    Args:
        kept: In English, from `ErrorMessage.source_text` or of one of the templates here; any other stays as it is.
    """
    if not kept:
        return ""
    for pattern, templates in _patterns():
        if found := pattern.fullmatch(kept):
            values = {name: _clause(value) for name, value in zip(_fields(templates), found.groups(), strict=True)}
            return " ".join(_filled(tr(template), values) for template in templates)
    return tr(kept)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]:
    """What each template looks like when it is filled; those with the most words of their own first."""
    templates = [*error_templates(), (NOT_YET_KEPT,), (NOT_KEPT,)]
    ordered = sorted(templates, key=lambda parts: sum(len(text) for part in parts for text, *_ in _pieces(part)))
    return tuple((re.compile(" ".join(map(_pattern, parts)), re.DOTALL), parts) for parts in reversed(ordered))


def _pattern(template: str) -> str:
    return "".join(re.escape(text) + ("(.*?)" if name is not None else "") for text, name in _pieces(template))


def _pieces(template: str) -> Iterator[tuple[str, str | None]]:
    return ((text, name) for text, name, *_ in Formatter().parse(template))


def _fields(templates: tuple[str, ...]) -> list[str]:
    return [name for template in templates for _, name in _pieces(template) if name is not None]


def _filled(template: str, values: Mapping[str, str]) -> str:
    return "".join(text + (values[name] if name is not None else "") for text, name in _pieces(template))


def _clause(value: str) -> str:
    """A part of the sentence: a detail is one of the program's own, or data."""
    if value.startswith(" (") and value.endswith(")"):
        return f" ({tr(value[2:-1])})"
    return tr(value)
