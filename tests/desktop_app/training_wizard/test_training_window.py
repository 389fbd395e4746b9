"""The training window as a person uses it, with the real check and without a real training."""

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageFilter
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from core.errors import TrainingProcessError
from core.jobs import JobContext, Progress
from core.model.card import ShortcutVerdict
from core.training.audit_report import AuditReport, Probe, ProbeResult, Scope, Strength, read_audit
from core.training.control import RunControl, stand_by
from core.training.events import EpochFinished, FoldFinished, FoldStarted, RunStarted
from core.training.plan import TrainingPlan
from core.training.results import Estimate
from core.training.run_folder import RunFolder, open_run
from core.training.run_state import RunState, write_state
from core.training.wizard_flow import RunPhase, Step
from desktop_app.application import Workstation
from desktop_app.training_commands import runs_folder
from desktop_app.training_wizard import audit_controller, run_supervisor
from desktop_app.training_wizard import controller as controller_module
from desktop_app.training_wizard.look_controller import LookController
from desktop_app.training_wizard.window import TrainingWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)


@pytest.fixture
def images(tmp_path: Path) -> Path:
    """Twelve pictures in two classes, no two alike."""
    folder = tmp_path / "chest images"
    for number in range(12):
        label = ("COVID-19", "Non-COVID-19")[number % 2]
        (folder / label).mkdir(parents=True, exist_ok=True)
        pixels = np.random.default_rng(number).integers(0, 255, (260, 240), dtype=np.uint8)
        Image.fromarray(pixels).filter(ImageFilter.GaussianBlur(9)).point(lambda grey: grey * 3 % 256).save(
            folder / label / f"{number}.png"
        )
    return folder


@pytest.fixture
def window(qtbot: QtBot, workstation: Workstation, monkeypatch: pytest.MonkeyPatch) -> TrainingWindow:
    """The training window of the real program; times are not measured, which takes torch, and no lungs are sought."""
    monkeypatch.setattr(controller_module.TrainingController, "measure", lambda _controller: None)
    monkeypatch.setattr(LookController, "draw_variants", lambda _controller: None)
    monkeypatch.setattr(audit_controller, "audit_work", audit_pretended(NOTHING_FOUND))
    monkeypatch.setattr(LookController, "draw_composites", lambda _controller: None)
    workstation.window.actions_of_window.train.trigger()
    return workstation.training.training


def check(qtbot: QtBot, window: TrainingWindow, path: Path) -> None:
    window.controller.choose_path(path)
    window.next.click()
    assert window.controller.state.step is Step.CHECK
    qtbot.waitUntil(lambda: not window.controller.state.is_checking, timeout=20_000)
    qtbot.waitUntil(lambda: not window.controller.state.is_auditing)


NOTHING_FOUND = AuditReport(ShortcutVerdict.NONE_FOUND, "COVID-19", 12, 12, 0, (), (), 99, 0)
SUSPICION = replace(
    NOTHING_FOUND,
    verdict=ShortcutVerdict.SUSPECTED,
    results=(
        ProbeResult(
            Probe.CORNERS, Scope.ALL, Estimate(0.9, 0.8, 0.95), 0.001, 0.01, Strength.SUSPECTED, ("left", "right")
        ),
    ),
)


def audit_pretended(outcome: AuditReport | str) -> Any:
    """Work that tells progress as an audit would, and then finds this, or goes on until it is stopped."""

    def audit_work(check: Any, cache_folder: Path | None) -> Any:
        def work(context: JobContext[Any]) -> AuditReport:
            context.report(Progress(3, 12, "measuring the files"))
            while isinstance(outcome, str):
                context.raise_if_cancelled()
                time.sleep(0.01)
            return outcome

        return work

    return audit_work


def train_pretended(events: list[object], outcome: Any = None) -> Any:
    """Work that tells events as a training would, then waits, fails or ends."""

    def train_work(run: RunFolder, control: RunControl) -> Any:
        def work(context: JobContext[Any]) -> None:
            for event in events:
                context.report(event)
            if isinstance(outcome, Exception):
                raise outcome
            while outcome == "goes on":
                stand_by(control, context)
            write_state(run.path, RunState.FINISHED)

        return work

    return train_work


EVENTS: list[object] = [
    RunStarted(2, 1, 12, "CPU", "float32", resumed=False),
    FoldStarted(0, 6, 6),
    EpochFinished(0, 0, 1, 0.5, 0.5, 0.9, 0.8, 1.0, 2.0),
    FoldFinished(0),
]


def test_way_from_folder_to_plan(qtbot: QtBot, workstation: Workstation, window: TrainingWindow, images: Path) -> None:
    assert not window.next.isEnabled()
    window.controller.choose_path(images)
    qtbot.waitUntil(lambda: "12 images in 2 classes" in window.folder_page.findChild(QLabel, "found").text())
    check(qtbot, window, images)
    assert window.next.isEnabled()
    window.next.click()
    assert window.controller.state.step is Step.AUDIT
    assert window.audit_page.verdict.text() == "No shortcut found"
    window.next.click()
    assert set(window.look_page.grids) == {"COVID-19", "Non-COVID-19"}
    assert window.look_page.grids["COVID-19"].count() == 6
    window.next.click()
    assert window.controller.state.step is Step.PLAN
    assert window.plan_page.name.text() == "chest_images"
    assert window.plan_page.positive.currentText() == "COVID-19"
    assert window.next.text() == "&Start training"
    window.plan_page.name.setText("no/name")
    assert not window.next.isEnabled()
    assert not window.plan_page.findChild(QLabel, "problem_name").isHidden()
    window.back.click()
    assert window.controller.state.step is Step.LOOK
    assert workstation.store.current.recent_training_data == (str(images),)


def test_suspicion_turns_training_against_shortcuts_on_and_is_kept_with_the_run(
    qtbot: QtBot, window: TrainingWindow, images: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_controller, "audit_work", audit_pretended(SUSPICION))
    monkeypatch.setattr(run_supervisor, "train_work", train_pretended(EVENTS))
    start(qtbot, window, images)
    qtbot.waitUntil(lambda: window.controller.state.phase is RunPhase.FINISHED, timeout=10_000)
    run = window.controller.run
    assert run is not None
    assert run.plan.against_shortcuts
    assert read_audit(run.audit_path) == SUSPICION


def test_audit_can_be_stopped_and_done_again_and_training_waits_for_it(
    qtbot: QtBot, window: TrainingWindow, images: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_controller, "audit_work", audit_pretended("goes on"))
    window.controller.choose_path(images)
    window.next.click()
    controller, page = window.controller, window.audit_page
    qtbot.waitUntil(lambda: controller.state.is_auditing, timeout=20_000)
    controller.go_to(Step.PLAN)
    assert controller.state.step is Step.PLAN
    assert not window.next.isEnabled()
    assert "shortcuts" in window.next.toolTip()
    controller.go_to(Step.AUDIT)
    cancel = next(found for found in page.findChildren(QAbstractButton) if "Cance" in found.text())
    cancel.click()
    assert not controller.state.is_auditing
    assert "The audit was stopped." in controller.state.audit_problem
    controller.go_to(Step.PLAN)
    assert window.next.isEnabled()
    monkeypatch.setattr(audit_controller, "audit_work", audit_pretended(SUSPICION))
    controller.audit.start()
    qtbot.waitUntil(lambda: controller.state.audit is not None)
    assert page.table.rowCount() == 1
    assert controller.state.plan is not None
    assert controller.state.plan.against_shortcuts


def test_blocking_findings_and_missing_folders_are_said(qtbot: QtBot, window: TrainingWindow, tmp_path: Path) -> None:
    folder = tmp_path / "one class"
    (folder / "COVID-19").mkdir(parents=True)
    Image.fromarray(np.zeros((260, 240), dtype=np.uint8)).save(folder / "COVID-19" / "a.png")
    check(qtbot, window, folder)
    checked = window.controller.state.checked
    assert checked is not None
    assert checked.blocking
    assert not window.next.isEnabled()
    assert window.next.toolTip() == checked.blocking[0]
    window.controller.go_to(Step.PLAN)
    assert window.controller.state.step is Step.CHECK
    window.controller.choose_path(tmp_path / "nowhere")
    found = window.folder_page.findChild(QLabel, "found")
    qtbot.waitUntil(lambda: "nowhere" in found.text())
    assert "is not there" in found.text()


def start(qtbot: QtBot, window: TrainingWindow, images: Path) -> None:
    check(qtbot, window, images)
    window.controller.go_to(Step.PLAN)
    window.plan_page.folds.setValue(2)
    window.next.click()


def test_run_is_paused_continued_and_stopped(
    qtbot: QtBot, window: TrainingWindow, images: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_supervisor, "train_work", train_pretended(EVENTS, "goes on"))
    start(qtbot, window, images)
    qtbot.waitUntil(lambda: "Fold 1 is finished." in window.run_page.log.toPlainText(), timeout=10_000)
    page, controller = window.run_page, window.controller
    page.pause.click()
    qtbot.waitUntil(lambda: page.state.text() == "Paused.")
    assert controller.state.phase is RunPhase.PAUSED
    page.go_on.click()
    qtbot.waitUntil(lambda: "Going on." in page.log.toPlainText())
    # Closing hides the window; the training goes on.
    window.close()
    assert not window.isVisible()
    assert controller.supervisor.is_running
    page.stop.click()
    qtbot.waitUntil(lambda: controller.state.phase is RunPhase.STOPPED)
    assert not page.resume.isHidden()
    controller.go_to(Step.PLAN)
    assert window.plan_page.name.text() == "chest_images_2"
    assert not controller.state.why_not_start
    assert not controller.supervisor.is_running


def test_failed_run_says_why_and_can_be_resumed(
    qtbot: QtBot, window: TrainingWindow, images: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_supervisor, "train_work", train_pretended(EVENTS, TrainingProcessError("SIGSEGV", "")))
    start(qtbot, window, images)
    qtbot.waitUntil(lambda: window.controller.state.phase is RunPhase.FAILED, timeout=10_000)
    assert window.message_bar.text
    assert window.run_page.state.text() == window.message_bar.text
    monkeypatch.setattr(run_supervisor, "train_work", train_pretended(EVENTS, "goes on"))
    window.run_page.resume.click()
    assert window.controller.state.phase is RunPhase.RUNNING
    window.run_page.stop.click()
    qtbot.waitUntil(lambda: window.controller.state.phase is RunPhase.STOPPED)


def test_stopped_run_is_found_again(
    qtbot: QtBot, workstation: Workstation, window: TrainingWindow, images: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_supervisor, "train_work", train_pretended(EVENTS, "goes on"))
    start(qtbot, window, images)
    qtbot.waitUntil(lambda: window.controller.supervisor.is_running, timeout=10_000)
    window.controller.supervisor.stop()
    qtbot.waitUntil(lambda: window.controller.state.phase is RunPhase.STOPPED)
    run = window.controller.run
    assert run is not None
    assert run.path.parent == runs_folder()
    window.controller.choose_path(images.parent)
    assert window.controller.state.step is Step.FOLDER
    workstation.window.actions_of_window.training_runs.trigger()
    runs = workstation.training.runs
    qtbot.waitUntil(lambda: runs.table.rowCount() == 1)
    assert runs.table.item(0, 0).text() == "chest_images"
    runs.resume.click()
    qtbot.waitUntil(lambda: window.controller.supervisor.is_running)
    assert window.controller.state.step is Step.RUN
    window.controller.supervisor.stop()
    qtbot.waitUntil(lambda: not window.controller.supervisor.is_running)
    runs.hide()


def test_closing_the_program_asks_while_training(
    qtbot: QtBot, workstation: Workstation, window: TrainingWindow, images: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_supervisor, "train_work", train_pretended(EVENTS, "goes on"))
    start(qtbot, window, images)
    qtbot.waitUntil(lambda: window.controller.supervisor.is_running, timeout=10_000)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    workstation.window.close()
    assert workstation.window.isVisible()
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    workstation.window.close()
    assert not workstation.window.isVisible()
    run = window.controller.run
    assert run is not None
    assert open_run(run.path).plan == TrainingPlan("chest_images", ("COVID-19", "Non-COVID-19"), "COVID-19", folds=2)


def test_files_open_in_the_viewer(qtbot: QtBot, workstation: Workstation, window: TrainingWindow, images: Path) -> None:
    paths = sorted(images.rglob("*.png"))[:3]
    window.files_opened.emit(paths)
    qtbot.waitUntil(lambda: len(list(workstation.controller.session)) == 3, timeout=10_000)
    assert workstation.window.isVisible()


def test_whatever_takes_the_focus_has_a_name_and_every_button_a_tip(window: TrainingWindow) -> None:
    unnamed = []
    for widget in window.findChildren(QWidget):
        takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not isinstance(widget, QLabel)
        interface = QAccessible.queryAccessibleInterface(widget)
        if widget.window() is not window:
            continue  # The list of a combo box.
        if takes_focus and not widget.objectName().startswith("qt_") and interface is not None:
            named = interface.text(QAccessible.Text.Name) or widget.parentWidget().accessibleName()
            if not named:
                unnamed.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    assert not unnamed
    buttons = window.findChildren(QAbstractButton)
    assert not [found.text() for found in buttons if found.text() and not found.toolTip()]
