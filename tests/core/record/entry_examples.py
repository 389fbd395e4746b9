"""Made-up entries."""

from core.record.contents import result_content
from core.record.entry import Draft, EntryKind


def result(number: int = 1, decision: str = "positive") -> Draft:
    content = result_content(
        input_sha256=f"{number:064x}",
        model="ward",
        model_version="2",
        weights_sha256="ab" * 32,
        lung_weights_sha256="cd" * 32,
        device="CPU",
        decision=decision,
        reasons=(),
        positive_class="COVID-19",
        probability=None if decision == "refused" else 0.1 + number / 1000,
        threshold=0.5,
        error_level=0.05,
        gate="pass",
        gate_kinds=(),
        opacity_extent=0.12,
        lung_fraction=0.3,
        activation_in_lungs=0.8,
        commissioned=False,
    )
    return Draft(EntryKind.RESULT, content, "Dr Ä. Müller")
