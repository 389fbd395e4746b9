"""Which lungs go into which body, and the pictures that come of it: training against shortcuts. Imports torch.

What is drawn are plain numbers from one seeded generator, so a run that goes on after a crash draws the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from core.model.input import GREY_LEVELS, InputSpec
from core.training.against_shortcuts import mix_spectra, transplant_lungs
from core.training.data_order import Indices, derived_seed
from core.training.device_input import DeviceInput
from core.training.lung_maps import LungMaps
from core.training.recipes import MIXED_SHARE, MOST_MIXED, TRANSPLANTED_SHARE
from core.training.session import FitTask, Session

Pictures = Callable[[Indices], Any]
"""Gives images by their numbers: a tensor uint8 (n, size, size), on the device."""


@dataclass(frozen=True, eq=False)
class Partners:
    """The other images that have a part in each sample of a batch.

    Attributes:
        samples: int64 (n,), number of the image that gives each sample its label and its lungs.
        bodies: int64 (n,), number of the image that gives it its body; its own where it keeps it.
        spectra: int64 (n,), number of the image whose amplitudes are mixed in; its own where none are.
        shares: float32 (n,), how much of the amplitude is that image's, 0..1.
    """

    samples: Indices
    bodies: Indices
    spectra: Indices
    shares: npt.NDArray[np.float32]

    def are_among(self, is_allowed: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """Which samples are made of allowed images only: bool (n,).

        Args:
            is_allowed: bool (images,).
        """
        return np.asarray(is_allowed[self.samples] & is_allowed[self.bodies] & is_allowed[self.spectra])

    def part(self, which: slice) -> "Partners":
        """Those of some of the samples."""
        return Partners(self.samples[which], self.bodies[which], self.spectra[which], self.shares[which])


def draw_partners(samples: Indices, others: Indices, lungs: LungMaps, random: np.random.Generator) -> Partners:
    """Draw a body and a spectrum for every sample, as the recipe says.

    Every number is drawn whether it is used or not, so that what one image looks like changes no other's partners.

    Args:
        samples: int64 (n,), numbers of the images that give labels.
        others: int64 (m,), numbers of the images that may have a part; images that are held out are not among them.
        lungs: Of all images. Those without plausible lungs keep their body and lend none.
        random: The generator.
    """
    count = len(samples)
    lenders = others[lungs.is_plausible[others]]
    gets_body = (random.random(count) < TRANSPLANTED_SHARE) & lungs.is_plausible[samples]
    place = random.random(count)
    bodies = samples
    if len(lenders):
        bodies = np.where(gets_body, lenders[(place * len(lenders)).astype(np.int64)], samples)
    is_mixed = random.random(count) < MIXED_SHARE
    spectra = np.where(is_mixed, others[random.integers(len(others), size=count)], samples)
    shares = np.where(is_mixed, MOST_MIXED * random.random(count), 0.0).astype(np.float32)
    return Partners(samples, bodies, spectra, shares)


class Composer:
    """Makes the pictures of a batch, on the device of the pictures that it is given."""

    def __init__(self, pictures: Pictures, lungs: LungMaps, spec: InputSpec) -> None:
        self._pictures = pictures
        self._lungs = lungs
        self._prepare = DeviceInput(spec)

    @torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore] # torch is not typed here
    def compose(self, partners: Partners) -> Any:
        """Make the pictures.

        They are equalised first, where the network's input is, so that lungs and body are of one grey scale; the
        network's own preparation equalises them again.

        Args:
            partners: What each is made of.

        Returns:
            uint8 (n, size, size).
        """
        grey = self.transplanted(partners)
        rows = np.flatnonzero(partners.shares > 0)
        if len(rows):
            shares = torch.from_numpy(partners.shares[rows]).to(grey.device)[:, None, None, None]
            others = self._greys(partners.spectra[rows])
            where = torch.from_numpy(rows).to(grey.device)
            grey[where] = mix_spectra(grey[where], others, shares)
        return _levels(grey)

    @torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore] # torch is not typed here
    def transplanted(self, partners: Partners) -> Any:
        """The lungs in their bodies, with their own spectrum: float32 (n, 1, size, size), 0..1."""
        grey = self._greys(partners.samples)
        rows = np.flatnonzero(partners.bodies != partners.samples)
        if len(rows):
            where = torch.from_numpy(rows).to(grey.device)
            own, theirs = partners.samples[rows], partners.bodies[rows]
            grey[where] = transplant_lungs(
                grey[where],
                *self._masks_and_boxes(own, grey.device),
                self._greys(theirs),
                *self._masks_and_boxes(theirs, grey.device),
            )
        return grey

    def _greys(self, numbers: Indices) -> Any:
        return self._prepare.equalised(self._pictures(numbers)[:, None])

    def _masks_and_boxes(self, numbers: Indices, device: torch.device) -> tuple[Any, Any]:
        masks = torch.from_numpy(self._lungs.masks(numbers)).to(device)
        boxes = torch.from_numpy(self._lungs.boxes[numbers]).to(device)
        return masks[:, None].float(), boxes.float()


class Composites:
    """The pictures that one network learns from, epoch by epoch: made of images of its training part only."""

    def __init__(self, session: Session, task: FitTask) -> None:
        if session.lungs is None:
            raise ValueError("the lungs of the images are not known")
        self._session = session
        self._task = task
        self._lungs = session.lungs
        self._composer = Composer(lambda numbers: session.batch(numbers)[0], session.lungs, session.spec)
        self.begin(0)

    def begin(self, epoch: int) -> None:
        """Draw as every run with this seed draws in this epoch."""
        drawn = "against shortcuts"  # untranslated: part of a seed
        seed = derived_seed(self._session.plan.seed, self._task.fold, epoch, drawn)
        self._random = np.random.default_rng(seed)

    def of(self, batch: Indices) -> Any:
        """The pictures of a batch of images: uint8 (n, size, size) on the device."""
        return self._composer.compose(draw_partners(batch, self._task.training, self._lungs, self._random))


def _levels(grey: Any) -> Any:
    """As pictures are kept: float 0..1 and a little beyond, to uint8, without the channel."""
    return (grey[:, 0] * (GREY_LEVELS - 1)).round().clamp(0, GREY_LEVELS - 1).to(torch.uint8)
