"""What a run, a card or a dossier keeps in English, in the language of whoever reads it.

What is kept: findings of the check of images, what happened on the way, what a shortcut audit found. Sentences that an
older version worded otherwise are shown as they were kept.
"""

from collections.abc import Iterable

from core.phrases import Template, restated
from core.training.audit_wording import AUDIT_SENTENCES
from core.training.finding_sentences import FINDING_SENTENCES
from core.training.run_history import NOTES
from core.training.start_overlap import KNOWS_IMAGES

_KEPT: tuple[Template, ...] = (*FINDING_SENTENCES, KNOWS_IMAGES, *NOTES, *AUDIT_SENTENCES)


def kept_sentence(sentence: str) -> str:
    """A kept sentence in the language that is in force.

    Args:
        sentence: In English, as `RunData.findings`, `RunStretch.notes`, `ShortcutAudit.sentence` and its findings are.
    """
    return restated(sentence, _KEPT)


def kept_sentences(sentences: Iterable[str]) -> tuple[str, ...]:
    """Several kept sentences in the language that is in force."""
    return tuple(map(kept_sentence, sentences))
