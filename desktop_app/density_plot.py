"""The two classes' pixel-density distributions with this scan's over them (the paper's Figure 2)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.language import mark, tr
from core.model.class_words import class_word
from core.number_format import tr_count
from desktop_app.plot_style import make_plot_widget, style_plot

if TYPE_CHECKING:
    from core.model.card import DensityScale, ReferenceDensity
    from desktop_app.theme import ThemeColours

LOWEST_CURVES_SHARE = 0.25
"""The least part of the plot's height that the curves are given: the legend stands above them where there is room."""
HIGHEST_CURVES_SHARE = 0.92
CAPTION_SIZE = 0.9
"""Height of the caption's letters beside that of other text."""
SCALE_NAMES = {"network_input": mark("Network input"), "displayed": mark("Displayed grey")}
AXIS_NAMES = {
    "network_input": mark("standardised grey, as the network sees it"),
    "displayed": mark("displayed grey, 0 black to 255 white"),
}
CAPTIONS = {
    "network_input": mark("Equalisation gives every picture nearly this same distribution, whatever it shows."),
    "displayed": mark("Differences here are of exposure and collimation as much as of disease."),
}


class DensityPlot(QWidget):
    """Curves per class, the scan's on top, on one of several scales."""

    def __init__(self, parent: QWidget | None = None, class_name: Callable[[str], str] = class_word) -> None:
        """Make the plot, empty.

        Args:
            parent: What it lies in.
            class_name: What a person reads for a class.
        """
        super().__init__(parent)
        self._class_name = class_name
        self._references: Sequence[ReferenceDensity] = ()
        self._scan: Mapping[DensityScale, npt.NDArray[np.floating]] = {}
        self._positive_class = ""
        self._colours: ThemeColours | None = None
        self.scale_chooser = QComboBox(self)
        self.scale_chooser.setAccessibleName(tr("Scale of the density"))
        self.scale_chooser.setToolTip(tr("Compare on the network's own input, or as displayed"))
        self.scale_chooser.currentIndexChanged.connect(self._draw)
        self.plot: Any = make_plot_widget(tr("Pixel density of the scan and of the training images"))
        self.plot.setLabel("left", tr("density"))
        self._legend = self.plot.addLegend(offset=(-4, 1), labelTextSize="8pt", verSpacing=-4)
        self._highest = 1.0
        self.plot.getViewBox().sigResized.connect(self._make_room_for_legend)
        self.caption = QLabel(self)
        self.caption.setWordWrap(True)
        # A little smaller than the rest, so that the plot gets the room.
        font = self.caption.font()
        font.setPointSizeF(font.pointSizeF() * CAPTION_SIZE)
        self.caption.setFont(font)
        self.caption.setProperty("role", "muted")
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        label = QLabel(tr("&Scale"), self)
        label.setBuddy(self.scale_chooser)
        row.addWidget(label)
        row.addWidget(self.scale_chooser, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(row)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self.caption)
        self._draw()

    def set_densities(
        self,
        references: Sequence[ReferenceDensity],
        scan_densities: Mapping[DensityScale, npt.NDArray[np.floating]] | None = None,
        positive_class: str = "",
    ) -> None:
        """Take the classes' densities, the scan's where it was computed, and which class is the positive one."""
        self._positive_class = positive_class
        self._scan = scan_densities or {}
        if tuple(references) != tuple(self._references):
            self._references = references
            self.scale_chooser.blockSignals(True)
            self.scale_chooser.clear()
            for reference in references:
                self.scale_chooser.addItem(tr(SCALE_NAMES.get(reference.scale, str(reference.scale))))
            self.scale_chooser.blockSignals(False)
        self._draw()

    def clear_scan(self) -> None:
        """Show the classes only."""
        self._scan = {}
        self._draw()

    def set_theme(self, colours: ThemeColours) -> None:
        """Take the theme's colours."""
        self._colours = colours
        style_plot(self.plot, colours)
        self._legend.setLabelTextColor(colours.text)
        self._draw()

    def _reference(self) -> ReferenceDensity | None:
        index = self.scale_chooser.currentIndex()
        return self._references[index] if 0 <= index < len(self._references) else None

    def _draw(self) -> None:
        import pyqtgraph as pg

        self.plot.clear()
        self._legend.clear()
        reference = self._reference()
        self.scale_chooser.setEnabled(reference is not None)
        if reference is None:
            self.caption.setText(tr("The model's card holds no pixel densities of its training images."))
            return
        edges = np.asarray(reference.edges)
        self.plot.setLabel("bottom", tr(AXIS_NAMES.get(reference.scale, "")))
        styles = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
        for index, (name, density) in enumerate(reference.densities.items()):
            pen = pg.mkPen(self._class_colour(name, index), width=2, style=styles[index % len(styles)])
            count = reference.image_counts.get(name, 0)
            label = tr_count("{name} ({count} image)", "{name} ({count} images)", count, name=self._class_name(name))
            self.plot.plot(edges, np.asarray(density), stepMode="center", pen=pen, name=label)
        scan = self._scan.get(reference.scale)
        if scan is not None:
            colour = self._colours.text if self._colours is not None else "#808080"
            pen = pg.mkPen(colour, width=1.2)
            self.plot.plot(edges, np.asarray(scan), stepMode="center", pen=pen, name=tr("this scan"))
        self.plot.setXRange(float(edges[0]), float(edges[-1]), padding=0.02)
        drawn = [*reference.densities.values(), *(() if scan is None else (scan,))]
        self._highest = max(float(np.max(density)) for density in drawn)
        self._make_room_for_legend()
        self.caption.setText(_caption(reference))

    @Slot()
    def _make_room_for_legend(self) -> None:
        """Keep the curves below the legend, which takes most of the height of a small plot."""
        height = max(1.0, float(self.plot.getViewBox().height()))
        free = 1.0 - float(self._legend.boundingRect().height()) / height
        share = min(max(free, LOWEST_CURVES_SHARE), HIGHEST_CURVES_SHARE)
        self.plot.setYRange(0.0, self._highest / share, padding=0)

    def _class_colour(self, name: str, index: int) -> str:
        colours = self._colours
        if colours is None:
            return "#808080"
        if self._positive_class:
            return colours.positive if name == self._positive_class else colours.negative
        return (colours.accent, colours.warning, colours.muted)[index % 3]


def _caption(reference: ReferenceDensity) -> str:
    total = sum(reference.image_counts.values())
    note = tr(CAPTIONS.get(reference.scale, ""))
    mean = tr_count("Mean of {count} training image.", "Mean of {count} training images.", total)
    return f"{mean} {note} {tr('Not a diagnosis.')}"
