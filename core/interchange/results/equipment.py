"""What every result says of where it comes from: series, equipment, the file's own head and how its text is encoded."""

# untranslated module: written into DICOM objects

import io
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime

from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.filereader import dcmread
from pydicom.uid import UID, ExplicitVRLittleEndian

from core.imaging.dicom_dataset import PARSING_FAILURES, quieten_pydicom
from core.interchange.dicom_network import IMPLEMENTATION_CLASS_UID, implementation_version_name
from core.interchange.results.cleaning import valid_text
from core.interchange.results.codes import ACQUISITION_EQUIPMENT, PROCESSING_EQUIPMENT, code_item
from core.interchange.results.source import ResultKind
from core.interchange.results.study import SourceStudy
from core.interchange.results.uids import new_uid
from core.program_version import program_version

MANUFACTURER = "Hilum"
MODEL_NAME = "Hilum chest radiograph workstation"
SERIES_NUMBERS = {
    ResultKind.STRUCTURED_REPORT: 9701,
    ResultKind.HEAT_MAP: 9702,
    ResultKind.PRESENTATION_STATE: 9703,
    ResultKind.REPORT: 9704,
}
"""High enough to stand behind a study's own series in any list."""

_DESCRIPTIONS = {
    ResultKind.STRUCTURED_REPORT: "Hilum structured report, research use only",
    ResultKind.HEAT_MAP: "Hilum heat map, research use only",
    ResultKind.PRESENTATION_STATE: "Hilum window and measurements, research use only",
    ResultKind.REPORT: "Hilum report, research use only",
}
_UTF_8 = "ISO_IR 192"
_TEXT_REPRESENTATIONS = frozenset({"SH", "LO", "ST", "LT", "UT", "PN", "UC"})


@dataclass(frozen=True)
class NewObject:
    """What a result is called before it is made.

    Attributes:
        kind: What it is.
        made: When, in local time.
        instance_uid: Its SOP Instance UID.
        series_uid: Its Series Instance UID: each result is a series of its own.
    """

    kind: ResultKind
    made: datetime
    instance_uid: str = field(default_factory=new_uid)
    series_uid: str = field(default_factory=new_uid)

    @property
    def series_number(self) -> int:
        """Where it stands among the study's series."""
        return SERIES_NUMBERS[self.kind]

    @property
    def series_description(self) -> str:
        """What a list of series says."""
        return _DESCRIPTIONS[self.kind]


def software_version() -> str:
    """Hilum's version as an attribute's value."""
    return valid_text(program_version(), "LO")


def begin_object(study: SourceStudy, new: NewObject, class_uid: str, modality: str) -> Dataset:
    """Make a data set with patient, study, series and SOP common module filled.

    Args:
        study: Where it belongs.
        new: What it is called.
        class_uid: Its SOP class.
        modality: Its modality, e.g. OT.
    """
    dataset = deepcopy(study.identity)
    dataset.SOPClassUID = class_uid
    dataset.Modality = modality
    dataset.InstanceNumber = 1
    dataset.ContentDate, dataset.ContentTime = f"{new.made:%Y%m%d}", f"{new.made:%H%M%S}"
    return dataset


def finish_object(dataset: Dataset, study: SourceStudy, new: NewObject) -> Dataset:
    """Write into an object what every result has in common; what a library wrote there before is replaced.

    Args:
        dataset: The object.
        study: Where it belongs.
        new: What it is called.

    Returns:
        A data set ready to be saved.
    """
    quieten_pydicom()
    finished = Dataset()
    finished.update(dataset)
    finished.update(deepcopy(study.identity))
    finished.SOPInstanceUID, finished.SeriesInstanceUID = new.instance_uid, new.series_uid
    finished.SeriesNumber, finished.SeriesDescription = new.series_number, new.series_description
    finished.SeriesDate, finished.SeriesTime = f"{new.made:%Y%m%d}", f"{new.made:%H%M%S}"
    finished.InstanceCreationDate, finished.InstanceCreationTime = finished.SeriesDate, finished.SeriesTime
    if new.kind in (ResultKind.HEAT_MAP, ResultKind.PRESENTATION_STATE):
        # Of type 2C: a chest is no paired organ, which validators that do not know the body part take for unsaid.
        finished.Laterality = ""
    finished.Manufacturer, finished.ManufacturerModelName = MANUFACTURER, MODEL_NAME
    finished.SoftwareVersions = software_version()
    for keyword in ("InstitutionName", "StationName", "DeviceSerialNumber"):
        if keyword in finished:
            delattr(finished, keyword)
    finished.ContributingEquipmentSequence = _contributing_equipment(study, new)
    finished.file_meta = _file_meta(finished)
    _choose_character_set(finished, study.character_sets)
    return finished


def _contributing_equipment(study: SourceStudy, new: NewObject) -> list[Dataset]:
    """Hilum as what processed (DICOM PS3.3 C.12.1.6), and what took the scan where the scan says so."""
    processing = Dataset()
    processing.PurposeOfReferenceCodeSequence = [code_item(PROCESSING_EQUIPMENT)]
    processing.Manufacturer, processing.ManufacturerModelName = MANUFACTURER, MODEL_NAME
    processing.SoftwareVersions = software_version()
    processing.ContributionDateTime = f"{new.made:%Y%m%d%H%M%S}"
    processing.ContributionDescription = f"Made the {new.kind.words}"
    if "Manufacturer" not in study.equipment:
        return [processing]
    acquisition = Dataset()
    acquisition.PurposeOfReferenceCodeSequence = [code_item(ACQUISITION_EQUIPMENT)]
    for keyword, value in study.equipment.items():
        setattr(acquisition, keyword, value)
    return [acquisition, processing]


def _file_meta(dataset: Dataset) -> FileMetaDataset:
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = UID(dataset.SOPClassUID)
    meta.MediaStorageSOPInstanceUID = UID(dataset.SOPInstanceUID)
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    meta.ImplementationClassUID = UID(IMPLEMENTATION_CLASS_UID)
    meta.ImplementationVersionName = implementation_version_name()
    return meta


def _choose_character_set(dataset: Dataset, of_source: tuple[str, ...]) -> None:
    """Encode text as the scan's own file does, where that can hold all of it, else as UTF-8.

    An archive that has met the patient's name in one encoding is likelier to know it again in the same one.
    """
    texts = _texts(dataset)
    if all(text.isascii() for text in texts) and not any(of_source):
        return
    dataset.SpecificCharacterSet = list(of_source) if len(of_source) > 1 else "".join(of_source)
    if not any(of_source) or not _survives(dataset, texts):
        dataset.SpecificCharacterSet = _UTF_8


def _survives(dataset: Dataset, texts: list[str]) -> bool:
    """Whether all text reads back as it is when it is encoded as the data set says."""
    bare = Dataset()
    # Without what holds no text, of which a picture has megabytes.
    # A copy: pydicom's names keep the bytes of the first encoding that they were written in.
    bare.update({element.tag: deepcopy(element) for element in dataset if element.VR not in ("OB", "OW")})
    bare.file_meta = dataset.file_meta
    file = io.BytesIO()
    try:
        bare.save_as(file, enforce_file_format=True)
        file.seek(0)
        return _texts(dcmread(file)) == texts
    except PARSING_FAILURES:
        return False


def _texts(dataset: Dataset) -> list[str]:
    """All text that is encoded by the character set, in order."""
    return [
        str(element.value)
        for element in dataset.iterall()
        if element.VR in _TEXT_REPRESENTATIONS and element.value not in (None, "")
    ]
