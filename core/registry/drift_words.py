"""The drift watch in sentences: the same in the window and on the command line."""

from core.registry.drift import LEAST_NOW, LEAST_THEN, DriftLevel, DriftReference, DriftReport, QuantityDrift, Quartiles
from core.registry.scan_numbers import Quantity

LEVEL_WORDS = {
    DriftLevel.UNKNOWN: "Too early to say",
    DriftLevel.STEADY: "As before",
    DriftLevel.LOOK: "Worth a look",
    DriftLevel.CHANGED: "Changed",
}

_NAMES = {
    Quantity.SCORE: "Probability of the finding",
    Quantity.OPACITY_EXTENT: "Opacity in the lungs",
    Quantity.LUNG_FRACTION: "Lungs' share of the picture",
    Quantity.FEATURE_DISTANCE: "Distance from the training images",
    Quantity.GREY_MEDIAN: "Brightness",
    Quantity.GREY_SPREAD: "Contrast",
    Quantity.AGE: "Age of the patients",
}

_CAUSES = {
    Quantity.SCORE: "the patients, or how the model sees these scans",
    Quantity.OPACITY_EXTENT: "the patients, or how the lung network sees these scans",
    Quantity.LUNG_FRACTION: "positioning, collimation or the patients' size",
    Quantity.FEATURE_DISTANCE: "the scanner, its processing or the patients",
    Quantity.GREY_MEDIAN: "the scanner, its exposure or its processing",
    Quantity.GREY_SPREAD: "the scanner, its exposure or its processing",
    Quantity.AGE: "the patients",
}
_SHARES = frozenset(Quantity) - {Quantity.FEATURE_DISTANCE, Quantity.AGE}


def quantity_name(quantity: Quantity) -> str:
    """What a person calls it."""
    return _NAMES[quantity]


def is_share(quantity: Quantity) -> bool:
    """Whether it is a share, shown in percent."""
    return quantity in _SHARES


def describe_drift(report: DriftReport) -> str:
    """The outcome in a sentence or two: what happened and what to do."""
    if report.reference is DriftReference.NOTHING:
        return (
            "Too early to say: the model was not commissioned here, and has not seen enough scans to compare later"
            f" ones with. From {LEAST_THEN + LEAST_NOW} scans on the last are held against the first; a commissioning"
            " makes it surer, and sooner."
        )
    if report.level is DriftLevel.UNKNOWN:
        since = " since its commissioning" if report.reference is DriftReference.COMMISSIONING else ""
        return (
            f"Too early to say: the record holds {_scans(report.scans)} by this model{since}; it takes"
            f" {LEAST_NOW} to hold against {_before(report)}."
        )
    found = _found(report)
    if report.level is DriftLevel.STEADY:
        return f"The last {_scans(report.scans)} are like {_before(report)}."
    listed = ", ".join(found)
    if report.level is DriftLevel.CHANGED:
        return (
            f"The last {_scans(report.scans)} are no longer like {_before(report)}. Changed: {listed}. Find out what is"
            " different, and commission the model again before you rely on its figures."
        )
    return f"The last {_scans(report.scans)} differ somewhat from {_before(report)}. Keep an eye on: {listed}."


def describe_quantity(drift: QuantityDrift) -> str:
    """One quantity: where its middle half lay and lies, and what a change may mean."""
    then, now = (_middle(quartiles, drift.quantity) for quartiles in (drift.then, drift.now))
    middles = f"Middle half of the scans: {then} then, {now} now."
    if drift.level in (DriftLevel.LOOK, DriftLevel.CHANGED):
        return f"{middles} Possible reasons: {_CAUSES[drift.quantity]}."
    return middles


def describe_measures(drift: QuantityDrift) -> str:
    """The statistics, for those who want them."""
    p = "< 0.001" if drift.p < 0.001 else f"{drift.p:.3f}"
    comparison = drift.comparison
    return (
        f"Population stability index {comparison.index:.2f} beyond chance; Kolmogorov-Smirnov"
        f" {comparison.statistic:.2f}, p {p} after Holm; {_scans(drift.scans)}."
    )


def describe_notices(report: DriftReport) -> tuple[str, ...]:
    """What else there is to know: equipment, refusals, the model, and how far the comparison carries."""
    lines = [
        f"{share:.0%} of the last scans are from equipment of {maker}, which was not there before."
        for maker, share in (report.new_makers or {}).items()
    ]
    if report.refusals is not None and report.refusals.level is not DriftLevel.STEADY:
        lines.append(
            f"The gate refuses {report.refusals.now:.0%} of the scans; it refused {report.refusals.then:.0%} before."
        )
    if report.other_model:
        lines.append(
            f"Another model answered as late as {report.other_model[:10]}: only scans of the active one are compared."
        )
    if report.positives_now is not None and report.positives_then is not None:
        lines.append(
            f"By their probabilities about {report.positives_now:.0%} of the last scans have the finding, against"
            f" {report.positives_then:.0%} of the cases at commissioning; the comparison allows for that."
        )
    if report.few_comparable:
        lines.append("There are so few earlier scans like these that only large changes can be seen.")
    return tuple(lines)


def _found(report: DriftReport) -> list[str]:
    gravest = report.level
    names = [quantity_name(drift.quantity).lower() for drift in report.quantities if drift.level is gravest]
    if report.refusals is not None and report.refusals.level is gravest:
        names.append("how often the gate refuses")
    if report.new_makers and gravest is DriftLevel.LOOK:
        names.append("the equipment")
    return names


def _before(report: DriftReport) -> str:
    day = report.reference_date[:10]
    if report.reference is DriftReference.COMMISSIONING:
        return f"the {report.reference_scans:,} cases of the commissioning on {day}"
    return f"the first {_scans(report.reference_scans)} here, from {day} on"


def _middle(quartiles: Quartiles, quantity: Quantity) -> str:
    if quantity in _SHARES:
        return f"{100 * quartiles.low:.1f} to {100 * quartiles.high:.1f}%"
    digits = 0 if quantity is Quantity.AGE else 2
    return f"{quartiles.low:.{digits}f} to {quartiles.high:.{digits}f}"


def _scans(count: int) -> str:
    return f"{count:,} scan" if count == 1 else f"{count:,} scans"
