"""Running copies of the program, told apart, and the ones that did not end properly.

Every copy takes a number, the lowest that is free, by a lock of the operating system that ends with the process. So a
copy that runs is never taken for one that crashed, whatever its process's number. While it runs a marker lies beside
the lock, which goes when it ends as it should, and a file that takes Python's last words in a crash. Whoever comes next
finds what was left, and makes a crash report of it.

    session-1.lock      held by the first copy
    session-1.running   when it was started; there while it runs
    session-1.trace     what faulthandler writes when the process dies
"""

# untranslated module: files for the next copy and for developers

import contextlib
import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from core.crash_reports import CRASHED, NOT_ENDED, lines_of_trace, write_report
from core.file_lock import try_lock, unlock
from core.program_version import program_version

MOST_COPIES = 16
_MARKER_LINE = re.compile(r"(started|Hilum|process): [\w.:+-]{1,64}", re.ASCII)


@dataclass
class ProgramSession:
    """A copy of the program that runs.

    Attributes:
        folder: The log folder.
        number: Which copy it is, from 1.
        trace: An open file for faulthandler, for as long as the session lasts.
    """

    folder: Path
    number: int
    trace: BinaryIO
    _lock: BinaryIO

    @property
    def log_name(self) -> str:
        """Name of this copy's log: no two copies write the same, since Windows renames no file that another holds."""
        return "hilum.log" if self.number == 1 else f"hilum-{self.number}.log"

    def begin_to_end(self) -> None:
        """Note that somebody asked the program to end. A crash on the way is found all the same, by its trace."""
        with contextlib.suppress(OSError):
            _marker(self.folder, self.number).unlink(missing_ok=True)

    def end(self) -> None:
        """End as it should be: nothing is left but the lock's file, which is the next copy's."""
        self.begin_to_end()
        trace = _trace(self.folder, self.number)
        if not self.trace.closed:
            self.trace.close()
        # Windows' own exceptions are written even where somebody deals with them and the program goes on.
        with contextlib.suppress(OSError):
            trace.unlink(missing_ok=True)
        if not self._lock.closed:
            unlock(self._lock)
            self._lock.close()


@dataclass(frozen=True)
class Begun:
    """What was found at the start.

    Attributes:
        session: This copy; None where the folder cannot be written, or has no locks.
        reports: Reports about copies before that did not end properly, made now.
    """

    session: ProgramSession | None = None
    reports: tuple[Path, ...] = ()


def begin_session(folder: Path) -> Begun:
    """Take a number, and look for what copies before left.

    Args:
        folder: The log folder, made where it is not there yet.
    """
    reports: list[Path] = []
    session = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number in range(1, MOST_COPIES + 1):
            lock_path = folder / f"session-{number}.lock"
            if session is not None and not lock_path.exists():
                break  # Numbers are given from the lowest on: nobody ever had a higher one.
            lock = lock_path.open("a+b")
            if not _held(lock):
                continue
            report = _report_about(folder, number)
            if report is not None:
                reports.append(report)
            if session is None:
                session = _begun(folder, number, lock)
            else:
                unlock(lock)
                lock.close()
    except OSError:
        return Begun(session, tuple(reports))
    return Begun(session, tuple(reports))


def _held(lock: BinaryIO) -> bool:
    try:
        held = try_lock(lock)
    except OSError:
        lock.close()
        raise
    if not held:
        lock.close()
    return held


def _begun(folder: Path, number: int, lock: BinaryIO) -> ProgramSession:
    """Put the marker down. Whoever calls this holds the lock."""
    marker, trace_path = _marker(folder, number), _trace(folder, number)
    try:
        started = datetime.now(UTC).isoformat(timespec="seconds")
        text = f"started: {started}\nHilum: {program_version()}\nprocess: {os.getpid()}\n"
        marker.write_text(text, encoding="utf-8")
        trace = trace_path.open("wb", buffering=0)
    except OSError:
        # On a full disk an empty marker would be left, and nobody to take it away: no crash, but told of as one.
        _remove(marker, trace_path)
        lock.close()
        raise
    return ProgramSession(folder, number, trace, lock)


def _report_about(folder: Path, number: int) -> Path | None:
    """Make a report of what the last copy of a number left, None where it ended as it should."""
    marker, trace = _marker(folder, number), _trace(folder, number)
    words = lines_of_trace(_text_of(trace))
    left = _text_of(marker)
    if not marker.is_file() and not words:
        return None
    known = [line for line in left.splitlines() if _MARKER_LINE.fullmatch(line)]
    began = [f"of the copy that ended: {line}" for line in known]
    report = write_report(folder, CRASHED if words else NOT_ENDED, [*began, *(["", *words] if words else [])])
    _remove(marker, trace)
    return report


def _remove(*paths: Path) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(1_000_000).decode("utf-8", errors="replace")
    except OSError:
        return ""


def _marker(folder: Path, number: int) -> Path:
    return folder / f"session-{number}.running"


def _trace(folder: Path, number: int) -> Path:
    return folder / f"session-{number}.trace"
