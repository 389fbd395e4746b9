"""The time a run will take, from the price of its steps, and the depth that follows from it."""

import dataclasses
import subprocess
import sys

import pytest

from core.training.estimate import (
    LONGEST_COMFORTABLE_S,
    Prices,
    allowed_depths,
    extrapolate,
    recommended_depth,
)
from core.training.plan import Depth, Recipe, StartKind, StartPoint, TrainingPlan

PLAN = TrainingPlan("ward", ("sick", "well"), "sick", folds=5, epochs=10)
PRICES = Prices("a processor", feature=0.02, head=0.001, learning={Depth.PARTIAL: 0.1, Depth.FULL: 0.3})


def test_every_fold_and_the_refit_are_counted() -> None:
    seconds = extrapolate(PLAN, 1000, PRICES).seconds
    learnt = (5 * 800 + 1000) * 10
    looked_at = 5 * 200 * 10
    # With the lungs hidden, alone, where the evidence lies, and where the lungs are.
    probes = 800 * 3.5
    steps = learnt * 0.3 + (looked_at + probes) * 0.1
    # Checkpoints come on top, 60 of them.
    assert steps < seconds[Depth.FULL] < steps + 60 * 3
    assert seconds[Depth.PARTIAL] < seconds[Depth.FULL]
    # The features of each image once, and a head for each fold and the refit.
    assert seconds[Depth.QUICK] == pytest.approx((1000 + probes) * 0.02 + 5000 * 0.001)


def test_composites_cost_the_quick_depth_a_pass_each() -> None:
    against = dataclasses.replace(PLAN, against_shortcuts=True)
    seconds = extrapolate(against, 1000, PRICES).seconds
    assert seconds[Depth.QUICK] == pytest.approx((7 * 1000 + 3.5 * 800) * 0.02 + 6 * 5000 * 0.001)
    assert seconds[Depth.FULL] == extrapolate(PLAN, 1000, PRICES).seconds[Depth.FULL]


def test_of_large_collections_some_images_are_probed() -> None:
    few, many = (extrapolate(PLAN, count, PRICES).seconds[Depth.QUICK] for count in (2_000, 20_000))
    assert many - few == pytest.approx(18_000 * 0.02 + 5 * 18_000 * 0.001)


def test_what_is_left_out_costs_nothing() -> None:
    without_refit = extrapolate(dataclasses.replace(PLAN, refits=False), 500, PRICES).seconds
    one_fold = extrapolate(dataclasses.replace(PLAN, refits=False, folds=1), 500, PRICES).seconds
    assert without_refit[Depth.FULL] == pytest.approx(5 * one_fold[Depth.FULL])


def test_the_deepest_training_within_two_hours_is_recommended() -> None:
    long = LONGEST_COMFORTABLE_S + 1
    assert recommended_depth({Depth.QUICK: 60, Depth.PARTIAL: 600, Depth.FULL: 6000}) is Depth.FULL
    assert recommended_depth({Depth.QUICK: 60, Depth.PARTIAL: 600, Depth.FULL: long}) is Depth.PARTIAL
    assert recommended_depth({Depth.QUICK: 60, Depth.PARTIAL: long, Depth.FULL: long}) is Depth.QUICK
    assert recommended_depth({Depth.QUICK: long, Depth.PARTIAL: 2 * long, Depth.FULL: 3 * long}) is Depth.QUICK
    assert recommended_depth({Depth.FULL: 3 * long}) is Depth.FULL


def test_random_weights_must_learn_everywhere() -> None:
    random = dataclasses.replace(PLAN, start=StartPoint(StartKind.RANDOM))
    pretraining = dataclasses.replace(PLAN, recipe=Recipe.PRETRAIN)
    assert allowed_depths(PLAN) == (Depth.QUICK, Depth.PARTIAL, Depth.FULL)
    assert allowed_depths(random) == allowed_depths(pretraining) == (Depth.FULL,)
    assert set(extrapolate(random, 100, PRICES).seconds) == {Depth.FULL}


def test_supervising_imports_no_torch() -> None:
    code = (
        "import sys, core.training.estimate, core.training.child, core.cli.train;"
        "print([name for name in ('torch', 'PySide6', 'openvino', 'sklearn') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_steps_are_measured() -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed")
    from core.training.estimate_steps import head_price, learning_price

    plan = dataclasses.replace(PLAN, depth=Depth.PARTIAL, batch_size=2)
    assert 0 < learning_price(plan, torch.device("cpu")) < 60
    assert 0 < head_price(2) < 10
