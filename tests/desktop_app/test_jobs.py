"""One outcome, then the end: whatever the work does and whenever somebody cancels."""

import gc
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from core.errors import JobCancelledError, MissingFileError
from core.jobs import JobContext, Progress
from desktop_app.jobs import Job, JobFailure, Lane, active_jobs, is_lane_busy, start_job, stop_all_jobs

Context = JobContext[Any]


class Listener(QObject):
    """Notes every signal of a job, in order, and in which thread it came."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self.heard: list[tuple[str, object]] = []
        self.threads: set[QThread] = set()
        job.progressed.connect(self._on_progressed)
        job.succeeded.connect(self._on_succeeded)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        job.finished.connect(self._on_finished)

    @property
    def names(self) -> list[str]:
        return [name for name, _ in self.heard]

    def _hear(self, name: str, value: object = None) -> None:
        self.heard.append((name, value))
        self.threads.add(QThread.currentThread())

    def _on_progressed(self, event: object) -> None:
        self._hear("progressed", event)

    def _on_succeeded(self, result: object) -> None:
        self._hear("succeeded", result)

    def _on_failed(self, failure: JobFailure) -> None:
        self._hear("failed", failure)

    def _on_cancelled(self) -> None:
        self._hear("cancelled")

    def _on_finished(self) -> None:
        self._hear("finished")


def run(qtbot: QtBot, work: Callable[[Context], object]) -> Listener:
    listener = Listener(start_job(work))
    qtbot.waitUntil(lambda: "finished" in listener.names, timeout=5000)
    return listener


def test_result_arrives_in_the_windows_thread(qtbot: QtBot) -> None:
    threads = []

    def work(context: Context) -> int:
        threads.append(threading.get_ident())
        context.report("half")
        return 42

    listener = run(qtbot, work)
    assert listener.heard == [("progressed", "half"), ("succeeded", 42), ("finished", None)]
    assert threads[0] != threading.get_ident()
    assert listener.threads == {QThread.currentThread()}


def test_known_error_is_worded(qtbot: QtBot, tmp_path: Any) -> None:
    def work(context: Context) -> None:
        raise MissingFileError(tmp_path / "a.dcm")

    (_, failure), _ = run(qtbot, work).heard
    assert isinstance(failure, JobFailure)
    assert failure.kind == "MissingFileError"
    assert "a.dcm" in failure.message.summary


@pytest.mark.parametrize(
    "error", [ValueError("x"), MemoryError(), SystemExit(3), KeyboardInterrupt(), RecursionError()]
)
def test_anything_raised_becomes_a_failure_with_details(qtbot: QtBot, error: BaseException) -> None:
    def work(context: Context) -> None:
        raise error

    (name, failure), (end, _) = run(qtbot, work).heard
    assert (name, end) == ("failed", "finished")
    assert isinstance(failure, JobFailure)
    assert failure.kind == type(error).__name__
    assert failure.message.summary
    assert "Traceback" in failure.traceback
    assert "Traceback" in failure.message.details


def test_failure_does_not_keep_the_works_objects_alive(qtbot: QtBot) -> None:
    class Tensor:
        alive = 0

        def __init__(self) -> None:
            Tensor.alive += 1

        def __del__(self) -> None:
            Tensor.alive -= 1

    def work(context: Context) -> None:
        tensor = Tensor()
        raise RuntimeError(id(tensor))

    listener = run(qtbot, work)
    gc.collect()
    assert listener.names == ["failed", "finished"]
    assert Tensor.alive == 0


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    cancel_after_ms=st.floats(0, 6),
    work_ms=st.floats(0, 6),
    ending=st.sampled_from(["return", "raise", "raise after cancel", "heed"]),
)
def test_exactly_one_outcome_whenever_it_is_cancelled(
    qtbot: QtBot, cancel_after_ms: float, work_ms: float, ending: str
) -> None:
    def work(context: Context) -> str:
        end = time.monotonic() + work_ms / 1000
        while time.monotonic() < end:
            context.report(Progress(1, 2))
            if ending == "heed":
                context.raise_if_cancelled()
            time.sleep(0.0005)
        if ending == "raise" or (ending == "raise after cancel" and context.token.is_cancelled):
            raise OSError("late")
        return "done"

    job = start_job(work)
    listener = Listener(job)
    qtbot.wait(int(cancel_after_ms))
    was_settled = job.is_finished
    job.cancel()
    job.cancel()
    qtbot.waitUntil(lambda: "finished" in listener.names, timeout=5000)
    outcomes = [name for name in listener.names if name not in ("progressed", "finished")]
    assert len(outcomes) == 1
    assert listener.names[-2:] == [outcomes[0], "finished"]
    assert was_settled or outcomes == ["cancelled"]


def test_nothing_more_is_told_after_cancel(qtbot: QtBot) -> None:
    job = start_job(lambda context: [context.report(number) for number in range(100)])
    listener = Listener(job)
    assert job.wait(5)
    job.cancel()
    qtbot.waitUntil(lambda: listener.names == ["cancelled", "finished"])


def test_cancelled_error_without_cancel_counts_as_cancelled(qtbot: QtBot) -> None:
    def work(context: Context) -> None:
        raise JobCancelledError

    assert run(qtbot, work).names == ["cancelled", "finished"]


def test_many_progress_events_are_thinned_and_the_last_one_arrives(qtbot: QtBot) -> None:
    def work(context: Context) -> None:
        for number in range(20_000):
            context.report(Progress(number + 1, 20_000))

    listener = run(qtbot, work)
    events = [event for name, event in listener.heard if name == "progressed"]
    assert events[-1] == Progress(20_000, 20_000)
    assert len(events) < 200


def test_other_events_all_arrive_in_order(qtbot: QtBot) -> None:
    def work(context: Context) -> None:
        for number in range(3000):
            context.report(number)

    listener = run(qtbot, work)
    assert [event for name, event in listener.heard if name == "progressed"] == list(range(3000))


def test_job_nobody_holds_survives_collection(qtbot: QtBot) -> None:
    released = threading.Event()
    heard: list[object] = []

    def work(context: Context) -> str:
        released.wait(5)
        return "kept"

    start_job(work).succeeded.connect(heard.append)
    gc.collect()
    released.set()
    qtbot.waitUntil(lambda: heard == ["kept"])
    qtbot.waitUntil(lambda: not active_jobs())


def test_lane_runs_one_at_a_time_and_urgent_goes_next(qtbot: QtBot) -> None:
    running: list[str] = []
    most_at_once = []
    now = 0
    lock = threading.Lock()

    def work_called(name: str) -> Callable[[Context], None]:
        def work(context: Context) -> None:
            nonlocal now
            with lock:
                now += 1
                most_at_once.append(now)
                running.append(name)
            time.sleep(0.01)
            with lock:
                now -= 1

        return work

    for name in ("first", "second"):
        start_job(work_called(name), lane=Lane.INFERENCE)
    start_job(work_called("urgent"), lane=Lane.INFERENCE, is_urgent=True)
    qtbot.waitUntil(lambda: not is_lane_busy(Lane.INFERENCE))
    assert running == ["first", "urgent", "second"]
    assert max(most_at_once) == 1


def test_queued_job_can_be_cancelled_before_it_starts(qtbot: QtBot) -> None:
    released = threading.Event()
    has_run = []
    start_job(lambda _context: released.wait(5), lane=Lane.INFERENCE)
    queued = start_job(has_run.append, lane=Lane.INFERENCE)
    listener = Listener(queued)
    queued.cancel()
    assert listener.names == []
    qtbot.waitUntil(lambda: listener.names == ["cancelled", "finished"])
    released.set()
    qtbot.waitUntil(lambda: not active_jobs())
    assert not has_run


def test_destroying_the_parent_cancels(qtbot: QtBot) -> None:
    parent = QObject()

    def work(context: Context) -> None:
        while True:
            context.raise_if_cancelled()
            time.sleep(0.001)

    listener = Listener(start_job(work, parent))
    parent.deleteLater()
    qtbot.waitUntil(lambda: listener.names == ["cancelled", "finished"])


def test_closing_stops_everything_in_time(qtbot: QtBot) -> None:
    def work(context: Context) -> None:
        while True:
            context.raise_if_cancelled()
            time.sleep(0.001)

    listeners = [Listener(start_job(work)) for _ in range(8)]
    listeners.append(Listener(start_job(work, lane=Lane.INFERENCE)))
    listeners.append(Listener(start_job(work, lane=Lane.INFERENCE)))
    assert stop_all_jobs(5)
    qtbot.waitUntil(lambda: all(listener.names == ["cancelled", "finished"] for listener in listeners))
    assert not active_jobs()


def test_work_that_ignores_cancel_does_not_hang_the_close(
    qtbot: QtBot, expected_warnings: set[str], caplog: pytest.LogCaptureFixture
) -> None:
    expected_warnings.add("desktop_app.jobs")
    released = threading.Event()
    listener = Listener(start_job(lambda _context: released.wait(5)))
    started = time.monotonic()
    assert not stop_all_jobs(0.1)
    assert time.monotonic() - started < 1
    released.set()
    qtbot.waitUntil(lambda: listener.names == ["cancelled", "finished"])
