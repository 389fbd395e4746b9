"""What a person wants to see of the worklist, and in which order."""

# untranslated module: statements of SQL

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from core.screening.decision import Decision
from core.worklist.entry import EntryState, Origin
from core.worklist.folding import search_terms


class SortKey(StrEnum):
    """What the list is sorted by."""

    ADDED = "added"
    PATIENT = "patient"
    STUDY_DATE = "study date"
    VIEW = "view"
    DECISION = "decision"
    PROBABILITY = "probability"
    GATE = "gate"
    MODEL = "model"
    IMPRESSION = "impression"
    REPORT = "report"
    SENT = "sent"


ANSWER_KEYS = frozenset({SortKey.DECISION, SortKey.PROBABILITY, SortKey.GATE})
"""Sorting by these tells answers apart."""

_EXPRESSIONS = {
    # Numbers are given in the order of adding.
    SortKey.ADDED: "number",
    # It begins with the patient's name, without case and accents.
    SortKey.PATIENT: "search_text",
    SortKey.STUDY_DATE: "study_date",
    SortKey.VIEW: "view",
    SortKey.DECISION: "decision",
    SortKey.PROBABILITY: "probability",
    SortKey.GATE: "gate",
    SortKey.MODEL: "model",
    SortKey.IMPRESSION: "impression",
    SortKey.REPORT: "report_path IS NOT NULL",
    SortKey.SENT: "send_state",
}


@dataclass(frozen=True)
class WorklistQuery:
    """A filter and an order. Empty tuples and None mean no restriction.

    Attributes:
        text: As typed: each of its words must occur in patient's name or ID, accession number, description or the
            file's name, whatever its case and accents.
        decisions: Any of these answers.
        states: Any of these.
        origins: Any of these.
        modality: As in the file: CR, DX.
        first_date: Study date from here on.
        last_date: Study date up to here, this day included.
        sort: By what.
        descending: Whether the largest or newest comes first.
        groups_studies: Whether scans of one study stand together, where the first of them would stand.
        seals_unseen: Whether answers that nobody was shown yet count as unknown, in the filter and in the order.
    """

    text: str = ""
    decisions: tuple[Decision, ...] = ()
    states: tuple[EntryState, ...] = ()
    origins: tuple[Origin, ...] = ()
    modality: str = ""
    first_date: date | None = None
    last_date: date | None = None
    sort: SortKey = SortKey.ADDED
    descending: bool = True
    groups_studies: bool = False
    seals_unseen: bool = False

    @property
    def condition(self) -> tuple[str, tuple[Any, ...]]:
        """The SQL after WHERE, and its values."""
        parts, values = ["1"], list[Any]()
        for term in search_terms(self.text):
            parts.append("instr(search_text, ?) > 0")
            values.append(term)
        for column, chosen in (("decision", self.decisions), ("state", self.states), ("origin", self.origins)):
            _restrict(parts, values, column, chosen)
        if self.decisions and self.seals_unseen:
            parts.append("is_seen")
        if self.modality:
            _restrict(parts, values, "modality", (self.modality,))
        for comparison, day in ((">=", self.first_date), ("<=", self.last_date)):
            if day is not None:
                parts.append(f"study_date {comparison} ?")
                values.append(day.isoformat())
        return " AND ".join(parts), tuple(values)

    @property
    def order(self) -> str:
        """The SQL after ORDER BY. What is not known comes last either way, and the newest first among equals."""
        expression, direction = _EXPRESSIONS[self.sort], "DESC" if self.descending else "ASC"
        if self.sort is SortKey.ADDED:
            return f"number {direction}"
        if self.sort in ANSWER_KEYS and self.seals_unseen:
            expression = f"CASE WHEN is_seen THEN {expression} END"
        return f"{expression} {direction} NULLS LAST, number DESC"


def _restrict(parts: list[str], values: list[Any], column: str, chosen: Iterable[str]) -> None:
    texts = [str(value) for value in chosen]
    if texts:
        parts.append(f"{column} IN ({', '.join('?' * len(texts))})")
        values.extend(texts)
