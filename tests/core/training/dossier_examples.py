"""Dossiers of invented runs."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.model.card import DensityScale, ReferenceDensity
from core.model.input import Crop, Equalisation, InputSpec, ResizeFilter
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.dossier import Dossier, build_dossier
from core.training.plan import TrainingPlan
from core.training.provenance import RunProvenance, describe_dataset
from core.training.results import OutOfFoldPrediction
from core.training.summary import summarise_folds

ROOT = Path("/the-clinic/collection")
CLASSES = ("sick", "well")
SPEC = InputSpec(224, ResizeFilter.LANCZOS, Equalisation.MID_RANK, 256, Crop(16, 207), 1e-6, 3)
DENSITY = ReferenceDensity(
    DensityScale.DISPLAYED,
    (0.0, 128.0, 256.0),
    {"sick": (0.004, 0.1 + 0.2), "well": (0.0, 1 / 128)},
    {"sick": 3},
    "All.",
)

Change = Callable[[int, LabelledImage], LabelledImage]


def dossier_of(
    count: int = 240,
    change: Change = lambda _, image: image,
    groups: list[int] | None = None,
    classes: tuple[str, ...] = CLASSES,
    folds: int = 5,
    separation: float = 1.5,
    threshold: float = 0.5,
    **plan: object,
) -> Dossier:
    generator = np.random.default_rng(0)
    labels = np.arange(count) // folds % len(classes)
    logits = generator.normal(0, 1, (count, len(classes))).astype(np.float32)
    logits[np.arange(count), labels] += separation
    images = tuple(
        change(number, LabelledImage(ROOT / classes[label] / f"{number}.png", classes[label]))
        for number, label in enumerate(labels)
    )
    numbers = groups if groups is not None else list(range(count))
    predictions = [
        OutOfFoldPrediction(image, number % folds, tuple(logits[number].tolist()), numbers[number])
        for number, image in enumerate(images)
    ]
    dataset = LabelledDataset(ROOT, classes, images)
    provenance = RunProvenance(
        run_id="first",
        plan=replace(TrainingPlan("ours", classes, classes[0], folds=folds), **plan),
        epochs=10,
        dataset=describe_dataset(dataset, [f"{number:064x}" for number in range(count)], numbers),
        input=SPEC,
        start_weights="resnet50_cxr 1",
        start_sha256="ab" * 32,
        software={"hilum": "1", "torch": "2"},
        hardware="a computer",
        device="CPU",
        precision="float32",
        started="2026-11-23T10:00:00+00:00",
        finished="2026-11-23T11:00:00+00:00",
        training_seconds=3600.0,
        densities=(DENSITY,),
        notes=("went on after an interruption",),
    )
    return build_dossier(summarise_folds(predictions, classes, classes[0], threshold), provenance)
