"""Whether a record is unbroken, from its first entry to its last."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from core.errors import DamagedJournalError
from core.jobs import JobContext, Progress
from core.language import Worded, mark, tr
from core.record.database import reading, schema_is_whole
from core.record.entry import Head, digest_of
from core.record.head_file import head_path, read_head

_REPORT_EVERY = 500


@dataclass(frozen=True)
class Verification:
    """What looking at every entry found.

    Attributes:
        ok: Whether the record is unbroken.
        count: How many entries were looked at and found unbroken, from the first on.
        head: The last of them: its number and its digest, which stands for everything before it.
        first_broken: Number of the first entry that is not as it was written or is gone; None where the record is
            unbroken, or where what is wrong is no entry.
        reason: What is wrong, in a sentence that `tr` shows; empty where nothing is.
    """

    ok: bool
    count: int
    head: Head
    first_broken: int | None = None
    reason: str = ""


def verify_record(path: Path, context: JobContext[Progress], known_head: str = "") -> Verification:
    """Look at every entry.

    Args:
        path: The record's database.
        context: Told how many entries were looked at; may stop it.
        known_head: A digest written down earlier, which the record must lead through; empty for none.

    Raises:
        NewerJournalError: A newer Hilum wrote it.
        InaccessibleFileError: It may not be read.
        JobCancelledError: It was stopped.
    """
    # Read before the database: what is committed in between only makes the record longer than this says.
    kept = read_head(path)
    walk = _Walk(context, kept, known_head.strip().lower())
    try:
        with reading(path) as connection:
            if connection is not None and not walk.follow(connection):
                return walk.outcome()
    except DamagedJournalError as error:
        return walk.broken(_damaged(error.detail))
    if kept is None and (walk.head.sequence or head_path(path).exists()):
        return walk.flawed(
            Worded.of(
                mark(
                    "{name}, the file that keeps the number of the last entry, is missing or damaged: entries that were"
                    " removed at the end would not be noticed."
                ),
                name=head_path(path).name,
            )
        )
    return walk.compare_ends()


def _damaged(detail: str) -> str:
    return Worded(
        lambda: tr("The database is damaged from here on and cannot be read further ({detail}).").format(
            detail=tr(detail)
        )
    )


class _Walk:
    """Follows the chain from entry to entry, until it breaks."""

    def __init__(self, context: JobContext[Progress], kept: Head | None, known_head: str) -> None:
        self.head = Head()
        self._context = context
        self._kept = kept
        self._known_head = known_head
        self._kept_matches = kept is None or kept == self.head
        self._met_known_head = not known_head or known_head == self.head.digest
        self._break: Verification | None = None

    def follow(self, connection: sqlite3.Connection) -> bool:
        """Look at every entry, then at the database as such; False where something is wrong."""
        if not schema_is_whole(connection):
            self.flawed(mark("What protects the entries from being changed was altered in the database."))
            return False
        total = connection.execute("SELECT max(sequence) FROM entries").fetchone()[0] or 0
        columns = "sequence, time, kind, person, content, previous, digest"  # untranslated: SQL
        for row in connection.execute(f"SELECT {columns} FROM entries ORDER BY sequence"):  # noqa: S608  # no data
            if self.head.sequence % _REPORT_EVERY == 0:
                self._context.raise_if_cancelled()
                self._context.report(Progress(self.head.sequence, total, tr("Verifying")))
            if not self._step(*row):
                return False
        problem = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if problem != "ok":
            self.flawed(mark("The entries are unbroken, but the database that holds them is damaged in another place."))
            return False
        return True

    def _step(self, sequence: int, *fields: object) -> bool:
        expected = self.head.sequence + 1
        time, kind, person, content, previous, digest = fields
        if sequence != expected:
            self.broken(Worded.of(mark("Entry {number} is missing."), number=expected))
        elif previous != self.head.digest:
            self.broken(
                Worded.of(
                    mark(
                        "Entry {number} does not follow from the one before it: one of them was changed, exchanged or"
                        " put in later."
                    ),
                    number=expected,
                )
            )
        elif not all(isinstance(field, str) for field in fields) or digest != digest_of(
            sequence, str(time), str(kind), str(person), str(content), str(previous)
        ):
            self.broken(Worded.of(mark("Entry {number} was changed: it does not fit its digest."), number=expected))
        else:
            self.head = Head(sequence, str(digest))
            self._kept_matches |= self.head == self._kept
            self._met_known_head |= self.head.digest == self._known_head
            return True
        return False

    def compare_ends(self) -> Verification:
        """Compare the whole chain with what was kept of its end, here and elsewhere."""
        kept = self._kept
        if kept is not None and kept.sequence > self.head.sequence:
            return self.broken(
                Worded.of(
                    mark(
                        "Entries were removed at the end: entry {number} was written, but the last one that is there is"
                        " {last}."
                    ),
                    number=kept.sequence,
                    last=self.head.sequence,
                )
            )
        if kept is not None and not self._kept_matches:
            self._break = Verification(
                False,
                self.head.sequence,
                self.head,
                kept.sequence,
                Worded.of(
                    mark("Entry {number} is not the one that was written: the record was made anew."),
                    number=kept.sequence,
                ),
            )
            return self._break
        if not self._met_known_head:
            return self.flawed(
                mark(
                    "The record does not lead through the digest that was written down: it was made anew, or entries"
                    " were removed at its end."
                )
            )
        return self.outcome()

    def broken(self, reason: str) -> Verification:
        """The chain breaks at the next entry."""
        self._break = Verification(False, self.head.sequence, self.head, self.head.sequence + 1, reason)
        return self._break

    def flawed(self, reason: str) -> Verification:
        """Something is wrong that is no single entry."""
        self._break = Verification(False, self.head.sequence, self.head, None, reason)
        return self._break

    def outcome(self) -> Verification:
        """What was found."""
        return self._break or Verification(True, self.head.sequence, self.head)
