"""One protocol for every engine that runs a network, and the choice between them.

OpenVINO runs on the processor and on Intel GPUs, torch on CUDA (measured reasons in the design notes).
Neither is imported before a runtime is opened, and torch only where a CUDA driver is present.
"""

# untranslated module: names of files

import importlib.util
import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from core.errors import DeviceOutOfMemoryError, DeviceUnavailableError
from core.language import Worded, mark
from core.model.package import NetworkPackage
from core.model.precision import Precision


class DeviceChoice(StrEnum):
    """Where a person wants the network to run."""

    AUTO = "auto"
    CPU = "cpu"
    GPU = "gpu"
    CUDA = "cuda"


@dataclass(frozen=True)
class RuntimeInfo:
    """What a result was computed with.

    Attributes:
        engine: `OpenVINO` or `torch`.
        engine_version: The engine's version.
        device: What it ran on: `cpu`, `gpu` or `cuda`.
        device_name: The device's own name, e.g. "AMD EPYC 9B14".
        precision: Number format of the heavy arithmetic.
    """

    engine: str
    engine_version: str
    device: DeviceChoice
    device_name: str
    precision: Precision


@dataclass(frozen=True, eq=False)
class NetworkOutput:
    """What one forward pass gives for a batch.

    Attributes:
        logits: float32; of a classifier (images, classes), before softmax; of the lung network (images, maps, rows,
            columns), before the sigmoid.
        features: float32 (images, channels, rows, columns), the last feature map; of the lung network the one
            between encoder and decoder.
    """

    logits: npt.NDArray[np.float32]
    features: npt.NDArray[np.float32]


class Runtime(Protocol):
    """A network ready to run. Any number of threads may call `run` at once."""

    @property
    def info(self) -> RuntimeInfo:
        """What results are computed with."""
        ...

    def run(self, inputs: npt.NDArray[np.float32]) -> NetworkOutput:
        """Run one forward pass.

        Args:
            inputs: float32 (images, channels, size, size), at least one image.

        Raises:
            DeviceOutOfMemoryError: Not even one image fits.
        """
        ...


@dataclass(frozen=True)
class AvailableDevice:
    """A device that can run the network here.

    Attributes:
        device: How to choose it.
        engine: Which engine runs it.
        name: The device's own name.
        precision: Number format that is used on it by default.
    """

    device: DeviceChoice
    engine: str
    name: str
    precision: Precision


def open_runtime(
    package: NetworkPackage[Any], device: DeviceChoice = DeviceChoice.AUTO, precision: Precision | None = None
) -> Runtime:
    """Make a network ready to run.

    `auto` takes CUDA where a driver and torch for it are installed, else an Intel GPU, else the processor;
    a device that fails to start is passed over.

    Args:
        package: Verified weights and card.
        device: Where to run.
        precision: Number format; None takes the fastest that the device has in hardware.

    Raises:
        DeviceUnavailableError: The device asked for, or the precision on it, cannot be had here.
        DeviceOutOfMemoryError: CUDA was asked for and has no room for the network.
        InvalidModelPackageError: The weights do not fit the card.
        ModelHashMismatchError: The weights changed since the package was loaded.
    """
    if device is DeviceChoice.AUTO:
        return _open_first(package, precision)
    if device is DeviceChoice.CUDA:
        return _open_cuda(package, precision)
    from core.model.openvino_runtime import open_openvino_runtime

    return open_openvino_runtime(package, device, precision)


def available_devices() -> tuple[AvailableDevice, ...]:
    """Devices that `auto` chooses from, in its order. Imports OpenVINO, and torch where CUDA is likely."""
    from core.model.openvino_runtime import openvino_devices

    if not _cuda_is_likely():
        return openvino_devices()
    try:
        from core.model.torch_runtime import cuda_devices
    except (ImportError, OSError):
        return openvino_devices()
    return cuda_devices() + openvino_devices()


def _open_first(package: NetworkPackage[Any], precision: Precision | None) -> Runtime:
    from core.model.openvino_runtime import has_intel_gpu

    candidates = [DeviceChoice.CUDA] if _cuda_is_likely() else []
    if has_intel_gpu():
        candidates.append(DeviceChoice.GPU)
    for candidate in candidates:
        try:
            return open_runtime(package, candidate, precision)
        except (DeviceUnavailableError, DeviceOutOfMemoryError):
            continue  # The processor always remains; `hilum doctor` says what is wrong with the others.
    return open_runtime(package, DeviceChoice.CPU, precision)


def _open_cuda(package: NetworkPackage[Any], precision: Precision | None) -> Runtime:
    if not _has_torch():
        raise DeviceUnavailableError(DeviceChoice.CUDA, mark("PyTorch is not installed; the training pack brings it"))
    try:
        from core.model.torch_runtime import open_torch_runtime
    except (ImportError, OSError) as error:  # OSError: a library of torch's own that does not load
        raise DeviceUnavailableError(DeviceChoice.CUDA, _no_start(error)) from error
    return open_torch_runtime(package, "cuda", precision)


def _no_start(error: Exception) -> str:
    return Worded.of(mark("PyTorch does not start: {reason}"), reason=str(error))


def _has_torch() -> bool:
    return importlib.util.find_spec("torch") is not None


def _cuda_is_likely() -> bool:
    """Whether importing torch to look for CUDA is worth its 2 seconds: a driver is present, and torch installed."""
    if sys.platform == "win32":
        driver = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "nvcuda.dll"
    else:
        driver = Path("/dev/nvidiactl")
    # WSL has no device node; its driver library is mounted at a fixed place.
    return (driver.exists() or Path("/usr/lib/wsl/lib/libcuda.so.1").exists()) and _has_torch()
