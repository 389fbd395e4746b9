"""The few things a person can choose, on one page."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.settings import Settings
from desktop_app.theme import Theme

_THEMES = {Theme.DARK: "Dark (reading room)", Theme.LIGHT: "Light", Theme.SYSTEM: "As the desktop"}
_DEVICES = {
    "auto": "Automatic: the fastest there is",
    "cpu": "Processor",
    "gpu": "Intel graphics (OpenVINO)",
    "cuda": "NVIDIA graphics (CUDA)",
}


class SettingsDialog(QDialog):
    """Edits a snapshot of the settings; `chosen` returns the new ones."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self._settings = settings
        self.theme = _combo(_THEMES, settings.theme)
        self.device = _combo(_DEVICES, settings.device)
        self.automatic = QCheckBox("Classify scans as soon as they are opened")
        self.automatic.setChecked(settings.classifies_automatically)
        self.identity = QCheckBox("Show the patient's name, number and dates over the image")
        self.identity.setChecked(settings.shows_identity)
        self.recent = QCheckBox("Remember recently opened files")
        self.recent.setToolTip("Names of files and folders can name patients. Unchecking forgets those remembered.")
        self.recent.setChecked(settings.keeps_recent_files)
        form = QFormLayout()
        form.addRow("&Theme", self.theme)
        form.addRow("&Model runs on", self.device)
        form.addRow("", self.automatic)
        form.addRow("", self.identity)
        form.addRow("", self.recent)
        hint = QLabel("Names of files can name patients, and so can the list of recent files.")
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addWidget(buttons)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    @property
    def chosen(self) -> Settings:
        """The settings as they stand in the dialog."""
        keeps_recent = self.recent.isChecked()
        return replace(
            self._settings,
            theme=Theme(self.theme.currentData()),
            device=str(self.device.currentData()),
            classifies_automatically=self.automatic.isChecked(),
            shows_identity=self.identity.isChecked(),
            keeps_recent_files=keeps_recent,
            recent_files=self._settings.recent_files if keeps_recent else (),
            recent_training_data=self._settings.recent_training_data if keeps_recent else (),
        )


def _combo(names: dict[Theme, str] | dict[str, str], current: str) -> QComboBox:
    combo = QComboBox()
    for value, name in names.items():
        combo.addItem(name, str(value))
    combo.setCurrentIndex(combo.findData(str(current)))
    return combo
