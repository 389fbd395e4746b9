"""The form of the settings' file, and how an older one becomes today's.

Kept apart from the settings: what was released is never changed, only followed by a step.
"""

from collections.abc import Callable, Mapping

KEY = "schema_version"

Values = Mapping[str, str]
"""Settings by name, as text."""

STEPS: tuple[Callable[[Values], Values], ...] = ()
"""From each form to the next, the first from form 1 to 2. The first form had no number."""


def current_version() -> int:
    """The number of this program's form."""
    return 1 + len(STEPS)


def version_of(values: Values) -> int:
    """The form of a file; what is no number counts as the first, so that damage costs no more than itself."""
    text = values.get(KEY, "1")
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) < 10 and int(text) else 1


def is_newer(values: Values) -> bool:
    """Whether a newer Hilum wrote the file."""
    return version_of(values) > current_version()


def brought_up(values: Values) -> Values:
    """An older file's settings, or today's, in today's form.

    Raises:
        Exception: What a step meets in a damaged file: KeyError, ValueError.
    """
    for step in STEPS[version_of(values) - 1 :]:
        values = step(values)
    return values
