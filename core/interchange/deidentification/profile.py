"""What the Basic Application Level Confidentiality Profile asks for each attribute (DICOM PS3.15 Annex E).

The table of attributes is that of the package `dicom-anonymizer`, which takes it from each edition of the standard. The
package's own walk through a data set is not used: it does not enter the sequences that stay, keeps one table of
identifiers for the whole process, and stops at a value representation that it does not know.
"""

# untranslated module: names of DICOM attributes

from enum import StrEnum
from functools import cache

from pydicom.datadict import dictionary_has_tag, dictionary_is_retired, dictionary_VR, keyword_for_tag
from pydicom.tag import BaseTag

from core.interchange.deidentification.options import DatePolicy, DeidentificationOptions

EDITION = "2026c"
"""Edition of the standard whose table is followed."""


class Action(StrEnum):
    """What is done with an attribute; K, X, Z, D, U of PS3.15 table E.1-1a, and dates by the person's choice."""

    KEEP = "keep"
    REMOVE = "remove"
    EMPTY = "empty"
    REPLACE = "replace"
    REPLACE_UID = "replace UID"
    SHIFT = "shift"


TEMPORAL_REPRESENTATIONS = frozenset({"DA", "DT", "TM"})

CHARACTERISTICS = frozenset(
    {
        "EthnicGroup",
        "EthnicGroups",
        "EthnicGroupCodeSequence",
        "PatientAge",
        "PatientSex",
        "PatientSexNeutered",
        "PatientSize",
        "PatientWeight",
        "PregnancyStatus",
        "SmokingStatus",
    }
)
"""Attributes that may stay as they are by the column "Rtn. Pat. Chars. Opt." of PS3.15 table E.1-1."""

_DATES_OF_A_LIFE = frozenset({"PatientBirthDate", "PatientBirthTime"})
"""Never kept nor moved: no option of the profile retains them."""

_FREE_TEXT = frozenset({"AE", "LT", "PN", "ST", "UC", "UR", "UT"})
"""Not named by the table and of these kinds, an attribute can hold anything, and goes."""

_SHORT_TEXT = frozenset({"LO", "SH"})
_SHORT_TEXT_THAT_STAYS = frozenset(
    {
        "AcquisitionDeviceProcessingCode",
        "CodeMeaning",
        "CodeValue",
        "CodingSchemeDesignator",
        "CodingSchemeVersion",
        "ConvolutionKernel",
        "DetectorManufacturerModelName",
        "DetectorManufacturerName",
        "DigitalImageFormatAcquired",
        "FilterType",
        "ImagedNucleus",
        "LUTExplanation",
        "Manufacturer",
        "ManufacturerModelName",
        "ModalityLUTType",
        "PhosphorType",
        "PlateType",
        "RescaleType",
        "SecondaryCaptureDeviceManufacturer",
        "SecondaryCaptureDeviceManufacturerModelName",
        "SecondaryCaptureDeviceSoftwareVersions",
        "SequenceName",
        "SoftwareVersions",
        "StackID",
        "TypeOfFilters",
        "VideoImageFormatAcquired",
        "WindowCenterWidthExplanation",
    }
)
"""Short text that says what the image shows, how it was taken and how it is to be shown. The table leaves some two
hundred more alone, most of them labels and descriptions that people type; these are emptied."""

_BINARY = frozenset({"OB", "OD", "OF", "OL", "OV", "OW", "UN"})
_BINARY_THAT_STAYS = frozenset(
    {
        "LUTData",
        "RedPaletteColorLookupTableData",
        "GreenPaletteColorLookupTableData",
        "BluePaletteColorLookupTableData",
        "SegmentedRedPaletteColorLookupTableData",
        "SegmentedGreenPaletteColorLookupTableData",
        "SegmentedBluePaletteColorLookupTableData",
    }
)
"""Curves that say how pixels are shown. All other bytes, colour profiles among them, can hold text."""

_OVERLAYS_AND_CURVES = (0x5000, 0x6000)


def action_for(tag: BaseTag, options: DeidentificationOptions, *, is_enhanced: bool) -> Action:
    """What is done with an attribute that stands anywhere in an image.

    Args:
        tag: The attribute.
        options: What the person decided.
        is_enhanced: Whether the image is one of the enhanced multi-frame kinds, which require values that other images
            only may have (the profile's "D unless" and "X unless").

    Returns:
        The action; `REMOVE` for private attributes, for those that the standard does not know or has retired without
        the table naming them, for all overlays and curves, and for unnamed free text and bytes.
    """
    if (
        tag.is_private
        or not dictionary_has_tag(tag)
        or tag.group & 0xFF00 in _OVERLAYS_AND_CURVES
        or tag.group < 0x0008
    ):
        return Action.REMOVE
    keyword, representation = keyword_for_tag(tag), dictionary_VR(tag)
    listed = _table().get(int(tag))
    if representation in TEMPORAL_REPRESENTATIONS or keyword == "TimezoneOffsetFromUTC":
        kept = _kept_time(keyword, representation, options)
        return kept or _resolved(listed or "X", representation, is_enhanced, keyword)
    if options.keeps_characteristics and keyword in CHARACTERISTICS:
        return Action.KEEP
    if listed is not None:
        return _resolved(listed, representation, is_enhanced, keyword)
    return _action_for_unlisted(tag, keyword, representation, is_enhanced)


def _kept_time(keyword: str, representation: str, options: DeidentificationOptions) -> Action | None:
    """How a date or time stays, None where it does not (Retain Longitudinal Temporal Information options)."""
    if options.dates is DatePolicy.REMOVE or keyword in _DATES_OF_A_LIFE:
        return None
    has_date = representation in ("DA", "DT")
    return Action.SHIFT if options.dates is DatePolicy.SHIFT and has_date else Action.KEEP


def _action_for_unlisted(tag: BaseTag, keyword: str, representation: str, is_enhanced: bool) -> Action:
    """What is done with an attribute that the table leaves alone."""
    if dictionary_is_retired(tag) or representation in _FREE_TEXT or tag.element == 0:
        return Action.REMOVE
    if representation in _BINARY or " or " in representation:
        is_number = representation in ("US or SS", "US or SS or OW")
        return Action.KEEP if is_number or keyword in _BINARY_THAT_STAYS else Action.REMOVE
    if representation in _SHORT_TEXT and keyword not in _SHORT_TEXT_THAT_STAYS:
        return Action.REPLACE if is_enhanced else Action.EMPTY
    return Action.REPLACE_UID if representation == "UI" else Action.KEEP


def _resolved(code: str, representation: str, is_enhanced: bool, keyword: str) -> Action:
    """One action from a code of the table that leaves a choice to what the image must have.

    Radiographs and captures require none of the attributes whose code begins with X, but for Acquisition Context, which
    may be empty. Enhanced images require values for some, so these get one.
    """
    if code == "X/Z/U*":
        return Action.KEEP
    if representation == "SQ":
        # An empty sequence satisfies type 2; dummies for its items would be inventions.
        return Action.EMPTY if code == "Z" or keyword == "AcquisitionContextSequence" else Action.REMOVE
    if is_enhanced and "D" in code:
        return Action.REPLACE
    match code[0]:
        case "X":
            return Action.EMPTY if code == "X/Z" else Action.REMOVE
        case "Z":
            return Action.EMPTY
        case "U":
            return Action.REPLACE_UID
        case _:
            return Action.REPLACE


@cache
def _table() -> dict[int, str]:
    """Code by tag, as PS3.15 table E.1-1 states it in the column "Basic Prof."."""
    from dicomanonymizer.dicom_anonymization_databases import dicomfields_2026c as edition

    by_code = {
        "D": edition.D_TAGS,
        "Z": edition.Z_TAGS,
        "X": edition.X_TAGS,
        "U": edition.U_TAGS,
        "Z/D": edition.Z_D_TAGS,
        "X/Z": edition.X_Z_TAGS,
        "X/D": edition.X_D_TAGS,
        "X/Z/D": edition.X_Z_D_TAGS,
        "X/Z/U*": edition.X_Z_U_STAR_TAGS,
    }
    # Longer entries are repeating groups, of overlays and curves, which go as a whole.
    return {tag[0] << 16 | tag[1]: code for code, tags in by_code.items() for tag in tags if len(tag) == 2}
