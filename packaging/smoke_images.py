"""Make labelled images to train on: cuts of the sample radiograph, of which one class has bright patches.

smoke_images.py FOLDER COUNT
"""

import sys
from pathlib import Path

import numpy as np
from PIL import Image


def main() -> None:
    """Write the images, half of each class."""
    from core.imaging.greyscale import render
    from core.imaging.reading import read_radiograph

    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    sample = next((Path(__file__).resolve().parent.parent / "build" / "sample").glob("*.dcm"))
    chest = Image.fromarray(render(read_radiograph(sample))).resize((360, 340))
    random = np.random.default_rng(0)
    for number in range(count):
        label = "COVID-19" if number % 2 else "Non-COVID-19"
        left, top = (int(value) for value in random.integers(0, 40, 2))
        pixels = np.asarray(chest.crop((left, top, left + 320, top + 300)), dtype=np.float32)
        pixels = pixels + random.normal(0, 6, pixels.shape)
        if number % 2:
            row, column = (int(value) for value in random.integers(90, 180, 2))
            pixels[row : row + 50, column : column + 60] += 40
        target = folder / label / f"{number:03}.png"
        target.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).save(target)


if __name__ == "__main__":
    main()
