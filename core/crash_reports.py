"""Reports about crashes: files beside the log, without a trace of a patient, which are never sent anywhere.

Of an exception only its class and where it happened is written, since its message can quote what a file held.
"""

# untranslated module: reports are for developers

import contextlib
import platform
import re
import traceback
from datetime import UTC, datetime
from pathlib import Path, PurePath
from types import TracebackType

from core.durable_files import reserve_name
from core.program_version import program_version

MOST_REPORTS = 20
REPORT_NAME = re.compile(r"crash-\d{8}-\d{6}(-\d+)?\.txt")
_HEAD = "A crash report of Hilum. It lies on this computer and is never sent; it names no patient and no file."
CRASHED = "The program crashed."
NOT_ENDED = "The program did not end properly: it was killed, it ran out of memory, or the computer was switched off."
WENT_ON = "The program met an error that it did not expect, and went on."
WENT_ON_IN_A_THREAD = "The program met an error that it did not expect in a thread, and went on."
REPORT_SENTENCES = (_HEAD, CRASHED, NOT_ENDED, WENT_ON, WENT_ON_IN_A_THREAD)
"""Every sentence that a report can begin with."""
_LONGEST_TRACE = 100_000

# What Python's faulthandler writes, and nothing else: other libraries may write into the same file.
_FATAL = re.compile(r"(Fatal Python error|Windows fatal exception): [\w :()-]{1,80}", re.ASCII)
_THREAD = re.compile(r"((?:Current thread|Thread) 0x[0-9a-f]+)(?: \[.*\])? \(most recent call first\):", re.ASCII)
_FRAME = re.compile(r'  File "(.*)", line (\d+) in (.+)')
_NAME = re.compile(r"[\w<>.]{1,120}")


def reports_in(folder: Path) -> tuple[Path, ...]:
    """The crash reports in a folder, the newest first.

    Args:
        folder: The log folder; may be missing.
    """
    try:
        found = [path for path in folder.iterdir() if REPORT_NAME.fullmatch(path.name)]
        return tuple(sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True))
    except OSError:
        return ()


def write_report(folder: Path, what: str, lines: list[str]) -> Path | None:
    """Write a crash report; the oldest ones make room.

    Args:
        folder: The log folder.
        what: What happened, a sentence of the program's own.
        lines: What else is known, without paths.

    Returns:
        The report, None where it cannot be written.
    """
    now = datetime.now(UTC)
    text = "\n".join(
        (
            _HEAD,
            "",
            what,
            "",
            f"written: {now.isoformat(timespec='seconds')}",
            f"Hilum: {program_version()}",
            f"Python: {platform.python_version()}",
            f"system: {platform.platform()}",
            *lines,
            "",
        )
    )
    path = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = reserve_name(folder / f"crash-{now:%Y%m%d-%H%M%S}.txt")
        path.write_text(text, encoding="utf-8")
    except OSError:
        # On a full disk an empty report would be left, which says nothing and pushes others out.
        if path is not None:
            with contextlib.suppress(OSError):
                path.unlink()
        return None
    for old in reports_in(folder)[MOST_REPORTS:]:
        # Where the clock was put back, the newest of all looks like the oldest.
        if old != path:
            with contextlib.suppress(OSError):
                old.unlink()
    return path


def lines_of_exception(kind: type[BaseException], frames: TracebackType | None) -> list[str]:
    """Where an exception happened, the innermost place last; its message is left out."""
    places = (
        f"  {PurePath(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(frames)
    )
    return [*places, f"  {kind.__name__}"]


def lines_of_trace(text: str) -> list[str]:
    """What faulthandler wrote, of each place the file's name without its folders; any other line is dropped."""
    lines = []
    for line in text[:_LONGEST_TRACE].splitlines():
        if _FATAL.fullmatch(line):
            lines.append(line)
        elif thread := _THREAD.fullmatch(line):
            lines.append(f"{thread.group(1)}:")
        elif frame := _FRAME.fullmatch(line):
            name, function = PurePath(frame.group(1).replace("\\", "/")).name, frame.group(3)
            if name.endswith(".py") and _NAME.fullmatch(name) and _NAME.fullmatch(function):
                lines.append(f"  {name}:{frame.group(2)} in {function}")
    return lines
