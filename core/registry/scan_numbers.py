"""A scan as a handful of numbers: what the drift watch keeps of it. No picture, no name, no date of birth."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from core.screening.gate import GateLevel
from core.screening.recording import result_draft
from core.screening.result import ScanResult


class Quantity(StrEnum):
    """What is watched. The values are stable: they are written into files."""

    SCORE = "score"
    """Probability of the positive class."""
    OPACITY_EXTENT = "opacity_extent"
    LUNG_FRACTION = "lung_fraction"
    FEATURE_DISTANCE = "feature_distance"
    """How far the classifier's features lie from those of its training images."""
    GREY_MEDIAN = "grey_median"
    GREY_SPREAD = "grey_spread"
    AGE = "age"
    """Of the patient, years."""


@dataclass(frozen=True)
class ScanNumbers:
    """One scan.

    Attributes:
        input_sha256: What tells scans apart; a scan that is looked at twice counts once.
        is_refused: Whether the gate refused it.
        manufacturer: Who made the equipment; empty where that is not known.
        values: What was measured, as far as it is known. Of a refused scan nothing is kept here.
    """

    input_sha256: str
    is_refused: bool = False
    manufacturer: str = ""
    values: Mapping[Quantity, float] = field(default_factory=dict)


@dataclass(frozen=True)
class ScansInNumbers:
    """Many scans.

    Attributes:
        values: Quantity to its values, one per scan in which it is known, in no order.
        scans: How many scans.
        refused: How many of them the gate refused.
        manufacturers: Who made the equipment, to how many scans; empty text where it is not known.
    """

    values: Mapping[Quantity, tuple[float, ...]]
    scans: int
    refused: int
    manufacturers: Mapping[str, int]


def scan_numbers(result: ScanResult) -> ScanNumbers:
    """Reduce a result to what the drift watch looks at: the same that its entry in the record says."""
    return numbers_in(result_draft(result).content)


def numbers_in(content: Mapping[str, Any]) -> ScanNumbers:
    """What the drift watch looks at, from the content of a result's entry in the record.

    Args:
        content: Made by `core.record.contents.result_content`; of an older entry less is known.
    """
    measured = content.get("measurements") or {}
    manufacturer = str(measured.get("manufacturer") or "")
    sha256 = str(content["input_sha256"])
    if content["gate"] == GateLevel.REFUSE:
        return ScanNumbers(sha256, True, manufacturer)
    stated = {Quantity.SCORE: "probability"}
    found = {
        quantity: measured.get(quantity.value, content.get(stated.get(quantity, quantity.value)))
        for quantity in Quantity
    }
    known = {quantity: float(value) for quantity, value in found.items() if isinstance(value, int | float)}
    return ScanNumbers(sha256, False, manufacturer, known)


def together(scans: Sequence[ScanNumbers]) -> ScansInNumbers:
    """Put scans together, quantity by quantity."""
    manufacturers: dict[str, int] = {}
    for scan in scans:
        manufacturers[scan.manufacturer] = manufacturers.get(scan.manufacturer, 0) + 1
    return ScansInNumbers(
        {
            quantity: tuple(scan.values[quantity] for scan in scans if quantity in scan.values)
            for quantity in Quantity
            if any(quantity in scan.values for scan in scans)
        },
        len(scans),
        sum(scan.is_refused for scan in scans),
        manufacturers,
    )
