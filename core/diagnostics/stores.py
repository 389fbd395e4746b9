"""What is kept on this computer, in numbers: how many, how large, in which form. Nothing is changed by looking."""

# untranslated module: diagnostics are for developers

import contextlib
import json
import re
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from core.errors import HilumError
from core.interchange.archive import send_queue_database
from core.record import database as record_database
from core.registry.commissioned import FOLDER_NAME as COMMISSIONINGS
from core.registry.commissioned import FORM as COMMISSIONING_FORM
from core.registry.registry import REGISTRY_NAME, ModelRegistry
from core.registry.version import BUNDLED
from core.site_settings import site_settings_form
from core.sqlite_files import READING_PATIENCE_S, address_of
from core.training.run_data import FORM as RUN_FORM
from core.training.run_state import STATE_NAME
from core.user_folders import UserFolders
from core.worklist import database as worklist_database

_DATABASES = (
    ("record", "record/journal.sqlite3", "entries", record_database.FORM.version),
    ("worklist", "worklist/worklist.sqlite", "entries", worklist_database.SCHEMA_VERSION),
    ("sending queue", "send_queue/queue.sqlite", "objects", send_queue_database.FORM.version),
)
_FOLDERS = ("received", "retrieved", "results")
_SITE_SUBJECTS = ("clinic", "connections", "receiver", "worklist")
_RUNS = "training_runs"
_MOST_FILES = 200_000
_HASH = re.compile(r"[0-9a-f]{64}")


def store_lines(folders: UserFolders) -> list[str]:
    """One line per store.

    Args:
        folders: The user's.
    """
    lines = [_database_line(folders.data, *database) for database in _DATABASES]
    lines.append(
        f"commissionings: {_count(folders.data / COMMISSIONINGS, '*/*.json')}, form {COMMISSIONING_FORM.version}"
    )
    lines.append(f"training runs: {_count(folders.data / _RUNS, f'*/{STATE_NAME}')}, form {RUN_FORM.version}")
    for name in _FOLDERS:
        files, size = _contents(folders.data / name)
        lines.append(f"{name}: {files} files, {_megabytes(size)}")
    lines.extend(
        f"site settings, {subject}: {_form_of_site_settings(folders.settings / f'{subject}.json', subject)}"
        for subject in _SITE_SUBJECTS
    )
    for name, folder in (("data", folders.data), ("cache", folders.cache), ("log", folders.log)):
        lines.append(f"disk of the {name}: {_free(folder)}")
    return lines


def model_lines(folders: UserFolders | None) -> list[str]:
    """The models kept here by number, with the hash of each one's weights: their names may be anybody's.

    Args:
        folders: The user's; None where there are none, then there is the bundled model alone.
    """
    registry = ModelRegistry(folders.data / REGISTRY_NAME if folders is not None else None)
    try:
        versions = registry.versions()
        damaged = len(registry.damaged())
    except (HilumError, OSError) as error:
        return [f"the models cannot be listed: {type(error).__name__}"]
    own = (version.address for version in versions if not version.is_bundled)
    names = {address: f"model {number}" for number, address in enumerate(own, start=1)}
    lines = [
        f"{names.get(version.address, BUNDLED)}, weights SHA-256 {_hash(version.card.weights_sha256)}"
        for version in versions
    ]
    lines.append(f"versions that cannot be used: {damaged}")
    try:
        lines.append(f"active: {names.get(registry.active_version().address, BUNDLED)}")
    except (HilumError, OSError) as error:
        lines.append(f"which model is active cannot be told: {type(error).__name__}")
    return lines


def _hash(text: str) -> str:
    """A hash as a card gives it; a card can hold anything in its place."""
    return text if _HASH.fullmatch(text) else "(no hash)"


def _database_line(folder: Path, name: str, place: str, table: str, known: int) -> str:
    path = folder / place
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return f"{name}: not begun"
    except OSError as error:
        return f"{name}: cannot be read: {type(error).__name__}"
    try:
        uri = address_of(path.absolute(), "mode=ro")
        with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=READING_PATIENCE_S)) as connection:
            form = int(connection.execute("PRAGMA user_version").fetchone()[0])
            count = int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 -- a name from above
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return f"{name}: {_megabytes(size)}, cannot be read: {type(error).__name__}"
    return f"{name}: {count} {table}, {_megabytes(size)}, form {form}, this Hilum's {known}"


def _form_of_site_settings(path: Path, subject: str) -> str:
    form = site_settings_form(subject)
    try:
        content = json.loads(path.read_bytes())
    except FileNotFoundError:
        return "nothing chosen"
    except (OSError, ValueError, RecursionError) as error:
        return f"cannot be read: {type(error).__name__}"
    return f"form {form.version_of(content)}, this Hilum's {form.version}"


def _count(folder: Path, pattern: str) -> int:
    try:
        return sum(1 for _ in folder.glob(pattern))
    except OSError:
        return 0


def _contents(folder: Path) -> tuple[int, int]:
    """How many files lie in a folder, and how many bytes; the look ends where there are very many."""
    files = size = 0
    for path in _files(folder):
        with contextlib.suppress(OSError):
            size += path.stat().st_size
        files += 1
        if files >= _MOST_FILES:
            break
    return files, size


def _files(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from (path for path in folder.rglob("*") if path.is_file())


def _free(folder: Path) -> str:
    try:
        nearest = next(candidate for candidate in (folder, *folder.parents) if candidate.exists())
        usage = shutil.disk_usage(nearest)
    except (OSError, StopIteration) as error:
        return f"cannot be told: {type(error).__name__}"
    return f"{usage.free / 1e9:.1f} GB free of {usage.total / 1e9:.1f} GB"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
