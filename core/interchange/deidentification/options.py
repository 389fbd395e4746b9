"""What a person decides about copies without identity."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from core.imaging.pixel_mask import PixelMask


class DatePolicy(StrEnum):
    """What becomes of dates and times. The date of birth is always removed."""

    REMOVE = "remove"
    SHIFT = "shift"
    """All dates of a patient are moved back by the same number of days; times of day stay."""
    KEEP = "keep"


class UidPolicy(StrEnum):
    """What becomes of the identifiers that tie images of a study together."""

    REPLACE = "replace"
    """Each by another one, the same wherever it occurs."""
    KEEP = "keep"


@dataclass(frozen=True)
class DeidentificationOptions:
    """How copies are made.

    Attributes:
        dates: What becomes of dates and times.
        uids: What becomes of unique identifiers.
        keeps_characteristics: Whether age (at most 90 years), sex, size, weight and the like stay.
        masks: Rectangles that are blacked out in every file.
        masks_of_files: Rectangles of single files, beside those of every file.
        is_text_free: Whether a person looked, and says that with the masks no text that names the patient is left in
            the pictures.
        key_file: Holds the secret that replacements follow from, so that a later export agrees with this one; made
            where it is not there yet. None for a secret that is forgotten afterwards.
        mapping: CSV file to write that says which copy came from which patient and file. None for none.
    """

    dates: DatePolicy = DatePolicy.REMOVE
    uids: UidPolicy = UidPolicy.REPLACE
    keeps_characteristics: bool = False
    masks: tuple[PixelMask, ...] = ()
    masks_of_files: Mapping[Path, tuple[PixelMask, ...]] = field(default_factory=dict)
    is_text_free: bool = False
    key_file: Path | None = None
    mapping: Path | None = None

    def masks_of(self, path: Path) -> tuple[PixelMask, ...]:
        """Every rectangle that is blacked out in one file, under whichever of its names it is reached."""
        real_path = os.path.realpath(path)
        own = [
            mask
            for named, masks in self.masks_of_files.items()
            if os.path.realpath(named) == real_path
            for mask in masks
        ]
        return (*self.masks, *own)
