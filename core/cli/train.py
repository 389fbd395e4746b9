"""`hilum train`: from a folder of labelled images to a cross-validated model, without a window."""

import argparse
import math
import os
import shlex
import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.cli.arguments import BALANCED
from core.cli.commands import DONE, NOTHING_DONE, SOME_FAILED, STOPPED, say_error
from core.cli.console import printable, say
from core.cli.outputs import OutputFile
from core.cli.train_display import TrainingDisplay
from core.cli.train_summary import say_summary, summary_json
from core.errors import HilumError, JobCancelledError, MissingFileError
from core.jobs import JobContext
from core.language import in_language
from core.model.package import bundled_package, read_package_card
from core.training.child import require_torch, train_in_child
from core.training.control import RunControl
from core.training.events import TrainingEvent
from core.training.operating_point import youden_threshold
from core.training.plan import Depth, Recipe, StartKind, StartPoint, TrainingPlan
from core.training.recipes import pretrain_plan
from core.training.results import CrossValidationSummary
from core.training.run_folder import RunFolder, open_run, prepare_run
from core.training.run_predictions import summarise_run
from core.training.run_state import STATE_NAME, RunState
from core.training.start_overlap import start_overlap_warning
from core.training.summary import at_threshold
from core.training.validate import validate_plan

if TYPE_CHECKING:
    from core.model.input import InputSpec
    from core.training.audit_report import AuditReport
    from core.training.check import DatasetCheck

_NAMED_STARTS = {"bundled": StartKind.PACKAGE, "imagenet": StartKind.IMAGENET, "random": StartKind.RANDOM}
_LOOK_EVERY_S = 0.2


def train(options: argparse.Namespace) -> int:
    """Check the images, train, and keep what came out.

    Args:
        options: From `core.cli.arguments`.

    Returns:
        Exit status: 0 done, 1 begun but not finished (it can be resumed), 2 nothing begun, 130 stopped with Ctrl-C.

    Raises:
        HilumError: Nothing could be begun.
    """
    require_torch()
    if options.estimate:
        return _estimate(options)
    if not _is_first_process():
        return _follow(options.out)
    output = OutputFile(options.json) if options.json is not None else None
    with ExitStack() as stack:
        if output is not None:
            stack.callback(output.abandon)
        run = _find_run(options)
        return _carry_to_the_end(run, options, output) if run is not None else NOTHING_DONE


def _estimate(options: argparse.Namespace) -> int:
    """Say how long each depth would take here, and train nothing."""
    from core.training.estimate import estimate_run
    from core.training.wizard_progress import describe_duration

    if options.folder is None:
        say("Name the folder of images to be trained on.")
        return NOTHING_DONE
    start = _start_point(options)
    check = _check(options.folder, _input_spec_of(start))
    if check is None:
        return NOTHING_DONE
    estimate = estimate_run(_plan(options, check, start), len(check.dataset.images))
    say(f"Measured with a few real steps on {estimate.device}, for the whole run:" if estimate.device else "Measured:")
    for depth, seconds in estimate.seconds.items():
        note = ", recommended here" if depth is estimate.recommended else ""
        say(f"  {depth.value:8} {describe_duration(seconds)}{note}")
    return DONE


def _carry_to_the_end(run: RunFolder, options: argparse.Namespace, output: OutputFile | None) -> int:
    """Train, keep the model and say how good it is."""
    started = time.monotonic()
    status = _carry_out(run)
    if status != DONE:
        say(_how_to_go_on(run, options.threshold))
        return status
    summary = _summary_at(run, options.threshold)
    status, version = _publish(run, summary.pooled.threshold, options)
    seconds = time.monotonic() - started
    say_summary(run, summary, version)
    if output is not None:
        output.write(summary_json(run, summary, version, seconds) + "\n")
        output.close()
    return status


def _find_run(options: argparse.Namespace) -> RunFolder | None:
    """The run to carry out: the one in the folder, or a new one. None where a person was told why there is none."""
    if (options.out / STATE_NAME).exists():
        if not options.resume:
            say(f"There is a training run in {printable(options.out.name)} already; go on with it with --resume.")
            return None
        return open_run(options.out)
    if options.folder is None:
        say("There is no training run to resume; name the folder of images to begin one.")
        return None
    return _prepare(options)


def _prepare(options: argparse.Namespace) -> RunFolder | None:
    """Check the images and write the plan down."""
    start = _start_point(options)
    check = _check(options.folder, _input_spec_of(start))
    if check is None:
        return None
    plan = _plan(options, check, start)
    # Before the audit, which takes a minute, a plan is refused that cannot be carried out.
    validate_plan(plan, check)
    run = prepare_run(options.out, plan, check, _audit(plan, check) if not options.no_audit else None)
    warning = start_overlap_warning(start, check.images.sha256)
    if warning is not None:
        say(warning)
    return run


def _check(folder: Path, spec: "InputSpec") -> "DatasetCheck | None":
    """Check the images and say what was found; None where they cannot be trained on."""
    from core.cli.check import cache_folder, check_context, say_findings
    from core.training.check import check_dataset

    with ExitStack() as stack:
        check = check_dataset(folder, spec, cache_folder(), check_context(stack))
    say_findings(check)
    return check if check.can_train else None


def _audit(plan: TrainingPlan, check: "DatasetCheck") -> "AuditReport":
    """Look for shortcuts in the images and say what was found."""
    from core.cli.audit import audit_checked, report_lines

    report = audit_checked(check, plan.positive_class, plan.seed)
    for line in report_lines(report):
        say(printable(line))
    return report


def _plan(options: argparse.Namespace, check: "DatasetCheck", start: StartPoint) -> TrainingPlan:
    """The plan that the options describe; what they leave out is as in the recipe."""
    from core.training.reading import default_positive_class
    from core.training.wizard_plan import suggested_plan

    classes = check.dataset.classes
    positive_class = options.positive_class or default_positive_class(classes)
    name = options.name or suggested_plan(options.folder, classes, positive_class, 0, ()).name
    fields = ("depth", "folds", "epochs", "batch_size", "learning_rate", "weight_decay", "seed", "device")
    chosen = {field: getattr(options, field) for field in fields if getattr(options, field) is not None}
    if "depth" in chosen:
        chosen["depth"] = Depth(chosen["depth"])
    switches = {
        "refits": not options.no_refit,
        "against_shortcuts": options.against_shortcuts,
        "leaves_out_invisible": options.leave_out_invisible,
    }
    plan = replace(TrainingPlan(name, classes, positive_class), start=start, **switches, **chosen)
    is_pretraining = Recipe(options.recipe) is Recipe.PRETRAIN
    return pretrain_plan(name, classes, positive_class, plan) if is_pretraining else plan


def _start_point(options: argparse.Namespace) -> StartPoint:
    """What training starts from.

    Raises:
        MissingFileError: It is a path, and nothing is there.
    """
    if options.start is None:
        return StartPoint()
    if options.start in _NAMED_STARTS:
        kind = _NAMED_STARTS[options.start]
        return StartPoint(kind, may_download=options.allow_download and kind is StartKind.IMAGENET)
    path = Path(options.start).absolute()
    if not path.exists():
        raise MissingFileError(path)
    return StartPoint(StartKind.PACKAGE if path.is_dir() else StartKind.WEIGHTS_FILE, path)


def _input_spec_of(start: StartPoint) -> "InputSpec":
    """What is done to a picture before the network. Unlike `start_weights.input_spec_of` without torch."""
    if start.kind is StartKind.PACKAGE and start.path is not None:
        return read_package_card(start.path).input
    return bundled_package().card.input


def _carry_out(run: RunFolder) -> int:
    """Train to the end."""
    if run.state is RunState.FINISHED:
        say("This run is finished; here is what came out.")
        return DONE
    try:
        with TrainingDisplay(run.plan.refits) as display:
            context = JobContext(report=display.show)
            if _is_alone():
                train_in_child(run, RunControl(), context)
            else:
                _train_here(run, context)
    except (KeyboardInterrupt, JobCancelledError):
        say("Stopped as asked.")
        return STOPPED
    except HilumError as error:
        say_error(error)
        return SOME_FAILED
    return DONE


def _train_here(run: RunFolder, context: JobContext[TrainingEvent]) -> None:
    """Train in this process, one of several that torchrun started and watches."""
    from core.training.training_job import run_training

    run_training(run, RunControl(), context)


def _follow(folder: Path) -> int:
    """Train as one of several processes of which another is the first, and talks."""
    while not (folder / STATE_NAME).exists():
        # The first process is checking the images. If it finds no way to begin, torchrun ends this one.
        time.sleep(_LOOK_EVERY_S)
    run = open_run(folder)
    if run.state is not RunState.FINISHED:
        _train_here(run, JobContext())
    return DONE


def _summary_at(run: RunFolder, threshold: float | str | None) -> CrossValidationSummary:
    """The run's figures at the threshold that was asked for; a balanced one is found by them."""
    summary = summarise_run(run)
    if threshold == BALANCED:
        threshold = youden_threshold(summary)
        if math.isnan(threshold):
            say("No threshold is balanced: images of one class only were held out. The model decides at 0.5.")
            threshold = None
    if threshold is None:
        return summary
    return at_threshold(summary, float(threshold), run.plan.seed)


def _publish(run: RunFolder, threshold: float, options: argparse.Namespace) -> tuple[int, str]:
    """Write the dossier and keep the model; its address, empty where there is none."""
    from core.registry.registry import user_registry
    from core.report.publishing import publish_run, write_run_dossier

    try:
        if not run.plan.refits:
            with in_language(options.language):
                write_run_dossier(run, threshold)
            return DONE, ""
        registry = user_registry(options.person)
        with in_language(options.language):
            version = publish_run(run, registry, JobContext(), threshold)
        if options.activate:
            registry.activate(version)
    except HilumError as error:
        say_error(error)
        return SOME_FAILED, ""
    return DONE, version.address


def _how_to_go_on(run: RunFolder, threshold: float | str | None) -> str:
    command = f"hilum train --resume --out {shlex.quote(printable(str(run.path)))}"
    if threshold is not None:
        command += f" --threshold {threshold}"
    return f"What was trained is kept; go on with: {command}"


def _is_first_process() -> bool:
    """Whether this process writes and talks. Asked of torchrun's variables: the parent does without torch."""
    return os.environ.get("RANK", "0") == "0"


def _is_alone() -> bool:
    return os.environ.get("WORLD_SIZE", "1") == "1"
