"""A DICOM file as a radiograph."""

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from pydicom.dataset import Dataset
from pydicom.uid import UID

from core.errors import DamagedFileError, UnsupportedImageError
from core.imaging.dicom_attributes import numbers_of, text_of, value_of
from core.imaging.dicom_colour import reduce_to_grey
from core.imaging.dicom_dataset import DicomFile, open_dicom, parsing
from core.imaging.dicom_identity import provenance, read_acquisition, read_patient_study
from core.imaging.dicom_layout import PixelLayout, read_layout
from core.imaging.dicom_overlays import read_overlays
from core.imaging.dicom_pixels import read_frame
from core.imaging.dicom_spacing import read_spacing
from core.imaging.dicom_transforms import read_inverse, read_modality_transform, read_voi_options
from core.imaging.greyscale import full_range_options
from core.imaging.greyscale_stages import IdentityModality, VoiFunction, VoiWindow
from core.imaging.radiograph import (
    ImageFormat,
    ModalityTransform,
    ProcessingStep,
    Radiograph,
    Stage,
    StoredPixels,
    VoiTransform,
)
from core.language import Worded, mark, tr
from core.number_format import decimal, percentage

_NO_RADIOGRAPHS = {
    "1.2.840.10008.1.3.10": mark("a DICOMDIR, an index of other files"),
    "1.2.840.10008.5.1.4.1.1.66.4": mark("a segmentation"),
    "1.2.840.10008.5.1.4.1.1.66.7": mark("a segmentation"),
    "1.2.840.10008.5.1.4.1.1.481.2": mark("a radiotherapy dose"),
}
"""SOP classes that hold no image, or pixels that are no picture."""


def read_dicom(path: Path, frame_index: int = 0) -> Radiograph:
    """Read one frame of a DICOM image.

    Args:
        path: The file.
        frame_index: Which frame, from 0.

    Raises:
        FileError: One of its kinds, saying what is wrong with the file.
    """
    with open_dicom(path) as file, parsing(path):
        refuse_other_objects(file)
        layout = read_layout(file, frame_index)
        frame = read_frame(file, layout, frame_index)
        grey = reduce_to_grey(file, frame, layout.photometric_interpretation)
        stored = grey.stored
        stored.setflags(write=False)
        is_monochrome = grey.step is None
        padding = _read_padding(file.dataset, layout, stored) if is_monochrome else None
        transform = _read_transform(file, layout, frame_index) if is_monochrome else IdentityModality()
        options = (
            _read_options(file, frame_index, stored, transform) if is_monochrome else (_whole_range(grey.bits_stored),)
        )
        return Radiograph(
            path=path,
            format=ImageFormat.DICOM,
            stored=stored,
            bits_stored=grey.bits_stored,
            padding=padding,
            modality_transform=transform,
            voi_options=(*options, *full_range_options(stored, padding, transform)),
            inverse=read_inverse(file.dataset, layout.photometric_interpretation),
            photometric_interpretation=layout.photometric_interpretation,
            spacing=read_spacing(file.dataset, frame_index),
            patient_study=read_patient_study(file.dataset),
            acquisition=read_acquisition(file.dataset, file.transfer_syntax),
            overlays=read_overlays(file.dataset, frame.raw, frame_index),
            frame_index=frame_index,
            frame_count=layout.frame_count,
            steps=_describe_reading(file, layout, frame_index, grey.step, padding, frame.raw is not None),
        )


def refuse_other_objects(file: DicomFile) -> None:
    """Say what a file holds instead of an image."""
    sop_class = text_of(file.dataset, "SOPClassUID")
    sop_class = sop_class or text_of(file.dataset, "MediaStorageSOPClassUID")  # untranslated: DICOM
    known = _NO_RADIOGRAPHS.get(sop_class)
    if known is not None:
        raise UnsupportedImageError(file.path, known)
    if file.pixels is None and "Rows" not in file.dataset:
        name = UID(sop_class).name if sop_class else mark("a DICOM object")
        raise UnsupportedImageError(file.path, Worded(lambda: tr("{name} without pixels").format(name=tr(name))))
    if file.pixels is None:
        raise DamagedFileError(file.path, mark("the attributes of an image, but no pixels"))


def _read_transform(file: DicomFile, layout: PixelLayout, frame_index: int) -> ModalityTransform:
    return read_modality_transform(file.dataset, frame_index, layout.signed, file.little_endian)


def _read_options(
    file: DicomFile, frame_index: int, stored: StoredPixels, transform: ModalityTransform
) -> tuple[VoiTransform, ...]:
    """The file's own curves and windows."""
    smallest = float(np.iinfo(stored.dtype).min) if stored.dtype.kind in "iu" else 0.0
    can_be_negative = float(transform.apply(np.array([smallest]))[0]) < 0.0
    return read_voi_options(file.dataset, frame_index, can_be_negative, file.little_endian)


def _whole_range(bits: int) -> VoiWindow:
    """Colour is shown as it is: black at 0, white at the largest value its bits can hold."""
    largest = float((1 << bits) - 1)
    return VoiWindow(largest / 2, largest, VoiFunction.LINEAR_EXACT, Worded.of(mark("As stored")))


def _read_padding(dataset: Dataset, layout: PixelLayout, stored: StoredPixels) -> npt.NDArray[np.bool_] | None:
    """Where the image is padding (DICOM PS3.3 C.7.5.1.1.2), None where it nowhere is, or everywhere."""
    value = _padding_number(dataset, "PixelPaddingValue", layout)  # untranslated: DICOM
    if value is None:
        return None
    limit = _padding_number(dataset, "PixelPaddingRangeLimit", layout)  # untranslated: DICOM
    low, high = (value, value) if limit is None else (min(value, limit), max(value, limit))
    padding: npt.NDArray[np.bool_] = stored == low if low == high else (stored >= low) & (stored <= high)
    if not padding.any() or padding.all():
        return None
    padding.setflags(write=False)
    return padding


def _padding_number(dataset: Dataset, keyword: str, layout: PixelLayout) -> int | None:
    """A padding value as a stored value; its US or SS is often the wrong one of the two."""
    value: Any = value_of(dataset, keyword)
    if isinstance(value, bytes):
        number = int.from_bytes(value[:2], "little")
    else:
        numbers = numbers_of(dataset, keyword)
        if not numbers:
            return None
        number = int(numbers[0])
    if layout.is_float:
        return number
    number &= (1 << layout.bits_allocated) - 1
    if layout.signed and number >> (layout.bits_allocated - 1):
        number -= 1 << layout.bits_allocated
    return number


def _describe_reading(
    file: DicomFile,
    layout: PixelLayout,
    frame_index: int,
    greyscale: ProcessingStep | None,
    padding: npt.NDArray[np.bool_] | None,
    was_masked: bool,
) -> tuple[ProcessingStep, ...]:
    """What reading did, in order."""
    syntax = UID(file.transfer_syntax).name
    text = Worded(lambda: f"{syntax}: {_describe_layout(layout, frame_index)}")
    steps = [ProcessingStep(Stage.DECODE, text, provenance("TransferSyntaxUID"))]  # untranslated: DICOM
    if was_masked:
        text = Worded(
            lambda: tr("bits other than {low} to {high} cleared").format(
                low=layout.high_bit - layout.bits_stored + 1, high=layout.high_bit
            )
        )
        steps.append(ProcessingStep(Stage.DECODE, text, provenance("HighBit")))  # untranslated: DICOM
    if greyscale is not None:
        steps.append(greyscale)
    if padding is not None:
        share = 100.0 * np.count_nonzero(padding) / padding.size
        text = Worded(
            lambda: tr("{share} of the pixels are padding: shown black, left out of every measurement").format(
                share=percentage(decimal(share, 1))
            )
        )
        steps.append(ProcessingStep(Stage.PADDING, text, provenance("PixelPaddingValue")))  # untranslated: DICOM
    return tuple(steps)


def _describe_layout(layout: PixelLayout, frame_index: int) -> str:
    parts = [tr("{columns} x {rows} pixels").format(columns=layout.columns, rows=layout.rows)]
    if layout.is_float:
        parts += [tr("{bits} bits").format(bits=layout.bits_allocated), tr("float")]
    else:
        parts += [tr("{bits} bits stored").format(bits=layout.bits_stored)]
        parts += [tr("signed", "numbers") if layout.signed else tr("unsigned", "numbers")]
    if layout.frame_count > 1:
        parts.append(tr("frame {number} of {count}").format(number=frame_index + 1, count=layout.frame_count))
    return ", ".join(parts)
