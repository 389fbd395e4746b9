"""The final model: trained on all images, with the statistics of what it sees in them. Imports torch."""

import contextlib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from core.model.feature_distance import FEWEST_IMAGES, describe_features, distribution_tensors, left_out_distances
from core.training.checkpoint import CHECKPOINT_NAME
from core.training.control import stand_by
from core.training.durable_files import make_folder, write_durably
from core.training.events import FoldFinished, FoldStarted
from core.training.features import TorchFeatures
from core.training.fit import NetworkFit
from core.training.plan import Depth
from core.training.quick import QuickFits
from core.training.session import FitTask, Session

Features = npt.NDArray[np.float32]

_IMAGES_PER_PASS = 64
_SOURCES_APART = 5
"""The largest sources are each described apart; all others count as one."""


def refit_on_all(session: Session) -> Path:
    """Train the final model on all images, as each fold was; goes on from its last epoch.

    Args:
        session: The run under way; with the quick depth its folds must be finished.

    Returns:
        The weights, a safetensors file (float32, torchvision's names); `run.feature_statistics_path` lies beside it.

    Raises:
        JobCancelledError: Asked to stop.
        RunNotWritableError: The disk is full, or the folder cannot be written.
        TrainingDivergedError: The loss is not a number.
        DeviceOutOfMemoryError: Not even one image fits.
    """
    run = session.run
    if run.weights_path.exists():
        return run.weights_path
    task = next(task for task in session.tasks if task.fold is None)
    session.report(FoldStarted(None, len(task.training), 0))
    network, features = _fit_quick(session, task) if session.plan.depth is Depth.QUICK else _fit_network(session, task)
    if session.team.is_first:
        make_folder(run.fold_folder(None))
        _write_tensors(run.feature_statistics_path, feature_statistics(features, session.labels, session.sources))
        # Last: weights that are there say that the refit is finished.
        _write_tensors(run.weights_path, _arrays(network))
        with contextlib.suppress(OSError):
            (run.fold_folder(None) / CHECKPOINT_NAME).unlink(missing_ok=True)
    session.team.wait()
    session.report(FoldFinished(None))
    return run.weights_path


def feature_statistics(
    features: Features, labels: npt.NDArray[np.int64], sources: Sequence[str | None] = ()
) -> dict[str, Features]:
    """What a network's features of its training images look like, to tell images that are unlike them.

    Args:
        features: float32 (images, features), pooled, before the last layer.
        labels: int64 (images,).
        sources: Where each image comes from, None where unknown; none at all leaves that out.

    Returns:
        float32 tensors. `mean` (features,); `class_means` (classes, features), NaN for a class without images;
        `directions` (k, features), orthonormal, those of the largest variance around the mean; `variances` (k,),
        along them, descending; `residual_variance` (1,), the mean variance along all other directions; `distances`
        (images,), ascending: the training images' own squared Mahalanobis distances with these numbers, divided by
        the number of features; and, where there are sources enough, `left_out_distances` (n,), ascending: the same
        from the images of all other sources, as those of a new hospital would be.

    Source: `core.model.feature_distance`, where distances are defined.
    """
    distribution = describe_features(features)
    values = features.astype(np.float64)
    class_means = [
        values[labels == label].mean(axis=0) if (labels == label).any() else np.full(values.shape[1], np.nan)
        for label in range(int(labels.max()) + 1)
    ]
    found = {
        **distribution_tensors(distribution),
        "class_means": np.stack(class_means),
        "distances": np.sort(distribution.distances(features)),
    }
    left_out = _left_out(features, sources)
    if left_out is not None:
        found["left_out_distances"] = np.sort(left_out)
    return {name: np.ascontiguousarray(value, dtype=np.float32) for name, value in found.items()}


def _left_out(features: Features, sources: Sequence[str | None]) -> npt.NDArray[np.float64] | None:
    """Distances from the images of other sources, None where these are too few to describe anything."""
    largest = [source for source, _ in Counter(sources).most_common(_SOURCES_APART)]
    groups = np.array([largest.index(source) if source in largest else len(largest) for source in sources])
    described = [group for group in np.unique(groups) if np.count_nonzero(groups != group) >= FEWEST_IMAGES]
    if len(described) < 2:
        return None
    return left_out_distances(features, groups)[np.isin(groups, described)]


def _fit_quick(session: Session, task: FitTask) -> tuple[Any, Features]:
    fits = QuickFits(session)
    return fits.refit(task), fits.features


def _fit_network(session: Session, task: FitTask) -> tuple[Any, Features]:
    fit = NetworkFit(session, task)
    fit.run()
    if not session.team.is_first:
        return fit.trained, np.empty((0, 0), dtype=np.float32)
    source = TorchFeatures(fit.trained, session.spec, session.device, session.precision)
    parts = []
    for start in range(0, len(session.images.pixels), _IMAGES_PER_PASS):
        stand_by(session.control, session.context)
        parts.append(source.compute(session.images.pixels[start : start + _IMAGES_PER_PASS]))
    return fit.trained, np.concatenate(parts)


def _arrays(network: torch.nn.Module) -> dict[str, Features]:
    """A network's tensors as float32 arrays, without batch counters, which evaluation does not use."""
    return {
        name: tensor.detach().float().cpu().numpy()
        for name, tensor in network.state_dict().items()
        if not name.endswith("num_batches_tracked")
    }


def _write_tensors(path: Path, tensors: Mapping[str, Features]) -> None:
    from safetensors.numpy import save

    content = save({name: np.ascontiguousarray(values) for name, values in tensors.items()})
    write_durably(path, lambda file: file.write(content))
