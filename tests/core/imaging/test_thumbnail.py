from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageOps

from core.errors import DamagedFileError, HilumError, MissingFileError
from core.imaging.greyscale import render
from core.imaging.reading import read_radiograph
from core.imaging.thumbnail import read_thumbnail


def gradient(rows: int, columns: int) -> Image.Image:
    return Image.fromarray(
        np.add.outer(np.arange(rows) * 100 / rows, np.arange(columns) * 150 / columns).astype(np.uint8)
    )


@pytest.mark.parametrize("name", ["x.jpg", "x.png", "x.tif", "x.webp"])
def test_thumbnail_is_the_small_picture(tmp_path: Path, name: str) -> None:
    gradient(900, 600).save(tmp_path / name)

    thumbnail = read_thumbnail(tmp_path / name, 90)

    assert (thumbnail.shape, thumbnail.dtype) == ((90, 60), np.uint8)
    expected = np.asarray(gradient(900, 600).resize((60, 90), Image.Resampling.BOX), dtype=int)
    assert np.abs(thumbnail.astype(int) - expected).max() <= 4


@pytest.mark.parametrize("orientation", range(1, 9))
def test_jpeg_thumbnails_are_upright(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    gradient(400, 800).save(tmp_path / "x.jpg", exif=exif)

    thumbnail = read_thumbnail(tmp_path / "x.jpg", 80)

    upright = ImageOps.exif_transpose(Image.open(tmp_path / "x.jpg"))
    expected = np.asarray(upright.resize(thumbnail.shape[::-1], Image.Resampling.BOX), dtype=int)
    assert max(thumbnail.shape) == 80
    assert np.abs(thumbnail.astype(int) - expected).max() <= 4


def test_small_pictures_are_not_enlarged(tmp_path: Path) -> None:
    gradient(20, 30).save(tmp_path / "x.png")

    assert read_thumbnail(tmp_path / "x.png", 128).shape == (20, 30)


def test_long_narrow_pictures_keep_a_row(tmp_path: Path) -> None:
    Image.new("L", (5000, 2)).save(tmp_path / "x.png")

    assert read_thumbnail(tmp_path / "x.png", 64).shape == (1, 64)


@pytest.mark.parametrize("name", ["RG1_UNCR.dcm", "RG3_J2KR.dcm"])
def test_dicom_thumbnails_are_the_right_way_round(example_dicom: Callable[[str], Path], name: str) -> None:
    path = example_dicom(name)

    thumbnail = read_thumbnail(path, 100)

    radiograph = read_radiograph(path)
    full = Image.fromarray(render(radiograph)).resize(thumbnail.shape[::-1], Image.Resampling.BOX)
    assert max(thumbnail.shape) == 100
    assert np.abs(thumbnail.astype(int) - np.asarray(full, dtype=int)).mean() < 4


def test_damage_and_absence_are_told_apart(tmp_path: Path) -> None:
    gradient(200, 200).save(tmp_path / "x.jpg")
    (tmp_path / "cut.jpg").write_bytes((tmp_path / "x.jpg").read_bytes()[:600])

    with pytest.raises(DamagedFileError):
        read_thumbnail(tmp_path / "cut.jpg", 64)
    with pytest.raises(MissingFileError):
        read_thumbnail(tmp_path / "no.jpg", 64)
    assert issubclass(DamagedFileError, HilumError)
