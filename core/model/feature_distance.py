"""How far a scan's features lie from those of the images that a network was trained on.

The training images' features are described by their mean, the directions in which they vary most, and one variance for
all other directions. A distance counts how many deviations a scan lies away, along each of these.

Source: Lee et al. 2018, "A simple unified framework for detecting out-of-distribution samples", with the covariance of
probabilistic principal components (Tipping and Bishop 1999), as there may be fewer images than features.
"""

# untranslated module: names of files, and what is written into cards

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.errors import InvalidModelPackageError
from core.language import Worded, mark
from core.model.card import FeatureLimits

Features = npt.NDArray[np.float32]
Distances = npt.NDArray[np.float64]

STATISTICS_NAME = "feature_statistics.safetensors"

MOST_DIRECTIONS = 64
"""Directions of the largest variance that are kept; the rest counts as one deviation."""

WARN_QUANTILE = 0.99
"""Share of images that the network knows, or ought to, and that lie no farther than the limit for a warning."""
REFUSE_QUANTILE = 0.999
REFUSE_FACTOR = 1.5
"""A scan is refused only this many times beyond where all but one in a thousand lie."""

ELSEWHERE_FACTOR = 5.5
"""How much farther than a model's own training images those of a collection lie that it has not seen.

Measured on the bundled model: the 99% quantile is 17.6 with each image's collection left out of the description, 3.2
with it."""
FEWEST_IMAGES = 4 * MOST_DIRECTIONS
"""Training images below which their own distances say nothing of new ones: they are too near to their description."""


@dataclass(frozen=True, eq=False)
class FeatureDistribution:
    """How features are distributed on the training images.

    Attributes:
        mean: float64 (features,).
        directions: float64 (k, features), orthonormal, those of the largest variance around the mean.
        variances: float64 (k,), along them, descending, above 0.
        residual_variance: The mean variance along all other directions, above 0.
    """

    mean: npt.NDArray[np.float64]
    directions: npt.NDArray[np.float64]
    variances: npt.NDArray[np.float64]
    residual_variance: float

    def distances(self, features: Features) -> Distances:
        """Squared Mahalanobis distances, divided by the number of features: about 1 for images like the known ones.

        Args:
            features: float32 (images, features), pooled, before the last layer.

        Returns:
            float64 (images,), not negative.
        """
        centred = features.astype(np.float64) - self.mean
        # Not as a matrix product for one scan: a BLAS library would start its threads for it, which wait for a core
        # while a network runs on all of them.
        along = np.einsum("if,kf->ik", centred, self.directions) if len(centred) == 1 else centred @ self.directions.T
        found = np.einsum("ik,k->i", along**2, 1.0 / self.variances)
        if len(self.directions) < self.mean.size:
            beside = np.einsum("if,if->i", centred, centred) - np.einsum("ik,ik->i", along, along)
            found += np.maximum(beside, 0.0) / self.residual_variance
        distances: Distances = found / self.mean.size
        return distances


def describe_features(features: Features) -> FeatureDistribution:
    """Describe how features are distributed.

    Args:
        features: (images, features), at least one image.
    """
    values = features.astype(np.float64)
    mean = values.mean(axis=0)
    squares, directions = _principal_axes(values - mean)
    kept = min(MOST_DIRECTIONS, max(1, len(values) - 1), values.shape[1])
    all_variances = squares / max(1, len(values) - 1)
    variances = np.maximum(all_variances[:kept], np.finfo(np.float32).tiny)
    residual = max(float(all_variances[kept:].sum()) / max(1, values.shape[1] - kept), float(np.finfo(np.float32).eps))
    return FeatureDistribution(mean, np.ascontiguousarray(directions[:kept]), variances, residual)


def left_out_distances(features: Features, groups: npt.NDArray[np.int64]) -> Distances:
    """How far each image lies from the images of all other groups.

    An image's distance from a description that it is part of is too small to expect of a new one.

    Args:
        features: float32 (images, features).
        groups: int64 (images,), e.g. which collection an image comes from; at least two groups.

    Returns:
        float64 (images,).

    Raises:
        ValueError: There is only one group.
    """
    numbers = np.unique(groups)
    if numbers.size < 2:
        raise ValueError("at least two groups are needed")
    found = np.empty(len(features))
    for number in numbers:
        own = groups == number
        found[own] = describe_features(features[~own]).distances(features[own])
    return found


def limits_from(distances: Distances, source: str) -> FeatureLimits:
    """Where to warn and where to refuse.

    Args:
        distances: Of images that the network ought to be able to judge.
        source: Which images, and how, in one sentence.
    """
    warn, refuse = np.quantile(distances, (WARN_QUANTILE, REFUSE_QUANTILE))
    return FeatureLimits(round(float(warn), 3), round(float(max(refuse * REFUSE_FACTOR, warn)), 3), source)


def limits_of_statistics(tensors: Mapping[str, Features]) -> FeatureLimits | None:
    """Where to warn, for a model whose card does not say: from its training images' own distances.

    They know nothing of other hospitals, so that nothing is refused because of them.

    Args:
        tensors: From `read_feature_statistics`.

    Returns:
        None where there are too few distances.
    """
    distances = tensors.get("distances")
    if distances is None or distances.size < FEWEST_IMAGES or not np.isfinite(distances).all():
        return None
    warn = float(np.quantile(distances.astype(np.float64), WARN_QUANTILE)) * ELSEWHERE_FACTOR
    source = f"{ELSEWHERE_FACTOR} times what 99% of the {distances.size:,} training images reach themselves."
    return FeatureLimits(warn, np.inf, source)


def distribution_tensors(distribution: FeatureDistribution) -> dict[str, Features]:
    """The tensors of a package's statistics file that distances need, float32."""
    found = {
        "mean": distribution.mean,
        "directions": distribution.directions,
        "variances": distribution.variances,
        "residual_variance": np.array([distribution.residual_variance]),
    }
    return {name: np.ascontiguousarray(values, dtype=np.float32) for name, values in found.items()}


def read_feature_statistics(path: Path) -> Mapping[str, Features]:
    """Read a package's statistics file.

    Returns:
        Its tensors, float32; `distribution_of` makes a distribution of them.

    Raises:
        InvalidModelPackageError: It is gone or damaged.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        return {name: np.asarray(values, dtype=np.float32) for name, values in load_file(path).items()}
    except (OSError, SafetensorError, ValueError) as error:
        raise InvalidModelPackageError(path, Worded.of(mark("cannot be read: {reason}"), reason=str(error))) from error


def distribution_of(tensors: Mapping[str, Features], source: Path) -> FeatureDistribution:
    """The distribution that a statistics file holds.

    Args:
        tensors: From `read_feature_statistics`.
        source: Where they were read, named by errors.

    Raises:
        InvalidModelPackageError: A tensor is missing, misshapen, not finite or no variance.
    """
    shapes = {"mean": 1, "directions": 2, "variances": 1, "residual_variance": 1}
    for name, dimensions in shapes.items():
        if name not in tensors or tensors[name].ndim != dimensions or not np.isfinite(tensors[name]).all():
            raise InvalidModelPackageError(source, f"tensor {name} is missing or damaged")
    mean, directions, variances, residual = (tensors[name].astype(np.float64) for name in shapes)
    fits = directions.shape == (variances.size, mean.size) and residual.size == 1
    if not fits or not (variances > 0).all() or not (residual > 0).all():
        raise InvalidModelPackageError(source, "its tensors do not fit each other")
    return FeatureDistribution(mean, directions, variances, float(residual[0]))


def _principal_axes(centred: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Sums of squares along the principal axes, descending, and the axes themselves, one per row, orthonormal."""
    if len(centred) <= centred.shape[1]:
        _, singular, axes = np.linalg.svd(centred, full_matrices=False)
        return singular**2, axes
    # With more images than features their scatter is the smaller matrix: seconds instead of minutes.
    squares, columns = np.linalg.eigh(centred.T @ centred)
    return np.maximum(squares[::-1], 0.0), columns[:, ::-1].T
