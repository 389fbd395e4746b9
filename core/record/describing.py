"""Entries and verifications in words: the same in the window and on the command line."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from core.record.entry import Entry, EntryKind, canonical_json
from core.record.verification import Verification

KIND_NAMES = {
    EntryKind.RESULT: "Result",
    EntryKind.OVERRIDE: "Override",
    EntryKind.ACTIVATION: "Activation",
    EntryKind.COMMISSIONING: "Commissioning",
    EntryKind.IMPRESSION: "Impression",
    EntryKind.MODEL_ADDED: "Model added",
    EntryKind.MODEL_REMOVED: "Model removed",
    EntryKind.SETTINGS_CHANGED: "Settings changed",
}
"""Each kind as a person reads it."""

_METRIC_NAMES = {"auc": "AUC"}


def describe_entry(entry: Entry) -> str:
    """What an entry says, in one line.

    Args:
        entry: Any entry; one whose content is not as expected is shown as it stands.
    """
    try:
        return _DESCRIPTIONS[entry.kind](entry.content)
    except (LookupError, TypeError, ValueError, AttributeError):
        return canonical_json(entry.content)


def describe_content(entry: Entry) -> str:
    """Everything in an entry, a line per name: its content first, then what chains it."""
    lines = [f"{name.replace('_', ' ')}: {_value(value)}" for name, value in entry.content.items()]
    lines += ["", f"written at: {entry.time}", f"digest: {entry.digest}", f"digest before it: {entry.previous}"]
    return "\n".join(lines)


def describe_time(time: str) -> str:
    """An entry's time as a person reads it here: `2026-11-24 19:14:40`, in this computer's time zone.

    Args:
        time: ISO 8601; what is none is returned as it is.
    """
    try:
        return datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except (ValueError, OverflowError, OSError):
        return time


def describe_verification(verification: Verification) -> str:
    """What verifying found, in a sentence or two. The head's digest is not in it."""
    if not verification.ok:
        up_to = f" Up to entry {verification.head.sequence} the record is unbroken." if verification.count else ""
        return f"The record is broken. {verification.reason}{up_to}"
    match verification.count:
        case 0:
            return "The record is empty: nothing was entered yet."
        case 1:
            return "The record is unbroken: its one entry is as it was written."
        case count:
            return f"The record is unbroken: all {count:,} entries are as they were written, and none is missing."


def _result(content: Mapping[str, Any]) -> str:
    probability = content["probability"]
    share = "" if probability is None else f", P({content['positive_class']}) {probability:.1%}"
    commissioned = "" if content["commissioned"] else ", not commissioned here"
    gate = "" if content["gate"] == "pass" else f", gate: {_words(content['gate_kinds'])}"
    return f"{content['decision']}{share}, by {_model(content)}{commissioned}{gate}{_file(content)}"


def _override(content: Mapping[str, Any]) -> str:
    kinds = _words(content["gate_kinds"])
    return f"answer of {_model(content)} shown although the gate refused the scan ({kinds}){_file(content)}"


def _activation(content: Mapping[str, Any]) -> str:
    again = " again" if content["rolled_back"] else ""
    before = f", before that {content['before']}" if content["before"] else ""
    return f"{_model(content)} answers{again} from then on{before}"


def _commissioning(content: Mapping[str, Any]) -> str:
    cases = " and ".join(f"{count} {name}" for name, count in content["cases"].items())
    figures = ", ".join(
        f"{_METRIC_NAMES.get(metric, metric)} {value:.2f} ({low:.2f} to {high:.2f})"
        for metric, (value, low, high) in content["figures"].items()
    )
    levels = f"threshold {content['threshold']:g}, error level {content['error_level']:g}"
    return f"{_model(content)} on {cases}: {figures}; {levels}"


def _impression(content: Mapping[str, Any]) -> str:
    return f"{content['impression']} to the person, {content['decision']} to {_model(content)}{_file(content)}"


def _model_added(content: Mapping[str, Any]) -> str:
    return f"{_model(content)} is kept from then on"


def _model_removed(content: Mapping[str, Any]) -> str:
    return f"{_model(content)} was deleted"


def _settings(content: Mapping[str, Any]) -> str:
    return f"{content['setting']}: {canonical_json(content['before'])} became {canonical_json(content['after'])}"


_DESCRIPTIONS: dict[EntryKind, Callable[[Mapping[str, Any]], str]] = {
    EntryKind.RESULT: _result,
    EntryKind.OVERRIDE: _override,
    EntryKind.ACTIVATION: _activation,
    EntryKind.COMMISSIONING: _commissioning,
    EntryKind.IMPRESSION: _impression,
    EntryKind.MODEL_ADDED: _model_added,
    EntryKind.MODEL_REMOVED: _model_removed,
    EntryKind.SETTINGS_CHANGED: _settings,
}


def _value(value: Any) -> str:
    match value:
        case None:
            return "not known"
        case bool():
            return "yes" if value else "no"
        case str():
            return value
        case list() if all(isinstance(item, str) for item in value):
            return _words(value) or "none"
        case _:
            return json.dumps(value, ensure_ascii=False)


def _model(content: Mapping[str, Any]) -> str:
    return f"{content['model']} {content['model_version']}"


def _words(kinds: list[str]) -> str:
    return ", ".join(kind.replace("_", " ") for kind in kinds)


def _file(content: Mapping[str, Any]) -> str:
    names = [str(content[name]) for name in ("patient", "file") if name in content]
    return f" ({', '.join(names)})" if names else ""
