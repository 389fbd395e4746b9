"""Networks on the processor and on Intel GPUs, through OpenVINO."""

import threading
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from core.errors import DeviceUnavailableError
from core.model.compiled_cache import CompiledCache, cache_directory
from core.model.package import ModelPackage
from core.model.precision import Precision
from core.model.runtime import AvailableDevice, DeviceChoice, NetworkOutput, RuntimeInfo

if TYPE_CHECKING:
    import openvino

ENGINE = "OpenVINO"
GRAPH_REVISION = 1
"""Raised whenever `core.model.openvino_graph` builds a different graph from the same weights."""

_PRECISION_HINTS = {Precision.FLOAT32: "f32", Precision.BFLOAT16: "bf16", Precision.FLOAT16: "f16"}


class OpenVinoRuntime:
    """A network compiled by OpenVINO. See `core.model.runtime.Runtime`."""

    def __init__(self, compiled: "openvino.CompiledModel", info: RuntimeInfo) -> None:
        self._compiled = compiled
        self._info = info
        self._requests = threading.local()

    @property
    def info(self) -> RuntimeInfo:
        """What results are computed with."""
        return self._info

    def run(self, inputs: npt.NDArray[np.float32]) -> NetworkOutput:
        """Run one forward pass; see `core.model.runtime.Runtime.run`."""
        request = self._request()
        request.infer([inputs], share_inputs=True)
        # Copied: the request's own memory is overwritten by the next pass.
        return NetworkOutput(request.get_output_tensor(0).data.copy(), request.get_output_tensor(1).data.copy())

    def _request(self) -> Any:
        request = getattr(self._requests, "request", None)
        if request is None:
            request = self._requests.request = self._compiled.create_infer_request()
        return request


def open_openvino_runtime(
    package: ModelPackage, device: DeviceChoice, precision: Precision | None = None
) -> OpenVinoRuntime:
    """Compile a package's network, or take it from the cache.

    Args:
        package: Verified weights and card.
        device: `cpu` or `gpu`.
        precision: None for bfloat16 (float16 on a GPU) where the device has it in hardware, else float32.

    Raises:
        DeviceUnavailableError: No such device here, or it refuses the network.
    """
    raise NotImplementedError


def openvino_devices() -> tuple[AvailableDevice, ...]:
    """Devices that OpenVINO can use here, Intel GPUs first."""
    raise NotImplementedError


def has_intel_gpu() -> bool:
    """Whether OpenVINO sees a GPU."""
    return any(name.startswith("GPU") for name in _core().available_devices)


@lru_cache(maxsize=1)
def _core() -> "openvino.Core":
    import openvino

    return openvino.Core()
