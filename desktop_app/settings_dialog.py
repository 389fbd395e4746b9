"""The few things a person can choose, on one page."""

from collections.abc import Mapping
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

from core.language import LANGUAGES, mark, tr
from core.model.class_words import class_word
from core.model.conformal import DEFAULT_ERROR_LEVEL, ERROR_LEVELS
from core.number_format import percent
from core.screening.screener import Screener
from desktop_app.settings import Settings
from desktop_app.theme import Theme

_THEMES = {Theme.DARK: mark("Dark (reading room)"), Theme.LIGHT: mark("Light"), Theme.SYSTEM: mark("As the desktop")}
_DEVICES = {
    "auto": mark("Automatic: the fastest there is"),
    "cpu": mark("Processor"),
    "gpu": mark("Intel graphics (OpenVINO)"),
    "cuda": mark("NVIDIA graphics (CUDA)"),
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
        self.setWindowTitle(tr("Settings"))
        self._settings = settings
        self._screener = screener
        self.theme = _combo(_words_of(_THEMES), settings.theme)
        self.language = _combo(_languages(), settings.language)
        self.device = _combo(_words_of(_DEVICES), settings.device)
        self.automatic = _check_box(tr("Classify scans as soon as they are opened"), settings.classifies_automatically)
        self.error_level = _combo(_error_levels(), str(settings.error_level))
        self.error_level.setToolTip(
            tr(
                "Of how many scans the true answer may be excluded, of those with the finding and of those without.\n"
                "The lower it is, the more scans stay undetermined."
            )
        )
        self.error_level.currentIndexChanged.connect(self._tell_expectation)
        self.expectation = _hint("")
        self.reads_first = _check_box(
            tr("Record my impression before the answer is shown"),
            settings.reads_first,
            tr("Each scan asks what you see before it shows what the model says. You may pass it by."),
        )
        self.person = QLineEdit(settings.person)
        self.person.setObjectName("field")
        self.person.setMaxLength(_LONGEST_NAME)
        self.person.setPlaceholderText(tr("Name or initials; may stay empty"))
        self.person.setToolTip(tr("Written into the record with what you override, record and change"))
        self.record_names = _check_box(
            tr("Write names of files into the record"),
            settings.records_file_names,
            tr("Nothing is ever taken out of the record again, and names of files can name patients."),
        )
        self.identity = _check_box(
            tr("Show the patient's name, number and dates over the image"), settings.shows_identity
        )
        self.recent = _check_box(
            tr("Remember recently opened files"),
            settings.keeps_recent_files,
            tr("Names of files and folders can name patients. Unchecking forgets those remembered."),
        )
        self.worklist = _check_box(
            tr("Put opened scans and their answers on the worklist"),
            settings.keeps_worklist,
            tr("The worklist names patients, and stays on this computer."),
        )
        hint = _hint(tr("Names of files can name patients, and so can the list of recent files."))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(self._form())
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
            language=str(self.language.currentData()),
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

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.addRow(tr("&Theme"), self.theme)
        form.addRow(tr("&Language"), self.language)
        form.addRow("", _hint(tr("The language changes at the next start of Hilum.")))
        form.addRow(tr("&Model runs on"), self.device)
        form.addRow(tr("&Error level"), self.error_level)
        form.addRow("", self.expectation)
        form.addRow(tr("&Person"), self.person)
        form.addRow("", self.automatic)
        form.addRow("", self.reads_first)
        form.addRow("", self.record_names)
        form.addRow("", self.identity)
        form.addRow("", self.recent)
        form.addRow("", self.worklist)
        return form

    @property
    def _chosen_level(self) -> float:
        return float(self.error_level.currentData())

    @Slot()
    def _tell_expectation(self) -> None:
        self.expectation.setText(expectation_sentence(self._screener, self._chosen_level))


def _check_box(text: str, is_checked: bool, tip: str = "") -> QCheckBox:
    box = QCheckBox(text)
    box.setChecked(is_checked)
    box.setToolTip(tip)
    return box


def expectation_sentence(screener: Screener | None, error_level: float) -> str:
    """Say what to expect of the model at an error level.

    Args:
        screener: The model, None while none is loaded.
        error_level: The one looked at.
    """
    if screener is None:
        return tr("No model is loaded: what to expect cannot be said yet.")
    if screener.is_commissioned:
        return tr(
            "This model was commissioned here with an error level of {level}: that level holds. What is chosen here"
            " holds for models that are not commissioned."
        ).format(level=percent(screener.policy.error_level))
    if screener.calibration is None:
        return tr("This model has no calibration scores: it gives no undetermined answers by an error level.")
    expected = screener.calibration.expected(error_level, screener.threshold)
    return tr(
        "Of scans like those it was calibrated on, about {undetermined_with} with {name} and {undetermined_without}"
        " without stay undetermined by this alone; {wrong_with} and {wrong_without} are left with the wrong answer"
        " only."
    ).format(
        undetermined_with=percent(expected.undetermined_of_positive),
        undetermined_without=percent(expected.undetermined_of_negative),
        wrong_with=percent(expected.wrong_of_positive),
        wrong_without=percent(expected.wrong_of_negative),
        name=class_word(screener.card.positive_class),
    )


def _words_of(names: Mapping[Theme, str] | Mapping[str, str]) -> dict[str, str]:
    return {str(value): tr(name) for value, name in names.items()}


def _error_levels() -> dict[str, str]:
    """What can be chosen, the usual one named as such."""
    return {
        str(level): tr("{level} (usual)").format(level=percent(level))
        if level == DEFAULT_ERROR_LEVEL
        else percent(level)
        for level in ERROR_LEVELS
    }


def _languages() -> dict[str, str]:
    """What can be chosen; each language has its own name, which who reads no other finds."""
    return {"": tr("As the system"), **LANGUAGES}


def _hint(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    # A label that wraps asks for the height of a narrow one unless it is told how wide it is.
    label.setMinimumWidth(_TEXT_WIDTH)
    return label


def _combo(names: Mapping[str, str], current: str) -> QComboBox:
    combo = QComboBox()
    for value, name in names.items():
        combo.addItem(name, value)
    combo.setCurrentIndex(combo.findData(str(current)))
    return combo
