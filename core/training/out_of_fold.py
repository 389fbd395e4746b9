"""A model's out-of-fold answers, kept beside its weights: so that it can be compared on images it was trained on.

Images are named by their SHA-256 alone: neither file names nor patients are in the file.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from core.data_forms import DocumentForm
from core.errors import InvalidModelPackageError, NewerModelError
from core.model.classifier import softmax

OUT_OF_FOLD_NAME = "out_of_fold.json"  # untranslated: a file name
FORM = DocumentForm(NewerModelError)
"""What was released is never changed, only followed by a step."""


@dataclass(frozen=True)
class OutOfFoldAnswer:
    """What a network that never saw an image said about it.

    Attributes:
        sha256: SHA-256 of the image's file.
        label: Its class.
        group: Number of the group (same patient or duplicates) it belongs to.
        logits: (classes,), before temperature.
    """

    sha256: str
    label: str
    group: int
    logits: tuple[float, ...]


@dataclass(frozen=True)
class OutOfFoldAnswers:
    """All of a model's out-of-fold answers.

    Attributes:
        classes: Class names in the order of the logits.
        answers: One per image.
    """

    classes: tuple[str, ...]
    answers: tuple[OutOfFoldAnswer, ...]

    def probabilities(self, positive_class: str, temperature: float) -> Mapping[str, float]:
        """Probability of a class, by the image's SHA-256.

        Args:
            positive_class: One of the classes.
            temperature: What logits are divided by.
        """
        index = self.classes.index(positive_class)
        return {
            answer.sha256: float(softmax(np.array(answer.logits, dtype=np.float32), temperature)[index])
            for answer in self.answers
        }


def out_of_fold_json(classes: Sequence[str], answers: Sequence[OutOfFoldAnswer]) -> str:
    """The text of the file."""
    images = [
        {"sha256": answer.sha256, "label": answer.label, "group": answer.group, "logits": list(answer.logits)}
        for answer in answers
    ]
    values = FORM.stamped({"classes": list(classes), "images": images})
    return json.dumps(values, ensure_ascii=False, allow_nan=False)


def read_out_of_fold(package: Path) -> OutOfFoldAnswers | None:
    """Read a package's out-of-fold answers, None where it has none.

    Raises:
        InvalidModelPackageError: The file is there and cannot be used.
    """
    path = package / OUT_OF_FOLD_NAME
    if not path.exists():
        return None
    try:
        return _parse(FORM.brought_up(json.loads(path.read_text(encoding="utf-8")), path))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InvalidModelPackageError(path, f"cannot be read: {error}") from error


def _parse(values: Any) -> OutOfFoldAnswers:
    if values["schema_version"] != FORM.version:
        raise ValueError(f"schema version {values['schema_version']}")
    classes = tuple(str(name) for name in values["classes"])
    answers = tuple(
        OutOfFoldAnswer(
            str(image["sha256"]),
            str(image["label"]),
            int(image["group"]),
            tuple(float(logit) for logit in image["logits"]),
        )
        for image in values["images"]
    )
    if any(len(answer.logits) != len(classes) or not np.isfinite(answer.logits).all() for answer in answers):
        raise ValueError("logits that do not fit the classes")
    return OutOfFoldAnswers(classes, answers)
