"""A cached network that is wrong in any way costs a compilation, never a crash or a wrong answer."""

import os
import sys
from pathlib import Path

import numpy as np
import pytest

from core.model.compiled_cache import KEPT_NETWORKS, CompiledCache
from core.model.input import ModelInput
from core.model.openvino_runtime import OpenVinoRuntime, open_openvino_runtime
from core.model.package import ModelPackage
from core.model.precision import Precision
from core.model.runtime import DeviceChoice


def blob_of(cache: CompiledCache) -> Path:
    (blob,) = cache.directory.glob("*.compiled")
    return blob


def test_what_is_stored_is_found_again(tmp_path: Path) -> None:
    cache = CompiledCache(tmp_path / "new" / "folder")
    assert cache.load("key") is None
    assert cache.store("key", b"network")
    assert cache.load("key") == b"network"
    assert cache.load("other key") is None


@pytest.mark.parametrize("damage", [lambda b: b[:-1], lambda b: b[:-1] + b"!", lambda b: b[:0], lambda b: b + b"x"])
def test_a_damaged_network_is_not_returned_and_goes(tmp_path: Path, damage: object) -> None:
    cache = CompiledCache(tmp_path)
    cache.store("key", b"network")
    blob = blob_of(cache)
    blob.write_bytes(damage(blob.read_bytes()))  # type: ignore[operator]
    assert cache.load("key") is None
    assert not blob.exists()


def test_only_the_last_used_networks_are_kept(tmp_path: Path) -> None:
    cache = CompiledCache(tmp_path)
    for index in range(KEPT_NETWORKS + 3):
        cache.store(f"key {index}", b"network")
        for age, path in enumerate(sorted(tmp_path.iterdir(), key=lambda path: path.stat().st_mtime_ns)):
            os.utime(path, (1000 + age, 1000 + age))
    assert len(list(tmp_path.iterdir())) == KEPT_NETWORKS
    assert cache.load(f"key {KEPT_NETWORKS + 2}") == b"network"


def test_a_folder_that_cannot_be_made_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = CompiledCache(tmp_path / "file" / "folder")
    assert not cache.store("key", b"network")
    assert cache.load("key") is None


def test_the_runtime_survives_every_kind_of_damage(
    package: ModelPackage, tmp_path: Path, runtime: OpenVinoRuntime, batch: ModelInput
) -> None:
    expected = runtime.run(batch[:1]).logits
    cache = CompiledCache(tmp_path)

    def answers() -> bool:
        opened = open_openvino_runtime(package, DeviceChoice.CPU, Precision.FLOAT32, cache)
        return bool(np.allclose(opened.run(batch[:1]).logits, expected, atol=1e-3))

    assert answers()  # compiled, and kept
    blob = blob_of(cache)
    sound = blob.read_bytes()
    assert answers()  # from the cache
    blob.write_bytes(sound[: len(sound) // 2])
    assert answers()
    blob.write_bytes(sound[:-1000] + bytes(1000))
    assert answers()
    # Sealed, but nothing that OpenVINO knows.
    blob.unlink()
    cache.store("foreign", b"not a network at all" * 1000)
    cache._path("foreign").replace(blob)
    assert answers()
    assert blob.stat().st_size > len(sound) // 2  # kept anew


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a folder that refuses this user")
def test_the_runtime_works_without_a_cache(package: ModelPackage, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    cache = CompiledCache(tmp_path)
    assert open_openvino_runtime(package, DeviceChoice.CPU, Precision.FLOAT32, cache).info.engine == "OpenVINO"


def test_the_runtime_opens_where_the_cache_folder_is_a_file(package: ModelPackage, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = CompiledCache(tmp_path / "file")
    assert open_openvino_runtime(package, DeviceChoice.CPU, Precision.FLOAT32, cache).info.engine == "OpenVINO"
