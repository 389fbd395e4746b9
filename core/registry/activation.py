"""Which model is active, and which were before: one small file, replaced as a whole."""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.data_forms import DocumentForm
from core.errors import InvalidModelPackageError, NewerModelError
from core.language import Worded, mark
from core.registry.storage import write_text

ACTIVE_NAME = "active.json"  # untranslated: a file
FORM = DocumentForm(NewerModelError)
"""What was released is never changed, only followed by a step."""
MOST_REMEMBERED = 100
_LARGEST_BYTES = 1 << 20


@dataclass(frozen=True)
class Activation:
    """A model that was made the active one.

    Attributes:
        address: Which: `ward@2`, or `bundled`.
        sha256: Of its weights.
        date: When, ISO 8601 in UTC.
    """

    address: str
    sha256: str
    date: str


def activation_now(address: str, sha256: str) -> Activation:
    """An activation that happens now."""
    return Activation(address, sha256, datetime.now(UTC).isoformat(timespec="seconds"))


def read_activations(folder: Path) -> tuple[Activation, ...]:
    """The activations so far, the last one is in force; none means the bundled model.

    Args:
        folder: The registry's folder.

    Raises:
        InvalidModelPackageError: The file is damaged: it is not known which model was chosen.
        NewerModelError: A newer Hilum wrote it.
    """
    path = folder / ACTIVE_NAME
    try:
        return _parse(FORM.brought_up(_content(path), path))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise InvalidModelPackageError(path, Worded.of(mark("cannot be read: {reason}"), reason=str(error))) from error


def write_activations(folder: Path, activations: tuple[Activation, ...]) -> None:
    """Replace the activations.

    Raises:
        OutputNotWritableError: The folder may not be written, or the disk is full.
        NewerModelError: A newer Hilum wrote them; they remain.
    """
    path = folder / ACTIVE_NAME
    try:
        before = _content(path)
    except (OSError, ValueError, RecursionError):
        before = None
    FORM.before_writing(before, path)
    kept = [asdict(activation) for activation in activations[-MOST_REMEMBERED:]]
    write_text(path, json.dumps(FORM.stamped({"activated": kept}), ensure_ascii=False, indent=1) + "\n")


def _content(path: Path) -> Any:
    with path.open("rb") as file:
        return json.loads(file.read(_LARGEST_BYTES))


def _parse(values: Any) -> tuple[Activation, ...]:
    if values["schema_version"] != FORM.version:
        raise ValueError(f"schema version {values['schema_version']}")
    return tuple(
        Activation(str(entry["address"]), str(entry["sha256"]), str(entry["date"])) for entry in values["activated"]
    )
