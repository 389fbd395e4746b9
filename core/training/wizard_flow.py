"""The training wizard without its window: which page may be entered, what is remembered, what happens when.

A `WizardState` is a frozen value. Each method returns the state after something has happened; the window shows the
state it is given and never decides by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from core.language import tr
from core.training.plan import Augmentation, TrainingPlan
from core.training.wizard_plan import FieldProblem

if TYPE_CHECKING:
    from core.training.audit_report import AuditReport
    from core.training.check import DatasetCheck


class Step(StrEnum):
    """The pages, in their order."""

    FOLDER = "folder"
    CHECK = "check"
    AUDIT = "audit"
    LOOK = "look"
    PLAN = "plan"
    RUN = "run"
    RESULT = "result"


class RunPhase(StrEnum):
    """Where the run is that the wizard is about."""

    NONE = "none"
    PREPARING = "preparing"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "stopping"
    STOPPED = "stopped"
    FAILED = "failed"
    FINISHED = "finished"

    @property
    def is_active(self) -> bool:
        """Whether something computes, or could go on at once."""
        return self in (RunPhase.PREPARING, RunPhase.RUNNING, RunPhase.PAUSED, RunPhase.STOPPING)

    @property
    def can_resume(self) -> bool:
        """Whether the run can be taken up again from its last checkpoint."""
        return self in (RunPhase.STOPPED, RunPhase.FAILED)


@dataclass(frozen=True)
class CheckedData:
    """What the flow needs to know of a checked data set.

    Attributes:
        classes: Class names in the order of the outputs.
        class_counts: Readable images per class.
        groups: Independent groups (same patient, duplicates) of the class that has fewest.
        positive_class: The class that decisions are about unless a person says otherwise.
        blocking: Sentences of the findings that forbid training, empty where it may go on.
    """

    classes: tuple[str, ...]
    class_counts: Mapping[str, int]
    groups: int
    positive_class: str
    blocking: tuple[str, ...] = ()

    @property
    def images(self) -> int:
        """Readable images in all."""
        return sum(self.class_counts.values())


def checked_data(check: "DatasetCheck") -> CheckedData:
    """What the flow needs to know of the outcome of `check_dataset`."""
    from core.training.check import Severity
    from core.training.reading import default_positive_class

    dataset = check.dataset
    fewest = min(
        (len({*check.groups[dataset.labels == index].tolist()}) for index in range(len(dataset.classes))), default=0
    )
    blocking = tuple(finding.sentence for finding in check.findings if finding.severity is Severity.BLOCKING)
    if not check.can_train and not blocking:
        blocking = (tr("These images cannot be trained on."),)
    positive = default_positive_class(dataset.classes) if dataset.classes else ""
    return CheckedData(dataset.classes, dict(check.class_counts), fewest, positive, blocking)


@dataclass(frozen=True)
class WizardState:
    """Where a person is in the wizard, and what is known so far.

    Attributes:
        step: The page shown.
        path: Folder or index that was chosen.
        is_checking: Whether the check goes on.
        check_problem: Why the check could not be finished, empty where it could.
        checked: What the check found.
        is_auditing: Whether the audit goes on.
        audit_problem: Why there is no audit, empty where there is one or none was begun.
        audit: What the audit found.
        plan: What is to be trained, as entered so far.
        plan_problems: What is wrong with the plan, at its fields.
        augmentation: As chosen on the page “look”; becomes part of the plan.
        run_path: Folder of the run.
        phase: Where the run is.
    """

    step: Step = Step.FOLDER
    path: Path | None = None
    is_checking: bool = False
    check_problem: str = ""
    checked: CheckedData | None = None
    is_auditing: bool = False
    audit_problem: str = ""
    audit: "AuditReport | None" = None
    plan: TrainingPlan | None = None
    plan_problems: tuple[FieldProblem, ...] = ()
    augmentation: Augmentation = field(default_factory=Augmentation)
    run_path: Path | None = None
    phase: RunPhase = RunPhase.NONE

    @property
    def planned(self) -> TrainingPlan | None:
        """The plan with the augmentation in it, None before there is one."""
        return None if self.plan is None else replace(self.plan, augmentation=self.augmentation)

    @property
    def why_not_new_data(self) -> str:
        """Why no other data can be chosen now; empty where they can."""
        return (
            tr("A training run is going on. Stop it first; it can be continued later.") if self.phase.is_active else ""
        )

    @property
    def why_not_start(self) -> str:
        """Why the run cannot be started now; empty where it can."""
        if self.phase.is_active:
            return self.why_not_new_data
        if reason := self.why_not(Step.PLAN):
            return reason
        if self.plan_problems:
            return f"{self.plan_problems[0].sentence}"
        if self.is_auditing:
            return tr(
                "The images are still being looked through for shortcuts. Wait, or stop that on the page “Audit”."
            )
        return "" if self.plan is not None else tr("There is no plan yet.")

    def why_not(self, step: Step) -> str:
        """Why a page cannot be entered now, in a sentence; empty where it can."""
        match step:
            case Step.FOLDER:
                return ""
            case Step.CHECK:
                if self.path is None:
                    return tr("Choose a folder or an index first.")
                # A run found again on disk brings its plan and results, not its images.
                return "" if self._has_data else tr("Check the images of this run again to see them here.")
            case Step.AUDIT | Step.LOOK | Step.PLAN:
                return self.why_not(Step.CHECK) or self._why_not_past_check()
            case Step.RUN:
                return "" if self.phase is not RunPhase.NONE else tr("Start the training on the page before.")
            case Step.RESULT:
                if self.phase is RunPhase.NONE:
                    return tr("There is no training run yet.")
                return (
                    "" if self.phase is RunPhase.FINISHED else tr("The result is there when the training is finished.")
                )

    @property
    def previous_step(self) -> Step | None:
        """The nearest page before this one that can be entered."""
        before = tuple(Step)[: tuple(Step).index(self.step)]
        return next((step for step in reversed(before) if not self.why_not(step)), None)

    @property
    def next_step(self) -> Step | None:
        """The page after this one, whether it can be entered or not; None after the last."""
        steps = tuple(Step)
        position = steps.index(self.step) + 1
        return steps[position] if position < len(steps) else None

    def going_to(self, step: Step) -> "WizardState":
        """Another page is asked for; where it cannot be entered nothing changes."""
        return self if self.why_not(step) else replace(self, step=step)

    def with_path(self, path: Path) -> "WizardState":
        """Other data are chosen: what was known of the ones before is forgotten, the augmentation stays."""
        if self.why_not_new_data or (path == self.path and self._has_data):
            return self
        return WizardState(path=path, augmentation=self.augmentation)

    def checking(self) -> "WizardState":
        """The check begins; an audit of the images as they were holds no longer."""
        return replace(self._without_audit(), is_checking=True, check_problem="", checked=None)

    def check_ended(self, checked: CheckedData, plan: TrainingPlan | None) -> "WizardState":
        """The check has ended.

        Args:
            checked: What it found.
            plan: The plan to begin with, None where nothing can be trained.
        """
        return replace(self, is_checking=False, checked=checked, plan=plan, plan_problems=(), check_problem="")

    def check_failed(self, sentence: str) -> "WizardState":
        """The check could not be finished, or was cancelled."""
        return replace(self, is_checking=False, check_problem=sentence, checked=None)

    def auditing(self) -> "WizardState":
        """The audit begins."""
        return replace(self._without_audit(), is_auditing=True)

    def audit_ended(self, audit: "AuditReport") -> "WizardState":
        """The audit has ended; where it suspects a shortcut the plan is to train against it, unless a person says no.

        Args:
            audit: What it found.
        """
        from core.model.card import ShortcutVerdict

        plan = self.plan
        if plan is not None and audit.verdict is not ShortcutVerdict.NONE_FOUND:
            plan = replace(plan, against_shortcuts=True)
        return replace(self._without_audit(), audit=audit, plan=plan)

    def audit_failed(self, sentence: str) -> "WizardState":
        """The audit could not be finished, or was stopped; training may begin without it."""
        return replace(self._without_audit(), audit_problem=sentence)

    def with_plan(self, plan: TrainingPlan, problems: tuple[FieldProblem, ...]) -> "WizardState":
        """Something was entered on the plan page."""
        return replace(self, plan=plan, plan_problems=problems)

    def with_augmentation(self, augmentation: Augmentation) -> "WizardState":
        """Something was chosen on the look page."""
        return replace(self, augmentation=augmentation)

    def run_preparing(self) -> "WizardState":
        """The run is written to disk before its first step."""
        return self if self.why_not_start else replace(self, phase=RunPhase.PREPARING, run_path=None, step=Step.RUN)

    def run_prepared(self, run_path: Path) -> "WizardState":
        """The run has its folder."""
        return replace(self, run_path=run_path)

    def with_phase(self, phase: RunPhase) -> "WizardState":
        """The run has gone on, or ended; a finished one leads from the run page to its result."""
        moves = phase is RunPhase.FINISHED and self.phase.is_active and self.step is Step.RUN
        return replace(self, phase=phase, step=Step.RESULT if moves else self.step)

    def not_started(self) -> "WizardState":
        """The run could not be prepared: back to the plan."""
        return replace(self, phase=RunPhase.NONE, run_path=None, step=Step.PLAN)

    def run_opened(self, run_path: Path, plan: TrainingPlan, phase: RunPhase) -> "WizardState":
        """A run was found again on disk; where another one goes on nothing changes."""
        if self.phase.is_active:
            return self
        step = Step.RESULT if phase is RunPhase.FINISHED else Step.RUN
        return WizardState(step=step, plan=plan, augmentation=plan.augmentation, run_path=run_path, phase=phase)

    def _without_audit(self) -> "WizardState":
        return replace(self, is_auditing=False, audit_problem="", audit=None)

    @property
    def _has_data(self) -> bool:
        return self.is_checking or self.checked is not None or bool(self.check_problem) or self.run_path is None

    def _why_not_past_check(self) -> str:
        if self.is_checking:
            return tr("The images are being checked.")
        if self.check_problem:
            return self.check_problem
        if self.checked is None:
            return tr("The images have not been checked yet.")
        return self.checked.blocking[0] if self.checked.blocking else ""
