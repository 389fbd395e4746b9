"""Where training runs and in which arithmetic. Importing this module imports torch: only training does."""

import ctypes
import importlib.util
import sys
from collections.abc import Mapping
from typing import Any

import torch

from core.model.precision import Precision
from core.model.runtime import DeviceChoice
from core.model.torch_runtime import check_cuda, fastest_precision
from core.training.device_words import PROCESSOR, THREADS

AUTOCAST = {Precision.BFLOAT16: torch.bfloat16, Precision.FLOAT16: torch.float16}
"""Number format of the heavy arithmetic, per precision that is not torch's own."""

# glibc's malloc.h.
_MALLOC_TRIM_THRESHOLD = -1
_MALLOC_MMAP_THRESHOLD = -3
_LARGEST_KEPT_BYTES = 2**30

_IMAGES_WORTH_COMPILING = 500_000
"""Three minutes at 3,000 images a second: the pretraining recipe has as many, a clinic's own images have not."""


def choose_device(name: str) -> torch.device:
    """Choose where to train.

    Args:
        name: `auto` (CUDA where it works, else the processor), `cpu` or `cuda`.

    Raises:
        DeviceUnavailableError: CUDA was asked for and does not work here.
    """
    match DeviceChoice(name):
        case DeviceChoice.AUTO:
            return torch.device("cuda" if torch.cuda.is_available() else "cpu")
        case DeviceChoice.CUDA:
            check_cuda()
            return torch.device("cuda")
        case choice:
            return torch.device(choice.value)


def choose_precision(device: torch.device) -> Precision:
    """Choose the arithmetic of the forward and backward pass: the fastest that the device has in hardware.

    On a processor bfloat16 pays only where it multiplies it itself (AVX512-BF16, AMX); emulated it is slower than
    float32.

    Args:
        device: From `choose_device`.
    """
    if device.type == "cuda":
        return fastest_precision(DeviceChoice.CUDA)
    able = _processor_capabilities()
    return Precision.BFLOAT16 if able.get("avx512_bf16") or able.get("amx_bf16") else Precision.FLOAT32


def pays_to_compile(device: torch.device, images: int) -> bool:
    """Whether compiling the network (`torch.compile`) saves more time than it takes, which is about a minute.

    It fuses the normalisations and activations between convolutions, on GPUs with Triton. Never on the processor: it
    would need a C++ compiler there.

    Args:
        device: Where to train.
        images: Images that one network will learn from, over all epochs.
    """
    return (
        device.type == "cuda" and images >= _IMAGES_WORTH_COMPILING and importlib.util.find_spec("triton") is not None
    )


def describe_device(device: torch.device) -> str:
    """Name a device, in English: the GPU's own name, or the processor's with its threads."""
    if device.type == "cuda":
        return str(torch.cuda.get_device_name(device))
    name = _processor_capabilities().get("cpu_name") or PROCESSOR
    return f"{name}, {THREADS.format(number=torch.get_num_threads())}"


def _processor_capabilities() -> Mapping[str, Any]:
    """What torch knows about the processor; of what it can do, at least what `choose_precision` asks for."""
    ask = getattr(torch.cpu, "get_capabilities", None)
    if ask is not None:
        return dict(ask())
    # Older versions of torch, 2.9 among them, say so in functions that they keep for themselves.
    return {
        "avx512_bf16": torch.cpu._is_avx512_bf16_supported(),  # noqa: SLF001
        "amx_bf16": torch.cpu._is_amx_tile_supported(),  # noqa: SLF001
    }


def keep_freed_memory() -> None:
    """Let the C library keep the memory of freed tensors for the next ones; does nothing where it has no such switch.

    By default glibc gives large blocks back to the system at once and gets them again, page by page and zeroed, a
    moment later. A training step frees and gets gigabytes: that is a fifth to a third of its time on a processor.
    """
    if not sys.platform.startswith("linux"):
        return
    change = getattr(ctypes.CDLL(None), "mallopt", None)
    if change is None:  # Another C library (musl).
        return
    # Older versions of glibc refuse a threshold above 32 MiB.
    if not change(_MALLOC_MMAP_THRESHOLD, _LARGEST_KEPT_BYTES):
        change(_MALLOC_MMAP_THRESHOLD, 32 * 2**20)
    change(_MALLOC_TRIM_THRESHOLD, 2**31 - 1)
