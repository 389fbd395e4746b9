"""Many scans, streamed: reading and preparing in threads while the network runs.

    paths -> readers (threads) -> prepared inputs, at most a few batches of them -> network (thread) -> outcomes

The caller's thread only hands work around. Nothing is kept of a scan but its input, and of that no more than the
network needs next, so that memory stays the same for ten files and for a hundred thousand.
"""

import os
import threading
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sized
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from queue import Empty, SimpleQueue
from time import perf_counter

import numpy as np

from core.errors import DeviceOutOfMemoryError, HilumError
from core.jobs import JobContext, Progress
from core.model.classifier import Prediction
from core.model.lungs import LungReading
from core.screening.analysis import PreparedScan, conclude, read_and_prepare
from core.screening.result import ScanFailure, ScanOutcome
from core.screening.screener import Screener

DEFAULT_BATCH_SIZE = 8
"""On processors larger batches are no faster; on graphics cards they are, and cost latency."""

MOST_READERS = 8
"""Beyond this many threads Python's interpreter lock, not decoding, sets the pace."""

BATCHES_IN_FLIGHT = 2
"""One in the network and one waiting for it, so that it never waits for Python to wake up."""

CANCEL_CHECK_S = 0.05
"""How long a request to stop may go unnoticed."""


def analyse_scans(
    paths: Iterable[Path],
    screener: Screener,
    *,
    batch_size: int = DEFAULT_BATCH_SIZE,
    context: JobContext[Progress] | None = None,
) -> Generator[ScanOutcome, None, None]:
    """Classify files as they come, in their order, going on past those that cannot be read.

    Of files with several frames the first frame is classified. Classification is by the file's own default
    window. Outcomes come as soon as they are known: where files arrive more slowly than the network works, it
    does not wait for a full batch.

    Args:
        paths: The files; consumed lazily, by other threads, one at a time.
        screener: The model with all that keeps its answers honest.
        batch_size: Most images per forward pass, at least 1.
        context: Told of progress after each scan; may ask to stop at any time.

    Yields:
        One outcome per path. Closing the iterator stops the work.

    Raises:
        JobCancelledError: The context asked to stop.
    """
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    job = context if context is not None else JobContext[Progress]()
    total = len(paths) if isinstance(paths, Sized) else None
    with closing(_Pipeline(iter(paths), screener, batch_size)) as pipeline:
        for done, outcome in enumerate(pipeline.outcomes(job), start=1):
            job.report(Progress(done, total))
            yield outcome


def reader_count() -> int:
    """How many threads read and prepare: as many as processors, for they decode while the network computes."""
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(MOST_READERS, available)


_Prepared = PreparedScan | ScanFailure


class _Pipeline:
    """The threads of one batch job and what passes between them. Used by one thread."""

    def __init__(self, paths: Iterator[Path], screener: Screener, batch_size: int) -> None:
        self._paths = enumerate(paths)
        self._paths_lock = threading.Lock()
        self._screener = screener
        self._batch_size = batch_size
        readers = reader_count()
        self._capacity = BATCHES_IN_FLIGHT * batch_size + readers
        self._readers = ThreadPoolExecutor(readers, thread_name_prefix="hilum-read")
        self._network = ThreadPoolExecutor(1, thread_name_prefix="hilum-network")
        self._finished: SimpleQueue[object] = SimpleQueue()
        self._readings: set[Future[tuple[int, _Prepared] | None]] = set()
        self._ready: dict[int, _Prepared] = {}
        self._next_index = 0
        self._exhausted = False
        self._batches: deque[Future[list[ScanOutcome]]] = deque()

    def close(self) -> None:
        """Stop. What is being read at this moment is finished by its thread and dropped."""
        self._readers.shutdown(wait=False, cancel_futures=True)
        self._network.shutdown(wait=False, cancel_futures=True)

    def outcomes(self, job: JobContext[Progress]) -> Iterator[ScanOutcome]:
        """Outcomes in the order of the paths."""
        self._keep_busy()
        while self._readings or self._ready or self._batches:
            job.raise_if_cancelled()
            if self._batches and self._batches[0].done():
                batch = self._batches.popleft().result()
                self._keep_busy()  # The threads go on while the caller looks at these.
                for outcome in batch:
                    job.raise_if_cancelled()
                    yield outcome
            else:
                self._wait()
                self._keep_busy()

    def _wait(self) -> None:
        """Sleep until a thread finished something, or it is time to look whether to stop."""
        try:
            self._finished.get(timeout=CANCEL_CHECK_S)
        except Empty:
            return

    def _keep_busy(self) -> None:
        self._collect_readings()
        while len(self._batches) < BATCHES_IN_FLIGHT:
            batch = self._take_batch()
            if not batch:
                break
            self._batches.append(self._network.submit(_classify, batch, self._screener))
            self._batches[-1].add_done_callback(self._finished.put)
        while not self._exhausted and len(self._readings) + len(self._ready) < self._capacity:
            reading = self._readers.submit(self._read_next)
            self._readings.add(reading)
            reading.add_done_callback(self._finished.put)

    def _collect_readings(self) -> None:
        for reading in [reading for reading in self._readings if reading.done()]:
            self._readings.remove(reading)
            found = reading.result()
            if found is None:
                self._exhausted = True
            else:
                index, prepared = found
                self._ready[index] = prepared

    def _take_batch(self) -> list[_Prepared]:
        """The next scans in order: a full batch, or what there is when the network has nothing else to do."""
        batch: list[_Prepared] = []
        inputs = 0
        while self._next_index + len(batch) in self._ready and inputs < self._batch_size:
            prepared = self._ready[self._next_index + len(batch)]
            batch.append(prepared)
            inputs += isinstance(prepared, PreparedScan)
        more_to_come = bool(self._readings) or not self._exhausted
        if self._batches and inputs < self._batch_size and more_to_come:
            return []
        for index in range(self._next_index, self._next_index + len(batch)):
            del self._ready[index]
        self._next_index += len(batch)
        return batch

    def _read_next(self) -> tuple[int, _Prepared] | None:
        """Read and prepare the next path, None after the last. Runs in the readers' threads."""
        with self._paths_lock:
            following = next(self._paths, None)
        if following is None:
            return None
        index, path = following
        try:
            return index, read_and_prepare(path, self._screener)
        except HilumError as error:
            return index, ScanFailure(path, _without_traceback(error))


def _classify(batch: list[_Prepared], screener: Screener) -> list[ScanOutcome]:
    """Outcomes of scans in their order. Runs in the network's thread."""
    scans = [prepared for prepared in batch if isinstance(prepared, PreparedScan)]
    answers = iter(_predict(scans, screener))
    return [next(answers) if isinstance(prepared, PreparedScan) else prepared for prepared in batch]


def _predict(scans: list[PreparedScan], screener: Screener) -> list[ScanOutcome]:
    """Run the network, in ever smaller batches where the device's memory does not suffice."""
    if not scans:
        return []
    failure: DeviceOutOfMemoryError | None = None
    try:
        return _answers(scans, screener)
    except DeviceOutOfMemoryError as error:
        failure = error
    # Outside the handler and without traceback, so that the failed pass's memory is free before the next one.
    _without_traceback(failure)
    if len(scans) == 1:
        return [ScanFailure(scans[0].path or Path(), failure)]
    middle = len(scans) // 2
    return _predict(scans[:middle], screener) + _predict(scans[middle:], screener)


def _answers(scans: list[PreparedScan], screener: Screener) -> list[ScanOutcome]:
    """Ask both networks about all scans at once."""
    started = perf_counter()
    predictions: tuple[Prediction, ...] = screener.classifier.predict(np.stack([scan.input for scan in scans]))
    between = perf_counter()
    readings: tuple[LungReading | None, ...] = (None,) * len(scans)
    if screener.lungs is not None:
        readings = screener.lungs.read(np.stack([scan.lung_input for scan in scans if scan.lung_input is not None]))
    ended = perf_counter()
    inference_ms, evidence_ms = (
        (end - begin) * 1000.0 / len(scans) for begin, end in ((started, between), (between, ended))
    )
    return [
        conclude(scan, prediction, reading, screener, inference_ms, evidence_ms)
        for scan, prediction, reading in zip(scans, predictions, readings, strict=True)
    ]


def _without_traceback(error: HilumError) -> HilumError:
    """The error alone: the frames of its traceback would keep the scan's pixels in memory."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)
