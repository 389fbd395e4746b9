"""The statistics of features that a model package carries."""

import numpy as np
import pytest

pytest.importorskip("torch", reason="torch is not installed")

from core.model.feature_distance import FEWEST_IMAGES, MOST_DIRECTIONS
from core.training.refit import feature_statistics


@pytest.mark.parametrize("images", [120, 400], ids=["fewer than features", "more than features"])
def test_strange_features_lie_further_away_than_the_training_images(images: int) -> None:
    random = np.random.default_rng(0)
    basis = random.standard_normal((10, 300))
    features = (random.standard_normal((images, 10)) @ basis + 0.1 * random.standard_normal((images, 300)) + 2).astype(
        np.float32
    )
    labels = np.arange(images, dtype=np.int64) % 2

    found = feature_statistics(features, labels)

    assert {name: values.shape for name, values in found.items()} == {
        "mean": (300,),
        "class_means": (2, 300),
        "directions": (MOST_DIRECTIONS, 300),
        "variances": (MOST_DIRECTIONS,),
        "residual_variance": (1,),
        "distances": (images,),
    }
    assert all(values.dtype == np.float32 for values in found.values())
    np.testing.assert_allclose(found["mean"], features.mean(axis=0), rtol=1e-5)
    exact = np.linalg.svd(features.astype(np.float64) - features.mean(axis=0, dtype=np.float64), compute_uv=False)
    np.testing.assert_allclose(found["variances"], exact[:MOST_DIRECTIONS] ** 2 / (images - 1), rtol=1e-4)
    np.testing.assert_allclose(found["directions"] @ found["directions"].T, np.eye(MOST_DIRECTIONS), atol=1e-5)
    assert (np.diff(found["distances"]) >= 0).all()
    strange = found["mean"] + 3 * random.standard_normal(300)
    beside = strange - found["mean"]
    along = found["directions"] @ beside
    rest = (beside @ beside - along @ along) / found["residual_variance"]
    distance = ((along**2 / found["variances"]).sum() + rest) / 300
    assert distance > 3 * found["distances"][-1]


def test_few_images_and_equal_ones_have_statistics_too() -> None:
    found = feature_statistics(np.ones((2, 50), dtype=np.float32), np.array([0, 1], dtype=np.int64))

    assert all(np.isfinite(values).all() for values in found.values())


def test_images_of_a_new_source_lie_further_away_than_those_of_known_ones() -> None:
    random = np.random.default_rng(0)
    count = FEWEST_IMAGES
    features = random.standard_normal((2 * count, 300)).astype(np.float32)
    features[count:] += 2
    labels = np.arange(2 * count, dtype=np.int64) % 2
    sources = ["north"] * count + ["south"] * count

    found = feature_statistics(features, labels, sources)

    left_out = found["left_out_distances"]
    assert left_out.shape == (2 * count,)
    assert (np.diff(left_out) >= 0).all()
    assert np.median(left_out) > 3 * np.median(found["distances"])
    assert "left_out_distances" not in feature_statistics(features, labels, [None] * (2 * count))
    assert "left_out_distances" not in feature_statistics(features, labels, ["north"] * (2 * count - 9) + ["south"] * 9)
