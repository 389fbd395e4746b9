"""What tests of the window need."""

import gc
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.model.classifier import Classifier
from core.model.lungs import LungNetwork, bundled_lung_package
from core.model.package import bundled_package
from core.model.precision import Precision
from core.model.runtime import DeviceChoice, NetworkOutput, RuntimeInfo
from core.screening.gate import GateOutcome
from core.screening.gate_checks import ScanFacts, ScanGate
from core.screening.screener import Screener
from desktop_app import jobs
from desktop_app.application import Workstation, build
from desktop_app.settings import SettingsStore


@pytest.fixture(autouse=True)
def no_leaked_threads(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a job running: in the program it would outlive its window."""
    if "qapp" in request.fixturenames or "qtbot" in request.fixturenames:
        request.getfixturevalue("qapp")
    yield
    leaked = [job for job in jobs.active_jobs() if not job.wait(0)]
    assert jobs.stop_all_jobs(10), "a job does not stop"
    jobs.forget_stopped_jobs()
    assert not leaked, f"{len(leaked)} job(s) still ran at the end of the test"


@pytest.fixture(autouse=True)
def collection_between_tests_only() -> Iterator[None]:
    """Let go of a test's windows when it has ended, first in Qt and then in Python.

    The program collects garbage between events only: widgets that are collected while Qt lays out another window
    end the process.
    """
    gc.disable()
    yield
    if (app := QApplication.instance()) is not None:
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()


class PretendRuntime:
    """Answers at once, the same for every image: the window's tests are not about the network."""

    info = RuntimeInfo("Pretend", "1.0", DeviceChoice.CPU, "Test device", Precision.FLOAT32)

    def run(self, inputs: npt.NDArray[np.float32]) -> NetworkOutput:
        count = inputs.shape[0]
        logits = np.tile(np.array([0.0, 2.0], dtype=np.float32), (count, 1))
        features = np.random.default_rng(1).random((count, 2048, 7, 7), dtype=np.float32)
        return NetworkOutput(logits, features)


class PretendLungs(PretendRuntime):
    """Draws two lungs of 64 x 128 pixels each, a tenth of the left one opaque."""

    def run(self, inputs: npt.NDArray[np.float32]) -> NetworkOutput:
        count, _, rows, columns = inputs.shape
        maps = np.full((count, 2, rows, columns), -9.0, dtype=np.float32)
        maps[:, 0, 48:176, 32:96] = maps[:, 0, 48:176, 128:192] = 9.0
        maps[:, 1, 128:152, 128:160] = 9.0
        return NetworkOutput(maps, np.zeros((count, 128, 14, 14), dtype=np.float32))


class OpenGate(ScanGate):
    """Lets everything through: the window's tests work on noise."""

    def judge(self, facts: ScanFacts) -> GateOutcome:
        return GateOutcome()


@pytest.fixture(scope="session")
def pretend_classifier() -> Classifier:
    package = bundled_package()
    weights = np.random.default_rng(2).standard_normal((2, 2048)).astype(np.float32)
    return Classifier(package, PretendRuntime(), weights, np.zeros(2, dtype=np.float32))


@pytest.fixture(scope="session")
def pretend_screener(pretend_classifier: Classifier) -> Screener:
    """Answers at once: positive, with some opacity in the lungs."""
    lungs = LungNetwork(bundled_lung_package(), PretendLungs())
    return Screener(pretend_classifier, lungs, OpenGate())


@pytest.fixture
def settings_store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings" / "settings.ini")


@pytest.fixture
def workstation(qtbot: QtBot, settings_store: SettingsStore, pretend_screener: Screener) -> Iterator[Workstation]:
    """The real window with everything behind it, and a model that answers at once."""
    built = build(settings_store)
    built.runner.screener = pretend_screener
    built.runner.model_ready.emit(pretend_screener)
    # Shortcuts work in the active window only.
    with qtbot.waitActive(built.window):
        built.window.show()
        built.window.activateWindow()
    yield built
    built.window.close()
    # The end of every job is told by the event loop, which must run once more before Qt objects go.
    qtbot.waitUntil(lambda: not jobs.active_jobs(), timeout=5000)
    built.window.deleteLater()


@pytest.fixture
def jpeg_scans(tmp_path: Path) -> list[Path]:
    """Five small grey pictures."""
    folder = tmp_path / "scans"
    folder.mkdir()
    paths = []
    for number in range(5):
        pixels = np.random.default_rng(number).integers(0, 255, (300, 260), dtype=np.uint8)
        path = folder / f"scan {number}.jpg"
        Image.fromarray(pixels).save(path)
        paths.append(path)
    return paths
