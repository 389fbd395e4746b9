"""Histogram of the scan, and its density against the training images'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from core.imaging.greyscale import VoiWindow
    from core.imaging.histogram import Histogram
    from core.imaging.radiograph import Radiograph
    from core.model.card import ReferenceDensity
    from core.model.density import DensityScale
    from desktop_app.theme import ThemeColours


class HistogramPanel(QWidget):
    """Two pages: pixel values with the window's handles, and pixel densities against the classes'."""

    window_dragged = Signal(object)
    """VoiWindow, while a handle is dragged; rate-limited."""
    unit_changed = Signal(object)
    """PixelUnit that histograms are wanted in; count again and call `set_histogram`."""

    def show_radiograph(self, radiograph: Radiograph | None) -> None:
        """Take the image's units; clears the histograms until they are set."""

    def set_histogram(self, histogram: Histogram | None) -> None:
        """Draw the counts of the whole image."""

    def set_region_histogram(self, histogram: Histogram | None) -> None:
        """Draw the counts of the region of interest over them."""

    def set_window(self, window: VoiWindow | None) -> None:
        """Move the handles; emits nothing."""

    def set_reference_densities(
        self,
        references: Sequence[ReferenceDensity],
        scan_densities: Mapping[DensityScale, npt.NDArray[np.floating]] | None = None,
    ) -> None:
        """Draw the classes' densities, and this scan's on the same scales where computed."""

    def set_theme(self, colours: ThemeColours) -> None:
        """Take the theme's colours."""
