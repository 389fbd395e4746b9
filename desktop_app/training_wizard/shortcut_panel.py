"""The switches of training against shortcuts, and what it makes of two images."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from core.language import mark, tr
from core.training.plan import TrainingPlan
from core.training.wizard_plan import against_shortcuts_sentence, invisible_sentence
from desktop_app.page_parts import button, column, sentence
from desktop_app.training_wizard.picture_grid import NamedPicture, PictureGrid

if TYPE_CHECKING:
    from core.training.preview import Composites

_SIDE = 156
_NAMES = (mark("the image"), mark("another body"), mark("its lungs in that body"), mark("spectrum mixed as well"))


class ShortcutPanel(QWidget):
    """Says what is chosen; shows the composites it is given while the switch is on."""

    changed = Signal()
    other_images_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = QCheckBox(tr("&Train against shortcuts"))
        self.leave_out = QCheckBox(tr("Leave out positive &images in which no disease can be seen"))
        for box, words in ((self.switch, against_shortcuts_sentence()), (self.leave_out, invisible_sentence())):
            box.setToolTip(words)
            box.setAccessibleDescription(words)
        self.grid = PictureGrid(_SIDE, tr("One image and what training against shortcuts makes of it"))
        self.grid.setToolTip(tr("From left to right: what becomes of an image, with another image's body"))
        self.grid.setFixedHeight(self.grid.gridSize().height() + 8)
        self._note = sentence("", "muted")
        self._preview = QWidget()
        self._preview.hide()
        # As wide as the page: in the narrow column that a form gives otherwise the sentences' last lines are cut.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._lay_out()
        self.switch.toggled.connect(self._on_switched)
        self.leave_out.toggled.connect(self.changed)

    def show_plan(self, plan: TrainingPlan) -> None:
        """Take a plan without saying so."""
        blockers = [QSignalBlocker(box) for box in (self.switch, self.leave_out)]
        if plan.against_shortcuts != self.switch.isChecked():
            self.switch.setChecked(plan.against_shortcuts)
            self._show_preview(plan.against_shortcuts)
        self.leave_out.setChecked(plan.leaves_out_invisible)
        del blockers

    def show_composites(self, composites: "Composites | None") -> None:
        """Show what becomes of an image; None says that there were no lungs to be found."""
        if composites is None:
            self.show_problem(tr("No two lung fields were found in one of these images: look at other images."))
            return
        pictures = (composites.own, composites.body, composites.composite, composites.mixed)
        self.grid.show_pictures([NamedPicture(*shown) for shown in zip(pictures, map(tr, _NAMES), strict=True)])
        self._note.setText(tr("The label stays that of the first image. In every epoch each image is drawn anew."))

    def show_problem(self, text: str) -> None:
        """Say why there is no preview."""
        self.grid.show_pictures([])
        self._note.setText(text)

    def _show_preview(self, is_on: bool) -> None:
        if is_on and not self.grid.count():
            self._note.setText(tr("Drawing examples\N{HORIZONTAL ELLIPSIS}"))
        self._preview.setVisible(is_on)

    def _lay_out(self) -> None:
        layout = column(self, spacing=4)
        layout.addWidget(self.switch)
        layout.addWidget(_indented(sentence(against_shortcuts_sentence(), "muted")))
        inside = column(self._preview, spacing=4)
        inside.addWidget(self.grid)
        row = QHBoxLayout()
        row.addWidget(self._note, 1)
        row.addWidget(
            button(tr("Other e&xamples"), tr("Other images, drawn at random"), self.other_images_requested.emit)
        )
        inside.addLayout(row)
        layout.addWidget(_indented(self._preview))
        layout.addWidget(self.leave_out)
        layout.addWidget(_indented(sentence(invisible_sentence(), "muted")))

    @Slot(bool)
    def _on_switched(self, is_on: bool) -> None:
        self._show_preview(is_on)
        self.changed.emit()


def _indented(widget: QWidget) -> QWidget:
    widget.setContentsMargins(22, 0, 0, 0)
    return widget
