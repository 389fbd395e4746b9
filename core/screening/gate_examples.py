"""Pictures that a classifier of chest radiographs must not judge, made for fitting the gate and for measuring it.

Copies of real chest radiographs, turned or inverted or cut; and what is no chest at all, drawn from a seed: the same
seed gives the same pictures. Pillow is imported on first use.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from core.imaging.radiograph import DisplayPixels
from core.model.lung_card import GateClass

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

SIDE = 320
"""Rows and columns of a drawn picture, pixels."""

WHITE = 255

Random = np.random.Generator
Picture = Callable[[Random], DisplayPixels]

MOST_JITTER_DEGREES = 8.0
"""Tilt that still counts as upright: a patient who lies in bed."""

ALTERED: dict[GateClass, Callable[[DisplayPixels], DisplayPixels]] = {
    GateClass.TURNED_LEFT: np.rot90,
    GateClass.UPSIDE_DOWN: lambda chest: np.rot90(chest, 2),
    GateClass.TURNED_RIGHT: lambda chest: np.rot90(chest, 3),
    GateClass.INVERTED: lambda chest: WHITE - chest,
}
"""What is done to an upright chest radiograph to make one that is not."""


def altered(chest: DisplayPixels, kind: GateClass) -> DisplayPixels:
    """An upright chest radiograph, turned or inverted: uint8, C-contiguous.

    Args:
        chest: As displayed, bone bright.
        kind: One of the keys of `ALTERED`.
    """
    return np.ascontiguousarray(ALTERED[kind](chest))


def jittered(chest: DisplayPixels, random: Random) -> DisplayPixels:
    """An upright chest radiograph as it may also come: tilted a little, mirrored, nearer or darker; still upright.

    Args:
        chest: uint8 (rows, columns).
        random: Decides how.
    """
    from PIL import Image

    rows, columns = chest.shape
    image = Image.fromarray(chest).rotate(
        random.uniform(-MOST_JITTER_DEGREES, MOST_JITTER_DEGREES), Image.Resampling.BILINEAR
    )
    width, height = (float(random.uniform(0.86, 1.0)) * side for side in (columns, rows))
    left, top = float(random.uniform(0, columns - width)), float(random.uniform(0, rows - height))
    image = image.resize((columns, rows), Image.Resampling.BILINEAR, (left, top, left + width, top + height))
    curve = (np.linspace(0, 1, WHITE + 1) ** random.uniform(0.6, 1.6) * WHITE).astype(np.uint8)
    grey = curve[np.asarray(image)]
    return np.ascontiguousarray(grey[:, ::-1] if random.random() < 0.5 else grey)


def broken_chests(chests: Sequence[DisplayPixels], random: Random) -> Iterator[tuple[str, DisplayPixels]]:
    """Endless pictures of parts of chests, or of several at once, each with the name of its kind.

    Args:
        chests: Upright chest radiographs, uint8, at least one.
        random: Decides which, and how they are cut.
    """

    def any_chest() -> DisplayPixels:
        return chests[int(random.integers(len(chests)))]

    while True:
        yield "part of a chest", _corner(any_chest(), random)  # untranslated: a key
        yield "part of a chest", _half(any_chest(), random)  # untranslated: a key
        yield "several chests", _collage(any_chest, random)  # untranslated: a key


def drawn_pictures(random: Random, pictures: "dict[str, tuple[Picture, ...]]") -> Iterator[tuple[str, DisplayPixels]]:
    """Endless drawn pictures, in turns of their kinds, each with the name of its kind.

    Args:
        random: Decides what is drawn.
        pictures: Kinds, and what draws them.
    """
    while True:
        for name, draws in pictures.items():
            for draw in draws:
                yield name, draw(random)


def pieces(picture: DisplayPixels, random: Random) -> DisplayPixels:
    """A piece of a picture, perhaps mirrored: to make more of the few photographs there are."""
    rows, columns = picture.shape
    share = float(random.uniform(0.5, 1.0))
    height, width = max(8, int(rows * share)), max(8, int(columns * share))
    top, left = int(random.integers(rows - height + 1)), int(random.integers(columns - width + 1))
    piece = picture[top : top + height, left : left + width]
    return np.ascontiguousarray(piece[:, ::-1] if random.random() < 0.5 else piece)


def _corner(chest: DisplayPixels, random: Random) -> DisplayPixels:
    """A part that is too small to be a chest: a shoulder, the belly, the middle of a lung."""
    rows, columns = chest.shape
    share = float(random.uniform(0.2, 0.42))
    height, width = int(rows * share), int(columns * share)
    top, left = int(random.integers(rows - height + 1)), int(random.integers(columns - width + 1))
    return np.ascontiguousarray(chest[top : top + height, left : left + width])


def _half(chest: DisplayPixels, random: Random) -> DisplayPixels:
    """One lung alone, or the upper or lower third."""
    rows, columns = chest.shape
    which = int(random.integers(4))
    share = float(random.uniform(0.4, 0.48)) if which < 2 else float(random.uniform(0.25, 0.38))
    height, width = (rows, int(columns * share)) if which < 2 else (int(rows * share), columns)
    parts = (chest[:, :width], chest[:, columns - width :], chest[:height], chest[rows - height :])
    return np.ascontiguousarray(parts[which])


def _collage(any_chest: Callable[[], DisplayPixels], random: Random) -> DisplayPixels:
    """Two chests side by side or above each other, or four."""
    from PIL import Image

    def tile() -> npt.NDArray[np.uint8]:
        return np.asarray(Image.fromarray(any_chest()).resize((SIDE // 2, SIDE // 2)))

    which = int(random.integers(3))
    if which == 0:
        return np.hstack([tile(), tile()])
    if which == 1:
        return np.vstack([tile(), tile()])
    return np.vstack([np.hstack([tile(), tile()]), np.hstack([tile(), tile()])])


def white_noise(random: Random) -> DisplayPixels:
    """Noise without structure, coarse or fine."""
    from PIL import Image

    side = int(random.choice([16, 40, 80, 160, SIDE]))
    noise = np.clip(random.normal(128, random.uniform(5, 70), (side, side)), 0, WHITE).astype(np.uint8)
    return np.asarray(Image.fromarray(noise).resize((SIDE, SIDE)))


def cloudy_noise(random: Random) -> DisplayPixels:
    """Noise whose amplitude falls with frequency, as clouds and many textures have it."""
    frequency = np.hypot(np.fft.fftfreq(SIDE)[:, None], np.fft.rfftfreq(SIDE)[None])
    frequency[0, 0] = 1.0
    spectrum = np.fft.rfft2(random.standard_normal((SIDE, SIDE))) / frequency ** random.uniform(0.7, 2.2)
    return _stretched(np.fft.irfft2(spectrum, (SIDE, SIDE)))


def gradient(random: Random) -> DisplayPixels:
    """A smooth shade, straight or round, with a little noise."""
    rows, columns = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    angle = random.uniform(0, 2 * np.pi)
    shade = rows * np.sin(angle) + columns * np.cos(angle)
    if random.random() < 0.5:
        shade = np.hypot(rows - random.uniform(0, 1), columns - random.uniform(0, 1))
    return _stretched(shade + random.normal(0, random.uniform(0, 0.05), shade.shape))


def blank(random: Random) -> DisplayPixels:
    """One grey with hardly any noise, perhaps with a small marker."""
    page = np.full((SIDE, SIDE), random.integers(256), dtype=np.float64)
    page += random.normal(0, random.uniform(0, 4), page.shape)
    if random.random() < 0.5:
        row, column = random.integers(0, SIDE - 40, 2)
        page[row : row + 14, column : column + 30] = random.integers(256)
    return np.clip(page, 0, WHITE).astype(np.uint8)


def stripes(random: Random) -> DisplayPixels:
    """A wave of one direction and width."""
    rows, columns = np.mgrid[0:SIDE, 0:SIDE]
    angle, width = random.uniform(0, np.pi), random.uniform(4, 120)
    wave = np.sin((rows * np.sin(angle) + columns * np.cos(angle)) * 2 * np.pi / width)
    return _stretched(np.sign(wave) if random.random() < 0.4 else wave)


def checkerboard(random: Random) -> DisplayPixels:
    """Squares in two greys."""
    side = int(random.integers(8, 100))
    rows, columns = np.mgrid[0:SIDE, 0:SIDE] // side
    dark, bright = sorted(random.integers(0, 256, 2))
    squares: DisplayPixels = np.where((rows + columns) % 2, bright, dark).astype(np.uint8)
    return squares


def text_page(random: Random) -> DisplayPixels:
    """Lines of words, dark on bright or the other way round."""
    ink, paper = (int(random.integers(0, 70)), int(random.integers(180, 256)))
    if random.random() < 0.3:
        ink, paper = paper, ink
    image, pen = _canvas(paper)
    size = int(random.integers(9, 26))
    margin = int(random.integers(4, 40))
    for row in range(margin, SIDE - size, int(size * random.uniform(1.2, 2.2))):
        words = " ".join(_word(random) for _ in range(int(random.integers(1, 14))))
        pen.text((margin, row), words, fill=ink, font_size=size)
    return np.asarray(image)


def limb(random: Random) -> DisplayPixels:
    """One or two long bones in soft tissue, as in a radiograph of an arm or a leg."""
    from PIL import Image, ImageFilter

    image, pen = _canvas(int(random.integers(0, 30)))
    middle, width = SIDE / 2 + random.uniform(-40, 40), random.uniform(60, 140)
    pen.polygon(_column(middle, width, random), fill=int(random.integers(60, 130)))
    bones = int(random.integers(1, 3))
    for number in range(bones):
        at = middle + (number - (bones - 1) / 2) * width * 0.35
        thickness = width * random.uniform(0.15, 0.3)
        pen.polygon(_column(at, thickness, random), fill=int(random.integers(170, 230)))
        pen.polygon(_column(at, thickness * 0.5, random), fill=int(random.integers(130, 200)))
    if random.random() < 0.6:
        row = random.uniform(0.25, 0.75) * SIDE
        pen.ellipse([middle - width * 0.35, row - 25, middle + width * 0.35, row + 25], fill=210)
    soft = image.filter(ImageFilter.GaussianBlur(random.uniform(1, 4)))
    turned = soft.rotate(random.uniform(-60, 60) if random.random() < 0.5 else 0, Image.Resampling.BILINEAR)
    return _with_grain(np.asarray(turned), random)


def slice_through_body(random: Random) -> DisplayPixels:
    """An oval with a bright rim and blobs inside on black, as a slice of a CT or MR looks."""
    from PIL import ImageFilter

    image, pen = _canvas(int(random.integers(0, 12)))
    wide, high = random.uniform(0.28, 0.47, 2) * SIDE
    centre = SIDE / 2
    rim = random.uniform(4, 22)
    pen.ellipse([centre - wide, centre - high, centre + wide, centre + high], fill=int(random.integers(120, 256)))
    wide, high = wide - rim, high - rim
    pen.ellipse([centre - wide, centre - high, centre + wide, centre + high], fill=int(random.integers(50, 130)))
    for _ in range(int(random.integers(1, 12))):
        row, column = centre + random.uniform(-0.7, 0.7, 2) * (high, wide)
        tall, broad = random.uniform(5, 45, 2)
        pen.ellipse([column - broad, row - tall, column + broad, row + tall], fill=int(random.integers(20, 220)))
    return _with_grain(np.asarray(image.filter(ImageFilter.GaussianBlur(random.uniform(1, 4)))), random)


def figure(random: Random) -> DisplayPixels:
    """Lines, boxes and circles: a drawing or a chart."""
    image, pen = _canvas(int(random.integers(200, 256)))
    for _ in range(int(random.integers(4, 30))):
        ends = sorted(random.integers(0, SIDE, 2)), sorted(random.integers(0, SIDE, 2))
        corners = [ends[0][0], ends[1][0], ends[0][1], ends[1][1]]
        grey, width = int(random.integers(0, 200)), int(random.integers(1, 6))
        draw = (pen.line, pen.rectangle, pen.ellipse)[int(random.integers(3))]
        if draw == pen.line:
            pen.line([*random.integers(0, SIDE, 4).tolist()], fill=grey, width=width)
        elif draw == pen.rectangle:
            pen.rectangle(corners, outline=grey, width=width)
        else:
            pen.ellipse(corners, outline=grey, width=width)
    return np.asarray(image)


def barcode(random: Random) -> DisplayPixels:
    """Bars of many widths."""
    bars = np.repeat(random.integers(0, 2, 120), random.integers(1, 7, 120))
    line = np.resize(bars, SIDE) * int(random.integers(150, 256))
    return np.ascontiguousarray(np.tile(line, (SIDE, 1)).astype(np.uint8))


def table_of_numbers(random: Random) -> DisplayPixels:
    """Ruled columns of figures: a laboratory's report."""
    image, pen = _canvas(255)
    pitch = int(random.integers(14, 28))
    for row in range(4, SIDE - pitch, pitch):
        pen.line([0, row - 2, SIDE, row - 2], fill=150)
        for column in range(6, SIDE, int(random.integers(50, 110))):
            pen.text((column, row), f"{random.uniform(0, 500):.1f}", fill=20, font_size=pitch * 0.6)
    return np.asarray(image)


def blobs(random: Random) -> DisplayPixels:
    """Round bright spots on dark: cells, stars, coins."""
    rows, columns = np.mgrid[0:SIDE, 0:SIDE]
    picture = np.zeros((SIDE, SIDE))
    for _ in range(int(random.integers(3, 60))):
        row, column, size = random.uniform(0, SIDE), random.uniform(0, SIDE), random.uniform(4, 40)
        picture += random.uniform(0.3, 1) * (np.hypot(rows - row, columns - column) < size)
    return _stretched(picture + random.normal(0, 0.05, picture.shape))


FITTED_DRAWINGS: dict[str, tuple[Picture, ...]] = {
    "noise": (white_noise, cloudy_noise),
    "blank or shade": (gradient, blank),
    "texture": (stripes,),
    "document": (text_page,),
    "drawn limb": (limb,),
    "drawn slice": (slice_through_body,),
    "drawing": (figure,),
}
"""Drawings that the gate is fitted on."""

UNSEEN_DRAWINGS: dict[str, tuple[Picture, ...]] = {
    "texture, not fitted on": (checkerboard, barcode),
    "document, not fitted on": (table_of_numbers,),
    "blobs, not fitted on": (blobs,),
}
"""Drawings of kinds that the gate is not fitted on: to measure it."""


def _canvas(grey: int) -> "tuple[Image.Image, ImageDraw.ImageDraw]":
    from PIL import Image, ImageDraw

    image = Image.new("L", (SIDE, SIDE), grey)
    return image, ImageDraw.Draw(image)


def _column(middle: float, width: float, random: Random) -> list[tuple[float, float]]:
    """The outline of an upright column, narrower at one end."""
    ends = width * random.uniform(0.7, 1.3, 2) / 2
    upper, lower = float(ends[0]), float(ends[1])
    return [(middle - upper, 0), (middle + upper, 0), (middle + lower, SIDE), (middle - lower, SIDE)]


def _word(random: Random) -> str:
    return "".join(random.choice(list("abcdefghijklmnopqrstuvwxyz"), int(random.integers(2, 10))))


def _stretched(values: npt.NDArray[np.float64]) -> DisplayPixels:
    low, high = float(values.min()), float(values.max())
    return np.rint((values - low) / max(high - low, np.finfo(np.float64).tiny) * WHITE).astype(np.uint8)


def _with_grain(grey: DisplayPixels, random: Random) -> DisplayPixels:
    return np.clip(grey + random.normal(0, random.uniform(0, 8), grey.shape), 0, WHITE).astype(np.uint8)
