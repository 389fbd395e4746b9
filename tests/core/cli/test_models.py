"""`hilum models` and `--model`: the same registry as the window's."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from core.record.entry import EntryKind
from core.record.journal import user_journal
from core.registry.registry import user_registry

MakePackage = Callable[..., Path]
Hilum = Callable[..., tuple[int, str, str]]


def test_models_are_listed_activated_carried_and_removed(
    hilum: Hilum, make_package: MakePackage, tmp_path: Path
) -> None:
    user_registry().add(make_package())

    status, out, _ = hilum("models")
    assert status == 0
    assert "* bundled" in out
    assert "ward@1  2026-11-23" in out
    assert hilum("models", "activate", "ward")[0] == 0
    models = json.loads(hilum("models", "list", "--json")[1])["models"]
    assert {model["address"]: model["active"] for model in models} == {"bundled": False, "ward@1": True}

    status, _, err = hilum("models", "remove", "ward@1")
    assert status == 2
    assert "it is the active one" in err
    assert "resnet50_cxr_v1 1.1.0 is active again" in hilum("models", "rollback")[2]
    assert hilum("models", "rollback")[0] == 2

    assert hilum("models", "export", "ward", tmp_path / "carried")[0] == 0
    assert hilum("models", "remove", "ward")[0] == 2, "only by its full address"
    assert hilum("models", "remove", "ward@1")[0] == 0
    status, _, err = hilum("models", "import", tmp_path / "carried.hilum-model")
    assert status == 0
    assert "ward 1 is kept here now" in err


def test_the_record_says_who_let_a_model_answer(hilum: Hilum, make_package: MakePackage) -> None:
    user_registry().add(make_package())

    assert hilum("models", "activate", "ward", "--person", "A. Yılmaz")[0] == 0
    assert hilum("models", "rollback", "--person", "N. B.")[0] == 0

    journal = user_journal()
    assert journal is not None
    assert [entry.person for entry in journal.entries({EntryKind.ACTIVATION})] == ["A. Yılmaz", "N. B."]


def test_an_unknown_model_is_a_sentence_with_the_known_ones(hilum: Hilum) -> None:
    status, _, err = hilum("models", "activate", "nothing")

    assert status == 2
    assert "bundled" in err


@pytest.mark.parametrize("arguments", [("activate",), ("export", "ward"), ("compare", "ward"), ("nonsense",)])
def test_incomplete_commands_are_answered_with_usage(hilum: Hilum, arguments: tuple[str, ...]) -> None:
    assert hilum("models", *arguments)[0] == 2


def test_comparing_without_images_says_what_is_missing(hilum: Hilum) -> None:
    status, _, err = hilum("models", "compare", "bundled", "bundled")

    assert status == 2
    assert "no folder was named" in err


def test_scans_are_classified_by_the_active_model_or_the_named_one(
    hilum: Hilum, make_package: MakePackage, scans: Path, tmp_path: Path
) -> None:
    registry = user_registry()
    registry.activate(registry.add(make_package()))

    hilum("classify", scans / "b.jpg", "--json", tmp_path / "active.json")
    hilum("classify", scans / "b.jpg", "--json", tmp_path / "named.json", "--model", "bundled")

    active = json.loads((tmp_path / "active.json").read_text(encoding="utf-8"))["model"]
    named = json.loads((tmp_path / "named.json").read_text(encoding="utf-8"))["model"]
    assert (active["name"], active["version"]) == ("ward", "1")
    assert active["origin"].startswith("Trained on")
    assert named["name"] == "resnet50_cxr_v1"


def test_a_damaged_active_model_stops_instead_of_another_answering(
    hilum: Hilum, make_package: MakePackage, scans: Path
) -> None:
    registry = user_registry()
    version = registry.add(make_package())
    registry.activate(version)
    (version.directory / "weights.safetensors").write_bytes(b"")

    status, out, _ = hilum("classify", scans / "b.jpg")

    assert status == 2
    assert not out
