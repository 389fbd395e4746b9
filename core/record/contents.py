"""What entries hold, kind by kind, so that everybody who writes one writes the same.

Nobody's name is in any of it: a file's name and a patient's come in only where a person chose that they do.
A value that is not known, or that a refused scan does not get, is `null`; what was not chosen to be kept is not there.
"""

from collections.abc import Mapping, Sequence

from core.record.entry import JsonValue

Content = dict[str, JsonValue]


def result_content(
    *,
    input_sha256: str,
    model: str,
    model_version: str,
    weights_sha256: str,
    lung_weights_sha256: str | None,
    device: str,
    decision: str,
    reasons: Sequence[str],
    positive_class: str,
    probability: float | None,
    threshold: float,
    error_level: float,
    gate: str,
    gate_kinds: Sequence[str],
    opacity_extent: float | None,
    lung_fraction: float | None,
    activation_in_lungs: float | None,
    commissioned: bool,
    measurements: Mapping[str, float | str | None] | None = None,
    file: str | None = None,
    patient: str | None = None,
) -> Content:
    """A model's answer about one scan.

    Args:
        input_sha256: SHA-256 of what the classifier saw, 64 hexadecimal digits.
        model: The model's name.
        model_version: Its version.
        weights_sha256: SHA-256 of its weights.
        lung_weights_sha256: SHA-256 of the lung network's weights, None where it could not be asked.
        device: What the network ran on, in words.
        decision: `positive`, `negative`, `undetermined` or `refused`.
        reasons: Kinds of reasons why the answer is no plain one.
        positive_class: The class that the decision is about.
        probability: Of that class, 0..1; None for a refused scan.
        threshold: Probability from which the classifier leans positive, 0..1.
        error_level: Share of scans of either class whose true answer may be excluded, 0..1.
        gate: `pass`, `warn` or `refuse`.
        gate_kinds: Which checks of the gate found something.
        opacity_extent: Share of the lungs that is opaque, 0..1.
        lung_fraction: Share of the picture that is lung, 0..1.
        activation_in_lungs: Share of the evidence for the positive class that lies within the lungs, 0..1.
        commissioned: Whether the model was commissioned at this site then.
        measurements: What the picture and its file are like, by which the drift watch tells that scans change; None
            where that was not measured.
        file: The file's name, only where a person chose to keep it.
        patient: The patient's name or number, only where a person chose to keep it.
    """
    content: Content = {
        "input_sha256": input_sha256,
        "model": model,
        "model_version": model_version,
        "weights_sha256": weights_sha256,
        "lung_weights_sha256": lung_weights_sha256,
        "device": device,
        "decision": decision,
        "reasons": list(reasons),
        "positive_class": positive_class,
        "probability": probability,
        "threshold": threshold,
        "error_level": error_level,
        "gate": gate,
        "gate_kinds": list(gate_kinds),
        "opacity_extent": opacity_extent,
        "lung_fraction": lung_fraction,
        "activation_in_lungs": activation_in_lungs,
        "commissioned": commissioned,
        "measurements": dict(measurements) if measurements is not None else None,
    }
    return content | _chosen(file, patient)


def override_content(
    *,
    input_sha256: str,
    model: str,
    model_version: str,
    weights_sha256: str,
    gate_kinds: Sequence[str],
    file: str | None = None,
    patient: str | None = None,
) -> Content:
    """A person's wish to see the answer about a scan that the gate refused.

    Args:
        input_sha256: SHA-256 of what the classifier saw, as in the result's entry.
        model: The model's name.
        model_version: Its version.
        weights_sha256: SHA-256 of its weights.
        gate_kinds: Which checks of the gate refused.
        file: The file's name, only where a person chose to keep it.
        patient: The patient's name or number, only where a person chose to keep it.
    """
    content: Content = {
        "input_sha256": input_sha256,
        "model": model,
        "model_version": model_version,
        "weights_sha256": weights_sha256,
        "gate_kinds": list(gate_kinds),
    }
    return content | _chosen(file, patient)


def activation_content(
    *,
    model: str,
    model_version: str,
    weights_sha256: str,
    before: str | None,
    rolled_back: bool,
) -> Content:
    """Another model answers from now on.

    Args:
        model: Its name.
        model_version: Its version.
        weights_sha256: SHA-256 of its weights.
        before: The model that answered until then, as `ward 2`; None where that one could not be used any more.
        rolled_back: Whether the model came back that was active before.
    """
    return {
        "model": model,
        "model_version": model_version,
        "weights_sha256": weights_sha256,
        "before": before,
        "rolled_back": rolled_back,
    }


def commissioning_content(
    *,
    model: str,
    model_version: str,
    weights_sha256: str,
    data_sha256: str,
    cases: Mapping[str, int],
    figures: Mapping[str, Sequence[float]],
    promised: Mapping[str, float],
    threshold: float,
    error_level: float,
    place: str = "",
) -> Content:
    """A model was tried on labelled scans of this site, and its threshold and error level were set.

    Args:
        model: Its name.
        model_version: Its version.
        weights_sha256: SHA-256 of its weights.
        data_sha256: SHA-256 that stands for the scans and their labels.
        cases: Class to how many scans of it there were.
        figures: Metric (`auc`, `sensitivity`, `specificity`) to its value with the ends of its 95% interval.
        promised: Metric to what the model's card says.
        threshold: Probability from which the classifier leans positive from now on, 0..1.
        error_level: Share of scans of either class whose true answer may be excluded from now on, 0..1.
        place: Which site or scanner the scans are from, as the person named it; may be empty.
    """
    return {
        "model": model,
        "model_version": model_version,
        "weights_sha256": weights_sha256,
        "data_sha256": data_sha256,
        "cases": dict(cases),
        "figures": {metric: list(values) for metric, values in figures.items()},
        "promised": dict(promised),
        "threshold": threshold,
        "error_level": error_level,
        "place": place,
    }


def impression_content(
    *,
    input_sha256: str,
    impression: str,
    decision: str,
    model: str,
    model_version: str,
    weights_sha256: str,
    file: str | None = None,
    patient: str | None = None,
) -> Content:
    """What a person saw before the answer was shown, and the answer.

    Args:
        input_sha256: SHA-256 of what the classifier saw, as in the result's entry.
        impression: `positive`, `negative` or `undetermined`, as the person said.
        decision: The model's answer, revealed afterwards.
        model: The model's name.
        model_version: Its version.
        weights_sha256: SHA-256 of its weights.
        file: The file's name, only where a person chose to keep it.
        patient: The patient's name or number, only where a person chose to keep it.
    """
    content: Content = {
        "input_sha256": input_sha256,
        "impression": impression,
        "decision": decision,
        "model": model,
        "model_version": model_version,
        "weights_sha256": weights_sha256,
    }
    return content | _chosen(file, patient)


def model_content(*, model: str, model_version: str, weights_sha256: str, origin: str = "") -> Content:
    """A model was taken in or removed.

    Args:
        model: Its name.
        model_version: Its version.
        weights_sha256: SHA-256 of its weights; empty where it was damaged.
        origin: What it was trained on, from its card; may be empty.
    """
    return {"model": model, "model_version": model_version, "weights_sha256": weights_sha256, "origin": origin}


def settings_content(*, setting: str, before: JsonValue, after: JsonValue) -> Content:
    """A setting was changed that answers depend on.

    Args:
        setting: Its name.
        before: What it was.
        after: What it is from now on.
    """
    return {"setting": setting, "before": before, "after": after}


def _chosen(file: str | None, patient: str | None) -> Content:
    names = {"file": file, "patient": patient}
    return {name: value for name, value in names.items() if value is not None}
