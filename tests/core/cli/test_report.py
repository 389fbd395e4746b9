"""Reports and the clinic on the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

Hilum = Callable[..., tuple[int, str, str]]


def pages_of(pdf: Path) -> list[object]:
    pikepdf = pytest.importorskip("pikepdf", reason="pikepdf is not installed")
    with pikepdf.open(pdf) as opened:
        return list(opened.pages)


def language_of(pdf: Path) -> str:
    pikepdf = pytest.importorskip("pikepdf", reason="pikepdf is not installed")
    with pikepdf.open(pdf) as opened:
        return str(opened.Root.Lang)


def test_a_report_has_a_table_and_a_page_per_scan(hilum: Hilum, scans: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.pdf"
    (scans / "broken.dcm").write_bytes(b"not a scan")

    status, _, _ = hilum("classify", scans, "--report", report, "--report-small", "--comment", "As last week.")

    assert status == 1
    assert report.read_bytes().startswith(b"%PDF-1.7")
    assert len(pages_of(report)) == 5


def test_a_report_is_in_the_language_asked_for_and_the_command_line_in_english(
    hilum: Hilum, scans: Path, tmp_path: Path
) -> None:
    (scans / "broken.dcm").write_bytes(b"not a scan")

    spoken = {}
    for language in ("en", "tr"):
        report = tmp_path / f"{language}.pdf"
        spoken[language] = hilum("classify", scans, "--report", report, "--report-small", "--language", language)
        assert language_of(report) == language

    assert spoken["tr"] == spoken["en"]
    assert "3 classified, 1 failed." in spoken["tr"][2]


def test_a_language_that_hilum_does_not_speak_is_refused(hilum: Hilum, scans: Path, tmp_path: Path) -> None:
    status, _, err = hilum("classify", scans, "--report", tmp_path / "report.pdf", "--language", "xx")

    assert status == 2
    assert "--language" in err


def test_what_a_report_cannot_replace_is_said_before_anything_is_read(
    hilum: Hilum, scans: Path, tmp_path: Path
) -> None:
    before = (scans / "b.jpg").read_bytes()

    for target in (scans / "b.jpg", tmp_path / "nowhere" / "report.pdf", tmp_path):
        table = tmp_path / "out.csv"
        status, out, err = hilum("classify", scans, "--report", target, "--csv", table)
        assert (status, out) == (2, "")
        assert "could not be written" in err
        assert not table.exists()
    assert (scans / "b.jpg").read_bytes() == before


def test_the_clinic_is_shown_and_changed_line_by_line(hilum: Hilum, tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGB", (30, 20)).save(logo)

    hilum("clinic", "--name", "Göğüs Hastanesi", "--phone", "1", "--logo", logo, "--paper", "letter")
    status, out, _ = hilum("clinic", "--phone", "", "--json")

    kept = json.loads(out)
    assert status == 0
    assert (kept["name"], kept["phone"], kept["paper"]) == ("Göğüs Hastanesi", "", "us-letter")
    assert Path(kept["logo"]).is_file()
    assert "Logo:       none" in hilum("clinic", "--no-logo")[1]


def test_a_logo_of_no_use_changes_nothing(hilum: Hilum, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_text("no picture")

    status, _, err = hilum("clinic", "--name", "New", "--logo", tmp_path / "logo.png")

    assert status == 2
    assert "logo.png" in err
    assert json.loads(hilum("clinic", "--json")[1])["name"] == ""
