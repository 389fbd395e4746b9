"""A folder whose new scans are taken in, without a network: by looking, which works on every drive.

A file is taken when two looks in a row found it the same, so that none is read while it is still being copied.
"""

import contextlib
import logging
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from core.durable_files import PARTIAL_SUFFIX
from core.errors import FileError, InaccessibleFileError, UnrecognisedFileError
from core.imaging.dicom_sniffing import looks_like_dicom
from core.imaging.opening import read_head
from core.imaging.raster_headers import sniff_raster
from core.interchange.receiving.moving import move_whole
from core.interchange.receiving.settings import WatchedFolderSettings
from core.jobs import JobContext
from core.worklist.entry import EntryState, Origin, WorklistEntry
from core.worklist.identity import ScanIdentity, read_identity
from core.worklist.worklist import Worklist

_log = logging.getLogger(__name__)

_CANCEL_CHECK_S = 0.05
_UNFINISHED_SUFFIXES = frozenset({PARTIAL_SUFFIX, ".part", ".tmp", ".crdownload", ".filepart"})
"""What programs that copy call a file that is not whole."""

_Look = tuple[int, int, int]
"""Size in bytes, time of the last change to the content, and when the file came under its name or was changed in any
other way (on Windows: when it was made); nanoseconds. Whoever copies a file often keeps the first time, never the
second."""


@dataclass(frozen=True)
class WatchCounts:
    """What was found in a folder since it is watched.

    Attributes:
        taken: Scans that are on the worklist now.
        odd: Files that are no scans, or damaged; they stay where they are.
        is_reachable: Whether the folder could be looked into the last time.
    """

    taken: int = 0
    odd: int = 0
    is_reachable: bool = True


@dataclass
class _Memory:
    """What is known of the files that were seen, by path."""

    waiting: dict[str, _Look] = field(default_factory=dict)
    settled: dict[str, _Look] = field(default_factory=dict)


class WatchedFolder:
    """Looks into a folder, again and again. Used by one thread."""

    def __init__(
        self,
        settings: WatchedFolderSettings,
        worklist: Worklist,
        *,
        on_arrival: Callable[[int], None] | None = None,
    ) -> None:
        """Prepare.

        Args:
            settings: Which folder, how often, and what to do with files that were taken.
            worklist: Where scans go.
            on_arrival: Told of a new entry's number.
        """
        self._settings = settings
        self._worklist = worklist
        self._on_arrival = on_arrival
        self._memory = _Memory()
        self._taken = self._odd = 0
        self._is_reachable = True
        self._has_recovered = False

    @property
    def counts(self) -> WatchCounts:
        """What was found so far."""
        return WatchCounts(self._taken, self._odd, self._is_reachable)

    @property
    def has_settled(self) -> bool:
        """Whether nothing is left to be looked at a second time."""
        return not self._memory.waiting

    def watch(self, context: JobContext[WatchCounts]) -> None:
        """Look until asked to stop; reports the counts after each look.

        Raises:
            JobCancelledError: The context asked to stop.
            HilumError: The worklist cannot be read or written.
        """
        while True:
            self.look(context)
            context.report(self.counts)
            end = time.monotonic() + self._settings.interval_s
            while time.monotonic() < end:
                context.raise_if_cancelled()
                time.sleep(_CANCEL_CHECK_S)

    def look(self, context: JobContext[WatchCounts] | None = None) -> None:
        """Look once: take what is the same as at the last look, remember what is new.

        Args:
            context: May ask to stop between two files.

        Raises:
            JobCancelledError: The context asked to stop.
            HilumError: The worklist cannot be read or written.
        """
        job = context if context is not None else JobContext[WatchCounts]()
        if not self._has_recovered:
            self._take_up_moved(job)
            self._has_recovered = True
        memory, waiting, settled = self._memory, dict[str, _Look](), dict[str, _Look]()
        for path, look in self._files(self._settings.folder):
            job.raise_if_cancelled()
            key = str(path)
            if memory.settled.get(key) == look:
                settled[key] = look
            elif memory.waiting.get(key) != look or not look[0]:
                waiting[key] = look
            elif self._take(path, look):
                settled[key] = look
            else:
                waiting[key] = look
        if self._is_reachable:
            # A network drive that is gone for a while does not make its files new ones.
            self._memory = _Memory(waiting, settled)

    def _files(self, folder: Path) -> Iterator[tuple[Path, _Look]]:
        """The files in a folder and the folders in it, but hidden and unfinished ones and what was moved."""
        self._is_reachable = True
        remaining = [folder]
        while remaining:
            current = remaining.pop()
            try:
                with os.scandir(current) as listing:
                    entries = sorted(listing, key=lambda entry: entry.name)
            except OSError:
                self._is_reachable = self._is_reachable and current != folder
                continue
            for entry in entries:
                path = current / entry.name
                if entry.name.startswith(".") or path.suffix.lower() in _UNFINISHED_SUFFIXES:
                    continue
                with contextlib.suppress(OSError):
                    # Links to folders are not followed: they can lead in a circle.
                    if entry.is_dir(follow_symlinks=False):
                        remaining.append(path)
                    elif entry.is_file():
                        status = entry.stat()
                        yield path, (status.st_size, status.st_mtime_ns, status.st_ctime_ns)

    def _take(self, path: Path, look: _Look) -> bool:
        """Put a whole file on the worklist; False where it cannot be opened yet."""
        known = self._worklist.entry_of_path(path)
        if known is not None and max(look[1:]) <= _nanoseconds(known.added):
            return True
        try:
            identity = _identity(path)
        except InaccessibleFileError:
            # Somebody may still have it open; the next look tells.
            return False
        except FileError:
            self._odd += 1
            _log.info("A file in a watched folder is no scan, or damaged")
            return True
        if known is not None:
            if not identity.sop_instance_uid and self._is_same_picture(path, look, known):
                return True
            if identity.sop_instance_uid and identity.sop_instance_uid == known.sop_instance_uid:
                if known.state is EntryState.FAILED:
                    # It stood still for two looks before it was whole: a network that stalled.
                    self._worklist.note_waiting([known.number])
                return True
            # Another scan under the name of an earlier one: the answer about that one is not about this.
            self._worklist.remove([known.number])
        moved = self._moved(path)
        if moved is None:
            return False
        self._add(moved, identity)
        return True

    def _is_same_picture(self, path: Path, look: _Look, known: WorklistEntry) -> bool:
        """Whether a picture, which says not which one it is, was only renamed or given other rights since."""
        settled = self._memory.settled.get(str(path))
        has_changed = settled is not None and settled[:2] != look[:2]
        return not has_changed and not known.sop_instance_uid and look[1] <= _nanoseconds(known.added)

    def _add(self, path: Path, identity: ScanIdentity) -> None:
        number = self._worklist.add(path, identity, Origin.WATCHED)
        self._taken += 1
        if self._on_arrival is not None:
            self._on_arrival(number)

    def _moved(self, path: Path) -> Path | None:
        """Where a file lies that was taken: moved where a person asked for that; None where it is gone."""
        done = self._settings.done_folder
        if done is None:
            return path
        try:
            return move_whole(path, done / path.relative_to(self._settings.folder))
        except FileNotFoundError:
            # Another program that watches the folder was faster.
            return None if not path.exists() else path
        except OSError:
            _log.warning("A scan from a watched folder could not be moved; it stays where it is")
            return path

    def _take_up_moved(self, job: JobContext[WatchCounts]) -> None:
        """Put on the worklist what was moved before the program ended, and not entered yet."""
        done = self._settings.done_folder
        if done is None or not done.is_dir():
            return
        for path, _ in self._files(done):
            job.raise_if_cancelled()
            if self._worklist.entry_of_path(path) is not None:
                continue
            try:
                identity = _identity(path)
            except FileError:
                continue
            self._add(path, identity)


def _identity(path: Path) -> ScanIdentity:
    """Whose scan a file holds.

    Raises:
        FileError: It holds none, or is damaged.
    """
    head = read_head(path)
    if sniff_raster(head) is None and not looks_like_dicom(head):
        raise UnrecognisedFileError(path)
    return read_identity(path)


def _nanoseconds(moment: datetime) -> int:
    return int(moment.astimezone(UTC).timestamp() * 1e9)
