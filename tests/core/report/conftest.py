"""Made-up training runs for documents: figures from seeded scores, names of every kind."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import numpy as np
import pytest

from core.model.card import DensityScale, ReferenceDensity
from core.model.density import EDGES
from core.model.package import bundled_package
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.dossier import Dossier, build_dossier
from core.training.plan import TrainingPlan
from core.training.provenance import RunProvenance, describe_dataset
from core.training.results import OutOfFoldPrediction
from core.training.summary import summarise_folds

ROOT = Path("/somewhere/private/collection")
DATE = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


class DossierMaker(Protocol):
    """Makes a dossier of a run that never was."""

    def __call__(
        self,
        classes: Sequence[str] = ...,
        images: int = ...,
        folds: int = ...,
        sources: Sequence[str] = ...,
        patients: bool = ...,
        separation: float = ...,
        name: str = ...,
    ) -> Dossier: ...


def make_dossier(
    classes: Sequence[str] = ("COVID-19", "Non-COVID-19"),
    images: int = 60,
    folds: int = 3,
    sources: Sequence[str] = (),
    patients: bool = True,
    separation: float = 4.0,
    name: str = "clinic",
) -> Dossier:
    """Make a dossier whose scores are normal, `separation` standard deviations apart."""
    generator = np.random.default_rng(0)
    labelled = [
        LabelledImage(
            path=ROOT / classes[number % len(classes)] / f"scan_{number:05d}.png",
            label=classes[number % len(classes)],
            patient_id=f"SECRET{number // 2}" if patients else None,
            source=sources[number // len(classes) % len(sources)] if sources else None,
        )
        for number in range(images)
    ]
    labelled.sort(key=lambda image: image.path)
    labels = np.array([list(classes).index(image.label) for image in labelled])
    logits = generator.normal(size=(images, len(classes)))
    logits[np.arange(images), labels] += separation
    predictions = [
        OutOfFoldPrediction(image, number % folds, tuple(logits[number].tolist()), number)
        for number, image in enumerate(labelled)
    ]
    dataset = LabelledDataset(ROOT, tuple(classes), tuple(labelled))
    provenance = RunProvenance(
        run_id="0f" * 16,
        plan=TrainingPlan(name, tuple(classes), classes[0], folds=folds),
        epochs=10,
        dataset=describe_dataset(dataset, [f"{number:064x}" for number in range(images)], np.arange(images)),
        input=bundled_package().card.input,
        start_weights="resnet50_cxr_v1 1.0.0",
        start_sha256="ab" * 32,
        software={"Python": "3.11.2", "torch": "2.9.0", "numpy": "2.3.0"},
        hardware="A processor, 2 logical cores, 8 GiB memory",
        device="cpu",
        precision="bfloat16",
        started="2026-11-23T10:00:00+00:00",
        finished="2026-11-23T10:02:30+00:00",
        training_seconds=150.0,
        densities=_densities(classes),
    )
    return build_dossier(summarise_folds(predictions, classes, classes[0]), provenance)


def _densities(classes: Sequence[str]) -> tuple[ReferenceDensity, ...]:
    densities = []
    for scale, edges in EDGES.items():
        centres = (edges[:-1] + edges[1:]) / 2
        width = (edges[-1] - edges[0]) / 8
        middle = 0.0 if scale is DensityScale.NETWORK_INPUT else 120.0
        curves = {
            name: tuple(
                (np.exp(-(((centres - middle - number * width / 4) / width) ** 2) / 2) / (width * 2.5066)).tolist()
            )
            for number, name in enumerate(classes)
        }
        densities.append(ReferenceDensity(scale, tuple(edges.tolist()), curves, dict.fromkeys(classes, 10), "All."))
    return tuple(densities)


@pytest.fixture
def dossier_maker() -> DossierMaker:
    return make_dossier
