"""Whether a training plan can be carried out with the images at hand, said before anything runs."""

import math
import re
from typing import TYPE_CHECKING

import numpy as np

from core.errors import InvalidPlanError
from core.language import Worded, mark, tr
from core.training.dataset import MOST_CLASSES
from core.training.plan import Augmentation, Depth, Recipe, StartKind, TrainingPlan

if TYPE_CHECKING:
    from core.training.check import DatasetCheck, Finding

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
        blocking = next((finding for finding in check.findings if finding.severity.name == "BLOCKING"), None)
        raise InvalidPlanError(Worded(lambda: _says(blocking)))
    _check_settings(plan)
    _check_augmentation(plan.augmentation)
    _check_classes(plan, check)
    _check_groups(plan, check)


def _says(blocking: "Finding | None") -> str:
    sentence = blocking.sentence if blocking is not None else ""
    return tr("the check of the images found a problem: {sentence}").format(sentence=sentence.rstrip("."))


def _check_settings(plan: TrainingPlan) -> None:
    _require(_NAME.fullmatch(plan.name) is not None, mark("a model's name has 1 to 64 letters, digits, “-” or “_”"))
    _require(
        1 <= plan.folds <= MOST_FOLDS,
        Worded.of(mark("the number of folds is {number}, not 1 to {most}"), number=plan.folds, most=MOST_FOLDS),
    )
    _require(
        plan.epochs is None or 1 <= plan.epochs <= MOST_EPOCHS,
        Worded.of(mark("{number} epochs are not 1 to {most}"), number=plan.epochs, most=MOST_EPOCHS),
    )
    # Batch normalisation needs at least two images to have a deviation.
    _require(
        2 <= plan.batch_size <= MOST_BATCH_SIZE,
        Worded.of(mark("a batch of {number} is not 2 to {most}"), number=plan.batch_size, most=MOST_BATCH_SIZE),
    )
    _require(math.isfinite(plan.learning_rate) and plan.learning_rate > 0, mark("the learning rate is not above 0"))
    _require(math.isfinite(plan.weight_decay) and plan.weight_decay >= 0, mark("the weight decay is below 0"))
    _require(plan.seed >= 0, mark("the seed is below 0"))
    _require(
        plan.device in _DEVICES,
        Worded.of(
            mark("the device is “{device}”, not one of {devices}"), device=plan.device, devices=", ".join(_DEVICES)
        ),
    )
    _check_start(plan)


def _check_start(plan: TrainingPlan) -> None:
    _require(
        plan.start.kind is not StartKind.WEIGHTS_FILE or plan.start.path is not None, mark("no weights file was chosen")
    )
    _require(
        plan.depth is Depth.FULL or plan.start.kind is not StartKind.RANDOM,
        mark("random weights have learnt nothing yet, so the depth must be “full”"),
    )
    _require(
        plan.recipe is not Recipe.PRETRAIN or plan.depth is Depth.FULL,
        mark("the recipe “pretrain” needs the depth “full”"),
    )


def _check_augmentation(augmentation: Augmentation) -> None:
    for name, variation in vars(augmentation).items():
        _require(
            math.isfinite(variation.amount) and variation.amount >= 0,
            Worded.of(mark("the amount of “{name}” is not 0 or above"), name=name),
        )


def _check_classes(plan: TrainingPlan, check: "DatasetCheck") -> None:
    present = [name for name in check.dataset.classes if check.class_counts.get(name, 0) > 0]
    _require(len(present) >= 2, mark("there are images of one class only, and a classifier needs two"))
    _require(
        len(plan.classes) <= MOST_CLASSES,
        Worded.of(mark("there are {number} classes, more than {most}"), number=len(plan.classes), most=MOST_CLASSES),
    )
    _require(
        sorted(plan.classes) == sorted(check.dataset.classes),
        Worded.of(
            mark("the plan's classes ({planned}) are not the folder's ({present})"),
            planned=", ".join(plan.classes),
            present=", ".join(check.dataset.classes),
        ),
    )
    _require(
        plan.positive_class in plan.classes,
        Worded.of(mark("“{name}” is none of the classes"), name=plan.positive_class),
    )


def _check_groups(plan: TrainingPlan, check: "DatasetCheck") -> None:
    folds = fold_count(plan)
    for position, name in enumerate(check.dataset.classes):
        groups = len(np.unique(check.groups[check.dataset.labels == position]))
        _require(
            groups >= folds,
            Worded.of(
                mark(
                    "{folds} folds need at least {folds} independent patients or images of each class, and “{name}” has"
                    " {number}"
                ),
                folds=folds,
                name=name,
                number=groups,
            ),
        )


def _require(holds: bool, reason: str) -> None:
    if not holds:
        raise InvalidPlanError(reason)
