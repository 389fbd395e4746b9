"""The wizard's flow, without a window."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.model.card import ShortcutVerdict
from core.training.audit_report import AuditReport
from core.training.events import (
    EpochFinished,
    FoldFinished,
    FoldStarted,
    ImagesPrepared,
    MicroBatchReduced,
    RunPaused,
    RunStarted,
    StepsDone,
)
from core.training.plan import Augmentation, Depth, StartKind, StartPoint, TrainingPlan, Variation
from core.training.run_epochs import EPOCHS_NAME, append_epoch, read_epochs
from core.training.wizard_flow import CheckedData, RunPhase, Step, WizardState
from core.training.wizard_plan import VARIATION_RANGES, FieldProblem, free_name, plan_problems, suggested_plan
from core.training.wizard_progress import RunProgress, describe_duration

FOLDER = Path("chest")
GOOD = CheckedData(("COVID-19", "Non-COVID-19"), {"COVID-19": 20, "Non-COVID-19": 24}, 18, "COVID-19")
BAD = replace(GOOD, blocking=("One class only.",))
PLAN = TrainingPlan("ours", GOOD.classes, "COVID-19")


def audit(verdict: ShortcutVerdict) -> AuditReport:
    return AuditReport(verdict, "COVID-19", 44, 44, 0, (), (), 99, 0)


def checked_state() -> WizardState:
    return WizardState().with_path(FOLDER).going_to(Step.CHECK).checking().check_ended(GOOD, PLAN)


def test_pages_open_one_after_the_other() -> None:
    state = WizardState()
    assert [step for step in Step if not state.why_not(step)] == [Step.FOLDER]
    state = state.with_path(FOLDER)
    assert state.next_step is Step.CHECK
    assert not state.why_not(Step.CHECK)
    assert state.why_not(Step.LOOK) == "The images have not been checked yet."
    state = state.going_to(Step.CHECK).checking()
    assert state.why_not(Step.PLAN) == "The images are being checked."
    state = state.check_ended(GOOD, PLAN)
    assert not state.why_not(Step.LOOK)
    assert not state.why_not(Step.PLAN)
    assert state.why_not(Step.RUN)
    assert state.why_not(Step.RESULT)


def test_audit_goes_on_beside_the_next_pages_and_training_waits_for_it() -> None:
    state = checked_state().auditing()
    assert not state.why_not(Step.AUDIT)
    assert not state.why_not(Step.PLAN)
    assert "shortcuts" in state.why_not_start
    assert not state.audit_failed("The audit was stopped.").why_not_start
    ended = state.audit_ended(audit(ShortcutVerdict.NONE_FOUND))
    assert not ended.why_not_start
    assert ended.audit is not None
    assert ended.plan == PLAN


@pytest.mark.parametrize("verdict", [ShortcutVerdict.SUSPECTED, ShortcutVerdict.INSEPARABLE])
def test_suspected_shortcuts_are_trained_against(verdict: ShortcutVerdict) -> None:
    ended = checked_state().auditing().audit_ended(audit(verdict))
    assert ended.plan == replace(PLAN, against_shortcuts=True)


def test_new_check_and_other_data_forget_the_audit() -> None:
    state = checked_state().auditing().audit_ended(audit(ShortcutVerdict.SUSPECTED))
    assert state.checking().audit is None
    assert state.with_path(Path("other")).audit is None


def test_blocking_findings_say_why() -> None:
    state = WizardState().with_path(FOLDER).checking().check_ended(BAD, None)
    assert state.why_not(Step.LOOK) == "One class only."
    assert state.going_to(Step.PLAN).step is Step.FOLDER
    assert state.why_not_start == "One class only."


def test_failed_check_can_be_repeated() -> None:
    state = WizardState().with_path(FOLDER).checking().check_failed("The folder is gone.")
    assert state.why_not(Step.LOOK) == "The folder is gone."
    assert not state.why_not(Step.CHECK)
    assert state.checking().check_problem == ""


def test_other_data_forget_the_check_and_keep_the_augmentation() -> None:
    turned = Augmentation(rotation=Variation(True, 3.0))
    state = checked_state().with_augmentation(turned).with_path(Path("other"))
    assert state.checked is None
    assert state.augmentation == turned
    assert state.step is Step.FOLDER


def test_choosing_the_same_data_again_keeps_what_is_known() -> None:
    state = checked_state()
    assert state.with_path(FOLDER) is state


def test_run_goes_from_plan_to_result() -> None:
    state = checked_state().going_to(Step.PLAN)
    assert state.planned is not None
    assert not state.why_not_start
    state = state.run_preparing()
    assert (state.step, state.phase) == (Step.RUN, RunPhase.PREPARING)
    state = state.run_prepared(Path("runs/ours")).with_phase(RunPhase.RUNNING)
    assert state.why_not_new_data
    assert state.with_path(Path("other")) is state
    assert state.why_not_start
    state = state.with_phase(RunPhase.PAUSED)
    assert state.phase.is_active
    state = state.with_phase(RunPhase.RUNNING).with_phase(RunPhase.FINISHED)
    assert state.step is Step.RESULT
    assert not state.why_not_new_data


def test_pages_can_be_looked_at_while_training() -> None:
    state = checked_state().run_preparing().with_phase(RunPhase.RUNNING)
    assert state.going_to(Step.LOOK).step is Step.LOOK
    looked = state.going_to(Step.LOOK).with_phase(RunPhase.FINISHED)
    assert looked.step is Step.LOOK
    assert not looked.why_not(Step.RESULT)


def test_stopped_and_failed_runs_can_be_resumed() -> None:
    assert [phase for phase in RunPhase if phase.can_resume] == [RunPhase.STOPPED, RunPhase.FAILED]
    state = checked_state().run_preparing().with_phase(RunPhase.STOPPED)
    assert not state.why_not(Step.RUN)
    assert state.why_not(Step.RESULT)


def test_problems_of_the_plan_forbid_the_start() -> None:
    state = checked_state().with_plan(PLAN, (FieldProblem("name", "Give the model a name."),))
    assert state.why_not_start == "Give the model a name."
    assert state.run_preparing() is state


def test_run_that_cannot_be_prepared_leads_back_to_the_plan() -> None:
    state = checked_state().run_preparing().not_started()
    assert (state.step, state.phase) == (Step.PLAN, RunPhase.NONE)


def test_found_again_runs_open_where_they_stand() -> None:
    finished = WizardState().run_opened(Path("runs/a"), PLAN, RunPhase.FINISHED)
    assert finished.step is Step.RESULT
    assert finished.previous_step is Step.RUN
    stopped = WizardState().run_opened(Path("runs/a"), PLAN, RunPhase.STOPPED)
    assert stopped.step is Step.RUN
    assert stopped.why_not(Step.LOOK)
    assert stopped.previous_step is Step.FOLDER
    running = checked_state().run_preparing()
    assert running.run_opened(Path("runs/a"), PLAN, RunPhase.FINISHED) is running


def test_suggested_plan_has_a_valid_free_name() -> None:
    plan = suggested_plan(Path("Röntgen 2024"), GOOD.classes, "COVID-19", 18, ())
    assert plan.name == "R_ntgen_2024"
    assert suggested_plan(Path("chest"), GOOD.classes, "COVID-19", 18, ("Chest", "chest_2")).name == "chest_3"
    assert suggested_plan(Path("..."), GOOD.classes, "COVID-19", 3, ()).folds == 3
    assert not plan_problems(plan, 18, ())
    assert free_name("ward_2", ("WARD_2", "ward_3")) == "ward_4"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "ours/2"}, "name"),
        ({"name": "TAKEN"}, "name"),
        ({"positive_class": "none of them"}, "positive_class"),
        ({"start": StartPoint(StartKind.IMAGENET)}, "start"),
        ({"start": StartPoint(StartKind.RANDOM)}, "start"),
        ({"start": StartPoint(StartKind.WEIGHTS_FILE, Path("missing.safetensors"))}, "start"),
        ({"folds": 19}, "folds"),
        ({"folds": 21}, "folds"),
        ({"epochs": 0}, "epochs"),
        ({"batch_size": 0}, "batch_size"),
        ({"learning_rate": 0.0}, "learning_rate"),
        ({"learning_rate": float("nan")}, "learning_rate"),
        ({"weight_decay": -0.1}, "weight_decay"),
        ({"seed": -1}, "seed"),
    ],
)
def test_wrong_entries_are_named_at_their_field(change: dict[str, object], field: str) -> None:
    plan = replace(PLAN, **change)  # type: ignore[arg-type]
    problems = plan_problems(plan, 18, ("taken",))
    assert [problem.field for problem in problems] == [field]
    assert problems[0].sentence


def test_random_start_is_for_full_depth() -> None:
    plan = replace(PLAN, start=StartPoint(StartKind.RANDOM), depth=Depth.FULL)
    assert not plan_problems(plan, 18, ())


def test_every_augmentation_is_offered_within_its_range() -> None:
    defaults = Augmentation()
    assert {offer.field for offer in VARIATION_RANGES} == set(vars(defaults))
    for offer in VARIATION_RANGES:
        assert 0 <= getattr(defaults, offer.field).amount <= offer.most


def told(*events: object) -> RunProgress:
    progress = RunProgress()
    for event in events:
        progress = progress.after(event)  # type: ignore[arg-type]
    return progress


STARTED = RunStarted(folds=2, epochs=2, images=40, device="CPU", precision="float32", resumed=False)


def epoch(fold: int | None, number: int) -> EpochFinished:
    held_out = None if fold is None else 0.9
    return EpochFinished(fold, number, 2, 0.5, held_out, held_out, held_out, 3.0, 60.0)


def test_progress_follows_the_events() -> None:
    reading = told(ImagesPrepared(10, 40))
    assert reading.share == 0
    assert reading.sentence == "Reading the images: 10 of 40."
    halfway = told(STARTED, FoldStarted(0, 20, 20), StepsDone(0, 1, 10, 20, 7.0, 55.0))
    assert halfway.share == pytest.approx(0.75 / 3)
    assert halfway.sentence == "Fold 1 of 2."
    assert halfway.seconds_left == 55.0
    refit = told(
        STARTED, FoldStarted(0, 20, 20), epoch(0, 0), epoch(0, 1), FoldFinished(0), FoldStarted(1, 20, 20),
        epoch(1, 0), epoch(1, 1), FoldFinished(1), FoldStarted(None, 40, 0), epoch(None, 0),
    )  # fmt: skip
    assert refit.is_refit
    assert refit.share == pytest.approx(2.5 / 3)
    assert [len(refit.epochs[fold]) for fold in (0, 1, None)] == [2, 2, 1]
    assert told(STARTED, RunPaused()).sentence == "Paused."


def test_epochs_told_again_after_a_resume_are_not_drawn_twice() -> None:
    progress = told(STARTED, FoldStarted(0, 20, 20), epoch(0, 0), epoch(0, 1), epoch(0, 0))
    assert [point.epoch for point in progress.epochs[0]] == [0]


def test_epochs_of_an_earlier_session_are_kept_without_their_log(tmp_path: Path) -> None:
    for told_epoch in (epoch(0, 0), epoch(0, 1), epoch(None, 0)):
        append_epoch(tmp_path, told_epoch)
    with (tmp_path / EPOCHS_NAME).open("a") as file:
        file.write('\n{"fold": 1, "epo')
    append_epoch(tmp_path, epoch(0, 1))
    progress = RunProgress().with_epochs(read_epochs(tmp_path))
    assert {fold: len(points) for fold, points in progress.epochs.items()} == {0: 2, None: 1}
    assert progress.log == ()
    assert progress.seconds_left is None
    assert read_epochs(tmp_path / "missing") == ()


def test_log_is_in_words() -> None:
    log = told(
        STARTED, FoldStarted(0, 20, 20), StepsDone(0, 0, 1, 20, 7.0, None), epoch(0, 0), MicroBatchReduced(8, 32)
    )
    assert log.log[0] == "Started: 40 images, 2 folds, on CPU (float32)."
    assert log.log[1] == "Fold 1: learning from 20 images, holding out 20."
    assert "AUC 0.9000" in log.log[2]
    assert "8 images at a time" in log.log[3]
    assert len(log.log) == 4


def test_durations_read_well() -> None:
    assert [describe_duration(seconds) for seconds in (0.2, 40, 120, 5400, 12_060)] == [
        "1 s", "40 s", "2 min", "1 h 30 min", "3 h 21 min",
    ]  # fmt: skip
