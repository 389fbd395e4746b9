"""Where the lungs are, and how much of them is opaque: the evidence that does not know the hospital.

The network was trained on outlines of lungs and opacities, and not on who has COVID-19. It sees the whole picture at
its own size, without keeping the aspect ratio.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from core.model.lung_card import LUNG_MAP, MAPS, OPACITY_MAP, LungCard, read_lung_card
from core.model.package import CARD_NAME, NetworkPackage, bundled_directory, check_hash, read_card_text

if TYPE_CHECKING:
    from pathlib import Path

    from core.model.runtime import DeviceChoice, Runtime

BUNDLED_LUNGS = "lungs_opacity_v0"

LEVELS = 255

LungPackage = NetworkPackage[LungCard]
"""Weights and card of a lung network."""


@dataclass(frozen=True, eq=False)
class LungFinding:
    """What the lung network draws in one picture.

    Attributes:
        lungs: uint8 (rows, columns), 0 surely not lung to 255 surely lung; covers the whole picture.
        opacities: uint8 (rows, columns), the same of ground-glass opacity or consolidation.
        lung_fraction: Share of the picture that is lung, 0..1.
        opacity_extent: Share of the lungs that is opaque, weighted by how sure the network is, 0..1. About 0.00 to
            0.01 in normal scans, 0.15 to 0.2 in COVID-19 pneumonia (the network's card).
    """

    lungs: npt.NDArray[np.uint8]
    opacities: npt.NDArray[np.uint8]
    lung_fraction: float
    opacity_extent: float

    @property
    def lung_mask(self) -> npt.NDArray[np.bool_]:
        """Where the network rather sees lung than not: bool (rows, columns)."""
        return self.lungs > LEVELS // 2


@dataclass(frozen=True, eq=False)
class LungReading:
    """What one forward pass of the lung network gives for one picture.

    Attributes:
        finding: The maps and what follows from them.
        features: float32 (channels, rows, columns), the features between encoder and decoder.
    """

    finding: LungFinding
    features: npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class LungNetwork:
    """A checked lung network on an open runtime. Any number of threads may use it at once.

    Attributes:
        package: Weights and card.
        runtime: What runs them.
    """

    package: LungPackage
    runtime: "Runtime"

    def read(self, inputs: npt.NDArray[np.float32]) -> tuple[LungReading, ...]:
        """Draw lungs and opacities in a batch of prepared pictures, in one forward pass.

        Args:
            inputs: float32 (images, 1, size, size), from `prepare_input` with this network's card.

        Raises:
            DeviceOutOfMemoryError: Not even one image fits on the device.
        """
        spec = self.package.card.input
        expected = (spec.channels, spec.size, spec.size)
        if inputs.ndim != 4 or inputs.shape[1:] != expected:
            raise ValueError(f"expected inputs of shape (images, {expected}), got {inputs.shape}")
        if inputs.shape[0] == 0:
            return ()
        output = self.runtime.run(np.ascontiguousarray(inputs, dtype=np.float32))
        return tuple(
            LungReading(finding_of(maps), features)
            for maps, features in zip(output.logits, output.features, strict=True)
        )


def load_lung_network(package: LungPackage | None = None, device: "DeviceChoice | None" = None) -> LungNetwork:
    """Make the lung network ready.

    Args:
        package: The network, None for the bundled one.
        device: Where to run it, None for the fastest here.

    Raises:
        DeviceUnavailableError: The device asked for cannot be had here.
        InvalidModelPackageError: The package is damaged.
        ModelHashMismatchError: Its weights are not the card's.
    """
    from core.model.runtime import DeviceChoice, open_runtime

    chosen = package if package is not None else bundled_lung_package()
    return LungNetwork(chosen, open_runtime(chosen, device if device is not None else DeviceChoice.AUTO))


def bundled_lung_package() -> LungPackage:
    """The lung network that ships with Hilum, checked.

    Raises:
        InvalidModelPackageError: The installation is damaged.
        ModelHashMismatchError: Its weights were changed.
    """
    return load_lung_package(bundled_directory(BUNDLED_LUNGS))


def load_lung_package(directory: "Path") -> LungPackage:
    """Read and check a lung network's package.

    Args:
        directory: Folder with `card.json` and the weights file it names.

    Raises:
        InvalidModelPackageError: A file is missing or unreadable, or the card is wrong.
        ModelHashMismatchError: The weights are not the ones the card was written for.
    """
    card = read_lung_card(read_card_text(directory / CARD_NAME), directory / CARD_NAME)
    package = NetworkPackage(directory, card)
    check_hash(package.weights_path, card.weights.sha256)
    if card.gate is not None:
        check_hash(directory / card.gate.file, card.gate.sha256)
    return package


def finding_of(logits: npt.NDArray[np.float32]) -> LungFinding:
    """What the network's maps mean.

    Args:
        logits: float32 (2, rows, columns), before the sigmoid.

    Source: the card's `derived` quantities: the extent is the opacity summed within the lungs over the lungs' pixel
        count plus one.
    """
    if logits.ndim != 3 or logits.shape[0] != MAPS:
        raise ValueError(f"expected {MAPS} maps, got {logits.shape}")
    mask = logits[LUNG_MAP] > 0
    pixels = int(np.count_nonzero(mask))
    probabilities = _sigmoid(logits)
    extent = float(probabilities[OPACITY_MAP][mask].sum(dtype=np.float64)) / (pixels + 1)
    levels = np.rint(probabilities * LEVELS).astype(np.uint8)
    return LungFinding(levels[LUNG_MAP], levels[OPACITY_MAP], pixels / mask.size, extent)


def _sigmoid(logits: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    # By tanh, which neither overflows nor warns.
    half: npt.NDArray[np.float32] = np.tanh(logits * np.float32(0.5))
    return (half + np.float32(1)) * np.float32(0.5)
