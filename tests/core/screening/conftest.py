import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from core.errors import DeviceOutOfMemoryError
from core.imaging.greyscale import IdentityModality, VoiFunction, VoiWindow
from core.imaging.radiograph import Acquisition, ImageFormat, PatientStudy, Radiograph
from core.model.classifier import Classifier
from core.model.package import ModelPackage, bundled_package
from core.model.precision import Precision
from core.model.runtime import DeviceChoice, NetworkOutput, RuntimeInfo
from core.screening.screener import Screener, load_screener


class CountingRuntime:
    """Answers at once with the input's mean as evidence; remembers the batches; can run out of memory or wait."""

    info = RuntimeInfo("fake", "1", DeviceChoice.CPU, "nothing", Precision.FLOAT32)

    def __init__(self, classes: int) -> None:
        self.classes = classes
        self.batch_sizes: list[int] = []
        self.largest_batch: int | None = None
        self.seconds_per_pass = 0.0
        self.gate = threading.Event()
        self.gate.set()

    def run(self, inputs: npt.NDArray[np.float32]) -> NetworkOutput:
        self.gate.wait(timeout=30)
        time.sleep(self.seconds_per_pass)
        if self.largest_batch is not None and len(inputs) > self.largest_batch:
            raise DeviceOutOfMemoryError("nothing", len(inputs))
        self.batch_sizes.append(len(inputs))
        logits = np.zeros((len(inputs), self.classes), dtype=np.float32)
        return NetworkOutput(logits, np.ones((len(inputs), 4, 2, 2), dtype=np.float32))


@pytest.fixture(scope="session")
def package() -> ModelPackage:
    return bundled_package()


@pytest.fixture(scope="session")
def real_screener(package: ModelPackage) -> Screener:
    return load_screener(package, DeviceChoice.CPU)


@pytest.fixture
def runtime(package: ModelPackage) -> Iterator[CountingRuntime]:
    runtime = CountingRuntime(len(package.card.classes))
    yield runtime
    runtime.gate.set()


@pytest.fixture
def classifier(package: ModelPackage, runtime: CountingRuntime) -> Classifier:
    classes = len(package.card.classes)
    return Classifier(package, runtime, np.ones((classes, 4), dtype=np.float32), np.zeros(classes, dtype=np.float32))


@pytest.fixture
def screener(classifier: Classifier) -> Screener:
    return Screener(classifier)


@pytest.fixture
def pictures(tmp_path: Path) -> Callable[[int], list[Path]]:
    def make(count: int) -> list[Path]:
        paths = []
        for number in range(count):
            path = tmp_path / f"scan_{number:04}.png"
            grey = np.add.outer(np.arange(32), np.arange(32) * (number % 3 + 1)).astype(np.uint8)
            Image.fromarray(grey).save(path)
            paths.append(path)
        return paths

    return make


@pytest.fixture
def radiograph() -> Radiograph:
    stored = np.kron(np.arange(64, dtype=np.uint8).reshape(8, 8), np.ones((16, 16), dtype=np.uint8))
    return Radiograph(
        path=Path("scan.dcm"),
        format=ImageFormat.DICOM,
        stored=stored,
        bits_stored=8,
        padding=None,
        modality_transform=IdentityModality(),
        voi_options=(VoiWindow(32, 64, VoiFunction.LINEAR, ""),),
        inverse=False,
        photometric_interpretation="MONOCHROME2",
        spacing=None,
        patient_study=PatientStudy(),
        acquisition=Acquisition(),
    )
