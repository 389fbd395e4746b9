"""The quick depth: a head on features, against scikit-learn's, and a whole run with it."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

torch = pytest.importorskip("torch", reason="torch is not installed")

from core.errors import ImagesChangedError, JobCancelledError  # noqa: E402 (after the check for torch)
from core.model.package import load_package  # noqa: E402
from core.model.torch_runtime import open_torch_runtime  # noqa: E402
from core.training.control import RunControl  # noqa: E402
from core.training.events import EpochFinished, FoldFinished, ImagesPrepared, RunStarted, TrainingEvent  # noqa: E402
from core.training.head import DEFAULT_STRENGTH, STRENGTHS, HeadTraining, Samples, choose_strength, one_thread  # noqa: E402
from core.training.plan import Depth, TrainingPlan  # noqa: E402
from core.training.run_folder import RunFolder  # noqa: E402
from core.training.run_history import read_history  # noqa: E402
from core.training.run_predictions import read_predictions, summarise_run  # noqa: E402
from core.training.run_state import RunState  # noqa: E402
from core.training.training_job import run_training  # noqa: E402

from .run_examples import (  # noqa: E402
    ExampleCheck,
    Listener,
    check_of,
    logits_of,
    prepared,
    small_plan,
    write_images,
    write_small_package,
)


def blobs(count: int, features: int = 20, distance: float = 1.0) -> Samples:
    random = np.random.default_rng(0)
    labels = np.arange(count, dtype=np.int64) % 2
    values = random.standard_normal((count, features)) * np.linspace(0.1, 10, features) + 3
    values[:, 0] += distance * 0.1 * labels
    return Samples(values.astype(np.float32), labels, np.arange(count, dtype=np.int64))


def test_a_head_is_scikit_learns_logistic_regression() -> None:
    linear_model = pytest.importorskip("sklearn.linear_model")
    samples, strength = blobs(200), 0.03
    training = HeadTraining(samples, 2, strength)
    for _ in training.rounds():
        pass

    logits = training.head().logits(samples.features)

    mean, deviation = samples.features.mean(axis=0), samples.features.std(axis=0)
    # With two outputs the penalty is shared: each takes half of the one weight vector.
    reference = linear_model.LogisticRegression(C=2 / (strength * 200), tol=1e-8, max_iter=1000)
    reference.fit((samples.features - mean) / deviation, samples.labels)
    expected = reference.decision_function((samples.features - mean) / deviation)
    np.testing.assert_allclose(logits[:, 1] - logits[:, 0], expected, atol=1e-2)


def test_the_penalty_follows_from_the_samples() -> None:
    with one_thread():
        assert choose_strength(blobs(60, distance=0.0), 2, 0) == STRENGTHS[0]
        assert choose_strength(blobs(60, distance=30.0), 2, 0) < STRENGTHS[0]


def test_too_few_groups_leave_the_usual_penalty() -> None:
    samples = blobs(6)
    assert choose_strength(replace(samples, groups=samples.labels), 2, 0) == DEFAULT_STRENGTH


class MeansAsFeatures:
    """Features that cost nothing: means of parts of the picture."""

    key = "means"

    def __init__(self) -> None:
        self.passes: list[int] = []

    def compute(self, pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
        self.passes.append(len(pixels))
        parts = pixels.reshape(len(pixels), 8, 8, 8, 8).mean(axis=(2, 4)).reshape(len(pixels), 64) / 255
        return np.tile(parts, 32).astype(np.float32)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small_package(tmp_path_factory.mktemp("package") / "small")


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory, package: Path) -> ExampleCheck:
    return check_of(write_images(tmp_path_factory.mktemp("images"), 20), package)


@pytest.fixture(scope="module")
def plan(package: Path) -> TrainingPlan:
    return small_plan(package, depth=Depth.QUICK, folds=3, refits=True)


@pytest.fixture(scope="module")
def finished(
    tmp_path_factory: pytest.TempPathFactory, plan: TrainingPlan, check: ExampleCheck
) -> tuple[RunFolder, Listener]:
    """A whole run with the real backbone."""
    run, listener = prepared(tmp_path_factory.mktemp("runs") / "run", plan, check), Listener()
    run_training(run, RunControl(), listener.context)
    return run, listener


def test_a_run_ends_with_figures_and_a_package(finished: tuple[RunFolder, Listener], check: ExampleCheck) -> None:
    run, _ = finished

    assert run.state is RunState.FINISHED
    assert [prediction.image for prediction in read_predictions(run)] == list(check.dataset.images)
    assert summarise_run(run).pooled.auc.value > 0.8
    assert load_package(run.model_folder).card.classes == run.plan.classes
    (stretch,) = read_history(run.path)
    assert stretch.device
    assert stretch.seconds > 0
    assert not list(run.path.rglob("checkpoint*"))


def test_a_run_tells_how_far_it_is(finished: tuple[RunFolder, Listener]) -> None:
    _, listener = finished

    (started,) = listener.of(RunStarted)
    assert (started.folds, started.images, started.resumed) == (3, 20, False)
    assert [event.fold for event in listener.of(FoldFinished)] == [0, 1, 2, None]
    # The images, then their features.
    assert [event.total for event in listener.of(ImagesPrepared) if event.done == event.total] == [20, 20]
    rounds = listener.of(EpochFinished)
    assert {event.fold for event in rounds} == {0, 1, 2, None}
    assert all((event.validation_loss is None) == (event.fold is None) for event in rounds)
    assert rounds[-1].seconds_left is not None


def test_the_package_answers_what_the_head_learnt(finished: tuple[RunFolder, Listener], check: ExampleCheck) -> None:
    from core.model.input import prepare_input

    run, _ = finished
    package = load_package(run.model_folder)
    inputs = np.stack([prepare_input(picture, package.card.input) for picture in check.images.pixels])
    logits = open_torch_runtime(package, "cpu").run(inputs).logits
    assert np.mean(logits.argmax(axis=1) == run.dataset.labels) > 0.9


def test_a_finished_run_has_nothing_left_to_do(finished: tuple[RunFolder, Listener]) -> None:
    run, _ = finished
    listener = Listener()

    run_training(run, RunControl(), listener.context)

    assert listener.events == []


class CancelAfterFirstFold(Listener):
    """Stops the run when its first fold is done."""

    def at(self, event: TrainingEvent) -> None:
        if isinstance(event, FoldFinished):
            self.token.cancel()


def test_a_cancelled_run_goes_on_and_ends_the_same(tmp_path: Path, plan: TrainingPlan, check: ExampleCheck) -> None:
    plan = replace(plan, refits=False)
    whole, cut = (prepared(tmp_path / name, plan, check) for name in ("whole", "cut"))
    source: Any = MeansAsFeatures()
    run_training(whole, RunControl(), Listener().context, source)

    with pytest.raises(JobCancelledError):
        run_training(cut, RunControl(), CancelAfterFirstFold().context, source)
    assert cut.state is RunState.STOPPED
    assert cut.read_logits(1) is None
    source.passes.clear()
    listener = Listener()
    run_training(cut, RunControl(), listener.context, source)

    assert len(check.dataset.images) not in source.passes, "features are kept; only held-out images are looked at anew"
    assert [event.fold for event in listener.of(FoldFinished)] == [1, 2]
    assert listener.of(RunStarted)[0].resumed
    assert logits_of(cut, (0, 1, 2)).tobytes() == logits_of(whole, (0, 1, 2)).tobytes()


def test_a_changed_image_is_noticed(tmp_path: Path, plan: TrainingPlan, package: Path) -> None:
    folder = write_images(tmp_path / "images", 12)
    run = prepared(tmp_path / "run", plan, check_of(folder, package))
    pictures = sorted(folder.rglob("*.png"))
    pictures[0].write_bytes(pictures[1].read_bytes())

    with pytest.raises(ImagesChangedError, match=pictures[0].name):
        run_training(run, RunControl(), Listener().context)

    assert run.state is RunState.FAILED
    assert pictures[0].name in run.record.detail
