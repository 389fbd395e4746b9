"""Pixel-density distributions: how a scan's grey values lie against those of each class (the paper's Figure 2).

Two scales are offered. After equalisation every picture has nearly the same distribution, by construction, so on
the network's own input scale little can differ; on the displayed scale one sees exposure and collimation.
"""

# untranslated module: written into cards

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import FileError, NothingToReadError
from core.imaging.radiograph import DisplayPixels
from core.jobs import JobContext, Progress
from core.model.card import DensityScale, ReferenceDensity
from core.model.card_writing import density_values
from core.model.input import InputSpec, network_grey, resize_display

EDGES: Mapping[DensityScale, npt.NDArray[np.float64]] = {
    DensityScale.NETWORK_INPUT: np.linspace(-4.0, 4.0, 129),
    DensityScale.DISPLAYED: np.linspace(0.0, 256.0, 65),
}
"""Bin edges per scale. Displayed bins hold four whole grey values each: 0-3, 4-7, ..., 252-255."""

SIGNIFICANT_DIGITS = 5


def pixel_density(display: DisplayPixels, spec: InputSpec, scale: DensityScale) -> npt.NDArray[np.float64]:
    """Distribution of one picture's pixels.

    Args:
        display: uint8 (rows, columns), as displayed, not inverted by hand.
        spec: The model's input.
        scale: Which values are counted.

    Returns:
        float64 (bins,), density on `EDGES[scale]`; integrates to 1. Values beyond the edges count in the end bins.
    """
    edges = EDGES[scale]
    match scale:
        case DensityScale.NETWORK_INPUT:
            values = network_grey(display, spec).astype(np.float64)
        case DensityScale.DISPLAYED:
            values = resize_display(display, spec).astype(np.float64)
    # By their number, not by their edges, which are equally far apart: no sorting of all values, a third of the time.
    counts, _ = np.histogram(
        np.clip(values, edges[0], edges[-1]), bins=edges.size - 1, range=(float(edges[0]), float(edges[-1]))
    )
    density: npt.NDArray[np.float64] = counts / (values.size * np.diff(edges))
    return density


def compute_reference_densities(
    folder: Path, spec: InputSpec, context: JobContext[Progress] | None = None
) -> tuple[ReferenceDensity, ...]:
    """Average the distributions of labelled images, per class, on each scale.

    Unreadable files are passed over and do not count.

    Args:
        folder: One subfolder per class, named like it, with its images.
        spec: The model's input.
        context: Receives a `Progress` per file.

    Raises:
        NothingToReadError: No subfolder, or one without a readable image.
    """
    from core.imaging.finding import find_scans

    job = context if context is not None else JobContext[Progress]()
    classes = sorted(child for child in folder.iterdir() if child.is_dir() and not child.name.startswith("."))
    scans = {child: tuple(find_scans([child])) for child in classes}
    if not scans:
        raise NothingToReadError(folder)
    total = sum(len(paths) for paths in scans.values())
    sums = {scale: {child.name: np.zeros(EDGES[scale].size - 1) for child in classes} for scale in DensityScale}
    counts = dict.fromkeys((child.name for child in classes), 0)
    done = 0
    for child, paths in scans.items():
        for path in paths:
            job.raise_if_cancelled()
            densities = _densities_of_file(path, spec)
            if densities is not None:
                counts[child.name] += 1
                for scale, density in densities.items():
                    sums[scale][child.name] += density
            done += 1
            job.report(Progress(done, total, child.name))
        if counts[child.name] == 0:
            raise NothingToReadError(child)
    images = f"All readable images of {folder.name}."
    return tuple(_reference(scale, sums[scale], counts, images) for scale in DensityScale)


def reference_densities_of(
    pixels: npt.NDArray[np.uint8],
    labels: npt.NDArray[np.int64],
    classes: tuple[str, ...],
    spec: InputSpec,
    images: str,
    context: JobContext[Any] | None = None,
) -> tuple[ReferenceDensity, ...]:
    """Average the distributions of pictures in memory, per class, on each scale.

    Args:
        pixels: uint8 (images, rows, columns), as displayed.
        labels: int64 (images,), each image's class; every class has an image.
        classes: Class names.
        spec: The model's input.
        images: Which images these are, in one sentence.
        context: May ask to stop.
    """
    job = context if context is not None else JobContext[Any]()
    sums = {scale: {name: np.zeros(EDGES[scale].size - 1) for name in classes} for scale in DensityScale}
    for picture, label in zip(pixels, labels, strict=True):
        job.raise_if_cancelled()
        for scale in DensityScale:
            sums[scale][classes[label]] += pixel_density(picture, spec, scale)
    counts = {name: int((labels == index).sum()) for index, name in enumerate(classes)}
    return tuple(_reference(scale, sums[scale], counts, images) for scale in DensityScale)


def densities_to_json(densities: tuple[ReferenceDensity, ...]) -> str:
    """The text of the card's field `reference_densities`."""
    return json.dumps([density_values(density) for density in densities], ensure_ascii=False)


def _densities_of_file(path: Path, spec: InputSpec) -> dict[DensityScale, npt.NDArray[np.float64]] | None:
    from core.imaging.greyscale import render
    from core.imaging.reading import read_radiograph

    try:
        display = render(read_radiograph(path))
    except FileError:
        return None
    return {scale: pixel_density(display, spec, scale) for scale in DensityScale}


def _reference(
    scale: DensityScale, sums: Mapping[str, npt.NDArray[np.float64]], counts: Mapping[str, int], images: str
) -> ReferenceDensity:
    densities = {
        name: tuple(float(f"{value:.{SIGNIFICANT_DIGITS}g}") for value in total / counts[name])
        for name, total in sums.items()
    }
    edges = tuple(float(edge) for edge in EDGES[scale])
    return ReferenceDensity(scale, edges, densities, dict(counts), images)
