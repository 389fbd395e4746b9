"""A scan of the same patient from another examination, mostly an earlier one, beside the one that is looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from core.language import tr
from desktop_app.viewer.image_view import ImageView

if TYPE_CHECKING:
    from core.imaging.radiograph import Radiograph
    from desktop_app.theme import ThemeColours


class PriorPane(QWidget):
    """An image with a line above it that says which one it is."""

    prior_chosen = Signal(int)
    """Number of another earlier scan."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image_view = ImageView(self)
        self.image_view.setAccessibleName(tr("Radiograph of another examination"))
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(tr("Examination to compare with"))
        self.chooser.setToolTip(tr("Other examinations of this patient, the newest first"))
        # Date, modality and view are read whole, also where there is little room.
        self.chooser.setMinimumContentsLength(17)
        self.chooser.activated.connect(self._on_activated)
        self.linked = QCheckBox(tr("Lin&ked"))
        self.linked.setToolTip(tr("Window, zoom and move both images together"))
        self.linked.setChecked(True)
        self.note = QLabel()
        self.note.setProperty("role", "muted")
        self.close_button = QToolButton()
        self.close_button.setText("\N{MULTIPLICATION SIGN}")
        self.close_button.setAccessibleName(tr("Close the comparison"))
        self.close_button.setToolTip(tr("Close the comparison"))
        self.close_button.clicked.connect(self.closed)
        # Given up first where there is little room: both images get the same.
        self.note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.header = QWidget()
        line = QHBoxLayout(self.header)
        line.setContentsMargins(8, 2, 4, 2)
        line.setSpacing(8)
        line.addWidget(QLabel(tr("With")))
        line.addWidget(self.chooser)
        line.addWidget(self.note, 1)
        line.addWidget(self.linked)
        line.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.image_view, 1)

    def offer(self, priors: Sequence[tuple[int, str]]) -> None:
        """Say which earlier scans there are.

        Args:
            priors: Number and words of each, the newest first.
        """
        self.chooser.clear()
        for number, words in priors:
            self.chooser.addItem(words, number)

    def show_prior(self, radiograph: Radiograph | None, note: str = "") -> None:
        """Show an earlier scan; None while it is read, or where it cannot be.

        Args:
            radiograph: The scan.
            note: What to know about it.
        """
        self.image_view.show_radiograph(radiograph)
        self.note.setText(note)
        self.note.setToolTip(note)

    def set_theme(self, colours: ThemeColours) -> None:
        """Take the theme's colours."""
        self.image_view.set_theme(colours)

    @Slot(int)
    def _on_activated(self, row: int) -> None:
        number = self.chooser.itemData(row, Qt.ItemDataRole.UserRole)
        if isinstance(number, int):
            self.prior_chosen.emit(number)
