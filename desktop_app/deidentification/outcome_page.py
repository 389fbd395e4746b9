"""The page that says what was done: copies, warnings, and every attribute that was left out or replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from core.error_wording import describe_error
from core.language import tr
from core.number_format import integer
from desktop_app.page_parts import button, column, heading, sentence

if TYPE_CHECKING:
    from core.interchange.deidentification.report import DeidentificationReport

_COLUMN_COUNT = 4
_MOST_FAILURES = 20
_ROW_PADDING = 9


class OutcomePage(QWidget):
    """Shows one run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: DeidentificationReport | None = None
        self.summary = sentence()
        self.warnings = sentence(role="warning")
        self.failures = sentence(role="danger")
        self.folder_button = button(tr("&Open the folder"), tr("Show the copies in the file browser"), self.open_folder)
        self.table = QTableWidget(0, _COLUMN_COUNT)
        self.table.setHorizontalHeaderLabels(
            [tr("Times", "how often"), tr("What happened"), tr("Tag"), tr("Attribute")]
        )
        self.table.setAccessibleName(tr("What was left out or replaced"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(self.table.fontMetrics().height() + _ROW_PADDING)
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for index in range(_COLUMN_COUNT - 1):
            header.setSectionResizeMode(index, QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        layout = column(self, spacing=10)
        layout.addWidget(self.summary)
        layout.addWidget(self.warnings)
        layout.addWidget(self.failures)
        layout.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(heading(tr("Left out or replaced, in all copies together")))
        layout.addWidget(self.table, 1)

    def show_report(self, report: DeidentificationReport) -> None:
        """Show what a run did."""
        from core.interchange.deidentification.wording import summary_sentences, text_warnings

        self._report = report
        self.summary.setText(" ".join(summary_sentences(report)))
        for label, lines in (
            (self.warnings, text_warnings(report)),
            (self.failures, _failure_lines(report)),
        ):
            label.setText("\n".join(lines))
            label.setVisible(bool(lines))
        self.folder_button.setEnabled(bool(report.copied))
        totals = report.totals
        self.table.setRowCount(len(totals))
        for row, change in enumerate(totals):
            for index, text in enumerate((integer(change.count), tr(change.change), change.tag, tr(change.name))):
                self.table.setItem(row, index, QTableWidgetItem(text))

    @Slot()
    def open_folder(self) -> None:
        """Show the copies in the file browser."""
        if self._report is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report.folder)))


def _failure_lines(report: DeidentificationReport) -> list[str]:
    lines = [describe_error(failure.error).text for failure in report.failed[:_MOST_FAILURES]]
    hidden = len(report.failed) - len(lines)
    return [*lines, tr("{count} more were not copied.").format(count=integer(hidden))] if hidden else lines
