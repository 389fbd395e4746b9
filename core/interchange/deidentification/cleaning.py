"""A data set without identity: built anew from what may stay, so that nothing is left over."""

from dataclasses import dataclass

import numpy as np
from pydicom import config
from pydicom.datadict import dictionary_VR, keyword_for_tag
from pydicom.dataelem import DataElement, RawDataElement
from pydicom.dataset import Dataset
from pydicom.filewriter import correct_ambiguous_vr_element
from pydicom.multival import MultiValue
from pydicom.sequence import Sequence
from pydicom.tag import BaseTag
from pydicom.uid import UID
from pydicom.valuerep import validate_value

from core.imaging.dicom_attributes import items_of, text_of
from core.imaging.dicom_dataset import PARSING_FAILURES
from core.interchange.deidentification.changes import Change, ChangeTally
from core.interchange.deidentification.date_shift import shifted
from core.interchange.deidentification.options import DeidentificationOptions, UidPolicy
from core.interchange.deidentification.profile import Action, action_for
from core.interchange.deidentification.pseudonyms import Pseudonyms

_PATIENT = frozenset({0x00100010, 0x00100020})
"""Patient's Name and Patient ID: a pseudonym stands for both, so that scans of a patient stay together."""
_CHARACTER_SET, _PATIENT_AGE = 0x00080005, 0x00101010
_OLDEST_YEARS = 90
_FIRST_PIXEL_GROUP = 0x7FE0
_DUMMIES: dict[str, object] = {
    **dict.fromkeys(("AE", "CS", "LO", "LT", "PN", "SH", "ST", "UC", "UT"), "ANONYMIZED"),
    **dict.fromkeys(("FD", "FL", "SL", "SS", "SV", "UL", "US", "UV"), 0),
    **dict.fromkeys(("DS", "IS"), "0"),
    "AS": "000Y",
    "DA": "19000101",
    "DT": "19000101000000",
    "TM": "000000",
    "UR": "http://anonymized.invalid",  # untranslated: DICOM
}
"""What stands where an attribute must have a value and may not have its own."""
_CHECKED = frozenset({"AS", "DA", "DS", "DT", "IS", "TM"})
"""Kinds whose values are formal: what does not have their form is no such value, and could be anything."""


@dataclass(frozen=True)
class Replacements:
    """What stands for the identity of one patient.

    Attributes:
        pseudonyms: For identifiers.
        patient: Name and ID in the copy.
        shift_days: How far dates are moved, days.
    """

    pseudonyms: Pseudonyms
    patient: str
    shift_days: int


def clean_dataset(
    dataset: Dataset,
    options: DeidentificationOptions,
    replacements: Replacements,
    tally: ChangeTally,
    *,
    little_endian: bool = True,
) -> Dataset:
    """The attributes that may stay, without the pixels.

    Args:
        dataset: An image's attributes; not changed, but for being parsed.
        options: What the person decided.
        replacements: What stands for the patient's identity.
        tally: Told what is left out or replaced.
        little_endian: Byte order of `dataset`.

    Returns:
        A data set of its own, text in UTF-8.
    """
    cleaner = _Cleaner(options, replacements, tally, is_enhanced(dataset), little_endian)
    return cleaner.clean(dataset, [])


def is_enhanced(dataset: Dataset) -> bool:
    """Whether an image is of one of the enhanced multi-frame kinds."""
    return UID(text_of(dataset, "SOPClassUID")).name.startswith("Enhanced")


@dataclass(frozen=True)
class _Cleaner:
    """One pass over one file."""

    options: DeidentificationOptions
    replacements: Replacements
    tally: ChangeTally
    is_enhanced: bool
    little_endian: bool

    def clean(self, dataset: Dataset, ancestors: list[Dataset]) -> Dataset:
        cleaned = Dataset()
        for tag in sorted(dataset.keys()):
            if tag == _CHARACTER_SET or tag.group == 0x0002 or tag.group >= _FIRST_PIXEL_GROUP:
                continue
            action = action_for(tag, self.options, is_enhanced=self.is_enhanced)
            if action is Action.REMOVE:
                self.tally.note(tag, Change.REMOVED)
                continue
            element = self._carried_out(action, tag, dataset, [dataset, *ancestors])
            if element is None:
                self.tally.note(tag, Change.REMOVED)
            else:
                cleaned.add(element)
        return cleaned

    def _carried_out(
        self, action: Action, tag: BaseTag, dataset: Dataset, ancestors: list[Dataset]
    ) -> DataElement | None:
        """The element of the copy; None where it cannot be read, or is not what it says it is."""
        if dictionary_VR(tag) == "SQ":
            return self._sequence(action, tag, dataset, ancestors)
        element = _read(dataset, tag, self.little_endian, ancestors)
        # Stored as another kind than the standard's, a date or number could hold anything.
        if element is None or element.VR not in dictionary_VR(tag).split(" or "):
            return None
        if element.VM == 0 or element.value in ("", b""):
            return _made(tag, element.VR, None)
        if tag in _PATIENT:
            self.tally.note(tag, Change.REPLACED)
            return _made(tag, element.VR, self.replacements.patient)
        match action:
            case Action.EMPTY:
                self.tally.note(tag, Change.EMPTIED)
                return _made(tag, element.VR, None)
            case Action.REPLACE:
                self.tally.note(tag, Change.REPLACED)
                dummy = _DUMMIES.get(element.VR)
                return _made(tag, element.VR, dummy) if dummy is not None else None
            case Action.REPLACE_UID:
                return self._other_uid(element)
            case Action.SHIFT:
                return self._moved(element)
            case _:
                return self._kept(element)

    def _sequence(self, action: Action, tag: BaseTag, dataset: Dataset, ancestors: list[Dataset]) -> DataElement | None:
        items = items_of(dataset, keyword_for_tag(tag))
        if action is Action.EMPTY:
            self.tally.note(tag, Change.EMPTIED)
            return _made(tag, "SQ", Sequence([]))
        return _made(tag, "SQ", Sequence([self.clean(item, ancestors) for item in items]))

    def _other_uid(self, element: DataElement) -> DataElement:
        """Identifiers that the standard itself defines name no instance, and stay."""
        replaced = []
        for uid in _values(element):
            is_defined = bool(UID(str(uid)).type)
            keeps = is_defined or (self.options.uids is UidPolicy.KEEP and _is_valid("UI", str(uid)))
            replaced.append(str(uid) if keeps else self.replacements.pseudonyms.uid(str(uid)))
        if replaced != [str(uid) for uid in _values(element)]:
            self.tally.note(element.tag, Change.REPLACED)
        return _made(element.tag, "UI", replaced if len(replaced) > 1 else replaced[0])

    def _moved(self, element: DataElement) -> DataElement | None:
        moved = [shifted(str(value), element.VR, self.replacements.shift_days) for value in _values(element)]
        if None in moved:
            return None
        self.tally.note(element.tag, Change.SHIFTED)
        return _made(element.tag, element.VR, moved if len(moved) > 1 else moved[0])

    def _kept(self, element: DataElement) -> DataElement | None:
        value, representation = element.value, element.VR
        if element.tag == _PATIENT_AGE:
            value = self._limited_age(str(value))
        if representation in _CHECKED and not all(_is_valid(representation, str(each)) for each in _values(element)):
            return None
        if representation == "CS":
            # Capitals by the standard; many files hold small letters, which say nothing more.
            codes = [str(each) if _is_valid("CS", str(each).upper()) else "" for each in _values(element)]
            return _made(element.tag, "CS", codes) if any(codes) else None
        if representation == "UI":
            return self._other_uid(element)
        if isinstance(value, bytes) and representation == "OW" and not self.little_endian:
            value = np.frombuffer(value[: len(value) // 2 * 2], ">u2").astype("<u2").tobytes()
        return _made(element.tag, representation, value)

    def _limited_age(self, age: str) -> str:
        """Ages above 89 years are rare enough to point to a person (45 CFR 164.514 (b)(2)(i)(C))."""
        if age.endswith("Y") and age[:-1].isdigit() and int(age[:-1]) > _OLDEST_YEARS:
            self.tally.note(_PATIENT_AGE, Change.REPLACED)
            return f"{_OLDEST_YEARS:03d}Y"
        return age


def _read(dataset: Dataset, tag: BaseTag, little_endian: bool, ancestors: list[Dataset]) -> DataElement | None:
    """An element as parsed; None where it was passed over for its size, or cannot be parsed."""
    try:
        raw: object = dataset.get_item(tag)
        if isinstance(raw, RawDataElement) and raw.value is None and raw.length > 0:
            return None
        element: object = dataset[tag]
        if isinstance(element, DataElement) and " or " in element.VR:
            unclear = _made(tag, element.VR, element.value)
            element = correct_ambiguous_vr_element(unclear, dataset, little_endian, ancestors)
    except PARSING_FAILURES:
        return None
    return element if isinstance(element, DataElement) else None


def _values(element: DataElement) -> list[object]:
    return list(element.value) if isinstance(element.value, (MultiValue, list, tuple)) else [element.value]


def _is_valid(representation: str, text: str) -> bool:
    try:
        validate_value(representation, text, config.RAISE)
    except ValueError:
        return False
    return True


def _made(tag: BaseTag, representation: str, value: object) -> DataElement:
    return DataElement(tag, representation, value, validation_mode=config.IGNORE)
