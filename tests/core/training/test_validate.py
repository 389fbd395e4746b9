"""Plans that cannot be carried out are refused with the reason, before anything runs."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import InvalidPlanError
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.plan import Augmentation, Depth, Recipe, StartKind, StartPoint, TrainingPlan, Variation
from core.training.validate import validate_plan

from .run_examples import ExampleCheck

PLAN = TrainingPlan("model", ("a", "b"), "b")


def check_with(labels: str, groups: list[int] | None = None, classes: tuple[str, ...] = ("a", "b")) -> ExampleCheck:
    images = tuple(LabelledImage(Path(f"/{number}.png"), label) for number, label in enumerate(labels))
    numbers = np.array(groups if groups is not None else range(len(labels)), dtype=np.int64)
    counts = {name: labels.count(name) for name in classes}
    nothing: Any = None
    return ExampleCheck(LabelledDataset(Path("/"), classes, images), nothing, numbers, counts)


def validate(plan: TrainingPlan, check: ExampleCheck) -> None:
    validate_plan(plan, check)  # type: ignore[arg-type]


def test_a_plan_that_fits_is_accepted() -> None:
    validate(PLAN, check_with("ab" * 5))
    validate(replace(PLAN, folds=1, classes=("b", "a")), check_with("ab" * 5))


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"name": "a b"}, "name"),
        ({"name": ""}, "name"),
        ({"folds": 0}, "folds"),
        ({"folds": 21}, "folds"),
        ({"folds": 6}, "6 folds need"),
        ({"epochs": 0}, "epochs"),
        ({"batch_size": 1}, "batch"),
        ({"learning_rate": 0.0}, "learning rate"),
        ({"learning_rate": float("nan")}, "learning rate"),
        ({"weight_decay": -1.0}, "weight decay"),
        ({"seed": -1}, "seed"),
        ({"device": "tpu"}, "device"),
        ({"start": StartPoint(StartKind.WEIGHTS_FILE)}, "weights file"),
        ({"start": StartPoint(StartKind.RANDOM)}, "random"),
        ({"recipe": Recipe.PRETRAIN, "depth": Depth.PARTIAL}, "pretrain"),
        ({"augmentation": Augmentation(noise=Variation(True, -0.1))}, "noise"),
        ({"classes": ("a", "c")}, "classes"),
        ({"positive_class": "c"}, "none of the classes"),
    ],
)
def test_a_plan_that_does_not_fit_says_why(changes: dict[str, Any], reason: str) -> None:
    with pytest.raises(InvalidPlanError, match=reason):
        validate(replace(PLAN, **changes), check_with("ab" * 5))


def test_one_class_is_not_enough() -> None:
    with pytest.raises(InvalidPlanError, match="one class only"):
        validate(replace(PLAN, classes=("a", "b")), check_with("a" * 10))


def test_images_of_one_patient_count_once() -> None:
    with pytest.raises(InvalidPlanError, match="“b” has 1"):
        validate(PLAN, check_with("a" * 5 + "b" * 5, [*range(5), 9, 9, 9, 9, 9]))


def test_data_that_cannot_be_trained_on_is_refused() -> None:
    with pytest.raises(InvalidPlanError, match="check"):
        validate(PLAN, replace(check_with("ab" * 5), can_train=False))
