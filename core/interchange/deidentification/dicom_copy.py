"""The copy of one DICOM image without identity."""

# untranslated module: values and names of DICOM attributes

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.filewriter import dcmwrite
from pydicom.sequence import Sequence as ItemSequence
from pydicom.uid import UID, ExplicitVRLittleEndian

from core.errors import UnsupportedImageError
from core.imaging.dicom_attributes import text_of, texts_of
from core.imaging.dicom_dataset import PARSING_FAILURES, DicomFile, open_dicom, parsing
from core.imaging.dicom_identity import read_acquisition
from core.imaging.dicom_reading import refuse_other_objects
from core.imaging.opening import open_regular_file
from core.imaging.pixel_mask import PixelMask
from core.interchange.deidentification.changes import Change, ChangeTally
from core.interchange.deidentification.cleaning import Replacements, clean_dataset, is_enhanced
from core.interchange.deidentification.options import DatePolicy, DeidentificationOptions, UidPolicy
from core.interchange.deidentification.plain_pixels import read_plain_pixels
from core.interchange.deidentification.profile import EDITION
from core.interchange.deidentification.pseudonyms import Pseudonyms
from core.interchange.deidentification.report import Origin
from core.interchange.dicom_network import IMPLEMENTATION_CLASS_UID, implementation_version_name
from core.language import Worded, mark

_PREAMBLE_BYTES = 128

_BASIC = ("113100", "Basic Application Confidentiality Profile")
_CLEAN_PIXELS = ("113101", "Clean Pixel Data Option")
_FULL_DATES = ("113106", "Retain Longitudinal Temporal Information Full Dates Option")
_MODIFIED_DATES = ("113107", "Retain Longitudinal Temporal Information Modified Dates Option")
_CHARACTERISTICS = ("113108", "Retain Patient Characteristics Option")
_UIDS = ("113110", "Retain UIDs Option")
"""Codes of DICOM PS3.16 CID 7050, with their meanings."""

_EMPTY_WHERE_MISSING = (
    "StudyDate",
    "StudyTime",
    "AccessionNumber",
    "ReferringPhysicianName",
    "PatientBirthDate",
    "PatientSex",
    "StudyID",
)
"""Type 2 in the patient and study modules of every image (DICOM PS3.3 C.7.1.1 and C.7.2.1)."""

_TEMPORAL = {DatePolicy.REMOVE: "REMOVED", DatePolicy.SHIFT: "MODIFIED", DatePolicy.KEEP: "UNMODIFIED"}
"""Longitudinal Temporal Information Modified (0028,0303)."""


@dataclass(frozen=True, eq=False)
class DicomCopy:
    """A copy, not written yet.

    Attributes:
        content: The whole file.
        name: Its name among the copies, which says nothing of the original.
        uid: Its SOP Instance UID.
        patient: Name and ID of the patient in it.
        origin: Whose it is, for the list of who is who.
        states_text: Whether the original says that text is burned into its pixels; None where it says nothing.
    """

    content: bytes
    name: str
    uid: str
    patient: str
    origin: Origin
    states_text: bool | None


def copy_dicom(
    path: Path,
    options: DeidentificationOptions,
    pseudonyms: Pseudonyms,
    masks: Sequence[PixelMask],
    tally: ChangeTally,
) -> DicomCopy:
    """Make the copy of one image.

    Args:
        path: The original.
        options: What the person decided.
        pseudonyms: What stands for identifiers.
        masks: Rectangles to black out in every frame.
        tally: Told what is left out or replaced.

    Raises:
        FileError: One of its kinds, saying what is wrong with the file.
    """
    with open_dicom(path) as file, parsing(path):
        refuse_other_objects(file)
        identity = _patient_identity(file.dataset)
        shift = pseudonyms.shift_days(identity) if options.dates is DatePolicy.SHIFT else 0
        replacements = Replacements(pseudonyms, pseudonyms.patient(identity), shift)
        cleaned = clean_dataset(file.dataset, options, replacements, tally, little_endian=file.little_endian)
        pixels = read_plain_pixels(file, masks)
        original_uid = text_of(file.dataset, "SOPInstanceUID")
        acquisition = read_acquisition(file.dataset, file.transfer_syntax)
        states_text = acquisition.burned_in_annotation.value if acquisition.burned_in_annotation is not None else None
        _fill_in(cleaned, file, replacements)
        if acquisition.lossy_compression is not None and acquisition.lossy_compression.value:
            cleaned.LossyImageCompression = "01"
        _state_method(cleaned, options, bool(masks), states_text is True)
        pixels.describe_in(cleaned)
        if masks:
            # Of enhanced images, other attributes are required or not by this value.
            if not is_enhanced(cleaned):
                cleaned.ImageType = ["DERIVED", *(texts_of(cleaned, "ImageType") or ("", "PRIMARY"))[1:]]
            tally.note_other(mark("part of the picture under a mask"), Change.REPLACED)
        _note_file(file, tally)
        return DicomCopy(
            content=_file_of(path, cleaned),
            name=pseudonyms.uid(original_uid or str(path)),
            uid=text_of(cleaned, "SOPInstanceUID"),
            patient=replacements.patient,
            origin=Origin(
                text_of(file.dataset, "PatientName"), text_of(file.dataset, "PatientID"), original_uid, shift
            ),
            states_text=states_text,
        )


def _patient_identity(dataset: Dataset) -> str:
    """What tells the patient from others: the ID with who gave it, or where there is none what else is known."""
    identifier = text_of(dataset, "PatientID").strip()
    if identifier:
        return f"ID\0{text_of(dataset, 'IssuerOfPatientID')}\0{identifier}"
    name, birth = text_of(dataset, "PatientName").strip().casefold(), text_of(dataset, "PatientBirthDate")
    return f"name\0{name}\0{birth}" if name else f"study\0{text_of(dataset, 'StudyInstanceUID')}"


def _fill_in(cleaned: Dataset, file: DicomFile, replacements: Replacements) -> None:
    """What every image must have, and what stands for the patient."""
    cleaned.SpecificCharacterSet = "ISO_IR 192"
    cleaned.PatientName = cleaned.PatientID = replacements.patient
    for keyword in ("SOPClassUID", "SOPInstanceUID", "StudyInstanceUID", "SeriesInstanceUID"):
        if not text_of(cleaned, keyword):
            stated = text_of(file.dataset, keyword)
            if keyword == "SOPClassUID":
                stated = stated or text_of(file.dataset, "MediaStorageSOPClassUID")
                if not stated:
                    raise UnsupportedImageError(file.path, mark("an image that does not say of which kind it is"))
                cleaned.SOPClassUID = stated
            else:
                # Without an identifier nothing is known to belong together, so each file is by itself.
                setattr(cleaned, keyword, replacements.pseudonyms.uid(f"{keyword}\0{file.path}"))
    for keyword in _EMPTY_WHERE_MISSING:
        if keyword not in cleaned:
            setattr(cleaned, keyword, "")


def _state_method(cleaned: Dataset, options: DeidentificationOptions, has_masks: bool, states_text: bool) -> None:
    """Say in the copy what was done to it (DICOM PS3.15 section E.1.1)."""
    codes = [_BASIC]
    if has_masks and options.is_text_free:
        codes.append(_CLEAN_PIXELS)
    codes += {DatePolicy.KEEP: [_FULL_DATES], DatePolicy.SHIFT: [_MODIFIED_DATES], DatePolicy.REMOVE: []}[options.dates]
    codes += [_CHARACTERISTICS] if options.keeps_characteristics else []
    codes += [_UIDS] if options.uids is UidPolicy.KEEP else []
    cleaned.DeidentificationMethod = f"Hilum, DICOM PS3.15 {EDITION} table E.1-1"
    cleaned.DeidentificationMethodCodeSequence = ItemSequence([_code(value, meaning) for value, meaning in codes])
    cleaned.LongitudinalTemporalInformationModified = _TEMPORAL[options.dates]
    if options.is_text_free:
        cleaned.BurnedInAnnotation = "NO"
    # The attribute speaks of the pixels too: where the file says that text is in them, and nobody said that it is
    # covered, the identity has not been removed.
    cleaned.PatientIdentityRemoved = "NO" if states_text and not options.is_text_free else "YES"


def _code(value: str, meaning: str) -> Dataset:
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, "DCM", meaning
    return item


def _note_file(file: DicomFile, tally: ChangeTally) -> None:
    """Count what stands beside the data set, all of which is left out."""
    if text_of(file.dataset, "SourceApplicationEntityTitle"):
        tally.note(0x00020016, Change.REMOVED)
    if "PrivateInformation" in file.dataset:
        tally.note(0x00020102, Change.REMOVED)
    with open_regular_file(file.path) as original:
        if original.read(_PREAMBLE_BYTES).strip(b"\0") and original.read(4) == b"DICM":
            tally.note_other(mark("bytes before the file's header"), Change.REMOVED)


def _file_of(path: Path, cleaned: Dataset) -> bytes:
    """The whole file: a preamble of zeros, a header of its own, explicit little endian."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = cleaned.SOPClassUID
    meta.MediaStorageSOPInstanceUID = cleaned.SOPInstanceUID
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.ImplementationClassUID = UID(IMPLEMENTATION_CLASS_UID)
    meta.ImplementationVersionName = implementation_version_name()
    cleaned.file_meta = meta
    cleaned.preamble = b"\0" * _PREAMBLE_BYTES
    buffer = io.BytesIO()
    try:
        dcmwrite(buffer, cleaned, enforce_file_format=True, implicit_vr=False, little_endian=True)
    except (*PARSING_FAILURES, OSError) as error:
        raise UnsupportedImageError(
            path, Worded.of(mark("attributes that cannot be written ({kind})"), kind=type(error).__name__)
        ) from error
    return buffer.getvalue()
