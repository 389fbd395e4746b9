"""Pictures in which the lung network sees two lungs."""

import numpy as np
import numpy.typing as npt


def chest_phantom(seed: int, size: int = 224) -> npt.NDArray[np.uint8]:
    """A bright body with two dark ellipses for lungs, and noise: uint8 (size, size)."""
    rows, columns = np.mgrid[0:size, 0:size] / size
    picture = np.full((size, size), 170.0)
    for centre in (0.3, 0.7):
        picture[((columns - centre) / 0.14) ** 2 + ((rows - 0.48) / 0.3) ** 2 < 1] = 60
    picture[(rows < 0.1) | (columns < 0.05) | (columns > 0.95)] = 20
    noisy = picture + np.random.default_rng(seed).normal(0, 6, picture.shape)
    return np.clip(noisy, 0, 255).astype(np.uint8)
