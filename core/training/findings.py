"""What the check of training images can find: kinds, how grave they are, and the sentences for a person."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.phrases import Phrase, Template, phrase

FileGroups = tuple[tuple[Path, ...], ...]


class Severity(StrEnum):
    """How grave a finding is."""

    BLOCKING = "blocking"
    """Nothing can be trained until it is mended."""
    WARNING = "warning"
    """The figures, or the model, may be worth less than they seem."""
    INFO = "info"
    """Good to know."""


class FindingKind(StrEnum):
    """What was found."""

    UNREADABLE = "unreadable_files"
    MISSING = "missing_files"
    NO_IMAGES = "no_readable_images"
    ONE_IMAGE = "one_image"
    ONE_CLASS = "one_class"
    EMPTY_CLASS = "empty_class"
    TOO_MANY_CLASSES = "too_many_classes"
    SIMILAR_CLASS_NAMES = "class_names_differ_in_case"
    UNUSABLE_CLASS_NAME = "class_name_is_no_text"
    TOO_FEW_GROUPS = "fewer_groups_than_folds"
    CLASS_COUNTS = "class_counts"
    IMBALANCE = "imbalance"
    FEW_IMAGES = "few_images"
    IN_TWO_CLASSES = "images_in_two_classes"
    COPIES_ACROSS_CLASSES = "near_duplicates_across_classes"
    EXACT_COPIES = "exact_duplicates"
    NEAR_COPIES = "near_duplicates"
    PATIENT_IN_CLASSES = "patients_in_several_classes"
    PATIENT_UNKNOWN = "patients_unknown"
    SOURCE_TELLS_CLASS = "source_tells_class"
    SMALL = "small_images"
    ODD_SHAPE = "odd_shapes"
    EMPTY_PICTURE = "empty_pictures"
    COLOUR = "colour_images"
    OUTSIDE_CLASSES = "files_without_class"
    INCOMPLETE_ROWS = "incomplete_rows"
    REPEATED_ROWS = "repeated_rows"


@dataclass(frozen=True)
class Finding:
    """One thing that the check found.

    Attributes:
        kind: What.
        severity: How grave.
        found: What was found, a phrase for each sentence.
        advice: What to do about it, a phrase for each sentence; none where there is nothing to do.
        files: The files it is about, in groups that belong together; single files are groups of one.
    """

    kind: FindingKind
    severity: Severity
    found: tuple[Phrase, ...]
    advice: tuple[Phrase, ...] = ()
    files: FileGroups = ()

    @property
    def sentence(self) -> str:
        """What was found, for a person, in the language that is in force."""
        return " ".join(map(str, self.found))

    @property
    def remedy(self) -> str:
        """What to do about it, for a person; empty where there is nothing to do."""
        return " ".join(map(str, self.advice))


def sentences(*templates: Template | Phrase) -> tuple[Phrase, ...]:
    """Several sentences; those without fields are given as their strings."""
    return tuple(text if isinstance(text, Phrase) else phrase(text) for text in templates)


def one_by_one(paths: list[Path]) -> FileGroups:
    """Files that have nothing to do with each other."""
    return tuple((path,) for path in paths)
