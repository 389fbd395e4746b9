"""The network that draws lung fields and opacities, in torch. Importing this module imports torch."""

from itertools import pairwise
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from core.model.architecture import UNET_WIDTHS


class UNet(nn.Module):  # type: ignore[misc] # torch is not typed here
    """Encoder and decoder with skips between them, as `core.model.openvino_graph` builds it.

    Source: Ronneberger, Fischer, Brox 2015, "U-Net", with batch normalisation and bilinear upsampling.
    """

    def __init__(self, outputs: int) -> None:
        super().__init__()
        before = (1, *UNET_WIDTHS[:-1])
        self.encoder = nn.ModuleList(_stage(low, width) for low, width in zip(before, UNET_WIDTHS, strict=True))
        widths = tuple(reversed(UNET_WIDTHS))
        self.decoder = nn.ModuleList(_stage(low + width, width) for low, width in pairwise(widths))
        self.head = nn.Conv2d(UNET_WIDTHS[0], outputs, 1)

    def forward(self, images: Any) -> Any:
        """Logits (n, outputs, rows, columns) of images (n, 1, rows, columns), standardised; sides divide by 16."""
        return self.maps_and_features(images)[0]

    def maps_and_features(self, images: Any) -> tuple[Any, Any]:
        """The logits, and the features between encoder and decoder (n, 192, rows / 16, columns / 16)."""
        node, skips = images, []
        for level, stage in enumerate(self.encoder):
            node = stage(functional.max_pool2d(node, 2) if level else node)
            skips.append(node)
        features = skips.pop()
        for stage in self.decoder:
            larger = functional.interpolate(node, scale_factor=2, mode="bilinear", align_corners=False)
            node = stage(torch.cat([larger, skips.pop()], dim=1))
        return self.head(node), features


def _stage(inputs: int, width: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, width, 3, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(inplace=True),
        nn.Conv2d(width, width, 3, padding=1, bias=False),
        nn.BatchNorm2d(width),
        nn.ReLU(inplace=True),
    )
