"""Every kind of result of every kind of source, before the validator of dicom3tools."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pydicom import dcmread
from pydicom.uid import UID

from core.interchange.results.source import ResultKind, obstacle_to
from tests.core.interchange.results.conftest import MakeSource, WriteKind

FILES = (
    "RG1_UNCR.dcm",  # CR, MONOCHROME1, ISO_IR 100
    "RG1_J2KI.dcm",  # lossy
    "RG3_UNCR.dcm",  # CR without a character set
    "JPEG-LL.dcm",  # Secondary Capture, sizes of 0
    "693_UNCI.dcm",  # CT without dates, a name of one component
    "mlut_18.dcm",  # a modality table from -2048 on
    "vlut_04.dcm",  # a curve
    "emri_small.dcm",  # ten frames, no patient ID
    "J2K_pixelrep_mismatch.dcm",  # Japanese character sets
    "SC_rgb.dcm",  # colour
)


@pytest.mark.parametrize("name", FILES)
def test_results_of_real_files_are_valid(
    example_dicom: Callable[[str], Path],
    make_source: MakeSource,
    write_kind: WriteKind,
    standard_errors: Callable[[Path], list[str]],
    name: str,
) -> None:
    source = make_source(example_dicom(name))

    for kind in ResultKind:
        if obstacle_to(kind, source) is None:
            assert standard_errors(write_kind(source, kind)) == [], kind


NAMES = (
    ("ISO_IR 192", "Çağlayan^Şükrü Öğüt"),
    ("ISO_IR 148", "Çağlayan^Şükrü Öğüt"),
    (["", "ISO 2022 IR 87"], "Yamada^Tarou=山田^太郎=やまだ^たろう"),
    ("ISO_IR 192", "Yamada^Tarou=山田^太郎=やまだ^たろう"),
    ("ISO_IR 126", "Διονυσιος"),
    ("ISO_IR 144", "Люкceмбypг"),
    ("GB18030", "Wang^XiaoDong=王^小东"),
    ("ISO_IR 100", "Buc^Jérôme"),
)


@pytest.mark.parametrize(("character_set", "patient"), NAMES)
def test_names_in_every_script_stay_right_and_valid(
    make_dx: Callable[..., Path],
    make_source: MakeSource,
    write_kind: WriteKind,
    standard_errors: Callable[[Path], list[str]],
    character_set: str | list[str],
    patient: str,
) -> None:
    source = make_source(make_dx(character_set, PatientName=patient, StudyDescription="Thorax"))

    for kind in ResultKind:
        path = write_kind(source, kind)
        written = dcmread(path)
        assert str(written.PatientName) == patient
        assert standard_errors(path) == [], kind


def test_the_scans_own_character_set_is_kept_where_it_holds_all_text(
    make_dx: Callable[..., Path], make_source: MakeSource, write_kind: WriteKind
) -> None:
    path = make_dx("ISO_IR 148", PatientName="Çağlayan^Şükrü")

    heat_map = dcmread(write_kind(make_source(path), ResultKind.HEAT_MAP))
    # Its comment has typographic quotation marks, which Latin 5 has not.
    report = dcmread(write_kind(make_source(path), ResultKind.STRUCTURED_REPORT))

    assert heat_map.SpecificCharacterSet == "ISO_IR 148"
    assert report.SpecificCharacterSet == "ISO_IR 192"


ODD = {
    "no patient ID": {"PatientID": ""},
    "no dates": {"StudyDate": "", "StudyTime": "", "PatientBirthDate": ""},
    "dates of old": {"StudyDate": "2026.11.01", "PatientBirthDate": "1970-01-02"},
    "dates of no calendar": {"StudyDate": "20261341", "StudyTime": "99:99"},
    "a sex in words": {"PatientSex": "female"},
    "endless text": {"StudyDescription": "x" * 300, "AccessionNumber": "y" * 40, "PatientName": "z" * 200},
    "sizes of nothing": {"PatientSize": "0", "PatientWeight": "0.0", "PatientAge": "45"},
    "no manufacturer": {"Manufacturer": "", "InstitutionName": ""},
    "nobody": {"PatientIdentityRemoved": "YES"},
    "no character set": {"SpecificCharacterSet": None},
    "a leading zero in a UID": {"StudyInstanceUID": "1.2.3.4.5"},
}


@pytest.mark.parametrize("attributes", ODD.values(), ids=ODD.keys())
def test_odd_headers_do_not_make_odd_results(
    make_dx: Callable[..., Path],
    make_source: MakeSource,
    write_kind: WriteKind,
    standard_errors: Callable[[Path], list[str]],
    attributes: dict[str, str | None],
) -> None:
    source = make_source(make_dx(**attributes))

    for kind in ResultKind:
        assert standard_errors(write_kind(source, kind)) == [], kind


def test_a_result_without_an_answer_is_valid_too(
    make_dx: Callable[..., Path],
    make_source: MakeSource,
    write_kind: WriteKind,
    standard_errors: Callable[[Path], list[str]],
) -> None:
    source = make_source(make_dx(), result=None, comment="", person="")

    for kind in (ResultKind.STRUCTURED_REPORT, ResultKind.PRESENTATION_STATE, ResultKind.REPORT):
        assert standard_errors(write_kind(source, kind)) == [], kind


_OF_SOME_CONTENT_ITEMS = {"sr-document-content"}
"""Modules whose attributes each belong to one kind of content item; the report's root is a container."""


def test_the_modules_that_each_kind_must_have_are_there(
    make_dx: Callable[..., Path], make_source: MakeSource, write_kind: WriteKind
) -> None:
    """A second opinion from the standard's own tables, as highdicom carries them: types 1 and 2 at the root."""
    tables = pytest.importorskip("highdicom._standard_utils")
    modules, attributes = tables.get_iod_module_map(), tables.get_module_attribute_map()
    source = make_source(make_dx())

    for kind in ResultKind:
        written = dcmread(write_kind(source, kind))
        iod = tables.get_sop_class_iod_map()[UID(written.SOPClassUID)]
        needed = [
            (attribute["keyword"], attribute["type"])
            for module in modules[iod]
            if module["usage"] == "M" and module["key"] not in _OF_SOME_CONTENT_ITEMS
            for attribute in attributes[module["key"]]
            if not attribute["path"] and attribute["type"] in ("1", "2")
        ]
        assert len(needed) > 15
        missing = [keyword for keyword, _ in needed if keyword not in written]
        empty = [keyword for keyword, of in needed if of == "1" and written.get(keyword) in (None, "")]
        assert missing == [], kind
        assert empty == [], kind
