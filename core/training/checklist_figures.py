"""What a model's figures are, for the items of the reporting checklists; see `core.training.checklist_facts`."""

import math

import numpy as np

from core.language import mark, tr
from core.number_format import capitalised, decimal, integer, tr_count
from core.training.disease_wording import area_in_words
from core.training.results import CrossValidationSummary, DecisionFigures, Estimate, NamedFigures
from core.training.summary import decided_classes

_PARTS = {
    "source": mark("source {name}: {figures}"),
    "split": mark("split {name}: {figures}"),
}


def estimate_words(estimate: Estimate) -> str:
    """A figure with its interval: `0.981 (0.952 to 0.993)`."""
    if not math.isfinite(estimate.value):
        return tr("not defined")
    if not math.isfinite(estimate.low):
        return decimal(estimate.value, 3)
    return area_in_words(estimate)


def result_facts(summary: CrossValidationSummary) -> dict[str, str]:
    """The figures, pooled and by part of the data."""
    pooled = summary.pooled
    wrong = sum(prediction_is_wrong(summary))
    parts = "; ".join(_part_words(part) for part in summary.parts if part.kind != "fold")
    folds = "; ".join(
        tr("fold {fold}: AUC {area}, accuracy {accuracy}").format(
            fold=part.name, area=decimal(part.figures.auc.value, 3), accuracy=decimal(part.figures.accuracy.value, 3)
        )
        for part in summary.parts
        if part.kind == "fold"
    )
    figures = _figure_words(pooled)
    return {
        "headline": tr_count(
            "Cross-validated on {count} image: {figures}.",
            "Cross-validated on {count} images: {figures}.",
            pooled.count,
            figures=figures,
        ),
        "performance": tr(
            "Pooled over folds, 95% intervals in brackets: {figures}, accuracy {accuracy}, F1 {f1}, average precision"
            " {precision}."
        ).format(
            figures=figures,
            accuracy=estimate_words(pooled.accuracy),
            f1=estimate_words(pooled.f1),
            precision=decimal(summary.precision_recall.average_precision, 3),
        ),
        "accuracy": tr(
            "{true_positive} true and {false_positive} false positive, {true_negative} true and {false_negative} false"
            " negative decisions: sensitivity {sensitivity}, specificity {specificity}."
        ).format(
            true_positive=integer(pooled.true_positive),
            false_positive=integer(pooled.false_positive),
            true_negative=integer(pooled.true_negative),
            false_negative=integer(pooled.false_negative),
            sensitivity=estimate_words(pooled.sensitivity),
            specificity=estimate_words(pooled.specificity),
        ),
        "per_fold": f"{capitalised(folds)}.",
        "parts": tr("By part of the data: {parts}.").format(parts=parts)
        if parts
        else tr("The data name no sources or splits to look at apart."),
        "subgroups": tr("Figures were computed per fold and for each source and split that the data name.")
        if parts
        else tr("Figures were computed per fold only: the data name no sources."),
        "failures": tr("{wrong} of {images} images were decided wrongly; each prediction is in this dossier.").format(
            wrong=integer(wrong), images=integer(pooled.count)
        ),
    }


def prediction_is_wrong(summary: CrossValidationSummary) -> list[bool]:
    """Whether each prediction falls outside the confusion matrix's diagonal, in the order of the predictions."""
    index = summary.classes.index(summary.positive_class)
    decided = decided_classes(np.array([p.logits for p in summary.predictions]), index, summary.pooled.threshold)
    return [
        summary.classes[choice] != prediction.image.label
        for choice, prediction in zip(decided.tolist(), summary.predictions, strict=True)
    ]


def _part_words(part: NamedFigures) -> str:
    return tr(_PARTS[part.kind]).format(name=part.name, figures=_figure_words(part.figures))


def _figure_words(figures: DecisionFigures) -> str:
    return tr("AUC {area}, sensitivity {sensitivity}, specificity {specificity}").format(
        area=estimate_words(figures.auc),
        sensitivity=estimate_words(figures.sensitivity),
        specificity=estimate_words(figures.specificity),
    )
