import os
import random
import socket
from pathlib import Path

import numpy as np
import pytest
from pydicom.data import get_testdata_file

from core.errors import (
    EmptyFileError,
    InaccessibleFileError,
    InsufficientMemoryError,
    MissingFileError,
    NotRegularFileError,
    UnrecognisedFileError,
)
from core.imaging.dicom_sniffing import looks_like_dicom
from core.imaging.opening import open_regular_file
from core.imaging.radiograph import ImageFormat
from core.imaging.reading import radiograph_from_pixels, read_radiograph, read_thumbnail


def sample(name: str) -> Path:
    found = get_testdata_file(name, download=False)
    assert isinstance(found, str)
    return Path(found)


def test_dicom_is_found_by_content_not_by_suffix(tmp_path: Path) -> None:
    path = tmp_path / "scan.png"
    path.write_bytes(sample("MR_small.dcm").read_bytes())
    assert read_radiograph(path).format is ImageFormat.DICOM


@pytest.mark.parametrize("name", ["MR_small.dcm", "MR_small_implicit.dcm", "MR_small_bigendian.dcm"])
def test_dicom_without_preamble_and_meta_information(tmp_path: Path, name: str) -> None:
    whole = sample(name).read_bytes()
    meta_length = int.from_bytes(whole[140:144], "little")
    bare = tmp_path / "bare"
    bare.write_bytes(whole[144 + meta_length :])
    without_preamble = tmp_path / "without_preamble"
    without_preamble.write_bytes(whole[132:])
    expected = read_radiograph(sample(name)).stored
    assert np.array_equal(read_radiograph(bare).stored, expected)
    assert np.array_equal(read_radiograph(without_preamble).stored, expected)


def test_random_bytes_are_not_dicom(tmp_path: Path) -> None:
    generator = random.Random(5)
    assert not any(looks_like_dicom(generator.randbytes(600)) for _ in range(2000))
    assert not any(looks_like_dicom(bytes(length)) for length in range(300))
    path = tmp_path / "noise.dcm"
    path.write_bytes(generator.randbytes(5000))
    with pytest.raises(UnrecognisedFileError):
        read_radiograph(path)


def test_paths_that_are_no_files(tmp_path: Path) -> None:
    loop, other = tmp_path / "loop", tmp_path / "other"
    loop.symlink_to(other)
    other.symlink_to(loop)
    dangling, empty = tmp_path / "dangling", tmp_path / "empty"
    dangling.symlink_to(tmp_path / "nowhere")
    empty.touch()
    for path in (loop, dangling, tmp_path / "missing", empty / "inside", Path("a\x00b"), tmp_path / ("x" * 300)):
        with pytest.raises(MissingFileError):
            read_radiograph(path)
    with pytest.raises(EmptyFileError):
        read_radiograph(empty)
    with pytest.raises(NotRegularFileError, match="folder"):
        read_radiograph(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="POSIX files")
def test_devices_pipes_and_sockets_are_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        for path in (pipe, Path("socket"), Path("/dev/zero"), Path("/dev/null")):
            with pytest.raises(NotRegularFileError):
                read_radiograph(path)


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_forbidden_files(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_bytes(b"x")
    path.chmod(0)
    with pytest.raises(InaccessibleFileError):
        read_radiograph(path)


def test_a_refusal_while_opening_is_inaccessible(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret"
    path.write_bytes(b"x")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(InaccessibleFileError):
        open_regular_file(path)


def test_pasted_pixels_and_thumbnails() -> None:
    pasted = radiograph_from_pixels(np.zeros((4, 6), np.uint8))
    assert (pasted.rows, pasted.columns, pasted.path) == (4, 6, None)
    assert max(read_thumbnail(sample("RG3_UNCR.dcm"), 96).shape) <= 96


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("MR_small.dcm", "core.imaging.dicom_reading.read_frame"),
        ("JPEG2000.dcm", "core.imaging.dicom_codecs.np.asarray"),
    ],
)
def test_a_lack_of_memory_is_not_taken_for_damage(name: str, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*arguments: object, **options: object) -> None:
        raise MemoryError

    path = sample(name)
    monkeypatch.setattr(place, fails)
    with pytest.raises(InsufficientMemoryError):
        read_radiograph(path)
