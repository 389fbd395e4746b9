"""A model travels in one file; of a file from outside nothing is believed."""

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import InvalidModelFileError, OutputNotWritableError
from core.model.card import ModelCard
from core.model.conformal import read_conformal
from core.registry import exchange
from core.registry.registry import ModelRegistry

MakePackage = Callable[..., Path]


@pytest.fixture
def exported(tmp_path: Path, make_package: MakePackage) -> Path:
    """A model of another computer in one file."""
    elsewhere = ModelRegistry(tmp_path / "elsewhere")
    elsewhere.add(make_package(run="run-1"))
    version = elsewhere.add(make_package(run="run-2"))
    elsewhere.export(version, tmp_path / "ward.hilum-model")
    return tmp_path / "ward.hilum-model"


def rewritten(source: Path, target: Path, **changes: bytes | None) -> Path:
    """Copy an archive with some files changed, added or (None) left out."""
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w") as after:
        for entry in before.infolist():
            if entry.filename not in changes:
                after.writestr(entry.filename, before.read(entry.filename))
        for name, content in changes.items():
            if content is not None:
                after.writestr(name, content)
    return target


def test_a_model_comes_out_as_it_went_in(registry: ModelRegistry, exported: Path) -> None:
    version = registry.import_file(exported)

    assert version.address == "ward@2", "its version is kept where it is free"
    assert version.load().read_weights()
    assert registry.import_file(exported) == version, "a second time it is known"
    assert registry.active_version().is_bundled, "nothing becomes active by itself"


def test_prediction_sets_and_feature_limits_travel_with_it(registry: ModelRegistry, exported: Path) -> None:
    package = registry.import_file(exported).load()

    card = package.card
    assert card.conformal is not None
    assert card.feature_limits is not None
    assert package.conformal_path is not None
    assert read_conformal(package.conformal_path).positive.size == card.conformal.counts["positive"]
    assert package.feature_statistics_path is not None
    assert package.feature_statistics_path.is_file()


def test_a_taken_version_gets_the_next_number(
    registry: ModelRegistry, exported: Path, make_package: MakePackage
) -> None:
    for run in ("run-3", "run-4"):
        registry.add(make_package(run=run))

    assert registry.import_file(exported).address == "ward@3"


def write_dossier(folder: Path, _card: ModelCard) -> None:
    (folder / "dossier.pdf").write_bytes(b"%PDF")


def test_the_dossier_goes_along_only_when_asked(tmp_path: Path, make_package: MakePackage) -> None:
    elsewhere = ModelRegistry(tmp_path / "elsewhere")
    version = elsewhere.add(
        make_package(), lambda folder, _card: (folder / "dossier.pdf").write_bytes(b"%PDF") and None
    )
    elsewhere.export(version, tmp_path / "without.hilum-model")
    elsewhere.export(version, tmp_path / "with.hilum-model", with_dossier=True)

    assert ModelRegistry(tmp_path / "a").import_file(tmp_path / "without.hilum-model").dossier is None
    assert ModelRegistry(tmp_path / "b").import_file(tmp_path / "with.hilum-model").dossier is not None


def test_the_same_model_makes_the_same_file(tmp_path: Path, make_package: MakePackage) -> None:
    elsewhere = ModelRegistry(tmp_path / "elsewhere")
    version = elsewhere.add(make_package())
    for name in ("a", "b"):
        elsewhere.export(version, tmp_path / f"{name}.hilum-model")

    assert (tmp_path / "a.hilum-model").read_bytes() == (tmp_path / "b.hilum-model").read_bytes()


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path, registry: ModelRegistry) -> None:
    with pytest.raises(OutputNotWritableError):
        registry.export(registry.bundled, tmp_path / "missing" / "x.hilum-model")


def test_strange_archives_are_refused_and_leave_nothing(
    registry: ModelRegistry, exported: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(exported) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        card = archive.read("card.json")
    # Each of these is refused before the weights are looked at, so they are left out.
    del manifest["files"]["weights.safetensors"]
    without = {"manifest.json": json.dumps(manifest).encode(), "weights.safetensors": None}
    small = rewritten(exported, tmp_path / "small.hilum-model", **without)
    other_hash = json.loads(json.dumps(manifest))
    other_hash["files"]["card.json"]["sha256"] = "0" * 64
    cases: dict[str, dict[str, bytes | None]] = {
        "does not belong": {"../card.json": b"{}"},
        "which does not belong": {"/etc/passwd": b""},
        "'code.py'": {"code.py": b"print()"},
        "does not belong there": {"folder/weights.safetensors": b""},
        "no manifest": {"manifest.json": None},
        "another version of Hilum": {"manifest.json": b'{"format": "x", "schema_version": 1}'},
        "not a sound archive": {"manifest.json": b"nonsense"},
        "other files than it holds": {"dossier.pdf": b"%PDF"},
        "other sizes": {"card.json": card + b" "},
        "not what the manifest says": {"manifest.json": json.dumps(other_hash).encode()},
        "larger than": {"manifest.json": b" " * 2**17},
    }
    for number, (reason, changes) in enumerate(cases.items()):
        strange = rewritten(small, tmp_path / f"{number}.hilum-model", **changes)
        with pytest.raises(InvalidModelFileError, match=reason):
            registry.import_file(strange)
    assert len(registry.versions()) == 1
    assert not registry.damaged()


def test_what_is_no_archive_or_cut_short_is_refused(registry: ModelRegistry, exported: Path, tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no archive", encoding="utf-8")
    shutil.copy(exported, tmp_path / "cut")
    with (tmp_path / "cut").open("r+b") as file:
        file.truncate(1_000_000)
    for name in ("text", "cut", "missing"):
        with pytest.raises(InvalidModelFileError):
            registry.import_file(tmp_path / name)
    assert len(registry.versions()) == 1


def test_a_bit_flipped_on_the_way_is_found(registry: ModelRegistry, exported: Path) -> None:
    with exported.open("r+b") as file:
        file.seek(20_000_000)
        byte = file.read(1)
        file.seek(20_000_000)
        file.write(bytes([byte[0] ^ 4]))

    with pytest.raises(InvalidModelFileError):
        registry.import_file(exported)


def test_compressed_archives_cannot_grow(registry: ModelRegistry, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bomb", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("card.json", b" " * 10_000_000)

    with pytest.raises(InvalidModelFileError, match="compressed"):
        registry.import_file(tmp_path / "bomb")


def test_a_name_that_stands_twice_is_refused(registry: ModelRegistry, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "twice", "w") as archive:
        archive.writestr("card.json", b"{}")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("card.json", b"[]")

    with pytest.raises(InvalidModelFileError, match="does not belong"):
        registry.import_file(tmp_path / "twice")


def test_more_files_than_a_model_has_are_refused(registry: ModelRegistry, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "many", "w") as archive:
        for number in range(exchange.MOST_FILES + 1):
            archive.writestr(f"{number}.safetensors", b"")

    with pytest.raises(InvalidModelFileError, match="files"):
        registry.import_file(tmp_path / "many")
