"""The forms that the user's data have on the disk, from one version of the program to the next.

Every store carries the number of its form: a database in `user_version`, a document of JSON in a field. What an older
Hilum wrote is brought to this one's form by the steps in between; before anything is written over it, a copy is kept
beside it, named after its form and the day, and looked at again before it counts. What a newer Hilum wrote is refused
in a sentence and left as it is.

A database is changed when it is opened, in one transaction. A document is read in its older form for as long as nobody
writes it, so that reading never writes, and the older program finds it as it left it.

What was released is never changed: a new form is a further step at the end of its chain.
"""

import contextlib
import hashlib
import os
import re
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from core.durable_files import take_name_durably, write_durably
from core.errors import FileError, OutputNotWritableError
from core.sqlite_files import address_of, make_private_file, transaction

MOST_COPIES = 3
"""How many copies of earlier forms are kept beside a file; the oldest goes first."""
_PARTIAL = ".partial"

Document = dict[str, Any]
DocumentStep = Callable[[Document], Document]
DatabaseStep = Callable[[sqlite3.Connection], None]


@dataclass(frozen=True)
class DocumentForm:
    """The form of a document of JSON.

    Attributes:
        newer: What is raised where a newer Hilum wrote it.
        steps: From each form to the next, the first from form 1 to 2. A step returns the new document.
        key: The field that holds the number.
        unnumbered: The form of a document without a number; None where every form had one.
    """

    newer: type[FileError]
    steps: tuple[DocumentStep, ...] = ()
    key: str = "schema_version"
    unnumbered: int | None = None

    @property
    def version(self) -> int:
        """The number of this program's form."""
        return 1 + len(self.steps)

    def stamped(self, content: Document) -> Document:
        """A document with this form's number in front."""
        return {self.key: self.version, **{key: value for key, value in content.items() if key != self.key}}

    def brought_up(self, content: Any, path: Path) -> Any:
        """A document in this program's form; one that has no form at all is returned as it is.

        Args:
            content: What the JSON holds.
            path: Where it was read, named by errors.

        Raises:
            FileError: A newer Hilum wrote it: of the kind `newer`.
            Exception: What a step meets in a damaged document: KeyError, TypeError, ValueError.
        """
        version = self.version_of(content)
        if version is None:
            return content
        self.refuse_newer(content, path)
        for step in self.steps[version - 1 :]:
            content = step(content)
        return self.stamped(content) if version < self.version else content

    def version_of(self, content: Any) -> int | None:
        """The number of a document's form, None where it has none."""
        version = content.get(self.key, self.unnumbered) if isinstance(content, dict) else None
        return version if isinstance(version, int) and not isinstance(version, bool) and version >= 1 else None

    def before_writing(self, content: Any, path: Path) -> None:
        """Call this before a document is written over another one.

        Args:
            content: What the JSON of the one before holds.
            path: Where it lies. In an older form, a copy of it is kept.

        Raises:
            FileError: A newer Hilum wrote it: of the kind `newer`.
            OutputNotWritableError: The copy could not be kept.
        """
        version = self.version_of(content)
        if version is None:
            return
        self.refuse_newer(content, path)
        if version < self.version:
            keep_copy(path, version)

    def refuse_newer(self, content: Any, path: Path) -> None:
        """Let nothing pass that a newer Hilum wrote.

        Raises:
            FileError: It did: of the kind `newer`.
        """
        version = self.version_of(content)
        if version is not None and version > self.version:
            raise self.newer(path, _what_is_known(self.key, version, self.version))


@dataclass(frozen=True)
class DatabaseForm:
    """The form of a database.

    Attributes:
        application_id: SQLite's number by which it is told from any other database.
        steps: From each form to the next, the first from the empty file to form 1.
        damaged: What is raised where it is another kind of database.
        newer: What is raised where a newer Hilum wrote it.
        name: What it is, for these errors: `worklist`.
        content: What its table holds: `entries`.
    """

    application_id: int
    steps: tuple[DatabaseStep, ...]
    damaged: type[FileError]
    newer: type[FileError]
    name: str
    content: str = "entries"

    @property
    def version(self) -> int:
        """The number of this program's form."""
        return len(self.steps)

    def version_of(self, connection: sqlite3.Connection, path: Path) -> int:
        """Which form a database has; 0 where the file is still empty.

        Raises:
            FileError: It is another kind of database, or a newer Hilum wrote it.
            sqlite3.Error: SQLite refuses.
        """
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if (version, application, tables) == (0, 0, 0):
            return 0
        if application != self.application_id or version < 1:
            raise self.damaged(path, f"it is not a {self.name} of Hilum's")
        if version > self.version:
            raise self.newer(path, _what_is_known("version", version, self.version))
        if not tables:
            raise self.damaged(path, f"its table of {self.content} is gone")
        return version

    def bring_up(self, connection: sqlite3.Connection, path: Path) -> None:
        """Take the steps that are missing, all of them or none. Several programs may do so at once.

        Args:
            connection: One without a transaction.
            path: The database. Of an older form a copy is kept beside it first, under the same write lock.

        Raises:
            FileError: It is another kind of database, or a newer Hilum wrote it.
            sqlite3.Error: SQLite refuses; the database is as it was.
            OSError: The system refuses; the database is as it was.
            OutputNotWritableError: It refuses the copy its name; the database is as it was.
        """
        if self.version_of(connection, path) == self.version:
            return
        with transaction(connection):
            # Another program may have been faster.
            version = self.version_of(connection, path)
            if 0 < version < self.version:
                keep_copy_of_database(path, version)
            for step in self.steps[version:]:
                step(connection)
            connection.execute(f"PRAGMA application_id = {self.application_id}")
            connection.execute(f"PRAGMA user_version = {self.version}")


def keep_copy(path: Path, version: int, today: date | None = None) -> Path:
    """Keep a copy of a file of an earlier form beside it; the same content is kept once.

    Args:
        path: The file.
        version: Its form.
        today: For the copy's name, None for today.

    Returns:
        The copy, which was read again and is the same.

    Raises:
        OutputNotWritableError: It could not be written, or is not what it should be.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise OutputNotWritableError(path, error.strerror or "") from error
    for copy in copies_of(path):
        if _sha256(copy) == hashlib.sha256(content).hexdigest():
            return copy
    kept = _free_name(path, version, today)
    write_durably(kept, lambda file: _write_private(file, content))
    if _sha256(kept) != hashlib.sha256(content).hexdigest():
        kept.unlink(missing_ok=True)
        raise OutputNotWritableError(kept, "what was written is not what can be read")
    _let_go_of_old_copies(path)
    return kept


def keep_copy_of_database(path: Path, version: int, today: date | None = None) -> Path:
    """Keep a copy of a database of an earlier form beside it, with what is in its write-ahead log.

    Args:
        path: The database; whoever calls this holds its write lock.
        version: Its form.
        today: For the copy's name, None for today.

    Returns:
        The copy, whose pages were looked at and are sound.

    Raises:
        sqlite3.Error: SQLite refuses: the disk is full, or the database damaged.
        OSError: The system refuses.
        OutputNotWritableError: It refuses the copy its name.
    """
    _let_go_of_partial_copies(path)
    kept = _free_name(path, version, today)
    partial = kept.with_name(kept.name + _PARTIAL)
    try:
        make_private_file(partial)
        # SQLite copies nothing through a connection that holds the write lock itself.
        with (
            contextlib.closing(sqlite3.connect(address_of(path.absolute(), "mode=ro"), uri=True)) as source,
            contextlib.closing(sqlite3.connect(partial)) as copy,
        ):
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
            sound = copy.execute("PRAGMA quick_check").fetchone()[0] == "ok"
            if not sound or copy.execute("PRAGMA user_version").fetchone()[0] != version:
                raise sqlite3.DatabaseError("the copy is not what it should be")
        descriptor = os.open(partial, os.O_RDWR)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        take_name_durably(partial, kept)
    except BaseException:
        # On a full disk SQLite leaves the journal of the copy, too.
        with contextlib.suppress(OSError):
            _let_go_of_partial_copies(path)
        raise
    _let_go_of_old_copies(path)
    return kept


def copies_of(path: Path) -> list[Path]:
    """The copies that are kept beside a file, the oldest first."""
    try:
        found = _named_like_a_copy(path)
        return sorted(found, key=lambda copy: (copy.stat().st_mtime_ns, copy.name))
    except OSError:
        return []


def _named_like_a_copy(path: Path, ending: str = "") -> list[Path]:
    day = r"\d{4}-\d\d-\d\d"
    name = rf"{re.escape(path.stem)}\.version-\d+\.{day}(-\d+)?{re.escape(path.suffix)}{ending}"  # untranslated: a file
    return [entry for entry in path.parent.iterdir() if re.fullmatch(name, entry.name)]


def _let_go_of_partial_copies(path: Path) -> None:
    """What a program that was killed while it copied has left. Nobody else copies: the write lock is held."""
    ending = rf"{re.escape(_PARTIAL)}(-journal|-wal|-shm)?"  # untranslated: of SQLite's files
    for partial in _named_like_a_copy(path, ending):
        partial.unlink(missing_ok=True)


def _free_name(path: Path, version: int, today: date | None) -> Path:
    day = today or date.today()  # noqa: DTZ011 -- for people, who look for the day on their calendar
    stem = f"{path.stem}.version-{version}.{day.isoformat()}"  # untranslated: a file's name
    kept, number = path.with_name(stem + path.suffix), 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{stem}-{number}{path.suffix}")
    return kept


def _let_go_of_old_copies(path: Path) -> None:
    for copy in copies_of(path)[:-MOST_COPIES]:
        with contextlib.suppress(OSError):
            copy.unlink()


def _write_private(file: BinaryIO, content: bytes) -> None:
    if os.name == "posix":
        os.fchmod(file.fileno(), 0o600)  # before anything is in it
    file.write(content)


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _what_is_known(key: str, version: int, known: int) -> str:
    return f"{key} {version}, this Hilum knows {known}"  # untranslated: technical detail
