"""The settings as they may be handed to others: only those on a list, and only with values that can mean nobody."""

# untranslated module: diagnostics are for developers

import re
from collections.abc import Mapping
from pathlib import Path

from core.language import LANGUAGES

_FLAG = re.compile(r"yes|no")
_SHARE = re.compile(r"[01](\.\d{1,20})?")
_LARGEST_BYTES = 1_000_000

MAY_BE_SHARED: Mapping[str, re.Pattern[str]] = {
    "schema_version": re.compile(r"\d{1,6}"),
    "language": re.compile("|".join(("", *LANGUAGES))),
    "theme": re.compile(r"dark|light|system"),
    "device": re.compile(r"auto|cpu|gpu|cuda"),
    "error_level": _SHARE,
    "heat_map_opacity": _SHARE,
    "lungs_opacity": _SHARE,
    **dict.fromkeys(
        (
            "classifies_automatically",
            "fills_lungs",
            "keeps_recent_files",
            "keeps_worklist",
            "reads_first",
            "records_file_names",
            "shows_annotations",
            "shows_identity",
            "was_welcomed",
        ),
        _FLAG,
    ),
}
"""Each setting that may be shared, and what its value may look like. Persons, paths and folders are not among them."""


def settings_lines(path: Path) -> list[str]:
    """What was chosen in the window, one setting a line.

    Args:
        path: The settings' file; may be missing.
    """
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST_BYTES).decode("utf-8", errors="replace")
    except FileNotFoundError:
        return ["nothing was chosen yet: the defaults hold"]
    except OSError as error:
        return [f"cannot be read: {type(error).__name__}"]
    found = {}
    others = 0
    for line in text.splitlines():
        name, sign, value = line.partition("=")
        if not sign:
            continue
        allowed = MAY_BE_SHARED.get(name)
        if allowed is None:
            others += 1
        else:
            found[name] = value if allowed.fullmatch(value) else "(not a value that Hilum knows)"
    lines = [f"{name}: {found[name]}" for name in sorted(found)]
    return [*lines, f"further settings, which are not included: {others}"]
