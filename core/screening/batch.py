"""Many scans, streamed: reading and preparing in threads while the network runs."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from core.jobs import JobContext, Progress
from core.model.classifier import Classifier
from core.screening.result import ScanOutcome

DEFAULT_BATCH_SIZE = 8


def analyse_scans(
    paths: Iterable[Path],
    classifier: Classifier,
    *,
    batch_size: int = DEFAULT_BATCH_SIZE,
    context: JobContext[Progress] | None = None,
) -> Iterator[ScanOutcome]:
    """Classify files as they come, in their order, going on past those that cannot be read."""
    raise NotImplementedError
    yield
