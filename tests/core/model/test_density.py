import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.errors import JobCancelledError, NothingToReadError
from core.imaging.radiograph import DisplayPixels
from core.jobs import CancellationToken, JobContext, Progress
from core.model.card import DensityScale, ModelCard
from core.model.density import EDGES, compute_reference_densities, densities_to_json, pixel_density
from core.model.package import ModelPackage


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    generator = np.random.default_rng(0)
    for name, brightest in (("COVID-19", 256), ("Non-COVID-19", 128)):
        (tmp_path / name).mkdir()
        for index in range(3):
            pixels = generator.integers(0, brightest, (40, 40)).astype(np.uint8)
            Image.fromarray(pixels).resize((300, 300)).save(tmp_path / name / f"{index}.png")
    (tmp_path / "COVID-19" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\nbroken")
    return tmp_path


@pytest.mark.parametrize("scale", list(DensityScale))
def test_a_density_integrates_to_one(chest: DisplayPixels, package: ModelPackage, scale: DensityScale) -> None:
    density = pixel_density(chest, package.card.input, scale)
    assert density.shape == (EDGES[scale].size - 1,)
    assert (density * np.diff(EDGES[scale])).sum() == pytest.approx(1)


def test_displayed_bins_count_whole_grey_values(package: ModelPackage) -> None:
    density = pixel_density(np.full((50, 50), 255, np.uint8), package.card.input, DensityScale.DISPLAYED)
    assert np.flatnonzero(density).tolist() == [63]
    assert density[63] == 1 / 4


def test_references_are_means_over_readable_images(folder: Path, package: ModelPackage) -> None:
    seen: list[Progress] = []
    references = compute_reference_densities(folder, package.card.input, JobContext(report=seen.append))
    assert [reference.scale for reference in references] == list(DensityScale)
    assert references[0].image_counts == {"COVID-19": 3, "Non-COVID-19": 3}
    assert seen[-1] == Progress(7, 7, "Non-COVID-19")
    displayed = references[1].densities["Non-COVID-19"]
    pictures = [np.asarray(Image.open(path)) for path in sorted((folder / "Non-COVID-19").iterdir())]
    expected = [pixel_density(picture, package.card.input, DensityScale.DISPLAYED) for picture in pictures]
    np.testing.assert_allclose(displayed, np.mean(expected, axis=0), rtol=1e-4)


def test_the_result_fits_into_a_card(folder: Path, package: ModelPackage) -> None:
    references = compute_reference_densities(folder, package.card.input)
    card = json.loads((package.directory / "card.json").read_text(encoding="utf-8"))
    card["reference_densities"] = json.loads(densities_to_json(references))
    assert ModelCard.from_json(json.dumps(card), Path("card.json")).reference_densities == references


def test_folders_without_images_are_refused(tmp_path: Path, package: ModelPackage) -> None:
    with pytest.raises(NothingToReadError):
        compute_reference_densities(tmp_path, package.card.input)
    (tmp_path / "COVID-19").mkdir()
    with pytest.raises(NothingToReadError) as caught:
        compute_reference_densities(tmp_path, package.card.input)
    assert caught.value.path == tmp_path / "COVID-19"


def test_counting_can_be_stopped(folder: Path, package: ModelPackage) -> None:
    token = CancellationToken()
    token.cancel()
    with pytest.raises(JobCancelledError):
        compute_reference_densities(folder, package.card.input, JobContext(token=token))
