"""Networks on the processor and on Intel GPUs, through OpenVINO."""

# untranslated module: names of devices and of the library

import json
import threading
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from core.errors import DeviceOutOfMemoryError, DeviceUnavailableError
from core.language import Worded, mark
from core.model.batching import run_in_parts
from core.model.compiled_cache import CompiledCache, user_cache
from core.model.package import NetworkPackage
from core.model.precision import Precision
from core.model.runtime import AvailableDevice, DeviceChoice, NetworkOutput, RuntimeInfo

if TYPE_CHECKING:
    import openvino

ENGINE = "OpenVINO"
GRAPH_REVISION = 1
"""Raised whenever `core.model.openvino_graph` builds a different graph from the same weights."""
MOST_IMAGES_PER_PASS = 32
"""Measured: images per second are flat from 1 to 32 images a pass; memory is not."""

_HINTS = {Precision.FLOAT32: "f32", Precision.BFLOAT16: "bf16", Precision.FLOAT16: "f16"}
_CAPABILITIES = {Precision.FLOAT32: "FP32", Precision.BFLOAT16: "BF16", Precision.FLOAT16: "FP16"}
_PREFERRED = {
    DeviceChoice.CPU: (Precision.BFLOAT16, Precision.FLOAT32),
    DeviceChoice.GPU: (Precision.FLOAT16, Precision.FLOAT32),
}


class OpenVinoRuntime:
    """A network compiled by OpenVINO. See `core.model.runtime.Runtime`."""

    def __init__(self, compiled: "openvino.CompiledModel", info: RuntimeInfo) -> None:
        self._info = info
        self._request = compiled.create_infer_request()
        # One pass at a time: each already uses every core, and a request's memory is its own.
        self._lock = threading.Lock()

    @property
    def info(self) -> RuntimeInfo:
        """What results are computed with."""
        return self._info

    def run(self, inputs: npt.NDArray[np.float32]) -> NetworkOutput:
        """Run one forward pass; see `core.model.runtime.Runtime.run`."""
        with self._lock:
            return run_in_parts(self._forward, inputs, MOST_IMAGES_PER_PASS)

    def _forward(self, inputs: npt.NDArray[np.float32]) -> NetworkOutput:
        try:
            self._request.infer({0: np.ascontiguousarray(inputs)}, share_inputs=True)
        except (RuntimeError, MemoryError) as error:
            if isinstance(error, MemoryError) or _is_out_of_memory(error):
                raise DeviceOutOfMemoryError(self._info.device_name, inputs.shape[0]) from error
            raise
        # Copied: the request's own memory is overwritten by the next pass.
        return NetworkOutput(
            self._request.get_output_tensor(0).data.copy(), self._request.get_output_tensor(1).data.copy()
        )


def open_openvino_runtime(
    package: NetworkPackage[Any],
    device: DeviceChoice = DeviceChoice.CPU,
    precision: Precision | None = None,
    cache: CompiledCache | None = None,
) -> OpenVinoRuntime:
    """Compile a package's network, or take it from the cache.

    Args:
        package: Verified weights and card.
        device: `cpu` or `gpu`.
        precision: None for bfloat16 (float16 on a GPU) where the device has it in hardware, else float32.
        cache: Where compiled networks are kept, None for the user's cache folder if there is one.

    Raises:
        DeviceUnavailableError: No such device here, or it refuses the network or the precision.
        InvalidModelPackageError: The weights do not fit the card.
        ModelHashMismatchError: The weights changed since the package was loaded.
    """
    name = _openvino_name(device)
    chosen = _choose_precision(device, name, precision)
    from core.model.openvino_offline import openvino

    # "2026.4.1-22982-e213a147257-releases/2026/4": the release is for people, the whole of it for the cache's key.
    release = openvino.__version__.partition("-")[0]
    info = RuntimeInfo(ENGINE, release, device, _full_name(name), chosen)
    # LATENCY is one stream over all cores: on two cores as many images per second as THROUGHPUT (measured).
    options = {"INFERENCE_PRECISION_HINT": _HINTS[chosen], "PERFORMANCE_HINT": "LATENCY"}
    try:
        compiled = _compile(package, name, options, info, cache or user_cache())
    except RuntimeError as error:
        raise DeviceUnavailableError(device, str(error)) from error
    return OpenVinoRuntime(compiled, info)


def openvino_devices() -> tuple[AvailableDevice, ...]:
    """Devices that OpenVINO can use here, Intel GPUs first."""
    devices = []
    for device in (DeviceChoice.GPU, DeviceChoice.CPU):
        try:
            name = _openvino_name(device)
            chosen = _choose_precision(device, name, None)
            devices.append(AvailableDevice(device, ENGINE, _full_name(name), chosen))
        except DeviceUnavailableError:
            continue
    return tuple(devices)


def has_intel_gpu() -> bool:
    """Whether OpenVINO sees a GPU.

    Raises:
        DeviceUnavailableError: OpenVINO is not installed, or does not start.
    """
    return any(name.startswith("GPU") for name in _core().available_devices)


@lru_cache(maxsize=1)
def _core() -> "openvino.Core":
    try:
        from core.model.openvino_offline import openvino
    except (ImportError, OSError) as error:  # OSError: a library of its own that does not load
        raise DeviceUnavailableError(DeviceChoice.CPU, _no_start(error)) from error
    return openvino.Core()


def _openvino_name(device: DeviceChoice) -> str:
    """OpenVINO's name of a device. Of several GPUs a discrete one is taken: those have the higher numbers."""
    prefix = device.upper()
    names: list[str] = [name for name in _core().available_devices if name == prefix or name.startswith(f"{prefix}.")]
    if not names:
        raise DeviceUnavailableError(device, _not_found(prefix))
    return max(names)


def _no_start(error: Exception) -> str:
    return Worded.of(mark("OpenVINO does not start: {reason}"), reason=str(error))


def _not_found(device: str) -> str:
    others = ", ".join(_core().available_devices)
    return Worded.of(mark("OpenVINO finds no {device}, only {others}"), device=device, others=others)


def _without(device: str, precision: Precision) -> str:
    text = mark("{device} has no {precision} arithmetic")
    return Worded.of(text, device=device, precision=precision.value)


def _full_name(name: str) -> str:
    return str(_core().get_property(name, "FULL_DEVICE_NAME")).strip()


def _choose_precision(device: DeviceChoice, name: str, precision: Precision | None) -> Precision:
    capabilities = set(_core().get_property(name, "OPTIMIZATION_CAPABILITIES"))
    candidates = _PREFERRED[device] if precision is None else (precision,)
    for candidate in candidates:
        if _CAPABILITIES[candidate] in capabilities:
            return candidate
    raise DeviceUnavailableError(device, _without(_full_name(name), candidates[-1]))


def _compile(
    package: NetworkPackage[Any], name: str, options: dict[str, str], info: RuntimeInfo, cache: CompiledCache | None
) -> "openvino.CompiledModel":
    key = _cache_key(package, name, options, info)
    kept = cache.load(key) if cache is not None else None
    if cache is not None and kept is not None:
        try:
            return _core().import_model(kept, name, options)
        except RuntimeError:
            cache.discard(key)  # Whole, but not to this engine's taste: compiled anew below.
    from core.model.openvino_graph import build_graph

    graph = build_graph(package.card, package.read_weights(), batch_size=-1)
    compiled = _core().compile_model(graph, name, options)
    if cache is not None and "EXPORT_IMPORT" in _core().get_property(name, "OPTIMIZATION_CAPABILITIES"):
        cache.store(key, _export(compiled))
    return compiled


def _export(compiled: "openvino.CompiledModel") -> bytes:
    exported = compiled.export_model()
    return exported if isinstance(exported, bytes) else bytes(exported.getbuffer())


def _cache_key(package: NetworkPackage[Any], name: str, options: dict[str, str], info: RuntimeInfo) -> str:
    """Everything that a compiled network depends on: weights, graph, engine, device and its instruction sets."""
    from core.model.openvino_offline import openvino

    card = package.card
    capabilities = sorted(_core().get_property(name, "OPTIMIZATION_CAPABILITIES"))
    network = [card.architecture, card.output_count, card.input.channels, card.input.size, card.weights.sha256]
    build = openvino.__version__
    return json.dumps([GRAPH_REVISION, build, name, info.device_name, capabilities, options, network])


def _is_out_of_memory(error: RuntimeError) -> bool:
    text = str(error).lower()
    return any(sign in text for sign in ("out of memory", "bad_alloc", "out_of_resources", "allocation failed"))
