"""The work that runs in the background while scans are opened and classified. Nothing here touches a widget.

Each function returns work for a `Job`: a function of a `JobContext` that reports frozen events.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, assert_never

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

from core.error_wording import ErrorMessage, describe_error
from core.errors import HilumError, JobCancelledError, NothingToReadError
from core.imaging.radiograph import DisplayPixels, Radiograph
from core.jobs import JobContext, Progress
from core.language import tr
from core.model.input import InputSpec
from core.model.runtime import DeviceChoice
from core.screening.result import ScanFailure, ScanResult
from core.screening.screener import Screener
from desktop_app.screening.record_work import RecordChoice, RecordingOfResults

THUMBNAIL_SIDE = 128
"""Longest side of a thumbnail, pixels of the screen at 100 %."""

_FOUND_AT_ONCE = 50

Context = JobContext[Any]


@dataclass(frozen=True)
class ScansFound:
    """Some more files that hold scans."""

    paths: tuple[Path, ...]


@dataclass(frozen=True)
class ThumbnailRead:
    """A small picture of an entry."""

    number: int
    image: QImage


@dataclass(frozen=True)
class ReadingFailed:
    """An entry that cannot be read."""

    number: int
    message: ErrorMessage


@dataclass(frozen=True, eq=False)
class RadiographRead:
    """An entry that is ready to be looked at."""

    number: int
    radiograph: Radiograph


@dataclass(frozen=True, eq=False)
class ScanClassified:
    """The model's answer about an entry."""

    number: int
    result: ScanResult


@dataclass(frozen=True, eq=False)
class FileClassified:
    """The model's answer about a file of a batch."""

    path: Path
    result: ScanResult


@dataclass(frozen=True)
class FileFailed:
    """Why a file of a batch has no answer."""

    path: Path
    message: ErrorMessage


class ClassificationQueue:
    """Files that wait to be classified; any thread may use it.

    The running job takes from the front as it needs more, so the scan a person looks at can go first at any time.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._paths: deque[Path] = deque()
        self._is_held = False

    def __len__(self) -> int:
        return len(self._paths)

    def extend(self, paths: Iterable[Path]) -> None:
        """Put files at the end."""
        with self._lock:
            self._paths.extend(paths)

    def prioritise(self, path: Path) -> None:
        """Put a file that waits to the front."""
        with self._lock:
            if path in self._paths:
                self._paths.remove(path)
                self._paths.appendleft(path)

    def discard(self, path: Path) -> None:
        """Take a file out."""
        with self._lock:
            if path in self._paths:
                self._paths.remove(path)

    def clear(self) -> tuple[Path, ...]:
        """Take everything out and return it."""
        with self._lock:
            paths = tuple(self._paths)
            self._paths.clear()
            return paths

    def hold(self) -> None:
        """Let the job that takes from here end after what it has taken, because something urgent waits."""
        self._is_held = True

    def resume(self) -> None:
        """Let files be taken again."""
        self._is_held = False

    def take_all(self) -> Iterator[Path]:
        """Take files from the front until none is left or the queue is held."""
        while not self._is_held:
            with self._lock:
                if not self._paths:
                    return
                path = self._paths.popleft()
            yield path


def thumbnail_image(pixels: DisplayPixels) -> QImage:
    """Return pixels as an image that owns them. May be called in any thread."""
    grey = np.ascontiguousarray(pixels)
    rows, columns = grey.shape
    return QImage(grey.data, columns, rows, columns, QImage.Format.Format_Grayscale8).copy()


def find_work(paths: Sequence[Path]) -> Callable[[Context], int]:
    """Find the scans in files and folders; reports `ScansFound`, returns how many. At least one path."""

    def work(context: Context) -> int:
        from core.imaging.finding import find_scans

        found: list[Path] = []
        total = 0
        last_report = time.monotonic()
        for path in find_scans(paths, JobContext(token=context.token)):
            found.append(path)
            total += 1
            # The first one at once: a person who opened one file wants to see it.
            if total == 1 or len(found) >= _FOUND_AT_ONCE or time.monotonic() - last_report > 0.2:
                context.report(ScansFound(tuple(found)))
                found = []
                last_report = time.monotonic()
        if found:
            context.report(ScansFound(tuple(found)))
        if not total:
            raise NothingToReadError(paths[0])
        return total

    return work


def thumbnails_work(entries: Sequence[tuple[int, Path]]) -> Callable[[Context], None]:
    """Make the small pictures of entries; reports `ThumbnailRead` or `ReadingFailed` for each."""

    def work(context: Context) -> None:
        from core.imaging.reading import read_thumbnail

        for number, path in entries:
            context.raise_if_cancelled()
            try:
                image = thumbnail_image(read_thumbnail(path, THUMBNAIL_SIDE * 2))
            except HilumError as error:
                context.report(ReadingFailed(number, describe_error(error)))
            else:
                context.report(ThumbnailRead(number, image))

    return work


def open_work(
    number: int, path: Path, frame_index: int, screener: Screener | None, choice: RecordChoice
) -> Callable[[Context], None]:
    """Read a scan to be looked at, and classify it while it is drawn.

    Reports `RadiographRead`, then `ScanClassified` where a screener is given, then `ThumbnailRead`;
    or only `ReadingFailed`.
    """

    def work(context: Context) -> None:
        from core.imaging.reading import read_radiograph

        started = time.perf_counter()
        try:
            radiograph = read_radiograph(path, frame_index)
        except JobCancelledError:
            raise
        except HilumError as error:
            context.report(ReadingFailed(number, describe_error(error)))
            return
        read_ms = (time.perf_counter() - started) * 1000
        context.raise_if_cancelled()
        context.report(RadiographRead(number, radiograph))
        if screener is not None:
            _classify(number, radiograph, screener, read_ms, context, choice)
        if frame_index == 0:
            context.report(ThumbnailRead(number, radiograph_thumbnail(radiograph)))

    return work


def classify_work(
    number: int, radiograph: Radiograph, screener: Screener, choice: RecordChoice
) -> Callable[[Context], None]:
    """Classify a radiograph that is in memory; reports `ScanClassified`."""

    def work(context: Context) -> None:
        _classify(number, radiograph, screener, 0.0, context, choice)

    return work


def batch_work(queue: ClassificationQueue, screener: Screener, choice: RecordChoice) -> Callable[[Context], None]:
    """Classify what waits in a queue; reports `FileClassified` or `FileFailed` for each."""

    def work(context: Context) -> None:
        from core.screening.batch import analyse_scans

        record = RecordingOfResults(context, choice)
        try:
            for outcome in analyse_scans(queue.take_all(), screener, context=JobContext(token=context.token)):
                match outcome:
                    case ScanFailure():
                        context.report(FileFailed(outcome.path, describe_error(outcome.error)))
                    case ScanResult():
                        if outcome.path is not None:
                            context.report(FileClassified(outcome.path, outcome))
                        record.add(outcome)
                    case _:
                        assert_never(outcome)
        finally:
            # Also where a person stopped it: what was answered so far is in the window.
            record.write()

    return work


def load_model_work(device: str, error_level: float) -> Callable[[Context], Screener]:
    """Make the active model ready to answer as it stands at this site.

    Both networks run once, so that the first scan does not pay for it.
    """

    def work(context: Context) -> Screener:
        from core.model.activation import colour_bar
        from core.registry.standing import screener_for

        context.report(Progress(0, None, tr("Loading the model")))
        screener = screener_for(device=DeviceChoice(device), error_level=error_level)
        context.raise_if_cancelled()
        screener.classifier.predict(_black(screener.card.input))
        if screener.lungs is not None:
            screener.lungs.read(_black(screener.lungs.package.card.input))
        colour_bar()  # The table of colours is made here, not by the first heat map in the window's thread.
        return screener

    return work


def radiograph_thumbnail(radiograph: Radiograph) -> QImage:
    """Return a small picture of a radiograph that is in memory."""
    from core.imaging.greyscale import render

    pixels = render(radiograph)
    step = max(1, min(pixels.shape) // (THUMBNAIL_SIDE * 2))
    return thumbnail_image(pixels[::step, ::step])


def _classify(
    number: int, radiograph: Radiograph, screener: Screener, read_ms: float, context: Context, choice: RecordChoice
) -> None:
    from core.screening.analysis import analyse_radiograph

    result = analyse_radiograph(radiograph, screener, read_ms)
    context.report(ScanClassified(number, result))
    # The person reads while the disk writes.
    record = RecordingOfResults(context, choice)
    record.add(result)
    record.write()


def _black(spec: InputSpec) -> npt.NDArray[np.float32]:
    """One prepared picture without anything on it."""
    return np.zeros((1, spec.channels, spec.size, spec.size), dtype=np.float32)
