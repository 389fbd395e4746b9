import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

Hilum = Callable[..., tuple[int, str, str]]


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    """Two classes of five images; one image is there twice."""
    folder = tmp_path / "labelled"
    for number in range(10):
        path = folder / ("sick" if number % 2 else "well") / f"{number}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        coarse = np.random.default_rng(number).integers(0, 256, (24, 24), dtype=np.uint8)
        Image.fromarray(coarse).resize((230, 210)).save(path)
    Image.open(folder / "sick" / "1.png").resize((180, 190)).save(folder / "sick" / "copy of 1.jpg", quality=85)
    return folder


def test_findings_are_told_with_their_files(hilum: Hilum, labelled: Path) -> None:
    status, out, err = hilum("check", labelled)
    assert (status, err) == (0, "")
    assert "1 image is there several times as altered copies" in out
    assert str(Path("sick") / "1.png") in out
    assert "copy of 1.jpg" in out
    assert "11 readable images: sick 6, well 5." in out
    assert "A model can be trained on these 11 images, 10 of them independent." in out


def test_the_json_lists_copies_as_lists_of_files(hilum: Hilum, labelled: Path, tmp_path: Path) -> None:
    status, out, _ = hilum("check", labelled, "--json", tmp_path / "check.json")
    assert status == 0
    assert "Warnings:" in out
    report = json.loads((tmp_path / "check.json").read_text(encoding="utf-8"))
    assert report["duplicate_groups"] == [[str(labelled / "sick" / "1.png"), str(labelled / "sick" / "copy of 1.jpg")]]
    assert {"class_counts", "near_duplicates", "patients_unknown"} <= {item["kind"] for item in report["findings"]}


def test_the_json_on_standard_output_is_all_of_it(hilum: Hilum, labelled: Path) -> None:
    status, out, err = hilum("check", labelled, "--json", "-")
    assert status == 0
    assert json.loads(out)["images"] == 11
    assert "A model can be trained" in err


def test_what_cannot_be_trained_on_gives_status_1(hilum: Hilum, labelled: Path) -> None:
    (labelled / "empty").mkdir()
    status, out, _ = hilum("check", labelled)
    assert status == 1
    assert "The class “empty” holds no readable image." in out
    assert "cannot be trained on yet" in out


@pytest.mark.parametrize("name", ["nowhere", "loose"])
def test_what_is_no_data_set_gives_status_2_and_a_sentence(hilum: Hilum, tmp_path: Path, name: str) -> None:
    (tmp_path / "loose").mkdir()
    Image.new("L", (9, 9)).save(tmp_path / "loose" / "a.png")
    status, out, err = hilum("check", tmp_path / name)
    assert (status, out) == (2, "")
    assert f"“{name}”" in err


def test_a_json_that_cannot_be_written_is_said_at_once(hilum: Hilum, labelled: Path, tmp_path: Path) -> None:
    status, _, err = hilum("check", labelled, "--json", tmp_path / "nowhere" / "check.json")
    assert status == 2
    assert "could not be written" in err
