"""`hilum results`."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pydicom import dcmread
from pydicom.dataset import Dataset

from core.record.journal import user_journal

Hilum = Callable[..., tuple[int, str, str]]


def test_a_scan_gets_the_results_asked_for(hilum: Hilum, chest_dicom: Path, tmp_path: Path) -> None:
    status, out, err = hilum("results", chest_dicom, "--kinds", "sr,sc", "--out", tmp_path / "out", "--comment", "Ok")

    paths = [Path(line) for line in out.splitlines()]
    assert status == 0
    assert [dcmread(path).Modality for path in paths] == ["SR", "OT"]
    assert {dcmread(path).StudyInstanceUID for path in paths} == {dcmread(chest_dicom).StudyInstanceUID}
    assert "2 results of 1 scan written" in err
    assert "Research use only" in err
    journal = user_journal()
    assert journal is not None
    assert journal.count() == 1


def test_the_pdf_report_is_in_the_language_asked_for_and_the_rest_in_english(
    hilum: Hilum, chest_dicom: Path, tmp_path: Path
) -> None:
    _, out, _ = hilum("results", chest_dicom, "--kinds", "sr,pdf", "--out", tmp_path / "out", "--language", "tr")
    _, english, _ = hilum("results", chest_dicom, "--kinds", "sr", "--out", tmp_path / "english")

    structured, encapsulated = (dcmread(path) for path in out.splitlines())
    assert b"/Lang(tr)" in encapsulated.EncapsulatedDocument or b"/Lang (tr)" in encapsulated.EncapsulatedDocument
    assert texts_of(structured) == texts_of(dcmread(english.strip()))


def texts_of(structured: Dataset) -> list[str]:
    """What a structured report says, without identifiers and times."""
    shown = ("TextValue", "CodeMeaning", "SeriesDescription")
    return [str(item.value) for item in structured.iterall() if item.keyword in shown]


def test_pictures_of_a_folder_are_named_and_the_rest_is_written(hilum: Hilum, scans: Path, tmp_path: Path) -> None:
    status, out, err = hilum("results", scans, "--kinds", "gsps", "--out", tmp_path / "out")

    assert status == 1
    assert len(out.splitlines()) == 1
    assert err.count("cannot be filed with its study") == 2
    assert "1 result of 1 scan written, 2 scans failed." in err


def test_a_second_run_does_not_take_results_for_scans(hilum: Hilum, scans: Path) -> None:
    for _ in range(2):
        status, out, _ = hilum(
            "results", scans / "a.dcm", scans / "out", "--kinds", "sc", "--out", scans / "out" / "new"
        )
        assert status in (0, 1)
        assert len(out.splitlines()) == 1


def test_results_are_not_written_among_the_scans(hilum: Hilum, scans: Path) -> None:
    status, out, err = hilum("results", scans, "--out", scans)

    assert (status, out) == (2, "")
    assert "a folder of their own" in err


@pytest.mark.parametrize("kinds", ["", "sr,xml", ","])
def test_unknown_kinds_are_refused_at_once(hilum: Hilum, chest_dicom: Path, tmp_path: Path, kinds: str) -> None:
    status, _, err = hilum("results", chest_dicom, "--kinds", kinds, "--out", tmp_path / "out")

    assert status == 2
    assert "sr, sc, gsps, pdf" in err
