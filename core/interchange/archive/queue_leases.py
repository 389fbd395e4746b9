"""What a program takes of the queue to send it, and how that ends.

A program takes objects for a time that it renews while it works. Whatever it says about one afterwards counts only
while it still has it: when its time is over, as after a crash, another program may have taken the object.
"""

# untranslated module: statements of SQL

import json
import os
import time
import uuid

from core.interchange.archive.queue_storage import QueueStorage
from core.interchange.archive.queued_object import QueuedObject, QueueState

LEASE_S = 60.0
"""How long what a program took stays its own without a sign of life."""
FIRST_DELAY_S = 10.0
LONGEST_DELAY_S = 3600.0
MOST_ATTEMPTS = 30
"""With the delays, about a day: an archive that is down over night is reached in the morning."""
_DUE_TO_SEND = """\
WITH due AS (
  SELECT number, node, next_attempt FROM objects
  WHERE (state = 'waiting' AND next_attempt <= :now) OR (state = 'sending' AND lease < :now)
)
SELECT number FROM due WHERE node = (SELECT node FROM due ORDER BY next_attempt, number LIMIT 1)
ORDER BY number LIMIT :most"""
_TAKE_TO_SEND = """\
UPDATE objects SET is_unclear = is_unclear OR state = 'sending', state = 'sending', owner = :owner, lease = :lease,
  attempts = attempts + 1, changed = :now
WHERE number IN (SELECT value FROM json_each(:numbers))"""
"""What is taken from another program, which ended while it was being sent, may have arrived."""
_DUE_TO_COMMIT = """\
WITH due AS (
  SELECT number, node, next_attempt FROM objects
  WHERE state = 'sent' AND asks_commitment AND next_attempt <= :now AND lease < :now
)
SELECT number FROM due WHERE node = (SELECT node FROM due ORDER BY next_attempt, number LIMIT 1)
ORDER BY number LIMIT :most"""
_TAKE_TO_COMMIT = """\
UPDATE objects SET owner = :owner, lease = :lease, attempts = attempts + 1
WHERE number IN (SELECT value FROM json_each(:numbers))"""


def delay_after(attempts: int) -> float:
    """How long to wait before the next attempt, in seconds: twice as long each time, up to an hour.

    Args:
        attempts: How many there were, from 1.
    """
    return float(min(LONGEST_DELAY_S, FIRST_DELAY_S * 2.0 ** min(attempts - 1, 20)))


class QueueLeases:
    """Takes objects under a name of its own, unlike any other's."""

    def __init__(self, storage: QueueStorage) -> None:
        self._storage = storage
        self._owner = f"{os.getpid()}-{uuid.uuid4().hex}"

    def claim(self, most: int) -> tuple[QueuedObject, ...]:
        """Take objects that are due for one archive; they are this one's until its time is over.

        Args:
            most: At most so many.
        """
        return self._take(_DUE_TO_SEND, _TAKE_TO_SEND, most)

    def claim_commitments(self, most: int) -> tuple[QueuedObject, ...]:
        """Take objects of one archive that it has, and is to be asked to commit itself to; as `claim`."""
        return self._take(_DUE_TO_COMMIT, _TAKE_TO_COMMIT, most)

    def _take(self, due: str, take: str, most: int) -> tuple[QueuedObject, ...]:
        now = time.time()
        with self._storage.writing() as connection:
            rows = connection.execute(due, {"now": now, "most": most}).fetchall()
            numbers = json.dumps([row["number"] for row in rows])
            values = {"owner": self._owner, "lease": now + LEASE_S, "now": now, "numbers": numbers}
            connection.execute(take, values)
        return self._storage.select("number IN (SELECT value FROM json_each(?)) ORDER BY number", (numbers,))

    def renew(self) -> None:
        """Keep what was taken."""
        with self._storage.writing() as connection:
            connection.execute(
                "UPDATE objects SET lease = ? WHERE owner = ? AND lease > 0", (time.time() + LEASE_S, self._owner)
            )

    def note_sent(self, taken: QueuedObject) -> None:
        """The archive has acknowledged an object."""
        self._settle(
            taken,
            # Attempts begin anew, for the commitment.
            "state = 'sent', attempts = 0, next_attempt = 0, is_unclear = 0, problem = ''",
            drops_file=not taken.asks_commitment,
        )

    def note_failed(self, taken: QueuedObject, problem: str) -> None:
        """An object is not tried again by itself; its copy stays, for `try_again`."""
        self._settle(taken, "state = 'failed', problem = ?", problem)

    def note_delayed(self, taken: QueuedObject, problem: str, *, is_unclear: bool) -> None:
        """An attempt did not succeed; there will be others, up to a limit.

        Args:
            taken: From `claim`.
            problem: What went wrong, a sentence.
            is_unclear: Whether the archive may have it all the same.
        """
        state = QueueState.WAITING if taken.attempts < MOST_ATTEMPTS else QueueState.FAILED
        self._settle(
            taken,
            "state = ?, next_attempt = ?, is_unclear = is_unclear OR ?, problem = ?",
            str(state),
            time.time() + delay_after(taken.attempts),
            is_unclear,
            problem,
        )

    def give_back(self, taken: QueuedObject, *, is_unclear: bool = False) -> None:
        """Nothing was tried, or was stopped: the object waits as before."""
        self._settle(
            taken,
            "state = 'waiting', attempts = max(attempts - 1, 0), is_unclear = is_unclear OR ?",
            is_unclear,
        )

    def note_committed(self, taken: QueuedObject) -> None:
        """The archive has promised to keep an object."""
        self._settle(taken, "state = 'committed', problem = ''", drops_file=True)

    def note_not_committed(self, taken: QueuedObject, problem: str, *, is_final: bool) -> None:
        """The archive has not promised to keep an object that it acknowledged.

        Args:
            taken: From `claim_commitments`.
            problem: Why, a sentence.
            is_final: Whether it is not asked again.
        """
        is_over = is_final or taken.attempts >= MOST_ATTEMPTS
        self._settle(
            taken,
            "asks_commitment = ?, next_attempt = ?, problem = ?",
            not is_over,
            time.time() + delay_after(taken.attempts),
            problem,
            drops_file=is_over,
        )

    def send_anew(self, taken: QueuedObject, problem: str) -> None:
        """The archive says that it does not have what it acknowledged: the object is sent again."""
        self._settle(taken, "state = 'waiting', next_attempt = ?, problem = ?", time.time(), problem)

    def _settle(self, taken: QueuedObject, changes: str, *values: object, drops_file: bool = False) -> None:
        """Change what is still this one's."""
        is_held = "number = ? AND owner = ?"
        statement = f"UPDATE objects SET {changes}, owner = '', lease = 0, changed = ? WHERE {is_held}"  # noqa: S608 - ours
        with self._storage.writing() as connection:
            changed = connection.execute(statement, (*values, time.time(), taken.number, self._owner))
            is_ours = changed.rowcount > 0
        if is_ours and drops_file:
            self._storage.remove_files([taken.item.path.name])
