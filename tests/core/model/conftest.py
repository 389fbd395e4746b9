"""What the tests of the model share: the bundled package, opened once, and one real radiograph."""

from pathlib import Path

import numpy as np
import pytest

from core.imaging.greyscale import render
from core.imaging.radiograph import DisplayPixels
from core.imaging.reading import read_radiograph
from core.model.compiled_cache import CompiledCache, user_cache
from core.model.input import ModelInput, prepare_input
from core.model.openvino_runtime import OpenVinoRuntime, open_openvino_runtime
from core.model.package import ModelPackage, bundled_package
from core.model.precision import Precision
from core.model.runtime import DeviceChoice

SHARED_DATA = Path(__file__).resolve().parents[4] / "shared" / "data"


@pytest.fixture(scope="session")
def package() -> ModelPackage:
    return bundled_package()


@pytest.fixture(scope="session")
def cache() -> CompiledCache:
    found = user_cache()
    assert found is not None
    return found


@pytest.fixture(scope="session")
def runtime(package: ModelPackage, cache: CompiledCache) -> OpenVinoRuntime:
    return open_openvino_runtime(package, DeviceChoice.CPU, Precision.FLOAT32, cache)


@pytest.fixture(scope="session")
def chest(chest_dicom: Path) -> DisplayPixels:
    return render(read_radiograph(chest_dicom))


@pytest.fixture(scope="session")
def chest_input(chest: DisplayPixels, package: ModelPackage) -> ModelInput:
    return prepare_input(chest, package.card.input)


@pytest.fixture(scope="session")
def batch(chest_input: ModelInput) -> ModelInput:
    """Four inputs that differ: the chest, mirrored, upside down, and noise."""
    noise = np.random.default_rng(0).standard_normal(chest_input.shape).astype(np.float32)
    return np.stack([chest_input, chest_input[:, :, ::-1], chest_input[:, ::-1], noise])


@pytest.fixture(scope="session")
def shared_data() -> Path:
    if not (SHARED_DATA / "paper_protocol").is_dir():
        pytest.skip(f"the shared data set is not here: {SHARED_DATA}")
    return SHARED_DATA
