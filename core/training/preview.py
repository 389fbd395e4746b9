"""Variants of one image, as training would see them: the paper's Figure 3. torch is imported on first use."""

import numpy as np

from core.imaging.radiograph import DisplayPixels
from core.model.input import InputSpec, resize_display
from core.training.plan import Augmentation


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
