"""A network ready to answer: package and runtime together."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.model.activation import ActivationMap, activation_map
from core.model.package import ModelPackage, bundled_package
from core.model.runtime import DeviceChoice, NetworkOutput, Runtime, open_runtime


@dataclass(frozen=True, eq=False)
class Prediction:
    """What the network says about one image.

    Attributes:
        logits: float32 (classes,), before softmax.
        probabilities: float64 (classes,), they sum to 1; with the card's calibration temperature.
        activations: One map per class, in the classes' order.
        features: float32 (channels,), what the last layer sees: the feature map's mean.
    """

    logits: npt.NDArray[np.float32]
    probabilities: npt.NDArray[np.float64]
    activations: tuple[ActivationMap, ...]
    features: npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Classifier:
    """A checked model on an open runtime. Any number of threads may predict at once.

    Attributes:
        package: Weights and card.
        runtime: What runs them.
        class_weights: float32 (classes, channels), the last layer's weights.
        class_biases: float32 (classes,), its biases.
    """

    package: ModelPackage
    runtime: Runtime
    class_weights: npt.NDArray[np.float32]
    class_biases: npt.NDArray[np.float32]

    def predict(self, inputs: npt.NDArray[np.float32]) -> tuple[Prediction, ...]:
        """Classify a batch of prepared images, in one forward pass.

        Args:
            inputs: float32 (images, channels, size, size), from `prepare_input` with this model's card.

        Raises:
            DeviceOutOfMemoryError: Not even one image fits on the device.
        """
        spec = self.package.card.input
        expected = (spec.channels, spec.size, spec.size)
        if inputs.ndim != 4 or inputs.shape[1:] != expected:
            raise ValueError(f"expected inputs of shape (images, {expected}), got {inputs.shape}")
        if inputs.shape[0] == 0:
            return ()
        output = self.runtime.run(np.ascontiguousarray(inputs, dtype=np.float32))
        return tuple(self._prediction(output, index) for index in range(inputs.shape[0]))

    def _prediction(self, output: NetworkOutput, index: int) -> Prediction:
        spec = self.package.card.input
        logits = output.logits[index]
        activations = tuple(activation_map(output.features[index], weights, spec) for weights in self.class_weights)
        pooled = output.features[index].mean(axis=(1, 2), dtype=np.float32)
        return Prediction(logits, softmax(logits, self.package.card.calibration_temperature), activations, pooled)


def load_classifier(package: ModelPackage | None = None, device: DeviceChoice = DeviceChoice.AUTO) -> Classifier:
    """Make a model ready to answer.

    Args:
        package: The model, None for the bundled one.
        device: Where to run it.

    Raises:
        DeviceUnavailableError: The device asked for cannot be had here.
        InvalidModelPackageError: The package is damaged.
        ModelHashMismatchError: Its weights are not the card's.
    """
    chosen = package if package is not None else bundled_package()
    weights, biases = chosen.read_last_layer()
    return Classifier(chosen, open_runtime(chosen, device), weights, biases)


def softmax(
    logits: npt.NDArray[np.float32] | npt.NDArray[np.float64], temperature: float = 1.0
) -> npt.NDArray[np.float64]:
    """Probabilities from logits, computed in float64 along the last axis.

    Args:
        logits: (..., classes).
        temperature: What the logits are divided by, > 0. Source: Guo et al. 2017, section 4.2.
    """
    shifted = logits.astype(np.float64) - logits.max(axis=-1, keepdims=True)
    exponentials: npt.NDArray[np.float64] = np.exp(shifted / temperature)
    probabilities: npt.NDArray[np.float64] = exponentials / exponentials.sum(axis=-1, keepdims=True)
    return probabilities
