"""Random changes of training images, on the device, for a whole batch at once. Importing this module imports torch.

Torchvision's own transforms draw once per call, so that a batch would be turned by one angle. Here every image has
its own draw, and the batch is still changed by a few operations: all shifts, turns and sizes are one resampling.
"""

from math import ceil
from typing import Any

import torch
from torch.nn import functional
from torchvision.transforms.v2 import Transform

from core.training.plan import Augmentation, Variation

_DRAWS = (
    "reflection",
    "rotation",
    "scaling",
    "aspect",
    "shift_across",
    "shift_down",
    "crop",
    "crop_across",
    "crop_down",
    "erasing",
    "erasing_aspect",
    "erasing_across",
    "erasing_down",
    "noise",
    "brightness",
    "contrast",
    "gamma",
    "blur",
)
"""One uniform number per image each, drawn whether used or not: switching one variation off changes no other."""
_MOST_ERASING_ASPECT = 3.3
"""Source: Zhong et al. 2020, "Random erasing data augmentation", section 4.1: 0.3 to 1 / 0.3."""
_BLUR_REACH = 3
"""Standard deviations to which the Gaussian is computed."""
_LEAST_BLUR = 0.05
"""Pixels; below this a blur changes no grey level, and its kernel would divide by nearly 0."""


class RandomVariations(Transform):  # type: ignore[misc] # torchvision is not typed here
    """Every variation that an `Augmentation` switches on, one random draw per image.

    The order is: reflection, rotation, scaling, aspect, shift and crop in one bilinear resampling (what lies outside
    is black); contrast, brightness, gamma; blur; noise; erasing. As in torchvision's v2 framework `make_params`
    draws and `transform` computes; `forward` is replaced because v2's has no place for a generator.
    """

    def __init__(self, augmentation: Augmentation) -> None:
        super().__init__()
        self.augmentation = augmentation

    def forward(self, grey: Any, generator: torch.Generator) -> Any:
        """Vary a batch.

        Args:
            grey: float32 (n, 1, rows, columns), 0..1.
            generator: All random numbers come from it, or from one seeded by it where it is not on `grey`'s device:
                the same state gives the same bits on a processor.

        Returns:
            The same shape and type, 0..1, on the same device.
        """
        return self.transform(grey, self.make_params([grey], generator))

    def make_params(self, flat_inputs: list[Any], generator: torch.Generator) -> dict[str, Any]:
        """Draw for every image: uniform numbers (n, 1, 1, 1) by name, and standard normal `noise_field`."""
        (grey,) = flat_inputs
        uniform = torch.rand((len(_DRAWS), grey.shape[0], 1, 1, 1), generator=generator, device=generator.device)
        params: dict[str, Any] = dict(zip(_DRAWS, uniform.to(grey.device), strict=True))
        if _happens(self.augmentation.noise):
            # Millions of numbers: drawn where they are needed, from a generator that the given one seeds.
            if generator.device.type != grey.device.type:
                seed = int(torch.randint(2**62, (), generator=generator, device=generator.device))
                generator = torch.Generator(grey.device).manual_seed(seed)
            params["noise_field"] = torch.randn(grey.shape, generator=generator, device=grey.device, dtype=grey.dtype)
        return params

    def transform(self, inpt: Any, params: dict[str, Any]) -> Any:
        """Change a batch as drawn: float32 (n, 1, rows, columns), 0..1."""
        chosen = self.augmentation
        grey = _moved(inpt, params, chosen)
        grey = _toned(grey, params, chosen)
        if _happens(chosen.blur):
            grey = _blurred(grey, params["blur"] * chosen.blur.amount, chosen.blur.amount)
        if _happens(chosen.noise):
            grey = grey + params["noise_field"] * (params["noise"] * chosen.noise.amount)
        grey = grey.clamp(0, 1)
        return _erased(grey, params, chosen.erasing.amount) if _happens(chosen.erasing) else grey


def _happens(variation: Variation) -> bool:
    return variation.enabled and variation.amount > 0


def _amount(variation: Variation) -> float:
    return variation.amount if variation.enabled else 0.0


def _either_way(draw: Any) -> Any:
    """From 0..1 to -1..1."""
    return 2 * draw - 1


def _moved(grey: Any, params: dict[str, Any], chosen: Augmentation) -> Any:
    parts = (chosen.reflection, chosen.rotation, chosen.scaling, chosen.aspect, chosen.shift, chosen.crop)
    if not any(map(_happens, parts)):
        return grey
    grid = functional.affine_grid(_sampling_matrices(params, chosen), list(grey.shape), align_corners=False)
    return functional.grid_sample(grey, grid, mode="bilinear", padding_mode="zeros", align_corners=False)


def _sampling_matrices(params: dict[str, Any], chosen: Augmentation) -> Any:
    """Where each point of the result comes from: float32 (n, 2, 3), in coordinates from -1 to 1, x before y.

    A point of the result is first taken into the part that is cut out, then moved, turned, mirrored and stretched.
    """
    draw = {name: params[name].view(-1) for name in _DRAWS}
    signed = {name: 2 * value - 1 for name, value in draw.items()}
    angle = torch.deg2rad(signed["rotation"] * _amount(chosen.rotation))
    size = 1 + signed["scaling"] * _amount(chosen.scaling)
    # Half of the aspect's change in either direction, so that the area stays.
    aspect = (1 + _amount(chosen.aspect)) ** (signed["aspect"] / 2)
    mirror = torch.where(draw["reflection"] < _amount(chosen.reflection), -1.0, 1.0)
    across, down = mirror / (size * aspect), aspect / size
    turned = torch.stack([torch.cos(angle), -torch.sin(angle), torch.sin(angle), torch.cos(angle)], -1).view(-1, 2, 2)
    linear = torch.stack([across, down], -1)[:, :, None] * turned
    part = 1 - draw["crop"] * _amount(chosen.crop)
    moved = [
        signed[f"crop_{way}"] * (1 - part) - 2 * signed[f"shift_{way}"] * _amount(chosen.shift)  # a side is 2 long
        for way in ("across", "down")
    ]
    return torch.cat([linear * part[:, None, None], linear @ torch.stack(moved, -1)[:, :, None]], dim=2)


def _toned(grey: Any, params: dict[str, Any], chosen: Augmentation) -> Any:
    if _happens(chosen.contrast):
        middle = grey.mean(dim=(1, 2, 3), keepdim=True)
        grey = middle + (grey - middle) * (1 + _either_way(params["contrast"]) * chosen.contrast.amount)
    if _happens(chosen.brightness):
        grey = grey + _either_way(params["brightness"]) * chosen.brightness.amount
    if _happens(chosen.gamma):
        exponent = (1 + chosen.gamma.amount) ** _either_way(params["gamma"])
        grey = grey.clamp(0, 1) ** exponent
    return grey


def _blurred(grey: Any, deviation: Any, most: float) -> Any:
    """Blur each image by its own Gaussian: rows, then columns, all images as the groups of one convolution."""
    reach = max(1, ceil(_BLUR_REACH * most))
    if reach >= min(grey.shape[2:]):
        raise ValueError(f"a blur of {most} pixels is too large for an image of {tuple(grey.shape[2:])}")
    places = torch.arange(-reach, reach + 1, device=grey.device, dtype=grey.dtype)
    weights = torch.exp(-0.5 * (places / deviation.view(-1, 1).clamp(min=_LEAST_BLUR)) ** 2)
    weights = weights / weights.sum(dim=1, keepdim=True)
    images = grey.shape[0]
    line = functional.pad(grey.transpose(0, 1), (reach,) * 4, mode="reflect")
    line = functional.conv2d(line, weights.view(images, 1, 1, -1), groups=images)
    return functional.conv2d(line, weights.view(images, 1, -1, 1), groups=images).transpose(0, 1)


def _erased(grey: Any, params: dict[str, Any], most: float) -> Any:
    """Blank a rectangle of each image, 0 to `most` of its area, wholly inside."""
    rows, columns = grey.shape[2:]
    area = params["erasing"] * most
    aspect = _MOST_ERASING_ASPECT ** _either_way(params["erasing_aspect"])
    width = (area * aspect).sqrt().clamp(max=1)
    height = (area / aspect).sqrt().clamp(max=1)
    left, top = params["erasing_across"] * (1 - width), params["erasing_down"] * (1 - height)
    x = (torch.arange(columns, device=grey.device, dtype=grey.dtype) + 0.5) / columns
    y = ((torch.arange(rows, device=grey.device, dtype=grey.dtype) + 0.5) / rows).view(-1, 1)
    outside = (x < left) | (x >= left + width) | (y < top) | (y >= top + height)
    return grey * outside
