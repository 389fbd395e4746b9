"""Whatever is done to a record behind Hilum's back is found, and said where."""

# ruff: noqa: S608 (the statements are the tests' own)

import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import DamagedJournalError, InaccessibleFileError, JobCancelledError, NewerJournalError
from core.jobs import CancellationToken, JobContext
from core.record.database import SCHEMA
from core.record.entry import NO_DIGEST, EntryKind, Head, digest_of
from core.record.head_file import head_path, read_head, write_head
from core.record.journal import Journal

from .entry_examples import result


def tamper(journal: Journal, *statements: str, keeps_triggers: bool = True) -> None:
    """Change the database as somebody would who knows SQLite, and leave no other trace than the change."""
    triggers = [name for name in SCHEMA if name.startswith("entries_") and "TRIGGER" in SCHEMA[name]]
    connection = sqlite3.connect(journal.path)
    with connection:
        for trigger in triggers:
            connection.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.execute(statement)
        for trigger in triggers if keeps_triggers else ():
            connection.execute(SCHEMA[trigger])
    connection.close()


def test_an_untouched_record_is_unbroken(filled: Journal) -> None:
    verification = filled.verify()

    assert verification.ok
    assert verification.count == 20
    newest = filled.last()
    assert newest is not None
    assert verification.head == Head(20, newest.digest)


@pytest.mark.parametrize(
    "change",
    [
        "time = '2026-11-24T00:00:00.000000+00:00'",
        "kind = 'override'",
        "person = 'somebody else'",
        "content = replace(content, 'positive\"', 'negative\"')",
        "content = content || ' '",
        "previous = lower(hex(zeroblob(32)))",
        "digest = upper(digest)",
        "digest = '" + "0" * 64 + "'",
    ],
)
def test_a_changed_field_is_found(filled: Journal, change: str) -> None:
    tamper(filled, f"UPDATE entries SET {change} WHERE sequence = 7")

    verification = filled.verify()

    assert not verification.ok
    assert verification.first_broken == 7
    assert verification.count == 6


def test_a_changed_entry_with_a_digest_that_fits_breaks_the_next_one(filled: Journal) -> None:
    seventh = next(iter(filled.entries(after=6)))
    digest = digest_of(7, seventh.time, "result", "", "{}", seventh.previous)
    tamper(filled, f"UPDATE entries SET person = '', content = '{{}}', digest = '{digest}' WHERE sequence = 7")

    verification = filled.verify()

    assert verification.first_broken == 8
    assert "does not follow" in verification.reason


def test_an_entry_removed_in_the_middle_is_found(filled: Journal) -> None:
    tamper(filled, "DELETE FROM entries WHERE sequence = 7")

    verification = filled.verify()

    assert verification.first_broken == 7
    assert "Entry 7 is missing" in verification.reason


def test_an_entry_removed_in_the_middle_is_found_though_the_others_were_numbered_anew(filled: Journal) -> None:
    tamper(
        filled,
        "DELETE FROM entries WHERE sequence = 7",
        *(f"UPDATE entries SET sequence = {number - 1} WHERE sequence = {number}" for number in range(8, 21)),
    )

    assert filled.verify().first_broken == 7


def test_exchanged_entries_are_found(filled: Journal) -> None:
    tamper(
        filled,
        "UPDATE entries SET sequence = 1000 WHERE sequence = 7",
        "UPDATE entries SET sequence = 7 WHERE sequence = 12",
        "UPDATE entries SET sequence = 12 WHERE sequence = 1000",
    )

    assert filled.verify().first_broken == 7


@pytest.mark.parametrize("left", [19, 1, 0])
def test_entries_removed_at_the_end_are_found(filled: Journal, left: int) -> None:
    tamper(filled, f"DELETE FROM entries WHERE sequence > {left}")

    verification = filled.verify()

    assert not verification.ok
    assert verification.first_broken == left + 1
    assert "removed at the end" in verification.reason


def test_a_database_that_is_gone_is_found(filled: Journal) -> None:
    filled.path.unlink()

    verification = filled.verify()

    assert not verification.ok
    assert "entry 20 was written" in verification.reason


def test_protection_that_was_taken_off_is_found(filled: Journal) -> None:
    tamper(filled, keeps_triggers=False)

    verification = filled.verify()

    assert not verification.ok
    assert "protects" in verification.reason


def test_a_record_made_anew_does_not_lead_through_a_digest_written_down(filled: Journal, tmp_path: Path) -> None:
    """The one thing that neither the chain nor the head file can show."""
    written_down = filled.verify().head
    assert filled.verify(known_head=written_down.digest.upper()).ok
    forged = Journal(tmp_path / "forged" / "journal.sqlite3")
    forged.append_many(result(number, "negative") for number in range(25))
    forged.close()
    shutil.rmtree(filled.path.parent)
    shutil.copytree(forged.path.parent, filled.path.parent)

    assert filled.verify().ok
    verification = filled.verify(known_head=written_down.digest)
    assert not verification.ok
    assert "written down" in verification.reason


def test_a_digest_written_down_earlier_is_found_in_a_longer_record(filled: Journal) -> None:
    written_down = filled.verify().head.digest
    filled.append_many(result(number) for number in range(5))

    assert filled.verify(known_head=written_down).ok


def test_a_head_of_another_record_is_found(filled: Journal) -> None:
    write_head(filled.path, Head(12, "ab" * 32))

    verification = filled.verify()

    assert verification.first_broken == 12
    assert "made anew" in verification.reason


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[1]", b'{"sequence": 3}', b'{"sequence": -1, "digest": "' + b"a" * 64 + b'"}', b"\xff" * 50, b"7"],
)
def test_a_damaged_head_file_is_no_head(filled: Journal, content: bytes) -> None:
    head_path(filled.path).write_bytes(content)

    assert read_head(filled.path) is None
    assert not filled.verify().ok


def test_a_damaged_index_is_found(filled: Journal) -> None:
    connection = sqlite3.connect(filled.path)
    root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entries_by_kind'").fetchone()[0]
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.close()
    whole = bytearray(filled.path.read_bytes())
    place = whole.index(b"result", (root - 1) * size, root * size)
    whole[place] ^= 1
    filled.path.write_bytes(whole)

    verification = filled.verify()

    assert not verification.ok
    assert "another place" in verification.reason


def entry_places(database: bytes, entries: Iterable[tuple[str, ...]]) -> list[tuple[int, int]]:
    """Where each entry's text begins and ends in the file."""
    places = []
    for fields in entries:
        text = "".join(fields).encode()
        start = database.index(text)
        places.append((start, start + len(text)))
    return places


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Journal, bytes]:
    """A closed record of four entries, and its database."""
    journal = Journal(tmp_path_factory.mktemp("bytes") / "record" / "journal.sqlite3")
    journal.append_many(result(number) for number in range(4))
    journal.close()
    return journal, journal.path.read_bytes()


@settings(max_examples=60)
@given(data=st.data())
def test_any_changed_byte_of_an_entry_is_found(small: tuple[Journal, bytes], data: st.DataObject) -> None:
    journal, whole = small
    journal.path.write_bytes(whole)
    connection = sqlite3.connect(journal.path)
    rows = connection.execute("SELECT time, kind, person, content, previous, digest FROM entries").fetchall()
    connection.close()
    number = data.draw(st.integers(0, 3))
    start, end = entry_places(whole, rows)[number]
    change_byte(journal, whole, data.draw(st.integers(start, end - 1)), data.draw(st.integers(1, 255)))

    verification = journal.verify()

    assert not verification.ok
    assert verification.first_broken == number + 1


@settings(max_examples=150)
@given(place=st.integers(min_value=0), change=st.integers(1, 255))
def test_a_byte_changed_anywhere_is_found_or_changes_no_entry(
    small: tuple[Journal, bytes], place: int, change: int
) -> None:
    """In the header, in the schema, in unused space: never an error without a sentence."""
    journal, whole = small
    journal.path.write_bytes(whole)
    written = list(journal.entries())
    change_byte(journal, whole, place % len(whole), change)

    try:
        is_sound = journal.verify().ok
        read = list(journal.entries())
    except (DamagedJournalError, NewerJournalError, InaccessibleFileError):
        return
    assert not is_sound or read == written


def test_a_schema_that_is_no_text_is_damage(small: tuple[Journal, bytes]) -> None:
    journal, whole = small
    change_byte(journal, whole, whole.index(b"entries_by_kind"), 0x80)

    assert not journal.verify().ok
    with pytest.raises(DamagedJournalError):
        list(journal.entries())


def change_byte(journal: Journal, whole: bytes, place: int, change: int) -> None:
    changed = bytearray(whole)
    changed[place] ^= change
    journal.path.write_bytes(changed)


def test_verifying_reports_and_can_be_stopped(journal: Journal) -> None:
    journal.append_many(result(number) for number in range(1200))
    told: list[tuple[int, int | None]] = []
    journal.verify(JobContext(report=lambda progress: told.append((progress.done, progress.total))))
    assert told == [(0, 1200), (500, 1200), (1000, 1200)]

    token = CancellationToken()
    token.cancel()
    with pytest.raises(JobCancelledError):
        journal.verify(JobContext(token=token))


def test_the_first_entry_follows_on_nothing(journal: Journal) -> None:
    journal.append(EntryKind.RESULT, {})
    journal.close()
    tamper(journal, f"UPDATE entries SET previous = '{'1' * 64}'")

    assert journal.verify().first_broken == 1
    assert journal.verify().head == Head(0, NO_DIGEST)
