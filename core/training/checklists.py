"""Reporting checklists for studies of prediction models, filled in as far as a run can tell.

Wording of the items is our own and short; the published lists say more. An item's number is the published one. The
words are in the language that is in force when a checklist is filled in.

Source: CLAIM, the Checklist for Artificial Intelligence in Medical Imaging: Mongan, Moy, Kahn 2020, Radiol Artif
    Intell 2:e200029; 2024 update by Tejani et al., Radiol Artif Intell 6:e240300 (44 items).
    TRIPOD+AI: Collins et al. 2024, BMJ 385:e078378 (27 items with sub-items).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from core.language import tr
from core.training.claim_items import CLAIM_ITEMS
from core.training.tripod_items import TRIPOD_ITEMS


class Checklist(StrEnum):
    """Which list."""

    CLAIM = "CLAIM 2024"
    TRIPOD_AI = "TRIPOD+AI"


class ItemState(StrEnum):
    """Who answers an item."""

    ANSWERED = "answered"
    """The run tells everything that is asked."""
    PARTLY = "partly"
    """The run tells a part; the author has to add to it."""
    AUTHOR = "for the author"  # untranslated: stored
    """Only the author can know."""


@dataclass(frozen=True)
class ChecklistItem:
    """One item of a checklist.

    Attributes:
        checklist: Which list.
        number: The published number: `19`, `12c`.
        section: The part of a paper it belongs to.
        topic: What it asks for, in short words of ours.
        answer: What the run tells, empty where it tells nothing.
        needed: What the author has to add, empty where nothing is missing.
    """

    checklist: Checklist
    number: str
    section: str
    topic: str
    answer: str
    needed: str

    @property
    def state(self) -> ItemState:
        """Who answers it."""
        if not self.needed:
            return ItemState.ANSWERED
        return ItemState.PARTLY if self.answer else ItemState.AUTHOR


def fill_checklists(facts: Mapping[str, str]) -> tuple[ChecklistItem, ...]:
    """Every item of both lists, in their order.

    Args:
        facts: Name of a fact to its sentence, from `core.training.checklist_facts`.
    """
    return tuple(
        ChecklistItem(
            checklist,
            number,
            tr(section),
            tr(topic),
            " ".join(facts[name] for name in names.split("|") if name),
            tr(needed) if needed else "",
        )
        for checklist, items in ((Checklist.CLAIM, CLAIM_ITEMS), (Checklist.TRIPOD_AI, TRIPOD_ITEMS))
        for number, section, topic, names, needed in items
    )
