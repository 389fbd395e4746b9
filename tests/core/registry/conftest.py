"""What the tests of the registry share."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image

from core.model.classifier import Classifier
from core.model.package import bundled_package
from core.model.precision import Precision
from core.model.runtime import DeviceChoice, NetworkOutput, RuntimeInfo
from core.registry.registry import ModelRegistry
from core.screening.gate import GateCheck, GateFinding, GateLevel, GateOutcome
from core.screening.gate_checks import ScanFacts, ScanGate
from core.screening.notices import NoticeKind
from core.screening.screener import Screener


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here ends with a power loss, and each model is 47 MB."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


@pytest.fixture
def registry(tmp_path: Path) -> ModelRegistry:
    return ModelRegistry(tmp_path / "models")


class SlopeRuntime:
    """Sees the finding where a picture grows brighter to the right, the more the steeper."""

    info = RuntimeInfo("fake", "1", DeviceChoice.CPU, "nothing", Precision.FLOAT32)

    def run(self, inputs: npt.NDArray[np.float32]) -> NetworkOutput:
        half = inputs.shape[-1] // 2
        slope = inputs[:, 0, :, half:].mean(axis=(1, 2)) - inputs[:, 0, :, :half].mean(axis=(1, 2))
        logits = np.stack([-2 * slope, 2 * slope], axis=1).astype(np.float32)
        return NetworkOutput(logits, np.ones((len(inputs), 4, 2, 2), dtype=np.float32))


class GreyGate(ScanGate):
    """Refuses pictures of few grey values, and nothing else."""

    def judge(self, facts: ScanFacts) -> GateOutcome:
        found = [notice for notice in facts.notices if notice.kind is NoticeKind.FEW_GREY_VALUES]
        return GateOutcome(tuple(GateFinding(GateCheck.PICTURE, GateLevel.REFUSE, notice.sentence) for notice in found))


@pytest.fixture
def slope_screener() -> Screener:
    """A model that is right about `site_folder` but for what it cannot see."""
    classifier = Classifier(
        bundled_package(), SlopeRuntime(), np.ones((2, 4), dtype=np.float32), np.zeros(2, dtype=np.float32)
    )
    return Screener(classifier, gate=GreyGate())


SiteFolder = Callable[..., Path]


@pytest.fixture
def site_folder(tmp_path: Path) -> SiteFolder:
    """Make a folder of labelled pictures; of each class some slope the wrong way."""

    def make(
        positives: int = 32, negatives: int = 34, wrong: int = 3, names: tuple[str, str] = ("COVID-19", "Other")
    ) -> Path:
        folder = tmp_path / "site"
        generator = np.random.default_rng(7)
        for name, count, direction in zip(names, (positives, negatives), (1, -1), strict=True):
            (folder / name).mkdir(parents=True)
            for number in range(count):
                slope = np.linspace(-1, 1, 48) * direction * (-1 if number < wrong else 1)
                noise = generator.normal(0, generator.uniform(0.2, 1.5), (40, 48))
                grey = np.clip(128 + 40 * (slope + noise), 0, 255).astype(np.uint8)
                Image.fromarray(grey).save(folder / name / f"case {number:03}.png")
        return folder

    return make
