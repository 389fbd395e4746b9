"""One step of learning from one batch, and predictions on held-out images. Importing this module imports torch."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from core.errors import DeviceOutOfMemoryError
from core.imaging.radiograph import DisplayPixels
from core.model.input import InputSpec
from core.model.precision import Precision
from core.training.augmentation import RandomVariations
from core.training.device_input import DeviceInput
from core.training.devices import AUTOCAST, describe_device, keep_freed_memory
from core.training.plan import Augmentation

_log = logging.getLogger(__name__)

Labels = npt.NDArray[np.int64]
"""Index of each image's class: int64 (n,)."""

_SHORT_OF_MEMORY = ("can't allocate memory", "not enough memory")  # untranslated: compared with what libraries print


class TrainingStep:
    """What happens with one batch: variations, network input, forward, backward, optimiser.

    Where the device's memory is not enough for the batch, it is taken in halves, quarters ... whose gradients add up
    to the batch's: the same effective batch. What differs is batch normalisation, which then takes its statistics
    from each part; and the statistics for inference have seen the images of the attempt that failed once more.

    A network that is to be compiled and cannot be (no compiler, an old GPU) runs as it is.

    Attributes:
        network: What learns.
        optimiser: Its parameters' optimiser.
        micro_batch: Images per part; None as long as the whole batch fits.
        scheduler: Told after every step; None for a constant rate.
        ema: Averaged network (`torch.optim.swa_utils.AveragedModel`), updated after every step; None for none.
    """

    def __init__(
        self,
        network: Any,
        optimiser: Any,
        spec: InputSpec,
        augmentation: Augmentation,
        device: torch.device,
        precision: Precision,
        generator: torch.Generator,
        label_smoothing: float = 0.0,
        micro_batch: int | None = None,
        scheduler: Any | None = None,
        ema: Any | None = None,
        compiled: bool = False,
    ) -> None:
        self.network = network
        self._forward = torch.compile(network) if compiled else network
        self.optimiser = optimiser
        self.micro_batch = micro_batch
        self.scheduler = scheduler
        self.ema = ema
        self._device = device
        self._precision = precision
        self._generator = generator
        self._label_smoothing = label_smoothing
        self._vary = RandomVariations(augmentation)
        self._prepare = DeviceInput(spec)
        if device.type == "cpu":
            keep_freed_memory()
        # Gradients in float16 underflow unless they are scaled.
        self._scaler = torch.amp.GradScaler(device.type, enabled=precision is Precision.FLOAT16)

    def run(self, grey: DisplayPixels, labels: Labels) -> float:
        """Learn from one batch.

        Args:
            grey: uint8 (n, size, size), an array or a tensor on any device.
            labels: int64 (n,), an array or a tensor.

        Returns:
            Mean cross-entropy of the batch before the step.

        Raises:
            DeviceOutOfMemoryError: Not even one image fits.
        """
        return float(self.run_without_waiting(grey, labels))

    def run_without_waiting(self, grey: DisplayPixels, labels: Labels) -> Any:
        """As `run`, but the loss stays on the device, so that a GPU works on while the next batch is gathered."""
        images, targets = self._varied(grey, labels)
        while True:
            try:
                loss = self._accumulate(images, targets)
                break
            except RuntimeError as error:
                short = _is_out_of_memory(error)
                if not short and not self._is_failed_compilation(error):
                    raise
            # Here, not in the handler: until it ends, the exception keeps the failed pass's tensors alive.
            if short:
                self._make_smaller(len(targets))
            else:
                _log.info("the network cannot be compiled here and runs as it is")
                self._forward = self.network
        self._update()
        return loss

    def state_dict(self) -> dict[str, Any]:
        """What a checkpoint must keep of the step itself: part size and float16's gradient scale."""
        return {"micro_batch": self.micro_batch, "scaler": self._scaler.state_dict()}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Go on from a checkpoint."""
        self.micro_batch = state["micro_batch"]
        self._scaler.load_state_dict(state["scaler"])

    @torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore] # torch is not typed here
    def _varied(self, grey: DisplayPixels, labels: Labels) -> tuple[Any, Any]:
        """Network input (n, 1, size, size) and labels, on the device."""
        pixels = torch.as_tensor(grey).to(self._device, non_blocking=True)
        varied = self._vary(pixels[:, None].float() / 255, self._generator)
        return self._prepare.one_channel(varied), torch.as_tensor(labels).to(self._device, non_blocking=True)

    def _accumulate(self, images: Any, targets: Any) -> Any:
        """Put the batch's gradients into the parameters and return the mean loss."""
        self.optimiser.zero_grad(set_to_none=True)
        total = torch.zeros((), device=self._device)
        size = self.micro_batch or len(targets)
        for part, part_targets in zip(images.split(size), targets.split(size), strict=True):
            loss = self._loss(part, part_targets) / len(targets)
            self._scaler.scale(loss).backward()
            total += loss.detach()
        return total

    def _loss(self, images: Any, targets: Any) -> Any:
        """Summed cross-entropy. The network computes its last layer, and so the logits, in float32."""
        with _autocast(self._device, self._precision):
            logits = self._forward(images)
        return functional.cross_entropy(logits.float(), targets, label_smoothing=self._label_smoothing, reduction="sum")

    def _is_failed_compilation(self, error: RuntimeError) -> bool:
        if self._forward is self.network:
            return False
        from torch._dynamo.exc import TorchDynamoException  # Seconds to import, for a case that is rare.

        return isinstance(error, TorchDynamoException)

    def _make_smaller(self, batch_size: int) -> None:
        failed = min(self.micro_batch or batch_size, batch_size)
        self.optimiser.zero_grad(set_to_none=True)
        if self._device.type == "cuda":
            torch.cuda.empty_cache()
        if failed <= 1:
            raise DeviceOutOfMemoryError(describe_device(self._device), failed)
        self.micro_batch = (failed + 1) // 2
        _log.info(
            "out of memory with %d images at once: %d at once from now on, same batch of %d",
            failed,
            self.micro_batch,
            batch_size,
        )

    def _update(self) -> None:
        scale = self._scaler.get_scale()
        self._scaler.step(self.optimiser)
        self._scaler.update()
        if self._scaler.get_scale() < scale:
            return  # Gradients overflowed, and the optimiser left the step out.
        if self.scheduler is not None:
            self.scheduler.step()
        if self.ema is not None:
            self.ema.update_parameters(self.network)


@torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore] # torch is not typed here
def predict_logits(
    network: Any, pixels: DisplayPixels, spec: InputSpec, device: torch.device, precision: Precision, batch: int
) -> npt.NDArray[np.float32]:
    """Predict images as they are, with the network in evaluation; its mode is put back afterwards.

    Args:
        network: From `build_network`, on the device.
        pixels: uint8 (n, size, size).
        spec: The network's input.
        device: Where the network is.
        precision: Arithmetic of the forward pass.
        batch: Images at once; halved where memory is not enough.

    Returns:
        float32 (n, classes), before softmax.

    Raises:
        DeviceOutOfMemoryError: Not even one image fits.
    """
    prepare = DeviceInput(spec)
    outputs: list[Any] = []
    with _evaluation(network):
        start = 0
        while not outputs or start < len(pixels):  # No images are one empty batch: it has the right shape.
            part = torch.as_tensor(pixels[start : start + batch]).to(device, non_blocking=True)[:, None]
            try:
                with _autocast(device, precision):
                    outputs.append(network(prepare.one_channel(part)))
                start += batch
                continue
            except RuntimeError as error:
                if not _is_out_of_memory(error):
                    raise
            if batch == 1:
                raise DeviceOutOfMemoryError(describe_device(device), 1)
            batch = (batch + 1) // 2
    return np.concatenate([output.cpu().numpy() for output in outputs]).astype(np.float32, copy=False)


def _autocast(device: torch.device, precision: Precision) -> Any:
    wanted = AUTOCAST.get(precision)
    return torch.autocast(device.type, dtype=wanted, enabled=wanted is not None)


def _is_out_of_memory(error: RuntimeError) -> bool:
    """Whether memory was not enough; on a processor torch says so in words only, in others on Windows."""
    words = str(error)
    return isinstance(error, torch.OutOfMemoryError) or any(short in words for short in _SHORT_OF_MEMORY)


@contextmanager
def _evaluation(network: Any) -> Iterator[None]:
    """Evaluation for a while; afterwards every part is as it was, frozen ones still in evaluation."""
    modes = [(part, part.training) for part in network.modules()]
    network.eval()
    try:
        yield
    finally:
        for part, mode in modes:
            part.training = mode
