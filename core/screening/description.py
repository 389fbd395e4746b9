"""A result as text, to be pasted into a letter or a message."""

from core.screening.decision import Decision, LungEvidence
from core.screening.gate import GateLevel
from core.screening.result import OVERRIDE_NOTICE, RESEARCH_USE_NOTICE, ScanResult


def describe_scan(result: ScanResult) -> str:
    """Word a result for a person: the answer, what it came from and what to beware of.

    The patient's identity is not in it; the file's name is, without its folders.

    Args:
        result: The result.

    Returns:
        Lines of plain text, the last one without a line break.
    """
    lines = [f"Scan: {_name(result)}"]
    lines.append(f"Decision: {describe_decision(result)}")
    lines.extend(f"Because: {reason.sentence}" for reason in result.verdict.reasons)
    lines.extend(f"Gate: {finding.sentence}" for finding in result.gate.at(GateLevel.WARN))
    if result.override is not None:
        lines.append(OVERRIDE_NOTICE)
    if result.shows_probabilities:
        lines.extend(
            f"Probability of {name}: {probability:.1%}"
            for name, probability in zip(result.classes, result.probabilities, strict=True)
        )
    if result.shown_evidence is not None:
        lines.append(f"Lungs: {describe_evidence(result.shown_evidence)}")
    lines.extend(f"Note: {notice.sentence}" for notice in result.notices)
    lines.append(f"Model: {describe_model(result)}, SHA-256 {result.model.weights_sha256}")
    if result.origin:
        lines.append(f"Origin of the model: {result.origin}")
    if result.limits:
        lines.append(f"Limits of the model: {result.limits}")
    lines.extend(f"Standing: {statement}" for statement in result.statements)
    lines.append(f"Computed on: {describe_device(result)}, in {result.timing.total_ms:.0f} ms")
    lines.append(RESEARCH_USE_NOTICE)
    return "\n".join(lines)


def describe_decision(result: ScanResult) -> str:
    """The answer in a line, with what it is about."""
    name = result.positive_class
    match result.decision:
        case Decision.POSITIVE:
            return f"positive for {name} (at or above the threshold of {result.threshold:.3g})"
        case Decision.NEGATIVE:
            return f"negative for {name} (below the threshold of {result.threshold:.3g})"
        case Decision.UNDETERMINED:
            return f"undetermined for {name} (the classifier alone leans {result.verdict.lean.value})"
        case Decision.REFUSED:
            return "refused: the model may not judge this scan"


def describe_evidence(evidence: LungEvidence) -> str:
    """What the lung network says, in a line."""
    parts = [f"opacity in {evidence.finding.opacity_extent:.1%} of the lungs"]
    parts += [f"{field.side.value} lung {field.opacity_extent:.1%}" for field in evidence.regions.fields]
    if evidence.activation_in_lungs is not None:
        parts.append(f"{evidence.activation_in_lungs:.0%} of the classifier's evidence within the lungs")
    return ", ".join(parts)


def describe_model(result: ScanResult) -> str:
    """Name and version of the model that answered."""
    return f"{result.model.name} {result.model.version}"


def describe_device(result: ScanResult) -> str:
    """What the model ran on: device, its own name, engine and number format."""
    runtime = result.runtime
    engine = f"{runtime.engine} {runtime.engine_version}"
    return f"{runtime.device.value} ({runtime.device_name}), {engine}, {runtime.precision.value}"


def _name(result: ScanResult) -> str:
    name = result.path.name if result.path is not None else "pasted picture"
    return f"{name}, frame {result.frame_index + 1}" if result.frame_index else name
