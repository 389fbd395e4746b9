"""`hilum train-lungs`: from outlines to a package that reads a picture."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.model.lungs import load_lung_package
from core.model.runtime import DeviceChoice

pytest.importorskip("torch", reason="torch is not installed")

Hilum = Callable[..., tuple[int, str, str]]


@pytest.fixture
def outlines(tmp_path: Path) -> Path:
    """Five pictures with two dark fields and their outlines."""
    folder = tmp_path / "outlines"
    for name in ("images", "lungs", "opacities"):
        (folder / name).mkdir(parents=True)
    mask = np.zeros((112, 112), dtype=np.uint8)
    mask[25:85, 15:45] = mask[25:85, 65:95] = 255
    for number in range(5):
        noise = np.random.default_rng(number).integers(0, 30, mask.shape)
        Image.fromarray((190 - mask // 2 + noise).astype(np.uint8)).save(folder / "images" / f"{number}.png")
        Image.fromarray(mask).save(folder / "lungs" / f"{number}.png")
        Image.fromarray(mask // 255 * (number % 2) * 255).save(folder / "opacities" / f"{number}.png")
    return folder


def test_a_package_comes_out(hilum: Hilum, outlines: Path, tmp_path: Path) -> None:
    out = tmp_path / "lungs_ward"
    settings = ("--steps", 2, "--batch-size", 2, "--device", "cpu")
    status, _, err = hilum("train-lungs", outlines, "--negatives", outlines / "images", "--out", out, *settings)
    assert status == 0, err
    assert "Dice of the lungs" in err
    package = load_lung_package(out)
    assert package.card.name == "lungs_ward"
    assert {source.name for source in package.card.training.sources} == {
        "outlines",
        "images (opacity-free negatives)",
    }
    from core.model.lungs import load_lung_network

    network = load_lung_network(package, DeviceChoice.CPU)
    (reading,) = network.read(np.zeros((1, 1, 224, 224), dtype=np.float32))
    assert 0 <= reading.finding.lung_fraction <= 1

    status, _, err = hilum("train-lungs", outlines, "--out", out, *settings)
    assert status == 2
    assert "not empty" in err


def test_a_folder_without_outlines_is_told(hilum: Hilum, tmp_path: Path) -> None:
    status, _, err = hilum("train-lungs", tmp_path / "absent", "--out", tmp_path / "out")
    assert status == 2
    assert err.strip()
    assert not (tmp_path / "out").exists()
