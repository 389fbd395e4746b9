"""A package is taken as a whole or refused with the reason."""

import copy
import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from core.errors import InvalidModelPackageError, ModelHashMismatchError
from core.model.architecture import expected_tensors
from core.model.card import AgeGroup, Architecture, DensityScale, ModelCard
from core.model.package import ModelPackage, load_package
from core.model.precision import Precision

Card = dict[str, Any]


@pytest.fixture(scope="session")
def card_values(package: ModelPackage) -> Card:
    values: Card = json.loads((package.directory / "card.json").read_text(encoding="utf-8"))
    return values


def copy_of(package: ModelPackage, target: Path) -> Path:
    shutil.copytree(package.directory, target)
    return target


def rewrite_weights(directory: Path, card: Card, change: Callable[[dict[str, np.ndarray]], None]) -> None:
    """Change tensors and let the card agree with the new file."""
    tensors = load_file(directory / "weights.safetensors")
    change(tensors)
    save_file(tensors, directory / "weights.safetensors")
    changed = copy.deepcopy(card)
    changed["weights"]["sha256"] = hashlib.sha256((directory / "weights.safetensors").read_bytes()).hexdigest()
    (directory / "card.json").write_text(json.dumps(changed), encoding="utf-8")


def test_the_bundled_card_says_what_the_model_is(package: ModelPackage) -> None:
    card = package.card
    assert card.classes == ("Non-COVID-19", "COVID-19")
    assert card.positive_class == "COVID-19"
    assert card.positive_index == 1
    assert card.threshold == 0.5
    assert card.architecture is Architecture.RESNET50
    assert card.weights.precision is Precision.FLOAT16
    assert card.training.images == 15292
    assert card.training.age_group is AgeGroup.MIXED
    assert card.golden.tolerances == {Precision.FLOAT32: 0.01, Precision.BFLOAT16: 0.03}
    assert len(card.golden.probabilities) == 12
    assert card.limits.sentence.count(".") <= 2
    assert card.limits.sentence.endswith(".")
    assert package.identity.weights_sha256 == card.weights_sha256
    for scale in DensityScale:
        reference = card.reference_density(scale)
        assert reference is not None
        assert reference.image_counts == {"COVID-19": 1604, "Non-COVID-19": 2734}


def test_weights_come_as_float32_with_the_expected_shapes(package: ModelPackage) -> None:
    tensors = package.read_weights()
    assert {name: tensor.shape for name, tensor in tensors.items()} == expected_tensors(Architecture.RESNET50, 2)
    assert all(tensor.dtype == np.float32 for tensor in tensors.values())
    weights, biases = package.read_last_layer()
    np.testing.assert_array_equal(weights, tensors["fc.weight"])
    np.testing.assert_array_equal(biases, tensors["fc.bias"])


def test_one_changed_byte_is_found(package: ModelPackage, tmp_path: Path) -> None:
    directory = copy_of(package, tmp_path / "model")
    loaded = load_package(directory)
    weights = directory / "weights.safetensors"
    content = bytearray(weights.read_bytes())
    content[-1] ^= 1
    before = weights.stat()
    weights.write_bytes(content)
    with pytest.raises(ModelHashMismatchError) as caught:
        load_package(directory)
    assert caught.value.expected == package.card.weights_sha256
    # Even where time and size are made to look the same, the bytes that are used were checked.
    os.utime(weights, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(ModelHashMismatchError):
        loaded.read_weights()


def test_missing_and_cut_files_are_refused(package: ModelPackage, card_values: Card, tmp_path: Path) -> None:
    with pytest.raises(InvalidModelPackageError, match=r"card\.json"):
        load_package(tmp_path)
    directory = copy_of(package, tmp_path / "model")
    weights = directory / "weights.safetensors"
    content = weights.read_bytes()[:100_000]
    weights.write_bytes(content)
    with pytest.raises(ModelHashMismatchError):
        load_package(directory)
    cut = copy.deepcopy(card_values)
    cut["weights"]["sha256"] = hashlib.sha256(content).hexdigest()
    (directory / "card.json").write_text(json.dumps(cut), encoding="utf-8")
    with pytest.raises(InvalidModelPackageError, match="safetensors"):
        load_package(directory).read_weights()
    with pytest.raises(InvalidModelPackageError):
        load_package(directory).read_last_layer()
    weights.unlink()
    with pytest.raises(InvalidModelPackageError, match="cannot be read"):
        load_package(directory)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda tensors: tensors.pop("bn1.weight"), "bn1.weight is missing"),
        (lambda tensors: tensors.update(extra=np.zeros(2, np.float32)), "unknown tensor extra"),
        (lambda tensors: tensors.update({"fc.bias": np.zeros(3, np.float32)}), "fc.bias has shape"),
        (lambda tensors: tensors.update({"fc.bias": np.array([0, np.nan], np.float32)}), "not finite"),
    ],
)
def test_weights_of_another_network_are_refused(
    package: ModelPackage, card_values: Card, tmp_path: Path, change: Any, reason: str
) -> None:
    directory = copy_of(package, tmp_path / "model")
    rewrite_weights(directory, card_values, change)
    with pytest.raises(InvalidModelPackageError, match=reason):
        load_package(directory).read_weights()


def set_in(values: Card, path: str, value: object) -> Card:
    changed = copy.deepcopy(values)
    *parents, last = path.split(".")
    place: Any = changed
    for parent in parents:
        place = place[int(parent)] if parent.isdigit() else place[parent]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return changed


@pytest.mark.parametrize(
    ("path", "value", "named"),
    [
        ("schema_version", 2, "schema_version"),
        ("schema_version", True, "schema_version"),
        ("kind", "oracle", "kind must be one of classifier"),
        ("name", "../escape", "name"),
        ("name", "con", "name"),
        ("architecture", "vgg", "architecture must be one of resnet50"),
        ("classes", ["one"], "classes"),
        ("classes", ["A", "a"], "classes"),
        ("classes", "COVID-19", "classes must be a list"),
        ("positive_class", "flu", "positive_class"),
        ("threshold", 1.5, "threshold"),
        ("threshold", "0.5", "threshold must be a number"),
        ("threshold", ..., "threshold is missing"),
        ("weights.file", "../weights.safetensors", "weights.file"),
        ("weights.file", "nul.safetensors", "weights.file must be a plain file name"),
        ("weights.file", "weights.pt", "weights.file must be a .safetensors"),
        ("weights.sha256", "ABC", "weights.sha256"),
        ("input.size", 0, "input.size"),
        ("input.crop.last", 224, "input.crop.last"),
        ("input.crop.last", 3, "input.crop.last"),
        ("input.standardisation_epsilon", 0, "input.standardisation_epsilon"),
        ("training.sources.0.images.normal", -1, "training.sources\\[0\\].images.normal"),
        ("measured.1.metrics.auc", 1.2, "measured\\[1\\].metrics.auc"),
        ("limits.sentence", " ", "limits.sentence must not be empty"),
        ("golden.tolerances", [], "golden.tolerances must be an object"),
        ("reference_densities.0.edges", [0, 1, 1], "reference_densities\\[0\\].edges must ascend"),
        ("reference_densities.0.densities.COVID-19", [1.0], "must have one value per bin"),
        ("reference_densities.0.image_counts", {"flu": 1}, "reference_densities\\[0\\].densities"),
        ("reference_densities.1.scale", "network_input", "each scale at most once"),
    ],
)
def test_a_wrong_card_is_refused_by_the_fields_name(card_values: Card, path: str, value: object, named: str) -> None:
    with pytest.raises(InvalidModelPackageError, match=named):
        ModelCard.from_json(json.dumps(set_in(card_values, path, value)), Path("card.json"))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not valid JSON"),
        ("[]", "top level"),
        ('{"kind": 1, "kind": 2}', "stands twice"),
        ('{"threshold": NaN}', "NaN is not a JSON number"),
        ("[" * 100_000, "not valid JSON"),
    ],
)
def test_what_is_no_card_is_refused(text: str, reason: str) -> None:
    with pytest.raises(InvalidModelPackageError, match=reason):
        ModelCard.from_json(text, Path("card.json"))
