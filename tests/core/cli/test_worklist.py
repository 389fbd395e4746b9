"""`hilum worklist`: the same worklist as the window's."""

import csv
import json
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from core.cli import worklist_arguments
from core.screening.decision import Decision
from core.worklist.entry import EntryState, Origin
from core.worklist.identity import ScanIdentity
from core.worklist.query import SortKey, WorklistQuery
from core.worklist.worklist import Worklist

Hilum = Callable[..., tuple[int, str, str]]


@pytest.fixture
def listed(tmp_path: Path) -> Worklist:
    """This user's worklist with three scans of three patients, the last one's file Hilum's own."""
    worklist = Worklist()
    for number in range(1, 4):
        path = tmp_path / f"scan {number}.dcm"
        path.write_bytes(b"scan")
        identity = ScanIdentity(
            patient_name=f"Yılmaz, Number {number}",
            patient_id=f"P{number}",
            study_date=date(2026, 3, number),
            modality="DX",
            view="PA",
        )
        worklist.add(path, identity, Origin.RECEIVED, is_owned=number == 3)
    worklist.close()
    return worklist


@pytest.mark.parametrize(
    ("choices", "kind"),
    [
        (worklist_arguments.DECISIONS, Decision),
        (worklist_arguments.STATES, EntryState),
        (worklist_arguments.ORIGINS, Origin),
        (worklist_arguments.SORT_KEYS, SortKey),
    ],
)
def test_every_choice_can_be_named(choices: tuple[str, ...], kind: type[StrEnum]) -> None:
    assert choices == tuple(member.value for member in kind)


def test_scans_are_listed_newest_first_without_names(hilum: Hilum, listed: Worklist) -> None:
    status, out, err = hilum("worklist")

    assert status == 0
    assert [line.split()[0] for line in out.splitlines()] == ["3", "2", "1"]
    assert "waiting" in out
    assert not err
    assert "Yılmaz" not in out + hilum("worklist", "list", "--json")[1]
    assert "Yılmaz, Number 2" in hilum("worklist", "list", "--identity")[1]


def test_filters_limit_and_json(hilum: Hilum, listed: Worklist) -> None:
    assert [line.split()[0] for line in hilum("worklist", "--search", "yilmaz p2")[1].splitlines()] == ["2"]
    assert "No such scan" in hilum("worklist", "--decision", "positive")[2]
    status, out, _ = hilum("worklist", "list", "--from", "2026-03-02", "--ascending", "--limit", 1, "--json")
    assert status == 0
    (entry,) = json.loads(out)["entries"]
    assert (entry["number"], entry["state"]) == (2, "waiting")
    assert "patient_name" not in entry
    assert hilum("worklist", "--from", "yesterday")[0] == 2


def test_export(hilum: Hilum, listed: Worklist, tmp_path: Path) -> None:
    status, _, err = hilum("worklist", "export", tmp_path / "list.csv", "--identity", "--search", "P1")

    assert status == 0
    assert "1 scan is in list.csv" in err
    with (tmp_path / "list.csv").open(encoding="utf-8", newline="") as file:
        assert [row["patient_id"] for row in csv.DictReader(file)] == ["P1"]


def test_removing_leaves_files_unless_they_are_hilums_own(hilum: Hilum, listed: Worklist, tmp_path: Path) -> None:
    status, _, err = hilum("worklist", "remove", 1, 3, "--delete-received-files")

    assert status == 0
    assert "2 taken off the worklist, 1 received files deleted." in err
    assert listed.numbers(WorklistQuery()) == [2]
    assert (tmp_path / "scan 1.dcm").exists()
    assert not (tmp_path / "scan 3.dcm").exists()
    assert hilum("worklist", "remove", 77)[0] == 1


def test_retention_is_said_set_and_applied(hilum: Hilum, listed: Worklist) -> None:
    assert "for ever" in hilum("worklist", "retention")[1]
    listed.note_ignored(1, "It is a report.")
    listed.close()

    status, out, _ = hilum("worklist", "retention", "--most", 2)
    assert status == 0
    assert "newest 2" in out
    assert "1 scan would go now" in out
    assert "1 taken off" in hilum("worklist", "retention", "--apply")[1]

    assert listed.numbers(WorklistQuery()) == [3, 2]


def test_another_worklist_must_be_there(hilum: Hilum, tmp_path: Path) -> None:
    status, _, err = hilum("worklist", "--worklist", tmp_path / "gone.sqlite")

    assert status == 2
    assert "gone.sqlite" in err


def test_classify_lists_what_it_classified_where_that_is_wanted(hilum: Hilum, scans: Path) -> None:
    (scans / "damaged.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"cut short")
    assert hilum("classify", scans)[0] == 1
    with Worklist() as worklist:
        assert worklist.count(WorklistQuery()) == 0

        assert hilum("classify", scans, "--worklist")[0] == 1

        found = {entry.path.name: entry for entry in worklist.find(WorklistQuery())}
        pictures = worklist.thumbnails([entry.number for entry in found.values()])
    assert set(found) == {"a.dcm", "b.jpg", "b.png", "damaged.png"}
    assert found["a.dcm"].modality == "CR"
    assert found["a.dcm"].patient_name
    assert found["a.dcm"].decision is not None
    assert found["a.dcm"].origin is Origin.BATCH
    assert found["damaged.png"].state is EntryState.FAILED
    assert "damaged.png" in found["damaged.png"].failure
    assert len(pictures) == 3
