"""From out-of-fold predictions to everything that is said about a cross-validated model."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from core.training.calibration import calibration_curve, fit_temperature
from core.training.intervals import BoolArray, FloatArray, IntArray
from core.training.metrics import confusion_matrix, figures_at, figures_with_auc, probabilities_of
from core.training.results import DEFAULT_THRESHOLD, CrossValidationSummary, NamedFigures, OutOfFoldPrediction, RocCurve
from core.training.roc import precision_recall_curve, roc_curve


def summarise_folds(
    predictions: Sequence[OutOfFoldPrediction],
    classes: Sequence[str],
    positive_class: str,
    threshold: float = DEFAULT_THRESHOLD,
    seed: int = 0,
) -> CrossValidationSummary:
    """Compute every figure and curve from predictions about images that their network had not learnt from.

    Pooled figures put the folds' probabilities side by side, as if one network had made them (`roc_curve` says what
    this assumes). The temperature is fitted on these same predictions, so the calibration after it is slightly
    optimistic, by one fitted number.

    Args:
        predictions: One per image, in the data set's order.
        classes: Class names in the order of the logits, 2 to 10.
        positive_class: The class that decisions are about; with more than two classes against all others.
        threshold: Probability from which a decision is positive.
        seed: Of the bootstrap.

    Raises:
        ValueError: No predictions, a logit that is not finite, or a label or positive class that is not in `classes`.
    """
    if not predictions:
        raise ValueError("no predictions")
    names = tuple(classes)
    labels = np.array([names.index(prediction.image.label) for prediction in predictions], dtype=np.int64)
    groups = np.array([prediction.group for prediction in predictions], dtype=np.int64)
    logits = _finite_logits(predictions)
    positive_index = names.index(positive_class)
    is_positive = labels == positive_index
    scores = probabilities_of(logits)[:, positive_index]
    temperature = fit_temperature(logits, labels)
    tempered = probabilities_of(logits, temperature)[:, positive_index]
    return CrossValidationSummary(
        classes=names,
        positive_class=positive_class,
        predictions=tuple(predictions),
        confusion=confusion_matrix(labels, decided_classes(logits, positive_index, threshold), len(names)),
        pooled=figures_at(is_positive, scores, groups, threshold, seed),
        parts=_figures_of_parts(predictions, is_positive, scores, groups, threshold, seed),
        roc=_roc_curves(predictions, is_positive, scores),
        precision_recall=precision_recall_curve(is_positive, scores),
        calibration=calibration_curve(is_positive, scores),
        calibration_after=calibration_curve(is_positive, tempered),
        temperature=temperature,
    )


def at_threshold(summary: CrossValidationSummary, threshold: float, seed: int = 0) -> CrossValidationSummary:
    """The same predictions judged at another threshold: what `summarise_folds` gives for it, in less time.

    Curves, calibration, temperature and areas do not depend on the threshold and stay.

    Args:
        summary: From `summarise_folds`.
        threshold: Probability from which a decision is positive.
        seed: Of the bootstrap of F1, the one that the summary was made with.
    """
    if threshold == summary.pooled.threshold:
        return summary
    logits = np.array([prediction.logits for prediction in summary.predictions], dtype=np.float64)
    names = summary.classes
    labels = np.array([names.index(prediction.image.label) for prediction in summary.predictions], dtype=np.int64)
    is_positive, scores, groups = scores_of(summary)
    numbers_of_part = _parts(summary.predictions)

    def judged(part: NamedFigures) -> NamedFigures:
        numbers = numbers_of_part[part.kind, part.name]
        figures = figures_with_auc(
            is_positive[numbers], scores[numbers], groups[numbers], threshold, part.figures.auc, seed
        )
        return replace(part, figures=figures)

    decided = decided_classes(logits, names.index(summary.positive_class), threshold)
    return replace(
        summary,
        confusion=confusion_matrix(labels, decided, len(names)),
        pooled=figures_with_auc(is_positive, scores, groups, threshold, summary.pooled.auc, seed),
        parts=tuple(judged(part) for part in summary.parts),
    )


def decided_classes(logits: npt.ArrayLike, positive_index: int, threshold: float) -> IntArray:
    """The class decided for each image.

    Args:
        logits: (n, classes).
        positive_index: Which output is the positive class's.
        threshold: Probability from which the decision is positive; matters with two classes only.

    Returns:
        int64 (n,): with two classes by the threshold, with more the most probable.
    """
    values = np.asarray(logits, dtype=np.float64)
    if values.shape[1] != 2:
        return np.asarray(values.argmax(axis=1), dtype=np.int64)
    is_positive = probabilities_of(values)[:, positive_index] >= threshold
    return np.asarray(np.where(is_positive, positive_index, 1 - positive_index), dtype=np.int64)


def scores_of(summary: CrossValidationSummary) -> tuple[BoolArray, FloatArray, IntArray]:
    """What figures are made of: bool (n,) positive, float64 (n,) probability of that, int64 (n,) group."""
    index = summary.classes.index(summary.positive_class)
    logits = np.array([prediction.logits for prediction in summary.predictions], dtype=np.float64)
    is_positive = np.array([prediction.image.label == summary.positive_class for prediction in summary.predictions])
    groups = np.array([prediction.group for prediction in summary.predictions], dtype=np.int64)
    return is_positive, probabilities_of(logits)[:, index], groups


def _finite_logits(predictions: Sequence[OutOfFoldPrediction]) -> FloatArray:
    logits = np.array([prediction.logits for prediction in predictions], dtype=np.float64)
    bad = np.flatnonzero(~np.isfinite(logits).all(axis=1))
    if bad.size:
        raise ValueError(f"a logit of fold {predictions[int(bad[0])].fold} is not finite")
    return logits


def _parts(predictions: Sequence[OutOfFoldPrediction]) -> dict[tuple[str, str], list[int]]:
    """Image numbers of every fold, then every source, then every split that the index names."""
    folds = sorted({prediction.fold for prediction in predictions})
    sources = sorted({prediction.image.source for prediction in predictions if prediction.image.source})
    splits = sorted({prediction.image.split for prediction in predictions if prediction.image.split})
    parts: dict[tuple[str, str], list[int]] = {("fold", str(fold + 1)): [] for fold in folds}
    parts |= {("source", source): [] for source in sources} | {("split", split): [] for split in splits}
    for number, prediction in enumerate(predictions):
        parts["fold", str(prediction.fold + 1)].append(number)
        if prediction.image.source:
            parts["source", prediction.image.source].append(number)
        if prediction.image.split:
            parts["split", prediction.image.split].append(number)
    return parts


def _figures_of_parts(
    predictions: Sequence[OutOfFoldPrediction],
    is_positive: BoolArray,
    scores: FloatArray,
    groups: IntArray,
    threshold: float,
    seed: int,
) -> tuple[NamedFigures, ...]:
    return tuple(
        NamedFigures(kind, name, figures_at(is_positive[part], scores[part], groups[part], threshold, seed))
        for (kind, name), part in _parts(predictions).items()
    )


def _roc_curves(
    predictions: Sequence[OutOfFoldPrediction], is_positive: BoolArray, scores: FloatArray
) -> tuple[RocCurve, ...]:
    fold_of_image = np.array([prediction.fold for prediction in predictions])
    curves = [roc_curve(is_positive, scores)]
    for fold in np.unique(fold_of_image):
        part = fold_of_image == fold
        name = f"fold {fold + 1}"  # untranslated: kept, and shown in other words
        curves.append(roc_curve(is_positive[part], scores[part], name))
    return tuple(curves)
