"""Switch and range of every kind of augmentation, and what they do to one image (the paper's Figure 3)."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from core.language import tr
from core.training.plan import Augmentation, Variation
from core.training.wizard_plan import VARIATION_RANGES, VariationRange
from desktop_app.decimal_field import DecimalField
from desktop_app.page_parts import button, column, scrolling, sentence
from desktop_app.training_wizard.picture_grid import NamedPicture, PictureGrid

_SIDE = 132


class VariationRow(QWidget):
    """Switch, slider and number of one kind."""

    changed = Signal()

    def __init__(self, offer: VariationRange, grid: QGridLayout, row: int) -> None:
        super().__init__()
        self.offer = offer
        title, unit = tr(offer.title), tr(offer.unit)
        self.switch = QCheckBox(title)
        self.switch.setToolTip(f"{title}: {unit}")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, round(offer.most / offer.step))
        self.slider.setAccessibleName(tr("{kind}, range").format(kind=title))
        self.slider.setToolTip(unit)
        self.slider.setMinimumWidth(80)
        self.number = DecimalField()
        self.number.setRange(0.0, offer.most)
        self.number.setSingleStep(offer.step)
        self.number.setDecimals(0 if offer.step >= 1 else 3 if offer.step < 0.01 else 2)
        self.number.setAccessibleName(f"{title}, {unit}")
        self.number.setToolTip(unit)
        for position, widget in enumerate((self.switch, self.slider, self.number)):
            grid.addWidget(widget, row, position)
        self.switch.toggled.connect(self._on_switched)
        self.slider.valueChanged.connect(self._on_slid)
        self.number.valueChanged.connect(self._on_number_changed)

    @property
    def variation(self) -> Variation:
        """As it stands."""
        return Variation(self.switch.isChecked(), self.number.value())

    def show_variation(self, variation: Variation) -> None:
        """Take a value without saying so."""
        blockers = [QSignalBlocker(widget) for widget in (self.switch, self.slider, self.number)]
        self.switch.setChecked(variation.enabled)
        self.number.setValue(variation.amount)
        self.slider.setValue(round(variation.amount / self.offer.step))
        self._enable(variation.enabled)
        del blockers

    def _enable(self, is_enabled: bool) -> None:
        self.slider.setEnabled(is_enabled)
        self.number.setEnabled(is_enabled)

    @Slot(bool)
    def _on_switched(self, is_on: bool) -> None:
        self._enable(is_on)
        self.changed.emit()

    @Slot(int)
    def _on_slid(self, position: int) -> None:
        self.number.setValue(position * self.offer.step)

    @Slot(float)
    def _on_number_changed(self, value: float) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(value / self.offer.step))
        self.changed.emit()


class AugmentationPanel(QWidget):
    """Emits what is chosen; shows the variants it is given."""

    augmentation_changed = Signal(object)
    """Augmentation."""
    redraw_requested = Signal()
    """Other random draws of the same image are wanted."""
    other_image_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid_widget = QWidget()
        grid = QGridLayout(grid_widget)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setVerticalSpacing(3)
        self.rows = {offer.field: VariationRow(offer, grid, row) for row, offer in enumerate(VARIATION_RANGES)}
        grid.setRowStretch(len(self.rows), 1)
        for row in self.rows.values():
            row.setParent(self)
            row.hide()
            row.changed.connect(self._on_changed)
        self.grid = PictureGrid(_SIDE, tr("One image and its variants"))
        self.grid.setToolTip(tr("The image itself first, then how training will see it"))
        self._note = sentence("", "muted")
        controls = QVBoxLayout()
        controls.addWidget(self._controls(grid_widget), 1)
        buttons = QHBoxLayout()
        buttons.addWidget(button(tr("Defa&ults"), tr("Every kind as it was at first"), self.reset))
        buttons.addWidget(button(tr("All o&ff"), tr("Train on the images as they are"), self.switch_all_off))
        buttons.addStretch()
        controls.addLayout(buttons)
        pictures = QVBoxLayout()
        top = QHBoxLayout()
        top.addWidget(self._note, 1)
        top.addWidget(
            button(tr("Dra&w again"), tr("Other random variants of the same image"), self.redraw_requested.emit)
        )
        top.addWidget(button(tr("Other &image"), tr("Variants of another image"), self.other_image_requested.emit))
        pictures.addLayout(top)
        pictures.addWidget(self.grid, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addLayout(controls, 2)
        layout.addLayout(pictures, 3)
        self.show_augmentation(Augmentation())
        self._note.setText(tr("Drawing the first variants\N{HORIZONTAL ELLIPSIS}"))

    @property
    def augmentation(self) -> Augmentation:
        """As it stands."""
        return replace(Augmentation(), **{name: row.variation for name, row in self.rows.items()})

    def show_augmentation(self, augmentation: Augmentation) -> None:
        """Take values without saying so."""
        for name, row in self.rows.items():
            row.show_variation(getattr(augmentation, name))

    def show_variants(self, original: npt.NDArray[np.uint8], variants: Sequence[npt.NDArray[np.uint8]]) -> None:
        """Show one image and its variants."""
        named = [NamedPicture(original, tr("the image itself"))]
        named += [
            NamedPicture(variant, tr("variant {number}").format(number=number))
            for number, variant in enumerate(variants, start=1)
        ]
        self.grid.show_pictures(named)
        self._note.setText(tr("In every epoch each image is drawn anew, as here."))

    def show_problem(self, text: str) -> None:
        """Say why there is no preview."""
        self._note.setText(text)

    @Slot()
    def reset(self) -> None:
        """Go back to the defaults."""
        self.show_augmentation(Augmentation())
        self._on_changed()

    @Slot()
    def switch_all_off(self) -> None:
        """No augmentation at all; the ranges stay."""
        for row in self.rows.values():
            row.show_variation(replace(row.variation, enabled=False))
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self.augmentation_changed.emit(self.augmentation)

    def _controls(self, grid_widget: QWidget) -> QScrollArea:
        content = QWidget()
        inside = column(content)
        inside.addWidget(grid_widget)
        area = scrolling(content, tr("Kinds of augmentation"))
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(330)
        return area
