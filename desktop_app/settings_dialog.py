"""The few things a person can choose, on one page."""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from core.model.conformal import DEFAULT_ERROR_LEVEL, ERROR_LEVELS
from core.screening.screener import Screener
from desktop_app.settings import Settings
from desktop_app.theme import Theme

_THEMES = {Theme.DARK: "Dark (reading room)", Theme.LIGHT: "Light", Theme.SYSTEM: "As the desktop"}
_DEVICES = {
    "auto": "Automatic: the fastest there is",
    "cpu": "Processor",
    "gpu": "Intel graphics (OpenVINO)",
    "cuda": "NVIDIA graphics (CUDA)",
}

_ERROR_LEVELS = {
    str(level): f"{level:.0%}" + (" (usual)" if level == DEFAULT_ERROR_LEVEL else "") for level in ERROR_LEVELS
}
_LONGEST_NAME = 80
_NARROWEST = 480
_TEXT_WIDTH = 370


class SettingsDialog(QDialog):
    """Edits a snapshot of the settings; `chosen` returns the new ones."""

    def __init__(self, settings: Settings, screener: Screener | None = None, parent: QWidget | None = None) -> None:
        """Show settings.

        Args:
            settings: As they are.
            screener: The model that answers now, to say what to expect of it; None while none is loaded.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle("Settings")
        self._settings = settings
        self._screener = screener
        self.theme = _combo(_THEMES, settings.theme)
        self.device = _combo(_DEVICES, settings.device)
        self.automatic = QCheckBox("Classify scans as soon as they are opened")
        self.automatic.setChecked(settings.classifies_automatically)
        self.error_level = _combo(_ERROR_LEVELS, str(settings.error_level))
        self.error_level.setToolTip(
            "Of how many scans the true answer may be excluded, of those with the finding and of those without.\n"
            "The lower it is, the more scans stay undetermined."
        )
        self.error_level.currentIndexChanged.connect(self._tell_expectation)
        self.expectation = QLabel()
        self.expectation.setProperty("role", "muted")
        self.expectation.setWordWrap(True)
        # A label that wraps asks for the height of a narrow one unless it is told how wide it is.
        self.expectation.setMinimumWidth(_TEXT_WIDTH)
        self.reads_first = QCheckBox("Record my impression before the answer is shown")
        self.reads_first.setToolTip(
            "Each scan asks what you see before it shows what the model says. You may pass it by."
        )
        self.reads_first.setChecked(settings.reads_first)
        self.person = QLineEdit(settings.person)
        self.person.setObjectName("field")
        self.person.setMaxLength(_LONGEST_NAME)
        self.person.setPlaceholderText("Name or initials; may stay empty")
        self.person.setToolTip("Written into the record with what you override, record and change")
        self.record_names = QCheckBox("Write names of files into the record")
        self.record_names.setToolTip(
            "Nothing is ever taken out of the record again, and names of files can name patients."
        )
        self.record_names.setChecked(settings.records_file_names)
        self.identity = QCheckBox("Show the patient's name, number and dates over the image")
        self.identity.setChecked(settings.shows_identity)
        self.recent = QCheckBox("Remember recently opened files")
        self.recent.setToolTip("Names of files and folders can name patients. Unchecking forgets those remembered.")
        self.recent.setChecked(settings.keeps_recent_files)
        self.worklist = QCheckBox("Put opened scans and their answers on the worklist")
        self.worklist.setToolTip("The worklist names patients, and stays on this computer.")
        self.worklist.setChecked(settings.keeps_worklist)
        form = QFormLayout()
        form.addRow("&Theme", self.theme)
        form.addRow("&Model runs on", self.device)
        form.addRow("&Error level", self.error_level)
        form.addRow("", self.expectation)
        form.addRow("&Person", self.person)
        form.addRow("", self.automatic)
        form.addRow("", self.reads_first)
        form.addRow("", self.record_names)
        form.addRow("", self.identity)
        form.addRow("", self.recent)
        form.addRow("", self.worklist)
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
        self.setMinimumWidth(_NARROWEST)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._tell_expectation()

    @property
    def chosen(self) -> Settings:
        """The settings as they stand in the dialog."""
        keeps_recent = self.recent.isChecked()
        return replace(
            self._settings,
            theme=Theme(self.theme.currentData()),
            device=str(self.device.currentData()),
            classifies_automatically=self.automatic.isChecked(),
            error_level=self._chosen_level,
            reads_first=self.reads_first.isChecked(),
            person=self.person.text().strip(),
            records_file_names=self.record_names.isChecked(),
            shows_identity=self.identity.isChecked(),
            keeps_recent_files=keeps_recent,
            keeps_worklist=self.worklist.isChecked(),
            recent_files=self._settings.recent_files if keeps_recent else (),
            recent_training_data=self._settings.recent_training_data if keeps_recent else (),
        )

    @property
    def _chosen_level(self) -> float:
        return float(self.error_level.currentData())

    @Slot()
    def _tell_expectation(self) -> None:
        self.expectation.setText(expectation_sentence(self._screener, self._chosen_level))


def expectation_sentence(screener: Screener | None, error_level: float) -> str:
    """Say what to expect of the model at an error level.

    Args:
        screener: The model, None while none is loaded.
        error_level: The one looked at.
    """
    if screener is None:
        return "No model is loaded: what to expect cannot be said yet."
    if screener.is_commissioned:
        return (
            f"This model was commissioned here with an error level of {screener.policy.error_level:.0%}: that level"
            " holds. What is chosen here holds for models that are not commissioned."
        )
    if screener.calibration is None:
        return "This model has no calibration scores: it gives no undetermined answers by an error level."
    expected = screener.calibration.expected(error_level, screener.threshold)
    name = screener.card.positive_class
    return (
        f"Of scans like those it was calibrated on, about {expected.undetermined_of_positive:.0%} with {name} and"
        f" {expected.undetermined_of_negative:.0%} without stay undetermined by this alone;"
        f" {expected.wrong_of_positive:.0%} and {expected.wrong_of_negative:.0%} are left with the wrong answer only."
    )


def _combo(names: dict[Theme, str] | dict[str, str], current: str) -> QComboBox:
    combo = QComboBox()
    for value, name in names.items():
        combo.addItem(name, str(value))
    combo.setCurrentIndex(combo.findData(str(current)))
    return combo
