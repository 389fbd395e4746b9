"""Copies of PNG, JPEG, TIFF and other pictures: what stands beside the picture is gone, the picture stays."""

import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from core.errors import UnsupportedImageError
from core.imaging.pixel_mask import PixelMask
from core.imaging.reading import read_radiograph
from core.interchange.deidentification.copying import deidentify_files
from core.interchange.deidentification.jpeg_segments import strip_jpeg
from core.interchange.deidentification.options import DeidentificationOptions
from core.interchange.deidentification.report import CopiedFile
from core.jobs import JobContext

SECRET = b"PLANTED"
ORIENTATION, DESCRIPTION = 0x0112, 0x010E


def picture(rows: int = 48, columns: int = 64) -> np.ndarray:
    down, right = np.mgrid[0:rows, 0:columns]
    return ((down * 5 + right * 3) % 251).astype(np.uint8)


def copy_of(path: Path, folder: Path, *masks: PixelMask) -> CopiedFile:
    report = deidentify_files([path], folder, DeidentificationOptions(masks=masks), JobContext())
    assert [file.error for file in report.failed] == []
    assert SECRET not in report.table.read_bytes()
    return report.copied[0]


def jpeg(path: Path, orientation: int = 1, *, progressive: bool = False, colour: bool = False) -> Path:
    """A JPEG with an identity in each place that such a file has."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[DESCRIPTION] = orientation, "PLANTED name"
    pixels = picture()
    image = Image.fromarray(np.stack([pixels, pixels[::-1], pixels], axis=-1) if colour else pixels)
    image.save(path, "JPEG", exif=exif, comment=SECRET, icc_profile=b"PLANTED profile", progressive=progressive)
    path.write_bytes(path.read_bytes() + b"PLANTED behind the end")
    return path


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_jpeg_keeps_its_compressed_picture(tmp_path: Path, progressive: bool, colour: bool, orientation: int) -> None:
    original = jpeg(tmp_path / "a.jpg", orientation, progressive=progressive, colour=colour)
    file = copy_of(original, tmp_path / "copies")
    content = file.copies[0].read_bytes()
    assert SECRET not in content
    assert content.endswith(b"\xff\xd9")
    assert file.copies[0].suffix == ".jpg"
    assert np.array_equal(read_radiograph(original).stored, read_radiograph(file.copies[0]).stored)
    scan = original.read_bytes().partition(b"\xff\xda")[2].partition(b"\xff\xd9")[0]
    assert scan in content
    names = {change.name for change in file.changes}
    assert {"Exif data", "JPEG comment", "colour profile", "bytes behind the picture"} <= names


def test_a_masked_jpeg_becomes_png_and_loses_nothing_else(tmp_path: Path) -> None:
    original = jpeg(tmp_path / "a.jpg", 6)
    file = copy_of(original, tmp_path / "copies", PixelMask(0, 0, 10, 20))
    assert file.copies[0].suffix == ".png"
    before, after = read_radiograph(original).stored, read_radiograph(file.copies[0]).stored
    covered = np.zeros(before.shape, dtype=bool)
    covered[:10, :20] = True
    assert np.array_equal(before[~covered], after[~covered])
    assert len(np.unique(after[covered])) == 1
    assert SECRET not in file.copies[0].read_bytes()


@pytest.mark.parametrize("suffix", [".png", ".tif", ".bmp", ".webp"])
@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "P", "I;16", "1"])
def test_other_pictures_become_png_without_loss(tmp_path: Path, suffix: str, mode: str) -> None:
    if (suffix, mode) in {(".bmp", "RGBA"), (".bmp", "I;16"), (".webp", "P"), (".webp", "I;16"), (".webp", "1")}:
        pytest.skip("the format has no such pictures")
    grey = picture()
    image = Image.fromarray(grey.astype(np.uint16) * 200) if mode == "I;16" else Image.fromarray(grey).convert(mode)
    original = tmp_path / f"a{suffix}"
    info = PngInfo()
    info.add_text("Patient", "PLANTED name")
    exif = Image.Exif()
    exif[DESCRIPTION] = "PLANTED name"
    options = {".png": {"pnginfo": info}, ".tif": {"exif": exif}, ".webp": {"exif": exif, "lossless": True}}
    image.save(original, **options.get(suffix, {}))
    (copy,) = copy_of(original, tmp_path / "copies").copies
    assert copy.suffix == ".png"
    assert SECRET not in copy.read_bytes()
    before, after = read_radiograph(original), read_radiograph(copy)
    assert np.array_equal(before.stored, after.stored)
    assert before.inverse == after.inverse


def test_pages_become_pictures_of_their_own(tmp_path: Path) -> None:
    pages = [Image.fromarray(np.roll(picture(), 5 * number)) for number in range(3)]
    original = tmp_path / "a.tif"
    pages[0].save(original, save_all=True, append_images=pages[1:])
    copies = copy_of(original, tmp_path / "copies").copies
    assert len(set(copies)) == 3
    for page, copy in zip(pages, copies, strict=True):
        assert np.array_equal(np.asarray(page), np.asarray(Image.open(copy)))


def test_a_film_stored_with_white_at_zero_looks_the_same(tmp_path: Path) -> None:
    original = tmp_path / "a.tif"
    Image.fromarray(picture()).save(original, tiffinfo={262: 0})
    (copy,) = copy_of(original, tmp_path / "copies").copies
    before, after = read_radiograph(original), read_radiograph(copy)
    shown = 255 - before.stored if before.inverse else before.stored
    assert np.array_equal(shown, after.stored)


def test_a_mask_covers_what_was_see_through(tmp_path: Path) -> None:
    original = tmp_path / "a.png"
    pixels = np.dstack([picture()] * 3 + [np.zeros((48, 64), np.uint8)])
    Image.fromarray(pixels).save(original)
    (copy,) = copy_of(original, tmp_path / "copies", PixelMask(0, 0, 8, 8)).copies
    assert np.all(np.asarray(Image.open(copy))[:8, :8] == [0, 0, 0, 255])


def test_what_png_cannot_hold_is_refused(tmp_path: Path) -> None:
    original = tmp_path / "a.tif"
    Image.fromarray(picture().astype(np.float32)).save(original)
    report = deidentify_files([original], tmp_path / "copies", DeidentificationOptions(), JobContext())
    assert [type(file.error) for file in report.failed] == [UnsupportedImageError]


@given(st.data())
def test_a_broken_jpeg_is_refused_or_still_the_picture(data: st.DataObject) -> None:
    buffer = io.BytesIO()
    Image.fromarray(picture()).save(buffer, "JPEG", comment=SECRET)
    whole = buffer.getvalue()
    cut = data.draw(st.integers(0, len(whole)))
    damaged = whole[:cut] + data.draw(st.binary(max_size=6)) + whole[cut + data.draw(st.integers(0, 4)) :]
    try:
        stripped, _ = strip_jpeg(damaged, 1)
    except ValueError:
        return
    assert stripped.startswith(b"\xff\xd8")
    assert stripped.endswith(b"\xff\xd9")
    again, removed = strip_jpeg(stripped, 1)
    # Nothing is left to be taken out a second time.
    assert again == stripped
    assert set(removed) <= {"JFIF header (a plain one was written)"}
