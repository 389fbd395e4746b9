import hashlib
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from core.errors import (
    InvalidTrainingPackError,
    JobCancelledError,
    MissingFileError,
    OutputNotWritableError,
    TrainingPackHashMismatchError,
)
from core.jobs import CancellationToken, JobContext, Progress
from core.training_pack import (
    find_training_pack,
    install_training_pack,
    remove_training_pack,
)
from tests.training_packs import FILES, MODULE, write_pack

MakePack = Callable[..., Path]


@pytest.fixture
def make_pack(tmp_path: Path) -> MakePack:
    """A pack as the build makes them; what is given replaces parts of its manifest."""

    def make(contents: Mapping[str, bytes] = FILES, name: str = "pack.zip", **changes: Any) -> Path:
        return write_pack(tmp_path / name, contents, **changes).path

    return make


def test_what_was_taken_in_can_be_imported(make_pack: MakePack, tmp_path: Path) -> None:
    events: list[Progress] = []

    pack = install_training_pack(make_pack(), JobContext(events.append), into=tmp_path / "Göğüs data")

    assert pack == find_training_pack(tmp_path / "Göğüs data")
    assert events[-1].done == events[-1].total == len(FILES)
    program = f"import sys; sys.path.append({str(pack.packages)!r}); import planted_torch; print(planted_torch.VALUE)"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout.strip() == b"42"


def test_a_new_pack_takes_the_place_of_the_old_one(make_pack: MakePack, tmp_path: Path) -> None:
    install_training_pack(make_pack(), JobContext(), into=tmp_path)

    second = make_pack({MODULE: b"VALUE = 7\n"}, "second.zip", torch="2.15.0")
    pack = install_training_pack(second, JobContext(), into=tmp_path)

    assert pack.torch == "2.15.0"
    assert (pack.folder / MODULE).read_bytes() == b"VALUE = 7\n"
    assert not (pack.packages / "planted_torch" / "data.bin").exists()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "something"},
        {"schema_version": 2},
        {"python": "2.7"},
        {"platform": "plan9-mips"},
        {"torch": None},
        {"files": []},
        {"files": {MODULE: "0" * 64}},
        {"files": {"site-packages/missing.py": "0" * 64}},
        {"files": {"../outside.py": "0" * 64}},
        {"files": {"site-packages/../../outside.py": "0" * 64}},
        {"files": {"/site-packages/outside.py": "0" * 64}},
        {"files": {"site-packages\\..\\outside.py": "0" * 64}},
        {"files": {"C:/site-packages/outside.py": "0" * 64}},
        {"files": {MODULE: 1}},
    ],
)
def test_what_is_no_pack_for_this_program_changes_nothing(
    make_pack: MakePack, tmp_path: Path, changes: dict[str, Any]
) -> None:
    folder = tmp_path / "data"
    before = install_training_pack(make_pack(), JobContext(), into=folder)

    with pytest.raises(InvalidTrainingPackError):
        install_training_pack(make_pack(name="other.zip", **changes), JobContext(), into=folder)

    assert find_training_pack(folder) == before
    assert (before.folder / MODULE).read_bytes() == FILES[MODULE]
    assert [path.name for path in folder.iterdir()] == ["training_pack"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a zip file at all", b"\0" * 5000])
def test_a_file_that_is_no_archive_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "pack.zip"
    path.write_bytes(content)

    with pytest.raises(InvalidTrainingPackError):
        install_training_pack(path, JobContext(), into=tmp_path / "data")


def test_a_pack_cut_short_or_changed_is_refused(make_pack: MakePack, tmp_path: Path) -> None:
    whole = make_pack().read_bytes()
    for number, content in enumerate((whole[: len(whole) // 2], whole.replace(b"41 + 1", b"41 + 2"))):
        path = tmp_path / f"{number}.zip"
        path.write_bytes(content)
        with pytest.raises(InvalidTrainingPackError):
            install_training_pack(path, JobContext(), into=tmp_path / "data")


def test_the_hash_of_the_list_is_held_against_the_file(make_pack: MakePack, tmp_path: Path) -> None:
    pack = make_pack()
    digest = hashlib.sha256(pack.read_bytes()).hexdigest()

    with pytest.raises(TrainingPackHashMismatchError):
        install_training_pack(pack, JobContext(), "0" * 64, into=tmp_path / "data")
    assert install_training_pack(pack, JobContext(), digest.upper(), into=tmp_path / "data").torch == "2.14.1"


def test_cancelling_leaves_nothing(make_pack: MakePack, tmp_path: Path) -> None:
    token = CancellationToken()
    token.cancel()

    with pytest.raises(JobCancelledError):
        install_training_pack(make_pack(), JobContext(token=token), into=tmp_path / "data")

    assert not list((tmp_path / "data").iterdir())


def test_a_place_that_cannot_be_written_is_named(make_pack: MakePack, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")

    with pytest.raises(OutputNotWritableError):
        install_training_pack(make_pack(), JobContext(), into=tmp_path / "data")
    with pytest.raises(MissingFileError):
        install_training_pack(tmp_path / "nothing.zip", JobContext(), into=tmp_path / "other")


def test_a_pack_can_be_removed(make_pack: MakePack, tmp_path: Path) -> None:
    install_training_pack(make_pack(), JobContext(), into=tmp_path / "data")

    assert remove_training_pack(tmp_path / "data")
    assert not remove_training_pack(tmp_path / "data")
    assert find_training_pack(tmp_path / "data") is None
