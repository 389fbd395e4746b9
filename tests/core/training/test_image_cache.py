import dataclasses
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import DamagedFileError, EmptyFileError, JobCancelledError, MissingFileError
from core.imaging.greyscale import render
from core.imaging.reading import read_radiograph
from core.jobs import CancellationToken, JobContext
from core.model.input import InputSpec, resize_display
from core.model.package import bundled_package
from core.training import image_cache
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.events import ImagesPrepared
from core.training.image_cache import load_training_images
from core.training.reading import read_labelled_data


@pytest.fixture
def spec() -> InputSpec:
    return bundled_package().card.input


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six pictures of two classes; one of them a DICOM-free copy of another."""
    random = np.random.default_rng(0)
    for number in range(6):
        path = tmp_path / "data" / "AB"[number % 2] / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(random.integers(0, 256, (40 + number, 50), dtype=np.uint8)).save(path)
    return tmp_path / "data"


@pytest.fixture
def no_decoding(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise AssertionError(f"decoded {path}")

    monkeypatch.setattr(image_cache, "read_radiograph", refuse)


def test_pictures_are_those_a_person_sees_at_the_networks_size(folder: Path, spec: InputSpec) -> None:
    events: list[ImagesPrepared] = []
    images, unreadable = load_training_images(read_labelled_data(folder), spec, None, JobContext(report=events.append))
    assert unreadable == ()
    assert images.pixels.shape == (6, 224, 224)
    assert images.pixels.dtype == np.uint8
    for image, pixels, facts in zip(images.dataset.images, images.pixels, images.facts, strict=True):
        assert np.array_equal(pixels, resize_display(render(read_radiograph(image.path)), spec))
        assert (facts.rows, facts.columns) == (40 + int(image.path.stem), 50)
    assert events[-1] == ImagesPrepared(6, 6)


def test_a_second_time_nothing_is_decoded(
    folder: Path, spec: InputSpec, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    dataset = read_labelled_data(folder)
    first, _ = load_training_images(dataset, spec, tmp_path / "cache")
    request.getfixturevalue("no_decoding")
    second, _ = load_training_images(dataset, spec, tmp_path / "cache")
    assert isinstance(second.pixels, np.memmap)
    assert np.array_equal(first.pixels, second.pixels)
    assert (first.sha256, first.facts) == (second.sha256, second.facts)
    assert not second.pixels.flags.writeable


def test_a_changed_image_or_size_is_not_taken_from_the_cache(folder: Path, spec: InputSpec, tmp_path: Path) -> None:
    dataset = read_labelled_data(folder)
    before, _ = load_training_images(dataset, spec, tmp_path / "cache")
    small, _ = load_training_images(dataset, dataclasses.replace(spec, size=64, crop=None), tmp_path / "cache")
    assert small.pixels.shape == (6, 64, 64)
    Image.new("L", (40, 40), 77).save(dataset.images[2].path)
    after, _ = load_training_images(dataset, spec, tmp_path / "cache")
    assert (after.pixels[2] == 77).all()
    assert np.array_equal(after.pixels[3], before.pixels[3])


@pytest.mark.parametrize("suffix", [".npy", ".json"])
@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "remove"])
def test_a_damaged_cache_is_made_anew(folder: Path, spec: InputSpec, tmp_path: Path, suffix: str, damage: str) -> None:
    dataset = read_labelled_data(folder)
    sound = np.array(load_training_images(dataset, spec, tmp_path / "cache")[0].pixels)
    (file,) = (tmp_path / "cache").glob(f"*{suffix}")
    content = file.read_bytes()
    middle = len(content) // 2
    match damage:
        case "flip":
            file.write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])
        case "cut":
            file.write_bytes(content[:middle])
        case "empty":
            file.write_bytes(b"")
        case _:
            file.unlink()
    images, _ = load_training_images(dataset, spec, tmp_path / "cache")
    assert np.array_equal(images.pixels, sound)
    assert all(fact.rows in range(40, 46) for fact in images.facts)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX")
def test_without_room_for_a_cache_the_pictures_stay_in_memory(folder: Path, spec: InputSpec, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    images, _ = load_training_images(read_labelled_data(folder), spec, blocked / "cache")
    assert images.pixels.shape == (6, 224, 224)
    if Path("/dev/full").exists():
        (tmp_path / "cache").mkdir()
        dataset = read_labelled_data(folder)
        load_training_images(dataset, spec, tmp_path / "cache")
        (made,) = (tmp_path / "cache").glob("*.npy")
        made.unlink()
        made.with_name(f"{made.name}.partial").symlink_to("/dev/full")
        images, _ = load_training_images(dataset, spec, tmp_path / "cache")
        assert images.pixels.shape == (6, 224, 224)
        assert not made.exists()


def test_unreadable_images_are_named_and_the_others_kept(folder: Path, spec: InputSpec, tmp_path: Path) -> None:
    damaged = folder / "A" / "2.png"
    damaged.write_bytes(damaged.read_bytes()[:500])
    (folder / "B" / "3.png").write_bytes(b"")
    dataset = read_labelled_data(folder)
    missing = LabelledImage(folder / "A" / "9.png", "A")
    dataset = LabelledDataset(dataset.root, dataset.classes, (*dataset.images, missing))
    for _ in range(2):  # The second time with the cache.
        images, unreadable = load_training_images(dataset, spec, tmp_path / "cache")
        kinds = {item.image.path.name: type(item.error) for item in unreadable}
        assert kinds == {"2.png": DamagedFileError, "3.png": EmptyFileError, "9.png": MissingFileError}
        assert [image.path.name for image in images.dataset.images] == ["0.png", "4.png", "1.png", "5.png"]
        assert len(images.pixels) == len(images.sha256) == len(images.facts) == 4


def test_loading_can_be_stopped_and_leaves_nothing(folder: Path, spec: InputSpec, tmp_path: Path) -> None:
    token = CancellationToken()

    def stop_soon(event: ImagesPrepared) -> None:
        if event.done == 2:
            token.cancel()

    with pytest.raises(JobCancelledError):
        load_training_images(read_labelled_data(folder), spec, tmp_path / "cache", JobContext(stop_soon, token))
    assert not list(tmp_path.glob("cache/*"))


def test_only_the_last_used_files_are_kept(folder: Path, spec: InputSpec, tmp_path: Path) -> None:
    dataset = read_labelled_data(folder)
    for size in range(16, 24):
        load_training_images(dataset, dataclasses.replace(spec, size=size, crop=None), tmp_path / "cache")
    assert len(list((tmp_path / "cache").glob("*.npy"))) == len(list((tmp_path / "cache").glob("*.json"))) == 4
