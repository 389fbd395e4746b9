"""The clinic is kept with its logo, and refuses what no report can hold."""

import io
from pathlib import Path

import pytest
from PIL import Image

from core.errors import UnusableLogoError
from core.report.blocks import Paper
from core.report.clinic import LONGEST_LINE, Clinic, read_clinic, read_logo, write_clinic

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="5"><rect width="10" height="5"/></svg>'


def picture_file(path: Path, mode: str = "RGB", size: tuple[int, int] = (40, 20)) -> Path:
    Image.new(mode, size).save(path)
    return path


def test_nothing_chosen_is_a_page_without_a_clinic(tmp_path: Path) -> None:
    assert read_clinic(tmp_path) == Clinic()


def test_what_is_kept_comes_back_with_a_copy_of_the_logo(tmp_path: Path) -> None:
    """Given a logo whose own file is deleted afterwards, the clinic still has it."""
    logo = picture_file(tmp_path / "logo.png")
    chosen = Clinic("  Göğüs \n Hastanesi ", "Radyoloji", "a" * 500, "1", logo, Paper.LETTER)

    write_clinic(chosen, tmp_path / "site")
    logo.unlink()

    kept = read_clinic(tmp_path / "site")
    assert kept.name == "Göğüs Hastanesi"
    assert kept.paper is Paper.LETTER
    assert len(kept.address) == LONGEST_LINE
    assert kept.logo == tmp_path / "site" / "clinic_logo.png"
    assert read_logo(kept.logo).startswith(b"\x89PNG")


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "CMYK"])
def test_pictures_of_every_kind_become_small_ones(tmp_path: Path, mode: str) -> None:
    suffix = "jpg" if mode == "CMYK" else "png"

    logo = read_logo(picture_file(tmp_path / f"logo.{suffix}", mode, (3000, 1500)))

    with Image.open(io.BytesIO(logo)) as picture:
        assert picture.size == (1000, 500)
        assert picture.mode in ("RGB", "RGBA")


def test_a_drawing_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_bytes(SVG)

    assert read_logo(path) == SVG


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture",
        b"\x89PNG\r\n\x1a\nbroken",
        b"<svg>",
        b"<svg xmlns='http://www.w3.org/2000/svg'><g>",
        b"\xff<svg",
    ],
)
def test_what_is_no_picture_is_refused_and_changes_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(content)
    write_clinic(Clinic("Before"), tmp_path)

    with pytest.raises(UnusableLogoError) as caught:
        write_clinic(Clinic("After", logo=path), tmp_path)

    assert caught.value.path == path
    assert read_clinic(tmp_path) == Clinic("Before")


def test_a_missing_or_huge_logo_is_refused(tmp_path: Path) -> None:
    huge = tmp_path / "huge.png"
    huge.write_bytes(b"\x89PNG" + bytes(5 * 2**20))

    for path in (tmp_path / "gone.png", huge):
        with pytest.raises(UnusableLogoError):
            read_logo(path)
