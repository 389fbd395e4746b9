"""Where the queue of what is to be sent lies: its database, and the copies of the objects beside it."""

# untranslated module: statements of SQL

import contextlib
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from core.durable_files import make_folder
from core.interchange.archive.queued_object import QueuedObject, queued_object
from core.interchange.archive.send_queue_database import connect, working_errors
from core.sqlite_files import transaction

_ORPHANS_AFTER_S = 3600.0


class QueueStorage:
    """The database and the copies; any thread may use it."""

    def __init__(self, path: Path) -> None:
        """Open it, and remove copies that nothing needs.

        Args:
            path: The database, in a folder that is the queue's alone.

        Raises:
            OutputNotWritableError: It cannot be made or written.
            DamagedSendQueueError: It is damaged.
            NewerSendQueueError: A newer Hilum wrote it.
        """
        self._path = path
        self.folder = path.parent / "objects"
        self._lock = threading.Lock()
        self._connection = connect(path)
        try:
            make_folder(self.folder)
            self._remove_orphans()
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Close the database."""
        with self._lock:
            self._connection.close()

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The database, for one thread at a time."""
        with self._lock, working_errors(self._path):
            yield self._connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is on the disk when the block ends, or did not happen."""
        with self._lock, working_errors(self._path), transaction(self._connection):
            yield self._connection

    def select(self, condition: str, values: Sequence[object]) -> tuple[QueuedObject, ...]:
        """Objects by a condition in SQL, which is the program's own."""
        statement = f"SELECT * FROM objects WHERE {condition}"  # noqa: S608 - no text from outside is in it
        with self.reading() as connection:
            rows = connection.execute(statement, tuple(values)).fetchall()
        return tuple(queued_object(row, self.folder) for row in rows)

    def remove_files(self, names: Iterable[str]) -> None:
        """Remove copies; one that cannot be removed now is an orphan, and goes another time."""
        for name in names:
            with contextlib.suppress(OSError):
                (self.folder / name).unlink(missing_ok=True)

    def _remove_orphans(self) -> None:
        """Remove copies that no object needs: the program ended before one was in the queue, or after it was done."""
        with self.reading() as connection:
            needed = {
                row["file"]
                for row in connection.execute(
                    "SELECT file FROM objects WHERE state IN ('waiting', 'sending', 'failed')"
                    " OR (state = 'sent' AND asks_commitment)"
                )
            }
        old = time.time() - _ORPHANS_AFTER_S
        for path in self.folder.iterdir():
            with contextlib.suppress(OSError):
                if path.name not in needed and path.stat().st_mtime < old:
                    path.unlink()
