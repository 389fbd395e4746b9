"""What a fold's network makes of its held-out images with the lungs hidden, and of the lungs alone. Imports no torch.

It lies beside the fold's predictions. Runs of older versions have none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from core.errors import InvalidRunError
from core.language import mark
from core.training.durable_files import make_folder, read_json, write_json_durably
from core.typed_json import from_plain, to_plain

if TYPE_CHECKING:
    from core.training.run_folder import RunFolder

PROBE_NAME = "lungs_probe.json"  # untranslated: a file name
FORMAT = 1
MOST_PROBED = 800
"""Images looked at in all, half of them positive where there are so many; of larger sets some are drawn. An area from
800 is known to within about 0.04, which tells a shortcut from none; more would keep the quick depth waiting."""
MAPS_EACH = 100
"""Images of each class and source whose activation map is looked at; their mean is known to within about 0.04."""

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True)
class MapShare:
    """Where one image's evidence for the positive class lies.

    Attributes:
        image: Number of the image in the data set.
        in_lungs: Share of the evidence that lies within the lungs, 0..1; NaN where nothing speaks for the class.
        lungs: Share of what the network sees that is lung, 0..1: what evidence that lies anywhere would have there.
    """

    image: int
    in_lungs: float
    lungs: float


@dataclass(frozen=True)
class FoldProbe:
    """One fold's held-out images, probed.

    Attributes:
        images: Numbers of the images that were looked at: those in which two lung fields were found.
        hidden: Logits of each with the lungs hidden, before temperature.
        alone: Logits of each with the lungs alone.
        maps: Where the evidence lies in some of them.
        without_lungs: Further images, in which no two lung fields were found.
    """

    images: tuple[int, ...]
    hidden: tuple[tuple[float, ...], ...]
    alone: tuple[tuple[float, ...], ...]
    maps: tuple[MapShare, ...]
    without_lungs: int


def read_fold_probe(run: "RunFolder", fold: int) -> FoldProbe | None:
    """What was found in a fold; None where nobody looked.

    Raises:
        InvalidRunError: It is damaged, or of a newer program.
    """
    path = _path_of(run, fold)
    if not path.exists():
        return None
    content = read_json(path)
    try:
        if content["format"] != FORMAT:
            raise InvalidRunError(path, f"probes of format {content['format']}")
        probe = from_plain(FoldProbe, content)
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidRunError(path, f"not a fold's probes: {error}") from error
    count, classes = len(run.dataset.images), len(run.plan.classes)
    numbers = [*probe.images, *(share.image for share in probe.maps)]
    fits = len(probe.images) == len(probe.hidden) == len(probe.alone)
    rows = (*probe.hidden, *probe.alone)
    if not fits or any(len(row) != classes or not np.isfinite(row).all() for row in rows):
        raise InvalidRunError(path, mark("its logits do not fit its images"))
    if any(not 0 <= number < count for number in numbers):
        raise InvalidRunError(path, mark("it names images that are not the run's"))
    return probe


def write_fold_probe(run: "RunFolder", fold: int, probe: FoldProbe) -> None:
    """Keep what was found in a fold.

    Raises:
        RunNotWritableError: See `write_durably`.
    """
    make_folder(run.fold_folder(fold))
    write_json_durably(_path_of(run, fold), {"format": FORMAT, **to_plain(probe)})


def images_to_probe(is_positive: npt.NDArray[np.bool_], groups: Integers, held_out: Integers, seed: int) -> Integers:
    """Numbers of the images that are probed, ascending: all that are held out once, or some of them drawn at random.

    Args:
        is_positive: bool (images,).
        groups: int64 (images,).
        held_out: int64 (n,), numbers of the images that some fold holds out.
        seed: Of the draw.
    """
    from core.training.audit import draw_sample

    candidates = np.sort(held_out)
    return candidates[draw_sample(is_positive[candidates], groups[candidates], MOST_PROBED, seed)]


def images_to_map(numbers: Integers, labels: Sequence[str], sources: Sequence[str | None], seed: int) -> Integers:
    """Of some images those whose activation map is looked at, ascending: a few of each class and source.

    Args:
        numbers: int64 (n,), numbers of images.
        labels: Class of every image of the data set.
        sources: Source of every image of the data set.
        seed: Of the draw.
    """
    taken: dict[tuple[str, str | None], int] = {}
    chosen = []
    for number in np.random.default_rng(seed).permutation(numbers).tolist():
        cell = labels[number], sources[number]
        taken[cell] = taken.get(cell, 0) + 1
        if taken[cell] <= MAPS_EACH:
            chosen.append(number)
    return np.array(sorted(chosen), dtype=np.int64)


def _path_of(run: "RunFolder", fold: int) -> Path:
    return run.fold_folder(fold) / PROBE_NAME
