"""Outlines of a map of probabilities: where it crosses one half, between its pixels and not along their edges.

Source: marching squares, the two-dimensional case of Lorensen and Cline 1987, with linear interpolation.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Outline = npt.NDArray[np.float64]
"""(n, 2): x and y of a closed outline's points; the last one is joined to the first."""

_Flags = npt.NDArray[np.bool_]
_Numbers = npt.NDArray[np.intp]


class _Crossings(NamedTuple):
    """Which grid line an outline crosses on its way into a cell, and which on its way out."""

    entered: _Numbers
    left: _Numbers


def contour_lines(values: npt.NDArray[np.uint8], level: float) -> list[Outline]:
    """Outline the places where a map lies above a level, each closed, also along the map's border.

    Args:
        values: (rows, columns); pixel (row, column) has its centre at x = column + 0.5, y = row + 0.5.
        level: No whole number, so that no pixel lies on it.

    Returns:
        The outlines in pixels of the map, those of holes turning the other way round.
    """
    # A border of zeros closes what reaches the map's edge.
    grid = np.pad(values, 1).astype(np.float64)
    rings = _rings(_crossings(grid > level))
    rows, columns = values.shape
    points = [_places(grid, level, ring) - 0.5 for ring in rings]
    return [np.clip(ring, 0.0, (columns, rows)) for ring in points]


def _crossings(inside: _Flags) -> _Crossings:
    """Follow the border of what is inside clockwise: down where it lies to the left, leftwards where it lies above."""
    top_left, top_right = inside[:-1, :-1], inside[:-1, 1:]
    bottom_left, bottom_right = inside[1:, :-1], inside[1:, 1:]
    number = np.arange(inside.size, dtype=np.intp).reshape(inside.shape)
    # Lines between neighbours of a row come first, those between neighbours of a column behind them.
    top, bottom = number[:-1, :-1], number[1:, :-1]
    left, right = number[:-1, :-1] + inside.size, number[:-1, 1:] + inside.size
    enters_top, enters_bottom = top_left & ~top_right, ~bottom_left & bottom_right
    enters_left, enters_right = ~top_left & bottom_left, top_right & ~bottom_right
    # Where two corners that lie across from each other are inside, they are two places that do not touch.
    falls, rises = enters_top & enters_bottom, enters_left & enters_right
    plain = (enters_top | enters_bottom | enters_left | enters_right) & ~falls & ~rises
    entered = np.select([enters_top, enters_bottom, enters_left], [top, bottom, left], right)
    gone = np.select(
        [~top_left & top_right, bottom_left & ~bottom_right, top_left & ~bottom_left], [top, bottom, left], right
    )
    parts_in = [entered[plain], top[falls], bottom[falls], right[rises], left[rises]]
    parts_out = [gone[plain], left[falls], right[falls], top[rises], bottom[rises]]
    return _Crossings(np.concatenate(parts_in), np.concatenate(parts_out))


def _rings(crossings: _Crossings) -> list[_Numbers]:
    """Walk from each crossing to the next until the walk is back where it began."""
    following = dict(zip(crossings.entered.tolist(), crossings.left.tolist(), strict=True))
    rings: list[_Numbers] = []
    while following:
        ring: list[int] = []
        place = next(iter(following))
        while (onward := following.pop(place, None)) is not None:
            ring.append(place)
            place = onward
        rings.append(np.array(ring, dtype=np.intp))
    return rings


def _places(grid: npt.NDArray[np.float64], level: float, ring: _Numbers) -> Outline:
    """Where on its grid line each crossing lies: x and y in the grid's own pixels."""
    is_down = ring >= grid.size
    rows, columns = np.divmod(ring % grid.size, grid.shape[1])
    here = grid[rows, columns]
    there = grid[rows + is_down, columns + ~is_down]
    share = (level - here) / (there - here)
    return np.stack([columns + np.where(is_down, 0.0, share), rows + np.where(is_down, share, 0.0)], axis=1)
