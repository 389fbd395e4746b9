"""Folders of runs that ended, as training leaves them."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np

from core.model.package import bundled_package
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.durable_files import write_json_durably
from core.training.folds import Fold
from core.training.image_cache import TrainingImages
from core.training.packaging import TrainedModel, build_trained_package
from core.training.plan import TrainingPlan
from core.training.plan_file import plan_to_json
from core.training.run_data import data_to_json
from core.training.run_folder import RunFolder
from core.training.run_predictions import summarise_run
from core.training.run_state import RunState, write_state

CLASSES = ("Clear", "Opacity")


def finished_run(folder: Path, *, with_model: bool = True) -> RunFolder:
    """The folder of a run of two folds on eight noisy pictures."""
    folder.mkdir()
    rng = np.random.default_rng(3)
    images = tuple(LabelledImage(folder / f"{n}.png", CLASSES[n % 2], f"patient-{n}", "Clinic A") for n in range(8))
    dataset = LabelledDataset(folder, CLASSES, images)
    pixels = TrainingImages(
        dataset, rng.integers(0, 255, (8, 224, 224), np.uint8), tuple(f"{n:064x}" for n in range(8))
    )
    check = SimpleNamespace(
        dataset=dataset, unreadable=(), findings=(), duplicate_groups=(), images=pixels, groups=np.arange(8)
    )
    plan = TrainingPlan("ward", CLASSES, "Opacity", folds=2)
    write_json_durably(folder / "plan.json", plan_to_json(plan))
    write_json_durably(folder / "dataset.json", data_to_json(plan, check))  # type: ignore[arg-type]
    write_state(folder, RunState.PREPARED)
    run = RunFolder(folder)
    halves = np.arange(4), np.arange(4, 8)
    run.write_folds([Fold(0, halves[1], halves[0]), Fold(1, halves[0], halves[1])])
    for fold, half in enumerate(halves):
        logits = np.stack([np.zeros(4), np.where(half % 2, 1.0, -1.0) + rng.normal(0, 0.8, 4)], axis=1)
        run.write_logits(fold, logits.astype(np.float32))
    if with_model:
        package = bundled_package()
        summary = summarise_run(run)
        model = TrainedModel(run.run_id, plan, summary, pixels, package.card.input, package.weights_path)
        build_trained_package(run.model_folder, model)
    write_state(folder, RunState.FINISHED)
    return run
