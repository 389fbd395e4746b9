"""Copies of made-up chests. Real radiographs are measured by `tests/benchmarks/duplicates.py`."""

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from core.errors import JobCancelledError
from core.jobs import CancellationToken, JobContext
from core.model.input import resize_display
from core.model.package import bundled_package
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.duplicates import find_duplicates, find_exact_duplicates
from core.training.image_cache import TrainingImages

Grey = npt.NDArray[np.uint8]


def chest(seed: int, rows: int = 300, columns: int = 330) -> Grey:
    """Two dark lungs in a bright body with a texture that is nobody else's: alike from afar, as real ones are."""
    random = np.random.default_rng(seed)
    y, x = np.mgrid[-1 : 1 : rows * 1j, -1 : 1 : columns * 1j]
    grey = 0.75 - 0.1 * y
    for side in (-1, 1):
        centre, width = side * random.normal(0.45, 0.02), random.normal(0.32, 0.02)
        grey -= 0.5 * np.exp(-((((x - centre) / width) ** 2 + (y / random.normal(0.75, 0.02)) ** 2) ** 2))
    grey += 0.03 * np.sin(22 * (y + 0.35 * x * x) + random.uniform(0, 6))
    # Amplitudes that fall with the frequency, as those of radiographs do.
    frequency = np.hypot(np.fft.fftfreq(rows, 1 / rows)[:, np.newaxis], np.fft.rfftfreq(columns, 1 / columns))
    texture = np.fft.irfft2(np.fft.rfft2(random.normal(size=grey.shape)) / (5 + frequency) ** 1.5, grey.shape)
    grey += 0.06 * texture / texture.std()
    return (np.clip(grey, 0, 1) * 255).astype(np.uint8)


def images_of(*pictures: Grey) -> TrainingImages:
    spec = bundled_package().card.input
    pixels = np.stack([resize_display(np.ascontiguousarray(picture), spec) for picture in pictures])
    images = tuple(LabelledImage(Path(f"/data/{number}.png"), "A") for number in range(len(pictures)))
    hashes = tuple(f"{number:064x}" for number in range(len(pictures)))
    return TrainingImages(LabelledDataset(Path("/data"), ("A",), images), pixels, hashes)


def recompressed(picture: Grey, scale: float = 0.6, quality: int = 60) -> Grey:
    image = Image.fromarray(np.ascontiguousarray(picture))
    buffer = io.BytesIO()
    image.resize((round(image.width * scale), round(image.height * scale))).save(buffer, "JPEG", quality=quality)
    return np.asarray(Image.open(buffer))


def cropped(picture: Grey, top: float, bottom: float, left: float, right: float) -> Grey:
    rows, columns = picture.shape
    return picture[round(top * rows) : round((1 - bottom) * rows), round(left * columns) : round((1 - right) * columns)]


def curved(picture: Grey, gamma: float, gain: float, offset: float) -> Grey:
    return (np.clip((picture / 255) ** gamma * gain + offset, 0, 1) * 255).astype(np.uint8)


COPIES: dict[str, Callable[[Grey], Grey]] = {
    "resized and re-encoded": recompressed,
    "badly re-encoded": lambda picture: recompressed(picture, 0.5, 35),
    "another aspect": lambda picture: np.asarray(Image.fromarray(picture).resize((300, 500))),
    "brighter": lambda picture: recompressed(curved(picture, 0.7, 1.0, 0.1)),
    "darker with less contrast": lambda picture: recompressed(curved(picture, 1.4, 0.7, 0.0)),
    "cropped all round": lambda picture: recompressed(cropped(picture, 0.05, 0.05, 0.05, 0.05)),
    "cropped on one side": lambda picture: recompressed(cropped(picture, 0.05, 0.0, 0.0, 0.0)),
    "cropped on two sides": lambda picture: recompressed(cropped(picture, 0.0, 0.05, 0.05, 0.0)),
    "mirrored": lambda picture: recompressed(picture[:, ::-1]),
    "everything at once": lambda picture: recompressed(
        curved(cropped(picture, 0.04, 0.01, 0.05, 0.02)[:, ::-1], 0.8, 0.9, 0.05)
    ),
}


@pytest.fixture(scope="module")
def strangers() -> list[Grey]:
    return [chest(seed) for seed in range(40)]


@pytest.mark.parametrize("change", COPIES)
def test_a_changed_copy_is_found_among_strangers(change: str, strangers: list[Grey]) -> None:
    copies = [COPIES[change](strangers[number]) for number in (3, 7)]
    assert find_duplicates(images_of(*strangers, *copies)) == ((3, 40), (7, 41))


def test_copies_of_copies_are_one_group(strangers: list[Grey]) -> None:
    changes = ("cropped on one side", "mirrored", "brighter")
    copies = [COPIES[change](strangers[5]) for change in changes]
    assert find_duplicates(images_of(*copies, *strangers[:10])) == ((0, 1, 2, 8),)


def test_equal_pictures_are_found_without_looking_closely(strangers: list[Grey]) -> None:
    images = images_of(strangers[0], strangers[1], strangers[0], strangers[2], strangers[0])
    assert find_exact_duplicates(images) == ((0, 2, 4),)
    assert find_duplicates(images) == ((0, 2, 4),)


def test_equal_files_are_copies(strangers: list[Grey]) -> None:
    images = images_of(strangers[0], strangers[1])
    same_file = TrainingImages(images.dataset, images.pixels, ("f" * 64, "f" * 64))
    assert find_exact_duplicates(same_file) == ((0, 1),)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_images_are_no_difficulty(count: int, strangers: list[Grey]) -> None:
    images = images_of(*strangers[:2])
    few = TrainingImages(images.dataset, images.pixels[:count], images.sha256[:count])
    assert find_duplicates(few) == ()


def test_pictures_of_nothing_are_no_copies_of_one_another() -> None:
    random = np.random.default_rng(0)
    black, grey = np.zeros((60, 60), np.uint8), np.full((60, 60), 99, np.uint8)
    noises = [random.integers(0, 256, (300, 300), dtype=np.uint8) for _ in range(4)]
    assert find_duplicates(images_of(black, grey, *noises)) == ()


def test_the_search_can_be_stopped(strangers: list[Grey]) -> None:
    token = CancellationToken()
    token.cancel()
    with pytest.raises(JobCancelledError):
        find_duplicates(images_of(*strangers[:3]), JobContext(token=token))
