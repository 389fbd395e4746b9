import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from core.cli import main

Hilum = Callable[..., tuple[int, str, str]]


@pytest.fixture
def hilum(capsys: pytest.CaptureFixture[str]) -> Hilum:
    """Run one command; its exit status, standard output and standard error."""

    def run(*arguments: object) -> tuple[int, str, str]:
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


@pytest.fixture
def scans(tmp_path: Path, chest_dicom: Path) -> Path:
    """A folder with a DICOM and two pictures of the same scan, one of them in a folder below."""
    from PIL import Image

    from core.imaging.greyscale import render
    from core.imaging.reading import read_radiograph

    folder = tmp_path / "scans"
    (folder / "below").mkdir(parents=True)
    shutil.copy(chest_dicom, folder / "a.dcm")
    picture = Image.fromarray(render(read_radiograph(chest_dicom))).resize((301, 320))
    picture.save(folder / "b.jpg", quality=95)
    picture.save(folder / "below" / "b.png")
    return folder
