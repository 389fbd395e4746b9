"""A model's answer as groups of TID 1501: the finding with its numbers, and what the lungs show."""

# untranslated module: written into DICOM objects

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pydicom.sr.coding import Code

from core.interchange.results import codes
from core.interchange.results.cleaning import valid_text
from core.interchange.results.image_reference import source_of_group
from core.interchange.results.study import SourceStudy
from core.interchange.results.uids import new_uid
from core.model.card import ModelIdentity
from core.model.conformal import PredictionSet
from core.model.lung_regions import Side, Zone
from core.screening.decision import LungEvidence
from core.screening.result import ScanResult

if TYPE_CHECKING:
    import highdicom as hd

_SIDES = {Side.RIGHT: codes.RIGHT, Side.LEFT: codes.LEFT}
_ZONES = {Zone.UPPER: codes.UPPER_ZONE, Zone.MIDDLE: codes.MIDDLE_ZONE, Zone.LOWER: codes.LOWER_ZONE}
_DECIMALS = 6


def finding_groups(result: ScanResult, study: SourceStudy) -> "Iterator[hd.sr.MeasurementsAndQualitativeEvaluations]":
    """The groups of an answer.

    The decision stands as "COVID-19: Negative", the finding being the question and the decision its value: a reader
    that looks for findings cannot take a negative answer for one.

    Args:
        result: The answer. Of a refused scan that nobody overrode no number is written.
        study: The scan.
    """
    import highdicom as hd

    finding = codes.finding_code(result.positive_class)
    evaluations = [hd.sr.QualitativeEvaluation(finding, codes.DECISIONS[result.decision])]
    possible = result.verdict.prediction_set
    if result.shows_probabilities:
        evaluations.append(hd.sr.QualitativeEvaluation(codes.LEAN, codes.DECISIONS[result.verdict.lean]))
        if possible is not None:
            evaluations.append(hd.sr.QualitativeEvaluation(codes.POSSIBLE_ANSWERS, _possible(possible)))
    yield hd.sr.MeasurementsAndQualitativeEvaluations(
        tracking_identifier=_tracking("Classification"),
        algorithm_id=_algorithm(result.model, _parameters(result)),
        finding_sites=[hd.sr.FindingSite(codes.CHEST)] if result.shows_probabilities else None,
        measurements=list(_numbers(result, possible)) if result.shows_probabilities else None,
        qualitative_evaluations=evaluations,
        source_images=[source_of_group(study)],
    )
    evidence, lung_model = result.shown_evidence, result.lung_model
    if evidence is not None:
        yield hd.sr.MeasurementsAndQualitativeEvaluations(
            tracking_identifier=_tracking("Opacity of the lungs"),
            algorithm_id=_algorithm(lung_model, ()) if lung_model is not None else None,
            finding_sites=[hd.sr.FindingSite(codes.LUNG, codes.BOTH_SIDES)],
            measurements=list(_extents(evidence)),
            source_images=[source_of_group(study)],
        )


def _numbers(result: ScanResult, possible: PredictionSet | None) -> "Iterator[hd.sr.Measurement]":
    yield _share(codes.PROBABILITY, result.positive_probability)
    for name, probability in zip(result.classes, result.probabilities, strict=True):
        if name != result.positive_class:
            yield _share(codes.probability_code(name), probability)
    yield _share(codes.THRESHOLD, result.threshold)
    if possible is not None:
        yield _share(codes.P_POSITIVE, possible.positive_p)
        yield _share(codes.P_NEGATIVE, possible.negative_p)
        yield _share(codes.ERROR_LEVEL, possible.error_level)
    evidence = result.shown_evidence
    if evidence is not None and evidence.activation_in_lungs is not None:
        yield _percent(codes.ACTIVATION_IN_LUNGS, evidence.activation_in_lungs)


def _extents(evidence: LungEvidence) -> "Iterator[hd.sr.Measurement]":
    """Opacity of both lungs, of each, and of each zone."""
    yield _percent(codes.OPACITY_EXTENT, evidence.finding.opacity_extent, codes.LUNG, codes.BOTH_SIDES)
    for field in evidence.regions.fields:
        side = _SIDES[field.side]
        yield _percent(codes.OPACITY_EXTENT, field.opacity_extent, codes.LUNG, side)
        for zone, extent in field.zone_extents.items():
            yield _percent(codes.OPACITY_EXTENT, extent, _ZONES[zone], side)


def _share(name: Code, value: float) -> "hd.sr.Measurement":
    import highdicom as hd

    return hd.sr.Measurement(name=name, value=round(value, _DECIMALS), unit=codes.NO_UNITS)


def _percent(name: Code, share: float, site: Code | None = None, side: Code | None = None) -> "hd.sr.Measurement":
    import highdicom as hd

    sites = [hd.sr.FindingSite(site, side)] if site is not None else None
    return hd.sr.Measurement(name=name, value=round(share * 100, 2), unit=codes.PERCENT, finding_sites=sites)


def _possible(possible: PredictionSet) -> Code:
    match possible.allows_positive, possible.allows_negative:
        case True, True:
            return codes.BOTH_POSSIBLE
        case False, False:
            return codes.NEITHER_POSSIBLE
        case True, False:
            return codes.POSITIVE
        case _:
            return codes.NEGATIVE


def _algorithm(model: ModelIdentity, parameters: tuple[str, ...]) -> "hd.sr.AlgorithmIdentification":
    """Which model, down to the digest of its weights (TID 4019)."""
    import highdicom as hd

    return hd.sr.AlgorithmIdentification(
        name=valid_text(model.name, "UT"),
        version=valid_text(model.version, "UT"),
        parameters=[f"weights SHA-256 {model.weights_sha256}", *parameters],
        family=codes.ARTIFICIAL_INTELLIGENCE,
    )


def _parameters(result: ScanResult) -> tuple[str, ...]:
    standing = "commissioned at this site" if result.is_commissioned else "not commissioned at this site"
    runtime = result.runtime
    return (
        f"input SHA-256 {result.input_sha256}",
        f"{runtime.engine} {runtime.engine_version}, {runtime.precision.value}",
        standing,
    )


def _tracking(identifier: str) -> "hd.sr.TrackingIdentifier":
    import highdicom as hd

    return hd.sr.TrackingIdentifier(uid=new_uid(), identifier=identifier)
