"""What holds for a site and not for a person: the clinic's name, the archives it reaches, how long scans are kept.

Each subject is a frozen dataclass of the package that it concerns, kept as one JSON file in the user's settings folder.
The window and the command line read the same files. (What a person chose for the window alone is in its own settings.)
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from core.data_forms import DocumentForm, DocumentStep
from core.durable_files import make_folder, write_durably
from core.errors import InvalidSiteSettingsError, NewerSiteSettingsError, NoUserFolderError
from core.typed_json import from_plain, to_plain
from core.user_folders import user_folders

Subject = TypeVar("Subject")

STEPS: Mapping[str, tuple[DocumentStep, ...]] = {}
"""By subject, from each form of its file to the next; what was released is never changed, only followed."""


def site_settings_form(name: str) -> DocumentForm:
    """The form of a subject's file."""
    return DocumentForm(NewerSiteSettingsError, STEPS.get(name, ()), unnumbered=1)


def read_site_settings(name: str, kind: type[Subject], folder: Path | None = None) -> Subject:
    """Read what the site chose about a subject.

    Args:
        name: The subject: the file's name without its suffix.
        kind: Its dataclass; every field has a default, which stands where nothing was chosen.
        folder: Where the files lie, None for the user's settings folder.

    Raises:
        InvalidSiteSettingsError: The file is damaged. It is never replaced by defaults: they could open what the site
            had closed.
        NewerSiteSettingsError: A newer Hilum wrote it.
    """
    path = site_settings_path(name, folder)
    if path is None or not path.exists():
        return kind()
    try:
        return from_plain(kind, site_settings_form(name).brought_up(json.loads(path.read_bytes()), path))
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise InvalidSiteSettingsError(path, f"{type(error).__name__}: {error}") from error


def write_site_settings(name: str, value: object, folder: Path | None = None, *, is_private: bool = False) -> None:
    """Keep what the site chose about a subject.

    Args:
        name: The subject, as for `read_site_settings`.
        value: The dataclass.
        folder: Where the files lie, None for the user's settings folder.
        is_private: Whether only this user may read the file, as where it holds a password. (On Windows the user's
            folder sees to that.)

    Raises:
        NoUserFolderError: This user has no home folder.
        OutputNotWritableError: No room or no permission; what was chosen before remains.
        NewerSiteSettingsError: A newer Hilum wrote what was chosen before; it remains.
    """
    path = site_settings_path(name, folder)
    if path is None:
        raise NoUserFolderError
    make_folder(path.parent)
    form, before = site_settings_form(name), _content(path)
    form.before_writing(before, path)
    chosen = to_plain(value)
    if isinstance(before, dict) and form.version_of(before) == form.version:
        # What a later Hilum put there without another form is not this one's to throw away.
        chosen = {**before, **chosen}
    text = json.dumps(form.stamped(chosen), ensure_ascii=False, indent=1, allow_nan=False)
    write_durably(path, lambda file: _write(file, text, is_private=is_private))


def refuse_newer_site_settings(name: str, folder: Path | None = None) -> None:
    """Call this before files beside a subject's own are changed, as a logo: what refers to them is another's.

    Raises:
        NewerSiteSettingsError: A newer Hilum wrote what the site chose about the subject.
    """
    path = site_settings_path(name, folder)
    if path is not None:
        site_settings_form(name).refuse_newer(_content(path), path)


def _content(path: Path) -> Any:
    """What a file holds, None where it is not there or damaged."""
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


def _write(file: BinaryIO, text: str, *, is_private: bool) -> None:
    if is_private and os.name == "posix":
        os.fchmod(file.fileno(), 0o600)  # before a secret is in it
    file.write(text.encode())


def site_settings_path(name: str, folder: Path | None = None) -> Path | None:
    """Where a subject's file lies, None where this user has no home folder."""
    if folder is None:
        folders = user_folders()
        if folders is None:
            return None
        folder = folders.settings
    return folder / f"{name}.json"  # untranslated: a file's name
