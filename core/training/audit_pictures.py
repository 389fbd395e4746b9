"""The small pictures with the lungs hidden, as numbers."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.training.audit_details import CELL_MEASURES, CELLS, radial_spectrum
from core.training.lung_maps import LungMaps

MARGIN = 0.04
"""Share of the picture's side by which the box around the lungs is enlarged before it is hidden."""
NO_LUNGS_BOX = (0.1, 0.06, 0.9, 0.94)
"""Top, left, bottom, right of what is hidden where no lungs were found, shares of the sides: nearly all but the rim."""

_GRID = 14
_LEAST_VISIBLE = 8

Numbers = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class HiddenBoxes:
    """What is hidden of each picture.

    Attributes:
        shares: float64 (images, 4), top, left, bottom, right, as shares of the sides.
        has_lungs: bool (images,), whether the box is that of the lungs.
    """

    shares: npt.NDArray[np.float64]
    has_lungs: npt.NDArray[np.bool_]


def hidden_boxes(lungs: LungMaps) -> HiddenBoxes:
    """Hide both lungs with all that lies between them, and a margin.

    The box and not the outline, because the outline of a diseased lung shows the disease.

    Args:
        lungs: Of each picture.
    """
    shares = lungs.boxes / lungs.size
    enlarged = shares + np.array([-MARGIN, -MARGIN, MARGIN, MARGIN])
    boxes = np.where(lungs.is_plausible[:, None], np.clip(enlarged, 0.0, 1.0), np.array(NO_LUNGS_BOX))
    return HiddenBoxes(boxes, lungs.is_plausible)


def outside_features(pixels: npt.NDArray[np.uint8], boxes: HiddenBoxes) -> Numbers:
    """Mean and spread of grey in a coarse grid over what lies outside the boxes.

    Args:
        pixels: uint8 (images, size, size).
        boxes: What is hidden.

    Returns:
        float32 (images, numbers); NaN where a cell is hidden.
    """
    size = pixels.shape[1]
    edges = np.arange(_GRID) * size // _GRID
    found = np.empty((len(pixels), 2 * _GRID * _GRID), dtype=np.float32)
    for number, picture in enumerate(pixels):
        visible = np.ones((size, size), dtype=np.float32)
        top, left, bottom, right = boxes.shares[number]
        visible[_pixel(top, size) : _pixel(bottom, size), _pixel(left, size) : _pixel(right, size)] = 0
        grey = picture.astype(np.float32) / np.float32(255)
        sums = [
            np.add.reduceat(np.add.reduceat(part, edges, axis=0), edges, axis=1)
            for part in (visible, visible * grey, visible * grey * grey)
        ]
        enough = sums[0] >= _LEAST_VISIBLE
        count = np.where(enough, sums[0], 1)
        mean = sums[1] / count
        spread = np.sqrt(np.maximum(sums[2] / count - mean * mean, 0))
        found[number] = np.where(enough, np.stack([mean, spread]), np.nan).reshape(-1)
    return found


def visible_cells(cells: Numbers, boxes: HiddenBoxes) -> Numbers:
    """The fine detail of cells that lie outside the boxes.

    Args:
        cells: float32 (images, numbers), `PictureDetails.cells` of each picture.
        boxes: What is hidden.

    Returns:
        The same with NaN in place of every cell that the box touches.
    """
    starts, ends = np.arange(CELLS) / CELLS, (np.arange(CELLS) + 1) / CELLS
    top, left, bottom, right = (boxes.shares[:, side, None] for side in range(4))
    rows = (ends > top) & (starts < bottom)
    columns = (ends > left) & (starts < right)
    hidden = rows[:, :, None] & columns[:, None, :]
    shown = cells.reshape(len(cells), CELLS, CELLS, CELL_MEASURES).copy()
    shown[hidden] = np.nan
    return shown.reshape(len(cells), -1)


def picture_spectra(pixels: npt.NDArray[np.uint8]) -> Numbers:
    """Radial Fourier spectrum of each small picture: float32 (images, rings)."""
    return np.stack([radial_spectrum(picture) for picture in pixels])


def _pixel(share: float, size: int) -> int:
    return round(float(share) * size)
