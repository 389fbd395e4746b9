"""A radiograph with an identity planted in every kind of place that a DICOM file has."""

import io
from pathlib import Path

import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian, JPEGBaseline8Bit

ROWS, COLUMNS = 40, 60
STUDY, SERIES, INSTANCE = "1.2.392.77777.1", "1.2.392.77777.2", "1.2.392.77777.3"
PLANTED_TEXTS = (
    "PLANTED",
    "Yamada",
    "Tarou",
    "\u5c71\u7530",
    "\u30e4\u30de\u30c0",
    "\u015eahing\u00f6z",
    "G\u00f6teborg",
    "1.2.392.77777",
    "19610203",
    "20230517",
    "101112",
    "20230518",
    "067Y",
)


def planted_bytes() -> tuple[bytes, ...]:
    """Every planted value as it could stand in a file, in each of the encodings used."""
    found = set()
    for text in PLANTED_TEXTS:
        for encoding in ("utf-8", "iso2022_jp", "latin-1", "iso8859_9", "utf-16-le"):
            try:
                found.add(text.encode(encoding))
            except UnicodeEncodeError:
                continue
    return tuple(sorted(found))


def write_planted(path: Path, number: int = 1, *, compressed: bool = False) -> Path:
    """Write the file.

    Args:
        path: Where to.
        number: Which image of the study, from 1.
        compressed: As JPEG with a comment in the codestream, instead of plain samples with words behind them.
    """
    dataset = _image(number)
    _plant_identity(dataset)
    _plant_elsewhere(dataset)
    _plant_privately(dataset)
    _plant_in_sequences(dataset)
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    meta.TransferSyntaxUID = JPEGBaseline8Bit if compressed else ExplicitVRLittleEndian
    meta.ImplementationClassUID = "1.2.392.77777.9"
    meta.ImplementationVersionName = "PLANTED_IMPL"
    meta.SourceApplicationEntityTitle = "PLANTED_AE"
    meta.PrivateInformationCreatorUID = "1.2.392.77777.10"
    meta.PrivateInformation = b"PLANTED meta"
    dataset.file_meta = meta
    dataset.preamble = b"PLANTED in the preamble".ljust(128, b"\0")
    if compressed:
        dataset.PixelData = encapsulate([_jpeg_with_comment()])
        dataset["PixelData"].is_undefined_length = True
    dataset.save_as(path, enforce_file_format=True)
    return path


def _image(number: int) -> Dataset:
    dataset = Dataset()
    dataset.SpecificCharacterSet = ["", "ISO 2022 IR 87"]
    dataset.SOPClassUID = "1.2.840.10008.5.1.4.1.1.1"
    dataset.SOPInstanceUID = f"{INSTANCE}.{number}"
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = STUDY, SERIES
    dataset.FrameOfReferenceUID = "1.2.392.77777.4"
    dataset.Modality, dataset.BodyPartExamined, dataset.ViewPosition = "CR", "CHEST", "PA"
    dataset.ImageType = ["ORIGINAL", "PRIMARY"]
    dataset.Manufacturer = "Maker"
    dataset.Rows, dataset.Columns = ROWS, COLUMNS
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.BitsAllocated = dataset.BitsStored = 8
    dataset.HighBit, dataset.PixelRepresentation = 7, 0
    dataset.PixelSpacing, dataset.WindowCenter, dataset.WindowWidth = [0.2, 0.2], 128, 256
    dataset.PixelData = planted_pixels().tobytes() + b"PLANTED behind the pixels!"
    return dataset


def planted_pixels() -> np.ndarray:
    """The picture: a ramp."""
    rows, columns = np.mgrid[0:ROWS, 0:COLUMNS]
    return (3 * rows + 2 * columns).astype(np.uint8)


def _jpeg_with_comment() -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    Image.fromarray(planted_pixels()).save(buffer, "JPEG", quality=90, comment=b"PLANTED in the codestream")
    return buffer.getvalue()


def _plant_identity(dataset: Dataset) -> None:
    dataset.PatientName = "Yamada^Tarou=\u5c71\u7530^\u592a\u90ce=\u3084\u307e\u3060^\u305f\u308d\u3046"
    dataset.PatientID, dataset.IssuerOfPatientID = "PLANTED-ID", "PLANTED-ISSUER"
    dataset.OtherPatientNames = "PLANTED^Maiden"
    dataset.PatientBirthDate, dataset.PatientSex, dataset.PatientAge = "19610203", "M", "067Y"
    dataset.PatientAddress, dataset.PatientComments = "PLANTED street 1", "PLANTED comment"
    dataset.PatientTelephoneNumbers = "PLANTED 555"
    dataset.StudyDate = dataset.SeriesDate = dataset.ContentDate = dataset.AcquisitionDate = "20230517"
    dataset.StudyTime = dataset.AcquisitionTime = "101112"
    dataset.AcquisitionDateTime = "20230517101112.000+0100"
    dataset.AccessionNumber, dataset.StudyID = "PLANTED-ACC", "PLANTED-STUDY"
    dataset.ReferringPhysicianName = dataset.OperatorsName = dataset.PerformingPhysicianName = "PLANTED^Doctor"
    dataset.InstitutionName, dataset.InstitutionAddress = "PLANTED hospital", "PLANTED town"
    dataset.StationName, dataset.DeviceSerialNumber = "PLANTED-STN", "PLANTED-SERIAL"


def _plant_elsewhere(dataset: Dataset) -> None:
    dataset.StudyDescription = dataset.SeriesDescription = dataset.ProtocolName = "PLANTED description"
    dataset.ImageComments = dataset.DerivationDescription = "PLANTED words"
    dataset.RequestingPhysician = "PLANTED^Requester"
    # Retired, unknown to the table, and stored as another kind than the standard's.
    dataset.add_new(0x00080040, "US", 1)
    dataset.add_new(0x00084000, "LT", "PLANTED identifying comments")
    dataset.add_new(0x0008FFFE, "LO", "PLANTED unknown to the standard")
    dataset.add_new(0x00180060, "LT", "PLANTED where a number belongs")
    dataset.IconImageSequence = Sequence([_icon()])
    for group in (0x6000, 0x6002):
        dataset.add_new(group << 16 | 0x0010, "US", ROWS)
        dataset.add_new(group << 16 | 0x0011, "US", COLUMNS)
        dataset.add_new(group << 16 | 0x0022, "LO", "PLANTED overlay")
        dataset.add_new(group << 16 | 0x4000, "LT", "PLANTED overlay comment")
        dataset.add_new(group << 16 | 0x3000, "OW", b"PLANTED!" * 38)
    dataset.add_new(0x50000010, "US", 1)
    dataset.add_new(0x50003000, "OW", b"PLANTED curve.")
    dataset.add_new(0x00282000, "OB", b"PLANTED in the colour profile.")
    dataset.add_new(0xFFFCFFFC, "OB", b"PLANTED padding.")


def _plant_privately(dataset: Dataset) -> None:
    block = dataset.private_block(0x0009, "PLANTED creator", create=True)
    block.add_new(0x01, "LO", "PLANTED private")
    block.add_new(0x02, "UN", b"PLANTED unknown ")
    nested = Dataset()
    nested.PatientName = "PLANTED^Nested"
    block.add_new(0x03, "SQ", Sequence([nested]))


def _plant_in_sequences(dataset: Dataset) -> None:
    view = Dataset()
    view.SpecificCharacterSet = "ISO_IR 148"
    view.CodeValue, view.CodingSchemeDesignator, view.CodeMeaning = "R-10214", "SRT", "postero-anterior"
    view.OperatorsName, view.InstitutionName = "\u015eahing\u00f6z^Ay\u015fe", "G\u00f6teborg"
    view.ContextUID = "1.2.392.77777.5"
    view.private_block(0x0011, "PLANTED nested creator", create=True).add_new(1, "LO", "PLANTED nested")
    inner = Dataset()
    inner.PatientComments = "PLANTED deep"
    inner.CodeValue, inner.CodingSchemeDesignator, inner.CodeMeaning = "T-D3000", "SRT", "Chest"
    inner.StudyDate = "20230518"
    view.ViewModifierCodeSequence = Sequence([inner])
    dataset.ViewCodeSequence = Sequence([view])
    reference = Dataset()
    reference.ReferencedSOPClassUID = "1.2.840.10008.5.1.4.1.1.1"
    reference.ReferencedSOPInstanceUID = f"{INSTANCE}.1"
    dataset.SourceImageSequence = Sequence([reference])
    request = Dataset()
    request.RequestedProcedureDescription = request.ScheduledProcedureStepDescription = "PLANTED procedure"
    request.RequestedProcedureID = "PLANTED-RP"
    dataset.RequestAttributesSequence = Sequence([request])
    previous = Dataset()
    previous.PatientName = "PLANTED^Before"
    attributes = Dataset()
    attributes.ModifiedAttributesSequence = Sequence([previous])
    attributes.ModifyingSystem, attributes.AttributeModificationDateTime = "PLANTED", "20230517101112"
    dataset.OriginalAttributesSequence = Sequence([attributes])


def _icon() -> Dataset:
    icon = Dataset()
    icon.Rows = icon.Columns = 4
    icon.SamplesPerPixel, icon.PhotometricInterpretation = 1, "MONOCHROME2"
    icon.BitsAllocated = icon.BitsStored = 8
    icon.HighBit, icon.PixelRepresentation = 7, 0
    icon.PixelData = b"PLANTED in icon!"
    return icon
