"""How often a person's impression, recorded before the answer was shown, was the model's answer too."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.language import tr
from core.number_format import integer, percent, tr_count
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
            return tr("No impression was recorded yet.")
        if not self.compared:
            return tr_count(
                "Agreement so far: none to compare in {count} impression.",
                "Agreement so far: none to compare in {count} impressions.",
                self.recorded,
            )
        if self.compared > self.latest_compared:
            text = tr("Agreement so far: {agreed} of {compared} ({share}); {latest_agreed} of the latest {latest}.")
        else:
            text = tr("Agreement so far: {agreed} of {compared} ({share}).")
        figures = text.format(
            agreed=integer(self.agreed),
            compared=integer(self.compared),
            share=percent(self.agreed / self.compared),
            latest_agreed=integer(self.latest_agreed),
            latest=integer(self.latest_compared),
        )
        left_out = self.recorded - self.compared
        return f"{figures} {_left_out(left_out)}" if left_out else figures


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


def _left_out(count: int) -> str:
    return tr_count(
        "{count} impression unsure or without a plain answer.",
        "{count} impressions unsure or without a plain answer.",
        count,
    )
