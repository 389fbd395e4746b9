"""What the shortcut audit of a data set found: values that are kept with a run and stamped on a model's card."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from core.errors import InvalidRunError
from core.language import in_source_language
from core.model.card import ShortcutAudit, ShortcutVerdict
from core.training.durable_files import read_json, write_json_durably
from core.training.results import Estimate
from core.typed_json import from_plain, to_plain

AUDIT_NAME = "audit.json"  # untranslated: a file name
"""The audit in a run's folder."""
FORMAT = 1


class Probe(StrEnum):
    """What a probe looks at."""

    SOURCE = "source"
    LUNGS_HIDDEN = "lungs_hidden"
    CORNERS = "corners"
    EDGES = "edges"
    HISTOGRAM = "histogram"
    NOISE = "noise"
    SIZE = "size"
    STORAGE = "storage"
    TAGS = "dicom_tags"
    NAMES = "file_names"

    @property
    def may_see_disease(self) -> bool:
        """Whether the lungs are in what is looked at, so that a disease of the lungs changes it."""
        return self in (Probe.HISTOGRAM, Probe.NOISE)

    @property
    def is_seen_by_network(self) -> bool:
        """Whether what it finds can reach a network: file names cannot, they only tell how images were gathered."""
        return self is not Probe.NAMES


class Scope(StrEnum):
    """Which images are compared with each other."""

    ALL = "all_images"
    WITHIN_SOURCES = "within_sources"
    """Images of one source only, for each source that holds both classes."""


class Strength(StrEnum):
    """How much a probe gives away, the worst first."""

    INSEPARABLE = "inseparable"
    SUSPECTED = "suspected"
    TRACE = "trace"
    """Not chance, but too weak to carry a network."""
    NOTHING = "nothing"


@dataclass(frozen=True)
class ProbeResult:
    """How well the label can be told by one probe.

    Attributes:
        probe: What was looked at.
        scope: Which images were compared.
        auc: Area under the ROC curve of out-of-fold scores; 0.5 is chance, 1 is always right.
        p_value: Share of permutations of the labels that do as well.
        corrected_p: The same, corrected for the number of probes (Holm).
        strength: What that amounts to.
        telling: Which parts of it tell most, in English; may be empty.
    """

    probe: Probe
    scope: Scope
    auc: Estimate
    p_value: float
    corrected_p: float
    strength: Strength
    telling: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether the verdict rests on it."""
        return self.probe.is_seen_by_network and self.strength in (Strength.INSEPARABLE, Strength.SUSPECTED)


@dataclass(frozen=True)
class SourceResult:
    """One source of images.

    Attributes:
        name: The source, empty where none is stated.
        counts: Images of each class.
        auc: How well its images can be told from those of the others with the lungs hidden; NaN where not tried.
        p_value: Share of permutations that do as well; NaN where not tried.
    """

    name: str
    counts: Mapping[str, int]
    auc: Estimate
    p_value: float

    @property
    def holds_one_class(self) -> bool:
        """Whether all its images have the same label."""
        return sum(count > 0 for count in self.counts.values()) < 2


@dataclass(frozen=True)
class HiddenExample:
    """One image with what was hidden of it, to be looked at.

    Attributes:
        image: Its number in the data set that was audited, from 0.
        is_positive: Whether it is of the positive class.
        box: Top, left, bottom and right of what was hidden, shares of the sides.
    """

    image: int
    is_positive: bool
    box: tuple[float, ...]


@dataclass(frozen=True)
class AuditReport:
    """A data set, audited for shortcuts.

    Attributes:
        verdict: Outcome.
        positive_class: The class that was told from all others together.
        images: Images in the data set.
        images_looked_at: Of these, how many were looked at; large sets are sampled.
        images_without_lungs: Of these, how many have no plausible lung fields; nearly all of them was hidden.
        results: Every probe, the worst first.
        sources: Every source, the largest first.
        permutations: How often labels were permuted.
        seed: Of folds and permutations.
        examples: A few images of either side with what was hidden of them.
    """

    verdict: ShortcutVerdict
    positive_class: str
    images: int
    images_looked_at: int
    images_without_lungs: int
    results: tuple[ProbeResult, ...]
    sources: tuple[SourceResult, ...]
    permutations: int
    seed: int
    examples: tuple[HiddenExample, ...] = ()

    @property
    def found(self) -> tuple[ProbeResult, ...]:
        """The results that the verdict rests on, the worst first."""
        return tuple(result for result in self.results if result.counts)

    def for_card(self) -> ShortcutAudit:
        """What a model that was trained on these images says of them, in English, as every card does."""
        from core.training.audit_wording import card_findings, verdict_sentence

        with in_source_language():
            return ShortcutAudit(self.verdict, verdict_sentence(self.verdict), card_findings(self))


def audit_to_json(report: AuditReport) -> dict[str, Any]:
    """Values for `json.dumps`, with every sentence that a person is told, in English."""
    from core.training.audit_wording import describe_result, verdict_explanation, verdict_sentence

    content: dict[str, Any] = {"format": FORMAT, **to_plain(report)}
    with in_source_language():
        for result, plain in zip(report.results, content["results"], strict=True):
            words = describe_result(result, report)
            plain["words"] = {"title": words.title, "meaning": words.meaning, "remedy": words.remedy}
        content["sentence"] = verdict_sentence(report.verdict)
        content["explanation"] = verdict_explanation(report)
    return content


def write_audit(path: Path, report: AuditReport) -> None:
    """Keep an audit.

    Raises:
        RunNotWritableError: See `write_durably`.
    """
    write_json_durably(path, audit_to_json(report))


def read_audit(path: Path) -> AuditReport | None:
    """An audit that was kept, None where there was none.

    Args:
        path: The file, as `RunFolder.audit_path` names it.

    Raises:
        InvalidRunError: It is damaged, or of a newer program.
    """
    if not path.exists():
        return None
    content = read_json(path)
    try:
        if content["format"] != FORMAT:
            raise InvalidRunError(path, f"an audit of format {content['format']}")
        return from_plain(AuditReport, content)
    except (KeyError, TypeError, ValueError, StopIteration) as error:
        raise InvalidRunError(path, f"not an audit: {error}") from error
