"""Pausing a run."""

import threading

import pytest

from core.errors import JobCancelledError
from core.jobs import CancellationToken, JobContext
from core.training.control import RunControl, stand_by
from core.training.events import RunContinued, RunPaused, TrainingEvent


def test_a_run_that_is_not_paused_goes_straight_on() -> None:
    events: list[TrainingEvent] = []

    assert stand_by(RunControl(), JobContext(events.append)) == 0.0
    assert not events


def test_a_paused_run_says_so_and_goes_on_when_told() -> None:
    control = RunControl()
    control.pause()
    events: list[TrainingEvent] = []

    def report(event: TrainingEvent) -> None:
        events.append(event)
        if isinstance(event, RunPaused):
            assert control.is_paused
            threading.Timer(0.02, control.go_on).start()

    waited = stand_by(control, JobContext(report))

    assert events == [RunPaused(), RunContinued()]
    assert waited > 0
    assert not control.is_paused


def test_a_paused_run_can_be_cancelled() -> None:
    control, token = RunControl(), CancellationToken()
    control.pause()
    events: list[TrainingEvent] = []

    def report(event: TrainingEvent) -> None:
        events.append(event)
        token.cancel()

    with pytest.raises(JobCancelledError):
        stand_by(control, JobContext(report, token))

    assert events == [RunPaused()]
