"""The picture that is saved: a scan, its heat map over it, and the colour bar that makes it readable."""

import io
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from core.imaging.greyscale import render
from core.imaging.reading import read_radiograph
from core.model.activation import colour_heat_map, heat_map_on_image
from core.screening.result import RESEARCH_USE_NOTICE, ScanResult

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 1024
"""Pixels. The heat map has 7 x 7 cells: more would only make files large."""

OPACITY = 0.45
BAR_STEPS = 256
MARGIN = 12
BAR_WIDTH = 18


def heat_map_png(result: ScanResult) -> bytes:
    """Read the scan once more and draw its heat map over it.

    Args:
        result: A result with a path.

    Returns:
        A PNG file.

    Raises:
        FileError: The scan cannot be read any more.
    """
    from PIL import Image

    if result.path is None:
        raise ValueError("a pasted picture cannot be read again")
    picture = Image.fromarray(render(read_radiograph(result.path, result.frame_index)))
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    heat = heat_map_on_image(result.activation, picture.height, picture.width)
    over = Image.alpha_composite(picture.convert("RGBA"), _translucent(colour_heat_map(heat)))
    file = io.BytesIO()
    _with_legend(over.convert("RGB"), heat, result).save(file, "PNG")
    return file.getvalue()


def _translucent(colours: npt.NDArray[np.uint8]) -> "Image":
    from PIL import Image

    layer = colours.copy()
    layer[..., 3] = np.rint(layer[..., 3] * OPACITY).astype(np.uint8)
    return Image.fromarray(layer)


def _with_legend(picture: "Image", heat: npt.NDArray[np.float32], result: ScanResult) -> "Image":
    """Add the colour bar on the right and a line of text below."""
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.load_default(13)
    text = (
        f"{result.positive_class} {result.positive_probability:.1%}, {result.decision.value}."
        f" {result.model.name} {result.model.version}.\n{RESEARCH_USE_NOTICE}"
    )
    label_width = 56
    width = max(picture.width + 2 * MARGIN + BAR_WIDTH + label_width, 420)
    canvas = Image.new("RGB", (width, picture.height + 48), (18, 18, 20))
    canvas.paste(picture, (0, 0))
    lowest, highest = _range(heat)
    bar_left, bar_top = picture.width + MARGIN, MARGIN
    bar_height = max(1, picture.height - 2 * MARGIN)
    ramp = np.repeat(np.linspace(highest, lowest, bar_height, dtype=np.float32)[:, np.newaxis], BAR_WIDTH, axis=1)
    bar = Image.alpha_composite(Image.new("RGBA", (BAR_WIDTH, bar_height), (0, 0, 0, 255)), _opaque(ramp))
    canvas.paste(bar.convert("RGB"), (bar_left, bar_top))
    draw = ImageDraw.Draw(canvas)
    label_left = bar_left + BAR_WIDTH + 6
    draw.text((label_left, bar_top), f"{highest:+.1f}", fill="white", font=font)
    draw.text((label_left, bar_top + bar_height), f"{lowest:+.1f}", fill="white", font=font, anchor="ls")
    draw.multiline_text((MARGIN, picture.height + 8), text, fill="white", font=font)
    return canvas


def _opaque(heat: npt.NDArray[np.float32]) -> "Image":
    from PIL import Image

    return Image.fromarray(colour_heat_map(heat))


def _range(heat: npt.NDArray[np.float32]) -> tuple[float, float]:
    return float(np.nanmin(heat)), float(np.nanmax(heat))
