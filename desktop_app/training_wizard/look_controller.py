"""What checked images look like: samples, densities, variants of one image, and composites of two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from core.training.plan import Augmentation
from core.training.preview_process import CompositeRequest, PreviewRequest
from desktop_app.newest_job import NewestJob
from desktop_app.training_wizard.preview_painter import PreviewPainter
from desktop_app.training_wizard.work import densities_work, samples_of

if TYPE_CHECKING:
    from core.training.check import DatasetCheck

SAMPLES_EACH = 24
VARIANTS_SHOWN = 11


class LookController(QObject):
    """Draws from checked images."""

    samples_drawn = Signal(object, object)
    """Samples and counts of each class."""
    densities_computed = Signal(object)
    variants_drawn = Signal(object)
    """PreviewDrawn."""
    composites_drawn = Signal(object)
    """CompositesDrawn."""
    variants_failed = Signal(str)
    """Also of composites."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._check: DatasetCheck | None = None
        self._augmentation = Augmentation()
        self._samples_seed = 0
        self._variants_seed = 0
        self._image_number = 0
        self._composites_seed = 0
        self._variants = PreviewPainter(self)
        self._variants.drawn.connect(self.variants_drawn)
        self._variants.composites_drawn.connect(self.composites_drawn)
        self._variants.failed.connect(self.variants_failed)
        self._densities = NewestJob(self)
        self._densities.succeeded.connect(self.densities_computed)

    def take_check(self, check: DatasetCheck | None) -> None:
        """Look at other images, or at none."""
        self._densities.cancel()
        self._check = check
        if check is None:
            return
        self._draw_samples()
        if len(check.images.pixels) and all(check.class_counts.values()):
            self._densities.request(densities_work(check))

    def take_augmentation(self, augmentation: Augmentation) -> None:
        """Show what another augmentation does."""
        self._augmentation = augmentation
        self.draw_variants()

    @Slot()
    def draw_other_samples(self) -> None:
        """Show other images of each class."""
        self._samples_seed += 1
        self._draw_samples()

    @Slot()
    def draw_variants(self) -> None:
        """Show what augmentation makes of one image."""
        if self._check is not None and len(self._check.images.pixels):
            pixels = np.array(self._check.images.pixels[self._image_number % len(self._check.images.pixels)])
            self._variants.draw(PreviewRequest(pixels, self._augmentation, VARIANTS_SHOWN, self._variants_seed))

    @Slot()
    def draw_other_variants(self) -> None:
        """Other random draws of the same image."""
        self._variants_seed += 1
        self.draw_variants()

    @Slot()
    def draw_other_image(self) -> None:
        """Variants of another image, drawn at random."""
        if self._check is not None and len(self._check.images.pixels):
            generator = np.random.default_rng(self._image_number + 1)
            self._image_number = int(generator.integers(len(self._check.images.pixels)))
            self.draw_variants()

    @Slot()
    def draw_composites(self) -> None:
        """Show what training against shortcuts makes of two images, of two classes where there are two."""
        check = self._check
        if check is None or len(check.images.pixels) < 2:
            return
        generator = np.random.default_rng(self._composites_seed)
        first = int(generator.integers(len(check.images.pixels)))
        others = np.flatnonzero(check.dataset.labels != check.dataset.labels[first])
        second = int(generator.choice(others)) if others.size else first - 1
        own, body = (np.array(check.images.pixels[number]) for number in (first, second))
        self._variants.draw(CompositeRequest(own, body, self._composites_seed))

    @Slot()
    def draw_other_composites(self) -> None:
        """Composites of other images."""
        self._composites_seed += 1
        self.draw_composites()

    def rest(self) -> None:
        """Nobody looks any more: the process that draws ends."""
        self._variants.stop()

    def stop(self) -> None:
        """The program ends."""
        self._variants.stop()
        self._densities.cancel()

    def _draw_samples(self) -> None:
        if self._check is not None:
            samples = samples_of(self._check, SAMPLES_EACH, self._samples_seed)
            self.samples_drawn.emit(samples, dict(self._check.class_counts))
