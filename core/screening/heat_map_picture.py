"""The picture that is saved: a scan, its heat map over it, and the colour bar that makes it readable."""

import io
import math
from importlib.resources import files
from textwrap import wrap
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from core.imaging.greyscale import render
from core.imaging.radiograph import Radiograph
from core.imaging.reading import read_radiograph
from core.language import mark, tr
from core.model.activation import ActivationMap, colour_bar, colour_heat_map, heat_map_on_image
from core.model.class_words import class_word
from core.number_format import general, percent
from core.screening.decision import Decision
from core.screening.description import describe_model
from core.screening.result import OVERRIDE_NOTICE, RESEARCH_USE_NOTICE, ScanResult

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST_SIDE = 1024
"""Pixels. The heat map has 7 x 7 cells: more would only make files large."""

OPACITY = 0.45
MARGIN = 12
BAR_WIDTH = 18
LABEL_WIDTH = 56
LINE_HEIGHT = 18
TEXT_MARGIN = 14
CAPTION_LETTERS = 64
LEAST_WIDTH = 460
BACKGROUND = (18, 18, 20)
FONT_SIZE = 13

# Pillow's own font lacks the letters of many languages.
_FONT = files("resources") / "fonts" / "Inter-Regular.otf"  # untranslated: a file

_ANSWERS = {
    Decision.POSITIVE: mark("{finding} {share}, positive."),
    Decision.NEGATIVE: mark("{finding} {share}, negative."),
    Decision.UNDETERMINED: mark("{finding} {share}, undetermined."),
    Decision.REFUSED: mark("{finding} {share}, refused."),
}


def heat_map_png(result: ScanResult, radiograph: Radiograph | None = None) -> bytes:
    """Draw a scan with its heat map over it, with a legend in the language that is in force.

    Args:
        result: The result.
        radiograph: The scan, where it is in memory; None reads the result's file once more.

    Returns:
        A PNG file.

    Raises:
        FileError: The scan cannot be read any more.
    """
    from PIL import Image

    if not result.shows_probabilities:
        raise ValueError("a refused scan shows no heat map")
    if radiograph is None:
        if result.path is None:
            raise ValueError("a pasted picture cannot be read again")
        radiograph = read_radiograph(result.path, result.frame_index)
    picture = Image.fromarray(render(radiograph))
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    _with_legend(with_heat_map(picture, result.activation), result).save(file, "PNG")
    return file.getvalue()


def with_heat_map(picture: "Image", activation: ActivationMap) -> "Image":
    """Lay a heat map over a scan, as in every picture that leaves the program.

    Args:
        picture: The scan, grey, at any size.
        activation: Where the evidence lies.

    Returns:
        A picture in RGB of the same size.
    """
    from PIL import Image

    heat = heat_map_on_image(activation, picture.height, picture.width)
    return Image.alpha_composite(picture.convert("RGBA"), _translucent(colour_heat_map(heat))).convert("RGB")


def _translucent(colours: npt.NDArray[np.uint8]) -> "Image":
    from PIL import Image

    layer = colours.copy()
    layer[..., 3] = np.rint(layer[..., 3] * OPACITY).astype(np.uint8)
    return Image.fromarray(layer)


def _with_legend(picture: "Image", result: ScanResult) -> "Image":
    """Add the colour bar on the right and a line of text below."""
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.truetype(io.BytesIO(_FONT.read_bytes()), FONT_SIZE)
    legend = colour_bar()
    notices = [RESEARCH_USE_NOTICE, *([OVERRIDE_NOTICE] if result.override is not None else []), *result.statements]
    answer = tr("{answer} {model}. Colours: {quantity}.").format(
        answer=tr(_ANSWERS[result.decision]).format(
            finding=class_word(result.positive_class), share=percent(result.positive_probability, 1)
        ),
        model=describe_model(result),
        quantity=tr(legend.label),
    )
    text = f"{answer}\n" + "\n".join(line for notice in notices for line in wrap(tr(notice), CAPTION_LETTERS))
    bar_left, bar_height = picture.width + MARGIN, max(1, picture.height - 2 * MARGIN)
    longest = max(font.getlength(line) for line in text.splitlines())
    width = max(bar_left + BAR_WIDTH + LABEL_WIDTH, LEAST_WIDTH, math.ceil(longest) + 2 * MARGIN)
    canvas = Image.new("RGB", (width, picture.height + LINE_HEIGHT * (text.count("\n") + 1) + TEXT_MARGIN), BACKGROUND)
    canvas.paste(picture, (0, 0))
    colours = _translucent(legend.colours[::-1, np.newaxis])
    bar = Image.alpha_composite(Image.new("RGBA", colours.size, (96, 96, 96, 255)), colours)
    canvas.paste(bar.convert("RGB").resize((BAR_WIDTH, bar_height)), (bar_left, MARGIN))
    draw = ImageDraw.Draw(canvas)
    label_left = bar_left + BAR_WIDTH + 6
    draw.text((label_left, MARGIN), general(legend.highest, 3), fill="white", font=font)
    draw.text((label_left, MARGIN + bar_height), general(legend.lowest, 3), fill="white", font=font, anchor="ls")
    draw.multiline_text((MARGIN, picture.height + 8), text, fill="white", font=font)
    return canvas
