"""One entry of the record, and how entries are chained by their digests."""

# untranslated module: types, and what is hashed

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

JsonValue: TypeAlias = "str | int | float | bool | Sequence[JsonValue] | Mapping[str, JsonValue] | None"
"""What an entry's content is made of. Numbers are finite."""

NO_DIGEST = "0" * 64
"""Stands for the digest of the entry before the first one."""


class EntryKind(StrEnum):
    """What an entry is about. The values are stable: they are written into the record."""

    RESULT = "result"
    """A model answered about a scan."""
    OVERRIDE = "override"
    """A person wanted to see the answer about a scan that the gate had refused."""
    ACTIVATION = "activation"
    """Another model answers from then on."""
    COMMISSIONING = "commissioning"
    """A model was tried on labelled scans of this site."""
    IMPRESSION = "impression"
    """A person said what they saw before the answer was shown."""
    MODEL_ADDED = "model_added"
    MODEL_REMOVED = "model_removed"
    SETTINGS_CHANGED = "settings_changed"
    """A setting that decisions depend on was changed."""


@dataclass(frozen=True)
class Draft:
    """An entry that is to be written.

    Attributes:
        kind: What it is about.
        content: What there is to say, made by `core.record.contents`.
        person: Who did it; may be empty.
    """

    kind: EntryKind
    content: Mapping[str, JsonValue]
    person: str = ""


@dataclass(frozen=True)
class Entry:
    """An entry as it stands in the record.

    Attributes:
        sequence: Its number, from 1, without gaps.
        time: When it was written: ISO 8601 in UTC, with microseconds.
        kind: What it is about.
        person: Who did it; may be empty.
        content: What there is to say.
        previous: Digest of the entry before; 64 zeros for the first.
        digest: SHA-256 over all of that, 64 hexadecimal digits; see `digest_of`.
    """

    sequence: int
    time: str
    kind: EntryKind
    person: str
    content: Mapping[str, Any]
    previous: str
    digest: str


@dataclass(frozen=True)
class Head:
    """The last entry of a record at some moment. Whoever knows it can tell whether what led up to it was changed.

    Attributes:
        sequence: The entry's number, 0 where there is none yet.
        digest: The entry's digest, 64 zeros where there is none yet.
    """

    sequence: int = 0
    digest: str = NO_DIGEST


def canonical_json(value: JsonValue) -> str:
    r"""The one way in which a value is written as JSON in the record.

    Keys are sorted by code point, nothing is put between the parts, whatever is not ASCII is written as `\uXXXX`, and
    numbers are written as Python's `repr` does: the shortest digits that mean the same float64.

    Args:
        value: Mappings have text for keys. What is not valid UTF-16 by itself (in names of files) is kept.

    Raises:
        TypeError: A key is no text, or a value is none that JSON knows.
        ValueError: A number is infinite or not a number.
    """
    return json.dumps(_plain(value), ensure_ascii=True, allow_nan=False, sort_keys=True, separators=(",", ":"))


def digest_of(sequence: int, time: str, kind: str, person: str, content: str, previous: str) -> str:
    """The SHA-256 that identifies an entry and everything before it.

    It is taken over the canonical JSON of one object that holds the other six fields, so that anybody can compute it
    without Hilum: `{"content":{...},"kind":"...","person":"...","previous":"...","sequence":1,"time":"..."}`.

    Args:
        sequence: The entry's number.
        time: When it was written.
        kind: What it is about.
        person: Who did it.
        content: The content as canonical JSON. It is taken as it stands: another way of writing the same is a change.
        previous: Digest of the entry before.

    Returns:
        64 hexadecimal digits.
    """
    import hashlib

    kind, person, previous, time = (json.dumps(text) for text in (kind, person, previous, time))
    text = (
        f'{{"content":{content},"kind":{kind},"person":{person},"previous":{previous},'
        f'"sequence":{sequence},"time":{time}}}'
    )
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()


def _plain(value: Any) -> Any:
    """The same in the types that the standard library writes; a key that is no text could hide another one."""
    if isinstance(value, Mapping):
        if wrong := [key for key in value if not isinstance(key, str)]:
            raise TypeError(f"keys are text, not {type(wrong[0]).__name__}")
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str | bytes | bytearray):
        return [_plain(item) for item in value]
    return value
