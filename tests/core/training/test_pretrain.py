"""The recipe that makes a network like the bundled one's first stage."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.training.plan import PAPER_BATCH_SIZE, Depth, Recipe, StartKind, StartPoint, TrainingPlan
from core.training.recipes import epochs_of, pretrain_plan, settings_of

from .run_examples import Listener, check_of, prepared, small_plan, write_images, write_small_package

CLASSES = ("a", "b")


def test_the_recipe_is_the_cards() -> None:
    plan = pretrain_plan("next", CLASSES, "b")

    assert (plan.recipe, plan.depth, plan.start.kind) == (Recipe.PRETRAIN, Depth.FULL, StartKind.RANDOM)
    assert (plan.batch_size, plan.learning_rate, epochs_of(plan), plan.folds) == (256, 1.2e-3, 40, 1)
    settings = settings_of(plan)
    assert (settings.label_smoothing, settings.averaging) == (0.05, 0.998)
    assert settings.one_cycle
    assert settings.balances_sources
    assert plan.augmentation.rotation.amount == 11.0


def test_what_a_person_chose_stays() -> None:
    chosen = replace(TrainingPlan("mine", CLASSES, "b"), batch_size=64, seed=5, epochs=3, folds=2)

    plan = pretrain_plan("mine", CLASSES, "b", chosen)

    assert (plan.batch_size, plan.seed, plan.epochs, plan.folds) == (64, 5, 3, 2)
    assert plan.learning_rate == 1.2e-3
    assert PAPER_BATCH_SIZE != 64


def test_averages_follow_the_weights_and_the_rate_rises_and_falls() -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed")
    from core.training.optimisation import make_average, make_optimiser, make_schedule

    plan = pretrain_plan("next", CLASSES, "b")
    network = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.BatchNorm1d(2))
    optimiser = make_optimiser(plan, network)
    schedule, average = make_schedule(plan, optimiser, 100), make_average(plan, network)
    assert type(optimiser) is torch.optim.AdamW
    rates = []
    for _ in range(100):
        network(torch.randn(8, 3, generator=torch.Generator().manual_seed(0))).square().sum().backward()
        optimiser.step()
        rates.append(optimiser.param_groups[0]["lr"])
        schedule.step()
        average.update_parameters(network)
    assert max(rates) == pytest.approx(1.2e-3, rel=1e-2)
    assert rates[-1] < rates[0] < max(rates)
    assert not torch.equal(average.module[0].weight, network[0].weight)
    assert torch.allclose(average.module[0].weight, network[0].weight, atol=0.02)


def test_a_pretraining_run_goes_on_where_it_stopped(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed")
    from core.training.control import RunControl
    from core.training.events import EpochFinished, TrainingEvent
    from core.training.training_job import run_training

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    package = write_small_package(tmp_path / "package")
    check = check_of(write_images(tmp_path / "images", 10), package)
    given: dict[str, Any] = {"folds": 1, "epochs": 2, "batch_size": 8, "refits": False}
    plan = pretrain_plan("next", ("clear", "opaque"), "opaque", small_plan(package, depth=Depth.FULL, **given))
    assert plan.start == StartPoint(StartKind.PACKAGE, package), "random weights would need the bundled input"
    whole, cut = (prepared(tmp_path / name, plan, check) for name in ("whole", "cut"))
    run_training(whole, RunControl(), Listener().context)

    class StopAfterFirstEpoch(Listener):
        def at(self, event: TrainingEvent) -> None:
            if isinstance(event, EpochFinished):
                raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_training(cut, RunControl(), StopAfterFirstEpoch().context)
    run_training(cut, RunControl(), Listener().context)

    expected, found = whole.read_logits(0), cut.read_logits(0)
    assert expected is not None
    assert found is not None
    assert found.tobytes() == expected.tobytes()
    torch.set_num_threads(threads)
