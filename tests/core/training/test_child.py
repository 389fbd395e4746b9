"""The process that trains: whatever happens to it becomes one clear outcome, and nothing of it is left."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import psutil
import pytest

from core.error_wording import describe_error
from core.errors import (
    ImagesChangedError,
    JobCancelledError,
    OversizedImageError,
    TrainingProcessError,
    TrainingProcessKilledError,
)
from core.jobs import CancellationToken, JobContext, Progress
from core.training.child import CANCEL_GRACE_S, run_in_child
from core.training.control import RunControl
from core.training.worker import ORPHAN_GRACE_S

HERE = Path(__file__).parent


@pytest.fixture
def works(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The functions that run in the child, under a name that the child can import."""
    monkeypatch.syspath_prepend(HERE)
    import importlib

    return importlib.import_module("child_works")


@pytest.fixture(autouse=True)
def nothing_is_left() -> Iterator[None]:
    """Python's own keeper of semaphores stays with the process that started it; everything else must be gone."""
    before = {process.pid for process in psutil.Process().children(recursive=True)}
    open_before = len(psutil.Process().open_files())
    yield
    left = [process for process in psutil.Process().children(recursive=True) if process.pid not in before]
    assert [process for process in left if "resource_tracker" not in " ".join(process.cmdline())] == []
    assert len(psutil.Process().open_files()) == open_before


class Supervised:
    """Work in a child, supervised in a thread as a job would."""

    def __init__(self, work: Callable[..., object], *arguments: object) -> None:
        self.control = RunControl()
        self.token = CancellationToken()
        self.events: list[Any] = []
        self.outcome: object = None
        self._first = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(work, arguments))
        self._thread.start()

    def _run(self, work: Callable[..., object], arguments: tuple[object, ...]) -> None:
        try:
            self.outcome = run_in_child(work, arguments, self.control, JobContext(self._note, self.token))
        except BaseException as error:  # noqa: BLE001
            self.outcome = error

    def _note(self, event: object) -> None:
        self.events.append(event)
        self._first.set()

    def wait_for_first(self) -> Any:
        assert self._first.wait(20)
        return self.events[0]

    def wait(self) -> float:
        """How long until it ended, in seconds."""
        started = time.monotonic()
        self._thread.join(30)
        assert not self._thread.is_alive()
        return time.monotonic() - started


def _run(work: Callable[..., object], *arguments: object) -> object:
    return run_in_child(work, arguments, RunControl(), JobContext())


def _is_gone(pid: int) -> bool:
    try:
        return psutil.Process(pid).status() == psutil.STATUS_ZOMBIE and psutil.Process(pid).ppid() != os.getpid()
    except psutil.NoSuchProcess:
        return True


def test_events_arrive_in_order_and_then_the_result(works: ModuleType) -> None:
    supervised = Supervised(works.count, 200)
    supervised.wait()
    assert supervised.events == [Progress(number + 1, 200) for number in range(200)]
    assert supervised.outcome == 200


@pytest.mark.skipif(sys.platform != "linux", reason="looks at Linux's scheduling")
def test_the_child_steps_back_and_imports_nothing_heavy(works: ModuleType, capfd: pytest.CaptureFixture[str]) -> None:
    assert _run(works.tell_about_itself) == {
        "nice": 10,
        "policy": os.SCHED_BATCH,
        "leads": True,
        "qt": False,
        "torch": False,
    }
    # Standard output belongs to the answer of a command.
    assert capfd.readouterr() == ("", "")


def test_a_known_error_is_the_same_error_here(works: ModuleType) -> None:
    with pytest.raises(OversizedImageError) as caught:
        _run(works.raise_known, "/clinic/scan.dcm")
    expected = OversizedImageError(Path("/clinic/scan.dcm"), 65535, 70000, 200)
    assert vars(caught.value) == vars(expected)
    assert describe_error(caught.value) == describe_error(expected)


def test_a_known_error_keeps_its_detail(works: ModuleType) -> None:
    with pytest.raises(ImagesChangedError) as caught:
        _run(works.raise_known_with_detail, "/clinic/scan.dcm")
    assert caught.value.detail == "hash differs"


def test_an_unknown_error_tells_where_it_happened_and_names_no_file(works: ModuleType) -> None:
    with pytest.raises(TrainingProcessError) as caught:
        _run(works.raise_unknown)
    assert caught.value.cause == "ZeroDivisionError"
    assert "in raise_unknown" in caught.value.last_words
    assert "child_works.py" in caught.value.last_words
    assert "Miller" not in str(caught.value)
    assert str(HERE) not in str(caught.value)


def test_a_lack_of_memory_is_called_so(works: ModuleType) -> None:
    with pytest.raises(TrainingProcessKilledError) as caught:
        _run(works.run_out_of_memory)
    assert "memory" in describe_error(caught.value).summary


def test_a_process_that_exits_tells_its_status_and_its_last_words(works: ModuleType) -> None:
    with pytest.raises(TrainingProcessError) as caught:
        _run(works.exit_at_once, 3)
    assert not isinstance(caught.value, TrainingProcessKilledError)
    assert caught.value.cause == "exit status 3"
    assert caught.value.last_words.endswith("last words")
    assert "Miller" not in str(caught.value)
    assert "Continue the run" in describe_error(caught.value).remedy


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize(("name", "kind"), [("SIGKILL", TrainingProcessKilledError), ("SIGSEGV", TrainingProcessError)])
def test_a_killed_process_is_told_with_its_signal(
    works: ModuleType, name: str, kind: type[TrainingProcessError]
) -> None:
    supervised = Supervised(works.kill_itself, int(signal.Signals[name]))
    supervised.wait()
    assert supervised.events == ["begun"]
    assert type(supervised.outcome) is kind
    assert supervised.outcome.cause == name
    # Python says where it was when it crashed.
    assert ("in kill_itself" in supervised.outcome.last_words) is (name == "SIGSEGV")


def test_an_event_that_cannot_travel_is_a_defect_and_no_hang(works: ModuleType) -> None:
    with pytest.raises(TrainingProcessError):
        _run(works.report_what_cannot_travel)


def test_cancel_ends_a_deaf_process_at_once(works: ModuleType) -> None:
    supervised = Supervised(works.sleep_deaf)
    pid = supervised.wait_for_first()
    supervised.token.cancel()
    assert supervised.wait() < CANCEL_GRACE_S + 1.0
    assert isinstance(supervised.outcome, JobCancelledError)
    assert _is_gone(pid)


@pytest.mark.skipif(sys.platform == "win32", reason="needs groups of processes")
def test_cancel_ends_what_the_process_started(works: ModuleType) -> None:
    supervised = Supervised(works.sleep_with_helpers)
    pids = supervised.wait_for_first()
    supervised.token.cancel()
    supervised.wait()
    deadline = time.monotonic() + 2.0
    while not all(_is_gone(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert all(_is_gone(pid) for pid in pids)


def test_a_cancelled_process_that_listens_may_tidy_up(works: ModuleType, tmp_path: Path) -> None:
    supervised = Supervised(works.stop_when_asked, str(tmp_path))
    supervised.wait_for_first()
    supervised.token.cancel()
    supervised.wait()
    assert isinstance(supervised.outcome, JobCancelledError)
    assert (tmp_path / "tidied").exists()


def test_cancelled_before_it_begins_starts_nothing(works: ModuleType) -> None:
    token = CancellationToken()
    token.cancel()
    with pytest.raises(JobCancelledError):
        run_in_child(works.count, (1,), RunControl(), JobContext(token=token))


def test_a_listener_that_fails_ends_the_process(works: ModuleType) -> None:
    def refuse(event: object) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        run_in_child(works.tick, (), RunControl(), JobContext(report=refuse))


def test_pause_and_continue_pass_through(works: ModuleType) -> None:
    supervised = Supervised(works.tick)
    supervised.wait_for_first()
    supervised.control.pause()
    time.sleep(0.4)
    count = len(supervised.events)
    time.sleep(0.3)
    assert len(supervised.events) == count
    supervised.control.go_on()
    deadline = time.monotonic() + 5.0
    while len(supervised.events) < count + 3 and time.monotonic() < deadline:
        time.sleep(0.02)
    assert supervised.events[count : count + 3] == [count, count + 1, count + 2]
    supervised.control.pause()
    time.sleep(0.2)
    supervised.token.cancel()
    assert supervised.wait() < CANCEL_GRACE_S + 1.0
    assert isinstance(supervised.outcome, JobCancelledError)


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_the_child_ends_with_its_supervisor(tmp_path: Path) -> None:
    note = tmp_path / "pid"
    code = (
        f"import sys; sys.path.insert(0, {str(HERE)!r}); import child_works as works\n"
        f"if __name__ == '__main__': works.supervise_deaf_sleeper({str(note)!r})"
    )
    supervisor = subprocess.Popen([sys.executable, "-c", code])
    deadline = time.monotonic() + 20.0
    while not (note.exists() and note.read_text()) and time.monotonic() < deadline:
        time.sleep(0.02)
    pid = int(note.read_text())
    supervisor.kill()
    supervisor.wait()
    deadline = time.monotonic() + ORPHAN_GRACE_S + 1.0
    while not _is_gone(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert _is_gone(pid)
