"""Everything that answers about a scan, ready: classifier, lung network, calibration and the rules between them."""

from dataclasses import dataclass, field

from core.language import Worded, tr
from core.model.card import EvidenceRule, ModelCard
from core.model.class_words import class_word
from core.model.classifier import Classifier, load_classifier
from core.model.conformal import CalibrationScores, read_conformal
from core.model.lungs import LungNetwork, load_lung_network
from core.model.package import ModelPackage, bundled_package
from core.model.runtime import DeviceChoice
from core.screening.decision import DecisionPolicy
from core.screening.gate_checks import ScanGate, open_gate


@dataclass(frozen=True, eq=False)
class Screener:
    """A model and all that keeps its answers honest. Any number of threads may use it at once.

    Attributes:
        classifier: The model.
        lungs: The lung network, None where it is not asked.
        gate: Says whether the model may judge a scan.
        calibration: What prediction sets are made from, None where the package has none.
        rule: How the lungs bear on the answer, None for not at all.
        policy: What a person or a commissioning sets.
        statements: What every answer carries with it here, a sentence each.
        is_commissioned: Whether the model was commissioned at this site.
    """

    classifier: Classifier
    lungs: LungNetwork | None = None
    gate: ScanGate = field(default_factory=ScanGate)
    calibration: CalibrationScores | None = None
    rule: EvidenceRule | None = None
    policy: DecisionPolicy = field(default_factory=DecisionPolicy)
    statements: tuple[str, ...] = ()
    is_commissioned: bool = False

    @property
    def card(self) -> ModelCard:
        """What the model says about itself."""
        return self.classifier.package.card

    @property
    def threshold(self) -> float:
        """Probability of the positive class from which the classifier leans positive."""
        return self.policy.threshold if self.policy.threshold is not None else self.card.threshold


def load_screener(
    package: ModelPackage | None = None,
    device: DeviceChoice = DeviceChoice.AUTO,
    policy: DecisionPolicy | None = None,
    statements: tuple[str, ...] = (),
    *,
    is_commissioned: bool = False,
) -> Screener:
    """Make a model ready to answer, with the lung network beside it.

    Args:
        package: The model, None for the bundled one.
        device: Where to run both networks.
        policy: Error level and threshold, None for the defaults.
        statements: What every answer is to carry with it, beside what the card's audit says.
        is_commissioned: Whether the model was commissioned at this site.

    Raises:
        DeviceUnavailableError: The device asked for cannot be had here.
        InvalidModelPackageError: A package is damaged.
        ModelHashMismatchError: A package's weights are not its card's.
    """
    chosen = package if package is not None else bundled_package()
    card = chosen.card
    path = chosen.conformal_path
    rule, about_rule = _rule_of(card)
    audit = (card.audit.sentence,) if card.audit is not None else ()
    return Screener(
        classifier=load_classifier(chosen, device),
        lungs=load_lung_network(device=device),
        gate=open_gate(chosen),
        calibration=read_conformal(path) if path is not None else None,
        rule=rule,
        policy=policy if policy is not None else DecisionPolicy(),
        statements=(*statements, *audit, *about_rule),
        is_commissioned=is_commissioned,
    )


def _rule_of(card: ModelCard) -> tuple[EvidenceRule | None, tuple[str, ...]]:
    """The rule of evidence, and what to say of it.

    Opacity speaks for the bundled model's finding, whoever classifies; of another finding it may say nothing.
    """
    if card.evidence is not None:
        return card.evidence, ()
    bundled = bundled_package().card
    if card.positive_class.casefold() != bundled.positive_class.casefold():
        return None, (Worded(lambda: _no_bearing(card.positive_class)),)
    return bundled.evidence, (Worded(lambda: _borrowed(bundled.name)),)


def _no_bearing(positive_class: str) -> str:
    text = tr("The lungs do not bear on its answers: opacity need not speak for {finding}.")
    return text.format(finding=class_word(positive_class))


def _borrowed(model: str) -> str:
    return tr("How the lungs bear on its answers was fitted for {model}, not for this model.").format(model=model)
