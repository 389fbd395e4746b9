import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from core.errors import InaccessibleFileError, JobCancelledError
from core.imaging.finding import find_scans
from core.imaging.reading import read_radiograph
from core.jobs import CancellationToken, JobContext, Progress


def picture(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("L", (4, 4)).save(path, "PNG")
    return path


def names(folder: Path, *paths: Path) -> list[str]:
    return [found.relative_to(folder).as_posix() for found in find_scans(paths or [folder])]


def test_folders_are_searched_in_natural_order(tmp_path: Path) -> None:
    for name in ("b/10.png", "b/9.png", "b/Image2.png", "b/image10.png", "a/x.png", "c.png"):
        picture(tmp_path / name)

    assert names(tmp_path) == ["a/x.png", "b/9.png", "b/10.png", "b/Image2.png", "b/image10.png", "c.png"]


def test_what_is_no_image_is_left_out_but_damaged_images_are_not(tmp_path: Path) -> None:
    picture(tmp_path / "picture without suffix")
    picture(tmp_path / "picture.txt")
    picture(tmp_path / ".hidden.png")
    picture(tmp_path / ".cache/x.png")
    (tmp_path / "notes.txt").write_text("BM, a letter that is no bitmap")
    (tmp_path / "labels.csv").write_text("file,label\n")
    (tmp_path / "README").write_text("no suffix, no image")
    (tmp_path / "empty.png").touch()
    (tmp_path / "empty").touch()
    (tmp_path / "garbage.DCM").write_bytes(b"\1\2\3" * 99)
    (tmp_path / "DICOMDIR").write_bytes(b"broken")

    assert names(tmp_path) == ["empty.png", "garbage.DCM", "picture without suffix", "picture.txt"]


def test_named_files_are_handed_on_whatever_they_are(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("text")
    missing = tmp_path / "missing.png"

    assert list(find_scans([missing, notes, Path("nul\0character")])) == [missing, notes, Path("nul\0character")]


def test_each_file_comes_once(tmp_path: Path) -> None:
    scan = picture(tmp_path / "a/x.png")
    (tmp_path / "a/link.png").symlink_to(scan)

    found = list(find_scans([scan, tmp_path / "a", tmp_path / "a" / ".." / "a" / "x.png", tmp_path]))

    assert found == [scan]


def test_circles_of_links_end(tmp_path: Path) -> None:
    picture(tmp_path / "a/x.png")
    (tmp_path / "a/again").symlink_to(tmp_path)
    (tmp_path / "a/self.png").symlink_to(tmp_path / "a/self.png")
    (tmp_path / "a/dangling").symlink_to(tmp_path / "nowhere")

    # A link to itself that calls itself an image is handed on, so that a row says what it is.
    assert names(tmp_path) == ["a/self.png", "a/x.png"]


def test_links_to_folders_are_followed(tmp_path: Path) -> None:
    picture(tmp_path / "elsewhere/x.png")
    (tmp_path / "named").mkdir()
    (tmp_path / "named/link").symlink_to(tmp_path / "elsewhere")

    assert list(find_scans([tmp_path / "named"])) == [tmp_path / "named/link/x.png"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_are_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    os.mkfifo(tmp_path / "pipe.png")

    assert names(tmp_path) == ["pipe.png"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_that_may_not_be_listed_is_not_passed_over(tmp_path: Path) -> None:
    picture(tmp_path / "open/x.png")
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)

    assert names(tmp_path) == ["closed", "open/x.png"]


def test_deep_trees_do_not_exhaust_the_stack(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(400):
        folder = folder / "d"
    folder.mkdir(parents=True)
    picture(folder / "x.png")

    assert len(list(find_scans([tmp_path]))) == 1


def test_progress_is_told_and_the_search_can_be_stopped(tmp_path: Path) -> None:
    for index in range(5):
        picture(tmp_path / f"{index}.png")
    told: list[Progress] = []
    token = CancellationToken()
    search = find_scans([tmp_path], JobContext(told.append, token))

    next(search)
    next(search)
    token.cancel()

    assert [event.done for event in told] == [1, 2]
    with pytest.raises(JobCancelledError):
        next(search)


@pytest.fixture
def disc(example_dicom: Callable[[str], Path], tmp_path: Path) -> Path:
    folder = tmp_path / "disc"
    shutil.copytree(example_dicom("DICOMDIR").parent / "77654033", folder / "77654033")
    shutil.copy(example_dicom("DICOMDIR"), folder / "DICOMDIR")
    return folder


def test_a_dicomdir_lists_its_images(disc: Path) -> None:
    found = list(find_scans([disc / "DICOMDIR"]))

    assert len(found) == 31
    assert disc / "77654033/CR1/6154" in found
    there = [path for path in found if path.exists()]
    assert set(find_scans([disc])) == set(there)


def test_a_listed_file_that_is_missing_is_handed_on(disc: Path) -> None:
    (disc / "77654033/CR1/6154").unlink()

    assert disc / "77654033/CR1/6154" in list(find_scans([disc / "DICOMDIR"]))


def test_a_disc_mounted_in_small_letters_is_found(disc: Path) -> None:
    (disc / "77654033/CR1").rename(disc / "77654033/cr1")

    assert disc / "77654033/cr1/6154" in list(find_scans([disc / "DICOMDIR"]))


@pytest.mark.parametrize("content", [b"broken", b"", bytes(128) + b"DICM" + bytes(50)])
def test_around_a_broken_dicomdir_the_folder_is_searched(disc: Path, content: bytes) -> None:
    whole = set(find_scans([disc]))
    (disc / "DICOMDIR").write_bytes(content)

    found = set(find_scans([disc / "DICOMDIR"]))

    assert found == (whole if content else {disc / "DICOMDIR"})


def test_a_folder_that_may_not_be_listed_is_said_to_be_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # What the system answers is made up: the superuser may list everything.
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != tmp_path)
    with pytest.raises(InaccessibleFileError):
        read_radiograph(tmp_path)


def test_folders_that_the_drive_does_not_number_are_all_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        picture(tmp_path / name / f"{name}.png")
    (tmp_path / "b" / "circle").symlink_to(tmp_path, target_is_directory=True)
    real = os.stat

    def without_numbers(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        mode, _, *rest = real(path, follow_symlinks=follow_symlinks)
        return os.stat_result((mode, 0, *rest))

    monkeypatch.setattr(os, "stat", without_numbers)
    assert names(tmp_path) == ["a/a.png", "b/b.png"]
