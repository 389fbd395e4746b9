"""What the input gate looks at: the header first, then the picture itself."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.model.lungs import LungReading
from core.model.package import ModelPackage
from core.screening.gate import GateCheck, GateFinding, GateLevel, GateOutcome, gate_outcome
from core.screening.notices import Notice, NoticeKind

_REFUSED_NOTICES = {
    NoticeKind.FEW_GREY_VALUES: GateCheck.PICTURE,
    NoticeKind.VIEW_NOT_FRONTAL: GateCheck.VIEW,
    NoticeKind.BODY_PART_NOT_CHEST: GateCheck.CHEST,
    NoticeKind.MODALITY_UNUSUAL: GateCheck.RADIOGRAPH,
    NoticeKind.FOR_PROCESSING: GateCheck.PROCESSING,
}
"""Notices about what a frontal chest radiograph for presentation never is."""


@dataclass(frozen=True, eq=False)
class ScanFacts:
    """What the gate knows of a scan.

    Attributes:
        notices: From the header, and from the picture as displayed.
        rows: Height of the picture, pixels.
        columns: Width of the picture, pixels.
        age_years: The patient's age, None where it is not known.
        features: float32 (channels,), the classifier's pooled features.
        lungs: The lung network's reading, None where it was not asked.
    """

    notices: tuple[Notice, ...]
    rows: int
    columns: int
    age_years: float | None
    features: npt.NDArray[np.float32]
    lungs: LungReading | None


@dataclass(frozen=True, eq=False)
class ScanGate:
    """The gate in front of one model."""

    def judge(self, facts: ScanFacts) -> GateOutcome:
        """Say whether the model may judge a scan.

        Args:
            facts: What is known of it.
        """
        findings = [
            GateFinding(_REFUSED_NOTICES[notice.kind], GateLevel.REFUSE, notice.sentence)
            for notice in facts.notices
            if notice.kind in _REFUSED_NOTICES
        ]
        return gate_outcome(tuple(findings))


def open_gate(package: ModelPackage) -> ScanGate:  # noqa: ARG001
    """The gate in front of a package's model.

    Args:
        package: The model.

    Raises:
        InvalidModelPackageError: The package's statistics are damaged.
    """
    return ScanGate()
