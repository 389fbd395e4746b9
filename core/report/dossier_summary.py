"""The dossier's first page: what was found, and what that does not show."""

import math
from collections.abc import Iterator

from core.report.blocks import Block, Heading, KeyFigure, KeyFigures, Paragraph, Statements
from core.report.words import decimal, decimal_interval, percent, percent_interval, threshold_words
from core.training.dossier import Dossier
from core.training.results import CrossValidationSummary, Estimate


def summary_blocks(dossier: Dossier) -> Iterator[Block]:
    """One paragraph, the key figures, and what they do not show.

    Args:
        dossier: The dossier.
    """
    summary = dossier.summary
    yield Heading("Summary")
    yield Paragraph(_summary_words(summary))
    yield KeyFigures(_key_figures(summary))
    yield Statements("What these figures do not show", dossier.statements, framed=True)


def _summary_words(summary: CrossValidationSummary) -> str:
    pooled, positive = summary.pooled, summary.positive_class
    folds = len({prediction.fold for prediction in summary.predictions})
    groups = len({prediction.group for prediction in summary.predictions})
    wrong = pooled.false_positive + pooled.false_negative
    how = f"Cross-validation in {folds} folds" if folds > 1 else "One held-out fold"
    return (
        f"{how}, {pooled.count:,} images in {groups:,} independent groups: each image was judged by a network that had "
        f"learnt from no image of its group. At the threshold {threshold_words(pooled.threshold)}, {wrong:,} of "
        f"{pooled.count:,} decisions about {positive} were wrong: {pooled.false_negative:,} missed, "
        f"{pooled.false_positive:,} false alarms. Sensitivity was {_with_interval(pooled.sensitivity)}, specificity "
        f"{_with_interval(pooled.specificity)}, the area under the ROC curve {decimal(pooled.auc.value, 4)} "
        f"({decimal_interval(pooled.auc)}). Here and below, 95% intervals stand with the figures."
    )


def _with_interval(estimate: Estimate) -> str:
    if not math.isfinite(estimate.value):
        return "not defined"
    return f"{percent(estimate.value)} ({percent_interval(estimate)})"


def _key_figures(summary: CrossValidationSummary) -> tuple[KeyFigure, ...]:
    pooled, positive = summary.pooled, summary.positive_class
    positives = pooled.true_positive + pooled.false_negative
    negatives = pooled.true_negative + pooled.false_positive
    return (
        _share_figure("Sensitivity", pooled.sensitivity, f"{pooled.true_positive:,} of {positives:,} {positive}"),
        _share_figure("Specificity", pooled.specificity, f"{pooled.true_negative:,} of {negatives:,} others"),
        KeyFigure(
            "Area under the ROC curve",
            decimal(pooled.auc.value, 4),
            decimal_interval(pooled.auc),
            f"{len(summary.roc) - 1:,} folds pooled",
        ),
        _share_figure(
            "Accuracy", pooled.accuracy, f"{pooled.true_positive + pooled.true_negative:,} of {pooled.count:,}"
        ),
        _share_figure("Positive predictive value", pooled.positive_predictive_value, "at this set's prevalence"),
        _share_figure("Negative predictive value", pooled.negative_predictive_value, "at this set's prevalence"),
        KeyFigure("F1", decimal(pooled.f1.value), decimal_interval(pooled.f1), ""),
        KeyFigure(
            "Calibration error",
            decimal(summary.calibration_after.expected_calibration_error),
            f"{decimal(summary.calibration.expected_calibration_error)} before temperature",
            f"temperature {decimal(summary.temperature, 2)}",
        ),
    )


def _share_figure(name: str, estimate: Estimate, note: str) -> KeyFigure:
    return KeyFigure(name, percent(estimate.value), percent_interval(estimate), note)
