"""Frozen dataclasses as plain values of JSON, and back, led by the types of their fields.

For values of the program's own: every annotation that occurs in them is understood, and no other.
"""

# untranslated module: technical details

import math
import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import numpy as np

Value = TypeVar("Value")


def to_plain(value: Any, leave_out: tuple[str, ...] = ()) -> Any:
    """Values that JSON has: numbers that are not finite become null, paths their text.

    Args:
        value: A dataclass, an array, an enumeration's member, a mapping, a sequence or a plain value.
        leave_out: Names of the dataclass's own fields that are left out.
    """
    if is_dataclass(value) and not isinstance(value, type):
        names = (field.name for field in fields(value) if field.name not in leave_out)
        return {name: to_plain(getattr(value, name)) for name in names}
    if isinstance(value, np.ndarray):
        return to_plain(value.tolist())
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(to_plain(key)): to_plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else None
    return value


def from_plain(kind: type[Value], content: Any, **given: Any) -> Value:
    """A dataclass from what `to_plain` made of it.

    Args:
        kind: The dataclass.
        content: An object of JSON; what it has beyond the fields is passed over.
        given: Fields that are known already.

    Raises:
        KeyError: A field without a default is missing.
        TypeError: A value is of the wrong kind.
        ValueError: An enumeration has no such member.
    """
    hints = get_type_hints(kind)
    values = dict(given)
    if not isinstance(content, Mapping):
        raise TypeError(f"{kind.__name__} must be an object")
    for field in fields(kind):  # type: ignore[arg-type]
        if field.name in given:
            continue
        if field.name in content:
            values[field.name] = _typed(hints[field.name], content[field.name], field.name)
        elif field.default is MISSING and field.default_factory is MISSING:
            raise KeyError(field.name)
    return kind(**values)


def _typed(hint: Any, value: Any, name: str) -> Any:
    """One value of the type that a field has."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return (
            None if value is None else _typed(next(kind for kind in arguments if kind is not type(None)), value, name)
        )
    if origin is tuple:
        _require(isinstance(value, list), name, "a list")
        return tuple(_typed(arguments[0], item, name) for item in value)
    if origin is not None and issubclass(origin, Mapping):
        _require(isinstance(value, dict), name, "an object")
        return {_typed(arguments[0], key, name): _typed(arguments[1], item, name) for key, item in value.items()}
    if origin is np.ndarray:
        _require(isinstance(value, list), name, "a list")
        (number,) = get_args(arguments[1])
        return np.array(_without_null(value), dtype=number)
    if is_dataclass(hint) and isinstance(hint, type):
        return from_plain(hint, value)
    return _plain(hint, value, name)


def _plain(hint: Any, value: Any, name: str) -> Any:
    if hint is float:
        if value is None:
            return math.nan
        _require(isinstance(value, int | float) and not isinstance(value, bool), name, "a number")
        return float(value)
    if isinstance(hint, type) and issubclass(hint, Enum | Path):
        _require(isinstance(value, str), name, "a text")
        return hint(value)
    _require(isinstance(value, hint) and (hint is bool or not isinstance(value, bool)), name, f"a {hint.__name__}")
    return value


def _without_null(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_null(item) for item in value]
    return math.nan if value is None else value


def _require(holds: bool, name: str, kind: str) -> None:
    if not holds:
        raise TypeError(f"{name} must be {kind}")
