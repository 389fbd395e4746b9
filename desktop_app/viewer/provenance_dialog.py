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

from core.imaging.radiograph import ProcessingStep, Stage
from core.language import mark, tr

HEADINGS = (mark("Stage"), mark("What was done"), mark("Because of"))
STAGES = {
    Stage.DECODE: mark("Decode"),
    Stage.ORIENT: mark("Orient"),
    Stage.GREYSCALE: mark("Reduce to greyscale"),
    Stage.PADDING: mark("Pixel padding"),
    Stage.MODALITY: mark("Modality"),
    Stage.VOI: mark("Values of interest"),
    Stage.PRESENTATION: mark("Presentation"),
}


class ProvenanceDialog(QDialog):
    """A table of processing steps, with a button to copy it as text."""

    def __init__(self, name: str, steps: Sequence[ProcessingStep], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = provenance_text(name, steps)
        self.setWindowTitle(tr("How this picture was made"))
        self.resize(760, 380)
        heading = QLabel(tr("From {name} to the screen, in this order:").format(name=name))
        heading.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = QPushButton(tr("&Copy as text"))
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
    lines = ["{}: {} [{}]".format(*_words_of(step)) for step in steps]
    return "\n".join((tr("How the picture of {name} was made:").format(name=name), *lines))


def _words_of(step: ProcessingStep) -> tuple[str, str, str]:
    return tr(STAGES[step.stage]), tr(step.description), tr(step.provenance)


def _table(steps: Sequence[ProcessingStep]) -> QTableWidget:
    table = QTableWidget(len(steps), len(HEADINGS))
    table.setHorizontalHeaderLabels([tr(heading) for heading in HEADINGS])
    table.setAccessibleName(tr("Processing steps"))
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
    table.setTabKeyNavigation(False)
    table.setWordWrap(True)
    table.verticalHeader().hide()
    for row, step in enumerate(steps):
        for column, text in enumerate(_words_of(step)):
            table.setItem(row, column, QTableWidgetItem(text))
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table
