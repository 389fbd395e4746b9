"""Every source left out in turn: which allow it, and what a run finds."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

torch = pytest.importorskip("torch", reason="torch is not installed")

from core.errors import InvalidRunError  # noqa: E402 (after the check for torch)
from core.training.control import RunControl  # noqa: E402
from core.training.left_out_sources import (  # noqa: E402
    LEFT_OUT_NAME,
    MOST_SOURCES,
    LeftOutSources,
    learnt_without,
    read_left_out_sources,
    sources_to_leave_out,
    write_left_out_sources,
)
from core.training.plan import Depth  # noqa: E402
from core.training.training_job import run_training  # noqa: E402

from .run_examples import (  # noqa: E402
    CLASSES,
    SIZE,
    ExampleCheck,
    Listener,
    check_of,
    prepared,
    small_plan,
    write_small_package,
)

ROOM = 20
"""Images of either class in a source: enough."""


class CornersAsFeatures:
    """Mean greys of four quarters of the picture."""

    key = "corners"

    def __init__(self) -> None:
        self.passes = 0

    def compute(self, pixels: npt.NDArray[np.uint8]) -> npt.NDArray[np.float32]:
        self.passes += 1
        half = SIZE // 2
        greys = pixels.reshape(len(pixels), 2, half, 2, half).mean(axis=(2, 4)).reshape(len(pixels), 4) / 255
        return np.pad(greys, ((0, 0), (0, 2044))).astype(np.float32)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small_package(tmp_path_factory.mktemp("package") / "small")


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory, package: Path) -> ExampleCheck:
    """Three sites of equal size; at the first the sick are marked in another corner than at the others."""
    folder = tmp_path_factory.mktemp("images")
    random = np.random.default_rng(0)
    for name in CLASSES:
        (folder / name).mkdir()
        for number in range(24):
            pixels = random.integers(0, 120, (SIZE, SIZE), dtype=np.uint8)
            if name == "opaque":
                place = (slice(0, 20), slice(0, 20)) if number % 3 == 0 else (slice(40, 60), slice(40, 60))
                pixels[place] += 100
            Image.fromarray(pixels).save(folder / name / f"{number:02}.png")
    return check_of(folder, package)


@pytest.fixture
def few_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.training.left_out_sources.LEAST_GROUPS", 8)


@pytest.mark.usefixtures("few_are_enough")
def test_a_sign_that_one_site_alone_has_is_lost_without_it(tmp_path: Path, package: Path, check: ExampleCheck) -> None:
    run = prepared(tmp_path / "run", small_plan(package, depth=Depth.QUICK, folds=3), check)
    source: Any = CornersAsFeatures()

    run_training(run, RunControl(), Listener().context, source)

    found = read_left_out_sources(run.path)
    assert found is not None
    assert (found.reason, found.is_last_layer_only) == ("", False)
    by_name = {source.name: source for source in found.sources}
    assert set(by_name) == {"site 0", "site 1", "site 2"}
    assert by_name["site 0"].left_out.value < 0.7
    assert by_name["site 0"].learnt.value > 0.9
    assert min(by_name[name].left_out.value for name in ("site 1", "site 2")) > 0.9
    assert all((part.positives, part.negatives) == (8, 8) for part in found.sources)


def test_a_deeper_run_says_that_it_is_the_last_layer_only(tmp_path: Path, package: Path, check: ExampleCheck) -> None:
    plan = small_plan(package, epochs=1, batch_size=16)
    few = np.concatenate([np.arange(9), np.arange(24, 33)])
    part = replace(
        check,
        dataset=replace(check.dataset, images=tuple(check.dataset.images[number] for number in few.tolist())),
        images=replace(
            check.images,
            pixels=check.images.pixels[few],
            sha256=tuple(check.images.sha256[number] for number in few.tolist()),
        ),
        groups=np.arange(18),
        class_counts=dict.fromkeys(CLASSES, 9),
    )
    run = prepared(tmp_path / "run", plan, part)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("core.training.left_out_sources.LEAST_GROUPS", 3)
        run_training(run, RunControl(), Listener().context)

    found = read_left_out_sources(run.path)
    assert found is not None
    assert found.is_last_layer_only
    assert [source.name for source in found.sources] == ["site 0", "site 1", "site 2"]
    assert all(0 <= source.left_out.value <= 1 for source in found.sources)


def test_a_run_whose_sources_are_too_small_says_why(tmp_path: Path, package: Path, check: ExampleCheck) -> None:
    run = prepared(tmp_path / "run", small_plan(package, depth=Depth.QUICK, folds=3), check)
    source: Any = CornersAsFeatures()

    run_training(run, RunControl(), Listener().context, source)

    found = read_left_out_sources(run.path)
    assert found == LeftOutSources((), reason="no source holds both classes, 10 independent images of each or more")


class TestWhichSources:
    """Given numbers alone."""

    def ask(
        self, cells: dict[tuple[str | None, bool], int], groups: npt.NDArray[np.int64] | None = None
    ) -> tuple[tuple[str, ...], str]:
        sources = [source for (source, _), count in cells.items() for _ in range(count)]
        positive = [side for (_, side), count in cells.items() for _ in range(count)]
        numbers = np.arange(len(sources)) if groups is None else groups
        return sources_to_leave_out(np.array(positive), numbers, sources)

    def test_a_source_with_both_classes_is_left_out_where_the_rest_has_both(self) -> None:
        cells = {("A", True): ROOM, ("A", False): ROOM, ("B", True): ROOM, ("C", False): ROOM}
        assert self.ask(cells) == (("A",), "")

    def test_the_largest_come_first_and_not_all_are_tried(self) -> None:
        cells = {(f"S{n:02}", side): 10 + n for n in range(MOST_SOURCES + 5) for side in (True, False)}
        names, _ = self.ask(cells)
        assert names == tuple(f"S{n:02}" for n in range(MOST_SOURCES + 4, 4, -1))

    @pytest.mark.parametrize(
        ("cells", "words"),
        [
            ({(None, True): ROOM, (None, False): ROOM}, "do not say which source"),
            ({("A", True): ROOM, ("A", False): ROOM}, "one source"),
            ({("A", True): ROOM, ("B", False): ROOM}, "no source holds both classes"),
            ({("A", True): ROOM, ("A", False): ROOM, ("B", False): ROOM}, "too few images of one class"),
        ],
        ids=["unknown", "one", "one class each", "nothing left"],
    )
    def test_it_is_said_why_it_cannot_be_had(self, cells: dict[tuple[str | None, bool], int], words: str) -> None:
        names, reason = self.ask(cells)
        assert names == ()
        assert words in reason

    def test_copies_count_once(self) -> None:
        cells = {("A", True): ROOM, ("A", False): ROOM, ("B", True): ROOM, ("B", False): ROOM}
        names, _ = self.ask(cells, np.arange(4 * ROOM) // 4)
        assert names == ()


def test_what_belongs_to_an_image_of_the_source_is_not_learnt_from_either() -> None:
    groups = np.array([0, 0, 1, 2, 2])
    of_source = np.array([True, False, False, False, True])

    assert learnt_without(groups, of_source).tolist() == [False, False, True, False, False]


def test_a_run_without_is_an_older_one_and_a_damaged_file_is_refused(tmp_path: Path) -> None:
    assert read_left_out_sources(tmp_path) is None
    write_left_out_sources(tmp_path, LeftOutSources((), reason="because"))
    assert read_left_out_sources(tmp_path) == LeftOutSources((), reason="because")
    (tmp_path / LEFT_OUT_NAME).write_text('{"format": 1}')
    with pytest.raises(InvalidRunError):
        read_left_out_sources(tmp_path)
    (tmp_path / LEFT_OUT_NAME).write_text('{"format": 2, "sources": []}')
    with pytest.raises(InvalidRunError):
        read_left_out_sources(tmp_path)
