from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from pydicom import dcmread

from core.imaging.reading import read_radiograph

Hilum = Callable[..., tuple[int, str, str]]


def test_copies_are_made_and_what_changed_is_listed(hilum: Hilum, scans: Path, tmp_path: Path) -> None:
    out = tmp_path / "copies"
    status, told, warned = hilum("deidentify", scans, "--out", out)
    assert status == 0
    assert sorted(path.suffix for path in out.iterdir()) == [".csv", ".dcm", ".jpg", ".png"]
    assert "3 copies without identity in \u201ccopies\u201d." in told
    assert "Patient's Name" in told
    assert "3 files do not say whether there is text in the picture." in warned
    original = dcmread(scans / "a.dcm", stop_before_pixels=True)
    assert str(original.PatientID) not in told + warned


def test_masks_are_given_as_left_top_width_height(hilum: Hilum, chest_dicom: Path, tmp_path: Path) -> None:
    out = tmp_path / "copies"
    status, told, warned = hilum(
        "deidentify", chest_dicom, "--out", out, "--mask", "10,20,30,40", "--mask=-5,0,15,15", "--no-text-left"
    )
    assert (status, warned) == (0, "")
    assert "1 picture was blacked out in part." in told
    (copy,) = out.glob("*.dcm")
    before, after = read_radiograph(chest_dicom).stored, read_radiograph(copy).stored
    changed = np.argwhere(before != after)
    assert changed.min(axis=0).tolist() == [0, 0]
    assert changed.max(axis=0).tolist() == [59, 39]
    assert dcmread(copy, stop_before_pixels=True).BurnedInAnnotation == "NO"


@pytest.mark.parametrize("mask", ["1,2,3", "a,b,c,d", "0,0,0,5", "1,2,-3,4"])
def test_a_mask_that_is_no_rectangle_is_answered_at_once(
    hilum: Hilum, chest_dicom: Path, tmp_path: Path, mask: str
) -> None:
    status, _, told = hilum("deidentify", chest_dicom, "--out", tmp_path / "copies", "--mask", mask)
    assert status == 2
    assert "is no rectangle" in told
    assert not (tmp_path / "copies").exists()


def test_options_reach_the_copies(hilum: Hilum, chest_dicom: Path, tmp_path: Path) -> None:
    out, key, who = tmp_path / "copies", tmp_path / "key", tmp_path / "who.csv"
    options = ("--dates", "keep", "--keep-characteristics", "--keep-uids", "--key-file", key, "--mapping", who)
    assert hilum("deidentify", chest_dicom, "--out", out, *options)[0] == 0
    (path,) = out.glob("*.dcm")
    copy, original = dcmread(path), dcmread(chest_dicom)
    assert copy.StudyDate == original.StudyDate
    assert copy.StudyInstanceUID == original.StudyInstanceUID
    assert [item.CodeValue for item in copy.DeidentificationMethodCodeSequence] == [
        "113100",
        "113106",
        "113108",
        "113110",
    ]
    assert len(key.read_text().strip()) == 64
    assert str(chest_dicom) in who.read_text(encoding="utf-8")


def test_it_says_what_was_not_copied(hilum: Hilum, scans: Path, tmp_path: Path) -> None:
    (scans / "c.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    status, told, said = hilum("deidentify", scans, "--out", tmp_path / "copies")
    assert status == 1
    assert "1 file was not copied." in told
    assert "\u201cc.png\u201d is damaged" in said
    status, _, said = hilum("deidentify", scans / "c.png", "--out", tmp_path / "others")
    assert status == 2
    status, _, said = hilum("deidentify", scans, "--out", scans)
    assert status == 2
    assert "originals lie there" in said
