"""Whether this installation can train, and letting it: the training pack is taken in or removed here."""

import re
import sys
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from core.jobs import JobContext, Progress
from core.language import tr
from core.training_pack import (
    TrainingPack,
    find_training_pack,
    install_training_pack,
    remove_training_pack,
    use_training_pack,
)
from desktop_app.error_messages import MessageBar
from desktop_app.jobs import Job, JobFailure, Work, start_job

_SHA256 = re.compile(r"[0-9a-f]{64}", re.IGNORECASE)
_WIDTH = 560


class TrainingPackDialog(QDialog):
    """Says what there is; one thing at a time is done, in the background."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Training pack"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._job: Job | None = None
        self.message_bar = MessageBar()
        self.state = QLabel()
        self.state.setWordWrap(True)
        explanation = QLabel(
            tr(
                "Training needs PyTorch, which is large and therefore comes as a file of its own, the training pack. "
                "It lies where Hilum's installer came from; take the one for this version and this system. Looking, "
                "classifying and reporting do not need it."
            )
        )
        explanation.setWordWrap(True)
        explanation.setProperty("role", "muted")
        self.expected_hash = QLineEdit()
        self.expected_hash.setObjectName("field")
        self.expected_hash.setPlaceholderText(tr("The file's line in SHA256SUMS; may stay empty"))
        self.expected_hash.setToolTip(
            tr("With it the pack is taken in only if it is the file that was published, bit by bit.")
        )
        form = QFormLayout()
        form.addRow(tr("Chec&ksum"), self.expected_hash)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("How far the pack is taken in"))
        self.progress.hide()
        buttons = QDialogButtonBox()
        self.install = buttons.addButton(
            tr("&Take a pack in\N{HORIZONTAL ELLIPSIS}"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.remove = buttons.addButton(tr("&Remove", "a training pack"), QDialogButtonBox.ButtonRole.ActionRole)
        self.cancel = buttons.addButton(tr("&Stop", "taking a pack in"), QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self.install.clicked.connect(self.choose_pack)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.cancel.clicked.connect(self._on_cancel_clicked)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.message_bar)
        layout.addWidget(self.state)
        layout.addWidget(explanation)
        layout.addLayout(form)
        layout.addWidget(self.progress)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.resize(_WIDTH, self.sizeHint().height())
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Say what there is now."""
        pack = find_training_pack()
        is_busy = self._job is not None
        self.install.setEnabled(not is_busy)
        self.remove.setEnabled(pack is not None and pack.is_removable and not is_busy)
        self.cancel.setVisible(is_busy)
        self.state.setText(_state_sentence(pack))

    @Slot()
    def choose_pack(self) -> None:
        """Ask which file, and take it in."""
        name, _kind = QFileDialog.getOpenFileName(
            self, tr("Take a training pack in"), "", tr("Training packs (*.zip);;All files (*)")
        )
        if name:
            self.take_in(Path(name))

    def take_in(self, file: Path) -> None:
        """Take a pack in, in place of the one there was.

        Args:
            file: The zip file.
        """
        typed = self.expected_hash.text().strip()
        found = _SHA256.search(typed)
        if typed and found is None:
            self.message_bar.show_note(tr("A checksum has 64 digits and letters from a to f."))
            return
        digest = found.group() if found is not None else ""
        self.message_bar.dismiss()

        def work(context: JobContext[Progress]) -> TrainingPack:
            return install_training_pack(file, context, digest)

        self._start(work).succeeded.connect(self._on_installed)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 -- Qt's name
        """A pack that is half taken in is dropped; the one there was stays."""
        if self._job is not None:
            self._job.cancel()
        super().closeEvent(event)

    def _start(self, work: Work) -> Job:
        job = start_job(work, self)
        self._job = job
        job.progressed.connect(self._on_progressed)
        job.failed.connect(self._on_failed)
        job.finished.connect(self._on_finished)
        self.progress.setRange(0, 0)
        self.progress.show()
        self.refresh()
        return job

    @Slot()
    def _on_remove_clicked(self) -> None:
        question = tr("Without the pack this installation cannot train. Trained models stay. Remove the pack?")
        if QMessageBox.question(self, tr("Remove the training pack"), question) == QMessageBox.StandardButton.Yes:
            self.message_bar.dismiss()
            self._start(lambda _context: remove_training_pack())

    @Slot()
    def _on_cancel_clicked(self) -> None:
        if self._job is not None:
            self._job.cancel()

    @Slot(object)
    def _on_progressed(self, progress: Progress) -> None:
        self.progress.setRange(0, progress.total or 0)
        self.progress.setValue(progress.done)

    @Slot(object)
    def _on_installed(self, pack: TrainingPack) -> None:
        was_in_use = "torch" in sys.modules
        use_training_pack()
        if was_in_use:
            self.message_bar.show_note(tr("The pack is taken in. It is used from the next start of Hilum on."))
        else:
            self.message_bar.show_note(
                tr("The pack is taken in, with PyTorch {version}. Training can begin.").format(version=pack.torch)
            )

    @Slot(object)
    def _on_failed(self, failure: JobFailure) -> None:
        self.message_bar.show_error(failure.message)

    @Slot()
    def _on_finished(self) -> None:
        self._job = None
        self.progress.hide()
        self.refresh()


def _state_sentence(pack: TrainingPack | None) -> str:
    if pack is not None:
        return tr("This installation can train, with PyTorch {version} from {folder}.").format(
            version=pack.torch, folder=pack.folder
        )
    if find_spec("torch") is not None and find_spec("torchvision") is not None:
        return tr("This installation can train: PyTorch is installed with it.")
    return tr("This installation cannot train yet: there is no training pack.")
