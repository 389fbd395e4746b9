"""The lung network made again: outlines read, a package that loads, the same from the same seed, and that it learns."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

# ruff: noqa: E402 (imports after the check for torch)
torch = pytest.importorskip("torch", reason="torch is not installed")

from core.errors import (
    InvalidDatasetError,
    InvalidModelPackageError,
    JobCancelledError,
    MissingFileError,
    RunNotWritableError,
)
from core.jobs import CancellationToken, JobContext, Progress
from core.model.input import InputSpec
from core.model.lung_card import LUNG_MAP, OPACITY_MAP
from core.model.lungs import bundled_lung_package, load_lung_package
from core.training.lung_outlines import Outlines, read_outlines
from core.training.lung_packaging import LungModel, require_empty, write_lung_package
from core.training.lung_training import LungSettings, judge_lungs, split_outlines, train_lungs

from .phantoms import chest_phantom

SIDE = 64
OUTLINED, NEGATIVES = 10, 5


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """Small layers on several threads mostly wait for each other, on a busy machine for long."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def spec() -> InputSpec:
    return replace(bundled_lung_package().card.input, size=SIDE)


def save(path: Path, pixels: np.ndarray) -> None:  # type: ignore[type-arg]
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Phantoms with their lungs outlined, in one of them a single lung; an opacity in every second; normal ones."""
    root = tmp_path_factory.mktemp("outlines")
    rows, columns = np.mgrid[0:224, 0:224] / 224
    fields = [((columns - centre) / 0.14) ** 2 + ((rows - 0.48) / 0.3) ** 2 < 1 for centre in (0.3, 0.7)]
    opacity = ((columns - 0.3) / 0.1) ** 2 + ((rows - 0.6) / 0.1) ** 2 < 1
    for number in range(OUTLINED):
        picture, lungs = chest_phantom(number), fields[0] | fields[1]
        drawn = opacity & bool(number % 2)
        picture[drawn] = 130
        save(root / "drawn" / "images" / f"{number:02}.png", picture)
        outline = fields[0] if number == 3 else lungs
        save(root / "drawn" / "lungs" / f"{number:02}.png", outline.astype(np.uint8) * 255)
        save(root / "drawn" / "opacities" / f"{number:02}.png", drawn.astype(np.uint8) * 255)
    for number in range(NEGATIVES):
        save(root / "normal" / f"{number}.png", chest_phantom(100 + number))
    return root


@pytest.fixture(scope="module")
def outlines(folder: Path, spec: InputSpec) -> Outlines:
    return read_outlines(folder / "drawn", folder / "normal", spec)


def test_outlines_and_negatives_are_read(outlines: Outlines) -> None:
    assert outlines.pixels.shape == (15, SIDE, SIDE)
    assert outlines.outlined == OUTLINED
    assert outlines.one_lung_only == 1
    assert not outlines.is_drawn[3, LUNG_MAP], "one lung is no outline of the lungs"
    assert outlines.is_drawn[3, OPACITY_MAP]
    assert not outlines.is_drawn[OUTLINED:, LUNG_MAP].any(), "nobody has drawn the lungs of negatives"
    assert outlines.is_drawn[OUTLINED:, OPACITY_MAP].all()
    assert not outlines.masks[OUTLINED:].any()
    assert outlines.masks[1, OPACITY_MAP].any()
    assert not outlines.masks[2, OPACITY_MAP].any()
    assert outlines.masks[0, LUNG_MAP].mean() == pytest.approx(2 * np.pi * 0.14 * 0.3, abs=0.01)


def test_what_is_no_set_of_outlines_is_refused(tmp_path: Path, folder: Path, spec: InputSpec) -> None:
    with pytest.raises(MissingFileError):
        read_outlines(tmp_path, None, spec)
    with pytest.raises(MissingFileError):
        read_outlines(folder / "drawn", tmp_path / "absent", spec)
    for name in ("images", "lungs", "opacities"):
        (tmp_path / name).mkdir()
    save(tmp_path / "images" / "a.png", chest_phantom(0))
    save(tmp_path / "lungs" / "b.png", chest_phantom(0))
    with pytest.raises(InvalidDatasetError):
        read_outlines(tmp_path, None, spec)


def test_a_fifth_of_either_kind_is_held_out(outlines: Outlines) -> None:
    training, held_out = split_outlines(outlines, 4)
    assert sorted([*training, *held_out]) == list(range(15))
    assert np.count_nonzero(held_out < OUTLINED) == 2
    assert np.count_nonzero(held_out >= OUTLINED) == 1
    part = outlines.part(held_out)
    assert (part.outlined, len(part.pixels)) == (2, 3)


def test_it_learns_where_the_lungs_are(outlines: Outlines, spec: InputSpec) -> None:
    events: list[Progress] = []
    settings = LungSettings(steps=30, batch_size=4, device="cpu", seed=1)
    trained = train_lungs(outlines, spec, settings, JobContext(report=events.append))
    assert events[-1] == Progress(30, 30)
    assert trained.training == (8, 4)
    assert (trained.figures.outlined, trained.figures.negatives) == (2, 1)
    assert trained.figures.dice_lungs > 0.6
    assert 0 <= trained.figures.normal_extent <= 1


def test_the_same_seed_gives_the_same_bits(outlines: Outlines, spec: InputSpec) -> None:
    settings = LungSettings(steps=2, batch_size=4, device="cpu")
    first, second, other = (
        train_lungs(outlines, spec, replace(settings, seed=seed)).tensors["head.weight"] for seed in (1, 1, 2)
    )
    assert first.tobytes() == second.tobytes()
    assert first.tobytes() != other.tobytes()


def test_stopping_is_prompt(outlines: Outlines, spec: InputSpec) -> None:
    token = CancellationToken()
    token.cancel()
    with pytest.raises(JobCancelledError):
        train_lungs(outlines, spec, LungSettings(steps=3, device="cpu"), JobContext(token=token))


def test_perfect_drawings_have_dice_one(outlines: Outlines, spec: InputSpec) -> None:
    from core.model.precision import Precision

    class Perfect(torch.nn.Module):  # type: ignore[misc]
        """Gives the outlines of the pictures in turn."""

        def __init__(self) -> None:
            super().__init__()
            self.anything = torch.nn.Parameter(torch.zeros(1))

        def forward(self, images: "torch.Tensor") -> "torch.Tensor":
            return torch.from_numpy(outlines.masks[: len(images)]).float() * 20 - 10

    figures = judge_lungs(Perfect(), outlines, spec, Precision.FLOAT32)
    assert figures.dice_lungs == figures.dice_opacities == 1
    assert figures.normal_extent == pytest.approx(0, abs=1e-3)


def test_a_package_is_written_that_loads(outlines: Outlines, spec: InputSpec, tmp_path: Path) -> None:
    trained = train_lungs(outlines, spec, LungSettings(steps=1, batch_size=2, device="cpu"))
    model = LungModel("mine", trained.tensors, spec, {"drawn": 8}, "as told", {"dice_lung": 0.5}, 2, "a note")
    package = write_lung_package(tmp_path / "mine", model)
    assert load_lung_package(tmp_path / "mine").card == package.card
    assert package.card.measured[0].metrics == {"dice_lung": 0.5}
    assert package.card.training.images == 8
    np.testing.assert_array_equal(package.read_weights()["head.bias"], trained.tensors["head.bias"].astype(np.float32))
    with pytest.raises(RunNotWritableError):
        require_empty(tmp_path / "mine")
    with pytest.raises(InvalidModelPackageError):
        write_lung_package(tmp_path / "half", replace(model, tensors={"head.bias": trained.tensors["head.bias"]}))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine"]
