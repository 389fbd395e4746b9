"""Where in the image the evidence for a class lies: class activation maps.

The network ends in global average pooling and one linear layer, so the class's weights times the last feature
map say how much each place adds to the class's logit; their mean, plus the bias, is the logit.
Source: Zhou et al., "Learning Deep Features for Discriminative Localization", CVPR 2016.

Where a cell lies. Every convolution and pooling of the network is centred and padded by half its size, so cell i
of n looks at the place i/n of the field of view, not at (i + 1/2)/n where stretching the map over the picture
would draw it: half a cell, 16 of 224 pixels, too far right and down. Measured by occlusion (32-pixel squares on six
COVID-19 radiographs): the loss of logit agrees best with the map drawn at i/n (mean correlation 0.22, against 0.17).

Scale. Values are in units of logit and have one meaning in every picture; colours do not depend on the picture's
own maximum, which would paint the strongest evidence of a healthy scan as bright as that of a sick one.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from core.language import mark
from core.model.colour_map import COLOURS, colour_table
from core.model.input import FieldOfView, InputSpec

HeatMap = npt.NDArray[np.float32]
"""Contribution to the logit at each pixel: float32 (rows, columns), NaN where the network did not look."""

HeatMapColours = npt.NDArray[np.uint8]
"""RGBA, (rows, columns, 4), alpha 0 to 255, not premultiplied."""

FULL_SCALE = 6.0
"""Contribution to the logit from which the brightest colour is shown. The strongest cell of a COVID-19 scan that
the bundled model recognises has 4 to 7."""

OPAQUE_FROM = 0.5
"""Share of the full scale from which a colour hides nothing of itself; below it fades out towards 0."""


@dataclass(frozen=True)
class ColourBar:
    """The legend of coloured heat maps.

    Attributes:
        colours: RGBA uint8 (steps, 4), from the lowest value to the highest.
        lowest: Value of the first colour, in units of logit.
        highest: Value of the last colour; higher values look the same.
        label: What the values are; shown by `tr`.
    """

    colours: npt.NDArray[np.uint8]
    lowest: float
    highest: float
    label: str


@dataclass(frozen=True, eq=False)
class ActivationMap:
    """What each place of the image adds to a class's logit.

    Attributes:
        values: float32 (rows, columns) of the feature map; their mean plus the class's bias is the logit.
        field_of_view: The part of the image that the map covers.
    """

    values: npt.NDArray[np.float32]
    field_of_view: FieldOfView


def activation_map(
    features: npt.NDArray[np.float32], class_weights: npt.NDArray[np.float32], spec: InputSpec
) -> ActivationMap:
    """Weigh the last feature map by a class's weights.

    Args:
        features: float32 (channels, rows, columns), from the forward pass that gave the logits.
        class_weights: float32 (channels,), the class's row of the last layer.
        spec: The model's input; it says which part of the image the network saw.

    Source: Zhou et al. 2016, equation 2.
    """
    # einsum and not a BLAS product, whose threads would wait for cores on which the network runs.
    values = np.einsum("c,cij->ij", class_weights, features).astype(np.float32, copy=False)
    return ActivationMap(values, spec.field_of_view)


def heat_map_on_image(activation: ActivationMap, rows: int, columns: int) -> HeatMap:
    """Draw an activation map at an image's size, smoothly between the centres of its cells.

    Args:
        activation: The map.
        rows: Height of the image, pixels.
        columns: Width of the image, pixels.

    Returns:
        float32 (rows, columns) in units of logit; NaN outside the field of view.
    """
    view = activation.field_of_view
    vertical, inside_rows = _interpolation(activation.values.shape[0], rows, view.top, view.bottom)
    horizontal, inside_columns = _interpolation(activation.values.shape[1], columns, view.left, view.right)
    heat: HeatMap = np.full((rows, columns), np.nan, dtype=np.float32)
    heat[inside_rows, inside_columns] = vertical @ activation.values @ horizontal.T
    return heat


def colour_heat_map(heat: HeatMap, full_scale: float = FULL_SCALE) -> HeatMapColours:
    """Colour a heat map: the same value has the same colour in every picture.

    Only evidence for the class is coloured. Places that speak against it, and places that the network did not
    see, are transparent.

    Args:
        heat: float32 (rows, columns) in units of logit, NaN where the network did not look.
        full_scale: Value, > 0, from which the brightest colour is shown.
    """
    steps = np.fmax(heat, np.float32(0))  # fmax turns NaN into 0
    steps *= np.float32((COLOURS - 1) / full_scale)
    steps += np.float32(0.5)  # the conversion below cuts, this makes it round
    index = np.minimum(steps, np.float32(COLOURS - 1), out=steps).astype(np.uint8)
    # Whole pixels as one 32-bit number each: four times fewer look-ups.
    colours = _rgba_table().view(np.uint32)[:, 0].take(index)
    return colours[..., np.newaxis].view(np.uint8)


def colour_bar(steps: int = COLOURS, full_scale: float = FULL_SCALE) -> ColourBar:
    """The legend that belongs to `colour_heat_map`.

    Args:
        steps: How many colours, at least 2.
        full_scale: As given to `colour_heat_map`.
    """
    values = np.linspace(0, full_scale, steps, dtype=np.float32)
    return ColourBar(colour_heat_map(values, full_scale), 0.0, full_scale, mark("contribution to the logit"))


@lru_cache(maxsize=1)
def _rgba_table() -> HeatMapColours:
    alpha = np.clip(np.linspace(0, 1, COLOURS) / OPAQUE_FROM, 0, 1)
    table = np.concatenate([colour_table(), np.rint(alpha * 255).astype(np.uint8)[:, np.newaxis]], axis=1)
    table.setflags(write=False)
    return table


def _interpolation(cells: int, pixels: int, start: float, end: float) -> tuple[npt.NDArray[np.float32], slice]:
    """Linear interpolation between cell centres, as a matrix (pixels inside, cells), and which pixels are inside.

    A pixel is inside where its centre is. Behind the last cell's centre its value is kept.
    """
    centres = (np.arange(pixels) + 0.5) / pixels
    inside = np.flatnonzero((centres >= start) & (centres < end))
    first, last = (int(inside[0]), int(inside[-1]) + 1) if inside.size else (0, 0)
    position = np.clip((centres[first:last] - start) / (end - start) * cells, 0, cells - 1)
    low = np.minimum(position.astype(np.intp), max(cells - 2, 0))
    fraction = (position - low).astype(np.float32)
    matrix = np.zeros((last - first, cells), dtype=np.float32)
    index = np.arange(last - first)
    matrix[index, low] += 1 - fraction
    matrix[index, np.minimum(low + 1, cells - 1)] += fraction
    return matrix, slice(first, last)
