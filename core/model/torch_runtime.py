"""Networks on CUDA, through torch. Importing this module imports torch: only CUDA inference and tests do."""

# untranslated module: names of devices

import threading
import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torchvision.models import resnet50

from core.errors import DeviceOutOfMemoryError, DeviceUnavailableError
from core.language import Worded, mark
from core.model.batching import run_in_parts
from core.model.card import Architecture, NetworkCard
from core.model.package import NetworkPackage, Tensors
from core.model.precision import Precision
from core.model.runtime import AvailableDevice, DeviceChoice, NetworkOutput, RuntimeInfo

ENGINE = "torch"
MOST_IMAGES_PER_PASS = 256

Outputs = Callable[[Any, Any], tuple[Any, Any]]
"""From network and images to logits and features, both float32."""

_AUTOCAST = {Precision.BFLOAT16: torch.bfloat16, Precision.FLOAT16: torch.float16}


class TorchRuntime:
    """A network on a torch device. See `core.model.runtime.Runtime`."""

    def __init__(self, network: Any, outputs: Outputs, device: str, info: RuntimeInfo) -> None:
        self._network = network
        self._outputs = outputs
        self._device = device
        self._info = info
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
        autocast = _AUTOCAST.get(self._info.precision)
        try:
            with torch.inference_mode(), torch.autocast(self._device, dtype=autocast, enabled=autocast is not None):
                images = torch.from_numpy(inputs).to(self._device).contiguous(memory_format=torch.channels_last)
                logits, features = self._outputs(self._network, images)
                return NetworkOutput(logits.cpu().numpy(), features.contiguous().cpu().numpy())
        except torch.OutOfMemoryError as error:
            out_of_memory = DeviceOutOfMemoryError(self._info.device_name, inputs.shape[0])
            del error  # Its traceback holds the failed pass's tensors.
        torch.cuda.empty_cache()
        raise out_of_memory


def open_torch_runtime(
    package: NetworkPackage[Any], device: str = "cuda", precision: Precision | None = None
) -> TorchRuntime:
    """Put a package's network on a torch device.

    Args:
        package: Verified weights and card.
        device: `cuda`, or `cpu`, which tests use.
        precision: None for the fastest that the device has in hardware.

    Raises:
        DeviceUnavailableError: No CUDA here.
        InvalidModelPackageError: The weights do not fit the card.
        ModelHashMismatchError: The weights changed since the package was loaded.
        DeviceOutOfMemoryError: The network itself does not fit.
    """
    choice = DeviceChoice(device)
    if choice is DeviceChoice.CUDA:
        check_cuda()
    name = torch.cuda.get_device_name() if choice is DeviceChoice.CUDA else "torch on the processor"
    info = RuntimeInfo(ENGINE, torch.__version__, choice, name, precision or fastest_precision(choice))
    network, outputs = _build_network(package.card, package.read_weights())
    try:
        network = network.eval().to(device, memory_format=torch.channels_last)
    except torch.OutOfMemoryError as error:
        raise DeviceOutOfMemoryError(name, 0) from error
    return TorchRuntime(network, outputs, device, info)


def cuda_devices() -> tuple[AvailableDevice, ...]:
    """The CUDA device that would be used, none where CUDA does not work."""
    try:
        check_cuda()
    except DeviceUnavailableError:
        return ()
    precision = fastest_precision(DeviceChoice.CUDA)
    return (AvailableDevice(DeviceChoice.CUDA, ENGINE, torch.cuda.get_device_name(), precision),)


def check_cuda() -> None:
    """Make sure that CUDA works here.

    Raises:
        DeviceUnavailableError: It does not; says why.
    """
    if torch.version.cuda is None:
        raise DeviceUnavailableError(DeviceChoice.CUDA, _without_cuda())
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")  # torch says why in a warning only.
        available = torch.cuda.is_available()
    if not available:
        reason = "; ".join(str(warning.message) for warning in caught) or mark("no NVIDIA GPU or driver was found")
        raise DeviceUnavailableError(DeviceChoice.CUDA, reason)


def _without_cuda() -> str:
    text = mark("this PyTorch ({version}) is built without CUDA")
    return Worded.of(text, version=torch.__version__)


def fastest_precision(device: DeviceChoice) -> Precision:
    """Arithmetic of inference: on CUDA the fastest that the GPU has in hardware, else float32."""
    if device is not DeviceChoice.CUDA:
        return Precision.FLOAT32
    major, _ = torch.cuda.get_device_capability()
    if major >= 8:  # Ampere, the first with bfloat16 tensor cores.
        return Precision.BFLOAT16
    return Precision.FLOAT16 if major >= 7 else Precision.FLOAT32  # Volta, the first with float16 ones.


def _build_network(card: NetworkCard, tensors: Tensors) -> tuple[Any, Outputs]:
    outputs: Outputs
    match card.architecture:
        case Architecture.RESNET50:
            network, outputs = resnet50(weights=None, num_classes=card.output_count), _outputs_of_resnet
        case Architecture.UNET:
            from core.model.torch_unet import UNet

            network, outputs = UNet(card.output_count), _outputs_of_unet
    state = {name: torch.from_numpy(np.array(tensor)) for name, tensor in tensors.items()}
    # Batch counters are not in the tensors: evaluation does not use them.
    missing, unexpected = network.load_state_dict(state, strict=False)
    if unexpected or any(not name.endswith("num_batches_tracked") for name in missing):
        raise AssertionError(f"the network differs from the tensor list: {missing} {unexpected}")
    return network, outputs


def _outputs_of_resnet(network: Any, images: Any) -> tuple[Any, Any]:
    """Torchvision's `ResNet.forward`, with what lies before global average pooling."""
    node = network.maxpool(network.relu(network.bn1(network.conv1(images))))
    features = network.layer4(network.layer3(network.layer2(network.layer1(node))))
    # Pooled and classified in float32: averaging 49 places in half precision would cost digits.
    with torch.autocast(images.device.type, enabled=False):
        features = features.float()
        return network.fc(features.mean(dim=(2, 3))), features


def _outputs_of_unet(network: Any, images: Any) -> tuple[Any, Any]:
    logits, features = network.maps_and_features(images)
    return logits.float(), features.float()
