"""First weights of a network, from wherever a person chose. Importing this module imports torch.

Hilum's own weights are safetensors. The one exception are torchvision's ImageNet weights, which are published as a
pickle: their hash is checked before the file is opened, and only tensors are read from it (`weights_only`).
"""

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError

import torch
from torchvision.models import get_weight

from core.errors import (
    DownloadFailedError,
    DownloadNotAllowedError,
    InvalidWeightsFileError,
    ModelHashMismatchError,
)
from core.model.architecture import expected_tensors, last_layer_tensors
from core.model.card import Architecture
from core.model.input import InputSpec
from core.model.package import ModelPackage, bundled_package, load_package
from core.training.child_words import IMAGENET_NAME
from core.training.plan import StartKind, StartPoint

# The first version, as in the paper; the second was tuned for ImageNet itself.
_IMAGENET_WEIGHTS = "ResNet50_Weights.IMAGENET1K_V1"  # untranslated: torchvision's own name
_HASH_DIGITS = 8
"""How many digits of its SHA-256 torchvision puts at the end of a file's name."""


@dataclass(frozen=True, eq=False)
class StartWeights:
    """Tensors to start from.

    Attributes:
        tensors: Float32, by torchvision's names; without batch counters.
        class_names: What the rows of the last layer stand for, empty where that is not known.
    """

    tensors: Mapping[str, torch.Tensor]
    class_names: tuple[str, ...]


def input_spec_of(start: StartPoint) -> InputSpec:
    """What is done to a picture before the network: the start package's card says, the bundled one's for others.

    Raises:
        InvalidModelPackageError: The package is damaged.
        ModelHashMismatchError: Its weights are not the card's.
    """
    return _start_package(start).card.input


def read_start_weights(start: StartPoint) -> StartWeights | None:
    """Read the weights that training starts from, None for random ones.

    Raises:
        InvalidModelPackageError: The package is damaged.
        ModelHashMismatchError: The package's or the downloaded file's content is not what it should be.
        InvalidWeightsFileError: The file is no safetensors file of a ResNet-50.
        DownloadNotAllowedError: The ImageNet weights are not here and nobody agreed to a download.
        DownloadFailedError: They could not be downloaded.
    """
    match start.kind:
        case StartKind.PACKAGE:
            package = _start_package(start)
            tensors = {name: torch.from_numpy(values.copy()) for name, values in package.read_weights().items()}
            return StartWeights(tensors, package.card.classes)
        case StartKind.WEIGHTS_FILE:
            if start.path is None:
                raise ValueError("a start from a weights file needs its path")
            return StartWeights(_read_weights_file(start.path), ())
        case StartKind.IMAGENET:
            return StartWeights(_read_imagenet_weights(start.may_download), ())
        case StartKind.RANDOM:
            return None


def imagenet_weights_path() -> Path:
    """Where torchvision keeps its ImageNet weights on this computer, whether they are there or not."""
    return Path(torch.hub.get_dir()) / "checkpoints" / _imagenet_address().rpartition("/")[2]


def _imagenet_address() -> str:
    return str(get_weight(_IMAGENET_WEIGHTS).url)


def _start_package(start: StartPoint) -> ModelPackage:
    if start.kind is StartKind.PACKAGE and start.path is not None:
        return load_package(start.path)
    return bundled_package()


def _read_weights_file(path: Path) -> dict[str, torch.Tensor]:
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(path, framework="pt") as file:
            stored = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 (not a dict)
    except (OSError, SafetensorError, ValueError) as error:
        raise InvalidWeightsFileError(path, f"not a sound safetensors file: {error}") from error
    return _checked_tensors(stored, path)


def _checked_tensors(stored: Mapping[str, Any], path: Path) -> dict[str, torch.Tensor]:
    """The network's tensors as float32. The last layer may have any number of rows, and is dropped if misshapen."""
    weight_name, bias_name = last_layer_tensors(Architecture.RESNET50)
    classes = int(stored[weight_name].shape[0]) if weight_name in stored and stored[weight_name].ndim else 1
    tensors: dict[str, torch.Tensor] = {}
    for name, shape in expected_tensors(Architecture.RESNET50, classes).items():
        if name not in stored:
            if name in (weight_name, bias_name):
                continue  # A backbone without its head is a fine start.
            raise InvalidWeightsFileError(path, f"tensor {name} is missing")
        tensor = stored[name]
        if tuple(tensor.shape) != shape:
            raise InvalidWeightsFileError(path, f"tensor {name} has shape {tuple(tensor.shape)}, not {shape}")
        tensors[name] = tensor.to(torch.float32)
        if not math.isfinite(float(tensors[name].sum(dtype=torch.float64))):
            raise InvalidWeightsFileError(path, f"tensor {name} holds values that are not finite")
    return tensors


def _read_imagenet_weights(may_download: bool) -> dict[str, torch.Tensor]:
    path = imagenet_weights_path()
    if not path.exists():
        if not may_download:
            raise DownloadNotAllowedError(IMAGENET_NAME, _imagenet_address())
        _download_imagenet_weights(path)
    _check_name_hash(path)
    try:
        stored = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, RuntimeError, ValueError, KeyError) as error:
        raise InvalidWeightsFileError(path, str(error)) from error
    return _checked_tensors(stored, path)


def _download_imagenet_weights(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Writes to a temporary file, and keeps it only where its hash begins as it should.
        torch.hub.download_url_to_file(_imagenet_address(), str(path), _name_hash(path), progress=False)
    except URLError as error:
        raise DownloadFailedError(IMAGENET_NAME, _imagenet_address(), str(error.reason)) from error
    except (OSError, RuntimeError) as error:
        raise DownloadFailedError(IMAGENET_NAME, _imagenet_address(), str(error)) from error


def _name_hash(path: Path) -> str:
    return path.stem.rpartition("-")[2]


def _check_name_hash(path: Path) -> None:
    """Torch checks the hash while it downloads only; a file that was already there is checked here."""
    with path.open("rb") as file:
        actual = hashlib.file_digest(file, "sha256").hexdigest()
    if actual[:_HASH_DIGITS] != _name_hash(path):
        raise ModelHashMismatchError(path, f"{_name_hash(path)}...", actual)
