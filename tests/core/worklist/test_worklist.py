"""The worklist keeps what it was told, once, for every thread and program that looks."""

import os
import sqlite3
import subprocess
import sys
import threading
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from core.errors import DamagedFileError, NoUserFolderError
from core.screening.decision import Decision
from core.screening.gate import GateLevel
from core.worklist import worklist as worklist_module
from core.worklist.entry import EntryState, Origin, SendState
from core.worklist.identity import ScanIdentity, read_identity
from core.worklist.worklist import Worklist

from .worklist_examples import OVERRIDE, identity, path_of, scan_result


def test_an_entry_says_what_was_added(tmp_path: Path) -> None:
    moment = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
    with Worklist(tmp_path / "worklist" / "worklist.sqlite", now=lambda: moment) as worklist:
        number = worklist.add(path_of(tmp_path, 1), identity(1), Origin.RECEIVED, is_owned=True)
        entry = worklist.entry(number)

    assert entry is not None
    assert entry.number == number
    assert entry.path == path_of(tmp_path, 1)
    assert entry.added == moment
    assert entry.origin is Origin.RECEIVED
    assert entry.is_owned
    assert entry.patient_name == "Patient, Number 1"
    assert entry.birth_date == date(1960, 1, 1)
    assert entry.state is EntryState.WAITING
    assert entry.decision is None


def test_it_is_still_there_when_another_program_looks(worklist: Worklist, tmp_path: Path) -> None:
    number = worklist.add(path_of(tmp_path, 1), identity(1), Origin.OPENED)

    with Worklist(worklist.path) as other:
        assert other.entry(number) == worklist.entry(number)


def test_a_file_has_one_entry(worklist: Worklist, tmp_path: Path) -> None:
    first = worklist.add(path_of(tmp_path, 1), identity(1), Origin.OPENED)

    assert worklist.add(path_of(tmp_path, 1), identity(2), Origin.BATCH) == first
    assert worklist.add(path_of(tmp_path, 2), identity(1), Origin.OPENED) != first


def test_an_image_that_the_network_brings_again_keeps_its_entry(worklist: Worklist, tmp_path: Path) -> None:
    first = worklist.add(path_of(tmp_path, 1), identity(1), Origin.RECEIVED)

    assert worklist.add(path_of(tmp_path, 2), identity(1), Origin.RECEIVED) == first
    assert worklist.add(path_of(tmp_path, 3), ScanIdentity(), Origin.RECEIVED) != first
    assert worklist.add(path_of(tmp_path, 4), ScanIdentity(), Origin.RECEIVED) != first


def test_what_was_only_listed_waits_when_it_is_asked_for(worklist: Worklist, tmp_path: Path) -> None:
    number = worklist.add(path_of(tmp_path, 1), identity(1), Origin.OPENED, waits=False)
    assert worklist.waiting(10) == ()

    worklist.add(path_of(tmp_path, 1), identity(1), Origin.WATCHED)

    assert [entry.number for entry in worklist.waiting(10)] == [number]


def test_what_waits_comes_in_the_order_of_arrival_until_it_is_answered(worklist: Worklist, tmp_path: Path) -> None:
    numbers = [worklist.add(path_of(tmp_path, n), identity(n), Origin.RECEIVED) for n in range(5)]
    assert [entry.number for entry in worklist.waiting(3)] == numbers[:3]

    worklist.note_result(numbers[0], scan_result())
    worklist.note_failure(numbers[1], DamagedFileError(Path("scan.dcm"), "cut short"))
    worklist.note_ignored(numbers[2], "It is a report.")

    assert [entry.number for entry in worklist.waiting(10)] == numbers[3:]
    assert [entry.state for entry in worklist.entries(numbers[:3])] == ["classified", "failed", "ignored"]


def test_an_answer_is_kept_with_what_it_rests_on(worklist: Worklist, tmp_path: Path) -> None:
    number = worklist.add(path_of(tmp_path, 1), identity(1), Origin.OPENED)
    worklist.note_failure(number, DamagedFileError(Path("scan.dcm")))

    worklist.note_result(number, scan_result(Decision.NEGATIVE, 0.125))

    entry = worklist.entry(number)
    assert entry is not None
    assert (entry.decision, entry.probability, entry.gate) == (Decision.NEGATIVE, 0.125, GateLevel.PASS)
    assert entry.model == "ward 2"
    assert entry.failure == ""


def test_an_answer_goes_where_it_does_not_hold_any_more(worklist: Worklist, tmp_path: Path) -> None:
    numbers = [worklist.add(path_of(tmp_path, n), identity(n), Origin.OPENED) for n in (1, 2)]
    for number in numbers:
        worklist.note_result(number, scan_result())

    worklist.note_waiting(numbers[:1])
    worklist.note_failure(numbers[1], DamagedFileError(Path("scan.dcm")))

    for entry, state in zip(worklist.entries(numbers), ("waiting", "failed"), strict=True):
        assert entry.state == state
        assert (entry.decision, entry.probability, entry.gate, entry.model) == (None, None, None, "")


def test_the_probability_of_a_refused_scan_is_kept_only_where_a_person_wanted_it(
    worklist: Worklist, tmp_path: Path
) -> None:
    number = worklist.add(path_of(tmp_path, 1), identity(1), Origin.OPENED)

    worklist.note_result(number, scan_result(Decision.REFUSED))
    refused = worklist.entry(number)
    worklist.note_result(number, scan_result(Decision.REFUSED, override=OVERRIDE))
    overridden = worklist.entry(number)

    assert refused is not None
    assert overridden is not None
    assert (refused.decision, refused.gate, refused.probability) == (Decision.REFUSED, GateLevel.REFUSE, None)
    assert overridden.probability == pytest.approx(0.8)


def test_impression_report_and_sending_are_kept(worklist: Worklist, tmp_path: Path) -> None:
    number = worklist.add(path_of(tmp_path, 1), identity(1), Origin.OPENED)

    worklist.note_impression(number, Decision.NEGATIVE)
    worklist.note_report(number, tmp_path / "report.pdf")
    worklist.note_sent(number, SendState.FAILED, "ARCHIVE")

    entry = worklist.entry(number)
    assert entry is not None
    assert entry.impression is Decision.NEGATIVE
    assert entry.report_path == tmp_path / "report.pdf"
    assert (entry.send_state, entry.send_node) == (SendState.FAILED, "ARCHIVE")


def test_numbers_of_removed_entries_are_not_given_again(worklist: Worklist, tmp_path: Path) -> None:
    numbers = [worklist.add(path_of(tmp_path, n), identity(n), Origin.OPENED) for n in range(3)]

    assert worklist.remove(numbers[1:]) == 2
    worklist.note_impression(numbers[2], Decision.POSITIVE)

    assert worklist.entry(numbers[2]) is None
    assert worklist.add(path_of(tmp_path, 9), identity(9), Origin.OPENED) > numbers[2]


def test_an_empty_worklist_is_not_made_by_looking(worklist: Worklist) -> None:
    assert worklist.waiting(10) == ()
    assert worklist.entry(1) is None
    assert not worklist.path.exists()


@pytest.mark.skipif(os.name != "posix", reason="such names exist on POSIX only")
def test_a_file_whose_name_is_no_text_is_found_again(worklist: Worklist, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"R\xf6ntgen.dcm")

    number = worklist.add(path, ScanIdentity(patient_name="M\udcfcller"), Origin.OPENED)

    assert worklist.add(path, ScanIdentity(), Origin.OPENED) == number
    entry = worklist.entry_of_path(path)
    assert entry is not None
    assert entry.path == path


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such permissions")
def test_only_this_user_may_read_it(worklist: Worklist, tmp_path: Path) -> None:
    worklist.add(path_of(tmp_path, 1), identity(1), Origin.OPENED)

    assert worklist.path.stat().st_mode & 0o077 == 0
    assert worklist.path.parent.stat().st_mode & 0o077 == 0


def test_threads_add_and_answer_at_once_without_loss(worklist: Worklist, tmp_path: Path) -> None:
    def work(part: int) -> None:
        for n in range(part * 20, part * 20 + 20):
            number = worklist.add(path_of(tmp_path, n), identity(n), Origin.RECEIVED)
            worklist.waiting(5)
            worklist.note_result(number, scan_result())

    threads = [threading.Thread(target=work, args=(part,)) for part in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert worklist.waiting(100) == ()
    assert {entry.path for entry in worklist.entries(range(1, 81))} == {path_of(tmp_path, n) for n in range(80)}


ADDING = """
import sys
from pathlib import Path
from core.worklist.entry import Origin
from core.worklist.identity import ScanIdentity
from core.worklist.worklist import Worklist
with Worklist(Path(sys.argv[1])) as worklist:
    for number in range(20):
        path = Path(sys.argv[2]) / f"{number}.dcm"
        worklist.add(path, ScanIdentity(sop_instance_uid=f"2.25.{number}"), Origin.RECEIVED)
"""
"""A program of its own: a spawned child could not import this module where pytest is started by its script."""


def test_processes_that_add_the_same_images_make_each_entry_once(worklist: Worklist, tmp_path: Path) -> None:
    command = [sys.executable, "-c", ADDING, str(worklist.path), str(tmp_path)]
    processes = [subprocess.Popen(command) for _ in range(3)]

    assert [process.wait(60) for process in processes] == [0, 0, 0]
    assert len(worklist.waiting(100)) == 20


def test_a_worklist_that_was_moved_away_is_begun_anew(worklist: Worklist, tmp_path: Path) -> None:
    worklist.add(path_of(tmp_path, 1), identity(1), Origin.OPENED)
    worklist.path.parent.rename(tmp_path / "kept")

    assert worklist.entry(1) is None
    worklist.add(path_of(tmp_path, 2), identity(2), Origin.OPENED)

    assert [entry.path for entry in worklist.waiting(10)] == [path_of(tmp_path, 2)]
    with sqlite3.connect(tmp_path / "kept" / worklist.path.name) as kept:
        assert kept.execute("SELECT count(*) FROM entries").fetchone() == (1,)
    kept.close()


def test_a_user_without_a_home_has_no_worklist(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worklist_module, "user_folders", lambda: None)

    with pytest.raises(NoUserFolderError):
        Worklist()


def test_the_header_says_whose_scan_it_is(chest_dicom: Path) -> None:
    found = read_identity(chest_dicom)

    assert found.patient_name
    assert found.modality == "CR"
    assert found.sop_instance_uid.startswith("1.")


def test_a_picture_says_nothing_about_a_patient(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("L", (20, 20)).save(tmp_path / "scan.png")

    assert read_identity(tmp_path / "scan.png") == ScanIdentity()


def test_a_change_by_another_program_shows_in_the_mark(worklist: Worklist, tmp_path: Path) -> None:
    marks = [worklist.change_mark()]
    with Worklist(worklist.path) as other:
        number = other.add(path_of(tmp_path, 1), identity(1), Origin.RECEIVED)
        marks.append(worklist.change_mark())
        other.note_result(number, scan_result())
        marks.append(worklist.change_mark())
        assert worklist.change_mark() == marks[-1]

    assert len(set(marks)) == 3
