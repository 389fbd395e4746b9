"""Figures with their 95% intervals: pooled, per fold, per source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from core.language import mark, tr
from core.number_format import integer
from desktop_app.training_wizard.words import area_words, part_name, share_words

if TYPE_CHECKING:
    from core.training.results import CrossValidationSummary, DecisionFigures

_COLUMNS = (
    "",
    mark("images"),
    mark("AUC"),
    mark("accuracy"),
    mark("sensitivity"),
    mark("specificity"),
    mark("PPV"),
    mark("NPV"),
    mark("F1"),
)
_TIPS = {
    "accuracy": mark("Share of images decided rightly"),
    "sensitivity": mark("Share of positive images that were found"),
    "specificity": mark("Share of negative images that were cleared"),
    "PPV": mark("Positive predictive value, at this collection's own prevalence"),
    "NPV": mark("Negative predictive value, at this collection's own prevalence"),
    "F1": mark("Harmonic mean of sensitivity and PPV"),
    "AUC": mark("Area under the ROC curve: chance that a positive image ranks above a negative one"),
}


class FiguresTable(QTableWidget):
    """One row for all images, then one for each part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_COLUMNS), parent)
        self.setAccessibleName(tr("Figures with their 95% intervals"))
        for number, name in enumerate(_COLUMNS):
            header = QTableWidgetItem(tr(name) if name else "")
            header.setToolTip(tr(_TIPS[name]) if name in _TIPS else "")
            self.setHorizontalHeaderItem(number, header)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setWordWrap(True)
        self.setMinimumHeight(150)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_summary(self, summary: CrossValidationSummary) -> None:
        """Fill the table."""
        rows = [(tr("all images"), summary.pooled)]
        rows += [(part_name(part.kind, part.name), part.figures) for part in summary.parts]
        self.setRowCount(len(rows))
        for number, (name, figures) in enumerate(rows):
            self._fill_row(number, name, figures)

    def _fill_row(self, row: int, name: str, figures: DecisionFigures) -> None:
        shares = (
            figures.accuracy,
            figures.sensitivity,
            figures.specificity,
            figures.positive_predictive_value,
            figures.negative_predictive_value,
        )
        words = [area_words(figures.auc, 3), *(share_words(share) for share in shares), area_words(figures.f1, 3)]
        texts = [name, integer(figures.count), *(text.replace(" (", "\n(") for text in words)]
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if column:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            if not row:
                font = QFont(self.font())
                font.setBold(True)
                item.setFont(font)
            self.setItem(row, column, item)
