"""Distances from the training images, their limits, and the file that they come from."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import save_file

from core.errors import InvalidModelPackageError
from core.model.feature_distance import (
    ELSEWHERE_FACTOR,
    FEWEST_IMAGES,
    MOST_DIRECTIONS,
    describe_features,
    distribution_of,
    distribution_tensors,
    left_out_distances,
    limits_from,
    limits_of_statistics,
    read_feature_statistics,
)


def features_of(images: int, width: int = 80, seed: int = 0) -> np.ndarray:
    random = np.random.default_rng(seed)
    basis = random.standard_normal((12, width))
    return (random.standard_normal((images, 12)) @ basis + 0.2 * random.standard_normal((images, width)) + 3).astype(
        np.float32
    )


@given(st.integers(1, 200), st.integers(1, 100), st.integers(0, 2**32 - 1))
def test_distances_are_finite_and_never_negative(images: int, width: int, seed: int) -> None:
    features = features_of(images, width, seed)

    found = describe_features(features)
    distances = found.distances(features)

    assert distances.shape == (images,)
    assert np.isfinite(distances).all()
    assert (distances >= 0).all()
    # One scan alone takes another way through the arithmetic, and must come out the same.
    alone = found.distances(features[:1])
    np.testing.assert_allclose(alone, distances[:1], rtol=1e-5, atol=1e-5)


def test_the_distance_is_the_squared_mahalanobis_distance_where_no_direction_is_left_out() -> None:
    features = features_of(500, MOST_DIRECTIONS)
    centred = features.astype(np.float64) - features.mean(axis=0, dtype=np.float64)
    exact = np.einsum("if,fg,ig->i", centred, np.linalg.inv(np.cov(centred.T)), centred) / MOST_DIRECTIONS

    np.testing.assert_allclose(describe_features(features).distances(features), exact, rtol=1e-3)


@given(st.floats(1.5, 50))
def test_the_farther_along_a_line_the_larger_the_distance(factor: float) -> None:
    features = features_of(200)
    found = describe_features(features)
    away = (found.mean + factor * (features - found.mean)).astype(np.float32)

    np.testing.assert_allclose(found.distances(away), factor**2 * found.distances(features), rtol=1e-2)


def test_an_image_lies_farther_from_images_that_it_is_not_one_of() -> None:
    features = features_of(300)
    groups = np.arange(300) % 3

    left_out = left_out_distances(features, groups)

    assert np.median(left_out) > np.median(describe_features(features).distances(features))
    only_others = describe_features(features[groups != 1]).distances(features[groups == 1])
    np.testing.assert_array_equal(left_out[groups == 1], only_others)
    with pytest.raises(ValueError, match="two groups"):
        left_out_distances(features, np.zeros(300, dtype=np.int64))


def test_limits_come_from_the_distances_and_never_refuse_before_they_warn() -> None:
    limits = limits_from(np.arange(1001) / 10, "here")

    assert limits.warn_above == pytest.approx(99.0)
    assert limits.refuse_above == pytest.approx(1.5 * 99.9)
    constant = limits_from(np.full(10, 2.0), "here")
    assert constant.warn_above <= constant.refuse_above


def test_without_limits_on_the_card_the_training_images_own_distances_only_warn() -> None:
    distances = np.linspace(0, 10, FEWEST_IMAGES + 1, dtype=np.float32)

    limits = limits_of_statistics({"distances": distances})

    assert limits is not None
    assert limits.warn_above == pytest.approx(9.9 * ELSEWHERE_FACTOR, rel=1e-3)
    assert limits.refuse_above == np.inf
    assert limits_of_statistics({"distances": distances[: FEWEST_IMAGES - 1]}) is None
    assert limits_of_statistics({}) is None


def test_a_statistics_file_gives_the_same_distances_back(tmp_path: Path) -> None:
    features = features_of(100)
    found = describe_features(features)
    path = tmp_path / "statistics.safetensors"
    save_file(distribution_tensors(found), path)

    again = distribution_of(read_feature_statistics(path), path)

    np.testing.assert_allclose(again.distances(features), found.distances(features), rtol=1e-3)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("mean", None),
        ("mean", np.zeros((2, 2), dtype=np.float32)),
        ("directions", np.zeros((3, 7), dtype=np.float32)),
        ("variances", np.zeros(12, dtype=np.float32)),
        ("residual_variance", np.array([np.nan], dtype=np.float32)),
    ],
)
def test_a_damaged_statistics_file_is_refused(name: str, value: np.ndarray | None, tmp_path: Path) -> None:
    tensors = distribution_tensors(describe_features(features_of(13, 20)))
    path = tmp_path / "statistics.safetensors"
    save_file({key: kept for key, kept in {**tensors, name: value}.items() if kept is not None}, path)

    with pytest.raises(InvalidModelPackageError):
        distribution_of(read_feature_statistics(path), path)


def test_a_statistics_file_that_is_none_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "statistics.safetensors"
    with pytest.raises(InvalidModelPackageError, match="cannot be read"):
        read_feature_statistics(path)
    path.write_bytes(b"not safetensors")
    with pytest.raises(InvalidModelPackageError, match="cannot be read"):
        read_feature_statistics(path)
