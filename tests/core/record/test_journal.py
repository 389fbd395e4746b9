"""Entries are added, read and never changed; what cannot be written is refused and nothing is lost."""

import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from core.errors import DamagedJournalError, InaccessibleFileError, JournalNotWritableError, NewerJournalError
from core.record.entry import NO_DIGEST, Draft, EntryKind
from core.record.head_file import head_path, read_head
from core.record.journal import Journal, user_journal

from .entry_examples import result

ROOT = Path(__file__).resolve().parents[3]
WRITER = """
import sys
from pathlib import Path
from core.record.entry import EntryKind
from core.record.journal import Journal
journal = Journal(Path(sys.argv[1]))
for number in range(int(sys.argv[3])):
    entry = journal.append(EntryKind.RESULT, {"writer": sys.argv[2], "number": number})
    print(entry.sequence, entry.digest, flush=True)
"""


def writer(journal: Journal, name: str, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, str(journal.path), name, str(count)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_an_entry_says_when_by_whom_and_what_and_follows_on_the_one_before(journal: Journal) -> None:
    first = journal.append(EntryKind.ACTIVATION, {"model": "ward"}, "Dr Ä. Müller")
    second = journal.append(EntryKind.RESULT, {"parts": (1, 2.5, None)})

    assert (first.sequence, second.sequence) == (1, 2)
    assert (first.previous, second.previous) == (NO_DIGEST, first.digest)
    assert first.person == "Dr Ä. Müller"
    assert second.content == {"parts": [1, 2.5, None]}
    time = datetime.fromisoformat(first.time)
    assert time.utcoffset() == timedelta(0)
    assert len(first.time) == len("2026-11-24T19:24:49.406558+00:00")
    assert list(journal.entries()) == [first, second]


def test_looking_at_a_record_that_has_not_begun_makes_nothing(journal: Journal) -> None:
    assert list(journal.entries()) == []
    assert journal.count() == 0
    assert journal.last(EntryKind.RESULT) is None
    assert journal.verify().ok
    assert not journal.path.parent.exists()


def test_entries_are_read_by_kind_from_either_end_and_page_by_page(journal: Journal) -> None:
    kinds = [EntryKind.RESULT, EntryKind.RESULT, EntryKind.OVERRIDE]
    journal.append_many(Draft(kinds[number % 3], {"number": number}) for number in range(30))

    def numbers(*arguments: object, **options: object) -> list[int]:
        return [entry.sequence for entry in journal.entries(*arguments, **options)]

    assert numbers() == list(range(1, 31))
    assert numbers([EntryKind.OVERRIDE]) == list(range(3, 31, 3))
    assert numbers([EntryKind.OVERRIDE, EntryKind.RESULT], newest_first=True) == list(range(30, 0, -1))
    assert numbers([]) == []
    assert numbers(after=27) == [28, 29, 30]
    assert numbers(newest_first=True, before=10, limit=3) == [9, 8, 7]
    assert numbers([EntryKind.OVERRIDE], after=3, before=13) == [6, 9, 12]
    assert (journal.count(), journal.count([EntryKind.OVERRIDE])) == (30, 10)
    newest = journal.last(EntryKind.RESULT)
    assert newest is not None
    assert newest.sequence == 29


def test_many_entries_are_written_together_or_not_at_all(journal: Journal) -> None:
    journal.append(EntryKind.RESULT, {})
    drafts = [Draft(EntryKind.RESULT, {"number": number}) for number in range(5000)]

    written = journal.append_many(drafts)

    assert [entry.sequence for entry in written] == list(range(2, 5002))
    assert journal.verify().count == 5001
    with pytest.raises(TypeError):
        journal.append_many([*drafts, Draft(EntryKind.RESULT, {"bad": object()})])
    assert journal.append_many([]) == ()
    assert journal.count() == 5001


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("UPDATE entries SET person = 'x' WHERE sequence = 3", "never changed"),
        ("DELETE FROM entries WHERE sequence = 20", "never removed"),
        ("REPLACE INTO entries SELECT * FROM entries WHERE sequence = 3", "only follow the last"),
        (
            "INSERT INTO entries SELECT 21, time, kind, person, content, previous, digest FROM entries LIMIT 1",
            "only follow the last",
        ),
    ],
)
def test_the_database_itself_refuses_every_change(filled: Journal, statement: str, reason: str) -> None:
    connection = sqlite3.connect(filled.path)
    with pytest.raises(sqlite3.IntegrityError, match=reason):
        connection.execute(statement)
    connection.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_only_this_user_may_read_it(journal: Journal) -> None:
    journal.append(EntryKind.RESULT, {})

    assert stat.S_IMODE(journal.path.parent.stat().st_mode) == 0o700
    files = list(journal.path.parent.iterdir())
    assert len(files) == 4, "database, log, its index, head"
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_programs_and_threads_that_write_at_once_make_one_chain(journal: Journal) -> None:
    programs = [writer(journal, name, 25) for name in ("a", "b")]
    threads = [
        threading.Thread(target=lambda: [journal.append_many([result(), result()]) for _ in range(10)])
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    told = {}
    for program in programs:
        out, _ = program.communicate(timeout=60)
        assert program.returncode == 0
        told |= dict(line.split() for line in out.splitlines())

    assert len(told) == 50
    verification = journal.verify()
    assert verification.ok
    assert verification.count == 90
    assert {str(entry.sequence): entry.digest for entry in journal.entries()}.items() >= told.items()
    assert read_head(journal.path) == verification.head


@pytest.mark.skipif(os.name == "nt", reason="Windows ends programs in another way")
def test_a_kill_loses_no_entry_that_was_acknowledged(journal: Journal) -> None:
    program = writer(journal, "a", 100_000)
    assert program.stdout is not None
    told = [program.stdout.readline() for _ in range(20)]
    program.kill()
    told += program.communicate(timeout=60)[0].splitlines(keepends=True)

    digests = {entry.sequence: entry.digest for entry in journal.entries()}
    for line in (line for line in told if line.endswith("\n")):
        sequence, digest = line.split()
        assert digests[int(sequence)] == digest
    assert journal.verify().ok
    assert journal.append(EntryKind.RESULT, {}).sequence == len(digests) + 1


def test_a_record_of_a_newer_hilum_is_left_alone(filled: Journal) -> None:
    connection = sqlite3.connect(filled.path)
    connection.execute("PRAGMA user_version = 2")
    connection.close()
    before = filled.path.read_bytes()

    for use in (filled.verify, filled.count, lambda: filled.append(EntryKind.RESULT, {})):
        with pytest.raises(NewerJournalError):
            use()
    assert filled.path.read_bytes() == before


@pytest.mark.parametrize("damage", ["no database", "another database", "broken pages"])
def test_what_is_damaged_is_refused_and_never_overwritten(filled: Journal, damage: str) -> None:
    match damage:
        case "no database":
            filled.path.write_bytes(b"something else entirely " * 400)
        case "another database":
            filled.path.unlink()
            connection = sqlite3.connect(filled.path)
            connection.execute("CREATE TABLE patients (name)")
            connection.close()
        case _:
            whole = filled.path.read_bytes()
            filled.path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    before = filled.path.read_bytes()

    with pytest.raises(DamagedJournalError):
        filled.append(EntryKind.RESULT, {})
    with pytest.raises(DamagedJournalError):
        list(filled.entries())
    verification = filled.verify()
    assert not verification.ok
    assert "damaged" in verification.reason
    assert filled.path.read_bytes() == before


def test_after_a_damaged_record_was_moved_away_a_new_one_begins(filled: Journal, tmp_path: Path) -> None:
    filled.path.write_bytes(b"something else entirely " * 400)
    filled.path.parent.rename(tmp_path / "kept")

    assert filled.append(EntryKind.RESULT, {}).sequence == 1
    assert filled.verify().ok


def test_a_record_without_its_last_entries_is_not_continued(filled: Journal) -> None:
    older = Journal(filled.path.parents[1] / "older" / "journal.sqlite3")
    older.append_many(result(number) for number in range(5))
    older.close()
    shutil.copy(older.path, filled.path)

    with pytest.raises(DamagedJournalError, match="entry 20 was written, but the last one that is there is 5"):
        filled.append(EntryKind.RESULT, {})
    assert filled.count() == 5


def test_a_record_that_was_made_anew_is_not_continued(filled: Journal) -> None:
    other = Journal(filled.path.parents[1] / "other" / "journal.sqlite3")
    other.append_many(result(number, "negative") for number in range(30))
    other.close()
    shutil.copy(other.path, filled.path)

    with pytest.raises(DamagedJournalError, match="entry 20 is not the one that was written"):
        filled.append(EntryKind.RESULT, {})


@pytest.mark.skipif(os.name == "nt", reason="Windows moves no file that is open")
def test_an_open_record_that_is_moved_away_takes_no_more_entries(journal: Journal, tmp_path: Path) -> None:
    journal.append(EntryKind.RESULT, {"number": 1})
    journal.path.parent.rename(tmp_path / "moved")

    assert journal.append(EntryKind.RESULT, {"number": 2}).sequence == 1
    assert Journal(tmp_path / "moved" / "journal.sqlite3").count() == 1


def test_a_head_that_lags_behind_means_nothing(filled: Journal) -> None:
    """As after a kill between the commit and the file beside the database."""
    third = next(iter(filled.entries(after=2)))
    head_path(filled.path).write_text(json.dumps({"sequence": third.sequence, "digest": third.digest}))

    assert filled.verify().ok
    assert filled.append(EntryKind.RESULT, {}).sequence == 21
    kept = read_head(filled.path)
    assert kept is not None
    assert kept.sequence == 21


def test_a_head_that_was_removed_is_not_made_again(filled: Journal) -> None:
    head_path(filled.path).unlink()

    filled.append(EntryKind.RESULT, {})

    verification = filled.verify()
    assert not verification.ok
    assert "removed at the end would not be noticed" in verification.reason
    assert not head_path(filled.path).exists()


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is read-only for this user")
def test_a_read_only_folder_is_a_sentence(filled: Journal) -> None:
    filled.path.parent.chmod(0o500)
    filled.path.chmod(0o400)
    try:
        with pytest.raises(JournalNotWritableError):
            filled.append(EntryKind.RESULT, {})
        filled.close()
        assert filled.verify().count == 20, "what cannot be written can be read"
    finally:
        filled.path.parent.chmod(0o700)


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(JournalNotWritableError):
        Journal(tmp_path / "file" / "record" / "journal.sqlite3").append(EntryKind.RESULT, {})


def test_a_folder_in_the_database_s_place_is_a_sentence(journal: Journal) -> None:
    journal.path.mkdir(parents=True)

    with pytest.raises(JournalNotWritableError):
        journal.append(EntryKind.RESULT, {})
    with pytest.raises(InaccessibleFileError):
        journal.count()


FULL_DISK = """
import resource, sys
from pathlib import Path
from core.errors import JournalNotWritableError
from core.record.entry import EntryKind
from core.record.journal import Journal
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
journal = Journal(Path(sys.argv[1]))
refused = 0
while refused < 3:
    try:
        print(journal.append(EntryKind.RESULT, {"padding": "x" * 3000}).sequence)
    except JournalNotWritableError:
        refused += 1
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print(journal.append(EntryKind.RESULT, {"room": "again"}).sequence)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_a_full_disk_refuses_the_entry_and_loses_none(journal: Journal) -> None:
    command = [sys.executable, "-c", FULL_DISK, str(journal.path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    told = [int(line) for line in done.stdout.split()]
    assert told == list(range(1, len(told) + 1))
    assert len(told) > 10
    verification = journal.verify()
    assert verification.ok
    assert verification.count == len(told)


def test_one_entry_that_cannot_be_understood_does_not_hide_the_others(filled: Journal) -> None:
    connection = sqlite3.connect(filled.path)
    connection.execute("DROP TRIGGER entries_are_never_changed")
    connection.execute("UPDATE entries SET content = '{\"decision\": posit' WHERE sequence = 3")
    connection.commit()
    connection.close()

    entries = list(filled.entries())

    assert len(entries) == 20
    assert entries[2].content == {"unreadable": '{"decision": posit'}


def test_a_name_that_is_no_valid_text_is_written_as_escapes(journal: Journal) -> None:
    entry = journal.append(EntryKind.RESULT, {"file": "a\udcff.dcm"}, "Dr \udcff")

    assert list(journal.entries()) == [entry]
    assert entry.person == "Dr \\udcff"
    assert journal.verify().ok


def test_the_users_record_lies_with_the_users_data(isolated_user_folders: Path) -> None:
    journal = user_journal()

    assert journal is not None
    assert journal.path.is_relative_to(isolated_user_folders)
    assert (journal.path.parent.name, journal.path.name) == ("record", "journal.sqlite3")
