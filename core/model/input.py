"""From a displayed picture to what the network sees: one function, the same for training and inference.

The order is fixed and its numbers come from the model's card: resize the displayed picture, equalise it,
cut away the border (where markers, text and collimators are), standardise it, repeat it to the network's
channels. Pillow is imported on first use: the window must open without it.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from core.imaging.radiograph import DisplayPixels

ModelInput = npt.NDArray[np.float32]
"""One prepared image: float32 (channels, size, size), mean 0 and standard deviation 1 over its pixels."""

GREY_LEVELS = 256

_RESIZE_THREADS = min(4, os.cpu_count() or 1)
_PIXELS_WORTH_THREADS = 10**6


class ResizeFilter(StrEnum):
    """How the displayed picture is brought to the network's size. Antialiased when shrinking."""

    LANCZOS = "lanczos"


class Equalisation(StrEnum):
    """How grey values are spread before the network sees them."""

    MID_RANK = "mid_rank"


@dataclass(frozen=True)
class FieldOfView:
    """The part of the image that the network sees, as fractions of the image's height and width.

    Attributes:
        top: Upper edge, 0 is the image's upper edge.
        left: Left edge.
        bottom: Lower edge, 1 is the image's lower edge.
        right: Right edge.
    """

    top: float
    left: float
    bottom: float
    right: float


@dataclass(frozen=True)
class Crop:
    """Rows and columns that are kept, then resized back with bilinear interpolation (align_corners=False).

    Attributes:
        first: First row and column kept, from 0.
        last: Last row and column kept.
    """

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many rows, and columns, are kept."""
        return self.last - self.first + 1


@dataclass(frozen=True)
class InputSpec:
    """What is done to a displayed picture before the network sees it, in the order of the attributes.

    Attributes:
        size: Rows and columns of the network's input, pixels. The aspect ratio is not kept.
        resize_filter: Filter of the first resize.
        equalisation: Histogram equalisation over the whole resized image, None for none.
        equalisation_levels: Equalised values are rounded to steps of 1 / this.
        crop: Part that is kept and resized back to `size`, None for all.
        standardisation_epsilon: Added to the standard deviation that values are divided by.
        channels: How often the grey channel is repeated.
    """

    size: int
    resize_filter: ResizeFilter
    equalisation: Equalisation | None
    equalisation_levels: int
    crop: Crop | None
    standardisation_epsilon: float
    channels: int

    @property
    def field_of_view(self) -> FieldOfView:
        """Part of the image that the network sees."""
        if self.crop is None:
            return FieldOfView(0.0, 0.0, 1.0, 1.0)
        first, end = self.crop.first / self.size, (self.crop.last + 1) / self.size
        return FieldOfView(top=first, left=first, bottom=end, right=end)


def prepare_input(display: DisplayPixels, spec: InputSpec) -> ModelInput:
    """Prepare a displayed picture for the network.

    Args:
        display: uint8 (rows, columns), bone bright, not inverted by hand.
        spec: The model's input, from its card.

    Returns:
        float32 (spec.channels, spec.size, spec.size), C-contiguous.
    """
    return np.repeat(network_grey(display, spec)[np.newaxis], spec.channels, axis=0)


def network_grey(display: DisplayPixels, spec: InputSpec) -> npt.NDArray[np.float32]:
    """The one grey channel that the network sees, standardised: float32 (spec.size, spec.size)."""
    resized = resize_display(display, spec)
    unit = equalise_mid_rank(resized, spec.equalisation_levels) if spec.equalisation else _to_unit(resized)
    return _standardise(_crop_and_resize(unit, spec), spec.standardisation_epsilon)


def resize_display(display: DisplayPixels, spec: InputSpec) -> DisplayPixels:
    """Bring a displayed picture to the network's size, still on the displayed 8-bit scale.

    Args:
        display: uint8 (rows, columns).
        spec: The model's input.

    Returns:
        uint8 (spec.size, spec.size).
    """
    from PIL import Image

    if display.ndim != 2 or display.dtype != np.uint8 or display.size == 0:
        raise ValueError(f"expected uint8 (rows, columns), got {display.dtype} {display.shape}")
    narrow = _resize_width(np.ascontiguousarray(display), spec.size)
    return np.asarray(Image.fromarray(narrow).resize((spec.size, spec.size), Image.Resampling.LANCZOS), dtype=np.uint8)


def _resize_width(display: DisplayPixels, width: int) -> DisplayPixels:
    """Pillow's first pass, over the rows, of a large picture on several cores.

    Pillow resizes the width, rounds to 8 bits and then resizes the height; so doing the first pass by itself, in
    strips, changes no pixel. Small pictures are returned as they are.
    """
    from PIL import Image

    if display.size < _PIXELS_WORTH_THREADS or width == display.shape[1]:
        return display
    narrow = np.empty((display.shape[0], width), dtype=np.uint8)
    edges = np.linspace(0, display.shape[0], _RESIZE_THREADS + 1).astype(int)

    def resize_strip(strip: slice) -> None:
        image = Image.fromarray(display[strip])
        narrow[strip] = np.asarray(image.resize((width, image.height), Image.Resampling.LANCZOS))

    with ThreadPoolExecutor(_RESIZE_THREADS) as threads:
        list(threads.map(resize_strip, map(slice, edges[:-1], edges[1:])))
    return narrow


def equalise_mid_rank(grey: DisplayPixels, levels: int) -> npt.NDArray[np.float32]:
    """Replace each value by the share of pixels darker than it, its own pixels counted half.

    A constant picture becomes 0.5 everywhere; the result does not change under any increasing grey curve
    that keeps distinct values distinct.

    Args:
        grey: uint8, any shape.
        levels: The result is rounded to steps of 1 / levels.

    Returns:
        float32 of the same shape, 0..1.
    """
    counts = np.bincount(grey.ravel(), minlength=GREY_LEVELS)
    up_to = np.cumsum(counts)
    mid_rank = (up_to - counts / 2) / grey.size
    table = (np.rint(mid_rank * levels) / levels).astype(np.float32)
    return table[grey]


def _to_unit(grey: DisplayPixels) -> npt.NDArray[np.float32]:
    return np.asarray(grey.astype(np.float32) / np.float32(GREY_LEVELS - 1), dtype=np.float32)


def _crop_and_resize(unit: npt.NDArray[np.float32], spec: InputSpec) -> npt.NDArray[np.float32]:
    if spec.crop is None:
        return unit
    kept = unit[spec.crop.first : spec.crop.last + 1, spec.crop.first : spec.crop.last + 1]
    low, high, weight = bilinear_weights(spec.crop.length, spec.size)
    # Not as a matrix product: a BLAS library would start its threads for it, which wait for a core while the
    # network runs on all of them (measured: 0.2 ms alone, 20 ms beside it).
    column = weight[:, np.newaxis]
    tall = kept[low] * (1 - column) + kept[high] * column
    return np.asarray(tall[:, low] * (1 - weight) + tall[:, high] * weight, dtype=np.float32)


@lru_cache(maxsize=8)
def bilinear_weights(
    source: int, target: int
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.float32]]:
    """Neighbours of each target pixel and the upper one's weight: align_corners=False, edges repeated.

    Args:
        source: Pixels along a side before.
        target: Pixels along it afterwards.

    Returns:
        Lower neighbours (target,), upper neighbours (target,), float32 weights of the upper ones (target,).
    """
    centres = np.clip((np.arange(target) + 0.5) * source / target - 0.5, 0, None)
    low = np.minimum(centres.astype(np.intp), source - 1)
    return low, np.minimum(low + 1, source - 1), (centres - low).astype(np.float32)


def _standardise(grey: npt.NDArray[np.float32], epsilon: float) -> npt.NDArray[np.float32]:
    mean = grey.mean(dtype=np.float64)
    deviation = grey.std(dtype=np.float64)
    return np.asarray((grey - np.float32(mean)) / np.float32(deviation + epsilon), dtype=np.float32)
