"""How a model stands at this site: whether it was tried on scans from here, and what that means for its answers."""

from dataclasses import dataclass

from core.model.card import ModelIdentity
from core.model.conformal import DEFAULT_ERROR_LEVEL
from core.model.package import ModelPackage
from core.model.runtime import DeviceChoice
from core.registry.registry import ModelRegistry, user_registry
from core.registry.version import ModelVersion
from core.screening.decision import DecisionPolicy
from core.screening.screener import Screener, load_screener

NOT_COMMISSIONED = "Not commissioned here: nobody has tried this model on scans of this site."
"""Stands with every answer of a model that was not tried here."""


@dataclass(frozen=True, eq=False)
class Standing:
    """What is known about a model at this site.

    Attributes:
        model: Which model.
    """

    model: ModelIdentity

    @property
    def is_commissioned(self) -> bool:
        """Whether the model was tried on scans of this site."""
        return False

    @property
    def sentence(self) -> str:
        """What every answer of the model carries with it here."""
        return NOT_COMMISSIONED

    def policy(self, error_level: float | None) -> DecisionPolicy:
        """Threshold and error level that hold for the model here.

        Args:
            error_level: What the person chose, 0..1, None for nothing; a commissioning goes before it.
        """
        return DecisionPolicy(error_level if error_level is not None else DEFAULT_ERROR_LEVEL)


def standing_of(package: ModelPackage) -> Standing:
    """How a model stands at this site. Another version's commissioning, or other weights', never counts.

    Args:
        package: The model.
    """
    return Standing(package.identity)


def screener_for(
    version: ModelVersion | None = None,
    device: DeviceChoice = DeviceChoice.AUTO,
    error_level: float | None = None,
    registry: ModelRegistry | None = None,
) -> Screener:
    """Make a kept model ready to answer, as it stands at this site.

    Args:
        version: Which, None for the active one.
        device: Where to run the networks.
        error_level: Share of scans of either class whose true answer may be excluded, as the person chose it; None for
            the usual one. What was set when the model was commissioned here goes before it.
        registry: Where models are kept, None for the user's own.

    Raises:
        DeviceUnavailableError: The device asked for cannot be had here.
        InvalidModelPackageError: The model is damaged, or it is not known which is the active one.
        ModelHashMismatchError: Its weights were changed.
        UnknownModelError: The active model is not there any more.
    """
    kept = registry if registry is not None else user_registry()
    return screener_of(version.load() if version is not None else kept.active(), device, error_level)


def screener_of(
    package: ModelPackage, device: DeviceChoice = DeviceChoice.AUTO, error_level: float | None = None
) -> Screener:
    """Make a package ready to answer, as it stands at this site; see `screener_for`.

    Args:
        package: The model.
        device: Where to run the networks.
        error_level: As for `screener_for`.

    Raises:
        DeviceUnavailableError: The device asked for cannot be had here.
        InvalidModelPackageError: A package is damaged.
        ModelHashMismatchError: A package's weights are not its card's.
    """
    standing = standing_of(package)
    return load_screener(package, device, standing.policy(error_level), (standing.sentence,))
