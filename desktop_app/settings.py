"""Everything the program remembers for a person, declared once, with types and defaults.

Settings are a convenience: a file that cannot be read or written never stops the program, it costs a note.
"""

import base64
import binascii
import json
from dataclasses import dataclass, fields, replace
from pathlib import Path

from PySide6.QtCore import QSettings

from core.data_forms import keep_copy
from core.errors import OutputNotWritableError
from core.language import LANGUAGES, mark
from core.model.conformal import DEFAULT_ERROR_LEVEL, ERROR_LEVELS
from core.user_folders import user_folders
from desktop_app import settings_form
from desktop_app.theme import Theme

MOST_RECENT_FILES = 12
DEVICES = ("auto", "cpu", "gpu", "cuda")
PARTLY_READ = mark("The settings could not be read completely; Hilum uses its defaults for the rest.")
NOT_SAVED = mark("The settings could not be saved; they last until Hilum is closed.")
WRITTEN_BY_NEWER = mark(
    "The settings were written by a newer version of Hilum and are left as they are. This one uses its defaults,"
    " and what you choose lasts until it is closed."
)


@dataclass(frozen=True)
class Settings:
    """What a person chose, and how they left the window.

    Attributes:
        theme: Colours of the window.
        language: Code of the language, one of `core.language.LANGUAGES`; empty for the system's.
        classifies_automatically: Whether opened scans are classified without being asked.
        device: Where the network runs: one of `DEVICES`.
        shows_annotations: Whether the corners of the image carry text.
        shows_identity: Whether that text may name the patient.
        heat_map_opacity: 0 transparent to 1 opaque.
        lungs_opacity: The same of lung fields and opacities.
        fills_lungs: Whether these are filled, or outlined only.
        error_level: Share of scans of either class whose true answer may be excluded: one of `ERROR_LEVELS`.
        reads_first: Whether a person is asked for their own impression before an answer is shown.
        person: Name or initials written into the record; may be empty.
        records_file_names: Whether names of files, which can name patients, are written into the record.
        keeps_recent_files: Whether opened paths are remembered; they can name patients.
        keeps_worklist: Whether opened scans and their answers are put on the worklist; it names patients.
        recent_files: Newest first, at most `MOST_RECENT_FILES`.
        recent_training_data: Folders and indexes that were trained on, newest first, as many at most.
        last_folder: Where the file dialog starts.
        was_welcomed: Whether the welcome was shown once.
        window_geometry: As Qt packs it; empty for the default.
        window_layout: Docks and toolbars as Qt packs them; empty for the default.
    """

    theme: Theme = Theme.DARK
    language: str = ""
    classifies_automatically: bool = True
    device: str = "auto"
    shows_annotations: bool = True
    shows_identity: bool = True
    heat_map_opacity: float = 0.45
    lungs_opacity: float = 0.8
    fills_lungs: bool = False
    error_level: float = DEFAULT_ERROR_LEVEL
    reads_first: bool = False
    person: str = ""
    records_file_names: bool = False
    keeps_recent_files: bool = True
    keeps_worklist: bool = True
    recent_files: tuple[str, ...] = ()
    recent_training_data: tuple[str, ...] = ()
    last_folder: str = ""
    was_welcomed: bool = False
    window_geometry: bytes = b""
    window_layout: bytes = b""

    def with_recent(self, path: Path) -> "Settings":
        """Return these settings with a path at the front of the recent list, where that is kept."""
        if not self.keeps_recent_files:
            return self
        return replace(self, recent_files=_put_first(path, self.recent_files))

    def with_recent_training_data(self, path: Path) -> "Settings":
        """Return these settings with a folder or index at the front of those trained on, where that is kept."""
        if not self.keeps_recent_files:
            return self
        return replace(self, recent_training_data=_put_first(path, self.recent_training_data))


class SettingsStore:
    """Settings in an ini file."""

    def __init__(self, path: Path | None = None) -> None:
        """Choose the file; None takes the user's configuration folder."""
        self._path = path if path is not None else default_settings_path()
        self.current = Settings()
        self.note = ""
        self._known: dict[str, object] = {}
        self._is_partly_read = False

    @property
    def path(self) -> Path | None:
        """Where the settings are kept, None where there is no place for them."""
        return self._path

    def load(self) -> Settings:
        """Read the file; what is missing, damaged or out of range takes its default.

        `note` says so afterwards, in a sentence for `tr`, where the file as a whole was unusable: what language is
        spoken is read here, too.
        """
        ini = self._open()
        if ini is None:
            return self.current
        damaged = ini.status() is not QSettings.Status.NoError
        values: dict[str, object] = {}
        stored = _stored(ini)
        if settings_form.is_newer(stored):
            self.note = WRITTEN_BY_NEWER
            return self.current
        try:
            current = settings_form.brought_up(stored)
        except (KeyError, ValueError):
            current, damaged = {}, True
        for field in fields(Settings):
            text = current.get(field.name)
            if text is None:
                continue
            try:
                values[field.name] = _parse(field.name, text)
            except ValueError:
                damaged = True
        if damaged:
            self.note = PARTLY_READ
        self._is_partly_read = damaged
        # Of an older form nothing is known to stand in the file as it should: all of it is written.
        self._known = values if settings_form.version_of(stored) == settings_form.current_version() else {}
        self.current = replace(Settings(), **values)  # type: ignore[arg-type]  # _parse checked each one's type
        return self.current

    def save(self, settings: Settings) -> bool:
        """Keep settings, in memory always and in the file where possible.

        Only what changed here is written, and recent files are added to those of the file: another copy of the
        program may have saved meanwhile. What another version of Hilum put there stays. A file in an older form, or
        one that could not be read completely, is copied before; one in a newer form is left as it is.

        Returns:
            Whether they reached the file.
        """
        ini = self._open()
        self.current = settings if ini is None else replace(settings, recent_files=self._merged_recent(ini, settings))
        if ini is not None and settings_form.is_newer(_stored(ini)):
            self.note = WRITTEN_BY_NEWER
            return False
        if ini is not None and self._has_copy_where_needed(ini):
            values = {field.name: getattr(self.current, field.name) for field in fields(Settings)}
            for name, value in values.items():
                if name not in self._known or self._known[name] != value:
                    ini.setValue(name, _format(value))
            if ini.value(settings_form.KEY) != str(settings_form.current_version()):
                ini.setValue(settings_form.KEY, str(settings_form.current_version()))
            self._known, self._is_partly_read = values, False
            ini.sync()
            if ini.status() is QSettings.Status.NoError:
                return True
        self.note = NOT_SAVED
        return False

    def _has_copy_where_needed(self, ini: QSettings) -> bool:
        """Keep a copy of what is about to be changed for good; False where there is no room for it."""
        stored = _stored(ini)
        is_older = bool(stored) and settings_form.version_of(stored) < settings_form.current_version()
        if self._path is None or not self._path.exists() or not (is_older or self._is_partly_read):
            return True
        try:
            keep_copy(self._path, settings_form.version_of(stored))
        except OutputNotWritableError:
            return False
        if is_older:
            for name in set(stored) - set(settings_form.brought_up(stored)):
                ini.remove(name)
        return True

    def _merged_recent(self, ini: QSettings, settings: Settings) -> tuple[str, ...]:
        """Return these recent files and those that another copy of the program has added to the file."""
        known = self._known.get("recent_files", ())
        if not settings.recent_files or not isinstance(known, tuple):
            return settings.recent_files
        try:
            kept = _parse_paths(str(ini.value("recent_files", "[]")))
        except ValueError:
            return settings.recent_files
        added = tuple(path for path in kept if path not in known and path not in settings.recent_files)
        return (*settings.recent_files, *added)[:MOST_RECENT_FILES]

    def _open(self) -> QSettings | None:
        return QSettings(str(self._path), QSettings.Format.IniFormat) if self._path is not None else None


def _stored(ini: QSettings) -> dict[str, str]:
    """Everything in the file, as text."""
    return {name: str(ini.value(name)) for name in ini.allKeys()}


def _put_first(path: Path, paths: tuple[str, ...]) -> tuple[str, ...]:
    text = str(path)
    return (text, *(recent for recent in paths if recent != text))[:MOST_RECENT_FILES]


def default_settings_path() -> Path | None:
    """Return where the user's settings live, None where the user has no home folder."""
    folders = user_folders()
    return folders.settings / "settings.ini" if folders is not None else None  # untranslated: a file


def _format(value: object) -> str:
    """Return a setting as text."""
    match value:
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case tuple():
            return json.dumps(value)
        case bool():
            return "yes" if value else "no"
        case _:
            return str(value)


def _parse(name: str, text: str) -> object:
    """Return the value of a setting.

    Raises:
        ValueError: The text is no value of this setting.
    """
    match getattr(Settings(), name):
        case Theme():
            return Theme(text)
        case bool():
            return _parse_flag(text)
        case float() if name == "error_level":
            return ERROR_LEVELS[ERROR_LEVELS.index(float(text))]
        case float():
            return min(1.0, max(0.0, float(text)))
        case bytes():
            return _parse_bytes(text)
        case tuple():
            return _parse_paths(text)
        case _ if name == "device":
            return DEVICES[DEVICES.index(text)]
        case _ if name == "language":
            return _parse_language(text)
        case _:
            return text


def _parse_flag(text: str) -> bool:
    if text not in ("yes", "no"):
        raise ValueError(text)
    return text == "yes"


def _parse_language(text: str) -> str:
    if text and text not in LANGUAGES:
        raise ValueError(text)
    return text


def _parse_bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(text) from error


def _parse_paths(text: str) -> tuple[str, ...]:
    try:
        paths = json.loads(text)
    except RecursionError as error:  # Brackets without end.
        raise ValueError("nested too deeply") from error  # untranslated: nobody sees it
    if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        raise ValueError(text)
    return tuple(paths[:MOST_RECENT_FILES])
