"""The dossier's figures: confusion matrix, ROC, precision and recall, calibration, pixel densities."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from core.language import mark, tr
from core.model.card import DensityScale, ReferenceDensity
from core.number_format import integer
from core.report.blocks import Axis, Matrix, Plot, PlotFigure, Series, SeriesStyle
from core.report.plot_axes import axis_between, curve_points
from core.report.words import ClassLegend, decimal, percent, threshold_words
from core.training.results import CrossValidationSummary, RocCurve

MOST_FOLDS_NAMED = 6
"""Beyond this, the folds' curves are one bundle: more line styles than that nobody tells apart."""

_CLASS_STYLES = 10

_SCALE_TITLES = {
    DensityScale.NETWORK_INPUT: (mark("As the network sees it"), mark("Standardised grey value")),
    DensityScale.DISPLAYED: (mark("As displayed"), mark("Grey value")),
}


def confusion_figure(summary: CrossValidationSummary) -> Matrix:
    """The confusion matrix of the out-of-fold decisions (the paper's Figure 5)."""
    names, counts = summary.classes, summary.confusion
    legend = ClassLegend(names)
    totals = counts.sum(axis=1, keepdims=True)
    shares = np.divide(counts, totals, out=np.zeros(counts.shape), where=totals > 0)
    caption = (
        tr("Confusion matrix of all out-of-fold decisions, at the threshold {threshold}. Percentages are of the row.")
        if len(names) == 2
        else tr("Confusion matrix of all out-of-fold decisions, the most probable class. Percentages are of the row.")
    )
    return Matrix(
        caption=caption.format(threshold=threshold_words(summary.pooled.threshold)),
        names=tuple(f"{number}  {name}" for number, name in enumerate(names, 1)) if legend.is_numbered else names,
        heads=legend.heads,
        counts=tuple(tuple(integer(count) for count in row) for row in counts.tolist()),
        shares=tuple(
            tuple(percent(share) if total else "" for share in row)
            for row, total in zip(shares.tolist(), totals[:, 0].tolist(), strict=True)
        ),
        shades=tuple(tuple(row) for row in shares.tolist()),
    )


def roc_figure(summary: CrossValidationSummary) -> PlotFigure:
    """ROC curves, pooled and per fold (the paper's Figure 6), the corner magnified where that is where they lie."""
    pooled, folds = summary.roc[0], summary.roc[1:]
    series = (
        _diagonal(tr("chance")),
        *_fold_series(folds),
        _roc_series(pooled, SeriesStyle.MAIN, tr("all folds pooled")),
    )
    x, y = _unit_axis(tr("1 \u2212 specificity")), _unit_axis(tr("Sensitivity"))
    plots = [Plot(tr("ROC"), x, y, series)]
    zoom = _corner(pooled.auc)
    if zoom:
        magnified = (_padded(axis_between(x.title, 0.0, zoom)), _padded(axis_between(y.title, 1 - zoom, 1.0)))
        plots.append(Plot(tr("The upper left corner, magnified"), *magnified, series))
    areas = [curve.auc for curve in folds if math.isfinite(curve.auc)]
    words = (
        tr("ROC curves: area under the pooled curve {area}; folds {lowest} to {highest}.").format(
            area=decimal(pooled.auc, 4), lowest=decimal(min(areas), 4), highest=decimal(max(areas), 4)
        )
        if areas
        else tr("ROC curves: area under the pooled curve {area}.").format(area=decimal(pooled.auc, 4))
    )
    return PlotFigure(
        caption=tr("Receiver operating characteristic for {name}, per fold and pooled.").format(
            name=summary.positive_class
        ),
        alt=words,
        plots=tuple(plots),
    )


def precision_and_calibration_figure(summary: CrossValidationSummary) -> PlotFigure:
    """Precision against recall, and calibration before and after temperature."""
    return PlotFigure(
        caption=tr(
            "Precision (positive predictive value) against recall (sensitivity), pooled; and calibration: images in "
            "bins of predicted probability against the share of them that is positive. ECE: expected calibration "
            "error."
        ),
        alt=tr(
            "Average precision {precision}; expected calibration error {before} before and {after} after temperature."
        ).format(
            precision=decimal(summary.precision_recall.average_precision, 4),
            before=decimal(summary.calibration.expected_calibration_error, 4),
            after=decimal(summary.calibration_after.expected_calibration_error, 4),
        ),
        plots=(_precision_recall_plot(summary), _calibration_plot(summary)),
    )


def density_figure(densities: Sequence[ReferenceDensity]) -> PlotFigure | None:
    """Pixel-density distribution per class (the paper's Figure 2); None where none was computed."""
    plots = tuple(_density_plot(density) for density in densities)
    if not plots:
        return None
    return PlotFigure(
        caption=tr(
            "Pixel-density distribution: mean over the images of each class. Where the classes differ here, exposure "
            "or collimation differs, and a network can learn that instead of the disease."
        ),
        alt=tr("Distributions of grey values, one curve per class."),
        plots=plots,
    )


def _precision_recall_plot(summary: CrossValidationSummary) -> Plot:
    curve = summary.precision_recall
    prevalence = (summary.pooled.true_positive + summary.pooled.false_negative) / max(summary.pooled.count, 1)
    return Plot(
        tr("Precision and recall"),
        _unit_axis(tr("Recall")),
        _unit_axis(tr("Precision")),
        (
            Series(
                ((0.0, prevalence), (1.0, prevalence)),
                SeriesStyle.REFERENCE,
                tr("chance, {share}").format(share=decimal(prevalence)),
            ),
            Series(
                curve_points(curve.recall, curve.precision),
                SeriesStyle.MAIN,
                tr("all folds pooled, average precision {precision}").format(
                    precision=decimal(curve.average_precision, 4)
                ),
            ),
        ),
    )


def _calibration_plot(summary: CrossValidationSummary) -> Plot:
    before, after = summary.calibration, summary.calibration_after
    return Plot(
        tr("Calibration"),
        _unit_axis(tr("Predicted probability")),
        _unit_axis(tr("Share that is positive")),
        (
            _diagonal(tr("perfect")),
            Series(
                curve_points(before.predicted, before.observed),
                SeriesStyle.SECOND,
                tr("before temperature, ECE {error}").format(error=decimal(before.expected_calibration_error)),
                marks=True,
            ),
            Series(
                curve_points(after.predicted, after.observed),
                SeriesStyle.MAIN,
                tr("after temperature {temperature}, ECE {error}").format(
                    temperature=decimal(summary.temperature, 2), error=decimal(after.expected_calibration_error)
                ),
                marks=True,
            ),
        ),
    )


def _density_plot(density: ReferenceDensity) -> Plot:
    title, unit = _SCALE_TITLES[density.scale]
    edges = np.asarray(density.edges)
    centres = (edges[:-1] + edges[1:]) / 2
    highest = max((max(values) for values in density.densities.values()), default=0.0)
    series = tuple(
        Series(
            curve_points(centres, np.asarray(values)),
            f"class-{number % _CLASS_STYLES}",  # untranslated: a style
            name,
        )
        for number, (name, values) in enumerate(density.densities.items())
    )
    x = axis_between(tr(unit), float(edges[0]), float(edges[-1]))
    return Plot(tr(title), x, axis_between(tr("Density"), 0.0, highest * 1.05 or 1.0), series, aspect=0.75)


def _fold_series(folds: Sequence[RocCurve]) -> Iterable[Series]:
    if len(folds) <= MOST_FOLDS_NAMED:
        return (
            _roc_series(curve, f"class-{number + 1}", _fold_name(curve.name))  # untranslated: a style
            for number, curve in enumerate(folds)
        )
    areas = [curve.auc for curve in folds if math.isfinite(curve.auc)]
    words = (
        tr("each of {count} folds, AUC {lowest} to {highest}").format(
            count=len(folds), lowest=decimal(min(areas), 4), highest=decimal(max(areas), 4)
        )
        if areas
        else tr("each of {count} folds").format(count=len(folds))
    )
    # One entry in the legend stands for all of them.
    return (
        Series(_roc_points(curve), SeriesStyle.FAINT, "" if number else words) for number, curve in enumerate(folds)
    )


def _fold_name(name: str) -> str:
    """A fold's curve in the person's language; it is kept under its English name."""
    return tr("fold {number}").format(number=name.removeprefix("fold "))


def _roc_series(curve: RocCurve, style: str, name: str) -> Series:
    return Series(_roc_points(curve), style, tr("{name}, AUC {area}").format(name=name, area=decimal(curve.auc, 4)))


def _roc_points(curve: RocCurve) -> tuple[tuple[float, float], ...]:
    return curve_points(curve.false_positive_rate, curve.true_positive_rate)


def _diagonal(label: str) -> Series:
    return Series(((0.0, 0.0), (1.0, 1.0)), SeriesStyle.REFERENCE, label)


def _corner(auc: float) -> float:
    """Side of the corner that is worth magnifying, 0 for none."""
    if not auc > 0.9:
        return 0.0
    return 0.1 if auc > 0.98 else 0.3


def _unit_axis(title: str) -> Axis:
    return _padded(axis_between(title, 0.0, 1.0))


def _padded(axis: Axis) -> Axis:
    """Room at both ends: a curve along the edge of the plot must not vanish in its frame."""
    room = 0.025 * (axis.high - axis.low)
    return replace(axis, low=axis.low - room, high=axis.high + room)
