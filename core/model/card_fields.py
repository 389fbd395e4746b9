"""Typed reading of JSON objects, with errors that name the field."""

# untranslated module: technical details of damaged cards

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from core.errors import InvalidModelPackageError

Member = TypeVar("Member", bound=StrEnum)


class CardFields:
    """One JSON object of a card. Every getter checks type and range and names the field when it fails."""

    def __init__(self, values: Mapping[str, object], source: Path, name: str = "") -> None:
        self._values = values
        self._source = source
        self._name = name

    @classmethod
    def parse(cls, text: str, source: Path, brought_up: Callable[[Any, Path], Any] | None = None) -> "CardFields":
        """Read the text of a card, whose top level must be an object.

        Args:
            text: The text.
            source: Where it was read, named by errors.
            brought_up: Makes this program's form of it, None where there is one form only.

        Raises:
            InvalidModelPackageError: Not JSON, a key twice, or not an object.
        """
        try:
            values = json.loads(text, object_pairs_hook=_without_duplicates, parse_constant=_refuse_constant)
            values = brought_up(values, source) if brought_up is not None else values
        except (ValueError, RecursionError) as error:
            raise InvalidModelPackageError(source, f"not valid JSON: {error}") from error
        if not isinstance(values, dict):
            raise InvalidModelPackageError(source, "the top level must be an object")
        return cls(values, source)

    def fail(self, key: str, problem: str) -> NoReturn:
        """Refuse a field: raises InvalidModelPackageError that says where and why."""
        raise InvalidModelPackageError(self._source, f"{self._path(key)} {problem}")

    def __contains__(self, key: str) -> bool:
        return self._values.get(key) is not None

    def keys(self) -> Iterator[str]:
        """Names of the fields that are there."""
        return iter(self._values)

    def text(self, key: str, *, may_be_empty: bool = False) -> str:
        """A string, not blank unless allowed."""
        value = self._get(key)
        if not isinstance(value, str):
            self.fail(key, "must be a string")
        if not (value.strip() or may_be_empty):
            self.fail(key, "must not be empty")
        return value

    def optional_text(self, key: str) -> str | None:
        """A string, or None where the field is absent or null."""
        return self.text(key) if key in self else None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings."""
        values = self._list(key)
        if not all(isinstance(value, str) and value.strip() for value in values):
            self.fail(key, "must be a list of strings")
        return tuple(str(value) for value in values)

    def number(self, key: str, minimum: float = -math.inf, maximum: float = math.inf) -> float:
        """A finite number within bounds, both included."""
        return self._checked_number(key, self._get(key), minimum, maximum)

    def integer(self, key: str, minimum: int, maximum: int) -> int:
        """A whole number within bounds, both included."""
        value = self._get(key)
        if isinstance(value, bool) or not isinstance(value, int):
            self.fail(key, "must be a whole number")
        if not minimum <= value <= maximum:
            self.fail(key, f"must be from {minimum} to {maximum}")
        return value

    def numbers(self, key: str, minimum: float = -math.inf, maximum: float = math.inf) -> tuple[float, ...]:
        """A list of finite numbers within bounds."""
        return tuple(self._checked_number(key, value, minimum, maximum) for value in self._list(key))

    def choice(self, key: str, kind: type[Member]) -> Member:
        """One of an enumeration's values."""
        value = self.text(key)
        if value not in [member.value for member in kind]:
            self.fail(key, f"must be one of {', '.join(member.value for member in kind)}, not {value!r}")
        return kind(value)

    def section(self, key: str) -> "CardFields":
        """An object."""
        return self._as_section(key, self._get(key))

    def optional_section(self, key: str) -> "CardFields | None":
        """An object, or None where the field is absent or null."""
        return self.section(key) if key in self else None

    def sections(self, key: str) -> tuple["CardFields", ...]:
        """A list of objects."""
        return tuple(self._as_section(f"{key}[{index}]", value) for index, value in enumerate(self._list(key)))

    def _path(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key

    def _get(self, key: str) -> object:
        if key not in self._values:
            self.fail(key, "is missing")
        return self._values[key]

    def _list(self, key: str) -> list[object]:
        value = self._get(key)
        if not isinstance(value, list):
            self.fail(key, "must be a list")
        return value

    def _as_section(self, key: str, value: object) -> "CardFields":
        if not isinstance(value, dict):
            self.fail(key, "must be an object")
        return CardFields(value, self._source, self._path(key))

    def _checked_number(self, key: str, value: object, minimum: float, maximum: float) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            self.fail(key, "must be a number")
        if not (math.isfinite(value) and minimum <= value <= maximum):
            self.fail(key, f"must be a number from {minimum:g} to {maximum:g}")
        return float(value)


def _without_duplicates(pairs: Iterable[tuple[str, object]]) -> dict[str, object]:
    values: dict[str, object] = {}
    for key, value in pairs:
        if key in values:
            raise ValueError(f"the key {key!r} stands twice")
        values[key] = value
    return values


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a JSON number")
