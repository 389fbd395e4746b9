"""Where a trained model comes from: data, settings, software, machine. What one needs to repeat a run."""

import os
import platform
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.model.card import ReferenceDensity
from core.model.input import InputSpec
from core.training.dataset import LabelledDataset
from core.training.device_words import CORES, FROM_SOURCE, MEMORY
from core.training.groups import patient_key
from core.training.plan import TrainingPlan

RELEVANT_PACKAGES = ("hilum", "numpy", "torch", "torchvision", "safetensors", "pillow", "pydicom", "python-gdcm")
_CPU_INFORMATION = Path("/proc/cpuinfo")


@dataclass(frozen=True)
class DatasetFacts:
    """What a run was given to learn from. Images are named by their paths below the data's folder.

    Attributes:
        root: Folder of the images, on this computer.
        name: Name of the folder or index, without its path.
        class_counts: Readable images per class.
        sha256: Image to the SHA-256 of its file.
        groups: How many independent groups (same patient, copies) the images form.
        duplicate_groups: Images that show the same picture, 2 or more each.
        images_with_patient: How many images name their patient.
        patients: How many patients those show.
        unreadable: Files that were passed over.
        findings: Sentences of the data check, in English.
    """

    root: Path
    name: str
    class_counts: Mapping[str, int]
    sha256: Mapping[str, str]
    groups: int
    duplicate_groups: tuple[tuple[str, ...], ...]
    images_with_patient: int
    patients: int
    unreadable: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()

    @property
    def images(self) -> int:
        """Images in all."""
        return sum(self.class_counts.values())


@dataclass(frozen=True)
class RunProvenance:
    """How a run was made.

    Attributes:
        run_id: Name of the run.
        plan: What was chosen.
        epochs: Passes over each fold's training images.
        dataset: What it learnt from.
        input: What was done to each picture first.
        start_weights: What training started from, in words.
        start_sha256: SHA-256 of those weights, None where there are none (random) or it is not known.
        software: Package or program to its version.
        hardware: Processor, memory and graphics, in English.
        device: What it ran on, in English.
        precision: Arithmetic of the forward pass.
        started: When, ISO 8601.
        finished: When, ISO 8601.
        training_seconds: Time spent training, without pauses and interruptions; NaN where not known.
        densities: Pixel-density distribution of each class, per scale.
        notes: What happened on the way, in English: smaller micro-batches, resumed after an interruption.
    """

    run_id: str
    plan: TrainingPlan
    epochs: int
    dataset: DatasetFacts
    input: InputSpec
    start_weights: str
    start_sha256: str | None
    software: Mapping[str, str]
    hardware: str
    device: str
    precision: str
    started: str
    finished: str
    training_seconds: float
    densities: tuple[ReferenceDensity, ...] = ()
    notes: tuple[str, ...] = ()


def describe_dataset(
    dataset: LabelledDataset,
    sha256: Sequence[str],
    groups: npt.ArrayLike,
    duplicates: Iterable[Sequence[int]] | None = None,
    unreadable: Iterable[str] = (),
    findings: Iterable[str] = (),
) -> DatasetFacts:
    """Put down what a run was given.

    Args:
        dataset: The readable images.
        sha256: SHA-256 of each image's file.
        groups: (images,), which belong together.
        duplicates: Groups of image numbers that show the same picture. None infers them: what was put together
            although no patient joins it.
        unreadable: Names of files that were passed over.
        findings: Sentences of the data check.
    """
    names = [dataset.name_of(image) for image in dataset.images]
    members: dict[int, list[int]] = {}
    for number, group in enumerate(np.asarray(groups, dtype=np.int64).tolist()):
        members.setdefault(group, []).append(number)
    patients = [patient_key(image) for image in dataset.images]
    if duplicates is None:
        duplicates = [
            numbers
            for numbers in members.values()
            if len(numbers) > 1 and (None in (keys := {patients[number] for number in numbers}) or len(keys) > 1)
        ]
    counts = Counter(image.label for image in dataset.images)
    return DatasetFacts(
        root=dataset.root,
        name=(dataset.index_path or dataset.root).name,
        class_counts={name: counts[name] for name in dataset.classes},
        sha256=dict(zip(names, sha256, strict=True)),
        groups=len(members),
        duplicate_groups=tuple(tuple(names[number] for number in numbers) for numbers in duplicates),
        images_with_patient=sum(patient is not None for patient in patients),
        patients=len({patient for patient in patients if patient is not None}),
        unreadable=tuple(unreadable),
        findings=tuple(findings),
    )


def software_versions() -> dict[str, str]:
    """Versions of everything that can change a result, as installed here."""
    versions = {"Python": platform.python_version(), "system": platform.platform()}
    for name in RELEVANT_PACKAGES:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            continue
    # Run from its source, the program is no installed package.
    versions.setdefault("hilum", FROM_SOURCE)
    return versions


def describe_hardware() -> str:
    """This computer's processor, cores and memory, in English."""
    parts = [_processor_name(), CORES.format(number=os.cpu_count() or 1)]
    if memory := _memory_bytes():
        parts.append(MEMORY.format(number=f"{memory / 2**30:.0f}"))
    return ", ".join(parts)


def _processor_name() -> str:
    """The processor's own name; the platform module knows only its family on Linux."""
    try:
        for line in _CPU_INFORMATION.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.lower().startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


def _memory_bytes() -> int | None:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return None  # Windows has no sysconf.
