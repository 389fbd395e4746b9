"""The work behind de-identified copies. Nothing here touches a widget."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.interchange.deidentification.options import DeidentificationOptions
from core.jobs import JobContext, Progress
from core.user_folders import user_folders

if TYPE_CHECKING:
    from core.interchange.deidentification.report import DeidentificationReport

_KEY_NAME = "deidentification.key"  # untranslated: name of a file


@dataclass(frozen=True)
class OpenScans:
    """What can be copied without asking for files.

    Attributes:
        shown: File of the shown scan, None where there is none, or a pasted picture.
        listed: Files of every scan of the list.
    """

    shown: Path | None
    listed: tuple[Path, ...]


def copy_work(
    paths: Sequence[Path], folder: Path, options: DeidentificationOptions
) -> Callable[[JobContext[Progress]], DeidentificationReport]:
    """Write the copies."""

    def work(context: JobContext[Progress]) -> DeidentificationReport:
        from core.interchange.deidentification.copying import deidentify_files

        return deidentify_files(paths, folder, options, context)

    return work


def own_key_file() -> Path | None:
    """Where this user's key lies, None without a home folder."""
    folders = user_folders()
    return folders.settings / _KEY_NAME if folders is not None else None
