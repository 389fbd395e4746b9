"""The pictures of a scan's page: the scan with what was measured on it, and the scan with its heat map."""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from core.imaging.drawn_measurement import DrawnMeasurement, MeasurementKind
from core.imaging.measurement import Point
from core.imaging.radiograph import DisplayPixels, Radiograph
from core.language import tr
from core.model.activation import ActivationMap, colour_bar
from core.model.class_words import class_word
from core.number_format import general
from core.report.scan_blocks import ColourScale, Mark, ScanPicture, SharePoint

if TYPE_CHECKING:
    from PIL.Image import Image

_MANY_SCANS = 20
_SCALE_STEPS = 24
_GREY_BEHIND_SCALE = 96


@dataclass(frozen=True)
class PictureSize:
    """How large and how good pictures are.

    Attributes:
        scan_side: Longest side of the scan, pixels.
        heat_map_side: The same with the heat map, which has 7 x 7 cells.
        quality: Of JPEG, 1 to 95.
    """

    scan_side: int
    heat_map_side: int
    quality: int


FULL_SIZE = PictureSize(2000, 1400, 90)
"""On paper a scan is some 85 mm wide: 2,000 pixels leave room to look closer on a screen."""
SMALL_SIZE = PictureSize(1000, 800, 80)
"""For e-mail: 300 pixels per inch on paper, and a page below 300 kB."""


def picture_size(*, is_small: bool, scans: int | None) -> PictureSize:
    """Size of a report's pictures.

    Args:
        is_small: Whether the report is to be sent by e-mail.
        scans: How many scans it is about, None where that is not known: many of them make pictures small, so that
            neither the file nor the memory it takes grows beyond reason.
    """
    return SMALL_SIZE if is_small or scans is None or scans > _MANY_SCANS else FULL_SIZE


def scan_picture(
    display: DisplayPixels,
    radiograph: Radiograph,
    measurements: tuple[DrawnMeasurement, ...],
    size: PictureSize,
    file: str,
) -> tuple[ScanPicture, bytes]:
    """The scan as its file asks to be shown, with measurements drawn as lines that stay sharp on paper.

    Args:
        display: The whole picture, as displayed.
        radiograph: The scan.
        measurements: The finished ones, in the order of their list.
        size: How large.
        file: What to call the picture.

    Returns:
        The picture's block, and a JPEG file.
    """
    picture = _reduced(display, size.scan_side)
    marks = tuple(_mark(str(number), drawn, radiograph) for number, drawn in enumerate(measurements, 1))
    block = ScanPicture(
        caption=tr("The scan, as its file asks to be shown."),
        alt=tr("Chest radiograph, with the measurements that are listed below.") if marks else tr("Chest radiograph."),
        file=file,
        aspect=radiograph.columns / radiograph.rows,
        marks=marks,
    )
    return block, _jpeg(picture, size.quality)


def heat_map_picture(
    display: DisplayPixels, activation: ActivationMap, positive_class: str, size: PictureSize, file: str
) -> tuple[ScanPicture, bytes]:
    """The scan with its heat map over it, and the legend of its colours.

    Args:
        display: The whole picture, as displayed.
        activation: Where the evidence lies.
        positive_class: What it is evidence for.
        size: How large.
        file: What to call the picture.

    Returns:
        The picture's block, and a JPEG file.
    """
    from core.screening.heat_map_picture import with_heat_map

    picture = with_heat_map(_reduced(display, size.heat_map_side), activation)
    block = ScanPicture(
        caption=tr("Heat map: where the classifier sees evidence for {name}, as {quantity}.").format(
            name=class_word(positive_class), quantity=tr(colour_bar().label)
        ),
        alt=tr("Chest radiograph with a heat map of what speaks for {name}.").format(name=class_word(positive_class)),
        file=file,
        aspect=display.shape[1] / display.shape[0],
        scale=_scale(),
    )
    return block, _jpeg(picture, size.quality)


def _reduced(display: DisplayPixels, longest_side: int) -> "Image":
    from PIL import Image

    picture = Image.fromarray(display)
    picture.thumbnail((longest_side, longest_side), Image.Resampling.BOX, reducing_gap=None)
    return picture


def _jpeg(picture: "Image", quality: int) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality, optimize=False)
    return file.getvalue()


def _mark(label: str, drawn: DrawnMeasurement, radiograph: Radiograph) -> Mark:
    """A measurement in shares of the picture."""
    points = [_share(point, radiograph) for point in drawn.points]
    if drawn.kind is MeasurementKind.ELLIPSE:
        return Mark(label, points[0], ellipse=(points[0], points[1]))
    if drawn.kind is MeasurementKind.RECTANGLE:
        corners = [_share(corner, radiograph) for corner in drawn.corners()]
        sides = tuple(zip(corners, corners[1:] + corners[:1], strict=True))
        return Mark(label, points[0], sides)
    segments = drawn.segments(radiograph.spacing)
    lines = tuple((_share(a, radiograph), _share(b, radiograph)) for a, b in segments)
    return Mark(label, points[0], lines)


def _share(point: Point, radiograph: Radiograph) -> SharePoint:
    """A place as shares of width and height; a point names the centre of its pixel."""
    x, y = (point.column + 0.5) / radiograph.columns, (point.row + 0.5) / radiograph.rows
    return round(min(max(x, 0.0), 1.0), 5), round(min(max(y, 0.0), 1.0), 5)


def _scale() -> ColourScale:
    """The colours as they look over a middle grey, as in the picture."""
    from core.screening.heat_map_picture import OPACITY

    bar = colour_bar(_SCALE_STEPS)
    alpha = bar.colours[:, 3:].astype(np.float64) / 255 * OPACITY
    mixed = np.rint(bar.colours[:, :3] * alpha + _GREY_BEHIND_SCALE * (1 - alpha)).astype(int)
    return ColourScale(
        label=tr(bar.label),
        low=general(bar.lowest, 3),
        high=tr("{value} or more").format(value=general(bar.highest, 3)),
        colours=tuple(f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in mixed.tolist()),
    )
