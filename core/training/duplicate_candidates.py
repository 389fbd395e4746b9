"""Which pairs of images may show the same picture: a coarse comparison of all with all.

Chest radiographs look alike, so that short perceptual hashes either miss cropped copies or propose everything.
Compared here are the middle frequencies of the equalised picture with those of every other picture as it would look
cropped or shifted by up to 5% a side, and mirrored. A view's coefficients come straight from the whole picture:
cosines stretched to the view. All comparisons are matrix products.
"""

from concurrent.futures import ThreadPoolExecutor
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from core.jobs import JobContext, Progress
from core.language import tr
from core.training.duplicate_registration import FloatArray, Pairs

FREQUENCIES = 20
_FIRST_FREQUENCY = 1.5
"""In half waves per side; what is slower says how a picture is exposed and collimated."""
_FREQUENCY_POWER = 1.5
"""Radiographs hold ever less of higher frequencies; raised by this power they count alike."""

SIMILAR = 0.78
"""Cosine of the angle between coefficients from which a pair is looked at closely."""

MOST_CANDIDATES = 24
"""Of one image, the most similar first; so that a thousand nearly equal pictures do not cost a million looks."""

_INTERVALS = (
    *((0.0, 1.0), (0.05, 1.0), (0.0, 0.95), (0.05, 0.95), (0.025, 0.975)),
    *((-0.05, 0.95), (0.05, 1.05)),
)
"""Part of a side that a view shows: all, cut at either end or both by 5% or 2.5%, moved by 5%. Fractions."""

_PRODUCTS = "qpk,vpk->qvp"  # untranslated: a formula
_VIEWS = tuple(product(_INTERVALS, _INTERVALS))
"""Rows and columns of each view; the first is the whole picture."""

_VIEWED_AT_ONCE = 256
_PAIRS_AT_ONCE = 128

_FOUND = np.dtype([("first", np.int64), ("second", np.int64), ("view", np.int64), ("cosine", np.float32)])
_Found: TypeAlias = npt.NDArray[np.void]


def find_candidates(pictures: FloatArray, context: JobContext[Any], threads: int) -> Pairs:
    """Pairs of pictures that are similar from afar, each two pictures once.

    Args:
        pictures: float32 (images, side, side), equalised, 0..1.
        context: Told `Progress`; may ask to stop.
        threads: How many compute.

    Raises:
        JobCancelledError: The context asked to stop.
    """
    count = len(pictures)
    whole = _coefficients(pictures, *_VIEWS[0])
    queries = np.stack([whole, whole * _mirror_signs()])
    blocks = [slice(start, min(start + _VIEWED_AT_ONCE, count)) for start in range(0, count, _VIEWED_AT_ONCE)]
    pairs: list[_Found] = []
    with ThreadPoolExecutor(threads, thread_name_prefix="hilum-compare") as pool:
        try:
            comparisons = pool.map(lambda block: _compare(queries, pictures, block, context), blocks)
            for block, found in zip(blocks, comparisons, strict=True):
                pairs.append(found)
                context.report(Progress(block.stop, count, tr("Comparing all images")))
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise
    return _unordered(np.concatenate(pairs) if pairs else np.empty(0, dtype=_FOUND), count)


def _compare(queries: FloatArray, pictures: FloatArray, block: slice, context: JobContext[Any]) -> _Found:
    """The images most similar to any view of each image of a block."""
    views = np.stack([_coefficients(pictures[block], *view) for view in _VIEWS])
    best = np.full((views.shape[1], queries.shape[1]), -1.0, dtype=np.float32)
    cosines = np.empty_like(best)
    for view, query in product(views, queries):
        context.raise_if_cancelled()
        np.matmul(view, query.T, out=cosines)
        np.maximum(best, cosines, out=best)
    viewed = np.arange(block.start, block.stop)
    best[np.arange(viewed.size), viewed] = -1.0
    most = min(MOST_CANDIDATES, best.shape[1])
    nearest = np.argpartition(-best, most - 1, axis=1)[:, :most]
    row, place = np.nonzero(np.take_along_axis(best, nearest, axis=1) > SIMILAR)
    pairs = np.empty(row.size, dtype=_FOUND)
    pairs["first"], pairs["second"] = nearest[row, place], viewed[row]
    for start in range(0, row.size, _PAIRS_AT_ONCE):
        part = slice(start, start + _PAIRS_AT_ONCE)
        # (queries, views, pairs): which of them it was.
        agreement = np.einsum(_PRODUCTS, queries[:, pairs["first"][part]], views[:, row[part]])
        flat = agreement.reshape(-1, agreement.shape[-1])
        pairs["view"][part], pairs["cosine"][part] = flat.argmax(axis=0), flat.max(axis=0)
    return pairs


def _unordered(pairs: _Found, count: int) -> Pairs:
    """Each two images once, the way round in which they agree better."""
    low, high = np.minimum(pairs["first"], pairs["second"]), np.maximum(pairs["first"], pairs["second"])
    keys = low * count + high
    order = np.lexsort((pairs["first"], -pairs["cosine"], keys))
    pairs, keys = pairs[order], keys[order]
    pairs = pairs[np.concatenate([[True], keys[1:] != keys[:-1]])] if pairs.size else pairs
    bounds = np.array([(*rows, *columns) for rows, columns in _VIEWS], dtype=np.float32)
    return Pairs(pairs["first"], pairs["second"], bounds[pairs["view"] % len(_VIEWS)], pairs["view"] >= len(_VIEWS))


def _coefficients(pictures: FloatArray, rows: tuple[float, float], columns: tuple[float, float]) -> FloatArray:
    """Weighted cosine coefficients of a view of each picture, float32 (images, kept), of length 1."""
    side = pictures.shape[1]
    weights, kept = _weights()
    across, down = _basis(side, *columns), _basis(side, *rows)
    spectrum = np.matmul(np.matmul(down, pictures), across.T)
    chosen = (spectrum * weights)[:, kept]
    lengths = np.linalg.norm(chosen, axis=1, keepdims=True)
    # A constant picture is similar to nothing.
    return np.asarray(chosen / np.maximum(lengths, 1e-6), dtype=np.float32)


def _basis(side: int, start: float, end: float) -> FloatArray:
    """Cosines over a part of a side, float32 (FREQUENCIES, side); pixels outside count as far as they are inside."""
    edges = np.arange(side + 1) / side
    inside = np.clip(np.minimum(edges[1:], end) - np.maximum(edges[:-1], start), 0.0, None) * side
    position = ((edges[1:] + edges[:-1]) / 2 - start) / (end - start)
    waves = np.cos(np.pi * np.arange(FREQUENCIES)[:, np.newaxis] * position) * inside / inside.sum()
    return np.asarray(waves, dtype=np.float32)


def _weights() -> tuple[FloatArray, npt.NDArray[np.bool_]]:
    number = np.arange(FREQUENCIES)
    frequency = np.hypot(number[:, np.newaxis], number)
    kept = (frequency >= _FIRST_FREQUENCY) & (frequency < FREQUENCIES - 0.5)
    weights: FloatArray = (frequency**_FREQUENCY_POWER).astype(np.float32)
    return weights, kept


def _mirror_signs() -> FloatArray:
    """Mirroring turns the sign of the odd waves along the columns."""
    signs = np.broadcast_to(np.where(np.arange(FREQUENCIES) % 2, -1.0, 1.0), (FREQUENCIES, FREQUENCIES))
    return signs[_weights()[1]].astype(np.float32)
