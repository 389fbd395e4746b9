"""Which cases the model is to be tried on, and how sure the figures can be."""

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from core.language import mark, tr
from desktop_app.commissioning.commissioning_work import FoundCases, ModelHere
from desktop_app.page_parts import button, column, heading, sentence, set_role

_EXPLANATION = mark(
    "Try the model on scans of this site whose answer is known, at least 30 with the finding and 30 without. Put them"
    " into two folders side by side, one with the finding and one without, and choose the folder that holds both. The"
    " files stay where they are; nothing but their number and the figures is kept."
)


class CasesPage(QWidget):
    """Asks for a folder and shows what is in it."""

    folder_chosen = Signal(object, object)
    """Path, and the class with the finding as the person chose it or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self.title = heading(tr("Commission the model here"))
        self.standing = sentence("", "muted")
        self.folder_field = QLineEdit()
        self.folder_field.setObjectName("field")
        self.folder_field.setReadOnly(True)
        self.folder_field.setPlaceholderText(tr("No folder chosen yet"))
        self.folder_field.setAccessibleName(tr("Folder with the cases"))
        self.choose_button = button(
            tr("Choose &folder\N{HORIZONTAL ELLIPSIS}"), tr("Folder with the cases"), self.choose_folder
        )
        self.class_chooser = QComboBox()
        self.class_chooser.setEnabled(False)
        self.class_chooser.setAccessibleName(tr("Folder of the scans with the finding"))
        self.class_chooser.setToolTip(tr("All other scans count as without the finding"))
        self.class_chooser.currentTextChanged.connect(self._on_class_chosen)
        self.found = sentence()
        row = QHBoxLayout()
        row.addWidget(self.folder_field, 1)
        row.addWidget(self.choose_button)
        form = QFormLayout()
        form.addRow(tr("Cases"), row)
        form.addRow(tr("With the f&inding"), self.class_chooser)
        layout = column(self, spacing=12)
        for widget in (self.title, self.standing, sentence(tr(_EXPLANATION))):
            layout.addWidget(widget)
        layout.addLayout(form)
        layout.addWidget(self.found)
        layout.addStretch(1)

    def show_model(self, here: ModelHere) -> None:
        """Say which model it is about, and how it stands."""
        self.title.setText(tr("Commission {model} here").format(model=here.label))
        self.standing.setText(tr(here.standing.sentence))

    @Slot()
    def choose_folder(self) -> None:
        """Ask for the folder."""
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder with one subfolder per class"))
        if chosen:
            self.take_folder(Path(chosen))

    def take_folder(self, folder: Path) -> None:
        """Have the cases of a folder counted."""
        self._folder = folder
        self.folder_field.setText(str(folder))
        self.found.setText("")
        with QSignalBlocker(self.class_chooser):
            self.class_chooser.clear()
        self.class_chooser.setEnabled(False)
        self.folder_chosen.emit(folder, None)

    def show_cases(self, found: FoundCases) -> None:
        """Show how many there are."""
        data = found.data
        with QSignalBlocker(self.class_chooser):
            self.class_chooser.clear()
            self.class_chooser.addItems(data.dataset.classes)
            self.class_chooser.setCurrentText(data.positive_label)
        self.class_chooser.setEnabled(True)
        self.found.setText("\n".join(found.sentences))
        set_role(self.found, "" if found.are_enough else "warning")

    @Slot(str)
    def _on_class_chosen(self, label: str) -> None:
        if self._folder is not None and label:
            self.folder_chosen.emit(self._folder, label)
