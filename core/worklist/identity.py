"""Whose scan it is and which one: what the worklist keeps of a file's header."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from core.imaging.radiograph import Acquisition, PatientStudy, Radiograph, Stated, ViewPosition

Value = TypeVar("Value")


@dataclass(frozen=True)
class ScanIdentity:
    """Patient, study and image, as `WorklistEntry` has them. Never logged. Everything is empty for a plain picture."""

    patient_name: str = ""
    patient_id: str = ""
    patient_id_issuer: str = ""
    birth_date: date | None = None
    sex: str = ""
    study_date: date | None = None
    study_description: str = ""
    accession_number: str = ""
    institution: str = ""
    modality: str = ""
    view: str = ""
    study_instance_uid: str = ""
    series_instance_uid: str = ""
    sop_instance_uid: str = ""


def identity_of(radiograph: Radiograph) -> ScanIdentity:
    """Whose scan an image in memory is."""
    return _identity(radiograph.patient_study, radiograph.acquisition)


def read_identity(path: Path) -> ScanIdentity:
    """Whose scan a file holds, from its header: the pixels are not read.

    Args:
        path: A DICOM file, or a picture, of which nothing is known.

    Raises:
        FileError: One of its kinds, saying what is wrong with the file.
    """
    from core.imaging.dicom_sniffing import looks_like_dicom
    from core.imaging.opening import read_head
    from core.imaging.raster_headers import sniff_raster

    head = read_head(path)
    if sniff_raster(head) is not None or not looks_like_dicom(head):
        return ScanIdentity()
    from core.imaging.dicom_dataset import open_dicom
    from core.imaging.dicom_identity import read_acquisition, read_patient_study

    with open_dicom(path) as file:
        return _identity(read_patient_study(file.dataset), read_acquisition(file.dataset, file.transfer_syntax))


def _identity(study: PatientStudy, acquisition: Acquisition) -> ScanIdentity:
    return ScanIdentity(
        patient_name=_text(study.patient_name),
        patient_id=_text(study.patient_id),
        patient_id_issuer=study.patient_id_issuer,
        birth_date=_value(study.birth_date),
        sex=_text(study.sex),
        study_date=_value(study.study_date),
        study_description=_text(study.study_description),
        accession_number=_text(study.accession_number),
        institution=_text(study.institution),
        modality=_text(acquisition.modality),
        view=_text(acquisition.view_position),
        study_instance_uid=study.study_instance_uid,
        series_instance_uid=study.series_instance_uid,
        sop_instance_uid=study.sop_instance_uid,
    )


def _value(fact: Stated[Value] | None) -> Value | None:
    return None if fact is None else fact.value


def _text(fact: Stated[str] | Stated[ViewPosition] | None) -> str:
    return "" if fact is None else str(fact.value)
