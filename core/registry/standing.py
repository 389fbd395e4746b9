"""How a model stands at this site: whether it was tried on scans from here, and what that means for its answers."""

import math
from dataclasses import dataclass, replace

from core.errors import InvalidRunError, NewerRunError, UnknownModelError
from core.language import Worded, mark, tr
from core.model.card import ModelIdentity
from core.model.conformal import DEFAULT_ERROR_LEVEL
from core.model.package import ModelPackage
from core.model.runtime import DeviceChoice
from core.number_format import integer, percentage
from core.registry.commissioned import Commissioning, KeptCommissionings, user_commissionings
from core.registry.days import day_text
from core.registry.registry import ModelRegistry, user_registry
from core.registry.version import ModelVersion
from core.screening.decision import DecisionPolicy
from core.screening.screener import Screener, load_screener
from core.training.results import Estimate

NOT_COMMISSIONED = mark("Not commissioned here: nobody has tried this model on scans of this site.")
"""Stands with every answer of a model that was not tried here; shown by `tr`."""

_UNREADABLE = mark("Its commissioning here cannot be read and does not count: commission it again.")
_NEWER = mark(
    "Its commissioning here was written by a newer version of Hilum, cannot be read by this one and does not count."
)
_OTHER_WEIGHTS = mark(
    "A model of this name and version was commissioned here, but with other weights: that does not count for this one."
)


@dataclass(frozen=True, eq=False)
class Standing:
    """What is known about a model at this site.

    Attributes:
        model: Which model.
        commissioning: How it was tried here, None where it was not.
        problem: Why a commissioning that is there does not count, a sentence; empty where nothing is wrong.
    """

    model: ModelIdentity
    commissioning: Commissioning | None = None
    problem: str = ""

    @property
    def is_commissioned(self) -> bool:
        """Whether the model was tried on scans of this site."""
        return self.commissioning is not None

    @property
    def sentence(self) -> str:
        """What every answer of the model carries with it here; English as it is, shown by `tr`."""
        if self.commissioning is None:
            problem = self.problem
            return Worded(lambda: " ".join(filter(None, (tr(NOT_COMMISSIONED), tr(problem)))))
        commissioning = self.commissioning
        return Worded(lambda: commissioned_sentence(commissioning))

    def policy(self, error_level: float | None) -> DecisionPolicy:
        """Threshold and error level that hold for the model here.

        Args:
            error_level: What the person chose, 0..1, None for nothing; a commissioning goes before it.
        """
        if self.commissioning is not None:
            return DecisionPolicy(self.commissioning.error_level, self.commissioning.threshold)
        return DecisionPolicy(error_level if error_level is not None else DEFAULT_ERROR_LEVEL)


def standing_of(package: ModelPackage, kept: KeptCommissionings | None = None) -> Standing:
    """How a model stands at this site. Another version's commissioning, or other weights', never counts.

    Args:
        package: The model.
        kept: Where commissionings are kept, None for the user's own.
    """
    commissionings = kept if kept is not None else user_commissionings()
    try:
        found = commissionings.read(package.card)
    except UnknownModelError:
        found = None  # Nothing can be kept here, or not about a model of this name.
    except NewerRunError:
        return Standing(package.identity, None, _NEWER)
    except InvalidRunError:
        return Standing(package.identity, None, _UNREADABLE)
    if found is not None and not found.is_of(package.card):
        return Standing(package.identity, None, _OTHER_WEIGHTS)
    return Standing(package.identity, found)


def screener_for(
    version: ModelVersion | None = None,
    device: DeviceChoice = DeviceChoice.AUTO,
    error_level: float | None = None,
    registry: ModelRegistry | None = None,
    kept: KeptCommissionings | None = None,
) -> Screener:
    """Make a kept model ready to answer, as it stands at this site.

    Args:
        version: Which, None for the active one.
        device: Where to run the networks.
        error_level: Share of scans of either class whose true answer may be excluded, as the person chose it; None for
            the usual one. What was set when the model was commissioned here goes before it.
        registry: Where models are kept, None for the user's own.
        kept: Where commissionings are kept, None for the user's own.

    Raises:
        DeviceUnavailableError: The device asked for cannot be had here.
        InvalidModelPackageError: The model is damaged, or it is not known which is the active one.
        ModelHashMismatchError: Its weights were changed.
        UnknownModelError: The active model is not there any more.
    """
    models = registry if registry is not None else user_registry()
    return screener_of(version.load() if version is not None else models.active(), device, error_level, kept)


def screener_of(
    package: ModelPackage,
    device: DeviceChoice = DeviceChoice.AUTO,
    error_level: float | None = None,
    kept: KeptCommissionings | None = None,
) -> Screener:
    """Make a package ready to answer, as it stands at this site; see `screener_for`.

    Args:
        package: The model.
        device: Where to run the networks.
        error_level: As for `screener_for`.
        kept: Where commissionings are kept, None for the user's own.

    Raises:
        DeviceUnavailableError: The device asked for cannot be had here.
        InvalidModelPackageError: A package is damaged.
        ModelHashMismatchError: A package's weights are not its card's.
    """
    standing = standing_of(package, kept)
    policy = standing.policy(error_level)
    screener = load_screener(package, device, policy, (standing.sentence,), is_commissioned=standing.is_commissioned)
    if standing.commissioning is not None and standing.commissioning.local_scores is not None:
        return replace(screener, calibration=standing.commissioning.local_scores.calibration)
    return screener


def commissioned_sentence(commissioning: Commissioning) -> str:
    """When, by whom, on how many cases and with what outcome a model was commissioned."""
    if commissioning.person:
        text = tr(
            "Commissioned here{place} on {day} by {person} on {positive} + {negative} cases: sensitivity {sensitivity},"
            " specificity {specificity}."
        )
    else:
        text = tr(
            "Commissioned here{place} on {day} on {positive} + {negative} cases: sensitivity {sensitivity},"
            " specificity {specificity}."
        )
    cases = commissioning.cases
    return text.format(
        place=f" ({commissioning.place})" if commissioning.place else "",
        day=day_text(commissioning.date),
        person=commissioning.person,
        positive=integer(cases.positive),
        negative=integer(cases.negative),
        sensitivity=share_text(commissioning.sensitivity),
        specificity=share_text(commissioning.specificity),
    )


def share_text(estimate: Estimate) -> str:
    """A share with its interval in whole percent: `88% (74 to 95%)`; nearly all is never said to be all."""
    if not math.isfinite(estimate.value):
        return tr("not known")
    share = _percentage(_whole(estimate.value))
    if not math.isfinite(estimate.low + estimate.high):
        return share
    interval = tr("{low} to {high}").format(low=_whole(estimate.low), high=_whole(estimate.high))
    return f"{share} ({_percentage(interval)})"


def _percentage(number: str) -> str:
    """With the sign of "more" or "less" before that of percent, where a language writes that first."""
    sign = number[0] if number[0] in "<>" else ""
    return sign + percentage(number.removeprefix(sign))


def _whole(share: float) -> str:
    rounded = round(100 * share)
    if rounded == 100 and share < 1:
        return ">99"
    return "<1" if rounded == 0 and share > 0 else str(rounded)
