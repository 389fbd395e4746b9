"""Whether the model looks at the disease, line by line; what speaks against it stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from core.language import mark, tr
from desktop_app.theme import Theme, colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.report.disease_rows import DiseaseRow
    from desktop_app.theme import ThemeColours

_COLUMNS = (mark("Looked at"), mark("Figure (95% interval)"), mark("What it means"))
_TIPS = (
    mark("What each fold's network was asked about images that it had not learnt from"),
    mark("Area under the ROC curve, or a share"),
    mark("In words; what speaks against the model stands out"),
)


class DiseaseTable(QTableWidget):
    """One row for each thing that was looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_COLUMNS), parent)
        self._colours = colours(Theme.DARK)
        self._rows: Sequence[DiseaseRow] = ()
        self.setAccessibleName(tr("Whether it looks at the disease"))
        for number, (name, tip) in enumerate(zip(map(tr, _COLUMNS), map(tr, _TIPS), strict=True)):
            header = QTableWidgetItem(name)
            header.setToolTip(tip)
            header.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(number, header)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setWordWrap(True)
        self.setMinimumHeight(150)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header_view = self.horizontalHeader()
        header_view.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header_view.setSectionResizeMode(len(_COLUMNS) - 1, QHeaderView.ResizeMode.Stretch)
        # Rows are as high as their words need, which depends on the width.
        header_view.sectionResized.connect(self.resizeRowsToContents)

    def set_theme(self, theme: ThemeColours) -> None:
        """Take the theme's colours."""
        self._colours = theme
        self.show_rows(self._rows)

    def show_rows(self, rows: Sequence[DiseaseRow]) -> None:
        """Fill the table."""
        self._rows = rows
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate((row.name, row.figure, row.meaning)):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                if row.is_bad:
                    item.setForeground(QColor(self._colours.warning))
                if row.is_bad and column < len(_COLUMNS) - 1:
                    font = QFont(self.font())
                    font.setBold(True)
                    item.setFont(font)
                self.setItem(number, column, item)
