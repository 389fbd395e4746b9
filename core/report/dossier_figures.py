"""The dossier's figures: confusion matrix, ROC, precision and recall, calibration, pixel densities."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from core.model.card import DensityScale, ReferenceDensity
from core.report.blocks import Axis, Matrix, Plot, PlotFigure, Series, SeriesStyle
from core.report.plot_axes import axis_between, curve_points
from core.report.words import ClassLegend, decimal, percent, threshold_words
from core.training.results import CrossValidationSummary, RocCurve

MOST_FOLDS_NAMED = 6
"""Beyond this, the folds' curves are one bundle: more line styles than that nobody tells apart."""

_CLASS_STYLES = 10

_SCALE_TITLES = {
    DensityScale.NETWORK_INPUT: ("As the network sees it", "Standardised grey value"),
    DensityScale.DISPLAYED: ("As displayed", "Grey value"),
}


def confusion_figure(summary: CrossValidationSummary) -> Matrix:
    """The confusion matrix of the out-of-fold decisions (the paper's Figure 5)."""
    names, counts = summary.classes, summary.confusion
    legend = ClassLegend(names)
    totals = counts.sum(axis=1, keepdims=True)
    shares = np.divide(counts, totals, out=np.zeros(counts.shape), where=totals > 0)
    rule = (
        f"at the threshold {threshold_words(summary.pooled.threshold)}"
        if len(names) == 2
        else "the most probable class"
    )
    return Matrix(
        caption=f"Confusion matrix of all out-of-fold decisions, {rule}. Percentages are of the row.",
        names=tuple(f"{number}  {name}" for number, name in enumerate(names, 1)) if legend.is_numbered else names,
        heads=legend.heads,
        counts=tuple(tuple(f"{count:,}" for count in row) for row in counts.tolist()),
        shares=tuple(
            tuple(percent(share) if total else "" for share in row)
            for row, total in zip(shares.tolist(), totals[:, 0].tolist(), strict=True)
        ),
        shades=tuple(tuple(row) for row in shares.tolist()),
    )


def roc_figure(summary: CrossValidationSummary) -> PlotFigure:
    """ROC curves, pooled and per fold (the paper's Figure 6), the corner magnified where that is where they lie."""
    pooled, folds = summary.roc[0], summary.roc[1:]
    series = (_diagonal("chance"), *_fold_series(folds), _roc_series(pooled, SeriesStyle.MAIN, "all folds pooled"))
    x, y = _unit_axis("1 \u2212 specificity"), _unit_axis("Sensitivity")
    plots = [Plot("ROC", x, y, series)]
    zoom = _corner(pooled.auc)
    if zoom:
        magnified = (_padded(axis_between(x.title, 0.0, zoom)), _padded(axis_between(y.title, 1 - zoom, 1.0)))
        plots.append(Plot("The upper left corner, magnified", *magnified, series))
    areas = [curve.auc for curve in folds if math.isfinite(curve.auc)]
    span = f"; folds {decimal(min(areas), 4)} to {decimal(max(areas), 4)}" if areas else ""
    words = f"area under the pooled curve {decimal(pooled.auc, 4)}{span}"
    return PlotFigure(
        caption=f"Receiver operating characteristic for {summary.positive_class}, per fold and pooled.",
        alt=f"ROC curves: {words}.",
        plots=tuple(plots),
    )


def precision_and_calibration_figure(summary: CrossValidationSummary) -> PlotFigure:
    """Precision against recall, and calibration before and after temperature."""
    return PlotFigure(
        caption=(
            "Precision (positive predictive value) against recall (sensitivity), pooled; and calibration: images in "
            "bins of predicted probability against the share of them that is positive. ECE: expected calibration "
            "error."
        ),
        alt=(
            f"Average precision {decimal(summary.precision_recall.average_precision, 4)}; expected calibration error "
            f"{decimal(summary.calibration.expected_calibration_error, 4)} before and "
            f"{decimal(summary.calibration_after.expected_calibration_error, 4)} after temperature."
        ),
        plots=(_precision_recall_plot(summary), _calibration_plot(summary)),
    )


def density_figure(densities: Sequence[ReferenceDensity]) -> PlotFigure | None:
    """Pixel-density distribution per class (the paper's Figure 2); None where none was computed."""
    plots = tuple(_density_plot(density) for density in densities)
    if not plots:
        return None
    return PlotFigure(
        caption=(
            "Pixel-density distribution: mean over the images of each class. Where the classes differ here, exposure "
            "or collimation differs, and a network can learn that instead of the disease."
        ),
        alt="Distributions of grey values, one curve per class.",
        plots=plots,
    )


def _precision_recall_plot(summary: CrossValidationSummary) -> Plot:
    curve = summary.precision_recall
    prevalence = (summary.pooled.true_positive + summary.pooled.false_negative) / max(summary.pooled.count, 1)
    return Plot(
        "Precision and recall",
        _unit_axis("Recall"),
        _unit_axis("Precision"),
        (
            Series(((0.0, prevalence), (1.0, prevalence)), SeriesStyle.REFERENCE, f"chance, {decimal(prevalence)}"),
            Series(
                curve_points(curve.recall, curve.precision),
                SeriesStyle.MAIN,
                f"all folds pooled, average precision {decimal(curve.average_precision, 4)}",
            ),
        ),
    )


def _calibration_plot(summary: CrossValidationSummary) -> Plot:
    before, after = summary.calibration, summary.calibration_after
    return Plot(
        "Calibration",
        _unit_axis("Predicted probability"),
        _unit_axis("Share that is positive"),
        (
            _diagonal("perfect"),
            Series(
                curve_points(before.predicted, before.observed),
                SeriesStyle.SECOND,
                f"before temperature, ECE {decimal(before.expected_calibration_error)}",
                marks=True,
            ),
            Series(
                curve_points(after.predicted, after.observed),
                SeriesStyle.MAIN,
                f"after temperature {decimal(summary.temperature, 2)}, ECE {decimal(after.expected_calibration_error)}",
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
        Series(curve_points(centres, np.asarray(values)), f"class-{number % _CLASS_STYLES}", name)
        for number, (name, values) in enumerate(density.densities.items())
    )
    x = axis_between(unit, float(edges[0]), float(edges[-1]))
    return Plot(title, x, axis_between("Density", 0.0, highest * 1.05 or 1.0), series, aspect=0.75)


def _fold_series(folds: Sequence[RocCurve]) -> Iterable[Series]:
    if len(folds) <= MOST_FOLDS_NAMED:
        return (_roc_series(curve, f"class-{number + 1}", curve.name) for number, curve in enumerate(folds))
    areas = [curve.auc for curve in folds if math.isfinite(curve.auc)]
    span = f", AUC {decimal(min(areas), 4)} to {decimal(max(areas), 4)}" if areas else ""
    # One entry in the legend stands for all of them.
    return (
        Series(_roc_points(curve), SeriesStyle.FAINT, "" if number else f"each of {len(folds)} folds{span}")
        for number, curve in enumerate(folds)
    )


def _roc_series(curve: RocCurve, style: str, name: str) -> Series:
    return Series(_roc_points(curve), style, f"{name}, AUC {decimal(curve.auc, 4)}")


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
