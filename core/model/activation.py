"""Where in the image the evidence for a class lies: class activation maps.

The network ends in global average pooling and one linear layer, so the class's weights times the last feature
map say how much each place adds to the class's logit; their mean, plus the bias, is the logit.
Source: Zhou et al., "Learning Deep Features for Discriminative Localization", CVPR 2016.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.model.input import FieldOfView, InputSpec

HeatMap = npt.NDArray[np.float32]
"""Contribution to the logit at each pixel: float32 (rows, columns), NaN where the network did not look."""

HeatMapColours = npt.NDArray[np.uint8]
"""RGBA, (rows, columns, 4), alpha 0 to 255, not premultiplied."""


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
    values = np.tensordot(class_weights, features, axes=1).astype(np.float32, copy=False)
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


def _interpolation(cells: int, pixels: int, start: float, end: float) -> tuple[npt.NDArray[np.float32], slice]:
    """Linear interpolation between cell centres, as a matrix (pixels inside, cells), and which pixels are inside.

    A pixel is inside where its centre is. Beyond the outermost cell centres the outermost value is kept.
    """
    centres = (np.arange(pixels) + 0.5) / pixels
    inside = np.flatnonzero((centres >= start) & (centres < end))
    first, last = (int(inside[0]), int(inside[-1]) + 1) if inside.size else (0, 0)
    position = np.clip((centres[first:last] - start) / (end - start) * cells - 0.5, 0, cells - 1)
    low = np.minimum(position.astype(np.intp), max(cells - 2, 0))
    fraction = (position - low).astype(np.float32)
    matrix = np.zeros((last - first, cells), dtype=np.float32)
    index = np.arange(last - first)
    matrix[index, low] += 1 - fraction
    matrix[index, np.minimum(low + 1, cells - 1)] += fraction
    return matrix, slice(first, last)
