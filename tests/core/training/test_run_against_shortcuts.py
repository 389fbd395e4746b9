"""Whole runs against shortcuts: the same bits after a cut, nothing of held-out images, and what cannot be trained."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

# ruff: noqa: E402 (imports after the check for torch)
torch = pytest.importorskip("torch", reason="torch is not installed")

from core.errors import InvalidPlanError
from core.training import run_lungs
from core.training.control import RunControl
from core.training.events import EpochFinished, FoldStarted, StepsDone, TrainingEvent
from core.training.folds import Fold
from core.training.lung_maps import LungMaps, box_of
from core.training.plan import Depth, TrainingPlan
from core.training.training_job import run_training

from .run_examples import (
    SIZE,
    ExampleCheck,
    Listener,
    check_of,
    logits_of,
    prepared,
    small_plan,
    write_images,
    write_small_package,
)

IMAGES = 12
HELD_OUT = (2, 3, 8, 9)
TRAINING = tuple(number for number in range(IMAGES) if number not in HELD_OUT)


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """Small layers on several threads mostly wait for each other, on a busy machine for long."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small_package(tmp_path_factory.mktemp("package") / "small")


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory, package: Path) -> ExampleCheck:
    return check_of(write_images(tmp_path_factory.mktemp("images"), IMAGES), package)


@pytest.fixture(scope="module")
def plan(package: Path) -> TrainingPlan:
    return small_plan(package, against_shortcuts=True)


def pretend_lungs(plausible: int = IMAGES, visible: int = IMAGES) -> LungMaps:
    """Two fields that lie a little differently in every image."""
    masks = np.zeros((IMAGES, SIZE, SIZE), dtype=bool)
    for number, mask in enumerate(masks):
        mask[12 : 40 + number, 8:28] = mask[14 : 42 + number % 3, 36 + number % 4 : 58] = True
    return LungMaps(
        SIZE,
        np.packbits(masks.reshape(IMAGES, -1), axis=1),
        np.array([box_of(mask) for mask in masks], dtype=np.int64),
        np.arange(IMAGES) < plausible,
        np.where(np.arange(IMAGES) < visible, 0.2, 0.0).astype(np.float32),
    )


@pytest.fixture(autouse=True)
def lungs(monkeypatch: pytest.MonkeyPatch) -> None:
    """These images are noise; the network that finds lungs has a test of its own."""
    monkeypatch.setattr(run_lungs, "kept_lungs", lambda *_: pretend_lungs())


class Cut(Exception):  # noqa: N818 (no error: the power went)
    """The run is over, without a word."""


class CutOff(Listener):
    """Ends the run while its second epoch is under way."""

    def at(self, event: TrainingEvent) -> None:
        if isinstance(event, StepsDone) and event.epoch == 1:
            raise Cut


def test_a_run_that_was_cut_off_ends_with_the_same_bits(
    tmp_path: Path, plan: TrainingPlan, check: ExampleCheck
) -> None:
    whole, cut = (prepared(tmp_path / name, plan, check) for name in ("whole", "cut"))
    run_training(whole, RunControl(), Listener().context)
    with pytest.raises(Cut):
        run_training(cut, RunControl(), CutOff().context)
    run_training(cut, RunControl(), Listener().context)
    assert logits_of(cut).tobytes() == logits_of(whole).tobytes()


def test_the_switch_makes_a_difference(tmp_path: Path, plan: TrainingPlan, check: ExampleCheck) -> None:
    losses = []
    for number, chosen in enumerate((plan, replace(plan, against_shortcuts=False))):
        listener = Listener()
        run_training(prepared(tmp_path / str(number), replace(chosen, epochs=1), check), RunControl(), listener.context)
        losses.append(listener.of(EpochFinished)[0].training_loss)
    assert losses[0] != losses[1]


@pytest.mark.parametrize("depth", [Depth.PARTIAL, Depth.QUICK])
def test_held_out_images_have_no_part_in_what_is_learnt(
    tmp_path: Path, plan: TrainingPlan, package: Path, depth: Depth
) -> None:
    """With all held-out images replaced by others, what is learnt is the same to the bit."""
    losses = []
    for name in ("one", "other"):
        folder = write_images(tmp_path / name / "images", IMAGES)
        if name == "other":
            for number, path in enumerate(sorted(folder.rglob("*.png"))):
                if number in HELD_OUT:
                    noise = np.random.default_rng(number).integers(0, 256, (SIZE, SIZE), dtype=np.uint8)
                    Image.fromarray(noise).save(path)
        run = prepared(tmp_path / name / "run", replace(plan, depth=depth), check_of(folder, package))
        run.write_folds((Fold(0, np.array(TRAINING), np.array(HELD_OUT)),))
        listener = Listener()
        run_training(run, RunControl(), listener.context)
        losses.append([event.training_loss for event in listener.of(EpochFinished)])
    assert losses[0]
    assert losses[0] == losses[1]


@pytest.mark.parametrize("depth", [Depth.PARTIAL, Depth.QUICK])
def test_positives_that_show_nothing_are_tested_on_but_not_learnt_from(
    tmp_path: Path, plan: TrainingPlan, check: ExampleCheck, monkeypatch: pytest.MonkeyPatch, depth: Depth
) -> None:
    # The second half of the images, in the order of their paths, is the positive class; half of it shows something.
    monkeypatch.setattr(run_lungs, "kept_lungs", lambda *_: pretend_lungs(visible=9))
    chosen = replace(plan, depth=depth, against_shortcuts=False, leaves_out_invisible=True, epochs=1)
    run, listener = prepared(tmp_path / "run", chosen, check), Listener()
    run.write_folds((Fold(0, np.array([0, 1, 2, 3, 6, 7, 9, 10]), np.array([4, 5, 8, 11])),))
    run_training(run, RunControl(), listener.context)
    (started,) = listener.of(FoldStarted)
    assert (started.training_images, started.validation_images) == (6, 4)
    assert len(logits_of(run)) == 4


def test_no_positive_left_is_said(
    tmp_path: Path, plan: TrainingPlan, check: ExampleCheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_lungs, "kept_lungs", lambda *_: pretend_lungs(visible=6))
    run = prepared(tmp_path / "run", replace(plan, leaves_out_invisible=True), check)
    with pytest.raises(InvalidPlanError, match="do not leave them out"):
        run_training(run, RunControl(), Listener().context)


def test_images_without_lungs_are_refused(
    tmp_path: Path, plan: TrainingPlan, check: ExampleCheck, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run_lungs, "kept_lungs", lambda *_: pretend_lungs(plausible=5))
    run = prepared(tmp_path / "run", plan, check)
    with pytest.raises(InvalidPlanError, match="found in 5 of 12 images"):
        run_training(run, RunControl(), Listener().context)
