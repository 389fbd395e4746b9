"""Weights as the graph needs them: batch normalisation folded into the convolution before it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.model.architecture import BATCH_NORM_EPSILON
from core.model.package import Tensors


@dataclass(frozen=True, eq=False)
class FoldedConvolution:
    """A convolution and its batch normalisation as one convolution with a bias.

    Attributes:
        kernel: float32 (outputs, inputs, rows, columns).
        bias: float32 (outputs,).
    """

    kernel: npt.NDArray[np.float32]
    bias: npt.NDArray[np.float32]


def fold_batch_norm(tensors: Tensors, convolution: str, batch_norm: str) -> FoldedConvolution:
    """Fold a batch normalisation (in its evaluation form) into the convolution before it.

    Computed in float64 and rounded once, to float32.

    Args:
        tensors: The network's tensors.
        convolution: Name of the convolution, `layer1.0.conv1`.
        batch_norm: Name of the normalisation, `layer1.0.bn1`.

    Source: Ioffe and Szegedy 2015, section 3.1, with the running statistics.
    """
    gain = tensors[f"{batch_norm}.weight"].astype(np.float64)
    gain /= np.sqrt(tensors[f"{batch_norm}.running_var"].astype(np.float64) + BATCH_NORM_EPSILON)
    bias = tensors[f"{batch_norm}.bias"] - tensors[f"{batch_norm}.running_mean"] * gain
    kernel = tensors[f"{convolution}.weight"] * gain[:, np.newaxis, np.newaxis, np.newaxis]
    return FoldedConvolution(kernel.astype(np.float32), bias.astype(np.float32))
