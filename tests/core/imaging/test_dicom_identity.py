from datetime import date
from pathlib import Path

import pytest
from pydicom.dataset import Dataset

from core.imaging.dicom_attributes import date_of, numbers_of, person_name_of, text_of
from core.imaging.dicom_dataset import open_dicom, quieten_pydicom
from core.imaging.dicom_identity import read_acquisition, read_patient_study
from core.imaging.radiograph import ViewPosition


@pytest.fixture(autouse=True)
def _quiet() -> None:
    quieten_pydicom()


def element(group: int, number: int, vr: bytes, value: bytes) -> bytes:
    padded = value + (b"\x00" if vr == b"UI" else b" ") * (len(value) % 2)
    return group.to_bytes(2, "little") + number.to_bytes(2, "little") + vr + len(padded).to_bytes(2, "little") + padded


def file_with_name(folder: Path, charset: bytes, name: bytes) -> Path:
    path = folder / "named.dcm"
    path.write_bytes(
        element(8, 5, b"CS", charset)
        + element(8, 0x16, b"UI", b"1.2.840.10008.5.1.4.1.1.1")
        + element(8, 0x60, b"CS", b"CR")
        + element(0x10, 0x10, b"PN", name)
    )
    return path


@pytest.mark.parametrize(
    ("charset", "encoded", "shown"),
    [
        (b"ISO_IR 192", "Yıldız^Gülşen".encode(), "Yıldız, Gülşen"),
        (b"ISO_IR 148", "Çağlar^Şule".encode("iso8859_9"), "Çağlar, Şule"),
        (b"ISO_IR 126", "Διονυσιος".encode("iso8859_7"), "Διονυσιος"),
        (
            b"\\ISO 2022 IR 87",
            b"Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B",
            "Yamada, Tarou (山田, 太郎, やまだ, たろう)",
        ),
        (b"ISO_IR 100", "Müller^Jörg^^Dr.".encode("latin-1"), "Müller, Dr. Jörg"),
        (b"", b"Smith^John^Q^^Jr", "Smith, John Q, Jr"),
    ],
)
def test_names_in_their_character_set(tmp_path: Path, charset: bytes, encoded: bytes, shown: str) -> None:
    with open_dicom(file_with_name(tmp_path, charset, encoded)) as file:
        assert person_name_of(file.dataset, "PatientName") == shown


@pytest.mark.parametrize("charset", [b"ISO_IR 999", b"nonsense", b"ISO_IR 192", b"\\\\ISO 2022 IR 87\\x"])
def test_a_broken_character_set_does_not_fail_the_read(tmp_path: Path, charset: bytes) -> None:
    with open_dicom(file_with_name(tmp_path, charset, b"\xff\xfe\x1b$B\x80^\xe9")) as file:
        study = read_patient_study(file.dataset)
        assert read_acquisition(file.dataset, file.transfer_syntax).modality is not None
    assert study.patient_name is None or study.patient_name.value


@pytest.mark.parametrize(
    ("stated", "years"), [("045Y", 45.0), ("018M", 1.5), ("026W", 0.498), ("010D", 0.0274), ("000Y", 0.0)]
)
def test_age_as_stated(stated: str, years: float) -> None:
    dataset = Dataset()
    dataset.PatientAge = stated
    age = read_patient_study(dataset).age_years
    assert age is not None
    assert age.value == pytest.approx(years, abs=1e-3)
    assert age.provenance == "DICOM (0010,1010) Patient's Age"


def test_age_from_birth_to_study() -> None:
    dataset = Dataset()
    dataset.PatientAge = "xx"
    dataset.PatientBirthDate, dataset.StudyDate = "20100615", "2020.06.15"
    age = read_patient_study(dataset).age_years
    assert age is not None
    assert age.value == pytest.approx(10.0, abs=0.01)
    assert "(0010,0030)" in age.provenance
    assert "(0008,0020)" in age.provenance
    dataset.StudyDate = "20000101"
    assert read_patient_study(dataset).age_years is None


@pytest.mark.parametrize(
    ("stated", "view"),
    [
        ("PA", ViewPosition.PA),
        ("ap", ViewPosition.AP),
        ("LL", ViewPosition.LATERAL),
        ("RAO", ViewPosition.OBLIQUE),
        ("XTABLE", ViewPosition.OTHER),
    ],
)
def test_view_position(stated: str, view: ViewPosition) -> None:
    dataset = Dataset()
    dataset.ViewPosition = stated
    found = read_acquisition(dataset, "").view_position
    assert found is not None
    assert (found.value, found.provenance) == (view, "DICOM (0018,5101) View Position")


def test_view_from_its_code_and_from_the_orientation() -> None:
    code = Dataset()
    code.CodeValue = "R-10214"
    dataset = Dataset()
    dataset.ViewCodeSequence = [code]
    found = read_acquisition(dataset, "").view_position
    assert found is not None
    assert (found.value, found.provenance) == (ViewPosition.PA, "DICOM (0054,0220) View Code Sequence")
    sideways = Dataset()
    sideways.PatientOrientation = ["A", "F"]
    found = read_acquisition(sideways, "").view_position
    assert found is not None
    assert found.value is ViewPosition.LATERAL
    assert read_acquisition(Dataset(), "").view_position is None


def test_facts_that_lead_to_warnings() -> None:
    dataset = Dataset()
    dataset.BurnedInAnnotation = "YES"
    dataset.LossyImageCompression = "01"
    dataset.LossyImageCompressionRatio = [4, 12]
    dataset.PresentationIntentType = "FOR PROCESSING"
    dataset.Laterality = "L"
    found = read_acquisition(dataset, "1.2.840.10008.1.2.1")
    assert found.burned_in_annotation is not None
    assert found.burned_in_annotation.value is True
    assert found.lossy_compression is not None
    assert (found.lossy_compression.value, found.lossy_compression_ratio) == (True, 12.0)
    assert found.presentation_intent is not None
    assert found.presentation_intent.value == "FOR PROCESSING"
    assert found.laterality is not None
    assert found.transfer_syntax == "Explicit VR Little Endian"


def test_lossy_by_its_transfer_syntax() -> None:
    lossy = read_acquisition(Dataset(), "1.2.840.10008.1.2.4.50").lossy_compression
    assert lossy is not None
    assert lossy.value is True
    assert "Transfer Syntax" in lossy.provenance
    assert read_acquisition(Dataset(), "1.2.840.10008.1.2.4.70").lossy_compression is None


def test_damaged_attributes_count_as_absent() -> None:
    dataset = Dataset()
    dataset.PatientBirthDate = "20201399"
    dataset.StudyDate = "soon"
    dataset.add_new(0x00281050, "LO", "wide")
    assert date_of(dataset, "PatientBirthDate") is None
    assert date_of(dataset, "StudyDate") is None
    assert numbers_of(dataset, "WindowCenter") == ()
    assert text_of(dataset, "PatientID") == ""


def test_dates_are_dates() -> None:
    dataset = Dataset()
    dataset.StudyDate = "20260131"
    found = read_patient_study(dataset).study_date
    assert found is not None
    assert found.value == date(2026, 1, 31)
