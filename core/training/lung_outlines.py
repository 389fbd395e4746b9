"""Radiographs with drawn outlines: what the lung network is trained on. Imports no torch.

A folder holds `images`, `lungs` and `opacities`; an image and its masks (white is inside) share the name before the
suffix. Normal scans beside them are negatives: they hold no opacity, and where their lungs are nobody has drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import InvalidDatasetError, MissingFileError
from core.imaging.finding import IMAGE_SUFFIXES, find_scans
from core.imaging.greyscale import render
from core.imaging.opening import file_error_of
from core.imaging.reading import read_radiograph
from core.jobs import JobContext, Progress
from core.language import Worded, mark
from core.model.input import GREY_LEVELS, InputSpec, resize_display
from core.model.lung_card import LUNG_MAP, MAPS, OPACITY_MAP
from core.model.lungs import LungFinding
from core.training.lung_maps import has_plausible_lungs

Pixels = npt.NDArray[np.uint8]

IMAGES, LUNGS, OPACITIES = "images", "lungs", "opacities"
MOST_NEGATIVES = 2000
"""Negatives that are read; of more some are drawn at random."""


@dataclass(frozen=True, eq=False)
class Outlines:
    """Pictures with what is drawn in them.

    Attributes:
        pixels: uint8 (images, size, size), displayed, before equalisation.
        masks: bool (images, 2, size, size), lungs and opacities, in the order of the network's maps.
        is_drawn: bool (images, 2), whether each mask is known; an unknown one is all False.
        outlined: How many of the images, which come first, have outlines; the others are negatives.
        one_lung_only: How many outlined images are left out for lungs, because the outline is not of two.
    """

    pixels: Pixels
    masks: npt.NDArray[np.bool_]
    is_drawn: npt.NDArray[np.bool_]
    outlined: int
    one_lung_only: int

    def part(self, numbers: npt.NDArray[np.int64]) -> "Outlines":
        """Some of them, the outlined ones first."""
        numbers = np.sort(numbers)
        outlined = int(np.count_nonzero(numbers < self.outlined))
        masks, is_drawn = self.masks[numbers], self.is_drawn[numbers]
        without = int(np.count_nonzero(~is_drawn[:outlined, LUNG_MAP]))
        return Outlines(self.pixels[numbers], masks, is_drawn, outlined, without)


def read_outlines(
    folder: Path,
    negatives: Path | None,
    spec: InputSpec,
    seed: int = 0,
    context: JobContext[Progress] | None = None,
) -> Outlines:
    """Read outlined radiographs, and normal ones as negatives.

    An outline counts as one of the lungs where it has two fields of at least 3% of the picture each and little else
    (`has_plausible_lungs`); others, which are of one lung, are used for their opacities only.

    Args:
        folder: Holds `images`, `lungs` and `opacities`.
        negatives: Folder of normal scans, None for none.
        spec: Input of the network.
        seed: Which negatives are drawn where there are many.
        context: Told how many are read; may ask to stop.

    Raises:
        MissingFileError: A folder is not there.
        InvalidDatasetError: No image has an outline.
        FileError: An image cannot be read.
        JobCancelledError: The context asked to stop.
    """
    job = context if context is not None else JobContext[Progress]()
    outlines = {name: _by_stem(folder / name) for name in (LUNGS, OPACITIES)}
    images = _by_stem(folder / IMAGES)
    stems = [stem for stem in images if any(stem in masks for masks in outlines.values())]
    if not stems:
        raise InvalidDatasetError(
            folder,
            Worded.of(mark("no file in “{first}” has one of the same name in “{second}”"), first=IMAGES, second=LUNGS),
        )
    normal = _drawn_negatives(negatives, seed, job) if negatives is not None else []
    size, count = spec.size, len(stems) + len(normal)
    pixels = np.zeros((count, size, size), dtype=np.uint8)
    masks = np.zeros((count, MAPS, size, size), dtype=np.bool_)
    is_drawn = np.zeros((count, MAPS), dtype=np.bool_)
    for number, path in enumerate([*(images[stem] for stem in stems), *normal]):
        job.raise_if_cancelled()
        pixels[number] = _picture(path, spec)
        for position, name in ((LUNG_MAP, LUNGS), (OPACITY_MAP, OPACITIES)):
            if number < len(stems) and stems[number] in outlines[name]:
                masks[number, position] = _picture(outlines[name][stems[number]], spec) > GREY_LEVELS // 2
                is_drawn[number, position] = True
        job.report(Progress(number + 1, count))
    is_drawn[len(stems) :, OPACITY_MAP] = True
    one_lung_only = _leave_out_single_lungs(masks, is_drawn)
    return Outlines(pixels, masks, is_drawn, len(stems), one_lung_only)


def _leave_out_single_lungs(masks: npt.NDArray[np.bool_], is_drawn: npt.NDArray[np.bool_]) -> int:
    """Forget outlines that are not of two lungs; how many these are."""
    left_out = 0
    for number in np.flatnonzero(is_drawn[:, LUNG_MAP]):
        levels = masks[number, LUNG_MAP].astype(np.uint8) * np.uint8(GREY_LEVELS - 1)
        if not has_plausible_lungs(LungFinding(levels, np.zeros_like(levels), float(levels.mean()), 0.0)):
            masks[number, LUNG_MAP] = False
            is_drawn[number, LUNG_MAP] = False
            left_out += 1
    return left_out


def _drawn_negatives(folder: Path, seed: int, job: JobContext[Progress]) -> Sequence[Path]:
    if not folder.exists():
        raise MissingFileError(folder)
    quiet = JobContext[Any](token=job.token)
    found = [path for path in find_scans([folder], quiet) if path.suffix.lower() in IMAGE_SUFFIXES]
    if len(found) <= MOST_NEGATIVES:
        return found
    chosen = np.random.default_rng(seed).choice(len(found), MOST_NEGATIVES, replace=False)
    return [found[number] for number in np.sort(chosen)]


def _by_stem(folder: Path) -> dict[str, Path]:
    """The images of a folder by their names before the suffix, in order."""
    try:
        if not folder.is_dir():
            raise MissingFileError(folder)
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in IMAGE_SUFFIXES)
    except OSError as error:
        raise file_error_of(folder, error) from error
    return {path.stem: path for path in files}


def _picture(path: Path, spec: InputSpec) -> Pixels:
    picture: Pixels = resize_display(render(read_radiograph(path)), spec)
    return picture
