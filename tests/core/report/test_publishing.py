"""A finished run is published once, with its dossier, whatever is done twice."""

import json
from pathlib import Path

import numpy as np
import pytest

from core.errors import InvalidRunError, NoUserFolderError
from core.jobs import JobContext, Progress
from core.model.classifier import softmax
from core.model.package import load_package
from core.registry.registry import ModelRegistry
from core.report.publishing import publish_run, write_run_dossier
from core.training.card_sentences import CHOSEN_THRESHOLD
from core.training.dossier_json import read_dossier
from core.training.packaging import threshold_after
from core.training.run_predictions import summarise_run
from core.training.run_state import RunState, write_state

from .finished_runs import finished_run


def test_publishing_keeps_the_model_and_its_dossier(tmp_path: Path) -> None:
    run = finished_run(tmp_path / "run")
    registry = ModelRegistry(tmp_path / "models")
    events: list[Progress] = []

    version = publish_run(run, registry, JobContext(report=events.append))

    assert version.address == "ward@1"
    assert version.dossier is not None
    assert version.dossier.read_bytes().startswith(b"%PDF")
    assert (run.path / "dossier.pdf").read_bytes() == version.dossier.read_bytes()
    dossier = json.loads((run.path / "dossier.json").read_text(encoding="utf-8"))
    assert run.run_id in json.dumps(dossier)
    assert registry.active_version().is_bundled
    assert [event.done for event in events] == [0, 1, 2]
    assert publish_run(run, registry) == version, "a second time it is the same version"


def test_the_chosen_threshold_reaches_the_model_and_its_dossier(tmp_path: Path) -> None:
    run = finished_run(tmp_path / "run")
    registry = ModelRegistry(tmp_path / "models")
    summary = summarise_run(run, 0.2)
    (before,) = load_package(run.model_folder).card.measured

    version = publish_run(run, registry, threshold=0.2)

    card = version.load().card
    assert card.threshold == pytest.approx(threshold_after(summary, card.calibration_temperature))
    logits = np.array([prediction.logits for prediction in summary.predictions])
    shown = softmax(logits, card.calibration_temperature)[:, 1]
    assert (
        (shown >= card.threshold).sum()
        == summary.confusion[:, 1].sum()
        == summary.pooled.true_positive + (summary.pooled.false_positive)
    )
    (measured,) = card.measured
    assert measured.metrics["specificity"] == pytest.approx(summary.pooled.specificity.value)
    assert measured.metrics["specificity"] != before.metrics["specificity"]
    assert f"called {summary.pooled.false_positive} of 4 others" in card.limits.sentence
    assert CHOSEN_THRESHOLD in measured.note
    for folder in (run.path, version.directory):
        dossier = read_dossier(folder / "dossier.json", run.path)
        assert dossier.summary.pooled == summary.pooled
        assert dossier.limits == card.limits
        assert CHOSEN_THRESHOLD in dossier.statements
    assert load_package(run.model_folder).card.threshold != card.threshold, "the run's own model stays as it was"


def test_another_threshold_is_another_version_and_the_same_one_is_not(tmp_path: Path) -> None:
    run = finished_run(tmp_path / "run")
    registry = ModelRegistry(tmp_path / "models")

    versions = [publish_run(run, registry, threshold=threshold) for threshold in (None, 0.2, 0.5, 0.2, 0.3, None)]

    assert [version.address for version in versions] == ["ward@1", "ward@2", "ward@1", "ward@2", "ward@3", "ward@1"]
    assert len({version.load().card.threshold for version in registry.versions()[1:]}) == 3
    assert len({version.card.weights_sha256 for version in versions}) == 1
    assert CHOSEN_THRESHOLD not in versions[0].card.measured[0].note
    before = versions[0].directory / "dossier.json"
    assert before.read_bytes() == (run.path / "dossier.json").read_bytes(), "the run shows what was published last"


@pytest.mark.parametrize("threshold", [-0.1, 1.5, float("nan")])
def test_a_threshold_is_a_probability(tmp_path: Path, threshold: float) -> None:
    run = finished_run(tmp_path / "run", with_model=False)

    with pytest.raises(ValueError, match=r"within 0\.\.1"):
        publish_run(run, ModelRegistry(tmp_path / "models"), threshold=threshold)
    with pytest.raises(ValueError, match=r"within 0\.\.1"):
        write_run_dossier(run, threshold)


def test_the_dossier_is_written_where_the_model_cannot_be_kept(tmp_path: Path) -> None:
    run = finished_run(tmp_path / "run")

    with pytest.raises(NoUserFolderError):
        publish_run(run, ModelRegistry(None))
    assert (run.path / "dossier.json").exists()


def test_a_run_without_a_model_has_a_dossier_only(tmp_path: Path) -> None:
    run = finished_run(tmp_path / "run", with_model=False)

    with pytest.raises(InvalidRunError, match="made no model"):
        publish_run(run, ModelRegistry(tmp_path / "models"))
    assert write_run_dossier(run).read_bytes().startswith(b"%PDF")


def test_what_is_not_finished_is_not_published(tmp_path: Path) -> None:
    run = finished_run(tmp_path / "run", with_model=False)
    write_state(run.path, RunState.STOPPED)

    with pytest.raises(InvalidRunError, match="not finished"):
        publish_run(run, ModelRegistry(tmp_path / "models"))
