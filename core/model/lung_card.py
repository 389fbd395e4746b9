"""What the lung network says about itself: the typed form of its package's `card.json`, schema version 1.

The fields that it shares with a classifier's card mean the same there (`core.model.card`).
"""

# untranslated module: technical details of damaged cards

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.model.card import (
    SCHEMA_VERSION,
    Architecture,
    Limits,
    MeasuredFigures,
    ModelIdentity,
    ModelKind,
    TrainingSummary,
    WeightsFile,
)
from core.model.card_fields import CardFields
from core.model.card_reading import (
    MOST_IMAGES,
    read_file_name,
    read_input,
    read_limits,
    read_measured,
    read_safetensors_name,
    read_sha256,
    read_training,
    read_weights,
)
from core.model.card_writing import input_values, json_text, measured_values, training_values
from core.model.input import InputSpec

LUNG_MAP, OPACITY_MAP = 0, 1
"""Which output is which: the lung fields, and the ground-glass opacity or consolidation."""
MAPS = 2


@dataclass(frozen=True)
class LungGolden:
    """A known answer about one image.

    Attributes:
        lung_fraction: Share of the picture that is lung, 0..1.
        opacity_extent: Share of the lungs that is opaque, 0..1.
    """

    lung_fraction: float
    opacity_extent: float


class GateClass(StrEnum):
    """What a picture may be, as the gate tells by this network's features."""

    UPRIGHT = "upright_chest"
    """An upright frontal radiograph of one chest, bone bright."""
    TURNED_LEFT = "turned_left"
    """Such a chest, but turned a quarter counterclockwise."""
    TURNED_RIGHT = "turned_right"
    """Such a chest, but turned a quarter clockwise."""
    UPSIDE_DOWN = "upside_down"
    INVERTED = "inverted"
    """Such a chest with dark and bright swapped."""
    NO_CHEST = "no_chest"
    """Anything else: a photograph, a document, another body part, a slice, noise, several chests."""


class LungMeasure(StrEnum):
    """What is measured in the lung fields to see whether they lie as a chest's do. Shares of the picture's sides."""

    AREA = "area"
    """Both fields together, as a share of the picture."""
    BALANCE = "balance"
    """The smaller field's area by the larger one's."""
    DISTANCE = "distance"
    """From the centre of the one on the left to that of the one on the right, in columns."""
    TILT = "tilt"
    """How much lower the one on the left lies, in rows; negative for higher."""
    HEIGHT = "height"
    """Row of the centre between them."""
    MIDDLE = "middle"
    """Column of the centre between them."""
    ELSEWHERE = "elsewhere"
    """Area of further parts, as a share of the picture."""


@dataclass(frozen=True)
class GateThresholds:
    """When the gate speaks, as logarithms of odds against an upright chest.

    Attributes:
        warn_above: From here on the picture may be of that class.
        refuse_above: From here on it surely is.
    """

    warn_above: float
    refuse_above: float


@dataclass(frozen=True)
class LungGate:
    """How the gate reads this network. In JSON the object `gate`.

    Attributes:
        file: Name of a safetensors file within the package, no folder; `core.model.gate_head` says what is in it.
        sha256: SHA-256 of the file, 64 lower-case hexadecimal digits.
        classes: Classes in the order of the file's outputs; `UPRIGHT` is one of them.
        thresholds: When to speak, for every class but `UPRIGHT`.
        lung_limits: Smallest and largest value of what is measured in the lung fields of a chest.
        source: Which pictures all these numbers come from, and how.
    """

    file: str
    sha256: str
    classes: tuple[GateClass, ...]
    thresholds: Mapping[GateClass, GateThresholds]
    lung_limits: Mapping[LungMeasure, tuple[float, float]]
    source: str


@dataclass(frozen=True)
class LungCard:
    """A lung network's card.

    Attributes:
        name: Machine-friendly name, also of the package's folder.
        version: Version of the network.
        title: Name for people.
        architecture: Which graph the weights belong to.
        weights: The weights file.
        input: What is done to a picture first.
        training: How the weights came to be.
        measured: Performance of these very weights, per set of images.
        limits: What not to trust it with.
        golden: Known answers, by image (path below the data folder).
        golden_tolerance: Largest difference from them that is allowed, in any arithmetic.
        gate: How the gate reads the network, None where that was not fitted.
    """

    name: str
    version: str
    title: str
    architecture: Architecture
    weights: WeightsFile
    input: InputSpec
    training: TrainingSummary
    measured: tuple[MeasuredFigures, ...]
    limits: Limits
    golden: Mapping[str, LungGolden]
    golden_tolerance: float
    gate: LungGate | None = None

    @property
    def output_count(self) -> int:
        """How many maps the network draws."""
        return MAPS

    @property
    def identity(self) -> ModelIdentity:
        """What results name the network by."""
        return ModelIdentity(self.name, self.version, self.weights.sha256)


def read_lung_card(text: str, source: Path) -> LungCard:
    """Read and check a lung network's card.

    Args:
        text: The JSON text.
        source: Where it was read, named by errors.

    Raises:
        InvalidModelPackageError: A field is missing, of the wrong type, out of range, or it is another kind of card.
    """
    fields = CardFields.parse(text, source)
    if fields.integer("schema_version", 1, MOST_IMAGES) != SCHEMA_VERSION:
        fields.fail("schema_version", f"must be {SCHEMA_VERSION}: this card was written for another Hilum")
    if fields.choice("kind", ModelKind) is not ModelKind.LUNGS:
        fields.fail("kind", f"must be {ModelKind.LUNGS}")
    golden = fields.section("golden")
    answers = golden.section("answers")
    return LungCard(
        name=read_file_name(fields, "name"),
        version=fields.text("version"),
        title=fields.text("title"),
        architecture=fields.choice("architecture", Architecture),
        weights=read_weights(fields.section("weights")),
        input=read_input(fields.section("input")),
        training=read_training(fields.section("training")),
        measured=tuple(read_measured(section) for section in fields.sections("measured")),
        limits=read_limits(fields.section("limits")),
        golden={key: _read_answer(answers.section(key)) for key in answers.keys()},  # noqa: SIM118 (not a dict)
        golden_tolerance=golden.number("tolerance", 0, 1),
        gate=_read_gate(fields),
    )


def write_lung_card(card: LungCard) -> str:
    """The JSON text of a card, such that `read_lung_card` returns an equal card.

    Raises:
        ValueError: A number is not finite.
    """
    gate = {"gate": _gate_values(card.gate)} if card.gate is not None else {}
    return json_text(
        {
            "schema_version": SCHEMA_VERSION,
            "kind": ModelKind.LUNGS,
            "name": card.name,
            "version": card.version,
            "title": card.title,
            "architecture": card.architecture,
            "weights": {
                "file": card.weights.file,
                "sha256": card.weights.sha256,
                "precision": card.weights.precision,
            },
            **gate,
            "input": input_values(card.input),
            "training": training_values(card.training),
            "measured": [measured_values(figures) for figures in card.measured],
            "limits": {"sentence": card.limits.sentence, "details": list(card.limits.details)},
            "golden": {
                "answers": {
                    name: {"lung_fraction": answer.lung_fraction, "opacity_extent": answer.opacity_extent}
                    for name, answer in card.golden.items()
                },
                "tolerance": card.golden_tolerance,
            },
        }
    )


def _read_answer(fields: CardFields) -> LungGolden:
    return LungGolden(fields.number("lung_fraction", 0, 1), fields.number("opacity_extent", 0, 1))


def _gate_values(gate: LungGate) -> dict[str, object]:
    return {
        "file": gate.file,
        "sha256": gate.sha256,
        "classes": list(gate.classes),
        "thresholds": {str(name): vars(limits) for name, limits in gate.thresholds.items()},
        "lung_limits": {str(name): list(limits) for name, limits in gate.lung_limits.items()},
        "source": gate.source,
    }


def _read_gate(fields: CardFields) -> LungGate | None:
    section = fields.optional_section("gate")
    if section is None:
        return None
    names = section.texts("classes")
    known = [kind.value for kind in GateClass]
    if len(set(names)) != len(names) or not set(names) <= set(known) or GateClass.UPRIGHT not in names:
        section.fail("classes", f"must be of {', '.join(known)}, each once, with {GateClass.UPRIGHT}")
    classes = tuple(GateClass(name) for name in names)
    thresholds, limits = section.section("thresholds"), section.section("lung_limits")
    return LungGate(
        file=read_safetensors_name(section),
        sha256=read_sha256(section, "sha256"),
        classes=classes,
        thresholds={
            name: _read_thresholds(thresholds.section(name)) for name in classes if name is not GateClass.UPRIGHT
        },
        lung_limits={name: _read_limits(limits, name) for name in LungMeasure if name in limits},
        source=section.text("source"),
    )


def _read_thresholds(fields: CardFields) -> GateThresholds:
    warn = fields.number("warn_above")
    return GateThresholds(warn, fields.number("refuse_above", warn))


def _read_limits(fields: CardFields, name: LungMeasure) -> tuple[float, float]:
    values = fields.numbers(name, -1, 1)
    if len(values) != 2 or values[0] > values[1]:
        fields.fail(name, "must be the smallest and the largest value")
    return values[0], values[1]
