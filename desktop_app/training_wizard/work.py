"""What the training window computes in the background. Each function gets a snapshot of values and returns a `Work`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from core.jobs import JobContext
from desktop_app.training_wizard.picture_grid import NamedPicture

if TYPE_CHECKING:
    from core.model.card import ReferenceDensity
    from core.training.audit_report import AuditReport
    from core.training.check import DatasetCheck
    from core.training.control import RunControl
    from core.training.estimate import RunEstimate
    from core.training.plan import TrainingPlan
    from core.training.run_folder import RunFolder


@dataclass(frozen=True)
class DataPreview:
    """What is in a folder or index, by names alone.

    Attributes:
        counts: Images per class, readable or not.
        sources: How many sources are named.
    """

    counts: Mapping[str, int]
    sources: int

    @property
    def images(self) -> int:
        """Images in all."""
        return sum(self.counts.values())


@dataclass(frozen=True)
class Checked:
    """The outcome of the check, and what the flow needs of it.

    Attributes:
        check: As `check_dataset` returned it.
        data: For the flow.
        taken_names: Names of earlier runs.
    """

    check: DatasetCheck
    data: Any
    taken_names: tuple[str, ...]


def preview_work(path: Path) -> Callable[[JobContext[Any]], DataPreview]:
    """Count the images of each class."""

    def work(context: JobContext[Any]) -> DataPreview:
        from core.training.reading import read_labelled_data

        dataset = read_labelled_data(path, context)
        counts = Counter(image.label for image in dataset.images)
        sources = {image.source for image in dataset.images if image.source}
        return DataPreview({name: counts[name] for name in dataset.classes}, len(sources))

    return work


def check_work(path: Path, cache_folder: Path | None, runs_folder: Path) -> Callable[[JobContext[Any]], Checked]:
    """Check the images, at the bundled model's input size."""

    def work(context: JobContext[Any]) -> Checked:
        from core.model.package import bundled_package
        from core.training.check import check_dataset
        from core.training.wizard_flow import checked_data

        check = check_dataset(path, bundled_package().card.input, cache_folder, context)
        return Checked(check, checked_data(check), taken_names(runs_folder))

    return work


def audit_work(check: DatasetCheck, cache_folder: Path | None) -> Callable[[JobContext[Any]], AuditReport]:
    """Look for shortcuts in checked images."""

    def work(context: JobContext[Any]) -> AuditReport:
        from core.training.audit import audit_dataset

        return audit_dataset(check, context, cache_folder=cache_folder)

    return work


def samples_of(check: DatasetCheck, each: int, seed: int) -> dict[str, tuple[NamedPicture, ...]]:
    """Some images of each class, drawn at random."""
    generator = np.random.default_rng(seed)
    samples = {}
    for index, name in enumerate(check.dataset.classes):
        members = np.flatnonzero(check.dataset.labels == index)
        chosen = np.sort(generator.choice(members, min(each, members.size), replace=False))
        samples[name] = tuple(
            NamedPicture(check.images.pixels[number], image.path.name, image.path)
            for number in chosen
            if (image := check.dataset.images[number])
        )
    return samples


def densities_work(check: DatasetCheck) -> Callable[[JobContext[Any]], Sequence[ReferenceDensity]]:
    """Average the pixel densities of each class."""

    def work(context: JobContext[Any]) -> Sequence[ReferenceDensity]:
        from core.model.density import reference_densities_of
        from core.model.package import bundled_package

        dataset = check.dataset
        spec = bundled_package().card.input
        note = f"All readable images of {dataset.root.name}."  # untranslated: nobody is shown it
        return reference_densities_of(check.images.pixels, dataset.labels, dataset.classes, spec, note, context)

    return work


def estimate_work(plan: TrainingPlan, images: int) -> Callable[[JobContext[Any]], RunEstimate]:
    """Measure how long each depth would take."""

    def work(context: JobContext[Any]) -> RunEstimate:
        from core.training.estimate import estimate_run

        return estimate_run(plan, images, context)

    return work


def prepare_work(
    folder: Path, plan: TrainingPlan, check: DatasetCheck, audit: AuditReport | None
) -> Callable[[JobContext[Any]], RunFolder]:
    """Write a new run to disk."""

    def work(_context: JobContext[Any]) -> RunFolder:
        from core.training.run_folder import prepare_run

        return prepare_run(folder / plan.name, plan, check, audit)

    return work


def train_work(run: RunFolder, control: RunControl) -> Callable[[JobContext[Any]], None]:
    """Train in a process of its own."""

    def work(context: JobContext[Any]) -> None:
        from core.training.child import train_in_child

        train_in_child(run, control, context)

    return work


def taken_names(runs_folder: Path) -> tuple[str, ...]:
    """Names of everything that lies where runs lie; also what is damaged takes its name."""
    return tuple(sorted(entry.name for entry in runs_folder.iterdir())) if runs_folder.is_dir() else ()
