"""The card behind a result: its figures and distributions are not in the result itself."""

from core.errors import HilumError
from core.model.card import ModelCard, ModelIdentity
from core.model.package import BUNDLED_MODEL, bundled_directory, read_package_card
from core.registry.registry import user_registry


def card_of(model: ModelIdentity) -> ModelCard | None:
    """The card of a model that is kept here: by name, version and weights, so that it is never another model's.

    Args:
        model: As a result names it.

    Returns:
        None where it is not kept here any more, or cannot be read.
    """
    try:
        bundled = read_package_card(bundled_directory(BUNDLED_MODEL))
        if bundled.identity == model:
            return bundled
        versions = user_registry().versions()
    except HilumError:
        return None
    return next((version.card for version in versions if version.card.identity == model), None)
