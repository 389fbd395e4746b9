"""Findings about the classes of a data set, and about the files that make it up."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from core.error_wording import describe_error
from core.errors import MissingFileError
from core.training.dataset import MOST_CLASSES, LabelledDataset
from core.training.findings import Finding, FindingKind, Severity, counted, one_by_one
from core.training.image_cache import UnreadableImage
from core.training.plan import PAPER_FOLDS
from core.training.reading import DataReading

FEW_IMAGES = 50
"""Of one class: with fewer, an accuracy's 95% interval is wider than 10 points either way."""

_IMBALANCED = 4.0
_NAMED_REASONS = 3


def file_findings(reading: DataReading, unreadable: Sequence[UnreadableImage]) -> Iterator[Finding]:
    """What is wrong with files and with the index."""
    missing = [item.image.path for item in unreadable if isinstance(item.error, MissingFileError)]
    others = [item for item in unreadable if not isinstance(item.error, MissingFileError)]
    count = len(reading.dataset.images)
    too_many = 2 * len(unreadable) >= count
    severity = Severity.BLOCKING if too_many else Severity.WARNING
    share = " That is half of all or more: something is wrong with the whole folder." if too_many else ""
    if missing:
        yield Finding(
            FindingKind.MISSING,
            severity,
            f"The index names {counted(len(missing), 'file')} that cannot be found.{share}",
            "Check where they are and the paths in the index, which count from the index's own folder.",
            one_by_one(missing),
        )
    if others:
        reasons = Counter(describe_error(item.error).summary.split("”", 1)[-1].strip().rstrip(".") for item in others)
        listed = "; ".join(f"{number:,} x “{reason}”" for reason, number in reasons.most_common(_NAMED_REASONS))
        yield Finding(
            FindingKind.UNREADABLE,
            severity,
            f"{counted(len(others), 'file')} of {count:,} cannot be read: {listed}.{share}",
            "Copy or export them again from where they came, or remove them; without that they are left out.",
            one_by_one([item.image.path for item in others]),
        )
    yield from _left_out(reading)


def _left_out(reading: DataReading) -> Iterator[Finding]:
    if reading.files_without_class:
        yield Finding(
            FindingKind.OUTSIDE_CLASSES,
            Severity.WARNING,
            f"Beside the class folders {counted(len(reading.files_without_class), 'image lies', 'images lie')} without"
            " a class, which nobody learns from.",
            "Move them into the folder of their class.",
            one_by_one(list(reading.files_without_class)),
        )
    if reading.incomplete_rows:
        rows = ", ".join(str(row) for row in reading.incomplete_rows[:10])
        more = ", ..." if len(reading.incomplete_rows) > 10 else ""
        yield Finding(
            FindingKind.INCOMPLETE_ROWS,
            Severity.WARNING,
            f"The index has {counted(len(reading.incomplete_rows), 'row')}"
            f" without a file or a label, which nobody learns"
            f" from: line {rows}{more}.",
            "Fill in the cells, or remove the rows.",
        )
    if reading.repeated_files:
        yield Finding(
            FindingKind.REPEATED_ROWS,
            Severity.INFO,
            f"The index names {counted(len(reading.repeated_files), 'file')} several times; each counts once.",
            "",
            one_by_one(list(reading.repeated_files)),
        )


def class_findings(
    dataset: LabelledDataset, class_counts: Mapping[str, int], groups: npt.NDArray[np.int64]
) -> Iterator[Finding]:
    """What is wrong with the classes.

    Args:
        dataset: The readable images.
        class_counts: Readable images per class.
        groups: int64 (images,) group of each image.
    """
    present = {name: count for name, count in class_counts.items() if count}
    total = sum(present.values())
    listed = ", ".join(f"{name} {count:,}" for name, count in class_counts.items())
    yield Finding(FindingKind.CLASS_COUNTS, Severity.INFO, f"{counted(total, 'readable image')}: {listed}.")
    if total < 2:
        kind, text = (
            (FindingKind.ONE_IMAGE, "There is one image only, and from one image nothing can be learnt.")
            if total
            else (FindingKind.NO_IMAGES, "No image can be read.")
        )
        yield Finding(kind, Severity.BLOCKING, text, "Choose a folder with at least some dozen images of each class.")
    yield from _name_findings(class_counts)
    if len(class_counts) > 1:
        for name in (name for name, count in class_counts.items() if not count):
            yield Finding(
                FindingKind.EMPTY_CLASS,
                Severity.BLOCKING,
                f"The class “{name}” holds no readable image.",
                "Put images into it, or remove its folder or rows.",
            )
    if len(class_counts) == 1 and total:
        yield Finding(
            FindingKind.ONE_CLASS,
            Severity.BLOCKING,
            f"All images are of one class, “{next(iter(class_counts))}”: there is nothing to tell apart.",
            "Add a folder, or rows, with images of a second class.",
        )
    if len(present) > 1:
        yield from _count_findings(dataset, present, groups)


def _name_findings(class_counts: Mapping[str, int]) -> Iterator[Finding]:
    if len(class_counts) > MOST_CLASSES:
        yield Finding(
            FindingKind.TOO_MANY_CLASSES,
            Severity.BLOCKING,
            f"There are {len(class_counts):,} classes; at most {MOST_CLASSES} can be told apart.",
            "Choose the folder whose subfolders are the classes, or merge classes.",
        )
    for name in (name for name in class_counts if not _is_text(name)):
        yield Finding(
            FindingKind.UNUSABLE_CLASS_NAME,
            Severity.BLOCKING,
            f"The class name “{name.encode('utf-8', 'replace').decode()}” holds characters that no text can hold.",
            "Rename its folder.",
        )
    alike: dict[str, list[str]] = {}
    for name in class_counts:
        alike.setdefault(unicodedata.normalize("NFKC", name).casefold().strip(), []).append(name)
    for names in (names for names in alike.values() if len(names) > 1):
        quoted = " and ".join(f"“{name}”" for name in names)
        yield Finding(
            FindingKind.SIMILAR_CLASS_NAMES,
            Severity.BLOCKING,
            f"The class names {quoted} differ only in case or spaces: probably they are one class.",
            "Merge them under one name, or rename one of them.",
        )


def _is_text(name: str) -> bool:
    """Whether a name can stand in the model's card; folders can have names that are no valid UTF-8 or UTF-16."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _count_findings(
    dataset: LabelledDataset, present: Mapping[str, int], groups: npt.NDArray[np.int64]
) -> Iterator[Finding]:
    for name in present:
        independent = np.unique(groups[dataset.labels == dataset.classes.index(name)]).size
        if independent < PAPER_FOLDS:
            blocking = independent < 2
            consequence = "it cannot be both learnt and tested" if blocking else f"too few for {PAPER_FOLDS} folds"
            yield Finding(
                FindingKind.TOO_FEW_GROUPS,
                Severity.BLOCKING if blocking else Severity.WARNING,
                f"The class “{name}” has {counted(independent, 'independent image')}, those of one patient and copies"
                f" counting as one: {consequence}.",
                "Add images of other patients." if blocking else f"Choose {independent} folds at most, or add images.",
            )
        elif present[name] < FEW_IMAGES:
            yield Finding(
                FindingKind.FEW_IMAGES,
                Severity.WARNING,
                f"The class “{name}” has {counted(present[name], 'image')} only: figures about it will be vague.",
                f"Add images, {FEW_IMAGES} or more.",
            )
    rarest, commonest = min(present, key=present.__getitem__), max(present, key=present.__getitem__)
    if present[commonest] >= _IMBALANCED * present[rarest]:
        yield Finding(
            FindingKind.IMBALANCE,
            Severity.WARNING,
            f"There are {present[commonest] / present[rarest]:.0f} times as many images of “{commonest}” as of"
            f" “{rarest}”: accuracy says little, look at sensitivity and specificity.",
            f"Add images of “{rarest}” if you can.",
        )
