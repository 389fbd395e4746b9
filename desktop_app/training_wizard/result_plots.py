"""ROC per fold and pooled (the paper's Figure 6), precision against recall, calibration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from core.language import tr
from core.number_format import decimal, percent
from desktop_app.page_parts import column, heading, sentence
from desktop_app.plot_style import make_plot_widget, style_plot
from desktop_app.theme import Theme, ThemeColours, colours
from desktop_app.training_wizard.curves_view import fold_pen
from desktop_app.training_wizard.words import area_words, curve_name

if TYPE_CHECKING:
    from core.training.results import CrossValidationSummary, RocCurve

_MOST_POINTS = 600


class ResultPlots(QWidget):
    """Three plots side by side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours(Theme.DARK)
        self._summary: CrossValidationSummary | None = None
        self.roc = _unit_plot(tr("ROC curves, pooled and per fold"), tr("1 - specificity"), tr("sensitivity"))
        self.precision = _unit_plot(
            tr("Precision against recall, pooled"), tr("recall (sensitivity)"), tr("precision (PPV)")
        )
        self.calibration = _unit_plot(
            tr("Calibration, before and after temperature"), tr("predicted probability"), tr("observed share")
        )
        self._roc_note = sentence("", "muted")
        self._precision_note = sentence("", "muted")
        self._calibration_note = sentence("", "muted")
        self._legends = [
            plot.addLegend(offset=offset, labelTextSize="8pt", verSpacing=-4)
            for plot, offset in ((self.roc, (-6, -6)), (self.precision, (8, -6)), (self.calibration, (8, 4)))
        ]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        for title, plot, note in (
            (tr("ROC"), self.roc, self._roc_note),
            (tr("Precision and recall"), self.precision, self._precision_note),
            (tr("Calibration"), self.calibration, self._calibration_note),
        ):
            holder = QWidget()
            inside = column(holder, spacing=4)
            inside.addWidget(heading(title))
            inside.addWidget(plot, 1)
            inside.addWidget(note)
            layout.addWidget(holder, 1)
        self.set_theme(self._colours)

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._colours = theme
        for plot in (self.roc, self.precision, self.calibration):
            style_plot(plot, theme)
        for legend in self._legends:
            legend.setLabelTextColor(theme.text)
        if self._summary is not None:
            self.show_summary(self._summary)

    def show_summary(self, summary: CrossValidationSummary) -> None:
        """Draw everything anew."""
        self._summary = summary
        for plot, legend in zip((self.roc, self.precision, self.calibration), self._legends, strict=True):
            plot.clear()
            legend.clear()
        self._draw_roc(summary)
        self._draw_precision(summary)
        self._draw_calibration(summary)

    def _draw_roc(self, summary: CrossValidationSummary) -> None:
        self._diagonal(self.roc, tr("chance"))
        pooled, folds = summary.roc[0], summary.roc[1:]
        for number, curve in enumerate(folds):
            self._curve(self.roc, curve, fold_pen(self._colours, number, 1.2))
        self._curve(self.roc, pooled, fold_pen(self._colours, None, 2.4))
        note = tr("Pooled AUC {auc}, 95% interval.")
        self._roc_note.setText(note.format(auc=area_words(summary.pooled.auc)))

    def _draw_precision(self, summary: CrossValidationSummary) -> None:
        curve = summary.precision_recall
        figures = summary.pooled
        share = (figures.true_positive + figures.false_negative) / max(1, figures.count)
        recall, precision = _thinned(curve.recall, curve.precision)
        self.precision.plot([0, 1], [share, share], pen=self._dashes(), name=tr("chance"))
        self.precision.plot(recall, precision, pen=fold_pen(self._colours, None, 2.0), name=tr("pooled"))
        note = tr("Average precision {precision}; {share} are positive here.")
        self._precision_note.setText(note.format(precision=decimal(curve.average_precision, 4), share=percent(share)))

    def _draw_calibration(self, summary: CrossValidationSummary) -> None:
        self._diagonal(self.calibration, tr("perfect"))
        theme = self._colours
        for curve, name, colour, symbol in (
            (summary.calibration, tr("as trained"), theme.positive, "o"),
            (summary.calibration_after, tr("after temperature"), theme.accent, "s"),
        ):
            self.calibration.plot(
                curve.predicted, curve.observed, pen=colour, symbol=symbol, symbolSize=7, symbolBrush=colour,
                symbolPen=None, name=name,
            )  # fmt: skip
        before, after = (curve.expected_calibration_error for curve in (summary.calibration, summary.calibration_after))
        note = tr("Expected calibration error {before}, after temperature {temperature}: {after}.")
        temperature = decimal(summary.temperature, 2)
        self._calibration_note.setText(
            note.format(before=decimal(before, 3), temperature=temperature, after=decimal(after, 3))
        )

    def _curve(self, plot: Any, curve: RocCurve, pen: Any) -> None:
        x, y = _thinned(curve.false_positive_rate, curve.true_positive_rate)
        plot.plot(x, y, pen=pen, name=f"{curve_name(curve.name)} {decimal(curve.auc, 3)}")

    def _diagonal(self, plot: Any, name: str) -> None:
        plot.plot([0, 1], [0, 1], pen=self._dashes(), name=name)

    def _dashes(self) -> Any:
        import pyqtgraph as pg

        return pg.mkPen(self._colours.muted, width=1, style=Qt.PenStyle.DashLine)


def _unit_plot(name: str, bottom: str, left: str) -> Any:
    plot = make_plot_widget(name)
    plot.setLabel("bottom", bottom)
    plot.setLabel("left", left)
    plot.setXRange(0, 1, padding=0.02)
    plot.setYRange(0, 1, padding=0.02)
    plot.setMinimumHeight(180)
    return plot


def _thinned(x: np.ndarray[Any, Any], y: np.ndarray[Any, Any]) -> tuple[np.ndarray[Any, Any], np.ndarray[Any, Any]]:
    """No more points than can be told apart: a curve over 100,000 images has as many."""
    if x.size <= _MOST_POINTS:
        return x, y
    kept = np.unique(np.linspace(0, x.size - 1, _MOST_POINTS).round().astype(np.int64))
    return x[kept], y[kept]
