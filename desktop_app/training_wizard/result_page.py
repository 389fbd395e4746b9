"""Last page: how good the model is, and what to do with it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QTabWidget, QWidget

from core.language import tr
from core.number_format import integer
from core.report.disease_rows import disease_rows
from core.report.words import threshold_words
from core.training.disease_wording import HOW_PROBED, QUESTION
from core.training.results import DEFAULT_THRESHOLD
from desktop_app.density_plot import DensityPlot
from desktop_app.page_parts import button, column, heading, scrolling, sentence
from desktop_app.training_wizard.confusion_view import ConfusionView
from desktop_app.training_wizard.disease_table import DiseaseTable
from desktop_app.training_wizard.figures_table import FiguresTable
from desktop_app.training_wizard.result_plots import ResultPlots
from desktop_app.training_wizard.threshold_panel import ThresholdPanel
from desktop_app.training_wizard.words import area_words, share_words

if TYPE_CHECKING:
    from core.training.operating_point import OperatingPoint
    from desktop_app.theme import ThemeColours
    from desktop_app.training_wizard.result_work import RunResult

_COMPARISON_TAB = 5


class ResultPage(QWidget):
    """Shows a `RunResult`; emits what its buttons ask for."""

    cases_opened = Signal(object)
    """Paths to show in the viewer."""
    use_requested = Signal(float)
    """The threshold to decide at, as for the next two: a probability before temperature, 0..1."""
    dossier_requested = Signal(object, float)
    """Path of the PDF to write; JSON goes beside it."""
    comparison_requested = Signal(float)
    folder_requested = Signal()
    point_requested = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: RunResult | None = None
        self.headline = sentence("", "heading")
        self.limits = sentence("", "warning")
        self.limits.setAccessibleName(tr("Limits"))
        self.decides = sentence()
        self.decides.setAccessibleName(tr("Threshold of the model"))
        self.confusion = ConfusionView()
        self.table = FiguresTable()
        self.disease = DiseaseTable()
        self.plots = ResultPlots()
        self.threshold = ThresholdPanel()
        # Classes are called here as their folders are, on every page alike.
        self.densities = DensityPlot(class_name=str)
        self.limit_list = sentence()
        self.comparison = sentence()
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Figures, disease, curves, threshold, limits, comparison, densities"))
        self.tabs.addTab(self._figures_tab(), tr("&Figures"))
        self.tabs.addTab(self._disease_tab(), tr("Disease or &shortcut"))
        self.tabs.addTab(self.plots, tr("C&urves"))
        self.tabs.addTab(scrolling(self.threshold, tr("Threshold")), tr("&Threshold"))
        self.tabs.addTab(self._text_tab(self.limit_list, tr("Limits")), tr("&Limits"))
        self.tabs.addTab(self._text_tab(self.comparison, tr("Comparison")), tr("Co&mparison"))
        self.tabs.addTab(self.densities, tr("&Pixel densities"))
        self.use = button(
            tr("&Use this model"),
            tr("Keep it as a new version and classify with it from now on"),
            self._on_use_pressed,
            "use",
        )
        self.compare = button(
            tr("C&ompare with active model"),
            tr("Both models on these same images: McNemar, DeLong"),
            self._on_compare_pressed,
            "compare",
        )
        self.save = button(
            tr("S&ave dossier\N{HORIZONTAL ELLIPSIS}"),
            tr("Everything about this run: a PDF to read, and the same as JSON beside it to compute with"),
            self.choose_dossier,
            "save",
        )
        self.folder = button(
            tr("Open &run folder"), tr("Show the run's files in the file manager"), self.folder_requested.emit, "folder"
        )
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setFixedWidth(120)
        self._busy.setMaximumHeight(8)
        self._busy.setAccessibleName(tr("Working"))
        self._busy.hide()
        row = QHBoxLayout()
        for widget in (self.use, self.save, self.compare, self.folder):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self._busy)
        layout = column(self)
        layout.addWidget(self.limits)
        layout.addWidget(self.headline)
        layout.addWidget(self.decides)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(row)
        self.confusion.cell_opened.connect(self._on_cell_opened)
        self.threshold.point_requested.connect(self._on_point_requested)
        self.threshold.best_requested.connect(self._on_best_requested)
        self.show_waiting(tr("There is no result yet."))

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        for part in (self.confusion, self.disease, self.plots, self.densities):
            part.set_theme(theme)

    def show_waiting(self, text: str) -> None:
        """Say why nothing is shown."""
        self._result = None
        self.headline.setText(text)
        self.limits.setText("")
        self.decides.setText("")
        self._enable(False)

    def show_result(self, result: RunResult) -> None:
        """Show everything about a finished run."""
        self.show_figures(result)
        summary = result.summary
        self.plots.show_summary(summary)
        self.disease.show_rows(disease_rows(result.disease, summary))
        is_pair = len(summary.classes) == 2
        self.densities.set_densities(result.densities, None, summary.positive_class if is_pair else "")
        self.comparison.setText(tr("Press “Compare with active model” to see both models on these images."))
        self._enable(True)
        self.use.setEnabled(result.has_model)
        self.compare.setEnabled(result.has_model)
        self.use.setToolTip(
            tr("Keep it as a new version and classify with it from now on")
            if result.has_model
            else tr("This run made figures only: it was planned without the final training on all images")
        )
        self.threshold.set_threshold(summary.pooled.threshold)

    def show_figures(self, result: RunResult) -> None:
        """Show what depends on the threshold."""
        self._result = result
        summary, pooled = result.summary, result.summary.pooled
        wrong = pooled.false_positive + pooled.false_negative
        if len(summary.classes) > 2:
            wrong = int(summary.confusion.sum() - summary.confusion.trace())
        self.headline.setText(
            tr(
                "{name}: {right} of {count} images right when held out, {wrong} wrong; AUC {auc}, accuracy {accuracy}."
            ).format(
                name=result.name,
                right=integer(pooled.count - wrong),
                count=integer(pooled.count),
                wrong=integer(wrong),
                auc=area_words(pooled.auc),
                accuracy=share_words(pooled.accuracy),
            )
        )
        self.limits.setText(tr(result.limits.sentence))
        self.limit_list.setText("\n\n".join(map(tr, result.statements)))
        self.decides.setText(decision_words(result))
        self.confusion.show_summary(summary)
        self.table.show_summary(summary)

    def show_point(self, point: OperatingPoint) -> None:
        """Show the consequences of the threshold."""
        if self._result is not None:
            self.threshold.show_point(point, self._result.summary.positive_class)

    def show_comparison(self, text: str) -> None:
        """Show how the model compares with the active one."""
        self.comparison.setText(text)
        self.tabs.setCurrentIndex(_COMPARISON_TAB)

    def set_busy(self, is_busy: bool) -> None:
        """While something is written or compared nothing else can be asked for."""
        self._busy.setVisible(is_busy)
        for widget in (self.use, self.save, self.compare):
            widget.setEnabled(not is_busy and self._result is not None)
        if self._result is not None and not self._result.has_model:
            self.use.setEnabled(False)
            self.compare.setEnabled(False)

    def _enable(self, is_enabled: bool) -> None:
        self.tabs.setEnabled(is_enabled)
        for widget in (self.use, self.save, self.compare, self.folder):
            widget.setEnabled(is_enabled)

    @Slot()
    def choose_dossier(self) -> None:
        """Ask where to write the dossier."""
        if self._result is None:
            return
        start = f"{self._result.name}_dossier.pdf"  # untranslated: a file's name
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save dossier (PDF, and JSON beside it)"), start, tr("PDF (*.pdf)")
        )
        if name:
            path = Path(name)
            path = path if path.suffix.lower() == ".pdf" else path.with_name(path.name + ".pdf")
            self.dossier_requested.emit(path, self.threshold.chosen)

    @Slot()
    def _on_use_pressed(self) -> None:
        self.use_requested.emit(self.threshold.chosen)

    @Slot()
    def _on_compare_pressed(self) -> None:
        self.comparison_requested.emit(self.threshold.chosen)

    @Slot(int, int)
    def _on_cell_opened(self, row: int, column_number: int) -> None:
        if self._result is not None:
            self.cases_opened.emit(self._result.cases(row, column_number))

    @Slot(float, float)
    def _on_point_requested(self, threshold: float, prevalence: float) -> None:
        if self._result is not None and threshold != self._result.summary.pooled.threshold:
            # The figures follow; until then nobody is to take the old threshold for the chosen one.
            judging = tr("Judging the images at {threshold}\N{HORIZONTAL ELLIPSIS}")
            self.decides.setText(judging.format(threshold=threshold_words(threshold)))
        self.point_requested.emit(threshold, prevalence)

    @Slot()
    def _on_best_requested(self) -> None:
        if self._result is not None:
            self.threshold.set_threshold(self._result.balanced_threshold)

    def _figures_tab(self) -> QWidget:
        tab = QWidget()
        inside = column(tab, margin=8)
        inside.addWidget(self.confusion)
        inside.addWidget(self.table, 1)
        return scrolling(tab, tr("Figures"))

    def _disease_tab(self) -> QWidget:
        tab = QWidget()
        inside = column(tab, margin=8)
        inside.addWidget(heading(tr(QUESTION)))
        inside.addWidget(sentence(tr(HOW_PROBED), "muted"))
        inside.addWidget(self.disease, 1)
        return tab

    def _text_tab(self, label: QWidget, name: str) -> QWidget:
        tab = QWidget()
        inside = column(tab, margin=10)
        inside.addWidget(label)
        inside.addStretch()
        return scrolling(tab, name)


def decision_words(result: RunResult) -> str:
    """At which threshold the figures are, and the model would decide."""
    summary = result.summary
    positive, chosen = summary.positive_class, threshold_words(summary.pooled.threshold)
    shown = threshold_words(result.model_threshold)
    if summary.pooled.threshold == DEFAULT_THRESHOLD:
        origin = tr("That is the default; another is chosen under Threshold.")
    else:
        origin = tr("This was chosen on these images, which flatters the figures: later images will do somewhat worse.")
    if not result.has_model:
        decides = tr("The figures are for deciding “{positive}” from a probability of {chosen} on. {origin}")
    elif shown == chosen:
        decides = tr("In use, the model will decide “{positive}” from a probability of {chosen} on. {origin}")
    else:
        decides = tr(
            "In use, the model will decide “{positive}” from a probability of {chosen} on, {calibrated} once "
            "calibrated. {origin}"
        )
    return decides.format(positive=positive, chosen=chosen, calibrated=shown, origin=origin)
