"""What is sent to an archive: a DICOM file, in another transfer syntax where the archive does not take its own."""

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import UnsupportedImageError
from core.interchange.archive.object_classes import UNCOMPRESSED_SYNTAXES
from core.language import mark

_EXPLICIT, _IMPLICIT, _BIG_ENDIAN = UNCOMPRESSED_SYNTAXES
_DEFLATED = "1.2.840.10008.1.2.1.99"
_LOSSY_SYNTAXES = frozenset({"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.81"})
"""Those that always lose detail; of images in others the file says it."""


@dataclass(frozen=True)
class DicomObject:
    """A DICOM file that can be sent.

    Attributes:
        path: The file.
        sop_class_uid: What kind of object it is.
        sop_uid: SOP Instance UID.
        study_uid: Study Instance UID, may be empty.
        series_uid: Series Instance UID, may be empty.
        transfer_syntax: How it is encoded.
    """

    path: Path
    sop_class_uid: str
    sop_uid: str
    study_uid: str
    series_uid: str
    transfer_syntax: str


def read_object(path: Path) -> DicomObject:
    """Say what a file is that is to be sent.

    Raises:
        UnsupportedImageError: It is no complete DICOM file, and pictures are not sent.
        FileError: It cannot be read, or is damaged; the kind says why.
    """
    from core.imaging.dicom_attributes import text_of
    from core.imaging.dicom_dataset import open_dicom
    from core.interchange.dicom_network import is_uid

    with open_dicom(path) as file:
        header, syntax = file.dataset, file.transfer_syntax
    values = [
        text_of(header, name)
        for name in ("SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID")  # untranslated: DICOM
    ]
    if not is_uid(values[0]) or not is_uid(values[1]):
        raise UnsupportedImageError(path, mark("it does not say which object it is; archives need that"))
    sop_class_uid, sop_uid, study_uid, series_uid = values
    return DicomObject(path, sop_class_uid, sop_uid, study_uid, series_uid, syntax)


def is_complete_file(item: DicomObject) -> bool:
    """Whether a file has the standard's beginning, and one that says the same as what follows (PS3.10 section 7.1)."""
    from pydicom.filereader import read_file_meta_info

    from core.imaging.dicom_dataset import PARSING_FAILURES

    try:
        meta = read_file_meta_info(item.path)
    except PARSING_FAILURES:
        return False
    stated = (
        str(meta.get("MediaStorageSOPClassUID", "")),  # untranslated: DICOM
        str(meta.get("MediaStorageSOPInstanceUID", "")),  # untranslated: DICOM
        str(meta.get("TransferSyntaxUID", "")),  # untranslated: DICOM
    )
    return stated == (item.sop_class_uid, item.sop_uid, item.transfer_syntax)


def whole_file(item: DicomObject) -> bytes:
    """The file with the beginning that the standard asks for, where it lacks one.

    Raises:
        FileError: It cannot be read, or is damaged.
    """
    from pydicom import dcmread
    from pydicom.dataset import FileMetaDataset
    from pydicom.uid import UID

    from core.imaging.dicom_dataset import parsing

    if is_complete_file(item):
        with parsing(item.path):
            return item.path.read_bytes()
    with parsing(item.path):
        dataset = dcmread(item.path, force=True)
        dataset.file_meta = FileMetaDataset()
        dataset.file_meta.TransferSyntaxUID = UID(item.transfer_syntax)
        written = io.BytesIO()
        dataset.save_as(written, enforce_file_format=True)
    return written.getvalue()


def in_syntax(item: DicomObject, accepted: frozenset[str]) -> bytes | None:
    """The object in one of the transfer syntaxes that an archive takes, where Hilum can convert it.

    Args:
        item: A complete file, in a syntax that is not accepted.
        accepted: UIDs of transfer syntaxes.

    Returns:
        A file's content, in explicit or implicit little endian; None where that is not accepted. Pixels that were
        compressed with loss stay marked so.

    Raises:
        FileError: It cannot be decoded; the kind says why.
    """
    from pydicom import dcmread
    from pydicom.uid import UID

    from core.imaging.dicom_dataset import parsing

    target = next((syntax for syntax in (_EXPLICIT, _IMPLICIT) if syntax in accepted), None)
    if target is None:
        return None
    with parsing(item.path):
        dataset = dcmread(item.path)
        if item.transfer_syntax not in (_EXPLICIT, _IMPLICIT, _DEFLATED):
            if "PixelData" not in dataset and item.transfer_syntax == _BIG_ENDIAN:
                return None
            if "PixelData" in dataset:
                _decompress(dataset, item)
        dataset.file_meta.TransferSyntaxUID = UID(target)
        encoded = io.BytesIO()
        dataset.save_as(encoded, enforce_file_format=True)
    return encoded.getvalue()


def _decompress(dataset: Any, item: DicomObject) -> None:
    """Put uncompressed pixels into a data set, decoded by the same functions that reading uses."""
    import numpy as np

    from core.imaging.dicom_codecs import ColourModel
    from core.imaging.dicom_dataset import open_dicom
    from core.imaging.dicom_layout import read_layout
    from core.imaging.dicom_pixels import read_frame

    with open_dicom(item.path) as file:
        layout = read_layout(file, 0)
        frames = [read_frame(file, layout, number) for number in range(layout.frame_count)]
    kind = f"<{'i' if layout.signed else 'u'}{layout.bits_allocated // 8}"
    samples = [frame.samples if frame.raw is None else frame.raw for frame in frames]
    data = b"".join(np.ascontiguousarray(picture, dtype=kind).tobytes() for picture in samples)
    dataset.PixelData = data + b"\0" * (len(data) % 2)
    dataset["PixelData"].VR = "OB" if layout.bits_allocated <= 8 else "OW"
    dataset["PixelData"].is_undefined_length = False
    for name in ("ExtendedOffsetTable", "ExtendedOffsetTableLengths"):  # untranslated: DICOM
        if name in dataset:
            delattr(dataset, name)
    if layout.samples > 1:
        dataset.PlanarConfiguration = 0
        models = {ColourModel.RGB: "RGB", ColourModel.YBR: "YBR_FULL"}
        dataset.PhotometricInterpretation = models.get(frames[0].colour_model, dataset.PhotometricInterpretation)
    if item.transfer_syntax in _LOSSY_SYNTAXES:
        dataset.LossyImageCompression = "01"
