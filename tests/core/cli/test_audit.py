"""`hilum audit`."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.training.audit import read_audit

Hilum = Callable[..., tuple[int, str, str]]


def write_set(folder: Path, marks: bool) -> Path:
    for number in range(32):
        label = ("ill", "well")[number % 2]
        (folder / label).mkdir(parents=True, exist_ok=True)
        coarse = np.random.default_rng(number).integers(30, 220, (9, 9), dtype=np.uint8)
        pixels = np.array(Image.fromarray(coarse).resize((150, 160), Image.Resampling.BICUBIC))
        if marks and label == "ill":
            pixels[4:10, 4:10] = 255
        Image.fromarray(pixels).save(folder / label / f"{number:03}.png")
    return folder


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_set(tmp_path_factory.mktemp("marked") / "set", marks=True)


def test_found_shortcut_is_said_and_written(hilum: Hilum, marked: Path, tmp_path: Path) -> None:
    status, out, _ = hilum("audit", marked, "--json", tmp_path / "audit.json")
    assert status == 1
    assert "Corners: markers and letters" in out
    assert "cannot be told apart" in out or "suspected" in out
    report = json.loads((tmp_path / "audit.json").read_text(encoding="utf-8"))
    assert report["verdict"] != "no_shortcut_found"
    assert report["results"][0]["auc"]["low"] > 0.5
    assert report["results"][0]["words"]["remedy"]
    assert report["sentence"]
    # What the command writes is what a run keeps.
    kept = read_audit(tmp_path / "audit.json")
    assert kept is not None
    assert kept.positive_class == "ill"


def test_nothing_found_and_json_alone_on_standard_output(hilum: Hilum, tmp_path: Path) -> None:
    status, out, err = hilum("audit", write_set(tmp_path / "set", marks=False), "--json", "-")
    assert status == 0
    assert json.loads(out)["verdict"] == "no_shortcut_found"
    assert "No shortcut found." in err


def test_what_cannot_be_audited(hilum: Hilum, marked: Path, tmp_path: Path) -> None:
    assert hilum("audit", tmp_path / "nowhere")[0] == 2
    (tmp_path / "one" / "ill").mkdir(parents=True)
    Image.fromarray(np.zeros((100, 100), dtype=np.uint8)).save(tmp_path / "one" / "ill" / "a.png")
    status, _, err = hilum("audit", tmp_path / "one")
    assert status == 2
    assert "Must be mended" in err
    status, _, err = hilum("audit", marked, "--positive-class", "flu")
    assert status == 2
    assert "flu" in err
