"""Training images: every file decoded once, kept small and in the greys that a person sees.

The pictures are kept as 8-bit greys at the network's size, before equalisation, so that augmentation and the
network's own preparation work on them; 20,000 images take a gigabyte.
"""

import contextlib
import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from core.errors import HilumError, InsufficientMemoryError, OutputNotWritableError
from core.imaging.greyscale import render
from core.imaging.opening import file_error_of, open_regular_file
from core.imaging.reading import read_radiograph
from core.jobs import JobContext
from core.model.input import InputSpec, resize_display
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.events import ImagesPrepared
from core.training.pixel_file import ImageFacts, Pixels, open_pixel_file, write_pixel_file

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

_MOST_THREADS = 8
_CANCEL_CHECK_S = 0.05
_HASHED_BYTES = 1 << 20


@dataclass(frozen=True)
class UnreadableImage:
    """An image that cannot be trained on.

    Attributes:
        image: Which.
        error: Why.
    """

    image: LabelledImage
    error: HilumError


@dataclass(frozen=True, eq=False)
class TrainingImages:
    """Images ready to be trained on.

    Attributes:
        dataset: The images, all of them readable.
        pixels: uint8 (images, size, size), the displayed pictures brought to the network's size; read-only, and
            possibly mapped from a file.
        sha256: Of each file, hexadecimal.
        facts: What else is known of each file; empty where the pictures come from elsewhere.
    """

    dataset: LabelledDataset
    pixels: npt.NDArray[np.uint8]
    sha256: tuple[str, ...]
    facts: tuple[ImageFacts, ...] = ()


def load_training_images(
    dataset: LabelledDataset,
    spec: InputSpec,
    cache_folder: Path | None = None,
    context: JobContext[Any] | None = None,
) -> tuple[TrainingImages, tuple[UnreadableImage, ...]]:
    """Read all images of a data set, or find them in the cache.

    The files are always read and hashed; where the cache holds pictures of exactly these contents, none is decoded.
    A damaged cache is made anew; where it cannot be written, the pictures stay in memory.

    Args:
        dataset: The images.
        spec: Input of the model that is to be trained.
        cache_folder: Where pictures are kept for the next time, None for nowhere.
        context: Told `ImagesPrepared` after each image; may ask to stop.

    Returns:
        The readable images in the data set's order, and those that cannot be read.

    Raises:
        JobCancelledError: The context asked to stop; nothing half made is left.
    """
    job = context if context is not None else JobContext[Any]()
    job.report(ImagesPrepared(0, len(dataset.images)))
    hashes = tuple(in_threads(_hash_file, [image.path for image in dataset.images], job))
    file = cache_folder / _cache_key(hashes, spec) if cache_folder is not None else None
    found = _find_in_cache(file, dataset, hashes, spec) if file is not None else None
    if found is not None:
        job.report(ImagesPrepared(len(dataset.images), len(dataset.images)))
        return found
    return _decode(dataset, hashes, spec, file, job)


def _find_in_cache(
    file: Path, dataset: LabelledDataset, hashes: Sequence[str | HilumError], spec: InputSpec
) -> tuple[TrainingImages, tuple[UnreadableImage, ...]] | None:
    """The images of the cache, None where it does not hold all that can be read."""
    opened = open_pixel_file(file, spec.size)
    if opened is None:
        return None
    pixels, facts = opened
    cached = {fact.sha256 for fact in facts}
    failures: dict[int, HilumError] = {}
    for number, digest in enumerate(hashes):
        if isinstance(digest, HilumError):
            failures[number] = digest
        elif digest not in cached:
            # It could not be read when the cache was made; a decoder installed since may read it.
            outcome = _prepare(dataset.images[number].path, digest, spec)
            if not isinstance(outcome, HilumError):
                return None
            failures[number] = outcome
    kept = [digest for number, digest in enumerate(hashes) if number not in failures]
    if kept != [fact.sha256 for fact in facts]:
        return None
    return _assembled(dataset, pixels, facts, failures)


def _decode(
    dataset: LabelledDataset,
    hashes: Sequence[str | HilumError],
    spec: InputSpec,
    file: Path | None,
    job: JobContext[Any],
) -> tuple[TrainingImages, tuple[UnreadableImage, ...]]:
    """Decode every image, and keep the pictures in the cache."""
    count = len(dataset.images)
    pixels = np.empty((count, spec.size, spec.size), dtype=np.uint8)
    facts: list[ImageFacts] = []
    failures: dict[int, HilumError] = {}
    work = [(image.path, digest) for image, digest in zip(dataset.images, hashes, strict=True)]
    outcomes = in_threads(lambda item: _prepare(*item, spec), work, job)
    for number, outcome in enumerate(outcomes):
        if isinstance(outcome, HilumError):
            failures[number] = outcome
        else:
            # Rows close up at once, so that no second copy is needed.
            pixels[len(facts)] = outcome[0]
            facts.append(outcome[1])
        job.report(ImagesPrepared(number + 1, count))
    pixels = pixels[: len(facts)]
    if file is not None and facts:
        # Without room on the disk they stay in memory.
        with contextlib.suppress(OSError, OutputNotWritableError):
            write_pixel_file(file, pixels, facts)
            opened = open_pixel_file(file, spec.size)
            pixels = opened[0] if opened is not None else pixels
    pixels.setflags(write=False)
    return _assembled(dataset, pixels, tuple(facts), failures)


def _assembled(
    dataset: LabelledDataset, pixels: Pixels, facts: tuple[ImageFacts, ...], failures: Mapping[int, HilumError]
) -> tuple[TrainingImages, tuple[UnreadableImage, ...]]:
    readable = tuple(image for number, image in enumerate(dataset.images) if number not in failures)
    unreadable = tuple(UnreadableImage(dataset.images[number], error) for number, error in failures.items())
    hashes = tuple(fact.sha256 for fact in facts)
    return TrainingImages(replace(dataset, images=readable), pixels, hashes, facts), unreadable


def _cache_key(hashes: Sequence[str | HilumError], spec: InputSpec) -> str:
    """Names the contents in their order, and all that the small pictures depend on."""
    parts = [str(spec.size), spec.resize_filter, *(digest for digest in hashes if isinstance(digest, str))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def _hash_file(path: Path) -> str | HilumError:
    try:
        with open_regular_file(path) as file:
            digest = hashlib.sha256()
            while piece := file.read(_HASHED_BYTES):
                digest.update(piece)
            return digest.hexdigest()
    except OSError as error:
        return _without_traceback(file_error_of(path, error))
    except HilumError as error:
        return _without_traceback(error)


def _prepare(path: Path, digest: str | HilumError, spec: InputSpec) -> tuple[Pixels, ImageFacts] | HilumError:
    """The small picture of a file, or why there is none."""
    if isinstance(digest, HilumError):
        return digest
    try:
        radiograph = read_radiograph(path)
        display = render(radiograph)
        picture = resize_display(display, spec)
    except HilumError as error:
        return _without_traceback(error)
    except MemoryError:
        return InsufficientMemoryError(path)
    shape = f"{radiograph.rows} {radiograph.columns} ".encode()
    shown = hashlib.sha256(shape + np.ascontiguousarray(display).tobytes()).hexdigest()
    has_colour = any(step.loses_colour for step in radiograph.steps)
    return picture, ImageFacts(digest, shown, radiograph.rows, radiograph.columns, has_colour)


def in_threads(work: Callable[[Item], Outcome], items: Sequence[Item], job: JobContext[Any]) -> Iterator[Outcome]:
    """Results in the order of the items, from threads: decoders release Python's lock.

    Only a few items are ahead of the caller, so that memory stays bounded and stopping is prompt.

    Args:
        work: What is done with each item.
        items: In the order in which they are worked on.
        job: May ask to stop.

    Raises:
        JobCancelledError: The job was asked to stop.
    """
    count = _thread_count()
    remaining = iter(items)
    threads = ThreadPoolExecutor(count, thread_name_prefix="hilum-read")
    try:
        waiting = deque(threads.submit(work, item) for item in islice(remaining, 4 * count))
        while waiting:
            job.raise_if_cancelled()
            if not wait([waiting[0]], timeout=_CANCEL_CHECK_S).done:
                continue
            yield waiting.popleft().result()
            waiting.extend(threads.submit(work, item) for item in islice(remaining, 1))
    finally:
        threads.shutdown(wait=True, cancel_futures=True)


def _thread_count() -> int:
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(_MOST_THREADS, available)


def _without_traceback(error: HilumError) -> HilumError:
    """The error alone: the frames of its traceback would keep the image's pixels in memory."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)
