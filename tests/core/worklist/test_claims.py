"""Scans that wait are claimed by one program at a time, and never for longer than it lives."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from core.worklist.claims import LEASE_S, new_claimant
from core.worklist.entry import EntryState, Origin
from core.worklist.worklist import Worklist

from .worklist_examples import identity, path_of, scan_result


class Clock:
    """Says what it is told to say."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.moment

    def pass_by(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def worklist(tmp_path: Path, clock: Clock) -> Worklist:
    return Worklist(tmp_path / "worklist" / "worklist.sqlite", now=clock)


@pytest.fixture
def numbers(worklist: Worklist, tmp_path: Path) -> list[int]:
    """Three scans that wait."""
    return [worklist.add(path_of(tmp_path, number), identity(number), Origin.RECEIVED) for number in (1, 2, 3)]


def _claimed(worklist: Worklist, claimant: str, limit: int = 10) -> list[int]:
    return [entry.number for entry in worklist.claim_waiting(claimant, limit)]


def test_what_one_has_claimed_no_other_is_given(worklist: Worklist, numbers: list[int]) -> None:
    with Worklist(worklist.path, now=worklist._now) as other:
        assert _claimed(worklist, "one", 2) == numbers[:2]
        assert _claimed(other, "two") == numbers[2:]
        assert _claimed(worklist, "one") == []

    assert new_claimant() != new_claimant()


def test_a_claim_ends_with_its_time_and_lasts_where_it_is_renewed(
    worklist: Worklist, numbers: list[int], clock: Clock
) -> None:
    _claimed(worklist, "one", 2)
    clock.pass_by(LEASE_S * 0.7)
    assert worklist.renew_claims("one", numbers[:1]) == {numbers[0]}
    clock.pass_by(LEASE_S * 0.7)

    assert _claimed(worklist, "two") == numbers[1:]
    assert worklist.renew_claims("one", numbers) == {numbers[0]}


def test_what_was_released_is_anybodys(worklist: Worklist, numbers: list[int]) -> None:
    _claimed(worklist, "one")
    worklist.release_claims("one")

    assert _claimed(worklist, "two") == numbers


def test_a_claim_of_a_clock_that_was_wrong_holds_nobody_up(
    worklist: Worklist, numbers: list[int], clock: Clock
) -> None:
    clock.pass_by(400 * 24 * 3600)
    _claimed(worklist, "one")
    clock.pass_by(-400 * 24 * 3600)

    assert _claimed(worklist, "two") == numbers


def test_an_answer_or_waiting_anew_ends_a_claim(worklist: Worklist, numbers: list[int]) -> None:
    _claimed(worklist, "one")
    worklist.note_result(numbers[0], scan_result())
    worklist.note_waiting(numbers[1:2])

    assert worklist.renew_claims("one", numbers) == {numbers[2]}
    assert _claimed(worklist, "two") == [numbers[1]]


def test_nothing_is_made_by_asking(worklist: Worklist) -> None:
    assert _claimed(worklist, "one") == []
    assert not worklist.path.exists()


def test_many_wait_anew_at_once(worklist: Worklist, numbers: list[int]) -> None:
    for number in numbers:
        worklist.note_result(number, scan_result())
    worklist.note_waiting(numbers[1:])

    states = [entry.state for entry in worklist.entries(numbers)]
    assert states == [EntryState.CLASSIFIED, EntryState.WAITING, EntryState.WAITING]
    assert [entry.decision is None for entry in worklist.entries(numbers)] == [False, True, True]
