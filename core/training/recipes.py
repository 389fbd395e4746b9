"""How a network learns: what the two recipes mean in numbers. Imports no torch."""

from dataclasses import dataclass, replace

from core.training.plan import Augmentation, Depth, Recipe, StartKind, StartPoint, TrainingPlan, Variation

PAPER_EPOCHS = 10

TRANSPLANTED_SHARE = 0.8
"""Against shortcuts: share of the samples whose lungs get another body."""
MIXED_SHARE = 0.6
"""Against shortcuts: share of the samples whose spectrum is mixed."""
MOST_MIXED = 0.8
"""Against shortcuts: largest share of the amplitude that is another image's. Source of the three: the bundled model's
card, stage 2."""
COMPOSITES_EACH = 6
"""Against shortcuts at the quick depth: composites of each image, of which a fold of five uses about four. Each costs
as much as the image itself."""

PRETRAIN_EPOCHS = 40
PRETRAIN_BATCH_SIZE = 256
PRETRAIN_LEARNING_RATE = 1.2e-3
PRETRAIN_WEIGHT_DECAY = 0.05
PRETRAIN_AUGMENTATION = Augmentation(
    reflection=Variation(True, 0.5),
    rotation=Variation(True, 11.0),
    # The card says 0.8 to 1.1: the crop below makes the larger ones.
    scaling=Variation(True, 0.2),
    aspect=Variation(True, 0.12),
    shift=Variation(True, 0.1),
    crop=Variation(True, 0.28),
    erasing=Variation(True, 0.1),
    noise=Variation(True, 0.06),
    brightness=Variation(False, 0.1),
    contrast=Variation(False, 0.1),
    gamma=Variation(True, 0.6),
    blur=Variation(True, 1.0),
)


@dataclass(frozen=True)
class RecipeSettings:
    """What a recipe sets beside the plan.

    Attributes:
        epochs: Where the plan names none.
        label_smoothing: Share of the target that all classes have in common.
        averaging: Decay of the exponential moving average of the weights, None for none.
        one_cycle: Whether the learning rate rises and falls once; else it is constant.
        balances_sources: Whether every source is drawn equally often.
        decoupled_decay: Whether AdamW is used even without weight decay.
    """

    epochs: int
    label_smoothing: float
    averaging: float | None
    one_cycle: bool
    balances_sources: bool
    decoupled_decay: bool


_SETTINGS = {
    Recipe.PAPER: RecipeSettings(PAPER_EPOCHS, 0.0, None, False, False, False),
    # Source: stage 1 of the bundled model's card.
    Recipe.PRETRAIN: RecipeSettings(PRETRAIN_EPOCHS, 0.05, 0.998, True, True, True),
}


def settings_of(plan: TrainingPlan) -> RecipeSettings:
    """What the plan's recipe sets."""
    return _SETTINGS[plan.recipe]


def epochs_of(plan: TrainingPlan) -> int:
    """Epochs of each fold and of the refit."""
    return plan.epochs if plan.epochs is not None else settings_of(plan).epochs


def pretrain_plan(
    name: str, classes: tuple[str, ...], positive_class: str, chosen: TrainingPlan | None = None
) -> TrainingPlan:
    """The plan that makes a network like the bundled one's stage 1, from random weights.

    One held-out fold for its figures, then all images. What a person chose stays; what is still as the paper's
    recipe has it becomes the pretraining recipe's.

    Args:
        name: Name of the model.
        classes: In the order of the outputs.
        positive_class: The class that decisions are about.
        chosen: What a person chose, None for nothing.

    Source: `resources/models/resnet50_cxr_v1/card.json`, training stage 1. The card names no weight decay; 0.05 is
        what AdamW is commonly used with for networks from scratch.
    """
    paper = TrainingPlan(name, classes, positive_class)
    plan = chosen if chosen is not None else paper
    ours = replace(
        paper,
        depth=Depth.FULL,
        recipe=Recipe.PRETRAIN,
        start=StartPoint(StartKind.RANDOM),
        folds=1,
        batch_size=PRETRAIN_BATCH_SIZE,
        learning_rate=PRETRAIN_LEARNING_RATE,
        weight_decay=PRETRAIN_WEIGHT_DECAY,
        augmentation=PRETRAIN_AUGMENTATION,
    )
    changed = {field: value for field, value in vars(plan).items() if value != getattr(paper, field)}
    return replace(ours, **{**changed, "recipe": Recipe.PRETRAIN, "depth": Depth.FULL})
