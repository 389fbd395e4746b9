"""Invented figures of models that do and do not look at the disease."""

from core.model.card import ShortcutAudit, ShortcutVerdict
from core.training.disease_figures import DiseaseFigures, EvidenceShare, LungsProbes
from core.training.left_out_sources import LeftOutSource, LeftOutSources
from core.training.promises import PromiseKept
from core.training.results import Estimate

AUDIT = ShortcutAudit(
    ShortcutVerdict.SUSPECTED,
    "Shortcut suspected: in this model's training images something other than the disease hints at the answer.",
    ("Corners: markers and letters: tells the class with AUC 0.870 (0.840 to 0.900), p < 0.05.",),
)


def probes(hidden: Estimate, evidence: float = 0.6) -> LungsProbes:
    """Of five folds on 200 images."""
    shares = (
        EvidenceShare("COVID-19", "", 90, Estimate(evidence, evidence - 0.05, evidence + 0.05), 0.3),
        EvidenceShare("COVID-19", "North", 40, Estimate(evidence, evidence - 0.08, evidence + 0.08), 0.3),
        EvidenceShare("COVID-19", "South", 50, Estimate(evidence, evidence - 0.07, evidence + 0.07), 0.3),
        EvidenceShare("Non-COVID-19", "", 60, Estimate(0.3, 0.2, 0.4), 0.35),
    )
    whole, alone = Estimate(0.98, 0.96, 0.99), Estimate(0.9, 0.86, 0.93)
    return LungsProbes(5, 200, 3, whole, hidden, alone, shares)


PROMISES = (
    PromiseKept(0.05, True, 100, Estimate(0.95, 0.89, 0.98), Estimate(0.12, 0.07, 0.2)),
    PromiseKept(0.05, False, 100, Estimate(0.85, 0.77, 0.91), Estimate(0.1, 0.06, 0.17)),
    PromiseKept(0.1, True, 100, Estimate(0.9, 0.83, 0.94), Estimate(0.05, 0.02, 0.11)),
    PromiseKept(0.1, False, 100, Estimate(0.9, 0.83, 0.94), Estimate(0.04, 0.02, 0.1)),
)

DOES_NOT_LOOK = DiseaseFigures(
    AUDIT,
    probes(Estimate(0.93, 0.9, 0.95), evidence=0.2),
    LeftOutSources(
        (
            LeftOutSource("North", 40, 60, Estimate(0.6, 0.5, 0.7), Estimate(0.97, 0.95, 0.99)),
            LeftOutSource("South", 50, 50, Estimate(0.93, 0.9, 0.96), Estimate(0.95, 0.92, 0.98)),
        ),
        is_last_layer_only=True,
    ),
    PROMISES,
)
LOOKS = DiseaseFigures(
    ShortcutAudit(ShortcutVerdict.NONE_FOUND, "No shortcut was found in this model's training images.", ()),
    probes(Estimate(0.52, 0.44, 0.6)),
    LeftOutSources((), reason="all images come from one source"),
    PROMISES[:1] + PROMISES[2:],
)
