"""The histogram with the window's handles over it. Counts come from core; this only draws them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from core.imaging.greyscale import VoiFunction, VoiWindow
from core.language import mark, tr
from desktop_app.plot_style import make_plot_widget, style_plot, translucent
from desktop_app.viewer.modality_scale import ModalityScale

if TYPE_CHECKING:
    from core.imaging.histogram import Histogram
    from core.imaging.radiograph import ModalityTransform
    from desktop_app.theme import ThemeColours

ANNOUNCE_MS = 16
SMALLEST_LOG_COUNT = 0.5
"""Where empty bins stand on a logarithmic axis: below a count of one."""
SIDE_ROOM = 0.02
_OWN_UNITS = (mark("stored value"), mark("modality value"))


class HistogramPlot(QObject):
    """Bars of the image, of the region, and two handles for the window's ends."""

    window_dragged = Signal(object)
    """VoiWindow, while a handle is dragged; at most once per refresh of a screen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        import pyqtgraph as pg

        self.widget: Any = make_plot_widget(tr("Histogram with window handles"))
        self._whole = pg.PlotCurveItem(fillLevel=0.0)
        self._region = pg.PlotCurveItem(fillLevel=0.0)
        self.handles = pg.LinearRegionItem(swapMode="block")
        for item in (self._whole, self._region, self.handles):
            self.widget.addItem(item)
        self.widget.setLabel("left", tr("pixels"))
        self._histogram: Histogram | None = None
        self._region_histogram: Histogram | None = None
        self._scale: ModalityScale | None = None
        self._window: VoiWindow | None = None
        self._is_logarithmic = False
        self._is_placing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ANNOUNCE_MS)
        self._timer.timeout.connect(self._announce)
        self.handles.sigRegionChanged.connect(self._on_handles_moved)
        self.show(None, None)

    @property
    def as_widget(self) -> QWidget:
        """For a layout."""
        widget: QWidget = self.widget
        return widget

    def show(self, histogram: Histogram | None, transform: ModalityTransform | None) -> None:
        """Draw the counts of an image; `transform` relates stored values to the window's."""
        self._histogram = histogram
        self._scale = None
        if histogram is not None and transform is not None:
            scale = ModalityScale.along(histogram.edges, histogram.unit, transform)
            self._scale = scale if scale.is_usable else None
            self.widget.setLabel("bottom", _axis_name(histogram))
        self._draw()
        self._place_handles()

    def show_region(self, histogram: Histogram | None) -> None:
        """Draw the counts of the region, to the same height as the image's."""
        self._region_histogram = histogram
        self._draw()

    def set_logarithmic(self, logarithmic: bool) -> None:
        """Count on a logarithmic axis: rare values become visible."""
        self._is_logarithmic = logarithmic
        self._draw()

    def set_window(self, window: VoiWindow | None) -> None:
        """Move the handles; emits nothing. While a handle is held it stays where the hand is."""
        if self._is_held() and self._timer.isActive():
            return
        self._window = window
        self._place_handles()

    def set_theme(self, colours: ThemeColours) -> None:
        """Take the theme's colours."""
        import pyqtgraph as pg

        style_plot(self.widget, colours)
        self._whole.setPen(pg.mkPen(colours.muted))
        self._whole.setBrush(translucent(colours.muted, 120))
        self._region.setPen(pg.mkPen(colours.warning, width=1.5))
        self._region.setBrush(translucent(colours.warning, 70))
        self.handles.setBrush(translucent(colours.accent, 36))
        self.handles.setHoverBrush(translucent(colours.accent, 60))
        for line in self.handles.lines:
            line.setPen(pg.mkPen(colours.accent, width=2))
            line.setHoverPen(pg.mkPen(colours.text, width=3))

    def _draw(self) -> None:
        whole, region = self._histogram, self._region_histogram
        for item, histogram in ((self._whole, whole), (self._region, region)):
            item.setVisible(histogram is not None)
        if whole is None:
            return
        self.widget.setLabel("left", tr("pixels (log)") if self._is_logarithmic else tr("pixels"))
        floor = np.log10(SMALLEST_LOG_COUNT) if self._is_logarithmic else 0.0
        top = max(1.0, float(whole.counts.max()))
        for item, histogram in ((self._whole, whole), (self._region, region)):
            if histogram is not None:
                # A region is small: drawn to the image's height, its shape can be compared.
                share = top / max(1.0, float(histogram.counts.max())) if histogram is region else 1.0
                item.setData(histogram.edges, self._heights(histogram.counts * share), stepMode="center")
                item.setFillLevel(floor)
        self.widget.getPlotItem().getAxis("left").setLogMode(self._is_logarithmic)
        height = float(np.log10(top)) if self._is_logarithmic else top
        self.widget.setYRange(floor, height * 1.05, padding=0)

    def _heights(self, counts: npt.NDArray[np.floating]) -> npt.NDArray[np.float64]:
        heights = np.asarray(counts, dtype=np.float64)
        return np.log10(np.maximum(heights, SMALLEST_LOG_COUNT)) if self._is_logarithmic else heights

    def _place_handles(self) -> None:
        window, scale = self._window, self._scale
        self.handles.setVisible(window is not None and scale is not None)
        if window is None or scale is None:
            self._show_range([])
            return
        ends = sorted((scale.to_axis(window.lower), scale.to_axis(window.upper)))
        if not self._is_held():
            self._show_range(ends)
        self._is_placing = True
        self.handles.setRegion(ends)
        self._is_placing = False

    def _show_range(self, ends: Sequence[float]) -> None:
        """Show all counts, and the handles too as far as they are not absurdly distant: they must be in reach."""
        if self._histogram is None:
            return
        low, high = float(self._histogram.edges[0]), float(self._histogram.edges[-1])
        width = high - low
        low_end = max(min([low, *ends]), low - width)
        high_end = min(max([high, *ends]), high + width)
        room = SIDE_ROOM * (high_end - low_end)
        self.widget.setXRange(low_end - room, high_end + room, padding=0)

    def _on_handles_moved(self) -> None:
        if not self._is_placing and not self._timer.isActive():
            self._timer.start()

    def _announce(self) -> None:
        scale, old = self._scale, self._window
        if scale is None or old is None:
            return
        low, high = sorted(scale.to_modality(place) for place in self.handles.getRegion())
        self._window = window_between(low, high, old.function)
        self.window_dragged.emit(self._window)

    def _is_held(self) -> bool:
        return bool(self.handles.moving or any(line.moving for line in self.handles.lines))


def _axis_name(histogram: Histogram) -> str:
    """The unit at the axis: a word of Hilum's, or what the file calls it."""
    return tr(histogram.unit_name) if histogram.unit_name in _OWN_UNITS else histogram.unit_name


def window_between(low: float, high: float, function: VoiFunction) -> VoiWindow:
    """The window whose ends are at two modality values; LINEAR counts whole values and so starts half a one lower."""
    width = max(high - low, 1e-6 * max(1.0, abs(low), abs(high)))
    if function is VoiFunction.LINEAR:
        return VoiWindow((low + high) / 2 + 0.5, width + 1.0, function)
    return VoiWindow((low + high) / 2, width, function)
