"""How long scans stay on the worklist: what a site chooses."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from core.worklist.retention import RetentionSettings
from desktop_app.page_parts import sentence

_LONGEST_DAYS = 36_500
_MOST = 10_000_000
_TEXT_WIDTH = 400


class RetentionDialog(QDialog):
    """Edits a snapshot of the settings; `chosen` returns the new ones."""

    def __init__(self, settings: RetentionSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("How long scans stay")
        self.days = _number(settings.keep_days, _LONGEST_DAYS, "For ever", " days")
        self.days.setToolTip("Scans that were added longer ago are taken off the worklist")
        self.most = _number(settings.most_entries, _MOST, "Any number", " newest")
        self.most.setToolTip("Older scans than these are taken off the worklist")
        self.deletes = QCheckBox("Delete the files of received scans with them")
        self.deletes.setToolTip("Only files that Hilum received itself; files elsewhere are never deleted")
        self.deletes.setChecked(settings.deletes_owned_files)
        note = sentence(
            "A scan that waits for its answer or for being sent always stays. What was answered remains in the record.",
            "muted",
        )
        note.setMinimumWidth(_TEXT_WIDTH)
        form = QFormLayout()
        form.addRow("&Keep scans", self.days)
        form.addRow("Keep at &most", self.most)
        form.addRow("", self.deletes)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addWidget(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    @property
    def chosen(self) -> RetentionSettings:
        """The settings as they stand in the dialog."""
        return RetentionSettings(self.days.value(), self.most.value(), self.deletes.isChecked())


def _number(value: int, largest: int, none: str, unit: str) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, largest)
    box.setSpecialValueText(none)
    box.setSuffix(unit)
    box.setGroupSeparatorShown(True)
    box.setValue(value)
    return box
