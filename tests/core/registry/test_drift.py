"""The drift watch says when the scanner, the patients or the model changed, and is quiet otherwise."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from core.model.card import ModelIdentity
from core.record.contents import Content, result_content
from core.record.entry import Draft, EntryKind
from core.record.journal import Journal
from core.registry.commissioned import CaseCounts, Commissioning, SiteReference
from core.registry.drift import LEAST_NOW, LEAST_THEN, DriftLevel, DriftReference, DriftReport, watch_drift
from core.registry.drift_watching import watch_model
from core.registry.drift_words import describe_drift, describe_measures, describe_notices, describe_quantity
from core.registry.scan_history import ScanHistory, read_history
from core.registry.scan_numbers import Quantity, ScanNumbers, ScansInNumbers, numbers_in, together
from core.registry.standing import Standing
from core.training.results import Estimate

MODEL = ModelIdentity("ward", "1", "ab" * 32)


class Hospital:
    """Makes scans whose numbers follow a scanner and its patients."""

    def __init__(self, seed: int, brightness: float = 0.4, maker: str = "Maker", refusing: float = 0.02) -> None:
        self._generator = np.random.default_rng(seed)
        self._brightness = brightness
        self._maker = maker
        self._refusing = refusing
        self._made = seed * 1_000_000

    def scan(self, *, ill: bool) -> ScanNumbers:
        generator = self._generator
        self._made += 1
        if generator.random() < self._refusing:
            return ScanNumbers(f"{self._made:064}", True, self._maker)
        score = generator.beta(4, 2) if ill else generator.beta(2, 6)
        values = {
            Quantity.SCORE: float(score),
            Quantity.OPACITY_EXTENT: float(generator.beta(3, 12) if ill else generator.beta(1, 40)),
            Quantity.LUNG_FRACTION: float(generator.normal(0.3, 0.05)),
            Quantity.GREY_MEDIAN: float(generator.normal(self._brightness, 0.06)),
            Quantity.AGE: float(generator.normal(55, 15)),
        }
        return ScanNumbers(f"{self._made:064}", False, self._maker, values)

    def scans(self, count: int, ill: float = 0.1) -> list[ScanNumbers]:
        return [self.scan(ill=bool(self._generator.random() < ill)) for _ in range(count)]


def judged(scans: Sequence[ScanNumbers]) -> ScansInNumbers:
    return together([scan for scan in scans if not scan.is_refused])


def commissioned_on(positive: Sequence[ScanNumbers], negative: Sequence[ScanNumbers]) -> Commissioning:
    half = Estimate(0.5, 0.4, 0.6)
    refused = sum(scan.is_refused for scan in (*positive, *negative))
    reference = SiteReference(judged(positive), judged(negative), half)
    counts = CaseCounts(reference.positive.scans, reference.negative.scans, refused)
    return Commissioning(
        model=MODEL.name,
        version=MODEL.version,
        weights_sha256=MODEL.weights_sha256,
        temperature=1.0,
        positive_class="COVID-19",
        date="2020-01-15T10:00:00+00:00",
        person="A. B.",
        place="",
        data_sha256="cd" * 32,
        cases=counts,
        threshold=0.5,
        chosen_here=False,
        error_level=0.05,
        sensitivity=half,
        specificity=half,
        auc=half,
        undetermined=half,
        promises=(),
        promised_on="",
        reference=reference,
    )


@pytest.fixture(scope="module")
def commissioning() -> Commissioning:
    home = Hospital(1)
    return commissioned_on(home.scans(60, ill=1.0), home.scans(60, ill=0.0))


def watch(scans: Sequence[ScanNumbers], commissioning: Commissioning | None) -> DriftReport:
    return watch_drift(ScanHistory(together(scans), together([]), "2026-12-01T00:00:00+00:00"), commissioning)


def found(report: DriftReport, level: DriftLevel) -> set[Quantity]:
    return {drift.quantity for drift in report.quantities if drift.level is level}


@pytest.mark.parametrize("ill", [0.02, 0.2, 0.6])
def test_the_same_scanner_with_more_or_fewer_ill_patients_is_no_drift(commissioning: Commissioning, ill: float) -> None:
    report = watch(Hospital(2).scans(200, ill), commissioning)
    assert report.level is DriftLevel.STEADY
    assert report.positives_now == pytest.approx(ill, abs=0.12)
    assert "are like the 1" in describe_drift(report)


def test_another_scanner_is_told_with_what_changed(commissioning: Commissioning) -> None:
    report = watch(Hospital(3, brightness=0.6, maker="Other").scans(200), commissioning)
    assert report.level is DriftLevel.CHANGED
    assert found(report, DriftLevel.CHANGED) == {Quantity.GREY_MEDIAN}
    assert report.quantities[0].quantity is Quantity.GREY_MEDIAN
    assert "Changed: brightness." in describe_drift(report)
    assert "commission the model again" in describe_drift(report)
    assert "equipment of Other" in describe_notices(report)[0]
    assert "scanner" in describe_quantity(report.quantities[0])
    assert "p < 0.001" in describe_measures(report.quantities[0])


def test_a_new_scanner_that_looks_the_same_is_still_named(commissioning: Commissioning) -> None:
    mixed = [*Hospital(4).scans(150), *Hospital(5, maker="Other").scans(50)]
    report = watch(mixed, commissioning)
    assert report.level is DriftLevel.LOOK
    assert report.new_makers == {"Other": 0.25}
    assert "Keep an eye on: the equipment" in describe_drift(report)


def test_a_gate_that_refuses_more_is_told(commissioning: Commissioning) -> None:
    report = watch(Hospital(6, refusing=0.4).scans(200), commissioning)
    assert report.refusals is not None
    assert report.refusals.level is DriftLevel.CHANGED
    assert any("refuses" in notice for notice in describe_notices(report))


def test_it_is_too_early_with_few_scans(commissioning: Commissioning) -> None:
    report = watch(Hospital(7, brightness=0.9).scans(LEAST_NOW - 1), commissioning)
    assert report.level is DriftLevel.UNKNOWN
    assert f"the record holds {LEAST_NOW - 1} scans" in describe_drift(report)


def test_without_a_commissioning_the_first_scans_are_held_against(commissioning: Commissioning) -> None:
    home = Hospital(8)
    first = together(home.scans(LEAST_THEN))
    report = watch_drift(ScanHistory(together(Hospital(9).scans(200)), first, "", "2026-11-01T00:00:00+00:00"), None)
    assert (report.reference, report.level) == (DriftReference.FIRST_SCANS, DriftLevel.STEADY)
    assert "the first 100 scans here, from 2026-11-01 on" in describe_drift(report)
    darker = ScanHistory(together(Hospital(10, brightness=0.2).scans(200)), first)
    assert watch_drift(darker, None).level is DriftLevel.CHANGED
    nothing = watch(home.scans(200), None)
    assert (nothing.reference, nothing.level) == (DriftReference.NOTHING, DriftLevel.UNKNOWN)
    assert describe_drift(nothing).startswith("Too early")


def test_few_cases_at_commissioning_are_said_to_show_large_changes_only() -> None:
    home = Hospital(11)
    report = watch(home.scans(200), commissioned_on(home.scans(30, ill=1.0), home.scans(30, ill=0.0)))
    assert report.few_comparable
    assert "only large changes" in describe_notices(report)[-1]


def test_what_is_known_on_one_side_only_is_not_compared(commissioning: Commissioning) -> None:
    scans = [
        ScanNumbers(scan.input_sha256, False, "", {Quantity.SCORE: scan.values[Quantity.SCORE]})
        for scan in Hospital(12, refusing=0).scans(100)
    ]
    report = watch(scans, commissioning)
    assert [drift.quantity for drift in report.quantities] == [Quantity.SCORE]
    assert not report.new_makers


def entry_of(scan: ScanNumbers, model: ModelIdentity = MODEL) -> Content:
    values = scan.values
    return result_content(
        input_sha256=scan.input_sha256,
        model=model.name,
        model_version=model.version,
        weights_sha256=model.weights_sha256,
        lung_weights_sha256=None,
        device="cpu",
        decision="negative",
        reasons=[],
        positive_class="COVID-19",
        probability=values.get(Quantity.SCORE),
        threshold=0.5,
        error_level=0.05,
        gate="refuse" if scan.is_refused else "pass",
        gate_kinds=[],
        opacity_extent=values.get(Quantity.OPACITY_EXTENT),
        lung_fraction=values.get(Quantity.LUNG_FRACTION),
        activation_in_lungs=None,
        commissioned=False,
        measurements={
            "grey_median": values.get(Quantity.GREY_MEDIAN),
            "age": values.get(Quantity.AGE),
            "manufacturer": scan.manufacturer,
        },
    )


def test_an_entry_of_the_record_says_the_same_as_the_scan() -> None:
    for scan in Hospital(13, refusing=0.3).scans(30):
        assert numbers_in(entry_of(scan)) == scan


def test_an_entry_without_measurements_is_read_all_the_same() -> None:
    content = {**entry_of(Hospital(14, refusing=0).scan(ill=False))}
    del content["measurements"]
    assert set(numbers_in(content).values) == {Quantity.SCORE, Quantity.OPACITY_EXTENT, Quantity.LUNG_FRACTION}


def write(journal: Journal, scans: Sequence[ScanNumbers], model: ModelIdentity = MODEL) -> None:
    journal.append_many(Draft(EntryKind.RESULT, entry_of(scan, model)) for scan in scans)


def test_the_history_is_that_of_one_model_and_counts_a_scan_once(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "record" / "journal.sqlite3")
    home = Hospital(15)
    early, late = home.scans(30), home.scans(20)
    write(journal, early)
    write(journal, home.scans(5), ModelIdentity("ward", "2", "ef" * 32))
    write(journal, [*late, *late])
    history = read_history(journal, MODEL, scans=20)
    assert (history.last.scans, history.first.scans) == (20, 20)
    assert sorted(history.last.values[Quantity.SCORE]) == sorted(
        scan.values[Quantity.SCORE] for scan in late if not scan.is_refused
    )
    assert not history.other_model
    assert history.first_date < history.since
    everything = read_history(journal, MODEL, scans=100)
    assert (everything.last.scans, everything.first.scans) == (50, 0)
    assert everything.since < everything.other_model
    journal.close()


def test_the_watch_puts_standing_and_record_together(tmp_path: Path, commissioning: Commissioning) -> None:
    journal = Journal(tmp_path / "record" / "journal.sqlite3")
    write(journal, Hospital(16, brightness=0.6).scans(60))
    report = watch_model(Standing(MODEL, commissioning), journal=journal)
    assert report.level is DriftLevel.CHANGED
    assert watch_model(Standing(MODEL), journal=journal).reference is DriftReference.NOTHING
    journal.close()


def test_after_another_commissioning_only_later_scans_count(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "record" / "journal.sqlite3")
    new = Hospital(17, brightness=0.6)
    write(journal, Hospital(18).scans(120))
    before = next(iter(journal.entries(newest_first=True)))
    anew = commissioned_on(new.scans(60, ill=1.0), new.scans(60, ill=0.0))
    # The entries of one batch may be dated alike; a commissioning is dated to the second at least.
    day = datetime.fromisoformat(before.time) + timedelta(microseconds=1)
    report = watch_model(Standing(MODEL, replace(anew, date=day.isoformat())), journal=journal)
    assert (report.level, report.scans) == (DriftLevel.UNKNOWN, 0)
    assert "holds 0 scans by this model since its commissioning" in describe_drift(report)
    write(journal, new.scans(80))
    report = watch_model(Standing(MODEL, replace(anew, date=day.isoformat())), journal=journal)
    assert (report.level, report.scans) == (DriftLevel.STEADY, 80)
    assert datetime.fromisoformat(report.since) > day
    assert watch_model(Standing(MODEL, anew), journal=journal).scans == 200
    journal.close()


@pytest.mark.parametrize("form", ["2026-11-24T10:00:00+00:00", "2026-11-24T12:00:00+02:00", "2026-11-24T10:00:00Z"])
def test_times_are_compared_whatever_their_form(tmp_path: Path, form: str) -> None:
    times = ("2026-11-24T09:59:59.999999+00:00", "2026-11-24T10:00:00.000000+00:00")
    for number, time in enumerate(times, 1):
        journal = Journal(tmp_path / "record" / "journal.sqlite3", now=lambda time=time: time)
        write(journal, Hospital(number).scans(1))
        journal.close()
    history = read_history(journal, MODEL, since=datetime.fromisoformat(form))
    assert history.last.scans == 1
    assert history.since == times[1]
    journal.close()


def test_where_every_scan_is_refused_nothing_is_said_about_the_finding(commissioning: Commissioning) -> None:
    report = watch(Hospital(19, refusing=1.0).scans(100), commissioning)
    assert report.scans == 100
    assert report.positives_now is None
    assert not any("have the finding" in line for line in describe_notices(report))
    assert any("refuses 100%" in line for line in describe_notices(report))


def test_a_user_without_a_record_has_no_scans() -> None:
    assert watch_model(Standing(MODEL)).scans == 0
