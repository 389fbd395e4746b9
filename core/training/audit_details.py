"""Fine detail of a picture at its own size: cells, corners, edges, grey values and noise, as numbers."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.imaging.radiograph import DisplayPixels

CELLS = 16
"""The picture is divided into so many rows and columns of cells."""
CELL_MEASURES = 4
"""Of each cell: brightest, darkest, sharpest, mean sharpness."""
EDGE_LINES = 16
"""Lines looked at from each edge of the picture inwards."""
_CORNER_SHARE, _CORNER_CELLS = 1 / 8, 4
_SPECTRUM_SIDE, _SPECTRUM_BINS = 256, 16
_HISTOGRAM_BINS = 32
_JPEG_BLOCK = 8
"""Side of the blocks that JPEG compresses each by itself (ISO/IEC 10918-1)."""

Numbers = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class PictureDetails:
    """Numbers of one picture; each attribute is float32 (numbers,) of the same length for all pictures.

    Attributes:
        cells: `CELL_MEASURES` of each of `CELLS` x `CELLS` cells, cell by cell.
        corners: The same, finer, of the four corners.
        edges: Mean and spread of the outermost lines of each side.
        histogram: How often each grey is used, and how the histogram is made.
        noise: Sharpness, spectrum and traces of JPEG's blocks.
    """

    cells: Numbers
    corners: Numbers
    edges: Numbers
    histogram: Numbers
    noise: Numbers


def picture_details(display: DisplayPixels) -> PictureDetails:
    """Measure a picture.

    Args:
        display: uint8 (rows, columns), as displayed, at its own size.
    """
    sharpness = _sharpness(display)
    return PictureDetails(
        _cell_measures(display, sharpness, CELLS),
        _corners(display, sharpness),
        _edges(display),
        _histogram(display),
        np.concatenate([_sharpness_measures(sharpness), radial_spectrum(_centre(display)), _blockiness(display)]),
    )


def radial_spectrum(picture: npt.NDArray[np.uint8], bins: int = _SPECTRUM_BINS) -> Numbers:
    """Mean logarithm of the Fourier amplitude in rings of equal width, from slow to fast changes.

    Args:
        picture: uint8 (rows, columns).
        bins: Rings up to half a cycle per pixel.
    """
    rows, columns = picture.shape
    window = np.outer(np.hanning(rows + 2)[1:-1], np.hanning(columns + 2)[1:-1])
    grey = picture.astype(np.float64)
    amplitude = np.abs(np.fft.rfft2((grey - grey.mean()) * window))
    frequency = np.hypot(np.fft.fftfreq(rows)[:, None], np.fft.rfftfreq(columns)[None])
    ring = np.minimum((frequency * 2 * bins).astype(np.int64), bins - 1).ravel()
    logarithm = np.log(amplitude.ravel() / picture.size + 1e-4)
    sums, counts = np.bincount(ring, logarithm, bins), np.bincount(ring, minlength=bins)
    return (sums / np.maximum(counts, 1)).astype(np.float32)


def _sharpness(display: DisplayPixels) -> npt.NDArray[np.uint16]:
    """How far each pixel lies from its four neighbours' mean, times four."""
    wide = np.pad(display, 1, mode="edge").astype(np.int16)
    inner = 4 * wide[1:-1, 1:-1]
    apart = inner - wide[:-2, 1:-1] - wide[2:, 1:-1] - wide[1:-1, :-2] - wide[1:-1, 2:]
    return np.asarray(np.abs(apart), dtype=np.uint16)


def _cell_measures(display: DisplayPixels, sharpness: npt.NDArray[np.uint16], cells: int) -> Numbers:
    rows, columns = (np.minimum(np.arange(cells) * side // cells, side - 1) for side in display.shape)

    def over_cells(reduce: np.ufunc, values: npt.NDArray[np.generic]) -> npt.NDArray[np.float64]:
        reduced = reduce.reduceat(reduce.reduceat(values, rows, axis=0), columns, axis=1)
        return np.asarray(reduced, dtype=np.float64)

    areas = np.outer(
        *(np.diff(np.append(edges, side)) for edges, side in zip((rows, columns), display.shape, strict=True))
    )
    total = over_cells(np.add, sharpness.astype(np.int64))
    measures = (
        over_cells(np.maximum, display),
        over_cells(np.minimum, display),
        np.sqrt(over_cells(np.maximum, sharpness)),
        np.sqrt(total / np.maximum(areas, 1)),
    )
    return np.stack(measures, axis=-1).reshape(-1).astype(np.float32)


def _corners(display: DisplayPixels, sharpness: npt.NDArray[np.uint16]) -> Numbers:
    side = max(_CORNER_CELLS, round(min(display.shape) * _CORNER_SHARE))
    found: list[npt.ArrayLike] = []
    for rows in (slice(0, side), slice(-side, None)):
        for columns in (slice(0, side), slice(-side, None)):
            corner = display[rows, columns]
            found += [_cell_measures(corner, sharpness[rows, columns], _CORNER_CELLS), [corner.mean(), corner.std()]]
    return np.concatenate([np.asarray(part, dtype=np.float32) for part in found])


def _edges(display: DisplayPixels) -> Numbers:
    depth = np.minimum(np.arange(EDGE_LINES), min(display.shape) - 1)
    found: list[npt.ArrayLike] = []
    for turned in (display, display[::-1], display.T, display.T[::-1]):
        lines = turned[depth].astype(np.float32)
        mean, spread = lines.mean(axis=1), lines.std(axis=1)
        steps = np.diff(mean, append=mean[-1:])
        found += [mean, spread, np.abs(steps), [_plain_lines(spread)]]
    return np.concatenate([np.asarray(part, dtype=np.float32) for part in found])


def _plain_lines(spread: npt.NDArray[np.float32]) -> float:
    """How many of the outermost lines are of one grey."""
    rough = np.flatnonzero(spread > 2.0)
    return float(rough[0]) if rough.size else float(spread.size)


def _histogram(display: DisplayPixels) -> Numbers:
    counts = np.bincount(display.ravel(), minlength=256) / display.size
    cumulative = np.cumsum(counts)
    percentiles = np.searchsorted(cumulative, (0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99)) / 255
    # Greys that are missing between others: the picture was stretched after it had lost its depth.
    comb = np.abs(np.diff(counts[1:255], 2)).sum()
    shape = np.sqrt(counts.reshape(_HISTOGRAM_BINS, -1).sum(axis=1))
    made = [np.count_nonzero(counts) / 256, np.sqrt(counts[0]), np.sqrt(counts[255]), comb]
    return np.concatenate([shape, percentiles, made]).astype(np.float32)


def _sharpness_measures(sharpness: npt.NDArray[np.uint16]) -> Numbers:
    counts = np.cumsum(np.bincount(np.minimum(sharpness, 255).ravel(), minlength=256)) / sharpness.size
    levels = np.searchsorted(counts, (0.25, 0.5, 0.75, 0.9, 0.99))
    # Immerkaer 1996, Comput Vis Image Underst 64:300 estimates noise by the mean of such a difference.
    return np.asarray(np.log1p(np.append(levels, sharpness.mean())), dtype=np.float32)


def _centre(display: DisplayPixels) -> DisplayPixels:
    rows, columns = (min(side, _SPECTRUM_SIDE) for side in display.shape)
    top, left = (display.shape[0] - rows) // 2, (display.shape[1] - columns) // 2
    return display[top : top + rows, left : left + columns]


def _blockiness(display: DisplayPixels) -> Numbers:
    """How much larger the steps between JPEG's blocks are than those within, for each place in a block."""
    found = []
    for turned in (display, display.T):
        if turned.shape[1] <= 2 * _JPEG_BLOCK:
            found.append(np.zeros(_JPEG_BLOCK))
            continue
        steps = np.abs(np.diff(turned.astype(np.int16), axis=1)).mean(axis=0)
        whole = steps[: steps.size // _JPEG_BLOCK * _JPEG_BLOCK].reshape(-1, _JPEG_BLOCK).mean(axis=0)
        found.append(np.log((whole + 0.05) / (whole.mean() + 0.05)))
    return np.concatenate([np.asarray(part, dtype=np.float32) for part in found])
