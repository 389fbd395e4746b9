"""The worklist: every scan that was opened, received or classified, and what became of it."""

# untranslated module: statements of SQL

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from core.error_wording import ErrorMessage, describe_error
from core.errors import HilumError, NoUserFolderError
from core.screening.decision import Decision
from core.screening.result import ScanResult
from core.user_folders import user_folders
from core.worklist.claims import claim, release, renew
from core.worklist.connections import Connections
from core.worklist.entry import EntryState, Origin, SendState, WorklistEntry
from core.worklist.folding import searchable_text
from core.worklist.identity import ScanIdentity
from core.worklist.listing import count_listed, listed_numbers
from core.worklist.patients import is_other_study, is_same_patient
from core.worklist.query import WorklistQuery
from core.worklist.rows import COLUMNS, entry_of, path_value, stored_text

_SELECT = f"SELECT {', '.join(COLUMNS)} FROM entries"  # noqa: S608  # names of this program's own
_NO_ANSWER = {"decision": None, "probability": None, "gate": None, "model": ""}
_UNCLAIMED = {"claimed_by": "", "claimed_until": 0.0}
_WAITING = {"state": str(EntryState.WAITING), "failure": ""} | _NO_ANSWER | _UNCLAIMED
_MOST_VALUES = 500
"""How many numbers one statement asks about; SQLite takes a limited number of values."""


def utc_now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


class Worklist:
    """A worklist in a file. Programs may use it side by side, and so may the threads of one.

    Nothing is opened or made before the first use. Every change is on the disk when its method returns.
    Each method raises WorklistNotWritableError, DamagedWorklistError or NewerWorklistError where the file does not let
    it work; it is never replaced.
    """

    def __init__(self, path: Path | None = None, now: Callable[[], datetime] = utc_now) -> None:
        """Name the worklist.

        Args:
            path: The database, in a folder that is the worklist's alone; None for this user's.
            now: Says when an entry is added, with its time zone.

        Raises:
            NoUserFolderError: This user has no home folder.
        """
        self.path = user_worklist_path() if path is None else path
        self._now = now
        self._connections = Connections(self.path)

    def add(
        self, path: Path, identity: ScanIdentity, origin: Origin, *, is_owned: bool = False, waits: bool = True
    ) -> int:
        """Put a scan on the worklist. When this returns no kill and no power cut takes it away.

        A file that is on it keeps its entry, and so does an image that was received before: the network may bring it
        again. A scan that nobody asked an answer about begins to wait where it is added with `waits`.

        Args:
            path: The file.
            identity: Whose scan it is.
            origin: How it came here.
            is_owned: Whether the file lies in Hilum's own folder and may be deleted with the entry.
            waits: Whether it is to be classified.

        Returns:
            The entry's number.
        """
        values = dict(identity_values(identity))
        values["search_text"] = searchable_text(
            (
                identity.patient_name,
                identity.patient_id,
                identity.accession_number,
                identity.study_description,
                path.name,
            )
        )
        values |= {
            "path": path_value(path.absolute()),
            "origin": str(origin),
            "is_owned": int(is_owned),
            "added": self._now().astimezone(UTC).isoformat(timespec="microseconds"),
            "state": str(EntryState.WAITING if waits else EntryState.LISTED),
        }
        names, marks = ", ".join(values), ", ".join("?" * len(values))
        with self._connections.writing() as connection:
            found = connection.execute(
                "SELECT number FROM entries WHERE path = ?"
                " UNION ALL SELECT number FROM entries"
                " WHERE origin = 'received' AND sop_instance_uid <> '' AND sop_instance_uid = ? AND ? LIMIT 1",
                (values["path"], values["sop_instance_uid"], origin is Origin.RECEIVED),
            ).fetchone()
            if found is None:
                statement = f"INSERT INTO entries ({names}) VALUES ({marks}) RETURNING number"  # noqa: S608  # own names
                return int(connection.execute(statement, tuple(values.values())).fetchone()[0])
            if waits:
                connection.execute(
                    "UPDATE entries SET state = 'waiting' WHERE number = ? AND state = 'listed'", (found[0],)
                )
            return int(found[0])

    def note_result(self, number: int, result: ScanResult) -> None:
        """Keep what the model answered. The probability of a refused scan is kept only where a person overrode that."""
        self._change(
            number,
            state=str(EntryState.CLASSIFIED),
            decision=str(result.decision),
            probability=result.positive_probability if result.shows_probabilities else None,
            gate=str(result.gate.level),
            model=f"{result.model.name} {result.model.version}",
            failure="",
            **_UNCLAIMED,
        )

    def note_failure(self, number: int, error: HilumError | ErrorMessage) -> None:
        """Keep why a scan could not be read or classified. An answer from before does not hold any more."""
        message = error if isinstance(error, ErrorMessage) else describe_error(error)
        failure = message.source_text or message.text
        self._change(number, state=str(EntryState.FAILED), failure=failure, **_NO_ANSWER, **_UNCLAIMED)

    def note_ignored(self, number: int, reason: str) -> None:
        """Keep why a scan is not to be classified: what arrived is a report, a film of a hand.

        Args:
            number: The entry.
            reason: A sentence.
        """
        self._change(number, state=str(EntryState.IGNORED), failure=reason, **_NO_ANSWER, **_UNCLAIMED)

    def note_waiting(self, numbers: Collection[int]) -> None:
        """Let scans wait to be classified, also again: an answer from before does not hold any more."""
        statement = f"UPDATE entries SET {_assignments(_WAITING)} WHERE number = ?"  # noqa: S608  # names of the program's own
        with self._connections.writing() as connection:
            connection.executemany(statement, [(*_WAITING.values(), int(number)) for number in numbers])

    def note_seen(self, number: int) -> None:
        """Keep that a person was shown the answer."""
        self._change(number, is_seen=1)

    def note_impression(self, number: int, impression: Decision | None) -> None:
        """Keep what a person thought of a scan."""
        self._change(number, impression=None if impression is None else str(impression))

    def note_report(self, number: int, path: Path) -> None:
        """Keep where the newest report about a scan lies."""
        self._change(number, report_path=path_value(path.absolute()))

    def note_sent(self, number: int, state: SendState, node: str) -> None:
        """Keep how far the sending of results is, and to which node."""
        self._change(number, send_state=str(state), send_node=node)

    def waiting(self, limit: int) -> tuple[WorklistEntry, ...]:
        """The scans that wait longest to be classified.

        Args:
            limit: At most so many.
        """
        return self._select("WHERE state = 'waiting' ORDER BY number LIMIT ?", (limit,))

    def claim_waiting(self, claimant: str, limit: int) -> tuple[WorklistEntry, ...]:
        """Claim the scans that wait longest and that no other program classifies; see `core.worklist.claims`.

        Args:
            claimant: Who classifies them, from `new_claimant`.
            limit: At most so many.
        """
        # Asked again and again, it writes only where there may be something.
        if not self.waiting(1):
            return ()
        with self._connections.writing() as connection:
            numbers = claim(connection, claimant, limit, self._now().timestamp())
        return self.entries(numbers)

    def renew_claims(self, claimant: str, numbers: Collection[int]) -> frozenset[int]:
        """Keep scans that were claimed; those of them that are still this claimant's and not answered elsewhere."""
        with self._connections.writing() as connection:
            return renew(connection, claimant, numbers, self._now().timestamp())

    def release_claims(self, claimant: str) -> None:
        """Leave scans that were claimed and not answered to other programs."""
        with self._connections.writing() as connection:
            release(connection, claimant)

    def entry(self, number: int) -> WorklistEntry | None:
        """The entry of this number, None where there is none any more."""
        return next(iter(self.entries((number,))), None)

    def entry_of_path(self, path: Path) -> WorklistEntry | None:
        """The entry of a file, None where it is not on the worklist."""
        return next(iter(self._select("WHERE path = ?", (path_value(path.absolute()),))), None)

    def entries(self, numbers: Sequence[int]) -> tuple[WorklistEntry, ...]:
        """The entries of these numbers, in this order, without those that are gone."""
        found: dict[int, WorklistEntry] = {}
        for part in _parts(numbers):
            marks = ", ".join("?" * len(part))
            found.update((entry.number, entry) for entry in self._select(f"WHERE number IN ({marks})", part))
        return tuple(found[number] for number in numbers if number in found)

    def numbers(self, query: WorklistQuery) -> list[int]:
        """The numbers of all scans that a query lists, in its order; `entries` reads those that are looked at."""
        with self._connections.reading() as connection:
            return [] if connection is None else listed_numbers(connection, query)

    def find(self, query: WorklistQuery, limit: int | None = None, offset: int = 0) -> tuple[WorklistEntry, ...]:
        """The scans that a query lists, in its order.

        Args:
            query: Which, and in which order.
            limit: At most so many, None for all.
            offset: How many of them to pass over.
        """
        numbers = self.numbers(query)[offset:]
        return self.entries(numbers if limit is None else numbers[:limit])

    def count(self, query: WorklistQuery) -> int:
        """How many scans a query lists."""
        with self._connections.reading() as connection:
            return 0 if connection is None else count_listed(connection, query)

    def priors(self, number: int) -> tuple[WorklistEntry, ...]:
        """Scans of the same patient from other studies, the newest first; see `priors_of`."""
        entry = self.entry(number)
        return () if entry is None else self.priors_of(entry, entry.path)

    def priors_of(self, scan: ScanIdentity | WorklistEntry, path: Path) -> tuple[WorklistEntry, ...]:
        """Scans of a patient from other studies, the newest first, for a scan that need not be on the worklist.

        The patient is the same where ID and its issuer are and nothing contradicts it: a birth date, a sex, or names
        that have no word in common (an ID that two patients were given). A name alone is never enough.

        Args:
            scan: Whose scan it is, and of which study.
            path: Its file, which is no prior of itself.
        """
        if not scan.patient_id:
            return ()
        found = self._select("WHERE patient_id = ? AND path <> ?", (scan.patient_id, path_value(path.absolute())))
        others = [other for other in found if is_same_patient(scan, other) and is_other_study(scan, other)]
        return tuple(sorted(others, key=_study_moment, reverse=True))

    def set_thumbnail(self, number: int, jpeg: bytes) -> None:
        """Keep a scan's small picture, made by `core.worklist.thumbnails`."""
        with self._connections.writing() as connection:
            connection.execute(
                "INSERT INTO thumbnails (number, jpeg) SELECT number, ? FROM entries WHERE number = ?"
                " ON CONFLICT (number) DO UPDATE SET jpeg = excluded.jpeg",
                (jpeg, number),
            )

    def thumbnails(self, numbers: Sequence[int]) -> dict[int, bytes]:
        """The small pictures of scans that have one, as JPEG files."""
        found: dict[int, bytes] = {}
        with self._connections.reading() as connection:
            if connection is not None:
                for part in _parts(numbers):
                    marks = ", ".join("?" * len(part))
                    statement = f"SELECT number, jpeg FROM thumbnails WHERE number IN ({marks})"  # noqa: S608
                    found.update(connection.execute(statement, part).fetchall())
        return found

    def remove(self, numbers: Collection[int]) -> int:
        """Take entries off the worklist; their files stay.

        Returns:
            How many there were.
        """
        with self._connections.writing() as connection:
            before = connection.total_changes
            connection.executemany("DELETE FROM entries WHERE number = ?", [(int(number),) for number in numbers])
            return connection.total_changes - before

    def change_mark(self) -> tuple[object, ...]:
        """Something that is another value after a change, whoever made it; costs no more than a look at the files."""
        files = (self.path, self.path.with_name(self.path.name + "-wal"))
        return tuple(_file_mark(file) for file in files)

    def close(self) -> None:
        """Close the database; the next use opens it again."""
        self._connections.close()

    def __enter__(self) -> "Worklist":
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def _change(self, number: int, **values: Any) -> None:
        """Change an entry; one that was removed meanwhile stays removed."""
        with self._connections.writing() as connection:
            statement = f"UPDATE entries SET {_assignments(values)} WHERE number = ?"  # noqa: S608  # names of the program's own
            connection.execute(statement, (*map(_stored, values.values()), number))

    def _select(self, rest: str, values: Sequence[Any] = ()) -> tuple[WorklistEntry, ...]:
        with self._connections.reading() as connection:
            if connection is None:
                return ()
            rows = connection.execute(f"{_SELECT} {rest}", tuple(values)).fetchall()
        return tuple(entry_of(self.path, row) for row in rows)


def user_worklist_path() -> Path:
    """Where this user's worklist lies.

    Raises:
        NoUserFolderError: This user has no home folder.
    """
    folders = user_folders()
    if folders is None:
        raise NoUserFolderError
    return folders.data / "worklist" / "worklist.sqlite"


def _assignments(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} = ?" for name in values)


def _file_mark(file: Path) -> tuple[int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _parts(numbers: Sequence[int]) -> Iterator[list[int]]:
    for start in range(0, len(numbers), _MOST_VALUES):
        yield [int(number) for number in numbers[start : start + _MOST_VALUES]]


def _study_moment(entry: WorklistEntry) -> tuple[date, datetime]:
    """By which priors are sorted: the study's date, else when the scan was added."""
    return entry.study_date or entry.added.date(), entry.added


def identity_values(identity: ScanIdentity) -> Mapping[str, Any]:
    """An identity's values by the names of their columns."""
    return {name: _stored(value) for name, value in asdict(identity).items()}


def _stored(value: Any) -> Any:
    if isinstance(value, str):
        return stored_text(value)
    return value.isoformat() if isinstance(value, date) else value
