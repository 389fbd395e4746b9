"""The table names nobody unless that is wanted, and runs nothing in a spreadsheet."""

import csv
from pathlib import Path

import pytest

from core.errors import JobCancelledError, OutputNotWritableError
from core.jobs import CancellationToken, JobContext
from core.screening.decision import Decision
from core.worklist.csv_export import export_csv
from core.worklist.entry import Origin
from core.worklist.worklist import Worklist

from .worklist_examples import identity, path_of, scan_result


@pytest.fixture
def numbers(worklist: Worklist, tmp_path: Path) -> list[int]:
    name = '=HYPERLINK("http://x")'
    added = [worklist.add(path_of(tmp_path, n), identity(n, patient_name=name), Origin.OPENED) for n in (1, 2)]
    worklist.note_result(added[0], scan_result(Decision.POSITIVE, 0.75))
    return added


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_nobody_is_named_unasked(worklist: Worklist, numbers: list[int], tmp_path: Path) -> None:
    table = tmp_path / "worklist.csv"

    assert export_csv(worklist, numbers, table) == 2

    text = table.read_text(encoding="utf-8")
    for secret in ("HYPERLINK", "P00001", "A000001", "1.2.3", "scan 1", "2026-", str(tmp_path)):
        assert secret not in text
    first, second = _rows(table)
    assert (first["number"], first["decision"], first["probability"]) == ("1", "positive", "0.75")
    assert second["decision"] == second["probability"] == ""


def test_with_identity_everything_is_there_and_harmless(worklist: Worklist, numbers: list[int], tmp_path: Path) -> None:
    export_csv(worklist, numbers, tmp_path / "worklist.csv", with_identity=True)

    row = _rows(tmp_path / "worklist.csv")[0]
    assert row["patient_name"].startswith("'=")
    assert row["patient_id"] == "P00001"
    assert row["study_date"] == "2026-03-02"
    assert row["path"] == str(path_of(tmp_path, 1))


def test_an_answer_that_nobody_was_shown_can_be_left_out(
    worklist: Worklist, numbers: list[int], tmp_path: Path
) -> None:
    export_csv(worklist, numbers, tmp_path / "sealed.csv", seals_unseen=True)
    worklist.note_seen(numbers[0])
    export_csv(worklist, numbers, tmp_path / "seen.csv", seals_unseen=True)

    sealed, seen = _rows(tmp_path / "sealed.csv")[0], _rows(tmp_path / "seen.csv")[0]
    assert sealed["decision"] == sealed["probability"] == sealed["gate"] == ""
    assert seen["decision"] == "positive"


def test_stopped_or_impossible_it_leaves_what_was_there(worklist: Worklist, numbers: list[int], tmp_path: Path) -> None:
    table = tmp_path / "worklist.csv"
    table.write_text("before")
    token = CancellationToken()
    token.cancel()

    with pytest.raises(JobCancelledError):
        export_csv(worklist, numbers, table, JobContext(token=token))
    with pytest.raises(OutputNotWritableError):
        export_csv(worklist, numbers, tmp_path / "gone" / "worklist.csv")

    assert table.read_text() == "before"
    assert sorted(path.name for path in tmp_path.glob("worklist.csv*")) == ["worklist.csv"]
