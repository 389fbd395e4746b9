"""Features of every training image, computed once for the quick depth: what the last layer sees. Imports torch.

The network that diagnoses later also computes them (`core.model.runtime`), so the head fits what it will be given.
Start points that are no package go through torch.
"""

import hashlib
import json
import logging
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt
import torch

from core.jobs import JobContext
from core.model.architecture import RESNET50_FEATURES
from core.model.input import InputSpec, prepare_input
from core.model.package import bundled_package, load_package
from core.model.precision import Precision
from core.model.runtime import DeviceChoice, Runtime, open_runtime
from core.training.device_input import DeviceInput
from core.training.devices import AUTOCAST
from core.training.durable_files import make_folder, write_durably
from core.training.events import ImagesPrepared, TrainingEvent
from core.training.network import build_network
from core.training.plan import Depth, StartKind, TrainingPlan

Pixels = npt.NDArray[np.uint8]
Features = npt.NDArray[np.float32]

_IMAGES_PER_PASS = 32
_FILE_NAME = "features.safetensors"  # untranslated: a file name

log = logging.getLogger(__name__)


class FeatureSource(Protocol):
    """A backbone that computes features."""

    @property
    def key(self) -> str:
        """Everything the features depend on but the pictures."""
        ...

    def compute(self, pixels: Pixels) -> Features:
        """Features float32 (n, features) of pictures uint8 (n, size, size)."""
        ...


@runtime_checkable
class MapSource(FeatureSource, Protocol):
    """A backbone whose features can be had before they are pooled."""

    def feature_maps(self, pixels: Pixels) -> Features:
        """Feature maps float32 (n, features, rows, columns) of pictures uint8 (n, size, size)."""
        ...


class PictureList(Protocol):
    """Pictures in a fixed order: an array of them, or what makes them when they are asked for."""

    def __len__(self) -> int:
        """How many."""
        ...

    def __getitem__(self, which: slice, /) -> Pixels:
        """Some of them: uint8 (n, size, size)."""
        ...


class RuntimeFeatures:
    """Features of a package's network, by the engine that classifies scans."""

    def __init__(self, runtime: Runtime, spec: InputSpec, weights_sha256: str) -> None:
        self._runtime = runtime
        self._spec = spec
        info = runtime.info
        self.key = f"{weights_sha256} {spec} {info.engine} {info.engine_version} {info.device} {info.precision}"

    def compute(self, pixels: Pixels) -> Features:
        """See `FeatureSource.compute`."""
        pooled: Features = self.feature_maps(pixels).mean(axis=(2, 3), dtype=np.float32)
        return pooled

    def feature_maps(self, pixels: Pixels) -> Features:
        """See `MapSource.feature_maps`."""
        inputs = np.stack([prepare_input(picture, self._spec) for picture in pixels])
        return self._runtime.run(inputs).features


class TorchFeatures:
    """Features of any network, by torch."""

    def __init__(self, network: Any, spec: InputSpec, device: torch.device, precision: Precision) -> None:
        self._network = network.eval().to(device, memory_format=torch.channels_last)
        self._input = DeviceInput(spec)
        self._device = device
        self._autocast = AUTOCAST.get(precision)

    @cached_property
    def key(self) -> str:
        """See `FeatureSource.key`."""
        engine = f"torch {torch.__version__} {self._device.type} {self._autocast}"  # untranslated: a key
        return f"{_hash_of_backbone(self._network)} {self._input.spec} {engine}"

    def compute(self, pixels: Pixels) -> Features:
        """See `FeatureSource.compute`."""
        return self._forward(self._network.pooled_features, pixels)

    def feature_maps(self, pixels: Pixels) -> Features:
        """See `MapSource.feature_maps`."""
        return self._forward(self._network.feature_maps, pixels)

    def _forward(self, compute: Callable[[Any], Any], pixels: Pixels) -> Features:
        enabled = self._autocast is not None
        with torch.inference_mode(), torch.autocast(self._device.type, dtype=self._autocast, enabled=enabled):
            grey = torch.from_numpy(np.array(pixels))[:, None].to(self._device)
            found: Features = compute(self._input.one_channel(grey)).float().cpu().contiguous().numpy()
        return found


def open_feature_source(
    plan: TrainingPlan, spec: InputSpec, device: torch.device, precision: Precision
) -> FeatureSource:
    """Make the start point's backbone ready.

    Args:
        plan: Names the start point.
        spec: Its input.
        device: Where to run.
        precision: Arithmetic of torch; a package's runtime chooses its own.

    Raises:
        HilumError: The start point cannot be had, as `build_network` and `open_runtime` say.
    """
    if plan.start.kind is StartKind.PACKAGE:
        package = load_package(plan.start.path) if plan.start.path is not None else bundled_package()
        runtime = open_runtime(package, DeviceChoice.CUDA if device.type == "cuda" else DeviceChoice.CPU)
        return RuntimeFeatures(runtime, spec, package.card.weights_sha256)
    return TorchFeatures(build_network(plan.classes, plan.start, Depth.QUICK, plan.seed), spec, device, precision)


def cached_features(
    folder: Path,
    source: FeatureSource,
    pixels: PictureList,
    sha256: Iterable[str],
    context: JobContext[TrainingEvent],
    between: Callable[[], None] = lambda: None,
) -> Features:
    """Features of every image, computed once and kept in the run's folder.

    Of the images as they are: mirror images beside them doubled the time and made nothing better (paper_protocol, 5
    folds: AUC 0.9966 with, 0.9975 without, 10 of 1,200 wrong either way).

    Args:
        folder: Where they are kept.
        source: The backbone.
        pixels: uint8 (images, size, size), or what makes them.
        sha256: Of each image's file, and whatever else tells other pictures apart.
        context: Told `ImagesPrepared`.
        between: Called between passes; may raise or wait.

    Returns:
        float32 (images, features).

    Raises:
        RunNotWritableError: They cannot be kept.
    """
    path = folder / _FILE_NAME
    words = json.dumps([source.key, list(sha256)])
    key = hashlib.sha256(words.encode()).hexdigest()
    kept = _read(path, key)
    if kept is not None:
        return kept
    make_folder(folder)
    features = np.empty((len(pixels), RESNET50_FEATURES), dtype=np.float32)
    for start in range(0, len(pixels), _IMAGES_PER_PASS):
        between()
        part = source.compute(np.ascontiguousarray(pixels[start : start + _IMAGES_PER_PASS]))
        features[start : start + len(part)] = part
        context.report(ImagesPrepared(start + len(part), len(pixels)))
    _write(path, key, features)
    return features


def _read(path: Path, key: str) -> Features | None:
    from safetensors import SafetensorError, safe_open

    if not path.exists():
        return None
    try:
        with safe_open(path, framework="numpy") as file:
            if (file.metadata() or {}).get("key") != key:
                return None
            return np.asarray(file.get_tensor("features"), dtype=np.float32)
    except (OSError, SafetensorError) as error:
        log.warning("Kept features are damaged and computed again: %s", type(error).__name__)
        return None


def _write(path: Path, key: str, features: Features) -> None:
    from safetensors.numpy import save

    content = save({"features": features}, {"key": key})
    write_durably(path, lambda file: file.write(content))


def _hash_of_backbone(network: torch.nn.Module) -> str:
    digest = hashlib.sha256()
    for name, tensor in sorted(network.state_dict().items()):
        if not name.startswith("fc."):
            digest.update(name.encode())
            digest.update(tensor.detach().cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()
