"""The drift watch of a model at this site: its standing and the record put together."""

from datetime import datetime
from typing import Any

from core.jobs import JobContext
from core.record.journal import Journal, user_journal
from core.registry.drift import DriftReport, watch_drift
from core.registry.scan_history import SCANS, ScanHistory, read_history
from core.registry.scan_numbers import together
from core.registry.standing import Standing


def watch_model(
    standing: Standing, scans: int = SCANS, journal: Journal | None = None, context: JobContext[Any] | None = None
) -> DriftReport:
    """Hold a model's last scans since its commissioning against it; without one, its last ones against its first.

    Args:
        standing: How the model stands at this site.
        scans: How many of the last scans are looked at.
        journal: The record, None for the user's own.
        context: May ask to stop.

    Raises:
        DamagedJournalError: The record is damaged.
        NewerJournalError: A newer Hilum wrote it.
        InaccessibleFileError: It may not be read.
        JobCancelledError: The context asked to stop.
    """
    record = journal if journal is not None else user_journal()
    nothing = together([])
    history = ScanHistory(nothing, nothing)
    if record is not None:
        made = standing.commissioning
        since = datetime.fromisoformat(made.date) if made is not None else None
        history = read_history(record, standing.model, scans, context, since)
    return watch_drift(history, standing.commissioning)
