"""Third page: what the images look like, per class, and what augmentation makes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabWidget, QVBoxLayout, QWidget

from core.language import tr
from core.number_format import tr_count
from desktop_app.density_plot import DensityPlot
from desktop_app.page_parts import button, column, heading, sentence
from desktop_app.training_wizard.augmentation_panel import AugmentationPanel
from desktop_app.training_wizard.picture_grid import NamedPicture, PictureGrid

if TYPE_CHECKING:
    from core.model.card import ReferenceDensity
    from desktop_app.theme import ThemeColours

_SIDE = 104


class LookPage(QWidget):
    """Samples, densities, augmentation: one tab each."""

    file_opened = Signal(object)
    """Paths to show in the viewer."""
    other_samples_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tabs = QTabWidget()
        self.tabs.setAccessibleName(tr("Samples, densities, augmentation"))
        self.augmentation = AugmentationPanel()
        # Classes are called here as their folders are, on every page alike.
        self.densities = DensityPlot(class_name=str)
        self.grids: dict[str, PictureGrid] = {}
        self._titles: dict[str, QLabel] = {}
        self._columns = QHBoxLayout()
        self._columns.setSpacing(10)
        self.tabs.addTab(self._samples_tab(), tr("&Samples"))
        self.tabs.addTab(self._densities_tab(), tr("&Pixel densities"))
        self.tabs.addTab(self.augmentation, tr("Au&gmentation"))
        column(self).addWidget(self.tabs)

    def set_theme(self, colours: ThemeColours) -> None:
        """Take the theme's colours."""
        self.densities.set_theme(colours)

    def show_samples(self, samples: Mapping[str, Sequence[NamedPicture]], counts: Mapping[str, int]) -> None:
        """Show some images of each class, side by side."""
        if tuple(self.grids) != tuple(samples):
            self._make_grids(tuple(samples))
        for name, pictures in samples.items():
            self.grids[name].show_pictures(pictures)
            title = tr_count("{name} ({count} image)", "{name} ({count} images)", counts.get(name, 0), name=name)
            self._titles[name].setText(title)

    def show_densities(self, references: Sequence[ReferenceDensity], positive_class: str) -> None:
        """Show the classes' pixel densities."""
        # Two classes have colours of their own; of more, none is the others' opposite.
        is_pair = bool(references) and len(references[0].densities) == 2
        self.densities.set_densities(references, None, positive_class if is_pair else "")

    def show_variants(self, original: npt.NDArray[np.uint8], variants: Sequence[npt.NDArray[np.uint8]]) -> None:
        """Show what augmentation makes of one image."""
        self.augmentation.show_variants(original, variants)

    def _make_grids(self, names: Sequence[str]) -> None:
        while (item := self._columns.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.grids, self._titles = {}, {}
        for name in names:
            holder = QWidget()
            inside = QVBoxLayout(holder)
            inside.setContentsMargins(0, 0, 0, 0)
            grid = PictureGrid(_SIDE, tr("Samples of {name}").format(name=name))
            grid.setToolTip(tr("Double click or Enter shows an image in the viewer"))
            grid.file_opened.connect(self.file_opened)
            title = heading(name)
            inside.addWidget(title)
            inside.addWidget(grid, 1)
            self._columns.addWidget(holder, 1)
            self.grids[name] = grid
            self._titles[name] = title

    def _samples_tab(self) -> QWidget:
        tab = QWidget()
        layout = column(tab, margin=8)
        row = QHBoxLayout()
        row.addWidget(
            sentence(
                tr(
                    "Look for what gives a class away without being disease: text, markers, borders, another machine. "
                    "A model learns that first."
                ),
                "muted",
            ),
            1,
        )
        row.addWidget(
            button(tr("&Other samples"), tr("Show other images of each class"), self.other_samples_requested.emit)
        )
        layout.addLayout(row)
        layout.addLayout(self._columns, 1)
        return tab

    def _densities_tab(self) -> QWidget:
        tab = QWidget()
        layout = column(tab, margin=8)
        layout.addWidget(
            sentence(
                tr(
                    "Mean distribution of the pixels of each class (the paper's Figure 2). Curves that lie apart on "
                    "the displayed scale mean that exposure or collimation tell the classes apart."
                ),
                "muted",
            )
        )
        layout.addWidget(self.densities, 1)
        return tab
