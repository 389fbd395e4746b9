"""Counts the pixels in the background and keeps histogram and image in step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QTimer, Slot

from core.errors import NothingToCountError
from core.imaging.histogram import Histogram, PixelUnit, Region, compute_histogram
from core.imaging.radiograph import Radiograph
from core.jobs import JobContext
from core.model.card import DensityScale, ModelCard
from desktop_app.jobs import Job, start_job
from desktop_app.viewer.histogram_panel import HistogramPanel
from desktop_app.viewer.image_view import ImageView

_COUNT_AFTER_MS = 60
"""A dragged region is counted when the pointer rests."""
_COUNT_IMAGE_AFTER_MS = 200
"""The first look and the model's answer come before an image's histogram, which would take their cores."""

Densities = Mapping[DensityScale, npt.NDArray[np.floating]]


@dataclass(frozen=True, eq=False)
class _Counted:
    """What one job counted; None where it was not asked for or nothing lies in the region."""

    radiograph: Radiograph
    whole: Histogram | None
    region: Histogram | None
    densities: Densities | None


class HistogramController(QObject):
    """Couples an image view with a histogram panel."""

    def __init__(self, view: ImageView, panel: HistogramPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._panel = panel
        self._radiograph: Radiograph | None = None
        self._region: Region | None = None
        self._unit = PixelUnit.STORED
        self._card: ModelCard | None = None
        self._wants_whole = False
        self._is_panel_behind = False
        self._is_stopped = False
        self._job: Job | None = None
        self._delay = QTimer(self, singleShot=True)
        self._delay.timeout.connect(self._on_count_due)
        view.window_changed.connect(panel.set_window)
        view.region_changed.connect(self._on_region_changed)
        panel.window_dragged.connect(view.set_voi)
        panel.unit_changed.connect(self._on_unit_changed)

    @Slot(object)
    def show_radiograph(self, radiograph: Radiograph | None) -> None:
        """Count another image, or clear the panel."""
        self._radiograph = radiograph
        self._region = None
        self._wants_whole = True
        self._is_panel_behind = True
        self._count_soon(_COUNT_IMAGE_AFTER_MS)

    def set_model(self, card: ModelCard) -> None:
        """Take the distributions that the model's card holds."""
        self._card = card
        self._panel.set_reference_densities(card.reference_densities, None, card.positive_class)
        self._wants_whole = True
        self._count_soon()

    def stop(self) -> None:
        """Start nothing more; the window closes. A scan may still be on its way here."""
        self._is_stopped = True
        self._delay.stop()

    def _count_soon(self, milliseconds: int = _COUNT_AFTER_MS) -> None:
        if self._job is not None:
            self._job.cancel()
        # Never sooner than was asked for before: showing an image changes its region, too.
        self._delay.start(max(milliseconds, self._delay.remainingTime()))

    @Slot(object)
    def _on_region_changed(self, region: Region | None) -> None:
        self._region = region
        self._count_soon()

    @Slot(object)
    def _on_unit_changed(self, unit: PixelUnit) -> None:
        self._unit = unit
        self._wants_whole = True
        self._count_soon()

    @Slot()
    def _on_count_due(self) -> None:
        if self._is_stopped:
            return
        if self._is_panel_behind:
            self._is_panel_behind = False
            self._panel.show_radiograph(self._radiograph)
        if self._radiograph is None:
            return
        card = self._card if self._wants_whole else None
        work = _count_work(self._radiograph, self._unit, self._region, self._wants_whole, card)
        self._job = start_job(work, self)
        self._job.succeeded.connect(self._on_counted)

    @Slot(object)
    def _on_counted(self, counted: _Counted) -> None:
        if counted.radiograph is not self._radiograph:
            return
        if counted.whole is not None:
            self._wants_whole = False
            self._panel.set_histogram(counted.whole)
        self._panel.set_region_histogram(counted.region)
        if counted.densities is not None and self._card is not None:
            card = self._card
            self._panel.set_reference_densities(card.reference_densities, counted.densities, card.positive_class)


def _count_work(
    radiograph: Radiograph, unit: PixelUnit, region: Region | None, wants_whole: bool, card: ModelCard | None
) -> Callable[[JobContext[Any]], _Counted]:
    """Return work that counts an image, its region, and its density on the model's scales."""

    def work(context: JobContext[Any]) -> _Counted:
        whole = _histogram(radiograph, unit, None) if wants_whole else None
        context.raise_if_cancelled()
        inside = _histogram(radiograph, unit, region) if region is not None else None
        context.raise_if_cancelled()
        densities = _densities(radiograph, card) if card is not None else None
        return _Counted(radiograph, whole, inside, densities)

    return work


def _histogram(radiograph: Radiograph, unit: PixelUnit, region: Region | None) -> Histogram | None:
    try:
        return compute_histogram(radiograph, unit, region)
    except NothingToCountError:
        return None


def _densities(radiograph: Radiograph, card: ModelCard) -> Densities:
    from core.imaging.greyscale import render
    from core.model.density import pixel_density

    display = render(radiograph)
    return {
        reference.scale: pixel_density(display, card.input, reference.scale) for reference in card.reference_densities
    }
