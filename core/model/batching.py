"""Large batches in parts that the device can hold."""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from core.errors import DeviceOutOfMemoryError
from core.model.runtime import NetworkOutput

OneForwardPass = Callable[[npt.NDArray[np.float32]], NetworkOutput]


def run_in_parts(forward: OneForwardPass, inputs: npt.NDArray[np.float32], most_images: int) -> NetworkOutput:
    """Run a batch in parts of at most `most_images`, halving a part that does not fit into memory.

    Args:
        forward: One forward pass.
        inputs: float32 (images, channels, size, size), at least one image.
        most_images: Largest part: more would cost memory and gain no speed.

    Raises:
        DeviceOutOfMemoryError: Not even one image fits.
    """
    outputs: list[NetworkOutput] = []
    part, start = most_images, 0
    while start < inputs.shape[0]:
        images = inputs[start : start + part]
        fits = True
        try:
            outputs.append(forward(images))
        except DeviceOutOfMemoryError:
            if images.shape[0] == 1:
                raise
            fits = False
        # Outside the handler, so that the failed pass's tensors are free before the next one.
        if fits:
            start += images.shape[0]
        else:
            part = images.shape[0] // 2
    if len(outputs) == 1:
        return outputs[0]
    return NetworkOutput(
        np.concatenate([output.logits for output in outputs]), np.concatenate([output.features for output in outputs])
    )
