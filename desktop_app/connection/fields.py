"""Fields that the pages about connections are made of."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from core.language import mark, tr
from core.number_format import capitalised
from desktop_app.page_parts import button, sentence

_PEM_FILTER = mark("Certificates and keys (*.pem *.crt *.cer *.key);;Every file (*)")
NARROWEST_TEXT = 320
"""Pixels: a label that wraps asks for the height of a very narrow one unless it is told how wide it is."""


class FileField(QWidget):
    """A file that may be chosen, typed, or left out."""

    changed = Signal()

    def __init__(self, name: str, hint: str, tip: str, parent: QWidget | None = None) -> None:
        """Make an empty field.

        Args:
            name: What the file is, for screen readers and the file dialog.
            hint: What stands in the empty field.
            tip: What the file is for.
            parent: The page.
        """
        super().__init__(parent)
        self._name = name
        self.line = text_field(name, hint, tip)
        self.line.textChanged.connect(self.changed)
        what = tr("Choose: {name}").format(name=name)
        browse = button("\N{HORIZONTAL ELLIPSIS}", what, self._on_browse)
        browse.setAccessibleName(what)
        browse.setAutoDefault(False)
        browse.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line, 1)
        layout.addWidget(browse)
        self.setFocusProxy(self.line)

    @property
    def path(self) -> Path | None:
        """The file, None where none is named."""
        text = self.line.text().strip()
        return Path(text).expanduser() if text else None

    def show_path(self, path: Path | None) -> None:
        """Put a file into the field."""
        self.line.setText(str(path) if path is not None else "")

    @Slot()
    def _on_browse(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self._name, self.line.text(), tr(_PEM_FILTER))
        if name:
            self.line.setText(name)


def text_field(name: str, hint: str = "", tip: str = "", longest: int = 1024) -> QLineEdit:
    """A line to type into.

    Args:
        name: For screen readers.
        hint: What stands in it while it is empty.
        tip: What it is for.
        longest: Characters that it takes.
    """
    field = QLineEdit()
    field.setObjectName("field")
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    field.setToolTip(tip)
    field.setMaxLength(longest)
    return field


def form_layout() -> QFormLayout:
    """A form whose fields take all the width there is."""
    form = QFormLayout()
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setHorizontalSpacing(12)
    return form


def note(text: str = "", role: str = "muted") -> QLabel:
    """A sentence of a form, which keeps the height that it needs."""
    label = sentence(text, role)
    label.setMinimumWidth(NARROWEST_TEXT)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    label.setSizePolicy(policy)
    return label


def clause_sentence(clause: str) -> str:
    """A clause of an error as a sentence of its own, empty where there is none."""
    return f"{capitalised(clause)}." if clause else ""


def missing_file(*files: Path | None) -> str:
    """The clause about the first of some files that is not there; empty where all are, or are not named."""
    missing = next((file for file in files if file is not None and not file.is_file()), None)
    if missing is None:
        return ""
    return tr("the file {name} is not there").format(name=missing.name or missing)
