"""What each probe of the shortcut audit looks at, as numbers of each image."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.errors import RunNotWritableError
from core.jobs import JobContext, Progress
from core.language import tr
from core.training.audit_features import (
    NamedColumns,
    columns_of_numbers,
    columns_of_words,
    name_columns,
    size_columns,
    without_gaps,
)
from core.training.audit_files import FileMeasures, details_matrix, measure_file
from core.training.audit_pictures import HiddenBoxes, hidden_boxes, outside_features, picture_spectra, visible_cells
from core.training.audit_report import Probe
from core.training.check import DatasetCheck
from core.training.events import ImagesPrepared
from core.training.image_cache import in_threads
from core.training.lung_maps import LUNG_FOLDER, LungMaps, find_lungs, kept_lungs

_KEPT_SETS = 4


@dataclass(frozen=True, eq=False)
class ProbeFeatures:
    """What is known of each image by each probe.

    Attributes:
        columns: Of each probe, finite numbers by what they are, float64 (images, columns); no entry where a probe has
            nothing to look at.
        boxes: What is hidden of each image.
    """

    columns: Mapping[Probe, NamedColumns]
    boxes: HiddenBoxes


def measure_probes(
    check: DatasetCheck, sample: npt.NDArray[np.int64], cache_folder: Path | None, job: JobContext[Any]
) -> ProbeFeatures:
    """Measure every image for every probe.

    Args:
        check: The images, checked.
        sample: int64 (n,) numbers of the images that are looked at.
        cache_folder: Where lungs are kept for the next time, None for nowhere.
        job: Told `Progress`; may ask to stop.
    """
    paths = [check.dataset.images[number].path for number in sample.tolist()]
    measures: list[FileMeasures] = []
    for measured in in_threads(measure_file, paths, job):
        measures.append(measured)
        job.report(Progress(len(measures), len(paths), tr("measuring the files")))
    pixels = np.ascontiguousarray(check.images.pixels[sample])
    lungs = lungs_of(pixels, [check.images.sha256[number] for number in sample.tolist()], cache_folder, job)
    boxes = hidden_boxes(lungs)
    columns = _picture_columns(pixels, boxes, measures)
    if check.images.facts:
        facts = [check.images.facts[number] for number in sample.tolist()]
        columns[Probe.SIZE] = size_columns([fact.rows for fact in facts], [fact.columns for fact in facts])
    columns[Probe.STORAGE] = columns_of_words([item.storage_words for item in measures]) | columns_of_numbers(
        [item.storage_numbers for item in measures]
    )
    columns[Probe.TAGS] = columns_of_words([item.tag_words for item in measures]) | columns_of_numbers(
        [item.tag_numbers for item in measures]
    )
    columns[Probe.NAMES] = name_columns(paths)
    return ProbeFeatures({probe: found for probe, found in columns.items() if found}, boxes)


def lungs_of(
    pixels: npt.NDArray[np.uint8], sha256: list[str], cache_folder: Path | None, job: JobContext[Any]
) -> LungMaps:
    """The lungs of pictures, from the cache where they are known.

    Args:
        pixels: uint8 (images, size, size).
        sha256: Of each image's file.
        cache_folder: Where they are kept, None for nowhere.
        job: Told `Progress`; may ask to stop.
    """
    from core.model.lungs import bundled_lung_package, load_lung_network
    from core.model.runtime import DeviceChoice

    def tell(event: ImagesPrepared) -> None:
        job.report(Progress(event.done, event.total, tr("finding the lungs")))

    def open_network() -> Any:
        return load_lung_network(package, DeviceChoice.CPU)

    package = bundled_lung_package()
    context = JobContext[Any](tell, job.token)
    if cache_folder is None:
        return find_lungs(pixels, open_network(), context)
    # Another lung network would see other lungs.
    key = hashlib.sha256("\n".join([package.card.weights.sha256, *sha256]).encode()).hexdigest()[:32]
    folder = cache_folder / LUNG_FOLDER
    try:
        found = kept_lungs(folder / key, pixels, sha256, open_network, context)
        _remove_old_sets(folder)
    except (RunNotWritableError, OSError):
        # Without room on the disk they are found again the next time.
        return find_lungs(pixels, open_network(), context)
    return found


def _picture_columns(
    pixels: npt.NDArray[np.uint8], boxes: HiddenBoxes, measures: list[FileMeasures]
) -> dict[Probe, NamedColumns]:
    details = {name: details_matrix(measures, name) for name in ("cells", "corners", "edges", "histogram", "noise")}
    contents = {
        Probe.LUNGS_HIDDEN: np.column_stack([outside_features(pixels, boxes), visible_cells(details["cells"], boxes)])
        if details["cells"].shape[1]
        else outside_features(pixels, boxes),
        Probe.CORNERS: details["corners"],
        Probe.EDGES: details["edges"],
        Probe.HISTOGRAM: details["histogram"],
        Probe.NOISE: np.column_stack([details["noise"], picture_spectra(pixels)]),
    }
    filled = {probe: without_gaps(features) for probe, features in contents.items()}
    columns: dict[Probe, NamedColumns] = {
        probe: {"sharpness and noise" if probe is Probe.NOISE else "picture": features}
        for probe, features in filled.items()
        if features.shape[1]
    }
    # A smooth picture makes a small file: its size says what sharpness says, and no more of how it was stored.
    sizes = columns_of_numbers([{"file size": item.bytes_per_pixel} for item in measures])
    columns[Probe.NOISE] = columns.get(Probe.NOISE, {}) | sizes
    return columns


def _remove_old_sets(folder: Path) -> None:
    import contextlib
    import shutil

    with contextlib.suppress(OSError):
        kept = sorted(folder.iterdir(), key=lambda entry: entry.stat().st_mtime, reverse=True)
        for entry in kept[_KEPT_SETS:]:
            shutil.rmtree(entry, ignore_errors=True)
