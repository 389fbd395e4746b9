"""What the run page says at the turns of a run, and that the plan page has room for its sentences."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.training.events import FoldStarted, RunPaused, StepsDone
from core.training.wizard_flow import RunPhase
from core.training.wizard_plan import FieldProblem
from core.training.wizard_progress import RunProgress
from desktop_app.training_wizard.plan_page import PlanPage
from desktop_app.training_wizard.run_page import RunPage
from tests.desktop_app.training_wizard.run_examples import PLAN, STARTED


def test_a_finished_run_has_no_time_left(qtbot: QtBot) -> None:
    page = RunPage()
    qtbot.addWidget(page)
    progress = RunProgress().after(STARTED).after(FoldStarted(0, 20, 20)).after(StepsDone(0, 0, 1, 20, 8.0, 30))
    # The last progress is told before the phase is.
    page.show_progress(progress, RunPhase.RUNNING)
    assert "30 s left" in page.facts.text()
    page.show_phase(RunPhase.FINISHED)
    assert page.facts.text() == "on CPU, float32"


def test_a_pause_is_said_before_the_run_has_heard_of_it(qtbot: QtBot) -> None:
    page = RunPage()
    qtbot.addWidget(page)
    progress = RunProgress().after(STARTED)
    page.show_progress(progress, RunPhase.RUNNING)
    page.show_phase(RunPhase.PAUSED)
    assert page.state.text() == "Pausing after the current step."
    page.show_progress(progress.after(RunPaused()), RunPhase.PAUSED)
    # Told again, as when another page is looked at meanwhile.
    page.show_phase(RunPhase.PAUSED)
    assert page.state.text() == "Paused."


@pytest.mark.parametrize("language", ["english", "turkish"])
def test_no_sentence_of_the_plan_is_cut(qtbot: QtBot, request: pytest.FixtureRequest, language: str) -> None:
    if language == "turkish":
        request.getfixturevalue("turkish")
    page = PlanPage()
    qtbot.addWidget(page)
    page.show_plan(PLAN)
    page.show_problems([FieldProblem(field, f"A whole sentence about {field}: 2 to 20.") for field in page._rows])
    page.resize(1000, 600)
    with qtbot.waitExposed(page):
        page.show()
    labels = [label for label in page.findChildren(QLabel) if label.isVisible() and label.wordWrap() and label.text()]
    assert len(labels) > len(page._rows)
    assert [label.text() for label in labels if label.height() < label.heightForWidth(label.width())] == []
