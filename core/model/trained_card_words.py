"""What a person reads of the card of a model that was trained here: kept in English, said in the person's language.

A card is written once, at training, and read by programs and by people of any language. So it holds English sentences,
made from the templates below, and whoever reads a card gets sentences that `tr` words anew.
"""

from core.language import Worded, mark, mark_count, tr
from core.model.bundled_card_words import BUNDLED_NAMES, BUNDLED_SOURCES
from core.phrases import Template, restated

LIMITS = mark(
    "On {images} images of its own training collection, each held out once, this model found {found} of {positives}"
    " {positive_class} cases and called {called} of {negatives} others {that_class}; no other hospital was tested,"
    " where it may do far worse, and a negative answer excludes nothing."
)
HELD_OUT = mark_count(
    "{count} held-out image of its own training collection", "{count} held-out images of its own training collection"
)
CROSS_VALIDATED = mark("its own training collection, cross-validated in {folds} folds")
TITLE = mark("{positive_class} on chest radiographs, trained here as {name}")
START_PACKAGE = mark("{name} {version} (SHA-256 {digest}), itself trained on {images}")
START_FILE = mark("the weights file {name}")
START_IMAGENET = mark("torchvision's ImageNet weights")
START_RANDOM = mark("random")
START_UNKNOWN = mark("a model package")
IMAGES = mark_count("{count} image: {names}", "{count} images: {names}")
"""As `core.model.card.TrainingSummary` counts them."""

TRAINED_CARD_SENTENCES: tuple[Template, ...] = (
    *(LIMITS, HELD_OUT, CROSS_VALIDATED, TITLE, IMAGES),
    *(START_PACKAGE, START_FILE, START_IMAGENET, START_RANDOM, START_UNKNOWN),
    # What a model that started from the bundled one says of it.
    *(*BUNDLED_SOURCES, *BUNDLED_NAMES),
)


def card_text(kept: str) -> Worded:
    """A text of a card, for a person and for programs.

    As a string it is what the card holds. `tr` words it in the person's language where it is made from the sentences
    above, or a bundled model's; what another program wrote stays as it is.

    Args:
        kept: The text on the card.
    """
    text = Worded(lambda: kept)
    text.wording = lambda: card_words(kept)
    return text


def card_words(kept: str) -> str:
    """A text of a card in the language that is in force.

    Args:
        kept: The text on the card.
    """
    said = restated(kept, TRAINED_CARD_SENTENCES)
    return said if said != kept else tr(kept)
