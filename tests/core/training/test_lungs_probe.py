"""Networks asked about held-out images with the lungs hidden, and about the lungs alone."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

torch = pytest.importorskip("torch", reason="torch is not installed")

from core.errors import InvalidRunError, JobCancelledError  # noqa: E402 (after the check for torch)
from core.training.control import RunControl  # noqa: E402
from core.training.events import FoldFinished, TrainingEvent  # noqa: E402
from core.training.lungs_probe import (  # noqa: E402
    MAPS_EACH,
    FoldProbe,
    MapShare,
    images_to_map,
    read_fold_probe,
    write_fold_probe,
)
from core.training.lungs_probe_pictures import hide_lungs, mean_body, show_lungs_alone  # noqa: E402
from core.training.plan import Depth  # noqa: E402
from core.training.roc import auc_of  # noqa: E402
from core.training.run_folder import RunFolder  # noqa: E402
from core.training.training_job import run_training  # noqa: E402

from .phantoms import chest_phantom  # noqa: E402
from .run_examples import (  # noqa: E402
    CLASSES,
    SIZE,
    Listener,
    check_of,
    logits_of,
    prepared,
    small_plan,
    write_images,
    write_small_package,
)

Pixels = npt.NDArray[np.uint8]
Mark = Callable[[Pixels], None]


def marked_in_the_corner(pixels: Pixels) -> None:
    pixels[2:8, 2:8] = 255


def marked_in_the_lungs(pixels: Pixels) -> None:
    for left in (16, 41):
        pixels[26:34, left : left + 7] = 130


class CellsAsFeatures:
    """Greys of 64 cells in five steps, so that noise changes none: a head can learn where something lies."""

    key = "cells"

    def compute(self, pixels: Pixels) -> npt.NDArray[np.float32]:
        return self.feature_maps(pixels).mean(axis=(2, 3))

    def feature_maps(self, pixels: Pixels) -> npt.NDArray[np.float32]:
        """Feature k is the grey of cell k, where that cell lies."""
        cells = np.round(pixels.reshape(len(pixels), 8, SIZE // 8, 8, SIZE // 8).mean(axis=(2, 4)) / 64)
        maps = np.zeros((len(pixels), 2048, 8, 8), dtype=np.float32)
        for row in range(8):
            for column in range(8):
                maps[:, row * 8 + column, row, column] = cells[:, row, column] * 64
        return maps


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small_package(tmp_path_factory.mktemp("package") / "small")


def write_phantoms(folder: Path, count: int, mark: Mark) -> Path:
    """Chests, the second class with a mark."""
    for number in range(count):
        pixels = chest_phantom(number, SIZE)
        name = CLASSES[number % 2]
        if name == "opaque":
            mark(pixels)
        (folder / name).mkdir(parents=True, exist_ok=True)
        Image.fromarray(pixels).save(folder / name / f"{number:02}.png")
    return folder


def trained(folder: Path, package: Path, mark: Mark, count: int = 24) -> RunFolder:
    check = check_of(write_phantoms(folder / "images", count, mark), package)
    plan = small_plan(package, depth=Depth.QUICK, folds=3)
    run = prepared(folder / "run", plan, check)
    source: Any = CellsAsFeatures()
    run_training(run, RunControl(), Listener().context, source)
    return run


def probes_of(run: RunFolder, folds: int = 3) -> list[FoldProbe]:
    found = [read_fold_probe(run, fold) for fold in range(folds)]
    return [probe for probe in found if probe is not None]


def areas_of(run: RunFolder) -> tuple[float, float]:
    """Areas under the curve with the lungs hidden, and with the lungs alone."""
    labels = run.dataset.labels == 1
    probes = probes_of(run)
    numbers = [number for probe in probes for number in probe.images]
    hidden, alone = (
        np.array([row[1] - row[0] for probe in probes for row in getattr(probe, name)]) for name in ("hidden", "alone")
    )
    assert len(numbers) >= 20
    return auc_of(labels[numbers], hidden), auc_of(labels[numbers], alone)


def evidence_of(run: RunFolder) -> float:
    """Mean share of the evidence within the lungs, on marked images."""
    labels = run.dataset.labels
    shares = [share.in_lungs for probe in probes_of(run) for share in probe.maps if labels[share.image] == 1]
    return float(np.nanmean(shares))


def test_a_mark_outside_the_lungs_is_found_out(tmp_path: Path, package: Path) -> None:
    corner = trained(tmp_path / "corner", package, marked_in_the_corner)

    hidden, alone = areas_of(corner)

    assert hidden > 0.98
    assert alone < 0.75


def test_a_sign_within_the_lungs_is_not_taken_for_a_shortcut(tmp_path: Path, package: Path) -> None:
    lungs = trained(tmp_path / "lungs", package, marked_in_the_lungs)

    hidden, alone = areas_of(lungs)

    assert 0.2 < hidden < 0.8
    assert alone > 0.95


def test_the_share_of_the_evidence_in_the_lungs_tells_where_the_sign_lies(tmp_path: Path, package: Path) -> None:
    corner = trained(tmp_path / "corner", package, marked_in_the_corner)
    lungs = trained(tmp_path / "lungs", package, marked_in_the_lungs)

    assert evidence_of(lungs) > evidence_of(corner) + 0.1
    assert all(0.05 < share.lungs < 0.6 for probe in probes_of(lungs) for share in probe.maps)


def test_every_image_is_probed_by_the_fold_that_holds_it_out(tmp_path: Path, package: Path) -> None:
    run = trained(tmp_path, package, marked_in_the_lungs)
    folds = run.read_folds()
    assert folds is not None

    for fold, probe in zip(folds, probes_of(run), strict=True):
        assert set(probe.images) <= set(fold.validation.tolist())
        assert len(probe.images) + probe.without_lungs == len(fold.validation)


class CancelAfterFirstFold(Listener):
    """Stops the run when its first fold is done."""

    def at(self, event: TrainingEvent) -> None:
        if isinstance(event, FoldFinished):
            self.token.cancel()


def test_a_run_that_goes_on_does_not_probe_a_fold_again(tmp_path: Path, package: Path) -> None:
    check = check_of(write_phantoms(tmp_path / "images", 24, marked_in_the_lungs), package)
    plan = small_plan(package, depth=Depth.QUICK, folds=3)
    source: Any = CellsAsFeatures()
    whole, cut = (prepared(tmp_path / name, plan, check) for name in ("whole", "cut"))
    run_training(whole, RunControl(), Listener().context, source)
    with pytest.raises(JobCancelledError):
        run_training(cut, RunControl(), CancelAfterFirstFold().context, source)
    first = cut.fold_folder(0) / "lungs_probe.json"
    written = first.stat().st_mtime_ns

    run_training(cut, RunControl(), Listener().context, source)

    assert first.stat().st_mtime_ns == written
    assert probes_of(cut) == probes_of(whole)


def test_a_fold_that_an_older_version_finished_stays_without_probes(tmp_path: Path, package: Path) -> None:
    check = check_of(write_phantoms(tmp_path / "images", 24, marked_in_the_lungs), package)
    run = prepared(tmp_path / "run", small_plan(package, depth=Depth.QUICK, folds=3), check)
    source: Any = CellsAsFeatures()
    with pytest.raises(JobCancelledError):
        run_training(run, RunControl(), CancelAfterFirstFold().context, source)
    (run.fold_folder(0) / "lungs_probe.json").unlink()

    run_training(run, RunControl(), Listener().context, source)

    assert [read_fold_probe(run, fold) is not None for fold in range(3)] == [False, True, True]


def test_probing_does_not_change_what_is_trained(
    tmp_path: Path, package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Given partial depth, whose random numbers would go astray if a probe drew from them."""
    check = check_of(write_images(tmp_path / "images", 10), package)
    plan = small_plan(package, epochs=1)
    probed, plain = (prepared(tmp_path / name, plan, check) for name in ("probed", "plain"))

    run_training(probed, RunControl(), Listener().context)
    monkeypatch.setattr("core.training.lungs_probe_run.LungsProbe.carry_out", lambda *_: None)
    run_training(plain, RunControl(), Listener().context)

    assert read_fold_probe(probed, 0) is not None
    assert read_fold_probe(plain, 0) is None
    assert logits_of(probed).tobytes() == logits_of(plain).tobytes()


def test_a_whole_network_is_asked_as_it_answers(tmp_path: Path, package: Path) -> None:
    """Given pictures whose lungs are left as they are, the probe's logits are the network's own."""
    from core.training.lungs_probe_run import judge_of_network
    from core.training.network import build_network
    from core.training.step import predict_logits

    plan = small_plan(package)
    check = check_of(write_images(tmp_path / "images", 4), package)
    network = build_network(plan.classes, plan.start, plan.depth, 0)
    session: Any = type("Session", (), {})()
    from core.model.package import load_package
    from core.model.precision import Precision

    session.spec = load_package(package).card.input
    session.device, session.precision = torch.device("cpu"), Precision.FLOAT32
    pixels = np.array(check.images.pixels)

    judge = judge_of_network(network, session)

    own = predict_logits(network, pixels, session.spec, session.device, session.precision, 4)
    np.testing.assert_allclose(judge.logits(pixels), own, atol=1e-4)
    maps = judge.maps(pixels, 1)
    assert maps is not None
    np.testing.assert_allclose(maps.mean(axis=(1, 2)) + judge.bias[1], own[:, 1], atol=1e-3)


class TestPictures:
    masks = np.zeros((3, 40, 40), dtype=np.bool_)
    masks[:, 10:30, 5:15] = True
    masks[:, 10:30, 25:35] = True

    def pixels(self) -> Pixels:
        return np.random.default_rng(0).integers(0, 255, self.masks.shape, dtype=np.uint8)

    def test_hidden_lungs_leave_no_trace_and_the_rest_unchanged(self) -> None:
        pixels = self.pixels()
        other = pixels.copy()
        other[self.masks] = 255 - other[self.masks]

        hidden = hide_lungs(pixels, self.masks)

        np.testing.assert_array_equal(hidden, hide_lungs(other, self.masks))
        assert (hidden == pixels)[:, :8].all()
        assert (hidden[self.masks] != pixels[self.masks]).mean() > 0.9

    def test_the_margin_is_hidden_too(self) -> None:
        pixels = self.pixels()
        beside = pixels.copy()
        beside[:, 8:10, 5:15] = 7

        np.testing.assert_array_equal(hide_lungs(pixels, self.masks)[:, 9], hide_lungs(beside, self.masks)[:, 9])

    def test_a_hole_takes_the_grey_around_it(self) -> None:
        pixels = np.full((1, 40, 40), 90, dtype=np.uint8)
        pixels[self.masks[:1]] = 250

        assert (hide_lungs(pixels, self.masks[:1]) == 90).all()

    def test_a_picture_that_is_all_lung_is_grey(self) -> None:
        hidden = hide_lungs(self.pixels(), np.ones_like(self.masks))

        assert len(np.unique(hidden)) == 1

    def test_lungs_alone_lie_in_the_same_body(self) -> None:
        pixels = self.pixels()
        body = mean_body(pixels, np.arange(3))

        alone = show_lungs_alone(pixels, self.masks, body)

        np.testing.assert_array_equal(alone[self.masks], pixels[self.masks])
        assert all((picture == body)[~mask].all() for picture, mask in zip(alone, self.masks, strict=True))
        np.testing.assert_array_equal(body, np.rint(pixels.mean(axis=0)))

    def test_of_no_pictures_with_lungs_there_is_no_body(self) -> None:
        assert not mean_body(self.pixels(), np.arange(0)).any()


def test_maps_are_looked_at_for_each_class_and_source() -> None:
    labels = ["a"] * 500 + ["b"] * 20
    sources = [None] * 250 + ["x"] * 270

    chosen = images_to_map(np.arange(520), labels, sources, 0)

    cells = {(labels[number], sources[number]) for number in chosen.tolist()}
    assert cells == {("a", None), ("a", "x"), ("b", "x")}
    assert len(chosen) == 2 * MAPS_EACH + 20
    np.testing.assert_array_equal(chosen, images_to_map(np.arange(520), labels, sources, 0))


def test_damaged_probes_are_refused(tmp_path: Path, package: Path) -> None:
    check = check_of(write_images(tmp_path / "images", 12), package)
    run = prepared(tmp_path / "run", small_plan(package), check)
    sound = FoldProbe((1, 2), ((0.0, 1.0), (1.0, 0.0)), ((0.0, 1.0), (1.0, 0.0)), (MapShare(1, float("nan"), 0.3),), 0)
    path = run.fold_folder(0) / "lungs_probe.json"

    write_fold_probe(run, 0, sound)
    found = read_fold_probe(run, 0)
    assert found is not None
    assert replace(found, maps=()) == replace(sound, maps=())
    assert np.isnan(found.maps[0].in_lungs)

    for wrong in (
        replace(sound, images=(1,)),
        replace(sound, images=(1, 12)),
        replace(sound, hidden=((0.0,), (1.0,))),
        replace(sound, maps=(MapShare(-1, 0.5, 0.3),)),
    ):
        write_fold_probe(run, 0, wrong)
        with pytest.raises(InvalidRunError):
            read_fold_probe(run, 0)
    path.write_text('{"format": 99}')
    with pytest.raises(InvalidRunError):
        read_fold_probe(run, 0)
    path.write_text("[]")
    with pytest.raises(InvalidRunError):
        read_fold_probe(run, 0)
