"""The writer of `card.json`, schema version 1: the inverse of `core.model.card_reading`."""

import json
import re
from collections.abc import Mapping

from core.model.card import (
    SCHEMA_VERSION,
    MeasuredFigures,
    ModelCard,
    ReferenceDensity,
    TrainingSummary,
)
from core.model.input import InputSpec

_NUMBER_LIST = re.compile(r"\[\n\s*(?P<numbers>[-+0-9.,eE\s]*?)\s*\]")


def write_card(card: ModelCard) -> str:
    """The JSON text of a card, such that `ModelCard.from_json` returns an equal card.

    Args:
        card: The card. Its numbers must be finite, as those of every card that was read are.

    Raises:
        ValueError: A number is not finite.
    """
    return json_text(_card_values(card))


def json_text(values: Mapping[str, object]) -> str:
    """A card's values as text for people and programs.

    Raises:
        ValueError: A number is not finite.
    """
    text = json.dumps(values, ensure_ascii=False, allow_nan=False, indent=1)
    # A distribution's 128 numbers on one line: people read cards.
    return _NUMBER_LIST.sub(lambda found: f"[{' '.join(found['numbers'].split())}]", text) + "\n"


def density_values(density: ReferenceDensity) -> dict[str, object]:
    """One element of the field `reference_densities`."""
    return {
        "scale": density.scale,
        "images": density.images,
        "image_counts": dict(density.image_counts),
        "edges": list(density.edges),
        "densities": {name: list(values) for name, values in density.densities.items()},
    }


def _card_values(card: ModelCard) -> dict[str, object]:
    values: dict[str, object] = {
        "schema_version": SCHEMA_VERSION,
        "kind": card.kind,
        "name": card.name,
        "version": card.version,
        "title": card.title,
        "architecture": card.architecture,
        "classes": list(card.classes),
        "positive_class": card.positive_class,
        "threshold": card.threshold,
    }
    if card.calibration_temperature != 1.0:
        values["calibration_temperature"] = card.calibration_temperature
    values["weights"] = {
        "file": card.weights.file,
        "sha256": card.weights.sha256,
        "precision": card.weights.precision,
    }
    if card.feature_statistics is not None:
        values["feature_statistics"] = {
            "file": card.feature_statistics.file,
            "sha256": card.feature_statistics.sha256,
        }
    if card.provenance is not None:
        values["provenance"] = {
            "run_id": card.provenance.run_id,
            "data_sha256": card.provenance.data_sha256,
            "program": card.provenance.program,
        }
    values |= {name: part for name, part in _trust_values(card).items() if part is not None}
    return {
        **values,
        "input": input_values(card.input),
        "training": training_values(card.training),
        "measured": [measured_values(figures) for figures in card.measured],
        "comparisons": [measured_values(figures) for figures in card.comparisons],
        "limits": {"sentence": card.limits.sentence, "details": list(card.limits.details)},
        "golden": {
            "probabilities": dict(card.golden.probabilities),
            "tolerances": {str(precision): value for precision, value in card.golden.tolerances.items()},
        },
        "reference_densities": [density_values(density) for density in card.reference_densities],
    }


def _trust_values(card: ModelCard) -> dict[str, object]:
    """What keeps an answer honest; None for what the card has not."""
    conformal = card.conformal
    audit = card.audit
    return {
        "feature_limits": vars(card.feature_limits) if card.feature_limits is not None else None,
        "conformal": {**vars(conformal), "counts": dict(conformal.counts)} if conformal is not None else None,
        "evidence": vars(card.evidence) if card.evidence is not None else None,
        "audit": {**vars(audit), "findings": list(audit.findings)} if audit is not None else None,
    }


def input_values(spec: InputSpec) -> dict[str, object]:
    """The section `input`."""
    equalisation = {"method": spec.equalisation, "levels": spec.equalisation_levels} if spec.equalisation else None
    return {
        "size": spec.size,
        "resize_filter": spec.resize_filter,
        "equalisation": equalisation,
        "crop": {"first": spec.crop.first, "last": spec.crop.last} if spec.crop else None,
        "standardisation_epsilon": spec.standardisation_epsilon,
        "channels": spec.channels,
    }


def training_values(training: TrainingSummary) -> dict[str, object]:
    """The section `training`."""
    return {
        "initialisation": training.initialisation,
        "date": training.date,
        "images": training.images,
        "age_group": training.age_group,
        "age_note": training.age_note,
        "sources": [{"name": source.name, "images": dict(source.images)} for source in training.sources],
        "stages": [{"name": stage.name, "description": stage.description} for stage in training.stages],
    }


def measured_values(figures: MeasuredFigures) -> dict[str, object]:
    """One element of `measured`."""
    return {
        "data_set": figures.data_set,
        "images": figures.images,
        "metrics": dict(figures.metrics),
        "note": figures.note,
    }
