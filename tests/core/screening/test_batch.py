import gc
import importlib
import itertools
import threading
import time
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import core.screening.batch as batch_module
from core.errors import DeviceOutOfMemoryError, InsufficientMemoryError, JobCancelledError, MissingFileError
from core.imaging.radiograph import Radiograph
from core.imaging.reading import read_radiograph
from core.jobs import CancellationToken, JobContext, Progress
from core.screening import analysis
from core.screening.batch import analyse_scans
from core.screening.result import ScanFailure, ScanResult
from core.screening.screener import Screener

if TYPE_CHECKING:
    from conftest import CountingRuntime

Pictures = Callable[[int], list[Path]]


def test_outcomes_come_in_the_order_of_the_paths(
    pictures: Pictures, screener: Screener, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = pictures(30)
    original = batch_module.read_and_prepare

    def slow_at_times(path: Path, spec: object) -> object:
        if path.stem.endswith(("3", "7")):
            time.sleep(0.02)
        return original(path, spec)  # type: ignore[arg-type]

    monkeypatch.setattr(batch_module, "read_and_prepare", slow_at_times)
    assert [outcome.path for outcome in analyse_scans(paths, screener, batch_size=4)] == paths


def test_unreadable_files_among_good_ones_are_told_in_place(pictures: Pictures, screener: Screener) -> None:
    paths = pictures(6)
    paths[0].write_bytes(b"no picture at all")
    paths[3].unlink()
    outcomes = list(analyse_scans(paths, screener, batch_size=2))
    assert [isinstance(outcome, ScanFailure) for outcome in outcomes] == [True, False, False, True, False, False]
    failure = outcomes[3]
    assert isinstance(failure, ScanFailure)
    assert isinstance(failure.error, MissingFileError)
    assert failure.error.__traceback__ is None
    assert failure.error.__cause__ is None


def test_a_batch_of_one_and_of_many_answer_alike(chest_dicom: Path, real_screener: Screener) -> None:
    alone = analysis.analyse_scan(chest_dicom, real_screener)
    for outcome in analyse_scans([chest_dicom] * 5, real_screener, batch_size=4):
        assert isinstance(outcome, ScanResult)
        assert outcome.probabilities == pytest.approx(alone.probabilities, abs=0.01)
        assert outcome.decision is alone.decision


def test_paths_are_taken_as_needed_and_no_radiograph_is_kept(
    pictures: Pictures, screener: Screener, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = pictures(1)[0]
    alive: weakref.WeakSet[Radiograph] = weakref.WeakSet()
    taken = 0

    def remembering(path: Path, frame_index: int = 0) -> Radiograph:
        radiograph = read_radiograph(path, frame_index)
        alive.add(radiograph)
        return radiograph

    def endless() -> Iterator[Path]:
        nonlocal taken
        while True:
            taken += 1
            yield path

    monkeypatch.setattr(analysis, "read_radiograph", remembering)
    outcomes = analyse_scans(endless(), screener, batch_size=4)
    bound = 3 * batch_module.BATCHES_IN_FLIGHT * 4 + 2 * batch_module.reader_count()
    for done in range(1, 400):
        next(outcomes)
        assert taken - done <= bound
        assert len(alive) <= batch_module.reader_count() + 1
    outcomes.close()
    time.sleep(0.2)
    gc.collect()
    assert len(alive) == 0
    assert taken < 400 + bound


def test_the_first_answer_does_not_wait_for_a_full_batch(pictures: Pictures, screener: Screener) -> None:
    paths = pictures(2)
    more = threading.Event()

    def slow_source() -> Iterator[Path]:
        yield paths[0]
        assert more.wait(timeout=30)
        yield paths[1]

    outcomes = analyse_scans(slow_source(), screener, batch_size=8)
    assert next(outcomes).path == paths[0]
    more.set()
    assert next(outcomes).path == paths[1]
    assert next(outcomes, None) is None


def test_full_batches_are_used_when_the_network_is_the_slow_part(
    pictures: Pictures, screener: Screener, runtime: "CountingRuntime"
) -> None:
    runtime.seconds_per_pass = 0.15
    assert len(list(analyse_scans(pictures(33), screener, batch_size=8))) == 33
    assert max(runtime.batch_sizes) == 8
    assert len(runtime.batch_sizes) <= 10


def test_cancelling_stops_at_once_even_while_the_network_works(
    pictures: Pictures, screener: Screener, runtime: "CountingRuntime"
) -> None:
    token = CancellationToken()
    runtime.gate.clear()
    outcomes = analyse_scans(pictures(8), screener, context=JobContext[Progress](token=token))
    threading.Timer(0.1, token.cancel).start()
    started = time.monotonic()
    with pytest.raises(JobCancelledError):
        next(outcomes)
    assert time.monotonic() - started < 5.0


def test_too_large_a_batch_is_halved(pictures: Pictures, screener: Screener, runtime: "CountingRuntime") -> None:
    runtime.largest_batch = 2
    paths = pictures(9)
    outcomes = list(analyse_scans(paths, screener, batch_size=8))
    assert [outcome.path for outcome in outcomes] == paths
    assert all(isinstance(outcome, ScanResult) for outcome in outcomes)


def test_a_device_without_room_for_one_scan_fails_each_scan(
    pictures: Pictures, screener: Screener, runtime: "CountingRuntime"
) -> None:
    runtime.largest_batch = 0
    for outcome in analyse_scans(pictures(3), screener):
        assert isinstance(outcome, ScanFailure)
        assert isinstance(outcome.error, DeviceOutOfMemoryError)


@pytest.mark.parametrize("stage", ["core.imaging.raster_reading.grey_picture", "core.screening.analysis.render"])
def test_a_scan_without_room_in_memory_fails_alone(
    pictures: Pictures, screener: Screener, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    module_name, name = stage.rsplit(".", 1)
    module = importlib.import_module(module_name)
    original = getattr(module, name)
    calls = itertools.count()

    def second_is_too_large(*arguments: object) -> object:
        if next(calls) == 1:
            raise MemoryError
        return original(*arguments)

    monkeypatch.setattr(module, name, second_is_too_large)
    outcomes = list(analyse_scans(pictures(5), screener))
    (failure,) = (outcome for outcome in outcomes if isinstance(outcome, ScanFailure))
    assert isinstance(failure.error, InsufficientMemoryError)
    assert failure.error.path == failure.path


def test_progress_counts_every_scan(pictures: Pictures, screener: Screener) -> None:
    events: list[Progress] = []
    list(analyse_scans(pictures(5), screener, context=JobContext[Progress](report=events.append)))
    assert [(event.done, event.total) for event in events] == [(number, 5) for number in range(1, 6)]
    assert {event.label for event in events} == {""}


def test_nothing_to_do_gives_nothing(screener: Screener) -> None:
    assert list(analyse_scans([], screener)) == []


def test_a_batch_size_below_one_is_a_defect_of_the_caller(screener: Screener) -> None:
    with pytest.raises(ValueError, match="batch_size"):
        next(analyse_scans([], screener, batch_size=0))
