"""`core.model.input` for a whole batch on any device. Importing this module imports torch."""

from typing import Any

import torch

from core.model.input import GREY_LEVELS, Crop, InputSpec, bilinear_weights


class DeviceInput:
    """From grey pictures at the network's size to what the network sees: the numbers of `prepare_input`.

    Pictures of uint8 give its numbers to 1e-5; float pictures are rounded to 256 grey levels first, as a displayed
    picture would be.
    """

    def __init__(self, spec: InputSpec) -> None:
        self.spec = spec

    def __call__(self, grey: Any) -> Any:
        """Prepare a batch.

        Args:
            grey: (n, 1, size, size), uint8, or float 0..1, before equalisation.

        Returns:
            float32 (n, channels, size, size) on the same device; the channels share one memory.
        """
        return self.one_channel(grey).expand(-1, self.spec.channels, -1, -1)

    def one_channel(self, grey: Any) -> Any:
        """The same, but the one grey channel only: float32 (n, 1, size, size)."""
        unit = self.equalised(grey)
        if self.spec.crop is not None:
            unit = _resize_kept(unit, self.spec.crop, self.spec.size)
        centred = unit - unit.mean(dim=(1, 2, 3), keepdim=True)
        deviation = centred.square().mean(dim=(1, 2, 3), keepdim=True).sqrt()
        return centred / (deviation + self.spec.standardisation_epsilon)

    def equalised(self, grey: Any) -> Any:
        """The whole pictures after equalisation, where there is one: float32 (n, 1, size, size), 0..1."""
        levels = grey if grey.dtype == torch.uint8 else (grey * (GREY_LEVELS - 1)).round().clamp_(0, GREY_LEVELS - 1)
        if self.spec.equalisation:
            return _equalise_mid_rank(levels.long(), self.spec.equalisation_levels)
        return levels.float() / (GREY_LEVELS - 1)


def _resize_kept(unit: Any, crop: Crop, size: int) -> Any:
    """Cut out and resize. With the weights of `core.model.input`: torch rounds its own to 1e-5 of a pixel."""
    kept = unit[:, :, crop.first : crop.last + 1, crop.first : crop.last + 1]
    low, high, weight = (torch.from_numpy(values).to(unit.device) for values in bilinear_weights(crop.length, size))
    column = weight[:, None]
    tall = kept[:, :, low] * (1 - column) + kept[:, :, high] * column
    return tall[..., low] * (1 - weight) + tall[..., high] * weight


def _equalise_mid_rank(levels: Any, steps: int) -> Any:
    """See `core.model.input.equalise_mid_rank`; each image by itself: int64 (n, 1, rows, columns) to float32."""
    flat = levels.flatten(1)
    counts = torch.zeros((flat.shape[0], GREY_LEVELS), dtype=torch.int32, device=levels.device)
    counts.scatter_add_(1, flat, torch.ones((), dtype=torch.int32, device=levels.device).expand_as(flat))
    mid_rank = (counts.cumsum(1) - counts.double() / 2) / flat.shape[1]
    table = ((mid_rank * steps).round() / steps).float()
    return table.gather(1, flat).view(levels.shape)
