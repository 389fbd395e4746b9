"""Does the search for copies find those that it should, and no others, and how long does it take?

    python tests/benchmarks/duplicates.py [--data ../shared/data] [--copies 300] [--montage FILE]

Copies are made of real radiographs: each is resized and re-encoded as JPEG, and either cropped by up to 5% a side,
mirrored, changed in brightness, contrast and gamma, or all of this. Recall is the share of copies that are grouped
with their original. Public collections hold copies of their own, so the search is run without the made copies first:
a group counts as false where it joins originals that are not joined then. What is joined then is listed, and drawn
into a montage, to be judged by eye. Seconds are those after decoding.
"""

import argparse
import io
import os
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter, process_time

# As both entry points do, before numpy is imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import numpy.typing as npt
from measuring import describe_machine
from PIL import Image

from core.imaging.greyscale import render
from core.imaging.reading import read_radiograph
from core.model.input import InputSpec, resize_display
from core.model.package import bundled_package
from core.training.dataset import LabelledImage
from core.training.duplicates import find_duplicates
from core.training.image_cache import TrainingImages, load_training_images
from core.training.reading import read_labelled_data

Grey = npt.NDArray[np.uint8]
Groups = tuple[tuple[int, ...], ...]
SIZES = (1200, 5000)
LARGEST_CROP = 0.05


def cropped(picture: Grey, random: np.random.Generator) -> Grey:
    """Up to 5% cut away at each side: fully, partly or not at all."""
    shares = [random.choice([0.0, LARGEST_CROP, random.uniform(0, LARGEST_CROP)], p=[0.2, 0.5, 0.3]) for _ in range(4)]
    (top, bottom, left, right), (rows, columns) = shares, picture.shape
    return picture[int(top * rows) : rows - int(bottom * rows), int(left * columns) : columns - int(right * columns)]


def mirrored(picture: Grey, random: np.random.Generator) -> Grey:
    """Left and right exchanged."""
    return picture[:, ::-1]


def relit(picture: Grey, random: np.random.Generator) -> Grey:
    """Another gamma, contrast and brightness."""
    curved = (picture / 255.0) ** random.uniform(0.7, 1.4)
    lit = (curved - 0.5) * random.uniform(0.7, 1.3) + 0.5 + random.uniform(-0.15, 0.15)
    return (np.clip(lit, 0, 1) * 255).astype(np.uint8)


def everything(picture: Grey, random: np.random.Generator) -> Grey:
    """All of these."""
    return relit(mirrored(cropped(picture, random), random), random)


def unchanged(picture: Grey, random: np.random.Generator) -> Grey:
    """Only resized and re-encoded, as all copies are."""
    return picture


CHANGES: tuple[Callable[[Grey, np.random.Generator], Grey], ...] = (
    cropped,
    cropped,
    unchanged,
    mirrored,
    relit,
    everything,
)


def resized_and_recompressed(picture: Grey, random: np.random.Generator) -> Grey:
    """40 to 100% of the size, JPEG quality 40 to 90."""
    image = Image.fromarray(np.ascontiguousarray(picture))
    scale = random.uniform(0.4, 1.0)
    buffer = io.BytesIO()
    small = image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.BICUBIC)
    small.save(buffer, "JPEG", quality=int(random.integers(40, 91)))
    return np.asarray(Image.open(buffer))


def with_copies(images: TrainingImages, count: int, spec: InputSpec) -> tuple[TrainingImages, list[tuple[int, str]]]:
    """The images and copies behind them, and of each copy its original and what was done to it."""
    random = np.random.default_rng(0)
    made: list[Grey] = []
    origins: list[tuple[int, str]] = []
    for number, original in enumerate(random.choice(len(images.pixels), count, replace=False)):
        change = CHANGES[number % len(CHANGES)]
        picture = change(render(read_radiograph(images.dataset.images[original].path)), random)
        made.append(resize_display(resized_and_recompressed(picture, random), spec))
        origins.append((int(original), change.__name__))
    labelled = tuple(LabelledImage(Path(f"copy {number}"), images.dataset.classes[0]) for number in range(count))
    dataset = replace(images.dataset, images=(*images.dataset.images, *labelled))
    hashes = (*images.sha256, *(f"copy {number}" for number in range(count)))
    return TrainingImages(dataset, np.concatenate([images.pixels, np.stack(made)]), hashes), origins


def part_of(images: TrainingImages, count: int) -> TrainingImages:
    """Images spread evenly, without what is known of the files."""
    chosen = np.linspace(0, len(images.pixels) - 1, count).astype(int)
    dataset = replace(images.dataset, images=tuple(images.dataset.images[number] for number in chosen))
    return TrainingImages(dataset, images.pixels[chosen], tuple(images.sha256[number] for number in chosen))


def measure(images: TrainingImages, copies: int, spec: InputSpec) -> Groups:
    """Print recall, false groups and time; the groups among the originals alone."""
    own = find_duplicates(images)
    together, origins = with_copies(images, copies, spec)
    started, cpu_started = perf_counter(), process_time()
    groups = find_duplicates(together)
    seconds, cpu_seconds = perf_counter() - started, process_time() - cpu_started
    group_of = {number: group for group, members in enumerate(groups) for number in members}
    count = len(images.pixels)
    found, of = Counter[str](), Counter[str]()
    for number, (original, change) in enumerate(origins, start=count):
        of[change] += 1
        found[change] += number in group_of and group_of[number] == group_of.get(original)
    joined = {frozenset(group) for group in own}
    originals = [frozenset(number if number < count else origins[number - count][0] for number in g) for g in groups]
    false = [members for members in originals if len(members) > 1 and not any(members <= group for group in joined)]
    kinds = ", ".join(f"{change} {found[change]}/{of[change]}" for change in of)
    print(
        f"{len(together.pixels):,} images, {copies} of them made copies: recall {found.total() / copies:.1%} ({kinds});"
        f" {len(false)} of {len(groups)} groups false ({len(false) / len(groups):.1%});"
        f" {seconds:.0f} s ({cpu_seconds:.0f} s of processor time);"
        f" {len(own)} groups among the originals themselves",
        flush=True,
    )
    return own


def draw(images: TrainingImages, groups: Groups, path: Path) -> None:
    """The groups as rows of pictures."""
    size = images.pixels.shape[1]
    sheet = np.zeros((size * ((len(groups) + 2) // 3), size * 6 + 40), dtype=np.uint8)
    for number, group in enumerate(groups):
        for place, member in enumerate(group[:2]):
            row, column = number // 3 * size, number % 3 * (2 * size + 20) + place * size
            sheet[row : row + size, column : column + size] = images.pixels[member]
    Image.fromarray(sheet).save(path)


def main() -> int:
    """Measure; 2 without the data."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = Path(__file__).resolve().parents[3] / "shared" / "data"
    parser.add_argument("--data", type=Path, default=default, help="folder with paper_protocol and training_pool")
    parser.add_argument("--copies", type=int, default=300, help="how many copies are made")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="how many images, copies among them")
    parser.add_argument("--montage", type=Path, help="draw what is grouped among the originals of the largest size")
    options = parser.parse_args()
    if not (options.data / "index.csv").is_file():
        print(f"no index.csv in {options.data}")
        return 2
    print(describe_machine())
    spec = bundled_package().card.input
    images, _ = load_training_images(read_labelled_data(options.data), spec)
    for size in options.sizes:
        some = part_of(images, min(size - options.copies, len(images.pixels)))
        own = measure(some, options.copies, spec)
    for group in own:
        print("  grouped: " + " = ".join(some.dataset.images[number].path.name for number in group))
    if options.montage is not None:
        draw(some, own, options.montage)
    return 0


if __name__ == "__main__":
    sys.exit(main())
