"""The network that learns: torchvision's ResNet-50, fed one grey channel. Importing this module imports torch.

Its tensors have torchvision's names and shapes, so that what is saved is a standard ResNet-50.
"""

from typing import Any

import torch
from torch.nn import functional
from torchvision.models.resnet import Bottleneck, ResNet

from core.model.architecture import RESNET50_BLOCKS, last_layer_tensors
from core.model.card import Architecture
from core.training.plan import Depth, StartPoint
from core.training.start_weights import StartWeights, input_spec_of, read_start_weights

__all__ = ["GreyResNet50", "build_network", "input_spec_of", "training_mode"]

_LEARNING_PARTS: dict[Depth, tuple[str, ...]] = {
    Depth.QUICK: ("fc",),
    Depth.PARTIAL: ("layer4", "fc"),
    Depth.FULL: ("conv1", "bn1", "layer1", "layer2", "layer3", "layer4", "fc"),
}


class GreyResNet50(ResNet):  # type: ignore[misc] # torch is not typed here
    """ResNet-50 whose first convolution does a third of the work on grey pictures.

    Grey pictures are the same in all three channels, so convolving one channel with the sum of the three kernels
    gives the same result. The parameters stay the three kernels: each gets the sum's gradient, which is just what
    it gets from three equal channels, so every optimiser takes the same steps as with a plain ResNet-50.
    (Training the sum itself would not be the same: Adam's steps would be a third as long.)

    The last layer is computed in float32, as `core.model.torch_runtime` does.
    """

    def __init__(self, classes: int) -> None:
        super().__init__(Bottleneck, list(RESNET50_BLOCKS), num_classes=classes)

    def pooled_features(self, images: Any) -> Any:
        """What the last layer sees: float32 (n, 2048).

        Args:
            images: (n, 1 or 3, size, size), standardised; three channels must be equal to train as with one.
        """
        # In float32: averaging 49 places in half precision would cost digits.
        return self.feature_maps(images).float().mean(dim=(2, 3))

    def feature_maps(self, images: Any) -> Any:
        """What is pooled for the last layer: (n, 2048, rows, columns), in the precision of the forward pass.

        Args:
            images: As for `pooled_features`.
        """
        if images.shape[1] == 1:
            kernel = self.conv1.weight.sum(dim=1, keepdim=True)
            node = functional.conv2d(images, kernel, stride=self.conv1.stride, padding=self.conv1.padding)
        else:
            node = self.conv1(images)
        node = self.maxpool(self.relu(self.bn1(node)))
        return self.layer4(self.layer3(self.layer2(self.layer1(node))))

    def forward(self, images: Any) -> Any:
        """Logits float32 (n, classes) of images (n, 1 or 3, size, size)."""
        features = self.pooled_features(images)
        with torch.autocast(features.device.type, enabled=False):
            return self.fc(features)


def build_network(class_names: tuple[str, ...], start: StartPoint, depth: Depth, seed: int = 0) -> GreyResNet50:
    """Build a network with its first weights, ready to learn on the processor (move it with `.to(device)`).

    The last layer's rows are taken over for classes that the start package has under the same name; other rows,
    and all rows where the start's classes are not known (a weights file, ImageNet), begin at random.

    Args:
        class_names: Classes in the order of the outputs, at least 2.
        start: Where the weights come from.
        depth: What learns; everything else gets `requires_grad = False`.
        seed: Of whatever begins at random.

    Raises:
        InvalidModelPackageError: The start package is damaged.
        ModelHashMismatchError: Its weights, or the downloaded ones, are not what they should be.
        InvalidWeightsFileError: The weights file is no safetensors file of a ResNet-50.
        DownloadNotAllowedError: ImageNet weights are not here and nobody agreed to a download.
        DownloadFailedError: They could not be downloaded.
    """
    weights = read_start_weights(start)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        network = GreyResNet50(len(class_names))
    if weights is not None:
        _load(network, weights, class_names)
    for name, part in network.named_children():
        part.requires_grad_(name in _LEARNING_PARTS[depth])
    training_mode(network, depth)
    return network


def training_mode(network: Any, depth: Depth) -> None:
    """Switch to training, but leave frozen parts in evaluation: their batch normalisation keeps its statistics.

    Args:
        network: From `build_network`.
        depth: What learns.
    """
    network.train()
    for name, part in network.named_children():
        part.train(name in _LEARNING_PARTS[depth])


def _load(network: GreyResNet50, weights: StartWeights, class_names: tuple[str, ...]) -> None:
    head = last_layer_tensors(Architecture.RESNET50)
    backbone = {name: tensor for name, tensor in weights.tensors.items() if name not in head}
    network.load_state_dict(network.state_dict() | backbone)
    with torch.no_grad():
        for row, name in enumerate(class_names):
            if name in weights.class_names:
                source = weights.class_names.index(name)
                network.fc.weight[row] = weights.tensors[head[0]][source]
                network.fc.bias[row] = weights.tensors[head[1]][source]
