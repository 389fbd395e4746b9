"""First page: which images."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontDatabase
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.error_wording import ErrorMessage
from core.language import mark, tr
from core.number_format import integer
from desktop_app.incoming_data import has_openable_data, paths_of
from desktop_app.page_parts import button, column, heading, sentence, set_role
from desktop_app.training_wizard.work import DataPreview

_SKETCH_FOLDER = mark("""\
chest images/
 ├─ COVID-19/
 │   ├─ a.png
 │   └─ b.dcm
 └─ Non-COVID-19/
     ├─ c.jpg
     └─ d.dcm""")
_SKETCH_INDEX = mark("""\
index.csv
  file,label,patient_id,source
  a.png,COVID-19,P1,north
  b.dcm,COVID-19,P1,north
  c.jpg,Non-COVID-19,P7,south
  d.dcm,Non-COVID-19,P9,south""")


class FolderPage(QWidget):
    """Choose a folder or an index; says at once which classes are in it."""

    path_chosen = Signal(object)
    """Path of a folder or an index."""
    runs_requested = Signal()

    def __init__(self, recent_source: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._recent_source = recent_source
        self._chosen = sentence(tr("No images chosen yet."), "heading")
        self._found = sentence("", "muted")
        self._found.setObjectName("found")
        self._recent_title = heading(tr("Used lately"))
        self.recent = QListWidget()
        self.recent.setAccessibleName(tr("Folders used lately"))
        self.recent.setToolTip(tr("Double click or Enter takes a folder again"))
        self.recent.itemActivated.connect(self._on_recent_activated)
        layout = column(self, spacing=10)
        layout.addWidget(
            sentence(
                tr(
                    "Choose the images that the model shall learn from: a folder with one subfolder for each class, or "
                    "a table (CSV). Nothing is copied or changed, and nothing leaves this computer."
                )
            )
        )
        layout.addWidget(self._drop_frame())
        layout.addLayout(self._sketches())
        layout.addWidget(self._recent_title)
        layout.addWidget(self.recent, 1)
        self.refresh_recent()

    def show_path(self, path: Path | None) -> None:
        """Name what was chosen."""
        self._chosen.setText(str(path) if path is not None else tr("No images chosen yet."))

    def show_reading(self) -> None:
        """Say that the names of the images are being read."""
        set_role(self._found, "muted")
        self._found.setText(tr("Looking for images\N{HORIZONTAL ELLIPSIS}"))

    def show_preview(self, preview: DataPreview) -> None:
        """Say which classes were found and how many images each has."""
        set_role(self._found, "")
        counts = "\n".join(f"{integer(count):>7}  {name}" for name, count in preview.counts.items())
        found = tr("{images} images in {classes} classes:")
        if preview.sources > 1:
            found = tr("{images} images in {classes} classes, from {sources} sources:")
        numbers = (preview.images, len(preview.counts), preview.sources)
        images, classes, sources = map(integer, numbers)
        self._found.setText(f"{found.format(images=images, classes=classes, sources=sources)}\n{counts}")

    def show_problem(self, message: ErrorMessage) -> None:
        """Say why nothing could be found."""
        set_role(self._found, "danger")
        self._found.setText(message.text)

    def refresh_recent(self) -> None:
        """List what was used lately."""
        self.recent.clear()
        for path in self._recent_source():
            item = QListWidgetItem(path)
            item.setToolTip(path)
            self.recent.addItem(item)
        self._recent_title.setVisible(bool(self.recent.count()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802  # Qt's name
        """Say that a folder may be dropped here."""
        if has_openable_data(event.mimeData()) and paths_of(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802  # Qt's name
        """Take what was dropped: a folder, an index, or the folder above an image."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.path_chosen.emit(paths_of(event.mimeData())[0])

    @Slot()
    def choose_folder(self) -> None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(self, tr("Folder with one subfolder for each class"))
        if name:
            self.path_chosen.emit(Path(name))

    @Slot()
    def choose_index(self) -> None:
        """Ask for an index."""
        name, _ = QFileDialog.getOpenFileName(
            self, tr("Table of images"), "", tr("Table (*.csv *.tsv *.txt);;Every file (*)")
        )
        if name:
            self.path_chosen.emit(Path(name))

    @Slot(QListWidgetItem)
    def _on_recent_activated(self, item: QListWidgetItem) -> None:
        self.path_chosen.emit(Path(item.text()))

    def _drop_frame(self) -> QFrame:
        frame = QFrame()
        frame.setObjectName("dropFrame")
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(14, 12, 14, 12)
        buttons = QHBoxLayout()
        buttons.addWidget(
            button(
                tr("Choose &folder\N{HORIZONTAL ELLIPSIS}"),
                tr("Choose a folder with one subfolder for each class"),
                self.choose_folder,
            )
        )
        buttons.addWidget(
            button(
                tr("Choose &table\N{HORIZONTAL ELLIPSIS}"),
                tr("Choose a CSV file that names images and their classes"),
                self.choose_index,
            )
        )
        buttons.addWidget(sentence(tr("or drop one here"), "muted"), 1)
        buttons.addWidget(
            button(
                tr("Training &runs\N{HORIZONTAL ELLIPSIS}"),
                tr("Open, continue or remove an earlier training run"),
                self.runs_requested.emit,
            )
        )
        inside.addLayout(buttons)
        inside.addWidget(self._chosen)
        inside.addWidget(self._found)
        return frame

    def _sketches(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(28)
        row.addWidget(_sketch(tr("A folder looks like this"), _SKETCH_FOLDER), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_sketch(tr("A table looks like this"), _SKETCH_INDEX), 0, Qt.AlignmentFlag.AlignTop)
        note = sentence(
            tr(
                "The subfolder's name, or the label, is the class: two classes, up to ten. Of DICOM files the patient "
                "and the institution are read. In a table patient_id, source and split may be left out; with "
                "patient_id, images of one patient are never learnt from and tested on at once."
            ),
            "muted",
        )
        row.addWidget(note, 1, Qt.AlignmentFlag.AlignTop)
        return row


def _sketch(title: str, text: str) -> QWidget:
    widget = QWidget()
    layout = column(widget, spacing=4)
    layout.addWidget(heading(title))
    drawing = QLabel(tr(text))
    drawing.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    drawing.setTextFormat(Qt.TextFormat.PlainText)
    drawing.setAccessibleName(title)
    layout.addWidget(drawing)
    return widget
