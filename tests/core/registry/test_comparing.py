"""Two models on the same images; no model is asked about an image that it learnt from."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import IncomparableModelsError, JobCancelledError
from core.jobs import CancellationToken, JobContext, Progress
from core.model.package import ModelPackage, load_package
from core.model.runtime import DeviceChoice
from core.registry.comparing import compare_on_folder, compare_out_of_fold
from core.registry.describing import describe_comparison
from core.training.out_of_fold import OUT_OF_FOLD_NAME, OutOfFoldAnswer, out_of_fold_json

MakePackage = Callable[..., Path]
CLASSES = ("Non-COVID-19", "COVID-19")


@pytest.fixture
def labelled(tmp_path: Path) -> Path:
    """Four noisy pictures of each class."""
    rng = np.random.default_rng(5)
    for number in range(8):
        folder = tmp_path / "labelled" / CLASSES[number % 2]
        folder.mkdir(parents=True, exist_ok=True)
        pixels = rng.integers(0, 255, (64, 64), dtype=np.uint8)
        Image.fromarray(pixels).resize((240, 240)).save(folder / f"{number}.png")
    return tmp_path / "labelled"


def with_answers(folder: Path, answers: list[OutOfFoldAnswer]) -> ModelPackage:
    (folder / OUT_OF_FOLD_NAME).write_text(out_of_fold_json(CLASSES, answers), encoding="utf-8")
    return load_package(folder)


def answers_about(labelled: Path, strength: float, count: int = 8) -> list[OutOfFoldAnswer]:
    """Answers that are right where `strength` is positive."""
    return [
        OutOfFoldAnswer(
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.parent.name,
            number,
            (0.0, strength if path.parent.name == "COVID-19" else -strength),
        )
        for number, path in enumerate(sorted(labelled.rglob("*.png"))[:count])
    ]


def test_models_are_compared_by_what_both_kept(make_package: MakePackage, labelled: Path) -> None:
    good = with_answers(make_package(run="run-1"), answers_about(labelled, 2.0))
    bad = with_answers(make_package(run="run-2"), answers_about(labelled, -2.0))

    comparison = compare_out_of_fold(good, bad)

    assert comparison is not None
    assert comparison.images == 8
    assert comparison.outcome.only_a_right == 8
    assert comparison.first.figures.auc.value == 1.0
    assert comparison.second.figures.auc.value == 0.0
    assert comparison.outcome.mcnemar_p < 0.05
    assert any("ward 1 is right more often (McNemar" in line for line in describe_comparison(comparison))


def test_without_common_answers_images_are_needed(make_package: MakePackage, labelled: Path) -> None:
    good = with_answers(make_package(run="run-1"), answers_about(labelled, 2.0))
    without = load_package(make_package(run="run-2"))
    few = with_answers(make_package(run="run-3"), answers_about(labelled, 2.0, count=1))

    assert compare_out_of_fold(good, without) is None
    assert compare_out_of_fold(good, few) is None


def test_out_of_fold_answers_count_where_there_are_some(make_package: MakePackage, labelled: Path) -> None:
    first = with_answers(make_package(run="run-1"), answers_about(labelled, 3.0, count=6))
    second = load_package(make_package(run="run-2"))
    events: list[Progress] = []

    comparison = compare_on_folder(first, second, labelled, JobContext(report=events.append), DeviceChoice.CPU)

    assert comparison.images == 8
    assert (comparison.first.out_of_fold, comparison.second.out_of_fold) == (6, 0)
    assert not comparison.first.may_have_learnt
    # Kept: the four COVID-19 pictures and two others, all of them right; asked: the last two.
    assert comparison.first.figures.true_positive == 4
    assert comparison.first.figures.true_negative >= 2
    assert comparison.second.figures.count == 8
    assert (events[-1].done, events[-1].total) == (16, 16)
    assert any("trained on 6 of these images" in line for line in describe_comparison(comparison))


def test_models_about_different_classes_are_not_compared(make_package: MakePackage, labelled: Path) -> None:
    first = load_package(make_package(run="run-1"))
    other = load_package(make_package(run="run-2", positive_class="Non-COVID-19"))

    with pytest.raises(IncomparableModelsError, match="decides about"):
        compare_on_folder(first, other, labelled)
    with pytest.raises(IncomparableModelsError):
        compare_out_of_fold(first, other)


def test_a_folder_without_the_class_is_refused(make_package: MakePackage, labelled: Path) -> None:
    package = load_package(make_package())
    (labelled / "COVID-19").rename(labelled / "Other")

    with pytest.raises(IncomparableModelsError, match="no class"):
        compare_on_folder(package, package, labelled)


def test_comparing_stops_when_asked(make_package: MakePackage, labelled: Path) -> None:
    package = load_package(make_package())
    token = CancellationToken()
    token.cancel()

    with pytest.raises(JobCancelledError):
        compare_on_folder(package, package, labelled, JobContext(token=token))
