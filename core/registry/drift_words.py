"""The drift watch in sentences: the same in the window and on the command line."""

from core.language import mark, tr
from core.number_format import decimal, integer, percent, percentage, tr_count, with_small_initial
from core.registry.days import day_text
from core.registry.drift import LEAST_NOW, LEAST_THEN, DriftLevel, DriftReference, DriftReport, QuantityDrift, Quartiles
from core.registry.scan_numbers import Quantity

LEVEL_WORDS = {
    DriftLevel.UNKNOWN: mark("Too early to say"),
    DriftLevel.STEADY: mark("As before"),
    DriftLevel.LOOK: mark("Worth a look"),
    DriftLevel.CHANGED: mark("Changed"),
}

_NAMES = {
    Quantity.SCORE: mark("Probability of the finding"),
    Quantity.OPACITY_EXTENT: mark("Opacity in the lungs"),
    Quantity.LUNG_FRACTION: mark("Lungs' share of the picture"),
    Quantity.FEATURE_DISTANCE: mark("Distance from the training images"),
    Quantity.GREY_MEDIAN: mark("Brightness"),
    Quantity.GREY_SPREAD: mark("Contrast"),
    Quantity.AGE: mark("Age of the patients"),
}

_CAUSES = {
    Quantity.SCORE: mark("the patients, or how the model sees these scans"),
    Quantity.OPACITY_EXTENT: mark("the patients, or how the lung network sees these scans"),
    Quantity.LUNG_FRACTION: mark("positioning, collimation or the patients' size"),
    Quantity.FEATURE_DISTANCE: mark("the scanner, its processing or the patients"),
    Quantity.GREY_MEDIAN: mark("the scanner, its exposure or its processing"),
    Quantity.GREY_SPREAD: mark("the scanner, its exposure or its processing"),
    Quantity.AGE: mark("the patients"),
}
_SHARES = frozenset(Quantity) - {Quantity.FEATURE_DISTANCE, Quantity.AGE}


def quantity_name(quantity: Quantity) -> str:
    """What a person calls it."""
    return tr(_NAMES[quantity])


def is_share(quantity: Quantity) -> bool:
    """Whether it is a share, shown in percent."""
    return quantity in _SHARES


def describe_drift(report: DriftReport) -> str:
    """The outcome in a sentence or two: what happened and what to do."""
    if report.reference is DriftReference.NOTHING:
        return tr(
            "Too early to say: the model was not commissioned here, and has not seen enough scans to compare later"
            " ones with. From {count} scans on the last are held against the first; a commissioning"
            " makes it surer, and sooner."
        ).format(count=integer(LEAST_THEN + LEAST_NOW))
    return _compared(report).format(
        scans=_scans(report.scans), before=_before(report), needed=integer(LEAST_NOW), listed=", ".join(_found(report))
    )


def _compared(report: DriftReport) -> str:
    if report.level is DriftLevel.UNKNOWN:
        if report.reference is DriftReference.COMMISSIONING:
            return tr(
                "Too early to say: the record holds {scans} by this model since its commissioning; it takes {needed} to"
                " hold against {before}."
            )
        return tr(
            "Too early to say: the record holds {scans} by this model; it takes {needed} to hold against {before}."
        )
    if report.level is DriftLevel.STEADY:
        return tr("The last {scans} are like {before}.")
    if report.level is DriftLevel.CHANGED:
        return tr(
            "The last {scans} are no longer like {before}. Changed: {listed}. Find out what is different, and"
            " commission the model again before you rely on its figures."
        )
    return tr("The last {scans} differ somewhat from {before}. Keep an eye on: {listed}.")


def describe_quantity(drift: QuantityDrift) -> str:
    """One quantity: where its middle half lay and lies, and what a change may mean."""
    then, now = (_middle(quartiles, drift.quantity) for quartiles in (drift.then, drift.now))
    middles = tr("Middle half of the scans: {then} then, {now} now.").format(then=then, now=now)
    if drift.level in (DriftLevel.LOOK, DriftLevel.CHANGED):
        return f"{middles} {tr('Possible reasons: {causes}.').format(causes=tr(_CAUSES[drift.quantity]))}"
    return middles


def describe_measures(drift: QuantityDrift) -> str:
    """The statistics, for those who want them."""
    return tr(
        "Population stability index {index} beyond chance; Kolmogorov-Smirnov {statistic}, p {p} after Holm; {scans}."
    ).format(
        index=decimal(drift.comparison.index, 2),
        statistic=decimal(drift.comparison.statistic, 2),
        p=f"< {decimal(0.001, 3)}" if drift.p < 0.001 else decimal(drift.p, 3),
        scans=_scans(drift.scans),
    )


def describe_notices(report: DriftReport) -> tuple[str, ...]:
    """What else there is to know: equipment, refusals, the model, and how far the comparison carries."""
    lines = [
        tr("{share} of the last scans are from equipment of {maker}, which was not there before.").format(
            share=percent(share), maker=maker
        )
        for maker, share in (report.new_makers or {}).items()
    ]
    if report.refusals is not None and report.refusals.level is not DriftLevel.STEADY:
        lines.append(
            tr("The gate refuses {now} of the scans; it refused {then} before.").format(
                now=percent(report.refusals.now), then=percent(report.refusals.then)
            )
        )
    if report.other_model:
        lines.append(
            tr("Another model answered as late as {day}: only scans of the active one are compared.").format(
                day=day_text(report.other_model)
            )
        )
    if report.positives_now is not None and report.positives_then is not None:
        lines.append(
            tr(
                "By their probabilities about {now} of the last scans have the finding, against {then} of the cases at"
                " commissioning; the comparison allows for that."
            ).format(now=percent(report.positives_now), then=percent(report.positives_then))
        )
    if report.few_comparable:
        lines.append(tr("There are so few earlier scans like these that only large changes can be seen."))
    return tuple(lines)


def _found(report: DriftReport) -> list[str]:
    gravest = report.level
    names = [with_small_initial(quantity_name(drift.quantity)) for drift in report.quantities if drift.level is gravest]
    if report.refusals is not None and report.refusals.level is gravest:
        names.append(tr("how often the gate refuses"))
    if report.new_makers and gravest is DriftLevel.LOOK:
        names.append(tr("the equipment"))
    return names


def _before(report: DriftReport) -> str:
    if report.reference is DriftReference.COMMISSIONING:
        text = tr("the {scans} cases of the commissioning on {day}")
        scans = integer(report.reference_scans)
    else:
        text = tr("the first {scans} here, from {day} on")
        scans = _scans(report.reference_scans)
    return text.format(scans=scans, day=day_text(report.reference_date))


def _middle(quartiles: Quartiles, quantity: Quantity) -> str:
    factor, digits = (100, 1) if quantity in _SHARES else (1, 0 if quantity is Quantity.AGE else 2)
    middle = tr("{low} to {high}").format(
        low=decimal(factor * quartiles.low, digits), high=decimal(factor * quartiles.high, digits)
    )
    return percentage(middle) if quantity in _SHARES else middle


def _scans(count: int) -> str:
    return tr_count("{count} scan", "{count} scans", count)
