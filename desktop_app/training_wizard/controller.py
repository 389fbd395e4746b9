"""The wizard's state, and the jobs behind its pages. It lives on while the window is closed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.jobs import Progress
from core.language import tr
from core.training.events import ImagesPrepared
from core.training.plan import Augmentation, TrainingPlan
from core.training.run_epochs import read_epochs
from core.training.wizard_flow import RunPhase, Step, WizardState
from core.training.wizard_plan import free_name, plan_problems, suggested_plan
from desktop_app.jobs import JobFailure, start_job
from desktop_app.newest_job import NewestJob
from desktop_app.training_wizard.audit_controller import AuditController
from desktop_app.training_wizard.look_controller import LookController
from desktop_app.training_wizard.run_supervisor import RunSupervisor
from desktop_app.training_wizard.work import (
    Checked,
    check_work,
    estimate_work,
    prepare_work,
    preview_work,
    taken_names,
)

if TYPE_CHECKING:
    from core.training.audit_report import AuditReport
    from core.training.check import DatasetCheck
    from core.training.run_folder import RunFolder

_ESTIMATE_AFTER_MS = 800


class TrainingController(QObject):
    """Answers what the pages ask for, one state at a time."""

    state_changed = Signal(object)
    """WizardState."""
    data_previewed = Signal(object)
    """DataPreview."""
    data_unreadable = Signal(object)
    """ErrorMessage."""
    check_progressed = Signal(int, int)
    check_ended = Signal(object)
    """DatasetCheck."""
    check_failed = Signal(str)
    estimate_began = Signal()
    estimate_measured = Signal(object)
    """RunEstimate."""
    estimate_failed = Signal(str)
    run_opened = Signal(object)
    """RunFolder that is looked at from now on."""
    problem_met = Signal(object)
    """ErrorMessage."""

    def __init__(self, runs_folder: Path, cache_folder: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = WizardState()
        self.check: DatasetCheck | None = None
        self.run: RunFolder | None = None
        self.runs_folder = runs_folder
        self._cache_folder = cache_folder
        self._taken: tuple[str, ...] = ()
        self._measured: TrainingPlan | None = None
        self.look = LookController(self)
        self.supervisor = RunSupervisor(self)
        self.supervisor.phase_changed.connect(self._on_phase_changed)
        self.supervisor.failed.connect(self.problem_met)
        self._check = NewestJob(self)
        self._check.progressed.connect(self._on_check_progressed)
        self._check.succeeded.connect(self._on_check_succeeded)
        self._check.failed.connect(self._on_check_failed)
        self.audit = AuditController(cache_folder, self)
        self.audit.began.connect(self._on_audit_began)
        self.audit.ended.connect(self._on_audit_ended)
        self.audit.failed.connect(self._on_audit_failed)
        self._preview = NewestJob(self)
        self._preview.succeeded.connect(self.data_previewed)
        self._preview.failed.connect(self._on_preview_failed)
        self._estimate = NewestJob(self, _ESTIMATE_AFTER_MS)
        self._estimate.succeeded.connect(self.estimate_measured)
        self._estimate.failed.connect(self._on_estimate_failed)

    def go_to(self, step: Step) -> None:
        """Show a page, where it can be entered."""
        before = self.state.step
        self._set(self.state.going_to(step))
        if self.state.step is before:
            return
        if step is Step.CHECK and self.state.checked is None and not self.state.is_checking:
            self.start_check()
        if step is Step.LOOK:
            self.look.take_augmentation(self.state.augmentation)
        elif before in (Step.LOOK, Step.PLAN):
            self.look.rest()
        if step is Step.PLAN:
            self._show_composites()
        if step is Step.PLAN and self._measured is None:
            self.measure()

    @Slot(object)
    def choose_path(self, path: Path) -> None:
        """Take other images; a training that goes on keeps its own."""
        if reason := self.state.why_not_new_data:
            self._say(reason)
            return
        state = self.state.with_path(path)
        if state is self.state:
            return
        self._forget_data()
        self._set(state)
        self._preview.request(preview_work(path))

    @Slot()
    def start_check(self) -> None:
        """Check the chosen images, again where that was done before."""
        if self.state.path is None or self.state.is_checking:
            return
        path = self.state.path
        self._forget_data()
        self._set(self.state.checking())
        self.check_progressed.emit(0, 0)
        self._check.request(check_work(path, self._cache_folder, self.runs_folder))

    @Slot()
    def cancel_check(self) -> None:
        """Stop checking."""
        self._check.cancel()
        if self.state.is_checking:
            self._tell_check_failed(tr("The check was stopped."))

    @Slot(object)
    def set_augmentation(self, augmentation: Augmentation) -> None:
        """Take another augmentation and show what it does."""
        self._set(self.state.with_augmentation(augmentation))
        self.look.take_augmentation(augmentation)

    @Slot(object)
    def set_plan(self, plan: TrainingPlan) -> None:
        """Take what was entered on the plan page."""
        before = self.state.plan
        groups = self.state.checked.groups if self.state.checked is not None else 0
        self._set(self.state.with_plan(plan, plan_problems(plan, groups, self._taken)))
        if before is not None and before.against_shortcuts != plan.against_shortcuts:
            self._show_composites()
        if before is not None and _costs_other_time(before, plan):
            self.measure()

    @Slot()
    def measure(self) -> None:
        """Measure how long the plan would take here; not while a training needs the computer."""
        plan = self.state.planned
        if plan is None or self.check is None or self.state.phase.is_active:
            return
        if any(problem.field != "name" for problem in self.state.plan_problems):
            return
        self._measured = plan
        self.estimate_began.emit()
        self._estimate.request(estimate_work(plan, len(self.check.dataset.images)))

    @Slot()
    def start_run(self) -> None:
        """Write the planned run to disk and start it."""
        plan, check = self.state.planned, self.check
        if plan is None or check is None or self.state.why_not_start:
            return
        self._estimate.cancel()
        self._set(self.state.run_preparing())
        self.supervisor.forget(plan.refits)
        job = start_job(prepare_work(self.runs_folder, plan, check, self.state.audit), self)
        job.succeeded.connect(self._on_prepared)
        job.failed.connect(self._on_not_prepared)
        job.cancelled.connect(self._on_preparation_cancelled)

    @Slot()
    def resume_run(self) -> None:
        """Take the run up again that is looked at."""
        if self.run is not None and not self.supervisor.is_running and self.state.phase.can_resume:
            self.supervisor.start(self.run)

    def open_run(self, run: RunFolder, phase: RunPhase) -> None:
        """Look at a run that is on disk.

        Args:
            run: The run.
            phase: Where it stands.
        """
        if self.run is not None and run.path == self.run.path and self.state.phase is not RunPhase.NONE:
            # The one that goes on here, or has just ended.
            self.go_to(Step.RESULT if self.state.phase is RunPhase.FINISHED else Step.RUN)
            return
        if reason := self.state.why_not_new_data:
            self._say(reason)
            return
        self._forget_data()
        self.run = run
        self.supervisor.forget(run.plan.refits, read_epochs(run.path))
        self._set(self.state.run_opened(run.path, run.plan, phase))
        self.run_opened.emit(run)

    def stop(self) -> None:
        """The program ends: the training stops as of its last epoch."""
        self._preview.cancel()
        self.look.stop()
        self._estimate.cancel()
        self.cancel_check()
        self.audit.cancel()
        self.supervisor.stop()

    def _show_composites(self) -> None:
        """On the plan page, while it is to be trained against shortcuts, examples are drawn."""
        plan = self.state.plan
        if self.state.step is not Step.PLAN or self.state.phase.is_active:
            return
        if plan is not None and plan.against_shortcuts:
            self.look.draw_composites()
        else:
            self.look.rest()

    def _set(self, state: WizardState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    def _say(self, text: str) -> None:
        from core.error_wording import ErrorMessage

        self.problem_met.emit(ErrorMessage(text, ""))

    def _forget_data(self) -> None:
        self._check.cancel()
        self.audit.take_check(None)
        self.check = None
        self._measured = None
        self.look.take_check(None)
        self._estimate.cancel()

    @Slot(object)
    def _on_check_progressed(self, event: object) -> None:
        if isinstance(event, ImagesPrepared):
            self.check_progressed.emit(event.done, event.total)
        elif isinstance(event, Progress):
            self.check_progressed.emit(event.done, event.total or 0)

    @Slot(object)
    def _on_check_succeeded(self, checked: Checked) -> None:
        data, self._taken = checked.data, checked.taken_names
        self.check = checked.check
        plan = None
        if self.state.path is not None and not data.blocking:
            plan = suggested_plan(self.state.path, data.classes, data.positive_class, data.groups, self._taken)
        self._set(self.state.check_ended(data, plan))
        self.check_ended.emit(checked.check)
        self.look.take_check(checked.check)
        self.audit.take_check(checked.check)

    @Slot()
    def _on_audit_began(self) -> None:
        self._set(self.state.auditing())

    @Slot(object)
    def _on_audit_ended(self, audit: AuditReport) -> None:
        self._set(self.state.audit_ended(audit))
        if self.state.plan is not None:
            self.set_plan(self.state.plan)

    @Slot(str)
    def _on_audit_failed(self, text: str) -> None:
        self._set(self.state.audit_failed(text))

    @Slot(object)
    def _on_check_failed(self, failure: JobFailure) -> None:
        self._tell_check_failed(failure.message.text)

    def _tell_check_failed(self, text: str) -> None:
        self._set(self.state.check_failed(text))
        self.check_failed.emit(text)

    @Slot(object)
    def _on_preview_failed(self, failure: JobFailure) -> None:
        self.data_unreadable.emit(failure.message)

    @Slot(object)
    def _on_estimate_failed(self, failure: JobFailure) -> None:
        self.estimate_failed.emit(failure.message.text)

    @Slot(object)
    def _on_prepared(self, run: RunFolder) -> None:
        self.run = run
        self._taken = taken_names(self.runs_folder)
        self._set(self.state.run_prepared(run.path))
        self.run_opened.emit(run)
        self.supervisor.start(run)

    @Slot(object)
    def _on_not_prepared(self, failure: JobFailure) -> None:
        self._set(self.state.not_started())
        self.problem_met.emit(failure.message)

    @Slot()
    def _on_preparation_cancelled(self) -> None:
        self._set(self.state.not_started())

    @Slot(object)
    def _on_phase_changed(self, phase: RunPhase) -> None:
        self._set(self.state.with_phase(phase))
        plan = self.state.plan
        if not phase.is_active and plan is not None and self.state.checked is not None:
            # The name belongs to the run that was; the next one gets another.
            self.set_plan(replace(plan, name=free_name(plan.name, self._taken)))


def _costs_other_time(before: TrainingPlan, after: TrainingPlan) -> bool:
    """Whether the measured times no longer hold; all depths are measured at once."""
    neutral = {
        "name": "",
        "positive_class": "",
        "depth": before.depth,
        "seed": 0,
        "learning_rate": 1.0,
        "weight_decay": 0.0,
        "leaves_out_invisible": False,
    }
    return replace(before, **neutral) != replace(after, **neutral)  # type: ignore[arg-type]  # fields of the plan
