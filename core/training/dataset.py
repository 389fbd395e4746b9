"""Labelled images: what a model is trained on."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import numpy.typing as npt

MOST_CLASSES = 10


@dataclass(frozen=True)
class LabelledImage:
    """One image file with what is known about it.

    Attributes:
        path: The file, absolute.
        label: Its class.
        patient_id: Whom it shows, None where unknown. Never written to a log.
        source: Hospital or collection it comes from, None where unknown.
        split: What the index says it is for, None where it says nothing.
    """

    path: Path
    label: str
    patient_id: str | None = None
    source: str | None = None
    split: str | None = None


@dataclass(frozen=True)
class LabelledDataset:
    """Images with their classes, in a fixed order.

    Attributes:
        root: Folder that was read, or the folder of the index.
        classes: Class names in the order of a network's outputs, at least one.
        images: The images, ordered by path.
        index_path: CSV index that was read, None for a folder with one subfolder per class.
    """

    root: Path
    classes: tuple[str, ...]
    images: tuple[LabelledImage, ...]
    index_path: Path | None = None

    @cached_property
    def labels(self) -> npt.NDArray[np.int64]:
        """Index of each image's class: int64 (images,)."""
        positions = {name: position for position, name in enumerate(self.classes)}
        return np.array([positions[image.label] for image in self.images], dtype=np.int64)

    def name_of(self, image: LabelledImage) -> str:
        """Path of an image below the root, with forward slashes; its whole path where it lies elsewhere."""
        try:
            return image.path.relative_to(self.root).as_posix()
        except ValueError:
            return image.path.as_posix()
