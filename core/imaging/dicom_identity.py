"""Whose image it is and how it was taken, each fact with the attribute that states it."""

# untranslated module: names of DICOM attributes, as the standard and the file have them

from datetime import date

from pydicom.datadict import dictionary_description, tag_for_keyword
from pydicom.dataset import Dataset
from pydicom.uid import UID

from core.imaging.dicom_attributes import (
    date_of,
    items_of,
    number_of,
    numbers_of,
    person_name_of,
    text_of,
    texts_of,
)
from core.imaging.radiograph import Acquisition, PatientStudy, Stated, ViewPosition
from core.language import Worded, tr

DAYS_PER_YEAR = 365.2425
_YEARS_PER_UNIT = {"Y": 1.0, "M": 1.0 / 12.0, "W": 7.0 / DAYS_PER_YEAR, "D": 1.0 / DAYS_PER_YEAR}

_VIEW_POSITIONS = {
    "PA": ViewPosition.PA,
    "AP": ViewPosition.AP,
    "LL": ViewPosition.LATERAL,
    "RL": ViewPosition.LATERAL,
    "LAT": ViewPosition.LATERAL,
    "LATERAL": ViewPosition.LATERAL,
    "RLD": ViewPosition.LATERAL,
    "LLD": ViewPosition.LATERAL,
    "RLO": ViewPosition.OBLIQUE,
    "LLO": ViewPosition.OBLIQUE,
    "RAO": ViewPosition.OBLIQUE,
    "LAO": ViewPosition.OBLIQUE,
    "RPO": ViewPosition.OBLIQUE,
    "LPO": ViewPosition.OBLIQUE,
    "OBLIQUE": ViewPosition.OBLIQUE,
}
"""View Position (0018,5101), DICOM PS3.3 C.8.1.2 and C.8.7.5, with spellings found in files."""

_VIEW_CODES = {
    "272479007": ViewPosition.PA,
    "R-40888": ViewPosition.PA,
    "R-10214": ViewPosition.PA,
    "399348003": ViewPosition.AP,
    "R-10206": ViewPosition.AP,
    "399067008": ViewPosition.LATERAL,
    "R-102CD": ViewPosition.LATERAL,
    "399173006": ViewPosition.LATERAL,
    "R-10236": ViewPosition.LATERAL,
    "399198007": ViewPosition.LATERAL,
    "R-10232": ViewPosition.LATERAL,
    "399182000": ViewPosition.OBLIQUE,
    "399135007": ViewPosition.OBLIQUE,
    "399356000": ViewPosition.OBLIQUE,
    "399006002": ViewPosition.OBLIQUE,
    "399038007": ViewPosition.OBLIQUE,
}
"""View Code Sequence (0054,0220), DICOM PS3.16 CID 4010: SNOMED CT, and the SNOMED RT codes of older files."""

_LOSSY_ALWAYS = frozenset({"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.81"})


def read_patient_study(dataset: Dataset) -> PatientStudy:
    """Patient and study of a data set."""
    return PatientStudy(
        patient_name=_stated(person_name_of(dataset, "PatientName"), "PatientName"),
        patient_id=_stated_text(dataset, "PatientID"),
        birth_date=_stated_date(dataset, "PatientBirthDate"),
        sex=_stated_text(dataset, "PatientSex"),
        age_years=_read_age(dataset),
        study_date=_stated_date(dataset, "StudyDate"),
        study_description=_stated_text(dataset, "StudyDescription"),
        accession_number=_stated_text(dataset, "AccessionNumber"),
        institution=_stated_text(dataset, "InstitutionName"),
        study_instance_uid=text_of(dataset, "StudyInstanceUID"),
        series_instance_uid=text_of(dataset, "SeriesInstanceUID"),
        sop_instance_uid=text_of(dataset, "SOPInstanceUID"),
        sop_class_uid=text_of(dataset, "SOPClassUID"),
        patient_id_issuer=text_of(dataset, "IssuerOfPatientID"),
    )


def read_acquisition(dataset: Dataset, transfer_syntax: str) -> Acquisition:
    """How the image was taken and stored."""
    burned_in = text_of(dataset, "BurnedInAnnotation").upper()
    ratios = numbers_of(dataset, "LossyImageCompressionRatio")
    return Acquisition(
        modality=_stated_text(dataset, "Modality"),
        body_part=_stated_text(dataset, "BodyPartExamined") or _read_anatomic_region(dataset),
        view_position=_read_view(dataset),
        laterality=_stated_text(dataset, "ImageLaterality") or _stated_text(dataset, "Laterality"),
        presentation_intent=_stated_text(dataset, "PresentationIntentType"),
        burned_in_annotation=(
            Stated(burned_in == "YES", provenance("BurnedInAnnotation")) if burned_in in ("YES", "NO") else None
        ),
        lossy_compression=_read_lossy(dataset, transfer_syntax),
        # Several values are successive compressions; the image went through all of them.
        lossy_compression_ratio=max(ratios) if ratios else None,
        manufacturer=_stated_text(dataset, "Manufacturer"),
        transfer_syntax=UID(transfer_syntax).name,
    )


def provenance(keyword: str) -> str:
    """An attribute named for a person to check: "DICOM (0018,5101) View Position"."""
    tag = tag_for_keyword(keyword) or 0
    return f"DICOM ({tag >> 16:04X},{tag & 0xFFFF:04X}) {dictionary_description(tag)}"


def _stated(value: str, keyword: str) -> Stated[str] | None:
    return Stated(value, provenance(keyword)) if value else None


def _stated_text(dataset: Dataset, keyword: str) -> Stated[str] | None:
    return _stated(text_of(dataset, keyword), keyword)


def _stated_date(dataset: Dataset, keyword: str) -> Stated[date] | None:
    value = date_of(dataset, keyword)
    return Stated(value, provenance(keyword)) if value is not None else None


def _read_age(dataset: Dataset) -> Stated[float] | None:
    """Age as stated ("045Y", "018M"), else from birth to the study."""
    text = text_of(dataset, "PatientAge").upper()
    number, unit = text[:-1].strip(), text[-1:]
    if number.isascii() and number.isdigit() and unit in _YEARS_PER_UNIT:
        return Stated(int(number) * _YEARS_PER_UNIT[unit], provenance("PatientAge"))
    born = date_of(dataset, "PatientBirthDate")
    for keyword in ("AcquisitionDate", "StudyDate", "ContentDate"):
        taken = date_of(dataset, keyword)
        if born is not None and taken is not None and taken >= born:
            birth, day = provenance("PatientBirthDate"), provenance(keyword).removeprefix("DICOM ")
            source = _from_to(birth, day)
            return Stated((taken - born).days / DAYS_PER_YEAR, source)
    return None


def _from_to(start: str, end: str) -> str:
    return Worded(lambda: tr("{start} to {end}", "two attributes of DICOM").format(start=start, end=end))


def _read_view(dataset: Dataset) -> Stated[ViewPosition] | None:
    """Projection from View Position, else from the view's code, else from the patient's orientation."""
    text = text_of(dataset, "ViewPosition").upper()
    if text:
        return Stated(_VIEW_POSITIONS.get(text, ViewPosition.OTHER), provenance("ViewPosition"))
    for item in items_of(dataset, "ViewCodeSequence"):
        code = text_of(item, "CodeValue")
        if code:
            return Stated(_VIEW_CODES.get(code, ViewPosition.OTHER), provenance("ViewCodeSequence"))
    # Rows and columns that run along the front-back axis are seen from the side (DICOM PS3.3 C.7.6.1.1.1).
    directions = [text[:1].upper() for text in texts_of(dataset, "PatientOrientation")]
    if len(directions) == 2 and directions[1] in ("F", "H") and directions[0] in ("A", "P"):
        return Stated(ViewPosition.LATERAL, provenance("PatientOrientation"))
    return None


def _read_anatomic_region(dataset: Dataset) -> Stated[str] | None:
    for item in items_of(dataset, "AnatomicRegionSequence"):
        meaning = text_of(item, "CodeMeaning")
        if meaning:
            return Stated(meaning, provenance("AnatomicRegionSequence"))
    return None


def _read_lossy(dataset: Dataset, transfer_syntax: str) -> Stated[bool] | None:
    """Whether detail was ever lost to compression: as stated, and from compressions that always lose some."""
    stated = text_of(dataset, "LossyImageCompression")
    if stated == "01" or (number_of(dataset, "LossyImageCompressionRatio") or 0.0) > 1.0:
        return Stated(True, provenance("LossyImageCompression"))
    if transfer_syntax in _LOSSY_ALWAYS:
        return Stated(True, f"DICOM (0002,0010) Transfer Syntax UID: {UID(transfer_syntax).name}")
    return Stated(False, provenance("LossyImageCompression")) if stated == "00" else None
