"""Which scans the gate passes, warns of and refuses, and what it says."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.imaging.greyscale import render
from core.imaging.radiograph import DisplayPixels, Radiograph
from core.imaging.reading import read_radiograph
from core.model.card import AgeGroup, FeatureLimits
from core.model.feature_distance import describe_features
from core.model.gate_head import GateHead
from core.model.input import prepare_input
from core.model.lung_card import GateClass, GateThresholds, LungGate, LungMeasure
from core.model.lung_regions import lung_regions
from core.model.lungs import LungFinding
from core.model.package import ModelPackage
from core.screening.analysis import analyse_radiograph, analyse_scan
from core.screening.decision import Decision
from core.screening.gate import GateCheck, GateFinding, GateLevel, GateOutcome, gate_outcome
from core.screening.gate_checks import SMALLEST_SIDE, ScanFacts, ScanGate, open_gate
from core.screening.gate_examples import (
    ALTERED,
    FITTED_DRAWINGS,
    UNSEEN_DRAWINGS,
    altered,
    broken_chests,
    drawn_pictures,
    jittered,
)
from core.screening.notices import CHILD_BELOW_YEARS, Notice, NoticeKind, NoticeSeverity, notices_of_picture
from core.screening.screener import Screener

SIDE = 224
NO_FEATURES = np.zeros(4, dtype=np.float32)


def facts(**changes: object) -> ScanFacts:
    plain = ScanFacts((), 2000, 2000, None, NO_FEATURES, None, None)
    return replace(plain, **changes)  # type: ignore[arg-type]


def levels(outcome: GateOutcome) -> dict[GateCheck, GateLevel]:
    return {finding.check: finding.level for finding in outcome.findings}


def lungs_at(*boxes: tuple[slice, slice]) -> LungFinding:
    lungs = np.zeros((SIDE, SIDE), dtype=np.uint8)
    for box in boxes:
        lungs[box] = 255
    return LungFinding(lungs, np.zeros_like(lungs), float((lungs > 127).mean()), 0.0)


TWO_LUNGS = lungs_at((slice(40, 180), slice(30, 100)), (slice(40, 180), slice(124, 194)))
CLASSES = tuple(GateClass)
LUNG_GATE = LungGate(
    "gate.safetensors",
    "0" * 64,
    CLASSES,
    {name: GateThresholds(1.0, 3.0) for name in CLASSES if name is not GateClass.UPRIGHT},
    {LungMeasure.AREA: (0.1, 0.6), LungMeasure.BALANCE: (0.2, 1.0), LungMeasure.DISTANCE: (0.2, 0.6)},
    "From a test.",
)
HEAD = GateHead(CLASSES, np.repeat(np.eye(len(CLASSES), dtype=np.float32), 4, axis=1) / 4, np.zeros(6, np.float32))
"""Its scores are the means of the channels: one channel speaks for one class."""
PICTURE_GATE = ScanGate(head=HEAD, lung_gate=LUNG_GATE)


def seen(finding: LungFinding = TWO_LUNGS, **scores: float) -> ScanFacts:
    """Facts about a picture in which the lung network sees some lungs, and its features speak for some classes."""
    features = np.zeros((len(CLASSES), 2, 2), dtype=np.float32)
    for name, score in scores.items():
        features[CLASSES.index(GateClass(name))] = score
    return facts(lung_features=features, lung_regions=lung_regions(finding))


@pytest.fixture
def chest(chest_dicom: Path) -> DisplayPixels:
    return render(read_radiograph(chest_dicom))


@pytest.fixture
def judge(real_screener: Screener) -> Callable[[DisplayPixels], GateOutcome]:
    """The gate's word about a picture without a header."""

    def ask(picture: DisplayPixels) -> GateOutcome:
        lungs = real_screener.lungs
        assert lungs is not None
        (prediction,) = real_screener.classifier.predict(prepare_input(picture, real_screener.card.input)[None])
        (read,) = lungs.read(prepare_input(picture, lungs.package.card.input)[None])
        rows, columns = picture.shape
        notices = notices_of_picture(picture)
        regions = lung_regions(read.finding)
        return real_screener.gate.judge(
            ScanFacts(notices, rows, columns, None, prediction.features, read.features, regions)
        )

    return ask


def test_the_gravest_comes_first_and_each_check_speaks_once() -> None:
    outcome = gate_outcome(
        (
            GateFinding(GateCheck.LUNGS, GateLevel.WARN, "a"),
            GateFinding(GateCheck.CHEST, GateLevel.REFUSE, "b"),
            GateFinding(GateCheck.LUNGS, GateLevel.WARN, "c"),
        )
    )
    assert [finding.sentence for finding in outcome.findings] == ["b", "a"]
    assert outcome.level is GateLevel.REFUSE
    assert gate_outcome(()).level is GateLevel.PASS


@pytest.mark.parametrize(
    ("kind", "check"),
    [
        (NoticeKind.VIEW_NOT_FRONTAL, GateCheck.VIEW),
        (NoticeKind.BODY_PART_NOT_CHEST, GateCheck.CHEST),
        (NoticeKind.MODALITY_UNUSUAL, GateCheck.RADIOGRAPH),
        (NoticeKind.FOR_PROCESSING, GateCheck.PROCESSING),
        (NoticeKind.FEW_GREY_VALUES, GateCheck.PICTURE),
    ],
)
def test_a_header_that_rules_out_a_frontal_chest_refuses(kind: NoticeKind, check: GateCheck) -> None:
    notice = Notice(kind, NoticeSeverity.WARNING, "So says the file.")
    outcome = ScanGate().judge(facts(notices=(notice,)))
    assert outcome.findings == (GateFinding(check, GateLevel.REFUSE, "So says the file."),)


def test_a_notice_about_anything_else_changes_nothing() -> None:
    notices = tuple(Notice(kind, NoticeSeverity.WARNING, "-") for kind in (NoticeKind.CHILD, NoticeKind.SEVERAL_FRAMES))
    assert ScanGate().judge(facts(notices=notices)).level is GateLevel.PASS


def test_a_thumbnail_is_refused_with_its_size() -> None:
    outcome = ScanGate().judge(facts(rows=SMALLEST_SIDE - 1, columns=640))
    assert levels(outcome) == {GateCheck.PICTURE: GateLevel.REFUSE}
    assert f"640 x {SMALLEST_SIDE - 1}" in outcome.findings[0].sentence
    assert ScanGate().judge(facts(rows=SMALLEST_SIDE, columns=SMALLEST_SIDE)).level is GateLevel.PASS


@pytest.mark.parametrize(
    ("group", "years", "warns"),
    [
        (AgeGroup.ADULTS, 3.0, True),
        (AgeGroup.ADULTS, CHILD_BELOW_YEARS, False),
        (AgeGroup.ADULTS, None, False),
        (AgeGroup.CHILDREN, 40.0, True),
        (AgeGroup.CHILDREN, 3.0, False),
        (AgeGroup.MIXED, 3.0, False),
        (AgeGroup.UNKNOWN, 40.0, False),
    ],
)
def test_an_age_that_the_model_never_saw_warns(group: AgeGroup, years: float | None, warns: bool) -> None:
    outcome = ScanGate(age_group=group).judge(facts(age_years=years))
    assert levels(outcome) == ({GateCheck.AGE: GateLevel.WARN} if warns else {})


@pytest.mark.parametrize(
    ("name", "check"),
    [
        ("turned_left", GateCheck.ORIENTATION),
        ("turned_right", GateCheck.ORIENTATION),
        ("upside_down", GateCheck.ORIENTATION),
        ("inverted", GateCheck.POLARITY),
        ("no_chest", GateCheck.CHEST),
    ],
)
def test_what_a_picture_is_decides_what_is_said(name: str, check: GateCheck) -> None:
    for odds, expected in ((0.9, {}), (2.0, {check: GateLevel.WARN}), (4.0, {check: GateLevel.REFUSE})):
        assert levels(PICTURE_GATE.judge(seen(**{name: odds}))) == expected


def test_of_two_kinds_only_the_more_probable_is_named() -> None:
    outcome = PICTURE_GATE.judge(seen(upside_down=4.0, no_chest=5.0))
    assert levels(outcome) == {GateCheck.CHEST: GateLevel.REFUSE}


def test_the_way_to_turn_is_the_way_back() -> None:
    left = PICTURE_GATE.judge(seen(turned_left=9.0)).findings[0].sentence
    right = PICTURE_GATE.judge(seen(turned_right=9.0)).findings[0].sentence
    assert "to the right" in left
    assert "to the left" in right


def test_no_lungs_refuse_one_lung_warns_and_two_in_their_place_pass() -> None:
    right = (slice(40, 180), slice(30, 100))
    for finding, expected in (
        (lungs_at(), {GateCheck.LUNGS: GateLevel.REFUSE}),
        (lungs_at(right), {GateCheck.LUNGS: GateLevel.WARN}),
        (TWO_LUNGS, {}),
        (lungs_at(right, (slice(40, 65), slice(130, 150))), {GateCheck.LUNGS: GateLevel.WARN}),
    ):
        assert levels(PICTURE_GATE.judge(seen(finding))) == expected


def test_where_the_head_refuses_the_lungs_are_not_spoken_of() -> None:
    outcome = PICTURE_GATE.judge(seen(lungs_at(), no_chest=9.0))
    assert levels(outcome) == {GateCheck.CHEST: GateLevel.REFUSE}


def test_distance_from_the_training_images_warns_then_refuses() -> None:
    random = np.random.default_rng(0)
    known = random.standard_normal((400, 30)).astype(np.float32)
    gate = ScanGate(distribution=describe_features(known), feature_limits=FeatureLimits(3.0, 12.0, "a test"))
    for factor, expected in (
        (1, {}),
        (2.5, {GateCheck.LIKENESS: GateLevel.WARN}),
        (9, {GateCheck.LIKENESS: GateLevel.REFUSE}),
    ):
        features = np.full(30, factor, dtype=np.float32)
        assert levels(gate.judge(facts(features=features))) == expected


def test_without_a_lung_network_a_scan_like_the_training_images_passes(package: ModelPackage) -> None:
    gate = open_gate(package)
    assert gate.distribution is not None
    usual = gate.distribution.mean.astype(np.float32)
    assert gate.judge(facts(features=usual)).level is GateLevel.PASS
    assert levels(gate.judge(facts(features=usual + 100))) == {GateCheck.LIKENESS: GateLevel.REFUSE}


def test_the_bundled_packages_say_where_their_limits_come_from(package: ModelPackage) -> None:
    gate = open_gate(package)
    assert gate.feature_limits is not None
    assert "training_pool" in gate.feature_limits.source
    assert gate.lung_gate is not None
    assert set(gate.lung_gate.lung_limits) == set(LungMeasure)
    assert set(gate.lung_gate.classes) == set(GateClass)


@pytest.mark.parametrize("name", ["RG1_UNCR.dcm", "RG1_UNCI.dcm", "RG1_J2KI.dcm"])
def test_a_real_chest_passes(name: str, example_dicom: Callable[[str], Path], real_screener: Screener) -> None:
    outcome = analyse_scan(example_dicom(name), real_screener).gate
    assert outcome.level is GateLevel.PASS, outcome.findings


def test_a_real_leg_is_refused_and_shows_no_answer(
    example_dicom: Callable[[str], Path], real_screener: Screener, judge: Callable[[DisplayPixels], GateOutcome]
) -> None:
    leg = read_radiograph(example_dicom("RG3_UNCR.dcm"))
    assert analyse_radiograph(leg, real_screener).decision is Decision.REFUSED
    # By its picture alone, too.
    assert judge(render(leg)).level is GateLevel.REFUSE


@pytest.mark.parametrize("name", ["CT_small.dcm", "MR_small.dcm", "693_UNCR.dcm"])
def test_slices_are_refused_by_their_header(
    name: str, example_dicom: Callable[[str], Path], real_screener: Screener
) -> None:
    result = analyse_scan(example_dicom(name), real_screener)
    assert result.decision is Decision.REFUSED
    assert GateCheck.RADIOGRAPH in levels(result.gate)


@pytest.mark.parametrize("kind", list(ALTERED))
def test_a_real_chest_that_is_turned_or_inverted_is_refused_for_that(
    kind: GateClass, chest: DisplayPixels, judge: Callable[[DisplayPixels], GateOutcome]
) -> None:
    outcome = judge(altered(chest, kind))
    expected = GateCheck.POLARITY if kind is GateClass.INVERTED else GateCheck.ORIENTATION
    assert levels(outcome) == {expected: GateLevel.REFUSE}


def test_a_real_chest_that_is_tilted_a_little_or_mirrored_is_not_refused(
    chest: DisplayPixels, judge: Callable[[DisplayPixels], GateOutcome]
) -> None:
    random = np.random.default_rng(3)
    outcomes = [judge(jittered(chest, random)) for _ in range(6)]
    assert all(outcome.level is not GateLevel.REFUSE for outcome in outcomes)


def test_what_is_no_chest_does_not_pass(chest: DisplayPixels, judge: Callable[[DisplayPixels], GateOutcome]) -> None:
    random = np.random.default_rng(77)
    drawn = drawn_pictures(random, {**FITTED_DRAWINGS, **UNSEEN_DRAWINGS})
    broken = broken_chests([chest[::6, ::6]], random)
    passed = [
        name
        for source, count in ((drawn, 24), (broken, 9))
        for name, picture in (next(source) for _ in range(count))
        if judge(picture).level is GateLevel.PASS
    ]
    assert len(passed) <= 1, passed


def test_the_same_seed_draws_the_same_pictures() -> None:
    kinds = {**FITTED_DRAWINGS, **UNSEEN_DRAWINGS}
    count = sum(len(draws) for draws in kinds.values())
    one, other, third = (drawn_pictures(np.random.default_rng(seed), kinds) for seed in (5, 5, 6))
    for _ in range(count):
        (name, picture), (_, again), (_, different) = next(one), next(other), next(third)
        assert picture.dtype == np.uint8, name
        assert picture.ndim == 2, name
        np.testing.assert_array_equal(picture, again, err_msg=name)
        assert not np.array_equal(picture, different), name


def test_a_file_without_header_is_judged_by_its_picture(radiograph: Radiograph, real_screener: Screener) -> None:
    result = analyse_radiograph(radiograph, real_screener)
    assert result.gate.level is GateLevel.REFUSE
    assert result.decision is Decision.REFUSED
