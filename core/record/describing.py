"""Entries and verifications in words: the same in the window and on the command line."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from core.language import mark, tr
from core.number_format import decimal, general, integer, moment, percent
from core.record.entry import Entry, EntryKind, canonical_json
from core.record.names import code_words, name_words
from core.record.verification import Verification

KIND_NAMES = {
    EntryKind.RESULT: mark("Result"),
    EntryKind.OVERRIDE: mark("Override"),
    EntryKind.ACTIVATION: mark("Activation"),
    EntryKind.COMMISSIONING: mark("Commissioning"),
    EntryKind.IMPRESSION: mark("Impression"),
    EntryKind.MODEL_ADDED: mark("Model added"),
    EntryKind.MODEL_REMOVED: mark("Model removed"),
    EntryKind.SETTINGS_CHANGED: mark("Settings changed"),
}
"""Each kind as a person reads it, by `tr`."""


_CODED = frozenset({"decision", "impression", "gate"})
"""Fields whose text is a code."""


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
    lines = [f"{name_words(name)}: {_value(name, value)}" for name, value in entry.content.items()]
    lines += [
        "",
        tr("written at: {time}").format(time=entry.time),
        tr("digest: {digest}").format(digest=entry.digest),
        tr("digest before it: {digest}").format(digest=entry.previous),
    ]
    return "\n".join(lines)


def describe_time(time: str) -> str:
    """An entry's time as a person reads it here: `2026-11-24 19:14:40`, in this computer's time zone.

    Args:
        time: ISO 8601; what is none is returned as it is.
    """
    try:
        return moment(datetime.fromisoformat(time).astimezone(), seconds=True)
    except (ValueError, OverflowError, OSError):
        return time


def describe_verification(verification: Verification) -> str:
    """What verifying found, in a sentence or two. The head's digest is not in it."""
    if not verification.ok:
        broken = tr("The record is broken. {reason}").format(reason=tr(verification.reason))
        if not verification.count:
            return broken
        up_to = tr("Up to entry {number} the record is unbroken.").format(number=verification.head.sequence)
        return f"{broken} {up_to}"
    match verification.count:
        case 0:
            return tr("The record is empty: nothing was entered yet.")
        case 1:
            return tr("The record is unbroken: its one entry is as it was written.")
        case count:
            text = tr("The record is unbroken: all {count} entries are as they were written, and none is missing.")
            return text.format(count=integer(count))


def _result(content: Mapping[str, Any]) -> str:
    parts = [code_words(content["decision"])]
    if (probability := content["probability"]) is not None:
        parts.append(f"P({content['positive_class']}) {percent(probability, 1)}")
    parts.append(tr("by {model}").format(model=_model(content)))
    if not content["commissioned"]:
        parts.append(tr("not commissioned here"))
    if content["gate"] != "pass":
        parts.append(tr("gate: {kinds}").format(kinds=_words(content["gate_kinds"])))
    return f"{', '.join(parts)}{_file(content)}"


def _override(content: Mapping[str, Any]) -> str:
    kinds = _words(content["gate_kinds"])
    text = tr("answer of {model} shown although the gate refused the scan ({kinds})")
    return f"{text.format(model=_model(content), kinds=kinds)}{_file(content)}"


def _activation(content: Mapping[str, Any]) -> str:
    text = tr("{model} answers from then on")
    if content["rolled_back"]:
        text = tr("{model} answers again from then on")
    answers = text.format(model=_model(content))
    if not content["before"]:
        return answers
    return tr("{answers}, before that {before}").format(answers=answers, before=content["before"])


def _commissioning(content: Mapping[str, Any]) -> str:
    cases = [f"{count} {name}" for name, count in content["cases"].items()]
    listed = tr("{first} and {last}").format(first=cases[0], last=cases[1]) if len(cases) == 2 else ", ".join(cases)
    figures = (_figure(metric, *values) for metric, values in content["figures"].items())
    return tr("{model} on {cases}: {figures}; threshold {threshold}, error level {level}").format(
        model=_model(content),
        cases=listed,
        figures=", ".join(figures),
        threshold=general(content["threshold"]),
        level=general(content["error_level"]),
    )


def _figure(metric: str, value: float, low: float, high: float) -> str:
    interval = tr("{low} to {high}").format(low=decimal(low, 2), high=decimal(high, 2))
    return f"{code_words(metric)} {decimal(value, 2)} ({interval})"


def _impression(content: Mapping[str, Any]) -> str:
    text = tr("{impression} to the person, {decision} to {model}").format(
        impression=code_words(content["impression"]), decision=code_words(content["decision"]), model=_model(content)
    )
    return f"{text}{_file(content)}"


def _model_added(content: Mapping[str, Any]) -> str:
    return tr("{model} is kept from then on").format(model=_model(content))


def _model_removed(content: Mapping[str, Any]) -> str:
    return tr("{model} was deleted").format(model=_model(content))


def _settings(content: Mapping[str, Any]) -> str:
    return tr("{setting}: {before} became {after}").format(
        setting=name_words(content["setting"]), before=_setting(content["before"]), after=_setting(content["after"])
    )


def _setting(value: Any) -> str:
    return general(value) if isinstance(value, float) else canonical_json(value)


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


def _value(name: str, value: Any) -> str:
    match value:
        case None:
            return tr("not known")
        case bool():
            return tr("yes") if value else tr("no")
        case str():
            return code_words(value) if name in _CODED else value
        case list() if all(isinstance(item, str) for item in value):
            return _words(value) or tr("none", "of several")
        case _:
            return json.dumps(value, ensure_ascii=False)


def _model(content: Mapping[str, Any]) -> str:
    return f"{content['model']} {content['model_version']}"


def _words(kinds: list[str]) -> str:
    return ", ".join(map(code_words, kinds))


def _file(content: Mapping[str, Any]) -> str:
    names = [str(content[name]) for name in ("patient", "file") if name in content]
    return f" ({', '.join(names)})" if names else ""
