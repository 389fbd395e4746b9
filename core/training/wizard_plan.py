"""What a person may enter on the plan page, and what is wrong with it, said at the field."""

import math
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from core.language import mark, tr
from core.number_format import general, integer
from core.training.plan import PAPER_FOLDS, PAPER_LEARNING_RATE, Depth, StartKind, TrainingPlan
from core.training.validate import MOST_BATCH_SIZE, MOST_EPOCHS, MOST_FOLDS, fold_count

LARGEST_RATE = 1.0
LARGEST_SEED = 2**31 - 1

_NAME = re.compile(r"[A-Za-z0-9_-]{1,60}")


@dataclass(frozen=True)
class FieldProblem:
    """One entry that cannot be used.

    Attributes:
        field: Name of the attribute of `TrainingPlan`.
        sentence: What is wrong and what would be right.
    """

    field: str
    sentence: str


@dataclass(frozen=True)
class VariationRange:
    """How one kind of augmentation is offered to a person.

    Attributes:
        field: Name of the attribute of `Augmentation`.
        title: Its name, a marked string.
        unit: What the number means, a marked string.
        most: Largest amount offered; beyond it a radiograph is no longer one.
        step: Smallest change worth making.
    """

    field: str
    title: str
    unit: str
    most: float
    step: float


VARIATION_RANGES = (
    VariationRange("reflection", mark("Reflection"), mark("probability of left and right exchanged"), 1.0, 0.05),
    VariationRange("scaling", mark("Scaling"), mark("share larger or smaller"), 0.5, 0.01),
    VariationRange("rotation", mark("Rotation"), mark("degrees either way"), 45.0, 1.0),
    VariationRange("crop", mark("Cutting: crop"), mark("largest share of a side cut away"), 0.5, 0.01),
    VariationRange("erasing", mark("Cutting: erasing"), mark("largest share of the area blanked"), 0.5, 0.01),
    VariationRange("noise", mark("Noise"), mark("standard deviation, 1 is the whole grey range"), 0.2, 0.005),
    VariationRange("brightness", mark("Brightness"), mark("share of the grey range"), 0.5, 0.01),
    VariationRange("contrast", mark("Contrast"), mark("share, around the mean grey"), 0.9, 0.01),
    VariationRange("gamma", mark("Gamma"), mark("0.6 means exponents from 1 / 1.6 to 1.6"), 1.5, 0.05),
    VariationRange("shift", mark("Shift"), mark("share of a side"), 0.3, 0.01),
    VariationRange("aspect", mark("Aspect"), mark("share, width against height"), 0.3, 0.01),
    VariationRange("blur", mark("Blur"), mark("standard deviation, pixels"), 3.0, 0.1),
)
"""Every kind of augmentation, the paper's first."""


def suggested_plan(
    path: Path, classes: tuple[str, ...], positive_class: str, groups: int, taken_names: Collection[str]
) -> TrainingPlan:
    """The plan that a person starts from.

    Args:
        path: The data set's folder or index; the model is named after it.
        classes: Class names in the order of the outputs.
        positive_class: The class that decisions are about.
        groups: Independent groups of the smallest class; no more folds than these.
        taken_names: Names of earlier runs.
    """
    folds = max(2, min(PAPER_FOLDS, groups))
    return TrainingPlan(free_name(path.stem, taken_names), classes, positive_class, folds=folds)


def plan_problems(plan: TrainingPlan, groups: int, taken_names: Collection[str]) -> tuple[FieldProblem, ...]:
    """What keeps a plan from being carried out, entry by entry.

    Args:
        plan: As entered.
        groups: Independent groups of the smallest class.
        taken_names: Names of earlier runs.

    Returns:
        At most one problem for each field, in the order of the page.
    """
    found = (
        ("name", _name_problem(plan.name, taken_names)),
        ("positive_class", "" if plan.positive_class in plan.classes else tr("Choose one of the classes.")),
        ("start", _start_problem(plan)),
        ("folds", _folds_problem(plan, groups)),
        ("epochs", _range_problem(plan.epochs, 1, MOST_EPOCHS) if plan.epochs is not None else ""),
        ("batch_size", _range_problem(plan.batch_size, 2, MOST_BATCH_SIZE)),
        ("learning_rate", _rate_problem(plan.learning_rate)),
        ("weight_decay", _decay_problem(plan.weight_decay)),
        ("seed", _range_problem(plan.seed, 0, LARGEST_SEED)),
    )
    return tuple(FieldProblem(field, sentence) for field, sentence in found if sentence)


def depth_sentence(depth: Depth) -> str:
    """What a depth means, for somebody who has to choose one."""
    match depth:
        case Depth.QUICK:
            return tr(
                "Only the last layer learns. The quickest; good where the start weights already know such images."
            )
        case Depth.PARTIAL:
            return tr("The last stage of the network learns. Between the two.")
        case Depth.FULL:
            return tr("Everything learns, as in the paper. The slowest, and the one that can become best.")


def against_shortcuts_sentence() -> str:
    """What training against shortcuts costs and brings, for somebody who has to choose."""
    return tr(
        "The lungs of each image are shown in other patients' bodies, so that borders, markers and machines tell "
        "nothing: usually a little worse here, and more reliable in other hospitals. Learning takes a little longer, "
        "the quick depth about seven times as long."
    )


def invisible_sentence() -> str:
    """What leaving out positives that show nothing means, for somebody who has to choose."""
    return tr(
        "Images of the positive class in whose lungs the lung network sees no opacity are not learnt from: they would "
        "teach that something else than the lungs tells the class. They are still tested on."
    )


def _name_problem(name: str, taken_names: Collection[str]) -> str:
    if not name:
        return tr("Give the model a name.")
    if not _NAME.fullmatch(name):
        return tr("Only letters without accents, digits, - and _; at most 60 of them.")
    if name.casefold() in {taken.casefold() for taken in taken_names}:
        return tr("There is a training run of this name already.")
    return ""


def _start_problem(plan: TrainingPlan) -> str:
    start = plan.start
    if start.kind is StartKind.IMAGENET and not start.may_download:
        return tr("Allow the download of the ImageNet weights, or choose other start weights.")
    if start.kind is StartKind.RANDOM and plan.depth is not Depth.FULL:
        return tr("Random weights know nothing yet: choose the depth “full”, or other start weights.")
    if start.kind is StartKind.WEIGHTS_FILE and (start.path is None or not start.path.is_file()):
        return tr("Choose the weights file (safetensors).")
    if start.kind is StartKind.PACKAGE and start.path is not None and not start.path.is_dir():
        return tr("This version of the model is not there any more.")
    return ""


def _folds_problem(plan: TrainingPlan, groups: int) -> str:
    if not 1 <= plan.folds <= MOST_FOLDS:
        return tr("2 to {most} folds, or 1 for a quick look at one of five.").format(most=MOST_FOLDS)
    if fold_count(plan) > groups:
        return tr("The smallest class has only {groups} independent groups; choose 2 to {groups} folds.").format(
            groups=groups
        )
    return ""


def _range_problem(value: int, least: int, most: int) -> str:
    if least <= value <= most:
        return ""
    return tr("A whole number from {least} to {most}.").format(least=integer(least), most=integer(most))


def _rate_problem(rate: float) -> str:
    if math.isfinite(rate) and 0 < rate <= LARGEST_RATE:
        return ""
    return tr("A number above 0, at most 1; the paper's is {rate}.").format(rate=general(PAPER_LEARNING_RATE))


def _decay_problem(decay: float) -> str:
    is_fine = math.isfinite(decay) and 0 <= decay <= 1
    return "" if is_fine else tr("A number from 0 to 1; 0 is plain Adam, as in the paper.")


def free_name(text: str, taken_names: Collection[str]) -> str:
    """A valid name for a model, near to a text and not that of an earlier run: `ward`, then `ward_2`, `ward_3`.

    Args:
        text: A folder's or an earlier model's name.
        taken_names: Names of earlier runs.
    """
    name = re.sub(r"[^A-Za-z0-9_-]+", "_", text).strip("_")[:50] or "model"
    taken = {known.casefold() for known in taken_names}
    counted = re.fullmatch(r"(.+)_(\d{1,6})", name)
    stem, number = (counted[1], int(counted[2])) if counted is not None else (name, 1)
    while name.casefold() in taken:
        number += 1
        name = f"{stem}_{number}"
    return name
