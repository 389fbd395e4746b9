"""The lungs of every training image, found once by the lung network and kept in the run's folder. Imports no torch.

Masks are kept as bits: 20,000 images take 125 MB.
"""

import hashlib
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.jobs import JobContext
from core.model.connected_parts import label_parts
from core.model.input import prepare_input
from core.model.lung_regions import SMALLEST_FIELD, lung_regions
from core.model.lungs import LungFinding, LungNetwork
from core.training.durable_files import make_folder, write_durably
from core.training.events import ImagesPrepared

Indices = npt.NDArray[np.int64]
Masks = npt.NDArray[np.bool_]
Pixels = npt.NDArray[np.uint8]

LUNG_FOLDER = "lungs"
"""Folder in a run's folder where the maps are kept."""
LEAST_FIELD_AREA = 0.03
"""Share of the picture that each of two lung fields must have to be taken for one."""
MOST_OTHER_AREA = 0.05
"""Share of the picture that further parts may have. With both rules 98% of 300 images drawn from five public
collections have plausible lungs."""
VISIBLE_EXTENT = 0.03
"""Opacity extent above which a disease of the lungs can be seen. Source: the bundled classifier's card, stage 2."""

_IMAGES_PER_PASS = 16
_FILE_NAME = "lung_maps.safetensors"  # untranslated: a file name

log = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class LungMaps:
    """What the lung network sees in a set of pictures.

    Attributes:
        size: Rows and columns of each picture.
        bits: uint8 (images, bytes), each picture's lung fields, packed row by row.
        boxes: int64 (images, 4), top, left, row behind the bottom, column behind the right of both lungs together;
            zeros where there are none.
        is_plausible: bool (images,), whether there are two lung fields, and little else that looks like one.
        opacity_extents: float32 (images,), share of the lungs that is opaque, 0..1.
    """

    size: int
    bits: Pixels
    boxes: Indices
    is_plausible: npt.NDArray[np.bool_]
    opacity_extents: npt.NDArray[np.float32]

    def masks(self, numbers: Indices) -> Masks:
        """Where the lungs of some pictures are: bool (n, size, size)."""
        flat = np.unpackbits(self.bits[numbers], axis=1, count=self.size * self.size)
        return flat.reshape(len(numbers), self.size, self.size).astype(bool)


def find_lungs(
    pixels: Pixels,
    network: LungNetwork,
    context: JobContext[Any] | None = None,
    between: Callable[[], None] = lambda: None,
) -> LungMaps:
    """Find the lungs of pictures.

    Args:
        pixels: uint8 (images, size, size), displayed, before equalisation.
        network: The lung network.
        context: Told `ImagesPrepared`; may ask to stop.
        between: Called between passes; may raise or wait.

    Raises:
        JobCancelledError: The context asked to stop.
        DeviceOutOfMemoryError: Not even one image fits on the device.
    """
    job = context if context is not None else JobContext[Any]()
    size, count = pixels.shape[1], len(pixels)
    bits = np.zeros((count, (size * size + 7) // 8), dtype=np.uint8)
    boxes = np.zeros((count, 4), dtype=np.int64)
    plausible = np.zeros(count, dtype=np.bool_)
    extents = np.zeros(count, dtype=np.float32)
    spec = network.package.card.input
    for start in range(0, count, _IMAGES_PER_PASS):
        job.raise_if_cancelled()
        between()
        part = pixels[start : start + _IMAGES_PER_PASS]
        readings = network.read(np.stack([prepare_input(np.asarray(picture), spec) for picture in part]))
        for number, reading in enumerate(readings, start=start):
            mask = lung_mask(reading.finding, size)
            bits[number] = np.packbits(mask)
            boxes[number] = box_of(mask)
            plausible[number] = has_plausible_lungs(reading.finding) and bool(mask.any())
            extents[number] = reading.finding.opacity_extent
        job.report(ImagesPrepared(start + len(part), count))
    return LungMaps(size, bits, boxes, plausible, extents)


def kept_lungs(
    folder: Path,
    pixels: Pixels,
    sha256: Sequence[str],
    open_network: Callable[[], LungNetwork],
    context: JobContext[Any],
    between: Callable[[], None] = lambda: None,
) -> LungMaps:
    """The lungs of a run's pictures: those kept in its folder, or found and kept there.

    Args:
        folder: Where they are kept.
        pixels: uint8 (images, size, size).
        sha256: Of each image's file.
        open_network: Opens the lung network, where it is needed.
        context: Told `ImagesPrepared`; may ask to stop.
        between: Called between passes; may raise or wait.

    Raises:
        JobCancelledError: The context asked to stop.
        RunNotWritableError: They cannot be kept.
        HilumError: The lung network cannot be had.
    """
    path = folder / _FILE_NAME
    key = hashlib.sha256(json.dumps([list(pixels.shape), *sha256]).encode()).hexdigest()
    found = _read(path, key)
    if found is None:
        found = find_lungs(pixels, open_network(), context, between)
        make_folder(folder)
        _write(path, key, found)
    return found


def lung_mask(finding: LungFinding, size: int) -> Masks:
    """The lung fields without specks: bool (size, size).

    Args:
        finding: From the lung network.
        size: Rows and columns to bring the mask to.
    """
    mask = finding.lung_mask
    labels, count = label_parts(mask)
    sizes = np.bincount(labels.ravel(), minlength=count + 1)
    large = sizes >= SMALLEST_FIELD * mask.size
    large[0] = False
    kept: Masks = large[labels]
    if kept.shape == (size, size):
        return kept
    rows, columns = (((np.arange(size) + 0.5) * side / size).astype(np.int64) for side in kept.shape)
    return np.asarray(kept[rows][:, columns], dtype=np.bool_)


def has_plausible_lungs(finding: LungFinding) -> bool:
    """Whether the lung network drew two lung fields and little else."""
    regions = lung_regions(finding)
    return (
        len(regions.fields) == 2
        and min(field.area for field in regions.fields) >= LEAST_FIELD_AREA
        and regions.other_area <= MOST_OTHER_AREA
    )


def box_of(mask: Masks) -> tuple[int, int, int, int]:
    """Top, left, row behind the bottom and column behind the right of a mask; zeros where it is empty."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return 0, 0, 0, 0
    return int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1


def _read(path: Path, key: str) -> LungMaps | None:
    from safetensors import SafetensorError, safe_open

    if not path.exists():
        return None
    try:
        with safe_open(path, framework="numpy") as file:
            metadata = file.metadata() or {}
            if metadata.get("key") != key:
                return None
            return LungMaps(
                int(metadata["size"]),
                file.get_tensor("bits"),
                file.get_tensor("boxes"),
                file.get_tensor("is_plausible"),
                file.get_tensor("opacity_extents"),
            )
    except (OSError, SafetensorError) as error:
        log.warning("Kept lung maps are damaged and made again: %s", type(error).__name__)
        return None


def _write(path: Path, key: str, maps: LungMaps) -> None:
    from safetensors.numpy import save

    tensors: dict[str, npt.NDArray[Any]] = {
        "bits": maps.bits,
        "boxes": maps.boxes,
        "is_plausible": maps.is_plausible,
        "opacity_extents": maps.opacity_extents,
    }
    content = save(tensors, {"key": key, "size": str(maps.size)})
    write_durably(path, lambda file: file.write(content))
