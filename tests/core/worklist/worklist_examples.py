"""Made-up scans and answers."""

from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from core.model.activation import ActivationMap
from core.model.card import ModelIdentity
from core.model.input import FieldOfView
from core.model.precision import Precision
from core.model.runtime import DeviceChoice, RuntimeInfo
from core.screening.decision import Decision, Verdict
from core.screening.gate import GateCheck, GateFinding, GateLevel, GateOutcome
from core.screening.result import Override, ScanResult, StageTimes
from core.worklist.identity import ScanIdentity


def scan_result(decision: Decision = Decision.POSITIVE, probability: float = 0.8, **changes: Any) -> ScanResult:
    """An answer; a refused one where the decision says so."""
    findings = ()
    if decision is Decision.REFUSED:
        findings = (GateFinding(GateCheck.CHEST, GateLevel.REFUSE, "It shows no chest."),)
    values: dict[str, Any] = {
        "path": None,
        "frame_index": 0,
        "model": ModelIdentity("ward", "2", "ab" * 32),
        "runtime": RuntimeInfo("Pretend", "1.0", DeviceChoice.CPU, "Test device", Precision.FLOAT32),
        "classes": ("normal", "COVID-19"),
        "probabilities": (1 - probability, probability),
        "positive_class": "COVID-19",
        "threshold": 0.5,
        "verdict": Verdict(decision, Decision.POSITIVE if probability >= 0.5 else Decision.NEGATIVE),
        "gate": GateOutcome(findings),
        "evidence": None,
        "activation": ActivationMap(np.zeros((7, 7), dtype=np.float32), FieldOfView(0.0, 0.0, 1.0, 1.0)),
        "notices": (),
        "timing": StageTimes(1, 1, 1),
    }
    return ScanResult(**(values | changes))


OVERRIDE = Override("Dr Ä. Müller", "2026-03-01T10:00:00+00:00")


def identity(number: int = 1, **changes: Any) -> ScanIdentity:
    """A patient's scan; those of different numbers are of different patients."""
    values: dict[str, Any] = {
        "patient_name": f"Patient, Number {number}",
        "patient_id": f"P{number:05}",
        "birth_date": date(1960, 1, 1),
        "sex": "F",
        "study_date": date(2026, 3, 1 + number % 28),
        "study_description": "Chest PA",
        "accession_number": f"A{number:06}",
        "institution": "Clinic",
        "modality": "DX",
        "view": "PA",
        "study_instance_uid": f"1.2.3.{number}",
        "series_instance_uid": f"1.2.3.{number}.1",
        "sop_instance_uid": f"1.2.3.{number}.1.1",
    }
    return ScanIdentity(**(values | changes))


def path_of(folder: Path, number: int) -> Path:
    """Where a made-up scan would lie."""
    return folder / "scans" / f"scan {number}.dcm"
