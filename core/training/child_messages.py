"""What the process that trains and the one that supervises it say to each other.

Both are this program, so the messages travel as pickles. Exceptions do not travel: they would carry frames, and whole
tensors with them. A known error travels as its kind and its data and is the same error on the other side.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path, PurePath
from typing import Any, TypeAlias

import core.errors
from core.errors import HilumError
from core.phrases import kept
from core.training.child_words import CHILD_WORDS


class Command(Enum):
    """What the supervisor tells."""

    PAUSE = auto()
    GO_ON = auto()
    CANCEL = auto()


@dataclass(frozen=True)
class EventReported:
    """The work reported an event."""

    event: object


@dataclass(frozen=True)
class WorkFinished:
    """The work is done; this is what it returned."""

    result: object


@dataclass(frozen=True)
class WorkStopped:
    """The work stopped because it was asked to."""


@dataclass(frozen=True)
class WorkFailed:
    """The work met an error that Hilum expects.

    Attributes:
        kind: Name of its class in `core.errors`.
        text: What `str` gives for it.
        data: Its attributes.
    """

    kind: str
    text: str
    data: dict[str, Any]


@dataclass(frozen=True)
class WorkBroke:
    """The work met an error that nobody expected.

    Attributes:
        error_type: Name of its class.
        traceback: As Python prints it.
    """

    error_type: str
    traceback: str


Message: TypeAlias = EventReported | WorkFinished | WorkStopped | WorkFailed | WorkBroke

_PLAIN = (str, int, float, bool, PurePath, type(None))


def pack_error(error: HilumError) -> WorkFailed:
    """Turn a known error into what travels: values only."""
    kind = next(kind for kind in type(error).__mro__ if kind.__module__ == core.errors.__name__)
    return WorkFailed(kind.__name__, str(error), {name: _plain(value) for name, value in vars(error).items()})


def unpack_error(failure: WorkFailed) -> HilumError:
    """The same error again: same kind, same data; what it says is worded in the language of this process."""
    kind = getattr(core.errors, failure.kind)
    error: HilumError = kind.__new__(kind)
    error.args = (failure.text,)
    for name, value in failure.data.items():
        setattr(error, name, kept(value, CHILD_WORDS) if isinstance(value, str) else value)
    return error


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(_plain(part) for part in value)
    return value if isinstance(value, _PLAIN) else str(value)


_QUOTED_PATH = re.compile(r"""(["'])((?:[^"'\n])*[\\/][^"'\n]*)\1""")
_BARE_PATH = re.compile(r"(?<![\w.\\/])(?:[A-Za-z]:)?[\\/][^\s\"',:;()]*[\\/][^\s\"',:;()]*")
_MOST_LINES = 30
_MOST_LETTERS = 3000


def without_paths(text: str) -> str:
    """The end of a process's output, without folders and without names of files, which can be patients' names.

    Files of the program itself keep their names: they say where something went wrong.

    Args:
        text: Anything that was printed.
    """
    shortened = _QUOTED_PATH.sub(lambda found: f"{found[1]}{_own_name(found[2])}{found[1]}", text)
    shortened = _BARE_PATH.sub(lambda found: _own_name(found[0]), shortened)
    lines = [line.rstrip() for line in shortened.splitlines() if line.strip()]
    return "\n".join(lines[-_MOST_LINES:])[-_MOST_LETTERS:]


def _own_name(path: str) -> str:
    name = Path(path.replace("\\", "/")).name
    return name if name.endswith((".py", ".so", ".dll", ".pyd")) else "\N{HORIZONTAL ELLIPSIS}"
