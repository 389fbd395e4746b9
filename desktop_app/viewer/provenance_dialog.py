"""How the picture on the screen was made, step by step."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.imaging.radiograph import ProcessingStep

HEADINGS = ("Stage", "What was done", "Because of")


class ProvenanceDialog(QDialog):
    """A table of processing steps, with a button to copy it as text."""

    def __init__(self, name: str, steps: Sequence[ProcessingStep], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = provenance_text(name, steps)
        self.setWindowTitle("How this picture was made")
        self.resize(760, 380)
        heading = QLabel(f"From {name} to the screen, in this order:")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = QPushButton("&Copy as text")
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addWidget(_table(steps))
        layout.addWidget(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)


def provenance_text(name: str, steps: Sequence[ProcessingStep]) -> str:
    """The steps as plain text, one per line."""
    lines = [f"{step.stage}: {step.description} [{step.provenance}]" for step in steps]
    return "\n".join((f"How the picture of {name} was made:", *lines))


def _table(steps: Sequence[ProcessingStep]) -> QTableWidget:
    table = QTableWidget(len(steps), len(HEADINGS))
    table.setHorizontalHeaderLabels(HEADINGS)
    table.setAccessibleName("Processing steps")
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setWordWrap(True)
    table.verticalHeader().hide()
    for row, step in enumerate(steps):
        for column, text in enumerate((str(step.stage), step.description, step.provenance)):
            table.setItem(row, column, QTableWidgetItem(text))
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table
