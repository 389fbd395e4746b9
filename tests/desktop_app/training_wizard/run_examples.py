"""A made-up training run: its plan, what it tells, and its result."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

from core.model.card_writing import write_card
from core.model.package import bundled_package
from core.training.card_sentences import limits_of
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.disease_figures import NO_FIGURES
from core.training.events import EpochFinished, RunStarted
from core.training.plan import TrainingPlan
from core.training.provenance import RunProvenance, describe_dataset
from core.training.results import CrossValidationSummary, OutOfFoldPrediction
from core.training.statements import reservations
from core.training.summary import summarise_folds
from desktop_app.training_wizard.result_work import RunResult

CLASSES = ("COVID-19", "Non-COVID-19")
PLAN = TrainingPlan("ours", CLASSES, "COVID-19")
STARTED = RunStarted(folds=2, epochs=2, images=40, device="CPU", precision="float32", resumed=False)


def epoch(fold: int | None, number: int, value: float = 0.9) -> EpochFinished:
    held_out = None if fold is None else value
    return EpochFinished(fold, number, 2, 1 - value, held_out, held_out, held_out, 3.0, 60.0)


def run_summary() -> CrossValidationSummary:
    """Of 60 images in three folds, from two sources."""
    generator = np.random.default_rng(3)
    predictions = []
    for number in range(60):
        label = CLASSES[number % 2]
        logit = generator.normal(1.0 if number % 2 == 0 else -1.0, 1.0)
        image = LabelledImage(Path(f"/x/{number}.png"), label, source=("north", "south")[number % 3 == 0])
        predictions.append(OutOfFoldPrediction(image, number % 3, (logit, -logit), number))
    return summarise_folds(predictions, CLASSES, "COVID-19")


def run_result(summary: CrossValidationSummary, folder: Path) -> RunResult:
    """The result of a run whose model has the bundled one's card.

    Args:
        summary: Its figures.
        folder: Where it lies.
    """
    images = tuple(prediction.image for prediction in summary.predictions)
    (folder / "model").mkdir()
    (folder / "model" / "card.json").write_text(write_card(bundled_package().card), encoding="utf-8")
    dataset = LabelledDataset(Path("/x"), CLASSES, images)
    run: Any = SimpleNamespace(path=folder, model_folder=folder / "model", plan=PLAN, dataset=dataset)
    provenance = RunProvenance(
        run_id="first",
        plan=PLAN,
        epochs=2,
        dataset=describe_dataset(dataset, [f"{number:064x}" for number in range(60)], range(60)),
        input=bundled_package().card.input,
        start_weights="bundled",
        start_sha256=None,
        software={},
        hardware="",
        device="CPU",
        precision="float32",
        started="",
        finished="",
        training_seconds=1.0,
    )
    sentences = reservations(summary, provenance, dataset)
    return RunResult(run, summary, limits_of(summary, dataset), sentences, (), 0.41237, 0.5, provenance, NO_FIGURES)
