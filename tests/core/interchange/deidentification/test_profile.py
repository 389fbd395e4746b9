"""What happens to each attribute that the standard knows."""

from pydicom.datadict import DicomDictionary, tag_for_keyword
from pydicom.dataset import Dataset
from pydicom.tag import Tag

from core.interchange.deidentification.changes import ChangeTally
from core.interchange.deidentification.cleaning import Replacements, clean_dataset
from core.interchange.deidentification.options import DatePolicy, DeidentificationOptions
from core.interchange.deidentification.profile import Action, action_for
from core.interchange.deidentification.pseudonyms import Pseudonyms

PLANTED = {
    **dict.fromkeys(("AE", "CS", "LO", "LT", "PN", "SH", "ST", "UC", "UT"), "PLANTED"),
    "AS": "067Y",
    "DA": "20230517",
    "DT": "20230517101112",
    "TM": "101112",
    "UI": "1.2.392.77777.1",
    "UR": "https://planted.example",
}
REPLACEMENTS = Replacements(Pseudonyms(bytes(32)), "ANON-1", -100)


def cleaned(dataset: Dataset, options: DeidentificationOptions | None = None) -> Dataset:
    dataset.SOPClassUID = "1.2.840.10008.5.1.4.1.1.1"
    return clean_dataset(dataset, options or DeidentificationOptions(), REPLACEMENTS, ChangeTally())


def everything_planted() -> Dataset:
    """Each attribute of the standard that holds text, a date or an identifier."""
    dataset = Dataset()
    for number, (representation, *_) in DicomDictionary.items():
        tag = Tag(number)
        if 0x0008 <= tag.group < 0x7FE0 and representation in PLANTED:
            dataset.add_new(tag, representation, PLANTED[representation])
    return dataset


def test_of_all_text_only_what_shows_the_image_stays() -> None:
    left = {element.keyword for element in cleaned(everything_planted()) if "PLANTED" in str(element.value)}
    codes = {keyword for keyword in left if DicomDictionary[tag_for_keyword(keyword)][0] == "CS"}
    assert left - codes == {
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
    assert {"PatientSex", "PatientSexNeutered"}.isdisjoint(codes)


def test_no_date_no_time_no_age_and_no_identifier_stays() -> None:
    text = str(cleaned(everything_planted()))
    for planted in ("20230517", "101112", "067Y", "1.2.392.77777", "planted.example"):
        assert planted not in text


def test_moved_dates_move_all_alike_and_birth_is_not_among_them() -> None:
    copy = cleaned(everything_planted(), DeidentificationOptions(dates=DatePolicy.SHIFT))
    dates = {str(element.value)[:8] for element in copy if element.VR in ("DA", "DT") and element.value}
    assert dates == {"20230206"}
    assert not copy.PatientBirthDate


def test_the_table_of_the_standard_is_followed() -> None:
    # A few rows of PS3.15 table E.1-1, read from the standard and not from the package.
    expected = {
        "PatientBirthDate": Action.EMPTY,
        "AccessionNumber": Action.EMPTY,
        "PatientAddress": Action.REMOVE,
        "ImageComments": Action.REMOVE,
        "IconImageSequence": Action.REMOVE,
        "OriginalAttributesSequence": Action.REMOVE,
        "FrameOfReferenceUID": Action.REPLACE_UID,
        "SOPInstanceUID": Action.REPLACE_UID,
        "SourceImageSequence": Action.KEEP,
        "Rows": Action.KEEP,
        "BodyPartExamined": Action.KEEP,
    }
    options = DeidentificationOptions()
    for keyword, action in expected.items():
        tag = Tag(tag_for_keyword(keyword) or 0)
        assert action_for(tag, options, is_enhanced=False) is action, keyword


def test_numbers_that_are_no_numbers_go() -> None:
    dataset = Dataset()
    dataset.add_new("KVP", "DS", "80")
    # A number kept as text that is none; written as other programs do, without asking.
    dataset["KVP"]._value = "Yamada"
    dataset.add_new("BodyPartExamined", "CS", "CHEST")
    dataset["BodyPartExamined"]._value = "Yamada, Tarou"
    dataset.add_new("ImageType", "CS", ["ORIGINAL", "PRIMARY"])
    dataset["ImageType"]._value = ["ORIGINAL", "Dr. Yamada!"]
    copy = cleaned(dataset)
    assert "KVP" not in copy
    assert "BodyPartExamined" not in copy
    assert list(copy.ImageType) == ["ORIGINAL", ""]
