"""What is to be sent to archives: a queue on the disk that survives the program, with copies of its own.

An object is in the queue, durably, when `add` returns. Several programs may share it: each takes objects for a time
(a lease) that it renews while it works. What a program had taken that ended is taken up again when its lease is over,
and then the archive is asked first whether it has the object already. (Where it cannot say, the object is sent again:
an archive knows it by its SOP Instance UID and keeps it once.)
"""

# untranslated module: statements of SQL, and names of files

import hashlib
import json
import time
import uuid
from collections.abc import Iterable, Sequence
from pathlib import Path

from core.durable_files import write_durably
from core.errors import NoUserFolderError
from core.interchange.archive.dicom_object import read_object, whole_file
from core.interchange.archive.queue_storage import QueueStorage
from core.interchange.archive.queued_object import QueuedObject, QueueState, common_state
from core.user_folders import user_folders

_MOST_LISTED = 1000


class SendQueue:
    """The queue; any thread may use it."""

    def __init__(self, path: Path | None = None) -> None:
        """Open the queue.

        Args:
            path: The database, in a folder that is the queue's alone; None for the user's own.

        Raises:
            NoUserFolderError: This user has no home folder.
            OutputNotWritableError: It cannot be made or written.
            DamagedSendQueueError: It is damaged.
            NewerSendQueueError: A newer Hilum wrote it.
        """
        if path is None:
            folders = user_folders()
            if folders is None:
                raise NoUserFolderError
            path = folders.data / "send_queue" / "queue.sqlite"
        self.storage = QueueStorage(path)

    def close(self) -> None:
        """Close the database."""
        self.storage.close()

    def __enter__(self) -> "SendQueue":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(
        self, paths: Sequence[Path], node: str, *, entry: int | None = None, asks_commitment: bool = False
    ) -> tuple[int, ...]:
        """Put files in; the queue keeps copies, so that they may be deleted.

        The same bytes to the same archive are put in once: what waits or was acknowledged is left as it is, and what
        had failed is tried again.

        Args:
            paths: DICOM files.
            node: The archive's name.
            entry: Number on the worklist, None where there is none.
            asks_commitment: Whether the archive is asked to commit itself to keeping them.

        Returns:
            Their numbers, in the order of the files.

        Raises:
            FileError: A file cannot be sent; those before it are in the queue.
            OutputNotWritableError: There is no room for a copy.
        """
        return tuple(self._add(path, node, entry, asks_commitment=asks_commitment) for path in paths)

    def items(self, states: Iterable[QueueState] = (), limit: int = _MOST_LISTED) -> tuple[QueuedObject, ...]:
        """What is in the queue, the newest first.

        Args:
            states: Only these, empty for all.
            limit: At most so many.
        """
        chosen = tuple(states) or tuple(QueueState)
        return self.storage.select(
            "state IN (SELECT value FROM json_each(?)) ORDER BY number DESC LIMIT ?", (json.dumps(chosen), limit)
        )

    def item(self, number: int) -> QueuedObject | None:
        """The object of a number, None where it is gone."""
        return next(iter(self.storage.select("number = ?", (number,))), None)

    def counts(self) -> dict[QueueState, int]:
        """How many objects are how far."""
        with self.storage.reading() as connection:
            found = dict(connection.execute("SELECT state, count(*) FROM objects GROUP BY state").fetchall())
        return {state: int(found.get(str(state), 0)) for state in QueueState}

    def entry_state(self, entry: int, node: str) -> QueueState | None:
        """How far all objects of an entry of the worklist are together, None where there are none."""
        with self.storage.reading() as connection:
            rows = connection.execute(
                "SELECT state FROM objects WHERE entry = ? AND node = ?", (entry, node)
            ).fetchall()
        return common_state([QueueState(row["state"]) for row in rows]) if rows else None

    def try_again(self, numbers: Sequence[int]) -> None:
        """Let objects that failed, or wait for their next attempt, be tried at once."""
        with self.storage.writing() as connection:
            connection.execute(
                "UPDATE objects SET state = 'waiting', attempts = 0, next_attempt = 0, changed = ?"
                " WHERE number IN (SELECT value FROM json_each(?)) AND state IN ('waiting', 'failed')",
                (time.time(), json.dumps(list(numbers))),
            )

    def remove(self, numbers: Sequence[int]) -> None:
        """Take objects out for good; one that is being sent at the moment stays."""
        chosen = json.dumps(list(numbers))
        with self.storage.writing() as connection:
            rows = connection.execute(
                "DELETE FROM objects WHERE number IN (SELECT value FROM json_each(?)) AND state != 'sending'"
                " RETURNING file",
                (chosen,),
            ).fetchall()
        self.storage.remove_files([row["file"] for row in rows])

    def next_due(self) -> float | None:
        """In how many seconds something is due, 0 for now; None where nothing will be."""
        with self.storage.reading() as connection:
            row = connection.execute(
                "SELECT min(CASE state WHEN 'sending' THEN lease ELSE max(next_attempt, lease) END) AS due"
                " FROM objects WHERE state IN ('waiting', 'sending') OR (state = 'sent' AND asks_commitment)"
            ).fetchone()
        return None if row["due"] is None else float(max(0.0, row["due"] - time.time()))

    def _add(self, path: Path, node: str, entry: int | None, *, asks_commitment: bool) -> int:
        item = read_object(path)
        content = whole_file(item)
        digest = hashlib.sha256(content).hexdigest()
        known = self._known(node, item.sop_uid, digest)
        if known is not None:
            return known
        name = f"{uuid.uuid4().hex}.dcm"
        write_durably(self.storage.folder / name, lambda file: file.write(content))
        now = time.time()
        with self.storage.writing() as connection:
            added = connection.execute(
                "INSERT INTO objects (node, sop_class_uid, sop_uid, study_uid, series_uid, transfer_syntax, digest,"
                " file, entry, asks_commitment, state, next_attempt, added, changed)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, ?, ?) ON CONFLICT DO NOTHING",
                (
                    *(node, item.sop_class_uid, item.sop_uid, item.study_uid, item.series_uid, item.transfer_syntax),
                    *(digest, name, entry, asks_commitment, now, now),
                ),
            )
            number = added.lastrowid if added.rowcount else None
        if number is not None:
            return int(number)
        # Another program was faster.
        self.storage.remove_files([name])
        return int(self._known(node, item.sop_uid, digest) or 0)

    def _known(self, node: str, sop_uid: str, digest: str) -> int | None:
        with self.storage.writing() as connection:
            row = connection.execute(
                "SELECT number FROM objects WHERE node = ? AND sop_uid = ? AND digest = ?", (node, sop_uid, digest)
            ).fetchone()
            if row is None:
                return None
            connection.execute(
                "UPDATE objects SET state = 'waiting', attempts = 0, next_attempt = 0, changed = ?"
                " WHERE number = ? AND state = 'failed'",
                (time.time(), row["number"]),
            )
            return int(row["number"])
