import re
from importlib.metadata import requires
from pathlib import Path

from core.licences import Licence, installed_licences, read_licences, write_licences


def test_every_part_that_hilum_needs_is_listed_with_its_terms() -> None:
    licences = {licence.name.lower().replace("_", "-"): licence for licence in installed_licences()}

    needed = [re.split(r"[<>=!;~ ]", text)[0].lower() for text in requires("hilum") or () if "extra ==" not in text]
    assert set(needed) <= set(licences)
    assert all(licences[name].terms for name in needed)
    assert "Permission is hereby granted" in licences["pydicom"].text


def test_no_part_is_under_the_gpl_alone() -> None:
    for licence in installed_licences():
        assert "GPL" not in licence.terms or "LGPL" in licence.terms, licence.name


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    count = write_licences(tmp_path / "licences")

    read = read_licences(tmp_path / "licences")
    assert len(read) == count == len(installed_licences())
    assert {licence.name for licence in read} == {licence.name for licence in installed_licences()}
    numpy = next(licence for licence in read if licence.name == "numpy")
    assert numpy == next(licence for licence in installed_licences() if licence.name == "numpy")


def test_a_part_that_is_not_installed_is_left_out_and_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert installed_licences("no-such-distribution") == ()
    assert read_licences(tmp_path / "missing") == ()


def test_a_file_without_a_text_is_a_licence_without_a_text(tmp_path: Path) -> None:
    (tmp_path / "part.txt").write_text("part\n1.0\nMIT\n", encoding="utf-8")

    assert read_licences(tmp_path) == (Licence("part", "1.0", "MIT", ""),)
