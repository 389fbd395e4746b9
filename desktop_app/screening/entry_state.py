"""What the result panel has to say about an entry."""

from core.language import tr
from desktop_app.screening.classification import ClassificationRunner
from desktop_app.screening.panel_state import (
    Answered,
    ImpressionAsked,
    NotClassified,
    NothingOpen,
    PanelState,
    Unanswerable,
    Waiting,
)
from desktop_app.screening.scan_session import ScanEntry, ScanState


def panel_state_of(entry: ScanEntry | None, runner: ClassificationRunner) -> PanelState:
    """Return what to show beside an entry, None for no entry."""
    if entry is None:
        return NothingOpen()
    if entry.failure is not None:
        return Unanswerable(entry.failure)
    result = entry.shown_result
    if result is not None:
        return Answered(result, entry.impression, entry.agreement)
    if runner.model_failure is not None and entry.result is None:
        return Unanswerable(runner.model_failure)
    if entry.is_sealed and entry.impression is None:
        return ImpressionAsked(runner.screener.card.positive_class if runner.screener is not None else "")
    if entry.result is not None:
        return Waiting(tr("Writing your impression into the record\N{HORIZONTAL ELLIPSIS}"), can_be_cancelled=False)
    if entry.state is ScanState.WAITING:
        has_model = runner.screener is not None
        return Waiting(tr("Classifying\N{HORIZONTAL ELLIPSIS}") if has_model else tr("Waiting for the model to load"))
    return NotClassified()
