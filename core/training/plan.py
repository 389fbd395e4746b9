"""What a person can choose about a training run. The defaults are the paper's."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

PAPER_FOLDS = 5
PAPER_BATCH_SIZE = 32
PAPER_LEARNING_RATE = 3e-4


class Depth(StrEnum):
    """How much of the network learns."""

    QUICK = "quick"
    """Only the last layer, on features that are computed once."""
    PARTIAL = "partial"
    """The last stage of blocks and the last layer."""
    FULL = "full"
    """Everything, as in the paper."""


class Recipe(StrEnum):
    """How it learns."""

    PAPER = "paper"
    """Adam with a constant rate, cross-validated."""
    PRETRAIN = "pretrain"
    """As the bundled classifier's stage 1: one-cycle AdamW, label smoothing, averaged weights, sources balanced."""


class StartKind(StrEnum):
    """Where the first weights come from."""

    PACKAGE = "package"
    """A model package: the bundled one, or a version kept here."""
    WEIGHTS_FILE = "weights_file"
    """A safetensors file of a ResNet-50."""
    IMAGENET = "imagenet"
    """Torchvision's ImageNet weights, downloaded once where the person agreed."""
    RANDOM = "random"


@dataclass(frozen=True)
class StartPoint:
    """What training starts from.

    Attributes:
        kind: Where the weights come from.
        path: Folder of the package or the weights file; None means the bundled package for `PACKAGE`.
        may_download: Whether the person agreed to a download; only for `IMAGENET`.
    """

    kind: StartKind = StartKind.PACKAGE
    path: Path | None = None
    may_download: bool = False


@dataclass(frozen=True)
class Variation:
    """One kind of random change of a training image.

    Attributes:
        enabled: Whether it happens at all.
        amount: How far it goes at most, in the unit that `Augmentation` states; >= 0.
    """

    enabled: bool
    amount: float


@dataclass(frozen=True)
class Augmentation:
    """Random changes of training images, drawn anew for every image and epoch.

    Attributes:
        reflection: Left and right exchanged; amount is the probability.
        rotation: Turned either way; amount in degrees.
        scaling: Larger or smaller; amount is the share, 0.1 for 0.9 to 1.1.
        aspect: Width against height; amount is the share.
        shift: Moved either way; amount is the share of the side.
        crop: A random part is cut out and enlarged; amount is the largest share of the side that is cut away.
        erasing: A random rectangle is blanked; amount is its largest share of the area.
        noise: Gaussian noise; amount is the largest standard deviation, 1 is the whole grey range.
        brightness: Added grey; amount is the share of the grey range.
        contrast: Stretched around the mean grey; amount is the share.
        gamma: Power of the grey values; amount 0.6 means exponents from 1 / 1.6 to 1.6.
        blur: Gaussian blur; amount is the largest standard deviation, pixels.
    """

    reflection: Variation = Variation(True, 0.5)
    rotation: Variation = Variation(True, 10.0)
    scaling: Variation = Variation(True, 0.1)
    aspect: Variation = Variation(False, 0.12)
    shift: Variation = Variation(False, 0.1)
    crop: Variation = Variation(True, 0.1)
    erasing: Variation = Variation(True, 0.1)
    noise: Variation = Variation(True, 0.03)
    brightness: Variation = Variation(True, 0.1)
    contrast: Variation = Variation(True, 0.1)
    gamma: Variation = Variation(False, 0.6)
    blur: Variation = Variation(False, 1.0)


@dataclass(frozen=True)
class TrainingPlan:
    """One training run.

    Attributes:
        name: Name of the model to be made: letters, digits, `-`, `_`.
        classes: Class names in the order of the outputs, 2 to 10.
        positive_class: The class that decisions are about.
        depth: How much learns.
        recipe: How it learns.
        start: What it starts from.
        folds: How often cross-validated, 2 to 20; 1 trains one fold of 5 for a quick look.
        epochs: Passes over the training images of a fold; None lets the recipe decide (10, pretraining 40).
        batch_size: Images per step.
        learning_rate: Of Adam.
        weight_decay: Of AdamW; 0 is plain Adam.
        seed: Of everything random.
        augmentation: Random changes.
        device: `auto`, `cpu` or `cuda`.
        refits: Whether the final model is trained on all images after the folds.
        against_shortcuts: Whether lungs are put into other images' bodies and spectra are mixed, so that what lies
            outside the lungs says nothing about the class.
        leaves_out_invisible: Whether positive images in whose lungs no opacity is seen are not learnt from. They are
            held out and tested on as ever.
    """

    name: str
    classes: tuple[str, ...]
    positive_class: str
    depth: Depth = Depth.QUICK
    recipe: Recipe = Recipe.PAPER
    start: StartPoint = field(default_factory=StartPoint)
    folds: int = PAPER_FOLDS
    epochs: int | None = None
    batch_size: int = PAPER_BATCH_SIZE
    learning_rate: float = PAPER_LEARNING_RATE
    weight_decay: float = 0.0
    seed: int = 0
    augmentation: Augmentation = field(default_factory=Augmentation)
    device: str = "auto"
    refits: bool = True
    against_shortcuts: bool = False
    leaves_out_invisible: bool = False

    @property
    def needs_lungs(self) -> bool:
        """Whether the lungs of all images must be known before anything is learnt."""
        return self.against_shortcuts or self.leaves_out_invisible
