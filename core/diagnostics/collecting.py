"""Diagnostics as one zip file: collected, shown to the person, and written where the person chooses. Never sent.

Everything in it is there because it is on a list of what may be in it: fields of the settings by name, lines of the log
by their form, counts instead of contents. Names of patients, of persons, of files, folders and other computers are in
none of it, nor names of models, which are often made from those of folders.
"""

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from core.crash_reports import MOST_REPORTS, REPORT_SENTENCES, reports_in
from core.diagnostics.computer import computer_lines, program_lines
from core.diagnostics.log_lines import EXCEPTION_KIND, PathNumbers, lines_to_share
from core.diagnostics.settings_lines import settings_lines
from core.diagnostics.stores import model_lines, store_lines
from core.durable_files import write_durably
from core.jobs import JobContext, Progress
from core.language import mark, tr
from core.private_text import without_paths
from core.user_folders import UserFolders, user_folders

README = "README.txt"  # untranslated: a file's name
_LOG_NAME = re.compile(r"hilum(-\d{1,2})?\.log(\.\d)?")
_AFTER_PATH = re.compile(r"(<path [0-9a-f]{8}>).*")
"""Where a path ends cannot be told for certain: an apostrophe may be part of a name."""
_LARGEST_LOG = 1_100_000
_REPORT_LINES = re.compile(
    "|".join(re.escape(sentence) for sentence in REPORT_SENTENCES)
    + r"|(written|Hilum|Python|system): [\w.:+(), -]{1,200}"
    r"|of the copy that ended: (started|Hilum|process): [\w.:+-]{1,64}"
    r"|(Fatal Python error|Windows fatal exception): [\w :()-]{1,80}|(Current thread|Thread) 0x[0-9a-f]+:"
    r"|  [\w<>-]{1,80}\.py:\d{1,7} in [\w<>.]{1,120}|",
    re.ASCII,
)
_INTRODUCTION = """\
Diagnostics of Hilum, collected at {time} (UTC) by the person who uses it.

They say what the program and the computer are and what happened, so that a fault can be found. They were written to
this file and sent nowhere. There are no names in them of patients, persons, files, folders or other computers; models
are numbered. What is in each file:
"""  # untranslated: for developers

Checks = Callable[[], Iterable[str]]
"""Looks at the installation and says what was found, in lines that may be shared."""


@dataclass(frozen=True)
class Member:
    """One file of the diagnostics.

    Attributes:
        name: In the zip file.
        description: What it holds, an English sentence that is marked for translation.
        text: Its content.
    """

    name: str
    description: str
    text: str


_PROGRAM = mark("Versions of the program, of Python and of every library.")
_COMPUTER = mark("The system, the processor and the memory; not the computer's name.")
_DOCTOR = mark("What “hilum doctor” finds: devices, decoders, the networks' arithmetic.")
_SETTINGS = mark("Settings of the window that name nobody.")
_MODELS = mark("The models kept here, numbered, with the hashes of their weights.")
_DATA = mark("How many entries and files are kept, how large, and how much room the disks have.")
_LOG = mark("What happened, by time: without paths, and without the text of other libraries.")
_CRASH = mark("Where in the program a crash or an unexpected error was.")
_CONTENTS = mark("What is in each file.")


def collect_diagnostics(
    checks: Checks,
    more_about_program: Sequence[str] = (),
    context: JobContext[Progress] | None = None,
    folders: UserFolders | None = None,
) -> tuple[Member, ...]:
    """Collect what a developer needs; nothing is written.

    Args:
        checks: Looks at the installation; takes some seconds.
        more_about_program: Further lines about the program: the window knows Qt and the screens.
        context: Told how far it is; may stop it.
        folders: The user's, None to find them.

    Returns:
        The files, what says which is which first.

    Raises:
        JobCancelledError: It was stopped.
    """
    context = context or JobContext()
    folders = folders if folders is not None else user_folders()
    members = []
    numbers = PathNumbers()

    def shared(lines: Iterable[str]) -> list[str]:
        return [numbers.replaced(_AFTER_PATH.sub(r"\1", without_paths(line))) for line in lines]

    own = folders.settings / "settings.ini" if folders is not None else None  # untranslated: a file's name
    steps: tuple[tuple[str, str, Callable[[], Iterable[str]]], ...] = (
        ("program", _PROGRAM, lambda: [*program_lines(), *shared(more_about_program)]),
        ("computer", _COMPUTER, computer_lines),
        ("settings", _SETTINGS, lambda: settings_lines(own) if own is not None else []),
        ("models", _MODELS, lambda: model_lines(folders)),
        ("data", _DATA, lambda: store_lines(folders) if folders is not None else []),
        ("doctor", _DOCTOR, lambda: shared(_until_cancelled(checks(), context))),
    )
    for done, (name, description, lines) in enumerate(steps):
        context.raise_if_cancelled()
        context.report(Progress(done, len(steps), tr("Collecting diagnostics")))
        members.append(Member(f"{name}.txt", description, _text(lines())))  # untranslated: a file's name
    if folders is not None:
        members.extend(_logs(folders.log, numbers))
        members.extend(_reports(folders.log))
    context.raise_if_cancelled()
    return (_readme(members), *members)


def write_diagnostics(members: Iterable[Member], path: Path) -> None:
    """Write diagnostics into a zip file, whole or not at all.

    Args:
        members: From `collect_diagnostics`, or those of them that the person wants to hand on.
        path: The file; one that is there is replaced.

    Raises:
        OutputNotWritableError: The disk is full, or the folder cannot be written.
    """
    kept = [member for member in members if member.name != README]
    now = datetime.now(UTC)

    def write(file: BinaryIO) -> None:
        with zipfile.ZipFile(file, "w") as archive:
            for member in (_readme(kept), *kept):
                info = zipfile.ZipInfo(member.name, now.timetuple()[:6])
                archive.writestr(info, member.text.encode("utf-8"), zipfile.ZIP_DEFLATED)

    write_durably(path, write)


def _until_cancelled(lines: Iterable[str], context: JobContext[Progress]) -> Iterator[str]:
    for line in lines:
        context.raise_if_cancelled()
        yield line


def _readme(members: Sequence[Member]) -> Member:
    time = datetime.now(UTC).isoformat(timespec="seconds").removesuffix("+00:00")
    listed = "\n".join(f"  {member.name:<28} {member.description}" for member in members)
    return Member(README, _CONTENTS, f"{_INTRODUCTION.format(time=time)}\n{listed}\n")


def _logs(folder: Path, numbers: PathNumbers) -> list[Member]:
    """The logs, of each copy of the program the newest file first."""
    members = []
    for path in sorted(path for path in _files(folder) if _LOG_NAME.fullmatch(path.name)):
        text = _text(lines_to_share(_lines(path, _LARGEST_LOG), numbers))
        members.append(Member(f"log/{path.name}", _LOG, text))  # untranslated: a file's name
    return members


def _reports(folder: Path) -> list[Member]:
    members = []
    for path in reports_in(folder)[:MOST_REPORTS]:
        lines = _lines(path, _LARGEST_LOG)
        text = _text(line for line in lines if _REPORT_LINES.fullmatch(line) or EXCEPTION_KIND.fullmatch(line))
        members.append(Member(f"crashes/{path.name}", _CRASH, text))  # untranslated: a file's name
    return members


def _files(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.is_file()]
    except OSError:
        return []


def _lines(path: Path, most: int) -> list[str]:
    """A file's lines, of a large one the last."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - most))
            return file.read(most).decode("utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
