"""A result as text, to be pasted into a letter or a message."""

from collections.abc import Iterator

from core.language import mark, tr
from core.model.class_words import class_word
from core.model.lung_regions import Side
from core.number_format import decimal, general, percent
from core.screening.decision import Decision, LungEvidence
from core.screening.gate import GateLevel
from core.screening.result import OVERRIDE_NOTICE, RESEARCH_USE_NOTICE, ScanResult

_LEANS = {
    Decision.POSITIVE: mark("undetermined for {finding} (the classifier alone leans positive)"),
    Decision.NEGATIVE: mark("undetermined for {finding} (the classifier alone leans negative)"),
}
_LUNGS = {Side.RIGHT: mark("right lung {share}"), Side.LEFT: mark("left lung {share}")}


def describe_scan(result: ScanResult) -> str:
    """Word a result for a person: the answer, what it came from and what to beware of.

    The patient's identity is not in it; the file's name is, without its folders.

    Args:
        result: The result.

    Returns:
        Lines of plain text, the last one without a line break.
    """
    return "\n".join((*_answer_lines(result), *_model_lines(result), tr(RESEARCH_USE_NOTICE)))


def _answer_lines(result: ScanResult) -> Iterator[str]:
    yield tr("Scan: {name}").format(name=_name(result))
    yield tr("Decision: {decision}").format(decision=describe_decision(result))
    for reason in result.verdict.reasons:
        yield tr("Because: {reason}").format(reason=tr(reason.sentence))
    for finding in result.gate.at(GateLevel.WARN):
        yield tr("Gate: {finding}").format(finding=tr(finding.sentence))
    if result.override is not None:
        yield tr(OVERRIDE_NOTICE)
    if result.shows_probabilities:
        for name, probability in zip(result.classes, result.probabilities, strict=True):
            yield tr("Probability of {name}: {share}").format(name=class_word(name), share=percent(probability, 1))
    if result.shown_evidence is not None:
        yield tr("Lungs: {evidence}").format(evidence=describe_evidence(result.shown_evidence))
    for notice in result.notices:
        yield tr("Note: {notice}").format(notice=tr(notice.sentence))


def _model_lines(result: ScanResult) -> Iterator[str]:
    yield tr("Model: {model}, SHA-256 {digest}").format(
        model=describe_model(result), digest=result.model.weights_sha256
    )
    if result.origin:
        yield tr("Origin of the model: {origin}").format(origin=tr(result.origin))
    if result.limits:
        yield tr("Limits of the model: {limits}").format(limits=tr(result.limits))
    for statement in result.statements:
        yield tr("Standing: {statement}").format(statement=tr(statement))
    yield tr("Computed on: {device}, in {time} ms").format(
        device=describe_device(result), time=decimal(result.timing.total_ms, 0)
    )


def describe_decision(result: ScanResult) -> str:
    """The answer in a line, with what it is about."""
    match result.decision:
        case Decision.POSITIVE:
            text = tr("positive for {finding} (at or above the threshold of {threshold})")
        case Decision.NEGATIVE:
            text = tr("negative for {finding} (below the threshold of {threshold})")
        case Decision.UNDETERMINED:
            text = tr(_LEANS[result.verdict.lean])
        case Decision.REFUSED:
            text = tr("refused: the model may not judge this scan")
    return text.format(finding=class_word(result.positive_class), threshold=general(result.threshold, 3))


def describe_evidence(evidence: LungEvidence) -> str:
    """What the lung network says, in a line."""
    extent = percent(evidence.finding.opacity_extent, 1)
    parts = [tr("opacity in {share} of the lungs").format(share=extent)]
    parts += [
        tr(_LUNGS[field.side]).format(share=percent(field.opacity_extent, 1)) for field in evidence.regions.fields
    ]
    if evidence.activation_in_lungs is not None:
        share = percent(evidence.activation_in_lungs)
        parts.append(tr("{share} of the classifier's evidence within the lungs").format(share=share))
    return ", ".join(parts)


def describe_model(result: ScanResult) -> str:
    """Name and version of the model that answered."""
    return f"{result.model.name} {result.model.version}"


def describe_device(result: ScanResult) -> str:
    """What the model ran on: device, its own name, engine and number format. Codes and names, in no language."""
    runtime = result.runtime
    engine = f"{runtime.engine} {runtime.engine_version}"
    return f"{runtime.device.value} ({runtime.device_name}), {engine}, {runtime.precision.value}"


def _name(result: ScanResult) -> str:
    name = result.path.name if result.path is not None else tr("pasted picture")
    if not result.frame_index:
        return name
    return tr("{name}, frame {number}").format(name=name, number=result.frame_index + 1)
