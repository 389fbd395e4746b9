"""Copies of images: exact, or resized, re-encoded, brightened, slightly cropped or mirrored.

In three steps, each on what the one before left: files or pictures that are equal byte for byte; pairs that are
similar from afar (`duplicate_candidates`); of those, pairs that agree in detail (`duplicate_registration`).
"""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import numpy as np
import numpy.typing as npt

from core.jobs import JobContext, Progress
from core.language import tr
from core.model.input import GREY_LEVELS, equalise_mid_rank
from core.training.duplicate_candidates import find_candidates
from core.training.duplicate_registration import (
    FINE_SIDE,
    ComparablePictures,
    FloatArray,
    Pairs,
    close_agreement,
    first_agreement,
    prepare_pictures,
)
from core.training.groups import join_numbers
from core.training.image_cache import TrainingImages

WORTH_A_CLOSE_LOOK = 0.55
SAME_PICTURE = 0.7
"""Correlation of details from which two images count as copies.

Measured on 5,538 public radiographs and 900 copies of them: copies 0.72 to 1, 99% of them above 0.77. Of the other
pairs that are similar from afar the median is 0.15; from 0.53 to 0.71 lie films of one patient in the same position,
and children's chests.
"""

_PICTURES_AT_ONCE, _PAIRS_AT_ONCE, _CLOSE_PAIRS_AT_ONCE = 64, 64, 16
_MOST_THREADS = 4


def find_duplicates(images: TrainingImages, context: JobContext[Any] | None = None) -> tuple[tuple[int, ...], ...]:
    """Find images that show the same picture.

    Args:
        images: The images.
        context: Told `Progress`; may ask to stop.

    Returns:
        Groups of two or more image numbers, ascending, ordered by their first; no image is in two groups.

    Raises:
        JobCancelledError: The context asked to stop.
    """
    job = context if context is not None else JobContext[Any]()
    exact = find_exact_duplicates(images)
    copies = {number for group in exact for number in group[1:]}
    distinct = np.array([number for number in range(len(images.pixels)) if number not in copies], dtype=np.int64)
    near = find_near_duplicates(images.pixels, distinct, job)
    return _groups(len(images.pixels), [*exact, *near])


def find_exact_duplicates(images: TrainingImages) -> tuple[tuple[int, ...], ...]:
    """Images whose files, displayed pictures or small pictures are equal byte for byte; in groups as above."""
    joined: list[tuple[int, int]] = []
    first_with: dict[str, int] = {}
    for number, picture in enumerate(images.pixels):
        marks = [images.sha256[number], hashlib.sha256(np.ascontiguousarray(picture).data).hexdigest()]
        if images.facts:
            marks.append(images.facts[number].display_sha256)
        joined += [(first_with.setdefault(mark, number), number) for mark in marks]
    return _groups(len(images.pixels), joined)


def find_near_duplicates(
    pixels: npt.NDArray[np.uint8], chosen: npt.NDArray[np.int64], job: JobContext[Any]
) -> list[tuple[int, int]]:
    """Pairs of different pictures that are copies of one another.

    Args:
        pixels: uint8 (images, size, size), as displayed.
        chosen: int64, numbers of the images that are compared.
        job: Told `Progress`; may ask to stop.
    """
    if chosen.size < 2:
        return []
    pictures = _prepare(pixels, chosen, job)
    pairs = find_candidates(pictures.coarse, job, _thread_count())
    scores = _in_parts(lambda part: first_agreement(pictures, part), pairs, _PAIRS_AT_ONCE, job)
    pairs = pairs.part(np.flatnonzero(scores >= WORTH_A_CLOSE_LOOK))

    def look_closely(part: Pairs) -> FloatArray:
        first, second = _fine_pictures(pixels, chosen[part.first]), _fine_pictures(pixels, chosen[part.second])
        return close_agreement(first, second, part)

    scores = _in_parts(look_closely, pairs, _CLOSE_PAIRS_AT_ONCE, job)
    same = pairs.part(np.flatnonzero(scores >= SAME_PICTURE))
    return [(int(chosen[one]), int(chosen[other])) for one, other in zip(same.first, same.second, strict=True)]


def _prepare(pixels: npt.NDArray[np.uint8], chosen: npt.NDArray[np.int64], job: JobContext[Any]) -> ComparablePictures:
    starts = range(0, chosen.size, _PICTURES_AT_ONCE)

    def prepare(start: int) -> ComparablePictures:
        job.raise_if_cancelled()
        return prepare_pictures(_fine_pictures(pixels, chosen[start : start + _PICTURES_AT_ONCE]))

    parts = list(_in_threads(prepare, starts))
    return ComparablePictures(
        np.concatenate([part.coarse for part in parts]), np.concatenate([part.detail for part in parts])
    )


def _fine_pictures(pixels: npt.NDArray[np.uint8], numbers: npt.NDArray[np.int64]) -> FloatArray:
    """Equalised pictures, float32 (images, 112, 112): brightness, contrast and gamma are gone."""
    averaging = _averaging(pixels.shape[1])
    equalised = np.stack([equalise_mid_rank(np.asarray(pixels[number]), GREY_LEVELS) for number in numbers])
    return np.asarray(averaging @ equalised @ averaging.T, dtype=np.float32)


def _averaging(size: int) -> FloatArray:
    """Matrix (112, size) that averages a side of pixels to the side of a fine picture."""
    edges, fine_edges = np.arange(size + 1) / size, np.arange(FINE_SIDE + 1) / FINE_SIDE
    overlap = np.minimum(edges[1:], fine_edges[1:, np.newaxis]) - np.maximum(edges[:-1], fine_edges[:-1, np.newaxis])
    return np.asarray(np.clip(overlap, 0.0, None) * FINE_SIDE, dtype=np.float32)


def _in_parts(score: Callable[[Pairs], FloatArray], pairs: Pairs, at_once: int, job: JobContext[Any]) -> FloatArray:
    """Scores of all pairs, a few at a time: their pictures are large."""

    def score_part(start: int) -> FloatArray:
        job.raise_if_cancelled()
        return score(pairs.part(slice(start, start + at_once)))

    scores = [np.empty(0, dtype=np.float32)]
    for part in _in_threads(score_part, range(0, len(pairs), at_once)):
        scores.append(part)
        job.report(Progress(sum(map(len, scores)), len(pairs), tr("Looking closely at similar images")))
    return np.concatenate(scores)


def _in_threads(work: Callable[[int], Any], starts: Sequence[int]) -> Iterator[Any]:
    with ThreadPoolExecutor(_thread_count(), thread_name_prefix="hilum-compare") as pool:
        try:
            yield from pool.map(work, starts)
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _thread_count() -> int:
    available = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(_MOST_THREADS, available)


def _groups(count: int, joined: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    members: dict[int, list[int]] = {}
    for number, group in enumerate(join_numbers(count, joined).tolist()):
        members.setdefault(group, []).append(number)
    return tuple(tuple(group) for group in members.values() if len(group) > 1)
