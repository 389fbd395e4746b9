"""Which version of Hilum this is, and whether it was installed with all that it needs."""

import sys
import tomllib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


def is_frozen() -> bool:
    """Whether this is the program of the installers, which brings its own Python; nobody runs pip for that."""
    return bool(getattr(sys, "frozen", False))


def program_version() -> str:
    """Hilum's version: that of the installed package, else that of the source tree it runs from."""
    try:
        return version("hilum")
    except PackageNotFoundError:
        return _version_of_source_tree()


def _version_of_source_tree() -> str:
    """The version that `pyproject.toml` states, which is where the installed package has its own from."""
    try:
        text = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")  # untranslated: a file
        return f"{tomllib.loads(text)['project']['version']} (not installed)"  # untranslated: a version
    except (OSError, ValueError, LookupError):
        return "unknown (not installed)"  # untranslated: a version
