"""What the lung network says about itself: the typed form of its package's `card.json`, schema version 1.

The fields that it shares with a classifier's card mean the same there (`core.model.card`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
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
    )


def write_lung_card(card: LungCard) -> str:
    """The JSON text of a card, such that `read_lung_card` returns an equal card.

    Raises:
        ValueError: A number is not finite.
    """
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
