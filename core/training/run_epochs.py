"""The figures of every finished epoch, kept beside the run: its curves can be drawn again at any later time."""

import contextlib
import json
from dataclasses import asdict
from pathlib import Path

from core.training.events import EpochFinished

EPOCHS_NAME = "epochs.jsonl"  # untranslated: a file name


def append_epoch(folder: Path, epoch: EpochFinished) -> None:
    """Add an epoch's figures. Only pictures depend on them: where they cannot be written the training goes on.

    Args:
        folder: The run's folder.
        epoch: What was told.
    """
    # The break comes first: a line that a crash cut short does not spoil the next one.
    with contextlib.suppress(OSError), (folder / EPOCHS_NAME).open("a", encoding="utf-8") as file:
        file.write("\n" + json.dumps(asdict(epoch)))


def read_epochs(folder: Path) -> tuple[EpochFinished, ...]:
    """Read what `append_epoch` wrote, in the order in which it happened; epochs that were repeated come again.

    Args:
        folder: The run's folder; lines that are damaged are passed over.
    """
    try:
        lines = (folder / EPOCHS_NAME).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    found = []
    for line in lines:
        with contextlib.suppress(ValueError, TypeError):
            found.append(EpochFinished(**json.loads(line)))
    return tuple(found)
