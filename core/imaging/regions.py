"""Parts of an image that are counted on their own: rectangle, ellipse, polygon.

Coordinates are (row, column) with pixel centres at integers; a pixel belongs to a region where its centre does.
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class PixelBox:
    """The pixels from one row and column up to, without, another.

    Attributes:
        first_row: From 0.
        first_column: From 0.
        end_row: Row behind the last.
        end_column: Column behind the last.
    """

    first_row: int
    first_column: int
    end_row: int
    end_column: int

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns in the box, 0 where it is empty."""
        return max(0, self.end_row - self.first_row), max(0, self.end_column - self.first_column)

    @property
    def slices(self) -> tuple[slice, slice]:
        """For indexing an image."""
        rows, columns = self.shape
        return (
            slice(self.first_row, self.first_row + rows),
            slice(self.first_column, self.first_column + columns),
        )


@dataclass(frozen=True)
class RectangleRegion:
    """A rectangle along the image's axes, its outline included.

    Attributes:
        top: Smallest row.
        left: Smallest column.
        bottom: Largest row, >= top.
        right: Largest column, >= left.
    """

    top: float
    left: float
    bottom: float
    right: float

    def box(self, rows: int, columns: int) -> PixelBox:
        """The pixels of an image that the region may contain."""
        return _pixel_box(self.top, self.left, self.bottom, self.right, rows, columns)

    def mask_in(self, box: PixelBox) -> Mask:
        """Which pixels of the box belong to the region."""
        return np.ones(box.shape, dtype=np.bool_)

    def mask(self, rows: int, columns: int) -> Mask:
        """Which pixels of an image belong to the region, (rows, columns)."""
        return _mask(self, rows, columns)


@dataclass(frozen=True)
class EllipseRegion:
    """An ellipse along the image's axes, its outline included.

    Attributes:
        center_row: Row of the centre.
        center_column: Column of the centre.
        row_radius: Half its height, pixels, >= 0.
        column_radius: Half its width, pixels, >= 0.
    """

    center_row: float
    center_column: float
    row_radius: float
    column_radius: float

    def box(self, rows: int, columns: int) -> PixelBox:
        """The pixels of an image that the region may contain."""
        return _pixel_box(
            self.center_row - self.row_radius,
            self.center_column - self.column_radius,
            self.center_row + self.row_radius,
            self.center_column + self.column_radius,
            rows,
            columns,
        )

    def mask_in(self, box: PixelBox) -> Mask:
        """Which pixels of the box belong to the region."""
        # A radius of 0 leaves a line: the box already holds nothing beside it, so its offsets are all 0.
        row = (np.arange(box.first_row, box.first_row + box.shape[0]) - self.center_row) / (self.row_radius or 1.0)
        column = (np.arange(box.first_column, box.first_column + box.shape[1]) - self.center_column) / (
            self.column_radius or 1.0
        )
        inside: Mask = row[:, np.newaxis] ** 2 + column[np.newaxis, :] ** 2 <= 1.0
        return inside

    def mask(self, rows: int, columns: int) -> Mask:
        """Which pixels of an image belong to the region, (rows, columns)."""
        return _mask(self, rows, columns)


@dataclass(frozen=True)
class PolygonRegion:
    """A closed polygon; where it crosses itself, inside and outside alternate (even-odd rule).

    Attributes:
        vertices: Corners as (row, column), fewer than three, or one that is not finite, enclose nothing.
    """

    vertices: tuple[tuple[float, float], ...]

    def box(self, rows: int, columns: int) -> PixelBox:
        """The pixels of an image that the region may contain."""
        if len(self.vertices) < 3 or not all(math.isfinite(limit) for corner in self.vertices for limit in corner):
            return PixelBox(0, 0, 0, 0)
        row, column = zip(*self.vertices, strict=True)
        return _pixel_box(min(row), min(column), max(row), max(column), rows, columns)

    def mask_in(self, box: PixelBox) -> Mask:
        """Which pixels of the box belong to the region.

        Each edge flips all pixels to its right in the rows it spans; a pixel flipped an odd number of times is inside.
        """
        rows, columns = box.shape
        flips = np.zeros((rows, columns + 1), dtype=np.bool_)
        if 0 in box.shape:
            return flips[:, :columns]
        ends = (*self.vertices[1:], *self.vertices[:1])
        for (start_row, start_column), (end_row, end_column) in zip(self.vertices, ends, strict=True):
            if start_row == end_row:
                continue
            # Half-open in rows, so that a corner shared by two edges flips once.
            first = max(math.ceil(min(start_row, end_row)), box.first_row)
            behind = min(math.ceil(max(start_row, end_row)), box.first_row + rows)
            spanned = np.arange(first, behind)
            share = (spanned - start_row) / (end_row - start_row)
            crossing = start_column + share * (end_column - start_column)
            column = np.clip(np.ceil(crossing) - box.first_column, 0, columns).astype(np.intp)
            flips[spanned - box.first_row, column] ^= True
        inside: Mask = np.logical_xor.accumulate(flips, axis=1)[:, :columns]
        return inside

    def mask(self, rows: int, columns: int) -> Mask:
        """Which pixels of an image belong to the region, (rows, columns)."""
        return _mask(self, rows, columns)


Region = RectangleRegion | EllipseRegion | PolygonRegion


def _pixel_box(top: float, left: float, bottom: float, right: float, rows: int, columns: int) -> PixelBox:
    """Pixels of the image whose centres lie between the limits, limits included."""
    if not all(math.isfinite(limit) for limit in (top, left, bottom, right)):
        return PixelBox(0, 0, 0, 0)
    return PixelBox(
        max(0, math.ceil(top)),
        max(0, math.ceil(left)),
        min(rows, math.floor(bottom) + 1),
        min(columns, math.floor(right) + 1),
    )


def _mask(region: Region, rows: int, columns: int) -> Mask:
    """The region's pixels within a whole image."""
    mask = np.zeros((rows, columns), dtype=np.bool_)
    box = region.box(rows, columns)
    if 0 not in box.shape:
        mask[box.slices] = region.mask_in(box)
    return mask
