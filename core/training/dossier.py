"""The validation dossier: everything about a cross-validated model in one value. PDF and JSON are made from it."""

from dataclasses import dataclass
from pathlib import Path

from core.model.card import Limits
from core.training.card_sentences import limits_of
from core.training.checklist_facts import checklist_facts
from core.training.checklists import ChecklistItem, fill_checklists
from core.training.dataset import LabelledDataset
from core.training.disease_figures import NO_FIGURES, DiseaseFigures
from core.training.provenance import RunProvenance
from core.training.results import CrossValidationSummary
from core.training.statements import statements


@dataclass(frozen=True, eq=False)
class Dossier:
    """What a reader needs to judge a model, to repeat its run, or to report it.

    Attributes:
        summary: Figures, curves and every out-of-fold prediction.
        provenance: Data with hashes, settings, versions, seeds, hardware, time, pixel densities.
        statements: What the figures do not show, in sentences that must stand beside them.
        limits: What the model must not be trusted with, as on its card.
        checklist: Items of CLAIM and TRIPOD+AI, answered or marked for the author.
        disease: Whether it looks at the disease, and whether its prediction sets keep their promise.
    """

    summary: CrossValidationSummary
    provenance: RunProvenance
    statements: tuple[str, ...]
    limits: Limits
    checklist: tuple[ChecklistItem, ...]
    disease: DiseaseFigures = NO_FIGURES


def build_dossier(
    summary: CrossValidationSummary, provenance: RunProvenance, disease: DiseaseFigures = NO_FIGURES
) -> Dossier:
    """Put a dossier together.

    Args:
        summary: From `summarise_folds`.
        provenance: Of the same run.
        disease: Of the same run.
    """
    images = tuple(prediction.image for prediction in summary.predictions)
    limits = limits_of(summary, LabelledDataset(Path(), summary.classes, images), disease)
    return Dossier(
        summary=summary,
        provenance=provenance,
        statements=statements(summary, provenance, disease),
        limits=limits,
        checklist=fill_checklists(checklist_facts(summary, provenance, limits.sentence)),
        disease=disease,
    )
