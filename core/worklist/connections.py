"""The open connections of a worklist: one that writes, and as many that read as threads read at the same time."""

import contextlib
import sqlite3
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path

from core.sqlite_files import file_identity, transaction
from core.worklist.database import connect, working_errors


class Connections:
    """Opens connections when they are needed and keeps them; any thread may use this.

    After whatever goes wrong on a connection, the next use begins with a new one. So it does where another file has
    taken the worklist's name: one that was moved away stays open, and what is written to it would be lost.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._write_lock = threading.Lock()
        self._lock = threading.Lock()
        self._writer: list[sqlite3.Connection] = []
        self._readers: list[sqlite3.Connection] = []
        self._file: tuple[int, int] | None = None
        self._closing = weakref.finalize(self, _close, self._writer, self._readers)

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is on the disk when the block ends, or did not happen.

        Raises:
            WorklistNotWritableError: It cannot be written; it is as it was.
            DamagedWorklistError: It is damaged.
            NewerWorklistError: A newer Hilum wrote it.
        """
        with self._write_lock, self._borrowed(self._writer) as connection, transaction(connection):
            yield connection

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection | None]:
        """The worklist as it is at this moment; None where there is none yet.

        Raises:
            WorklistNotWritableError: It cannot be opened, or the disk does not give it.
            DamagedWorklistError: It is damaged.
            NewerWorklistError: A newer Hilum wrote it.
        """
        if file_identity(self._path) is None:
            yield None
            return
        with self._borrowed(self._readers) as connection:
            connection.execute("BEGIN")
            try:
                yield connection
            finally:
                connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close what is open and not in use; the next use opens it again."""
        with self._lock:
            _close(self._writer, self._readers)

    @contextlib.contextmanager
    def _borrowed(self, kept: list[sqlite3.Connection]) -> Iterator[sqlite3.Connection]:
        with working_errors(self._path):
            connection, file = self._take(kept)
            try:
                yield connection
            except BaseException:
                connection.close()
                raise
            with self._lock:
                if file == self._file:
                    kept.append(connection)
                    return
            connection.close()

    def _take(self, kept: list[sqlite3.Connection]) -> tuple[sqlite3.Connection, tuple[int, int] | None]:
        """A connection, and the file that it leads to."""
        with self._lock:
            found = file_identity(self._path)
            if found != self._file:
                _close(self._writer, self._readers)
                self._file = found
            if kept:
                return kept.pop(), found
        connection = connect(self._path)
        with self._lock:
            self._file = file_identity(self._path)
            return connection, self._file


def _close(*kept: list[sqlite3.Connection]) -> None:
    for connections in kept:
        while connections:
            connections.pop().close()
