"""Histogram of the scan, and its density against the training images'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from core.imaging.histogram import PixelUnit
from core.language import tr
from desktop_app.density_plot import DensityPlot
from desktop_app.page_parts import RoomyTabBar
from desktop_app.viewer.histogram_plot import HistogramPlot
from desktop_app.viewer.statistics_text import statistics_html

if TYPE_CHECKING:
    from core.imaging.greyscale import VoiWindow
    from core.imaging.histogram import Histogram
    from core.imaging.radiograph import Radiograph
    from core.model.card import DensityScale, ReferenceDensity
    from desktop_app.theme import ThemeColours

STATISTICS_SIZE = 0.9
"""Height of the figures' letters beside that of other text."""


class HistogramPanel(QWidget):
    """Two pages: pixel values with the window's handles, and pixel densities against the classes'."""

    window_dragged = Signal(object)
    """VoiWindow, while a handle is dragged; rate-limited."""
    unit_changed = Signal(object)
    """PixelUnit that histograms are wanted in; count again and call `set_histogram`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._radiograph: Radiograph | None = None
        self._histogram: Histogram | None = None
        self._region: Histogram | None = None
        self.plot = HistogramPlot(self)
        self.plot.window_dragged.connect(self.window_dragged)
        self.density = DensityPlot(self)
        self.unit_chooser = QComboBox(self)
        self.unit_chooser.setAccessibleName(tr("Values on the axis"))
        self.unit_chooser.setToolTip(tr("Count values as stored in the file, or in the modality's unit"))
        self.unit_chooser.addItem(tr("Stored values"), PixelUnit.STORED)
        self.unit_chooser.addItem(tr("Modality values"), PixelUnit.MODALITY)
        self.unit_chooser.currentIndexChanged.connect(self._on_unit_chosen)
        self.log_box = QCheckBox(tr("&Logarithmic"), self)
        self.log_box.setToolTip(tr("Count on a logarithmic axis: rare values become visible"))
        self.log_box.toggled.connect(self.plot.set_logarithmic)
        self.statistics = QLabel(self)
        # A little smaller than the rest, so that the plot gets the room.
        font = self.statistics.font()
        font.setPointSizeF(font.pointSizeF() * STATISTICS_SIZE)
        self.statistics.setFont(font)
        self.statistics.setTextFormat(Qt.TextFormat.RichText)
        self.statistics.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        # The table must not keep the panel from being made narrow.
        self.statistics.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.statistics.setAccessibleName(tr("Statistics of the pixels"))
        self._empty = QLabel(tr("Open a scan to see how its pixel values are distributed."), self)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(12, 0, 12, 0)
        self._empty.setProperty("role", "muted")
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._build_histogram_page())
        self.tabs = QTabWidget(self)
        # Before the document mode, which is the bar's.
        self.tabs.setTabBar(RoomyTabBar())
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Histogram or comparison"))
        self.tabs.addTab(self._pages, tr("Histogram"))
        self.tabs.addTab(self.density, tr("Against training images"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)

    def show_radiograph(self, radiograph: Radiograph | None) -> None:
        """Take the image's units; clears the histograms until they are set."""
        self._radiograph = radiograph
        self.set_region_histogram(None)
        self.set_histogram(None)
        self.density.clear_scan()

    def set_histogram(self, histogram: Histogram | None) -> None:
        """Draw the counts of the whole image."""
        self._histogram = histogram
        transform = self._radiograph.modality_transform if self._radiograph is not None else None
        self.plot.show(histogram, transform)
        text = tr("Open a scan to see how its pixel values are distributed.")
        self._empty.setText(text if self._radiograph is None else tr("Counting\N{HORIZONTAL ELLIPSIS}"))
        self._pages.setCurrentIndex(0 if histogram is None else 1)
        self._show_statistics()

    def set_region_histogram(self, histogram: Histogram | None) -> None:
        """Draw the counts of the region of interest over them."""
        self._region = histogram
        self.plot.show_region(histogram)
        self._show_statistics()

    def set_window(self, window: VoiWindow | None) -> None:
        """Move the handles; emits nothing."""
        self.plot.set_window(window)

    def set_reference_densities(
        self,
        references: Sequence[ReferenceDensity],
        scan_densities: Mapping[DensityScale, npt.NDArray[np.floating]] | None = None,
        positive_class: str = "",
    ) -> None:
        """Draw the classes' densities, and this scan's on the same scales where computed.

        Args:
            references: From the model's card.
            scan_densities: The scan's, per scale.
            positive_class: The class drawn in the positive colour; without it neither class takes that colour.
        """
        self.density.set_densities(references, scan_densities, positive_class)

    def set_theme(self, colours: ThemeColours) -> None:
        """Take the theme's colours."""
        self.plot.set_theme(colours)
        self.density.set_theme(colours)

    def _build_histogram_page(self) -> QWidget:
        page = QWidget(self)
        row = QHBoxLayout()
        row.addWidget(self.unit_chooser, 1)
        row.addWidget(self.log_box)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(row)
        layout.addWidget(self.plot.as_widget, 1)
        layout.addWidget(self.statistics)
        return page

    def _show_statistics(self) -> None:
        self.statistics.setText(statistics_html(self._histogram, self._region))

    def _on_unit_chosen(self, index: int) -> None:
        self.unit_changed.emit(PixelUnit(self.unit_chooser.itemData(index)))
