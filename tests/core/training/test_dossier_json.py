"""A dossier as JSON, and back."""

import json
import math
import os
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from core.errors import InvalidRunError
from core.training.dataset import LabelledImage
from core.training.dossier_json import dossier_json, read_dossier, write_dossier_json
from core.training.plan import StartKind, StartPoint

from .dossier_examples import ROOT, dossier_of


def sources_and_patients(number: int, image: LabelledImage) -> LabelledImage:
    return replace(image, source=("north", None)[number % 2], split="train", patient_id=f"secret {number}")


def test_a_dossier_comes_back_to_the_last_bit(tmp_path: Path) -> None:
    dossier = dossier_of(change=sources_and_patients, groups=[number // 3 for number in range(240)])
    path = tmp_path / "dossier.json"
    write_dossier_json(dossier, path)
    back = read_dossier(path, ROOT)
    assert dossier_json(back) == dossier_json(dossier) == path.read_text(encoding="ascii")
    assert back.provenance == dossier.provenance
    assert back.statements == dossier.statements
    assert back.checklist == dossier.checklist
    assert back.limits == dossier.limits
    anonymous = [replace(each, image=replace(each.image, patient_id=None)) for each in dossier.summary.predictions]
    assert list(back.summary.predictions) == anonymous
    assert_same(back.summary, dossier.summary, leave_out="predictions")


def assert_same(one: object, other: object, leave_out: str = "") -> None:
    assert type(one) is type(other)
    if isinstance(one, np.ndarray):
        assert one.dtype == other.dtype  # type: ignore[attr-defined]
        assert np.array_equal(one, other, equal_nan=one.dtype.kind == "f")  # type: ignore[arg-type]
    elif isinstance(one, tuple):
        assert len(one) == len(other)  # type: ignore[arg-type]
        for left, right in zip(one, other, strict=True):  # type: ignore[call-overload]
            assert_same(left, right)
    elif hasattr(one, "__dataclass_fields__"):
        for field in fields(one):  # type: ignore[arg-type]
            if field.name != leave_out:
                assert_same(getattr(one, field.name), getattr(other, field.name))
    else:
        assert one == other or (math.isnan(one) and math.isnan(other))  # type: ignore[arg-type]


def test_undefined_figures_are_null_and_come_back(tmp_path: Path) -> None:
    dossier = dossier_of(5)
    path = tmp_path / "dossier.json"
    write_dossier_json(dossier, path)
    content = json.loads(path.read_text(encoding="ascii"))
    assert content["schema_version"] == 1
    assert content["summary"]["parts"][0]["figures"]["auc"] == {"value": None, "low": None, "high": None}
    assert content["summary"]["roc"][0]["thresholds"][:1] in ([None], [])
    assert_same(read_dossier(path, ROOT).summary, dossier.summary)


def test_the_file_names_no_patient_and_no_folder_of_this_computer() -> None:
    start = StartPoint(StartKind.WEIGHTS_FILE, Path("/home/somebody/weights.safetensors"))
    text = dossier_json(dossier_of(change=sources_and_patients, start=start))
    assert "secret" not in text
    assert "the-clinic" not in text
    assert "somebody" not in text
    assert '"weights.safetensors"' in text
    assert '"sick/0.png"' in text


def test_every_prediction_carries_its_file_and_its_probabilities() -> None:
    content = json.loads(dossier_json(dossier_of()))
    assert len(content["predictions"]) == 240
    first = content["predictions"][0]
    assert first["sha256"] == "0" * 64
    assert sum(first["probabilities"]) == pytest.approx(1)
    assert {item["state"] for item in content["checklist"]} == {"answered", "partly", "for the author"}


@pytest.mark.skipif(os.name == "nt", reason="names of bytes that are no text exist on POSIX only")
def test_names_that_are_no_text_survive(tmp_path: Path) -> None:
    odd = ROOT / os.fsdecode(b"caf\xe9.png")
    dossier = dossier_of(change=lambda number, image: replace(image, path=odd) if number == 0 else image)
    write_dossier_json(dossier, tmp_path / "dossier.json")
    assert read_dossier(tmp_path / "dossier.json", ROOT).summary.predictions[0].image.path == odd


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text[: len(text) // 2],
        lambda text: text.replace('"schema_version": 1', '"schema_version": 2'),
        lambda text: text.replace('"kind": "hilum validation dossier"', '"kind": "letter"'),
        lambda text: text.replace('"temperature":', '"heat":'),
        lambda text: text.replace('"positive_class": "sick"', '"positive_class": 3'),
        lambda text: text.replace('"scale": "displayed"', '"scale": "unheard of"'),
        lambda text: text.replace('"statements": [', '"statements": 3, "others": ['),
        lambda _: "[]",
        lambda _: '{"kind": "hilum validation dossier", "schema_version": 1}',
    ],
)
def test_a_damaged_dossier_is_refused(tmp_path: Path, damage: Callable[[str], str]) -> None:
    path = tmp_path / "dossier.json"
    path.write_text(damage(dossier_json(dossier_of(20))), encoding="ascii")
    with pytest.raises(InvalidRunError):
        read_dossier(path, ROOT)


def test_a_missing_dossier_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidRunError):
        read_dossier(tmp_path / "dossier.json", ROOT)
