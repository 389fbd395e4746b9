"""Which DICOM results to make of the shown scan, and where to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core.interchange.results.source import ResultKind
from core.language import mark, tr
from desktop_app.page_parts import button, heading, sentence

INTO_FOLDER = mark("A folder")

_TITLES = {
    ResultKind.STRUCTURED_REPORT: mark("&Structured report (SR)"),
    ResultKind.HEAT_MAP: mark("&Heat map with its legend (Secondary Capture)"),
    ResultKind.PRESENTATION_STATE: mark("&Window and measurements (presentation state)"),
    ResultKind.REPORT: mark("&Report (encapsulated PDF)"),
}
_TEXT_WIDTH = 490
_COMMENT_HEIGHT = 72
_REASON_INDENT = 24
"""Pixels: below the text of a check box."""


@dataclass(frozen=True)
class ChosenResults:
    """What a person chose.

    Attributes:
        kinds: Which results, at least one.
        folder: Where to, None for an archive.
        node: Name of the archive to send them to, empty for a folder.
        comment: For the reports; may be empty.
    """

    kinds: tuple[ResultKind, ...]
    folder: Path | None
    node: str
    comment: str


class ResultsDialog(QDialog):
    """Offers what can be made of a scan, and says of the rest why not."""

    def __init__(
        self,
        obstacles: Mapping[ResultKind, str | None],
        folder: Path,
        nodes: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Show the choice.

        Args:
            obstacles: Each kind with why it cannot be made, None where it can.
            folder: The folder to begin with.
            nodes: Names of archives that results can be sent to.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("DICOM results"))
        self.boxes = {kind: kind_box(kind, obstacle) for kind, obstacle in obstacles.items()}
        self.comment = QPlainTextEdit()
        self.comment.setObjectName("field")
        self.comment.setPlaceholderText(tr("Comment for the reports; may stay empty"))
        self.comment.setAccessibleName(tr("Comment for the reports"))
        self.comment.setTabChangesFocus(True)
        self.comment.setFixedHeight(_COMMENT_HEIGHT)
        self.target = QComboBox()
        self.target.setAccessibleName(tr("Where to"))
        self.target.addItem(tr(INTO_FOLDER), "")
        for node in nodes:
            self.target.addItem(tr("Archive: {name}").format(name=node), node)
        self.folder = QLineEdit(str(folder))
        self.folder.setObjectName("field")
        self.folder.setAccessibleName(tr("Folder for the results"))
        self.browse = button(tr("&Browse\N{HORIZONTAL ELLIPSIS}"), tr("Choose the folder"), self._on_browse)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out(obstacles)
        for box in self.boxes.values():
            box.toggled.connect(self._tell)
        self.target.currentIndexChanged.connect(self._tell)
        self.folder.textChanged.connect(self._tell)
        self._tell()

    @property
    def chosen(self) -> ChosenResults:
        """The choice as it stands in the dialog."""
        kinds = tuple(kind for kind, box in self.boxes.items() if box.isEnabled() and box.isChecked())
        node = str(self.target.currentData())
        folder = None if node else Path(self.folder.text().strip())
        return ChosenResults(kinds, folder, node, self.comment.toPlainText().strip())

    def _lay_out(self, obstacles: Mapping[ResultKind, str | None]) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(
            wrapping_text(tr("Results join the scan's own study, with the patient's name. The scan stays as it is."))
        )
        layout.addWidget(heading(tr("What to make")))
        for kind, box in self.boxes.items():
            layout.addWidget(box)
            obstacle = obstacles[kind]
            if obstacle is not None:
                layout.addWidget(wrapping_text(_why_not(obstacle), "muted"))
        layout.addWidget(self.comment)
        layout.addWidget(heading(tr("Where to")))
        if self.target.count() > 1:
            layout.addWidget(self.target)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        layout.addLayout(row)
        # Takes the room of the folder where that is hidden.
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        # Grows with its content: a dialog with a smallest width of its own would be given no smallest height.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)

    @Slot()
    def _tell(self) -> None:
        """Let go on only with something to make and a place for it; name the button by what it does."""
        sends = bool(self.target.currentData())
        self.folder.setVisible(not sends)
        self.browse.setVisible(not sends)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(tr("S&end") if sends else tr("Wr&ite", "results"))
        has_kind = any(box.isEnabled() and box.isChecked() for box in self.boxes.values())
        ok.setEnabled(has_kind and (sends or bool(self.folder.text().strip())))

    @Slot()
    def _on_browse(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Folder for the results"), self.folder.text())
        if name:
            self.folder.setText(name)


def _why_not(obstacle: str) -> str:
    return tr("Not of this scan: {reason}.").format(reason=tr(obstacle))


def wrapping_text(text: str, role: str = "") -> QLabel:
    """A sentence of a dialog that grows with its content; those with a role stand below a check box."""
    label = sentence(text, role)
    label.setIndent(_REASON_INDENT if role else 0)
    # A label that wraps asks for the height of a narrow one unless it is told how wide it is, and for no smallest one.
    label.setMinimumWidth(_TEXT_WIDTH)
    label.ensurePolished()
    label.setMinimumHeight(label.heightForWidth(_TEXT_WIDTH))
    return label


def kind_box(kind: ResultKind, obstacle: str | None) -> QCheckBox:
    """The check box of a kind of result, checked where nothing is in its way.

    Args:
        kind: Which.
        obstacle: Why it cannot be made, as a clause; None where it can.
    """
    box = QCheckBox(tr(_TITLES[kind]))
    box.setEnabled(obstacle is None)
    box.setChecked(obstacle is None)
    if obstacle is not None:
        box.setAccessibleDescription(_why_not(obstacle))
    return box
