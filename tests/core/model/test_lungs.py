"""The lung network: its known answers on every engine, what its maps mean, and the two fields."""

import copy
import json
import shutil
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from core.errors import DeviceUnavailableError, InvalidModelPackageError, ModelHashMismatchError
from core.imaging.greyscale import render
from core.imaging.radiograph import DisplayPixels
from core.imaging.reading import read_radiograph
from core.model.activation import ActivationMap
from core.model.card import ModelCard
from core.model.compiled_cache import CompiledCache
from core.model.connected_parts import label_parts
from core.model.input import FieldOfView, prepare_input
from core.model.lung_card import read_lung_card, write_lung_card
from core.model.lung_regions import Side, Zone, activation_in_lungs, lung_regions
from core.model.lungs import (
    LungFinding,
    LungNetwork,
    LungPackage,
    bundled_lung_package,
    finding_of,
    load_lung_package,
)
from core.model.openvino_runtime import open_openvino_runtime
from core.model.precision import Precision
from core.model.runtime import DeviceChoice, Runtime

SIZE = 224


@pytest.fixture(scope="session")
def lung_package() -> LungPackage:
    return bundled_lung_package()


@pytest.fixture(scope="session")
def network(lung_package: LungPackage, cache: CompiledCache) -> LungNetwork:
    return LungNetwork(lung_package, open_openvino_runtime(lung_package, DeviceChoice.CPU, Precision.FLOAT32, cache))


def open_engine(name: str, package: LungPackage, cache: CompiledCache) -> Runtime:
    if name == "torch":
        pytest.importorskip("torch", reason="torch is not installed")
        from core.model.torch_runtime import open_torch_runtime

        return open_torch_runtime(package, "cpu")
    try:
        return open_openvino_runtime(package, DeviceChoice.CPU, Precision(name), cache)
    except DeviceUnavailableError as error:
        pytest.skip(error.detail)


@pytest.mark.parametrize("engine", ["float32", "bfloat16", "torch"])
def test_the_cards_known_answers_hold_on_every_engine(
    lung_package: LungPackage, cache: CompiledCache, shared_data: Path, engine: str
) -> None:
    card = lung_package.card
    network = LungNetwork(lung_package, open_engine(engine, lung_package, cache))
    inputs = np.stack([prepare_input(render(read_radiograph(shared_data / name)), card.input) for name in card.golden])
    for reading, answer in zip(network.read(inputs), card.golden.values(), strict=True):
        assert reading.finding.lung_fraction == pytest.approx(answer.lung_fraction, abs=card.golden_tolerance)
        assert reading.finding.opacity_extent == pytest.approx(answer.opacity_extent, abs=card.golden_tolerance)


def test_the_engines_agree(lung_package: LungPackage, cache: CompiledCache, chest: DisplayPixels) -> None:
    inputs = prepare_input(chest, lung_package.card.input)[np.newaxis]
    outputs = [open_engine(name, lung_package, cache).run(inputs) for name in ("float32", "torch")]
    assert outputs[0].logits.shape == (1, 2, SIZE, SIZE)
    assert outputs[0].features.shape == (1, 192, 14, 14)
    np.testing.assert_allclose(outputs[0].logits, outputs[1].logits, atol=2e-3)
    np.testing.assert_allclose(outputs[0].features, outputs[1].features, atol=2e-3, rtol=1e-3)


def test_a_real_chest_has_two_lungs(network: LungNetwork, chest: DisplayPixels) -> None:
    (reading,) = network.read(prepare_input(chest, network.package.card.input)[np.newaxis])
    regions = lung_regions(reading.finding)
    assert [field.side for field in regions.fields] == [Side.RIGHT, Side.LEFT]
    assert all(0.05 < field.area < 0.4 for field in regions.fields)
    assert regions.fields[0].right < regions.fields[1].right
    assert 0.2 < reading.finding.lung_fraction < 0.6


def test_noise_and_nothing_have_no_lungs(network: LungNetwork) -> None:
    spec = network.package.card.input
    blank = prepare_input(np.full((300, 300), 7, np.uint8), spec)
    (reading,) = network.read(blank[np.newaxis])
    assert np.isfinite(reading.finding.opacity_extent)
    assert network.read(blank[np.newaxis][:0]) == ()
    with pytest.raises(ValueError, match="expected inputs"):
        network.read(np.zeros((1, 3, SIZE, SIZE), np.float32))


def test_the_extent_is_the_cards_formula() -> None:
    logits = np.full((2, 4, 4), -20.0, np.float32)
    logits[0, :, :2] = 20
    logits[1, 0, :] = 20  # Beside the lung it does not count.
    finding = finding_of(logits)
    assert finding.lung_fraction == 0.5
    assert finding.opacity_extent == pytest.approx(2 / 9)
    assert finding.lung_mask.sum() == 8


@given(arrays(np.float32, (2, 6, 5), elements=st.floats(-1e4, 1e4, width=32)))
def test_any_map_gives_shares(logits: npt.NDArray[np.float32]) -> None:
    finding = finding_of(logits)
    assert 0 <= finding.lung_fraction <= 1
    assert 0 <= finding.opacity_extent <= 1
    regions = lung_regions(finding)
    assert sum(field.area for field in regions.fields) + regions.other_area == pytest.approx(
        finding.lung_mask.mean(), abs=1e-9
    )


def drawn(*boxes: tuple[slice, slice], opaque: tuple[slice, slice] | None = None) -> LungFinding:
    lungs, opacities = np.zeros((2, SIZE, SIZE), np.uint8)
    for box in boxes:
        lungs[box] = 255
    if opaque is not None:
        opacities[opaque] = 255
    return LungFinding(lungs, opacities, float((lungs > 0).mean()), 0.0)


def test_zones_are_thirds_of_each_field() -> None:
    right, left = (slice(30, 180), slice(20, 90)), (slice(40, 190), slice(130, 200))
    regions = lung_regions(drawn(left, right, opaque=(slice(130, 224), slice(0, 112))))
    field = regions.field(Side.RIGHT)
    assert field is not None
    assert field.zone_extents == {Zone.UPPER: 0.0, Zone.MIDDLE: 0.0, Zone.LOWER: 1.0}
    assert field.opacity_extent == pytest.approx(1 / 3)
    assert (field.left, field.top, field.bottom) == (20 / SIZE, 30 / SIZE, 180 / SIZE)
    other = regions.field(Side.LEFT)
    assert other is not None
    assert other.opacity_extent == 0


def test_lungs_that_touch_are_parted_at_their_waist() -> None:
    bridge = (slice(100, 105), slice(90, 130))
    regions = lung_regions(drawn((slice(30, 180), slice(20, 90)), (slice(40, 190), slice(130, 200)), bridge))
    assert len(regions.fields) == 2
    assert regions.fields[0].centre_column < 0.5 < regions.fields[1].centre_column


def test_one_lung_stays_one() -> None:
    (field,) = lung_regions(drawn((slice(30, 180), slice(130, 200)))).fields
    assert field.side is Side.LEFT
    assert lung_regions(drawn()).fields == ()


def test_evidence_counts_where_the_lungs_are() -> None:
    values = np.zeros((7, 7), np.float32)
    values[2, 1], values[2, 5] = 3, -5
    activation = ActivationMap(values, FieldOfView(0, 0, 1, 1))
    left_half = drawn((slice(0, SIZE), slice(0, SIZE // 2)))
    assert activation_in_lungs(activation, left_half) == pytest.approx(1, abs=0.01)
    assert activation_in_lungs(activation, drawn()) == 0
    assert activation_in_lungs(ActivationMap(-values * 0, FieldOfView(0, 0, 1, 1)), left_half) is None


@given(arrays(np.bool_, st.tuples(st.integers(1, 9), st.integers(1, 9))))
def test_parts_are_those_that_a_flood_finds(mask: npt.NDArray[np.bool_]) -> None:
    labels, count = label_parts(mask)
    assert ((labels > 0) == mask).all()
    assert flooded(mask) == count
    sizes = [int((labels == number).sum()) for number in range(1, count + 1)]
    assert sizes == sorted(sizes, reverse=True)
    for row, column in np.argwhere(mask):
        around = labels[max(0, row - 1) : row + 2, max(0, column - 1) : column + 2]
        assert set(around[around > 0].tolist()) == {int(labels[row, column])}


def flooded(mask: npt.NDArray[np.bool_]) -> int:
    left, count = {(int(row), int(column)) for row, column in np.argwhere(mask)}, 0
    while left:
        count += 1
        waiting = [left.pop()]
        while waiting:
            row, column = waiting.pop()
            near = {(row + down, column + across) for down in (-1, 0, 1) for across in (-1, 0, 1)} & left
            left -= near
            waiting.extend(near)
    return count


def test_the_card_comes_back_as_it_was(lung_package: LungPackage) -> None:
    card = lung_package.card
    assert read_lung_card(write_lung_card(card), Path("card.json")) == card
    assert (lung_package.directory / "card.json").read_text(encoding="utf-8") == write_lung_card(card)


def test_cards_of_the_other_kind_are_refused(lung_package: LungPackage) -> None:
    text = (lung_package.directory / "card.json").read_text(encoding="utf-8")
    with pytest.raises(InvalidModelPackageError):
        ModelCard.from_json(text, Path("card.json"))
    values = json.loads(text)
    for key, value in {"kind": "classifier", "golden": {}, "schema_version": 2}.items():
        changed = copy.deepcopy(values) | {key: value}
        with pytest.raises(InvalidModelPackageError, match=key):
            read_lung_card(json.dumps(changed), Path("card.json"))


def test_changed_weights_are_refused(lung_package: LungPackage, tmp_path: Path) -> None:
    folder = tmp_path / "lungs"
    shutil.copytree(lung_package.directory, folder)
    content = bytearray((folder / "weights.safetensors").read_bytes())
    content[-1] ^= 1
    (folder / "weights.safetensors").write_bytes(content)
    with pytest.raises(ModelHashMismatchError):
        load_lung_package(folder)
