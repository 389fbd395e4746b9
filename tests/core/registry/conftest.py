"""What the tests of the registry share."""

import os
from pathlib import Path

import pytest

from core.registry.registry import ModelRegistry


@pytest.fixture(autouse=True)
def no_waiting_for_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here ends with a power loss, and each model is 47 MB."""
    monkeypatch.setattr(os, "fsync", lambda _descriptor: None)


@pytest.fixture
def registry(tmp_path: Path) -> ModelRegistry:
    return ModelRegistry(tmp_path / "models")
