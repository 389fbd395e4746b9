"""How long scans stay on the worklist: what a site chooses."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from core.language import tr
from core.worklist.retention import RetentionSettings
from desktop_app.page_parts import sentence

_LONGEST_DAYS = 36_500
_MOST = 10_000_000
_TEXT_WIDTH = 400


class RetentionDialog(QDialog):
    """Edits a snapshot of the settings; `chosen` returns the new ones."""

    def __init__(self, settings: RetentionSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("How long scans stay"))
        self.days = _number(settings.keep_days, _LONGEST_DAYS, tr("For ever"), tr(" days"))
        self.days.setToolTip(tr("Scans that were added longer ago are taken off the worklist"))
        self.most = _number(settings.most_entries, _MOST, tr("Any number"), tr(" newest"))
        self.most.setToolTip(tr("Older scans than these are taken off the worklist"))
        self.deletes = QCheckBox(tr("Delete the files of received scans with them"))
        self.deletes.setToolTip(tr("Only files that Hilum received itself; files elsewhere are never deleted"))
        self.deletes.setChecked(settings.deletes_owned_files)
        note = sentence(
            tr(
                "A scan that waits for its answer or for being sent always stays. What was answered remains in the"
                " record."
            ),
            "muted",
        )
        note.setMinimumWidth(_TEXT_WIDTH)
        form = QFormLayout()
        form.addRow(tr("&Keep scans"), self.days)
        form.addRow(tr("Keep at &most"), self.most)
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
