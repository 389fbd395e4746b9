"""Nothing goes unless a site chose so, and files elsewhere never go."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.site_settings import read_site_settings, write_site_settings
from core.worklist.entry import Origin, SendState
from core.worklist.query import WorklistQuery
from core.worklist.retention import SUBJECT, Removal, RetentionSettings, apply_retention, remove_entries
from core.worklist.worklist import Worklist

from .worklist_examples import identity, path_of, scan_result

NOW = datetime(2026, 3, 31, tzinfo=UTC)


@pytest.fixture
def aged(tmp_path: Path) -> Worklist:
    """Ten answered scans added one a day, the first ten days before NOW; every second one's file is Hilum's own."""
    moments = iter(NOW - timedelta(days=age) for age in range(10, 0, -1))
    worklist = Worklist(tmp_path / "worklist" / "worklist.sqlite", now=lambda: next(moments))
    for number in range(1, 11):
        path = path_of(tmp_path, number)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"scan")
        worklist.note_result(
            worklist.add(path, identity(number), Origin.RECEIVED, is_owned=number % 2 == 0), scan_result()
        )
    return worklist


def _files(folder: Path) -> set[int]:
    return {number for number in range(1, 11) if path_of(folder, number).exists()}


def test_by_default_everything_stays(aged: Worklist, tmp_path: Path) -> None:
    settings = read_site_settings(SUBJECT, RetentionSettings)

    assert apply_retention(aged, settings, NOW + timedelta(days=10_000)) == Removal(0)

    assert aged.count(WorklistQuery()) == 10
    assert len(_files(tmp_path)) == 10


def test_old_scans_go_and_their_files_stay(aged: Worklist, tmp_path: Path) -> None:
    removal = apply_retention(aged, RetentionSettings(keep_days=7), NOW)

    assert removal == Removal(3, 0, files_left=1)
    assert aged.numbers(WorklistQuery(descending=False)) == list(range(4, 11))
    assert len(_files(tmp_path)) == 10


def test_received_files_go_with_them_where_a_site_chose_so(aged: Worklist, tmp_path: Path) -> None:
    removal = apply_retention(aged, RetentionSettings(most_entries=4, deletes_owned_files=True), NOW)

    assert removal == Removal(6, 3)
    assert aged.numbers(WorklistQuery()) == [10, 9, 8, 7]
    assert _files(tmp_path) == {1, 3, 5, 7, 8, 9, 10}


def test_what_waits_for_its_answer_or_for_being_sent_stays(aged: Worklist) -> None:
    aged.note_waiting([1])
    aged.note_sent(2, SendState.WAITING, "ARCHIVE")
    aged.note_sent(3, SendState.SENT, "ARCHIVE")

    apply_retention(aged, RetentionSettings(keep_days=1), NOW)

    assert aged.numbers(WorklistQuery()) == [10, 2, 1]


def test_a_scan_whose_file_cannot_be_deleted_stays_on_the_worklist(
    aged: Worklist, tmp_path: Path, expected_warnings: set[str], caplog: pytest.LogCaptureFixture
) -> None:
    expected_warnings.add("core.worklist.retention")
    stuck = path_of(tmp_path, 2)
    stuck.unlink()
    stuck.mkdir()

    removal = remove_entries(aged, [2, 4, 4711], deletes_owned_files=True)

    assert removal == Removal(1, 1, 1)
    assert aged.entry(2) is not None
    assert aged.entry(4) is None
    assert "scan 2" not in caplog.text


def test_settings_survive_their_file() -> None:
    chosen = RetentionSettings(keep_days=30, most_entries=1000, deletes_owned_files=True)

    write_site_settings(SUBJECT, chosen)

    assert read_site_settings(SUBJECT, RetentionSettings) == chosen
