"""The shortcut audit of a whole data set."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from core.errors import InvalidDatasetError, InvalidRunError, JobCancelledError
from core.jobs import CancellationToken, JobContext, Progress
from core.model.card import ShortcutVerdict
from core.model.package import bundled_package
from core.training import audit_probes
from core.training.audit import audit_dataset, draw_sample, read_audit, write_audit
from core.training.audit_report import AuditReport, Probe, ProbeResult, Scope, SourceResult, Strength, audit_to_json
from core.training.audit_verdict import source_tells_label, strength_of, verdict_of, worst_first
from core.training.audit_wording import describe_result, sources_summary, verdict_explanation
from core.training.check import DatasetCheck, check_dataset
from core.training.intervals import UNDEFINED
from core.training.lung_maps import LungMaps
from core.training.plan import TrainingPlan
from core.training.results import Estimate
from core.training.run_folder import prepare_run

IMAGES = 48
Plant = Callable[[Any, bool], None]


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lungs in the middle of each picture, without the network."""

    def lungs_of(pixels: Any, *_: object) -> LungMaps:
        count, size = len(pixels), pixels.shape[1]
        box = np.array([size // 4, size // 5, size * 3 // 4, size * 4 // 5])
        return LungMaps(
            size, np.zeros((count, 1), np.uint8), np.tile(box, (count, 1)), np.ones(count, bool), np.zeros(count)
        )

    monkeypatch.setattr(audit_probes, "lungs_of", lungs_of)


def write_set(folder: Path, plant: Plant = lambda _pixels, _ill: None, sources: bool = False) -> Path:
    """Clouds of two classes, no two alike; `plant` writes into the pixels of each."""
    folder.mkdir()
    rows = ["file,label,source"]
    for number in range(IMAGES):
        is_ill = number % 2 == 0
        coarse = np.random.default_rng(number).integers(30, 220, (9, 9), dtype=np.uint8)
        pixels = np.array(Image.fromarray(coarse).resize((150, 160), Image.Resampling.BICUBIC))
        plant(pixels, is_ill)
        Image.fromarray(pixels).save(folder / f"{number:03}.png")
        source = ("north" if is_ill else "south") if sources else ""
        rows.append(f"{number:03}.png,{'ill' if is_ill else 'not ill'},{source}")
    (folder / "index.csv").write_text("\n".join(rows), encoding="utf-8")
    return folder


def checked(folder: Path) -> DatasetCheck:
    return check_dataset(folder, bundled_package().card.input)


def mark(pixels: Any, is_ill: bool) -> None:
    if is_ill:
        pixels[4:10, 4:10] = 255


def frame(pixels: Any, is_ill: bool) -> None:
    if is_ill:
        pixels[:3] = pixels[-3:] = 0
        pixels[:, :3] = pixels[:, -3:] = 0


@pytest.mark.usefixtures("no_network")
def test_nothing_is_found_where_nothing_is(tmp_path: Path) -> None:
    report = audit_dataset(checked(write_set(tmp_path / "set")))
    assert report.verdict is ShortcutVerdict.NONE_FOUND
    assert not report.found
    assert report.positive_class == "ill"
    assert "24 images in the smallest class" in verdict_explanation(report)
    assert "do not say which source" in sources_summary(report)
    assert report.for_card().verdict is ShortcutVerdict.NONE_FOUND
    assert report.for_card().findings == ()


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize(("plant", "probe"), [(mark, Probe.CORNERS), (frame, Probe.EDGES)])
def test_planted_shortcuts_are_found(tmp_path: Path, plant: Plant, probe: Probe) -> None:
    report = audit_dataset(checked(write_set(tmp_path / "set", plant)))
    assert report.verdict is not ShortcutVerdict.NONE_FOUND
    assert probe in {result.probe for result in report.found}
    assert report.results[0].auc.value > 0.9
    assert report.for_card().findings


@pytest.mark.usefixtures("no_network")
def test_sources_of_one_class_each_are_inseparable(tmp_path: Path) -> None:
    report = audit_dataset(checked(write_set(tmp_path / "set", sources=True)))
    assert report.verdict is ShortcutVerdict.INSEPARABLE
    assert {source.name: dict(source.counts) for source in report.sources} == {
        "north": {"ill": 24, "not ill": 0},
        "south": {"ill": 0, "not ill": 24},
    }
    assert "one class only" in report.for_card().findings[0]
    assert {result.scope for result in report.results} == {Scope.ALL}


@pytest.mark.usefixtures("no_network")
def test_audit_is_kept_and_read_again(tmp_path: Path) -> None:
    report = audit_dataset(checked(write_set(tmp_path / "set", mark)))
    path = tmp_path / "audit.json"
    assert read_audit(path) is None
    write_audit(path, report)
    kept = read_audit(path)
    assert kept is not None
    assert audit_to_json(kept) == audit_to_json(report)
    assert kept.for_card() == report.for_card()
    path.write_text('{"format": 99}', encoding="utf-8")
    with pytest.raises(InvalidRunError):
        read_audit(path)


@pytest.mark.usefixtures("no_network")
def test_run_keeps_the_audit_of_its_own_images(tmp_path: Path) -> None:
    check = checked(write_set(tmp_path / "set", mark))
    plan = TrainingPlan("ours", check.dataset.classes, "ill")
    run = prepare_run(tmp_path / "run", plan, check, audit_dataset(check))
    kept = read_audit(run.audit_path)
    assert kept is not None
    assert kept.verdict is not ShortcutVerdict.NONE_FOUND
    # A preparation that was cut off leaves no audit to the next one.
    cut_off = tmp_path / "cut off"
    cut_off.mkdir()
    write_audit(cut_off / "audit.json", kept)
    assert read_audit(prepare_run(cut_off, plan, check).audit_path) is None


def test_real_lung_network_progress_cache_and_cancelling(tmp_path: Path) -> None:
    check = checked(write_set(tmp_path / "set", mark))
    told: list[Progress] = []
    cache = tmp_path / "cache"
    first = audit_dataset(check, JobContext(told.append), cache_folder=cache)
    assert {event.label for event in told} == {"measuring the files", "finding the lungs", "comparing"}
    assert first.images_without_lungs > IMAGES // 2
    told.clear()
    assert audit_dataset(check, JobContext(told.append), cache_folder=cache) == first
    assert "finding the lungs" not in {event.label for event in told}
    token = CancellationToken()
    token.cancel()
    with pytest.raises(JobCancelledError):
        audit_dataset(check, JobContext(token=token))


def test_what_cannot_be_trained_on_is_not_audited(tmp_path: Path) -> None:
    folder = write_set(tmp_path / "set")
    (folder / "index.csv").write_text("file,label\n000.png,ill\n", encoding="utf-8")
    with pytest.raises(InvalidDatasetError):
        audit_dataset(checked(folder))


def test_large_sets_are_sampled_alike_from_both_sides() -> None:
    labels = np.arange(1000) < 100
    groups = np.arange(1000) // 2
    sample = draw_sample(labels, groups, 300, seed=1)
    assert sample.size == 300
    assert labels[sample].sum() == 100
    assert (np.diff(sample) > 0).all()
    assert draw_sample(labels, groups, 1000, seed=1).size == 1000


@pytest.mark.parametrize(
    ("probe", "auc", "p", "strength"),
    [
        (Probe.CORNERS, Estimate(0.99, 0.96, 1.0), 0.01, Strength.INSEPARABLE),
        (Probe.HISTOGRAM, Estimate(0.99, 0.96, 1.0), 0.01, Strength.SUSPECTED),
        (Probe.CORNERS, Estimate(0.72, 0.68, 0.76), 0.01, Strength.SUSPECTED),
        (Probe.NOISE, Estimate(0.72, 0.68, 0.76), 0.01, Strength.TRACE),
        (Probe.CORNERS, Estimate(0.60, 0.55, 0.65), 0.01, Strength.TRACE),
        (Probe.CORNERS, Estimate(0.99, 0.96, 1.0), 0.05, Strength.NOTHING),
    ],
)
def test_strength(probe: Probe, auc: Estimate, p: float, strength: Strength) -> None:
    assert strength_of(probe, auc, p) is strength


def result(probe: Probe, strength: Strength, value: float = 0.9) -> ProbeResult:
    return ProbeResult(probe, Scope.ALL, Estimate(value, value - 0.02, value + 0.02), 0.001, 0.01, strength)


def source(name: str, ill: int, well: int) -> SourceResult:
    return SourceResult(name, {"ill": ill, "well": well}, UNDEFINED, float("nan"))


def test_file_names_alone_are_no_shortcut() -> None:
    results = (result(Probe.NAMES, Strength.INSEPARABLE, 1.0), result(Probe.SIZE, Strength.TRACE, 0.6))
    assert verdict_of(results, ()) is ShortcutVerdict.NONE_FOUND
    assert worst_first(results)[0].probe is Probe.SIZE


def test_verdicts() -> None:
    assert verdict_of((result(Probe.EDGES, Strength.SUSPECTED),), ()) is ShortcutVerdict.SUSPECTED
    assert verdict_of((result(Probe.EDGES, Strength.INSEPARABLE),), ()) is ShortcutVerdict.INSEPARABLE
    assert source_tells_label((source("a", 20, 0), source("b", 0, 30)))
    assert not source_tells_label((source("a", 20, 1), source("b", 0, 30)))
    assert not source_tells_label((source("a", 20, 0), source("b", 30, 0)))
    assert not source_tells_label((source("a", 20, 0), source("", 50, 50)))
    # Sources of one image each say nothing.
    assert not source_tells_label(tuple(source(f"s{number}", number % 2, 1 - number % 2) for number in range(40)))


def test_every_result_has_words() -> None:
    report = AuditReport(ShortcutVerdict.SUSPECTED, "ill", 50, 50, 0, (), (), 99, 0)
    for probe in Probe:
        for strength in Strength:
            words = describe_result(replace(result(probe, strength), scope=Scope.WITHIN_SOURCES), report)
            assert words.title
            assert "“ill”" in words.meaning
    undefined = replace(result(Probe.EDGES, Strength.NOTHING), auc=UNDEFINED)
    assert "too few" in describe_result(undefined, report).meaning
