"""Models are kept whole, activated, rolled back and removed; what is damaged is never used."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import (
    InvalidModelPackageError,
    JournalNotWritableError,
    ModelHashMismatchError,
    ModelNotRemovableError,
    ModelsInUseError,
    NothingToRollBackError,
    NoUserFolderError,
    OutputNotWritableError,
    UnknownModelError,
)
from core.model.card import ModelCard
from core.model.package import bundled_package
from core.record.entry import EntryKind
from core.record.journal import Journal
from core.registry import storage
from core.registry.choosing import choose_package
from core.registry.registry import ModelRegistry, user_registry
from core.registry.version import next_version, version_order

MakePackage = Callable[..., Path]


def test_at_first_there_is_the_bundled_model_and_it_is_active(registry: ModelRegistry) -> None:
    assert [version.address for version in registry.versions()] == ["bundled"]
    assert registry.active() == bundled_package()
    assert registry.folder is not None
    assert not registry.folder.exists(), "nothing is written by looking"


def test_versions_of_a_name_are_numbered(registry: ModelRegistry, make_package: MakePackage) -> None:
    first = registry.add(make_package(run="run-1"))
    second = registry.add(make_package(run="run-2"))
    other = registry.add(make_package(name="Clinic", run="run-3"))

    assert (first.address, second.address, other.address) == ("ward@1", "ward@2", "Clinic@1")
    assert [version.address for version in registry.versions()] == ["bundled", "Clinic@1", "ward@2", "ward@1"]
    assert second.load().card.version == "2"
    assert second.date == "2026-11-23"


def test_the_same_model_is_taken_in_once(registry: ModelRegistry, make_package: MakePackage) -> None:
    package = make_package()

    assert registry.add(package).address == registry.add(package).address == "ward@1"
    assert len(registry.versions()) == 2


def test_names_that_differ_in_case_are_one_name(registry: ModelRegistry, make_package: MakePackage) -> None:
    registry.add(make_package(name="Ward", run="run-1"))
    second = registry.add(make_package(name="ward", run="run-2"))

    assert second.address == "ward@2"
    assert registry.find("WARD").address == "ward@2"
    assert registry.find("ward@1").address == "Ward@1"


def test_what_is_not_there_is_said_with_what_is(registry: ModelRegistry, make_package: MakePackage) -> None:
    registry.add(make_package())

    with pytest.raises(UnknownModelError) as caught:
        registry.find("clinic")
    assert caught.value.known == ("bundled", "ward@1")


def test_the_activated_model_answers_in_every_copy_of_the_program(
    registry: ModelRegistry, make_package: MakePackage
) -> None:
    version = registry.add(make_package())

    registry.activate(version)

    another_copy = ModelRegistry(registry.folder)
    assert another_copy.active().directory == version.directory
    assert another_copy.active_version().address == "ward@1"


def test_rolling_back_goes_the_way_back_step_by_step(registry: ModelRegistry, make_package: MakePackage) -> None:
    first, second = registry.add(make_package(run="run-1")), registry.add(make_package(run="run-2"))
    for version in (first, second, registry.bundled):
        registry.activate(version)

    assert [registry.roll_back().address for _ in range(3)] == ["ward@2", "ward@1", "bundled"]
    with pytest.raises(NothingToRollBackError):
        registry.roll_back()


def test_activating_the_active_model_is_no_step_to_roll_back(
    registry: ModelRegistry, make_package: MakePackage
) -> None:
    version = registry.add(make_package())
    registry.activate(version)
    registry.activate(version)

    assert registry.roll_back().is_bundled


def test_rolling_back_passes_over_what_was_removed(registry: ModelRegistry, make_package: MakePackage) -> None:
    first, second = registry.add(make_package(run="run-1")), registry.add(make_package(run="run-2"))
    registry.activate(first)
    registry.activate(second)
    registry.remove(first)

    assert registry.roll_back().is_bundled


def test_neither_the_active_nor_the_bundled_model_is_removed(
    registry: ModelRegistry, make_package: MakePackage
) -> None:
    version = registry.add(make_package())
    registry.activate(version)

    with pytest.raises(ModelNotRemovableError):
        registry.remove(version)
    with pytest.raises(ModelNotRemovableError):
        registry.remove(registry.bundled)
    registry.activate(registry.bundled)
    registry.remove(version)
    assert [kept.address for kept in registry.versions()] == ["bundled"]
    assert not version.directory.exists()


def test_a_number_is_not_used_again_while_a_later_one_is_there(
    registry: ModelRegistry, make_package: MakePackage
) -> None:
    first = registry.add(make_package(run="run-1"))
    registry.add(make_package(run="run-2"))
    registry.remove(first)

    assert registry.add(make_package(run="run-3")).address == "ward@3"


def test_changed_weights_are_not_used(registry: ModelRegistry, make_package: MakePackage) -> None:
    version = registry.add(make_package())
    registry.activate(version)
    with (version.directory / "weights.safetensors").open("r+b") as file:
        file.seek(-1, os.SEEK_END)
        last = file.read(1)
        file.seek(-1, os.SEEK_END)
        file.write(bytes([last[0] ^ 1]))

    with pytest.raises(ModelHashMismatchError):
        registry.active()
    with pytest.raises(ModelHashMismatchError):
        registry.activate(version)
    assert registry.roll_back().is_bundled, "there is a way out"
    assert registry.active() == bundled_package()


def test_a_damaged_card_is_listed_as_damaged_and_can_be_removed(
    registry: ModelRegistry, make_package: MakePackage
) -> None:
    version = registry.add(make_package())
    (version.directory / "card.json").write_text("{", encoding="utf-8")

    (damaged,) = registry.damaged()

    assert damaged.address == "ward@1"
    assert [kept.address for kept in registry.versions()] == ["bundled"]
    registry.remove(damaged)
    assert not registry.damaged()


def test_another_model_in_the_place_of_the_active_one_is_not_used(
    registry: ModelRegistry, make_package: MakePackage
) -> None:
    version = registry.add(make_package())
    registry.activate(version)
    activations = json.loads((version.directory.parents[1] / "active.json").read_text(encoding="utf-8"))
    activations["activated"][0]["sha256"] = "0" * 64
    (version.directory.parents[1] / "active.json").write_text(json.dumps(activations), encoding="utf-8")

    with pytest.raises(ModelHashMismatchError):
        registry.active()


def test_a_damaged_choice_stops_instead_of_taking_another_model(
    registry: ModelRegistry, make_package: MakePackage
) -> None:
    version = registry.add(make_package())
    assert registry.folder is not None
    for content in (b"", b"{", b"[]", b'{"schema_version": 2}', b"\xff" * 10, b"[" * 100_000):
        (registry.folder / "active.json").write_bytes(content)
        with pytest.raises(InvalidModelPackageError, match=r"active\.json"):
            registry.active()
    registry.activate(version)
    assert registry.active_version() == version


def test_what_a_killed_process_left_is_ignored_and_swept(registry: ModelRegistry, make_package: MakePackage) -> None:
    registry.add(make_package(run="run-1"))
    assert registry.folder is not None
    left = registry.folder / ".incoming" / "abc"
    left.mkdir(parents=True)
    (left / "card.json").write_text("{}", encoding="utf-8")

    assert not registry.damaged()
    registry.add(make_package(run="run-2"))
    assert not left.exists()


ADD_SLOWLY = """
import os, sys, time
from pathlib import Path
from core.registry.registry import ModelRegistry

registry = ModelRegistry(Path(sys.argv[1]))
real = os.fsync
os.fsync = lambda descriptor: (time.sleep(0.05), real(descriptor))[1]
print("ready", flush=True)
for package in sys.argv[2:]:
    registry.activate(registry.add(Path(package)))
"""


def adding(folder: Path, *packages: Path) -> "subprocess.Popen[str]":
    """Another copy of the program, about to take in packages and to activate each."""
    process = subprocess.Popen(
        [sys.executable, "-c", ADD_SLOWLY, str(folder), *map(str, packages)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


@pytest.mark.parametrize("delay", [0.05, 0.2, 0.4])
def test_a_kill_leaves_a_whole_model_or_none(tmp_path: Path, make_package: MakePackage, delay: float) -> None:
    package = make_package()
    with adding(tmp_path / "models", package) as process:
        time.sleep(delay)
        process.kill()
    registry = ModelRegistry(tmp_path / "models")

    for version in registry.versions():
        version.load().read_weights()
    assert registry.active()
    assert not registry.damaged()
    assert registry.add(package).address == "ward@1", "the number is free, or the model is there"


def test_copies_of_the_program_take_in_models_at_once(tmp_path: Path, make_package: MakePackage) -> None:
    processes = [adding(tmp_path / "models", make_package(run=f"run-{number}")) for number in range(2)]
    registry = ModelRegistry(tmp_path / "models")
    registry.add(make_package(run="run-2"))
    for process in processes:
        with process:
            assert process.wait(60) == 0

    addresses = {version.address for version in registry.versions()}
    assert addresses == {"bundled", "ward@1", "ward@2", "ward@3"}
    assert registry.active_version().address in addresses - {"bundled"}


def test_waiting_for_another_copy_ends_with_a_sentence(
    registry: ModelRegistry, make_package: MakePackage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(storage, "PATIENCE_S", 0.0)
    with storage.changing(registry.folder), pytest.raises(ModelsInUseError):
        registry.add(make_package())


def test_without_a_home_folder_the_bundled_model_is_all_there_is(make_package: MakePackage) -> None:
    registry = ModelRegistry(None)

    assert registry.active() == bundled_package()
    assert [version.address for version in registry.versions()] == ["bundled"]
    with pytest.raises(NoUserFolderError):
        registry.add(make_package())
    with pytest.raises(NoUserFolderError):
        registry.activate(registry.bundled)


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, make_package: MakePackage) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    registry = ModelRegistry(tmp_path / "file" / "models")

    assert registry.active() == bundled_package()
    with pytest.raises(OutputNotWritableError) as caught:
        registry.add(make_package())
    assert type(caught.value) is OutputNotWritableError, "said of a model, not of a training run"


def test_the_users_models_lie_with_the_users_data(isolated_user_folders: Path) -> None:
    folder = user_registry().folder

    assert folder is not None
    assert folder.is_relative_to(isolated_user_folders)


def test_what_belongs_to_a_model_is_written_before_it_is_in_place(
    registry: ModelRegistry, make_package: MakePackage
) -> None:
    def complete(folder: Path, card: ModelCard) -> None:
        (folder / "dossier.pdf").write_text(card.version, encoding="utf-8")

    version = registry.add(make_package(), complete)

    assert version.dossier is not None
    assert version.dossier.read_bytes() == b"1"


def test_nothing_is_kept_where_that_fails(registry: ModelRegistry, make_package: MakePackage) -> None:
    def fail(folder: Path, card: ModelCard) -> None:
        raise OutputNotWritableError(folder, "disk full")

    with pytest.raises(OutputNotWritableError, match="disk full"):
        registry.add(make_package(), fail)
    assert len(registry.versions()) == 1
    assert registry.add(make_package(run="run-2")).address == "ward@1"


def test_a_model_is_chosen_by_folder_by_name_or_left_to_the_active_one(
    registry: ModelRegistry, make_package: MakePackage
) -> None:
    package = make_package()
    version = registry.add(package)

    assert choose_package(None, registry).directory == bundled_package().directory
    assert choose_package("ward", registry).directory == version.directory
    assert choose_package(str(package), registry).directory == package
    with pytest.raises(UnknownModelError):
        choose_package("nothing", registry)


def test_a_package_of_another_kind_is_refused_and_leaves_nothing(
    registry: ModelRegistry, make_package: MakePackage
) -> None:
    package = make_package()
    shutil.copy(package / "card.json", package / "weights.copy")
    (package / "weights.safetensors").unlink()
    (package / "weights.copy").rename(package / "weights.safetensors")

    with pytest.raises(ModelHashMismatchError):
        registry.add(package)
    assert len(registry.versions()) == 1
    assert not registry.damaged()


def test_versions_are_ordered_as_people_count() -> None:
    assert sorted(["10", "9", "1.10", "1.9", "1.0.0"], key=version_order) == ["1.0.0", "1.9", "1.10", "9", "10"]
    assert next_version([]) == "1"
    assert next_version(["1.0.0", "3", "draft"]) == "4"


def test_a_model_called_like_the_bundled_one_is_told_apart(registry: ModelRegistry, make_package: MakePackage) -> None:
    name = replace(bundled_package().card).name

    assert registry.add(make_package(name=name)).address == f"{name}@2"


def test_every_change_is_recorded_before_it_happens(tmp_path: Path, make_package: Callable[..., Path]) -> None:
    journal = Journal(tmp_path / "record" / "journal.sqlite3")
    registry = ModelRegistry(tmp_path / "models", journal, "AB")
    first, second = (registry.add(make_package(run=run)) for run in ("run-1", "run-2"))
    registry.activate(first)
    registry.activate(first)
    registry.activate(second)
    registry.roll_back()
    registry.roll_back()
    registry.remove(second)
    entries = list(journal.entries())
    kinds = [entry.kind for entry in entries]
    assert kinds == [EntryKind.MODEL_ADDED] * 2 + [EntryKind.ACTIVATION] * 4 + [EntryKind.MODEL_REMOVED]
    assert {entry.person for entry in entries} == {"AB"}
    activations = [entry.content for entry in entries if entry.kind is EntryKind.ACTIVATION]
    assert [(content["model_version"], content["rolled_back"]) for content in activations] == [
        ("1", False),
        ("2", False),
        ("1", True),
        (registry.bundled.card.version, True),
    ]
    assert [content["before"] for content in activations] == [registry.bundled.label, "ward 1", "ward 2", "ward 1"]
    assert journal.verify().ok


def test_a_change_that_cannot_be_recorded_does_not_happen(tmp_path: Path, make_package: Callable[..., Path]) -> None:
    (tmp_path / "record").write_bytes(b"in the way")
    version = ModelRegistry(tmp_path / "models").add(make_package())
    registry = ModelRegistry(tmp_path / "models", Journal(tmp_path / "record" / "journal.sqlite3"))
    with pytest.raises(JournalNotWritableError):
        registry.activate(version)
    assert registry.active_version().is_bundled
