"""What is looked for in an archive and what was found, the same for C-FIND and QIDO-RS."""

# untranslated module: names of DICOM attributes

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.errors import InvalidQueryError
from core.language import mark
from core.worklist.folding import fold

WILDCARDS = "*?"
"""Any letters, one letter. Source: DICOM PS3.4 C.2.2.2.4."""
MOST_FOUND = 200
_RETURNED_OF_STUDIES = (
    "PatientName",
    "PatientID",
    "PatientBirthDate",
    "PatientSex",
    "StudyInstanceUID",
    "StudyDate",
    "StudyTime",
    "StudyDescription",
    "AccessionNumber",
    "ModalitiesInStudy",
    "NumberOfStudyRelatedSeries",
    "NumberOfStudyRelatedInstances",
)
_RETURNED_OF_SERIES = (
    "SeriesInstanceUID",
    "Modality",
    "SeriesDescription",
    "SeriesNumber",
    "BodyPartExamined",
    "NumberOfSeriesRelatedInstances",
)
_RETURNED_OF_IMAGES = ("SOPInstanceUID", "SOPClassUID", "InstanceNumber")


@dataclass(frozen=True)
class StudyQuery:
    """Which studies are looked for; what is left empty does not matter.

    Attributes:
        patient_name: As a person types it: "Öztürk", "Öztürk, Ayşe", "Ö*k". Without a wildcard, names that begin so.
        patient_id: Exactly, unless it holds wildcards.
        accession_number: Exactly, unless it holds wildcards.
        first_date: No study before this day.
        last_date: No study after this day.
        modalities: One of these is among the study's, such as CR and DX.
        study_uid: Exactly this study.
        limit: The most studies that are asked for.
    """

    patient_name: str = ""
    patient_id: str = ""
    accession_number: str = ""
    first_date: date | None = None
    last_date: date | None = None
    modalities: tuple[str, ...] = ()
    study_uid: str = ""
    limit: int = MOST_FOUND


@dataclass(frozen=True)
class FoundStudy:
    """A study in an archive, as the archive describes it.

    Attributes:
        study_uid: Study Instance UID.
        patient_name: For display, empty where the archive does not say; so are the other texts.
        patient_id: Patient ID.
        birth_date: None where unknown.
        sex: M, F, O or empty.
        study_date: None where unknown.
        study_time: As "HH:MM".
        description: Of the study.
        accession_number: Of the order.
        modalities: Of its series; empty where the archive does not say.
        series_count: None where the archive does not say.
        image_count: None where the archive does not say.
    """

    study_uid: str
    patient_name: str = ""
    patient_id: str = ""
    birth_date: date | None = None
    sex: str = ""
    study_date: date | None = None
    study_time: str = ""
    description: str = ""
    accession_number: str = ""
    modalities: tuple[str, ...] = ()
    series_count: int | None = None
    image_count: int | None = None


@dataclass(frozen=True)
class FoundSeries:
    """A series of a study in an archive.

    Attributes:
        study_uid: Study Instance UID.
        series_uid: Series Instance UID.
        modality: Such as DX.
        description: Of the series.
        number: Series Number.
        body_part: Body Part Examined.
        image_count: None where the archive does not say.
    """

    study_uid: str
    series_uid: str
    modality: str = ""
    description: str = ""
    number: int | None = None
    body_part: str = ""
    image_count: int | None = None


@dataclass(frozen=True)
class FoundImage:
    """An object of a series in an archive.

    Attributes:
        study_uid: Study Instance UID.
        series_uid: Series Instance UID.
        sop_uid: SOP Instance UID.
        sop_class_uid: SOP Class UID, empty where the archive does not say.
        number: Instance Number.
    """

    study_uid: str
    series_uid: str
    sop_uid: str
    sop_class_uid: str = ""
    number: int | None = None


@dataclass(frozen=True)
class FoundStudies:
    """The answer to a query.

    Attributes:
        studies: Newest first.
        is_cut: Whether the archive has more than were asked for.
    """

    studies: tuple[FoundStudy, ...]
    is_cut: bool = False


def name_pattern(typed: str) -> str:
    """What a person typed as a name, as the standard's pattern: family, then given name, behind each what may follow.

    Args:
        typed: "Öztürk", "Öztürk, Ay", "OZTURK^AYSE", "?zt?rk*".

    Returns:
        "Öztürk*", "Öztürk*^Ay*", "OZTURK^AYSE*", "?zt?rk*"; empty where nothing was typed.

    Source: DICOM PS3.5 section 6.2 (PN) and PS3.4 C.2.2.2.4.
    """
    text = " ".join(typed.split())
    if not text:
        return ""
    parts = [part.strip() for part in text.replace("^", ",").split(",")]
    is_typed_as_stored = "^" in text
    patterns = [part if is_typed_as_stored or part.endswith("*") else f"{part}*" for part in parts]
    pattern = "^".join(patterns)
    return pattern if pattern.endswith("*") else f"{pattern}*"


def date_range(first: date | None, last: date | None) -> str:
    """Two days as the standard's range; empty where neither is given. Source: DICOM PS3.4 C.2.2.2.5.

    Raises:
        InvalidQueryError: The first day is after the last.
    """
    if first is None and last is None:
        return ""
    if first is not None and last is not None and first > last:
        raise InvalidQueryError(mark("the first day is after the last"))
    if first == last and first is not None:
        return f"{first:%Y%m%d}"
    return f"{first:%Y%m%d}-{last:%Y%m%d}" if first and last else f"{first:%Y%m%d}-" if first else f"-{last:%Y%m%d}"


def study_keys(query: StudyQuery) -> dict[str, str]:
    """What a study must match, attribute by attribute, without modalities, which are asked for one by one.

    Raises:
        InvalidQueryError: A text cannot be asked for.
    """
    keys = {
        "PatientName": name_pattern(query.patient_name),
        "PatientID": query.patient_id.strip(),
        "AccessionNumber": query.accession_number.strip(),
        "StudyDate": date_range(query.first_date, query.last_date),
        "StudyInstanceUID": query.study_uid.strip(),
    }
    for text in keys.values():
        # A backslash separates values (PS3.5 section 6.1.3), and control characters switch alphabets.
        if "\\" in text or not text.isprintable():
            raise InvalidQueryError(mark("what is looked for must not hold backslashes or control characters"))
    return {name: text for name, text in keys.items() if text}


def study_identifier(keys: dict[str, str]) -> Any:
    """A C-FIND identifier for studies (pydicom's data set). Source: DICOM PS3.4 C.6.2.1.2.

    Args:
        keys: What must match, from `study_keys`.
    """
    return _identifier("STUDY", _RETURNED_OF_STUDIES, keys)


def series_identifier(study_uid: str) -> Any:
    """A C-FIND identifier for the series of a study. Source: DICOM PS3.4 C.6.2.1.3."""
    return _identifier("SERIES", _RETURNED_OF_SERIES, {"StudyInstanceUID": study_uid})


def image_identifier(study_uid: str, series_uid: str, sop_uid: str = "") -> Any:
    """A C-FIND identifier for the objects of a series, or for one of them. Source: DICOM PS3.4 C.6.2.1.4."""
    keys = {"StudyInstanceUID": study_uid, "SeriesInstanceUID": series_uid}
    if sop_uid:
        keys["SOPInstanceUID"] = sop_uid
    return _identifier("IMAGE", _RETURNED_OF_IMAGES, keys)


def returned_fields() -> tuple[str, ...]:
    """Attributes that QIDO-RS is asked for beyond those that it gives anyway (PS3.18 table 10.6.3-3)."""
    return ("StudyDescription", "ModalitiesInStudy", "NumberOfStudyRelatedSeries", "NumberOfStudyRelatedInstances")


def study_of(dataset: Any) -> FoundStudy | None:
    """A study from an archive's answer, None where it has no valid UID."""
    from core.imaging.dicom_attributes import date_of, integer_of, person_name_of, text_of, texts_of

    study_uid = _uid(dataset, "StudyInstanceUID")
    if not study_uid:
        return None
    return FoundStudy(
        study_uid,
        person_name_of(dataset, "PatientName"),
        text_of(dataset, "PatientID"),
        date_of(dataset, "PatientBirthDate"),
        text_of(dataset, "PatientSex"),
        date_of(dataset, "StudyDate"),
        _hour_and_minute(text_of(dataset, "StudyTime")),
        text_of(dataset, "StudyDescription"),
        text_of(dataset, "AccessionNumber"),
        tuple(dict.fromkeys(texts_of(dataset, "ModalitiesInStudy"))),
        integer_of(dataset, "NumberOfStudyRelatedSeries"),
        integer_of(dataset, "NumberOfStudyRelatedInstances"),
    )


def series_of(dataset: Any, study_uid: str) -> FoundSeries | None:
    """A series from an archive's answer, None where it has no valid UID."""
    from core.imaging.dicom_attributes import integer_of, text_of

    series_uid = _uid(dataset, "SeriesInstanceUID")
    if not series_uid:
        return None
    return FoundSeries(
        study_uid,
        series_uid,
        text_of(dataset, "Modality"),
        text_of(dataset, "SeriesDescription"),
        integer_of(dataset, "SeriesNumber"),
        text_of(dataset, "BodyPartExamined"),
        integer_of(dataset, "NumberOfSeriesRelatedInstances"),
    )


def image_of(dataset: Any, study_uid: str, series_uid: str) -> FoundImage | None:
    """An object from an archive's answer, None where it has no valid UID."""
    from core.imaging.dicom_attributes import integer_of

    sop_uid = _uid(dataset, "SOPInstanceUID")
    if not sop_uid:
        return None
    return FoundImage(
        study_uid, series_uid, sop_uid, _uid(dataset, "SOPClassUID"), integer_of(dataset, "InstanceNumber")
    )


def plain_pattern(pattern: str) -> str:
    """A pattern in which a wildcard stands for whatever is no plain letter or digit: it finds all that the other does.

    Args:
        pattern: From `name_pattern`.
    """
    return re.sub(r"\*+", "*", re.sub(r"[^A-Za-z0-9?]", "*", pattern))


def is_named(name: str, pattern: str) -> bool:
    """Whether a name suits a pattern, whatever the case of its letters and with or without their accents.

    Args:
        name: For display, as in `FoundStudy`: "Family, Given".
        pattern: From `name_pattern`.
    """
    wanted = "".join(".*" if letter == "*" else "." if letter == "?" else re.escape(letter) for letter in fold(pattern))
    return re.fullmatch(wanted, fold(name), re.DOTALL) is not None


def once_each(found: Iterable[FoundStudy]) -> list[FoundStudy]:
    """Studies without repetition: several searches may have found the same."""
    return list({study.study_uid: study for study in found}.values())


def newest(found: Iterable[FoundStudy], modalities: Sequence[str], limit: int) -> tuple[FoundStudy, ...]:
    """Studies without repetition, newest first, at most so many.

    Args:
        found: What came.
        modalities: What was asked for: archives that do not know this attribute answer with every study. Studies of
            which nothing is known are kept.
        limit: The most.
    """
    wanted = {modality.upper() for modality in modalities}
    kept = [
        study
        for study in once_each(found)
        if not wanted or not study.modalities or wanted & {modality.upper() for modality in study.modalities}
    ]
    kept.sort(key=lambda study: (study.study_date or date.min, study.study_time), reverse=True)
    return tuple(kept[:limit])


def _identifier(level: str, returned: Sequence[str], keys: dict[str, str]) -> Any:
    from pydicom.dataset import Dataset

    identifier = Dataset()
    identifier.QueryRetrieveLevel = level
    for name in returned:
        setattr(identifier, name, None)
    for name, text in keys.items():
        setattr(identifier, name, text)
    if not all(text.isascii() for text in keys.values()):
        identifier.SpecificCharacterSet = "ISO_IR 192"  # UTF-8
    return identifier


def _uid(dataset: Any, keyword: str) -> str:
    """A UID, empty where what came is none: it becomes a file's name and part of web addresses."""
    from core.imaging.dicom_attributes import text_of
    from core.interchange.dicom_network import is_uid

    text = text_of(dataset, keyword)
    return text if is_uid(text) else ""


def _hour_and_minute(text: str) -> str:
    digits = text[:4]
    return f"{digits[:2]}:{digits[2:]}" if len(digits) == 4 and digits.isdigit() else ""
