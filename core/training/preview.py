"""What training makes of an image, for a person to look at. torch is imported on first use.

Variants by augmentation are the paper's Figure 3; composites are what training against shortcuts makes of two images.
"""

from dataclasses import dataclass

import numpy as np

from core.imaging.radiograph import DisplayPixels
from core.model.input import InputSpec, resize_display
from core.model.lungs import LungNetwork
from core.training.plan import Augmentation


@dataclass(frozen=True, eq=False)
class Composites:
    """Two images and what comes of them, equalised as the network sees them: uint8 (size, size) each.

    Attributes:
        own: The image that gives label and lungs.
        body: The image that gives the body.
        composite: The lungs in that body.
        mixed: The same with the body's image's amplitudes mixed into its spectrum.
    """

    own: DisplayPixels
    body: DisplayPixels
    composite: DisplayPixels
    mixed: DisplayPixels


def preview_variants(
    pixels: DisplayPixels, augmentation: Augmentation, spec: InputSpec, count: int, seed: int
) -> tuple[DisplayPixels, ...]:
    """Vary one image at random, and show it to a person: before it is equalised for the network.

    The same seed draws the same numbers whatever is switched on, so that moving one slider changes one thing.

    Args:
        pixels: uint8 (rows, columns), displayed; brought to the network's size where it has another.
        augmentation: What varies.
        spec: The network's input.
        count: How many variants.
        seed: Of the random numbers.

    Returns:
        `count` pictures, uint8 (spec.size, spec.size).
    """
    import torch

    from core.training.augmentation import RandomVariations

    if pixels.shape != (spec.size, spec.size):
        pixels = resize_display(pixels, spec)
    if count == 0:
        return ()
    grey = torch.from_numpy(pixels.astype(np.float32) / 255).expand(count, 1, -1, -1)
    varied = RandomVariations(augmentation)(grey, torch.Generator().manual_seed(seed))
    return tuple((varied[:, 0] * 255).round().to(torch.uint8).numpy())


def preview_composites(
    own: DisplayPixels, body: DisplayPixels, spec: InputSpec, network: LungNetwork, seed: int
) -> Composites | None:
    """Put one image's lungs into another's body, and mix the spectrum.

    Args:
        own: uint8 (rows, columns), displayed, whose lungs are taken; brought to the network's size.
        body: The same, that they are put into.
        spec: The network's input.
        network: Finds the lungs.
        seed: Of the share of the spectrum that is mixed.

    Returns:
        The pictures; None where one of the images has no plausible lungs.
    """
    import torch

    from core.training.composites import Composer, Partners
    from core.training.lung_maps import find_lungs
    from core.training.recipes import MOST_MIXED

    pixels = np.stack([resize_display(picture, spec) for picture in (own, body)])
    lungs = find_lungs(pixels, network)
    if not lungs.is_plausible.all():
        return None
    resident = torch.from_numpy(pixels)
    composer = Composer(lambda numbers: resident[torch.from_numpy(numbers)], lungs, spec)
    share = MOST_MIXED * np.random.default_rng(seed).uniform(0.5, 1.0)
    # In turn: either image as it is, the lungs moved, and the spectrum mixed as well.
    samples, bodies = np.array([0, 1, 0, 0]), np.array([0, 1, 1, 1])
    spectra, shares = np.array([0, 1, 0, 1]), np.array([0, 0, 0, share], dtype=np.float32)
    return Composites(*composer.compose(Partners(samples, bodies, spectra, shares)).numpy())
