"""Pictures in which only the lungs tell the class: lung transplant and spectrum mixing. Importing this imports torch.

A network learns whatever separates the classes: markers, borders, how a hospital's machine sharpens. Here the lungs of
one image lie in the body of another, and the coarsest and finest parts of the spectrum are another image's, so that
what lies outside the lungs says nothing about the label.

Source: `resources/models/resnet50_cxr_v1/card.json`, training stage 2. Mixing amplitudes: Xu et al. 2021, "A
Fourier-based framework for domain generalization".
"""

from typing import Any

import torch
from torch.nn import functional

COARSE_BELOW, FINE_ABOVE = 0.02, 0.15
"""Radial frequencies, cycles a pixel, below and above which amplitudes are mixed."""
FILL_SIDE = 14
"""A body without its lungs is filled with itself at this size: no edge of the lungs is left."""
_FEATHER_PARTS = 112
"""The feather's window is a side divided by this, twice: 4 pixels to either side of the edge at 224."""


def feather_reach(size: int) -> int:
    """How many pixels on either side of a lung's edge belong to both pictures."""
    return 2 * _feather_radius(size)


def feathered(masks: Any) -> Any:
    """Masks with soft edges.

    Args:
        masks: float32 (n, 1, size, size), 0 or 1.

    Returns:
        The same shape, 0..1; unchanged further than `feather_reach` from an edge.
    """
    radius = _feather_radius(masks.shape[-1])
    if radius == 0:
        return masks
    once = functional.avg_pool2d(masks, 2 * radius + 1, 1, radius, count_include_pad=False)
    return functional.avg_pool2d(once, 2 * radius + 1, 1, radius, count_include_pad=False).clamp(0, 1)


def transplant_lungs(grey: Any, masks: Any, boxes: Any, bodies: Any, body_masks: Any, body_boxes: Any) -> Any:
    """Put each image's lungs into another one's body.

    The lungs are moved and stretched so that the box around both fits the box around the body's own, and composited
    with a feathered mask. Where the body's own lungs stick out they are filled with the body's blurred grey.

    Args:
        grey: float32 (n, 1, size, size), 0..1, whose lungs are taken.
        masks: float32 (n, 1, size, size), 0 or 1: their lungs.
        boxes: float32 (n, 4), top, left, bottom, right of their lungs, pixels; not empty.
        bodies: float32 (n, 1, size, size), 0..1, that the lungs are put into.
        body_masks: As `masks`, of the bodies.
        body_boxes: As `boxes`, of the bodies.

    Returns:
        float32 (n, 1, size, size), 0..1.
    """
    soft = feathered(masks)
    # Multiplied before they are resampled: else what lies beyond the picture would darken the lungs' edges.
    parts = torch.cat([soft * grey, soft], dim=1)
    grid = functional.affine_grid(
        _box_to_box(boxes, body_boxes, grey.shape[-1]), list(parts.shape), align_corners=False
    )
    moved = functional.grid_sample(parts, grid, mode="bilinear", padding_mode="zeros", align_corners=False)
    lungs, cover = moved[:, :1], moved[:, 1:]
    sticks_out = (feathered(body_masks) - cover).clamp(min=0)
    return lungs + sticks_out * _coarse(bodies) + (1 - cover - sticks_out).clamp(min=0) * bodies


def mix_spectra(grey: Any, others: Any, shares: Any) -> Any:
    """Replace part of the coarsest and finest amplitudes by another image's; the phase, which holds the shapes, stays.

    Args:
        grey: float32 (n, 1, size, size).
        others: float32 (n, 1, size, size), whose amplitudes are mixed in.
        shares: float32 (n, 1, 1, 1), how much of the amplitude is the other's, 0..1.

    Returns:
        float32 (n, 1, size, size), which can go a little beyond 0..1.
    """
    rows, columns = grey.shape[-2:]
    spectrum = torch.fft.rfft2(grey)
    own, other = spectrum.abs(), torch.fft.rfft2(others).abs()
    weights = shares * _mixed_frequencies(rows, columns, grey.device)
    # A part with no amplitude has no phase either: it counts as 0.
    direction = torch.where(own > 0, spectrum / own.clamp(min=torch.finfo(own.dtype).tiny), torch.ones_like(spectrum))
    return torch.fft.irfft2(direction * torch.lerp(own, other, weights), s=(rows, columns))


def _feather_radius(size: int) -> int:
    return round(size / _FEATHER_PARTS)


def _mixed_frequencies(rows: int, columns: int, device: torch.device) -> Any:
    """1 where amplitudes are mixed and 0 elsewhere: float32 (rows, columns // 2 + 1)."""
    down = torch.fft.fftfreq(rows, device=device)
    across = torch.fft.rfftfreq(columns, device=device)
    radius = torch.hypot(down[:, None], across[None, :])
    return ((radius < COARSE_BELOW) | (radius > FINE_ABOVE)).float()


def _box_to_box(boxes: Any, body_boxes: Any, size: int) -> Any:
    """From a point of the body to the point of the lungs' picture: float32 (n, 2, 3), in -1..1, x before y."""
    # From pixels' edges, 0 to size, to -1..1.
    there, here = (2 * box / size - 1 for box in (boxes, body_boxes))
    matrices = torch.zeros((len(boxes), 2, 3), device=boxes.device, dtype=boxes.dtype)
    for axis, (first, last) in enumerate(((1, 3), (0, 2))):
        scale = (there[:, last] - there[:, first]) / (here[:, last] - here[:, first])
        matrices[:, axis, axis] = scale
        matrices[:, axis, 2] = there[:, first] - scale * here[:, first]
    return matrices


def _coarse(grey: Any) -> Any:
    small = functional.adaptive_avg_pool2d(grey, FILL_SIDE)
    return functional.interpolate(small, grey.shape[-2:], mode="bilinear", align_corners=False)
