"""One grey channel out of whatever a picture is made of, with a note of everything that was given up on the way."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from core.imaging.radiograph import ProcessingStep, Stage, StoredPixels
from core.language import Worded, mark, tr

if TYPE_CHECKING:
    from PIL.Image import Image

LUMINANCE_SOURCE = mark("ITU-R BT.601-2 luma, as Pillow computes it")

_TO_LUMINANCE = mark("colours to luminance: 0.299 red + 0.587 green + 0.114 blue")
_PALETTE_TO_LUMINANCE = mark("palette colours to luminance: 0.299 red + 0.587 green + 0.114 blue")
_INKS_TO_LUMINANCE = mark("inks to luminance: 0.299 red + 0.587 green + 0.114 blue")

_DICOM_NAMES = {"P": "PALETTE COLOR", "PA": "PALETTE COLOR", "CMYK": "CMYK", "YCbCr": "YBR_FULL"}  # untranslated: DICOM
_GREY_MODES = ("1", "L", "LA", "La", "I", "I;16", "I;16B", "I;16L", "I;16N", "F")


@dataclass(frozen=True, eq=False)
class GreyPicture:
    """Pixels reduced to one channel.

    Attributes:
        pixels: (rows, columns): uint8, int16, uint16, int32 or float32.
        photometric_interpretation: What the file held, in DICOM's terms.
        padding: Where the file has no number (NaN, infinity), None where it has one everywhere.
        steps: What was done.
    """

    pixels: StoredPixels
    photometric_interpretation: str
    padding: npt.NDArray[np.bool_] | None
    steps: tuple[ProcessingStep, ...]


def grey_picture(image: "Image", bits_per_channel: int) -> GreyPicture:
    """Reduce a decoded picture to one grey channel.

    Args:
        image: Decoded by Pillow.
        bits_per_channel: As the file stores them, 0 where not known: Pillow holds less for some of them.

    Raises:
        ValueError: Pillow has no way from this colour space to grey.
    """
    mode = image.mode
    photometric = "MONOCHROME2" if mode in _GREY_MODES else _DICOM_NAMES.get(mode, "RGB")
    if mode == "F":
        return _float_picture(np.array(image, dtype=np.float32))
    if mode == "I" or mode.startswith("I;16"):
        return _deep_picture(image, bits_per_channel)
    steps = list(_lost_depth(mode, bits_per_channel))
    if mode.endswith(("A", "a")) or "transparency" in image.info:
        pixels, alpha_steps = _flatten(image)
        return GreyPicture(pixels, photometric, None, (*steps, *alpha_steps))
    if mode != "L":
        steps.append(_conversion_step(image))
        image = image.convert("L")
    return GreyPicture(np.asarray(image), photometric, None, tuple(steps))


def _lost_depth(mode: str, bits: int) -> tuple[ProcessingStep, ...]:
    """Says where Pillow's decoder kept fewer bits than the file has, or spread few bits over eight."""
    if bits > 8:
        text: str = Worded(lambda: tr("{bits} bits per channel cut to their upper 8").format(bits=bits))
        source = mark("colour and transparent pictures are held with 8 bits per channel")
        return (ProcessingStep(Stage.DECODE, text, source),)
    if mode in ("L", "LA") and 1 <= bits < 8:
        text = Worded(
            lambda: tr("{bits}-bit values spread over 0 to 255 (x {factor})").format(
                bits=bits, factor=255 // (2**bits - 1)
            )
        )
        return (ProcessingStep(Stage.DECODE, text, mark("the file's bits per channel")),)
    return ()


def _conversion_step(image: "Image") -> ProcessingStep:
    """What reducing an opaque 8-bit picture to grey gives up."""
    if image.mode == "1":
        return ProcessingStep(Stage.GREYSCALE, mark("1-bit values as 0 and 255"), mark("the file's bits per channel"))
    if image.mode in ("RGB", "P") and _is_grey(image.convert("RGB")):
        text = mark("palette of greys looked up") if image.mode == "P" else mark("one of three equal channels")
        return ProcessingStep(Stage.GREYSCALE, text, mark("red, green and blue are the same"))
    text = {"P": _PALETTE_TO_LUMINANCE, "CMYK": _INKS_TO_LUMINANCE}.get(image.mode, _TO_LUMINANCE)
    return ProcessingStep(Stage.GREYSCALE, text, LUMINANCE_SOURCE, loses_colour=True)


def _is_grey(image: "Image") -> bool:
    """Whether the three channels of an RGB picture are the same."""
    from PIL import ImageChops

    red, green, blue = image.split()
    return ImageChops.difference(red, green).getbbox() is None and ImageChops.difference(green, blue).getbbox() is None


def _flatten(image: "Image") -> tuple[npt.NDArray[np.uint8], list[ProcessingStep]]:
    """The picture's luminance over a black background."""
    steps = []
    if image.mode == "La":
        # Already multiplied by its transparency, which is what black behind it looks like.
        step = ProcessingStep(
            Stage.GREYSCALE, mark("transparent picture on black"), mark("extra sample: associated alpha")
        )
        return np.asarray(image)[..., 0], [step]
    is_colour = image.mode not in ("1", "L", "LA")
    layers = image.convert("RGBA" if is_colour else "LA")
    if is_colour:
        loses_colour = not _is_grey(layers.convert("RGB"))
        steps.append(ProcessingStep(Stage.GREYSCALE, _TO_LUMINANCE, LUMINANCE_SOURCE, loses_colour))
    alpha = np.asarray(layers.getchannel("A"))
    grey = np.asarray(layers.convert("RGB").convert("L") if is_colour else layers.getchannel("L"))
    if int(alpha.min()) == 255:
        steps.append(
            ProcessingStep(Stage.GREYSCALE, mark("opaque alpha channel left out"), mark("alpha is 255 everywhere"))
        )
        return grey, steps
    # Rounded (grey x alpha) / 255 in 16 bits; 255 x 255 + 127 still fits.
    on_black = grey.astype(np.uint16)
    on_black *= alpha
    on_black += 127
    on_black //= 255
    steps.append(ProcessingStep(Stage.GREYSCALE, mark("transparent picture on black"), mark("alpha channel or tRNS")))
    return on_black.astype(np.uint8), steps


def _deep_picture(image: "Image", bits: int) -> GreyPicture:
    """Integers of more than 8 bits, as stored and in the processor's byte order."""
    pixels: StoredPixels = np.asarray(image)
    if image.mode == "I":
        # Pillow widens signed 16-bit values to 32.
        pixels = pixels.astype(np.int16) if 0 < bits <= 16 else pixels.astype(np.int32, copy=False)
    else:
        pixels = pixels.astype(np.uint16, copy=False)
    transparent = image.info.get("transparency")
    if not isinstance(transparent, int):
        return GreyPicture(pixels, "MONOCHROME2", None, ())
    text = Worded(lambda: tr("transparent value {value} as black").format(value=transparent))
    step = ProcessingStep(Stage.GREYSCALE, text, "PNG tRNS")  # untranslated: PNG
    return GreyPicture(np.where(pixels == transparent, pixels.dtype.type(0), pixels), "MONOCHROME2", None, (step,))


def _float_picture(pixels: npt.NDArray[np.float32]) -> GreyPicture:
    """Floats as stored; what is no number becomes padding with the smallest number that is one."""
    finite = np.isfinite(pixels)
    if bool(finite.all()):
        return GreyPicture(pixels, "MONOCHROME2", None, ())
    padding = ~finite
    pixels[padding] = pixels[finite].min() if bool(finite.any()) else 0.0
    count = int(padding.sum())
    text = Worded(lambda: tr("{count} pixels without a number counted as padding").format(count=count))
    step = ProcessingStep(Stage.PADDING, text, mark("NaN or infinite in the file"))
    return GreyPicture(pixels, "MONOCHROME2", padding, (step,))
