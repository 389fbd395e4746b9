"""Smaller copies of an image, for drawing it quickly. Nothing is ever measured on them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.imaging.radiograph import Radiograph, StoredPixels

STRIP_PIXELS = 1 << 20
"""Pixels averaged between two looks at the event loop: about a millisecond."""
SMALLEST_SIDE = 256
"""No level is halved below this."""


@dataclass(frozen=True, eq=False)
class DrawingLevel:
    """The image at 1 / `step` of its size.

    Attributes:
        step: Image pixels per level pixel, along each side.
        stored: (rows // step, columns // step), the image's own type.
        padding: Where it is padding, None where it nowhere is.
    """

    step: int
    stored: StoredPixels
    padding: npt.NDArray[np.bool_] | None


class DrawingPyramid:
    """The image and its halved copies.

    At first the copies are every n-th pixel, which costs nothing; `refine` replaces them by averages.
    """

    def __init__(self, radiograph: Radiograph) -> None:
        self.levels = [DrawingLevel(1, radiograph.stored, radiograph.padding)]
        step = 2
        while max(radiograph.rows, radiograph.columns) // step >= SMALLEST_SIDE // 2 and step <= min(
            radiograph.rows, radiograph.columns
        ):
            self.levels.append(_every_nth(radiograph, step))
            step *= 2

    def level_for(self, image_pixels_per_device_pixel: float) -> DrawingLevel:
        """The smallest level that is still at least as fine as the screen."""
        chosen = self.levels[0]
        for level in self.levels[1:]:
            if level.step <= image_pixels_per_device_pixel * 1.001:
                chosen = level
        return chosen

    def coarser(self, level: DrawingLevel) -> DrawingLevel:
        """The next smaller level, or the same when there is none."""
        return self.levels[min(self.levels.index(level) + 1, len(self.levels) - 1)]

    def refine(self) -> Iterator[None]:
        """Replace the copies by averages, a strip per step of the iterator."""
        for index in range(1, len(self.levels)):
            finer, coarse = self.levels[index - 1].stored, self.levels[index]
            height, width = coarse.stored.shape
            averaged = np.empty((height, width), coarse.stored.dtype)
            rows_at_once = max(1, STRIP_PIXELS // max(1, 4 * width))
            for start in range(0, height, rows_at_once):
                end = min(height, start + rows_at_once)
                _average_blocks(finer[2 * start : 2 * end, : 2 * width], averaged[start:end])
                yield
            self.levels[index] = DrawingLevel(coarse.step, averaged, coarse.padding)
            yield


def _every_nth(radiograph: Radiograph, step: int) -> DrawingLevel:
    rows, columns = radiograph.rows // step * step, radiograph.columns // step * step
    chosen = (slice(step // 2, rows, step), slice(step // 2, columns, step))
    # Views, not copies: opening a large image must not wait for levels that are soon replaced.
    padding = None if radiograph.padding is None else radiograph.padding[chosen]
    return DrawingLevel(step, radiograph.stored[chosen], padding)


def _average_blocks(block: StoredPixels, target: StoredPixels) -> None:
    """Write the mean of each 2x2 pixels of `block` into `target`."""
    wide: np.dtype[np.generic] = {"u": np.dtype(np.uint32), "i": np.dtype(np.int32)}.get(
        block.dtype.kind, np.dtype(np.float32)
    )
    if block.dtype.kind in "iu" and block.dtype.itemsize > 2:
        wide = np.dtype(np.int64)
    total = block[0::2, 0::2].astype(wide)
    for rows, columns in ((0, 1), (1, 0), (1, 1)):
        total += block[rows::2, columns::2]
    if wide.kind in "iu":
        total >>= 2
    else:
        total *= 0.25
    target[...] = total
