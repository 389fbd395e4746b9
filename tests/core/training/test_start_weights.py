"""First weights: from a file, from ImageNet with and without permission and network, and what is refused."""

import hashlib
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest

# ruff: noqa: E402 (imports after the check for torch)
torch = pytest.importorskip("torch", reason="torch is not installed")

from safetensors.torch import save_file
from torchvision.models import resnet50

from core.errors import (
    DownloadFailedError,
    DownloadNotAllowedError,
    InvalidModelPackageError,
    InvalidWeightsFileError,
    ModelHashMismatchError,
)
from core.training import start_weights
from core.training.plan import StartKind, StartPoint
from core.training.start_weights import imagenet_weights_path, read_start_weights


@pytest.fixture(scope="module")
def tensors() -> dict[str, Any]:
    """A random network of 5 classes."""
    return dict(resnet50(weights=None, num_classes=5).state_dict())


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache of torch's."""
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    folder = tmp_path / "torch" / "hub" / "checkpoints"
    folder.mkdir(parents=True)
    return folder


def from_file(path: Path) -> StartPoint:
    return StartPoint(StartKind.WEIGHTS_FILE, path)


def imagenet(may_download: bool) -> StartPoint:
    return StartPoint(StartKind.IMAGENET, may_download=may_download)


def test_a_weights_file_may_have_other_classes_and_another_precision(tmp_path: Path, tensors: dict[str, Any]) -> None:
    save_file({name: tensor.half() for name, tensor in tensors.items()}, tmp_path / "weights.safetensors")
    found = read_start_weights(from_file(tmp_path / "weights.safetensors"))
    assert found is not None
    assert found.class_names == ()
    assert found.tensors["fc.weight"].shape == (5, 2048)
    assert {tensor.dtype for tensor in found.tensors.values()} == {torch.float32}
    torch.testing.assert_close(found.tensors["conv1.weight"], tensors["conv1.weight"], rtol=1e-3, atol=1e-4)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"layer3.1.conv2.weight": None}, "layer3.1.conv2.weight is missing"),
        ({"conv1.weight": torch.zeros(64, 1, 7, 7)}, "conv1.weight has shape"),
        ({"bn1.bias": torch.full((64,), torch.nan)}, "bn1.bias holds values that are not finite"),
    ],
    ids=["missing", "misshapen", "not finite"],
)
def test_a_file_of_another_network_is_refused(
    tmp_path: Path, tensors: dict[str, Any], change: dict[str, Any], words: str
) -> None:
    changed = {name: tensor for name, tensor in (tensors | change).items() if tensor is not None}
    save_file(changed, tmp_path / "weights.safetensors")
    with pytest.raises(InvalidWeightsFileError) as caught:
        read_start_weights(from_file(tmp_path / "weights.safetensors"))
    assert words in caught.value.detail


@pytest.mark.parametrize("content", [b"", b"\x80\x02pickled", b"\xff" * 64])
def test_anything_but_safetensors_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "weights.pth").write_bytes(content)
    with pytest.raises(InvalidWeightsFileError):
        read_start_weights(from_file(tmp_path / "weights.pth"))


def test_a_file_that_is_gone_is_said_to_be_unreadable(tmp_path: Path) -> None:
    with pytest.raises(InvalidWeightsFileError):
        read_start_weights(from_file(tmp_path / "nothing.safetensors"))


def test_a_folder_that_is_no_package_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidModelPackageError):
        read_start_weights(StartPoint(path=tmp_path))


def test_random_weights_are_no_weights() -> None:
    assert read_start_weights(StartPoint(StartKind.RANDOM)) is None


def test_nothing_is_downloaded_without_permission(hub: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(torch.hub, "download_url_to_file", lambda *_, **__: pytest.fail("a download began"))
    with pytest.raises(DownloadNotAllowedError) as caught:
        read_start_weights(imagenet(may_download=False))
    assert caught.value.address.startswith("https://download.pytorch.org/")


@pytest.mark.parametrize(
    "error", [URLError("no network"), ConnectionResetError("no network"), RuntimeError("invalid hash value")]
)
def test_a_download_that_fails_says_why(hub: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(torch.hub, "download_url_to_file", fail)
    with pytest.raises(DownloadFailedError) as caught:
        read_start_weights(imagenet(may_download=True))
    assert caught.value.detail in ("no network", "invalid hash value")


def test_a_damaged_file_in_torchs_cache_is_not_opened(hub: Path) -> None:
    assert imagenet_weights_path().parent == hub
    imagenet_weights_path().write_bytes(b"not the weights")
    with pytest.raises(ModelHashMismatchError):
        read_start_weights(imagenet(may_download=True))


def test_weights_in_torchs_cache_are_used_without_asking(
    hub: Path, tensors: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    torch.save(tensors, hub / "made.pth")
    digits = hashlib.sha256((hub / "made.pth").read_bytes()).hexdigest()[:8]
    (hub / "made.pth").rename(hub / f"resnet50-{digits}.pth")
    monkeypatch.setattr(start_weights, "_imagenet_address", lambda: f"https://example.org/resnet50-{digits}.pth")
    found = read_start_weights(imagenet(may_download=False))
    assert found is not None
    torch.testing.assert_close(found.tensors["layer1.0.conv1.weight"], tensors["layer1.0.conv1.weight"])
