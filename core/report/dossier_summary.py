"""The dossier's first page: what was found, and what that does not show."""

import math
from collections.abc import Iterator

from core.language import tr
from core.number_format import integer, tr_count
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
    yield Heading(tr("Summary"))
    yield Paragraph(_summary_words(summary))
    yield KeyFigures(_key_figures(summary))
    yield Statements(tr("What these figures do not show"), dossier.statements, framed=True)


def _summary_words(summary: CrossValidationSummary) -> str:
    pooled, positive = summary.pooled, summary.positive_class
    folds = len({prediction.fold for prediction in summary.predictions})
    groups = len({prediction.group for prediction in summary.predictions})
    wrong = pooled.false_positive + pooled.false_negative
    how = (
        tr("Cross-validation in {folds} folds, {images} images in {groups} independent groups:")
        if folds > 1
        else tr("One held-out fold, {images} images in {groups} independent groups:")
    )
    tested = how.format(folds=folds, images=integer(pooled.count), groups=integer(groups))
    results = tr(
        "each image was judged by a network that had learnt from no image of its group. At the threshold {threshold},"
        " {wrong} of {count} decisions about {positive} were wrong: {missed} missed, {false_alarms} false alarms."
        " Sensitivity was {sensitivity}, specificity {specificity}, the area under the ROC curve {auc} ({interval})."
        " Here and below, 95% intervals stand with the figures."
    ).format(
        threshold=threshold_words(pooled.threshold),
        wrong=integer(wrong),
        count=integer(pooled.count),
        positive=positive,
        missed=integer(pooled.false_negative),
        false_alarms=integer(pooled.false_positive),
        sensitivity=_with_interval(pooled.sensitivity),
        specificity=_with_interval(pooled.specificity),
        auc=decimal(pooled.auc.value, 4),
        interval=decimal_interval(pooled.auc),
    )
    return f"{tested} {results}"


def _with_interval(estimate: Estimate) -> str:
    if not math.isfinite(estimate.value):
        return tr("not defined")
    return f"{percent(estimate.value)} ({percent_interval(estimate)})"


def _key_figures(summary: CrossValidationSummary) -> tuple[KeyFigure, ...]:
    pooled, positive = summary.pooled, summary.positive_class
    positives = pooled.true_positive + pooled.false_negative
    negatives = pooled.true_negative + pooled.false_positive
    return (
        _share_figure(
            tr("Sensitivity"),
            pooled.sensitivity,
            tr("{count} of {all} {name}").format(
                count=integer(pooled.true_positive), all=integer(positives), name=positive
            ),
        ),
        _share_figure(
            tr("Specificity"),
            pooled.specificity,
            tr("{count} of {all} others").format(count=integer(pooled.true_negative), all=integer(negatives)),
        ),
        KeyFigure(
            tr("Area under the ROC curve"),
            decimal(pooled.auc.value, 4),
            decimal_interval(pooled.auc),
            tr_count("{count} fold pooled", "{count} folds pooled", len(summary.roc) - 1),
        ),
        _share_figure(
            tr("Accuracy"),
            pooled.accuracy,
            tr("{count} of {all}").format(
                count=integer(pooled.true_positive + pooled.true_negative), all=integer(pooled.count)
            ),
        ),
        _share_figure(
            tr("Positive predictive value"), pooled.positive_predictive_value, tr("at this set's prevalence")
        ),
        _share_figure(
            tr("Negative predictive value"), pooled.negative_predictive_value, tr("at this set's prevalence")
        ),
        KeyFigure("F1", decimal(pooled.f1.value), decimal_interval(pooled.f1), ""),
        KeyFigure(
            tr("Calibration error"),
            decimal(summary.calibration_after.expected_calibration_error),
            tr("{error} before temperature").format(error=decimal(summary.calibration.expected_calibration_error)),
            tr("temperature {value}").format(value=decimal(summary.temperature, 2)),
        ),
    )


def _share_figure(name: str, estimate: Estimate, note: str) -> KeyFigure:
    return KeyFigure(name, percent(estimate.value), percent_interval(estimate), note)
