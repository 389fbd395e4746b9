"""Pictures with the lungs hidden, and pictures that show the lungs alone.

What is put in their place must say nothing itself: neither how dark the lungs were, nor whose body it is.
"""

import numpy as np
import numpy.typing as npt

from core.model.input import bilinear_weights

MARGIN = 0.04
"""Share of the picture's side by which the lung fields are enlarged before they are hidden."""

_GRID = 14
"""Rows and columns of the coarse grid that the surroundings are blurred to."""
_SMOOTHINGS = 2
_IMAGES_AT_ONCE = 256

Pixels = npt.NDArray[np.uint8]
Masks = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]


def hide_lungs(pixels: Pixels, masks: Masks) -> Pixels:
    """Fill the lung fields and a margin around them with the blurred grey of their surroundings.

    Args:
        pixels: uint8 (n, size, size).
        masks: bool (n, size, size), where the lungs are.

    Returns:
        The same pictures; what lies outside is unchanged.
    """
    hidden = _enlarged(masks, round(MARGIN * pixels.shape[1]))
    filled = pixels.copy()
    for picture, mask in zip(filled, hidden, strict=True):
        picture[mask] = _surroundings(picture, ~mask)[mask]
    return filled


def show_lungs_alone(pixels: Pixels, masks: Masks, body: Pixels) -> Pixels:
    """Put the lung fields into a body that is the same for all pictures.

    An even grey in the body's place changes the equalised greys of the lungs more than any disease: with it the
    bundled network's AUC for COVID-19 fell from 0.93 to 0.80, with a mean body to 0.92 (240 images of four sources).

    Args:
        pixels: uint8 (n, size, size).
        masks: bool (n, size, size), where the lungs are.
        body: uint8 (size, size), from `mean_body`.
    """
    return np.where(masks, pixels, body)


def mean_body(pixels: Pixels, numbers: npt.NDArray[np.int64]) -> Pixels:
    """The mean of many pictures: uint8 (size, size).

    Args:
        pixels: uint8 (images, size, size).
        numbers: int64 (n,), which of them; of none it is black.
    """
    total = np.zeros(pixels.shape[1:], dtype=np.int64)
    for start in range(0, len(numbers), _IMAGES_AT_ONCE):
        total += pixels[numbers[start : start + _IMAGES_AT_ONCE]].sum(axis=0, dtype=np.int64)
    return np.rint(total / max(1, len(numbers))).astype(np.uint8)


def _enlarged(masks: Masks, margin: int) -> Masks:
    """Masks that reach `margin` pixels further to every side, in rows and columns."""
    grown = masks
    for axis in (1, 2):
        counts = np.cumsum(grown, axis=axis, dtype=np.int32)
        size = masks.shape[axis]
        last = np.take(counts, np.minimum(np.arange(size) + margin, size - 1), axis=axis)
        before = np.arange(size) - margin - 1
        first = np.where(
            np.expand_dims(before >= 0, tuple(other for other in range(3) if other != axis)),
            np.take(counts, np.maximum(before, 0), axis=axis),
            0,
        )
        grown = last > first
    return grown


def _surroundings(picture: Pixels, visible: Masks) -> Pixels:
    """The visible part blurred over the whole picture: uint8 (size, size)."""
    size = len(picture)
    grid = min(_GRID, size)
    edges = np.arange(grid) * size // grid
    counts, sums = (
        np.add.reduceat(np.add.reduceat(part, edges, axis=0), edges, axis=1)
        for part in (visible.astype(np.float64), np.where(visible, picture, 0).astype(np.float64))
    )
    if not counts.any():
        return np.full_like(picture, 128)
    cells = _spread(np.where(counts > 0, sums / np.maximum(counts, 1), 0.0), counts > 0)
    low, high, weight = bilinear_weights(grid, size)
    tall = cells[low] * (1 - weight[:, None]) + cells[high] * weight[:, None]
    return np.rint(tall[:, low] * (1 - weight) + tall[:, high] * weight).astype(np.uint8)


def _spread(cells: Floats, is_known: Masks) -> Floats:
    """Cells that are not known take the mean of their known neighbours, from the rim inwards; then all are smoothed."""
    while not is_known.all():
        sums, counts = _around(np.where(is_known, cells, 0.0)), _around(is_known.astype(np.float64))
        reached = ~is_known & (counts > 0)
        cells = np.where(reached, sums / np.maximum(counts, 1), cells)
        is_known = is_known | reached
    for _ in range(_SMOOTHINGS):
        cells = _around(cells) / _around(np.ones_like(cells))
    return cells


def _around(cells: Floats) -> Floats:
    """Sum of each cell and its up to eight neighbours."""
    padded = np.pad(cells, 1)
    rows = padded[:-2] + padded[1:-1] + padded[2:]
    return np.asarray(rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:])
