"""Rectangles that black out part of a picture, as a person drew or typed them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True)
class PixelMask:
    """A rectangle of whole pixels.

    Attributes:
        row: Its uppermost row, from 0; may lie above the picture.
        column: Its leftmost column, from 0; may lie beside the picture.
        rows: Height, pixels, > 0.
        columns: Width, pixels, > 0.
    """

    row: int
    column: int
    rows: int
    columns: int

    def within(self, rows: int, columns: int) -> "PixelMask | None":
        """The part of it that lies on a picture of this size; None where it lies beside it."""
        top, left = max(0, self.row), max(0, self.column)
        bottom, right = min(rows, self.row + self.rows), min(columns, self.column + self.columns)
        if top >= bottom or left >= right:
            return None
        return PixelMask(top, left, bottom - top, right - left)


def black_out(pixels: npt.NDArray[Any], masks: Sequence[PixelMask], *, brightest: bool = False) -> npt.NDArray[Any]:
    """A copy of a picture with rectangles of one grey.

    The grey is the darkest that the rest of the picture has, so that its range of values, and with it how it is shown,
    stays as it was.

    Args:
        pixels: (rows, columns) or (rows, columns, channels).
        masks: What to cover.
        brightest: Whether large values are shown dark (MONOCHROME1), so that the largest is taken.

    Returns:
        The copy, of the same type; pixels outside the masks are the same.
    """
    covered = np.zeros(pixels.shape[:2], dtype=bool)
    for mask in masks:
        part = mask.within(*pixels.shape[:2])
        if part is not None:
            covered[part.row : part.row + part.rows, part.column : part.column + part.columns] = True
    masked = pixels.copy()
    rest = pixels[~covered]
    # Colours are black at 0; so is what is left where everything is covered.
    black = 0 if pixels.ndim == 3 or rest.size == 0 else rest.max() if brightest else rest.min()
    masked[covered] = black
    return masked
