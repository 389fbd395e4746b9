"""What a run, a card or a dossier keeps in English, in the language of whoever reads it.

What is kept: findings of the check of images, what happened on the way, what a shortcut audit found. Sentences that an
older version worded otherwise are shown as they were kept.
"""

from collections.abc import Iterable

from core.error_wording import error_templates
from core.language import tr
from core.phrases import Template, restated, was_made_from
from core.training.audit_wording import AUDIT_SENTENCES
from core.training.finding_sentences import FINDING_SENTENCES
from core.training.run_history import NOTES
from core.training.start_overlap import KNOWS_IMAGES

_NAME, _DETAIL, _IN_BRACKETS = "{name} ", "{because}", " ({detail})"
_KEPT: tuple[Template, ...] = (*FINDING_SENTENCES, KNOWS_IMAGES, *NOTES, *AUDIT_SENTENCES)


def kept_sentence(sentence: str) -> str:
    """A kept sentence in the language that is in force.

    Args:
        sentence: In English, as `RunData.findings`, `RunStretch.notes`, `ShortcutAudit.sentence` and its findings are.
    """
    return restated(sentence, _KEPT, _file_reason)


def _file_reason(kept: str) -> str:
    """Why a file cannot be read, as `core.training.class_findings` keeps it: an error's sentence without the name."""
    for summary, *_ in error_templates():
        said = summary.removeprefix(_NAME).rstrip(".")
        if summary.startswith(_NAME) and "{" not in said.replace(_DETAIL, ""):
            bare = said.replace(_DETAIL, "")
            if kept == bare:
                return _without_name(tr(summary), "")
            if was_made_from(kept, bare + _IN_BRACKETS):
                return _without_name(tr(summary), f" ({tr(kept[len(bare) + 2 : -1])})")
    return kept


def _without_name(summary: str, detail: str) -> str:
    words = summary.removeprefix(_NAME).format(name="\N{HORIZONTAL ELLIPSIS}", because=detail)
    return words.rstrip(".")


def kept_sentences(sentences: Iterable[str]) -> tuple[str, ...]:
    """Several kept sentences in the language that is in force."""
    return tuple(map(kept_sentence, sentences))
