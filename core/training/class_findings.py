"""Findings about the classes of a data set, and about the files that make it up."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from core.error_wording import describe_error, quoted_name
from core.errors import FileError, HilumError, MissingFileError
from core.language import mark
from core.phrases import phrase
from core.training import finding_sentences as said
from core.training.dataset import MOST_CLASSES, LabelledDataset
from core.training.findings import Finding, FindingKind, Severity, one_by_one, sentences
from core.training.image_cache import UnreadableImage
from core.training.plan import PAPER_FOLDS
from core.training.reading import DataReading

FEW_IMAGES = 50
"""Of one class: with fewer, an accuracy's 95% interval is wider than 10 points either way."""

_IMBALANCED = 4.0
_NAMED_REASONS = 3
_NAMED_ROWS = 10


def file_findings(reading: DataReading, unreadable: Sequence[UnreadableImage]) -> Iterator[Finding]:
    """What is wrong with files and with the index."""
    missing = [item.image.path for item in unreadable if isinstance(item.error, MissingFileError)]
    others = [item for item in unreadable if not isinstance(item.error, MissingFileError)]
    count = len(reading.dataset.images)
    too_many = 2 * len(unreadable) >= count
    severity = Severity.BLOCKING if too_many else Severity.WARNING
    share = (said.HALF_OF_ALL,) if too_many else ()
    if missing:
        yield Finding(
            FindingKind.MISSING,
            severity,
            sentences(phrase(said.MISSING, count=len(missing)), *share),
            sentences(
                mark("Check where they are and the paths in the index, which count from the index's own folder.")
            ),
            one_by_one(missing),
        )
    if others:
        reasons = _Reasons(tuple(item.error for item in others))
        yield Finding(
            FindingKind.UNREADABLE,
            severity,
            sentences(phrase(said.UNREADABLE, count=len(others), total=count, reasons=reasons), *share),
            sentences(
                mark("Copy or export them again from where they came, or remove them; without that they are left out.")
            ),
            one_by_one([item.image.path for item in others]),
        )
    yield from _left_out(reading)


@dataclass(frozen=True)
class _Reasons:
    """Why files cannot be read, the commonest reasons first; worded when they are shown."""

    errors: tuple[HilumError, ...]

    def __str__(self) -> str:
        reasons = Counter(map(_without_name, self.errors))
        return "; ".join(
            str(phrase(said.REASON, number=number, reason=reason))
            for reason, number in reasons.most_common(_NAMED_REASONS)
        )


def _without_name(error: HilumError) -> str:
    """What is wrong with a file, without its name, so that equal reasons can be counted."""
    words = describe_error(error).summary
    if isinstance(error, FileError):
        name = quoted_name(error.path)
        words = words.removeprefix(name).replace(name, "\N{HORIZONTAL ELLIPSIS}")
    return words.strip().rstrip(".")


def _left_out(reading: DataReading) -> Iterator[Finding]:
    if reading.files_without_class:
        yield Finding(
            FindingKind.OUTSIDE_CLASSES,
            Severity.WARNING,
            sentences(phrase(said.OUTSIDE_CLASSES, count=len(reading.files_without_class))),
            sentences(mark("Move them into the folder of their class.")),
            one_by_one(list(reading.files_without_class)),
        )
    if reading.incomplete_rows:
        rows = ", ".join(str(row) for row in reading.incomplete_rows[:_NAMED_ROWS])
        more = ", ..." if len(reading.incomplete_rows) > _NAMED_ROWS else ""
        yield Finding(
            FindingKind.INCOMPLETE_ROWS,
            Severity.WARNING,
            sentences(phrase(said.INCOMPLETE_ROWS, count=len(reading.incomplete_rows), rows=f"{rows}{more}")),
            sentences(mark("Fill in the cells, or remove the rows.")),
        )
    if reading.repeated_files:
        yield Finding(
            FindingKind.REPEATED_ROWS,
            Severity.INFO,
            sentences(phrase(said.REPEATED_ROWS, count=len(reading.repeated_files))),
            (),
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
    listed = tuple(phrase(said.NAMED_COUNT, name=name, count=count) for name, count in class_counts.items())
    yield Finding(
        FindingKind.CLASS_COUNTS, Severity.INFO, sentences(phrase(said.CLASS_COUNTS, count=total, listed=listed))
    )
    if total < 2:
        kind, text = (FindingKind.ONE_IMAGE, said.ONE_IMAGE) if total else (FindingKind.NO_IMAGES, said.NO_IMAGES)
        remedy = mark("Choose a folder with at least some dozen images of each class.")
        yield Finding(kind, Severity.BLOCKING, sentences(text), sentences(remedy))
    yield from _name_findings(class_counts)
    if len(class_counts) > 1:
        for name in (name for name, count in class_counts.items() if not count):
            yield Finding(
                FindingKind.EMPTY_CLASS,
                Severity.BLOCKING,
                sentences(phrase(said.EMPTY_CLASS, name=name)),
                sentences(mark("Put images into it, or remove its folder or rows.")),
            )
    if len(class_counts) == 1 and total:
        yield Finding(
            FindingKind.ONE_CLASS,
            Severity.BLOCKING,
            sentences(phrase(said.ONE_CLASS, name=next(iter(class_counts)))),
            sentences(mark("Add a folder, or rows, with images of a second class.")),
        )
    if len(present) > 1:
        yield from _count_findings(dataset, present, groups)


def _name_findings(class_counts: Mapping[str, int]) -> Iterator[Finding]:
    if len(class_counts) > MOST_CLASSES:
        yield Finding(
            FindingKind.TOO_MANY_CLASSES,
            Severity.BLOCKING,
            sentences(phrase(said.TOO_MANY_CLASSES, number=len(class_counts), most=MOST_CLASSES)),
            sentences(mark("Choose the folder whose subfolders are the classes, or merge classes.")),
        )
    for name in (name for name in class_counts if not _is_text(name)):
        yield Finding(
            FindingKind.UNUSABLE_CLASS_NAME,
            Severity.BLOCKING,
            sentences(phrase(said.UNUSABLE_NAME, name=name.encode("utf-8", "replace").decode())),
            sentences(mark("Rename its folder.")),
        )
    alike: dict[str, list[str]] = {}
    for name in class_counts:
        alike.setdefault(unicodedata.normalize("NFKC", name).casefold().strip(), []).append(name)
    for names in (names for names in alike.values() if len(names) > 1):
        quoted: object = f"“{names[0]}”"
        for name in names[1:]:
            quoted = phrase(said.TWO_NAMES, first=quoted, second=f"“{name}”")
        yield Finding(
            FindingKind.SIMILAR_CLASS_NAMES,
            Severity.BLOCKING,
            sentences(phrase(said.SIMILAR_NAMES, names=quoted)),
            sentences(mark("Merge them under one name, or rename one of them.")),
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
            yield _too_few(name, independent)
        elif present[name] < FEW_IMAGES:
            yield Finding(
                FindingKind.FEW_IMAGES,
                Severity.WARNING,
                sentences(phrase(said.FEW_IMAGES, name=name, count=present[name])),
                sentences(phrase(mark("Add images, {number} or more."), number=FEW_IMAGES)),
            )
    rarest, commonest = min(present, key=present.__getitem__), max(present, key=present.__getitem__)
    if present[commonest] >= _IMBALANCED * present[rarest]:
        yield Finding(
            FindingKind.IMBALANCE,
            Severity.WARNING,
            sentences(
                phrase(
                    said.IMBALANCE,
                    times=f"{present[commonest] / present[rarest]:.0f}",
                    commonest=commonest,
                    rarest=rarest,
                )
            ),
            sentences(phrase(mark("Add images of “{name}” if you can."), name=rarest)),
        )


def _too_few(name: str, independent: int) -> Finding:
    if independent < 2:
        return Finding(
            FindingKind.TOO_FEW_GROUPS,
            Severity.BLOCKING,
            sentences(phrase(said.NOT_DIVISIBLE, name=name, count=independent)),
            sentences(mark("Add images of other patients.")),
        )
    return Finding(
        FindingKind.TOO_FEW_GROUPS,
        Severity.WARNING,
        sentences(phrase(said.TOO_FEW_FOR_FOLDS, name=name, count=independent, folds=PAPER_FOLDS)),
        sentences(phrase(mark("Choose {number} folds at most, or add images."), number=independent)),
    )
