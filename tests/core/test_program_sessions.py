"""A copy that did not end properly is found by the next one, and a copy that runs is never taken for one."""

import errno
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import file_lock
from core.crash_reports import MOST_REPORTS, NOT_ENDED, lines_of_exception, lines_of_trace, reports_in, write_report
from core.program_sessions import MOST_COPIES, begin_session

ROOT = Path(__file__).resolve().parents[2]
COPY = """
import faulthandler, os, signal, sys
from pathlib import Path
from core.program_sessions import begin_session

begun = begin_session(Path(sys.argv[1]))
session = begun.session
faulthandler.enable(session.trace)
print(session.number, len(begun.reports), flush=True)
def deep_in_the_program():
    match sys.stdin.readline().strip():
        case "crash": faulthandler._sigsegv()
        case "abort": os.abort()
        case "end": faulthandler.disable(); session.end()
deep_in_the_program()
"""


class Copy:
    """Another copy of the program."""

    def __init__(self, folder: Path) -> None:
        script = folder / "copy_of_the_program.py"
        script.write_text(COPY, encoding="utf-8")
        self._process = subprocess.Popen(
            [sys.executable, str(script), str(folder)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=ROOT,
        )
        assert self._process.stdout is not None
        number, reports = self._process.stdout.readline().split()
        self.number, self.reports = int(number), int(reports)

    def end(self, how: str = "end") -> None:
        self._process.communicate(f"{how}\n", timeout=60)

    def kill(self) -> None:
        self._process.kill()
        self._process.communicate(timeout=60)


def test_a_copy_that_ended_as_it_should_leaves_nothing_to_tell(tmp_path: Path) -> None:
    first = begin_session(tmp_path)
    assert first.session is not None
    assert first.session.log_name == "hilum.log"
    first.session.end()
    second = begin_session(tmp_path)
    assert second.session is not None
    assert (second.session.number, second.reports) == (1, ())
    second.session.end()
    assert [path.name for path in tmp_path.iterdir()] == ["session-1.lock"]


def test_what_the_program_lived_through_is_no_crash(tmp_path: Path) -> None:
    session = begin_session(tmp_path).session
    assert session is not None
    session.trace.write(b"Windows fatal exception: code 0x8001010d\n\n")
    session.end()
    after = begin_session(tmp_path)
    assert after.reports == ()
    assert after.session is not None
    after.session.end()


def test_a_crash_on_the_way_out_is_told_of(tmp_path: Path) -> None:
    session = begin_session(tmp_path).session
    assert session is not None
    session.begin_to_end()
    session.trace.write(b"Fatal Python error: Aborted\n\n")
    session.trace.close()
    session._lock.close()
    after = begin_session(tmp_path)
    assert "The program crashed." in after.reports[0].read_text(encoding="utf-8")
    assert after.session is not None
    after.session.end()


def _write_on_a_full_disk(path: Path, *_arguments: object, **_options: object) -> int:
    """A full disk takes names, but no content."""
    path.touch()
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_on_a_full_disk_nothing_is_left_that_would_be_taken_for_a_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(Path, "write_text", _write_on_a_full_disk)
        assert begin_session(tmp_path).session is None
        assert write_report(tmp_path, NOT_ENDED, []) is None
    assert [path.name for path in tmp_path.iterdir()] == ["session-1.lock"]
    after = begin_session(tmp_path)
    assert after.reports == ()
    assert after.session is not None
    after.session.end()


def test_a_report_outlives_those_of_a_clock_that_ran_ahead(tmp_path: Path) -> None:
    for number in range(MOST_REPORTS + 2):
        ahead = tmp_path / f"crash-20990101-{number:06}.txt"
        ahead.touch()
        os.utime(ahead, (4e9, 4e9))
    report = write_report(tmp_path, NOT_ENDED, [])
    assert report is not None
    assert report.exists()
    assert len(reports_in(tmp_path)) == MOST_REPORTS + 1


def test_a_folder_in_the_markers_place_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / "session-1.running").mkdir()
    assert begin_session(tmp_path).reports == ()


def test_a_killed_copy_is_told_of_once(tmp_path: Path) -> None:
    Copy(tmp_path).kill()
    after = begin_session(tmp_path)
    assert after.session is not None
    (report,) = after.reports
    text = report.read_text(encoding="utf-8")
    assert "did not end properly" in text
    assert "of the copy that ended: started: 20" in text
    after.session.end()
    again = begin_session(tmp_path)
    assert again.session is not None
    assert again.reports == ()
    again.session.end()


@pytest.mark.parametrize("how", ["crash", "abort"])
@pytest.mark.filterwarnings("ignore")
def test_a_crash_is_told_of_with_the_place_where_it_was(tmp_path: Path, how: str) -> None:
    Copy(tmp_path).end(how)
    after = begin_session(tmp_path)
    assert after.session is not None
    text = after.reports[0].read_text(encoding="utf-8")
    assert "The program crashed." in text
    assert "Fatal Python error" in text
    assert re.search(r"^  copy_of_the_program\.py:\d+ in deep_in_the_program$", text, re.MULTILINE)
    assert str(tmp_path) not in text
    after.session.end()


def test_running_copies_are_not_taken_for_crashed_ones(tmp_path: Path) -> None:
    first = Copy(tmp_path)
    second = Copy(tmp_path)
    here = begin_session(tmp_path)
    assert here.session is not None
    assert [(first.number, first.reports), (second.number, second.reports)] == [(1, 0), (2, 0)]
    assert (here.session.number, here.reports) == (3, ())
    assert here.session.log_name == "hilum-3.log"
    here.session.end()
    second.kill()
    first.end()
    # The second copy's number is looked at although the first one is free.
    after = begin_session(tmp_path)
    assert after.session is not None
    assert (after.session.number, len(after.reports)) == (1, 1)
    after.session.end()


def test_more_copies_than_there_are_numbers_run_without_one(tmp_path: Path) -> None:
    begun = [begin_session(tmp_path) for _ in range(MOST_COPIES + 1)]
    assert begun[-1].session is None
    for one in begun[:-1]:
        assert one.session is not None
        one.session.end()


def test_a_place_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert begin_session(tmp_path / "file" / "log").session is None


@pytest.mark.skipif(sys.platform == "win32", reason="about flock")
def test_a_file_system_without_locks_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(file_lock.fcntl, "flock", refuse)
    assert begin_session(tmp_path).session is None


def test_looking_costs_the_start_nothing_to_speak_of(tmp_path: Path) -> None:
    for number in range(1, MOST_COPIES + 1):
        (tmp_path / f"session-{number}.lock").write_bytes(b"")
        (tmp_path / f"session-{number}.running").write_text("started: 2026-11-28T10:00:00+00:00\n")
    begin = time.perf_counter()
    begun = begin_session(tmp_path)
    took = time.perf_counter() - begin
    assert len(begun.reports) == MOST_COPIES
    assert took < 0.5
    assert begun.session is not None
    begun.session.end()


@given(text=st.text(max_size=300), name=st.text("abcçğıöşü ^,/\\", min_size=8, max_size=30))
def test_only_what_faulthandler_writes_gets_into_a_report(text: str, name: str) -> None:
    trace = (
        f"Fatal Python error: Segmentation fault\n{text}\nThread 0x7f (most recent call first):\n"
        f'  File "/home/{name}/x.py", line 7 in look\n  File "{name}", line 8 in {name}\n{name}\n'
    )
    lines = lines_of_trace(trace)
    assert name not in "\n".join(lines)
    assert "  x.py:7 in look" in lines


def test_the_message_of_an_exception_is_left_out(tmp_path: Path) -> None:
    try:
        raise ValueError("SMITH^JOHN is odd")
    except ValueError as error:
        report = write_report(tmp_path, "An error.", lines_of_exception(type(error), error.__traceback__))
    assert report is not None
    text = report.read_text(encoding="utf-8")
    assert "SMITH" not in text
    assert "test_program_sessions.py:" in text
    assert "ValueError" in text


def test_reports_are_bounded_and_the_newest_stay(tmp_path: Path) -> None:
    for number in range(MOST_REPORTS + 4):
        path = write_report(tmp_path, f"Report {number}.", [])
        assert path is not None
        os.utime(path, (number, number))
    kept = reports_in(tmp_path)
    assert len(kept) == MOST_REPORTS
    assert f"Report {MOST_REPORTS + 3}." in kept[0].read_text(encoding="utf-8")


LOGGING_COPY = """
import logging, sys
from pathlib import Path
from core.program_sessions import begin_session
from desktop_app.logging_setup import set_up_logging
import desktop_app.logging_setup as s

s._LARGEST_FILE_BYTES = 4000
session = begin_session(Path(sys.argv[1])).session
set_up_logging(Path(sys.argv[1]), session.log_name)
print(session.number, flush=True)
sys.stdin.readline()
log = logging.getLogger("desktop_app.test")
for number in range(400):
    log.info("copy %d says %d", session.number, number)
print("done", flush=True)
sys.stdin.readline()
session.end()
"""


def test_two_copies_rotate_their_logs_side_by_side(tmp_path: Path) -> None:
    copies = [
        subprocess.Popen(
            [sys.executable, "-c", LOGGING_COPY, str(tmp_path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        for _ in range(2)
    ]
    numbers = set()
    for copy in copies:
        assert copy.stdout is not None
        numbers.add(int(copy.stdout.readline()))
    for word in ("begin", "end"):
        for copy in copies:
            assert copy.stdin is not None
            copy.stdin.write(f"{word}\n")
            copy.stdin.flush()
        if word == "begin":
            for copy in copies:
                assert copy.stdout is not None
                assert copy.stdout.readline() == "done\n"
    for copy in copies:
        copy.communicate(timeout=60)
        assert copy.returncode == 0
    assert numbers == {1, 2}
    logs = sorted(path for path in tmp_path.iterdir() if ".log" in path.name)
    assert len(logs) == 8
    assert sum(path.stat().st_size for path in logs) < 8 * 4000 + 1
    for number, name in ((1, "hilum.log"), (2, "hilum-2.log")):
        lines = (tmp_path / name).read_text(encoding="utf-8").splitlines()
        assert lines[-1].endswith(f"copy {number} says 399")
        assert all(f"copy {number} says" in line for line in lines)
