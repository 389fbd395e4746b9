"""The images of a training run as JSON, and back. Imports no torch."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import numpy as np
import numpy.typing as npt

from core.data_forms import DocumentForm
from core.errors import InvalidRunError, NewerRunError
from core.language import in_source_language
from core.training.dataset import LabelledDataset, LabelledImage
from core.training.plan import TrainingPlan
from core.training.start_overlap import start_overlap_warning

if TYPE_CHECKING:
    from core.training.check import DatasetCheck

FORM = DocumentForm(NewerRunError, key="format")
"""Of a whole run's folder. What was released is never changed, only followed by a step."""


@dataclass(frozen=True, eq=False)
class RunData:
    """What a run was given.

    Attributes:
        run_id: Identity of the run, 32 hexadecimal digits.
        dataset: The readable images, classes in the order of the network's outputs.
        groups: int64 (images,) group of each image.
        sha256: Of each image's file, as it was when the run was prepared.
        duplicate_groups: Numbers of the images that show the same picture, 2 or more each.
        unreadable: Names of the files that could not be read.
        findings: What the check found, in English sentences.
    """

    run_id: str
    dataset: LabelledDataset
    groups: npt.NDArray[np.int64]
    sha256: tuple[str, ...]
    duplicate_groups: tuple[tuple[int, ...], ...] = ()
    unreadable: tuple[str, ...] = ()
    findings: tuple[str, ...] = ()


def data_to_json(plan: TrainingPlan, check: "DatasetCheck") -> dict[str, Any]:
    """A new run's images as values of JSON, with a new identity."""
    dataset = check.dataset
    # Every program can read English; `core.training.stored_sentences` says it in another language.
    with in_source_language():
        warning = start_overlap_warning(plan.start, check.images.sha256)
        findings = [*([warning] if warning else []), *(finding.sentence for finding in check.findings)]
    return {
        "format": FORM.version,
        "run_id": uuid4().hex,
        "root": str(dataset.root),
        # In the plan's order, which is that of the network's outputs; the folder's own is the alphabet's.
        "classes": list(plan.classes),
        "index": str(dataset.index_path) if dataset.index_path is not None else None,
        "unreadable": [dataset.name_of(unreadable.image) for unreadable in check.unreadable],
        "findings": findings,
        "duplicates": [[int(number) for number in numbers] for numbers in check.duplicate_groups],
        "images": [
            {
                "path": str(image.path),
                "label": image.label,
                "patient_id": image.patient_id,
                "source": image.source,
                "split": image.split,
                "sha256": sha256,
                "group": int(group),
            }
            for image, sha256, group in zip(dataset.images, check.images.sha256, check.groups, strict=True)
        ],
    }


def data_from_json(content: Any, source: Path) -> RunData:
    """Read what `data_to_json` wrote.

    Args:
        content: What the JSON holds.
        source: Where it was read, named by errors.

    Raises:
        InvalidRunError: Something is missing or of the wrong kind.
        NewerRunError: A newer Hilum prepared the run.
    """
    try:
        content = FORM.brought_up(content, source)
        images = tuple(
            LabelledImage(Path(image["path"]), image["label"], image["patient_id"], image["source"], image["split"])
            for image in content["images"]
        )
        index = Path(content["index"]) if content["index"] is not None else None
        dataset = LabelledDataset(Path(content["root"]), tuple(content["classes"]), images, index)
        _ = dataset.labels  # Every label is one of the classes.
        return RunData(
            str(content["run_id"]),
            dataset,
            np.array([image["group"] for image in content["images"]], dtype=np.int64),
            tuple(str(image["sha256"]) for image in content["images"]),
            tuple(tuple(map(int, numbers)) for numbers in content["duplicates"]),
            tuple(content["unreadable"]),
            tuple(content["findings"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidRunError(source, f"not a run's images: {error}") from error
