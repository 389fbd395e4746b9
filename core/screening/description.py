"""A result as text, to be pasted into a letter or a message."""

from core.screening.result import OUTSIDE_PURPOSE_NOTICE, RESEARCH_USE_NOTICE, ScanResult


def describe_scan(result: ScanResult) -> str:
    """Word a result for a person: the answer, what it came from and what to beware of.

    The patient's identity is not in it; the file's name is, without its folders.

    Args:
        result: The result.

    Returns:
        Lines of plain text, the last one without a line break.
    """
    lines = [f"Scan: {_name(result)}"]
    lines.append(
        f"Decision: {result.decision.value} for {result.positive_class}"
        f" (threshold {result.threshold:.3g} on its probability)"
    )
    lines.extend(
        f"Probability of {name}: {probability:.1%}"
        for name, probability in zip(result.classes, result.probabilities, strict=True)
    )
    if result.is_outside_purpose:
        lines.append(OUTSIDE_PURPOSE_NOTICE)
    lines.extend(f"Note: {notice.sentence}" for notice in result.notices)
    lines.append(f"Model: {describe_model(result)}, SHA-256 {result.model.weights_sha256}")
    if result.origin:
        lines.append(f"Origin of the model: {result.origin}")
    if result.limits:
        lines.append(f"Limits of the model: {result.limits}")
    lines.append(f"Computed on: {describe_device(result)}, in {result.timing.total_ms:.0f} ms")
    lines.append(RESEARCH_USE_NOTICE)
    return "\n".join(lines)


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
