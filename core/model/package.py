"""Model packages: a folder with a card and the weights it was written for.

Only safetensors are read: a pickle could run code. A package is checked as a whole before anything uses it.
"""

# untranslated module: technical details of damaged packages

import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

from core.errors import InvalidModelPackageError, ModelHashMismatchError
from core.language import Worded, mark
from core.model.architecture import expected_tensors, last_layer_tensors
from core.model.card import ModelCard, ModelIdentity, NetworkCard

CARD_NAME = "card.json"
LARGEST_CARD_BYTES = 16 * 2**20
BUNDLED_MODEL = "resnet50_cxr_v1"

Tensors = Mapping[str, npt.NDArray[np.float32]]
"""Tensor name to float32 array."""


Card = TypeVar("Card", bound=NetworkCard)


@dataclass(frozen=True)
class NetworkPackage(Generic[Card]):
    """Weights and card of a network of any kind, checked against each other.

    Attributes:
        directory: The package's folder.
        card: What the network says about itself.
    """

    directory: Path
    card: Card

    @property
    def identity(self) -> ModelIdentity:
        """What results name the model by."""
        return self.card.identity

    @property
    def weights_path(self) -> Path:
        """The weights file."""
        return self.directory / self.card.weights.file

    def read_weights(self) -> Tensors:
        """Read the tensors as float32, from the very bytes whose hash is checked.

        Raises:
            InvalidModelPackageError: The file is gone, damaged, or not this architecture's.
            ModelHashMismatchError: It is not the file the card was written for.
        """
        content = _read_bytes(self.weights_path)
        _refuse_other_hash(self.weights_path, self.card.weights.sha256, hashlib.sha256(content).hexdigest())
        return parse_tensors(content, self.weights_path, self.card)


@dataclass(frozen=True)
class ModelPackage(NetworkPackage[ModelCard]):
    """A classifier: weights and card, checked against each other."""

    @property
    def feature_statistics_path(self) -> Path | None:
        """The file with the features' statistics, None where the package has none."""
        statistics = self.card.feature_statistics
        return self.directory / statistics.file if statistics is not None else None

    @property
    def conformal_path(self) -> Path | None:
        """The file with the calibration scores, None where the package has none."""
        conformal = self.card.conformal
        return self.directory / conformal.file if conformal is not None else None

    def read_last_layer(self) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Read the classes' weights (classes, channels) and biases (classes,), float32, and nothing else.

        Raises:
            InvalidModelPackageError: The file is gone, damaged, or not this architecture's.
        """
        from safetensors import SafetensorError, safe_open

        names = last_layer_tensors(self.card.architecture)
        try:
            with safe_open(self.weights_path, framework="numpy") as file:
                weights, biases = (np.asarray(file.get_tensor(name), dtype=np.float32) for name in names)
        except (OSError, SafetensorError) as error:
            raise InvalidModelPackageError(
                self.weights_path, Worded.of(mark("cannot be read: {reason}"), reason=str(error))
            ) from error
        return weights, biases


def load_package(directory: Path) -> ModelPackage:
    """Read and check a model package.

    Args:
        directory: Folder with `card.json` and the weights file it names.

    Raises:
        InvalidModelPackageError: A file is missing or unreadable, or the card is wrong.
        ModelHashMismatchError: The weights are not the ones the card was written for.
    """
    card = read_package_card(directory)
    package = ModelPackage(directory, card)
    for name, sha256 in files_of(card).items():
        check_hash(directory / name, sha256)
    return package


def files_of(card: ModelCard) -> Mapping[str, str]:
    """The files that a card stands for, with their SHA-256."""
    parts = (card.weights, card.feature_statistics, card.conformal)
    return {part.file: part.sha256 for part in parts if part is not None}


def read_package_card(directory: Path) -> ModelCard:
    """Read a package's card alone; nothing is said about its weights.

    Raises:
        InvalidModelPackageError: The card is missing, unreadable or wrong.
    """
    card_path = directory / CARD_NAME
    return ModelCard.from_json(read_card_text(card_path), card_path)


def read_card_text(path: Path) -> str:
    """The text of a card of any kind.

    Raises:
        InvalidModelPackageError: The file is missing, unreadable or absurdly large.
    """
    try:
        if path.stat().st_size > LARGEST_CARD_BYTES:
            raise InvalidModelPackageError(path, f"larger than {LARGEST_CARD_BYTES} bytes")
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidModelPackageError(path, Worded.of(mark("cannot be read: {reason}"), reason=str(error))) from error


def bundled_package() -> ModelPackage:
    """The model that ships with Hilum, checked.

    Raises:
        InvalidModelPackageError: The installation is damaged.
        ModelHashMismatchError: Its weights were changed.
    """
    return load_package(bundled_directory(BUNDLED_MODEL))


def bundled_directory(name: str) -> Path:
    """Where a package of the installation lies, whether it is there or not."""
    return Path(str(resources.files("resources"))) / "models" / name


def parse_tensors(content: bytes, source: Path, card: NetworkCard) -> Tensors:
    """Read a weights file's bytes into float32 arrays, checking names and shapes.

    Args:
        content: The whole safetensors file.
        source: Where it was read, named by errors.
        card: Says which tensors must be there.

    Raises:
        InvalidModelPackageError: Damaged, or a tensor is missing, unknown, misshapen or not finite.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        stored = load(content)
    except (SafetensorError, ValueError, KeyError, TypeError) as error:
        raise InvalidModelPackageError(
            source, Worded.of(mark("not a sound safetensors file: {reason}"), reason=str(error))
        ) from error
    expected = expected_tensors(card.architecture, card.output_count)
    unknown = sorted(name for name in stored if name not in expected and not name.endswith(".num_batches_tracked"))
    if unknown:
        raise InvalidModelPackageError(source, Worded.of(mark("unknown tensor {name}"), name=unknown[0]))
    tensors: dict[str, npt.NDArray[np.float32]] = {}
    for name, shape in expected.items():
        if name not in stored:
            raise InvalidModelPackageError(source, Worded.of(mark("tensor {name} is missing"), name=name))
        if stored[name].shape != shape:
            raise InvalidModelPackageError(source, f"tensor {name} has shape {stored[name].shape}, not {shape}")
        tensors[name] = np.asarray(stored[name], dtype=np.float32)
        if not math.isfinite(float(tensors[name].sum(dtype=np.float64))):
            raise InvalidModelPackageError(source, f"tensor {name} holds values that are not finite")
    return tensors


def check_hash(path: Path, expected: str) -> None:
    """Make sure that a file is the one that was meant.

    Args:
        path: The file; its hash is remembered for as long as time and size stay the same.
        expected: SHA-256, lower-case hexadecimal.

    Raises:
        InvalidModelPackageError: It cannot be read.
        ModelHashMismatchError: It is another one.
    """
    _refuse_other_hash(path, expected, _hash_of(path))


def _refuse_other_hash(path: Path, expected: str, actual: str) -> None:
    if actual != expected:
        raise ModelHashMismatchError(path, expected, actual)


def _hash_of(path: Path) -> str:
    try:
        status = path.stat()
        return _remembered_hash(path, status.st_mtime_ns, status.st_size)
    except OSError as error:
        raise InvalidModelPackageError(path, Worded.of(mark("cannot be read: {reason}"), reason=str(error))) from error


@lru_cache(maxsize=32)
def _remembered_hash(path: Path, modified_ns: int, size: int) -> str:  # noqa: ARG001 (part of the key)
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InvalidModelPackageError(path, Worded.of(mark("cannot be read: {reason}"), reason=str(error))) from error
