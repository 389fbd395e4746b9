"""The confusion matrix (the paper's Figure 5); a cell opens its cases in the viewer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from core.language import tr
from core.number_format import integer, tr_count
from desktop_app.page_parts import heading, sentence
from desktop_app.theme import Theme, ThemeColours, colours

if TYPE_CHECKING:
    from core.training.results import CrossValidationSummary

_CELL = QSize(92, 52)


class ConfusionView(QWidget):
    """Rows are what is true, columns what was decided. Each cell is a button, so that the keyboard reaches it."""

    cell_opened = Signal(int, int)
    """Row and column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours = colours(Theme.DARK)
        self._summary: CrossValidationSummary | None = None
        self.cells: dict[tuple[int, int], QPushButton] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(3)

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._colours = theme
        self._paint()

    def show_summary(self, summary: CrossValidationSummary) -> None:
        """Show the counts."""
        self._summary = summary
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.cells = {}
        names = summary.classes
        self._grid.addWidget(heading(tr("decided as")), 0, 1, 1, len(names))
        self._grid.addWidget(heading(tr("true class")), 1, 0)
        for number, name in enumerate(names):
            self._grid.addWidget(_name_label(name), 1, number + 1)
            self._grid.addWidget(_name_label(name), number + 2, 0)
        for row in range(len(names)):
            for column in range(len(names)):
                self._add_cell(row, column, int(summary.confusion[row, column]), names)
        note = sentence(tr("A click opens a cell's cases in the viewer."), "muted")
        self._grid.addWidget(note, len(names) + 2, 0, 1, len(names) + 1)
        self._grid.setRowStretch(len(names) + 3, 1)
        self._grid.setColumnStretch(len(names) + 1, 1)
        self._paint()

    def _add_cell(self, row: int, column: int, count: int, names: Sequence[str]) -> None:
        cell = QPushButton(integer(count))
        cell.setMinimumSize(_CELL)
        cell.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        cell.setEnabled(count > 0)
        spoken = tr_count(
            "{count} image of {true} decided as {decided}",
            "{count} images of {true} decided as {decided}",
            count,
            true=names[row],
            decided=names[column],
        )
        cell.setToolTip(tr("{cases}; a click shows them").format(cases=spoken) if count else spoken)
        cell.setAccessibleName(spoken)
        cell.setProperty("cell", [row, column])
        cell.clicked.connect(self._on_cell_clicked)
        self._grid.addWidget(cell, row + 2, column + 1)
        self.cells[row, column] = cell

    def _paint(self) -> None:
        """Right decisions in one tint, wrong ones in another, deeper where there are more of the row's images."""
        if self._summary is None:
            return
        theme = self._colours
        for (row, column), cell in self.cells.items():
            total = max(1, int(self._summary.confusion[row].sum()))
            share = int(self._summary.confusion[row, column]) / total
            tint = QColor(theme.accent if row == column else theme.danger)
            # Pale enough that the text on it stays readable.
            tint.setAlphaF(0.08 + 0.3 * share if share else 0.0)
            red, green, blue, alpha = tint.red(), tint.green(), tint.blue(), tint.alpha()
            cell.setStyleSheet(
                f"QPushButton {{ background: rgba({red}, {green}, {blue}, {alpha}); color: {theme.text};"
                f" border: 1px solid {theme.border}; border-radius: 3px; font-size: 15pt; font-weight: 600; }}"
                f"QPushButton:hover:enabled, QPushButton:focus {{ border: 2px solid {theme.accent}; }}"
            )

    @Slot()
    def _on_cell_clicked(self) -> None:
        cell = self.sender()
        if isinstance(cell, QPushButton):
            row, column = cell.property("cell")
            self.cell_opened.emit(int(row), int(column))


def _name_label(name: str) -> QLabel:
    label = sentence(name)
    label.setMinimumWidth(80)
    return label
