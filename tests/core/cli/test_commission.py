"""`hilum commission` and `hilum drift`, with the bundled model on pictures that the gate lets through."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.model.package import bundled_package
from core.record.entry import EntryKind
from core.record.journal import user_journal
from core.registry import site_cases
from core.registry.standing import standing_of
from core.screening.gate import GateOutcome
from core.screening.gate_checks import ScanGate

Hilum = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def few_pictures_suffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Noise is no chest radiograph, and each picture takes both networks their time."""
    monkeypatch.setattr(ScanGate, "judge", lambda _gate, _facts: GateOutcome())
    monkeypatch.setattr(site_cases, "LEAST_PER_CLASS", 4)


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    generator = np.random.default_rng(5)
    for name in ("COVID-19", "Other"):
        (tmp_path / "cases" / name).mkdir(parents=True)
        for number in range(5):
            grey = np.clip(generator.normal(128, 40, (64, 64)), 0, 255).astype(np.uint8)
            Image.fromarray(grey).save(tmp_path / "cases" / name / f"scan {number}.png")
    return tmp_path / "cases"


def test_trying_a_model_keeps_nothing(hilum: Hilum, cases: Path, tmp_path: Path) -> None:
    file = tmp_path / "out.json"
    status, out, err = hilum("commission", cases, "--device", "cpu", "--dry-run", "--json", file)
    assert status == 0
    assert "5 cases with the finding and 5 without" in out
    assert "Nothing was kept" in out
    assert "5 scans count as COVID-19" in err
    content = json.loads(file.read_text())
    assert content["commissioned"] is None
    assert content["cases"]["positive"] == 5
    assert not standing_of(bundled_package()).is_commissioned


def test_commissioning_holds_for_the_next_classification(hilum: Hilum, cases: Path, tmp_path: Path) -> None:
    arguments = ("--device", "cpu", "--threshold", "0.25", "--error-level", "0.2", "--person", "A. B.")
    status, out, _ = hilum("commission", cases, *arguments)
    assert status == 0
    assert "Commissioned here on" in out
    assert "by A. B. on 5 + 5 cases" in out
    file = tmp_path / "out.json"
    assert hilum("classify", cases / "Other", "--device", "cpu", "--json", file)[0] == 0
    assert "Commissioned here on" in file.read_text()
    journal = user_journal()
    assert journal is not None
    entry = journal.last(EntryKind.RESULT)
    assert entry is not None
    assert (entry.content["threshold"], entry.content["error_level"]) == (0.25, 0.2)
    assert entry.content["commissioned"] is True
    status, out, _ = hilum("drift")
    assert status == 0
    assert "the record holds 5 scans" in out


def test_too_few_cases_are_refused_in_a_sentence(hilum: Hilum, cases: Path) -> None:
    for number in range(2):
        (cases / "Other" / f"scan {number}.png").unlink()
    status, out, err = hilum("commission", cases, "--device", "cpu")
    assert (status, out) == (2, "")
    assert "here are 5 and 3" in err


def test_a_class_that_is_not_there_is_refused(hilum: Hilum, cases: Path) -> None:
    status, _, err = hilum("commission", cases, "--positive-class", "Sick")
    assert status == 2
    assert "no class “Sick”" in err


def test_the_balanced_threshold_can_be_asked_for(hilum: Hilum, cases: Path) -> None:
    status, out, _ = hilum("commission", cases, "--device", "cpu", "--threshold", "balanced", "--json", "-")
    assert status == 0
    assert json.loads(out)["choice"]["chosen_here"] is True


def test_drift_of_an_empty_record(hilum: Hilum, tmp_path: Path) -> None:
    file = tmp_path / "drift.json"
    status, out, _ = hilum("drift", "--json", file)
    assert status == 0
    assert out.startswith("Too early to say")
    assert "Not commissioned here" in out
    assert json.loads(file.read_text())["level"] == "unknown"
