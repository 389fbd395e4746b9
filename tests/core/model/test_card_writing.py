"""A card that is written reads back as the same card, and a temperature changes probabilities only."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import InvalidModelPackageError
from core.model.card import (
    ConformalCalibration,
    EvidenceRule,
    FeatureLimits,
    FeatureStatistics,
    MeasuredFigures,
    ModelCard,
    Provenance,
    ShortcutAudit,
    ShortcutVerdict,
    TrainingSource,
)
from core.model.card_writing import write_card
from core.model.classifier import softmax
from core.model.package import ModelPackage

SOURCE = Path("card.json")
WORDS = st.text(min_size=1, max_size=30).filter(str.strip)
HASHES = st.text("0123456789abcdef", min_size=64, max_size=64)
SHARES = st.floats(0, 1)


def test_the_bundled_card_is_written_as_it_was_read(package: ModelPackage) -> None:
    text = write_card(package.card)

    assert ModelCard.from_json(text, SOURCE) == package.card
    stored = json.loads((package.directory / "card.json").read_text(encoding="utf-8"))
    assert json.loads(text) == stored, "a card without the optional fields is written without them"


@settings(max_examples=40)
@given(
    title=WORDS,
    threshold=SHARES,
    temperature=st.floats(1e-3, 1e3),
    statistics=st.none() | st.builds(FeatureStatistics, st.just("feature_statistics.safetensors"), HASHES),
    provenance=st.none() | st.builds(Provenance, WORDS, HASHES, WORDS),
    feature_limits=st.none() | st.builds(FeatureLimits, st.floats(0, 10), st.floats(10, 20), WORDS),
    conformal=st.none()
    | st.builds(
        ConformalCalibration,
        st.just("conformal.safetensors"),
        HASHES,
        WORDS,
        st.fixed_dictionaries({"positive": st.integers(1, 99), "negative": st.integers(1, 99)}),
    ),
    evidence=st.none() | st.builds(EvidenceRule, SHARES, SHARES, SHARES, WORDS, WORDS, WORDS),
    audit=st.none()
    | st.builds(ShortcutAudit, st.sampled_from(ShortcutVerdict), WORDS, st.lists(WORDS, max_size=2).map(tuple)),
    measured=st.lists(
        st.builds(
            MeasuredFigures,
            WORDS,
            st.none() | st.integers(1, 10**6),
            st.dictionaries(st.sampled_from(["auc", "auc_low", "f1"]), SHARES),
            st.text(max_size=40),
        ),
        max_size=3,
    ),
    sources=st.lists(st.builds(TrainingSource, WORDS, st.dictionaries(WORDS, st.integers(0, 10**6))), max_size=3),
)
def test_any_card_survives_writing_and_reading(
    package: ModelPackage,
    title: str,
    threshold: float,
    temperature: float,
    statistics: FeatureStatistics | None,
    provenance: Provenance | None,
    feature_limits: FeatureLimits | None,
    conformal: ConformalCalibration | None,
    evidence: EvidenceRule | None,
    audit: ShortcutAudit | None,
    measured: list[MeasuredFigures],
    sources: list[TrainingSource],
) -> None:
    card = replace(
        package.card,
        title=title,
        threshold=threshold,
        calibration_temperature=temperature,
        feature_statistics=statistics,
        provenance=provenance,
        feature_limits=feature_limits,
        conformal=conformal,
        evidence=evidence,
        audit=audit,
        measured=tuple(measured),
        training=replace(package.card.training, sources=tuple(sources)),
    )

    assert ModelCard.from_json(write_card(card), SOURCE) == card


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("calibration_temperature", 0, "calibration_temperature"),
        ("calibration_temperature", "1", "calibration_temperature must be a number"),
        ("feature_statistics", {"file": "../x.safetensors", "sha256": "0" * 64}, "feature_statistics.file"),
        ("feature_statistics", {"file": "x.safetensors", "sha256": "0"}, "feature_statistics.sha256"),
        ("provenance", {"run_id": "r", "data_sha256": "z" * 64, "program": "p"}, "provenance.data_sha256"),
        ("provenance", {"run_id": "", "data_sha256": "0" * 64, "program": "p"}, "provenance.run_id"),
        ("feature_limits", {"warn_above": 2, "refuse_above": 1, "source": "s"}, "feature_limits.refuse_above"),
        ("conformal", {"file": "c.safetensors", "sha256": "0" * 64, "images": "i", "counts": {}}, "conformal.counts"),
        ("evidence", {"opacity_needed": 2}, "evidence.opacity_needed"),
        ("audit", {"verdict": "fine", "sentence": "s", "findings": []}, "audit.verdict"),
    ],
)
def test_wrong_optional_fields_are_refused_by_name(
    package: ModelPackage, field: str, value: object, named: str
) -> None:
    values = json.loads(write_card(package.card))
    values[field] = value

    with pytest.raises(InvalidModelPackageError, match=named):
        ModelCard.from_json(json.dumps(values), SOURCE)


def test_a_temperature_of_one_changes_no_digit() -> None:
    logits = np.random.default_rng(0).normal(0, 5, (50, 3)).astype(np.float32)

    np.testing.assert_array_equal(softmax(logits, 1.0), softmax(logits))


def test_a_temperature_divides_the_logits() -> None:
    logits = np.array([1.0, 3.0], dtype=np.float32)

    np.testing.assert_allclose(softmax(logits, 2.0), softmax(logits / 2))
    assert softmax(logits, 100.0)[1] == pytest.approx(0.505, abs=1e-3)
