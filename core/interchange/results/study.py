"""The patient, study and image that results belong to, taken from the scan's own header."""

# untranslated module: written into DICOM objects

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

from pydicom.dataset import Dataset
from pydicom.uid import UID

from core.errors import NoStudyToJoinError
from core.imaging.dicom_attributes import integer_of, items_of, number_of, text_of, texts_of
from core.imaging.dicom_dataset import open_dicom, parsing
from core.interchange.results.cleaning import valid_text, valid_uid, valid_value
from core.language import Worded, mark

_ALWAYS = {
    "PatientName": "PN",
    "PatientID": "LO",
    "PatientBirthDate": "DA",
    "PatientSex": "CS",
    "StudyDate": "DA",
    "StudyTime": "TM",
    "ReferringPhysicianName": "PN",
    "StudyID": "SH",
    "AccessionNumber": "SH",
}
"""Attributes of type 2: there, empty where the scan does not state them (DICOM PS3.3 C.7.1.1, C.7.2.1)."""

_WHERE_STATED = {
    "IssuerOfPatientID": "LO",
    "PatientBirthTime": "TM",
    "PatientComments": "LT",
    "StudyDescription": "LO",
    "PatientAge": "AS",
    "PatientSize": "DS",
    "PatientWeight": "DS",
}
_SEXES = frozenset({"M", "F", "O"})


@dataclass(frozen=True, eq=False)
class SourceStudy:
    """What results take over from the scan's file.

    Attributes:
        identity: Patient and study, valid by the standard, text decoded. To be copied into each result.
        series_uid: Series Instance UID of the scan.
        instance_uid: SOP Instance UID of the scan.
        class_uid: Its SOP class.
        frame_number: Which frame of the scan results are about, from 1; None where it has only one.
        rows: Height of the scan, pixels.
        columns: Width of the scan, pixels.
        modality: Its modality, e.g. DX; empty where not stated.
        character_sets: How text is encoded in the scan's file (Specific Character Set), empty where not stated.
        lossy_ratio: Compression ratio where detail was lost to compression, 0 where lost by an unknown ratio, None
            where none was.
        lossy_method: Lossy Image Compression Method, e.g. ISO_10918_1; may be empty.
        equipment: Manufacturer, model and software of what took the scan, by keyword, only what is stated.
        orientation: Patient Orientation, as `("L", "F")`; empty where not stated.
    """

    identity: Dataset
    series_uid: str
    instance_uid: str
    class_uid: str
    frame_number: int | None
    rows: int
    columns: int
    modality: str
    character_sets: tuple[str, ...]
    lossy_ratio: float | None
    lossy_method: str
    equipment: Mapping[str, str]
    orientation: tuple[str, ...]

    @property
    def study_uid(self) -> str:
        """Study Instance UID."""
        return str(self.identity.StudyInstanceUID)

    def as_evidence(self) -> Dataset:
        """The scan as a data set to refer to, without its pixels."""
        # A copy: assigning to an element that two data sets share would change both.
        evidence = deepcopy(self.identity)
        # Libraries warn of odd names, and quote them; the patient is written into each result when it is finished.
        evidence.PatientName = evidence.ReferringPhysicianName = ""
        evidence.SeriesInstanceUID = self.series_uid
        evidence.SOPInstanceUID = self.instance_uid
        evidence.SOPClassUID = self.class_uid
        evidence.Modality = self.modality
        evidence.Rows, evidence.Columns, evidence.SamplesPerPixel = self.rows, self.columns, 1
        return evidence

    def reference(self, *, names_frame: bool = True) -> Dataset:
        """An item that names the scan (DICOM PS3.3 table 10-3).

        Args:
            names_frame: Whether to name its frame too, where it has several.
        """
        item = Dataset()
        item.ReferencedSOPClassUID = self.class_uid
        item.ReferencedSOPInstanceUID = self.instance_uid
        if names_frame and self.frame_number is not None:
            item.ReferencedFrameNumber = self.frame_number
        return item


def read_source_study(path: Path, frame_index: int = 0) -> SourceStudy:
    """Read what results take over from a scan. Its pixels are not read.

    Args:
        path: The scan's DICOM file.
        frame_index: Which frame the results are about, from 0.

    Raises:
        NoStudyToJoinError: The file lacks what results would be filed by.
        FileError: The file cannot be read; its kind says why.
    """
    with open_dicom(path) as file, parsing(path):
        dataset = file.dataset
        uids = {keyword: valid_uid(dataset, keyword) for keyword in _UIDS}
        missing = next((words for keyword, words in _UIDS.items() if not uids[keyword]), None)
        if missing is not None:
            raise NoStudyToJoinError(path, Worded.of(mark("it has no valid {attribute}"), attribute=missing))
        if not _is_standard_image(UID(uids["SOPClassUID"])):
            raise NoStudyToJoinError(path, mark("it is of no kind of image that the DICOM standard has today"))
        identity = _identity(path, dataset)
        identity.StudyInstanceUID = uids["StudyInstanceUID"]
        frames = integer_of(dataset, "NumberOfFrames") or 1
        return SourceStudy(
            identity=identity,
            series_uid=uids["SeriesInstanceUID"],
            instance_uid=uids["SOPInstanceUID"],
            class_uid=uids["SOPClassUID"],
            frame_number=frame_index + 1 if frames > 1 else None,
            rows=integer_of(dataset, "Rows") or 0,
            columns=integer_of(dataset, "Columns") or 0,
            modality=valid_value(dataset, "Modality", "CS"),
            character_sets=texts_of(dataset, "SpecificCharacterSet"),
            lossy_ratio=_lossy_ratio(dataset, file.transfer_syntax),
            lossy_method=valid_value(dataset, "LossyImageCompressionMethod", "CS"),
            equipment=_equipment(dataset),
            orientation=texts_of(dataset, "PatientOrientation"),
        )


_UIDS = {
    "StudyInstanceUID": "Study Instance UID",
    "SeriesInstanceUID": "Series Instance UID",
    "SOPInstanceUID": "SOP Instance UID",
    "SOPClassUID": "SOP Class UID",
}
_LOSSY_SYNTAXES = frozenset({"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.81"})
"""Transfer syntaxes that always lose detail: JPEG baseline and extended, JPEG-LS near-lossless."""


def _is_standard_image(class_uid: UID) -> bool:
    """Whether an object may be referred to as an image: others know nothing of private and of retired classes.

    Those of luggage (DICOS) and of workpieces (DICONDE) are registered beside the standard's own.
    """
    name = class_uid.name
    return "Image Storage" in name and not class_uid.is_retired and not name.startswith(("DICOS", "Eddy Current"))


def _identity(path: Path, dataset: Dataset) -> Dataset:
    """Patient and study, every value valid."""
    if len(text_of(dataset, "PatientID")) > len(valid_value(dataset, "PatientID", "LO")):
        # A patient ID that is cut would file the results under another patient.
        raise NoStudyToJoinError(path, mark("its patient ID is not one that DICOM allows"))
    identity = Dataset()
    for keyword, representation in _ALWAYS.items():
        setattr(identity, keyword, valid_value(dataset, keyword, representation))
    if identity.PatientSex not in _SEXES:
        identity.PatientSex = ""
    for keyword, representation in _WHERE_STATED.items():
        value = valid_value(dataset, keyword, representation)
        # A size or weight of 0 is a device's word for not stated.
        if value and not (representation == "DS" and float(value) <= 0):
            setattr(identity, keyword, value)
    if valid_value(dataset, "PatientIdentityRemoved", "CS") == "YES":
        identity.PatientIdentityRemoved = "YES"
        methods = texts_of(dataset, "DeidentificationMethod") or tuple(
            text_of(item, "CodeMeaning") for item in items_of(dataset, "DeidentificationMethodCodeSequence")
        )
        kept = [valid_text(method, "LO") for method in methods if method]
        identity.DeidentificationMethod = kept or ["not stated"]
    return identity


def _lossy_ratio(dataset: Dataset, transfer_syntax: str) -> float | None:
    """What is lost stays lost: a result that shows the pixels says so too (DICOM PS3.3 C.7.6.1.1.5)."""
    if text_of(dataset, "LossyImageCompression") != "01" and transfer_syntax not in _LOSSY_SYNTAXES:
        return None
    ratio = number_of(dataset, "LossyImageCompressionRatio")
    return ratio if ratio is not None and ratio > 0 else 0.0


def _equipment(dataset: Dataset) -> dict[str, str]:
    found = {
        keyword: valid_value(dataset, keyword, representation)
        for keyword, representation in (
            ("Manufacturer", "LO"),
            ("ManufacturerModelName", "LO"),
            ("InstitutionName", "LO"),
            ("StationName", "SH"),
            ("DeviceSerialNumber", "LO"),
            ("SoftwareVersions", "LO"),
        )
    }
    return {keyword: value for keyword, value in found.items() if value}
