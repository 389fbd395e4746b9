"""What the audit measures on files and pictures."""

import io
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.training.audit_details import EDGE_LINES, PictureDetails, picture_details
from core.training.audit_features import (
    joined,
    name_columns,
    number_columns,
    size_columns,
    without_gaps,
    word_columns,
)
from core.training.audit_files import details_matrix, measure_file
from core.training.audit_pictures import HiddenBoxes, outside_features, visible_cells

NAMES = ("cells", "corners", "edges", "histogram", "noise")


def smooth(rows: int = 120, columns: int = 100, seed: int = 0) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    coarse = np.random.default_rng(seed).integers(40, 200, (6, 6), dtype=np.uint8)
    return np.array(Image.fromarray(coarse).resize((columns, rows), Image.Resampling.BICUBIC))


def compressed(picture: np.ndarray[tuple[int, int], np.dtype[np.uint8]], quality: int) -> bytes:
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "JPEG", quality=quality)
    return file.getvalue()


@pytest.mark.parametrize("shape", [(1, 1), (3, 40), (17, 5), (31, 33), (300, 200)])
def test_details_are_finite_and_of_one_length_for_every_shape(shape: tuple[int, int]) -> None:
    usual = picture_details(smooth())
    odd = picture_details(np.full(shape, 7, dtype=np.uint8))
    for name in NAMES:
        assert getattr(odd, name).shape == getattr(usual, name).shape
        assert np.isfinite(getattr(odd, name)).all()


def test_marker_changes_its_corner_and_no_other() -> None:
    picture = smooth()
    marked = picture.copy()
    marked[3:9, 4:10] = 255
    before, after = picture_details(picture).corners, picture_details(marked).corners
    changed = (np.abs(after - before) > 1).reshape(4, -1).any(axis=1)
    assert changed.tolist() == [True, False, False, False]


def test_frame_is_measured_at_each_edge() -> None:
    framed = smooth()
    framed[:3] = framed[-3:] = 0
    framed[:, :3] = framed[:, -3:] = 0
    plain_lines = picture_details(framed).edges.reshape(4, 3 * EDGE_LINES + 1)[:, -1]
    assert plain_lines.tolist() == [3, 3, 3, 3]
    assert (picture_details(smooth()).edges.reshape(4, -1)[:, -1] == 0).all()


def test_hard_compression_leaves_blocks() -> None:
    def block_steps(quality: int) -> float:
        noisy = smooth(160, 160) // 2 + np.random.default_rng(1).integers(0, 60, (160, 160), dtype=np.uint8)
        pixels = np.asarray(Image.open(io.BytesIO(compressed(noisy, quality))))
        return float(picture_details(pixels).noise[-16:].reshape(2, 8)[:, 7].mean())

    assert block_steps(20) > block_steps(95) + 0.1


def test_hidden_part_of_a_picture_has_no_influence() -> None:
    boxes = HiddenBoxes(np.array([[0.25, 0.25, 0.75, 0.75]]), np.array([True]))
    picture = smooth(224, 224)
    changed = picture.copy()
    changed[60:164, 60:164] = 255
    before, after = (outside_features(pixels[None], boxes) for pixels in (picture, changed))
    assert np.array_equal(before, after, equal_nan=True)
    cells = [visible_cells(picture_details(pixels).cells[None], boxes) for pixels in (picture, changed)]
    known = np.isfinite(cells[0])
    assert (known == np.isfinite(cells[1])).all()
    assert 0.6 < known.mean() < 0.8
    assert np.array_equal(*cells, equal_nan=True)


def test_storage_of_jpegs_tells_their_quality(tmp_path: Path) -> None:
    for quality in (60, 90):
        (tmp_path / f"{quality}.jpg").write_bytes(compressed(smooth(), quality))
    coarse, fine = (measure_file(tmp_path / f"{quality}.jpg") for quality in (60, 90))
    assert coarse.storage_words["JPEG tables"] != fine.storage_words["JPEG tables"]
    assert coarse.storage_numbers["JPEG quality"] > fine.storage_numbers["JPEG quality"]
    assert coarse.bytes_per_pixel < fine.bytes_per_pixel
    assert coarse.storage_words["file format"] == "JPEG"


def test_headers_of_dicom_files_are_read_without_identity(chest_dicom: Path) -> None:
    measured = measure_file(chest_dicom)
    assert measured.storage_words["file format"] == "DICOM"
    assert measured.storage_words["PhotometricInterpretation"] == "MONOCHROME1"
    assert measured.tag_words["Modality"] == "cr"
    assert not {"PatientName", "PatientID", "StudyDate"} & {*measured.tag_words, *measured.tag_numbers}


def test_files_that_are_gone_are_gaps(tmp_path: Path) -> None:
    (tmp_path / "there.jpg").write_bytes(compressed(smooth(), 90))
    measures = [measure_file(tmp_path / name) for name in ("there.jpg", "gone.jpg")]
    matrix = details_matrix(measures, "edges")
    assert np.isnan(matrix[1]).all()
    assert np.isfinite(without_gaps(matrix)).all()
    assert details_matrix(measures[1:], "edges").shape == (1, 0)


def test_words_and_numbers_become_columns() -> None:
    words = word_columns(["a"] * 4 + ["b"] * 4 + [None] * 4 + ["rare"])
    assert words.shape == (13, 3)
    assert words.sum() == 12
    assert word_columns(["same"] * 9).shape == (9, 0)
    numbers = number_columns([1.0, 2.0, None, 4.0])
    assert np.isfinite(numbers).all()
    assert number_columns([None, None]).shape == (2, 0)


def test_names_and_sizes_that_differ_between_classes_are_told() -> None:
    paths = [Path(f"x/covid_{number:03}.png") for number in range(20)] + [
        Path(f"x/normal_{number:03}.png") for number in range(20)
    ]
    assert "first word" in name_columns(paths)
    assert not name_columns([Path("same.png")] * 6)
    sizes = size_columns([200] * 10 + [300] * 10, [100] * 20)
    assert {"height", "shape"} <= set(sizes)
    assert "width" not in sizes
    assert joined({}, 3).shape == (3, 0)


def test_details_keep_their_meaning() -> None:
    assert isinstance(picture_details(smooth()), PictureDetails)
    dark, bright = (picture_details(np.full((40, 40), grey, dtype=np.uint8)).histogram for grey in (0, 255))
    assert dark[0] == bright[31] == 1.0


def test_example_files_of_other_kinds_are_measured(example_dicom: Callable[[str], Path]) -> None:
    assert measure_file(example_dicom("CT_small.dcm")).tag_words["Modality"] == "ct"
