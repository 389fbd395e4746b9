"""Which scans are in the files and folders that a person named."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from core.jobs import JobContext, Progress


def find_scans(paths: Iterable[Path], context: JobContext[Progress] | None = None) -> Iterator[Path]:
    """Files that hold scans, one at a time, in a stable order.

    Args:
        paths: Files, folders and DICOMDIRs.
        context: Told how many were found; may ask to stop.
    """
    raise NotImplementedError
    yield
