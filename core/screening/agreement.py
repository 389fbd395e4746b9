"""How often a person's impression, recorded before the answer was shown, was the model's answer too."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.record.entry import Entry, JsonValue
from core.screening.decision import Decision

LATEST = 20
"""How many impressions the newer figure is about."""

_PLAIN = (Decision.POSITIVE, Decision.NEGATIVE)


@dataclass(frozen=True)
class Agreement:
    """Impressions and answers compared. Only those count where both were plain: present or not present.

    Attributes:
        agreed: How many were the same.
        compared: Of how many.
        latest_agreed: How many of the newest `LATEST` were the same.
        latest_compared: How many those are: `LATEST`, or all where there are fewer.
        recorded: How many impressions were recorded, unsure ones and undetermined answers included.
    """

    agreed: int = 0
    compared: int = 0
    latest_agreed: int = 0
    latest_compared: int = 0
    recorded: int = 0

    @property
    def sentence(self) -> str:
        """The figures for a person."""
        if not self.recorded:
            return "No impression was recorded yet."
        if not self.compared:
            return f"Agreement so far: none to compare in {_counted(self.recorded)}."
        share = self.agreed / self.compared
        text = f"Agreement so far: {self.agreed} of {self.compared} ({share:.0%})"
        if self.compared > self.latest_compared:
            text += f"; {self.latest_agreed} of the latest {self.latest_compared}"
        left_out = self.recorded - self.compared
        return f"{text}. {_counted(left_out)} unsure or without a plain answer." if left_out else f"{text}."


def compare_impression(impression: Decision, decision: Decision) -> bool | None:
    """Whether impression and answer are the same, None where one of them is no plain one."""
    if impression not in _PLAIN or decision not in _PLAIN:
        return None
    return impression is decision


def agreement_of(entries: Iterable[Entry], person: str) -> Agreement:
    """Compare the impressions of a person with the answers that they saw afterwards.

    Args:
        entries: The record's impressions, newest first.
        person: Whose; as the entries name them, which may be empty.
    """
    recorded = 0
    outcomes: list[bool] = []
    for entry in entries:
        if entry.person != person:
            continue
        recorded += 1
        is_same = _compared(entry.content)
        if is_same is not None:
            outcomes.append(is_same)
    latest = outcomes[:LATEST]
    return Agreement(sum(outcomes), len(outcomes), sum(latest), len(latest), recorded)


def _compared(content: Mapping[str, JsonValue]) -> bool | None:
    try:
        return compare_impression(Decision(str(content["impression"])), Decision(str(content["decision"])))
    except (KeyError, ValueError):
        # An entry of another version says it in other words: it counts as recorded, and is not compared.
        return None


def _counted(count: int) -> str:
    return "1 impression" if count == 1 else f"{count} impressions"
