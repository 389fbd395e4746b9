"""Whether two scans are of the same patient: showing another person's scan as a prior would be worse than none."""

from core.worklist.entry import WorklistEntry
from core.worklist.folding import fold
from core.worklist.identity import ScanIdentity

Scan = ScanIdentity | WorklistEntry


def is_same_patient(one: Scan, other: Scan) -> bool:
    """Whether two scans are of one patient: the same ID of the same issuer, and nothing that contradicts it.

    Birth dates, sexes and names that are stated on both sides must agree. Of names one word in common is enough: they
    are written in several ways, and change with a marriage.
    """
    if not one.patient_id or one.patient_id != other.patient_id or one.patient_id_issuer != other.patient_id_issuer:
        return False
    pairs = ((one.birth_date, other.birth_date), (one.sex, other.sex))
    if any(mine and theirs and mine != theirs for mine, theirs in pairs):
        return False
    mine, theirs = set(fold(one.patient_name).split()), set(fold(other.patient_name).split())
    return not mine or not theirs or bool(mine & theirs)


def is_other_study(one: Scan, other: Scan) -> bool:
    """Whether two scans are of different examinations; where a study has no name of its own, its date tells."""
    if one.study_instance_uid and other.study_instance_uid:
        return one.study_instance_uid != other.study_instance_uid
    return one.study_date is None or other.study_date is None or one.study_date != other.study_date
