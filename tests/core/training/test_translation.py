"""What training says to a person reaches the translation; what it keeps stays English."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from core.error_wording import describe_error
from core.errors import (
    DamagedFileError,
    HilumError,
    InvalidDatasetError,
    InvalidPlanError,
    MissingFileError,
    TrainingDivergedError,
)
from core.kept_sentences import kept_words
from core.language import in_source_language
from core.model.card import ShortcutVerdict
from core.training.audit_report import AuditReport, Probe, ProbeResult, Scope, SourceResult, Strength, audit_to_json
from core.training.audit_wording import (
    describe_result,
    describe_source,
    sources_summary,
    verdict_explanation,
    verdict_headline,
    verdict_sentence,
)
from core.training.check_report import check_to_json
from core.training.child_messages import pack_error, unpack_error
from core.training.child_words import TOO_FEW_LUNGS
from core.training.class_findings import class_findings, file_findings
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.device_words import device_in_words
from core.training.disease_figures import NO_FIGURES, DiseaseFigures
from core.training.disease_wording import (
    disease_statements,
    hidden_lungs_sentence,
    left_out_words,
    lungs_alone_sentence,
    other_classes,
)
from core.training.events import (
    EpochFinished,
    FoldFinished,
    FoldStarted,
    ImagesPrepared,
    MicroBatchReduced,
    RunContinued,
    RunPaused,
    RunStarted,
)
from core.training.findings import Finding, FindingKind
from core.training.image_cache import UnreadableImage
from core.training.image_findings import copy_findings, patient_findings, picture_findings
from core.training.index_csv import read_index
from core.training.intervals import UNDEFINED
from core.training.plan import Augmentation, Depth, StartKind, StartPoint, TrainingPlan, Variation
from core.training.reading import DataReading
from core.training.results import Estimate
from core.training.run_history import NOTES
from core.training.run_state import RunState, read_state, write_state
from core.training.stored_sentences import kept_sentence, kept_sentences
from core.training.validate import validate_plan
from core.training.wizard_flow import RunPhase, Step, WizardState
from core.training.wizard_plan import (
    VARIATION_RANGES,
    against_shortcuts_sentence,
    depth_sentence,
    invisible_sentence,
    plan_problems,
)
from core.training.wizard_progress import RunProgress, describe_duration, describe_event
from tests.core.training.disease_examples import DOES_NOT_LOOK, LOOKS, probes
from tests.pseudo_language import OPENING, outside_brackets, untranslated

pytestmark = pytest.mark.usefixtures("pseudo_language")

CLASSES = ("ill", "well")
PLAN = TrainingPlan("ours", CLASSES, "ill")


def images(count: int, label: str, **changes: Any) -> list[LabelledImage]:
    return [LabelledImage(Path(f"/x/{label}{number}.png"), label, **changes) for number in range(count)]


def dataset(*parts: list[LabelledImage], classes: tuple[str, ...] = CLASSES) -> LabelledDataset:
    return LabelledDataset(Path("/x"), classes, tuple(image for part in parts for image in part))


def all_findings() -> Iterator[Finding]:
    """A finding of every kind, and of every wording."""
    ill, well = images(3, "ill", source="north"), images(260, "well", source="south")
    both = dataset(ill, well)
    broken = [
        UnreadableImage(ill[0], MissingFileError(ill[0].path)),
        UnreadableImage(ill[1], DamagedFileError(Path("a"))),
    ]
    left_out = DataReading(dataset(ill), (Path("/x/a.png"),), tuple(range(12)), (Path("/x/b.png"),))
    yield from file_findings(left_out, broken)
    yield from file_findings(DataReading(both), broken)
    groups = np.arange(263)
    yield from class_findings(both, {"ill": 3, "well": 260}, groups)
    yield from class_findings(both, {"ill": 3, "well": 260}, np.minimum(groups, 3))
    yield from class_findings(dataset(images(9, "ill"), images(9, "well")), {"ill": 9, "well": 9}, groups[:18])
    yield from class_findings(dataset(ill[:1]), {"ill": 1}, groups)
    yield from class_findings(dataset(), {"ill": 0}, groups)
    yield from class_findings(dataset(ill), {"ill": 3, "Ill": 0, "ill ": 0, "x\udc80": 0}, groups)
    yield from class_findings(dataset(classes=tuple("abcdefghijk")), dict.fromkeys("abcdefghijk", 9), groups)
    yield from copy_findings(both, [(0, 3), (1, 2)], [(0, 3), (1, 2), (4, 5)])
    yield from copy_findings(both, [(4, 5)], [(0, 3), (4, 5, 6)])
    yield from patient_findings(both)
    yield from patient_findings(dataset(images(1, "ill", patient_id="p"), images(2, "well", patient_id="p"), ill))
    facts = (SimpleNamespace(rows=100, columns=400, has_colour=True),) * 3
    yield from picture_findings(
        SimpleNamespace(dataset=dataset(ill), facts=facts, pixels=np.zeros((3, 8, 8), np.uint8))
    )  # type: ignore[arg-type]


def words_of(*texts: str, allowed: tuple[str, ...] = ()) -> list[str]:
    return untranslated(texts, ["COVID-19", "Non-COVID-19", "North", "South", *CLASSES, *allowed])


def test_every_finding_is_translated_and_kept_in_english() -> None:
    found = list(all_findings())
    assert {finding.kind for finding in found} == set(FindingKind)
    for finding in found:
        assert words_of(finding.sentence, finding.remedy) == [], finding.kind
        with in_source_language():
            english = finding.sentence
        assert OPENING not in english
        if finding.kind is not FindingKind.SIMILAR_CLASS_NAMES:  # Three names are put in brackets otherwise.
            assert kept_sentence(english) == finding.sentence
        assert words_of(kept_sentence(english)) == []


def test_reports_for_programs_are_english() -> None:
    findings = tuple(all_findings())
    check = SimpleNamespace(
        dataset=dataset(images(2, "ill")), can_train=False, class_counts={}, groups=np.arange(2), duplicate_groups=(),
        unreadable=(UnreadableImage(images(1, "ill")[0], DamagedFileError(Path("a"))),), findings=findings,
    )  # fmt: skip
    assert OPENING not in str(check_to_json(check))  # type: ignore[arg-type]
    assert OPENING not in str(audit_to_json(report(ShortcutVerdict.SUSPECTED)))


def result(probe: Probe, strength: Strength, scope: Scope = Scope.ALL, auc: float = 0.9) -> ProbeResult:
    area = Estimate(auc, auc - 0.02, auc + 0.02)
    return ProbeResult(probe, scope, area, 0.001, 0.01, strength, ("file format", "KVP"))


def report(verdict: ShortcutVerdict, *results: ProbeResult) -> AuditReport:
    sources = (
        SourceResult("North", {"ill": 20, "well": 0}, Estimate(0.9, 0.8, 1.0), 0.01),
        SourceResult("South", {"ill": 0, "well": 30}, Estimate(0.6, 0.5, 0.7), 0.5),
        SourceResult("", {"ill": 1, "well": 1}, UNDEFINED, float("nan")),
    )
    shown = results or (
        result(Probe.CORNERS, Strength.SUSPECTED),
        result(Probe.EDGES, Strength.SUSPECTED, Scope.WITHIN_SOURCES),
    )
    return AuditReport(verdict, "ill", 50, 50, 0, shown, sources, 99, 0)


def test_audits_are_translated() -> None:
    for verdict in ShortcutVerdict:
        whole = report(verdict)
        texts = [verdict_headline(verdict), verdict_sentence(verdict), verdict_explanation(whole)]
        texts += [describe_source(source, whole) for source in whole.sources]
        texts += [sources_summary(replace(whole, sources=whole.sources[:count])) for count in range(4)]
        assert words_of(*texts) == []
    inseparable = replace(report(ShortcutVerdict.INSEPARABLE, result(Probe.TAGS, Strength.INSEPARABLE)), sources=())
    assert words_of(verdict_explanation(inseparable)) == []
    for probe in Probe:
        for strength in Strength:
            for area in (0.9, float("nan")):
                words = describe_result(result(probe, strength, Scope.WITHIN_SOURCES, area), inseparable)
                assert words_of(words.title, words.meaning, words.remedy) == []


def test_what_a_card_says_of_an_audit_is_english_and_shown_in_any_language() -> None:
    card = report(ShortcutVerdict.INSEPARABLE).for_card()
    assert len(card.findings) == 3
    assert OPENING not in str(card)
    assert words_of(*kept_sentences((card.sentence, *card.findings)), allowed=("AUC", "p")) == []


def test_what_speaks_for_and_against_a_network_is_translated() -> None:
    unknown = [probes(UNDEFINED), replace(probes(UNDEFINED), images=0)]
    asked = [figures.probes for figures in (LOOKS, DOES_NOT_LOOK) if figures.probes is not None]
    texts = [hidden_lungs_sentence(probed, "ill") for probed in (*asked, *unknown)]
    texts += [lungs_alone_sentence(probed) for probed in asked]
    simpler = DOES_NOT_LOOK.left_out
    assert simpler is not None
    for figures in (LOOKS, DOES_NOT_LOOK, replace(DOES_NOT_LOOK, left_out=replace(simpler, is_last_layer_only=False))):
        texts += [left_out_words(figures), *disease_statements(figures, "ill")]
    texts += [left_out_words(NO_FIGURES), other_classes(("a", "b", "c"), "a")]
    assert words_of(*texts) == []
    # The reason is kept in English within the brackets of the sentence.
    assert f"{OPENING}all images come from one source" in left_out_words(LOOKS)


def test_plans_are_translated() -> None:
    wrong = TrainingPlan(
        "", CLASSES, "?", folds=0, epochs=0, batch_size=1, learning_rate=0, weight_decay=-1, seed=-1,
        start=StartPoint(StartKind.IMAGENET),
    )  # fmt: skip
    others = (
        replace(wrong, name="a b", folds=9, start=StartPoint(StartKind.RANDOM)),
        replace(wrong, name="taken", start=StartPoint(StartKind.WEIGHTS_FILE)),
        replace(wrong, start=StartPoint(StartKind.PACKAGE, Path("/nowhere"))),
    )
    problems = [problem.sentence for plan in (wrong, *others) for problem in plan_problems(plan, 3, ("taken",))]
    assert len(problems) > 30
    depths = [depth_sentence(depth) for depth in Depth]
    assert words_of(*problems, *depths, against_shortcuts_sentence(), invisible_sentence()) == []
    # A table's strings are translated where they are shown.
    assert all(OPENING not in f"{offer.title}{offer.unit}" for offer in VARIATION_RANGES)


@pytest.mark.parametrize(
    "change",
    [
        {"name": ""}, {"folds": 0}, {"epochs": 0}, {"batch_size": 1}, {"learning_rate": 0.0}, {"weight_decay": -1.0},
        {"seed": -1}, {"device": "abacus"}, {"start": StartPoint(StartKind.WEIGHTS_FILE)},
        {"start": StartPoint(StartKind.RANDOM)}, {"classes": ("ill", "other")}, {"positive_class": "other"},
        {"folds": 9}, {"augmentation": Augmentation(noise=Variation(True, -1.0))},
    ],
)  # fmt: skip
def test_refused_plans_say_why_in_any_language(change: dict[str, Any]) -> None:
    data = dataset(images(6, "ill"), images(6, "well"))
    check = SimpleNamespace(can_train=True, dataset=data, groups=np.arange(12), class_counts={"ill": 6, "well": 6})
    with pytest.raises(InvalidPlanError) as refused:
        validate_plan(replace(PLAN, **change), check)  # type: ignore[arg-type]
    shown_in_any_language(refused.value)


def shown_in_any_language(error: HilumError) -> None:
    """What is kept of an error is English, what is shown is translated through and through."""
    words = describe_error(error)
    assert OPENING not in words.source_text + str(error)
    assert words_of(words.summary) == []
    # The reason itself is between brackets of its own, within those of the sentence.
    assert words.summary.count(OPENING) > 1


def test_images_that_cannot_be_trained_on_are_named_in_any_language() -> None:
    blocking = next(finding for finding in all_findings() if finding.kind is FindingKind.ONE_CLASS)
    with pytest.raises(InvalidPlanError) as refused:
        validate_plan(PLAN, SimpleNamespace(can_train=False, findings=(blocking,)))  # type: ignore[arg-type]
    shown_in_any_language(refused.value)


@pytest.mark.parametrize("header", ["file;x", "a;b"])
def test_an_index_says_what_it_lacks_in_any_language(header: str, tmp_path: Path) -> None:
    path = tmp_path / "index.csv"
    path.write_text(f"{header}\n1;2\n", encoding="utf-8")
    with pytest.raises(InvalidDatasetError) as refused:
        read_index(path)
    shown_in_any_language(refused.value)


def test_errors_of_the_process_that_trains_are_said_in_the_language_of_the_window() -> None:
    with in_source_language():
        packed = pack_error(InvalidPlanError(TOO_FEW_LUNGS.format(number="5", total="1,200")))
    error = unpack_error(packed)
    assert isinstance(error, InvalidPlanError)
    assert error.reason == packed.data["reason"]
    shown_in_any_language(error)


def test_progress_is_translated() -> None:
    events = (
        ImagesPrepared(1, 2), RunStarted(5, 10, 100, "Tesla, 8 threads", "float32", False),
        RunStarted(1, 10, 100, "2 processes on processor, 8 threads", "float32", True), FoldStarted(0, 80, 20),
        EpochFinished(0, 0, 10, 0.5, 0.4, 0.9, 0.8, 100.0, 7300.0), FoldFinished(0), MicroBatchReduced(4, 32),
        RunPaused(), RunContinued(), FoldStarted(None, 100, 0),
        EpochFinished(None, 0, 10, 0.5, None, None, None, 9e3, None), FoldFinished(None),
    )  # fmt: skip
    progress, texts = RunProgress(), [RunProgress().sentence]
    for event in events:
        progress = progress.after(event)
        texts += [progress.sentence, describe_event(event)]
    texts += [*progress.log, describe_duration(40), describe_duration(4000), describe_duration(40_000)]
    assert words_of(*texts) == []
    assert words_of(device_in_words("Tesla, 2 logical cores, 8 GiB memory"), allowed=("Tesla",)) == []
    notes = [note.format(number=4, batch=32) for note in NOTES]
    assert words_of(*kept_sentences(notes)) == []


def test_the_wizard_says_in_any_language_why_a_page_is_closed() -> None:
    states = [
        WizardState(), WizardState(path=Path("x"), run_path=Path("y")), WizardState(path=Path("x"), is_checking=True),
        WizardState(path=Path("x")), WizardState(phase=RunPhase.RUNNING), WizardState(run_path=Path("y")),
    ]  # fmt: skip
    texts = [state.why_not(step) for state in states for step in Step]
    texts += [text for state in states for text in (state.why_not_start, state.why_not_new_data)]
    assert len({text for text in texts if text}) == 8
    assert words_of(*texts) == []
    assert all(outside_brackets(text) == "" for text in texts)


def test_an_audit_without_probes_has_no_words_of_its_own() -> None:
    assert words_of(left_out_words(DiseaseFigures())) == []


def test_why_a_run_failed_is_kept_in_english_and_shown_in_any_language(tmp_path: Path) -> None:
    write_state(tmp_path, RunState.FAILED, describe_error(TrainingDivergedError(3)).source_text)
    detail = read_state(tmp_path).detail
    assert OPENING not in detail
    assert words_of(kept_words(detail)) == []
