"""What waits on the worklist gets an answer, in the record and on the worklist."""

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from core.errors import JobCancelledError
from core.interchange.receiving.waiting import EntryAnswered, classify_waiting
from core.jobs import CancellationToken, JobContext
from core.model.classifier import Classifier
from core.model.package import bundled_package
from core.model.runtime import NetworkOutput
from core.record.entry import EntryKind
from core.record.journal import Journal
from core.screening.recording import ResultRecorder
from core.screening.screener import Screener
from core.worklist.entry import EntryState, Origin
from core.worklist.identity import ScanIdentity
from core.worklist.worklist import Worklist
from tests.core.screening.conftest import CountingRuntime

Fill = Callable[[int], list[int]]


@pytest.fixture
def screener() -> Screener:
    """One that answers at once."""
    return _screener(CountingRuntime(len(bundled_package().card.classes)))


def _screener(runtime: CountingRuntime) -> Screener:
    weights, biases = np.ones((runtime.classes, 4), dtype=np.float32), np.zeros(runtime.classes, dtype=np.float32)
    return Screener(Classifier(bundled_package(), runtime, weights, biases))


@pytest.fixture
def worklist(tmp_path: Path) -> Worklist:
    """An empty one."""
    return Worklist(tmp_path / "worklist" / "worklist.sqlite")


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    """An empty record."""
    return Journal(tmp_path / "record" / "record.sqlite")


@pytest.fixture
def fill(worklist: Worklist, tmp_path: Path) -> Fill:
    """Put pictures on the worklist."""

    def put(count: int) -> list[int]:
        numbers = []
        for index in range(count):
            path = tmp_path / f"{index}.png"
            Image.new("L", (64, 64), index * 3).save(path)
            numbers.append(worklist.add(path, ScanIdentity(), Origin.RECEIVED))
        return numbers

    return put


def test_everything_that_waits_gets_an_answer_on_the_worklist_and_in_the_record(
    worklist: Worklist, journal: Journal, screener: Screener, fill: Fill
) -> None:
    numbers = fill(70)
    told: list[EntryAnswered] = []

    outcome = classify_waiting(worklist, screener, ResultRecorder(journal), JobContext(told.append))

    assert (outcome.classified, outcome.failed, outcome.record_failure) == (70, 0, None)
    assert [event.number for event in told] == numbers
    assert {entry.state for entry in worklist.entries(numbers)} == {EntryState.CLASSIFIED}
    assert worklist.waiting(1) == ()
    assert set(worklist.thumbnails(numbers)) == set(numbers)
    assert journal.count({EntryKind.RESULT}) == 70


def test_scans_that_cannot_be_read_say_why_and_hold_nothing_up(
    worklist: Worklist, journal: Journal, screener: Screener, fill: Fill, tmp_path: Path
) -> None:
    numbers = fill(3)
    (tmp_path / "0.png").write_bytes(b"\x89PNG\r\n\x1a\nno more of it")
    (tmp_path / "1.png").unlink()

    outcome = classify_waiting(worklist, screener, ResultRecorder(journal), JobContext())

    assert (outcome.classified, outcome.failed) == (1, 2)
    states = [entry.state for entry in worklist.entries(numbers)]
    assert states == [EntryState.FAILED, EntryState.FAILED, EntryState.CLASSIFIED]
    assert all(entry.failure for entry in worklist.entries(numbers[:2]))


def test_what_is_no_radiograph_is_kept_and_ignored(
    worklist: Worklist, journal: Journal, screener: Screener, example_dicom: Callable[[str], Path]
) -> None:
    number = worklist.add(example_dicom("reportsi.dcm"), ScanIdentity(), Origin.WATCHED)

    classify_waiting(worklist, screener, ResultRecorder(journal), JobContext())

    (entry,) = worklist.entries([number])
    assert entry.state is EntryState.IGNORED
    assert entry.failure


def test_the_window_takes_a_few_at_a_time(worklist: Worklist, journal: Journal, screener: Screener, fill: Fill) -> None:
    fill(10)

    outcome = classify_waiting(worklist, screener, ResultRecorder(journal), JobContext(), most=4)

    assert outcome.classified == 4
    assert len(worklist.waiting(100)) == 6


def test_it_goes_on_with_what_comes_later_until_told_that_this_was_all(
    worklist: Worklist, journal: Journal, screener: Screener, fill: Fill
) -> None:
    asked: list[int] = []

    def is_over() -> bool:
        asked.append(len(asked))
        if len(asked) == 1:
            fill(2)
        return len(asked) > 1

    outcome = classify_waiting(worklist, screener, ResultRecorder(journal), JobContext(), until=is_over)

    assert (outcome.classified, len(asked)) == (2, 2)


def test_what_was_answered_before_a_stop_is_kept_and_the_rest_waits(
    worklist: Worklist, journal: Journal, screener: Screener, fill: Fill
) -> None:
    fill(150)
    token = CancellationToken()
    told: list[EntryAnswered] = []

    def report(event: EntryAnswered) -> None:
        told.append(event)
        token.cancel()

    with pytest.raises(JobCancelledError):
        classify_waiting(worklist, screener, ResultRecorder(journal), JobContext(report, token))

    assert 0 < len(told) < 150
    assert len(worklist.waiting(1000)) == 150 - len(told)
    assert journal.count({EntryKind.RESULT}) == len(told)


def test_a_record_that_takes_nothing_costs_no_answer(
    worklist: Worklist, journal: Journal, screener: Screener, fill: Fill
) -> None:
    numbers = fill(2)
    journal.path.parent.mkdir(parents=True)
    journal.path.write_bytes(b"this is no database, whatever it is called" * 200)

    outcome = classify_waiting(worklist, screener, ResultRecorder(journal), JobContext())

    assert outcome.record_failure is not None
    assert {entry.state for entry in worklist.entries(numbers)} == {EntryState.CLASSIFIED}


def test_two_programs_with_one_worklist_answer_each_scan_once(
    worklist: Worklist, journal: Journal, screener: Screener, fill: Fill
) -> None:
    numbers = fill(150)
    answered: list[list[int]] = [[], []]

    def classify(own: list[int]) -> None:
        with Worklist(worklist.path) as opened:
            context = JobContext[EntryAnswered](lambda event: own.append(event.number))
            classify_waiting(opened, screener, ResultRecorder(Journal(journal.path)), context, batch_size=4)

    others = [threading.Thread(target=classify, args=(own,)) for own in answered]
    for other in others:
        other.start()
    for other in others:
        other.join()

    assert sorted([*answered[0], *answered[1]]) == numbers
    assert journal.count({EntryKind.RESULT}) == 150


def test_scans_that_another_program_has_are_left_to_it_and_it_is_said(
    worklist: Worklist, journal: Journal, screener: Screener, fill: Fill
) -> None:
    first, second = fill(2)
    worklist.claim_waiting("another", 1)

    outcome = classify_waiting(worklist, screener, ResultRecorder(journal), JobContext())

    assert (outcome.classified, outcome.is_left_to_others) == (1, True)
    states = [entry.state for entry in worklist.entries([first, second])]
    assert states == [EntryState.WAITING, EntryState.CLASSIFIED]


def test_an_answer_that_somebody_else_gave_meanwhile_stays(worklist: Worklist, journal: Journal, fill: Fill) -> None:
    first, second = fill(2)

    class Overtaken(CountingRuntime):
        """While it computes, a person settles the first scan."""

        def run(self, inputs: npt.NDArray[np.float32]) -> NetworkOutput:
            worklist.note_ignored(first, "A person said so.")
            return super().run(inputs)

    screener = _screener(Overtaken(len(bundled_package().card.classes)))
    outcome = classify_waiting(worklist, screener, ResultRecorder(journal), JobContext())

    assert outcome.classified == 1
    assert journal.count({EntryKind.RESULT}) == 1
    assert [entry.state for entry in worklist.entries([first, second])] == [EntryState.IGNORED, EntryState.CLASSIFIED]


def test_a_stop_leaves_what_was_not_answered_to_others_at_once(
    worklist: Worklist, journal: Journal, screener: Screener, fill: Fill
) -> None:
    fill(100)
    token = CancellationToken()
    told: list[EntryAnswered] = []

    def report(event: EntryAnswered) -> None:
        told.append(event)
        token.cancel()

    with pytest.raises(JobCancelledError):
        classify_waiting(worklist, screener, ResultRecorder(journal), JobContext(report, token))

    assert len(worklist.claim_waiting("another", 1000)) == 100 - len(told)
