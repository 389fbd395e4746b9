"""What a model says about itself: the typed form of a package's `card.json`.

Schema version 1. Every attribute below has the JSON field of the same name unless its class says otherwise;
`core.model.card_reading` holds the reader, and refuses a card that lacks a field or contradicts itself. Only
the attributes of `ModelCard` that have a default may be absent. `core.model.card_writing` holds the
writer.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from core.data_forms import DocumentForm
from core.errors import NewerModelError
from core.language import Worded, tr
from core.model.input import InputSpec
from core.model.precision import Precision
from core.number_format import tr_count

FORM = DocumentForm(NewerModelError)
SCHEMA_VERSION = FORM.version
"""What was released is never changed, only followed by a step of the form."""


class ModelKind(StrEnum):
    """What a network answers. Decides which fields a card must have."""

    CLASSIFIER = "classifier"
    LUNGS = "lungs"
    """Draws lung fields and opacities; its card is `core.model.lung_card.LungCard`."""


class Architecture(StrEnum):
    """Networks whose graph Hilum can build. Their tensors are listed in `core.model.architecture`."""

    RESNET50 = "resnet50"
    UNET = "unet"


class AgeGroup(StrEnum):
    """Whom the training images show."""

    ADULTS = "adults"
    CHILDREN = "children"
    MIXED = "mixed"
    UNKNOWN = "unknown"


class DensityScale(StrEnum):
    """The axis of a pixel-density distribution."""

    NETWORK_INPUT = "network_input"
    """Standardised values as the network sees them, after equalisation and crop."""
    DISPLAYED = "displayed"
    """Displayed grey, 0 to 255, of the whole image at the network's size, before equalisation."""


@dataclass(frozen=True)
class ModelIdentity:
    """Which model a result came from.

    Attributes:
        name: The model's name.
        version: Its version.
        weights_sha256: SHA-256 of its weights file, 64 hexadecimal digits.
    """

    name: str
    version: str
    weights_sha256: str


@dataclass(frozen=True)
class WeightsFile:
    """The package's weights. In JSON the object `weights`.

    Attributes:
        file: File name within the package, no folder.
        sha256: SHA-256 of the file, 64 lower-case hexadecimal digits.
        precision: Number format on disk.
    """

    file: str
    sha256: str
    precision: Precision


@dataclass(frozen=True)
class TrainingSource:
    """One collection of training images.

    Attributes:
        name: The collection's name.
        images: Images of it per class or group, as its own words say.
    """

    name: str
    images: Mapping[str, int]


@dataclass(frozen=True)
class TrainingStage:
    """One stage of training.

    Attributes:
        name: Short name.
        description: What was done, for a reader who would repeat it.
    """

    name: str
    description: str


@dataclass(frozen=True)
class TrainingSummary:
    """How the weights came to be.

    Attributes:
        initialisation: What training started from.
        date: When, ISO 8601, None where unknown.
        images: Training images in all.
        age_group: Whom they show.
        age_note: What is known about ages, empty for nothing.
        sources: Where the images came from.
        stages: What was done, in order.
    """

    initialisation: str
    date: str | None
    images: int
    age_group: AgeGroup
    age_note: str
    sources: tuple[TrainingSource, ...]
    stages: tuple[TrainingStage, ...]

    @property
    def summary(self) -> str:
        """One line: how many images, of which collections; English as it is, shown by `tr`."""
        return Worded(self._summary)

    def _summary(self) -> str:
        names = ", ".join(tr(source.name) for source in self.sources)
        return tr_count("{count} image: {names}", "{count} images: {names}", self.images, names=names)


@dataclass(frozen=True)
class MeasuredFigures:
    """Performance on one set of images.

    Attributes:
        data_set: Which images.
        images: How many, None where not stated.
        metrics: `auc`, `accuracy`, `sensitivity`, `specificity` ... each 0..1.
        note: What a reader must know to judge them, empty for nothing.
    """

    data_set: str
    images: int | None
    metrics: Mapping[str, float]
    note: str


@dataclass(frozen=True)
class Limits:
    """What the model cannot be trusted with.

    Attributes:
        sentence: One sentence, shown beside each result.
        details: The longer list.
    """

    sentence: str
    details: tuple[str, ...]


@dataclass(frozen=True)
class GoldenOutputs:
    """Known answers, to check an installation. In JSON the object `golden`.

    Attributes:
        probabilities: Image (path below the data folder) to probability of the card's positive class.
        tolerances: Largest difference allowed, per precision of the arithmetic.
    """

    probabilities: Mapping[str, float]
    tolerances: Mapping[Precision, float]


@dataclass(frozen=True)
class ReferenceDensity:
    """How the pixels of the training images are distributed, per class (the paper's Figure 2).

    Attributes:
        scale: What the horizontal axis is.
        edges: Edges of the bins, ascending, one more than bins.
        densities: Class to density per bin: the mean over images of each image's density; each integrates to 1.
        image_counts: Class to number of images averaged.
        images: Which images, in one sentence.
    """

    scale: DensityScale
    edges: tuple[float, ...]
    densities: Mapping[str, tuple[float, ...]]
    image_counts: Mapping[str, int]
    images: str


@dataclass(frozen=True)
class FeatureStatistics:
    """How the network's features are distributed on its training images. In JSON the object `feature_statistics`.

    Attributes:
        file: Name of a safetensors file within the package, no folder.
        sha256: SHA-256 of the file, 64 lower-case hexadecimal digits.
    """

    file: str
    sha256: str


@dataclass(frozen=True)
class FeatureLimits:
    """How far a scan's features may lie from those of the training images. In JSON the object `feature_limits`.

    Attributes:
        warn_above: Distance above which a scan is unlike the training images.
        refuse_above: Distance above which the model may not judge it.
        source: Which images the limits come from, and how, in one sentence.
    """

    warn_above: float
    refuse_above: float
    source: str


@dataclass(frozen=True)
class ConformalCalibration:
    """Scores of images with known answers, from which prediction sets are made. In JSON the object `conformal`.

    Attributes:
        file: Name of a safetensors file within the package, no folder; `core.model.conformal` says what is in it.
        sha256: SHA-256 of the file, 64 lower-case hexadecimal digits.
        images: Which images, and whether the network had learnt from them, in one sentence.
        counts: Images of the positive class, and of all others: `positive`, `negative`.
    """

    file: str
    sha256: str
    images: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class EvidenceRule:
    """How the lung network's findings bear on the decision. In JSON the object `evidence`.

    Attributes:
        opacity_needed: Opacity extent below which a positive answer is not believed, 0..1.
        opacity_allowed: Opacity extent above which a negative answer is not believed, 0..1.
        activation_needed: Share of the evidence within the lungs below which a positive answer is not believed.
        explanation: The rule, in two sentences.
        fitted_on: Which images the numbers come from, and how.
        reported_on: What the rule does on images that it was not fitted on.
    """

    opacity_needed: float
    opacity_allowed: float
    activation_needed: float
    explanation: str
    fitted_on: str
    reported_on: str


class ShortcutVerdict(StrEnum):
    """What the audit says of the images that a model was trained on."""

    NONE_FOUND = "no_shortcut_found"
    SUSPECTED = "shortcut_suspected"
    INSEPARABLE = "inseparable"
    """Label and source, or label and something that has nothing to do with the disease, cannot be told apart."""


@dataclass(frozen=True)
class ShortcutAudit:
    """The shortcut audit of the training images. In JSON the object `audit`.

    Attributes:
        verdict: Its outcome.
        sentence: The outcome in a sentence, shown with every result.
        findings: What was found, worst first, a sentence each; may be empty.
    """

    verdict: ShortcutVerdict
    sentence: str
    findings: tuple[str, ...]


@dataclass(frozen=True)
class Provenance:
    """Which training run made the weights. In JSON the object `provenance`; the bundled model has none.

    Attributes:
        run_id: Identity of the run.
        data_sha256: SHA-256 over the training images' own hashes and labels, 64 lower-case hexadecimal digits.
        program: Which Hilum trained it, with its version.
    """

    run_id: str
    data_sha256: str
    program: str


class NetworkCard(Protocol):
    """What an engine needs to know of a network, whatever it answers."""

    @property
    def name(self) -> str:
        """Machine-friendly name."""
        ...

    @property
    def architecture(self) -> Architecture:
        """Which graph the weights belong to."""
        ...

    @property
    def weights(self) -> WeightsFile:
        """The weights file."""
        ...

    @property
    def input(self) -> InputSpec:
        """What is done to a picture first."""
        ...

    @property
    def output_count(self) -> int:
        """How many outputs the network has: classes, or maps."""
        ...

    @property
    def identity(self) -> ModelIdentity:
        """What results name the model by."""
        ...


@dataclass(frozen=True)
class ModelCard:
    """A classifier package's card.

    Attributes:
        kind: What the network answers.
        name: Machine-friendly name, also of the package's folder.
        version: Version of the model.
        title: Name for people.
        architecture: Which graph the weights belong to.
        classes: Class names in the order of the network's outputs.
        positive_class: The class that a decision is about.
        threshold: Probability of the positive class from which the decision is positive.
        weights: The weights file.
        input: What is done to a picture first.
        training: How the weights came to be.
        measured: Performance of these very weights, per set of images.
        comparisons: Performance of other weights of this network (an earlier stage, fine-tuned ones), to compare.
        limits: What not to trust it with.
        golden: Known answers.
        reference_densities: Pixel-density distributions of the classes.
        calibration_temperature: What logits are divided by before softmax (Guo et al. 2017); > 0, 1 changes nothing.
        feature_statistics: How features are distributed on the training images, None where that was not kept.
        provenance: The run that made it, None for a model that was not trained by Hilum itself.
        feature_limits: How far features may lie from those of the training images, None where that was not kept.
        conformal: What prediction sets are made from, None where that was not kept.
        evidence: How the lung network bears on the decision, None for the rule of the bundled model.
        audit: The shortcut audit of the training images, None where there was none.
    """

    kind: ModelKind
    name: str
    version: str
    title: str
    architecture: Architecture
    classes: tuple[str, ...]
    positive_class: str
    threshold: float
    weights: WeightsFile
    input: InputSpec
    training: TrainingSummary
    measured: tuple[MeasuredFigures, ...]
    comparisons: tuple[MeasuredFigures, ...]
    limits: Limits
    golden: GoldenOutputs
    reference_densities: tuple[ReferenceDensity, ...]
    calibration_temperature: float = 1.0
    feature_statistics: FeatureStatistics | None = None
    provenance: Provenance | None = None
    feature_limits: FeatureLimits | None = None
    conformal: ConformalCalibration | None = None
    evidence: EvidenceRule | None = None
    audit: ShortcutAudit | None = None

    @property
    def weights_file(self) -> str:
        """Name of the weights file within the package."""
        return self.weights.file

    @property
    def weights_sha256(self) -> str:
        """SHA-256 of the weights file, lower-case hexadecimal."""
        return self.weights.sha256

    @property
    def output_count(self) -> int:
        """How many outputs the network has: one per class."""
        return len(self.classes)

    @property
    def positive_index(self) -> int:
        """Which output belongs to the positive class."""
        return self.classes.index(self.positive_class)

    @property
    def identity(self) -> ModelIdentity:
        """What results name the model by."""
        return ModelIdentity(self.name, self.version, self.weights.sha256)

    @property
    def origin(self) -> str:
        """What the model was trained on and what its figures were measured on; English as it is, shown by `tr`."""
        return Worded(self._origin)

    def _origin(self) -> str:
        trained = tr("Trained on {images}.").format(images=tr(self.training.summary))
        if not self.measured:
            return f"{trained} {tr('Not measured on any image.')}"
        sets = "; ".join(tr(figures.data_set) for figures in self.measured)
        return f"{trained} {tr('Measured on {images}.').format(images=sets)}"

    def reference_density(self, scale: DensityScale) -> ReferenceDensity | None:
        """The reference distribution on one scale, None where the card has none."""
        return next((reference for reference in self.reference_densities if reference.scale is scale), None)

    @classmethod
    def from_json(cls, text: str, source: Path) -> "ModelCard":
        """Read and check a card.

        Args:
            text: The JSON text.
            source: Where it was read, named by errors.

        Raises:
            InvalidModelPackageError: A field is missing, of the wrong type, out of range or contradicts another.
        """
        from core.model.card_reading import read_card

        return read_card(text, source)
