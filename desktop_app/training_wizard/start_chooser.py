"""What training starts from."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.language import mark, tr
from core.training.plan import StartKind, StartPoint
from desktop_app.page_parts import button

_BUNDLED = StartPoint()
_IMAGENET_TEXT = mark("I agree: about 100 MB are fetched from download.pytorch.org, once; nothing is sent")


@dataclass(frozen=True)
class KeptVersion:
    """A version of a model that is kept here.

    Attributes:
        title: Its name and version.
        path: Its package.
    """

    title: str
    path: Path


class StartChooser(QWidget):
    """A list of start points; a weights file and ImageNet need one thing more."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._starts: list[StartPoint] = []
        self.combo = QComboBox()
        self.combo.setAccessibleName(tr("Start weights"))
        self.combo.setToolTip(tr("What the network knows before it learns from your images"))
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.setMinimumContentsLength(30)
        self.file_label = QLabel()
        self.file_button = button(
            tr("Choose weights file\N{HORIZONTAL ELLIPSIS}"),
            tr("Choose a safetensors file of a ResNet-50"),
            self.choose_file,
        )
        self.agreement = QCheckBox(tr(_IMAGENET_TEXT))
        self.agreement.setToolTip(tr("Without a network connection the run says so and stops"))
        self.setFocusProxy(self.combo)
        row = QHBoxLayout()
        row.addWidget(self.file_button)
        row.addWidget(self.file_label, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.combo)
        layout.addLayout(row)
        layout.addWidget(self.agreement)
        self._fill(())
        self.combo.currentIndexChanged.connect(self._on_changed)
        self.agreement.toggled.connect(self._on_changed)

    @property
    def start(self) -> StartPoint:
        """As chosen."""
        start = self._starts[max(0, self.combo.currentIndex())]
        if start.kind is StartKind.IMAGENET:
            return StartPoint(StartKind.IMAGENET, None, self.agreement.isChecked())
        return start

    def show_start(self, start: StartPoint) -> None:
        """Take a start point without saying so."""
        blockers = [QSignalBlocker(widget) for widget in (self, self.combo, self.agreement)]
        self.agreement.setChecked(start.may_download)
        row = next((row for row, known in enumerate(self._starts) if _same_place(known, start)), None)
        if row is None and start.kind is StartKind.WEIGHTS_FILE:
            row = next(row for row, known in enumerate(self._starts) if known.kind is StartKind.WEIGHTS_FILE)
            self._starts[row] = start
        elif row is None:
            self._starts.append(start)
            name = start.path.name if start.path is not None else ""
            self.combo.addItem(tr("Package {name}").format(name=name))
            row = len(self._starts) - 1
        self.combo.setCurrentIndex(row)
        del blockers
        self._show_extras()

    def show_versions(self, versions: Sequence[KeptVersion]) -> None:
        """Offer the versions that are kept here; what is chosen stays chosen."""
        start = self.start
        with QSignalBlocker(self.combo):
            self._fill(versions)
        self.show_start(start)

    @Slot()
    def choose_file(self) -> None:
        """Ask for a weights file."""
        name, _ = QFileDialog.getOpenFileName(self, tr("Weights of a ResNet-50"), "", tr("Safetensors (*.safetensors)"))
        if name:
            self.show_start(StartPoint(StartKind.WEIGHTS_FILE, Path(name)))
            self.changed.emit()

    def _fill(self, versions: Sequence[KeptVersion]) -> None:
        self.combo.clear()
        self._starts = []
        self._offer(tr("The bundled model"), _BUNDLED)
        for version in versions:
            self._offer(version.title, StartPoint(StartKind.PACKAGE, version.path))
        self._offer(tr("A weights file"), StartPoint(StartKind.WEIGHTS_FILE))
        self._offer(tr("ImageNet (photographs of everyday things)"), StartPoint(StartKind.IMAGENET))
        self._offer(tr("Random: the network knows nothing yet"), StartPoint(StartKind.RANDOM))
        self._show_extras()

    def _offer(self, title: str, start: StartPoint) -> None:
        self._starts.append(start)
        self.combo.addItem(title)

    def _show_extras(self) -> None:
        start = self.start
        self.file_button.setVisible(start.kind is StartKind.WEIGHTS_FILE)
        self.file_label.setVisible(start.kind is StartKind.WEIGHTS_FILE)
        self.file_label.setText(start.path.name if start.path is not None else tr("No file chosen yet."))
        self.agreement.setVisible(start.kind is StartKind.IMAGENET)

    @Slot()
    def _on_changed(self) -> None:
        self._show_extras()
        self.changed.emit()


def _same_place(one: StartPoint, other: StartPoint) -> bool:
    return (one.kind, one.path) == (other.kind, other.path)
