"""`hilum train`: from a folder to a kept model, and on again after a kill."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import psutil
import pytest
from PIL import Image

from core.cli import train as train_command
from core.cli.arguments import parse_arguments
from core.cli.train_display import TrainingDisplay
from core.errors import JobCancelledError, TrainingProcessKilledError
from core.jobs import JobContext
from core.model.package import CARD_NAME, bundled_package
from core.registry.registry import ModelRegistry
from core.training.control import RunControl
from core.training.events import EpochFinished, FoldFinished, FoldStarted, RunStarted, StepsDone, TrainingEvent
from core.training.operating_point import youden_threshold
from core.training.plan import Depth, Recipe, StartKind, StartPoint, TrainingPlan
from core.training.recipes import PRETRAIN_BATCH_SIZE
from core.training.run_folder import RunFolder, open_run
from core.training.run_predictions import summarise_run
from core.training.run_state import RunState

from ..report.finished_runs import finished_run  # noqa: TID252 (the tests' folders have no absolute name)

Hilum = Callable[..., tuple[int, str, str]]
HERE = Path(__file__).parent
ROOT = HERE.parents[2]

SMALL = 64


@pytest.fixture(scope="module")
def images(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two classes of eight clouds each, coarse and fine; no two are alike."""
    folder = tmp_path_factory.mktemp("clouds")
    for label, cells in (("coarse", 5), ("fine", 9)):
        (folder / label).mkdir()
        for number in range(8):
            noise = np.random.default_rng([cells, number]).integers(0, 256, (cells, cells), dtype=np.uint8)
            Image.fromarray(noise).resize((160, 160), Image.Resampling.BICUBIC).save(folder / label / f"{number}.png")
    return folder


@pytest.fixture(scope="module")
def small_package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled network for pictures of 64 pixels, a twelfth of the work."""
    package = bundled_package()
    folder = tmp_path_factory.mktemp("package")
    card = json.loads((package.directory / CARD_NAME).read_text(encoding="utf-8"))
    card["input"] |= {"size": SMALL, "crop": None}
    card["golden"] = {"probabilities": {}, "tolerances": {}}
    for file in ("conformal", "feature_statistics", "feature_limits"):
        card.pop(file, None)
    (folder / CARD_NAME).write_text(json.dumps(card), encoding="utf-8")
    (folder / package.weights_path.name).symlink_to(package.weights_path)
    return folder


@pytest.fixture(scope="module")
def plan_of(images: Path) -> Callable[..., TrainingPlan]:
    """The plan that a command line describes."""
    from core.training.check import check_dataset

    check = check_dataset(images, bundled_package().card.input, None)

    def plan(*arguments: object) -> TrainingPlan:
        options = parse_arguments(["train", str(images), "--out", "run", *map(str, arguments)])
        return train_command._plan(options, check, train_command._start_point(options))

    return plan


@pytest.fixture
def no_training(monkeypatch: pytest.MonkeyPatch) -> Callable[[BaseException], None]:
    """Let the training end with an error, without a child process."""

    def end_with(error: BaseException) -> None:
        def train_in_child(run: RunFolder, control: RunControl, context: JobContext[TrainingEvent]) -> None:
            raise error

        monkeypatch.setattr(train_command, "train_in_child", train_in_child)

    return end_with


def test_a_killed_run_goes_on_to_the_same_bits_and_its_model_is_kept(
    hilum: Hilum, images: Path, small_package: Path, tmp_path: Path
) -> None:
    pytest.importorskip("torch", reason="torch is not installed")
    settings = ("--start", small_package, "--folds", 2, "--seed", 3, "--device", "cpu", "--depth", "quick")
    status, out, err = hilum("train", images, "--out", tmp_path / "whole", *settings, "--json", "-", "--activate")
    assert status == 0, err
    summary = json.loads(out)
    assert summary["state"] == "finished"
    assert summary["images"] == 16
    assert summary["figures"]["accuracy"]["low"] <= summary["figures"]["accuracy"]["value"]
    assert summary["version"] in err
    disease = summary["disease"]
    assert disease["probes"]["folds"] == 2
    assert disease["probes"]["images"] + disease["probes"]["without_lungs"] == 16
    assert disease["left_out"]["sources"] == []
    assert "do not say which source" in disease["left_out"]["reason"]
    assert [promise["error_level"] for promise in disease["promises"]] == [0.05, 0.05, 0.1, 0.1]
    assert disease["audit"]["verdict"] in ("no_shortcut_found", "shortcut_suspected", "inseparable")
    assert "Does it look at the disease?" in err
    assert (tmp_path / "whole" / "dossier.pdf").exists()
    assert summary["version"].split("@")[0] in hilum("models")[1]

    # Without the refit, for the time it takes: the folds and their predictions are the same.
    _kill_while_training(images, tmp_path / "killed", (*settings, "--no-refit"))
    assert open_run(tmp_path / "killed").state is RunState.STOPPED
    status, _, err = hilum("train", "--resume", "--out", tmp_path / "killed")
    assert status == 0, err
    assert (tmp_path / "killed" / "dossier.pdf").exists()
    for name in ("folds.json", "fold_0/predictions.json", "fold_1/predictions.json"):
        assert (tmp_path / "killed" / name).read_bytes() == (tmp_path / "whole" / name).read_bytes(), name
    assert not list((tmp_path / "killed").rglob("*.partial"))


def _kill_while_training(images: Path, out: Path, settings: tuple[object, ...]) -> None:
    """Kill both processes as soon as the run has drawn its folds."""
    command = [sys.executable, "-m", "core.cli", "train", str(images), "--out", str(out), *map(str, settings)]
    process = subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 90
    while not (out / "folds.json").exists() and time.monotonic() < deadline:
        assert process.poll() is None
        time.sleep(0.002)
    children = psutil.Process(process.pid).children(recursive=True)
    for victim in [*children, process]:
        victim.kill()
    process.wait()
    psutil.wait_procs(children, 10)


def test_the_options_make_the_plan(plan_of: Callable[..., TrainingPlan], tmp_path: Path) -> None:
    plan = plan_of("--depth", "full", "--folds", 3, "--epochs", 4, "--batch-size", 16, "--learning-rate", 0.001)
    assert (plan.depth, plan.folds, plan.epochs, plan.batch_size) == (Depth.FULL, 3, 4, 16)
    assert plan.learning_rate == 0.001
    assert plan.positive_class in plan.classes == ("coarse", "fine")
    assert plan.refits
    plain = plan_of()
    assert plain == TrainingPlan(plain.name, plain.classes, plain.positive_class)
    assert plan_of("--no-refit", "--positive-class", "fine", "--name", "ward").positive_class == "fine"
    assert plan_of("--start", "imagenet", "--allow-download").start == StartPoint(StartKind.IMAGENET, may_download=True)
    assert not plain.needs_lungs
    assert plan_of("--against-shortcuts").against_shortcuts
    assert plan_of("--leave-out-invisible").leaves_out_invisible
    assert plan_of("--against-shortcuts", "--recipe", "pretrain").against_shortcuts
    assert plan_of("--start", tmp_path).start == StartPoint(StartKind.PACKAGE, tmp_path)


def test_the_pretraining_recipe_brings_its_own_settings(plan_of: Callable[..., TrainingPlan]) -> None:
    plan = plan_of("--recipe", "pretrain", "--epochs", 3)
    assert plan.recipe is Recipe.PRETRAIN
    assert (plan.depth, plan.start.kind, plan.epochs) == (Depth.FULL, StartKind.RANDOM, 3)
    assert plan.batch_size == PRETRAIN_BATCH_SIZE


def test_what_cannot_be_begun_is_said_and_leaves_nothing(hilum: Hilum, images: Path, tmp_path: Path) -> None:
    out = tmp_path / "run"
    for arguments, words in (
        ((tmp_path / "gone", "--out", out), "is not there"),
        ((images, "--out", out, "--start", tmp_path / "no_package"), "is not there"),
        ((images, "--out", out, "--folds", 9), "9 folds"),
        ((images, "--out", out, "--positive-class", "fein"), "fein"),
        (("--out", out, "--resume"), "no training run"),
    ):
        status, _, err = hilum("train", *arguments)
        assert status == 2, err
        assert words in err
        assert not out.exists()


def test_without_torch_it_says_what_to_install(
    hilum: Hilum, images: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.training.child.find_spec", {}.get)
    status, _, err = hilum("train", images, "--out", tmp_path / "run")
    assert status == 2
    assert "hilum[torch]" in err
    assert not (tmp_path / "run").exists()


def test_a_folder_of_one_class_is_refused_by_the_check(hilum: Hilum, images: Path, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "coarse").symlink_to(images / "coarse")
    status, _, err = hilum("train", tmp_path / "one", "--out", tmp_path / "run")
    assert status == 2
    assert "cannot be trained on" in err
    assert not (tmp_path / "run").exists()


def test_a_run_is_resumed_only_when_asked(
    hilum: Hilum, images: Path, tmp_path: Path, no_training: Callable[[BaseException], None]
) -> None:
    no_training(JobCancelledError())
    status, _, err = hilum("train", images, "--out", tmp_path / "run", "--folds", 2)
    assert status == 130
    assert f"hilum train --resume --out {tmp_path / 'run'}" in err
    before = open_run(tmp_path / "run").plan
    status, _, err = hilum("train", images, "--out", tmp_path / "run", "--folds", 3)
    assert status == 2
    assert "--resume" in err
    no_training(TrainingProcessKilledError("SIGKILL", ""))
    status, _, err = hilum("train", "--out", tmp_path / "run", "--resume")
    assert status == 1
    assert "memory ran out" in err
    assert open_run(tmp_path / "run").plan == before


@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT")
def test_ctrl_c_ends_the_training_process(tmp_path: Path, images: Path) -> None:
    """The child is deaf to Ctrl-C; its supervisor ends it."""
    code = (
        f"import sys; sys.path.insert(0, {str(HERE.parents[1] / 'core' / 'training')!r}); import child_works\n"
        "if __name__ == '__main__':\n"
        "    from core.cli import main, train\n"
        "    from core.training.child import run_in_child\n"
        "    def sleep(run, control, context):\n"
        "        run_in_child(child_works.sleep_with_helpers, (), control, type(context)(report=told))\n"
        "    def told(pids):\n"
        "        print(*pids, flush=True)\n"
        "    train.train_in_child = sleep\n"
        f"    sys.exit(main(['train', {str(images)!r}, '--out', {str(tmp_path / 'run')!r}, '--folds', '2']))\n"
    )
    pipe = subprocess.PIPE
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=pipe, stderr=pipe, text=True)
    assert process.stdout is not None
    pids = [int(pid) for pid in process.stdout.readline().split()]
    assert len(pids) == 2
    os.kill(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "--resume" in err
    assert "Traceback" not in err
    deadline = time.monotonic() + 3
    while any(psutil.pid_exists(pid) for pid in pids) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not any(psutil.pid_exists(pid) for pid in pids)


def test_the_display_tells_each_epoch_in_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    with TrainingDisplay(has_refit=False) as display:
        display.show(RunStarted(1, 2, 10, "a processor", "float32", False))
        display.show(FoldStarted(0, 8, 2))
        display.show(StepsDone(0, 0, 4, 8, 12.0, 90.0))
        display.show(EpochFinished(0, 0, 2, 0.5, 0.4, 0.75, 0.5, 3.0, 60.0))
        display.show(FoldFinished(0))
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 4
    assert "AUC 0.7500" in lines[2]


@pytest.mark.parametrize("threshold", ["1.5", "nan", "even"])
def test_a_threshold_is_a_probability_or_balanced(hilum: Hilum, tmp_path: Path, threshold: str) -> None:
    status, _, err = hilum("train", tmp_path, "--out", tmp_path / "run", "--threshold", threshold)
    assert status == 2
    assert "neither a probability from 0 to 1 nor balanced" in err


def test_a_finished_run_is_kept_again_with_another_threshold(
    hilum: Hilum, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = finished_run(tmp_path / "run")
    monkeypatch.setattr(train_command, "require_torch", lambda: None)
    registry = ModelRegistry(tmp_path / "models")
    monkeypatch.setattr("core.registry.registry.user_registry", lambda _person: registry)
    kept = {}
    for threshold in (None, "0.2", "balanced", "0.2"):
        options = ("--threshold", threshold) if threshold else ()
        status, out, err = hilum("train", "--resume", "--out", run.path, "--json", "-", *options)
        assert status == 0, err
        kept[threshold] = summary = json.loads(out)
        assert ("The threshold was chosen on these same images" in err) == (threshold is not None)
        assert summary["figures"]["threshold"] == registry_figures(registry, summary["version"])
    assert {name: summary["version"] for name, summary in kept.items()} == {
        None: "ward@1",
        "0.2": "ward@2",
        "balanced": "ward@3",
    }
    assert kept["0.2"]["figures"]["threshold"] == 0.2
    assert kept["balanced"]["figures"]["threshold"] == youden_threshold(summarise_run(run))


def test_the_dossier_is_in_the_language_asked_for(
    hilum: Hilum, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = finished_run(tmp_path / "run", with_model=False)
    plan = json.loads((run.path / "plan.json").read_text(encoding="utf-8"))
    (run.path / "plan.json").write_text(json.dumps({**plan, "refits": False}), encoding="utf-8")
    monkeypatch.setattr(train_command, "require_torch", lambda: None)
    spoken, kept = {}, {}
    for language in ("en", "tr"):
        status, _, spoken[language] = hilum("train", "--resume", "--out", run.path, "--language", language)
        assert status == 0
        pdf = (run.path / "dossier.pdf").read_bytes()
        assert f"/Lang({language})".encode() in pdf or f"/Lang ({language})".encode() in pdf
        kept[language] = (run.path / "dossier.json").read_bytes()
    assert spoken["tr"] == spoken["en"]
    assert kept["tr"] == kept["en"]


def registry_figures(registry: ModelRegistry, address: str) -> float:
    """The threshold of the dossier that is kept with a model."""
    content = json.loads((registry.find(address).directory / "dossier.json").read_text(encoding="utf-8"))
    return float(content["summary"]["pooled"]["threshold"])


def test_an_estimate_names_each_depth_and_trains_nothing(
    hilum: Hilum, images: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from core.training import estimate

    def measured(plan: TrainingPlan, image_count: int) -> estimate.RunEstimate:
        return estimate.RunEstimate({Depth.QUICK: 30.0, Depth.FULL: 7200.0}, Depth.QUICK, "a processor")

    monkeypatch.setattr(estimate, "estimate_run", measured)
    monkeypatch.chdir(tmp_path)
    status, out, err = hilum("train", str(images), "--estimate")
    assert status == 0
    assert "recommended here" in out + err
    assert "full" in out + err
    assert not list(tmp_path.iterdir())
