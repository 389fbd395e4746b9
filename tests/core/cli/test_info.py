import json
from collections.abc import Callable
from pathlib import Path

Hilum = Callable[..., tuple[int, str, str]]


def test_it_tells_how_the_picture_is_made(hilum: Hilum, chest_dicom: Path) -> None:
    status, out, _ = hilum("info", chest_dicom)
    assert status == 0
    for expected in (
        "format: DICOM",
        "1955",
        "1841",
        "MONOCHROME1",
        "inverted once",
        "[DICOM (0018",
        "size of a pixel",
    ):
        assert expected in out


def test_the_patient_stays_unnamed_unless_asked_for(hilum: Hilum, chest_dicom: Path) -> None:
    import pydicom

    name = str(pydicom.dcmread(chest_dicom, stop_before_pixels=True).PatientName)
    identifier = str(pydicom.dcmread(chest_dicom, stop_before_pixels=True).PatientID)
    _, hidden, _ = hilum("info", chest_dicom)
    _, shown, _ = hilum("info", chest_dicom, "--identity")
    assert "patient: hidden" in hidden
    assert identifier not in hidden.replace(str(chest_dicom), "")
    assert identifier in shown
    assert name.split("^")[0] in shown


def test_json_holds_the_same(hilum: Hilum, chest_dicom: Path) -> None:
    status, out, _ = hilum("info", chest_dicom, "--json")
    assert status == 0
    description = json.loads(out)
    assert description["image"]["rows"] == 1955
    assert [step["stage"] for step in description["how this picture is made"]][-1] == "Presentation"
    assert isinstance(description["patient"], str)


def test_a_frame_that_is_not_there_is_a_sentence(hilum: Hilum, chest_dicom: Path) -> None:
    status, _, err = hilum("info", chest_dicom, "--frame", 2)
    assert status == 2
    assert "frame 2" in err


def test_no_file_is_a_sentence(hilum: Hilum, tmp_path: Path) -> None:
    status, _, err = hilum("info", tmp_path / "gone.dcm")
    assert status == 2
    assert "gone.dcm" in err
