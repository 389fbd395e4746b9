"""What a picture is, told from the lung network's features; its file, and what the lung network's card says of it."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from safetensors.numpy import save_file

from core.errors import InvalidModelPackageError, ModelHashMismatchError
from core.model.gate_head import GateHead, head_tensors, mean_over_quarters, measure_lungs, read_gate_head
from core.model.lung_card import GateClass, GateThresholds, LungGate, LungMeasure, read_lung_card, write_lung_card
from core.model.lung_regions import LungField, LungRegions, Side, Zone
from core.model.lungs import bundled_lung_package, load_lung_package

CLASSES = (GateClass.UPRIGHT, GateClass.INVERTED, GateClass.NO_CHEST)
VALUES = st.floats(-100, 100, width=32)


@given(arrays(np.float32, (3, 4, 6), elements=VALUES))
def test_quarters_stay_apart_in_reading_order(features: npt.NDArray[np.float32]) -> None:
    found = mean_over_quarters(features).reshape(3, 2, 2)

    for row, rows in enumerate((slice(0, 2), slice(2, 4))):
        for column, columns in enumerate((slice(0, 3), slice(3, 6))):
            expected = features[:, rows, columns].mean(axis=(1, 2), dtype=np.float64)
            np.testing.assert_allclose(found[:, row, column], expected, rtol=1e-4, atol=1e-4)


@given(
    arrays(np.float32, (3, 8), elements=VALUES),
    arrays(np.float32, 3, elements=VALUES),
    arrays(np.float32, (2, 2, 4), elements=VALUES),
)
def test_log_odds_are_those_of_the_softmax(
    weights: npt.NDArray[np.float32], biases: npt.NDArray[np.float32], features: npt.NDArray[np.float32]
) -> None:
    odds = GateHead(CLASSES, weights, biases).log_odds(features)

    scores = weights.astype(np.float64) @ mean_over_quarters(features).astype(np.float64) + biases
    assert set(odds) == {GateClass.INVERTED, GateClass.NO_CHEST}
    assert odds[GateClass.INVERTED] == pytest.approx(scores[1] - scores[0], rel=1e-5, abs=1e-3)
    assert odds[GateClass.NO_CHEST] == pytest.approx(scores[2] - scores[0], rel=1e-5, abs=1e-3)


@given(arrays(np.float32, (3, 5), elements=VALUES), arrays(np.float32, 3, elements=VALUES))
def test_the_file_gives_the_same_regression_back(
    tmp_path_factory: pytest.TempPathFactory, weights: npt.NDArray[np.float32], biases: npt.NDArray[np.float32]
) -> None:
    path = tmp_path_factory.mktemp("head") / "gate.safetensors"
    save_file(dict(head_tensors(GateHead(CLASSES, weights, biases))), path)

    found = read_gate_head(path, CLASSES)

    np.testing.assert_array_equal(found.weights, weights)
    np.testing.assert_array_equal(found.biases, biases)


@pytest.mark.parametrize(
    "tensors",
    [
        {"weights": np.zeros((3, 4), np.float32)},
        {"weights": np.zeros((2, 4), np.float32), "biases": np.zeros(2, np.float32)},
        {"weights": np.zeros((3, 4), np.float32), "biases": np.zeros(2, np.float32)},
        {"weights": np.full((3, 4), np.nan, np.float32), "biases": np.zeros(3, np.float32)},
    ],
    ids=["no biases", "other classes", "shapes differ", "not finite"],
)
def test_a_wrong_file_is_refused(tensors: dict[str, npt.NDArray[np.float32]], tmp_path: Path) -> None:
    save_file(tensors, tmp_path / "gate.safetensors")
    with pytest.raises(InvalidModelPackageError):
        read_gate_head(tmp_path / "gate.safetensors", CLASSES)


def field(side: Side, area: float, row: float, column: float) -> LungField:
    return LungField(side, area, row, column, 0.1, 0.9, 0.1, 0.9, 0.0, dict.fromkeys(Zone, 0.0))


def test_lungs_are_measured_from_both_fields() -> None:
    fields = field(Side.RIGHT, 0.2, 0.5, 0.3), field(Side.LEFT, 0.1, 0.4, 0.7)

    measures = measure_lungs(LungRegions(fields, 0.05))

    assert measures == pytest.approx(
        {
            LungMeasure.AREA: 0.3,
            LungMeasure.BALANCE: 0.5,
            LungMeasure.DISTANCE: 0.4,
            LungMeasure.TILT: 0.1,
            LungMeasure.HEIGHT: 0.45,
            LungMeasure.MIDDLE: 0.5,
            LungMeasure.ELSEWHERE: 0.05,
        }
    )
    assert measure_lungs(LungRegions(fields[:1], 0.0)) is None


GATE = LungGate(
    "gate.safetensors",
    "0" * 64,
    CLASSES,
    {GateClass.INVERTED: GateThresholds(0.0, 4.6), GateClass.NO_CHEST: GateThresholds(1.0, 5.0)},
    {LungMeasure.TILT: (-0.2, 0.2)},
    "From a test.",
)


def test_the_card_keeps_what_it_says_of_the_gate() -> None:
    card = bundled_lung_package().card
    for gate in (GATE, None):
        changed = replace(card, gate=gate)
        assert read_lung_card(write_lung_card(changed), Path("card.json")) == changed


@pytest.mark.parametrize(
    ("key", "value", "named"),
    [
        ("file", "../gate.safetensors", "gate.file"),
        ("sha256", "0", "gate.sha256"),
        ("classes", ["inverted", "no_chest"], "gate.classes"),
        ("classes", ["upright_chest", "elephant"], "gate.classes"),
        ("thresholds", {"inverted": {"warn_above": 0, "refuse_above": 1}}, "gate.thresholds.no_chest"),
        ("lung_limits", {"tilt": [0.2, -0.2]}, "gate.lung_limits.tilt"),
        ("source", "", "gate.source"),
    ],
)
def test_a_card_that_contradicts_itself_about_the_gate_is_refused(key: str, value: object, named: str) -> None:
    values = json.loads(write_lung_card(replace(bundled_lung_package().card, gate=GATE)))
    values["gate"][key] = value
    with pytest.raises(InvalidModelPackageError, match=named):
        read_lung_card(json.dumps(values), Path("card.json"))


def test_a_package_whose_gate_file_was_changed_is_refused(tmp_path: Path) -> None:
    bundled = bundled_lung_package()
    assert bundled.card.gate is not None
    folder = tmp_path / "lungs"
    shutil.copytree(bundled.directory, folder)
    content = bytearray((folder / bundled.card.gate.file).read_bytes())
    content[-1] ^= 1
    (folder / bundled.card.gate.file).write_bytes(content)
    with pytest.raises(ModelHashMismatchError):
        load_lung_package(folder)
