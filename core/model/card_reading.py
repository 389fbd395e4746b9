"""The reader of `card.json`, schema version 1."""

# untranslated module: technical details of damaged cards

import re
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from core.model.card import (
    FORM,
    SCHEMA_VERSION,
    AgeGroup,
    Architecture,
    ConformalCalibration,
    DensityScale,
    EvidenceRule,
    FeatureLimits,
    FeatureStatistics,
    GoldenOutputs,
    Limits,
    MeasuredFigures,
    ModelCard,
    ModelKind,
    Provenance,
    ReferenceDensity,
    ShortcutAudit,
    ShortcutVerdict,
    TrainingSource,
    TrainingStage,
    TrainingSummary,
    WeightsFile,
)
from core.model.card_fields import CardFields
from core.model.input import Crop, Equalisation, InputSpec, ResizeFilter
from core.model.precision import Precision
from core.model.trained_card_words import card_text

MOST_CLASSES = 100
MOST_IMAGES = 10**9
LARGEST_INPUT = 4096
INTEGRAL_TOLERANCE = 1e-3
LOWEST_TEMPERATURE = 1e-3
HIGHEST_TEMPERATURE = 1e3
FILE_NAME = re.compile(r"(?!(CON|PRN|AUX|NUL|COM\d|LPT\d)(\.|$))[A-Z0-9_][A-Z0-9._ -]{0,99}", re.ASCII | re.IGNORECASE)
"""Safe on every system; the names before the dot that are barred mean devices on Windows."""


def read_card(text: str, source: Path) -> ModelCard:
    """Read and check a card; see `ModelCard.from_json`."""
    fields = CardFields.parse(text, source, FORM.brought_up)
    if fields.integer("schema_version", 1, MOST_IMAGES) != SCHEMA_VERSION:
        fields.fail("schema_version", f"must be {SCHEMA_VERSION}: this card was written for another Hilum")
    if fields.choice("kind", ModelKind) is not ModelKind.CLASSIFIER:
        fields.fail("kind", f"must be {ModelKind.CLASSIFIER}")
    classes = _read_classes(fields)
    positive_class = fields.text("positive_class")
    if positive_class not in classes:
        fields.fail("positive_class", f"must be one of the classes, not {positive_class!r}")
    return ModelCard(
        kind=ModelKind.CLASSIFIER,
        name=read_file_name(fields, "name"),
        version=fields.text("version"),
        title=card_text(fields.text("title")),
        architecture=fields.choice("architecture", Architecture),
        classes=classes,
        positive_class=positive_class,
        threshold=fields.number("threshold", 0, 1),
        weights=read_weights(fields.section("weights")),
        input=read_input(fields.section("input")),
        training=read_training(fields.section("training")),
        measured=tuple(read_measured(section) for section in fields.sections("measured")),
        comparisons=tuple(read_measured(section) for section in fields.sections("comparisons")),
        limits=read_limits(fields.section("limits")),
        golden=_read_golden(fields.section("golden")),
        reference_densities=_read_densities(fields, classes),
        calibration_temperature=_read_temperature(fields),
        feature_statistics=_read_feature_statistics(fields),
        provenance=_read_provenance(fields),
        feature_limits=_read_feature_limits(fields),
        conformal=_read_conformal(fields),
        evidence=_read_evidence(fields),
        audit=_read_audit(fields),
    )


def _read_classes(fields: CardFields) -> tuple[str, ...]:
    classes = fields.texts("classes")
    if not 2 <= len(classes) <= MOST_CLASSES or len({name.casefold() for name in classes}) != len(classes):
        fields.fail("classes", f"must be 2 to {MOST_CLASSES} names that differ")
    return classes


def read_file_name(fields: CardFields, key: str) -> str:
    """A name that is safe as a file or folder name on every system: it must not lead out of the package."""
    name = fields.text(key)
    if not FILE_NAME.fullmatch(name):
        fields.fail(key, "must be a plain file name of letters, digits, dot, dash and underscore")
    return name


def read_weights(fields: CardFields) -> WeightsFile:
    """The section `weights`."""
    return WeightsFile(
        read_safetensors_name(fields), read_sha256(fields, "sha256"), fields.choice("precision", Precision)
    )


def read_safetensors_name(fields: CardFields) -> str:
    """The name of a safetensors file beside the card."""
    name = read_file_name(fields, "file")
    if not name.endswith(".safetensors"):
        fields.fail("file", "must be a .safetensors file")
    return name


def read_sha256(fields: CardFields, key: str) -> str:
    """A SHA-256, lower-case hexadecimal."""
    sha256 = fields.text(key)
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        fields.fail(key, "must be 64 lower-case hexadecimal digits")
    return sha256


def _read_temperature(fields: CardFields) -> float:
    if "calibration_temperature" not in fields:
        return 1.0
    return fields.number("calibration_temperature", LOWEST_TEMPERATURE, HIGHEST_TEMPERATURE)


def _read_feature_statistics(fields: CardFields) -> FeatureStatistics | None:
    section = fields.optional_section("feature_statistics")
    if section is None:
        return None
    return FeatureStatistics(read_safetensors_name(section), read_sha256(section, "sha256"))


def _read_provenance(fields: CardFields) -> Provenance | None:
    section = fields.optional_section("provenance")
    if section is None:
        return None
    return Provenance(section.text("run_id"), read_sha256(section, "data_sha256"), section.text("program"))


def _read_feature_limits(fields: CardFields) -> FeatureLimits | None:
    section = fields.optional_section("feature_limits")
    if section is None:
        return None
    warn = section.number("warn_above", 0)
    return FeatureLimits(warn, section.number("refuse_above", warn), section.text("source"))


def _read_conformal(fields: CardFields) -> ConformalCalibration | None:
    section = fields.optional_section("conformal")
    if section is None:
        return None
    counts = section.section("counts")
    return ConformalCalibration(
        read_safetensors_name(section),
        read_sha256(section, "sha256"),
        section.text("images"),
        {name: counts.integer(name, 1, MOST_IMAGES) for name in ("positive", "negative")},
    )


def _read_evidence(fields: CardFields) -> EvidenceRule | None:
    section = fields.optional_section("evidence")
    if section is None:
        return None
    return EvidenceRule(
        opacity_needed=section.number("opacity_needed", 0, 1),
        opacity_allowed=section.number("opacity_allowed", 0, 1),
        activation_needed=section.number("activation_needed", 0, 1),
        explanation=section.text("explanation"),
        fitted_on=section.text("fitted_on"),
        reported_on=section.text("reported_on"),
    )


def _read_audit(fields: CardFields) -> ShortcutAudit | None:
    section = fields.optional_section("audit")
    if section is None:
        return None
    return ShortcutAudit(
        section.choice("verdict", ShortcutVerdict), section.text("sentence"), section.texts("findings")
    )


def read_input(fields: CardFields) -> InputSpec:
    """The section `input`."""
    size = fields.integer("size", 1, LARGEST_INPUT)
    equalisation = fields.optional_section("equalisation")
    crop = fields.optional_section("crop")
    return InputSpec(
        size=size,
        resize_filter=fields.choice("resize_filter", ResizeFilter),
        equalisation=equalisation.choice("method", Equalisation) if equalisation else None,
        equalisation_levels=equalisation.integer("levels", 1, 65535) if equalisation else 255,
        crop=_read_crop(crop, size) if crop else None,
        standardisation_epsilon=fields.number("standardisation_epsilon", 1e-12, 1),
        channels=fields.integer("channels", 1, 3),
    )


def _read_crop(fields: CardFields, size: int) -> Crop:
    first = fields.integer("first", 0, size - 1)
    return Crop(first, fields.integer("last", first, size - 1))


def read_training(fields: CardFields) -> TrainingSummary:
    """The section `training`."""
    return TrainingSummary(
        initialisation=card_text(fields.text("initialisation")),
        date=fields.optional_text("date"),
        images=fields.integer("images", 0, MOST_IMAGES),
        age_group=fields.choice("age_group", AgeGroup),
        age_note=fields.text("age_note", may_be_empty=True),
        sources=tuple(
            TrainingSource(source.text("name"), read_counts(source.section("images")))
            for source in fields.sections("sources")
        ),
        stages=tuple(
            TrainingStage(stage.text("name"), stage.text("description")) for stage in fields.sections("stages")
        ),
    )


def read_counts(fields: CardFields) -> Mapping[str, int]:
    """Names with whole numbers."""
    return {key: fields.integer(key, 0, MOST_IMAGES) for key in fields.keys()}  # noqa: SIM118 (not a dict)


def read_measured(fields: CardFields) -> MeasuredFigures:
    """One element of `measured`."""
    metrics = fields.section("metrics")
    return MeasuredFigures(
        data_set=card_text(fields.text("data_set")),
        images=fields.integer("images", 1, MOST_IMAGES) if "images" in fields else None,
        metrics={key: metrics.number(key, 0, 1) for key in metrics.keys()},  # noqa: SIM118 (not a dict)
        note=fields.text("note", may_be_empty=True),
    )


def read_limits(fields: CardFields) -> Limits:
    """The section `limits`."""
    return Limits(card_text(fields.text("sentence")), fields.texts("details"))


def _read_golden(fields: CardFields) -> GoldenOutputs:
    probabilities = fields.section("probabilities")
    tolerances = fields.section("tolerances")
    return GoldenOutputs(
        {key: probabilities.number(key, 0, 1) for key in probabilities.keys()},  # noqa: SIM118 (not a dict)
        {precision: tolerances.number(precision, 0, 1) for precision in Precision if precision in tolerances},
    )


def _read_densities(fields: CardFields, classes: tuple[str, ...]) -> tuple[ReferenceDensity, ...]:
    densities = tuple(_read_density(section, classes) for section in fields.sections("reference_densities"))
    if len({density.scale for density in densities}) != len(densities):
        fields.fail("reference_densities", "must name each scale at most once")
    return densities


def _read_density(fields: CardFields, classes: tuple[str, ...]) -> ReferenceDensity:
    edges = fields.numbers("edges")
    if len(edges) < 2 or any(low >= high for low, high in pairwise(edges)):
        fields.fail("edges", "must ascend")
    counts = read_counts(fields.section("image_counts"))
    section = fields.section("densities")
    densities = {name: section.numbers(name, 0) for name in classes if name in section}
    if not densities or set(counts) != set(section.keys()) or set(counts) != set(densities):
        fields.fail("densities", "must have the classes of image_counts, and only classes of the model")
    widths = [high - low for low, high in pairwise(edges)]
    for name, density in densities.items():
        integral = sum(value * width for value, width in zip(density, widths, strict=False))
        if len(density) != len(widths) or abs(integral - 1) > INTEGRAL_TOLERANCE:
            section.fail(name, "must have one value per bin and integrate to 1")
    return ReferenceDensity(fields.choice("scale", DensityScale), edges, densities, counts, fields.text("images"))
