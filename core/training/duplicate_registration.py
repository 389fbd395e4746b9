"""Whether two images show the same picture: laid over each other as well as they fit, then compared in detail.

A copy, however resized, re-encoded, brightened or cropped, agrees with its original down to ribs, vessels and noise
once it is laid over it; two pictures of one patient do so far less, those of two patients hardly.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float32]

COARSE_SIDE, FINE_SIDE = 56, 112
_FIRST_STEPS, _COARSE_STEPS, _FINE_STEPS = 1, 3, 3
_LARGEST_STEP = 0.03
"""Of an edge in one step, fractions of the side: farther than that a picture is not linear."""

_DETAIL_PIXELS = 2.5
"""Standard deviation of the blur, in fine pixels, beyond which a structure is no detail."""
_CONTRAST_PIXELS = 8.0
"""Standard deviation of the window in which contrast is evened out."""
_LEAST_CONTRAST = 0.004
"""Added to the local contrast, share of the grey range: flat parts stay flat instead of becoming noise."""
_DETAIL_SCALE = 32.0
"""Detail is kept in 8 bits: this many steps to one local standard deviation."""


@dataclass(frozen=True, eq=False)
class ComparablePictures:
    """Pictures prepared for comparing.

    Attributes:
        coarse: float32 (images, 56, 56), equalised.
        detail: int8 (images, 56, 56), what is finer than a rib, contrast evened out.
    """

    coarse: FloatArray
    detail: npt.NDArray[np.int8]


@dataclass(frozen=True, eq=False)
class Pairs:
    """Pairs of images that may show the same picture, and how they would lie over each other.

    Attributes:
        first: int64 (pairs,) number of the image that stays as it is.
        second: int64 (pairs,) number of the image that is laid under it.
        views: float32 (pairs, 4): the part of the second that the first shows, as top, bottom, left and right,
            fractions of its height and width; may reach beyond it.
        mirrored: bool (pairs,) whether the first has to be mirrored before.
    """

    first: npt.NDArray[np.int64]
    second: npt.NDArray[np.int64]
    views: FloatArray
    mirrored: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return int(self.first.size)

    def part(self, chosen: slice | npt.NDArray[Any]) -> "Pairs":
        """Some of the pairs."""
        return Pairs(self.first[chosen], self.second[chosen], self.views[chosen], self.mirrored[chosen])


def prepare_pictures(fine: FloatArray) -> ComparablePictures:
    """Prepare pictures for comparing all with all.

    Args:
        fine: float32 (images, 112, 112), equalised, 0..1.
    """
    detail = _halved(_detail(fine))
    return ComparablePictures(_halved(fine), np.clip(np.rint(detail * _DETAIL_SCALE), -127, 127).astype(np.int8))


def first_agreement(pictures: ComparablePictures, pairs: Pairs) -> FloatArray:
    """How well pairs agree at first sight: float32 (pairs,), correlation -1..1; a millisecond for a pair at most."""
    views = _register(
        _mirrored(pictures.coarse[pairs.first], pairs), pictures.coarse[pairs.second], pairs.views, _FIRST_STEPS
    )
    warped, inside = _warp(pictures.detail[pairs.second].astype(np.float32), views)
    return _correlation(_mirrored(pictures.detail[pairs.first].astype(np.float32), pairs), warped, inside)


def close_agreement(first: FloatArray, second: FloatArray, pairs: Pairs) -> FloatArray:
    """How well pairs agree in detail once they are laid over each other as well as they fit.

    Args:
        first: float32 (pairs, 112, 112), the first picture of each pair, equalised.
        second: float32 (pairs, 112, 112), the second ones.
        pairs: How they lie over each other, about.

    Returns:
        float32 (pairs,) correlation of the details where both pictures are, -1..1.
    """
    views = _register(_mirrored(_halved(first), pairs), _halved(second), pairs.views, _COARSE_STEPS)
    still, moving = _mirrored(_detail(first), pairs), _detail(second)
    views = _register(still, moving, views, _FINE_STEPS)
    warped, inside = _warp(moving, views)
    return _correlation(still, warped, inside)


def _detail(fine: FloatArray) -> FloatArray:
    """What is finer than a rib, in units of the local standard deviation."""
    detail = fine - _blurred(fine, _DETAIL_PIXELS)
    contrast = np.sqrt(_blurred(detail * detail, _CONTRAST_PIXELS)) + np.float32(_LEAST_CONTRAST)
    return np.asarray(detail / contrast, dtype=np.float32)


def _halved(pictures: FloatArray) -> FloatArray:
    rows = pictures[:, 0::2] + pictures[:, 1::2]
    return np.asarray((rows[:, :, 0::2] + rows[:, :, 1::2]) / 4, dtype=np.float32)


def _mirrored(pictures: FloatArray, pairs: Pairs) -> FloatArray:
    """The pictures, those mirrored that have to be."""
    return np.where(pairs.mirrored[:, np.newaxis, np.newaxis], pictures[:, :, ::-1], pictures)


def _register(still: FloatArray, moving: FloatArray, views: FloatArray, steps: int) -> FloatArray:
    """Move the view's edges until the pictures fit best (Gauss-Newton on squared differences, gain and offset free).

    Source: Lucas and Kanade 1981, with an axis-parallel stretch for the motion: what cropping and resizing do.
    """
    side = still.shape[1]
    towards_end = ((np.arange(side, dtype=np.float32) + 0.5) / side).astype(np.float32)
    down, across = towards_end[:, np.newaxis], towards_end[np.newaxis, :]
    for _ in range(steps):
        warped, inside = _warp(moving, views)
        # Change of the warped picture per fraction of a side that the view moves.
        by_row = np.gradient(warped, axis=1) * side / (views[:, 1] - views[:, 0])[:, np.newaxis, np.newaxis]
        by_column = np.gradient(warped, axis=2) * side / (views[:, 3] - views[:, 2])[:, np.newaxis, np.newaxis]
        parts = [by_row * (1 - down), by_row * down, by_column * (1 - across), by_column * across]
        columns = np.stack([*parts, warped, np.ones_like(warped)], axis=1).reshape(len(still), 6, -1)
        weighted = columns * inside.reshape(len(still), 1, -1)
        normal = weighted @ columns.transpose(0, 2, 1)
        # A touch of damping: a picture without structure gives no direction.
        normal += np.eye(6, dtype=np.float32) * (1e-4 * np.trace(normal, axis1=1, axis2=2)[:, None, None] / 6 + 1e-6)
        right = weighted @ still.reshape(len(still), -1, 1)
        solution = np.linalg.solve(normal.astype(np.float64), right.astype(np.float64))[:, :, 0]
        gain = solution[:, 4:5]
        gain = np.where(np.abs(gain) < 0.2, 0.2, gain)
        step = np.clip(solution[:, :4] / gain, -_LARGEST_STEP, _LARGEST_STEP)
        views = (views + step).astype(np.float32)
    return views


def _warp(moving: FloatArray, views: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The view of each picture at the picture's own size, and 1 where it is inside the picture, else 0."""
    side = moving.shape[1]
    down, inside_rows = _sampling(views[:, 0], views[:, 1], side)
    across, inside_columns = _sampling(views[:, 2], views[:, 3], side)
    warped = down @ moving @ across.transpose(0, 2, 1)
    return np.asarray(warped, dtype=np.float32), inside_rows[:, :, np.newaxis] * inside_columns[:, np.newaxis, :]


def _sampling(start: FloatArray, end: FloatArray, side: int) -> tuple[FloatArray, FloatArray]:
    """Bilinear interpolation along one side, as matrices (pairs, side, side), and what lies inside (pairs, side)."""
    fraction = (np.arange(side, dtype=np.float32) + 0.5) / side
    position = (start[:, np.newaxis] + (end - start)[:, np.newaxis] * fraction) * side - 0.5
    clipped = np.clip(position, 0, side - 1)
    weights = 1.0 - np.abs(clipped[:, :, np.newaxis] - np.arange(side))
    inside = (position >= 0) & (position <= side - 1)
    return np.maximum(weights, 0.0).astype(np.float32), inside.astype(np.float32)


def _correlation(one: FloatArray, other: FloatArray, weights: FloatArray) -> FloatArray:
    """Weighted correlation of each pair of pictures, 0 where one is flat."""
    total = np.maximum(weights.sum(axis=(1, 2), keepdims=True), 1.0)
    one = one - (one * weights).sum(axis=(1, 2), keepdims=True) / total
    other = other - (other * weights).sum(axis=(1, 2), keepdims=True) / total
    together = (one * other * weights).sum(axis=(1, 2))
    apart = np.sqrt((one * one * weights).sum(axis=(1, 2)) * (other * other * weights).sum(axis=(1, 2)))
    return np.asarray(together / np.maximum(apart, 1e-6), dtype=np.float32)


def _blurred(pictures: FloatArray, deviation: float) -> FloatArray:
    """Gaussian blur, edges renormalised."""
    side = pictures.shape[1]
    place = np.arange(side, dtype=np.float32)
    kernel = np.exp(-0.5 * ((place[:, np.newaxis] - place) / deviation) ** 2)
    kernel = (kernel / kernel.sum(axis=1, keepdims=True)).astype(np.float32)
    return np.asarray(kernel @ pictures @ kernel.T, dtype=np.float32)
