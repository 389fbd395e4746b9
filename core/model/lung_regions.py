"""The two lung fields of a picture, each with its zones, and how much of them is opaque."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from core.model.activation import ActivationMap, heat_map_on_image
from core.model.connected_parts import label_parts
from core.model.lungs import LEVELS, LungFinding

SMALLEST_FIELD = 0.01
"""Share of the picture below which a connected part is no lung field but a speck."""


class Side(StrEnum):
    """Which lung, of the patient. In a frontal radiograph the right lung lies on the left of the picture."""

    RIGHT = "right"
    LEFT = "left"


class Zone(StrEnum):
    """Thirds of a lung field's height, as radiologists divide it."""

    UPPER = "upper"
    MIDDLE = "middle"
    LOWER = "lower"


@dataclass(frozen=True)
class LungField:
    """One lung field. Positions are shares of the picture's height and width, from its upper left corner.

    Attributes:
        side: Which lung, if the picture is not mirrored.
        area: Share of the picture, 0..1.
        centre_row: Row of its centre of mass.
        centre_column: Column of its centre of mass.
        top: First row.
        bottom: Row behind the last one.
        left: First column.
        right: Column behind the last one.
        opacity_extent: Share of the field that is opaque, 0..1.
        zone_extents: The same of each third of its height; 0 where a third holds no lung.
    """

    side: Side
    area: float
    centre_row: float
    centre_column: float
    top: float
    bottom: float
    left: float
    right: float
    opacity_extent: float
    zone_extents: dict[Zone, float]


@dataclass(frozen=True)
class LungRegions:
    """The lung fields of a picture.

    Attributes:
        fields: The two largest parts at most, from left to right in the picture.
        other_area: Share of the picture in further parts.
    """

    fields: tuple[LungField, ...]
    other_area: float

    def field(self, side: Side) -> LungField | None:
        """The field of one lung, None where it was not found."""
        return next((field for field in self.fields if field.side is side), None)


def lung_regions(finding: LungFinding) -> LungRegions:
    """Part the lungs into fields and zones.

    Where both lungs hang together in the mask they are parted at the column between them with the least lung.

    Args:
        finding: From the lung network.
    """
    mask = finding.lung_mask
    labels, count = label_parts(mask)
    sizes = np.bincount(labels.ravel(), minlength=count + 1)[1:] / mask.size
    large = [number + 1 for number, size in enumerate(sizes) if size >= SMALLEST_FIELD]
    masks = [labels == number for number in large[:2]]
    if len(masks) == 1:
        masks = _parted(masks[0])
    masks.sort(key=_centre_column)
    other = float(sizes.sum()) - sum(float(part.mean()) for part in masks)
    opacity = finding.opacities.astype(np.float32) / np.float32(LEVELS)
    return LungRegions(tuple(_field(part, opacity, masks, index) for index, part in enumerate(masks)), max(other, 0.0))


def activation_in_lungs(activation: ActivationMap, finding: LungFinding) -> float | None:
    """Share of the evidence for a class that lies within the lungs.

    Args:
        activation: Where the evidence lies.
        finding: Where the lungs are.

    Returns:
        0..1; None where nothing speaks for the class.
    """
    return activation_within(activation, finding.lung_mask)


def activation_within(activation: ActivationMap, mask: npt.NDArray[np.bool_]) -> float | None:
    """Share of the evidence for a class that lies within a part of the picture.

    Args:
        activation: Where the evidence lies.
        mask: bool (rows, columns), the part, over the whole picture.

    Returns:
        0..1; None where nothing speaks for the class.
    """
    rows, columns = mask.shape
    evidence = np.fmax(heat_map_on_image(activation, rows, columns), np.float32(0))
    total = float(evidence.sum(dtype=np.float64))
    if total <= 0:
        return None
    return float(evidence[mask].sum(dtype=np.float64)) / total


def _parted(mask: npt.NDArray[np.bool_]) -> list[npt.NDArray[np.bool_]]:
    """Two fields out of one part that spans both; the part itself where it does not look like two."""
    columns = mask.sum(axis=0)
    held = np.flatnonzero(columns)
    first, last = int(held[0]), int(held[-1])
    width = last - first + 1
    middle = np.arange(first + width // 4, last - width // 4 + 1)
    if middle.size == 0:
        return [mask]
    cut = int(middle[np.argmin(columns[middle])])
    peak = min(columns[first : cut + 1].max(), columns[cut : last + 1].max())
    # A single lung is widest about its middle; two that touch have a waist there.
    if columns[cut] > peak / 2:
        return [mask]
    left, right = mask.copy(), mask.copy()
    left[:, cut:] = False
    right[:, :cut] = False
    return [left, right]


def _centre_column(mask: npt.NDArray[np.bool_]) -> float:
    return float(np.average(np.arange(mask.shape[1]), weights=mask.sum(axis=0)))


def _field(
    mask: npt.NDArray[np.bool_],
    opacity: npt.NDArray[np.float32],
    masks: list[npt.NDArray[np.bool_]],
    index: int,
) -> LungField:
    rows, columns = mask.shape
    in_rows, in_columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    centre_column = (_centre_column(mask) + 0.5) / columns
    is_left_in_picture = index == 0 if len(masks) == 2 else centre_column < 0.5
    edges = np.linspace(in_rows[0], in_rows[-1] + 1, len(Zone) + 1).round().astype(int)
    zones = {
        zone: _mean_in(opacity[low:high], mask[low:high])
        for zone, low, high in zip(Zone, edges[:-1], edges[1:], strict=True)
    }
    return LungField(
        side=Side.RIGHT if is_left_in_picture else Side.LEFT,
        area=float(mask.mean()),
        centre_row=(float(np.average(np.arange(rows), weights=mask.sum(axis=1))) + 0.5) / rows,
        centre_column=centre_column,
        top=float(in_rows[0]) / rows,
        bottom=float(in_rows[-1] + 1) / rows,
        left=float(in_columns[0]) / columns,
        right=float(in_columns[-1] + 1) / columns,
        opacity_extent=_mean_in(opacity, mask),
        zone_extents=zones,
    )


def _mean_in(values: npt.NDArray[np.float32], mask: npt.NDArray[np.bool_]) -> float:
    inside = values[mask]
    return float(inside.mean(dtype=np.float64)) if inside.size else 0.0
