"""The one grey pipeline: stored pixels to the picture that is shown, counted and classified.

Stages in DICOM's order (PS3.4 N.2.1): modality, values of interest (VOI), presentation. MONOCHROME1 is turned
exactly once, last, over the window's range.
"""

from dataclasses import dataclass
from typing import assert_never

import numpy as np
import numpy.typing as npt

from core.imaging.greyscale_stages import (
    IdentityModality,
    MeasuredRange,
    ModalityLut,
    Rescale,
    VoiFunction,
    VoiLut,
    VoiWindow,
)
from core.imaging.radiograph import (
    DisplayPixels,
    ImageFormat,
    ModalityTransform,
    ProcessingStep,
    Radiograph,
    Stage,
    StoredPixels,
    VoiTransform,
)
from core.language import Worded, mark, tr
from core.number_format import general

__all__ = [
    "DisplayTable",
    "IdentityModality",
    "MeasuredRange",
    "ModalityLut",
    "Rescale",
    "VoiFunction",
    "VoiLut",
    "VoiWindow",
    "apply_table",
    "default_window",
    "describe_pipeline",
    "display_table",
    "full_range_options",
    "has_display_table",
    "modality_values",
    "nearest_window",
    "render",
]

BLOCK_PIXELS = 1 << 16
"""Pixels transformed at a time: intermediate arrays stay in the processor's cache and memory stays bounded."""


@dataclass(frozen=True, eq=False)
class DisplayTable:
    """Grey for every stored value an image of up to 16 bits can hold.

    Attributes:
        first_stored_value: Stored value that `grey[0]` belongs to.
        grey: (256,) or (65536,) of uint8, read-only.
    """

    first_stored_value: int
    grey: npt.NDArray[np.uint8]


def has_display_table(radiograph: Radiograph) -> bool:
    """Whether the image's stored values are integers of up to 16 bits, so that a table holds all of them."""
    return radiograph.stored.dtype.kind in "iu" and radiograph.stored.dtype.itemsize <= 2


def display_table(radiograph: Radiograph, voi: VoiTransform | None = None, inverted: bool = False) -> DisplayTable:
    """Grey for each stored value: the whole pipeline for every value at once.

    Args:
        radiograph: An image for which `has_display_table` holds.
        voi: How to map to grey, None for the one the file asks for.
        inverted: Turn black and white once more, by hand.

    Raises:
        TypeError: The stored values are floats or have more than 16 bits.
    """
    if not has_display_table(radiograph):
        raise TypeError(f"no display table for stored {radiograph.stored.dtype}")
    limits = np.iinfo(radiograph.stored.dtype)
    values = np.arange(int(limits.min), int(limits.max) + 1, dtype=np.int32)
    grey = _grey_of(radiograph, values, voi, inverted)
    grey.setflags(write=False)
    return DisplayTable(int(limits.min), grey)


def apply_table(radiograph: Radiograph, table: DisplayTable) -> DisplayPixels:
    """The picture that `table` makes of the image; padding is black.

    Args:
        radiograph: The image the table was made for.
        table: From `display_table`.

    Returns:
        (rows, columns) of uint8.
    """
    stored = radiograph.stored
    # Viewing signed values as unsigned puts the negative ones behind the positive ones, and so is the table rolled.
    unsigned = np.ascontiguousarray(stored).view(np.dtype(f"u{stored.dtype.itemsize}"))
    grey = np.roll(table.grey, table.first_stored_value) if table.first_stored_value else table.grey
    flat = unsigned.reshape(-1)
    display = np.empty(flat.size, dtype=np.uint8)
    for start in range(0, flat.size, BLOCK_PIXELS):
        block = slice(start, start + BLOCK_PIXELS)
        # The table is as long as the type is wide, so that "clip" never clips: it only spares the check.
        np.take(grey, flat[block], out=display[block], mode="clip")
    picture = display.reshape(stored.shape)
    _blacken_padding(picture, radiograph)
    return picture


def render(radiograph: Radiograph, voi: VoiTransform | None = None, inverted: bool = False) -> DisplayPixels:
    """The picture as shown: all of the image, at its own size.

    Args:
        radiograph: The image.
        voi: How to map to grey, None for the one the file asks for.
        inverted: Turn black and white once more, by hand.

    Returns:
        (rows, columns) of uint8; padding is black.
    """
    if has_display_table(radiograph):
        return apply_table(radiograph, display_table(radiograph, voi, inverted))
    display = np.empty(radiograph.stored.shape, dtype=np.uint8)
    rows_at_once = max(1, BLOCK_PIXELS // max(1, radiograph.columns))
    for row in range(0, radiograph.rows, rows_at_once):
        block = slice(row, row + rows_at_once)
        display[block] = _grey_of(radiograph, radiograph.stored[block], voi, inverted)
    _blacken_padding(display, radiograph)
    return display


def modality_values(radiograph: Radiograph) -> npt.NDArray[np.float32]:
    """The image in the modality's unit, (rows, columns)."""
    return radiograph.modality_transform.apply(radiograph.stored)


def full_range_options(
    stored: StoredPixels, padding: npt.NDArray[np.bool_] | None, modality_transform: ModalityTransform
) -> tuple[MeasuredRange, MeasuredRange]:
    """Windows every image offers besides its own: all of its values, and all but the outermost percent."""
    return (
        MeasuredRange(stored, padding, modality_transform),
        MeasuredRange(stored, padding, modality_transform, 1.0, 99.0, mark("1st to 99th percentile")),
    )


def default_window(radiograph: Radiograph) -> VoiWindow:
    """The window equal, or nearest, to how the file asks to be shown."""
    return nearest_window(radiograph, radiograph.voi_options[0])


def nearest_window(radiograph: Radiograph, voi: VoiTransform) -> VoiWindow:
    """The window equal, or nearest, to `voi`: where its handles stand and what its read-out says."""
    match voi:
        case VoiWindow():
            return voi
        case MeasuredRange():
            return voi.window
        case VoiLut():
            return voi.nearest_window
        case _:
            return full_range_options(radiograph.stored, radiograph.padding, radiograph.modality_transform)[0].window


def describe_pipeline(
    radiograph: Radiograph, voi: VoiTransform | None = None, inverted: bool = False
) -> tuple[ProcessingStep, ...]:
    """How this picture was made: every step from the file to the screen, in order."""
    return (
        *radiograph.steps,
        _describe_modality(radiograph.modality_transform),
        _describe_voi(radiograph, voi if voi is not None else radiograph.voi_options[0]),
        _describe_presentation(radiograph, inverted),
    )


def _grey_of(
    radiograph: Radiograph, stored: npt.NDArray[np.generic], voi: VoiTransform | None, inverted: bool
) -> DisplayPixels:
    """Stored values of any shape through modality, VOI and presentation."""
    chosen = voi if voi is not None else radiograph.voi_options[0]
    fraction = chosen.apply(radiograph.modality_transform.apply(stored))
    grey = (fraction * np.float32(255.0) + np.float32(0.5)).astype(np.uint8)
    return np.bitwise_not(grey) if radiograph.inverse != inverted else grey


def _blacken_padding(display: DisplayPixels, radiograph: Radiograph) -> None:
    """Padding is no measurement and shown as the background, whatever its value."""
    if radiograph.padding is not None:
        display[radiograph.padding] = 0


def _describe_modality(transform: ModalityTransform) -> ProcessingStep:
    match transform:
        case Rescale():
            source = "DICOM (0028,1053) Rescale Slope, (0028,1052) Rescale Intercept"  # untranslated: DICOM
        case ModalityLut():
            source = "DICOM (0028,3000) Modality LUT Sequence"  # untranslated: DICOM
        case _:
            source = mark("no rescale stated")
    return ProcessingStep(Stage.MODALITY, Worded(lambda: _modality_words(transform)), source)


def _modality_words(transform: ModalityTransform) -> str:
    match transform:
        case Rescale():
            sign = "-" if transform.intercept < 0 else "+"
            text = f"x {general(transform.slope)} {sign} {general(abs(transform.intercept))}"
        case ModalityLut():
            table = tr("table{name} of {count} entries from {first}")
            name = f' "{transform.explanation}"' if transform.explanation else ""
            text = table.format(name=name, count=transform.table.size, first=transform.first_value)
        case _:
            text = tr("none: stored values as they are")
    return text if not transform.unit else tr("{step}, result in {unit}").format(step=text, unit=transform.unit)


def _describe_voi(radiograph: Radiograph, voi: VoiTransform) -> ProcessingStep:
    match voi:
        case VoiWindow():
            source = _window_provenance(radiograph, voi)
        case VoiLut():
            source = "DICOM (0028,3010) VOI LUT Sequence"  # untranslated: DICOM
        case MeasuredRange():
            source = mark("measured on this image's pixels, without padding")
        case _:
            return ProcessingStep(Stage.VOI, voi.explanation, "")
    return ProcessingStep(Stage.VOI, Worded(lambda: _voi_words(voi)), source)


def _voi_words(voi: VoiTransform) -> str:
    match voi:
        case VoiWindow():
            text = tr("window centre {centre}, width {width}, {function}").format(
                centre=general(voi.center), width=general(voi.width), function=tr(_describe_function(voi.function))
            )
        case VoiLut():
            text = tr("table of {count} entries from {first}, white at {white}").format(
                count=voi.table.size, first=voi.first_value, white=voi.largest_entry
            )
        case MeasuredRange():
            text = tr("{low} to {high}").format(low=general(voi.window.lower), high=general(voi.window.upper))
        case _:
            return tr(voi.explanation)
    return f'"{tr(voi.explanation)}": {text}' if voi.explanation else text


def _window_provenance(radiograph: Radiograph, window: VoiWindow) -> str:
    """Who asked for a window: the file, or the person in front of it."""
    if all(window != option for option in radiograph.voi_options):
        return mark("set by hand")
    is_dicom = radiograph.format is ImageFormat.DICOM
    if is_dicom and all(step.stage is not Stage.GREYSCALE for step in radiograph.steps):
        return "DICOM (0028,1050) Window Center, (0028,1051) Window Width"  # untranslated: DICOM
    if radiograph.bits_stored == 8:
        return mark("8-bit picture: shown as it is")
    bits = radiograph.bits_stored
    return Worded(lambda: tr("all values that {bits} bits can hold").format(bits=bits))


def _describe_function(function: VoiFunction) -> str:
    match function:
        case VoiFunction.LINEAR:
            return mark("linear")
        case VoiFunction.LINEAR_EXACT:
            return mark("linear, exact")
        case VoiFunction.SIGMOID:
            return mark("sigmoid")
        case _:
            assert_never(function)


def _describe_presentation(radiograph: Radiograph, inverted: bool) -> ProcessingStep:
    source = _presentation_provenance(radiograph)
    match radiograph.inverse, inverted:
        case False, False:
            return ProcessingStep(Stage.PRESENTATION, mark("larger values brighter"), source)
        case True, False:
            return ProcessingStep(Stage.PRESENTATION, mark("inverted once: larger values darker"), source)
        case False, True:
            return ProcessingStep(Stage.PRESENTATION, mark("inverted by hand: larger values darker"), source)
        case _:
            text = mark("inverted once as the file asks, then back by hand: larger values brighter")
            return ProcessingStep(Stage.PRESENTATION, text, source)


def _presentation_provenance(radiograph: Radiograph) -> str:
    """What says which values are bright."""
    if radiograph.format is ImageFormat.DICOM:
        if radiograph.inverse and radiograph.photometric_interpretation != "MONOCHROME1":
            return "DICOM (2050,0020) Presentation LUT Shape: INVERSE"  # untranslated: DICOM
        name = radiograph.photometric_interpretation
        return f"DICOM (0028,0004) Photometric Interpretation: {name}"  # untranslated: DICOM
    if radiograph.format is ImageFormat.TIFF:
        meaning = mark("0 is white") if radiograph.inverse else mark("0 is black")
        return Worded(lambda: f"TIFF PhotometricInterpretation (0106): {tr(meaning)}")  # untranslated: TIFF
    name = radiograph.format.value
    return Worded(lambda: tr("{format}: 0 is black").format(format=name))
