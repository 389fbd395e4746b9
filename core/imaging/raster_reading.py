"""Pictures that are not DICOM: PNG, JPEG, TIFF, BMP, WebP."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from core.imaging.greyscale_stages import IdentityModality, MeasuredRange, VoiFunction, VoiWindow
from core.imaging.radiograph import (
    Acquisition,
    ImageFormat,
    PatientStudy,
    ProcessingStep,
    Radiograph,
    Stage,
    StoredPixels,
    VoiTransform,
)
from core.imaging.raster_grey import GreyPicture, grey_picture
from core.imaging.raster_headers import sniff_raster
from core.imaging.raster_opening import MAXIMUM_RASTER_PIXELS, OpenRaster, open_raster
from core.language import Worded, mark, tr

__all__ = ["MAXIMUM_RASTER_PIXELS", "orient", "radiograph_from_pixels", "read_raster", "sniff_raster"]

_ORIENTATIONS = {
    2: mark("mirrored left to right: stored in orientation {number} of 8"),
    3: mark("turned by 180 degrees: stored in orientation {number} of 8"),
    4: mark("mirrored top to bottom: stored in orientation {number} of 8"),
    5: mark("mirrored along its diagonal: stored in orientation {number} of 8"),
    6: mark("turned clockwise by 90 degrees: stored in orientation {number} of 8"),
    7: mark("mirrored along its other diagonal: stored in orientation {number} of 8"),
    8: mark("turned counterclockwise by 90 degrees: stored in orientation {number} of 8"),
}


def read_raster(path: Path, image_format: ImageFormat, frame_index: int = 0) -> Radiograph:
    """Read one picture.

    Args:
        path: The file.
        image_format: What `sniff_raster` said.
        frame_index: Which page or frame, from 0.

    Returns:
        The picture with one grey channel. Resolutions in such files describe paper or screens and are never taken
        for the size of a body: `spacing` is None.

    Raises:
        FileError: One of its kinds, saying what is wrong with the file.
    """
    with open_raster(path, image_format, frame_index) as raster:
        raster.image.load()
        mode = raster.image.mode
        grey = grey_picture(raster.image, raster.bits_per_channel)
    bits = raster.bits_per_channel
    text = Worded(lambda: _decoded(image_format, bits, mode))
    decoded = ProcessingStep(Stage.DECODE, text, mark("the file's content"))
    return _radiograph(path, image_format, _upright(grey, raster, decoded), raster, frame_index)


def _decoded(image_format: ImageFormat, bits: int, mode: str) -> str:
    text = tr("{format} decoded: {bits} bits per channel, {mode}") if bits else tr("{format} decoded: {mode}")
    return text.format(format=image_format.value, bits=bits, mode=mode)


def radiograph_from_pixels(pixels: npt.NDArray[np.uint8], image_format: ImageFormat) -> Radiograph:
    """A radiograph from a picture that is already in memory.

    Args:
        pixels: (rows, columns) or (rows, columns, 3 or 4) of uint8; the fourth channel is transparency.
        image_format: Where the pixels come from.

    Raises:
        ValueError: The array has another shape or type, or no pixels.
    """
    from PIL import Image

    is_grey = pixels.ndim == 2
    if (
        pixels.dtype != np.uint8
        or pixels.size == 0
        or not (is_grey or (pixels.ndim == 3 and pixels.shape[2] in (3, 4)))
    ):
        raise ValueError(f"not a picture: {pixels.dtype} {pixels.shape}")
    grey = grey_picture(Image.fromarray(np.ascontiguousarray(pixels)), 8)
    return _radiograph(None, image_format, grey, None, 0)


def _upright(grey: GreyPicture, raster: OpenRaster, decoded: ProcessingStep) -> GreyPicture:
    """The picture turned as its Exif orientation asks, with all steps on the way."""
    if raster.orientation == 1:
        return replace(grey, steps=(decoded, *grey.steps))
    number = raster.orientation
    text = Worded(lambda: tr(_ORIENTATIONS[number]).format(number=number))
    turned = ProcessingStep(Stage.ORIENT, text, "Exif Orientation (0112)")  # untranslated: Exif
    pixels, padding = grey.pixels, grey.padding
    if not raster.orients_itself:
        pixels = orient(pixels, raster.orientation)
        padding = orient(padding, raster.orientation) if padding is not None else None
    return replace(grey, pixels=pixels, padding=padding, steps=(decoded, turned, *grey.steps))


def orient(pixels: StoredPixels, orientation: int) -> StoredPixels:
    """Pixels turned upright, like `ImageOps.exif_transpose`.

    Args:
        pixels: (rows, columns) as stored.
        orientation: 1 to 8.

    Source: Exif 2.32, tag Orientation (0112).
    """
    match orientation:
        case 1:
            turned = pixels
        case 2:
            turned = pixels[:, ::-1]
        case 3:
            turned = pixels[::-1, ::-1]
        case 4:
            turned = pixels[::-1]
        case 5:
            turned = pixels.T
        case 6:
            turned = np.rot90(pixels, -1)
        case 7:
            turned = pixels[::-1, ::-1].T
        case _:
            turned = np.rot90(pixels, 1)
    return np.ascontiguousarray(turned)


def _radiograph(
    path: Path | None, image_format: ImageFormat, grey: GreyPicture, raster: OpenRaster | None, frame_index: int
) -> Radiograph:
    """Put together what is known of a picture."""
    pixels = grey.pixels
    pixels.setflags(write=False)
    if grey.padding is not None:
        grey.padding.setflags(write=False)
    min_is_white = raster is not None and raster.min_is_white
    bits = 0 if pixels.dtype.kind == "f" else 8 * pixels.dtype.itemsize
    if raster is not None and pixels.dtype.itemsize == 2 and 8 < raster.bits_per_channel < 16:
        bits = raster.bits_per_channel
    return Radiograph(
        path=path,
        format=image_format,
        stored=pixels,
        bits_stored=bits,
        padding=grey.padding,
        modality_transform=IdentityModality(),
        voi_options=_voi_options(pixels, grey.padding, bits),
        inverse=min_is_white,
        photometric_interpretation="MONOCHROME1" if min_is_white else grey.photometric_interpretation,
        spacing=None,
        patient_study=PatientStudy(),
        acquisition=Acquisition(lossy_compression=raster.lossy if raster is not None else None),
        frame_index=frame_index,
        frame_count=raster.frame_count if raster is not None else 1,
        steps=grey.steps,
    )


def _voi_options(pixels: StoredPixels, padding: npt.NDArray[np.bool_] | None, bits: int) -> tuple[VoiTransform, ...]:
    """8-bit pictures are shown as they are; deeper ones name no window, so theirs is measured."""
    measured = MeasuredRange(
        pixels, padding, IdentityModality(), explanation=mark("Smallest to largest value (the file names no window)")
    )
    if bits == 8:
        return VoiWindow(128.0, 256.0, VoiFunction.LINEAR, Worded.of(mark("As stored, 0 to 255"))), measured
    if pixels.dtype == np.uint16:
        levels = 2**bits
        name = Worded(lambda: tr("All {bits} bits, 0 to {largest}").format(bits=bits, largest=levels - 1))
        return measured, VoiWindow(levels / 2, levels, VoiFunction.LINEAR, name)
    return (measured,)
