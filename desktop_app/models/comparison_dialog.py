"""What a comparison of two models found, to read and to copy."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from core.language import tr
from core.number_format import integer
from core.registry.comparing import ComparedModel, VersionComparison
from core.registry.describing import describe_comparison, estimate_text


class ComparisonDialog(QDialog):
    """Both models' figures side by side, and whether they differ by more than chance."""

    def __init__(self, comparison: VersionComparison, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Models compared"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._lines = describe_comparison(comparison)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addLayout(_figures_grid(comparison))
        # The lines about each model are the grid's.
        for line in (self._lines[0], *self._lines[3:]):
            layout.addWidget(_wrapped(line))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton(tr("&Copy as text"))
        copy.setToolTip(tr("Copy the whole comparison"))
        copy.clicked.connect(self.copy_text)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.close)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.resize(680, 420)

    @property
    def text(self) -> str:
        """The comparison as plain text."""
        return "\n".join(self._lines)

    @Slot()
    def copy_text(self) -> None:
        """Copy the comparison."""
        QGuiApplication.clipboard().setText(self.text)


def _figures_grid(comparison: VersionComparison) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    headings = (
        tr("Model"),
        tr("AUC"),
        tr("Accuracy"),
        tr("Sensitivity"),
        tr("Specificity"),
        tr("Missed"),
        tr("False alarms"),
    )
    for column, heading in enumerate(headings):
        label = QLabel(heading)
        label.setProperty("role", "muted")
        grid.addWidget(label, 0, column)
    for row, model in enumerate((comparison.first, comparison.second), start=1):
        for column, text in enumerate(_cells(model)):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setAccessibleName(f"{headings[column]}: {text}")
            grid.addWidget(label, row, column)
    return grid


def _cells(model: ComparedModel) -> tuple[str, ...]:
    figures = model.figures
    estimates = (figures.auc, figures.accuracy, figures.sensitivity, figures.specificity)
    return (
        model.label,
        *(estimate_text(estimate, 3).replace(" (", "\n(") for estimate in estimates),
        integer(figures.false_negative),
        integer(figures.false_positive),
    )


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
