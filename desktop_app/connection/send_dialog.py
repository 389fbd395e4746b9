"""What is sent of one scan or several, and to which archive."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core.interchange.archive.nodes import ArchiveNode
from core.interchange.results.source import ResultKind
from core.language import tr
from core.number_format import integer, tr_count
from desktop_app.connection.sending_work import ScanToSend, SendRequest
from desktop_app.page_parts import heading
from desktop_app.results_dialog import kind_box, wrapping_text

_COMMENT_HEIGHT = 72


class SendDialog(QDialog):
    """Asks once; `chosen` is what to send."""

    def __init__(
        self,
        scans: Sequence[ScanToSend],
        nodes: Sequence[ArchiveNode],
        obstacles: Mapping[ResultKind, str | None],
        person: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Show the choice.

        Args:
            scans: What it is about, at least one.
            nodes: The archives, at least one.
            obstacles: Each kind of result with why it cannot be made, None where it can, as far as is known before.
            person: Who sends; may be empty.
            parent: The window.
        """
        super().__init__(parent)
        self.setWindowTitle(tr("Send to an archive"))
        self._scans = tuple(scans)
        self._nodes = tuple(nodes)
        self._person = person
        self.node = QComboBox()
        self.node.setAccessibleName(tr("Archive"))
        for node in nodes:
            self.node.addItem(node.name)
        self.with_image = QCheckBox(tr("The scan &itself") if len(scans) == 1 else tr("The scans &themselves"))
        self.with_image.setToolTip(tr("Only DICOM files can be sent. Not needed where they came from this archive."))
        self.boxes = {kind: kind_box(kind, obstacle) for kind, obstacle in obstacles.items()}
        self.comment = QPlainTextEdit()
        self.comment.setObjectName("field")
        self.comment.setPlaceholderText(tr("Comment for the reports; may stay empty"))
        self.comment.setAccessibleName(tr("Comment for the reports"))
        self.comment.setTabChangesFocus(True)
        self.comment.setFixedHeight(_COMMENT_HEIGHT)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.send_button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.send_button.setText(tr("S&end"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out(obstacles)
        for box in (self.with_image, *self.boxes.values()):
            box.toggled.connect(self._tell)
        self._tell()

    @property
    def chosen(self) -> SendRequest:
        """What to send."""
        return SendRequest(
            self._scans,
            self._nodes[self.node.currentIndex()],
            tuple(kind for kind, box in self.boxes.items() if box.isEnabled() and box.isChecked()),
            self.with_image.isChecked(),
            self.comment.toPlainText().strip(),
            self._person,
        )

    def _lay_out(self, obstacles: Mapping[ResultKind, str | None]) -> None:
        layout = QVBoxLayout(self)
        count = len(self._scans)
        layout.addWidget(
            wrapping_text(
                tr(
                    "Results of this scan join its study, with the patient's name. They are put into a queue, which"
                    " sends them while Hilum is open and tries again where that fails."
                )
                if count == 1
                else tr(
                    "Results of these {count} scans join their studies, with the patient's name. They are put into a"
                    " queue, which sends them while Hilum is open and tries again where that fails."
                ).format(count=integer(count))
            )
        )
        form = QFormLayout()
        form.addRow(tr("Archi&ve"), self.node)
        layout.addLayout(form)
        layout.addWidget(heading(tr("What to send")))
        for kind, box in self.boxes.items():
            layout.addWidget(box)
            obstacle = obstacles[kind]
            if obstacle is not None:
                layout.addWidget(wrapping_text(tr("Not possible: {reason}.").format(reason=tr(obstacle)), "muted"))
        layout.addWidget(self.with_image)
        for text in self._remarks():
            layout.addWidget(wrapping_text(text, "muted"))
        layout.addWidget(self.comment)
        layout.addWidget(self.buttons)
        # Grows with its content: a dialog with a smallest width of its own would be given no smallest height.
        layout.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)

    def _remarks(self) -> list[str]:
        held_back = sum(scan.is_held_back for scan in self._scans)
        unanswered = sum(scan.result is None and not scan.is_held_back for scan in self._scans)
        remarks = []
        if held_back:
            remarks.append(
                tr_count(
                    "{count} scan asks first for what you see, before the answer is shown: no results of it are sent.",
                    "{count} scans ask first for what you see, before the answer is shown: no results of them are"
                    " sent.",
                    held_back,
                )
            )
        if unanswered and any(box.isEnabled() for box in self.boxes.values()):
            remarks.append(
                tr_count(
                    "The model answers anew about {count} scan whose answer is not in memory.",
                    "The model answers anew about {count} scans whose answer is not in memory.",
                    unanswered,
                )
            )
        return remarks

    @Slot()
    def _tell(self) -> None:
        chosen = self.chosen
        self.send_button.setEnabled(chosen.with_image or bool(chosen.kinds))
