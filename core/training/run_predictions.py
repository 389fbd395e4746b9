"""The out-of-fold predictions of a run, from its folder. Imports no torch."""

from core.errors import InvalidRunError
from core.language import mark
from core.training.results import DEFAULT_THRESHOLD, CrossValidationSummary, OutOfFoldPrediction
from core.training.run_folder import FOLDS_NAME, RunFolder
from core.training.summary import summarise_folds


def read_predictions(run: RunFolder) -> tuple[OutOfFoldPrediction, ...]:
    """Predictions of all held-out images, in the data set's order.

    Args:
        run: A run whose folds are finished.

    Raises:
        InvalidRunError: A fold is not finished, or its files are damaged.
    """
    folds = run.read_folds()
    if folds is None:
        raise InvalidRunError(run.path / FOLDS_NAME, mark("nothing was trained yet"))
    images, groups = run.dataset.images, run.groups
    found: dict[int, OutOfFoldPrediction] = {}
    for fold in folds[: run.plan.folds]:
        logits = run.read_logits(fold.number)
        if logits is None or len(logits) != len(fold.validation):
            raise InvalidRunError(run.fold_folder(fold.number), mark("this fold is not finished"))
        for number, row in zip(fold.validation.tolist(), logits.tolist(), strict=True):
            found[number] = OutOfFoldPrediction(images[number], fold.number, tuple(row), int(groups[number]))
    return tuple(found[number] for number in sorted(found))


def summarise_run(run: RunFolder, threshold: float = DEFAULT_THRESHOLD) -> CrossValidationSummary:
    """Everything that a run's cross-validation found out.

    Args:
        run: A run whose folds are finished.
        threshold: Probability from which a decision is positive, before temperature.

    Raises:
        InvalidRunError: A fold is not finished, or its files are damaged.
    """
    plan = run.plan
    return summarise_folds(read_predictions(run), plan.classes, plan.positive_class, threshold, plan.seed)
