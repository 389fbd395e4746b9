"""Made-up answers about scans: no network runs."""

from dataclasses import replace
from typing import Any

import numpy as np

from core.imaging.radiograph import Radiograph, Stated
from core.imaging.reading import radiograph_from_pixels
from core.model.activation import ActivationMap
from core.model.card import ModelCard
from core.model.conformal import PredictionSet
from core.model.lung_regions import lung_regions
from core.model.lungs import LungFinding
from core.model.package import BUNDLED_MODEL, bundled_directory, read_package_card
from core.model.precision import Precision
from core.model.runtime import DeviceChoice, RuntimeInfo
from core.screening.decision import Decision, LungEvidence, Reason, ReasonKind, Verdict, decide
from core.screening.gate import GateCheck, GateFinding, GateLevel, GateOutcome
from core.screening.notices import notices_of
from core.screening.result import ScanResult, StageTimes

LIMITS = "It misses disease, and a negative answer excludes nothing."
STANDING = "Not commissioned here: nobody has tried this model on scans of this site."
REFUSAL = "This is no chest: the model only knows chests."
UNDECIDED = "Both answers remain possible: excluding either would be wrong more often than in 5% of such scans."


def bundled_card() -> ModelCard:
    return read_package_card(bundled_directory(BUNDLED_MODEL))


def grey_picture(rows: int = 320, columns: int = 280) -> Radiograph:
    """A picture without a header: a slope with two dark ovals."""
    y, x = np.mgrid[0:rows, 0:columns] / max(rows, columns)
    pixels = 200 - 90 * ((x - 0.25) ** 2 + (y - 0.5) ** 2 < 0.03) - 80 * ((x - 0.65) ** 2 + (y - 0.5) ** 2 < 0.03)
    return radiograph_from_pixels((pixels + 30 * y).astype(np.uint8))


def named(radiograph: Radiograph, name: str, **stated: Any) -> Radiograph:
    """A scan of somebody else."""
    study = replace(radiograph.patient_study, patient_name=Stated(name, "the test"), **stated)
    return replace(radiograph, patient_study=study)


def answer(radiograph: Radiograph, card: ModelCard | None = None, **changes: Any) -> ScanResult:
    """A positive answer with evidence in both lungs."""
    model = card if card is not None else bundled_card()
    lungs = np.zeros((64, 64), np.uint8)
    lungs[12:44, 8:24] = lungs[12:44, 40:56] = 255
    opacities = np.zeros((64, 64), np.uint8)
    opacities[32:44, 8:24] = 255
    finding = LungFinding(lungs, opacities, float((lungs > 0).mean()), 0.1875)
    evidence = LungEvidence(finding, lung_regions(finding), 0.64)
    probability = 0.961
    possible = PredictionSet(0.40, 0.01, 0.05)
    values = np.linspace(-1, 6, 49, dtype=np.float32).reshape(7, 7)
    result = ScanResult(
        path=radiograph.path,
        frame_index=0,
        model=model.identity,
        runtime=RuntimeInfo("OpenVINO", "2026.1", DeviceChoice.CPU, "Test processor", Precision.FLOAT32),
        classes=model.classes,
        probabilities=(1 - probability, probability) if model.positive_index else (probability, 1 - probability),
        positive_class=model.positive_class,
        threshold=0.5,
        verdict=decide(probability, 0.5, model.positive_class, GateOutcome(), possible, evidence, None),
        gate=GateOutcome(),
        evidence=evidence,
        activation=ActivationMap(values, model.input.field_of_view),
        notices=notices_of(radiograph),
        timing=StageTimes(1.0, 1.0, 1.0, 1.0),
        input_sha256="ab" * 32,
        statements=(STANDING,),
        limits=LIMITS,
        origin=model.origin,
    )
    return replace(result, **changes)


def refused(radiograph: Radiograph) -> ScanResult:
    """An answer that may not be shown."""
    gate = GateOutcome((GateFinding(GateCheck.CHEST, GateLevel.REFUSE, REFUSAL),))
    whole = answer(radiograph)
    return replace(whole, gate=gate, verdict=decide(0.961, 0.5, whole.positive_class, gate, None, None, None))


def undetermined(radiograph: Radiograph) -> ScanResult:
    """An answer that is no plain one."""
    reasons = (Reason(ReasonKind.BOTH_POSSIBLE, UNDECIDED),)
    possible = PredictionSet(0.4, 0.3, 0.05)
    verdict = Verdict(Decision.UNDETERMINED, Decision.POSITIVE, reasons, possible)
    return answer(radiograph, verdict=verdict)
