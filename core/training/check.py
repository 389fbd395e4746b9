"""The check of labelled images before anything is trained on them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from core.jobs import JobContext, Progress
from core.model.input import InputSpec
from core.training.class_findings import class_findings, file_findings
from core.training.dataset import LabelledDataset
from core.training.duplicates import find_duplicates, find_exact_duplicates
from core.training.findings import Finding, FindingKind, Severity
from core.training.groups import group_images
from core.training.image_cache import TrainingImages, UnreadableImage, load_training_images
from core.training.image_findings import copy_findings, patient_findings, picture_findings
from core.training.reading import read_data

__all__ = ["DatasetCheck", "Finding", "FindingKind", "Severity", "check_dataset"]

_ORDER = list(Severity)


@dataclass(frozen=True, eq=False)
class DatasetCheck:
    """Images, checked.

    Attributes:
        dataset: The readable images; its classes include those without any.
        images: Their pictures.
        unreadable: What cannot be read, and why.
        duplicate_groups: Numbers of images that show the same picture, two or more each.
        groups: int64 (images,) group of each image that no fold may split.
        findings: What was found, the gravest first.
        class_counts: Readable images per class.
    """

    dataset: LabelledDataset
    images: TrainingImages
    unreadable: tuple[UnreadableImage, ...]
    duplicate_groups: tuple[tuple[int, ...], ...]
    groups: npt.NDArray[np.int64]
    findings: tuple[Finding, ...]
    class_counts: Mapping[str, int]

    @property
    def can_train(self) -> bool:
        """Whether nothing found forbids training."""
        return all(finding.severity is not Severity.BLOCKING for finding in self.findings)


def check_dataset(
    path: Path, spec: InputSpec, cache_folder: Path | None = None, context: JobContext[Any] | None = None
) -> DatasetCheck:
    """Read labelled images and say what is wrong with them.

    Args:
        path: A folder with one subfolder per class, or a CSV index (`core.training.reading.read_labelled_data`).
        spec: Input of the model that is to be trained.
        cache_folder: Where small pictures are kept for the next time, None for nowhere.
        context: Told `ImagesPrepared` and then `Progress`; may ask to stop.

    Returns:
        The images with all findings, however many; training is refused where one of them is blocking.

    Raises:
        InvalidDatasetError: The path is no set of labelled images.
        FileError: The folder or index cannot be read.
        JobCancelledError: The context asked to stop.
    """
    job = context if context is not None else JobContext[Any]()
    reading = read_data(path, job)
    images, unreadable = load_training_images(reading.dataset, spec, cache_folder, job)
    dataset = images.dataset
    exact = find_exact_duplicates(images)
    duplicates = find_duplicates(images, job)
    groups = group_images(dataset, duplicates)
    class_counts = {name: int((dataset.labels == index).sum()) for index, name in enumerate(dataset.classes)}
    findings = [
        *file_findings(reading, unreadable),
        *class_findings(dataset, class_counts, groups),
        *copy_findings(dataset, exact, duplicates),
        *patient_findings(dataset),
        *picture_findings(images),
    ]
    job.report(Progress(len(dataset.images), len(dataset.images)))
    findings.sort(key=lambda finding: _ORDER.index(finding.severity))
    return DatasetCheck(dataset, images, unreadable, duplicates, groups, tuple(findings), class_counts)
