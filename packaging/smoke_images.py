"""Draw labelled images to train on, each another chest, of which one class has bright patches in the lungs.

smoke_images.py FOLDER COUNT
"""

import sys
from pathlib import Path

import numpy as np
from PIL import Image

ROWS, COLUMNS = 300, 320


def main() -> None:
    """Write the images, half of each class."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    for number in range(count):
        is_positive = bool(number % 2)
        target = folder / ("COVID-19" if is_positive else "Non-COVID-19") / f"{number:03}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(chest(np.random.default_rng(number), is_positive)).save(target)


def chest(random: np.random.Generator, is_positive: bool) -> np.ndarray:
    """A drawing with what tells chests apart: lungs, heart, ribs and shades of their own, (300, 320), 0 to 255."""
    rows, columns = np.mgrid[0:ROWS, 0:COLUMNS].astype(np.float32)
    pixels = 120 + 40 * shades(random)
    for side in (-1, 1):
        row, column = 150 + random.normal(0, 18), 160 + side * (70 + random.normal(0, 10))
        height, width = 95 + random.normal(0, 15), 48 + random.normal(0, 8)
        inside = ((rows - row) / height) ** 2 + ((columns - column) / width) ** 2
        pixels -= 85 * np.exp(-np.maximum(inside - 0.6, 0) * 4)
        spacing, tilt = 22 + random.normal(0, 4), random.normal(0.25, 0.1)
        pixels += 14 * (np.sin(2 * np.pi * (rows + side * tilt * columns) / spacing + random.uniform(0, 6)) > 0.6)
        if is_positive:
            pixels += 60 * blob(rows, columns, row + random.uniform(-50, 50), column + random.uniform(-15, 15), 22)
    pixels += 70 * blob(rows, columns, 190 + random.normal(0, 12), 185 + random.normal(0, 12), 45)
    return np.clip(pixels + random.normal(0, 5, pixels.shape), 0, 255).astype(np.uint8)


def blob(rows: np.ndarray, columns: np.ndarray, row: float, column: float, radius: float) -> np.ndarray:
    """A soft round patch, 0 to 1."""
    return np.asarray(np.exp(-(((rows - row) / radius) ** 2) - ((columns - column) / radius) ** 2))


def shades(random: np.random.Generator) -> np.ndarray:
    """Smooth shades over the whole image, about -1 to 1."""
    coarse = Image.fromarray(random.normal(0, 1, (6, 6)).astype(np.float32))
    return np.asarray(coarse.resize((COLUMNS, ROWS), Image.Resampling.BICUBIC))


if __name__ == "__main__":
    main()
