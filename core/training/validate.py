"""Whether a training plan can be carried out with the images at hand, said before anything runs."""

import math
import re
from typing import TYPE_CHECKING

import numpy as np

from core.errors import InvalidPlanError
from core.training.dataset import MOST_CLASSES
from core.training.plan import Augmentation, Depth, Recipe, StartKind, TrainingPlan

if TYPE_CHECKING:
    from core.training.check import DatasetCheck

SINGLE_LOOK_FOLDS = 5
"""A plan with one fold trains one of so many."""
MOST_FOLDS = 20
MOST_EPOCHS = 1000
MOST_BATCH_SIZE = 4096
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_DEVICES = ("auto", "cpu", "cuda")


def fold_count(plan: TrainingPlan) -> int:
    """Into how many parts the images are split; one held-out part needs the others too."""
    return plan.folds if plan.folds > 1 else SINGLE_LOOK_FOLDS


def validate_plan(plan: TrainingPlan, check: "DatasetCheck") -> None:
    """Make sure that a plan can be carried out.

    Args:
        plan: What was chosen.
        check: The images, as checked.

    Raises:
        InvalidPlanError: It cannot; the error says why.
    """
    if not check.can_train:
        blocking = next((finding.sentence for finding in check.findings if finding.severity.name == "BLOCKING"), "")
        raise InvalidPlanError(f"the check of the images found a problem: {blocking.rstrip('.')}")
    _check_settings(plan)
    _check_classes(plan, check)
    _check_groups(plan, check)


def _check_settings(plan: TrainingPlan) -> None:
    _require(_NAME.fullmatch(plan.name) is not None, "a model's name has 1 to 64 letters, digits, “-” or “_”")
    _require(1 <= plan.folds <= MOST_FOLDS, f"the number of folds is {plan.folds}, not 1 to {MOST_FOLDS}")
    _require(plan.epochs is None or 1 <= plan.epochs <= MOST_EPOCHS, f"{plan.epochs} epochs are not 1 to {MOST_EPOCHS}")
    # Batch normalisation needs at least two images to have a deviation.
    _require(2 <= plan.batch_size <= MOST_BATCH_SIZE, f"a batch of {plan.batch_size} is not 2 to {MOST_BATCH_SIZE}")
    _require(math.isfinite(plan.learning_rate) and plan.learning_rate > 0, "the learning rate is not above 0")
    _require(math.isfinite(plan.weight_decay) and plan.weight_decay >= 0, "the weight decay is below 0")
    _require(plan.seed >= 0, "the seed is below 0")
    _require(plan.device in _DEVICES, f"the device is “{plan.device}”, not one of {', '.join(_DEVICES)}")
    _require(plan.start.kind is not StartKind.WEIGHTS_FILE or plan.start.path is not None, "no weights file was chosen")
    _require(
        plan.depth is Depth.FULL or plan.start.kind is not StartKind.RANDOM,
        "random weights have learnt nothing yet, so the depth must be “full”",
    )
    _require(
        plan.recipe is not Recipe.PRETRAIN or plan.depth is Depth.FULL, "the recipe “pretrain” needs the depth “full”"
    )
    _check_augmentation(plan.augmentation)


def _check_augmentation(augmentation: Augmentation) -> None:
    for name, variation in vars(augmentation).items():
        _require(math.isfinite(variation.amount) and variation.amount >= 0, f"the amount of “{name}” is not 0 or above")


def _check_classes(plan: TrainingPlan, check: "DatasetCheck") -> None:
    present = [name for name in check.dataset.classes if check.class_counts.get(name, 0) > 0]
    _require(len(present) >= 2, "there are images of one class only, and a classifier needs two")
    _require(len(plan.classes) <= MOST_CLASSES, f"there are {len(plan.classes)} classes, more than {MOST_CLASSES}")
    _require(
        sorted(plan.classes) == sorted(check.dataset.classes),
        f"the plan's classes ({', '.join(plan.classes)}) are not the folder's ({', '.join(check.dataset.classes)})",
    )
    _require(plan.positive_class in plan.classes, f"“{plan.positive_class}” is none of the classes")


def _check_groups(plan: TrainingPlan, check: "DatasetCheck") -> None:
    folds = fold_count(plan)
    for position, name in enumerate(check.dataset.classes):
        groups = len(np.unique(check.groups[check.dataset.labels == position]))
        _require(
            groups >= folds,
            f"{folds} folds need at least {folds} independent patients or images of each class, "
            f"and “{name}” has {groups}",
        )


def _require(holds: bool, reason: str) -> None:
    if not holds:
        raise InvalidPlanError(reason)
